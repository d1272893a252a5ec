"""The money of a claim adds up to the öre, whatever is decided, invoiced, paid, undone and credited (I6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from support.claiming import Claiming, Kept
from support.desk import OpenDesk
from support.ledger import Row
from support.recovery import GRANTED, REVIEWED, Rejected, ready_award

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.invoice import InvoiceKind
from sbdesk.domain.ore import Ore
from sbdesk.domain.recovery import Interest, RecoveryState
from sbdesk.services.incoming_payments import IncomingPaymentsService, PaymentInput
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store import journal
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.queries.recoveries import InvoiceMoney, matched_of, money_of
from sbdesk.store.records.invoices import IncomingPaymentRecord, InvoiceRecord
from sbdesk.store.records.recoveries import RecoveryRecord

REJECTED = 5_000_00
UNUSED = 2_500_00

ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), st.integers(1, REJECTED)),
        st.tuples(st.just("invoice"), st.just(0)),
        st.tuples(st.just("pay"), st.integers(1, 6_000_00)),
        st.tuples(st.just("prepay"), st.integers(1, 2_000_00)),
        st.tuples(st.just("voluntary"), st.integers(1, 2_000_00)),
        st.tuples(st.just("undo"), st.integers(0, 5)),
        st.tuples(st.just("credit"), st.integers(1, 6_000_00)),
    ),
    min_size=2,
    max_size=6,
).map(lambda acts: [("decide", 1_500_00), *acts])


def ready(desk: OpenDesk) -> None:
    """An award with 5 000 kr rejected and 2 500 kr unused, ready to be claimed."""
    rows = (Row(GRANTED - UNUSED, voucher="V-1"),)
    ready_award(desk, GRANTED - UNUSED, rows, {0: Rejected(REJECTED)})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    return Kept(tmp_path_factory.mktemp("kept"), {"ready": ready})


@dataclass
class Desk:
    """One award's claims, acted on at random; what the state forbids is skipped."""

    desk: OpenDesk
    award_id: int
    day: date = REVIEWED
    matches: list[int] = field(default_factory=list)
    turn: int = 0

    def next_day(self) -> date:
        self.day += timedelta(days=30)
        self.desk.clock.set(self.day)
        return self.day

    def run(self, act: str, value: int) -> None:
        self.turn += 1
        try:
            getattr(self, act)(value)
        except NotAllowed:
            return

    def decide(self, amount: Ore) -> None:
        """Claim a part of what is left, heard and decided."""
        claim = Claiming.create(self.desk, self.award_id)
        for line in claim.service.page(claim.recovery_id).lines:
            wanted = min(amount, line.amount_ore)
            claim.service.change_line(line.id, LineInput(wanted))
        day = self.next_day()
        claim.hear(day, day)
        claim.decide(day)
        claim.send(day)

    def invoice(self, _value: int) -> None:
        with self.desk.store.reading() as session:
            recovery_id = session.scalars(
                select(RecoveryRecord.id).order_by(RecoveryRecord.id.desc())
            ).first()
        invoices = InvoicesService(self.desk.work)
        self.next_day()
        draft = invoices.draft(recovery_id or 0).id or 0
        page = invoices.page(draft)
        Claiming(self.desk, page.recovery_id).service.set_interest(page.recovery_id, Interest.NO)
        invoices.issue(draft)

    def pay(self, amount: Ore) -> None:
        number = next((row.ocr_number for row in InvoicesService(self.desk.work).rows() if row.is_open), "")
        self._register(amount, number)

    def prepay(self, amount: Ore) -> None:
        payment = self._register(amount, "")
        with self.desk.store.reading() as session:
            recovery_id = session.scalars(
                select(RecoveryRecord.id).where(RecoveryRecord.state == RecoveryState.DECIDED)
            ).first()
        if recovery_id is not None:
            IncomingPaymentsService(self.desk.work).match_recovery(payment, recovery_id)

    def voluntary(self, amount: Ore) -> None:
        IncomingPaymentsService(self.desk.work).register_voluntary(
            self.award_id, PaymentInput(self.day, amount, f"frivillig {self.turn}")
        )

    def undo(self, which: int) -> None:
        service = IncomingPaymentsService(self.desk.work)
        live = [match.id for row in service.rows() for match in row.matches if not match.undone]
        if live:
            service.undo_match(live[which % len(live)], "Fel koppling.")

    def credit(self, amount: Ore) -> None:
        rows = [row for row in InvoicesService(self.desk.work).rows() if row.is_open]
        if rows:
            page = f"%PDF {self.turn}".encode()
            InvoicesService(self.desk.work).credit(
                rows[0].id,
                min(amount, rows[0].amount_ore),
                "Räknefel.",
                self.desk.signed_by(self.desk.karin, page),
            )

    def _register(self, amount: Ore, reference: str) -> int:
        made = IncomingPaymentsService(self.desk.work).register(
            PaymentInput(self.day, amount, reference, entry_reference=f"post {self.turn}")
        )
        return made.id or 0


def closure(balances: Balances) -> dict[str, Ore]:
    """The terms of the closure (I6), in öre."""
    sums = balances.sums
    return {
        "eligible": balances.eligible,
        "voluntary": sums.voluntary,
        "undemanded": balances.undemanded,
        "waived": sums.waived,
        "prepaid": sums.prepaid,
        "not_invoiced": balances.not_invoiced,
        "to_invoice": balances.to_invoice,
        "rounding": sums.rounding,
        "repaid": sums.repaid,
        "set_off": sums.set_off,
        "written_off": sums.written_off,
        "outstanding": balances.outstanding,
    }


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=ACTS)
def test_every_krona_paid_out_is_somewhere(
    kept: Kept, tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int]]
) -> None:
    copy = kept.copy("ready", tmp_path_factory.mktemp("example") / "desk.sbd")
    desk = Desk(copy, copy.award("Region Uppsala"))
    try:
        for act, value in acts:
            desk.run(act, value)
            look(copy, desk.award_id)
    finally:
        copy.store.close()


def look(desk: OpenDesk, award_id: int) -> None:
    with desk.store.reading() as session:
        balances = Balances(award_sums(session, award_id))
        terms = closure(balances)
        assert sum(terms.values()) == balances.sums.paid, terms
        may_be_below_zero = {"outstanding", "rounding"}
        assert all(value >= 0 for name, value in terms.items() if name not in may_be_below_zero), terms
        payments = {it.id: it.amount_ore for it in session.scalars(select(IncomingPaymentRecord))}
        assert all(matched <= payments[key] for key, matched in matched_of(session, payments).items())
        invoices = session.scalars(
            select(InvoiceRecord).where(InvoiceRecord.kind == InvoiceKind.PRINCIPAL)
        ).all()
        money = money_of(session, invoices)
        assert all(it.credited_ore <= it.amount_ore for it in money.values())
        settled(session.scalars(select(RecoveryRecord)).all(), invoices, money)
        assert journal.verify(session) == []


def settled(
    recoveries: Sequence[RecoveryRecord], invoices: Sequence[InvoiceRecord], money: dict[int, InvoiceMoney]
) -> None:
    """A claim is settled exactly while what its invoices ask for is paid to the öre."""
    for recovery in recoveries:
        owed = [money[it.id].outstanding_ore for it in invoices if recovery.id in it.covers and it.number]
        if recovery.state is RecoveryState.SETTLED:
            assert owed
            assert not any(owed)
        if recovery.state is RecoveryState.INVOICED:
            assert any(owed) or all(
                it.state.value == "credited" for it in invoices if recovery.id in it.covers
            )


def test_match_and_undo_give_the_same_balances(kept: Kept, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = kept.copy("ready", tmp_path_factory.mktemp("undo") / "desk.sbd")
    desk = Desk(copy, copy.award("Region Uppsala"))
    desk.decide(2_000_00)
    desk.invoice(0)
    with copy.store.reading() as session:
        before = award_sums(session, desk.award_id)
    desk.run("pay", 1_234_56)
    desk.run("undo", 0)
    with copy.store.reading() as session:
        assert award_sums(session, desk.award_id) == before
    copy.store.close()

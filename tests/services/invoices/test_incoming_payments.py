"""What comes in is matched, told, undone, or waits for the officer; the claim follows the money."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.claiming import (
    CLAIMED,
    Claiming,
    pay,
    plain,
    row,
    status,
)
from support.desk import OpenDesk
from support.recovery import GRANTED, ready_award

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.invoice import InvoiceState
from sbdesk.domain.ore import from_kronor
from sbdesk.services.incoming_payments import IncomingPaymentsService, PaymentInput
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.recipients import debts_of
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.recoveries import RecoveryRecord


class TestPayments:
    def test_a_part_payment_leaves_the_debt(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        told = pay(desk, from_kronor(41_000), reference=row(desk, invoice).ocr_number)
        assert told == "Inbetalning 41 000 kr mot faktura 41 200 kr: 200 kr återstår. Skulden är kvar."
        assert plain(row(desk, invoice).status.words) == "Delbetald: 200,00 kr återstår"
        assert status(claim) == "Fakturerat: väntar på betalning"
        told = pay(desk, from_kronor(200), reference=f"Faktura {row(desk, invoice).number.lower()}")
        assert told == "Region Uppsala betalade F-2027-001 den 2027-06-01."
        assert status(claim) == "Betalt"
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is None

    def test_a_paid_debt_opens_for_a_decision(self, desk: OpenDesk, invoice: int) -> None:
        desk.clock.set(date(2027, 7, 13))
        assert plain(row(desk, invoice).status.words) == "Förfallen 12 dagar"
        told = pay(desk, CLAIMED, payer="Region Uppsala 232100-0024")
        assert told == "Region Uppsala betalade F-2027-001 den 2027-07-13. En rekvisition kan nu beslutas."
        with desk.store.reading() as session:
            assert debts_of(session, desk.work) == {}

    def test_a_part_paid_overdue_invoice_says_both(self, desk: OpenDesk, invoice: int) -> None:
        pay(desk, from_kronor(41_000), reference=row(desk, invoice).ocr_number)
        desk.clock.set(date(2027, 7, 2))
        assert plain(row(desk, invoice).status.words) == "Förfallen en dag: 200,00 kr återstår"

    def test_too_much_is_told(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        told = pay(desk, CLAIMED + 100, reference=row(desk, invoice).ocr_number)
        assert told.endswith("1 kr är för mycket betalt och ska betalas tillbaka.")
        assert status(claim) == "För mycket betalt: 1,00 kr ska betalas tillbaka"

    @pytest.mark.parametrize(
        "given",
        [
            {"reference": "999"},
            {"reference": "F-2027-0011"},
            {"payer": "Region Uppsala"},
            {"payer": "232100-0016"},
        ],
    )
    def test_what_names_nothing_waits_for_the_officer(
        self, desk: OpenDesk, invoice: int, given: dict[str, str]
    ) -> None:
        assert pay(desk, CLAIMED, **given).startswith("Inbetalningen är registrerad men inte kopplad.")
        (payment,) = IncomingPaymentsService(desk.work).rows()
        assert payment.status.words == "Inte kopplad: handläggaren kopplar den"

    def test_by_hand_in_parts_and_undone(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        service = IncomingPaymentsService(desk.work)
        payment = service.register(PaymentInput(desk.clock.today(), CLAIMED + 100)).id or 0
        service.match(payment, invoice, from_kronor(1_000))
        assert plain(service.rows()[0].status.words) == "Delvis kopplad: 40 201,00 kr återstår"
        with pytest.raises(NotAllowed, match="är inte kopplat"):
            service.match(payment, invoice, CLAIMED)
        with pytest.raises(NotAllowed, match="är inte kopplat"):
            service.match(payment, invoice, 0)
        service.match(payment, invoice, from_kronor(40_200))
        assert status(claim) == "Betalt"
        first, second = service.rows()[0].matches
        assert (first.what, first.amount_ore) == ("Faktura F-2027-001", from_kronor(1_000))
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            service.undo_match(second.id, "")
        service.undo_match(second.id, "Fel faktura.")
        assert status(claim) == "Fakturerat: väntar på betalning"
        assert [match.undone for match in service.rows()[0].matches] == [False, True]
        with pytest.raises(NotAllowed, match="redan ångrad"):
            service.undo_match(second.id, "Igen.")
        service.match(payment, invoice, from_kronor(40_200))
        assert status(claim) == "Betalt"

    def test_the_same_payment_is_registered_once(self, desk: OpenDesk, invoice: int) -> None:
        service = IncomingPaymentsService(desk.work)
        for given in (
            PaymentInput(desk.clock.today(), 500, "x", "y", "BG-1"),
            PaymentInput(desk.clock.today(), 500, "x", "y"),
        ):
            service.register(given, command_id=given.entry_reference or None)
            with pytest.raises(Conflict, match="Den här inbetalningen är redan registrerad"):
                service.register(given)
        first = service.register(PaymentInput(desk.clock.today(), 500, "x", "y", "BG-1"), command_id="BG-1")
        assert first.id == service.rows()[-1].id

    def test_impossible_payments_are_refused(self, desk: OpenDesk, claim: Claiming) -> None:
        service = IncomingPaymentsService(desk.work)
        with pytest.raises(UserFacingError, match="Beloppet saknas eller är negativt"):
            service.register(PaymentInput(desk.clock.today(), 0))
        with pytest.raises(UserFacingError, match="har inte varit än"):
            service.register(PaymentInput(date(2030, 1, 1), 1))
        draft = InvoicesService(desk.work).draft(claim.recovery_id).id or 0
        payment = service.register(PaymentInput(desk.clock.today(), 1)).id or 0
        with pytest.raises(NotAllowed, match="Välj en öppen faktura"):
            service.match(payment, draft)

    def test_not_ours_and_taken_back(self, desk: OpenDesk, invoice: int) -> None:
        service = IncomingPaymentsService(desk.work)
        payment = service.register(PaymentInput(desk.clock.today(), from_kronor(41_200))).id or 0
        service.mark_not_ours(payment, "Hör till en annan myndighet.")
        assert service.rows()[0].status.words == "Inte vår"
        with pytest.raises(NotAllowed, match="markerad som inte vår"):
            service.match(payment, invoice)
        service.reopen(payment, "Fel märkt.")
        service.match(payment, invoice)
        with pytest.raises(NotAllowed, match="Ångra kopplingen först"):
            service.mark_not_ours(payment, "Hör till en annan myndighet.")
        assert service.rows()[0].status.words == "Kopplad"


class TestVoluntary:
    def test_money_repaid_before_a_decision_lowers_the_claim(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        service = IncomingPaymentsService(desk.work)
        assert service.awards() == [(award_id, "Region Uppsala, CSD 2026")]
        done = service.register_voluntary(award_id, PaymentInput(desk.clock.today(), from_kronor(40_000)))
        assert plain(done.message) == "Frivillig återbetalning 40 000,00 kr är registrerad."
        claim = Claiming.create(desk, award_id)
        page = claim.service.page(claim.recovery_id)
        assert (page.voluntary_ore, page.left_ore, page.row.amount_ore) == (
            from_kronor(40_000),
            from_kronor(1_200),
            from_kronor(1_200),
        )
        (match,) = service.rows()[0].matches
        assert match.what == "Frivillig återbetalning"
        service.undo_match(match.id, "Hör till ett annat bidrag.")
        assert claim.service.page(claim.recovery_id).left_ore == CLAIMED
        service.match_voluntary(done.id or 0, award_id)
        assert claim.service.page(claim.recovery_id).voluntary_ore == from_kronor(40_000)

    def test_a_claim_above_what_is_left_waits(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        claim = Claiming.create(desk, award_id)
        IncomingPaymentsService(desk.work).register_voluntary(award_id, PaymentInput(desk.clock.today(), 100))
        with pytest.raises(NotAllowed, match="kvar att kräva"):
            claim.service.write_hearing(claim.recovery_id)

    def test_only_what_no_decision_covers(self, desk: OpenDesk, claim: Claiming) -> None:
        award_id = claim.service.page(claim.recovery_id).row.award_id
        service = IncomingPaymentsService(desk.work)
        with pytest.raises(NotAllowed, match="utöver det som redan är beslutat"):
            service.register_voluntary(award_id, PaymentInput(desk.clock.today(), 100))
        assert service.rows() == []

    def test_the_rest_stays_unmatched(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        done = IncomingPaymentsService(desk.work).register_voluntary(
            award_id, PaymentInput(desk.clock.today(), CLAIMED + 100)
        )
        assert plain(done.message).endswith("1,00 kr är inte kopplat.")


def test_the_money_before_an_invoice_lowers_it(desk: OpenDesk, claim: Claiming) -> None:
    service = IncomingPaymentsService(desk.work)
    payment = service.register(PaymentInput(desk.clock.today(), from_kronor(1_200))).id or 0
    told = plain(service.match_recovery(payment, claim.recovery_id).message)
    assert told == "1 200,00 kr är kopplat till ÅK-2027-001 och dras av före faktura."
    (match,) = service.rows()[0].matches
    assert match.what == "Återkrav ÅK-2027-001"
    assert row(desk, claim.invoice()).amount_ore == from_kronor(40_000)


def test_states_are_what_the_tables_say(desk: OpenDesk, claim: Claiming, invoice: int) -> None:
    with desk.store.reading() as session:
        assert session.get_one(InvoiceRecord, invoice).state is InvoiceState.SENT
        recovery = session.scalars(select(RecoveryRecord)).one()
        assert Balances(award_sums(session, recovery.award_id)).outstanding == CLAIMED

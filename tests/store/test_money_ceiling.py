"""I1: granted never exceeds allotted, and paid never granted, whatever is tried."""

from __future__ import annotations

import contextlib
import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from support.desk import OpenDesk

from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.payout import PayoutState
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.decisions import DecisionLineRecord, DecisionRecord, PayoutRecord

NUMBERS = itertools.count(1)
TRIED = st.lists(
    st.tuples(
        st.sampled_from(["grant", "take back", "pay", "cancel"]), st.integers(1, from_kronor(7_000_000))
    ),
    max_size=12,
)


class RolledBackError(Exception):
    """Ends an example without keeping it."""


def a_decision(session: Session, desk: OpenDesk) -> int:
    record = DecisionRecord(
        programme_id=desk.programme,
        kind=DecisionKind.GRANT,
        number=f"B-{next(NUMBERS)}",
        decided_on=desk.clock.today(),
        decider_id=desk.karin,
        rapporteur_id=desk.anna,
        participants=[],
        reasons="skäl",
        snapshot={},
    )
    session.add(record)
    session.flush()
    return record.id


def attempt(session: Session, desk: OpenDesk, award: int, decision: int, act: str, ore: int) -> None:
    if act == "cancel":
        latest = session.query(PayoutRecord).order_by(PayoutRecord.id.desc()).first()
        if latest is not None:
            latest.state = (
                PayoutState.CANCELLED if latest.state is PayoutState.CONFIRMED else PayoutState.CONFIRMED
            )
            latest.confirmed_on = desk.clock.today() if latest.state is PayoutState.CONFIRMED else None
    elif act == "pay":
        session.add(
            PayoutRecord(
                award_id=award,
                decision_id=decision,
                amount_ore=ore,
                account={},
                end_to_end_id=f"E-{next(NUMBERS)}",
                booking={},
                state=PayoutState.CONFIRMED,
                prepared_by=desk.anna,
                confirmed_on=desk.clock.today(),
            )
        )
    else:
        signed = ore if act == "grant" else -ore
        session.add(DecisionLineRecord(decision_id=decision, award_id=award, granted_ore=signed))
    session.flush()


@given(steps=TRIED)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_i1_paid_within_granted_within_allotted(desk: OpenDesk, steps: list[tuple[str, int]]) -> None:
    award = desk.award()

    def try_all() -> None:
        with desk.store.writing() as session:
            decision = a_decision(session, desk)
            for act, ore in steps:
                with contextlib.suppress(IntegrityError), session.begin_nested():
                    attempt(session, desk, award, decision, act, ore)
                session.expire_all()
                sums = award_sums(session, award)
                assert 0 <= sums.paid <= sums.granted <= sums.allotted == from_kronor(6_000_000)
            raise RolledBackError

    with contextlib.suppress(RolledBackError):
        try_all()

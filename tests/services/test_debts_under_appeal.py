"""A debt whose claim is appealed informs; when the appeal is over it stops again (R07)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.owing import owe
from support.requisition_case import CaseDriver

from sbdesk.domain.appeal import PENDING, AppealState
from sbdesk.domain.decision import DecisionKind
from sbdesk.services.attestations import Act, attest
from sbdesk.services.requisition_check_facts import debts_of
from sbdesk.store.records.changes import AppealRecord
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.recoveries import RecoveryRecord


def appeal_the_claim(desk: OpenDesk) -> int:
    """The claim behind the invoice has a decision, and the region appeals it."""
    with desk.store.writing() as session:
        recovery = session.scalars(select(RecoveryRecord)).one()
        signed = attest(
            session,
            desk.work,
            Act("recovery", recovery.id, "decide", desk.anna, desk.award()),
            desk.signed_by(desk.karin),
        )
        decision = DecisionRecord(
            programme_id=desk.programme,
            kind=DecisionKind.RECOVERY,
            number="B-2026-900",
            decided_on=desk.clock.today(),
            decider_id=desk.karin,
            rapporteur_id=desk.anna,
            participants=[],
            reasons="Inte använt.",
            snapshot={},
            attestation_id=signed.id,
        )
        session.add(decision)
        session.flush()
        recovery.decision_id = decision.id
        appeal = AppealRecord(
            award_id=desk.award(),
            decision_id=decision.id,
            document_id=signed.document_id,
            received_on=desk.clock.today(),
            asks="Beslutet ska upphävas.",
            state=AppealState.RECEIVED,
            prepared_by=desk.anna,
        )
        session.add(appeal)
        session.flush()
        return appeal.id


@pytest.fixture
def appealed(desk: OpenDesk) -> int:
    CaseDriver(desk).receive()
    owe(desk)
    made = appeal_the_claim(desk)
    desk.clock.set(desk.clock.today() + timedelta(days=30))
    return made


def debt_level(desk: OpenDesk) -> str:
    return next(row.level for row in CaseDriver(desk).page().checks if row.code == "R07")


def test_an_appealed_debt_informs_and_does_not_stop(desk: OpenDesk, appealed: int) -> None:
    assert debt_level(desk) == "note"
    with desk.store.reading() as session:
        assert session.get_one(AppealRecord, appealed).state in PENDING
        assert [debt.paused for debt in debts_of(session, desk.recipient())] == [True]


def test_an_appeal_that_came_too_late_does_not_pause_it(desk: OpenDesk, appealed: int) -> None:
    with desk.store.writing() as session:
        record = session.get_one(AppealRecord, appealed)
        record.in_time, record.state = False, AppealState.LATE
    assert debt_level(desk) == "stop"


def test_what_is_pending_can_still_change_the_decision() -> None:
    assert set(AppealState) - PENDING == {AppealState.LATE, AppealState.DISMISSED, AppealState.SETTLED}

"""Every state has an exit or a stated way back, and every refusal says in Swedish where things stand."""

from __future__ import annotations

from enum import StrEnum

import pytest

from sbdesk.domain.appeal import APPEAL_MACHINE, AppealState
from sbdesk.domain.award import AWARD_MACHINE, AwardState
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.invoice import INVOICE_MACHINE, PAYMENT_MACHINE, InvoiceState, PaymentState
from sbdesk.domain.ledger_import import LEDGER_IMPORT_MACHINE, ImportState
from sbdesk.domain.payout import NOT_COUNTED, PAYOUT_MACHINE, PayoutState
from sbdesk.domain.programme_state import PROGRAMME_MACHINE, ProgrammeState
from sbdesk.domain.reconciliation import RECONCILIATION_MACHINE, ReconciliationState
from sbdesk.domain.recovery import RECOVERY_MACHINE, RecoveryState
from sbdesk.domain.report import EXPECTED_REPORT_MACHINE, REPORT_MACHINE, ExpectedReportState, ReportState
from sbdesk.domain.requisition import NOT_LIVE, REQUISITION_MACHINE, RequisitionState
from sbdesk.domain.states import Actor, Machine

MACHINES: list[tuple[type[StrEnum], Machine]] = [  # type: ignore[type-arg]
    (AwardState, AWARD_MACHINE),
    (RequisitionState, REQUISITION_MACHINE),
    (PayoutState, PAYOUT_MACHINE),
    (ExpectedReportState, EXPECTED_REPORT_MACHINE),
    (ReportState, REPORT_MACHINE),
    (ImportState, LEDGER_IMPORT_MACHINE),
    (ReconciliationState, RECONCILIATION_MACHINE),
    (RecoveryState, RECOVERY_MACHINE),
    (InvoiceState, INVOICE_MACHINE),
    (PaymentState, PAYMENT_MACHINE),
    (ProgrammeState, PROGRAMME_MACHINE),
    (AppealState, APPEAL_MACHINE),
]

BY_A_NEW_ROW = {PayoutState.REPLACED}
"""States that nothing leaves: a new row has taken their place."""

STATES = [(machine, state) for enum, machine in MACHINES for state in enum]


@pytest.mark.parametrize(("machine", "state"), STATES, ids=[f"{m.noun}-{s}" for m, s in STATES])
def test_every_state_has_an_exit(machine: Machine, state: StrEnum) -> None:  # type: ignore[type-arg]
    assert machine.verbs(state) or state in BY_A_NEW_ROW


@pytest.mark.parametrize(("machine", "state"), STATES, ids=[f"{m.noun}-{s}" for m, s in STATES])
def test_a_verb_out_of_place_is_refused_with_the_states_word(machine: Machine, state: StrEnum) -> None:  # type: ignore[type-arg]
    with pytest.raises(NotAllowed) as refused:
        machine.move(state, "sjunga")
    assert machine.words[state] in str(refused.value)
    assert not machine.allows(state, "sjunga")


@pytest.mark.parametrize(("enum", "machine"), MACHINES, ids=[m.noun for _, m in MACHINES])
def test_every_state_can_be_reached_and_no_move_is_written_twice(
    enum: type[StrEnum], machine: Machine
) -> None:  # type: ignore[type-arg]
    start = {next(iter(enum))}
    reached, before = set(start), set()
    while reached != before:
        before = set(reached)
        reached |= {move.target for move in machine.moves if move.source in reached and move.target}
    assert reached == set(enum)
    assert len({(move.source, move.verb) for move in machine.moves}) == len(machine.moves)


def test_a_second_person_decides_fixes_and_approves() -> None:
    for machine, state, verb in (
        (REQUISITION_MACHINE, RequisitionState.PROPOSED, "grant"),
        (REQUISITION_MACHINE, RequisitionState.PROPOSED, "refuse"),
        (PAYOUT_MACHINE, PayoutState.PLANNED, "approve"),
        (RECONCILIATION_MACHINE, ReconciliationState.PROPOSED, "finalise"),
        (RECOVERY_MACHINE, RecoveryState.PROPOSED, "decide"),
        (PROGRAMME_MACHINE, ProgrammeState.DRAFT, "sign_off"),
    ):
        assert machine.move(state, verb).by is Actor.SECOND_PERSON  # type: ignore[attr-defined]


def test_a_returned_proposal_goes_back_to_where_it_came_from() -> None:
    assert REQUISITION_MACHINE.move(RequisitionState.PROPOSED, "return").target is None
    with pytest.raises(ValueError, match="no fixed target"):
        REQUISITION_MACHINE.target(RequisitionState.PROPOSED, "return")
    assert REQUISITION_MACHINE.target(RequisitionState.READY, "propose") is RequisitionState.PROPOSED


def test_ended_requisitions_can_be_filed_anew() -> None:
    assert all(REQUISITION_MACHINE.allows(state, "file_anew") for state in NOT_LIVE)
    assert RequisitionState.DECIDED not in NOT_LIVE


def test_money_that_never_left_does_not_count() -> None:
    assert {PayoutState.PLANNED, PayoutState.APPROVED, PayoutState.CONFIRMED}.isdisjoint(NOT_COUNTED)

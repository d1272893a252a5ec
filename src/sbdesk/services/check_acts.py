"""Answers what the checks ask: reasons for deviations, cleared for decision, asked again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.requisition import REQUISITION_MACHINE, RequisitionState
from sbdesk.domain.requisition_actions import Act
from sbdesk.services import requisition_checks
from sbdesk.services.acting import one_effect
from sbdesk.services.case_acts import CaseActs
from sbdesk.services.cases import Case, case_of, permitted
from sbdesk.services.changes import Done, Touched
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import RequisitionRecord


class CheckActs(CaseActs):
    """Acts on the checks R01 to R09 of a case."""

    def explain(self, award_id: int, reasons: Mapping[str, str], command_id: str | None = None) -> Done:
        """Answer deviations with a reason each, by the check's code; kept until the facts change."""

        def act(session: Session) -> None:
            case = permitted(session, self.work, award_id, Act.EXPLAIN)
            found = {finding.code for finding in requisition_checks.deviations(case.outcomes)}
            if not reasons or set(reasons) - found:
                raise UserFacingError(
                    "Kontrollen har ingen avvikelse längre.", "Inget är ändrat.", "Läs om sidan."
                )
            for finding in requisition_checks.deviations(case.outcomes):
                if finding.code in reasons:
                    why = reason_given(reasons[finding.code], "godta avvikelsen")
                    requisition_checks.keep(session, self.work, award_id, finding, why)
            told = "; ".join(f"{code}: {reason.strip()}" for code, reason in sorted(reasons.items()))
            self.tell(session, "explain", case.requisition, reason=told)

        one_effect(self.work, command_id, "explain", [award_id, dict(reasons)], act)
        return Done(Touched.REQUISITIONS, "Skälet är sparat.", award_id)

    def recheck(self, award_id: int) -> Done:
        """Ask the checks again; a cleared requisition that no longer holds goes back to checking."""
        with self.work.store.writing() as session:
            case = case_of(session, self.work, award_id)
            rows = open_rows(case)
            if case.requisition.state is RequisitionState.READY and rows:
                case.requisition.state = REQUISITION_MACHINE.target(case.requisition.state, "recheck")
                self.tell(session, "recheck", case.requisition, after={"open": [row.code for row in rows]})
        return Done(Touched.REQUISITIONS, f"Kontrollerna är körda: {len(rows)} att åtgärda.", award_id)

    def clear(self, award_id: int, command_id: str | None = None) -> Done:
        """Say that a requisition is ready for a decision: no stop, and a reason for every deviation."""

        def act(session: Session) -> None:
            clear(session, self.work, permitted(session, self.work, award_id, Act.PROPOSE))

        one_effect(self.work, command_id, "clear", [award_id], act)
        return Done(Touched.REQUISITIONS, "Rekvisitionen är klar för beslut.", award_id)

    def tell(
        self,
        session: Session,
        verb: str,
        requisition: RequisitionRecord,
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        reason: str | None = None,
    ) -> None:
        """As the function :func:`tell`, for the acting officer."""
        tell(session, self.work, verb, requisition, before=before, after=after, reason=reason)


def clear(session: Session, work: Workplace, case: Case) -> None:
    """Received becomes ready, in the caller's transaction; nothing happens when it is ready already."""
    requisition = case.requisition
    if requisition.state is RequisitionState.READY:
        return
    requisition.state = REQUISITION_MACHINE.target(requisition.state, "clear")
    tell(session, work, "clear", requisition)


def tell(
    session: Session,
    work: Workplace,
    verb: str,
    requisition: RequisitionRecord,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str | None = None,
) -> None:
    """Write the event of an act on a requisition, with the state it led to."""
    work.record(
        session,
        verb,
        ("requisition", requisition.id),
        award_id=requisition.award_id,
        before=before,
        after={"state": requisition.state.value, **(after or {})},
        reason=reason,
    )


def open_rows(case: Case) -> list[requisition_checks.CheckRow]:
    """The checks that still hinder a grant."""
    rows = requisition_checks.rows_of(case.outcomes, case.reasons)
    return [row for row in rows if row.level == "stop" or row.needs_reason]

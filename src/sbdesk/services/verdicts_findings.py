"""Answers findings with a reason in place of a verdict (Inte aktuellt, Motivera), and takes it back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.reconciliation import FindingState
from sbdesk.domain.verdicts import NOTHING
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.changes import Done, Touched
from sbdesk.services.reconciliations_state import at_judging
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.reconciliations import FindingRecord


class LineFindingsService:
    """A dismissed finding stays dismissed until its facts change."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def dismiss(
        self,
        finding_ids: Sequence[int],
        reason: str,
        second: SecondPerson | None = None,
        *,
        command_id: str | None = None,
    ) -> Done:
        """Answer the findings with one reason (Samma för alla i gruppen).

        A stop is dismissed only with a second person. Raises UserFacingError without reason or person,
        NotAllowed outside the judging states, Conflict for a finding that no longer is open.
        """
        if not reason.strip():
            raise UserFacingError("Skälet saknas.", NOTHING, "Skriv varför fyndet inte är aktuellt.")

        def act(session: Session) -> int:
            findings, award_id = self._findings(session, finding_ids, FindingState.OPEN)
            if any(it.severity is Level.STOP for it in findings):
                self._attest(session, award_id, findings, second)
            for finding in findings:
                finding.state = FindingState.DISMISSED
                finding.resolved_by = self.work.officer_id
                finding.reason = reason.strip()
            session.flush()
            return self._told(session, "dismiss_finding", award_id, findings, reason.strip())

        seq = one_effect(self.work, command_id, "dismiss_finding", [sorted(finding_ids), reason], act)
        number = len(set(finding_ids))
        words = "Fyndet är besvarat." if number == 1 else f"{number} fynd är besvarade."
        return Done(Touched.RECONCILIATIONS, words, seq)

    def restore(self, finding_ids: Sequence[int], undoes: int | None = None) -> Done:
        """Ask dismissed findings again; ``undoes`` is the event of the dismissal, from ``Done.id``."""
        with self.work.store.writing() as session:
            findings, award_id = self._findings(session, finding_ids, FindingState.DISMISSED)
            for finding in findings:
                finding.state = FindingState.OPEN
                finding.resolved_by = None
                finding.reason = None
            session.flush()
            seq = self._told(session, "undo_dismiss_finding", award_id, findings, None, undoes)
        return Done(Touched.RECONCILIATIONS, "Fyndet ställs på nytt.", seq)

    def _findings(
        self, session: Session, finding_ids: Sequence[int], state: FindingState
    ) -> tuple[list[FindingRecord], int]:
        findings = list(
            session.scalars(
                select(FindingRecord).where(FindingRecord.id.in_(finding_ids)).order_by(FindingRecord.id)
            )
        )
        awards = {it.award_id for it in findings}
        if len(findings) != len(set(finding_ids)) or any(it.state is not state for it in findings):
            raise Conflict(
                "Någon har redan besvarat ett av fynden, eller så gäller det inte längre.",
                NOTHING,
                "Läs om sidan och försök igen.",
                code="F12",
            )
        if len(awards) != 1:
            raise NotAllowed(
                "Fynden hör inte till samma bidrag.", NOTHING, "Välj fynd ur ett bidrag i taget."
            )
        award_id = awards.pop()
        at_judging(session, self.work, award_id)
        return findings, award_id

    def _attest(
        self, session: Session, award_id: int, findings: list[FindingRecord], second: SecondPerson | None
    ) -> None:
        if second is None:
            raise UserFacingError(
                "Ett stopp hävs av en annan person.", NOTHING, "Ange vem som har hävt stoppet och när."
            )
        for finding in findings:
            if finding.severity is Level.STOP:
                act = Act("finding", finding.id, "dismiss", self.work.officer_id, award_id)
                attest(session, self.work, act, second)

    def _told(
        self,
        session: Session,
        verb: str,
        award_id: int,
        findings: list[FindingRecord],
        reason: str | None,
        undoes: int | None = None,
    ) -> int:
        return self.work.record(
            session,
            verb,
            ("award", award_id),
            award_id=award_id,
            after={"findings": [[it.id, it.rule_code, it.state.value] for it in findings]},
            reason=reason,
            undoes=undoes,
        )

"""Weighs what a recipient reports against its ledger, until another person fixes the figures."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.award import Basis
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.reconciliation import RECONCILIATION_MACHINE, ReconciliationState
from sbdesk.domain.reconciliation_status import propose_hindrance
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.reconciliation_opening import begin_reconciliation, latest_reconciliation
from sbdesk.services.reconciliations_checks import check_award, has_report
from sbdesk.services.reconciliations_export import LedgerExport
from sbdesk.services.reconciliations_fixing import fix, open_again
from sbdesk.services.reconciliations_lines import LedgerLines
from sbdesk.services.reconciliations_protocol import protocol_bytes
from sbdesk.services.reconciliations_reading import page_of, rows_of, situation_of
from sbdesk.services.reconciliations_reports import take_under_review
from sbdesk.services.reconciliations_rows import ReconciliationPage, ReconciliationRow
from sbdesk.services.reconciliations_state import has_live_ledger, start_judging
from sbdesk.services.verdicts import VerdictsService
from sbdesk.services.verdicts_findings import LineFindingsService
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.reconciliations import ReconciliationRecord

_NOTHING = "Inget är ändrat."
_TOUCHED = Touched.RECONCILIATIONS | Touched.REPORTS


class ReconciliationsService:
    """One reconciliation per award, revision by revision.

    ``lines`` reads the ledger rows, ``verdicts`` judges them, ``findings`` answers what belongs to no row,
    ``export`` writes files.
    """

    def __init__(self, work: Workplace) -> None:
        self.work = work
        self.lines = LedgerLines(work)
        self.verdicts = VerdictsService(work)
        self.findings = LineFindingsService(work)
        self.export = LedgerExport(work)

    def rows(self, year: int | None = None) -> list[ReconciliationRow]:
        """The awards that have been paid, reported or have a ledger, by recipient."""
        with self.work.store.reading() as session:
            return rows_of(session, self.work, year)

    def page(self, award_id: int) -> ReconciliationPage:
        """One award: sums with formulas, status, acts, findings; NoResultFound for an unknown award."""
        with self.work.store.reading() as session:
            return page_of(session, self.work, award_id)

    def waiting(self) -> int:
        """How many reconciliations wait for the officer."""
        return sum(row.status.waits_for == "officer" for row in self.rows())

    def protocol(self, award_id: int) -> bytes:
        """The protocol as PDF: the kept one when fixed, else as it would look now, marked UTKAST.

        LookupError for an award whose reconciliation has not begun.
        """
        with self.work.store.reading() as session:
            record = latest_reconciliation(session, award_id)
            if record is None:
                raise LookupError(award_id)
            return protocol_bytes(session, self.work, record)

    def start(self, award_id: int, basis: Basis, *, command_id: str | None = None) -> Done:
        """Begin to judge on this basis. The first verdict on a ledger does the same by itself.

        Raises NotAllowed for jäv, in another state than open, or when what the basis needs is not there.
        """

        def act(session: Session) -> int:
            award = self._award(session, award_id)
            record = begin_reconciliation(session, self.work, award_id, basis)
            RECONCILIATION_MACHINE.move(record.state, "start")
            _require_basis(session, award_id, basis)
            start_judging(session, self.work, record, basis)
            take_under_review(session, self.work, award.id)
            check_award(session, award_id)
            return record.id

        one_effect(self.work, command_id, "start_reconciliation", [award_id, basis.value], act)
        return Done(_TOUCHED, "Avstämningen är påbörjad.", award_id)

    def request_evidence(self, award_id: int, *, command_id: str | None = None) -> Done:
        """Wait for the evidence of the parked rows; NotAllowed when none is parked."""

        def act(session: Session) -> int:
            self._award(session, award_id)
            record = begin_reconciliation(session, self.work, award_id)
            RECONCILIATION_MACHINE.move(record.state, "request_evidence")
            situation, _, _ = situation_of(session, self.work, award_id, award_sums(session, award_id))
            if not situation.parked:
                raise NotAllowed(
                    "Inga rader väntar på underlag.",
                    _NOTHING,
                    "Låt rader vänta (V) innan du inväntar.",
                )
            return self._move(session, record, "request_evidence")

        one_effect(self.work, command_id, "request_evidence", award_id, act)
        return Done(_TOUCHED, "Avstämningen väntar på underlag.", award_id)

    def take_up(
        self, award_id: int, *, delivered: bool, reason: str | None = None, command_id: str | None = None
    ) -> Done:
        """Judge again: the evidence has come, or (``delivered`` False) the answer time is over.

        The parked rows stay parked until they are judged. Raises NotAllowed while the time runs.
        """

        def act(session: Session) -> int:
            self._award(session, award_id)
            record = begin_reconciliation(session, self.work, award_id)
            verb = "deliver" if delivered else "resume"
            RECONCILIATION_MACHINE.move(record.state, verb)
            situation, _, _ = situation_of(session, self.work, award_id, award_sums(session, award_id))
            until = situation.evidence_due_on
            if not delivered and until is not None and until >= self.work.clock.today():
                raise NotAllowed(
                    f"Svarstiden går ut först {until.isoformat()}.",
                    _NOTHING,
                    "Vänta på svaret, eller registrera underlaget om det har kommit.",
                )
            return self._move(session, record, verb, reason)

        one_effect(self.work, command_id, "take_up", [award_id, delivered], act)
        return Done(_TOUCHED, "Avstämningen kan bedömas igen.", award_id)

    def propose(self, award_id: int, *, command_id: str | None = None) -> Done:
        """Hand over for fixing by another person.

        Raises NotAllowed, naming the hindrance, while a row with stop or deviation is not judged, a row
        waits for evidence, a stop is open or a deviation of the whole ledger has no reason.
        """

        def act(session: Session) -> int:
            award = self._award(session, award_id)
            record = begin_reconciliation(session, self.work, award_id)
            if record.state is ReconciliationState.OPEN and has_live_ledger(session, award_id):
                start_judging(session, self.work, record, Basis.LEDGER_ALL)
            RECONCILIATION_MACHINE.move(record.state, "propose")
            take_under_review(session, self.work, award.id)
            check_award(session, award_id)
            self._refuse_hindered(session, award_id)
            record.prepared_by = self.work.officer_id
            return self._move(session, record, "propose")

        one_effect(self.work, command_id, "propose_reconciliation", award_id, act)
        return Done(_TOUCHED, "Avstämningen är lämnad för granskning.", award_id)

    def return_(self, award_id: int, reason: str, *, command_id: str | None = None) -> Done:
        """Send it back to be judged again, with the reason."""
        if not reason.strip():
            raise UserFacingError("Skälet saknas.", _NOTHING, "Skriv vad som ska ändras.")

        def act(session: Session) -> int:
            self._award(session, award_id)
            record = begin_reconciliation(session, self.work, award_id)
            return self._move(session, record, "return", reason.strip())

        one_effect(self.work, command_id, "return_reconciliation", [award_id, reason], act)
        return Done(_TOUCHED, "Avstämningen är skickad tillbaka till handläggaren.", award_id)

    def finalise(self, award_id: int, second: SecondPerson, *, command_id: str | None = None) -> Done:
        """Another person fixes the figures: totals are frozen and the protocol is made. Cannot be undone.

        Raises F13 for the preparer, UserFacingError without the signed page in a local file, NotAllowed for
        jäv of either person or in another state than proposed.
        """

        def act(session: Session) -> int:
            award = self._award(session, award_id)
            self.work.refuse_disqualified(session, award, second.officer_id)
            record = begin_reconciliation(session, self.work, award_id)
            RECONCILIATION_MACHINE.move(record.state, "finalise")
            self._refuse_hindered(session, award_id)
            return fix(session, self.work, award, record, second)

        parameters = [award_id, second.officer_id, second.on.isoformat()]
        one_effect(self.work, command_id, "finalise_reconciliation", parameters, act)
        return Done(
            _TOUCHED | Touched.DOCUMENTS | Touched.RECOVERIES, "Avstämningen är fastställd.", award_id
        )

    def reopen(
        self, award_id: int, second: SecondPerson, reason: str, *, command_id: str | None = None
    ) -> Done:
        """Open fixed figures in a new revision (Ändra belopp); the frozen ones are kept.

        Raises NotAllowed once a recovery is decided or invoiced, UserFacingError without reason or page.
        """
        if not reason.strip():
            raise UserFacingError("Skälet saknas.", _NOTHING, "Skriv varför beloppen ska ändras.")

        def act(session: Session) -> int:
            award = self._award(session, award_id)
            record = begin_reconciliation(session, self.work, award_id)
            RECONCILIATION_MACHINE.move(record.state, "reopen")
            return open_again(session, self.work, award, record, second, reason.strip())

        parameters = [award_id, second.officer_id, reason]
        one_effect(self.work, command_id, "reopen_reconciliation", parameters, act)
        return Done(_TOUCHED | Touched.DOCUMENTS, "Avstämningen är öppen i en ny version.", award_id)

    def _award(self, session: Session, award_id: int) -> AwardRecord:
        award = session.get_one(AwardRecord, award_id)
        self.work.refuse_disqualified(session, award)
        return award

    def _refuse_hindered(self, session: Session, award_id: int) -> None:
        situation, _, _ = situation_of(session, self.work, award_id, award_sums(session, award_id))
        hindrance = propose_hindrance(situation)
        if hindrance:
            raise NotAllowed(hindrance, _NOTHING, "Åtgärda det och försök igen.")

    def _move(
        self, session: Session, record: ReconciliationRecord, verb: str, reason: str | None = None
    ) -> int:
        before = record.state.value
        record.state = RECONCILIATION_MACHINE.target(record.state, verb)
        session.flush()
        self.work.record(
            session,
            f"{verb}_reconciliation",
            ("reconciliation", record.id),
            award_id=record.award_id,
            before={"state": before},
            after={"state": record.state.value, "revision": record.revision},
            reason=reason,
        )
        return record.id


def _require_basis(session: Session, award_id: int, basis: Basis) -> None:
    ledger = has_live_ledger(session, award_id)
    if basis is Basis.LEDGER_SAMPLE:
        raise NotAllowed(
            "Avstämning mot stickprov kräver ett låst urval.", _NOTHING, "Stäm av mot hela huvudboken."
        )
    if basis is Basis.LEDGER_ALL and not ledger:
        raise NotAllowed("Ingen huvudbok är inläst.", _NOTHING, "Läs in huvudboken först.")
    if basis is Basis.REPORT_ONLY and ledger:
        raise NotAllowed(
            "En huvudbok är inläst.", _NOTHING, "Stäm av mot den, eller ångra inläsningen först."
        )
    if basis is Basis.REPORT_ONLY and not has_report(session, award_id):
        raise NotAllowed(
            "Återrapporten har inte kommit in.", _NOTHING, "Registrera återrapporten eller läs in huvudboken."
        )

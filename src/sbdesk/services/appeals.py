"""Takes an appeal from the day it comes in to the court's word (FL 43–48 §§)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage
from sbdesk.domain.appeal import JUDGMENTS, AppealOutcome, AppealState, Reconsideration
from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.domain.requisition_actions import Act
from sbdesk.services import appeals_deciding, appeals_letters, appeals_reading, appeals_testing
from sbdesk.services.acting import one_effect
from sbdesk.services.appeals_cases import APPEAL, Appealed, permitted
from sbdesk.services.appeals_inputs import (
    AppealInput,
    JudgmentInput,
    TimeInput,
    keep,
    refuse_day,
    words_given,
)
from sbdesk.services.appeals_moving import move
from sbdesk.services.appeals_reading import AppealsPage
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.cases import permitted as case_permitted
from sbdesk.services.changes import Done, Touched
from sbdesk.services.document_store import sha256
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.decision_changes import decisions_of
from sbdesk.store.records.changes import AppealRecord
from sbdesk.store.records.decisions import DecisionRecord

_TOUCHED = (
    Touched.REQUISITIONS | Touched.DECISIONS | Touched.DOCUMENTS | Touched.RECOVERIES | Touched.INVOICES
)


class AppealsService:
    """Every kind of decision on an award can be appealed, claims too."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def page(self, award_id: int) -> AppealsPage:
        """The award's appeals, with the decisions that can be appealed and every act with its reason."""
        with self.work.store.reading() as session:
            return appeals_reading.page_of(session, self.work, award_id)

    def register(self, award_id: int, given: AppealInput, command_id: str | None = None) -> Done:
        """Register an appeal as it came in; Done.id is the appeal."""

        def act(session: Session) -> int:
            case_permitted(session, self.work, award_id, Act.APPEAL)
            known = {decision.id: decision for decision in decisions_of(session, award_id)}
            if given.decision_id not in known:
                raise LookupError(given.decision_id)
            decision = known[given.decision_id]
            refuse_day(self.work, given.received_on, decision.decided_on, "Överklagandet")
            asks = words_given(given.asks, "Vad mottagaren begär")
            title = f"Överklagande av beslut {decision.number}"
            record = AppealRecord(
                award_id=award_id,
                decision_id=decision.id,
                document_id=keep(session, self.work, award_id, given.file, "appeal", title),
                received_on=given.received_on,
                asks=asks,
                state=AppealState.RECEIVED,
                prepared_by=self.work.officer_id,
            )
            session.add(record)
            session.flush()
            self.work.record(
                session,
                "register_appeal",
                (APPEAL, record.id),
                award_id=award_id,
                after={"number": decision.number, "on": given.received_on.isoformat()},
            )
            return record.id

        made = one_effect(self.work, command_id, "register_appeal", [award_id, given.plain()], act)
        return Done(_TOUCHED, "Överklagandet är registrerat. Pröva om det kom in i tid.", made)

    def test_time(self, appeal_id: int, given: TimeInput, command_id: str | None = None) -> Done:
        """Test whether the appeal came in time, by the jurist's rule; wrong information: never late."""
        return self._do(
            command_id,
            "test_appeal_time",
            [appeal_id, given.plain()],
            lambda session: appeals_testing.test(session, self.work, appeal_id, given),
            appeal_id,
        )

    def retest(self, appeal_id: int, reason: str, command_id: str | None = None) -> Done:
        """Open the test of time again before the dismissal is decided."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.RETEST)
            move(session, self.work, it.record, "retest_appeal", reason=words_given(reason, "Skälet"))
            return "Tiden kan prövas på nytt."

        return self._do(command_id, "retest_appeal", [appeal_id, reason], act, appeal_id)

    def draft_dismissal(self, appeal_id: int, reasons: str, decider_id: int | None = None) -> bytes:
        """The decision to dismiss as PDF with the watermark UTKAST, to be read and signed."""
        with self.work.store.reading() as session:
            it = permitted(session, self.work, appeal_id, AppealAct.DISMISS)
            today = self.work.clock.today()
            return appeals_letters.dismissal(session, it, reasons, decider_id, today, Stage.DRAFT).pdf

    def dismiss(
        self, appeal_id: int, reasons: str, second: SecondPerson, command_id: str | None = None
    ) -> Done:
        """Dismiss a late appeal by another person's decision; Done.id is the letter's document."""
        plain = [appeal_id, reasons, second.officer_id, second.on.isoformat()]
        made = one_effect(
            self.work,
            command_id,
            "dismiss_appeal",
            plain,
            lambda session: appeals_deciding.dismiss(session, self.work, appeal_id, reasons, second),
        )
        return Done(_TOUCHED, "Överklagandet är avvisat och brevet är skapat.", made)

    def reconsider(
        self,
        appeal_id: int,
        result: Reconsideration,
        reason: str,
        second: SecondPerson,
        as_asked: bool = False,
        command_id: str | None = None,
    ) -> Done:
        """Say by another person what the agency makes of its own decision; CHANGED needs the new decision."""

        def act(session: Session) -> str:
            appeals_deciding.reconsider(session, self.work, appeal_id, result, as_asked, reason, second)
            return "Ställningstagandet till omprövning är registrerat."

        plain = [appeal_id, result.value, reason, second.officer_id, second.on.isoformat(), as_asked]
        return self._do(command_id, "reconsider_appeal", plain, act, appeal_id)

    def close(self, appeal_id: int, command_id: str | None = None) -> Done:
        """Close an appeal whose decision was changed as the recipient asked."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.CLOSE)
            it.record.outcome = AppealOutcome.CHANGED
            move(session, self.work, it.record, "close_appeal")
            return "Överklagandet är avslutat: beslutet är ändrat som mottagaren begärde."

        return self._do(command_id, "close_appeal", [appeal_id], act, appeal_id)

    def draft_handover(self, appeal_id: int, court: str) -> bytes:
        """The letter to the court as PDF with the watermark UTKAST."""
        with self.work.store.reading() as session:
            it = permitted(session, self.work, appeal_id, AppealAct.HAND_OVER)
            return appeals_letters.handover(session, self.work, it, court, Stage.DRAFT).pdf

    def hand_over(self, appeal_id: int, court: str, command_id: str | None = None) -> Done:
        """Hand the appeal and the list of all material over to the court (FL 46 §); Done.id the letter."""

        def act(session: Session) -> int:
            it = permitted(session, self.work, appeal_id, AppealAct.HAND_OVER)
            return self._to_court(session, it, court, "hand_over_appeal")

        made = one_effect(self.work, command_id, "hand_over_appeal", [appeal_id, court], act)
        return Done(_TOUCHED, "Överklagandet är överlämnat och brevet till domstolen är skapat.", made)

    def appeal_dismissal(
        self, appeal_id: int, court: str, file: ReceivedFile, command_id: str | None = None
    ) -> Done:
        """The recipient appeals the dismissal: that goes to the court; Done.id is the letter."""

        def act(session: Session) -> int:
            it = permitted(session, self.work, appeal_id, AppealAct.APPEAL_DISMISSAL)
            title = f"Överklagande av avvisning, beslut {it.decision.number}"
            keep(session, self.work, it.record.award_id, file, "appeal", title)
            number = session.get_one(DecisionRecord, it.record.dismissal_id).number
            return self._to_court(session, it, court, "appeal_dismissal", number)

        plain = [appeal_id, court, sha256(file.content)]
        made = one_effect(self.work, command_id, "appeal_dismissal", plain, act)
        return Done(_TOUCHED, "Avvisningen är överklagad och överlämnad till domstolen.", made)

    def _to_court(
        self, session: Session, it: Appealed, court: str, verb: str, dismissal_number: str = ""
    ) -> int:
        name = words_given(court, "Domstolens namn")
        letter = appeals_letters.handover(session, self.work, it, name, Stage.ISSUED, dismissal_number)
        document = appeals_letters.keep_handover(session, self.work, it, letter)
        record = it.record
        record.court, record.handed_over_on = name, self.work.clock.today()
        record.handover_document_id = document.id
        move(session, self.work, record, verb, {"court": name, "on": record.handed_over_on.isoformat()})
        return document.id

    def register_judgment(self, appeal_id: int, given: JudgmentInput, command_id: str | None = None) -> Done:
        """Register what the court decided; a change of ours follows as a decision of its own."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.JUDGMENT)
            record = it.record
            refuse_day(self.work, given.on, record.handed_over_on or record.received_on, "Avgörandet")
            if given.outcome not in JUDGMENTS:
                raise LookupError(given.outcome)
            number = words_given(given.court_case, "Målnumret")
            title = f"Avgörande i mål {number}"
            record.judgment_document_id = keep(
                session, self.work, record.award_id, given.file, "judgment", title
            )
            record.court_case, record.judged_on, record.outcome = number, given.on, given.outcome
            after = {"number": number, "on": given.on.isoformat(), "outcome": given.outcome.value}
            move(session, self.work, record, "register_judgment", after)
            follows = given.outcome in (AppealOutcome.CHANGED, AppealOutcome.REMITTED)
            more = " Ändra beslutet så som domstolen har bestämt." if follows else ""
            return f"Avgörandet är registrerat: {given.outcome.swedish}.{more}"

        return self._do(command_id, "register_judgment", [appeal_id, given.plain()], act, appeal_id)

    def register_higher_court(
        self, appeal_id: int, court: str, on: date, command_id: str | None = None
    ) -> Done:
        """The court's word is appealed to a higher court, by either party."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.HIGHER_COURT)
            record = it.record
            refuse_day(self.work, on, record.judged_on or record.received_on, "Överklagandet")
            record.court, record.handed_over_on = words_given(court, "Domstolens namn"), on
            record.outcome, record.court_case = None, None
            after = {"court": record.court, "on": on.isoformat()}
            move(session, self.work, record, "register_higher_court", after)
            return f"Överklagandet till {record.court} är registrerat."

        plain = [appeal_id, court, on.isoformat()]
        return self._do(command_id, "register_higher_court", plain, act, appeal_id)

    def withdraw(self, appeal_id: int, file: ReceivedFile, command_id: str | None = None) -> Done:
        """The recipient takes its appeal back."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.WITHDRAW)
            title = f"Återkallelse av överklagande, beslut {it.decision.number}"
            keep(session, self.work, it.record.award_id, file, "appeal_withdrawal", title)
            it.record.outcome = AppealOutcome.WITHDRAWN
            move(session, self.work, it.record, "withdraw_appeal")
            return "Överklagandet är återkallat av mottagaren."

        return self._do(command_id, "withdraw_appeal", [appeal_id, sha256(file.content)], act, appeal_id)

    def set_inhibition(
        self, appeal_id: int, from_on: date, file: ReceivedFile, command_id: str | None = None
    ) -> Done:
        """The court has stopped the decision for now (FL 48 §): no claim, invoice, reminder or payment."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.SET_INHIBITION)
            record = it.record
            refuse_day(self.work, from_on, record.received_on, "Inhibitionen")
            title = f"Beslut om inhibition, beslut {it.decision.number}"
            keep(session, self.work, record.award_id, file, "inhibition", title)
            record.inhibition_from_on, record.inhibition_to_on = from_on, None
            move(session, self.work, record, "set_inhibition", {"on": from_on.isoformat()})
            return "Inhibitionen är registrerad. Beslutet gäller inte tills vidare."

        plain = [appeal_id, from_on.isoformat(), sha256(file.content)]
        return self._do(command_id, "set_inhibition", plain, act, appeal_id)

    def lift_inhibition(self, appeal_id: int, on: date, reason: str, command_id: str | None = None) -> Done:
        """The inhibition is lifted from a day; the decision is in force again."""

        def act(session: Session) -> str:
            it = permitted(session, self.work, appeal_id, AppealAct.LIFT_INHIBITION)
            record = it.record
            refuse_day(self.work, on, record.inhibition_from_on or record.received_on, "Hävningen")
            record.inhibition_to_on = on
            why = words_given(reason, "Skälet")
            move(session, self.work, record, "lift_inhibition", {"on": on.isoformat()}, why)
            return "Inhibitionen är hävd. Beslutet gäller igen."

        return self._do(command_id, "lift_inhibition", [appeal_id, on.isoformat(), reason], act, appeal_id)

    def _do(
        self, command_id: str | None, verb: str, plain: Any, act: Callable[[Session], str], appeal_id: int
    ) -> Done:
        return Done(_TOUCHED, one_effect(self.work, command_id, verb, plain, act), appeal_id)

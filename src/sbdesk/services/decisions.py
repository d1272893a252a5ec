"""Decides requisitions: proposed by one officer, decided by another, with letter and number at once."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage
from sbdesk.domain.amount_keys import Amounts, key_text, keyed
from sbdesk.domain.decision import DecisionKind, ProposalState
from sbdesk.domain.decision_changes import CHANGES
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.requisition import REQUISITION_MACHINE, RequisitionState
from sbdesk.domain.requisition_actions import Act
from sbdesk.services import decision_changes_deciding, decision_guards, decision_letters
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import Act as Subject
from sbdesk.services.attestations import SecondPerson, attest
from sbdesk.services.cases import Case, case_of, permitted, refuse_stale
from sbdesk.services.changes import Done, Touched
from sbdesk.services.check_acts import clear
from sbdesk.services.decision_acts import (
    Proposed,
    attest_account,
    file_shared_page,
    issue_letter,
    lay_before,
    open_proposal,
    write_decision,
)
from sbdesk.services.decision_letters import Signing
from sbdesk.services.dispatches import mark_sent
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.office import DocumentRecord

_WORDS = {
    DecisionKind.GRANT: "Bidraget är beviljat",
    DecisionKind.PARTIAL_GRANT: "Bidraget är delvis beviljat",
    DecisionKind.REFUSE: "Rekvisitionen är avslagen",
    DecisionKind.DISMISS: "Rekvisitionen är avvisad",
    DecisionKind.WRITE_OFF_CASE: "Ärendet är avskrivet",
    **decision_changes_deciding.WORDS,
}
_ENDINGS = {
    Act.PROPOSE_REFUSAL: (DecisionKind.REFUSE, "Förslaget om avslag är lämnat för beslut."),
    Act.PROPOSE_DISMISSAL: (DecisionKind.DISMISS, "Förslaget om avvisning är lämnat för beslut."),
    Act.WRITE_OFF_CASE: (
        DecisionKind.WRITE_OFF_CASE,
        "Förslaget om att skriva av ärendet är lämnat för beslut.",
    ),
}
"""The proposals that grant nothing."""


class DecisionsService:
    """Proposal, draft letter, decision, return, and the mark that the letter was sent."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def propose(
        self,
        award_id: int,
        lines: Amounts,
        reasons: str = "",
        decider_id: int | None = None,
        seen: int | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Lay a grant before the decider: öre per component id or share, at most allotted and requested.

        Less than requested makes it a grant in part. A requisition under check is cleared on the way.
        Done.id is the proposal.
        """

        def act(session: Session) -> int:
            case = permitted(session, self.work, award_id, Act.PROPOSE)
            refuse_stale(session, case.requisition, seen)
            wanted = keyed(lines)
            decision_guards.amounts_fit(case, wanted)
            kind = decision_guards.kind_of(case, wanted)
            decision_guards.reasons_suffice(case, kind, sum(wanted.values()), reasons)
            clear(session, self.work, case)
            return lay_before(session, self.work, case, Proposed(kind, wanted, reasons, decider_id))

        plain = [award_id, {key_text(k): v for k, v in lines.items()}, reasons, decider_id, seen]
        made = one_effect(self.work, command_id, "propose", plain, act)
        return Done(Touched.REQUISITIONS | Touched.DECISIONS, "Ärendet är lämnat över för beslut.", made)

    def propose_refusal(
        self, award_id: int, reasons: str, decider_id: int | None = None, command_id: str | None = None
    ) -> Done:
        """Lay a refusal before the decider; reasons are mandatory. A stop never hinders it."""
        return self._propose_ending(Act.PROPOSE_REFUSAL, award_id, reasons, decider_id, command_id)

    def propose_dismissal(
        self, award_id: int, reasons: str, decider_id: int | None = None, command_id: str | None = None
    ) -> Done:
        """Lay before the decider not to try the requisition (avvisning); reasons are mandatory."""
        return self._propose_ending(Act.PROPOSE_DISMISSAL, award_id, reasons, decider_id, command_id)

    def propose_write_off(
        self, award_id: int, reasons: str, decider_id: int | None = None, command_id: str | None = None
    ) -> Done:
        """Lay before the decider to write the case off: withdrawn, or without object for the reasons given.

        A withdrawn requisition needs no reasons of the officer's own: the letter says what happened.
        """
        return self._propose_ending(Act.WRITE_OFF_CASE, award_id, reasons, decider_id, command_id)

    def _propose_ending(
        self, verb: Act, award_id: int, reasons: str, decider_id: int | None, command_id: str | None
    ) -> Done:
        kind, words = _ENDINGS[verb]

        def act(session: Session) -> int:
            case = permitted(session, self.work, award_id, verb)
            decision_guards.reasons_suffice(case, kind, 0, reasons)
            return lay_before(session, self.work, case, Proposed(kind, {}, reasons, decider_id))

        made = one_effect(self.work, command_id, verb.value, [award_id, reasons, decider_id], act)
        return Done(Touched.REQUISITIONS | Touched.DECISIONS, words, made)

    def draft_letter(self, award_id: int) -> bytes:
        """The proposed letter as PDF with the watermark UTKAST; nothing is kept."""
        with self.work.store.reading() as session:
            case = permitted(session, self.work, award_id, Act.PREVIEW)
            proposal = open_proposal(case)
            if proposal.kind in CHANGES:
                return decision_changes_deciding.draft(session, self.work, case, proposal)
            signing = Signing(proposal.decider_id, self.work.clock.today())
            letter = decision_letters.letter_of(
                session, case, proposal, signing, Stage.DRAFT, proposal.proposed_by
            )
            return letter.pdf

    def register_signed(
        self,
        award_id: int,
        second: SecondPerson,
        participants: tuple[int, ...] = (),
        command_id: str | None = None,
        seen: int | None = None,
    ) -> Done:
        """Decide: the second person's word, number, letter and lines, all in one transaction.

        Done.id is the letter's document. Raises NotAllowed for the preparer (F13), an amount above the
        decider's limit, a debt that has come (F14), or while nobody has decided on appeal; F12 when the
        requisition is newer than the version ``seen``.
        """

        def act(session: Session) -> list[Any]:
            case = case_of(session, self.work, award_id)
            decision_guards.still_holds(session, case)
            refuse_stale(session, case.requisition, seen)
            decision, document = self._decided(session, case, second, participants)
            return [document.id, decision.number, decision.kind.value]

        plain = [award_id, second.officer_id, second.on.isoformat(), list(participants)]
        document_id, number, kind = one_effect(self.work, command_id, "decide", plain, act)
        return Done(
            Touched.REQUISITIONS | Touched.DECISIONS | Touched.DOCUMENTS,
            f"{_WORDS[DecisionKind(kind)]}. Beslut {number} är fattat och brevet är skapat.",
            document_id,
        )

    def _decided(
        self, session: Session, case: Case, second: SecondPerson, participants: tuple[int, ...]
    ) -> tuple[DecisionRecord, DocumentRecord]:
        work, proposal = self.work, open_proposal(case)
        decision_guards.may_decide(session, work, case, proposal, second)
        decision_guards.know_participants(session, participants)
        subject = Subject("proposal", proposal.id, "decide", proposal.proposed_by, case.records.award.id)
        attestation = attest(session, work, subject, second)
        if second.covers_several:
            file_shared_page(session, case, attestation)
        if proposal.kind in CHANGES:
            return decision_changes_deciding.write(
                session, work, case, proposal, second, participants, attestation
            )
        decision = write_decision(session, work, case, proposal, second, participants, attestation)
        attest_account(session, work, case, proposal, second)
        return decision, issue_letter(session, work, case, proposal, decision, second, participants)

    def return_proposal(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Send the proposal back to the preparer with a reason; the case is where it was before."""

        def act(session: Session) -> None:
            case = permitted(session, self.work, award_id, Act.RETURN)
            proposal = open_proposal(case)
            why = reason_given(reason, "skicka tillbaka förslaget")
            REQUISITION_MACHINE.move(case.requisition.state, "return")
            proposal.state, proposal.return_reason = ProposalState.RETURNED, why
            case.requisition.state = RequisitionState(proposal.state_before)
            self.work.record(
                session,
                "return",
                ("proposal", proposal.id),
                award_id=award_id,
                after={"state": proposal.state_before},
                reason=why,
            )

        one_effect(self.work, command_id, "return", [award_id, reason], act)
        return Done(Touched.REQUISITIONS | Touched.DECISIONS, "Förslaget är skickat tillbaka.", award_id)

    def mark_sent(
        self, award_id: int, on: date, channel: DispatchChannel, command_id: str | None = None
    ) -> Done:
        """Mark the case's decision letter as sent on a day; payment waits for this."""

        def act(session: Session) -> int:
            letter = permitted(session, self.work, award_id, Act.MARK_SENT).records.letter_id
            return mark_sent(session, self.work, letter, on, channel).document_id

        plain = [award_id, on.isoformat(), channel.value]
        document_id = one_effect(self.work, command_id, "mark_decision_sent", plain, act)
        return Done(
            Touched.REQUISITIONS | Touched.DOCUMENTS, "Beslutet är markerat som skickat.", document_id
        )

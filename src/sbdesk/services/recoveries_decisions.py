"""The part of the Återkrav page's service that lays a claim before the decider and sends what was decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.services import recoveries_deciding, recovery_letters
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.dispatches import mark_sent
from sbdesk.services.office_settings import put_value
from sbdesk.services.recoveries_claims import SIMPLE_ALLOWED, Claim, permitted
from sbdesk.services.recovery_letters import Signing
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.recoveries import dispatches_of
from sbdesk.store.records.office import DispatchRecord

_DECISIONS = Touched.RECOVERIES | Touched.DECISIONS
_LETTERS = Touched.RECOVERIES | Touched.DOCUMENTS


class DecidesClaims:
    """Proposal, draft, decision, return, and the marks that the letter was sent and received."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def propose(self, recovery_id: int, decider_id: int | None = None, command_id: str | None = None) -> Done:
        """Hand the claim over: the answer day has passed or a final answer is in."""
        return self._propose(recovery_id, RecoveryAct.PROPOSE, decider_id, "", command_id)

    def propose_simple(
        self, recovery_id: int, decider_id: int | None = None, command_id: str | None = None
    ) -> Done:
        """Hand over own reported unused money without a hearing, where a jurist has said so."""
        reason = recoveries_deciding.OWN_UNUSED
        return self._propose(recovery_id, RecoveryAct.PROPOSE_SIMPLE, decider_id, reason, command_id)

    def propose_unheard(
        self, recovery_id: int, reason: str, decider_id: int | None = None, command_id: str | None = None
    ) -> Done:
        """Hand over without a hearing, with the decider's reason as the letter will say it (FL 25 §)."""
        why = reason_given(reason, "besluta utan yttrande").rstrip(".")
        return self._propose(recovery_id, RecoveryAct.PROPOSE_UNHEARD, decider_id, why, command_id)

    def _propose(
        self, recovery_id: int, act: RecoveryAct, decider: int | None, reason: str, command_id: str | None
    ) -> Done:
        made = one_effect(
            self.work,
            command_id,
            act.value,
            [recovery_id, decider, reason],
            lambda session: recoveries_deciding.propose(
                session, self.work, recovery_id, act, decider, reason
            ),
        )
        return Done(_DECISIONS, "Återkravet är lämnat över för beslut.", made)

    def draft_decision(self, recovery_id: int) -> bytes:
        """The proposed decision as PDF, marked UTKAST, to be read and signed; nothing is kept."""
        with self.work.store.reading() as session:
            claim = permitted(session, self.work, recovery_id, RecoveryAct.PREVIEW)
            proposal = claim.open_proposal
            signing = Signing(proposal.decider_id, proposal.proposed_by, self.work.clock.today())
            return recovery_letters.draw_decision(session, claim, signing, proposal.content["unheard_reason"])

    def register_signed(self, recovery_id: int, second: SecondPerson, command_id: str | None = None) -> Done:
        """Decide: the second person's word, checks, letter and event in one transaction.

        Done.id is the letter's document. Raises NotAllowed ("Beslutet är inte fattat.") for the preparer
        (F13), jäv, an amount above the limit, any stop of K02–K09, or while appeal is not decided.
        """

        def act(session: Session) -> list[Any]:
            decision = recoveries_deciding.decide(session, self.work, recovery_id, second)
            return [decision.document_id, decision.number]

        plain = [recovery_id, second.officer_id, second.on.isoformat()]
        document_id, number = one_effect(self.work, command_id, "decide_recovery", plain, act)
        return Done(
            _DECISIONS | Touched.DOCUMENTS,
            f"Beslut {number} om återkrav är fattat och brevet är skapat.",
            document_id,
        )

    def return_proposal(
        self,
        recovery_id: int,
        reason: str,
        refused: Mapping[int, str] | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Send the proposal back with a reason, and with one for each refused line (line id to reason)."""
        lines = dict(refused or {})
        return self._act(
            command_id,
            "return_recovery",
            [recovery_id, reason, {str(key): words for key, words in lines.items()}],
            lambda session: recoveries_deciding.give_back(session, self.work, recovery_id, reason, lines),
            Done(_DECISIONS, "Förslaget är skickat tillbaka.", recovery_id),
        )

    def mark_decision_sent(
        self, recovery_id: int, on: date, channel: DispatchChannel, command_id: str | None = None
    ) -> Done:
        """Mark the decision as sent; an invoice waits for this."""

        def act(session: Session) -> None:
            claim = permitted(session, self.work, recovery_id, RecoveryAct.MARK_DECISION_SENT)
            mark_sent(session, self.work, _letter(claim), on, channel)

        done = Done(_LETTERS, "Beslutet är markerat som skickat.", recovery_id)
        return self._act(
            command_id, "mark_recovery_sent", [recovery_id, on.isoformat(), channel.value], act, done
        )

    def mark_decision_received(self, recovery_id: int, on: date, command_id: str | None = None) -> Done:
        """Note when the recipient got the decision: the time to appeal runs from that day (FL 44 §)."""

        def act(session: Session) -> None:
            claim = permitted(session, self.work, recovery_id, RecoveryAct.MARK_DECISION_RECEIVED)
            sent = dispatches_of(session, _letter(claim))[0]
            if on < sent.sent_on or on > self.work.clock.today():
                raise UserFacingError(
                    f"Mottagaren kan inte ha fått beslutet {on.isoformat()}.",
                    "Inget är ändrat.",
                    f"Ange en dag från {sent.sent_on.isoformat()} till och med i dag.",
                )
            _add_receipt(session, self.work, claim, sent, on)

        done = Done(_LETTERS, f"Mottagaren fick beslutet {on.isoformat()}.", recovery_id)
        return self._act(command_id, "mark_recovery_received", [recovery_id, on.isoformat()], act, done)

    def set_simple_allowed(self, allowed: bool, source: str, command_id: str | None = None) -> Done:
        """A jurist's word on claiming reported unused money without a hearing; ``source``: who said so."""

        def act(session: Session) -> None:
            why = reason_given(source, "ändra regeln om yttrande")
            put_value(session, SIMPLE_ALLOWED, allowed, role="jurist", source=why)
            self.work.record(
                session, "set_simple_allowed", ("setting", 0), after={"allowed": allowed}, reason=why
            )

        done = Done(Touched.SETTINGS | Touched.RECOVERIES, "Uppgiften är sparad.")
        return self._act(command_id, "set_simple_allowed", [allowed, source], act, done)

    def _act(
        self,
        command_id: str | None,
        verb: str,
        parameters: list[Any],
        act: Callable[[Session], None],
        done: Done,
    ) -> Done:
        one_effect(self.work, command_id, verb, parameters, act)
        return done


def _letter(claim: Claim) -> int:
    return claim.made_decision.document_id or 0


def _add_receipt(session: Session, work: Workplace, claim: Claim, sent: DispatchRecord, on: date) -> None:
    """Dispatches are append-only: the receipt is a row of its own beside the sending."""
    session.add(
        DispatchRecord(
            document_id=sent.document_id,
            recipient_id=sent.recipient_id,
            sent_on=sent.sent_on,
            channel=sent.channel,
            received_on=on,
            marked_by=work.officer_id,
        )
    )
    session.flush()
    work.record(
        session,
        "mark_received",
        ("document", sent.document_id),
        award_id=claim.award.id,
        after={"received_on": on.isoformat()},
    )

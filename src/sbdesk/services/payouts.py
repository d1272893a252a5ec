"""Pays out what is granted: prepared by one officer, approved by another, marked when the bank has paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.award import AWARD_MACHINE
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import Ore
from sbdesk.domain.payout import PAYOUT_MACHINE, PayoutState
from sbdesk.domain.requisition_actions import Act
from sbdesk.services import payout_accounts, payout_guards
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import Act as Subject
from sbdesk.services.attestations import SecondPerson, attest
from sbdesk.services.cases import Case, permitted
from sbdesk.services.changes import Done, Touched
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.signed_words import signed_words
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.decisions import PayoutRecord
from sbdesk.store.records.office import EventRecord

_TOUCHED = Touched.PAYOUTS | Touched.REQUISITIONS


@dataclass(frozen=True, slots=True)
class Booking:
    """How the finance unit books the payment; empty where it has not said."""

    account: str
    appropriation_item: str = ""
    cost_centre: str = ""
    counterparty_code: str = ""
    finance_reference: str = ""


class PayoutsService:
    """One award at a time; the rows are shaped so that a payment file can gather many."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def prepare(
        self, award_id: int, booking: Booking, debt_answer: str = "", command_id: str | None = None
    ) -> Done:
        """Prepare the whole amount that is granted and not yet on its way; Done.id is the payout.

        NotAllowed until the letter is marked as sent and the account is confirmed by a second person; a debt
        after the decision needs the jurist's answer.
        """

        def act(session: Session) -> int:
            case = permitted(session, self.work, award_id, Act.PREPARE_PAYOUT)
            payout_guards.recheck(session, self.work, case, debt_answer)
            if not booking.account.strip():
                raise UserFacingError("Kontering saknas.", "Inget är ändrat.", "Ange konto och försök igen.")
            payout = _planned(case, self.work, case.facts.to_pay, asdict(booking))
            session.add(payout)
            session.flush()
            self._tell(session, "prepare", payout, reason=debt_answer.strip() or None)
            return payout.id

        plain = [award_id, asdict(booking), debt_answer]
        made = one_effect(self.work, command_id, "prepare_payout", plain, act)
        return Done(_TOUCHED, "Utbetalningsunderlaget är skapat. Det väntar på attest.", made)

    def approve(
        self, award_id: int, second: SecondPerson, debt_answer: str = "", command_id: str | None = None
    ) -> Done:
        """Let another person approve the payment, within their limit; account and debt are checked anew."""

        def act(session: Session) -> int:
            case = permitted(session, self.work, award_id, Act.APPROVE_PAYOUT)
            payout = case.records.known_payout
            payout_guards.may_approve(session, self.work, case, payout, second)
            payout_guards.recheck(session, self.work, case, debt_answer)
            payout_guards.same_account(case, payout)
            attestation = attest(
                session,
                self.work,
                Subject("payout", payout.id, "approve", payout.prepared_by, award_id),
                second,
            )
            payout.state = PAYOUT_MACHINE.target(payout.state, "approve")
            payout.attestation_id = attestation.id
            signed = {"signed": signed_words(session, attestation)}
            self._tell(session, "approve", payout, after=signed, reason=debt_answer.strip() or None)
            return payout.id

        plain = [award_id, second.officer_id, second.on.isoformat(), debt_answer]
        made = one_effect(self.work, command_id, "approve_payout", plain, act)
        return Done(_TOUCHED, "Utbetalningen är attesterad.", made)

    def confirm(
        self, award_id: int, on: date, bank_reference: str = "", command_id: str | None = None
    ) -> Done:
        """Mark the payment as made by the bank on a day."""

        def act(session: Session) -> int:
            payout = permitted(session, self.work, award_id, Act.CONFIRM_PAYOUT).records.known_payout
            payout_guards.refuse_wrong_day(session, self.work, payout, on)
            payout.state = PAYOUT_MACHINE.target(payout.state, "confirm")
            payout.confirmed_on, payout.bank_reference = on, bank_reference.strip() or None
            told = {"on": on.isoformat(), "bank_reference": payout.bank_reference}
            self._tell(session, "confirm", payout, after=told)
            return payout.id

        plain = [award_id, on.isoformat(), bank_reference]
        made = one_effect(self.work, command_id, "confirm_payout", plain, act)
        return Done(_TOUCHED, f"Utbetalningen är markerad som genomförd {on.isoformat()}.", made)

    def undo_confirm(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take the mark away again, while no reconciliation or claim rests on the payment."""

        def act(session: Session) -> int:
            payout = permitted(session, self.work, award_id, Act.UNDO_CONFIRM_PAYOUT).records.known_payout
            why = reason_given(reason, "ångra markeringen")
            former = payout.confirmed_on
            payout.state = PAYOUT_MACHINE.target(payout.state, "undo_confirm")
            payout.confirmed_on, payout.bank_reference = None, None
            self.work.record(
                session,
                "undo_confirm",
                ("payout", payout.id),
                award_id=award_id,
                before={"on": former.isoformat() if former else None},
                reason=why,
                undoes=_last(session, payout.id, "confirm"),
            )
            return payout.id

        made = one_effect(self.work, command_id, "undo_confirm", [award_id, reason], act)
        return Done(_TOUCHED, "Utbetalningen är inte längre markerad som genomförd.", made)

    def cancel(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Take a payment that is not paid yet out of the papers."""

        def act(session: Session) -> int:
            payout = permitted(session, self.work, award_id, Act.CANCEL_PAYOUT).records.known_payout
            why = reason_given(reason, "ta ur underlaget")
            payout.state = PAYOUT_MACHINE.target(payout.state, "cancel")
            self._tell(session, "cancel", payout, reason=why)
            return payout.id

        made = one_effect(self.work, command_id, "cancel_payout", [award_id, reason], act)
        return Done(_TOUCHED, "Utbetalningen är borttagen ur underlaget.", made)

    def undo_cancel(self, payout_id: int, command_id: str | None = None) -> Done:
        """Put a cancelled payment back among the planned; approval must be given again."""

        def act(session: Session) -> int:
            payout = session.get_one(PayoutRecord, payout_id)
            case = permitted(session, self.work, payout.award_id, Act.PREPARE_PAYOUT)
            payout_guards.same_account(case, payout)
            payout.state = PAYOUT_MACHINE.target(payout.state, "undo_cancel")
            payout.attestation_id = None
            self._tell(session, "undo_cancel", payout, undoes=_last(session, payout.id, "cancel"))
            return payout.id

        made = one_effect(self.work, command_id, "undo_cancel", [payout_id], act)
        return Done(_TOUCHED, "Utbetalningen är tillbaka i underlaget.", made)

    def stop(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Stop a granted payment for now; NotAllowed unless the decision or a regulation permits it."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.STOP_PAYOUT).records.award
            why = reason_given(reason, "stoppa utbetalningen")
            AWARD_MACHINE.move(award.state, "stop_payout")
            award.payout_stop = why
            self.work.record(session, "stop_payout", ("award", award_id), award_id=award_id, reason=why)

        one_effect(self.work, command_id, "stop_payout", [award_id, reason], act)
        return Done(_TOUCHED, "Utbetalningen är stoppad tills vidare.", award_id)

    def release(self, award_id: int, reason: str, command_id: str | None = None) -> Done:
        """Let a stopped payment go on where it was."""

        def act(session: Session) -> None:
            award = permitted(session, self.work, award_id, Act.RELEASE_PAYOUT).records.award
            why = reason_given(reason, "släppa utbetalningen")
            AWARD_MACHINE.move(award.state, "release_payout")
            former, award.payout_stop = award.payout_stop, None
            self.work.record(
                session,
                "release_payout",
                ("award", award_id),
                award_id=award_id,
                before={"reason": former},
                reason=why,
            )

        one_effect(self.work, command_id, "release_payout", [award_id, reason], act)
        return Done(_TOUCHED, "Utbetalningen är släppt.", award_id)

    def _tell(
        self,
        session: Session,
        verb: str,
        payout: PayoutRecord,
        *,
        after: Mapping[str, str | None] | None = None,
        reason: str | None = None,
        undoes: int | None = None,
    ) -> None:
        self.work.record(
            session,
            verb,
            ("payout", payout.id),
            award_id=payout.award_id,
            after={"state": payout.state.value, "amount_ore": payout.amount_ore, **(after or {})},
            reason=reason,
            undoes=undoes,
        )


def _end_to_end_id(case: Case) -> str:
    """The decision's number and which payment this is; a decision for several awards names the award too."""
    shared = case.records.covering_letter_id is not None
    award = f"{case.records.award.id}-" if shared else ""
    return f"{case.records.decided.number}-{award}{len(case.records.payouts) + 1}"


def _planned(case: Case, work: Workplace, amount: Ore, booking: dict[str, str]) -> PayoutRecord:
    decision, account = case.records.decided, case.records.known_account
    return PayoutRecord(
        award_id=case.records.award.id,
        decision_id=decision.id,
        amount_ore=amount,
        account=payout_accounts.snapshot(account),
        end_to_end_id=_end_to_end_id(case),
        booking=booking,
        state=PayoutState.PLANNED,
        prepared_by=work.officer_id,
    )


def _last(session: Session, payout_id: int, verb: str) -> int:
    """The number of the newest event of that verb; NoResultFound when there is none."""
    event = EventRecord
    return session.scalars(
        select(event.seq)
        .where(event.subject_kind == "payout", event.subject_id == payout_id, event.verb == verb)
        .order_by(event.seq.desc())
        .limit(1)
    ).one()

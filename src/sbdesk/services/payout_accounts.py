"""Keeps the accounts that recipients are paid to: no wrong check digit gets in, no unattested one is paid."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain import party_actions
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind, CheckedNumber, CheckResult, check_account
from sbdesk.domain.parties import AccountSource
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.services.signed_words import signed_words
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import PayoutAccountRecord

NOT_SAVED = "Inget är sparat, men det du har skrivit finns kvar."


ASK_THE_RECIPIENT = "Rätta numret, eller begär rätt nummer av mottagaren."
_LEAVE_EMPTY = "Rätta numret, eller lämna kontot tomt och begär komplettering."


def checked(given: AccountInput, todo: str = _LEAVE_EMPTY) -> CheckedNumber:
    """The number in its usual form; ``todo`` is the advice for a wrong one, by default in a requisition.

    Raises UserFacingError for a wrong check digit or form, and for a number that no table can check until the
    officer says that it was compared with the recipient's document.
    """
    answer = check_account(given.kind, given.number, given.clearing)
    if answer.result is CheckResult.FAILED:
        raise UserFacingError(
            answer.text or f"Numret {given.number} är inte giltigt.",
            NOT_SAVED,
            todo,
            code="account_failed",
        )
    if answer.result is CheckResult.UNKNOWN_RANGE and not given.compared:
        raise UserFacingError(
            answer.text or f"Numret {given.number} går inte att kontrollera.",
            NOT_SAVED,
            "Markera sedan att numret är jämfört.",
            code="account_unknown",
        )
    return answer


def keep_account(
    session: Session,
    work: Workplace,
    recipient_id: int,
    given: AccountInput,
    award_id: int | None = None,
    source: AccountSource = AccountSource.REQUISITION,
) -> PayoutAccountRecord:
    """The recipient's account with that number, made when it is new; raises as :func:`checked`."""
    answer = checked(given)
    known = known_account(session, recipient_id, given.kind, answer)
    if known is not None:
        return known
    clearing, number = parts_of(given.kind, answer)
    made = PayoutAccountRecord(
        recipient_id=recipient_id,
        kind=given.kind,
        number=number,
        clearing=clearing,
        check_result=answer.result,
        source=source,
        entered_on=work.clock.today(),
        entered_by=work.officer_id,
    )
    session.add(made)
    session.flush()
    work.record(
        session,
        "add_account",
        ("payout_account", made.id),
        award_id=award_id,
        after={"account": account_text(made), "check": made.check_result.value, "source": source.value},
    )
    return made


def known_account(
    session: Session, recipient_id: int, kind: AccountKind, answer: CheckedNumber
) -> PayoutAccountRecord | None:
    """The recipient's account of that kind and number."""
    clearing, number = parts_of(kind, answer)
    record = PayoutAccountRecord
    return session.scalar(
        select(record).where(
            record.recipient_id == recipient_id,
            record.kind == kind,
            record.number == number,
            func.coalesce(record.clearing, "") == (clearing or ""),
        )
    )


def parts_of(kind: AccountKind, answer: CheckedNumber) -> tuple[str | None, str]:
    """Clearing number (bank accounts only) and number as they are stored."""
    if kind is AccountKind.BANK_ACCOUNT:
        clearing, number = answer.number.split(",", 1)
        return clearing, number
    return None, answer.number


def account_text(record: PayoutAccountRecord) -> str:
    """``Bankgiro 5050-1055`` or ``Bankkonto 8327-9, 903 123 4``: kind and number as a person reads it."""
    number = f"{record.clearing}, {record.number}" if record.clearing else record.number
    return f"{record.kind.swedish} {number}"


def in_sentence(text: str) -> str:
    """An account's text inside a sentence: ``bankgiro 5050-1055``; IBAN stays."""
    return text if text.startswith("IBAN") else text[:1].lower() + text[1:]


def snapshot(record: PayoutAccountRecord) -> dict[str, Any]:
    """The account as plain data, kept with a payment."""
    return {
        "account_id": record.id,
        "kind": record.kind.value,
        "number": record.number,
        "clearing": record.clearing,
        "text": account_text(record),
    }


def needs_call(account: PayoutAccountRecord) -> bool:
    """Whether it came by e-mail, is not confirmed, and nobody has called the recipient back."""
    waiting = account.attestation_id is None and account.called_back_on is None
    return waiting and account.source is AccountSource.E_MAIL


def refuse_unconfirmable(account: PayoutAccountRecord) -> None:
    """Raise NotAllowed for an account that came by e-mail and has not been called back, or is confirmed."""
    reason = party_actions.why_not_confirm(
        confirmed=account.attestation_id is not None,
        source=account.source,
        called_back=account.called_back_on is not None,
    )
    if reason:
        raise NotAllowed(
            reason,
            "Inget är ändrat.",
            "Se kontots historik under Regioner, Konton.",
        )


def confirm(
    session: Session,
    work: Workplace,
    account: PayoutAccountRecord,
    second: SecondPerson,
    award_id: int | None = None,
) -> None:
    """Let a second person stand behind the account: the one place for the rule.

    Raises NotAllowed as :func:`refuse_unconfirmable`, else as :func:`attestations.attest`.
    """
    refuse_unconfirmable(account)
    attestation = attest(
        session,
        work,
        Act("payout_account", account.id, "confirm_account", account.entered_by, award_id),
        second,
    )
    account.attestation_id = attestation.id
    work.record(
        session,
        "confirm_account",
        ("payout_account", account.id),
        award_id=award_id,
        after={
            "account": account_text(account),
            "attestation": attestation.id,
            "signed": signed_words(session, attestation),
        },
    )

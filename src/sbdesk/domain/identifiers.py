"""Numbers with a check digit: organisation numbers, accounts, OCR, and personal numbers to be hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum import iban, luhn
from stdnum.exceptions import ValidationError
from stdnum.se import orgnr

from sbdesk.domain import clearing_numbers
from sbdesk.domain.clearing_numbers import AccountAnswer


class CheckResult(StrEnum):
    """``UNKNOWN_RANGE``: the number may be right, no table tells how to check it."""

    OK = "ok"
    FAILED = "failed"
    UNKNOWN_RANGE = "unknown_range"


class AccountKind(StrEnum):
    """The kinds of account that a payout can go to."""

    BANKGIRO = "bankgiro"
    PLUSGIRO = "plusgiro"
    BANK_ACCOUNT = "bank_account"
    IBAN = "iban"

    @property
    def swedish(self) -> str:
        """The word before the number."""
        return {
            AccountKind.BANKGIRO: "Bankgiro",
            AccountKind.PLUSGIRO: "Plusgiro",
            AccountKind.BANK_ACCOUNT: "Bankkonto",
            AccountKind.IBAN: "IBAN",
        }[self]


@dataclass(frozen=True, slots=True)
class CheckedNumber:
    """A number as it is stored and printed, and what its check says.

    ``text`` is a Swedish sentence when the check is not ok; ``number`` is what was typed when its form is
    wrong.
    """

    result: CheckResult
    number: str
    text: str | None = None


_PERSON = "Numret ser ut som ett personnummer. Ange mottagarens organisationsnummer i stället."
_LONGEST_ACCOUNT = 12
"""Digits that a payment file to Bankgirot holds for an account beside its clearing number."""


def check_org_number(typed: str) -> CheckedNumber:
    """``NNNNNN-NNNN`` of a legal entity: ten digits, check digit, third digit at least 2."""
    try:
        number = orgnr.format(orgnr.validate(_ascii(typed)))
    except ValidationError:
        return _failed(typed, _org_number_fault(typed.strip()))
    if number[2] < "2":
        return _failed(typed, _PERSON)
    return CheckedNumber(CheckResult.OK, number)


def _org_number_fault(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    if not typed:
        return "Organisationsnumret saknas. Det ska ha tio siffror."
    if re.fullmatch(r"(19|20)[0-9]{2}[01][0-9]{7}", digits):
        return _PERSON
    if len(digits) == 10 and digits.isascii():
        return f"Organisationsnummer {typed} har fel kontrollsiffra."
    return f"Organisationsnummer {typed} ska ha tio siffror."


def check_bankgiro(typed: str) -> CheckedNumber:
    """``123-4566`` or ``1234-5674``: seven or eight digits, the last a check digit."""
    digits = _digits(typed)
    if not typed.strip():
        return _failed(typed, "Bankgironumret saknas.")
    if len(digits) not in (7, 8):
        return _failed(typed, f"Bankgiro {typed.strip()} ska ha sju eller åtta siffror.")
    number = f"{digits[:-4]}-{digits[-4:]}"
    return _with_check_digit(number, digits, "Bankgiro")


def check_plusgiro(typed: str) -> CheckedNumber:
    """``12 34 56-6``: two to eight digits, the last a check digit."""
    digits = _digits(typed)
    if not typed.strip():
        return _failed(typed, "Plusgironumret saknas.")
    if not 2 <= len(digits) <= 8:
        return _failed(typed, f"Plusgiro {typed.strip()} ska ha två till åtta siffror.")
    body = digits[:-1]
    start = len(body) % 2
    pairs = [body[:start], *(body[i : i + 2] for i in range(start, len(body), 2))]
    number = f"{' '.join(pair for pair in pairs if pair)}-{digits[-1]}"
    return _with_check_digit(number, digits, "Plusgiro")


def check_bank_account(clearing: str, typed: str) -> CheckedNumber:
    """A clearing number and an account number in a Swedish bank; ``number`` is ``clearing,account``."""
    clearing_digits, account = _digits(clearing), _digits(typed)
    fault = _bank_account_fault(clearing.strip(), typed.strip())
    if fault:
        return _failed(f"{clearing.strip()},{typed.strip()}", fault)
    number = f"{clearing_digits},{account}"
    answer = clearing_numbers.check(clearing_digits, account)
    if answer is AccountAnswer.OK:
        return CheckedNumber(CheckResult.OK, number)
    if answer is AccountAnswer.WRONG:
        return _failed(number, f"Bankkonto {clearing_digits}, {account} har fel kontrollsiffra.")
    return CheckedNumber(
        CheckResult.UNKNOWN_RANGE,
        number,
        f"Kontrollsiffran i bankkonto {clearing_digits}, {account} går inte att kontrollera. "
        "Jämför numret med mottagarens handling.",
    )


def _bank_account_fault(clearing: str, typed: str) -> str:
    """What is wrong with the form of a bank account's numbers; empty when nothing is."""
    digits, account = _digits(clearing), _digits(typed)
    if not clearing:
        return "Bankkontots clearingnummer saknas."
    if not typed:
        return "Bankkontots kontonummer saknas."
    if len(digits) not in (4, 5) or digits.startswith("0"):
        return f"Clearingnummer {clearing} ska ha fyra eller fem siffror och inte börja med noll."
    if not 2 <= len(account) <= _LONGEST_ACCOUNT:
        return f"Kontonummer {typed} ska ha två till tolv siffror utöver clearingnumret."
    return f"Kontonummer {typed} består bara av nollor." if _only_zeros(account) else ""


def check_iban(typed: str) -> CheckedNumber:
    """An IBAN of any country, in groups of four."""
    if not typed.strip():
        return _failed(typed, "IBAN-numret saknas.")
    try:
        number = iban.format(iban.validate(_ascii(typed)))
    except ValidationError:
        return _failed(typed, f"IBAN {typed.strip()} är inte giltigt.")
    return CheckedNumber(CheckResult.OK, number)


def check_account(kind: AccountKind, number: str, clearing: str | None = None) -> CheckedNumber:
    """The check that belongs to the kind of account."""
    if kind is AccountKind.BANKGIRO:
        return check_bankgiro(number)
    if kind is AccountKind.PLUSGIRO:
        return check_plusgiro(number)
    if kind is AccountKind.IBAN:
        return check_iban(number)
    return check_bank_account(clearing or "", number)


def ocr_number(reference: int, *, length_digit: bool = True) -> str:
    """A payment reference: the number, its length digit (the last digit of the whole length), a check digit.

    At most 25 digits (Bankgirot); ValueError for more, and for a reference that is not positive.
    """
    if reference < 1:
        raise ValueError(f"{reference}")
    body = str(reference)
    if length_digit:
        body += str((len(body) + 2) % 10)
    if len(body) > 24:
        raise ValueError(f"{reference} is too long")
    return body + str(luhn.calc_check_digit(body))


def is_ocr_number(text: str, *, length_digit: bool = True) -> bool:
    """Whether digits, check digit and (where used) length digit agree; spaces are ignored."""
    digits = text.replace(" ", "")
    if not re.fullmatch(r"[0-9]{2,25}", digits) or not luhn.is_valid(digits):
        return False
    return not length_digit or digits[-2] == str(len(digits) % 10)


_PERSONAL = re.compile(r"(?<![0-9])(?:19|20)?([0-9]{2})([0-9]{2})([0-9]{2})([-+ ]?)([0-9]{4})(?![0-9])")


def personal_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where personal numbers (or co-ordination numbers) stand in ``text``, as [from, to) offsets.

    A date and a check digit must both agree. Voucher numbers, OCR and sole traders may look alike.
    """
    return tuple(match.span() for match in _PERSONAL.finditer(text) if _is_personal(match))


def mask_personal_numbers(text: str) -> str:
    """The text with the digits of every personal number replaced by asterisks."""
    return _PERSONAL.sub(
        lambda match: re.sub("[0-9]", "*", match.group()) if _is_personal(match) else match.group(), text
    )


def _is_personal(match: re.Match[str]) -> bool:
    year, month, day, _, serial = match.groups()
    if not luhn.is_valid(year + month + day + serial):
        return False
    number = int(day) - 60 if int(day) > 60 else int(day)
    try:
        date(2000 if month + day == "0229" else 2001, int(month), number)
    except ValueError:
        return False
    return True


def _with_check_digit(number: str, digits: str, word: str) -> CheckedNumber:
    if _only_zeros(digits):  # their check digit is right
        return _failed(number, f"{word} {number} består bara av nollor.")
    if luhn.is_valid(digits):
        return CheckedNumber(CheckResult.OK, number)
    return _failed(number, f"{word} {number} har fel kontrollsiffra.")


def _only_zeros(digits: str) -> bool:
    return not digits.strip("0")


def _failed(typed: str, text: str) -> CheckedNumber:
    return CheckedNumber(CheckResult.FAILED, typed.strip(), text)


def _ascii(typed: str) -> str:
    """Only plain characters, else nothing: stdnum reads full-width digits too, which no register prints."""
    plain = re.sub(r"[\u00a0\u202f\u2009]", "", typed).replace("\u2013", "-")
    return plain if plain.isascii() else ""


def _digits(typed: str) -> str:
    """The digits of a number typed with spaces, hyphens or points; empty when anything else stands there."""
    plain = re.sub(r"[\s.,\-\u2010-\u2015\u2212]", "", typed)
    return plain if re.fullmatch(r"[0-9]*", plain) else ""

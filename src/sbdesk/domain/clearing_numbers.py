"""Which check digit a Swedish bank account has, by clearing number, where the banks' common scheme tells.

Source: Bankgirot, "Bankernas kontonummeruppbyggnad". Only the larger banks' series are here; an account in
any other series is not checked, and Swedbank's 8xxx accounts may lack a valid check digit and still be right.
"""

from __future__ import annotations

from enum import Enum, auto

from stdnum import luhn


class AccountAnswer(Enum):
    """What the check digit says; ``UNKNOWN`` says nothing against the account."""

    OK = auto()
    WRONG = auto()
    UNKNOWN = auto()


class _Scheme(Enum):
    """The check: over which digits, by which modulus."""

    MOD11_LAST_THREE = auto()
    MOD11_WHOLE_CLEARING = auto()
    MOD10_TEN_DIGITS = auto()
    MOD11_NINE_DIGITS = auto()
    MOD10_UNCERTAIN = auto()


_SERIES: tuple[tuple[int, int, _Scheme], ...] = (
    (1100, 1199, _Scheme.MOD11_LAST_THREE),  # Nordea
    (1200, 1399, _Scheme.MOD11_LAST_THREE),  # Danske Bank
    (1400, 2099, _Scheme.MOD11_LAST_THREE),  # Nordea
    (2400, 2499, _Scheme.MOD11_LAST_THREE),  # Danske Bank
    (3000, 3299, _Scheme.MOD11_LAST_THREE),  # Nordea
    (3300, 3300, _Scheme.MOD10_TEN_DIGITS),  # Nordea, personal accounts
    (3301, 3399, _Scheme.MOD11_LAST_THREE),  # Nordea
    (3410, 3781, _Scheme.MOD11_LAST_THREE),  # Nordea
    (3782, 3782, _Scheme.MOD10_TEN_DIGITS),  # Nordea, personal accounts
    (3783, 3999, _Scheme.MOD11_LAST_THREE),  # Nordea
    (4000, 4999, _Scheme.MOD11_WHOLE_CLEARING),  # Nordea
    (5000, 5999, _Scheme.MOD11_LAST_THREE),  # SEB
    (6000, 6999, _Scheme.MOD11_NINE_DIGITS),  # Handelsbanken
    (7000, 7999, _Scheme.MOD11_LAST_THREE),  # Swedbank
    (8000, 8999, _Scheme.MOD10_UNCERTAIN),  # Swedbank
)

_SHORT_LENGTH = 7
_LONG_LENGTH = {
    _Scheme.MOD10_TEN_DIGITS: 10,
    _Scheme.MOD11_NINE_DIGITS: 9,
    _Scheme.MOD10_UNCERTAIN: 10,
}


def check(clearing: str, account: str) -> AccountAnswer:
    """Both as ASCII digits; a shorter account number is filled with zeros from the left."""
    number = int(clearing[:4])
    scheme = next((s for first, last, s in _SERIES if first <= number <= last), None)
    if scheme is None:
        return AccountAnswer.UNKNOWN
    length = _LONG_LENGTH.get(scheme, _SHORT_LENGTH)
    if len(account) > length:
        return AccountAnswer.UNKNOWN if scheme is _Scheme.MOD10_UNCERTAIN else AccountAnswer.WRONG
    digits = account.zfill(length)
    if scheme is _Scheme.MOD11_LAST_THREE:
        good = _modulus_11(clearing[1:4] + digits)
    elif scheme is _Scheme.MOD11_WHOLE_CLEARING:
        good = _modulus_11(clearing[:4] + digits)
    elif scheme is _Scheme.MOD11_NINE_DIGITS:
        good = _modulus_11(digits)
    else:
        good = luhn.is_valid(digits)
    if good:
        return AccountAnswer.OK
    return AccountAnswer.UNKNOWN if scheme is _Scheme.MOD10_UNCERTAIN else AccountAnswer.WRONG


def _modulus_11(digits: str) -> bool:
    """Weights from the right 1, 2, … 10 and then 1 again."""
    return sum(int(d) * (i % 10 + 1) for i, d in enumerate(reversed(digits))) % 11 == 0

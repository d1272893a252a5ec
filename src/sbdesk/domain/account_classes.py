"""What kind of cost an account holds: the recipient's own map, never built into the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class AccountClass(StrEnum):
    """What an account means to the checks."""

    PERSONNEL = "personnel"
    PURCHASE = "purchase"
    GRANT_PAID = "grant_paid"
    GRANT_INCOME = "grant_income"
    VAT = "vat"
    ACCRUAL = "accrual"
    INTERNAL = "internal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AccountClassMap:
    """Account prefix to class; the longest prefix that fits wins, and what no prefix fits is ``other``.

    Kept per recipient, since charts differ (Region-Bas has labour in class 4, Kommun-Bas in class 5).
    """

    prefixes: Mapping[str, AccountClass]

    def class_of(self, account: str) -> AccountClass:
        """The class of an account number."""
        for length in range(len(account), 0, -1):
            found = self.prefixes.get(account[:length])
            if found is not None:
                return found
        return AccountClass.OTHER

    def to_json(self) -> dict[str, str]:
        """A plain dict for a profile."""
        return {prefix: kind.value for prefix, kind in self.prefixes.items()}

    @classmethod
    def from_json(cls, data: Mapping[str, str]) -> AccountClassMap:
        """The map that :meth:`to_json` wrote; ValueError when a class is unknown."""
        return cls({prefix: AccountClass(kind) for prefix, kind in data.items()})

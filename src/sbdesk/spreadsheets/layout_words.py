"""Loads the words by which headings and sum rows are recognised, and the charts' suggested classes."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sbdesk.domain.account_classes import AccountClass, AccountClassMap
from sbdesk.domain.ledger_layout import ColumnRole
from sbdesk.domain.ledger_rows import ExclusionReason
from sbdesk.paths import resources


class RowLabel(StrEnum):
    """What the first words of a row say that it is."""

    GRAND_TOTAL = "grand_total"
    SUBTOTAL = "subtotal"
    OPENING = "opening"
    CLOSING = "closing"

    @property
    def reason(self) -> ExclusionReason:
        """The reason with which such a row is excluded."""
        if self in (RowLabel.OPENING, RowLabel.CLOSING):
            return ExclusionReason(self.value)
        return ExclusionReason.SUBTOTAL


@dataclass(frozen=True, slots=True)
class AccountSuggestion:
    """One prefix of a chart: its class, whether a source supports it, and a Swedish note."""

    prefix: str
    kind: AccountClass
    basis: str
    """``source``, ``sample`` or ``background``."""
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of accounts as a suggestion for a recipient's own map."""

    key: str
    title: str
    accounts: tuple[AccountSuggestion, ...]

    def class_map(self) -> AccountClassMap:
        """The suggestion as a map, for the officer to confirm or change."""
        return AccountClassMap({each.prefix: each.kind for each in self.accounts})


def heading_key(text: str) -> str:
    """A heading without case, spaces and punctuation."""
    return "".join(
        character for character in unicodedata.normalize("NFKC", text).casefold() if character.isalnum()
    )


def label_words(text: str) -> tuple[str, ...]:
    """The words of a label, each without case and punctuation."""
    return tuple(filter(None, (heading_key(word) for word in text.split())))


@cache
def column_words() -> Mapping[str, tuple[ColumnRole, int]]:
    """Heading key to role and rank (0 is the best word of its role)."""
    found: dict[str, tuple[ColumnRole, int]] = {}
    for role, words in _load("headers")["columns"].items():
        for rank, word in enumerate(words):
            found.setdefault(heading_key(word), (ColumnRole(role), rank))
    return found


@cache
def row_labels() -> tuple[tuple[tuple[str, ...], RowLabel], ...]:
    """The words of each label and what they mean, the longest first."""
    rows = _load("headers")["rows"]
    labels = [(label_words(word), RowLabel(kind)) for kind, words in rows.items() for word in words]
    return tuple(sorted(labels, key=lambda each: -len(each[0])))


@cache
def chart(key: str) -> Chart:
    """The chart ``region_bas`` or ``kommun_bas``."""
    data = _load(key)
    accounts = tuple(
        AccountSuggestion(each["prefix"], AccountClass(each["class"]), each["basis"], each["note"])
        for each in data["account"]
    )
    return Chart(key, data["title"], accounts)


def charts() -> tuple[Chart, ...]:
    """All suggested charts, that of the regions first."""
    return (chart("region_bas"), chart("kommun_bas"))


def _load(name: str) -> dict[str, Any]:
    with (resources() / "ledger_layouts" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)

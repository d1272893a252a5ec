"""Decides what kind of cost each account of an extract holds, and says on what ground."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sbdesk.domain.account_classes import AccountClass, AccountClassMap
from sbdesk.domain.ledger import LedgerRow
from sbdesk.domain.parties import RecipientKind
from sbdesk.paths import resources
from sbdesk.spreadsheets.layout_words import Chart, chart


class DecidedBy(StrEnum):
    """Where an account's class comes from, the weightiest first."""

    OFFICER = "officer"
    PROFILE = "profile"
    NAME = "name"
    CHART = "chart"
    NOTHING = "nothing"

    @property
    def swedish(self) -> str:
        """The words beside the class."""
        return {
            DecidedBy.OFFICER: "Valt här",
            DecidedBy.PROFILE: "Sparat i profilen",
            DecidedBy.NAME: "Kontots namn",
            DecidedBy.CHART: "Förslag ur kontoplanen",
            DecidedBy.NOTHING: "Okänt konto",
        }[self]


CLASS_WORDS: Mapping[AccountClass, str] = {
    AccountClass.PERSONNEL: "Personal",
    AccountClass.PURCHASE: "Inköp",
    AccountClass.GRANT_PAID: "Lämnade bidrag",
    AccountClass.GRANT_INCOME: "Bidragsintäkt",
    AccountClass.VAT: "Ingående moms",
    AccountClass.ACCRUAL: "Periodisering",
    AccountClass.INTERNAL: "Internt",
    AccountClass.OTHER: "Övrigt",
}


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of the extract: how many rows, their sum (öre), its class and who decided it."""

    account: str
    name: str
    rows: int
    ore: int
    kind: AccountClass
    decided_by: DecidedBy


@dataclass(frozen=True, slots=True)
class AccountClasses:
    """Decides classes for one recipient: the officer's choice, the profile, the account's name, the chart."""

    chart: Chart
    profile: AccountClassMap
    chosen: Mapping[str, AccountClass]

    def decide(self, account: str, name: str) -> tuple[AccountClass, DecidedBy]:
        """The class of an account and where it comes from."""
        if account in self.chosen:
            return self.chosen[account], DecidedBy.OFFICER
        if any(account.startswith(prefix) for prefix in self.profile.prefixes):
            return self.profile.class_of(account), DecidedBy.PROFILE
        named = class_of_name(name)
        if named is not None:
            return named, DecidedBy.NAME
        suggested = self.chart.class_map()
        if any(account.startswith(prefix) for prefix in suggested.prefixes):
            return suggested.class_of(account), DecidedBy.CHART
        return AccountClass.OTHER, DecidedBy.NOTHING

    def accounts(self, rows: Iterable[LedgerRow]) -> tuple[AccountRow, ...]:
        """The extract's accounts in order, each with its class."""
        names: dict[str, str] = {}
        counts: dict[str, tuple[int, int]] = {}
        for row in rows:
            count, ore = counts.get(row.account, (0, 0))
            counts[row.account] = (count + 1, ore + row.amount_ore)
            if row.account_name and not names.get(row.account):
                names[row.account] = row.account_name
        return tuple(
            AccountRow(
                account,
                names.get(account, ""),
                *counts[account],
                *self.decide(account, names.get(account, "")),
            )
            for account in sorted(counts)
        )


def chart_for(kind: RecipientKind) -> Chart:
    """The chart to suggest from: regions follow one, municipalities and their associations another."""
    return chart("region_bas" if kind is RecipientKind.REGION else "kommun_bas")


def to_remember(accounts: Iterable[AccountRow], former: AccountClassMap) -> AccountClassMap:
    """The recipient's map after an import: what was decided for each account, over what was known before."""
    decided = {row.account: row.kind for row in accounts if row.decided_by is not DecidedBy.NOTHING}
    return AccountClassMap({**former.prefixes, **decided})


def class_of_name(name: str) -> AccountClass | None:
    """What an account's own name says, None when it says nothing."""
    plain = " ".join(re.findall(r"\w+", name.casefold()))
    return next((kind for pattern, kind in _names() if pattern.search(plain)), None)


@cache
def _names() -> tuple[tuple[re.Pattern[str], AccountClass], ...]:
    with (resources() / "ledger_layouts" / "account_names.toml").open("rb") as file:
        entries = tomllib.load(file)["name"]
    return tuple(
        (re.compile("|".join(_pattern(word) for word in entry["words"])), AccountClass(entry["class"]))
        for entry in entries
    )


def _pattern(word: str) -> str:
    ending = r"\w*" if word.endswith("*") else ""
    return rf"\b{re.escape(word.rstrip('*'))}{ending}\b"

"""The catalogue of ledger checks: the same code and title for the SQL that finds rows and for the finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sbdesk.domain.cost_month import CostTime
from sbdesk.domain.findings import Level, Subject
from sbdesk.domain.ore import NBSP, Ore, format_ore
from sbdesk.domain.periods import Period
from sbdesk.domain.programme import FactStatus, ProgrammeDefinition
from sbdesk.domain.rules.engine import Asked, NoParameters, RuleName, RuleSetting, ask


class RunBy(StrEnum):
    """Where a ledger check's rows come from: a query over the imported rows, or the import itself."""

    SQL = "sql"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class ShareParameters:
    """From how many öre outside the period of use a cost that straddles its end is worth dividing."""

    share_from_ore: Ore = 100_000


@dataclass(frozen=True, slots=True)
class ReversalParameters:
    """How many days apart two rows may be booked and still cancel each other."""

    max_days: int = 62


@dataclass(frozen=True, slots=True)
class LedgerRule:
    """A ledger check by name, with its parameters and where it runs."""

    name: RuleName
    run_by: RunBy = RunBy.SQL
    parameters: type[Any] = NoParameters


def _rules(*rules: LedgerRule) -> dict[str, LedgerRule]:
    return {rule.name.code: rule for rule in rules}


LEDGER_RULES: Mapping[str, LedgerRule] = _rules(
    LedgerRule(RuleName("L01", "Utanför användningstiden", Level.DEVIATION), parameters=ShareParameters),
    LedgerRule(RuleName("L02", "Reservering, underlag behövs", Level.NOTE)),
    LedgerRule(RuleName("L03", "Bokförd efter perioden", Level.NOTE)),
    LedgerRule(RuleName("L04", "Förskott till nästa år", Level.DEVIATION), parameters=ShareParameters),
    LedgerRule(RuleName("L05", "Schablonreservering", Level.NOTE)),
    LedgerRule(RuleName("L06", "Dubblett i samma bidrag", Level.DEVIATION)),
    LedgerRule(RuleName("L07", "Motbokning", Level.NOTE), parameters=ReversalParameters),
    LedgerRule(RuleName("L08", "Ingående moms", Level.NOTE)),
    LedgerRule(RuleName("L09", "Egna bidragsintäkter", Level.DEVIATION)),
    LedgerRule(RuleName("L16", "Kod saknas", Level.NOTE)),
    LedgerRule(RuleName("L18", "Kontrollsumma stämmer inte", Level.STOP), RunBy.IMPORT),
    LedgerRule(RuleName("L19", "Verifikationsnummer eller motpart saknas", Level.DEVIATION)),
    LedgerRule(RuleName("L20", "Negativa rader", Level.NOTE)),
    LedgerRule(RuleName("L21", "Fel eller oläsbart värde", Level.STOP), RunBy.IMPORT),
)
"""The checks of one grant's rows; those across grants come with reconciliation."""


def asked(code: str, settings: Mapping[str, RuleSetting]) -> Asked[Any] | None:
    """The check as the programme asks it, or None when it does not; KeyError for an unknown code."""
    rule = LEDGER_RULES[code]
    setting = settings.get(code)
    return None if setting is None else ask(rule.name, rule.parameters, setting)


@dataclass(frozen=True, slots=True)
class LedgerLineFacts:
    """One imported row, or a claimed part of it. Cost is positive, öre."""

    line_id: int
    source_row: int
    account: str
    amount_ore: Ore
    claimed_ore: Ore
    voucher: str = ""
    """Series and number as the recipient writes them."""
    booked_on: date | None = None
    event_on: date | None = None
    cost: CostTime | None = None
    account_name: str = ""
    supplier: str = ""
    invoice_number: str = ""
    text: str = ""
    is_personnel: bool = False
    """Salaries are earned through the whole month that their text names."""

    @property
    def subject(self) -> Subject:
        """The row, for the findings."""
        return Subject("ledger_line", self.line_id)

    @property
    def label(self) -> str:
        """How a finding names the row: its voucher, else its row in the file."""
        return self.voucher or f"Rad {self.source_row}"

    @property
    def account_label(self) -> str:
        """``1681 Ingående moms``, or the number alone."""
        return f"{self.account} {self.account_name}".strip()


@dataclass(frozen=True, slots=True)
class UsePeriod:
    """The days a grant may be used.

    ``start_is_certain`` False: the first day is derived and did not stand in the decision, so a cost before
    it is only told.
    """

    period: Period
    start_is_certain: bool = True

    @classmethod
    def of(cls, definition: ProgrammeDefinition, *, start_in_decision: bool = False) -> UsePeriod | None:
        """A programme's period of use, or None while one of its days is unknown."""
        first, last = definition.day("use_from"), definition.day("use_to")
        if first is None or last is None:
            return None
        derived = definition.fact("use_from").status is FactStatus.DERIVED
        return cls(Period(first, last), start_in_decision or not derived)


def kronor(amount: Ore) -> str:
    """``84 000,00 kr``: always two decimals, as in the ledger."""
    return format_ore(amount) + NBSP + "kr"


def rows_in_words(number: int) -> str:
    """``1 rad``, ``12 rader``."""
    return f"{number} rad" if number == 1 else f"{number} rader"

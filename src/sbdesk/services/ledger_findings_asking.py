"""Asks each ledger check about the live lines of one award: rows from the database, words from the domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.cost_month import CostTime, mentions_accrual
from sbdesk.domain.findings import CheckOutcome, Finding
from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.periods import Period
from sbdesk.domain.rules import ledger_period, ledger_rows
from sbdesk.domain.rules.engine import Asked
from sbdesk.domain.rules.ledger import (
    LEDGER_RULES,
    LedgerLineFacts,
    ReversalParameters,
    RunBy,
    UsePeriod,
    asked,
)
from sbdesk.services.ledger_findings_reversals import pair_reversals
from sbdesk.services.ledger_findings_settings import LedgerSettings
from sbdesk.store.queries import ledger_findings as rows
from sbdesk.store.queries.ledger_findings import Line

ROUND_ORE = 100_000
"""A reservation in whole thousands of kronor (öre) is round (L05)."""


def ask_ledger(session: Session, award_id: int, settings: LedgerSettings) -> tuple[CheckOutcome, ...]:
    """The outcome of every ledger check that runs over rows, in the order of their codes."""
    questions = _Questions(session, award_id, settings)
    return tuple(questions.outcome(code) for code, rule in LEDGER_RULES.items() if rule.run_by is RunBy.SQL)


class _Questions:
    """One look at an award; rows that several checks need are fetched once."""

    def __init__(self, session: Session, award_id: int, settings: LedgerSettings) -> None:
        self.session = session
        self.award_id = award_id
        self.settings = settings

    def outcome(self, code: str) -> CheckOutcome:
        """Run one check; not applicable without setting, not run without the facts it needs."""
        title = LEDGER_RULES[code].name.title
        question = asked(code, self.settings.rules)
        if question is None:
            return CheckOutcome.not_applicable(code, title)
        if code in _IN_PERIOD:
            if self.settings.use is None:
                return CheckOutcome.not_run(code, title, "Användningstiden är inte beslutad.")
            return CheckOutcome.found(code, title, *_IN_PERIOD[code](self, question, self.settings.use))
        return CheckOutcome.found(code, title, *_OVER_ROWS[code](self, question))

    @cached_property
    def credits(self) -> list[Line]:
        """Every row that lowers the cost."""
        return rows.negative(self.session, self.award_id)

    @cached_property
    def reversals(self) -> list[tuple[Line, Line]]:
        """Pairs of rows that cancel each other, also where the programme does not ask for them."""
        question = asked("L07", self.settings.rules)
        parameters = ReversalParameters() if question is None else question.parameters
        if not self.credits:
            return []
        debits = rows.mirrored(self.session, self.award_id)
        return pair_reversals(self.credits, debits, parameters.max_days)

    @cached_property
    def reversed_ids(self) -> frozenset[int]:
        """The rows of those pairs."""
        return frozenset(line.id for pair in self.reversals for line in pair)

    @cached_property
    def reserved(self) -> list[Line]:
        """The rows that are reservations in the books."""
        return [line for line in rows.reserved(self.session, self.award_id) if is_accrual(line)]


def is_accrual(line: Line) -> bool:
    """Whether a row is a reservation: by its account, by period 13, or by what its text says."""
    closing = line.period is not None and line.period % 100 == 13
    return closing or line.account_class is AccountClass.ACCRUAL or mentions_accrual(line.text)


def line_facts(line: Line) -> LedgerLineFacts:
    """A stored row as the checks see it."""
    cost = None
    if line.cost_from is not None and line.cost_to is not None and line.cost_basis is not None:
        cost = CostTime.of_row(
            Period(line.cost_from, line.cost_to),
            line.cost_basis,
            text=line.text,
            event_on=line.event_on,
            booked_on=line.booked_on,
            is_accrual=is_accrual(line),
        )
    return LedgerLineFacts(
        line_id=line.id,
        source_row=line.source_row,
        account=line.account,
        amount_ore=line.amount_ore,
        claimed_ore=line.claimed_ore,
        voucher=voucher_label(line.voucher_series, line.voucher),
        booked_on=line.booked_on,
        event_on=line.event_on,
        cost=cost,
        account_name=line.account_name or "",
        supplier=line.supplier or line.counterparty_text or "",
        invoice_number=line.invoice_number or "",
        text=line.text,
    )


def voucher_label(series: str | None, voucher: str | None) -> str:
    """The voucher as the recipient writes it: a number of its own gets its series before it."""
    if voucher is None:
        return ""
    return f"{series}{voucher}" if series and voucher.isdigit() else voucher


def _outside_period(them: _Questions, question: Asked[Any], use: UsePeriod) -> Iterator[Finding]:
    lines = rows.outside(them.session, them.award_id, use.period.first, use.period.last)
    return filter(None, (ledger_period.outside_period(line_facts(line), question, use) for line in lines))


def _prepaid(them: _Questions, question: Asked[Any], use: UsePeriod) -> Iterator[Finding]:
    lines = rows.outside(them.session, them.award_id, use.period.first, use.period.last)
    return filter(None, (ledger_period.prepaid(line_facts(line), question, use) for line in lines))


def _accruals(them: _Questions, question: Asked[Any], use: UsePeriod) -> Iterator[Finding]:
    return filter(None, (ledger_period.accrual(line_facts(line), question, use) for line in them.reserved))


def _booked_late(them: _Questions, question: Asked[Any], use: UsePeriod) -> Iterator[Finding]:
    late = [
        line
        for line in rows.booked_after(them.session, them.award_id, use.period.first, use.period.last)
        if not is_accrual(line)
    ]
    if late:
        days = [line.booked_on for line in late]
        claimed = sum(line.claimed_ore for line in late)
        booked = Period(min(days), max(days))
        yield ledger_period.booked_late(them.award_id, question, use, booked, len(late), claimed)


def _flat_accruals(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    flat = [
        line
        for line in them.reserved
        if line.account_class is not AccountClass.PERSONNEL
        and line.amount_ore % ROUND_ORE == 0
        and line.supplier_id is None
        and line.invoice_number is None
    ]
    for account, (count, claimed) in _by_account(flat).items():
        yield ledger_period.flat_accruals(them.award_id, question, account, count, claimed)


def _duplicates(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    """Each row is asked about once, against the first like it; rows that a credit cancels are left out."""
    told: set[int] = set()
    groups = rows.repeated_rows(them.session, them.award_id) + rows.repeated_invoices(
        them.session, them.award_id
    )
    for group in groups:
        left = [line for line in group if line.id not in them.reversed_ids]
        for line in left[1:]:
            if line.id not in told:
                told.add(line.id)
                yield ledger_rows.duplicate(line_facts(left[0]), line_facts(line), question)


def _reversals(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    for debit, credit in them.reversals:
        yield ledger_rows.reversal(line_facts(debit), line_facts(credit), question)


def _input_vat(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    for line in rows.input_vat(them.session, them.award_id):
        yield ledger_rows.input_vat(line_facts(line), question)


def _grant_income(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    lines = rows.grant_income(them.session, them.award_id)
    return filter(None, (ledger_rows.grant_income(line_facts(line), question) for line in lines))


def _without_code(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    for found in rows.without_code(them.session, them.award_id):
        yield ledger_rows.without_code(found.import_id, question, found.rows, found.claimed_ore)


def _without_source(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    for found in rows.without_source(them.session, them.award_id):
        yield ledger_rows.without_source(
            found.import_id, question, found.no_voucher, found.no_counterparty, found.claimed_ore
        )


def _negative_rows(them: _Questions, question: Asked[Any]) -> Iterator[Finding]:
    lonely = [
        line
        for line in them.credits
        if line.id not in them.reversed_ids and line.account_class is not AccountClass.GRANT_INCOME
    ]
    for account, (count, claimed) in _by_account(lonely).items():
        yield ledger_rows.negative_rows(them.award_id, question, account, count, claimed)


def _by_account(lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """Number and claimed sum (öre) per account."""
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for line in lines:
        count, claimed = sums[line.account]
        sums[line.account] = (count + 1, claimed + line.claimed_ore)
    return dict(sorted(sums.items()))


_IN_PERIOD: Mapping[str, Callable[[_Questions, Asked[Any], UsePeriod], Iterator[Finding]]] = {
    "L01": _outside_period,
    "L02": _accruals,
    "L03": _booked_late,
    "L04": _prepaid,
}
_OVER_ROWS: Mapping[str, Callable[[_Questions, Asked[Any]], Iterator[Finding]]] = {
    "L05": _flat_accruals,
    "L06": _duplicates,
    "L07": _reversals,
    "L08": _input_vat,
    "L09": _grant_income,
    "L16": _without_code,
    "L19": _without_source,
    "L20": _negative_rows,
}

ROW_CODES = frozenset(_IN_PERIOD) | frozenset(_OVER_ROWS)
"""What :func:`ask_ledger` covers; findings of other codes come from elsewhere."""

"""Turns one raw row into a ledger row by a layout, or says which cell cannot be read and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from sbdesk.domain.ledger_layout import ColumnRole, CostSign, LedgerLayout, cell_address
from sbdesk.domain.ledger_rows import CellFault, LedgerRow, RejectedRow
from sbdesk.domain.ledger_values import (
    AmbiguousError,
    AmountReader,
    Cell,
    DateReader,
    UnreadableError,
    clean_text,
    is_blank,
    read_period,
    refuse_error,
    whole_text,
)
from sbdesk.domain.ore import Ore
from sbdesk.spreadsheets.cell_text import cell_text

_ACCOUNT = re.compile(r"([0-9]{3,12})(?:[ :;,–-]+(.*))?")
_MONEY = (ColumnRole.AMOUNT, ColumnRole.DEBIT, ColumnRole.CREDIT, ColumnRole.VAT, ColumnRole.INVOICE_TOTAL)
_DAYS = (ColumnRole.BOOKED_ON, ColumnRole.EVENT_ON)
_NOT_READ = (ColumnRole.BALANCE, ColumnRole.IGNORED)
_REMEMBERED_TEXTS = 20_000
_ABOUT_THE_CELL = ("error", "no_value")


def read_text(cell: Cell) -> str | None:
    """Cleaned text or the digits of a whole number; None when blank."""
    if type(cell) is str:
        text = clean_text(cell)
        if text[:1] in "#E":
            refuse_error(text)
        return None if text in ("", "NULL") else text
    if is_blank(cell):
        return None
    refuse_error(cell)
    return whole_text(cell)


class RowParser:
    """Reads rows one by one; what is ambiguous waits until :meth:`settle` has seen the whole column."""

    def __init__(self, layout: LedgerLayout) -> None:
        self._layout = layout
        self._negate = layout.sign is CostSign.COST_NEGATIVE
        self._amounts = AmountReader(layout.decimal)
        self._days = DateReader(layout.date_order)
        self._final = False
        self._texts: dict[str, str | None] = {}
        self._plan = self._make_plan()
        self._occurrences: dict[tuple[str | int | object, ...], int] = {}
        amount = layout.columns.get(ColumnRole.AMOUNT, layout.columns.get(ColumnRole.DEBIT, 0))
        self._columns = {role.value: index for role, index in layout.columns.items()} | {"amount": amount}

    def settle(self) -> None:
        """From now on ambiguous values are read as their column proves, or are faults."""
        self._amounts, self._days = self._amounts.settled(), self._days.settled()
        self._final = True
        self._plan = self._make_plan()

    def parse(self, number: int, cells: Sequence[Cell]) -> LedgerRow | RejectedRow | None:
        """The row, or its faults; None when it must wait for :meth:`settle`."""
        values: dict[str, Any] = {}
        faults: list[CellFault] = []
        width = len(cells)
        for name, index, read in self._plan:
            try:
                values[name] = read(cells[index]) if index < width else None
            except AmbiguousError as fault:
                if not self._final:
                    return None
                faults.append(_fault(number, index, cells[index], fault))
            except UnreadableError as fault:
                faults.append(_fault(number, index, cells[index], fault))
        if not faults:
            faults = self._missing(number, values)
        if faults:
            raw = tuple(cell_text(cell) for cell in cells)
            return RejectedRow(self._layout.sheet, number, tuple(faults), raw)
        return self._row(number, values)

    def amount(self, cells: Sequence[Cell]) -> Ore | None:
        """The row's amount alone, cost positive; None when it is blank or cannot be read."""
        values: dict[str, Any] = {}
        for name, index, read in self._plan:
            if name in ("amount", "debit", "credit"):
                try:
                    values[name] = read(cells[index]) if index < len(cells) else None
                except UnreadableError:
                    return None
        return self._signed(_net(values))

    def _make_plan(self) -> list[tuple[str, int, Callable[[Cell], object]]]:
        plan: list[tuple[str, int, Callable[[Cell], object]]] = []
        for role, index in sorted(self._layout.columns.items(), key=lambda item: item[1]):
            if role in _MONEY:
                plan.append((role.value, index, self._amounts.read))
            elif role in _DAYS:
                plan.append((role.value, index, self._days.read))
            elif role is ColumnRole.PERIOD:
                plan.append((role.value, index, read_period))
            elif role not in _NOT_READ:
                plan.append((role.value, index, self._read_text))
        return plan

    def _read_text(self, cell: Cell) -> str | None:
        """As :func:`read_text`, remembering texts: accounts, names and units come again and again."""
        if type(cell) is not str:
            return read_text(cell)
        if cell not in self._texts:
            if len(self._texts) >= _REMEMBERED_TEXTS:
                self._texts.clear()
            self._texts[cell] = read_text(cell)
        return self._texts[cell]

    def _missing(self, number: int, values: dict[str, Any]) -> list[CellFault]:
        faults = []
        account = values["account"]
        if account is None:
            faults.append(self._lacks(number, "account", "Kontot saknas.", "account_missing"))
        elif not _ACCOUNT.fullmatch(account):
            address = cell_address(number, self._columns["account"])
            faults.append(CellFault(address, account, f"”{account}” är inget kontonummer.", "not_account"))
        if (
            values.get("booked_on") is None
            and values.get("event_on") is None
            and values.get("period") is None
        ):
            column = next(name for name in ("booked_on", "event_on", "period") if name in self._columns)
            faults.append(self._lacks(number, column, "Datum saknas.", "date_missing"))
        if _net(values) is None:
            faults.append(self._lacks(number, "amount", "Beloppet saknas.", "amount_missing"))
        elif values.get("debit") and values.get("credit"):
            faults.append(
                self._lacks(number, "credit", "Både debet och kredit är ifyllda.", "debit_and_credit")
            )
        return faults

    def _lacks(self, number: int, name: str, reason: str, code: str) -> CellFault:
        return CellFault(cell_address(number, self._columns[name]), "", reason, code)

    def _row(self, number: int, values: dict[str, Any]) -> LedgerRow:
        amount = self._signed(_net(values))
        assert amount is not None
        match = _ACCOUNT.fullmatch(values["account"])
        assert match is not None
        account, name = match.groups()
        get = values.get
        booking = (get("voucher_series"), get("voucher"), get("booked_on"), account)
        key = (*booking, get("cost_centre"), get("project"), get("text") or "", amount)
        occurrence = self._occurrences[key] = self._occurrences.get(key, 0) + 1
        return LedgerRow(
            self._layout.sheet,
            number,
            get("voucher_series"),
            get("voucher"),
            get("booked_on"),
            get("event_on"),
            get("period"),
            get("service_period"),
            account,
            get("account_name") or name or None,
            get("cost_centre"),
            get("project"),
            get("object"),
            get("counterparty_code"),
            get("supplier"),
            get("invoice_number"),
            get("invoice_total"),
            get("text") or "",
            amount,
            self._signed(get("vat")),
            occurrence,
        )

    def _signed(self, ore: Ore | None) -> Ore | None:
        return -ore if self._negate and ore is not None else ore


def _net(values: dict[str, Any]) -> Ore | None:
    """Amount, or debit minus credit; None when nothing is filled in."""
    if "amount" in values:
        amount: Ore | None = values["amount"]
        return amount
    debit, credit = values.get("debit"), values.get("credit")
    if debit is None and credit is None:
        return None
    return (debit or 0) - (credit or 0)


def _fault(number: int, index: int, cell: Cell, fault: UnreadableError) -> CellFault:
    value = cell_text(cell)
    subject = "Cellen" if fault.code in _ABOUT_THE_CELL else f"”{value}”"
    return CellFault(cell_address(number, index), value, f"{subject} {fault.reason}.", fault.code)

"""Reads the rows of a small table: each ends as taken, not filled in, or refused with cell and reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sbdesk.domain.identifiers import CheckResult, check_org_number, mask_personal_numbers
from sbdesk.domain.ledger_layout import cell_address
from sbdesk.domain.ledger_values import (
    AmountReader,
    Cell,
    DateReader,
    ErrorCell,
    UnreadableError,
    clean_text,
    is_blank,
    refuse_error,
    whole_text,
)
from sbdesk.domain.ore import Ore
from sbdesk.domain.table_shape import (
    CellKind,
    RawRow,
    TableColumn,
    TableLayout,
    TableShape,
    heading_key,
)

Value: TypeAlias = str | int | date | bool | None
"""Text, öre or a count, a day, yes or no; None for a blank cell. Organisation numbers are ten digits."""

_SUM_WORDS = {heading_key(word) for word in ("Summa", "Totalt", "Total", "Summa totalt", "Totalsumma")}
_YES = {"ja", "j", "x", "1", "sant", "true", "yes"}
_NO = {"nej", "n", "0", "falskt", "false", "no"}
_FORMULA = ("=", "@", "+", "-")
_SHOWN = 40


class RowState(StrEnum):
    """How a row ended."""

    TAKEN = "taken"
    UNFILLED = "unfilled"
    SUM = "sum"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CellFault:
    """The cell as Excel names it (empty: the whole row) and why it cannot be used, as a sentence."""

    cell: str
    reason: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.reason}" if self.cell else self.reason


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; ``values`` holds every column of the shape, None where it is blank or refused."""

    number: int
    state: RowState
    values: Mapping[str, Value]
    faults: tuple[CellFault, ...] = ()
    cells: Mapping[str, str] | None = None
    """The address of each value, by key."""

    def text(self, key: str) -> str:
        """A text value, empty when blank."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def number_of(self, key: str) -> int | None:
        """Öre or a count."""
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def day(self, key: str) -> date | None:
        """A day."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def flag(self, key: str) -> bool:
        """Yes; blank is no."""
        return self.values.get(key) is True

    def fault(self, key: str, reason: str) -> CellFault:
        """A fault of one of the row's values found later, such as an unknown name."""
        return CellFault((self.cells or {}).get(key, ""), reason)


def read_rows(shape: TableShape, layout: TableLayout, rows: Sequence[RawRow]) -> tuple[TableRow, ...]:
    """Every row below the headings that is not blank. An ambiguous amount or day is settled by its column."""
    readers = {key: _Reader(shape.column(key)) for key in layout.columns}
    below = [(number, cells) for number, cells in rows if number > layout.header_row]
    for _, cells in below:
        for key, index in layout.columns.items():
            readers[key].learn(_cell(cells, index))
    for reader in readers.values():
        reader.settle()
    made = (_read_row(shape, layout, readers, number, cells) for number, cells in below)
    return tuple(row for row in made if row is not None)


def _cell(cells: Sequence[Cell], index: int) -> Cell:
    return cells[index] if index < len(cells) else None


def _read_row(
    shape: TableShape,
    layout: TableLayout,
    readers: Mapping[str, _Reader],
    number: int,
    cells: Sequence[Cell],
) -> TableRow | None:
    present = {key for key, index in layout.columns.items() if not is_blank(_cell(cells, index))}
    if not present:
        return None
    addresses = {key: cell_address(number, index) for key, index in layout.columns.items()}
    values: dict[str, Value] = {column.key: None for column in shape.columns}
    named = {column.key for column in shape.columns if column.identity}
    if any(heading_key(str(_cell(cells, layout.columns[key]))) in _SUM_WORDS for key in present & named):
        return TableRow(number, RowState.SUM, values, cells=addresses)
    faults = []
    for key, index in layout.columns.items():
        try:
            values[key] = readers[key].read(_cell(cells, index))
        except UnreadableError as fault:
            faults.append(CellFault(addresses[key], fault.reason))
    if named and present <= named and not faults:
        return TableRow(number, RowState.UNFILLED, values, cells=addresses)
    faulty = {fault.cell for fault in faults}
    faults += _blanks(shape, values, addresses, faulty)
    state = RowState.REFUSED if faults else RowState.TAKEN
    return TableRow(number, state, values, tuple(faults), addresses)


def _blanks(
    shape: TableShape, values: Mapping[str, Value], addresses: Mapping[str, str], faulty: set[str]
) -> list[CellFault]:
    made = []
    for column in shape.columns:
        address = addresses.get(column.key, "")
        if column.required and values[column.key] is None and address not in faulty:
            made.append(CellFault(address, f"{column.title} saknas."))
    for keys in shape.any_of:
        tried = any(addresses.get(key, "") in faulty for key in keys if key in addresses)
        if not tried and all(values[key] is None for key in keys):
            titles = " eller ".join(shape.column(key).title for key in keys)
            made.append(
                CellFault(next((addresses[k] for k in keys if k in addresses), ""), f"{titles} saknas.")
            )
    return made


class _Reader:
    """Reads the cells of one column; its faults are whole sentences."""

    def __init__(self, column: TableColumn) -> None:
        self._column = column
        self._amounts, self._days = AmountReader(), DateReader()

    def learn(self, cell: Cell) -> None:
        """Look at a cell once, so that what is clear settles what is ambiguous."""
        try:
            self._plain(cell)
        except UnreadableError:
            return

    def settle(self) -> None:
        """From now on with what was learnt."""
        self._amounts, self._days = self._amounts.settled(), self._days.settled()

    def read(self, cell: Cell) -> Value:
        """The value; UnreadableError with a sentence that says what is wrong."""
        try:
            refuse_error(cell)
            return self._plain(cell)
        except _SentenceError:
            raise
        except UnreadableError as fault:
            raise _SentenceError(fault.code, f"{_quoted(cell)} {fault.reason}.") from None

    def _plain(self, cell: Cell) -> Value:
        if is_blank(cell):
            return None
        match self._column.kind:
            case CellKind.MONEY:
                return self._not_negative(self._amounts.read(cell), cell)
            case CellKind.COUNT:
                return self._whole(cell)
            case CellKind.DAY:
                return self._days.read(cell)
            case CellKind.YES_NO:
                return _yes_or_no(cell)
            case CellKind.ORG_NUMBER:
                return _org_number(cell)
        return self._text(cell)

    def _whole(self, cell: Cell) -> int | None:
        ore = self._not_negative(self._amounts.read(cell), cell)
        if ore is not None and ore % 100:
            raise UnreadableError("not_count", "är inget helt antal")
        return None if ore is None else ore // 100

    def _not_negative(self, amount: Ore | None, cell: Cell) -> Ore | None:
        if amount is not None and amount < 0:
            raise UnreadableError("negative", "är negativt")
        return amount

    def _text(self, cell: Cell) -> str:
        text = whole_text(cell)
        if text.startswith(_FORMULA) and not text[1:2].isdigit():
            raise UnreadableError("formula", "börjar som en formel")
        choices = self._column.choices
        if not choices:
            return text
        for choice in choices:
            if choice.casefold() == text.casefold():
                return choice
        raise UnreadableError("choice", f"finns inte bland {', '.join(choices)}")


class _SentenceError(UnreadableError):
    """A fault whose reason is a whole sentence already."""


def _quoted(cell: Cell) -> str:
    try:
        text = whole_text(cell)
    except UnreadableError:
        text = str(cell)
    text = mask_personal_numbers(clean_text(text))
    if not text or isinstance(cell, ErrorCell):
        return "Cellen"
    return f"”{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + '…'}”"


def _yes_or_no(cell: Cell) -> bool:
    text = whole_text(cell).casefold()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise UnreadableError("not_yes_no", "är varken ja eller nej")


def _org_number(cell: Cell) -> str:
    checked = check_org_number(whole_text(cell))
    if checked.result is not CheckResult.OK:
        raise _SentenceError("org_number", mask_personal_numbers(checked.text or ""))
    return checked.number.replace("-", "")

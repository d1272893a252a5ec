"""Where the columns of a ledger extract are, as recognised, corrected by the officer and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ColumnRole(StrEnum):
    """What a column of a ledger extract means."""

    VOUCHER_SERIES = "voucher_series"
    VOUCHER = "voucher"
    BOOKED_ON = "booked_on"
    EVENT_ON = "event_on"
    """Invoice or document date."""
    PERIOD = "period"
    SERVICE_PERIOD = "service_period"
    ACCOUNT = "account"
    ACCOUNT_NAME = "account_name"
    COST_CENTRE = "cost_centre"
    PROJECT = "project"
    OBJECT = "object"
    COUNTERPARTY_CODE = "counterparty_code"
    SUPPLIER = "supplier"
    INVOICE_NUMBER = "invoice_number"
    INVOICE_TOTAL = "invoice_total"
    TEXT = "text"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"
    VAT = "vat"
    BALANCE = "balance"
    """Running balance: shown, never read as an amount."""
    IGNORED = "ignored"


ROLE_TITLES: Mapping[ColumnRole, str] = {
    ColumnRole.VOUCHER_SERIES: "Verifikationsserie",
    ColumnRole.VOUCHER: "Verifikationsnummer",
    ColumnRole.BOOKED_ON: "Bokföringsdatum",
    ColumnRole.EVENT_ON: "Fakturadatum",
    ColumnRole.PERIOD: "Period",
    ColumnRole.SERVICE_PERIOD: "Avser period",
    ColumnRole.ACCOUNT: "Konto",
    ColumnRole.ACCOUNT_NAME: "Kontonamn",
    ColumnRole.COST_CENTRE: "Kostnadsställe",
    ColumnRole.PROJECT: "Projekt",
    ColumnRole.OBJECT: "Objekt",
    ColumnRole.COUNTERPARTY_CODE: "Motpart",
    ColumnRole.SUPPLIER: "Leverantör",
    ColumnRole.INVOICE_NUMBER: "Fakturanummer",
    ColumnRole.INVOICE_TOTAL: "Fakturans belopp",
    ColumnRole.TEXT: "Text",
    ColumnRole.AMOUNT: "Belopp",
    ColumnRole.DEBIT: "Debet",
    ColumnRole.CREDIT: "Kredit",
    ColumnRole.VAT: "Moms",
    ColumnRole.BALANCE: "Saldo",
    ColumnRole.IGNORED: "Läs inte in",
}


class CostSign(StrEnum):
    """Which sign the file gives a cost."""

    COST_POSITIVE = "cost_positive"
    COST_NEGATIVE = "cost_negative"


class DecimalSign(StrEnum):
    """The decimal sign of text amounts; ``auto`` lets the column settle what is ambiguous."""

    AUTO = "auto"
    COMMA = "comma"
    POINT = "point"


class DateOrder(StrEnum):
    """The order of day and month in text dates; ``auto`` lets the column settle what is ambiguous."""

    AUTO = "auto"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class LedgerLayout:
    """Where the columns of one sheet are; saved as a profile, always shown before use."""

    sheet: str | None
    """Name of the sheet; None for a text file."""
    header_row: int
    """Row of the headings as Excel shows it; 0 when the file has none."""
    columns: Mapping[ColumnRole, int]
    """Role to column index, counted from 0 (column A)."""
    sign: CostSign = CostSign.COST_POSITIVE
    decimal: DecimalSign = DecimalSign.AUTO
    date_order: DateOrder = DateOrder.AUTO
    titles: Mapping[ColumnRole, str] = field(default_factory=dict)
    """The headings as written in the file, by which a saved profile finds its columns in the next one."""

    def missing(self) -> tuple[ColumnRole, ...]:
        """The roles without which nothing can be read: an amount, an account and some kind of date."""
        has = self.columns
        lacking = []
        if ColumnRole.AMOUNT not in has and not (ColumnRole.DEBIT in has and ColumnRole.CREDIT in has):
            lacking.append(ColumnRole.AMOUNT)
        if ColumnRole.ACCOUNT not in has:
            lacking.append(ColumnRole.ACCOUNT)
        if not {ColumnRole.BOOKED_ON, ColumnRole.EVENT_ON, ColumnRole.PERIOD} & set(has):
            lacking.append(ColumnRole.BOOKED_ON)
        return tuple(lacking)

    def to_json(self) -> dict[str, object]:
        """A plain dict for a profile column or a file."""
        return {
            "sheet": self.sheet,
            "header_row": self.header_row,
            "columns": {role.value: index for role, index in self.columns.items()},
            "sign": self.sign.value,
            "decimal": self.decimal.value,
            "date_order": self.date_order.value,
            "titles": {role.value: title for role, title in self.titles.items()},
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> LedgerLayout:
        """The layout that :meth:`to_json` wrote; ValueError or TypeError when it is something else."""
        sheet, header_row = data["sheet"], data["header_row"]
        columns, titles = data["columns"], data.get("titles", {})
        if not (sheet is None or isinstance(sheet, str)) or type(header_row) is not int:
            raise TypeError("sheet or header_row")
        if not isinstance(columns, Mapping) or not isinstance(titles, Mapping):
            raise TypeError("columns or titles")
        return cls(
            sheet=sheet,
            header_row=header_row,
            columns={ColumnRole(role): int(index) for role, index in columns.items()},
            sign=CostSign(str(data.get("sign", CostSign.COST_POSITIVE))),
            decimal=DecimalSign(str(data.get("decimal", DecimalSign.AUTO))),
            date_order=DateOrder(str(data.get("date_order", DateOrder.AUTO))),
            titles={ColumnRole(role): str(title) for role, title in titles.items()},
        )


def column_name(index: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_address(row: int, column: int) -> str:
    """``E47`` for row 47 (as Excel shows it) and column index 4."""
    return f"{column_name(column)}{row}"

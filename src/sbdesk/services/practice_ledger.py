"""An invented ledger extract to practise on, with the irregularities that the checks should find."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sbdesk.domain.ore import Ore

HEADINGS = (
    "Ansvar",
    "Konto",
    "Kontonamn",
    "Projekt",
    "Ver.nr",
    "Ver.datum",
    "Fakturadatum",
    "Leverantör",
    "Fakturanr",
    "Text",
    "Belopp",
)
AMOUNT_COLUMN = len(HEADINGS) - 1

_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
_SUPPLIERS = ("Övningsbolaget Norr AB", "Påhittade Konsulter AB", "Exempeltryck AB", "Låtsasresor AB")
_PURCHASES = (
    ("5510", "Köpt verksamhet", "Uppdrag"),
    ("6210", "Konferens och kurs", "Utbildningsdag"),
    ("6410", "Resor och logi", "Resa nätverksmöte"),
    ("6810", "IT-tjänster", "Drift webbplats"),
    ("7010", "Konsulttjänster", "Processtöd"),
    ("7210", "Trycksaker", "Informationsfolder"),
)


@dataclass(frozen=True, slots=True)
class BookedRow:
    """One invented booked row; öre, cost positive. ``planted`` names the irregularity, empty for none."""

    account: str
    account_name: str
    voucher: str
    booked_on: date
    invoice_on: date | None
    supplier: str
    invoice_number: str
    text: str
    amount_ore: Ore
    planted: str = ""


@dataclass(frozen=True, slots=True)
class PracticeLedger:
    """The rows and what a region would report of them, in öre."""

    cost_centre: str
    project: str
    rows: tuple[BookedRow, ...]

    @property
    def total_ore(self) -> Ore:
        """Everything in the extract, the region's own grant income too."""
        return sum(row.amount_ore for row in self.rows)

    @property
    def costs_ore(self) -> Ore:
        """What the region reports as used: all but its own grant income."""
        return sum(row.amount_ore for row in self.rows if row.account != "3510")

    def sheet(self) -> list[list[object]]:
        """The workbook's rows as a region's system prints them: title, headings, rows by account, sums."""
        table: list[list[object]] = [
            ["ÖVNINGSDATA – påhittad huvudbok"],
            [f"Urval: Projekt {self.project}"],
            [],
            list(HEADINGS),
        ]
        accounts = sorted({row.account for row in self.rows})
        for account in accounts:
            rows = sorted(
                (r for r in self.rows if r.account == account), key=lambda r: (r.booked_on, r.voucher)
            )
            table += [self._cells(row) for row in rows]
            table.append(_sum_row(f"Summa konto {account}", sum(row.amount_ore for row in rows)))
        table.append(_sum_row("Totalt", self.total_ore))
        return table

    def _cells(self, row: BookedRow) -> list[object]:
        return [
            self.cost_centre,
            row.account,
            row.account_name,
            self.project,
            row.voucher,
            row.booked_on,
            row.invoice_on,
            row.supplier,
            row.invoice_number,
            row.text,
            row.amount_ore,
        ]


def _sum_row(label: str, amount: Ore) -> list[object]:
    return [label, *[None] * (AMOUNT_COLUMN - 1), amount]


def practice_ledger(seed: int, costs_ore: Ore, *, planted: bool = True) -> PracticeLedger:
    """An extract whose costs sum to exactly ``costs_ore``; the same seed gives the same rows.

    Raises ValueError when ``costs_ore`` is too small to hold the planted rows (600 000 kr).
    """
    dice = random.Random(seed)
    rows = _planted() if planted else []
    left = costs_ore - sum(row.amount_ore for row in rows if row.account != "3510")
    if left < 100_000_00:
        raise ValueError("too small for an extract to practise on")
    rows += _monthly(dice, left * 7 // 10)
    spent = sum(row.amount_ore for row in rows if row.account != "3510")
    rows += _purchases(dice, costs_ore - spent)
    return PracticeLedger("1700", f"{11000 + seed % 900}", tuple(rows))


def _monthly(dice: random.Random, total: Ore) -> list[BookedRow]:
    """Salaries, fees and rent for each month; together at most ``total``."""
    month = total // 12
    rows = []
    for number in range(1, 13):
        for account, name, words, share in (
            ("4010", "Lön månadsanställda", "Lön samordnare", 62),
            ("4510", "Arbetsgivaravgifter", "Arbetsgivaravgift", 20),
            ("7620", "Lokalhyra internt", "Internhyra", 17),
        ):
            day = date(2026, number, 20 + dice.randrange(8))
            rows.append(
                BookedRow(
                    account=account,
                    account_name=name,
                    voucher=f"K{number:02d}{dice.randrange(10_000, 99_999)}",
                    booked_on=day,
                    invoice_on=None,
                    supplier="",
                    invoice_number="",
                    text=f"{words} {_MONTHS[number - 1]} 2026",
                    amount_ore=month * share // 100 - dice.randrange(50_000),
                )
            )
    return rows


def _purchases(dice: random.Random, total: Ore) -> list[BookedRow]:
    """Purchases over the year that sum to exactly ``total``."""
    number = 96
    rows: list[BookedRow] = []
    left = total
    for turn in range(number):
        amount = left if turn == number - 1 else left // (number - turn) * dice.randrange(60, 140) // 100
        left -= amount
        account, name, words = dice.choice(_PURCHASES)
        day = date(2026, 1, 12) + timedelta(days=turn * 350 // number)
        rows.append(
            BookedRow(
                account=account,
                account_name=name,
                voucher=f"L{day.month:02d}{dice.randrange(10_000, 99_999)}",
                booked_on=day,
                invoice_on=day - timedelta(days=dice.randrange(1, 9)),
                supplier=dice.choice(_SUPPLIERS),
                invoice_number=f"{dice.randrange(1_000_000, 99_999_999)}",
                text=f"{words} {_MONTHS[day.month - 1]} 2026",
                amount_ore=amount,
            )
        )
    return rows


_INCOME = BookedRow(
    account="3510",
    account_name="Statsbidrag från Socialstyrelsen",
    voucher="M0799001",
    booked_on=date(2026, 8, 20),
    invoice_on=None,
    supplier="",
    invoice_number="",
    text="Statsbidrag Socialstyrelsen",
    amount_ore=-500_000_00,
    planted="income",
)

_IRREGULAR = (
    # rule, account, booked, invoiced, text, kronor, what it is
    ("L01", "7010", "2026-01-09", "2025-12-12", "Processtöd dec 2025", 84_000_00, "before"),
    ("L01", "6810", "2027-01-18", "2027-01-11", "Drift webbplats jan 2027", 43_400_00, "after"),
    (
        "L02",
        "7010",
        "2026-12-31",
        "2027-01-09",
        "Reservering, avser dec 2026, betalas 2027",
        97_100_00,
        "accrual",
    ),
    (
        "L04",
        "6210",
        "2026-12-31",
        "2027-01-22",
        "Reservering konferens, avser mars 2027",
        59_350_00,
        "prepaid",
    ),
    ("L06", "7210", "2026-06-04", "2026-06-01", "Informationsfolder juni 2026", 24_225_00, "duplicate"),
    ("L06", "7210", "2026-06-04", "2026-06-01", "Informationsfolder juni 2026", 24_225_00, "duplicate"),
    ("L07", "5510", "2026-09-03", "2026-09-01", "Uppdrag sep 2026", 16_080_00, "reversed"),
    ("L07", "5510", "2026-09-11", "2026-09-01", "Uppdrag sep 2026", -16_080_00, "reversal"),
    ("L08", "1681", "2026-06-04", "2026-06-01", "Moms informationsfolder", 6_056_25, "vat"),
)


def _planted() -> list[BookedRow]:
    """One of each irregularity that CSD's conditions, or plain arithmetic, can show."""
    return [*(_irregular(*row) for row in _IRREGULAR), _INCOME]


_NAMES = {account: name for account, name, _words in _PURCHASES} | {"1681": "Ingående moms"}


def _irregular(
    rule: str, account: str, booked: str, invoiced: str, text: str, amount: Ore, planted: str
) -> BookedRow:
    booked_on, invoice_on = date.fromisoformat(booked), date.fromisoformat(invoiced)
    return BookedRow(
        account=account,
        account_name=_NAMES[account],
        voucher=f"L{booked_on:%m}9{rule[1:]}{'1' if planted == 'reversal' else '0'}",
        booked_on=booked_on,
        invoice_on=invoice_on,
        supplier=_SUPPLIERS[1],
        invoice_number=f"77{rule[1:]}{invoice_on:%m%d}",
        text=text,
        amount_ore=amount,
        planted=planted,
    )

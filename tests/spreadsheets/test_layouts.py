"""Columns are recognised by the words of many systems and by what stands in them; the officer sees which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.ledger_layout import ColumnRole, CostSign, LedgerLayout
from sbdesk.domain.ledger_values import Cell
from sbdesk.spreadsheets import layouts
from sbdesk.spreadsheets.layout_words import chart, charts, column_words, row_labels
from sbdesk.spreadsheets.layouts import propose

DAY = date(2026, 1, 31)


def roles(layout: LedgerLayout) -> list[str]:
    return [role.value for role, _ in sorted(layout.columns.items(), key=lambda item: item[1])]


def rows_of(*rows: Sequence[Cell], start: int = 1) -> list[layouts.Row]:
    return list(enumerate(rows, start))


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (
            "Ansvar|Konto|Kontonamn|Projekt|Motp|Ver.nr|Ver.datum|Fakturadatum|Leverantör|Fakturanr|Text|Belopp",
            "cost_centre account account_name project counterparty_code voucher booked_on event_on supplier"
            " invoice_number text amount",
        ),
        (
            "Period|VerNr|VT|Verdatum|Konto|Konto(T)|Kst|Projekt|Motp|Resk.namn|Externt fakt.nr|Fakt.datum"
            "|Text|Belopp",
            "period voucher voucher_series booked_on account account_name cost_centre project"
            " counterparty_code supplier invoice_number event_on text amount",
        ),
        (
            "Verifikationsnr|Dok.typ|Dokumentdatum|Bokföringsdatum|Kostnadsställe|Order|Huvudbokskonto"
            "|Leverantörsnamn|Referens|Text|Belopp i lokal valuta",
            "voucher voucher_series event_on booked_on cost_centre project account supplier invoice_number"
            " text amount",
        ),
        (
            "Datum|Ver|Konto|Benämning|Objekt|Fakturadatum|Lev|Fakt nr|Beskrivning|Debet|Kredit|Saldo",
            "booked_on voucher account account_name object event_on supplier invoice_number text debit"
            " credit balance",
        ),
        ("KONTO|bokf. datum|Bokföringsda|Leverantörsna|Belop", "account booked_on supplier amount"),
        ("Konto|Datum|Bokföringsdatum|Debet|Kredit|Belopp", "account booked_on amount"),
    ],
)  # fmt: skip
def test_the_headings_of_known_systems(headings: str, wanted: str) -> None:
    layout = propose("Blad1", rows_of(["Huvudbok"], headings.split("|"), start=3))
    assert (layout.header_row, roles(layout)) == (4, wanted.split())
    assert layout.missing() == ()


def test_the_better_word_of_a_role_wins_wherever_it_stands() -> None:
    layout = propose(None, rows_of(["Datum", "Konto", "Bokföringsdatum", "Belopp"]))
    assert layout.columns[ColumnRole.BOOKED_ON] == 2
    assert layout.titles[ColumnRole.BOOKED_ON] == "Bokföringsdatum"


def data(count: int = 10) -> list[list[Cell]]:
    return [[f"V{at}", DAY, "7010", "Lön", 100.25 + at] for at in range(count)]


def test_columns_without_headings_are_found_by_content() -> None:
    layout = propose(None, rows_of(*data()))
    assert (layout.header_row, layout.columns) == (
        0,
        {ColumnRole.BOOKED_ON: 1, ColumnRole.ACCOUNT: 2, ColumnRole.AMOUNT: 4},
    )


def test_unknown_headings_are_helped_by_content() -> None:
    rows = rows_of(["Verifikation", "När", "Var", "Text", "Hur mycket"], *data())
    layout = propose(None, rows)
    assert (layout.header_row, layout.columns[ColumnRole.AMOUNT], layout.missing()) == (1, 4, ())
    assert layout.titles[ColumnRole.AMOUNT] == "Hur mycket"


def test_two_columns_that_could_be_the_amount_are_left_to_the_officer() -> None:
    rows = rows_of(
        ["Ver", "Datum", "Konto"], *[[f"V{at}", DAY, "7010", 1.25 + at, 2.5 + at] for at in range(9)]
    )
    layout = propose(None, rows)
    assert layout.missing() == (ColumnRole.AMOUNT,)
    refusal = layouts.refusal(layout, rows)
    assert refusal is not None
    assert refusal.code == "F11"
    assert str(refusal) == (
        "Ingen kolumn ser ut att vara Belopp. Filen har Ver, Datum, Konto, Kolumn4, Kolumn5. "
        "Inget är inläst. Välj själv vilken kolumn som är vad."
    )


def test_several_missing_columns_are_all_named() -> None:
    refusal = layouts.refusal(LedgerLayout(None, 0, {}), [])
    assert refusal is not None
    assert refusal.what == (
        "Ingen kolumn ser ut att vara Belopp, Konto eller Bokföringsdatum. Filen har inga rubriker."
    )


@pytest.mark.parametrize("amounts", [[1, 2, 3, 4], ["a", "b", "c", "d"], [True] * 4, [1e300] * 4, [1.5, 2.5]])
def test_numbers_without_ore_are_no_amounts(amounts: list[Cell]) -> None:
    layout = propose(None, rows_of(*[["V1", DAY, "7010", amount] for amount in amounts]))
    assert ColumnRole.AMOUNT not in layout.columns


def test_mostly_negative_amounts_mean_that_costs_are_negative() -> None:
    rows = [["7010", DAY, -1.5], ["7010", DAY, -2.5], ["7010", DAY, -3.5], ["7010", DAY, 1.0]]
    assert propose(None, rows_of(["Konto", "Datum", "Belopp"], *rows)).sign is CostSign.COST_NEGATIVE
    assert propose(None, rows_of(["Konto", "Datum", "Belopp"], *rows[2:])).sign is CostSign.COST_POSITIVE


def test_a_profile_finds_its_columns_in_the_next_file() -> None:
    profile = propose("Blad1", rows_of(["Konto", "Datum", "Belopp"]))
    adapted = layouts.adapt(
        profile, "Blad2", rows_of(["Titel"], ["Ny", "BELOPP", "Datum", "Konto", 5], start=7)
    )
    assert adapted is not None
    assert (adapted.sheet, adapted.header_row) == ("Blad2", 8)
    assert adapted.columns == {ColumnRole.AMOUNT: 1, ColumnRole.BOOKED_ON: 2, ColumnRole.ACCOUNT: 3}


def test_a_profile_that_does_not_fit_is_not_bent() -> None:
    profile = propose("Blad1", rows_of(["Konto", "Datum", "Belopp"]))
    assert layouts.adapt(profile, "Blad1", rows_of(["Konto", "Datum", "Summa kr"])) is None
    assert layouts.adapt(LedgerLayout(None, 0, {ColumnRole.AMOUNT: 1}), None, rows_of(["Belopp"])) is None


def test_a_preview_names_every_column() -> None:
    layout = LedgerLayout(None, 0, {ColumnRole.AMOUNT: 1})
    assert layouts.shown_headings(layout, 3) == ["A", "Belopp", "C"]


def test_no_word_means_two_roles() -> None:
    import tomllib

    from sbdesk.paths import resources
    from sbdesk.spreadsheets.layout_words import heading_key

    with (resources() / "ledger_layouts" / "headers.toml").open("rb") as file:
        columns = tomllib.load(file)["columns"]
    keys = [{heading_key(word) for word in words} for words in columns.values()]
    assert sum(map(len, keys)) == len(column_words())
    assert row_labels()[0][0] != ()


def test_the_charts_are_suggestions_with_their_basis() -> None:
    region, kommun = charts()
    assert (region.title, kommun.title) == ("Region-Bas", "Kommun-Bas")
    assert region.class_map().class_of("4010") is AccountClass.PERSONNEL
    assert kommun.class_map().class_of("5010") is AccountClass.PERSONNEL
    assert region.class_map().class_of("1681") is AccountClass.VAT
    assert region.class_map().class_of("3510") is AccountClass.GRANT_INCOME
    assert region.class_map().class_of("5820") is AccountClass.GRANT_PAID
    assert region.class_map().class_of("7620") is AccountClass.INTERNAL
    assert region.class_map().class_of("7010") is AccountClass.PURCHASE
    assert chart("region_bas") is region
    for each in (*region.accounts, *kommun.accounts):
        assert each.basis in ("source", "sample", "background")
        assert each.note

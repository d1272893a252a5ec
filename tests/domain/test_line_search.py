"""What the search over ledger rows understands."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.line_search import LineSearch, parse_line_search
from sbdesk.domain.ore import LIMIT
from sbdesk.domain.verdicts import Judged


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("", LineSearch()),
        ('""', LineSearch()),
        ("Konsult  Åre", LineSearch(words=("Konsult", "Åre"))),
        ('"Konsult Q4" -hyra', LineSearch(words=("Konsult Q4",), without=("hyra",))),
        ("”svenska citat”", LineSearch(words=("svenska citat",))),
        ("belopp:>50000", LineSearch(amounts=((5_000_001, LIMIT),))),
        ("belopp:>=100 belopp:<=200", LineSearch(amounts=((10_000, LIMIT), (-LIMIT, 20_000)))),
        ("belopp:<0", LineSearch(amounts=((-LIMIT, -1),))),
        ("belopp:100..200,50", LineSearch(amounts=((10_000, 20_050),))),
        ('belopp:"1 234,50"', LineSearch(amounts=((123_450, 123_450),))),
        ("belopp:5 mn", LineSearch(amounts=((500_000_000, 500_000_000),))),
        ("belopp:>5tkr", LineSearch(amounts=((500_001, LIMIT),))),
        ("belopp:100kr", LineSearch(amounts=((10_000, 10_000),))),
        ("datum:2026-05", LineSearch(days=((date(2026, 5, 1), date(2026, 5, 31)),))),
        ("datum:2026-05..2026-12-24", LineSearch(days=((date(2026, 5, 1), date(2026, 12, 24)),))),
        ("datum:2026", LineSearch(days=((date(2026, 1, 1), date(2026, 12, 31)),))),
        ("konto:75 konto:4000..4999", LineSearch(accounts=(("75", ""), ("4000", "4999")))),
        ('leverantör:"Nordvik Konsult"', LineSearch(suppliers=("Nordvik Konsult",))),
        ("verifikation:V-12", LineSearch(vouchers=("v-12",))),
        ("fynd:stopp FYND:l01", LineSearch(levels=frozenset({Level.STOP}), rules=frozenset({"L01"}))),
        ("bedömning:underkänd", LineSearch(judged=frozenset({Judged.REJECTED, Judged.PARTLY}))),
        ("bedömning:obedömd", LineSearch(judged=frozenset({Judged.NOT}))),
    ],
)
def test_what_is_typed_is_read(text: str, search: LineSearch) -> None:
    assert parse_line_search(text) == search


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("leverantr:Lab", "Okänt fält ”leverantr”. Menade du ”leverantör”?"),
        ("xyz:1", "Okänt fält ”xyz”. Listan är oförändrad."),
        ("belopp:många", "”många” kan inte användas i sökfältet belopp."),
        ("belopp:>", "”>” kan inte användas"),
        ("datum:2026-13", "sökfältet datum"),
        ("datum:2026-05-04-01", "sökfältet datum"),
        ("datum:i går", "sökfältet datum"),
        ("fynd:allt", "Skriv fynd:stopp"),
        ("bedömning:kanske", "Välj obedömd, godkänd"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_on(text: str, words: str) -> None:
    with pytest.raises(UserFacingError, match="Listan är oförändrad") as caught:
        parse_line_search(text)
    assert words in str(caught.value)

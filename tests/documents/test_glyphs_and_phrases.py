"""No character is dropped or disguised; days, amounts and names are written as in a Swedish letter."""

from __future__ import annotations

import datetime as dt

import pytest
from documents.examples_protocols import PROTOCOL
from documents.letters import text_of
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.documents import glyphs
from sbdesk.documents.glyphs import MissingGlyph, Run
from sbdesk.documents.phrases import (
    enumerate_words,
    genitive,
    kronor,
    long_date,
    organisation_number,
    sentence_start,
)

NBSP = "\N{NO-BREAK SPACE}"


def test_look_alikes_in_a_latin_word_become_latin() -> None:
    assert glyphs.tidy("objekt\u043a\u043e\u0434 f\u00f6r") == "objektkod f\u00f6r"
    assert glyphs.tidy("\u041a\u043e\u0430") == "Koa"


def test_a_word_that_is_really_cyrillic_or_greek_stays() -> None:
    assert (
        glyphs.tidy("\u0410\u043f\u0442\u0435\u043a\u0430 TNF-\u03b1")
        == "\u0410\u043f\u0442\u0435\u043a\u0430 TNF-\u03b1"
    )


def test_letters_are_composed_and_invisible_marks_go() -> None:
    assert glyphs.tidy("a\u030angstro\u0308m\u200b\ufeff\u00ad") == "ångström"
    assert glyphs.tidy("en\r\ntvå\ttre\u2028fyra") == "en två tre fyra"
    assert glyphs.tidy("1\u202f000") == f"1{NBSP}000"


def test_a_sign_of_another_font_gets_its_own_run() -> None:
    assert glyphs.runs("A ≥ B") == [
        Run(glyphs.REGULAR, "A "),
        Run(glyphs.MATH, "≥"),
        Run(glyphs.REGULAR, " B"),
    ]
    assert glyphs.markup("<≥&", bold=True) == f'&lt;<font name="{glyphs.MATH}">≥</font>&amp;'


@pytest.mark.parametrize("character", ["\U0001f600", "漢", "\u0007"])
def test_a_character_without_glyph_stops_the_letter(character: str) -> None:
    with pytest.raises(MissingGlyph) as refused:
        glyphs.runs(f"Skäl: {character} slut")
    assert f"U+{ord(character):04X}" in str(refused.value)
    assert "Brevet är inte skapat" in str(refused.value)
    assert character not in str(refused.value)


def test_received_text_shows_what_cannot_be_written() -> None:
    assert glyphs.received("Kvitto \U0001f600 漢") == "Kvitto [U+1F600] [U+6F22]"
    assert "Rättelse av konsult [U+1F600]" in text_of(PROTOCOL)


def test_no_cyrillic_reaches_the_pdf() -> None:
    text = text_of(PROTOCOL)
    assert "objektkod" in text
    assert not any("\u0400" <= letter <= "\u04ff" for letter in text)


@given(st.text())
def test_received_text_can_always_be_written(text: str) -> None:
    shown = glyphs.received(text)
    assert "".join(run.text for run in glyphs.runs(shown)) == glyphs.tidy(shown)


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert glyphs.tidy(glyphs.tidy(text)) == glyphs.tidy(text)


@pytest.mark.parametrize("bold", [False, True])
def test_every_swedish_letter_and_sign_has_a_glyph(bold: bool) -> None:
    letters = "abcdefghijklmnopqrstuvwxyzåäöéü"
    signs = f"{letters}{letters.upper()}0123456789 .,:;!?()/–—”’§%+=·≥≤×→\N{MINUS SIGN}"
    assert "".join(run.text for run in glyphs.runs(signs, bold=bold)) == signs


def test_days_amounts_and_names() -> None:
    assert long_date(dt.date(2026, 7, 6)) == "6 juli 2026"
    assert [long_date(dt.date(2026, month, 1)).split()[1] for month in (1, 5, 12)] == [
        "januari",
        "maj",
        "december",
    ]
    assert kronor(6_000_000_00) == f"6{NBSP}000{NBSP}000{NBSP}kronor"
    assert kronor(530_183_50) == f"530{NBSP}183,50{NBSP}kronor"
    assert genitive("Region Skåne") == "Region Skånes"
    assert genitive("Region Västernorrlands") == "Region Västernorrlands"
    assert [enumerate_words(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]
    assert sentence_start("åklagare") == "Åklagare"
    assert organisation_number("2321000255") == "232100-0255"
    assert organisation_number("SE1") == "SE1"

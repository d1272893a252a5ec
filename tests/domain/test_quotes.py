"""A quote is found although the text breaks lines, types other dashes or other letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.quotes import FoldedText, Homoglyph, clean_for_print, find_quote, fold, homoglyphs

TEXT = (
    "Anvisning  Dnr: 9.1–2651/2026\n"
    "\n"
    "Hur stort är bidraget?\n"
    "Det totala beloppet är 16 000\n"
    "000 kronor.¹ Ett eget objektкод\n"
    "ska fin\u00adnas. 6 000 000 kronor till Skåne.\n"
    "Villkor\n"
    "Beloppet är 6\u00a0000\u00a0000 kronor, se bilaga.\n"
)


def found(*spans: str, heading: str | None = None) -> tuple[int, list[str]] | None:
    place = find_quote(TEXT, spans, heading)
    return None if place is None else (place.line, [TEXT[a:b] for a, b in place.ranges])


def test_line_and_offsets_are_those_of_the_text_as_it_is() -> None:
    assert found("Det totala beloppet är 16 000 000 kronor") == (
        4,
        ["Det totala beloppet är 16 000\n000 kronor"],
    )
    assert found("objektkod ska finnas") == (5, ["objektкод\nska fin\u00adnas"])
    assert found("objektкод") == found("objektkod") == (5, ["objektкод"])
    assert found("Dnr: 9.1-2651/2026") == (1, ["Dnr: 9.1–2651/2026"])


def test_spans_follow_each_other() -> None:
    assert found("Hur stort", "Villkor") == (3, ["Hur stort", "Villkor"])
    assert found("Villkor", "Hur stort") is None


def test_a_number_is_not_found_inside_a_longer_one() -> None:
    assert found("000 000 kronor") is None
    assert found("6 000 000 kronor") == (6, ["6 000 000 kronor"])
    assert found("bidrag") is None


def test_the_heading_chooses_among_several() -> None:
    assert found("6 000 000 kronor", heading="Villkor") == (8, ["6\u00a0000\u00a0000 kronor"])
    assert found("6 000 000 kronor", heading="Rubrik som inte finns") == (6, ["6 000 000 kronor"])


def test_nothing_is_found_of_nothing() -> None:
    assert found() is None
    assert found("") is None
    assert FoldedText("").find(["a"]) is None


def test_marks_that_combine_belong_to_their_letter() -> None:
    text = "ska\u030ane är\u0308 ett"
    place = find_quote(text, ["skåne"])
    assert place is not None
    assert [text[a:b] for a, b in place.ranges] == ["ska\u030ane"]


def test_homoglyphs_are_named_and_left_alone() -> None:
    assert homoglyphs("ett objektкод och Ζ") == (Homoglyph("objektкод", "objektkod"), Homoglyph("Ζ", "Z"))
    assert homoglyphs("rena ord: åäö") == ()


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("objektкод", "objektkod"),
        ("två\n  rader", "två rader"),
        ("mjukt\u00adbindestreck\u200b\x07", "mjuktbindestreck"),
        ("6\u00a0000 – kr", "6\u00a0000 – kr"),
        ("a\u030ar", "år"),
    ],
)
def test_what_may_be_printed(quote: str, printed: str) -> None:
    assert clean_for_print(quote) == printed


@given(st.text(alphabet="ab å\n\u00a0–-к¹ﬁ\u00ad\u0301", max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(alphabet="abåкd", min_size=1, max_size=6), min_size=1, max_size=6))
def test_every_word_of_a_text_is_found(words: list[str]) -> None:
    text = "\n".join(words)
    for word in words:
        place = find_quote(text, [word])
        assert place is not None
        ((begin, end),) = place.ranges
        assert fold(text[begin:end]) == fold(word)

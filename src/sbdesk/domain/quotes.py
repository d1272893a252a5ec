"""Find an instruction's sentence in its text although letters, dashes and line breaks differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_HOMOGLYPHS = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјорсухһԁԛԝкдтмΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυικρ",
        "ABESIJKMHOPCTYXGQWaesijopcyxhdqwkdtmABEZHIKMNOPTYXovuikp",
        strict=True,
    )
)
"""Cyrillic and Greek letters seen in, or easily pasted into, Swedish words, and the Latin letter meant.

к, д, т and м do not look quite Latin, but one of the texts has "objektкод".
"""

_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """Where a quote stands: ``line`` counts from 1; ``ranges`` are [from, to) offsets of each span."""

    line: int
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Homoglyph:
    """A word with letters of another alphabet, and how it is read."""

    word: str
    read_as: str


class FoldedText:
    """A text prepared once for many searches; offsets lead back to the original characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded, self._offsets = _fold_with_offsets(text)

    def find(self, spans: Sequence[str], heading: str | None = None) -> QuotePlace | None:
        """The spans in order, after ``heading`` where it is found; None when one is missing.

        A span must not be a part of a longer word or number: ``6 000 000`` is not in ``16 000 000``.
        """
        start = 0
        if heading is not None:
            start = max(0, self._search(fold(heading), 0))
        ranges: list[tuple[int, int]] = []
        for span in spans:
            needle = fold(span)
            at = self._search(needle, start)
            if at < 0:
                return None
            start = at + len(needle)
            ranges.append((self._offsets[at][0], self._offsets[start - 1][1]))
        if not ranges:
            return None
        return QuotePlace(self._text.count("\n", 0, ranges[0][0]) + 1, tuple(ranges))

    def _search(self, needle: str, start: int) -> int:
        at = self._folded.find(needle, start) if needle else -1
        while at >= 0 and not self._stands_alone(at, at + len(needle)):
            at = self._folded.find(needle, at + 1)
        return at

    def _stands_alone(self, begin: int, end: int) -> bool:
        text = self._folded
        before = begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum()
        after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        number = text[begin].isdigit() and re.search(r"\d $", text[max(0, begin - 2) : begin]) is not None
        return not (before or after or number)


def find_quote(text: str, spans: Sequence[str], heading: str | None = None) -> QuotePlace | None:
    """Where the quote stands in ``text``; see :meth:`FoldedText.find`."""
    return FoldedText(text).find(spans, heading)


def fold(text: str) -> str:
    """NFKC, Latin for homoglyphs, plain hyphens, no invisible characters, single spaces; case is kept."""
    return _fold_with_offsets(text)[0].strip()


def homoglyphs(text: str) -> tuple[Homoglyph, ...]:
    """The words of ``text`` that hold letters of another alphabet."""
    return tuple(
        Homoglyph(word, _latin(word))
        for word in re.findall(r"\w+", text)
        if any(c in _HOMOGLYPHS for c in word)
    )


def clean_for_print(text: str) -> str:
    """A quote as it may stand in a letter: no homoglyph, no control or invisible character, no line break."""
    composed = unicodedata.normalize("NFC", _latin(text))
    kept = (c for c in composed if c not in _INVISIBLE and (c.isspace() or unicodedata.category(c) != "Cc"))
    return re.sub(r"[ \t\r\n\f\v\u2028\u2029\x1c-\x1f\x85]+", " ", "".join(kept)).strip()


def _latin(text: str) -> str:
    return "".join(_HOMOGLYPHS.get(c, c) for c in text)


def _fold_with_offsets(text: str) -> tuple[str, list[tuple[int, int]]]:
    folded: list[str] = []
    offsets: list[tuple[int, int]] = []
    for match in re.finditer(r".[\u0300-\u036f]*", text, re.DOTALL):
        for char in _fold_cluster(match.group()):
            if char == " " and folded and folded[-1] == " ":
                continue
            folded.append(char)
            offsets.append(match.span())
    return "".join(folded), offsets


def _fold_cluster(cluster: str) -> str:
    if cluster in _INVISIBLE:
        return ""
    chars = unicodedata.normalize("NFKC", _latin(cluster))
    return "".join(" " if c.isspace() else "-" if c in _DASHES else _HOMOGLYPHS.get(c, c) for c in chars)

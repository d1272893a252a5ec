"""Decides which font writes each character, so that no character is ever dropped or disguised on paper."""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sbdesk import paths
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import NBSP

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
MATH = "NotoSansMath"
_FILES = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    MATH: "NotoSansMath-Regular.ttf",  # Noto Sans lacks ≥ ≤ →, and in some editions the minus sign
}
_LOCK = threading.Lock()

# Look-alikes and the letters a scanned or typed Swedish text means by them ("objektкод" is "objektkod").
_LATIN = dict(
    zip(
        "авекмнорстухіјѕдАВЕКМНОРСТУХІЈЅДΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "abekmhopctyxijsdABEKMHOPCTYXIJSDABEZHIKMNOPTYXo",
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+")


class MissingGlyph(UserFacingError):  # noqa: N818 - read aloud: "a missing glyph"
    """A character that no bundled font can write; the letter is not made."""

    def __init__(self, character: str, text: str) -> None:
        start = max(0, text.find(character) - 20)
        around = text[start : start + 40].replace(character, "□")
        super().__init__(
            f"Tecknet U+{ord(character):04X} kan inte skrivas i brevet (vid □ i ”{around}”).",
            "Brevet är inte skapat och inget är ändrat.",
            "Ta bort eller byt ut tecknet i texten och försök igen.",
        )


@dataclass(frozen=True)
class Run:
    """A stretch of text that one font writes."""

    font: str
    text: str


def register() -> None:
    """Register the bundled fonts with ReportLab, once per process."""
    with _LOCK:
        known = pdfmetrics.getRegisteredFontNames()
        for name, file_name in _FILES.items():
            if name not in known:
                font: Any = TTFont(name, str(paths.resources() / "fonts" / file_name))
                pdfmetrics.registerFont(font)


@functools.cache
def _covered(font: str) -> frozenset[int]:
    register()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


def _fold_word(match: re.Match[str]) -> str:
    word = match.group()
    foreign = [letter for letter in word if letter.isalpha() and letter in _LATIN]
    if not foreign:
        return word
    mixed = any("LATIN" in unicodedata.name(letter, "") for letter in word)
    if mixed or len(foreign) == len(word):
        return "".join(_LATIN.get(letter, letter) for letter in word)
    return word


def tidy(text: str) -> str:
    """Composed letters, single spaces for line ends and tabs, no invisible marks, no Cyrillic look-alikes."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"[\t\r\n\v\f\u0085\u2028\u2029]+", " ", text)
    text = re.sub("[\u202f\u2007]", NBSP, text)
    text = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return _WORD.sub(_fold_word, text)


def received(text: str) -> str:
    """Text from a received file: what the fonts lack stays visible as ``[U+1F600]`` (nobody can edit it)."""
    writable = _covered(REGULAR) | _covered(MATH)
    return "".join(letter if ord(letter) in writable else f"[U+{ord(letter):04X}]" for letter in tidy(text))


def runs(text: str, *, bold: bool = False) -> list[Run]:
    """The tidied text as stretches per font; MissingGlyph when no font has a character."""
    text = tidy(text)
    main = BOLD if bold else REGULAR
    found: list[Run] = []
    for letter in text:
        font = next((name for name in (main, MATH) if ord(letter) in _covered(name)), None)
        if font is None:
            raise MissingGlyph(letter, text)
        if found and found[-1].font == font:
            found[-1] = Run(font, found[-1].text + letter)
        else:
            found.append(Run(font, letter))
    return found


def refuse_unwritable(text: str) -> None:
    """Raise MissingGlyph now for what the letter could not write later, when it is already signed."""
    for bold in (False, True):
        runs(text, bold=bold)


@functools.lru_cache(maxsize=4096)
def markup(text: str, *, bold: bool = False) -> str:
    """ReportLab's paragraph markup for plain text, with the fallback font where it is needed."""
    main = BOLD if bold else REGULAR
    return "".join(
        escape(run.text) if run.font == main else f'<font name="{run.font}">{escape(run.text)}</font>'
        for run in runs(text, bold=bold)
    )

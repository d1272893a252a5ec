"""Keys that put Swedish text in Swedish order by plain comparison of bytes."""

from __future__ import annotations

import re
import unicodedata

_AFTER_Z = {"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}", "œ": "}"}
_LETTERS = {"ð": "d", "þ": "th", "ł": "l", "đ": "d"}


def text_key(text: str) -> str:
    """Casefolded, accents dropped, å ä ö after z (as ``{ | }``), single spaces; for ledger texts.

    Binary order of the keys is Swedish order. A ``{``, ``|`` or ``}`` of the text itself becomes a space.
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    folded = (_fold(char) for char in unicodedata.normalize("NFC", composed))
    return re.sub(r"\s+", " ", "".join(folded)).strip()


def name_key(name: str) -> str:
    """As :func:`text_key` but without punctuation, so that ``Nordvik Konsult, AB`` has one key."""
    return re.sub(r"[^0-9a-z{|}]+", " ", text_key(name)).strip()


def _fold(char: str) -> str:
    if char in "{|}":
        return " "
    if unicodedata.combining(char):
        return ""
    if char in _AFTER_Z:
        return _AFTER_Z[char]
    if char in _LETTERS:
        return _LETTERS[char]
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() else char

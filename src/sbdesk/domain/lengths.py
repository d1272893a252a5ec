"""How long a text may be: what a letter's line, a file name or a register's column has room for."""

from __future__ import annotations

CASE_NUMBER = 60
REFERENCE = 140
NAME = 200
CODE = 60
REASON = 20_000


def too_long(what: str, text: str, limit: int) -> str:
    """The Swedish sentence that names the field (``what``) and its limit; empty when the text has room."""
    length = len(text.strip())
    if length <= limit:
        return ""
    return f"{what} har {length} tecken. Högst {limit} får plats."


def first_too_long(*fields: tuple[str, str, int]) -> str:
    """The first sentence of several fields (name, text, limit); empty when all have room."""
    return next((told for told in (too_long(*field) for field in fields) if told), "")

"""Money is whole öre; text and Decimal only at the edges."""

from __future__ import annotations

import re
from typing import TypeAlias

Ore: TypeAlias = int
"""An amount in öre (1 krona = 100 öre), within ±10**15."""

LIMIT = 10**15
MINUS = "\N{MINUS SIGN}"
NBSP = "\N{NO-BREAK SPACE}"

_PLAIN = re.compile(r"([+-]?)([0-9]{1,3}(?:[ ][0-9]{3})+|[0-9]+)(?:[,.]([0-9]{1,2}))?", re.ASCII)
_SPACES = str.maketrans({NBSP: " ", "\u202f": " ", "\u2009": " ", MINUS: "-", "\u2013": "-"})


def from_kronor(kronor: int) -> Ore:
    """Whole kronor as öre."""
    return kronor * 100


def parse_ore(text: str) -> Ore:
    """Read what an officer types as an amount in kronor: ``1 234,50``, ``1234.5``, ``-12``, ``6 000 000 kr``.

    Raises ValueError when the text is no amount, or is too large. Ledger cells have their own, stricter
    reader in :mod:`sbdesk.domain.ledger_values`, which knows what is ambiguous.
    """
    plain = text.translate(_SPACES).strip()
    plain = re.sub(r"\s*(kr|kronor)\.?$", "", plain, flags=re.IGNORECASE)
    match = _PLAIN.fullmatch(plain)
    if match is None:
        raise ValueError(text)
    sign, whole, decimals = match.groups()
    amount = int(whole.replace(" ", "")) * 100 + int((decimals or "0").ljust(2, "0"))
    if amount > LIMIT:
        raise ValueError(text)
    return -amount if sign == "-" else amount


def format_ore(amount: Ore, *, decimals: bool = True) -> str:
    """``1 234,50`` with fixed spaces and a true minus; without decimals only when they are zero öre."""
    whole, rest = divmod(abs(amount), 100)
    text = f"{whole:,}".replace(",", NBSP)
    if decimals or rest:
        text += f",{rest:02d}"
    return MINUS + text if amount < 0 else text


def format_kronor(amount: Ore) -> str:
    """``6 000 000 kr``: decimals only when there are öre."""
    return format_ore(amount, decimals=False) + NBSP + "kr"

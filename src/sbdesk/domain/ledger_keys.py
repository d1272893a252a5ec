"""The keys by which booked rows, invoices and texts are recognised again."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date

from sbdesk.domain.ledger_rows import LedgerRow
from sbdesk.domain.sort_keys import text_key

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode


def row_hash(recipient: str, row: LedgerRow) -> str:
    """SHA-256 in hex, the same for the same booked row in two extracts of one recipient."""
    return hashlib.sha256(_ENCODE([recipient, *row.booking_key(), row.occurrence]).encode()).hexdigest()


_DATE_LIKE = re.compile(r"(?:19|20)\d\d[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_SLASHED = re.compile(r"\d{1,2}[-./]\d{1,2}[-./](?:\d\d){1,2}", re.ASCII)


def invoice_key(text: str | None) -> str | None:
    """Digits and letters folded, at least four; None for less and for what reads as a date."""
    if text is None or _DATE_LIKE.fullmatch(text.strip()) or _SLASHED.fullmatch(text.strip()):
        return None
    key = "".join(character for character in text_key(text) if character.isalnum() or character in "{|}")
    return key if len(key) >= 4 else None

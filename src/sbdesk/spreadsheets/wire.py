"""How cells travel between the child process and the desk: JSON lines, never pickle."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from sbdesk.domain.ledger_values import ErrorCell

Message = dict[str, Any]
"""One line; ``kind`` is file, sheets, rows, progress, end, refused or failed."""


def _pack(value: object) -> dict[str, str | float]:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, time):
        return {"c": value.isoformat()}
    if isinstance(value, timedelta):
        return {"s": value.total_seconds()}
    if isinstance(value, ErrorCell):
        return {"e": value.text}
    raise TypeError(type(value).__name__)


def _unpack(value: Message) -> Any:
    if len(value) != 1:
        return value
    ((key, content),) = value.items()
    match key:
        case "d":
            return date.fromisoformat(content)
        case "t":
            return datetime.fromisoformat(content)
        case "c":
            return time.fromisoformat(content)
        case "s":
            return timedelta(seconds=content)
        case "e":
            return ErrorCell(content)
    return value


_ENCODER = json.JSONEncoder(separators=(",", ":"), default=_pack)
_DECODER = json.JSONDecoder(object_hook=_unpack)


def encode(message: Message) -> bytes:
    """The message as one line."""
    return _ENCODER.encode(message).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """The message of one line; ValueError when it is none."""
    message = _DECODER.decode(line.decode("ascii"))
    if not isinstance(message, dict) or "kind" not in message:
        raise ValueError("no message")
    return message

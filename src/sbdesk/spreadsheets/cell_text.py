"""Shows a raw cell as the officer would read it in Excel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sbdesk.domain.ledger_values import Cell, ErrorCell, clean_text, is_blank

_LONGEST = 500


def cell_text(cell: Cell) -> str:
    """Numbers with decimal comma, days as ISO, errors as written; empty for a blank cell."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return clean_text(cell)
    if isinstance(cell, ErrorCell):
        return cell.text or "(formel utan värde)"
    if isinstance(cell, bool):
        return "SANT" if cell else "FALSKT"
    if isinstance(cell, float):
        return str(int(cell)) if abs(cell) < 1e15 and cell == int(cell) else repr(cell).replace(".", ",")
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def row_text(cells: Sequence[Cell]) -> str:
    """The cells that are not blank, on one line."""
    shown = " | ".join(cell_text(cell) for cell in cells if not is_blank(cell))
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"

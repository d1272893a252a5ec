"""The columns of the list of cases and of the case page's tables, as data."""

from __future__ import annotations

from sbdesk.gui import formats
from sbdesk.gui.columns import (
    Column,
    date_column,
    money_column,
    number_column,
    status_column,
    text_column,
)
from sbdesk.gui.look import Tone
from sbdesk.services.case_history import DocumentRow
from sbdesk.services.requisition_rows import CaseRow, PartRow


def case_columns() -> list[Column[CaseRow]]:
    """Who, which grant, how much, who acts and since when."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=150),
        text_column("programme", "Statsbidrag", lambda row: row.programme, width=84, tip=_programme_title),
        status_column(
            "status",
            "Status",
            lambda row: row.status.words,
            lambda row: Tone(row.status.level.value),
            width=250,
        ),
        number_column(
            "days", "Dagar", lambda row: row.days, width=58, title_tip="Dagar sedan senaste steget"
        ),
        money_column("requested", "Rekvirerat", lambda row: row.requested_ore, decimals=False),
        money_column("allotted", "Högsta belopp", lambda row: row.allotted_ore, decimals=False),
        money_column("granted", "Beviljat", lambda row: row.granted_ore or None, decimals=False),
        text_column("case_number", "Dnr", lambda row: row.case_number, width=120),
        date_column("received", "Kom in", lambda row: row.received_on),
        text_column("assignee", "Tilldelad", lambda row: row.assignee, width=120),
    ]


def _programme_title(row: CaseRow) -> str:
    return row.programme_title


def part_columns() -> list[Column[PartRow]]:
    """Each part of the grant from ceiling to grant."""
    return [
        text_column("label", "Del", lambda row: row.label, width=220),
        text_column("operation", "Verksamhet", lambda row: row.operation, width=220),
        money_column("allotted", "Högsta belopp", lambda row: row.allotted_ore),
        money_column("requested", "Rekvirerat", lambda row: row.requested_ore),
        money_column("granted", "Beviljat", lambda row: row.granted_ore),
    ]


def document_columns() -> list[Column[DocumentRow]]:
    """What came in and what was made."""
    return [
        text_column("title", "Handling", lambda row: row.title, width=320, tip=lambda row: row.title),
        text_column("origin", "Inkommen eller upprättad", lambda row: _origin(row), width=160),
        date_column("created", "Datum", lambda row: row.created_on),
        text_column("sent", "Skickat", lambda row: _sent(row), width=96),
        text_column("file", "Fil", lambda row: row.file_name, width=160),
    ]


def _origin(row: DocumentRow) -> str:
    return "Inkommen" if row.received else "Upprättad"


def _sent(row: DocumentRow) -> str:
    return "" if row.received else formats.day(row.sent_on)

"""What the table of Återrapportering shows."""

from __future__ import annotations

from sbdesk.gui import formats
from sbdesk.gui.columns import Column, money_column, status_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.services.reports_rows import ExpectedReportRow

NOT_DECIDED = "Inte beslutat"


def report_columns() -> list[Column[ExpectedReportRow]]:
    """The expected reports; the order given is by last day."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=180),
        text_column("programme", "Statsbidrag", lambda row: row.programme, width=96, tip=_full_name),
        Column("due", "Senast", _due, sort=lambda row: row.due_on, width=104),
        status_column("status", "Status", lambda row: row.status.words, _tone, width=360),
        money_column("paid", "Utbetalt", lambda row: row.paid_ore, width=116),
        money_column("reported", "Återrapporterat", lambda row: row.reported_ore, width=124),
        money_column("unused", "Inte använt", lambda row: row.unused_ore, width=116),
    ]


def _full_name(row: ExpectedReportRow) -> str:
    return row.programme_title


def _due(row: ExpectedReportRow) -> str:
    return NOT_DECIDED if row.due_on is None else formats.day(row.due_on)


def _tone(row: ExpectedReportRow) -> Tone:
    return Tone(row.status.tone.value)

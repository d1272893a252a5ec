"""What the lists of the Översikt page show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.periods import MONTHS
from sbdesk.gui import formats
from sbdesk.gui.columns import Column, status_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.services.overview_rows import ChangeRow, DeadlineRow, QueueRow


@dataclass(frozen=True, slots=True)
class DayLine:
    """A deadline as shown; ``id`` is its place in the list."""

    id: int
    row: DeadlineRow
    when: str


def day_lines(rows: tuple[DeadlineRow, ...], today: date) -> list[DayLine]:
    """``4 dagar sent, 24 juni``, ``om 8 dagar, 6 juli``."""
    return [DayLine(number, row, _when(row, today)) for number, row in enumerate(rows, 1)]


def _when(row: DeadlineRow, today: date) -> str:
    late = (today - row.day).days
    when = f"{formats.count(late, 'dag', 'dagar')} sent" if row.late else formats.days_from(row.day, today)
    # How late it is tells the year that has been, and leaves room for the words in a narrow column.
    year = f" {row.day.year}" if row.day.year != today.year and not row.late else ""
    return f"{when}, {row.day.day} {MONTHS[row.day.month - 1]}{year}"


def deadline_columns() -> list[Column[DayLine]]:
    """How far away and which day, what, and for whom."""
    return [
        status_column(
            "when",
            "När",
            lambda line: line.when,
            lambda line: Tone.DEVIATION if line.row.late else None,
            width=206,
            sort=lambda line: line.row.day,
        ),
        text_column(
            "where", "Ärende", lambda line: line.row.where, width=96, tip=lambda line: line.row.where
        ),
        text_column("what", "Vad", lambda line: line.row.what, width=190, tip=lambda line: line.row.what),
    ]


def _days(row: QueueRow) -> str:
    return formats.NOTHING if row.days is None else formats.count(row.days, "dag", "dagar")


def _since() -> Column[QueueRow]:
    return Column("days", "Sedan", _days, sort=lambda row: row.days, width=70)


def mine_columns() -> list[Column[QueueRow]]:
    """The next step, the case, and since when; the status is the tooltip."""
    return [
        Column(
            "step",
            "Nästa steg",
            lambda row: row.step,
            tone=lambda row: Tone(row.level),
            tip=lambda row: row.status,
            width=210,
        ),
        text_column("case", "Ärende", lambda row: row.case, width=180, tip=lambda row: row.case),
        _since(),
    ]


def others_columns() -> list[Column[QueueRow]]:
    """The case, whom it waits for, and since when."""
    return [
        text_column("case", "Ärende", lambda row: row.case, width=180, tip=lambda row: row.case),
        Column(
            "status",
            "Status",
            lambda row: row.status,
            tone=lambda row: Tone(row.level),
            tip=lambda row: row.status,
            width=220,
        ),
        _since(),
    ]


def change_columns() -> list[Column[ChangeRow]]:
    """When, who, what and where."""
    return [
        text_column("when", "När", lambda row: formats.instant(row.at), width=132),
        text_column("what", "Vad", _told, width=220, tip=_told),
        text_column("where", "Ärende", lambda row: row.where, width=170, tip=lambda row: row.where),
        text_column("who", "Vem", lambda row: row.who, width=110),
    ]


def _told(row: ChangeRow) -> str:
    return f"{row.what}: {row.detail}" if row.detail else row.what

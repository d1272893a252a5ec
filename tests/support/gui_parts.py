"""Rows, pages and a window for tests of the shared gui machinery."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.columns import Column, date_column, money_column, number_column, status_column, text_column
from sbdesk.gui.context import GrantYear, PageContext, Target
from sbdesk.gui.look import Tone
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import MemorySettings, Settings
from sbdesk.gui.tasks import InlineTasks, TaskScope


@dataclass(frozen=True)
class CaseRow:
    id: int
    name: str
    amount: int | None
    came: date | None = None
    tone: Tone = Tone.NOTE


ROWS = (
    CaseRow(11, "Region Östergötland", 787_174_400, date(2026, 6, 22), Tone.WAITING),
    CaseRow(12, "Region Dalarna", -123_450, date(2026, 6, 1), Tone.OK),
    CaseRow(13, "Västra Götalandsregionen", None, None, Tone.STOP),
    CaseRow(14, "Region Örebro län", 100, date(2026, 7, 3), Tone.MUTED),
)


def columns() -> list[Column[CaseRow]]:
    return [
        text_column("name", "Mottagare", lambda row: row.name, tip=lambda row: f"Hela namnet: {row.name}"),
        money_column("amount", "Belopp", lambda row: row.amount, title_tip="I kronor"),
        date_column("came", "Kom in", lambda row: row.came),
        status_column("status", "Status", lambda row: row.tone.value, lambda row: row.tone),
        number_column("number", "Nr", lambda row: row.id),
    ]


def identify(row: CaseRow) -> int:
    return row.id


def context(
    *, settings: Settings | None = None, navigate: Callable[[str, Target | None], None] | None = None
) -> PageContext:
    """A page's surroundings without window and threads; no test asks `services` anything."""

    def nowhere(feature_key: str, target: Target | None = None) -> None:
        if navigate is not None:
            navigate(feature_key, target)

    return PageContext(
        services=cast("Any", object()),
        tasks=TaskScope(InlineTasks()),
        changes=ChangeBus(),
        messages=Messages(),
        navigate=nowhere,
        settings=settings or MemorySettings(),
        year=GrantYear((2025, 2026), 2026),
    )


class Heard:
    """Keeps what a signal or callback told."""

    def __init__(self) -> None:
        self.told: list[Any] = []

    def __call__(self, *values: Any) -> None:
        self.told.append(values[0] if len(values) == 1 else values)


def labels(items: Sequence[Any]) -> list[str]:
    return [item.label for item in items]

"""Which rows of a list are ticked, by id, so that a tick survives filter, sort and refresh; without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sbdesk.gui.columns import Column

R = TypeVar("R")


class Ticks:
    """A set of row ids that tells its listeners when it changes."""

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self._listeners: list[Callable[[], None]] = []

    def __contains__(self, row_id: object) -> bool:
        return row_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def listen(self, told: Callable[[], None]) -> None:
        """Hear of every change."""
        self._listeners.append(told)

    def toggle(self, row_ids: Sequence[int]) -> None:
        """Tick them all, or untick them when every one is ticked already."""
        wanted = set(row_ids)
        self._become(self._ids - wanted if wanted <= self._ids else self._ids | wanted)

    def add(self, row_ids: Iterable[int]) -> None:
        """Tick these too."""
        self._become(self._ids | set(row_ids))

    def only(self, row_ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self._become(set(row_ids))

    def keep_among(self, row_ids: Iterable[int]) -> None:
        """Forget ticks of rows that are gone."""
        self._become(self._ids & set(row_ids))

    def _become(self, ids: set[int]) -> None:
        if ids != self._ids:
            self._ids = ids
            for told in tuple(self._listeners):
                told()


def ticked_columns(
    columns: Sequence[Column[R]], ticks: Ticks, identify: Callable[[R], int]
) -> list[Column[R]]:
    """The columns with a box before the first one's text, said aloud as ``vald`` or ``inte vald``."""
    first, *others = columns
    said = first.spoken or first.text

    def aloud(row: R) -> str:
        return f"{said(row)}, {'vald' if identify(row) in ticks else 'inte vald'}"

    def box(row: R) -> str:
        return "tick-on" if identify(row) in ticks else "tick-off"

    return [replace(first, icon=box, spoken=aloud, width=first.width + 26), *others]

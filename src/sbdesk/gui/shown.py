"""What the shared widgets show, as plain data, so that presenters can make it without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from sbdesk.domain.ore import Ore
from sbdesk.gui.look import Tone


@dataclass(frozen=True, slots=True)
class Action:
    """A verb of the desk. A forbidden one stays visible and ``reason`` says why in Swedish."""

    label: str
    run: Callable[[], None]
    enabled: bool = True
    reason: str = ""
    icon: str = ""
    shortcut: str = ""

    def __post_init__(self) -> None:
        if not self.enabled and not self.reason:
            raise ValueError(f"{self.label}: a disabled action says why")


class Reached(Enum):
    """Where a step of a case stands."""

    DONE = "klart"
    CURRENT = "pågår"
    COMING = "återstår"


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One point of the line Rekvisition → Beslut → Utbetalning → Återrapport → Avslutat."""

    label: str
    reached: Reached


CASE_STEPS = ("Rekvisition", "Beslut", "Utbetalning", "Återrapport", "Avslutat")


def case_steps(current: int, labels: Sequence[str] = CASE_STEPS) -> tuple[CaseStep, ...]:
    """The line with ``current`` (0-based) under way; ``len(labels)`` means that all are done."""
    return tuple(
        CaseStep(label, Reached.DONE if i < current else Reached.CURRENT if i == current else Reached.COMING)
        for i, label in enumerate(labels)
    )


@dataclass(frozen=True, slots=True)
class Status:
    """Who must act, in words: ``Väntar på beslutsfattaren: beslut · sedan 3 dagar · Karin Ek``."""

    tone: Tone
    text: str
    steps: tuple[CaseStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A verbatim sentence of an instruction; ``source`` like ``CSD 2026, rad 72``.

    ``open`` shows the instruction at that line, or is None when the officer has not loaded it.
    """

    quote: str
    source: str
    open: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class CheckItem:
    """The outcome of one check: its word (``Stopp``, ``OK``, ``Inte kontrollerat``), title and sentence."""

    tone: Tone
    word: str
    title: str
    text: str
    quotation: Quotation | None = None
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event of a case; ``undone`` is why and by whom it was undone, else empty."""

    when: str
    who: str
    what: str
    detail: str = ""
    undone: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """A named sum; ``explanation`` is its formula in Swedish."""

    label: str
    value: str
    tone: Tone | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One programme's money: ``parts`` in öre, in the order of the legend, within ``of`` öre."""

    label: str
    of: Ore
    parts: tuple[Ore, ...]
    note: str = ""
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class TableShown:
    """A small table on its way in: the first rows as text, and of each column what it holds.

    ``choices`` are (key, title) of what a column may hold; ``holds`` one key a column, empty: not read.
    """

    source: str
    sheets: tuple[str, ...]
    sheet: int
    titles: tuple[str, ...]
    head: tuple[tuple[int, tuple[str, ...]], ...]
    choices: tuple[tuple[str, str], ...]
    holds: tuple[str, ...]

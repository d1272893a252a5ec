"""What the presenter may ask the officer, as plain data, and the view that shows it all; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sbdesk.domain.ore import Ore
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.verdicts import CauseChoice, Ground
from sbdesk.gui.presenter import View
from sbdesk.gui.shown import Action
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.reconciliations_rows import LineDetail, ReconciliationPage, ReconciliationRow
from sbdesk.services.settings import OfficerRow


@dataclass(frozen=True, slots=True)
class Question:
    """One line to fill in: the dialog's title, what is asked, the button, and what stands there at first."""

    title: str
    label: str
    button: str
    text: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class SecondPersonQuestion:
    """Who has signed, when, with the signed page; ``reason`` is the label of a reason to give, or empty."""

    title: str
    intro: str
    button: str
    people: tuple[OfficerRow, ...]
    today: date
    reason: str = ""


class ReconciliationsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[ReconciliationRow]) -> None:
        """Show the list of awards."""

    def show_case(
        self, page: ReconciliationPage, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        """Show one award above and beside its rows."""

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows, in this order."""

    def refresh_lines(self, ids: Sequence[int]) -> None:
        """Read these rows again; the order stays."""

    def show_detail(self, detail: LineDetail | None) -> None:
        """Show one row with its findings."""

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what can be undone and done again; empty: nothing."""

    def go_to_line(self, line_id: int) -> None:
        """Put the focus on a row."""

    def go_past(self, line_ids: Sequence[int]) -> None:
        """Put the focus on the row after the last of these."""

    def shown_ids(self) -> Sequence[int]:
        """The rows shown, in their order."""

    def ask_cause(self, choices: Sequence[CauseChoice], chosen: Callable[[VerdictCause], None]) -> None:
        """Offer the causes by their digits."""

    def ask_ground(self, choice: CauseChoice, chosen: Callable[[Ground], None]) -> None:
        """Offer the grounds of a cause that has several."""

    def ask_amount(self, question: Question, chosen: Callable[[Ore], None]) -> None:
        """Ask for an amount in kronor."""

    def ask_day(self, question: Question, chosen: Callable[[date], None]) -> None:
        """Ask for a day."""

    def ask_text(self, question: Question, chosen: Callable[[str], None]) -> None:
        """Ask for a line of text."""

    def ask_second(self, question: SecondPersonQuestion, chosen: Callable[[SecondPerson, str], None]) -> None:
        """Ask for the second person, and a reason where one is wanted."""

    def ask_place(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        """Ask where to save a file; ``name`` is proposed."""

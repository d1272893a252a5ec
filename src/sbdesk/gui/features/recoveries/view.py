"""What the Återkrav page offers the presenter of its claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sbdesk.gui.features.recoveries.questions import Answer, People, Question
from sbdesk.gui.presenter import View
from sbdesk.gui.shown import Action
from sbdesk.services.incoming_payments import PaymentInput
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.services.recoveries_rows import GroundRow, RecoveryLineRow, RecoveryPage, RecoveryRow


class RecoveriesView(View, Protocol):
    """What the page offers its presenter."""

    def show_rows(self, rows: Sequence[RecoveryRow]) -> None:
        """Show the list."""

    def show_claim(
        self,
        page: RecoveryPage,
        invoices: Sequence[InvoiceRow],
        primary: Sequence[Action],
        others: Sequence[Action],
    ) -> None:
        """Show one claim."""

    def select(self, recovery_id: int) -> None:
        """Go to the claim in the list."""

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask in a dialog; ``then`` is called unless the officer cancels."""

    def ask_line(
        self,
        line: RecoveryLineRow | None,
        grounds: Sequence[GroundRow],
        locked: str,
        then: Callable[[LineInput], None],
    ) -> None:
        """Change a line, or write a new one."""

    def ask_payment(
        self, title: str, start: PaymentInput, intro: str, then: Callable[[PaymentInput], None]
    ) -> None:
        """Ask for an incoming payment."""

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """Show a draft letter."""

    def tell(self, text: str) -> None:
        """Say something that asks for nothing."""


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """What is shown of one claim, and who can be chosen."""

    page: RecoveryPage
    invoices: tuple[InvoiceRow, ...]
    people: People

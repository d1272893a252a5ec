"""What the Regioner page does: list, look at one recipient, correct its particulars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import uuid4

from sbdesk.gui import formats
from sbdesk.gui.context import PageContext
from sbdesk.gui.look import Tone
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Status
from sbdesk.services.changes import Touched
from sbdesk.services.recipient_rows import RecipientCard, RecipientInput, RecipientRow


class RecipientsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[RecipientRow]) -> None:
        """Show the list."""

    def show_card(self, card: RecipientCard, debt: Status | None) -> None:
        """Show one recipient; ``debt`` when it owes anything past its due day."""

    def particulars_kept(self) -> None:
        """What the fields hold is stored."""


class RecipientsPresenter(Presenter):
    """Reads again when anything that carries money changes."""

    WATCHES = (
        Touched.RECIPIENTS
        | Touched.PROGRAMMES
        | Touched.REQUISITIONS
        | Touched.DECISIONS
        | Touched.PAYOUTS
        | Touched.REPORTS
        | Touched.LEDGER_IMPORTS
        | Touched.RECONCILIATIONS
        | Touched.RECOVERIES
        | Touched.INVOICES
        | Touched.INCOMING_PAYMENTS
    )

    def __init__(self, context: PageContext, view: RecipientsView) -> None:
        super().__init__(context, view)
        self._view = view
        self._recipients = context.services.recipients
        self.card: RecipientCard | None = None

    def reload(self, touched: Touched) -> None:
        """Read the list; the page chooses a row, which reads the card."""
        self.load(self._recipients.rows, self._view.show_rows)

    def choose(self, recipient_id: int) -> None:
        """Read one recipient."""
        recipients = self._recipients
        self.load(lambda: (recipients.card(recipient_id), recipients.work.clock.today()), self._show)

    def add_regions(self) -> None:
        """Put in the 21 regions."""
        command, recipients = uuid4().hex, self._recipients
        self.act(lambda: recipients.add_regions(command))

    def change(self, given: RecipientInput) -> None:
        """Keep the particulars when they are others than those stored."""
        card = self.card
        if card is None or given == stored(card):
            return
        command, recipients = uuid4().hex, self._recipients
        self.act(
            lambda: recipients.change(card.row.id, card.version, given, command),
            lambda done: self._view.particulars_kept(),
        )

    def _show(self, found: tuple[RecipientCard, date]) -> None:
        card, today = found
        self.card = card
        self._view.show_card(card, debt_status(card, today))


def stored(card: RecipientCard) -> RecipientInput:
    """The particulars as the database has them."""
    return RecipientInput(
        address=card.address or "",
        registrar_email=card.registrar_email or "",
        buyer_reference=card.buyer_reference or "",
        peppol_id=card.peppol_id or "",
        org_number_confirmed=card.row.org_number_confirmed,
    )


def debt_status(card: RecipientCard, today: date) -> Status | None:
    """``Obetald skuld: F-2026-014, 41 200 kr, förfallen 12 dagar`` and where it stops a grant."""
    if not card.debts:
        return None
    told = [
        f"{debt.number}, {formats.kronor(debt.outstanding_ore)} ({debt.programme}), förfallen "
        f"{formats.count((today - debt.due_on).days, 'dag', 'dagar')}"
        for debt in card.debts
    ]
    text = f"Obetald skuld: {'; '.join(told)}."
    if card.debt_stops:
        text += f" Stoppar bifall i {', '.join(card.debt_stops)}."
    if card.debt_informs:
        text += f" Upplysning i {', '.join(card.debt_informs)}."
    return Status(Tone.STOP, text)

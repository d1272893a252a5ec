"""What the Regioner page does: list, look at one recipient, correct its particulars, and ask for its acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from sbdesk.gui.context import PageContext
from sbdesk.gui.features.recipients.account_acts import AccountActs
from sbdesk.gui.features.recipients.acting import Shown
from sbdesk.gui.features.recipients.contact_acts import ContactActs
from sbdesk.gui.features.recipients.identity_acts import IdentityActs
from sbdesk.gui.features.recipients.lines import debt_status
from sbdesk.gui.features.recipients.operation_acts import OperationActs
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.features.recipients.representative_acts import RepresentativeActs
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Action, Status
from sbdesk.services.changes import Done, Touched
from sbdesk.services.recipient_rows import (
    AccountRow,
    ContactRow,
    HostingRow,
    RecipientCard,
    RecipientInput,
    RecipientRow,
    RepresentativeRow,
)

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


class RecipientsView(View, Protocol):
    """What the presenter asks of the page."""

    def show_rows(self, rows: Sequence[RecipientRow]) -> None:
        """Show the list."""

    def show_card(self, shown: Shown, debt: Status | None) -> None:
        """Show one recipient; ``debt`` when it owes anything past its due day."""

    def particulars_kept(self) -> None:
        """What the fields hold is stored."""

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """Ask in a dialog that stays open until :meth:`answer_kept`."""

    def answer_kept(self, made: int | None) -> None:
        """The answer is stored: close the dialog."""

    def go_to(self, recipient_id: int) -> None:
        """Choose the recipient in the list, also when it is new there."""

    def copy_text(self, text: str) -> None:
        """Put the text on the clipboard and say so."""


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
        self._rows: Sequence[RecipientRow] = ()
        self._shown: Shown | None = None
        self._identity = IdentityActs(self)
        self._representatives = RepresentativeActs(self)
        self._accounts = AccountActs(self)
        self._operations = OperationActs(self)
        self._contacts = ContactActs(self, self._copy_held)

    @property
    def services(self) -> Services:
        """Everything the desk can do."""
        return self.context.services

    @property
    def shown(self) -> Shown | None:
        """What the page shows; None before a recipient is chosen."""
        return self._shown

    @property
    def card(self) -> RecipientCard | None:
        """The card shown."""
        return None if self._shown is None else self._shown.card

    def reload(self, touched: Touched) -> None:
        """Read the list; the page chooses a row, which reads the card."""
        self.load(self._recipients.rows, self._show_rows)

    def choose(self, recipient_id: int) -> None:
        """Read one recipient."""
        self.load(lambda: self._read(recipient_id), self._show)

    def add(self) -> None:
        """Ask for a new recipient."""
        self._identity.add()

    def add_regions(self) -> None:
        """Put in the 21 regions."""
        recipients = self._recipients
        self.do(lambda command: recipients.add_regions(command))

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

    def ask(self, question: Question, work: Callable[[Answer, str], Done]) -> None:
        """Ask, then do the work once with the answer."""
        command = uuid4().hex

        def answered(answer: Answer) -> None:
            self.act(lambda: work(answer, command), kept)

        def kept(done: Done) -> None:
            self._view.answer_kept(done.id)

        self._view.ask(question, answered)

    def do(self, work: Callable[[str], Done]) -> None:
        """Do the work once."""
        command = uuid4().hex
        self.act(lambda: work(command))

    def recipient_actions(self) -> Sequence[Action]:
        """What can be done with the recipient itself."""
        return () if self._shown is None else self._identity.actions(self._shown)

    def representative_actions(self, row: RepresentativeRow | None) -> Sequence[Action]:
        """What the tab Ombud offers."""
        return () if self._shown is None else self._representatives.actions(self._shown, row)

    def account_actions(self, row: AccountRow | None) -> Sequence[Action]:
        """What the tab Konton offers."""
        return () if self._shown is None else self._accounts.actions(self._shown, row)

    def operation_actions(self, row: HostingRow | None) -> Sequence[Action]:
        """What the tab Verksamheter offers."""
        return () if self._shown is None else self._operations.actions(self._shown, row)

    def contact_actions(self, row: ContactRow | None) -> Sequence[Action]:
        """What the list of contacts offers."""
        return () if self._shown is None else self._contacts.actions(self._shown, row)

    def _copy_held(self, person_id: int) -> None:
        contacts = self.services.contacts
        self.load(lambda: contacts.held(person_id), self._view.copy_text)

    def _show_rows(self, rows: Sequence[RecipientRow]) -> None:
        self._rows = rows
        self._view.show_rows(rows)

    def _read(self, recipient_id: int) -> Shown:
        settings = self.services.settings
        return Shown(
            card=self._recipients.card(recipient_id),
            today=self._recipients.work.clock.today(),
            recipients=tuple(
                (row.id, row.name) for row in self._rows if row.id != recipient_id and not row.successor
            ),
            people=tuple((row.id, f"{row.name}, {row.title}") for row in settings.others()),
            signed_outside=settings.signs_outside(),
            me=self._recipients.work.officer_id,
        )

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._view.show_card(shown, debt_status(shown.card, shown.today))


def stored(card: RecipientCard) -> RecipientInput:
    """The particulars as the database has them."""
    return RecipientInput(
        address=card.address or "",
        registrar_email=card.registrar_email or "",
        buyer_reference=card.buyer_reference or "",
        peppol_id=card.peppol_id or "",
        org_number_confirmed=card.row.org_number_confirmed,
    )

"""One recipient beside the list: debts on top, then its grants and everything else about it in tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.features.recipients import account_acts, lines, representative_acts
from sbdesk.gui.features.recipients.acting import Shown
from sbdesk.gui.features.recipients.columns import award_columns
from sbdesk.gui.features.recipients.particulars import Particulars
from sbdesk.gui.features.recipients.party_columns import (
    account_columns,
    contact_columns,
    hosting_columns,
    representative_columns,
)
from sbdesk.gui.features.recipients.party_tab import PartyTab
from sbdesk.gui.features.recipients.presenter import RecipientsPresenter
from sbdesk.gui.look import Tone
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Status
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import heading, muted, tone_label
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.timeline import Timeline
from sbdesk.services.recipient_rows import (
    AccountRow,
    ContactRow,
    HostingRow,
    RecipientAwardRow,
    RepresentativeRow,
)

CONTACTS_HEIGHT = 220


class CardView(QWidget):
    """Every tab but Bidrag and Tidslinje says what can be done and why not."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.name, self.facts = heading("", "page"), muted("")
        self.jav = tone_label(Tone.DEVIATION)
        self.debt, self.open_debt = StatusStrip(), QPushButton("Öppna fakturan")
        self.awards: RowTableModel[RecipientAwardRow] = RowTableModel(
            award_columns(), lambda row: row.award_id
        )
        self.award_table: TableView[RecipientAwardRow] = TableView(
            self.awards, "Bidrag till mottagaren", settings, "recipient_awards"
        )
        self.particulars, self.acts = Particulars(), NextStepBar()
        self._make_tabs(settings)
        self.timeline, self.tabs = Timeline(), QTabWidget()
        self._lay_out()
        palette.changed().changed.connect(self._resize)
        self._resize()

    def offer(self, presenter: RecipientsPresenter) -> None:
        """Let every tab ask the presenter what its rows allow."""
        self.contacts.offer(presenter.contact_actions, next_step=False)
        self.representatives.offer(presenter.representative_actions, representative_acts.told)
        self.accounts.offer(presenter.account_actions, account_acts.told)
        self.operations.offer(presenter.operation_actions)

    def tables(
        self,
    ) -> tuple[
        TableView[RecipientAwardRow],
        TableView[ContactRow],
        TableView[RepresentativeRow],
        TableView[AccountRow],
        TableView[HostingRow],
    ]:
        """Every table of the card, for what the page does with all of them."""
        return (
            self.award_table,
            self.contacts.table,
            self.representatives.table,
            self.accounts.table,
            self.operations.table,
        )

    def show_card(self, shown: Shown, debt: Status | None, presenter: RecipientsPresenter) -> None:
        """One recipient."""
        card = shown.card
        self.name.setText(card.row.name)
        self.facts.setText(lines.facts(card))
        self.jav.setText(lines.disqualified(card))
        self.jav.setVisible(bool(card.disqualified))
        self.debt_row.setVisible(debt is not None)
        if debt is not None:
            self.debt.show_status(debt)
        self.particulars.show_card(card)
        self.acts.show_actions((), presenter.recipient_actions())
        self.awards.set_rows(card.awards)
        self.contacts.show_rows(card.contacts)
        self.representatives.show_rows(card.representatives)
        self.accounts.show_rows(card.accounts)
        self.operations.show_rows(card.operations)
        self.timeline.show_items(lines.timeline(card))
        counts = (len(card.awards), None, None, len(card.accounts), len(card.operations), None)
        for number, (words, count) in enumerate(zip(lines.TABS, counts, strict=True)):
            self.tabs.setTabText(number, words if count is None else f"{words} {count}")

    def _make_tabs(self, settings: Settings) -> None:
        self.contacts: PartyTab[ContactRow] = PartyTab(
            contact_columns(),
            lambda row: row.id,
            (
                "Kontaktpersoner",
                "recipient_contacts",
                "Inga kontaktpersoner. De kommer med rekvisition och ombud.",
            ),
            settings,
        )
        self.representatives: PartyTab[RepresentativeRow] = PartyTab(
            representative_columns(),
            lambda row: row.id,
            ("Ombud", "recipient_representatives", "Inget ombud är inskrivet."),
            settings,
        )
        self.accounts: PartyTab[AccountRow] = PartyTab(
            account_columns(),
            lambda row: row.id,
            ("Konton", "recipient_accounts", "Inga konton. De kommer med rekvisitionen eller skrivs in här."),
            settings,
        )
        self.operations: PartyTab[HostingRow] = PartyTab(
            hosting_columns(),
            lambda row: row.id,
            ("Verksamheter", "recipient_operations", "Inga verksamheter finns hos mottagaren."),
            settings,
        )

    def _lay_out(self) -> None:
        self.debt_row = QWidget()
        debt = QHBoxLayout(self.debt_row)
        debt.setContentsMargins(0, 0, 0, 0)
        debt.addWidget(self.debt, 1)
        debt.addWidget(self.open_debt)
        self.debt_row.hide()
        self.jav.hide()
        contact = QWidget()
        inside = QVBoxLayout(contact)
        inside.setContentsMargins(0, 8, 4, 0)
        inside.addWidget(self.acts)
        inside.addWidget(self.particulars)
        inside.addWidget(heading("Kontaktpersoner"))
        inside.addWidget(self.contacts, 1)
        self.tabs.setAccessibleName("Om mottagaren")
        tabs = (
            self.award_table,
            scrolled(contact),
            self.representatives,
            self.accounts,
            self.operations,
            self.timeline,
        )
        for tab, words in zip(tabs, lines.TABS, strict=True):
            self.tabs.addTab(tab, words)
        card = QVBoxLayout(self)
        card.setContentsMargins(8, 0, 0, 0)
        card.setSpacing(8)
        for part in (self.name, self.facts, self.jav, self.debt_row):
            card.addWidget(part)
        card.addWidget(self.tabs, 1)

    def _resize(self) -> None:
        self.contacts.table.setMinimumHeight(palette.current().px(CONTACTS_HEIGHT // 2))

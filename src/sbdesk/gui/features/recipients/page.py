"""Regioner och andra mottagare: the list, and one recipient over all programmes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.recipients.columns import account_columns, award_columns, recipient_columns
from sbdesk.gui.features.recipients.particulars import Particulars
from sbdesk.gui.features.recipients.presenter import RecipientsPresenter
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action, Status
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.search_field import FilterRow
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.services.recipient_rows import AccountRow, RecipientAwardRow, RecipientCard, RecipientRow

EMPTY = "Inga mottagare. De 21 regionerna kan läggas in färdiga."


class RecipientsPage(Page):
    """Enter on a programme's line goes to the case."""

    title = "Regioner och andra mottagare"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._wanted: int | None = None
        self.model: RowTableModel[RecipientRow] = RowTableModel(recipient_columns(), lambda row: row.id)
        self.table: TableView[RecipientRow] = TableView(
            self.model, "Mottagare", context.settings, "recipients"
        )
        self.filter = FilterRow("Sök mottagare")
        self.empty = EmptyState("recipients")
        self.name, self.facts = heading("", "page"), muted("")
        self.debt, self.open_debt = StatusStrip(), QPushButton("Öppna fakturan")
        self.awards: RowTableModel[RecipientAwardRow] = RowTableModel(
            award_columns(), lambda row: row.award_id
        )
        self.award_table: TableView[RecipientAwardRow] = TableView(
            self.awards, "Bidrag till mottagaren", context.settings, "recipient_awards"
        )
        self.accounts: RowTableModel[AccountRow] = RowTableModel(account_columns(), lambda row: row.id)
        self.account_table: TableView[AccountRow] = TableView(
            self.accounts, "Konton", context.settings, "recipient_accounts"
        )
        self.particulars = Particulars()
        self.tabs = QTabWidget()
        self._lay_out(context)
        self.presenter = RecipientsPresenter(context, self)
        self._connect(context)
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """Go to the recipient with the target's id, or search for its query."""
        if target is None:
            return
        if target.query:
            self.filter.field.setText(target.query)
        if target.id is not None:
            self._wanted = None if self.table.select_id(target.id) else target.id
            self.halves.show_detail()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.table

    def panes(self) -> Sequence[QWidget]:
        """Search, list, card."""
        return (self.filter.field, self.table, self.tabs)

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_rows(self, rows: Sequence[RecipientRow]) -> None:
        """The list."""
        self.stack.setCurrentIndex(1 if rows else 0)
        self.model.set_rows(rows)
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None

    def show_card(self, card: RecipientCard, debt: Status | None) -> None:
        """One recipient."""
        row = card.row
        self.name.setText(row.name)
        confirmed = "" if row.org_number_confirmed else " (inte bekräftat)"
        parts = (f"Orgnr {row.org_number}{confirmed}", row.kind, card.seat, row.care_region)
        self.facts.setText(" · ".join(part for part in parts if part))
        self.debt_row.setVisible(debt is not None)
        if debt is not None:
            self.debt.show_status(debt)
        self.awards.set_rows(card.awards)
        self.accounts.set_rows(card.accounts)
        self.no_accounts.setVisible(not card.accounts)
        self.tabs.setTabText(0, f"Bidrag {len(card.awards)}")
        self.tabs.setTabText(2, f"Konton {len(card.accounts)}")
        self.particulars.show_card(card)

    def particulars_kept(self) -> None:
        """What the fields hold is stored."""
        self.particulars.kept()

    def _connect(self, context: PageContext) -> None:
        self.empty.tell(EMPTY, Action("Lägg in regioner", self.presenter.add_regions))
        self.filter.searched.connect(self.model.filter)
        self.model.shown_changed.connect(self.filter.show_count)
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        for table in (self.table, self.award_table, self.account_table):
            table.told.connect(context.messages.tell)
        self.award_table.opened.connect(lambda award: context.navigate("requisitions", Target(id=award)))
        self.open_debt.clicked.connect(self._open_debt)
        self.particulars.changed.connect(self.presenter.change)
        self.add_command(Action("Sök mottagare", self.filter.field.setFocus, shortcut="Ctrl+F"))

    def _chosen(self, recipient_id: int) -> None:
        if recipient_id:
            self.presenter.choose(recipient_id)

    def _opened(self, recipient_id: int) -> None:
        self.halves.show_detail()
        self.award_table.setFocus()
        self.moved.emit(Target(id=recipient_id))

    def _open_debt(self) -> None:
        card = self.presenter.card
        if card is not None and card.debts:
            self.context.navigate("recoveries", Target(id=card.debts[0].invoice_id, part="invoices"))

    def _lay_out(self, context: PageContext) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        left.setFocusProxy(self.table)
        self.debt_row = QWidget()
        debt = QHBoxLayout(self.debt_row)
        debt.setContentsMargins(0, 0, 0, 0)
        debt.addWidget(self.debt, 1)
        debt.addWidget(self.open_debt)
        self.debt_row.hide()
        accounts = QWidget()
        inside = QVBoxLayout(accounts)
        inside.setContentsMargins(0, 8, 0, 0)
        self.no_accounts = muted("Inga konton. De kommer med rekvisitionen.")
        inside.addWidget(self.no_accounts)
        inside.addWidget(self.account_table, 1)
        accounts.setFocusProxy(self.account_table)
        self.tabs.setAccessibleName("Om mottagaren")
        self.tabs.addTab(self.award_table, "Bidrag")
        self.tabs.addTab(scrolled(self.particulars), "Uppgifter")
        self.tabs.addTab(accounts, "Konton")
        right = QWidget()
        card = QVBoxLayout(right)
        card.setContentsMargins(8, 0, 0, 0)
        card.setSpacing(8)
        for widget in (self.name, self.facts, self.debt_row):
            card.addWidget(widget)
        card.addWidget(self.tabs, 1)
        self.halves = MasterDetail(left, right, context.settings, "recipients")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.halves)
        self.body.addWidget(self.stack, 1)

"""The tab Fördelning: shares by part, what is left and why, and everything that can be taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui import icons
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.programmes import allotment_lines as lines
from sbdesk.gui.features.programmes import dialogs
from sbdesk.gui.features.programmes.allotment_dialogs import ShareDialog
from sbdesk.gui.features.programmes.allotment_draft import EntryShown
from sbdesk.gui.features.programmes.allotment_entry import AllotmentEntry
from sbdesk.gui.features.programmes.allotment_presenter import AllotmentPresenter
from sbdesk.gui.features.programmes.listing import TableUnder
from sbdesk.gui.presenter import View
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import muted
from sbdesk.gui.widgets.next_step_bar import menu_action
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.allotments_rows import AllotmentPage, ComponentRow, ShareRow
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.settings import OfficerRow

TABLES = "Tabeller (*.xlsx *.xlsm *.csv *.txt *.tsv);;Alla filer (*)"
NO_PART = "Välj en del av fördelningen först."
NO_SHARE = "Välj en post i tabellen först."
SECOND = dialogs.Signing(
    "Registrera granskad ändring",
    "Statsbidragets uppgifter är granskade. En annan person än du har jämfört ändringen av fördelningen med "
    "dess källa och skrivit under. Bifoga den undertecknade sidan.",
)


class AllotmentTab(QWidget):
    """Ctrl+V takes in what was copied in Excel. :meth:`start` gives it its services and its page's errors."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.presenter: AllotmentPresenter | None = None
        self._errors: View | None = None
        self._page: AllotmentPage | None = None
        self.totals = TotalsStrip("Ram och fördelning")
        self.part = QComboBox()
        self.part.setAccessibleName("Del av fördelningen")
        self.load, self.paste = QPushButton("Läs in tabell…"), QPushButton("Klistra in tabell")
        self.recompute, self.more = QPushButton("Räkna om…"), QPushButton("Poster, befolkning, mall")
        self.menu = QMenu(self.more)
        self.words = muted("")
        self.model: RowTableModel[ShareRow] = RowTableModel(lines.share_columns(), lambda row: row.id)
        self.table: TableView[ShareRow] = TableView(
            self.model, "Fördelning", settings, "programme_allotments"
        )
        self.entry = AllotmentEntry(settings)
        self.stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.table)

    def start(self, context: PageContext, errors: View) -> None:
        """Give the tab its services; refusals are shown by the page."""
        self._errors = errors
        self.presenter = presenter = AllotmentPresenter(context, self)
        entry = self.entry
        entry.sheet_chosen.connect(presenter.set_sheet)
        entry.column_chosen.connect(presenter.set_column)
        entry.source_given.connect(presenter.set_source)
        entry.kind_chosen.connect(presenter.set_operation_kind)
        entry.population_chosen.connect(presenter.set_population)
        entry.population_given.connect(presenter.set_population_source)
        entry.confirmed.connect(presenter.confirm)
        entry.left.connect(presenter.leave)
        for table in (self.table, entry.table):
            table.told.connect(context.messages.tell)

    def choose(self, programme_id: int) -> None:
        """Show a programme's allotment."""
        if self.presenter is not None:
            self.presenter.choose(programme_id)

    def next_step(self) -> bool:
        """Ctrl+Enter in a preview: confirm it; False when nothing is on its way in."""
        return self.isVisible() and self.stack.currentWidget() is self.entry and self.entry.run()

    def close_presenter(self) -> None:
        """Watch no more."""
        if self.presenter is not None:
            self.presenter.close()

    def show_error(self, error: UserFacingError) -> None:
        """In the page."""
        if self._errors is not None:
            self._errors.show_error(error)

    def clear_error(self) -> None:
        """The officer has acted again."""
        if self._errors is not None:
            self._errors.clear_error()

    def show_page(self, page: AllotmentPage) -> None:
        """The shares; the part that was chosen stays chosen."""
        former, self._page = self.part.currentData(), page
        self.part.clear()
        if len(page.components) != 1:
            self.part.addItem("Alla delar", None)
        for component in page.components:
            self.part.addItem(component.label, component.id)
        self.part.setCurrentIndex(max(0, self.part.findData(former)))
        self.part.setVisible(len(page.components) > 1)
        self._show_part()

    def show_entry(self, shown: EntryShown) -> None:
        """What is on its way in."""
        first = self.stack.currentWidget() is not self.entry
        self.entry.show_entry(shown, self._page)
        self.stack.setCurrentWidget(self.entry)
        if first:
            self.entry.confirm.setFocus() if not shown.reason else self.entry.leave.setFocus()

    def close_entry(self) -> None:
        """Back to the shares."""
        self.entry.forget()
        self.stack.setCurrentIndex(0)
        self.table.setFocus()

    def ask_second(
        self,
        colleagues: Sequence[OfficerRow],
        differences: Sequence[str],
        then: Callable[[SecondPerson], None],
    ) -> None:
        """Who has compared the change, when, and the signed page."""
        assert self._page is not None
        signing = dialogs.Signing(SECOND.title, SECOND.intro, differences)
        dialog = dialogs.SignOffDialog(colleagues, self._page.today, signing, self)
        dialog.signed.connect(then)
        dialog.open()

    def component(self) -> ComponentRow | None:
        """The part to act on: the chosen one, or that of the share with the focus."""
        page, row = self._page, self.table.current_row()
        if page is None:
            return None
        wanted = self.part.currentData() or (row.component_id if row is not None else None)
        return next((one for one in page.components if one.id == wanted), None)

    def offered(self) -> list[Action]:
        """Every act with the reason when it is forbidden."""
        page, share = self._page, self.table.current_row()
        locked = page.locked if page is not None else NO_PART
        part = locked or ("" if self.component() is not None else NO_PART)
        chosen = locked or ("" if share is not None else NO_SHARE)
        draft = page is not None and page.state is ProgrammeState.DRAFT
        signed_off = "" if draft else "Fördelningen är granskad. Sätt beloppet till noll med källa i stället."
        return [
            _act("Lägg till post…", self._add, part),
            _act("Ändra post…", self._edit, chosen),
            _act("Ta bort post", self._remove, chosen or signed_off),
            _act("Läs in befolkning…", self._choose_population, ""),
            _act("Klistra in befolkning", self._paste_population, ""),
            _act("Spara mall…", self._save_template, part),
        ]

    def _show_part(self) -> None:
        page, chosen = self._page, self.part.currentData()
        if page is None:
            return
        self.model.set_rows(lines.shares_of(page, chosen))
        shown = [one for one in page.components if chosen in (None, one.id)]
        self.words.setText("\n".join(lines.component_words(one) for one in shown))
        self._refresh()

    def _refresh(self) -> None:
        reason = self._page.locked if self._page is not None else NO_PART
        reason = reason or ("" if self.component() is not None else NO_PART)
        for button in (self.load, self.paste, self.recompute):
            button.setEnabled(not reason)
            button.setToolTip(reason or button.text())
            button.setAccessibleDescription(reason)
        self.menu.clear()
        for action in self.offered():
            self.menu.addAction(menu_action(self.menu, action))

    def _take(self, place: Path | str) -> None:
        component = self.component()
        if self.presenter is not None and component is not None:
            self.presenter.take_table(component.id, place)

    def _choose_table(self) -> None:
        dialogs.choose_file(self, "Läs in tabell", TABLES, lambda path: self._take(Path(path)))

    def _paste_table(self) -> None:
        if self.stack.currentIndex() == 0:
            self._take(QGuiApplication.clipboard().text())

    def _choose_population(self) -> None:
        if self.presenter is not None:
            take = self.presenter.take_population
            dialogs.choose_file(self, "Läs in befolkning", TABLES, lambda path: take(Path(path)))

    def _paste_population(self) -> None:
        if self.presenter is not None:
            self.presenter.take_population(QGuiApplication.clipboard().text())

    def _recompute(self) -> None:
        component = self.component()
        if self.presenter is not None and component is not None:
            self.presenter.recompute(component.id)

    def _add(self) -> None:
        self._ask_share(None)

    def _edit(self) -> None:
        self._ask_share(self.table.current_row())

    def _ask_share(self, share: ShareRow | None) -> None:
        page, component, presenter = self._page, self.component(), self.presenter
        if page is None or component is None or presenter is None or page.locked:
            return
        dialog = ShareDialog(page, component, share, self)
        dialog.given.connect(lambda given: presenter.save_share(component.id, given, share))
        dialog.open()

    def _remove(self) -> None:
        share = self.table.current_row()
        if self.presenter is not None and share is not None:
            self.presenter.remove_share(share)

    def _save_template(self) -> None:
        component, presenter = self.component(), self.presenter
        if component is None or presenter is None:
            return
        dialog = QFileDialog(self, "Spara mall", "Fördelning.xlsx", "Excel (*.xlsx)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda place: presenter.save_template(component.id, Path(place)))
        dialog.open()

    def _lay_out(self) -> None:
        self.more.setProperty("menu", True)
        self.menu.setToolTipsVisible(True)
        self.more.setMenu(self.menu)
        icons.place(self.load, "ledger-import")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for widget in (self.part, self.load, self.paste, self.recompute, self.more):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        shares = QWidget()
        column = QVBoxLayout(shares)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(scrolled(TableUnder(self.table, self.totals, self.words)), 1)
        self.stack.addWidget(shares)
        self.stack.addWidget(self.entry)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.part.activated.connect(lambda _index: self._show_part())
        self.load.clicked.connect(self._choose_table)
        self.paste.clicked.connect(self._paste_table)
        self.recompute.clicked.connect(self._recompute)
        self.table.current_changed.connect(lambda _id: self._refresh())
        self.table.opened.connect(lambda _id: self._edit())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), shares)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._paste_table)


def _act(label: str, run: Callable[[], None], reason: str) -> Action:
    return Action(label, run, not reason, reason)

"""Statsbidrag: the list of programmes, and one of them with every sentence behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sbdesk.gui import icons, palette
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.programmes import dialogs, lines
from sbdesk.gui.features.programmes.columns import programme_columns
from sbdesk.gui.features.programmes.instruction_panel import InstructionPanel
from sbdesk.gui.features.programmes.presenter import ProgrammeShown, ProgrammesPresenter
from sbdesk.gui.features.programmes.tabs import ProgrammeTabs
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.drop_zone import dropped_files
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.services.programme_rows import AppealRow, ProgrammeRow, ShippedRow

EMPTY = "Inga statsbidrag ännu. Börja med en anvisning, eller öppna övningsdata för att prova."
_SIDE_BY_SIDE = 800


class ProgrammesPage(Page):
    """Ctrl+N takes a programme in, Ctrl+Enter does its next step; an instruction can be dropped on it."""

    title = "Statsbidrag"
    help_topic = "kom-igang"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._wanted: int | None = None
        self.new = QPushButton("Nytt statsbidrag")
        self.new.setProperty("menu", True)
        icons.place(self.new, "add")
        self.menu = QMenu(self.new)
        self.menu.setToolTipsVisible(True)
        self.new.setMenu(self.menu)
        self.model: RowTableModel[ProgrammeRow] = RowTableModel(programme_columns(), lambda row: row.id)
        self.table: TableView[ProgrammeRow] = TableView(
            self.model, "Statsbidrag", context.settings, "programmes"
        )
        self.empty = EmptyState("programmes")
        self.title_label, self.full_title = heading("", "page"), muted("")
        self.status, self.steps = StatusStrip(), NextStepBar()
        self.tabs = ProgrammeTabs(context.settings)
        self.instruction = InstructionPanel()
        self.instruction.hide()
        self._lay_out(context)
        self.presenter = ProgrammesPresenter(context, self)
        self.add_command(Action("Nytt statsbidrag", self.new.showMenu, shortcut="Ctrl+N", icon="add"))
        self.table.current_changed.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.table.told.connect(context.messages.tell)
        self.tabs.award_opened.connect(lambda award: context.navigate("requisitions", Target(id=award)))
        self.tabs.appeal_wanted.connect(self._ask_appeal)
        self.instruction.closed.connect(self._close_text)
        self.presenter.reload(self.presenter.WATCHES)

    def open(self, target: Target | None) -> None:
        """Go to the programme with the target's id; ``part`` names a tab, such as ``Överklagande``."""
        if target is None:
            return
        if target.id is not None:
            self.go_to(target.id)
            self.halves.show_detail()
        for number in range(self.tabs.count()):
            if target.part and self.tabs.tabText(number).startswith(target.part):
                self.tabs.setCurrentIndex(number)

    def next_step(self) -> bool:
        """The filled button."""
        return self.steps.run()

    def first_focus(self) -> QWidget:
        """The list, or what stands in its place."""
        return self.table if self.stack.currentIndex() else self.new

    def panes(self) -> Sequence[QWidget]:
        """List, tabs, and the text when it is open."""
        panes: list[QWidget] = [self.table, self.tabs]
        return [*panes, self.instruction.text] if self.instruction.isVisible() else panes

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_rows(self, rows: Sequence[ProgrammeRow], shipped: Sequence[ShippedRow]) -> None:
        """The list, and what ``Nytt statsbidrag`` offers."""
        self.menu.clear()
        for one in shipped:
            act = self.menu.addAction(f"Lägg in förslag från anvisning: {one.short_title}")
            act.setToolTip(one.title)
            act.triggered.connect(partial(self.presenter.load_shipped, one.code))
        if not shipped:
            act = self.menu.addAction("Alla statsbidrag som följer med programmet är redan inlagda")
            act.setEnabled(False)
        self.empty.tell(EMPTY, Action("Nytt statsbidrag", self.new.showMenu))
        self.stack.setCurrentIndex(1 if rows else 0)
        if rows and self.new.hasFocus():
            self.table.setFocus()  # the page opened before its rows had come
        self.model.set_rows(rows)
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None

    def show_programme(
        self, shown: ProgrammeShown, primary: Sequence[Action], others: Sequence[Action]
    ) -> None:
        """One programme."""
        page = shown.page
        self.title_label.setText(page.row.short_title)
        self.full_title.setText(page.row.title)
        self.status.show_status(lines.status(page))
        self.steps.show_actions(primary, others)
        self.tabs.show_page(page, self.presenter.open_text)

    def show_text(self, name: str, text: Sequence[str], line: int, quote: str) -> None:
        """The instruction beside the tabs, with room for both."""
        self.halves.show_detail(whole_width=True)
        self.instruction.show()
        self.instruction.show_text(name, text, line, quote)
        self._arrange()
        self.instruction.text.setFocus()

    def go_to(self, programme_id: int) -> None:
        """Choose a programme now or when the list has come."""
        self._wanted = None if self.table.select_id(programme_id) else programme_id

    def ask_instruction(self) -> None:
        """Point at the instruction's file."""
        dialogs.choose_file(self, "Läs in anvisning", dialogs.INSTRUCTIONS, self.presenter.load_instruction)

    def ask_sign_off(self, shown: ProgrammeShown) -> None:
        """Who, when and the signed page."""
        dialog = dialogs.SignOffDialog(shown.colleagues, shown.today, self)
        dialog.signed.connect(self.presenter.sign_off)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A text file may be dropped while a programme is shown."""
        files = dropped_files(event.mimeData().urls())
        if self.presenter.shown is not None and files and files[0].suffix.lower() == ".txt":
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file is the instruction."""
        files = dropped_files(event.mimeData().urls())
        if files:
            event.acceptProposedAction()
            self.presenter.load_instruction(str(files[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text beside the tabs, or under them where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= palette.current().px(_SIDE_BY_SIDE)
        self.split.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _chosen(self, programme_id: int) -> None:
        if programme_id:
            self.presenter.choose(programme_id)

    def _opened(self, programme_id: int) -> None:
        self.halves.show_detail()
        self.tabs.currentWidget().setFocus()
        self.moved.emit(Target(id=programme_id))

    def _close_text(self) -> None:
        self.instruction.hide()
        self.halves.show_list() if not self.halves.is_narrow() else self.halves.show_detail()
        self.tabs.currentWidget().setFocus()

    def _ask_appeal(self, row: AppealRow) -> None:
        dialog = dialogs.AppealDialog(row, self)
        dialog.filled.connect(lambda given: self.presenter.set_appeal(row, given))
        dialog.open()

    def _lay_out(self, context: PageContext) -> None:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title_label)
        column.addWidget(self.full_title)
        column.addWidget(self.status)
        column.addWidget(self.steps)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.tabs)
        self.split.addWidget(self.instruction)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        column.addWidget(self.split, 1)
        self.halves = MasterDetail(self.table, detail, context.settings, "programmes")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.halves)
        top = QHBoxLayout()
        top.addWidget(self.new)
        top.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.stack, 1)

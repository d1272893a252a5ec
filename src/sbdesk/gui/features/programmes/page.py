"""Statsbidrag: the list of programmes, and one of them with every sentence behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.programmes import dialogs, lines
from sbdesk.gui.features.programmes.columns import programme_columns
from sbdesk.gui.features.programmes.detail import ProgrammeDetail
from sbdesk.gui.features.programmes.editing import ProgrammeEditing
from sbdesk.gui.features.programmes.editor import PERSONAL, ProgrammeEditor
from sbdesk.gui.features.programmes.new_menu import NewButton
from sbdesk.gui.features.programmes.presenter import (
    ProgrammeShown,
    ProgrammesPresenter,
    difference_lines,
)
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.drop_zone import dropped_files
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.services.changes import Done
from sbdesk.services.programme_rows import AppealRow, ProgrammePage, ProgrammeRow, ShippedRow

NO_TEXT = UserFacingError(
    "Anvisningens text är inte inläst.", "Det du har skrivit finns kvar.", "Välj Läs in anvisning först."
)
FORM_OPEN = UserFacingError(
    "En uppgift är öppen i ett annat statsbidrag.",
    "Det du har skrivit finns kvar.",
    "Spara eller stäng den först.",
)
EMPTY = "Inga statsbidrag ännu. Börja med en anvisning, eller öppna övningsdata för att prova."


class ProgrammesPage(Page):
    """Ctrl+N takes a programme in, Ctrl+Enter does its next step; an instruction can be dropped on it."""

    title = "Statsbidrag"
    help_topic = "nytt-statsbidrag"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._wanted: int | None = None
        self._copy_wanted: int | None = None
        self.new = NewButton()
        self.menu = self.new.choices
        self.model: RowTableModel[ProgrammeRow] = RowTableModel(programme_columns(), lambda row: row.id)
        self.table: TableView[ProgrammeRow] = TableView(
            self.model, "Statsbidrag", context.settings, "programmes"
        )
        self.empty = EmptyState("programmes")
        self.detail = ProgrammeDetail(context.settings)
        self.status, self.steps, self.tabs = self.detail.status, self.detail.steps, self.detail.tabs
        self.instruction = self.detail.instruction
        self.tabs.allotments.start(context, self)
        self._lay_out(context)
        self.presenter = ProgrammesPresenter(context, self)
        editing = ProgrammeEditing(context, self, self._read_again)
        self.editor = ProgrammeEditor(
            self, self.tabs, self.instruction, editing, lambda: self.presenter.shown
        )
        self.new.shipped.connect(self.presenter.load_shipped)
        self.new.copied.connect(self._copy)
        self.new.from_nothing.connect(lambda: self.editor.ask_new(self._made))
        self._add_commands()
        self.tabs.facts.form.fetch.connect(self._fetch_quote)
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
        """The filled button, or that of a table on its way into the allotment."""
        return self.tabs.allotments.next_step() or self.steps.run()

    def first_focus(self) -> QWidget:
        """The list, or what stands in its place."""
        return self.table if self.stack.currentIndex() else self.new

    def panes(self) -> Sequence[QWidget]:
        """List, tabs, and the text when it is open."""
        panes: list[QWidget] = [self.table, self.tabs]
        return [*panes, self.instruction.text] if self.instruction.isVisible() else panes

    def closing(self) -> None:
        """Watch no more."""
        self.tabs.allotments.close_presenter()
        self.presenter.close()

    def show_rows(self, rows: Sequence[ProgrammeRow], shipped: Sequence[ShippedRow]) -> None:
        """The list, and what ``Nytt statsbidrag`` offers."""
        self.new.offer(rows, shipped)
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
        self.detail.title.setText(page.row.short_title)
        self.detail.title.setToolTip(page.row.title)
        self.detail.full_title.setText(page.row.title)
        self.status.show_status(lines.status(page))
        self.steps.show_actions(primary, others)
        self.tabs.show_page(page, self.presenter.open_text)
        if self._copy_wanted == page.row.id:
            self._copy_wanted = None
            self.ask_copy(page)

    def show_text(self, name: str, text: Sequence[str], line: int, quote: str) -> None:
        """The instruction beside the tabs, with room for both."""
        self.halves.show_detail(whole_width=True)
        self.instruction.show()
        self.instruction.show_text(name, text, line, quote)
        self.instruction.text.setFocus()

    def go_to(self, programme_id: int) -> None:
        """Choose a programme now or when the list has come."""
        self._wanted = None if self.table.select_id(programme_id) else programme_id

    def ask_instruction(self) -> None:
        """Point at the instruction's file."""
        dialogs.choose_file(self, "Läs in anvisning", dialogs.INSTRUCTIONS, self.presenter.load_instruction)

    def ask_sign_off(self, shown: ProgrammeShown) -> None:
        """Who, when and the signed page."""
        personal = shown.me is not None
        intro = PERSONAL if personal else dialogs.REVIEW.intro
        title = "Godkänn uppgifterna" if personal else dialogs.REVIEW.title
        signing = dialogs.Signing(
            title, intro, difference_lines(shown.review, shown.page.missing_quotes), personal
        )
        dialog = dialogs.SignOffDialog(shown.reviewers, shown.today, signing, self)
        dialog.signed.connect(self.presenter.sign_off)
        dialog.open()

    def ask_identity(self, page: ProgrammePage) -> None:
        """What a draft is called."""
        self.editor.ask_identity(page)

    def ask_copy(self, page: ProgrammePage) -> None:
        """What next year's programme is called."""
        self.editor.ask_copy(page, self._made)

    def redraft(self) -> None:
        """The programme shown becomes a draft again."""
        self.editor.redraft()

    def has_unsaved(self) -> str:
        """An open form is not saved anywhere yet."""
        if self.tabs.facts.form.changed():
            return "En uppgift under Statsbidrag är inte sparad. Vill du avsluta och kasta den?"
        return ""

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

    def _chosen(self, programme_id: int) -> None:
        shown = self.presenter.shown
        form = self.tabs.facts.form
        if not programme_id:
            return
        if shown is not None and shown.page.row.id != programme_id:
            if form.changed():
                self.show_error(FORM_OPEN)
                self.table.select_id(shown.page.row.id)
                return
            form.closed.emit()
        self.presenter.choose(programme_id)

    def _read_again(self) -> None:
        shown = self.presenter.shown
        if shown is not None:
            self.presenter.choose(shown.page.row.id)

    def _made(self, done: Done) -> None:
        if done.id is not None:
            self.go_to(done.id)
            self.halves.show_detail()

    def _copy(self, programme_id: int) -> None:
        shown = self.presenter.shown
        if shown is not None and shown.page.row.id == programme_id:
            self.ask_copy(shown.page)
        else:
            self._copy_wanted = programme_id
            self.go_to(programme_id)

    def _fetch_quote(self) -> None:
        shown, row = self.presenter.shown, self.tabs.facts.form.row
        if self.instruction.isVisible():
            self.editor.fetch_quote()
        elif shown is not None and shown.page.instruction_id is not None:
            self.presenter.open_text(1 if row is None or row.line is None else row.line, "")
        else:
            self.show_error(NO_TEXT)

    def _add_commands(self) -> None:
        facts = self.tabs.facts
        for text, run, keys, icon in (
            ("Nytt statsbidrag", self.new.showMenu, "Ctrl+N", "add"),
            ("Nästa obekräftade uppgift", facts.go_on, "F8", "next"),
            ("Ändra uppgift", facts.edit, "F2", ""),
            ("Ångra ändringen av uppgiften", self.editor.undo, "Ctrl+Z", "undo"),
        ):
            self.add_command(Action(text, run, shortcut=keys, icon=icon))

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
        self.halves = MasterDetail(self.table, self.detail, context.settings, "programmes")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.halves)
        top = QHBoxLayout()
        top.addWidget(self.new)
        top.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.stack, 1)

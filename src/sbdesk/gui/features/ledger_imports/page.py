"""Huvudboksimport: file, columns, control and confirmation on one screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.context import PageContext, Target
from sbdesk.gui.features.ledger_imports import shown
from sbdesk.gui.features.ledger_imports.column_preview import ColumnPreview
from sbdesk.gui.features.ledger_imports.dialogs import UndoDialog
from sbdesk.gui.features.ledger_imports.import_tabs import FAULTS, IMPORTS, ImportTabs
from sbdesk.gui.features.ledger_imports.presenter import NO_FILE, LedgerImportsPresenter
from sbdesk.gui.forms.ui_ledger_import import Ui_LedgerImportForm
from sbdesk.gui.look import Tone
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Action, Status, case_steps
from sbdesk.gui.tasks import ShownProgress, Step
from sbdesk.gui.widgets.drop_zone import DropZone
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.gui.widgets.labels import muted
from sbdesk.gui.widgets.progress_bar import WorkBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.ledger_imports_rows import (
    AwardChoice,
    ImportOffer,
    ImportPreview,
    ImportRow,
    SheetOffer,
    UndoFacts,
)

DROP_HERE = "Släpp Excel- eller CSV-filen från mottagaren här."
PATTERN = "Huvudböcker (*.xlsx *.xlsm *.csv *.txt);;Alla filer (*)"


class LedgerImportPage(Page):
    """File, columns, control, confirm; nothing is kept before ``Läs in``."""

    title = "Huvudboksimport"
    help_topic = "kom-igang"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        form = QWidget()
        self.ui = Ui_LedgerImportForm()
        self.ui.setupUi(form)
        self.strip = StatusStrip()
        self.drop = DropZone(DROP_HERE, pattern=PATTERN)
        self.preview = ColumnPreview()
        self.totals = TotalsStrip("Kontrollsummor")
        self.stated = MoneyField("Summa som mottagaren har uppgett")
        self.tabs = ImportTabs(context.settings)
        self.work = WorkBar()
        self.reason = muted("")
        self.leave, self.confirm = QPushButton("Avbryt"), QPushButton("Läs in")
        self._progress: ShownProgress | None = None
        self._awards: tuple[AwardChoice, ...] = ()
        self._done = False
        self._lay_out(form)
        self.presenter = LedgerImportsPresenter(context, self)
        self._connect()
        self.presenter.reload(self.presenter.WATCHES)
        self.show_no_file(None, NO_FILE)

    def open(self, target: Target | None) -> None:
        """For the case with the target's id, with the file whose path is its query."""
        if target is not None:
            self.presenter.open(target.id, Path(target.query) if target.query else None)

    def next_step(self) -> bool:
        """Ctrl+Enter: read in, or after that open the reconciliation."""
        if self._done:
            self.presenter.go_to_reconciliation()
            return True
        return self.presenter.import_now()

    def first_focus(self) -> QWidget:
        """The button that chooses a file, until one is chosen."""
        return self.preview if self.ui.reading.isVisible() else self.drop.button

    def panes(self) -> Sequence[QWidget]:
        """Case, file, columns, lists, confirmation."""
        return (self.ui.award, self.drop.button, self.preview, self.tabs, self.confirm)

    def has_unsaved(self) -> str:
        """A file that is looked at is not kept anywhere."""
        if self.presenter.draft.chosen is None:
            return ""
        return "En huvudbok är vald men inte inläst. Vill du avsluta ändå?"

    def closing(self) -> None:
        """Stop reading and watch no more."""
        self.presenter.draft.drop()
        self.presenter.close()

    def show_awards(self, awards: Sequence[AwardChoice], chosen: int | None) -> None:
        """The cases, and which one is chosen."""
        combo = self.ui.award
        combo.blockSignals(True)
        if tuple(awards) != self._awards or not combo.count():
            self._awards = tuple(awards)
            combo.clear()
            combo.addItem("Välj ärende …", None)
            for award in awards:
                combo.addItem(award.label, award.award_id)
        combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)
        combo.blockSignals(False)

    def show_no_file(self, path: Path | None, reason: str) -> None:
        """Only the case and the place to drop a file."""
        self._done = False
        self.drop.set_text(DROP_HERE if path is None else path.name)
        self.ui.reading.hide()
        self.totals.hide()
        self.leave.setVisible(path is not None)
        self.tabs.show_preview(None)
        self.tabs.setCurrentIndex(IMPORTS)
        self.strip.show_status(Status(Tone.WAITING, reason, case_steps(0, shown.STEPS)))
        self._ready(reason)

    def show_offer(self, offer: ImportOffer) -> None:
        """The file, and its sheets."""
        self._done = False
        self.drop.set_text(shown.file_words(offer))
        combo = self.ui.sheet
        combo.blockSignals(True)
        combo.clear()
        combo.addItems([shown.sheet_words(sheet) for sheet in offer.sheets])
        combo.setCurrentIndex(offer.proposed)
        combo.blockSignals(False)
        self.stated.set_text("")
        self.ui.reading.show()
        self.leave.show()

    def show_sheet(self, offer: ImportOffer, sheet: SheetOffer) -> None:
        """The layout as it is; nothing read by it yet."""
        for widget in (self.ui.headerRow, self.ui.sign, self.ui.decimal, self.ui.dateOrder):
            widget.blockSignals(True)
        self.ui.headerRow.setValue(sheet.layout.header_row)
        self.ui.sign.setCurrentIndex(list(shown.SIGNS).index(sheet.layout.sign))
        self.ui.decimal.setCurrentIndex(list(shown.DECIMALS).index(sheet.layout.decimal))
        self.ui.dateOrder.setCurrentIndex(list(shown.ORDERS).index(sheet.layout.date_order))
        for widget in (self.ui.headerRow, self.ui.sign, self.ui.decimal, self.ui.dateOrder):
            widget.blockSignals(False)
        profile = (
            f"Profilen {sheet.profile} används."
            if sheet.profile
            else "Kolumnerna är igenkända på rubrikerna."
        )
        hidden = shown.hidden_words([each.info for each in offer.sheets], sheet.info)
        self.ui.note.setText(" ".join(part for part in (profile, hidden) if part))
        self.preview.show_sheet(sheet)
        self.tabs.show_preview(None)
        self.totals.hide()
        missing = shown.missing_words(sheet)
        words = missing or "Filen läses."
        step = 1 if missing else 2
        tone = Tone.STOP if missing else Tone.WAITING
        self.strip.show_status(Status(tone, words, case_steps(step, shown.STEPS)))
        self._ready(words)

    def show_preview(self, preview: ImportPreview) -> None:
        """Counts, sums, faults and accounts."""
        self.strip.show_status(shown.status_of(preview))
        self.totals.show_totals(shown.totals_of(preview))
        self.totals.show()
        first = not self.tabs.isTabVisible(FAULTS)
        self.tabs.show_preview(preview)
        if first:
            self.tabs.setCurrentIndex(shown.first_tab(preview))
        self._ready(shown.reason_not_ready(preview))

    def show_refusal(self, error: UserFacingError, action: Action | None) -> None:
        """Above the page; the file stays until the officer chooses another."""
        self.message_bar.show_error(error, action)
        self._ready(error.what)

    def show_working(self) -> None:
        """The button sleeps while the import is made."""
        self._ready("Inläsning pågår.")

    def show_imports(self, rows: Sequence[ImportRow]) -> None:
        """What has been read in for the case."""
        self.tabs.show_imports(rows)

    def show_done(self, message: str) -> None:
        """Made; on to the reconciliation."""
        self._done = True
        action = Action("Öppna avstämningen", self.presenter.go_to_reconciliation)
        self.message_bar.tell(Tone.OK, message, "Filen är sparad som dokument.", action)
        self.strip.show_status(Status(Tone.OK, "Inläst", case_steps(4, shown.STEPS)))

    def ask_undo(self, row: ImportRow, facts: UndoFacts) -> None:
        """Ask why."""
        dialog = UndoDialog(facts, self)
        dialog.chosen.connect(lambda reason: self.presenter.undo(row.id, reason))
        dialog.open()

    def new_progress(self) -> ShownProgress:
        """Shown in the page's bar; an older work that ends late does not take the newer one's bar away."""
        progress = self.work.start()
        self._progress = progress

        def show(step: Step | None) -> None:
            if progress is self._progress:
                self.work.show_step(step)

        progress.show = show
        return progress

    def _ready(self, reason: str) -> None:
        self.confirm.setEnabled(not reason)
        self.confirm.setToolTip(reason or "Läs in (Ctrl+Retur)")
        self.confirm.setAccessibleDescription(reason)
        self.reason.setText(reason)

    def _save_faults(self) -> None:
        dialog = QFileDialog(self, "Spara rader med fel", "Rader med fel.xlsx", "Excel (*.xlsx)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda place: self.presenter.save_faults(Path(place)))
        dialog.open()

    def _signs_chosen(self) -> None:
        self.presenter.draft.set_signs(
            list(shown.SIGNS)[self.ui.sign.currentIndex()],
            list(shown.DECIMALS)[self.ui.decimal.currentIndex()],
            list(shown.ORDERS)[self.ui.dateOrder.currentIndex()],
        )

    def _stated_given(self) -> None:
        if not self.stated.problem():
            self.presenter.draft.set_stated(self.stated.ore())

    def _connect(self) -> None:
        draft, ui, tabs = self.presenter.draft, self.ui, self.tabs
        self.drop.chosen.connect(lambda path: self.presenter.choose_file(Path(path)))
        ui.award.activated.connect(lambda _i: self.presenter.choose_award(ui.award.currentData()))
        ui.sheet.activated.connect(draft.choose_sheet)
        ui.headerRow.valueChanged.connect(draft.set_header_row)
        for combo in (ui.sign, ui.decimal, ui.dateOrder):
            combo.activated.connect(lambda _i: self._signs_chosen())
        self.stated.committed.connect(self._stated_given)
        self.preview.role_chosen.connect(draft.set_role)
        tabs.bar.excluded.connect(draft.exclude)
        tabs.included.connect(draft.include)
        tabs.class_chosen.connect(draft.set_class)
        tabs.undo_wanted.connect(self.presenter.ask_undo)
        tabs.document_wanted.connect(lambda number: self.context.navigate("documents", Target(id=number)))
        tabs.save_faults.clicked.connect(self._save_faults)
        for table in tabs.tables():
            table.told.connect(self.context.messages.tell)
        self.leave.clicked.connect(self.presenter.start_over)
        self.confirm.clicked.connect(lambda: self.presenter.import_now())
        self.add_command(Action("Välj fil…", self.drop.button.click, icon="ledger-import", shortcut="Ctrl+N"))

    def _lay_out(self, form: QWidget) -> None:
        for combo, words in (
            (self.ui.sign, shown.SIGNS),
            (self.ui.decimal, shown.DECIMALS),
            (self.ui.dateOrder, shown.ORDERS),
        ):
            combo.addItems(list(words.values()))
        self.ui.headerRow.setKeyboardTracking(False)
        self.ui.statedPlace.addWidget(self.stated)
        self.ui.statedLabel.setBuddy(self.stated.edit)
        self.ui.dropPlace.addWidget(self.drop)
        self.ui.previewPlace.addWidget(self.preview)
        self.ui.tabsPlace.addWidget(self.tabs)
        self.confirm.setProperty("primary", True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.reason, 1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.confirm)
        below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.totals)
        below.addWidget(self.work)
        below.addLayout(buttons)
        self.body.addWidget(self.strip)
        self.body.addWidget(scrolled(form), 1)
        self.body.addLayout(below)

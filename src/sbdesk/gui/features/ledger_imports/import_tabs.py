"""The lists under a file: rows with faults, rows left out, accounts, and what has been read in before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.ledger import ExcludedRow
from sbdesk.domain.ledger_import import ImportState
from sbdesk.gui import icons, palette
from sbdesk.gui.features.ledger_imports.columns import (
    account_columns,
    excluded_columns,
    fault_columns,
    import_columns,
)
from sbdesk.gui.features.ledger_imports.shown import FaultRow, faults
from sbdesk.gui.forms.ui_ledger_import_exclude import Ui_LedgerImportExclude
from sbdesk.gui.settings import Settings
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel
from sbdesk.gui.widgets.labels import muted, restyle
from sbdesk.services.ledger_imports_accounts import CLASS_WORDS, AccountRow
from sbdesk.services.ledger_imports_layout import read_row_numbers, write_row_numbers
from sbdesk.services.ledger_imports_rows import ImportPreview, ImportRow

R = TypeVar("R")
FAULTS, EXCLUDED, ACCOUNTS, IMPORTS = range(4)
_TITLES = ("Rader med fel", "Uteslutna rader", "Konton", "Inläsningar")


class ExcludeBar(QWidget):
    """Row numbers and a reason; ``excluded`` carries both."""

    excluded = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.ui = Ui_LedgerImportExclude()
        self.ui.setupUi(self)
        self.ui.problem.hide()
        self.ui.exclude.clicked.connect(self._exclude)
        self.ui.reason.returnPressed.connect(self._exclude)

    def fill(self, rows: Sequence[int]) -> None:
        """Take the rows that are selected in a list."""
        self.ui.rows.setText(write_row_numbers(rows))

    def _exclude(self) -> None:
        try:
            rows = read_row_numbers(self.ui.rows.text())
        except ValueError:
            problem = "Skriv radernas nummer som de står i filen, till exempel 12, 15–18."
            self._tell(problem, self.ui.rows)
            return
        reason = self.ui.reason.text().strip()
        if not reason:
            self._tell("Skälet saknas. Skriv varför raderna inte ska läsas in.", self.ui.reason)
            return
        self._tell("", None)
        self.ui.rows.clear()
        self.excluded.emit(rows, reason)

    def _tell(self, problem: str, field: QWidget | None) -> None:
        self.ui.problem.setText(problem)
        self.ui.problem.setVisible(bool(problem))
        for each in (self.ui.rows, self.ui.reason):
            wrong = each is field
            each.setAccessibleDescription(problem if wrong else "")
            restyle(each, invalid=wrong)
        if field is not None:
            field.setFocus()


class ImportTabs(QTabWidget):
    """``included`` carries row numbers, ``class_chosen`` accounts and class, ``undo_wanted`` an import."""

    included = Signal(object)
    class_chosen = Signal(object, object)
    undo_wanted = Signal(object)
    document_wanted = Signal(int)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setAccessibleName("Om filens rader")
        self._numbers: dict[str, int] = {}
        self.faults: TableView[FaultRow] = TableView(
            RowTableModel(fault_columns(), lambda it: it.number), "Rader med fel", settings, "import_faults"
        )
        self.excluded: TableView[ExcludedRow] = TableView(
            RowTableModel(excluded_columns(), lambda it: it.row),
            "Uteslutna rader",
            settings,
            "import_excluded",
        )
        self.accounts: TableView[AccountRow] = TableView(
            RowTableModel(account_columns(), self._account_id), "Konton", settings, "import_accounts"
        )
        self.imports: TableView[ImportRow] = TableView(
            RowTableModel(import_columns(), lambda it: it.id), "Inläsningar", settings, "import_imports"
        )
        self.bar = ExcludeBar()
        self.save_faults = QPushButton("Spara rader med fel…")
        icons.place(self.save_faults, "save")
        self.include = QPushButton("Ta med valda rader igen")
        self.kind = QComboBox()
        self.kind.setAccessibleName("Slag av kostnad för valda konton")
        for kind, words in CLASS_WORDS.items():
            self.kind.addItem(words, kind)
        self.set_class = QPushButton("Sätt slag på valda konton")
        self.undo = QPushButton("Ångra inläsning…")
        icons.place(self.undo, "undo")
        self.open_file = QPushButton("Öppna filen")
        self._lay_out()
        self._connect()
        palette.changed().changed.connect(self._rescale)
        self._rescale()
        self.show_preview(None)
        self.show_imports(())

    def tables(
        self,
    ) -> tuple[TableView[FaultRow], TableView[ExcludedRow], TableView[AccountRow], TableView[ImportRow]]:
        """The four lists."""
        return (self.faults, self.excluded, self.accounts, self.imports)

    def show_preview(self, preview: ImportPreview | None) -> None:
        """The rows and accounts of a reading; None when nothing is read."""
        found = faults(preview.rejected) if preview is not None else []
        excluded = preview.excluded if preview is not None else ()
        accounts = preview.accounts if preview is not None else ()
        _rows(self.faults).set_rows(found)
        _rows(self.excluded).set_rows(excluded)
        _rows(self.accounts).set_rows(accounts)
        for tab, number in ((FAULTS, len(found)), (EXCLUDED, len(excluded)), (ACCOUNTS, len(accounts))):
            self.setTabText(tab, f"{_TITLES[tab]} {number}")
            self.setTabVisible(tab, preview is not None)
        self.save_faults.setEnabled(bool(found))
        self.save_faults.setToolTip("" if found else "Inga rader har fel.")

    def show_imports(self, rows: Sequence[ImportRow]) -> None:
        """What has been read in for the case."""
        _rows(self.imports).set_rows(rows)
        self.setTabText(IMPORTS, f"{_TITLES[IMPORTS]} {len(rows)}")
        self.imports.select_first()
        self._offer_undo()

    def _rescale(self) -> None:
        self.setMinimumHeight(palette.current().row_height * 9)

    def _offer_undo(self) -> None:
        row = self.imports.current_row()
        live = row is not None and row.state is ImportState.LIVE
        self.undo.setEnabled(live)
        self.undo.setToolTip("" if live else "Välj en inläsning som gäller.")
        self.open_file.setEnabled(row is not None)
        self.open_file.setToolTip("" if row is not None else "Välj en inläsning i listan.")

    def _connect(self) -> None:
        self.faults.selectionModel().selectionChanged.connect(lambda *_: self._fill_bar())
        self.include.clicked.connect(lambda: self.included.emit(self.excluded.selected_ids()))
        self.set_class.clicked.connect(self._set_class)
        self.imports.current_changed.connect(lambda _id: self._offer_undo())
        self.undo.clicked.connect(lambda: self._with_import(self.undo_wanted.emit))
        self.open_file.clicked.connect(
            lambda: self._with_import(lambda row: self.document_wanted.emit(row.document_id))
        )

    def _account_id(self, row: AccountRow) -> int:
        """A number that stays the same for the same account, digits or not."""
        return self._numbers.setdefault(row.account, len(self._numbers) + 1)

    def _with_import(self, act: Callable[[ImportRow], None]) -> None:
        row = self.imports.current_row()
        if row is not None:
            act(row)

    def _fill_bar(self) -> None:
        chosen = set(self.faults.selected_ids())
        rows = [it.row for it in _rows(self.faults).rows() if it.number in chosen]
        if rows:
            self.bar.fill(rows)

    def _set_class(self) -> None:
        chosen = set(self.accounts.selected_ids())
        accounts = [it.account for it in _rows(self.accounts).rows() if self._account_id(it) in chosen]
        self.class_chosen.emit(accounts, AccountClass(self.kind.currentData()))

    def _lay_out(self) -> None:
        self.addTab(_stacked(self.faults, self.bar, _beside(self.save_faults)), _TITLES[FAULTS])
        self.addTab(_stacked(self.excluded, _beside(self.include)), _TITLES[EXCLUDED])
        words = muted("Slaget avgör vilka kontroller som gäller kontot och sparas i mottagarens profil.")
        self.addTab(_stacked(self.accounts, words, _beside(self.kind, self.set_class)), _TITLES[ACCOUNTS])
        self.addTab(_stacked(self.imports, _beside(self.undo, self.open_file)), _TITLES[IMPORTS])


def _rows(table: TableView[R]) -> RowTableModel[R]:
    model = table.rows
    assert isinstance(model, RowTableModel)
    return model


def _beside(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made


def _stacked(table: QWidget, *below: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    column.addWidget(table, 1)
    for widget in below:
        column.addWidget(widget)
    made.setFocusProxy(table)
    return made

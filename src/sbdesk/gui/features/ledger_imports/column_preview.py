"""The first rows of a sheet as they stand in the file, with a choice over each column of what it means."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from sbdesk.domain.ledger import ROLE_TITLES, ColumnRole, LedgerLayout, column_name
from sbdesk.gui import palette
from sbdesk.services.ledger_imports_layout import role_of
from sbdesk.services.ledger_imports_rows import SheetOffer

SHOWN_COLUMNS = 40
_WIDTH = 184


class ColumnPreview(QTableWidget):
    """``role_chosen`` carries the column (from 0) and its new role."""

    role_chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Filens första rader med vad varje kolumn är")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        self._combos: list[QComboBox] = []
        self._shape: tuple[int, ...] = ()
        palette.changed().changed.connect(self._rescale)
        self._rescale()

    def show_sheet(self, sheet: SheetOffer) -> None:
        """Show a sheet's rows, and above them the roles of its layout."""
        width = min(SHOWN_COLUMNS, max((len(row.cells) for row in sheet.rows), default=0))
        numbers = (width, *(row.number for row in sheet.rows))
        if numbers != self._shape or self._first_text() != _first_text(sheet):
            self._shape = numbers
            self._fill(sheet, width)
        self._mark(sheet.layout, sheet)

    def combo(self, column: int) -> QComboBox:
        """The choice over a column (from 0)."""
        return self._combos[column]

    def _fill(self, sheet: SheetOffer, width: int) -> None:
        self.clear()
        self._combos = [self._make_combo(column) for column in range(width)]
        self.setColumnCount(width)
        self.setRowCount(len(sheet.rows) + 1)
        self.setHorizontalHeaderLabels([column_name(column) for column in range(width)])
        self.setVerticalHeaderLabels(["", *(str(row.number) for row in sheet.rows)])
        for column, combo in enumerate(self._combos):
            self.setCellWidget(0, column, combo)
        for number, row in enumerate(sheet.rows, 1):
            for column, text in enumerate(row.cells[:width]):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(number, column, item)

    def _make_combo(self, column: int) -> QComboBox:
        combo = QComboBox()
        combo.addItem(ROLE_TITLES[ColumnRole.IGNORED], ColumnRole.IGNORED)
        for role in ColumnRole:
            if role is not ColumnRole.IGNORED:
                combo.addItem(ROLE_TITLES[role], role)
        combo.setAccessibleName(f"Vad kolumn {column_name(column)} är")
        combo.activated.connect(partial(self._chosen, column))
        return combo

    def _chosen(self, column: int, _index: int) -> None:
        self.role_chosen.emit(column, ColumnRole(self._combos[column].currentData()))

    def _mark(self, layout: LedgerLayout, sheet: SheetOffer) -> None:
        """Each column's role, and the heading row in bold."""
        for column, combo in enumerate(self._combos):
            combo.setCurrentIndex(combo.findData(role_of(layout, column)))
            heading = layout.titles.get(role_of(layout, column), "")
            combo.setAccessibleDescription(f"Rubriken är ”{heading}”." if heading else "")
        for number, row in enumerate(sheet.rows, 1):
            font = QFont(self.font())
            font.setBold(row.number == layout.header_row)
            for column in range(self.columnCount()):
                item = self.item(number, column)
                if item is not None:
                    item.setFont(font)
                    item.setForeground(self.palette().text())

    def _first_text(self) -> str:
        item = self.item(1, 0)
        return item.text() if item is not None else ""

    def _rescale(self) -> None:
        look = palette.current()
        self.verticalHeader().setDefaultSectionSize(look.row_height)
        self.verticalHeader().setMinimumSectionSize(look.row_height)
        self.horizontalHeader().setDefaultSectionSize(look.px(_WIDTH))
        self.setMinimumHeight(look.row_height * 6)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)


def _first_text(sheet: SheetOffer) -> str:
    return sheet.rows[0].cells[0] if sheet.rows and sheet.rows[0].cells else ""

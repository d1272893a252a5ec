"""The first rows of a table as they stand, with a choice over each column of what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from sbdesk.gui import palette

NOT_READ = "Läs inte in"
_WIDTH = 200


class ColumnChoices(QTableWidget):
    """``chosen`` carries the column's index (from 0) and the key of what it holds (empty: nothing)."""

    chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Tabellens första rader med vad varje kolumn är")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setSectionsClickable(False)
        self._combos: list[QComboBox] = []
        palette.changed().changed.connect(self._rescale)
        self._rescale()

    def show_table(
        self,
        titles: Sequence[str],
        rows: Sequence[tuple[int, Sequence[str]]],
        choices: Sequence[tuple[str, str]],
        holds: Sequence[str],
    ) -> None:
        """Columns by title, first rows with their numbers, (key, title) of the choices, what is chosen."""
        self.clear()
        self.setColumnCount(len(titles))
        self.setRowCount(len(rows) + 1)
        self.setHorizontalHeaderLabels(list(titles))
        self.setVerticalHeaderLabels(["", *(str(number) for number, _ in rows)])
        self._combos = []
        for column, key in enumerate(holds):
            combo = self._combo(titles[column], choices)
            combo.setCurrentIndex(max(0, combo.findData(key)))
            combo.activated.connect(partial(self._chosen, column))
            self._combos.append(combo)
            self.setCellWidget(0, column, combo)
        for place, (_number, cells) in enumerate(rows, 1):
            for column, text in enumerate(cells[: len(titles)]):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(place, column, item)

    def combo(self, column: int) -> QComboBox:
        """The choice over a column (from 0)."""
        return self._combos[column]

    def _combo(self, title: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox()
        combo.addItem(NOT_READ, "")
        for key, text in choices:
            combo.addItem(text, key)
        combo.setAccessibleName(f"Vad kolumn {title} är")
        return combo

    def _chosen(self, column: int, _index: int) -> None:
        self.chosen.emit(column, str(self._combos[column].currentData()))

    def _rescale(self) -> None:
        look = palette.current()
        self.verticalHeader().setDefaultSectionSize(look.row_height)
        self.verticalHeader().setMinimumSectionSize(look.row_height)
        self.horizontalHeader().setDefaultSectionSize(look.px(_WIDTH))
        self.setMinimumHeight(look.row_height * 4)
        self.setMaximumHeight(look.row_height * 7)

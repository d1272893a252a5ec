"""The table that every page uses: header sorting, copying, remembered columns, selection that survives."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from sbdesk.gui import formats, palette
from sbdesk.gui.columns import as_tsv
from sbdesk.gui.delegates import CellDelegate
from sbdesk.gui.settings import Settings
from sbdesk.gui.tables import Roles, TableModel

R = TypeVar("R")

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BARE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TableView(QTableView, Generic[R]):
    """A table of rows; whole rows are selected.

    ``opened`` carries a row's id (Enter, double click), ``current_changed`` the id of the row with the focus,
    or 0 when there is none; ``told`` a sentence for the status bar.
    """

    opened = Signal(object)
    current_changed = Signal(object)
    told = Signal(str)

    def __init__(
        self, model: TableModel[R], name: str, settings: Settings, page: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: TableModel[R] = model
        self._settings = settings
        self._prefix = f"table/{page}"
        self._sorted: tuple[str, bool] = ("", False)
        self._scale = palette.current().text_scale
        self._kept_ids: list[int] = []
        self._kept_current = 0
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self._set_up()
        self._restore_columns()
        self.horizontalHeader().sectionResized.connect(self._keep_columns)
        self.horizontalHeader().sectionMoved.connect(self._keep_columns)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        palette.changed().changed.connect(self._rescale)

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, in the order shown."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [int(self.rows.index(number, 0).data(Roles.ROW_ID)) for number in numbers]

    def current_id(self) -> int | None:
        """The id of the row with the focus."""
        index = self.currentIndex()
        return int(index.data(Roles.ROW_ID)) if index.isValid() else None

    def current_row(self) -> R | None:
        """The row with the focus, when it has been read."""
        return self.rows.row_at(self.currentIndex().row())

    def select_id(self, row_id: int) -> bool:
        """Go to the row with this id; False when it is not shown."""
        number = self.rows.number_of(row_id)
        if number is None:
            return False
        self.go_to_row(number)
        return True

    def go_to_row(self, number: int) -> None:
        """Focus this row and select it alone, in the column that has the focus.

        Not by ``setCurrentIndex`` of the view: it adds to the selection while Ctrl is held, as it is when
        Ctrl+Z leads back to a row, and the next verdict would then concern both rows.
        """
        index = self.rows.index(number, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def select_first(self) -> None:
        """Go to the first row when none has the focus, so that the keyboard has somewhere to be."""
        if not self.currentIndex().isValid() and self.rows.rowCount() > 0:
            self.setCurrentIndex(self.rows.index(0, 0))

    def copy_rows(self) -> None:
        """Put the selected rows with headers on the clipboard, tab separated."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = [self.rows.columns[number] for number in self._visible_columns()]

        def arrived(rows: list[R]) -> None:
            QGuiApplication.clipboard().setText(as_tsv(columns, rows))
            how_many = formats.count(len(rows), "rad", "rader")
            self.told.emit(f"Kopierade {how_many}, {formats.count(len(columns), 'kolumn', 'kolumner')}")

        if numbers:
            self.rows.fetch(numbers, arrived)

    def copy_cell(self) -> None:
        """Put the cell with the focus on the clipboard."""
        index = self.currentIndex()
        row = self.current_row()
        if index.isValid() and row is not None:
            text = self.rows.columns[index.column()].to_copy(row)
            QGuiApplication.clipboard().setText(text)
            self.told.emit(f"Kopierade ”{text}”")

    def restore_columns(self) -> None:
        """Give every column its own width and place again."""
        header = self.horizontalHeader()
        for number, column in enumerate(self.rows.columns):
            header.moveSection(header.visualIndex(number), number)
            self.setColumnWidth(number, palette.current().px(column.width))
        self._sort("", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies rows, Ctrl+Shift+C the cell; the rest is Qt's."""
        shift_copy = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == shift_copy:
            self.copy_cell()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._open(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(True)
        header.setAccessibleName(f"Kolumner i {self.accessibleName()}")
        header.sectionClicked.connect(self._header_clicked)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        self._resize_rows()

    def _resize_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(palette.current().row_height)

    def _rescale(self) -> None:
        """Columns and rows grow and shrink with the text."""
        self._resize_rows()
        scale = palette.current().text_scale
        former, self._scale = self._scale, scale
        if scale != former:
            for number in range(len(self.rows.columns)):
                self.setColumnWidth(number, round(self.columnWidth(number) * scale / former))

    def _header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Återställ kolumner").triggered.connect(self.restore_columns)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _header_clicked(self, section: int) -> None:
        """Ascending, descending, then the page's own order."""
        key = self.rows.columns[section].key
        if self._sorted == (key, False):
            self._sort(key, True)
        elif self._sorted == (key, True):
            self._sort("", False)
        else:
            self._sort(key, False)
        self._settings.put(f"{self._prefix}/sort", f"{self._sorted[0]} {int(self._sorted[1])}".strip())

    def _sort(self, key: str, descending: bool) -> None:
        self._sorted = (key, descending)
        header = self.horizontalHeader()
        number = next((i for i, column in enumerate(self.rows.columns) if column.key == key), -1)
        header.setSortIndicatorShown(number >= 0)
        if number >= 0:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(number, order)
        self.rows.sort_by(key, descending)

    def _open(self, number: int) -> None:
        row_id = self.rows.index(number, 0).data(Roles.ROW_ID)
        if row_id is not None:
            self.opened.emit(int(row_id))

    def _tell_current(self, *_: Any) -> None:
        self.current_changed.emit(self.current_id() or 0)

    def _visible_columns(self) -> list[int]:
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        return [number for number in order if not header.isSectionHidden(number)]

    def _keep(self) -> None:
        self._kept_ids = self.selected_ids()
        self._kept_current = self.current_id() or 0

    def _restore(self) -> None:
        selection = QItemSelection()
        last = len(self.rows.columns) - 1
        for row_id in self._kept_ids:
            number = self.rows.number_of(row_id)
            if number is not None:
                selection.select(self.rows.index(number, 0), self.rows.index(number, last))
        flags = QItemSelectionModel.SelectionFlag
        current = self.rows.number_of(self._kept_current)
        if current is not None:
            self.selectionModel().setCurrentIndex(self.rows.index(current, 0), flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if current is None:
            self.select_first()
        self._tell_current()

    def _restore_columns(self) -> None:
        """Widths are kept for 100 % text, so that they grow with it."""
        header = self.horizontalHeader()
        kept = dict(part.split("=") for part in self._settings.get(f"{self._prefix}/widths").split())
        look = palette.current()
        for number, column in enumerate(self.rows.columns):
            wanted = look.px(int(kept.get(column.key, column.width)))
            self.setColumnWidth(number, max(wanted, header.sectionSizeHint(number)))
        keys = [column.key for column in self.rows.columns]
        order = [key for key in self._settings.get(f"{self._prefix}/order").split() if key in keys]
        for place, key in enumerate(order):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        sort = self._settings.get(f"{self._prefix}/sort").split()
        if len(sort) == 2 and sort[0] in keys:
            self._sort(sort[0], sort[1] == "1")

    def _keep_columns(self, *_: Any) -> None:
        header = self.horizontalHeader()
        keys = [self.rows.columns[header.logicalIndex(place)].key for place in range(header.count())]
        widths = (
            f"{column.key}={round(self.columnWidth(number) * 100 / self._scale)}"
            for number, column in enumerate(self.rows.columns[:-1])
        )
        self._settings.put(f"{self._prefix}/order", " ".join(keys))
        self._settings.put(f"{self._prefix}/widths", " ".join(widths))

    def changeEvent(self, event: QEvent) -> None:
        """Rows follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._resize_rows()

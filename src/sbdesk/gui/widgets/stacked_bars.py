"""Draws amounts per programme as stacked bars, told apart by pattern as well as colour, or as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QToolTip, QWidget

from sbdesk.gui import formats, palette
from sbdesk.gui.columns import Column, money_column, text_column
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Bar
from sbdesk.gui.table_view import TableView
from sbdesk.gui.tables import RowTableModel

_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense6Pattern)


class StackedBars(QStackedWidget):
    """At most three parts per bar, as ``legend``; Ctrl+T changes between picture and table."""

    def __init__(
        self, name: str, legend: Sequence[str], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.picture = _Picture(name, tuple(legend))
        self._model: RowTableModel[Bar] = RowTableModel(_columns(legend), lambda bar: hash(bar.label))
        self.table: TableView[Bar] = TableView(self._model, f"{name}, tabell", settings, "stacked_bars")
        self.addWidget(self.picture)
        self.addWidget(self.table)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle)

    def sizeHint(self) -> QSize:
        """As tall as the picture, so that the page does not jump."""
        return self.picture.sizeHint()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other amounts."""
        self.picture.show_bars(tuple(bars))
        self._model.set_rows(bars)
        self.updateGeometry()

    def toggle(self) -> bool:
        """Change between picture and table; True when the table is shown now."""
        self.setCurrentIndex(1 - self.currentIndex())
        table = self.currentIndex() == 1
        (self.table if table else self.picture).setFocus()
        return table


def _columns(legend: Sequence[str]) -> list[Column[Bar]]:
    columns: list[Column[Bar]] = [
        text_column("label", "Statsbidrag", lambda bar: bar.full_name or bar.label),
        money_column("of", "Ram", lambda bar: bar.of, decimals=False),
    ]

    def part(number: int) -> Column[Bar]:
        title = legend[number].capitalize()
        return money_column(f"part{number}", title, lambda bar: bar.parts[number], decimals=False, width=140)

    columns += [part(number) for number in range(len(legend))]
    columns.append(text_column("note", "Anmärkning", lambda bar: bar.note))
    return columns


class _Picture(QWidget):
    def __init__(self, name: str, legend: tuple[str, ...]) -> None:
        super().__init__()
        self._legend = legend
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(f"Stapeldiagram {name.lower()}, tabell med Ctrl+T")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        palette.changed().changed.connect(self.updateGeometry)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        self._bars = bars
        self.setAccessibleDescription(". ".join(_aloud(bar, self._legend) for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = palette.current()
        return QSize(look.px(560), look.px(38) + len(self._bars) * look.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(palette.current().px(360), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = palette.current()
        self._paint_legend(painter)
        largest = max((bar.of for bar in self._bars), default=0)
        for number, bar in enumerate(self._bars):
            self._paint_bar(
                painter, bar, QRectF(0, look.px(38 + 34 * number), self.width(), look.px(28)), largest
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.roles.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_legend(self, painter: QPainter) -> None:
        look = palette.current()
        x = float(look.px(6))
        for number, text in enumerate(self._legend):
            self._paint_part(painter, QRectF(x, look.px(8), look.px(22), look.px(14)), number)
            painter.setPen(QColor(look.roles.muted))
            width = self.fontMetrics().horizontalAdvance(text)
            place = QRectF(x + look.px(28), 0, width + 2, look.px(30))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            x += look.px(28) + width + look.px(20)

    def _paint_bar(self, painter: QPainter, bar: Bar, place: QRectF, largest: int) -> None:
        look = palette.current()
        metrics = self.fontMetrics()
        left = max((metrics.horizontalAdvance(other.label) for other in self._bars), default=0) + look.px(14)
        right = max((metrics.horizontalAdvance(_figures(other)) for other in self._bars), default=0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(look.roles.text))
        painter.drawText(place.adjusted(look.px(6), 0, 0, 0), middle, bar.label)
        painter.drawText(
            place.adjusted(0, 0, -look.px(6), 0), middle | Qt.AlignmentFlag.AlignRight, _figures(bar)
        )
        width = max(0.0, place.width() - left - right - look.px(24))
        full = width * bar.of / largest if largest else 0
        frame = QRectF(place.left() + left, place.top() + look.px(5), full, look.px(18))
        x = frame.left()
        for number, part in enumerate(bar.parts):
            share = full * part / bar.of if bar.of else 0
            self._paint_part(painter, QRectF(x, frame.top(), share, frame.height()), number)
            x += share
        painter.setPen(QPen(QColor(look.roles.field_border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def _paint_part(self, painter: QPainter, place: QRectF, number: int) -> None:
        if place.width() <= 0:
            return
        roles = palette.current().roles
        colour = QColor((roles.chart_1, roles.chart_2, roles.chart_3)[number])
        painter.setPen(QPen(colour, 1))
        painter.setBrush(QBrush(colour, _PATTERNS[number]))
        painter.drawRect(place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            look = palette.current()
            number = (event.pos().y() - look.px(38)) // look.px(34)
            if 0 <= number < len(self._bars):
                QToolTip.showText(event.globalPos(), _aloud(self._bars[number], self._legend), self)
            return True
        return super().event(event)


def _figures(bar: Bar) -> str:
    return " | ".join(formats.millions(part) for part in bar.parts) + f" av {formats.millions(bar.of)}"


def _aloud(bar: Bar, legend: tuple[str, ...]) -> str:
    parts = ", ".join(f"{name} {formats.kronor(part)}" for name, part in zip(legend, bar.parts, strict=True))
    note = f". {bar.note}" if bar.note else ""
    return f"{bar.full_name or bar.label}: {parts}, ram {formats.kronor(bar.of)}{note}"

"""Says all the time that practice data are not real."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from sbdesk.gui import palette

TEXT = "ÖVNINGSDATA – inget här är på riktigt"


class PracticeBar(QWidget):
    """A striped bar over the whole window; the words stand on a plain field so that they can be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette.changed().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(palette.current().px(300), palette.current().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Slanting stripes, and the words in the middle."""
        roles = palette.current().roles
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(roles.practice_fill))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.practice_stripe))
        height, width = self.height(), palette.current().px(12)
        for x in range(-height, self.width() + height, 2 * width):
            corners = ((x, height), (x + height, 0), (x + height + width, 0), (x + width, height))
            painter.drawPolygon(QPolygon([QPoint(*corner) for corner in corners]))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        words = painter.fontMetrics().horizontalAdvance(TEXT) + 3 * width
        place = QRect((self.width() - words) // 2, 0, words, height)
        painter.fillRect(place, QColor(roles.practice_fill))
        painter.setPen(QColor(roles.practice_text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, TEXT)

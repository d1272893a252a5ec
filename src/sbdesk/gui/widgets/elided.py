"""A heading of one line that ends with an ellipsis where the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel


class ElidedLabel(QLabel):
    """``text()`` stays whole, for a screen reader too; the owner puts it in the tooltip."""

    def minimumSizeHint(self) -> QSize:
        """Narrow: the text gives way, not the window."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, super().minimumSizeHint().height())

    def shown_text(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for, in the colours and font of the style."""
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            self.shown_text(),
            self.foregroundRole(),
        )


def elided_heading(kind: str = "section") -> ElidedLabel:
    """An empty heading of a kind: ``page``, ``card`` or ``section``."""
    made = ElidedLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("heading", kind)
    return made

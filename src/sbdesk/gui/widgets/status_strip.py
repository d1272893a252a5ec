"""Says who must act in a case, and how far the case has come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import CaseStep, Reached, Status
from sbdesk.gui.widgets.labels import label, restyle

_SIDE, _GAP, _LINE = 16, 6, 24


class StatusStrip(QFrame):
    """Icon, words and colour over the line of steps; read aloud when it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Status")
        self._mark = QLabel()
        self._text = label("")
        self._text.setProperty("strong", True)
        self._steps = StepLine()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._mark)
        top.addWidget(self._text, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(8)
        inside.addLayout(top)
        inside.addWidget(self._steps)

    def show_status(self, status: Status) -> None:
        """Show another status."""
        tone = status.tone
        icons.place(self._mark, tone.value, "muted" if tone is Tone.MUTED else f"{tone.value}_text", 20)
        changed = self._text.text() not in ("", status.text)
        self._text.setText(status.text)
        self._steps.show_steps(status.steps)
        self._steps.setVisible(bool(status.steps))
        self.setAccessibleDescription(status.text)
        restyle(self, tinted=tone.value)
        restyle(self._text)  # its colour follows the frame's, which Qt does not see by itself
        if changed:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """The status in words."""
        return self._text.text()


class StepLine(QWidget):
    """Points on a line; filled is done, a diamond is under way, a ring is still to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[CaseStep, ...] = ()
        self.setAccessibleName("Steg")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette.changed().changed.connect(self.updateGeometry)

    def show_steps(self, steps: tuple[CaseStep, ...]) -> None:
        """Show another line."""
        self._steps = steps
        self.setAccessibleDescription(", ".join(f"{step.label} {step.reached.value}" for step in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row with every name."""
        return QSize(self._width(every_name=True), palette.current().px(24))

    def minimumSizeHint(self) -> QSize:
        """One row with the name of the step under way; the others are points."""
        return QSize(self._width(every_name=False), palette.current().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Points, names and the lines between them."""
        look = palette.current()
        every_name = self._width(every_name=True) <= self.width()
        gaps = max(1, len(self._steps) - 1)
        between = min(
            look.px(90), (self.width() - self._width(every_name=every_name)) / gaps + look.px(_LINE)
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for number, step in enumerate(self._steps):
            x += self._paint_step(painter, step, x, every_name)
            if number < len(self._steps) - 1:
                painter.setPen(QPen(QColor(look.roles.field_border), 1.5))
                middle = self.height() / 2
                painter.drawLine(QPointF(x, middle), QPointF(x + between - look.px(_GAP), middle))
                x += between

    def _paint_step(self, painter: QPainter, step: CaseStep, x: float, every_name: bool) -> float:
        """Draws one step and gives how wide it is."""
        look = palette.current()
        side, gap = look.px(_SIDE), look.px(_GAP)
        colour = look.roles.muted if step.reached is Reached.COMING else look.roles.text
        top = round((self.height() - side) / 2)
        icons.icon(f"step-{step.reached.name.lower()}", colour).paint(painter, round(x), top, side, side)
        if not (every_name or step.reached is Reached.CURRENT):
            return side + gap
        painter.setPen(QColor(colour))
        painter.setFont(self._font(step))
        width = painter.fontMetrics().horizontalAdvance(step.label)
        place = QRectF(x + side + gap, 0, width + 2, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, step.label)
        return side + gap + width + gap

    def _font(self, step: CaseStep) -> QFont:
        font = self.font()
        font.setBold(step.reached is Reached.CURRENT)
        return font

    def _width(self, *, every_name: bool) -> int:
        look = palette.current()
        total = 0
        for step in self._steps:
            total += look.px(_SIDE + _GAP)
            if every_name or step.reached is Reached.CURRENT:
                total += QFontMetrics(self._font(step)).horizontalAdvance(step.label) + look.px(_GAP)
        return total + max(0, len(self._steps) - 1) * look.px(_LINE)

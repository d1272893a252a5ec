"""Says who must act in a case, and how far the case has come."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sbdesk.gui import icons, palette
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import CaseStep, Reached, Status
from sbdesk.gui.widgets.labels import label, restyle


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
        """One row of text and icons."""
        look = palette.current()
        texts = sum(self.fontMetrics().horizontalAdvance(step.label) for step in self._steps)
        return QSize(texts + len(self._steps) * look.px(40), look.px(24))

    def minimumSizeHint(self) -> QSize:
        """No step may be cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Points, words and the lines between them."""
        look = palette.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, gap = look.px(16), look.px(6)
        texts = [self.fontMetrics().horizontalAdvance(step.label) for step in self._steps]
        rest = self.width() - sum(texts) - len(texts) * (side + 3 * gap)
        between = min(look.px(90), rest / max(1, len(texts) - 1)) if len(texts) > 1 else 0
        x, middle = 0.0, self.height() / 2
        for number, step in enumerate(self._steps):
            coming = step.reached is Reached.COMING
            colour = look.roles.muted if coming else look.roles.text
            name = f"step-{step.reached.name.lower()}"
            icons.icon(name, colour).paint(painter, round(x), round(middle - side / 2), side, side)
            painter.setPen(QColor(colour))
            font = self.font()
            font.setBold(step.reached is Reached.CURRENT)
            painter.setFont(font)
            bold = painter.fontMetrics().horizontalAdvance(step.label)
            place = QRectF(x + side + gap, 0, bold + 2, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, step.label)
            x += side + gap + bold + gap
            if number < len(texts) - 1 and between > 0:
                painter.setPen(QPen(QColor(look.roles.field_border), 1.5))
                painter.drawLine(QPointF(x, middle), QPointF(x + between - gap, middle))
                x += between

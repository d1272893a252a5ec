"""Shows the loaded instruction beside the facts, with line numbers and the quoted sentence marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sbdesk.gui import icons, palette
from sbdesk.gui.features.programmes.entries import heading_above, quoted
from sbdesk.gui.widgets.labels import heading


class InstructionPanel(QWidget):
    """``closed`` when the officer is done with the text (Esc or the button); ``chosen`` takes a quote."""

    closed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Anvisningens text")
        self._title = heading("")
        close = QToolButton()
        close.setAccessibleName("Stäng anvisningens text")
        close.setToolTip("Stäng texten (Esc)")
        icons.place(close, "close", side=16)
        close.clicked.connect(self.closed)
        self.text = NumberedText()
        self.take = QPushButton("Använd som citat")
        self.take.setToolTip(
            "Det markerade, eller raden, blir citatet i uppgiften som är öppen (Retur i texten)"
        )
        self.take.clicked.connect(self.chosen)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.take)
        top.addWidget(close)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(top)
        inside.addWidget(self.text, 1)

    def show_text(self, name: str, lines: Sequence[str], line: int, quote: str) -> None:
        """Show the text at a line (1-based) with the sentence marked."""
        self._title.setText(name)
        self.text.setAccessibleName(f"Text ur {name}")
        self.text.show_lines(lines)
        self.text.go_to(line, quote)

    def chosen_quote(self) -> tuple[str, str]:
        """What is chosen, else the line with the cursor, and the heading it stands under."""
        cursor = self.text.textCursor()
        first = self.text.document().findBlock(cursor.selectionStart())
        chosen = cursor.selectedText().replace("\u2029", "\n") or first.text()
        lines = self.text.toPlainText().split("\n")
        return quoted(chosen), heading_above(lines, first.blockNumber())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the text, Enter takes what is chosen as the quote."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class NumberedText(QPlainTextEdit):
    """Read-only text; the numbers are those that quotations name, and are not copied with the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self.make_room)
        self.updateRequest.connect(self._scrolled)
        palette.changed().changed.connect(self.make_room)
        self.make_room()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show another text; the same one keeps its place."""
        text = "\n".join(lines)
        if text != self.toPlainText():
            self.setPlainText(text)

    def go_to(self, line: int, quote: str) -> None:
        """Put the line in the middle and mark the sentence, or the whole line when it is broken up."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        cursor = self.document().find(quote, block.position())
        if cursor.isNull() or cursor.block() != block:
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        roles = palette.current().roles
        whole, words = QTextEdit.ExtraSelection(), QTextEdit.ExtraSelection()
        whole.cursor = QTextCursor(block)
        whole.format.setBackground(QColor(roles.hover))
        whole.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        words.cursor = cursor
        words.format.setBackground(QColor(roles.deviation_tint))
        words.format.setForeground(QColor(roles.text))
        self.setExtraSelections([whole, words])
        plain = QTextCursor(cursor)
        plain.setPosition(cursor.selectionStart())
        self.setTextCursor(plain)
        self.centerCursor()

    def marked(self) -> str:
        """The sentence that is marked."""
        found = self.extraSelections()
        return found[-1].cursor.selectedText() if found else ""

    def number_width(self) -> int:
        """Room for the numbers, in pixels."""
        digits = len(str(max(1, self.blockCount())))
        return palette.current().px(12) + self.fontMetrics().horizontalAdvance("9") * digits

    def make_room(self) -> None:
        """Leave the left margin to the numbers."""
        self.setViewportMargins(self.number_width(), 0, 0, 0)
        self._numbers.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as tall as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.number_width(), inside.height()))

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the number of every line in sight."""
        painter = QPainter(self._numbers)
        roles = palette.current().roles
        painter.fillRect(event.rect(), QColor(roles.header))
        painter.setPen(QColor(roles.muted))
        block = self.firstVisibleBlock()
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        width = self._numbers.width() - palette.current().px(6)
        while block.isValid() and place.top() <= event.rect().bottom():
            line = QRect(0, round(place.top()), width, self.fontMetrics().height())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())

    def _scrolled(self, rect: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


class _Numbers(QWidget):
    def __init__(self, text: NumberedText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.number_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_numbers(event)

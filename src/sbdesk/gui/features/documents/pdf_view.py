"""Shows a PDF page by page: zoom, whole width, text to select, the same bytes that are saved."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from sbdesk.gui import palette

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
_POINTS_TO_PIXELS = 96 / 72


class PdfPages(QScrollArea):
    """The pages under each other. ``open`` a document, ``close_document`` frees it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Dokumentets sidor")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.document = QPdfDocument(self)
        self._bytes: QByteArray | None = None
        self._buffer: QBuffer | None = None
        self._zoom = 0
        self._pages: list[PdfPage] = []
        self._inside = QWidget()
        self._inside.setProperty("plain", True)
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(10)
        self._column.setContentsMargins(8, 8, 8, 8)
        self.setWidget(self._inside)

    def open(self, content: bytes) -> bool:
        """Show these bytes; False when they are no PDF that can be read."""
        self.close_document()
        self._bytes = QByteArray(content)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.document.status() != QPdfDocument.Status.Ready or not self.document.pageCount():
            self.close_document()
            return False
        for number in range(self.document.pageCount()):
            page = PdfPage(self.document, number)
            self._pages.append(page)
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._fit()
        self.verticalScrollBar().setValue(0)
        return True

    def close_document(self) -> None:
        """Let go of the document and its pages."""
        for page in self._pages:
            page.hide()
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        while self._column.takeAt(0) is not None:
            pass
        self.document.close()
        if self._buffer is not None:
            self._buffer.close()
        self._buffer = self._bytes = None

    def text(self) -> str:
        """The text of every page, for a screen reader and to select with the keyboard."""
        pages = (self.document.getAllText(number).text() for number in range(len(self._pages)))
        return "\n\n".join(page.replace("\r\n", "\n").strip() for page in pages)

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def current_page(self) -> int:
        """The page in the middle of the window, 1-based; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        found = [number for number, page in enumerate(self._pages, 1) if page.y() <= middle]
        return found[-1] if found else min(1, len(self._pages))

    def go_to(self, number: int) -> None:
        """Show this page, 1-based."""
        if 1 <= number <= len(self._pages):
            self.verticalScrollBar().setValue(self._pages[number - 1].y() - 8)

    def zoom(self) -> int:
        """Per cent; 0 is the width of the window."""
        return self._zoom

    def set_zoom(self, per_cent: int) -> None:
        """Show the pages larger or smaller; 0 fits them to the width."""
        self._zoom = per_cent
        self._fit()

    def step_zoom(self, step: int) -> None:
        """The next size up or down."""
        now = self._zoom or round(self._scale() * 100 / _POINTS_TO_PIXELS)
        larger = [zoom for zoom in ZOOMS if (zoom > now if step > 0 else zoom < now)]
        if larger:
            self.set_zoom(larger[0] if step > 0 else larger[-1])

    def selected_text(self) -> str:
        """What is marked with the mouse."""
        return "\n".join(page.selected for page in self._pages if page.selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what is marked; Page Up and Down go by page; Home and End to the ends."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fitted pages follow the window."""
        super().resizeEvent(event)
        if not self._zoom:
            self._fit()

    def _scale(self) -> float:
        """Pixels per point."""
        if self._zoom or not self._pages:
            return _POINTS_TO_PIXELS * (self._zoom or 100) / 100
        widest = max(self.document.pagePointSize(number).width() for number in range(len(self._pages)))
        return max(0.2, (self.viewport().width() - 20) / widest)

    def _fit(self) -> None:
        scale = self._scale()
        for page in self._pages:
            page.set_scale(scale)


class PdfPage(QWidget):
    """One page, drawn when it is seen; dragging marks its text."""

    def __init__(self, document: QPdfDocument, number: int) -> None:
        super().__init__()
        self._document, self._number = document, number
        self._scale = 1.0
        self._image: QImage | None = None
        self._from: QPointF | None = None
        self._marks: list[QRectF] = []
        self._lines: list[QRectF] | None = None
        self.selected = ""
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(f"Sida {number + 1}")

    def set_scale(self, scale: float) -> None:
        """Pixels per point."""
        self._scale, self._image = scale, None
        size: QSizeF = self._document.pagePointSize(self._number) * scale
        self.setFixedSize(QSize(round(size.width()), round(size.height())))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page on white paper, in light and dark alike, with what is marked."""
        ratio = self.devicePixelRatioF()
        if self._image is None:
            self._image = self._document.render(self._number, self.size() * ratio)
            self._image.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.drawImage(0, 0, self._image)
        mark = QColor(palette.current().roles.selected_fill)
        mark.setAlpha(90)
        for place in self._marks:
            painter.fillRect(place, mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark."""
        self._from = event.position()
        self._mark(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark to here."""
        self._mark(event.position())

    def _mark(self, to: QPointF) -> None:
        if self._from is None:
            return
        first, last = self._in_text(self._from), self._in_text(to)
        found = self._document.getSelection(self._number, first, last)
        self.selected = found.text().replace("\r\n", "\n") if found.isValid() else ""
        shapes = found.bounds() if found.isValid() else []
        self._marks = [self._on_screen(shape.boundingRect()) for shape in shapes]
        self.update()

    def _in_text(self, point: QPointF) -> QPointF:
        """The place in points, moved into the nearest line: Qt finds no letter beside a line, only in it."""
        place = point / self._scale
        if self._lines is None:
            shapes = self._document.getAllText(self._number).bounds()
            self._lines = [shape.boundingRect().adjusted(1, 1, -1, -1) for shape in shapes]
        inside = [
            QPointF(
                min(max(place.x(), line.left()), line.right()), min(max(place.y(), line.top()), line.bottom())
            )
            for line in self._lines
        ]
        # The right line first, then the right place in it.
        return min(
            inside, key=lambda at: abs(at.y() - place.y()) * 20 + abs(at.x() - place.x()), default=place
        )

    def _on_screen(self, box: QRectF) -> QRectF:
        scale = self._scale
        return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)

"""Shows a document as what it is: pages, picture or text, or what is known when it can only be saved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QShortcut, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import icons
from sbdesk.gui.features.documents.pdf_view import PdfPages
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.labels import muted
from sbdesk.services.documents import DocumentContent

AS_TEXT, AS_PAGES = "Visa som text", "Visa som sidor"


class DocumentViewer(QWidget):
    """Ctrl+T changes between pages and text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages, self.text, self.picture = PdfPages(), QPlainTextEdit(), _Picture()
        self.nothing = EmptyState("preview")
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setAccessibleName("Dokumentets text")
        self.stack = QStackedWidget()
        for widget in (self.nothing, self.pages, self.text, self.picture):
            self.stack.addWidget(widget)
        self._content: DocumentContent | None = None
        self.place = muted("", wrap=False)
        self.as_text = QPushButton(AS_TEXT)
        self.as_text.setToolTip(f"{AS_TEXT} (Ctrl+T)")
        self.as_text.clicked.connect(self.toggle_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._make_bar())
        column.addWidget(self.stack, 1)
        shortcut = QShortcut(QKeySequence("Ctrl+T"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle_text)
        bar = self.pages.verticalScrollBar()
        bar.valueChanged.connect(self._tell_place)
        bar.rangeChanged.connect(self._tell_place)
        self.clear("Välj ett dokument i listan.")

    def clear(self, text: str) -> None:
        """Show a sentence and no document."""
        self._content = None
        self.pages.close_document()
        self.picture.show_image(QImage())
        self.text.clear()
        self.nothing.tell(text)
        self._show(self.nothing)

    def show_content(self, content: DocumentContent) -> None:
        """Show a document by its kind."""
        self.clear("")
        self._content = content
        if content.media_type == "application/pdf" and self.pages.open(content.content):
            self._show(self.pages)
            return
        if content.media_type.startswith("image/"):
            image = QImage.fromData(content.content)
            if not image.isNull():
                self.picture.show_image(image)
                self._show(self.picture)
                return
        if content.media_type == "text/plain":
            self.text.setPlainText(content.content.decode("utf-8-sig", "replace"))
            self._show(self.text)
            return
        self.nothing.tell(
            f"{content.file_name} kan inte visas här. "
            "Spara en kopia och öppna den i det program som hör till."
        )
        self._show(self.nothing)

    def shown(self) -> QWidget:
        """What is shown now: pages, text, picture or a sentence."""
        return self.stack.currentWidget() or self.nothing

    def toggle_text(self) -> None:
        """Pages as text for a screen reader, and back."""
        if self.stack.currentWidget() is self.pages:
            self.text.setPlainText(self.pages.text())
            self._show(self.text)
            self.text.setFocus()
        elif self.pages.page_count():
            self._show(self.pages)
            self.pages.setFocus()

    def step_page(self, step: int) -> None:
        """The page before or after."""
        self.pages.go_to(self.pages.current_page() + step)
        self._tell_place()

    def draw(self, printer: QPrinter) -> None:
        """Print what is shown. Raises F17 when the printer does not answer."""
        if self.pages.page_count():
            drawn = _draw_pages(self.pages, printer)
        elif self.stack.currentWidget() is self.picture:
            drawn = _draw_image(self.picture.image, printer)
        else:
            document = QTextDocument(self.text.toPlainText())
            document.setDefaultFont(self.font())
            document.print_(printer)
            drawn = printer.printerState() != QPrinter.PrinterState.Error
        if not drawn:
            raise UserFacingError(
                "Skrivaren svarar inte.",
                "Dokumentet är sparat men inte utskrivet.",
                "Välj annan skrivare eller spara en kopia.",
                code="F17",
            )

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        paged = self.pages.page_count() > 0
        for tool in self._paged:
            tool.setVisible(widget is self.pages)
        self.place.setVisible(widget is self.pages)
        self.as_text.setVisible(paged)
        self.as_text.setText(AS_TEXT if widget is self.pages else AS_PAGES)
        self._bar.setVisible(paged)
        self._tell_place()

    def _tell_place(self, *_: int) -> None:
        zoom = self.pages.zoom()
        size = f"{zoom} %" if zoom else "sidbredd"
        self.place.setText(f"{self.pages.current_page()} av {self.pages.page_count()} · {size}")

    def _make_bar(self) -> QWidget:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        before, after = _tool("Föregående sida", "back"), _tool("Nästa sida", "forward")
        smaller, larger = _sign("Mindre", "\N{MINUS SIGN}"), _sign("Större", "+")
        fit = QPushButton("Sidbredd")
        self._paged: list[QWidget] = [before, after, smaller, larger, fit]
        before.clicked.connect(lambda: self.step_page(-1))
        after.clicked.connect(lambda: self.step_page(1))
        smaller.clicked.connect(lambda: self._zoom(-1))
        larger.clicked.connect(lambda: self._zoom(1))
        fit.clicked.connect(lambda: self._zoom(0))
        for widget in (before, self.place, after, smaller, larger, fit):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.as_text)
        return self._bar

    def _zoom(self, step: int) -> None:
        if step:
            self.pages.step_zoom(step)
        else:
            self.pages.set_zoom(0)
        self._tell_place()


class _Picture(QLabel):
    """A picture no larger than it is, and no larger than its room."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setAccessibleName("Bild")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        room = self.size()
        size = self.image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)


def _tool(name: str, icon: str) -> QToolButton:
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(name)
    icons.place(made, icon)
    return made


def _sign(name: str, text: str) -> QToolButton:
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setText(text)
    return made


def _draw_pages(pages: PdfPages, printer: QPrinter) -> bool:
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paper = printer.pageLayout().paintRectPixels(printer.resolution())
    for number in range(pages.page_count()):
        if number and not printer.newPage():
            painter.end()
            return False
        size = pages.document.pagePointSize(number)
        fitted = size.scaled(paper.width(), paper.height(), Qt.AspectRatioMode.KeepAspectRatio)
        image = pages.document.render(number, fitted.toSize())
        painter.drawImage(0, 0, image)
    return painter.end()


def _draw_image(image: QImage, printer: QPrinter) -> bool:
    painter = QPainter()
    if not painter.begin(printer):
        return False
    paper = printer.pageLayout().paintRectPixels(printer.resolution())
    size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
    return painter.end()

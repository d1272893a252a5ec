"""Turns a letter into the bytes of a PDF: the same content gives the same bytes in every process."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import threading
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from sbdesk.documents import glyphs, style
from sbdesk.documents.blocks import Letter
from sbdesk.documents.flowables import draw_blocks, letterhead

LANGUAGE = "sv-SE"
_ONE_AT_A_TIME = threading.Lock()  # ReportLab parses all paragraphs of a process with one parser


def render(letter: Letter) -> bytes:
    """Draw the letter; drawn twice, as each page says how many there are.

    Raises MissingGlyph when a character cannot be written.
    """
    glyphs.register()
    with _ONE_AT_A_TIME:
        _, pages = _build(letter, 0)
        data, _ = _build(letter, pages)
    return data


def _build(letter: Letter, pages: int) -> tuple[bytes, int]:
    buffer = io.BytesIO()

    def on_page(canvas: Any, template: Any) -> None:
        _page_marks(canvas, letter, template.page, pages)

    template: Any = BaseDocTemplate(
        buffer,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        invariant=1,
        lang=LANGUAGE,
        initialFontName=glyphs.REGULAR,
        displayDocTitle=True,
        title=letter.title,
        author=letter.author,
        subject=letter.running_title,
        creator="sbdesk",
        keywords="; ".join(letter.keywords),
    )
    frame = Frame(
        style.LEFT,
        style.BOTTOM,
        style.TEXT_WIDTH,
        style.TEXT_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    template.addPageTemplates([PageTemplate("page", [frame], onPage=on_page)])
    story = [
        *letterhead(letter.head),
        style.paragraph(letter.title, "title"),
        *draw_blocks(letter.blocks),
    ]
    template.build(story, canvasmaker=lambda *args, **kw: _dated_canvas(letter.dated, *args, **kw))
    return buffer.getvalue(), int(template.page)


def _dated_canvas(day: dt.date, *args: Any, **settings: Any) -> Any:
    canvas: Any = Canvas(*args, **settings)
    stamp = f"D:{day:%Y%m%d}000000Z"
    canvas.setDateFormatter(lambda *_: stamp)
    # ReportLab seeds the file's id with SOURCE_DATE_EPOCH, so that it would differ between computers.
    canvas._doc.signature = hashlib.md5(stamp.encode(), usedforsecurity=False)
    return canvas


def _page_marks(canvas: Any, letter: Letter, page: int, pages: int) -> None:
    canvas.saveState()
    _watermark(canvas, letter)
    if page > 1:
        _text(canvas, style.LEFT, style.PAGE_HEIGHT - 40, letter.running_title)
    line = style.BOTTOM - 16
    canvas.setStrokeColor(style.RULE)
    canvas.setLineWidth(0.4)
    canvas.line(style.LEFT, line, style.PAGE_WIDTH - style.RIGHT, line)
    below = line - 12
    if page == 1:
        for row in letter.footer:
            _text(canvas, style.LEFT, below, row)
            below -= 10
    _text(canvas, style.LEFT, 20, f"Dokument-id {letter.document_id}")
    _text(canvas, style.PAGE_WIDTH - style.RIGHT, 20, f"Sida {page} av {pages or page}", right=True)
    canvas.restoreState()


def _watermark(canvas: Any, letter: Letter) -> None:
    if not letter.watermark:
        return
    canvas.saveState()
    canvas.setFillColor(style.WATERMARK)
    canvas.translate(style.PAGE_WIDTH / 2, style.PAGE_HEIGHT / 2)
    canvas.rotate(50)
    size = 120.0
    canvas.setFont(glyphs.BOLD, size)
    top = (len(letter.watermark) - 1) * size / 2 - size * 0.36
    for number, word in enumerate(letter.watermark):
        canvas.drawCentredString(0, top - number * size, word)
    canvas.restoreState()


def _text(canvas: Any, x: float, y: float, text: str, *, right: bool = False) -> None:
    pieces = glyphs.runs(text)
    if right:
        x -= sum(canvas.stringWidth(piece.text, piece.font, style.FOOT_SIZE) for piece in pieces)
    canvas.setFillColor(style.SOFT)
    for piece in pieces:
        canvas.setFont(piece.font, style.FOOT_SIZE)
        canvas.drawString(x, y, piece.text)
        x += canvas.stringWidth(piece.text, piece.font, style.FOOT_SIZE)

"""The look of every document: paper, margins, colours and paragraph styles in one place."""

from __future__ import annotations

import functools
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from sbdesk.documents import glyphs

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = 71.0  # 25 mm
RIGHT = 62.0
TOP = 58.0
BOTTOM = 72.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

INK = HexColor("#1a1a1a")
SOFT = HexColor("#555555")
RULE = HexColor("#9a9a9a")
HAIR = HexColor("#d4d4d4")
WATERMARK = HexColor("#eeeeee")

FOOT_SIZE = 7.5


def _style(name: str, size: float, leading: float, **more: Any) -> Any:
    settings: dict[str, Any] = {
        "fontName": glyphs.REGULAR,
        "bulletFontName": glyphs.REGULAR,
        "textColor": INK,
        "alignment": TA_LEFT,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    return ParagraphStyle(name, fontSize=size, leading=leading, **(settings | more))


@functools.cache
def _styles() -> dict[str, Any]:
    glyphs.register()
    bold: dict[str, Any] = {"fontName": glyphs.BOLD}
    return {
        "agency": _style("agency", 14, 18, **bold),
        "kind": _style("kind", 12, 18, **bold),
        "head": _style("head", 9.5, 13.5),
        "label": _style("label", 8.5, 13.5, textColor=SOFT),
        "title": _style("title", 17, 22, spaceBefore=0, spaceAfter=6, **bold),
        "heading2": _style("heading2", 11.5, 15, spaceBefore=9, spaceAfter=2, **bold),
        "heading3": _style("heading3", 10, 13.8, spaceBefore=5, spaceAfter=1, **bold),
        "body": _style("body", 10, 13.8, spaceAfter=5),
        "strong": _style("strong", 10, 13.8, spaceAfter=5, **bold),
        "note": _style("note", 8.5, 12, spaceAfter=4, textColor=SOFT),
        "item": _style("item", 10, 13.8, leftIndent=14, bulletIndent=2, spaceAfter=2),
        "quote": _style("quote", 9.5, 13.5, leftIndent=14, rightIndent=14),
        "source": _style("source", 8, 11, leftIndent=14, spaceAfter=6, textColor=SOFT),
        "cell": _style("cell", 8.5, 11.5),
        "cell_right": _style("cell_right", 8.5, 11.5, alignment=TA_RIGHT),
        "cell_bold": _style("cell_bold", 8.5, 11.5, **bold),
        "cell_bold_right": _style("cell_bold_right", 8.5, 11.5, alignment=TA_RIGHT, **bold),
        "detail": _style("detail", 8, 11, textColor=SOFT),
        "slip_total": _style("slip_total", 13, 18, alignment=TA_RIGHT, **bold),
    }


def paragraph(text: str, style: str, *, bullet: str | None = None, lead: str = "") -> Any:
    """A paragraph flowable in a named style; MissingGlyph when a character cannot be written."""
    chosen = _styles()[style]
    words = glyphs.markup(text, bold=chosen.fontName == glyphs.BOLD)
    if lead:
        words = f'<font name="{glyphs.BOLD}">{glyphs.markup(lead, bold=True)}</font> {words}'
    return Paragraph(words, chosen, bulletText=bullet)

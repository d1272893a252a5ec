"""Labels with the desk's few kinds of text, so that pages set no fonts of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QWidget

from sbdesk.gui import icons
from sbdesk.gui.look import Tone


def label(text: str, *, wrap: bool = True) -> QLabel:
    """Body text that can be selected with mouse and keyboard only when it has focus by mouse."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def muted(text: str, *, wrap: bool = True) -> QLabel:
    """Secondary text, still at 6:1."""
    made = label(text, wrap=wrap)
    made.setProperty("muted", True)
    return made


def heading(text: str, kind: str = "section") -> QLabel:
    """A heading: ``page``, ``card`` or ``section``."""
    made = label(text, wrap=False)
    made.setProperty("heading", kind)
    return made


def tone_label(tone: Tone, text: str = "") -> QLabel:
    """Words in the colour of a level; always beside :func:`tone_mark`."""
    made = label(text)
    made.setProperty("tone", tone.value)
    return made


def tone_mark(tone: Tone, side: int = 18) -> QLabel:
    """The icon of a level; silent for a screen reader, as the word stands beside it."""
    made = QLabel()
    role = "muted" if tone is Tone.MUTED else f"{tone.value}_text"
    icons.place(made, tone.value, role, side)
    return made


def line() -> QFrame:
    """A thin rule between parts of a page."""
    made = QFrame()
    made.setProperty("line", True)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties after the widget was first shown."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def empty(layout: QLayout) -> None:
    """Take away everything in a layout; the widgets die when Qt has time."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
            inner.deleteLater()

"""Draws the project's own SVG icons in the colours of the theme in force."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from sbdesk import paths
from sbdesk.gui import palette
from sbdesk.gui.look import Tone

_SIZES = (16, 18, 20, 24, 32, 36, 48, 64)


class MissingIconError(LookupError):
    """An icon that nobody has drawn; our own fault, found by the tests."""


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise MissingIconError(name)
    return file.read_text(encoding="utf-8")


def names() -> tuple[str, ...]:
    """Every icon that exists."""
    return tuple(sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg")))


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, side: int) -> QPixmap:
    """The icon in one colour, ``side`` device pixels wide; MissingIconError when it does not exist."""
    renderer = QSvgRenderer(_svg(name).replace("currentColor", colour).encode())
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return QPixmap.fromImage(image)


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, disabled: str, selected: str) -> QIcon:
    icon = QIcon()
    for side in _SIZES:
        icon.addPixmap(pixmap(name, colour, side), QIcon.Mode.Normal)
        icon.addPixmap(pixmap(name, disabled, side), QIcon.Mode.Disabled)
        icon.addPixmap(pixmap(name, selected, side), QIcon.Mode.Selected)
    return icon


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon in the theme's text colour, or in ``colour`` (``#RRGGBB``)."""
    roles = palette.current().roles
    return _icon(name, colour or roles.text, roles.disabled, roles.selected_text)


def tone_icon(tone: Tone) -> QIcon:
    """The icon of a level, in its colour: every level has its own outline."""
    return icon(tone.value, palette.current().roles.tone_text(tone))


def app_icon() -> QIcon:
    """The picture of the program, in every size the desktop asks for."""
    made = QIcon()
    for file in sorted((paths.resources() / "icons").glob("app-*.png")):
        made.addFile(str(file))
    return made


class _Drawing(QObject):
    """Redraws one icon when theme or text size changes; lives and dies with its widget."""

    def __init__(self, target: QAbstractButton | QLabel, name: str, colour_role: str, side: int) -> None:
        super().__init__(target)
        self._target = target
        self.name, self.colour_role, self.side = name, colour_role, side
        palette.changed().changed.connect(self.draw)

    def draw(self) -> None:
        """Put the picture on the widget, as the look in force wants it."""
        look = palette.current()
        colour = str(getattr(look.roles, self.colour_role))
        pixels = look.px(self.side)
        if isinstance(self._target, QLabel):
            ratio = self._target.devicePixelRatioF()
            picture = QPixmap(pixmap(self.name, colour, round(pixels * ratio)))
            picture.setDevicePixelRatio(ratio)
            self._target.setPixmap(picture)
            return
        self._target.setIcon(icon(self.name, colour))
        self._target.setIconSize(QSize(pixels, pixels))


def place(target: QAbstractButton | QLabel, name: str, colour_role: str = "text", side: int = 18) -> None:
    """Put an icon on a button or label and redraw it whenever theme or text size changes.

    ``colour_role`` is a field of :class:`sbdesk.gui.look.Roles`, ``side`` pixels at 100 %.
    """
    drawing = target.findChild(_Drawing)
    if drawing is None:
        drawing = _Drawing(target, name, colour_role, side)
    drawing.name, drawing.colour_role, drawing.side = name, colour_role, side
    drawing.draw()

"""Draws the project's own SVG icons in the colours of the theme in force."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from sbdesk import paths
from sbdesk.gui import palette
from sbdesk.gui.look import Tone

Target = QAbstractButton | QLabel | QAction
_GAP = 4
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
def pixmap(name: str, colour: str, side: int, gap: int = 0) -> QPixmap:
    """The icon in one colour, ``side`` device pixels high, with ``gap`` empty pixels to the right.

    MissingIconError when it does not exist.
    """
    renderer = QSvgRenderer(_svg(name).replace("currentColor", colour).encode())
    image = QImage(side + gap, side, QImage.Format.Format_ARGB32_Premultiplied)
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


def _beside_text(name: str, colour: str, disabled: str, side: int, gap: int) -> QIcon:
    """Fusion puts icon and text too close together: the picture brings its own air."""
    made = QIcon()
    for ratio in (1, 2):
        for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
            picture = QPixmap(pixmap(name, tint, side * ratio, gap * ratio))
            picture.setDevicePixelRatio(ratio)
            made.addPixmap(picture, mode)
    return made


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

    def __init__(self, target: Target, name: str, colour_role: str, side: int) -> None:
        super().__init__(target)
        self.name, self.colour_role, self.side = name, colour_role, side
        palette.changed().changed.connect(self.draw)

    def draw(self) -> None:
        """Put the picture on the widget, as the look in force wants it."""
        target = self.parent()  # kept by Qt alone: a reference of our own would make a ring that never dies
        look = palette.current()
        colour = str(getattr(look.roles, self.colour_role))
        pixels = look.px(self.side)
        if isinstance(target, QLabel):
            ratio = target.devicePixelRatioF()
            picture = QPixmap(pixmap(self.name, colour, round(pixels * ratio)))
            picture.setDevicePixelRatio(ratio)
            target.setPixmap(picture)
            return
        if isinstance(target, QPushButton):
            gap = look.px(_GAP)
            target.setIcon(_beside_text(self.name, colour, look.roles.disabled, pixels, gap))
            target.setIconSize(QSize(pixels + gap, pixels))
            return
        if isinstance(target, QAction | QAbstractButton):
            target.setIcon(icon(self.name, colour))
        if isinstance(target, QAbstractButton):
            target.setIconSize(QSize(pixels, pixels))


def place(target: Target, name: str, colour_role: str = "text", side: int = 18) -> None:
    """Put an icon on a button, label or act and redraw it whenever theme or text size changes.

    ``colour_role`` is a field of :class:`sbdesk.gui.look.Roles`, ``side`` pixels at 100 %.
    """
    _svg(name)
    drawing = target.findChild(_Drawing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if drawing is None:
        drawing = _Drawing(target, name, colour_role, side)
    drawing.name, drawing.colour_role, drawing.side = name, colour_role, side
    drawing.draw()

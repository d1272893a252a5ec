"""Remembers where the window stood and keeps it on a screen that exists."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QMainWindow

from sbdesk.gui.settings import Settings

SMALLEST = (1024, 700)
USUAL = (1280, 800)


def clamped(wanted: QRect, screen: QRect) -> QRect:
    """The rectangle moved and shrunk into the screen, as little as possible."""
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height())
    x = max(screen.left(), min(wanted.left(), screen.right() + 1 - width))
    y = max(screen.top(), min(wanted.top(), screen.bottom() + 1 - height))
    return QRect(x, y, width, height)


def restore(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it stood, or in the middle at its usual size."""
    screen = window.screen().availableGeometry()
    window.setMinimumSize(min(SMALLEST[0], screen.width()), min(SMALLEST[1], screen.height()))
    numbers = settings.get("window/place").split()
    if len(numbers) == 4 and all(number.lstrip("-").isdecimal() for number in numbers):
        x, y, width, height = map(int, numbers)
        wanted = QRect(x, y, max(width, SMALLEST[0]), max(height, SMALLEST[1]))
    else:
        wanted = QRect(0, 0, *USUAL)
        wanted.moveCenter(screen.center())
    window.setGeometry(clamped(wanted, screen))
    if settings.get("window/maximized") == "1":
        window.showMaximized()


def remember(window: QMainWindow, settings: Settings) -> None:
    """Keep where the window stands."""
    place = window.normalGeometry() if window.isMaximized() else window.geometry()
    settings.put("window/place", f"{place.x()} {place.y()} {place.width()} {place.height()}")
    settings.put("window/maximized", str(int(window.isMaximized())))

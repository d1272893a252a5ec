"""Remembers theme, text size and density, and puts them in force at once."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from sbdesk.gui import palette
from sbdesk.gui.look import SCALES, Density, Theme
from sbdesk.gui.settings import Settings

E = TypeVar("E", bound=StrEnum)

THEME_LABELS = {
    Theme.SYSTEM: "Följ systemet",
    Theme.LIGHT: "Ljust",
    Theme.DARK: "Mörkt",
    Theme.HIGH_CONTRAST: "Systemets högkontrast",
}
DENSITY_LABELS = {Density.NORMAL: "Normal", Density.COMPACT: "Tät"}


class Appearance:
    """What Inställningar ▸ Utseende and the View menu change."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    @property
    def theme(self) -> Theme:
        """The colours chosen; always as remembered, so that menu and page agree."""
        return _choice(Theme, self._settings.get("look/theme"), Theme.SYSTEM)

    @property
    def density(self) -> Density:
        """The height of rows chosen."""
        return _choice(Density, self._settings.get("look/density"), Density.NORMAL)

    @property
    def text_scale(self) -> int:
        """The text size chosen, per cent."""
        stored = self._settings.get("look/text", "100")
        return int(stored) if stored.isdecimal() and int(stored) in SCALES else 100

    def apply(self) -> None:
        """Put the remembered look in force."""
        palette.apply(self._app, self.theme, self.text_scale, self.density)

    def set_theme(self, theme: Theme) -> None:
        """Choose the colours."""
        self._settings.put("look/theme", theme.value)
        self.apply()

    def set_density(self, density: Density) -> None:
        """Choose the height of rows."""
        self._settings.put("look/density", density.value)
        self.apply()

    def set_text_scale(self, per_cent: int) -> None:
        """Choose the text size, one of :data:`sbdesk.gui.look.SCALES`."""
        self._settings.put("look/text", str(per_cent))
        self.apply()

    def larger(self) -> None:
        """The next text size up."""
        self.set_text_scale(next((scale for scale in SCALES if scale > self.text_scale), SCALES[-1]))

    def smaller(self) -> None:
        """The next text size down."""
        self.set_text_scale(next((scale for scale in reversed(SCALES) if scale < self.text_scale), SCALES[0]))


def _choice(kind: type[E], text: str, default: E) -> E:
    return next((member for member in kind if member.value == text), default)

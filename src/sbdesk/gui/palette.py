"""Gives the application its style, colours and text size, the same on every system."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from sbdesk import paths
from sbdesk.gui.look import Density, Look, Roles, Theme, read_roles
from sbdesk.gui.style_sheet import style_sheet

_DRESSED = "sbdeskFusion"
FAMILIES = ("Noto Sans", "Noto Sans Math")


class _Told(QObject):
    changed = Signal()


class _InForce:
    """The look in force and who wants to know when it changes."""

    def __init__(self) -> None:
        self.look = Look("light", read_roles("light"))
        self.told = _Told()


_in_force: _InForce | None = None


def _state() -> _InForce:
    global _in_force
    if _in_force is None:
        _in_force = _InForce()
    return _in_force


def current() -> Look:
    """The look in force; the light one at 100 % before :func:`apply`."""
    return _state().look


def changed() -> _Told:
    """The object whose ``changed`` signal says that colours or sizes are others now."""
    return _state().told


def load_fonts() -> None:
    """Register the bundled fonts; RuntimeError when one cannot be read, as nothing would look right."""
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"font {file.name} cannot be read")


def apply(app: QApplication, theme: Theme, text_scale: int = 100, density: Density = Density.NORMAL) -> Look:
    """Set style, font, palette and style sheet; ``text_scale`` is per cent, 100 to 200."""
    scale = min(200, max(100, text_scale))
    name = _palette_name(app, theme)
    look = Look(name, read_roles("dark" if name == "dark" else "light"), scale, density)
    # A style sheet hides the name of the style under it, so the application remembers.
    if not app.property(_DRESSED):
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty(_DRESSED, True)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(look.point_size)
    app.setFont(font)
    if theme is Theme.HIGH_CONTRAST:
        look = replace(look, roles=_from_system(app, look.roles))
        app.setPalette(app.style().standardPalette())
    else:
        app.setPalette(qt_palette(look.roles))
    app.setStyleSheet(style_sheet(look))
    state = _state()
    state.look = look
    state.told.changed.emit()
    return look


def _palette_name(app: QApplication, theme: Theme) -> str:
    if theme is Theme.SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"
    if theme is Theme.HIGH_CONTRAST:
        return "dark" if app.style().standardPalette().window().color().lightness() < 128 else "light"
    return theme.value


def _from_system(app: QApplication, roles: Roles) -> Roles:
    """The desktop's own colours where it has them; levels keep the nearest of ours."""
    system = app.style().standardPalette()

    def colour(role: QPalette.ColorRole) -> str:
        return system.color(QPalette.ColorGroup.Active, role).name().upper()

    text = colour(QPalette.ColorRole.WindowText)
    selected = colour(QPalette.ColorRole.Highlight)
    selected_text = colour(QPalette.ColorRole.HighlightedText)
    return replace(
        roles,
        window=colour(QPalette.ColorRole.Window),
        base=colour(QPalette.ColorRole.Base),
        header=colour(QPalette.ColorRole.Window),
        text=text,
        muted=text,
        disabled=text,
        field_border=text,
        rule=text,
        selected_fill=selected,
        selected_text=selected_text,
        primary_fill=selected,
        primary_hover=selected,
        primary_text=selected_text,
        focus=text,
        focus_selected=selected_text,
    )


def qt_palette(roles: Roles) -> QPalette:
    """The colours as Qt's own drawing knows them."""
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: roles.window,
        role.WindowText: roles.text,
        role.Base: roles.base,
        role.AlternateBase: roles.base,
        role.Text: roles.text,
        role.PlaceholderText: roles.muted,
        role.Button: roles.window,
        role.ButtonText: roles.text,
        role.BrightText: roles.stop_text,
        role.ToolTipBase: roles.base,
        role.ToolTipText: roles.text,
        role.Highlight: roles.selected_fill,
        role.HighlightedText: roles.selected_text,
        role.Accent: roles.primary_fill,
        role.Link: roles.link,
        role.LinkVisited: roles.waiting_text,
        role.Light: roles.base,
        role.Midlight: roles.header,
        role.Mid: roles.rule,
        role.Dark: roles.field_border,
        role.Shadow: roles.field_border,
    }
    for key, value in pairs.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(roles.disabled))
    # A list that has lost focus keeps its selection readable.
    for key, value in ((role.Highlight, roles.selected_fill), (role.HighlightedText, roles.selected_text)):
        palette.setColor(QPalette.ColorGroup.Inactive, key, QColor(value))
    return palette

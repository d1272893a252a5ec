"""Puts Inställningar in the list."""

from __future__ import annotations

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.settings.page import SettingsPage

    return SettingsPage(context)


def settings_feature() -> Feature:
    """Ctrl+,."""
    return Feature(
        key="settings",
        label="Inställningar",
        icon="settings",
        order=100,
        make_page=_page,
        shortcut="Ctrl+,",
        foot=True,
    )

"""Puts Statsbidrag in the list."""

from __future__ import annotations

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.programmes.page import ProgrammesPage

    return ProgrammesPage(context)


def programmes_feature() -> Feature:
    """Ctrl+2."""
    return Feature(
        key="programmes", label="Statsbidrag", icon="programmes", order=20, make_page=_page, shortcut="Ctrl+2"
    )

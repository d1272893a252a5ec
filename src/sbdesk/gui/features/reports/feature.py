"""Puts Återrapportering in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.reports.page import ReportsPage

    return ReportsPage(context)


def _waiting(services: Services) -> int:
    return services.reports.waiting()


def reports_feature() -> Feature:
    """Ctrl+5."""
    return Feature(
        key="reports",
        label="Återrapportering",
        icon="reports",
        order=50,
        make_page=_page,
        shortcut="Ctrl+5",
        waiting=_waiting,
    )

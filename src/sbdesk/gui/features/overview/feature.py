"""Puts Översikt in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.overview.page import OverviewPage

    return OverviewPage(context)


def _waiting(services: Services) -> int:
    return services.overview.waiting()


def overview_feature() -> Feature:
    """Ctrl+1."""
    return Feature(
        key="overview",
        label="Översikt",
        icon="overview",
        order=10,
        make_page=_page,
        shortcut="Ctrl+1",
        waiting=_waiting,
    )

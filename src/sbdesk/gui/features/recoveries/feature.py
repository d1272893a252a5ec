"""Puts Återkrav in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.recoveries.page import RecoveriesPage

    return RecoveriesPage(context)


def _waiting(services: Services) -> int:
    return services.recoveries.waiting_for_me()


def recoveries_feature() -> Feature:
    """Ctrl+8."""
    return Feature(
        key="recoveries",
        label="Återkrav",
        icon="recoveries",
        order=80,
        make_page=_page,
        shortcut="Ctrl+8",
        waiting=_waiting,
    )

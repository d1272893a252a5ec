"""Puts Rekvisitioner in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.requisitions.page import RequisitionsPage

    return RequisitionsPage(context)


def _waiting(services: Services) -> int:
    return services.requisitions.waiting_for_me()


def requisitions_feature() -> Feature:
    """Ctrl+4."""
    return Feature(
        key="requisitions",
        label="Rekvisitioner",
        icon="requisitions",
        order=40,
        make_page=_page,
        shortcut="Ctrl+4",
        waiting=_waiting,
    )

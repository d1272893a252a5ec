"""Puts Avstämningar in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.reconciliations.page import ReconciliationsPage

    return ReconciliationsPage(context)


def _waiting(services: Services) -> int:
    return services.reconciliations.waiting()


def reconciliations_feature() -> Feature:
    """Ctrl+7."""
    return Feature(
        key="reconciliations",
        label="Avstämningar",
        icon="reconciliations",
        order=70,
        make_page=_page,
        shortcut="Ctrl+7",
        waiting=_waiting,
    )

"""Puts Regioner in the list."""

from __future__ import annotations

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.recipients.page import RecipientsPage

    return RecipientsPage(context)


def recipients_feature() -> Feature:
    """Ctrl+3."""
    return Feature(
        key="recipients",
        label="Regioner",
        icon="recipients",
        order=30,
        make_page=_page,
        shortcut="Ctrl+3",
    )

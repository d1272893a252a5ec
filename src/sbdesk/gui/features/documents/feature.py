"""Puts Dokument in the list."""

from __future__ import annotations

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.documents.page import DocumentsPage

    return DocumentsPage(context)


def documents_feature() -> Feature:
    """Ctrl+9."""
    return Feature(
        key="documents",
        label="Dokument",
        icon="documents",
        order=90,
        make_page=_page,
        shortcut="Ctrl+9",
    )

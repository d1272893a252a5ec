"""Puts Huvudboksimport under Avstämningar: reached with Ctrl+I, by dropping a file, and from a case."""

from __future__ import annotations

from sbdesk.gui.context import PageContext
from sbdesk.gui.shell.feature import Feature, Page


def _page(context: PageContext) -> Page:
    # Imported at the first visit: the services bring the database with them, and the window paints first.
    from sbdesk.gui.features.ledger_imports.page import LedgerImportPage

    return LedgerImportPage(context)


def ledger_imports_feature() -> Feature:
    """No entry of its own in the list to the left."""
    return Feature(
        key="ledger_imports",
        label="Huvudboksimport",
        icon="ledger-import",
        order=71,
        make_page=_page,
        under="reconciliations",
    )

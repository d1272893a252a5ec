"""The tables, one module per noun; importing this package makes the whole schema known."""

from __future__ import annotations

from sbdesk.store.base import Base, finish_tables
from sbdesk.store.records import (
    awards,
    decisions,
    invoices,
    ledgers,
    office,
    parties,
    programmes,
    reconciliations,
    recoveries,
    reports,
)

__all__ = [
    "awards",
    "decisions",
    "invoices",
    "ledgers",
    "office",
    "parties",
    "programmes",
    "reconciliations",
    "recoveries",
    "reports",
]

finish_tables(Base.metadata)

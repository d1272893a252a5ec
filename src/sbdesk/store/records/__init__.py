"""The tables, one module per noun; importing this package makes the whole schema known."""

from __future__ import annotations

from sbdesk.store.base import Base, finish_tables
from sbdesk.store.records import (
    awards,
    changes,
    decisions,
    invoices,
    ledgers,
    office,
    parties,
    populations,
    programme_editing,
    programmes,
    reconciliations,
    recoveries,
    reminders,
    reports,
)

__all__ = [
    "awards",
    "changes",
    "decisions",
    "invoices",
    "ledgers",
    "office",
    "parties",
    "populations",
    "programme_editing",
    "programmes",
    "reconciliations",
    "recoveries",
    "reminders",
    "reports",
]

finish_tables(Base.metadata)

"""The one place where other layers find what a ledger extract is."""

from __future__ import annotations

from sbdesk.domain.account_classes import AccountClass, AccountClassMap
from sbdesk.domain.ledger_keys import invoice_key, row_hash
from sbdesk.domain.ledger_layout import (
    ROLE_TITLES,
    ColumnRole,
    CostSign,
    DateOrder,
    DecimalSign,
    LedgerLayout,
    cell_address,
    column_name,
)
from sbdesk.domain.ledger_rows import (
    CellFault,
    ExcludedRow,
    ExclusionReason,
    LedgerReading,
    LedgerRow,
    RejectedRow,
    SheetInfo,
    SubtotalCheck,
)
from sbdesk.domain.sort_keys import text_key

__all__ = [
    "ROLE_TITLES",
    "AccountClass",
    "AccountClassMap",
    "CellFault",
    "ColumnRole",
    "CostSign",
    "DateOrder",
    "DecimalSign",
    "ExcludedRow",
    "ExclusionReason",
    "LedgerLayout",
    "LedgerReading",
    "LedgerRow",
    "RejectedRow",
    "SheetInfo",
    "SubtotalCheck",
    "cell_address",
    "column_name",
    "invoice_key",
    "row_hash",
    "text_key",
]

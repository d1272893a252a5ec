"""The life of one import: live until it is undone as a whole."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Machine, Move


class ImportState(StrEnum):
    """A preview lives in the window only; the database knows live and undone."""

    LIVE = "live"
    UNDONE = "undone"


LEDGER_IMPORT_MACHINE: Machine[ImportState] = Machine(
    "Inläsningen",
    {ImportState.LIVE: "gällande", ImportState.UNDONE: "ångrad"},
    [
        Move(ImportState.LIVE, "undo_import", ImportState.UNDONE),
        Move(ImportState.UNDONE, "import_anew", ImportState.UNDONE),
    ],
)

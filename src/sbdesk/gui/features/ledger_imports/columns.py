"""What the tables of the import page show."""

from __future__ import annotations

from sbdesk.domain.ledger import ExcludedRow
from sbdesk.domain.ledger_import import ImportState
from sbdesk.gui import formats
from sbdesk.gui.columns import Column, money_column, number_column, text_column
from sbdesk.gui.features.ledger_imports.shown import EXCLUSION_WORDS, FaultRow
from sbdesk.gui.look import Tone
from sbdesk.services.ledger_imports_accounts import CLASS_WORDS, AccountRow
from sbdesk.services.ledger_imports_rows import ImportRow


def fault_columns() -> list[Column[FaultRow]]:
    """Each cell that cannot be read."""
    return [
        number_column("row", "Rad", lambda it: it.row),
        text_column("cell", "Cell", lambda it: it.cell, width=80),
        text_column("value", "Värde", lambda it: it.value, width=160),
        text_column("reason", "Fel", lambda it: it.reason, width=420, tip=lambda it: it.reason),
    ]


def excluded_columns() -> list[Column[ExcludedRow]]:
    """Rows of the file that are no booked rows."""
    return [
        number_column("row", "Rad", lambda it: it.row),
        text_column("reason", "Vad raden är", lambda it: EXCLUSION_WORDS[it.reason], width=140),
        text_column("why", "Skäl", lambda it: it.reason_text or "", width=200),
        money_column("amount", "Belopp", lambda it: it.amount_ore),
        text_column("raw", "Innehåll", lambda it: it.raw, width=420, tip=lambda it: it.raw),
    ]


def account_columns() -> list[Column[AccountRow]]:
    """The accounts of the extract and what kind of cost each holds."""
    return [
        text_column("account", "Konto", lambda it: it.account, width=80),
        text_column("name", "Kontonamn", lambda it: it.name, width=220),
        number_column("rows", "Rader", lambda it: it.rows),
        money_column("sum", "Summa", lambda it: it.ore),
        text_column("class", "Slag", lambda it: CLASS_WORDS[it.kind], width=140),
        text_column("decided", "Bestämt av", lambda it: it.decided_by.swedish, width=180),
    ]


def import_columns() -> list[Column[ImportRow]]:
    """The award's imports."""
    return [
        text_column("file", "Fil", lambda it: it.file_name, width=240, tip=lambda it: it.sha256),
        text_column("sheet", "Blad", lambda it: it.sheet or formats.NOTHING, width=100),
        text_column("at", "Inläst", lambda it: formats.instant(it.read_at), width=130),
        text_column("by", "Av", lambda it: it.read_by, width=120),
        number_column("rows", "Rader", lambda it: it.imported),
        money_column("sum", "Summa", lambda it: it.sum_ore),
        Column(
            "state",
            "Läge",
            lambda it: "Gäller" if it.state is ImportState.LIVE else "Ångrad",
            tone=lambda it: Tone.OK if it.state is ImportState.LIVE else Tone.MUTED,
            width=100,
        ),
        text_column("profile", "Profil", lambda it: it.profile, width=120),
    ]

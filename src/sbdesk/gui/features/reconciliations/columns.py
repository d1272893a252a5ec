"""What the tables of Avstämningar show."""

from __future__ import annotations

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineOrder
from sbdesk.domain.verdicts import Judged
from sbdesk.gui import formats
from sbdesk.gui.columns import (
    Align,
    Column,
    date_column,
    money_column,
    number_column,
    status_column,
    text_column,
)
from sbdesk.gui.look import Tone
from sbdesk.services.reconciliations_rows import LineRow, ReconciliationRow

LEVEL_TONES = {Level.STOP: Tone.STOP, Level.DEVIATION: Tone.DEVIATION, Level.NOTE: Tone.NOTE}
JUDGED_TONES = {
    Judged.NOT: None,
    Judged.APPROVED: Tone.OK,
    Judged.REJECTED: Tone.STOP,
    Judged.PARTLY: Tone.DEVIATION,
    Judged.PARKED: Tone.WAITING,
}


def reconciliation_columns() -> list[Column[ReconciliationRow]]:
    """The list of awards."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=190),
        text_column("programme", "Statsbidrag", lambda row: row.programme, width=100, tip=_full_name),
        status_column("status", "Status", lambda row: row.status.words, _tone, width=330),
        number_column("to_judge", "Kvar", lambda row: row.to_judge, width=60, title_tip="Obedömda rader"),
        money_column("paid", "Utbetalt", lambda row: row.paid_ore, width=112),
        money_column("reported", "Återrapporterat", lambda row: row.reported_ore, width=124),
        money_column("declared", "Huvudbok", lambda row: row.declared_ore, width=112),
        money_column("rejected", "Underkänt", lambda row: row.rejected_ore, width=108),
        money_column("repayable", "Att återbetala", lambda row: row.repayable_ore, width=112),
        status_column(
            "status",
            "Status",
            lambda row: row.status.words,
            lambda row: Tone(row.status.tone.value),
            width=330,
        ),
    ]


def _tone(row: ReconciliationRow) -> Tone:
    return Tone(row.status.tone.value)


def _full_name(row: ReconciliationRow) -> str:
    return row.programme_title


def line_columns() -> list[Column[LineRow]]:
    """The ledger rows; the keys are those the rows can be sorted by in the database."""
    return [
        text_column(LineOrder.VOUCHER, "Ver.nr", lambda row: row.voucher, width=72),
        date_column(LineOrder.BOOKED, "Datum", lambda row: row.booked_on, width=96),
        text_column(LineOrder.COST, "Avser", lambda row: row.cost, width=96, tip=lambda row: row.cost),
        text_column(LineOrder.ACCOUNT, "Konto", lambda row: row.account, width=56, tip=_account),
        text_column(LineOrder.TEXT, "Text", lambda row: row.text, width=128, tip=lambda row: row.text),
        text_column(
            LineOrder.COUNTERPARTY, "Motpart", lambda row: row.counterparty, width=98, tip=_counterparty
        ),
        text_column(LineOrder.INVOICE, "Fakturanr", lambda row: row.invoice, width=82),
        money_column(LineOrder.CLAIMED, "Huvudbok", lambda row: row.claimed_ore, width=98),
        money_column(LineOrder.REJECTED, "Underkänt", _rejected, width=94),
        money_column(LineOrder.ACCEPTED, "Godkänt", lambda row: row.accepted_ore, width=98),
        status_column(
            LineOrder.JUDGED,
            "Bedömning",
            _verdict,
            lambda row: JUDGED_TONES[row.judged],
            width=136,
        ),
        text_column(LineOrder.CAUSE, "Feltyp", lambda row: row.cause_words, width=130),
        Column(
            LineOrder.FINDINGS,
            "Fynd",
            lambda row: str(row.findings) if row.findings else "",
            align=Align.LEFT,
            width=64,
            tone=lambda row: LEVEL_TONES[row.level] if row.level else None,
            spoken=_spoken_findings,
            copied=lambda row: f"{row.level.swedish} {row.findings}" if row.level else "",
        ),
    ]


def _account(row: LineRow) -> str:
    return f"{row.account} {row.account_name}".strip()


def _counterparty(row: LineRow) -> str:
    return row.counterparty


def _verdict(row: LineRow) -> str:
    """``U period``, ``D ändamål``, ``V 2027-03-12``: the key, and what it was pressed for."""
    if row.cause is None or row.judged not in (Judged.REJECTED, Judged.PARTLY):
        return row.judged_words
    return f"{row.judged_words[0]} {row.cause.swedish}"


def _rejected(row: LineRow) -> int | None:
    return row.rejected_ore or None


def _spoken_findings(row: LineRow) -> str:
    if row.level is None:
        return "inga"
    return f"{formats.count(row.findings, 'fynd', 'fynd')}, {row.level.swedish.lower()}"

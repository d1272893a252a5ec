"""The columns of claims, their lines, invoices and incoming payments."""

from __future__ import annotations

from sbdesk.gui import formats
from sbdesk.gui.columns import Column, date_column, money_column, status_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.services.invoices_rows import InvoiceRow, MatchRow, PaymentRow
from sbdesk.services.recoveries_rows import RecoveryLineRow, RecoveryRow


def claim_columns() -> list[Column[RecoveryRow]]:
    """Nr, Mottagare, Statsbidrag, Grund, Belopp, Status, Yttrande senast."""
    return [
        text_column("number", "Nr", lambda row: row.number, width=110),
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=160),
        status_column(
            "status", "Status", lambda row: row.status.words, lambda row: Tone(row.status.tone.value)
        ),
        money_column("amount", "Belopp", lambda row: row.amount_ore),
        date_column("due", "Yttrande senast", lambda row: row.answer_due_on, width=124),
        text_column("programme", "Statsbidrag", lambda row: row.programme, width=96),
        text_column("grounds", "Grund", lambda row: row.grounds, width=260, tip=lambda row: row.grounds),
    ]


def line_columns() -> list[Column[RecoveryLineRow]]:
    """What each line claims, on what ground, and what is said about it."""
    return [
        text_column("label", "Rad", lambda row: row.label, width=110, tip=lambda row: row.text or row.label),
        money_column("amount", "Belopp", lambda row: row.amount_ore),
        text_column("cause", "Feltyp", lambda row: row.cause, width=120),
        text_column(
            "ground", "Grund", lambda row: row.ground_title, width=220, tip=lambda row: row.ground_title
        ),
        status_column("state", "Underlag", _lacks, _lacks_tone, width=210),
        text_column(
            "reason", "Det har vi funnit", lambda row: row.reason, width=300, tip=lambda row: row.reason
        ),
    ]


def _lacks(row: RecoveryLineRow) -> str:
    if row.refusal_reason:
        return f"Underkänd: {row.refusal_reason}"
    if row.may and not row.discretion:
        return "Skäl för återkrav saknas"
    return "Bedömning saknas" if not row.judgement and row.ground != "unused" else "Klar"


def _lacks_tone(row: RecoveryLineRow) -> Tone:
    words = _lacks(row)
    return Tone.OK if words == "Klar" else Tone.STOP if row.refusal_reason else Tone.DEVIATION


def invoice_columns() -> list[Column[InvoiceRow]]:
    """Fakturanr, Mottagare, Belopp, Inbetalt, Återstår, Förfaller, Status."""
    return [
        text_column("number", "Fakturanr", lambda row: row.number or row.kind, width=110),
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=170),
        money_column("amount", "Belopp", lambda row: row.amount_ore),
        money_column("repaid", "Inbetalt", lambda row: row.repaid_ore),
        money_column("left", "Återstår", lambda row: row.outstanding_ore),
        date_column("due", "Förfaller", lambda row: row.due_on),
        status_column(
            "status",
            "Status",
            lambda row: row.status.words,
            lambda row: Tone(row.status.tone.value),
            width=320,
        ),
        text_column("recovery", "Återkrav", lambda row: row.recovery_number, width=110),
        text_column("ocr", "OCR-nummer", lambda row: row.ocr_number, width=120),
    ]


def payment_columns() -> list[Column[PaymentRow]]:
    """Betalningsdag, Belopp, Betalare, Meddelande, Status, Kopplad till."""
    return [
        date_column("day", "Betalningsdag", lambda row: row.value_on, width=116),
        money_column("amount", "Belopp", lambda row: row.amount_ore),
        text_column("payer", "Betalare", lambda row: row.payer, width=160),
        text_column("reference", "OCR eller meddelande", lambda row: row.reference, width=160),
        status_column(
            "status",
            "Status",
            lambda row: row.status.words,
            lambda row: Tone(row.status.tone.value),
            width=300,
        ),
        text_column("matches", "Kopplad till", _matched, width=220, tip=_matched),
    ]


def _matched(row: PaymentRow) -> str:
    return ", ".join(match.what for match in row.matches if not match.undone)


def match_words(match: MatchRow) -> str:
    """A match as it is chosen from a list."""
    return f"{match.what}, {formats.kronor(match.amount_ore)}"

"""What the list of documents shows."""

from __future__ import annotations

from sbdesk.domain.office import DocumentOrigin
from sbdesk.gui import formats
from sbdesk.gui.columns import Column, date_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.services.documents import DocumentRow


def _sent(row: DocumentRow) -> str:
    if row.sent_on is not None:
        return f"{row.sent_on.isoformat()}, {row.sent_by}"
    return "Inkommen" if row.origin is DocumentOrigin.RECEIVED else formats.NOTHING


def document_columns() -> list[Column[DocumentRow]]:
    """Documents, newest first."""
    return [
        text_column("number", "Nr", lambda row: row.number or formats.NOTHING, width=110),
        text_column("kind", "Typ", lambda row: row.kind_words, width=170),
        text_column("title", "Dokument", lambda row: row.title, width=240, tip=lambda row: row.file_name),
        text_column("recipient", "Mottagare", lambda row: row.recipient or formats.NOTHING, width=160),
        date_column("date", "Datum", lambda row: row.created_on),
        text_column("sent", "Skickat", _sent, width=150),
        Column(
            "diary",
            "Diarieförd",
            lambda row: row.diary or "Inte diarieförd",
            tone=lambda row: None if row.diary else Tone.MUTED,
            width=200,
        ),
        text_column("hash", "Kontrollsumma", lambda row: row.short_hash, width=130),
        text_column("hidden", "Dolt", lambda row: row.hidden_reason or "", width=160),
    ]

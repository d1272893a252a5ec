"""Every document in and out: find it, look at it, save its exact bytes, note where it is registered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.services import dispatches
from sbdesk.services.changes import Done, Touched
from sbdesk.services.document_store import sha256
from sbdesk.services.workplace import Workplace
from sbdesk.store.commands import once
from sbdesk.store.records.office import DispatchRecord, DocumentRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord

CHANNEL_WORDS = {
    DispatchChannel.E_MAIL: "e-post",
    DispatchChannel.POST: "post",
    DispatchChannel.PORTAL: "e-tjänst",
    DispatchChannel.PEPPOL: "Peppol",
    DispatchChannel.HAND: "bud",
}

KIND_WORDS = {
    "account_evidence": "Uppgift om konto",
    "delegation": "Fullmakt för ombud",
    "collective_decision": "Samlat beslut",
    "completion_letter": "Begäran om komplettering",
    "covering_letter": "Följebrev",
    "credit_note": "Kreditfaktura",
    "decision_letter": "Beslut",
    "hearing_letter": "Brev inför beslut",
    "instruction": "Anvisning",
    "invoice": "Faktura",
    "ledger": "Huvudbok",
    "reconciliation": "Avstämning",
    "reconciliation_protocol": "Avstämningsprotokoll",
    "recovery_decision": "Beslut om återkrav",
    "report": "Återrapport",
    "requisition": "Rekvisition",
    "signed_page": "Undertecknad sida",
}
"""The Swedish word for each kind of document; another kind is a ``Handling``."""

_SENT_ELSEWHERE = {
    "invoice": "Öppna fakturan under Återkrav och markera den där.",
    "credit_note": "Öppna fakturan under Återkrav och markera den där.",
    "hearing_letter": "Öppna återkravet och markera brevet där.",
    "recovery_decision": "Öppna återkravet och markera beslutet där.",
}
"""Letters with which a claim or an invoice moves on, and where that is done."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document as listed; ``size`` in bytes, ``short_hash`` the first eight digits of its SHA-256.

    ``sent_where`` says where it is marked as sent when that is not done here, else empty.
    """

    id: int
    number: str | None
    title: str
    kind: str
    kind_words: str
    origin: DocumentOrigin
    file_name: str
    media_type: str
    size: int
    recipient: str | None
    programme: str | None
    award_id: int | None
    sent_where: str
    created_on: date
    sent_on: date | None
    sent_by: str | None
    diary: str | None
    hidden_reason: str | None
    short_hash: str


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """A document's exact bytes."""

    file_name: str
    media_type: str
    content: bytes


class DocumentsService:
    """The Dokument page's service."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self, *, award_id: int | None = None, undiarised_only: bool = False) -> list[DocumentRow]:
        """Every document, newest first; those of one award, or those without a diary number, when asked."""
        last = (
            select(DispatchRecord.document_id, func.max(DispatchRecord.id).label("id"))
            .group_by(DispatchRecord.document_id)
            .subquery()
        )
        query = (
            select(
                DocumentRecord,
                RecipientRecord.name,
                ProgrammeRecord.short_title,
                DispatchRecord.sent_on,
                DispatchRecord.channel,
            )
            .join(RecipientRecord, RecipientRecord.id == DocumentRecord.recipient_id, isouter=True)
            .join(ProgrammeRecord, ProgrammeRecord.id == DocumentRecord.programme_id, isouter=True)
            .join(last, last.c.document_id == DocumentRecord.id, isouter=True)
            .join(DispatchRecord, DispatchRecord.id == last.c.id, isouter=True)
            .order_by(DocumentRecord.created_on.desc(), DocumentRecord.id.desc())
        )
        if award_id is not None:
            query = query.where(DocumentRecord.award_id == award_id)
        if undiarised_only:
            query = query.where(DocumentRecord.diary_number.is_(None))
        with self.work.store.reading() as session:
            return [_row(*row) for row in session.execute(query)]

    def read(self, document_id: int) -> DocumentContent:
        """The exact bytes. Raises UserFacingError when they are gone or do not fit their hash."""
        with self.work.store.reading() as session:
            record = session.get_one(DocumentRecord, document_id)
            content = record.content
            if content is None:
                raise UserFacingError(
                    f"{record.title} är gallrad.", "Uppgifterna om dokumentet finns kvar.", "Sök i diariet."
                )
            if sha256(content) != record.content_sha256:
                raise UserFacingError(
                    f"{record.title} stämmer inte med sin kontrollsumma.",
                    "Inget är ändrat nu.",
                    "Läs tillbaka den senaste säkerhetskopian och kontakta den som sköter programmet.",
                )
            return DocumentContent(record.file_name, record.media_type, content)

    def save(self, document_id: int, target: Path) -> Done:
        """Write the exact bytes to ``target``. Raises F16 when the file cannot be written."""
        content = self.read(document_id).content
        try:
            target.write_bytes(content)
        except OSError as error:
            raise UserFacingError(
                f"Filen {target.name} kunde inte sparas:"
                " den är öppen i ett annat program, eller mappen är skrivskyddad.",
                "Dokumentet finns kvar under Dokument.",
                "Stäng filen, eller välj en annan mapp, och spara igen.",
                code="F16",
            ) from error
        return Done(Touched.NOTHING, f"Sparade {target.name}.", document_id)

    def set_diary(self, document_id: int, number: str, on: date, command_id: str | None = None) -> Done:
        """Note where the document is registered (diarieförd). Raises NotAllowed for an empty number."""
        if not number.strip():
            raise NotAllowed("Diarienumret är tomt.", "Inget är ändrat.", "Ange diarienumret.")

        def act() -> None:
            record = session.get_one(DocumentRecord, document_id)
            before = {"diary_number": record.diary_number}
            record.diary_number, record.diary_on = number.strip(), on
            self.work.record(
                session,
                "set_diary",
                ("document", document_id),
                award_id=record.award_id,
                before=before,
                after={"diary_number": record.diary_number, "on": on.isoformat()},
            )

        with self.work.store.writing() as session:
            once(session, command_id, "set_diary", [document_id, number], self.work.clock.now(), act)
        return Done(Touched.DOCUMENTS, f"Diarieförd {number.strip()}.", document_id)

    def mark_sent(
        self, document_id: int, on: date, channel: DispatchChannel, command_id: str | None = None
    ) -> Done:
        """Note that the officer has sent a letter; the program sends nothing itself.

        Raises NotAllowed for an invoice, whose claim moves with it, UserFacingError as
        :func:`sbdesk.services.dispatches.mark_sent`.
        """

        def act() -> int:
            record = session.get_one(DocumentRecord, document_id)
            if record.kind in _SENT_ELSEWHERE:
                raise NotAllowed(
                    f"{record.title} markeras som skickad i ärendet.",
                    "Inget är ändrat.",
                    _SENT_ELSEWHERE[record.kind],
                )
            return dispatches.mark_sent(session, self.work, document_id, on, channel).id

        with self.work.store.writing() as session:
            parameters = [document_id, on.isoformat(), channel.value]
            once(session, command_id, "mark_sent", parameters, self.work.clock.now(), act)
        return Done(
            Touched.DOCUMENTS | Touched.REQUISITIONS | Touched.DECISIONS | Touched.RECOVERIES,
            f"Markerad som skickad {on.isoformat()} med {CHANNEL_WORDS[channel]}.",
            document_id,
        )

    def hide(self, document_id: int, reason: str, command_id: str | None = None) -> Done:
        """Hide a misfiled received document with a reason; it is kept. Produced ones cannot be hidden."""
        if not reason.strip():
            raise NotAllowed("Skälet är tomt.", "Inget är ändrat.", "Ange varför dokumentet ska döljas.")

        def act() -> None:
            record = session.get_one(DocumentRecord, document_id)
            if record.origin is DocumentOrigin.PRODUCED:
                raise NotAllowed(
                    f"{record.title} är upprättad här och kan inte döljas.",
                    "Inget är ändrat.",
                    "Rätta genom ett nytt beslut eller brev.",
                )
            record.hidden_reason = reason.strip()
            self.work.record(
                session,
                "hide_document",
                ("document", document_id),
                award_id=record.award_id,
                reason=reason.strip(),
            )

        with self.work.store.writing() as session:
            once(session, command_id, "hide_document", [document_id, reason], self.work.clock.now(), act)
        return Done(Touched.DOCUMENTS, "Dokumentet är dolt. Det finns kvar och kan visas igen.", document_id)

    def show(self, document_id: int) -> Done:
        """Take a hidden document forward again."""
        with self.work.store.writing() as session:
            record = session.get_one(DocumentRecord, document_id)
            before = record.hidden_reason
            record.hidden_reason = None
            self.work.record(
                session,
                "undo_hide_document",
                ("document", document_id),
                award_id=record.award_id,
                before={"hidden_reason": before},
            )
        return Done(Touched.DOCUMENTS, "Dokumentet visas igen.", document_id)


def _row(
    record: DocumentRecord,
    recipient: str | None,
    programme: str | None,
    sent_on: date | None,
    channel: DispatchChannel | None,
) -> DocumentRow:
    diary = None
    if record.diary_number:
        diary = (
            f"{record.diary_number}, {record.diary_on.isoformat()}"
            if record.diary_on
            else record.diary_number
        )
    return DocumentRow(
        id=record.id,
        number=record.number,
        title=record.title,
        kind=record.kind,
        kind_words=KIND_WORDS.get(record.kind, "Handling"),
        origin=record.origin,
        file_name=record.file_name,
        media_type=record.media_type,
        size=record.size,
        recipient=recipient,
        programme=programme,
        award_id=record.award_id,
        sent_where=_SENT_ELSEWHERE.get(record.kind, ""),
        created_on=record.created_on,
        sent_on=sent_on,
        sent_by=CHANNEL_WORDS[channel] if channel else None,
        diary=diary,
        hidden_reason=record.hidden_reason,
        short_hash=record.content_sha256[:8],
    )

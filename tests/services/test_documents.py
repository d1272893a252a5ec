"""Documents are found, read back to the byte, saved, registered and hidden, never deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from support.desk import OpenDesk
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.documents import DocumentsService
from sbdesk.store import journal
from sbdesk.store.records.office import AnchorRecord, DispatchRecord, DocumentRecord


def keep(desk: OpenDesk, content: bytes = b"%PDF-1.7 brev", **changes: object) -> int:
    values: dict[str, object] = {
        "content": content,
        "file_name": "brev.pdf",
        "media_type": "application/pdf",
        "origin": DocumentOrigin.RECEIVED,
        "kind": "letter",
        "title": "Brev",
        "award_id": desk.award(),
    }
    with desk.store.writing() as session:
        return keep_document(session, desk.work, NewDocument(**{**values, **changes})).id  # type: ignore[arg-type]


def test_the_same_bytes_are_kept_once(desk: OpenDesk) -> None:
    assert keep(desk) == keep(desk, title="Samma brev igen")
    assert keep(desk, b"annat", award_id=None, programme_id=desk.programme) != keep(desk)
    rows = DocumentsService(desk.work).rows()
    assert [(row.title, row.recipient, row.programme) for row in rows] == [
        ("Brev", None, "CSD 2026"),
        ("Brev", "Region Skåne", "CSD 2026"),
    ]
    assert len(DocumentsService(desk.work).rows(award_id=desk.award())) == 1


def test_the_bytes_come_back_and_are_saved_as_they_are(desk: OpenDesk, tmp_path: Path) -> None:
    service = DocumentsService(desk.work)
    made = keep(desk)
    read = service.read(made)
    assert (read.content, read.file_name, read.media_type) == (
        b"%PDF-1.7 brev",
        "brev.pdf",
        "application/pdf",
    )
    done = service.save(made, tmp_path / "ut.pdf")
    assert done.message == "Sparade ut.pdf."
    assert (tmp_path / "ut.pdf").read_bytes() == b"%PDF-1.7 brev"
    with pytest.raises(UserFacingError) as refused:
        service.save(made, tmp_path / "finns inte" / "ut.pdf")
    assert refused.value.code == "F16"


def test_changed_or_disposed_bytes_are_told(desk: OpenDesk) -> None:
    service = DocumentsService(desk.work)
    made = keep(desk)
    with desk.store.writing() as session:
        session.execute(text("UPDATE document SET content = X'00'"))
    with pytest.raises(UserFacingError, match="kontrollsumma"):
        service.read(made)
    with desk.store.writing() as session:
        session.execute(text("UPDATE document SET content = NULL"))
    with pytest.raises(UserFacingError, match="gallrad"):
        service.read(made)


def test_a_diary_number_is_noted_and_the_rest_is_listed(desk: OpenDesk) -> None:
    service = DocumentsService(desk.work)
    first, second = keep(desk), keep(desk, b"tva")
    service.set_diary(first, " 9.1-2651/2026 ", desk.clock.today())
    assert [row.diary for row in service.rows() if row.id == first] == ["9.1-2651/2026, 2026-06-10"]
    assert [row.id for row in service.rows(undiarised_only=True)] == [second]
    with desk.store.writing() as session:
        session.get_one(DocumentRecord, first).diary_on = None
    assert [row.diary for row in service.rows() if row.id == first] == ["9.1-2651/2026"]
    with pytest.raises(NotAllowed, match="tomt"):
        service.set_diary(second, "  ", desk.clock.today())


def test_a_received_document_is_hidden_with_a_reason_and_shown_again(desk: OpenDesk) -> None:
    service = DocumentsService(desk.work)
    made = keep(desk)
    service.hide(made, "felregistrerad", "k1")
    service.hide(made, "felregistrerad", "k1")
    assert service.rows()[0].hidden_reason == "felregistrerad"
    service.show(made)
    assert service.rows()[0].hidden_reason is None
    with pytest.raises(NotAllowed, match="Skälet är tomt"):
        service.hide(made, "")
    produced = keep(desk, b"beslut", origin=DocumentOrigin.PRODUCED)
    with pytest.raises(NotAllowed, match="upprättad här"):
        service.hide(produced, "fel")


def test_the_last_dispatch_is_what_the_list_shows(desk: OpenDesk) -> None:
    made = keep(desk)
    with desk.store.writing() as session:
        for channel in (DispatchChannel.POST, DispatchChannel.E_MAIL):
            session.add(
                DispatchRecord(
                    document_id=made,
                    recipient_id=desk.recipient(),
                    sent_on=desk.clock.today(),
                    channel=channel,
                    marked_by=desk.anna,
                )
            )
            session.flush()
    (row,) = DocumentsService(desk.work).rows()
    assert (row.sent_on, row.sent_by) == (desk.clock.today(), "e-post")


def test_an_issued_document_carries_the_head_of_the_chain(desk: OpenDesk) -> None:
    made = keep(desk)
    with desk.store.writing() as session:
        head = anchor(session, desk.work, session.get_one(DocumentRecord, made), "letter")
    with desk.store.reading() as session:
        found = session.query(AnchorRecord).one()
        assert (found.seq, found.hash, found.document_id) == (head.seq, head.hash, made)
        assert session.get_one(DocumentRecord, made).chain_head == head.hash
        assert journal.verify(session, heads={found.seq: found.hash}) == []


def test_a_letter_is_marked_as_sent_once(desk: OpenDesk) -> None:
    case = CaseDriver(desk)
    case.bring_to(Stage.PROPOSED)
    letter = case.decide()
    service = DocumentsService(desk.work)
    row = next(one for one in service.rows() if one.kind == "decision_letter")
    assert (row.sent_on, row.kind_words, row.sent_where) == (None, "Beslut", "")
    done = service.mark_sent(row.id, desk.clock.today(), DispatchChannel.POST, "s1")
    assert done.message == "Markerad som skickad 2026-06-10 med post."
    assert service.mark_sent(row.id, desk.clock.today(), DispatchChannel.POST, "s1") == done
    sent = next(one for one in service.rows() if one.id == row.id)
    assert (sent.sent_on, sent.sent_by) == (desk.clock.today(), "post")
    assert letter


def test_an_invoice_is_not_marked_as_sent_behind_its_claim(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        invoice = keep_document(
            session,
            desk.work,
            NewDocument(
                b"%PDF invoice",
                "F-2026-001.pdf",
                "application/pdf",
                DocumentOrigin.PRODUCED,
                "invoice",
                "Faktura F-2026-001",
                award_id=desk.award(),
            ),
        ).id
    service = DocumentsService(desk.work)
    with pytest.raises(NotAllowed, match="markeras som skickad i ärendet"):
        service.mark_sent(invoice, desk.clock.today(), DispatchChannel.POST)
    assert service.rows()[0].sent_where == "Öppna fakturan under Återkrav och markera den där."

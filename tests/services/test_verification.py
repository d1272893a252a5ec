"""Verification sees harm to the chain, the anchors and the documents, and nothing where there is none."""

from __future__ import annotations

from sqlalchemy import text
from support.desk import OpenDesk

from sbdesk.domain.office import DocumentOrigin
from sbdesk.services.document_store import NewDocument, anchor, keep_document
from sbdesk.services.verification import VerificationService, verify


def keep(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        document = keep_document(
            session,
            desk.work,
            NewDocument(b"brev", "b.pdf", "application/pdf", DocumentOrigin.PRODUCED, "letter", "Brev"),
        )
        anchor(session, desk.work, document, "letter")


def test_a_sound_database_holds(desk: OpenDesk) -> None:
    keep(desk)
    found = VerificationService(desk.work).run()
    assert found.holds
    assert found.events >= 2
    assert found.documents == 1
    assert len(found.head) == 64


def test_a_changed_document_is_found(desk: OpenDesk) -> None:
    keep(desk)
    with desk.store.writing() as session:
        session.execute(text("UPDATE document SET content = X'00'"))
    found = verify(desk.store)
    assert found.faults == ("Dokument 1 (Brev) stämmer inte med sin kontrollsumma.",)


def test_a_cut_chain_and_a_dangling_row_are_found(desk: OpenDesk) -> None:
    keep(desk)
    with desk.store.writing() as session:
        session.execute(text("DROP TRIGGER event_is_append_only_delete"))
        session.execute(text("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)"))
    connection = desk.store._writer.raw_connection()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("UPDATE award SET recipient_id = 999 WHERE id = 1")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.close()
    found = verify(desk.store)
    assert not found.holds
    assert any("ankare" in fault for fault in found.faults)
    assert any("pekar på något som saknas" in fault for fault in found.faults)


def test_a_guard_that_is_gone_or_changed_is_found(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        session.execute(text("DROP TRIGGER decision_line_is_append_only_update"))
        session.execute(text("DROP VIEW live_line"))
        session.execute(text("CREATE VIEW live_line AS SELECT * FROM ledger_line"))
    assert verify(desk.store).faults == (
        "Spärren decision_line_is_append_only_update saknas eller är ändrad.",
        "Spärren live_line saknas eller är ändrad.",
    )

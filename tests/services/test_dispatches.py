"""Marking letters as sent, for every kind of letter."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import OpenDesk

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.services.dispatches import mark_sent, sent_on
from sbdesk.services.document_store import NewDocument, keep_document
from sbdesk.services.requisitions import RequisitionsService


def keep(desk: OpenDesk, origin: DocumentOrigin, **changes: int | None) -> int:
    with desk.store.writing() as session:
        new = NewDocument(b"%PDF brev", "brev.pdf", "application/pdf", origin, "letter", "Brev", **changes)
        return keep_document(session, desk.work, new).id


def send(desk: OpenDesk, document: int, on: date = date(2026, 6, 10)) -> int:
    with desk.store.writing() as session:
        return mark_sent(session, desk.work, document, on, DispatchChannel.POST).id


def test_the_same_mark_twice_is_one(desk: OpenDesk) -> None:
    document = keep(desk, DocumentOrigin.PRODUCED, recipient_id=desk.recipient())
    with desk.store.reading() as session:
        assert sent_on(session, document) is None
    first = send(desk, document)
    assert send(desk, document) == first
    desk.clock.set(date(2026, 6, 12))
    assert send(desk, document, date(2026, 6, 12)) != first
    with desk.store.reading() as session:
        assert sent_on(session, document) == date(2026, 6, 10)


def test_what_is_no_letter_cannot_be_sent(desk: OpenDesk) -> None:
    document = keep(desk, DocumentOrigin.RECEIVED, recipient_id=desk.recipient())
    with pytest.raises(UserFacingError, match="är inget brev till en mottagare"):
        send(desk, document)
    with pytest.raises(LookupError):
        send(desk, 99)


def test_jav_stops_the_mark(desk: OpenDesk) -> None:
    document = keep(desk, DocumentOrigin.PRODUCED, award_id=desk.award())
    RequisitionsService(desk.work).report_disqualification(desk.award(), "släkt")
    with pytest.raises(NotAllowed, match="har anmält jäv"):
        send(desk, document)

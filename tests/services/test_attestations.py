"""The second person's word: who, when, with the signed page, and how it is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk

from sbdesk.domain.decision import AttestationMode
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.services.attestations import Act, ReceivedFile, SecondPerson, attest, words
from sbdesk.store.records.decisions import AttestationRecord
from sbdesk.store.records.office import DocumentRecord


def test_a_signature_on_paper_is_registered_with_its_page(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        made = attest(session, desk.work, Act("proposal", 1, "decide", desk.anna), desk.signed_by(desk.karin))
        page = session.get_one(DocumentRecord, made.document_id)
    assert (made.mode, made.registered_by) == (AttestationMode.SIGNED_OUTSIDE, desk.anna)
    assert page.kind == "signed_page"


@pytest.mark.parametrize(
    ("who", "days", "page", "refusal"),
    [
        ("anna", 0, True, "har berett ärendet och kan inte besluta i det"),
        ("karin", 1, True, "har inte varit än"),
        ("karin", 0, False, "Den undertecknade sidan saknas"),
    ],
)
def test_what_cannot_be_attested(desk: OpenDesk, who: str, days: int, page: bool, refusal: str) -> None:
    file = ReceivedFile("u.pdf", b"%PDF") if page else None
    second = SecondPerson(getattr(desk, who), desk.clock.today() + timedelta(days=days), file)
    with pytest.raises(UserFacingError, match=refusal), desk.store.writing() as session:
        attest(session, desk.work, Act("proposal", 1, "decide", desk.anna), second)
    with desk.store.reading() as session:
        assert session.scalar(select(func.count(AttestationRecord.id))) == 0
    assert issubclass(NotAllowed, UserFacingError)


def test_somebody_unknown_cannot_attest(desk: OpenDesk) -> None:
    with pytest.raises(LookupError), desk.store.writing() as session:
        attest(session, desk.work, Act("proposal", 1, "decide", desk.anna), desk.signed_by(99))


def test_with_personal_logins_the_second_person_decides_in_the_program(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.store, "enforces_people", True)
    with desk.store.writing() as session:
        second = SecondPerson(desk.karin, desk.clock.today())
        made = attest(session, desk.work_of(desk.karin), Act("proposal", 1, "decide", desk.anna), second)
    assert (made.mode, made.registered_by, made.document_id) == (AttestationMode.PROGRAM, None, None)


def test_the_words_of_an_attestation_say_what_can_be_proved() -> None:
    inside = AttestationRecord(mode=AttestationMode.PROGRAM)
    outside = AttestationRecord(mode=AttestationMode.SIGNED_OUTSIDE)
    assert words(inside, "Karin Ek", None) == "Beslutad i programmet av Karin Ek"
    assert words(outside, "Karin Ek", "Anna Berg") == (
        "Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg"
    )

"""Contacts as personal data: shown where they are named, handed over as text, erased for good."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.requisition_case import PAGE, CaseDriver

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.contacts import ContactsService
from sbdesk.services.people import is_sealed, seal
from sbdesk.services.recipient_rows import ContactRow
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.representatives import RepresentativeInput, RepresentativesService
from sbdesk.store import journal
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import DisqualificationRecord, PersonRecord

GROUND = "gallringsbeslut ÖVNING 1"


@pytest.fixture
def service(desk: OpenDesk) -> ContactsService:
    return ContactsService(desk.work)


def rows(desk: OpenDesk) -> tuple[ContactRow, ...]:
    return RecipientsService(desk.work).card(desk.recipient()).contacts


def withdrawn(desk: OpenDesk) -> ContactRow:
    """The contact of a requisition that was withdrawn."""
    case = CaseDriver(desk)
    case.receive(document=PAGE)
    case.withdraw()
    return rows(desk)[0]


def test_a_contact_of_an_open_case_stays(desk: OpenDesk, service: ContactsService) -> None:
    CaseDriver(desk).receive()
    (row,) = rows(desk)
    assert (row.name, row.email, row.named_in) == (
        "Kim Kontakt",
        "kim@region.invalid",
        ("kontaktperson i CSD 2026, 2026-06-10",),
    )
    assert row.erase_refused == "Uppgifterna behövs: CSD 2026."
    with pytest.raises(NotAllowed, match="Uppgifterna behövs: CSD 2026"):
        service.erase(row.id, row.version, GROUND)


def test_the_requisitions_event_seals_its_contact(desk: OpenDesk) -> None:
    CaseDriver(desk).receive()
    with desk.store.reading() as session:
        event = session.scalars(select(EventRecord).where(EventRecord.verb == "receive")).one()
        person = session.scalars(select(PersonRecord)).one()
        assert is_sealed(person, event.after["contact"])
        assert "Kim" not in str(event.after)


def test_a_present_ombud_stays_and_a_former_one_while_its_case_is_open(desk: OpenDesk) -> None:
    ombud = RepresentativesService(desk.work)
    ombud.appoint(
        desk.recipient(),
        RepresentativeInput("Ombud", date(2026, 1, 1), delegation=ReceivedFile("f.pdf", b"%PDF-1.4 f")),
    )
    (row,) = rows(desk)
    assert row.erase_refused == "Uppgifterna behövs: ombud för Region Skåne."
    CaseDriver(desk).receive(contact_name="", contact_email="", document=PAGE)
    (present,) = RecipientsService(desk.work).card(desk.recipient()).representatives
    ombud.end(present.id, present.version, desk.clock.today())
    (row,) = rows(desk)
    assert row.named_in == (
        "ombud för Region Skåne från 2026-01-01 till 2026-06-10",
        "ombud i CSD 2026, 2026-06-10",
    )
    assert row.erase_refused == "Uppgifterna behövs: CSD 2026."


def test_erasing_leaves_the_case_and_a_chain_that_holds(desk: OpenDesk, service: ContactsService) -> None:
    row = withdrawn(desk)
    with desk.store.reading() as session:
        sealed = session.scalars(select(EventRecord).where(EventRecord.verb == "receive")).one().after
    assert row.erase_refused == ""
    service.erase(row.id, row.version, GROUND)
    (erased,) = rows(desk)
    assert (erased.name, erased.email, erased.erased_on) == ("", "", desk.clock.today())
    with desk.store.reading() as session:
        person = session.get_one(PersonRecord, row.id)
        assert (person.name, person.email, person.salt) == (None, None, None)
        assert not is_sealed(person, sealed["contact"])
        with pytest.raises(LookupError):
            seal(person)
        assert journal.verify(session) == []
        event = session.scalars(select(EventRecord).where(EventRecord.verb == "erase_contact")).one()
        assert event.reason == GROUND
    assert CaseDriver(desk).page().recipient == "Region Skåne"
    with pytest.raises(NotAllowed, match="redan gallrade"):
        service.erase(row.id, erased.version, GROUND)


def test_nothing_of_the_erased_is_left_in_the_file(desk: OpenDesk, service: ContactsService) -> None:
    row = withdrawn(desk)
    assert desk.store.file is not None
    assert b"kim@region.invalid" in desk.store.file.read_bytes()
    service.erase(row.id, row.version, GROUND)
    desk.store.close()
    left = desk.store.file.read_bytes()
    assert b"kim@region.invalid" not in left
    assert b"Kim Kontakt" not in left


def test_without_ground_or_after_another_nothing_is_erased(desk: OpenDesk, service: ContactsService) -> None:
    row = withdrawn(desk)
    with pytest.raises(UserFacingError, match="Grunden för gallringen saknas"):
        service.erase(row.id, row.version, " ")
    with pytest.raises(Conflict) as stale:
        service.erase(row.id, row.version + 1, GROUND)
    assert stale.value.code == "F12"
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.anna,
                recipient_id=desk.recipient(),
                from_on=desk.clock.today(),
                reason="närstående",
                reported_by=desk.anna,
            )
        )
    with pytest.raises(NotAllowed, match="jäv"):
        service.erase(row.id, row.version, GROUND)
    assert rows(desk) == (row,)


def test_what_is_held_is_handed_over_as_text(desk: OpenDesk, service: ContactsService) -> None:
    row = withdrawn(desk)
    assert service.held(row.id) == (
        "Personuppgifter i sbdesk\n"
        "Uttagna den 2026-06-10\n"
        "\n"
        "Namn: Kim Kontakt\n"
        "E-post: kim@region.invalid\n"
        "\n"
        "Uppgifterna används här:\n"
        "– kontaktperson i CSD 2026, 2026-06-10\n"
        "\n"
        "Handlingar där personen kan vara nämnd:\n"
        "– Rekvisition, CSD 2026, Region Skåne\n"
    )
    service.erase(row.id, row.version, GROUND)
    assert "E-post: finns inte\nGallrade den 2026-06-10\n" in service.held(row.id)


def test_an_ombuds_proof_is_told_too(desk: OpenDesk, service: ContactsService) -> None:
    RepresentativesService(desk.work).appoint(
        desk.recipient(),
        RepresentativeInput("Ombud", date(2026, 1, 1), delegation=ReceivedFile("f.pdf", b"%PDF-1.4 f")),
    )
    (row,) = rows(desk)
    assert service.held(row.id).endswith("– Fullmakt för ombud, Region Skåne\n")


def test_without_papers_none_are_told(desk: OpenDesk, service: ContactsService) -> None:
    CaseDriver(desk).receive()
    (row,) = rows(desk)
    assert "Handlingar" not in service.held(row.id)


def test_two_ombud_without_proof_are_both_told(desk: OpenDesk, service: ContactsService) -> None:
    ombud = RepresentativesService(desk.work)
    ombud.appoint(desk.recipient(), RepresentativeInput("Första Ombudet", date(2026, 1, 1)))
    (first,) = RecipientsService(desk.work).card(desk.recipient()).representatives
    ombud.replace(first.id, first.version, RepresentativeInput("Andra Ombudet", date(2026, 3, 1)))
    held = {row.name: service.held(row.id) for row in rows(desk)}
    assert set(held) == {"Första Ombudet", "Andra Ombudet"}
    assert all("Handlingar där personen kan vara nämnd" not in text for text in held.values())

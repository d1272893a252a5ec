"""The ombud: one at a time, each valid on its own days, and never a name in the chain."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.contacts import ContactsService
from sbdesk.services.people import is_sealed
from sbdesk.services.recipient_rows import RepresentativeRow
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.representatives import RepresentativeInput, RepresentativesService
from sbdesk.store import journal
from sbdesk.store.queries.requisition_facts import representative_on
from sbdesk.store.records.awards import RequisitionRevisionRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import PersonRecord

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
PAPER = ReceivedFile("fullmakt.pdf", b"%PDF-1.4 invented delegation")


@pytest.fixture
def service(desk: OpenDesk) -> RepresentativesService:
    return RepresentativesService(desk.work)


def rows(desk: OpenDesk) -> tuple[RepresentativeRow, ...]:
    return RecipientsService(desk.work).card(desk.recipient()).representatives


def appointed(desk: OpenDesk, name: str = "Ombud Ett", day: date = MARCH) -> RepresentativeRow:
    RepresentativesService(desk.work).appoint(
        desk.recipient(), RepresentativeInput(name, day, "ombud@exempel.invalid")
    )
    return rows(desk)[0]


def test_an_ombud_is_entered_with_its_proof(desk: OpenDesk, service: RepresentativesService) -> None:
    given = RepresentativeInput(" Ombud Ett ", MARCH, "ett@exempel.invalid", PAPER)
    done = service.appoint(desk.recipient(), given, "one")
    assert service.appoint(desk.recipient(), given, "one") == done, "the same command has one effect"
    (row,) = rows(desk)
    assert (row.name, row.email, row.appointed_on, row.ends_on, row.active) == (
        "Ombud Ett",
        "ett@exempel.invalid",
        MARCH,
        None,
        True,
    )
    assert row.delegation == "Fullmakt för ombud, Region Skåne"
    assert (row.end_refused, row.reopen_refused) == ("", "Ombudet är inte avslutat.")


def test_the_chain_holds_a_seal_and_no_name(desk: OpenDesk) -> None:
    appointed(desk)
    with desk.store.reading() as session:
        event = session.scalars(select(EventRecord).where(EventRecord.verb == "appoint_representative")).one()
        person = session.scalars(select(PersonRecord)).one()
        assert "Ombud Ett" not in str(event.after)
        assert is_sealed(person, event.after["person"])
        assert not is_sealed(person, "0" * 64)
        assert journal.verify(session) == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (RepresentativeInput("  ", MARCH), "Ombudets namn saknas"),
        (RepresentativeInput("Ombud", date(2027, 1, 1)), "har inte varit än"),
        (RepresentativeInput("Ombud", MARCH, "ombud"), "ingen e-postadress"),
    ],
)
def test_what_no_ombud_can_have_is_refused(
    desk: OpenDesk, service: RepresentativesService, given: RepresentativeInput, told: str
) -> None:
    with pytest.raises(UserFacingError, match=told):
        service.appoint(desk.recipient(), given)
    assert rows(desk) == ()


def test_only_one_acts_at_a_time(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    with pytest.raises(Conflict, match="Region Skåne har redan ett ombud"):
        service.appoint(desk.recipient(), RepresentativeInput("Ombud Två", APRIL))
    service.end(first.id, first.version, APRIL)
    with pytest.raises(NotAllowed, match="gällde till och med 2026-04-01"):
        service.appoint(desk.recipient(), RepresentativeInput("Ombud Två", APRIL))
    second = appointed(desk, "Ombud Två", MAY)
    assert [row.name for row in rows(desk)] == ["Ombud Två", "Ombud Ett"]
    with desk.store.reading() as session:
        on = {day: representative_on(session, desk.recipient(), day) for day in (MARCH, APRIL, MAY)}
        found = {day: record.id if record else None for day, record in on.items()}
    assert found == {MARCH: first.id, APRIL: first.id, MAY: second.id}
    with desk.store.reading() as session:
        assert representative_on(session, desk.recipient(), date(2026, 4, 15)) is None


def test_an_ombud_is_replaced_in_one_act(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    service.replace(first.id, first.version, RepresentativeInput("Ombud Två", MAY))
    new, old = rows(desk)
    assert (new.name, new.active, old.active, old.ends_on) == ("Ombud Två", True, False, date(2026, 4, 30))
    assert old.reopen_refused == "Mottagaren har fått ett nytt ombud efter det här."
    with pytest.raises(NotAllowed, match="nytt ombud efter"):
        service.undo_end(old.id, old.version)


def test_a_replacement_before_the_appointment_changes_nothing(
    desk: OpenDesk, service: RepresentativesService
) -> None:
    first = appointed(desk)
    with pytest.raises(UserFacingError, match="utsågs 2026-03-01, efter 2026-02-28"):
        service.replace(first.id, first.version, RepresentativeInput("Ombud Två", MARCH))
    assert rows(desk) == (first,)


def test_an_end_can_be_undone_and_shows_as_undone(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    service.end(first.id, first.version, APRIL)
    (ended,) = rows(desk)
    with pytest.raises(NotAllowed, match="redan avslutat"):
        service.end(ended.id, ended.version, APRIL)
    service.undo_end(ended.id, ended.version)
    (again,) = rows(desk)
    assert (again.active, again.ends_on) == (True, None)
    card = RecipientsService(desk.work).card(desk.recipient())
    undone = {row.what: row.undone for row in card.timeline}
    assert undone["Ombudet avslutat"].startswith("Anna Berg")
    with pytest.raises(NotAllowed, match="inte avslutat"):
        service.undo_end(again.id, again.version)


def test_an_end_lies_in_the_past(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    with pytest.raises(UserFacingError, match="har inte varit än"):
        service.end(first.id, first.version, date(2026, 12, 31))


def test_an_erased_ombud_cannot_act_again(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    service.end(first.id, first.version, APRIL)
    (contact,) = RecipientsService(desk.work).card(desk.recipient()).contacts
    ContactsService(desk.work).erase(contact.id, contact.version, "gallringsbeslut ÖVNING 1")
    (row,) = rows(desk)
    assert (row.name, row.email) == ("Gallrade kontaktuppgifter", "")
    with pytest.raises(NotAllowed, match="kontaktuppgifter är gallrade"):
        service.undo_end(row.id, row.version)


def test_the_proof_can_come_later(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    assert first.delegation == ""
    service.attach_delegation(first.id, first.version, PAPER)
    (row,) = rows(desk)
    assert row.delegation_id is not None
    with pytest.raises(Conflict) as stale:
        service.attach_delegation(first.id, first.version, PAPER)
    assert stale.value.code == "F12"


def test_a_requisition_keeps_the_ombud_of_its_day(desk: OpenDesk, service: RepresentativesService) -> None:
    first = appointed(desk)
    case = CaseDriver(desk)
    case.receive(portal_checked=False)
    (check,) = [row for row in case.page().checks if row.code == "R05"]
    assert check.word == "OK"
    desk.clock.set(date(2026, 6, 20))
    (row,) = rows(desk)
    service.replace(row.id, row.version, RepresentativeInput("Ombud Två", date(2026, 6, 15)))
    case.requisitions.recheck(case.award)
    (check,) = [row for row in case.page().checks if row.code == "R05"]
    assert check.word == "OK", "an ombud who was changed afterwards was valid on the day"
    with desk.store.reading() as session:
        (revision,) = session.scalars(select(RequisitionRevisionRecord))
        assert revision.representative_id == first.id


def test_a_requisition_before_the_ombud_is_stopped(desk: OpenDesk) -> None:
    appointed(desk, day=date(2026, 6, 10))
    case = CaseDriver(desk)
    case.receive(portal_checked=False, received_on=date(2026, 6, 9))
    (check,) = [row for row in case.page().checks if row.code == "R05"]
    assert check.word == "Stopp"

"""Recipients and operations found or made inside another act: what a loaded table needs."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.parties import Hosting, OperationKind, RecipientKind
from sbdesk.services import parties
from sbdesk.store import journal
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import OperationRecord, RecipientRecord

KOMMUN = "212000-1355"
NEW_YEAR = date(2026, 1, 1)


def test_a_recipient_is_made_once_and_stays_unconfirmed(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        made = parties.ensure_recipient(
            session, desk.work, KOMMUN, " Övningskommun ", RecipientKind.MUNICIPALITY
        )
        again = parties.ensure_recipient(session, desk.work, "2120001355", "Annat namn", RecipientKind.OTHER)
        assert made is again
        assert (made.org_number, made.name, made.kind, made.org_number_confirmed) == (
            "2120001355",
            "Övningskommun",
            RecipientKind.MUNICIPALITY,
            False,
        )
        events = session.scalars(select(EventRecord).where(EventRecord.verb == "add_recipient")).all()
        assert [event.after["org_number"] for event in events] == ["2120001355"]
        assert journal.verify(session) == []


@pytest.mark.parametrize(
    ("number", "name", "told"),
    [
        ("212000-1356", "Kommun", "har fel kontrollsiffra"),
        ("21200", "Kommun", "ska ha tio siffror"),
        ("811228-9874", "Kommun", "ser ut som ett personnummer"),
        (KOMMUN, "  ", "Namnet saknas"),
    ],
)
def test_what_no_recipient_can_have_is_refused(desk: OpenDesk, number: str, name: str, told: str) -> None:
    with pytest.raises(UserFacingError, match=told), desk.store.writing() as session:
        parties.ensure_recipient(session, desk.work, number, name, RecipientKind.MUNICIPALITY)


def test_a_taken_number_names_its_owner(desk: OpenDesk) -> None:
    with (
        desk.store.writing() as session,
        pytest.raises(Conflict, match="Region Skåne har redan organisationsnumret 232100-0255"),
    ):
        parties.make_recipient(session, desk.work, "2321000255", "Region S", RecipientKind.REGION)
    with desk.store.reading() as session:
        assert session.scalar(select(func.count(RecipientRecord.id))) == 21


def ensured(desk: OpenDesk, host: str, day: date, code: str = "register-a", name: str = "Register A") -> int:
    with desk.store.writing() as session:
        return parties.ensure_operation(
            session, desk.work, OperationKind.REGISTRY, code, name, desk.recipient(host), day
        ).id


def test_an_operation_is_made_with_its_host_and_found_again(desk: OpenDesk) -> None:
    made = ensured(desk, "Region Skåne", NEW_YEAR)
    assert ensured(desk, "Region Skåne", date(2026, 6, 1), name="Annat") == made
    with desk.store.reading() as session:
        record = session.get_one(OperationRecord, made)
        assert (record.name, record.code, record.kind) == ("Register A", "register-a", OperationKind.REGISTRY)
        assert parties.hostings_of(session, made) == (Hosting(desk.recipient("Region Skåne"), NEW_YEAR),)


def test_another_host_on_the_day_is_refused(desk: OpenDesk) -> None:
    ensured(desk, "Region Skåne", NEW_YEAR)
    with pytest.raises(NotAllowed, match="Register A hör till Region Skåne den 2026-03-01"):
        ensured(desk, "Region Uppsala", date(2026, 3, 1))


def test_days_before_the_first_host_can_get_another(desk: OpenDesk) -> None:
    made = ensured(desk, "Region Skåne", NEW_YEAR)
    ensured(desk, "Region Uppsala", date(2025, 1, 1))
    with desk.store.reading() as session:
        assert parties.hostings_of(session, made) == (
            Hosting(desk.recipient("Region Uppsala"), date(2025, 1, 1), date(2025, 12, 31)),
            Hosting(desk.recipient("Region Skåne"), NEW_YEAR),
        )


@pytest.mark.parametrize(
    ("until", "told"), [(None, "och tills vidare"), (date(2026, 6, 30), "till 2026-06-30")]
)
def test_days_that_another_has_are_refused(desk: OpenDesk, until: date | None, told: str) -> None:
    made = ensured(desk, "Region Skåne", date(2020, 1, 1))
    with desk.store.writing() as session:
        operation = parties.ensure_operation(
            session, desk.work, OperationKind.REGISTRY, "b", "B", desk.recipient(), NEW_YEAR
        )
        if until is not None:
            (only,) = parties.host_records(session, operation.id)
            only.to_on = until
        new = Hosting(desk.recipient("Region Uppsala"), date(2026, 5, 1))
        with pytest.raises(NotAllowed, match=told):
            parties.add_host(session, desk.work, operation, new)
    assert made != operation.id


@pytest.mark.parametrize(("code", "name"), [("", "Register"), ("r", " ")])
def test_an_operation_has_code_and_name(desk: OpenDesk, code: str, name: str) -> None:
    with pytest.raises(UserFacingError, match="kod eller namn saknas"):
        ensured(desk, "Region Skåne", NEW_YEAR, code, name)

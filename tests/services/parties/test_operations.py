"""Operations and who runs them over time: never two on one day, and every move can be taken back."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import OpenDesk

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.parties import Hosting, OperationKind
from sbdesk.services import parties
from sbdesk.services.operations import OperationInput, OperationsService
from sbdesk.services.recipient_rows import HostingRow
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.store.records.parties import DisqualificationRecord

NEW_YEAR, SUMMER = date(2026, 1, 1), date(2026, 7, 1)
GIVEN = OperationInput(OperationKind.CARE_REGION, "mellansverige", "Uppsala/Örebro", "sju regioner")
UPPSALA, OREBRO = "Region Uppsala", "Region Örebro län"


@pytest.fixture
def service(desk: OpenDesk) -> OperationsService:
    return OperationsService(desk.work)


def hosted(desk: OpenDesk, host: str) -> HostingRow:
    """The care region among what the host runs or has run."""
    card = RecipientsService(desk.work).card(desk.recipient(host))
    return next(row for row in card.operations if row.kind is OperationKind.CARE_REGION)


def added(desk: OpenDesk, host: str = UPPSALA) -> HostingRow:
    OperationsService(desk.work).add(desk.recipient(host), GIVEN, NEW_YEAR)
    return hosted(desk, host)


def test_an_operation_is_entered_under_its_host(desk: OpenDesk) -> None:
    row = added(desk)
    assert (row.code, row.name, row.area, row.from_on, row.to_on) == (
        "mellansverige",
        "Uppsala/Örebro",
        "sju regioner",
        NEW_YEAR,
        None,
    )
    assert (row.came_from, row.went_to, row.end_refused) == ("", "", "")
    assert row.reopen_refused == "Perioden är inte avslutad."
    assert row.undo_move_refused == "Verksamheten har inte flyttats hit från någon annan."


def test_a_code_is_one_operation_of_its_kind(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    with pytest.raises(Conflict, match="Uppsala/Örebro har redan koden mellansverige"):
        service.add(desk.recipient(OREBRO), GIVEN, NEW_YEAR)
    other = OperationInput(OperationKind.CARE_REGION, "norr", "Norra")
    service.add(desk.recipient(OREBRO), other, NEW_YEAR)
    with pytest.raises(Conflict, match="Norra har redan koden norr"):
        service.change(row.operation_id, row.operation_version, other)


def test_an_operation_is_corrected(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    wanted = OperationInput(OperationKind.CARE_REGION, "uppsala-orebro", "Mellansverige")
    service.change(row.operation_id, row.operation_version, wanted)
    now = hosted(desk, UPPSALA)
    assert (now.code, now.name, now.area) == ("uppsala-orebro", "Mellansverige", "")
    with pytest.raises(Conflict) as stale:
        service.change(row.operation_id, row.operation_version, wanted)
    assert stale.value.code == "F12"
    with pytest.raises(UserFacingError, match="kod eller namn saknas"):
        service.change(now.operation_id, now.operation_version, OperationInput(GIVEN.kind, "x", " "))


def test_hosting_moves_from_a_day(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    service.move(row.id, row.version, desk.recipient(OREBRO), SUMMER)
    old, new = hosted(desk, UPPSALA), hosted(desk, OREBRO)
    assert (old.to_on, old.went_to) == (date(2026, 6, 30), OREBRO)
    assert (new.from_on, new.to_on, new.came_from) == (SUMMER, None, UPPSALA)
    assert old.reopen_refused == "Verksamheten har en senare värd. Ångra flytten i stället."
    assert old.undo_move_refused == "Verksamheten har flyttats vidare."
    with desk.store.reading() as session:
        hostings = parties.hostings_of(session, row.operation_id)
    assert parties.hosted_on(hostings, date(2026, 6, 30)) == Hosting(
        desk.recipient(UPPSALA), NEW_YEAR, date(2026, 6, 30)
    )
    with pytest.raises(NotAllowed, match="avslutad här från och med 2026-06-30"):
        service.move(old.id, old.version, desk.recipient(OREBRO), SUMMER)
    with pytest.raises(NotAllowed, match="senare värd"):
        service.undo_end(old.id, old.version)


def test_a_move_can_be_taken_back(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    service.move(row.id, row.version, desk.recipient(OREBRO), SUMMER)
    new = hosted(desk, OREBRO)
    assert new.undo_move_refused == ""
    service.undo_move(new.id, new.version)
    assert hosted(desk, UPPSALA).to_on is None
    card = RecipientsService(desk.work).card(desk.recipient(OREBRO))
    assert not [one for one in card.operations if one.kind is OperationKind.CARE_REGION]
    again = hosted(desk, UPPSALA)
    with pytest.raises(NotAllowed, match="inte flyttats hit"):
        service.undo_move(again.id, again.version)


@pytest.mark.parametrize(
    ("to", "day", "told"),
    [(UPPSALA, SUMMER, "finns redan hos mottagaren"), (OREBRO, NEW_YEAR, "kom till mottagaren 2026-01-01")],
)
def test_a_move_to_nowhere_is_refused(
    desk: OpenDesk, service: OperationsService, to: str, day: date, told: str
) -> None:
    row = added(desk)
    with pytest.raises(UserFacingError, match=told):
        service.move(row.id, row.version, desk.recipient(to), day)
    assert hosted(desk, UPPSALA) == row


def test_an_operation_ends_and_goes_on(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    service.end(row.id, row.version, SUMMER)
    ended = hosted(desk, UPPSALA)
    assert (ended.to_on, ended.reopen_refused) == (SUMMER, "")
    with pytest.raises(NotAllowed, match="avslutad här"):
        service.end(ended.id, ended.version, SUMMER)
    service.undo_end(ended.id, ended.version)
    again = hosted(desk, UPPSALA)
    assert again.to_on is None
    with pytest.raises(NotAllowed, match="inte avslutad"):
        service.undo_end(again.id, again.version)


def test_a_later_host_after_a_gap_is_no_move(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    service.end(row.id, row.version, date(2026, 3, 31))
    with desk.store.writing() as session:
        parties.ensure_operation(
            session, desk.work, GIVEN.kind, GIVEN.code, GIVEN.name, desk.recipient(OREBRO), SUMMER
        )
    assert hosted(desk, OREBRO).undo_move_refused == "Verksamheten har inte flyttats hit från någon annan."


def test_jav_of_any_host_stops_the_officer(desk: OpenDesk, service: OperationsService) -> None:
    row = added(desk)
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.anna,
                recipient_id=desk.recipient(OREBRO),
                from_on=NEW_YEAR,
                reason="närstående",
                reported_by=desk.anna,
            )
        )
    service.change(row.operation_id, row.operation_version, GIVEN)
    again = hosted(desk, UPPSALA)
    with pytest.raises(NotAllowed, match="Anna Berg har anmält jäv för Region Örebro län"):
        service.move(again.id, again.version, desk.recipient(OREBRO), SUMMER)
    OperationsService(desk.work_of(desk.per)).move(again.id, again.version, desk.recipient(OREBRO), SUMMER)
    with pytest.raises(NotAllowed, match="jäv"):
        service.change(row.operation_id, again.operation_version, GIVEN)
    card = RecipientsService(desk.work).card(desk.recipient(OREBRO))
    assert [(one.officer, one.from_on, one.to_on) for one in card.disqualified] == [
        ("Anna Berg", NEW_YEAR, None)
    ]


def test_a_programme_keeps_the_host_of_its_year(desk: OpenDesk, service: OperationsService) -> None:
    card = RecipientsService(desk.work).card(desk.recipient("Region Skåne"))
    (centre,) = card.operations
    service.move(centre.id, centre.version, desk.recipient(OREBRO), date(2027, 1, 1))

    def host(year: int) -> str:
        with desk.store.reading() as session:
            return parties.hosts_of_year(session, [centre.operation_id], year)[centre.operation_id]

    assert [host(year) for year in (2025, 2026, 2027)] == ["Region Skåne", "Region Skåne", OREBRO]
    with desk.store.reading() as session:
        definition = stored_definition(session, desk.programme)
    assert {one.code: one.host for one in definition.operations}["CSD Syd"] == "Region Skåne"

"""Who works here and who we are, and how a new database starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from support.desk import FIRST_DAY, OpenDesk

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.services.clock import SetClock, SystemClock
from sbdesk.services.office_settings import Sender
from sbdesk.services.settings import OfficerInput, SettingsService, first_officer, officer_ids
from sbdesk.services.workplace import Workplace
from sbdesk.store.unit_of_work import Store


def test_a_new_database_starts_with_one_person(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "ny.sbd", durable=False)
    clock = SetClock(FIRST_DAY)
    made = first_officer(
        store, clock, OfficerInput("Anna Berg", "handläggare", (Role.OFFICER,)), practice=True
    )
    service = SettingsService(Workplace(store, clock, made))
    assert service.me().name == "Anna Berg"
    assert service.practice()
    assert officer_ids(store) == [made]
    assert service.others() == []
    store.close()


def test_somebody_unknown_cannot_act(desk: OpenDesk) -> None:
    with pytest.raises(LookupError):
        SettingsService(desk.work_of(99)).me()


def test_people_are_listed_by_name_with_limits(desk: OpenDesk) -> None:
    service = SettingsService(desk.work)
    assert [row.name for row in service.officers()] == ["Anna Berg", "Karin Ek", "Per Lund"]
    assert [row.name for row in service.others()] == ["Karin Ek", "Per Lund"]
    assert service.others()[0].decide_limit_ore == from_kronor(100_000_000)
    assert service.others()[0].roles == (Role.DECIDER, Role.PAYER)
    assert not service.practice()
    assert service.signs_outside()


def test_a_colleague_is_added_once(desk: OpenDesk) -> None:
    service = SettingsService(desk.work)
    done = service.add_officer(
        OfficerInput(" Eva Dahl ", "jurist", (Role.JURIST,), email="eva@exempel.invalid")
    )
    assert done.message == "Eva Dahl är tillagd."
    assert "Eva Dahl" in [row.name for row in service.officers()]
    with pytest.raises(NotAllowed, match="finns redan"):
        service.add_officer(OfficerInput("Eva Dahl", "jurist", ()))
    with pytest.raises(NotAllowed, match="Namn eller titel saknas"):
        service.add_officer(OfficerInput(" ", "jurist", ()))


def test_the_senders_bankgiro_is_checked(desk: OpenDesk) -> None:
    service = SettingsService(desk.work)
    service.set_sender(Sender(unit="Statsbidrag", bankgiro="1234566"))
    assert service.sender().bankgiro == "123-4566"
    with pytest.raises(NotAllowed, match="fel kontrollsiffra"):
        service.set_sender(Sender(bankgiro="123-4568"))
    service.set_sender(Sender(unit="Annan enhet"))
    assert (service.sender().unit, service.sender().bankgiro) == ("Annan enhet", "")


def test_the_backup_folder_is_remembered(desk: OpenDesk) -> None:
    service = SettingsService(desk.work)
    assert service.backup_folder() == ""
    service.set_backup_folder("/mnt/kopior")
    assert service.backup_folder() == "/mnt/kopior"


def test_the_clock_of_the_computer_and_the_set_one() -> None:
    system = SystemClock()
    assert system.now().tzinfo is not None
    assert abs((system.today() - system.now().date()).days) <= 1
    clock = SetClock(FIRST_DAY)
    assert clock.now() < clock.now()
    assert clock.today() == FIRST_DAY


def test_where_the_database_is(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.store.file
    assert file is not None
    service = SettingsService(desk.work)
    assert service.place() == (str(file), str(file.parent))
    monkeypatch.setattr(Store, "file", property(lambda store: None))
    monkeypatch.setattr(desk.store, "url", make_url("postgresql+psycopg://anna:hemligt@server/sbdesk"))
    assert service.place() == ("postgresql+psycopg://anna:***@server/sbdesk", "")

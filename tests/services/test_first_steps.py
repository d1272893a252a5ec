"""The ticks of "Kom igång" follow the data."""

from __future__ import annotations

from pathlib import Path

from support.desk import OpenDesk

from sbdesk.services.first_steps import FirstStepsService
from sbdesk.services.office_settings import Sender
from sbdesk.services.practice import make_practice_database
from sbdesk.services.settings import SettingsService


def test_a_new_desk_has_people_and_a_programme_but_no_sender(desk: OpenDesk) -> None:
    service = FirstStepsService(desk.work)
    assert service.done() == (False, True, False, False, False, False)
    SettingsService(desk.work).set_sender(Sender(unit="Statsbidrag"))
    assert service.done() == (True, True, False, False, False, False)


def test_practice_data_have_come_as_far_as_a_decision(tmp_path: Path) -> None:
    opened = make_practice_database(tmp_path / "o.sbd")
    assert FirstStepsService(opened.work).done() == (True, True, True, True, False, False)
    opened.close()

"""A database is opened as somebody who works there, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desk import OpenDesk

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.parties import Role
from sbdesk.services.opening import create_database, open_database
from sbdesk.services.settings import OfficerInput
from sbdesk.store.unit_of_work import Store

ANNA = OfficerInput("Anna Berg", "handläggare", (Role.OFFICER,))


def test_a_database_opens_as_the_person_asked_for_else_as_the_first(desk: OpenDesk) -> None:
    place = desk.store.file
    assert place is not None
    for asked, expected in ((desk.per, desk.per), (None, desk.anna), (99, desk.anna)):
        opened = open_database(place, officer_id=asked)
        assert opened.work.officer_id == expected
        assert (opened.name, opened.path) == ("desk.sbd", str(place))
        opened.close()


def test_a_database_that_knows_nobody_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path / "tom.sbd", durable=False).close()
    with pytest.raises(UserFacingError, match="utan personer"):
        open_database(tmp_path / "tom.sbd")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("ingen mapp", encoding="utf-8")
    with pytest.raises(UserFacingError, match="kan inte skapas"):
        create_database(tmp_path / "fil" / "ny" / "a.sbd", ANNA)

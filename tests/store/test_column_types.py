"""Each column type comes back as it went in, on both databases, and refuses what would be lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError
from support.desk import OpenDesk

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ore import LIMIT
from sbdesk.domain.parties import RecipientKind
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.store.base import Choice
from sbdesk.store.records.office import CommandRecord, SettingRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord
from sbdesk.store.unit_of_work import Store

ODD_TEXT = "åäö ÅÄÖ é \N{GRINNING FACE} 'citat' \"dubbelt\" \\ \t"


def officer(**changes: Any) -> OfficerRecord:
    values: dict[str, Any] = {
        "name": ODD_TEXT,
        "title": "x",
        "decide_limit_ore": 0,
        "pay_limit_ore": 0,
        "roles": ["officer"],
    }
    return OfficerRecord(**{**values, **changes})


@pytest.mark.parametrize("amount", [0, 1, -1, LIMIT, -LIMIT, 99_999_999_999_999])
def test_ore_comes_back_to_the_ore(store: Store, amount: int) -> None:
    with store.writing() as session:
        session.add(made := officer(decide_limit_ore=amount))
    with store.reading() as session:
        found = session.get_one(OfficerRecord, made.id)
        assert found.decide_limit_ore == amount
        assert type(found.decide_limit_ore) is int
        assert found.name == ODD_TEXT
        assert found.roles == ["officer"]


@pytest.mark.parametrize("amount", [1.0, True, "100", LIMIT + 1, -LIMIT - 1])
def test_what_is_not_whole_ore_is_refused(store: Store, amount: object) -> None:
    with pytest.raises(StatementError, match="not whole öre"), store.writing() as session:
        session.add(officer(decide_limit_ore=amount))
    with store.reading() as session:
        assert session.query(OfficerRecord).count() == 0


def test_text_in_an_amount_column_is_refused_by_the_database_itself(store: Store) -> None:
    with store.writing() as session:
        session.add(made := officer())
    with pytest.raises(Exception, match=r"decide_limit_ore|invalid input"), store.writing() as session:
        session.execute(text(f"UPDATE officer SET decide_limit_ore = 'abc' WHERE id = {made.id}"))


def test_days_flags_and_choices_come_back_as_what_they_are(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        fact = session.query(ProgrammeFactRecord).filter_by(name="closes").one()
        assert fact.value_day == date(2026, 7, 15)
        assert type(fact.value_day) is date
        rule = session.query(ProgrammeFactRecord).filter_by(name="debt_rule").one()
        assert rule.value_flag is True
        recipient = session.query(RecipientRecord).first()
        assert recipient is not None
        assert recipient.kind is RecipientKind.REGION


def test_instants_come_back_in_utc(store: Store) -> None:
    swedish = datetime(2026, 6, 10, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    with store.writing() as session:
        session.add(
            CommandRecord(id="a", verb="v", parameters_hash="h", result={"b": [1, None]}, done_at=swedish)
        )
    with store.reading() as session:
        found = session.get_one(CommandRecord, "a")
        assert found.done_at == swedish
        assert found.done_at.tzinfo is UTC
        assert found.result == {"b": [1, None]}


def test_a_naive_instant_and_a_day_with_hours_are_refused(store: Store) -> None:
    naive = datetime(2026, 6, 10)  # noqa: DTZ001 - the point of the test
    with pytest.raises(StatementError, match="not aware"), store.writing() as session:
        session.add(CommandRecord(id="a", verb="v", parameters_hash="h", result=None, done_at=naive))
    with pytest.raises(StatementError, match="not a day"), store.writing() as session:
        session.query(ProgrammeFactRecord).filter_by(value_day=naive).all()


def test_json_refuses_what_it_cannot_give_back(store: Store) -> None:
    with pytest.raises(StatementError), store.writing() as session:
        session.add(SettingRecord(key="k", value=float("nan"), role="officer"))
    with store.reading() as session:
        assert session.query(SettingRecord).count() == 0


def test_an_unknown_choice_is_refused_by_type_and_by_database(desk: OpenDesk) -> None:
    with pytest.raises(StatementError), desk.store.writing() as session:
        session.query(RecipientRecord).filter_by(kind="kyrka").all()
    with pytest.raises(NotAllowed), desk.store.writing() as session:
        session.execute(text("UPDATE recipient SET kind = 'kyrka'"))


def test_a_choice_of_whole_numbers_is_stored_as_a_number() -> None:
    choice = Choice(VerdictCause)
    assert choice.whole
    assert not Choice(RecipientKind).whole

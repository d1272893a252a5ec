"""A programme from the shipped definition to open awards, with each quote at its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from support.desk import FIRST_DAY, OpenDesk, open_desk

from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.domain.programme import FactStatus, ValueKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_words import content_in_words, fact_title
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Touched
from sbdesk.services.clock import SetClock
from sbdesk.services.programmes import AppealInput, ProgrammesService
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord, OperationRecord
from sbdesk.store.records.programmes import ProgrammeRecord
from sbdesk.store.records.reports import ExpectedReportRecord
from sbdesk.store.unit_of_work import Store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[ProgrammesService, int]]:
    """A database with two people and nothing else; the service is the first one's."""
    store = Store.open(tmp_path / "a.sbd", durable=False)
    with store.writing() as session:
        people = [
            OfficerRecord(
                name=name, title="handläggare", decide_limit_ore=0, pay_limit_ore=0, roles=[Role.OFFICER]
            )
            for name in ("Anna Berg", "Per Lund")
        ]
        session.add_all(people)
        session.flush()
        first, second = (person.id for person in people)
    yield ProgrammesService(Workplace(store, SetClock(FIRST_DAY), first)), second
    store.close()


def signature(officer: int) -> SecondPerson:
    return SecondPerson(officer, FIRST_DAY, ReceivedFile("granskat.pdf", b"%PDF signed"))


def instruction() -> bytes:
    """A text that holds every quote under its heading, in the definition's order."""
    lines = ["Anvisning", ""]
    for fact in programme_definitions.load("csd-2026").facts:
        if fact.quote:
            lines += [fact.quote.heading, "", *fact.quote.spans, ""]
    return "\n".join(lines).encode()


def test_the_way_from_shipped_to_open(empty: tuple[ProgrammesService, int]) -> None:
    service, colleague = empty
    assert service.shipped() == list(programme_definitions.available())
    made = service.load_shipped("csd-2026", "k1")
    assert made.touched & Touched.PROGRAMMES
    assert service.load_shipped("csd-2026", "k1") == made
    assert "csd-2026" not in service.shipped()
    assert made.id is not None
    (row,) = service.rows()
    assert (row.status, row.frame_ore, row.granted_ore) == (
        "Förslag från anvisning – inte granskat",
        from_kronor(16_000_000),
        0,
    )
    assert row.report_due == "Inte beslutat"
    service.sign_off(made.id, signature(colleague))
    assert service.rows()[0].status == "Uppgifter godkända: kan öppnas"
    done = service.open(made.id)
    assert done.message == "Statsbidraget är öppet. 6 ärenden väntar på rekvisition."
    assert service.rows()[0].status == "Rekvireringen är öppen"
    with service.work.store.reading() as session:
        awards = list(session.scalars(select(AwardRecord.id)))
        reports = list(session.scalars(select(ExpectedReportRecord.award_id)))
    assert len(awards) == 6
    assert sorted(reports) == sorted(awards)


def test_the_window_follows_the_day(desk: OpenDesk) -> None:
    service = ProgrammesService(desk.work)
    desk.clock.set(FIRST_DAY.replace(day=8))
    assert service.rows()[0].status == "Rekvireringen öppnar 2026-06-09"
    desk.clock.set(FIRST_DAY.replace(month=7, day=15))
    assert service.rows()[0].status == "Rekvireringen är öppen"
    desk.clock.set(FIRST_DAY.replace(month=7, day=16))
    assert service.rows()[0].status == "Rekvireringen är stängd"


def test_the_one_who_entered_the_facts_cannot_sign_them_off(empty: tuple[ProgrammesService, int]) -> None:
    service, _colleague = empty
    made = service.load_shipped("csd-2026").id
    assert made is not None
    with pytest.raises(NotAllowed) as refused:
        service.sign_off(made, signature(service.work.officer_id))
    assert refused.value.code == "F13"
    assert service.rows()[0].state is ProgrammeState.DRAFT


def test_a_programme_is_not_opened_unsigned_nor_loaded_twice(empty: tuple[ProgrammesService, int]) -> None:
    service, _colleague = empty
    made = service.load_shipped("csd-2026").id
    assert made is not None
    with pytest.raises(NotAllowed, match="utkast"):
        service.open(made)
    with pytest.raises(Conflict, match="finns redan"):
        service.load_shipped("csd-2026")
    with pytest.raises(UserFacingError, match="finns inget statsbidrag"):
        service.load_shipped("finns-inte")


def test_with_the_instruction_loaded_every_quote_has_its_line(desk: OpenDesk) -> None:
    service = ProgrammesService(desk.work)
    before = service.page(desk.programme)
    assert before.instruction_id is None
    assert {row.line for row in before.facts} == {None}
    assert service.instruction_lines(desk.programme) == []
    done = service.load_instruction(desk.programme, ReceivedFile("csd.txt", instruction()))
    assert "inget saknas" in done.message
    page = service.page(desk.programme)
    lines = service.instruction_lines(desk.programme)
    assert page.missing_quotes == ()
    assert page.instruction_name == "csd.txt"
    quoted = [row for row in page.facts if row.quote]
    assert len(quoted) > 40
    for row in quoted:
        assert row.line is not None
        assert row.quote is not None
        assert row.quote[:20].split()[0] in lines[row.line - 1]


def test_a_quote_that_the_text_lacks_is_told(desk: OpenDesk) -> None:
    service = ProgrammesService(desk.work)
    text = instruction().replace(
        "Sista dag att rekvirera är den 15 juli 2026.".encode(), b"Sista dag: senare."
    )
    done = service.load_instruction(desk.programme, ReceivedFile("csd.txt", text))
    assert "1 saknas i texten" in done.message
    assert service.page(desk.programme).missing_quotes == ("Sista dag att rekvirera",)


@pytest.mark.parametrize("content", [b"", b"  \n", b"PK\x03\x04\xff\xfe", b"a\0b"])
def test_what_is_no_text_is_refused(desk: OpenDesk, content: bytes) -> None:
    service = ProgrammesService(desk.work)
    with pytest.raises(UserFacingError, match="ingen textfil"):
        service.load_instruction(desk.programme, ReceivedFile("anvisning.pdf", content))
    assert service.page(desk.programme).instruction_id is None


def test_the_page_shows_facts_conditions_grounds_and_the_rest(desk: OpenDesk) -> None:
    page = ProgrammesService(desk.work).page(desk.programme)
    facts = {row.name: row for row in page.facts}
    assert facts["closes"].value == "15 juli 2026"
    assert facts["use_from"].status is FactStatus.DERIVED
    assert facts["use_from"].needs_a_look
    assert facts["repay_due"].value == "Står inte i anvisningen"
    conditions = {row.rule: row for row in page.conditions}
    assert conditions["R07"].quote == (
        "Regionen får inte ha en obetald skuld till Socialstyrelsen som avser statsbidrag."
    )
    assert conditions["L07"].value == "Ingen grund i anvisningen"
    assert conditions["L01"].title == "Utanför användningstiden"
    assert [(row.code, row.modality) for row in page.grounds] == [
        ("unused", "ska"),
        ("wrong_purpose", "ska"),
        ("late_report", "kan"),
        ("no_evidence", "kan"),
    ]
    assert page.allotted_ore == from_kronor(16_000_000)
    assert page.rest_ore == 0
    skane = [row.effective_ore for row in page.allotments if row.recipient == "Region Skåne"]
    assert skane == [from_kronor(2_000_000), from_kronor(4_000_000)]
    assert page.prepared_by == "Anna Berg"


def test_the_jurists_field_needs_text_and_source(desk: OpenDesk) -> None:
    service = ProgrammesService(desk.work)
    rule = next(row for row in service.page(desk.programme).appeals if row.kind is DecisionKind.GRANT)
    assert rule.allowed is AppealAllowed.NOT_DECIDED
    given = AppealInput(AppealAllowed.YES, ThreeWeeksFrom.RECEIVED, "Så här överklagar ni.", "jurist NN")
    service.set_appeal_rule(rule.id, rule.version, given)
    rule = next(row for row in service.page(desk.programme).appeals if row.kind is DecisionKind.GRANT)
    assert (rule.allowed, rule.text, rule.source) == (AppealAllowed.YES, "Så här överklagar ni.", "jurist NN")
    with pytest.raises(Conflict) as refused:
        service.set_appeal_rule(rule.id, rule.version - 1, given)
    assert refused.value.code == "F12"
    for lacking in (
        AppealInput(AppealAllowed.YES, ThreeWeeksFrom.RECEIVED, " ", "jurist NN"),
        AppealInput(AppealAllowed.NO, ThreeWeeksFrom.RECEIVED, "Text", ""),
    ):
        with pytest.raises(NotAllowed, match="saknar text eller källa"):
            service.set_appeal_rule(rule.id, rule.version, lacking)


def test_programmes_sort_by_their_last_day(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        programme = session.get_one(ProgrammeRecord, desk.programme)
        programme.state = ProgrammeState.ARCHIVED
    assert ProgrammesService(desk.work).rows()[0].status == "Arkiverat"


def test_values_in_words() -> None:
    assert content_in_words(ValueKind.BOOL, True) == "ja"
    assert content_in_words(ValueKind.BOOL, False) == "nej"
    assert content_in_words(ValueKind.TEXT, "other_state_grant") == (
        "inte samma verksamhet med annat statsbidrag"
    )
    assert content_in_words(ValueKind.INT, 99) == "99"
    assert fact_title("closes") == "Sista dag att rekvirera"
    assert fact_title("min_egen_uppgift") == "Min egen uppgift"


def test_every_shipped_fact_has_a_swedish_title() -> None:
    from sbdesk.domain.programme_words import FACT_TITLES

    names = {
        fact.name
        for code in programme_definitions.available()
        for fact in programme_definitions.load(code).facts
    }
    assert names <= set(FACT_TITLES)


def test_a_desk_can_be_made_twice_over_the_same_regions(tmp_path: Path) -> None:
    made = open_desk(tmp_path / "b.sbd")
    with made.store.writing() as session:
        assert programme_setup.add_recipients(session, programme_definitions.regions()) == 0
        programme = session.get_one(ProgrammeRecord, made.programme)
        assert programme_setup.open_awards(session, programme, None) == []
        with pytest.raises(LookupError):
            programme_setup.recipient_named(session, "Region Atlantis")
    made.store.close()


def test_next_years_programme_keeps_the_operations_that_are_there(desk: OpenDesk) -> None:
    again = replace(programme_definitions.load("csd-2026"), id="csd-2027", year=2027)
    with desk.store.writing() as session:
        before = session.query(OperationRecord).count()
        programme_setup.add_programme(session, desk.work, again)
        assert session.query(OperationRecord).count() == before == 6

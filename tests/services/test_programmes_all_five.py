"""Each shipped programme goes from list to open awards, whatever its instruction leaves to the officer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from sbdesk.domain.decision import AppealAllowed
from sbdesk.domain.parties import Role
from sbdesk.domain.programme import Quote
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services import programme_definitions
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.clock import SetClock
from sbdesk.services.first_steps import FirstStepsService
from sbdesk.services.programmes import ProgrammesService
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.reports import ExpectedReportRecord
from sbdesk.store.unit_of_work import Store

TODAY = date(2026, 2, 20)

OPENED = {
    "csd-2026": ("6 ärenden väntar på rekvisition.", None, "Rekvireringen öppnar 2026-06-09"),
    "nkr-2026": ("7 ärenden väntar på rekvisition.", None, "Rekvireringen öppnar 2026-03-01"),
    "pmc-2026": (
        "7 ärenden väntar på rekvisition.",
        date(2027, 1, 31),
        "Rekvireringen öppnar 2026-06-15",
    ),
    "rss-aldreomsorg-2026": (
        "Läs in fördelningen, så får varje mottagare ett ärende.",
        None,
        "Rekvireringen öppnar 2026-03-02",
    ),
    "rss-socialtjanst-2026": (
        "Läs in fördelningen, så får varje mottagare ett ärende.",
        None,
        "Rekvireringen är öppen",
    ),
}
"""What is said when it opens, when each report is due, and the label in the list on 20 February 2026."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[ProgrammesService, int]]:
    """Two officers and an empty list; the service is the first one's."""
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
    yield ProgrammesService(Workplace(store, SetClock(TODAY), first)), second
    store.close()


def opened(desk: tuple[ProgrammesService, int], code: str) -> tuple[int, str]:
    service, colleague = desk
    made = service.load_shipped(code).id
    assert made is not None
    service.sign_off(made, SecondPerson(colleague, TODAY, ReceivedFile("granskat.pdf", b"%PDF signed")))
    return made, service.open(made).message


@pytest.mark.parametrize("code", OPENED)
def test_from_the_list_to_open(desk: tuple[ProgrammesService, int], code: str) -> None:
    service, _ = desk
    words, due, label = OPENED[code]
    made, message = opened(desk, code)
    assert message == f"Statsbidraget är öppet. {words}"
    page = service.page(made)
    assert (page.row.state, page.row.status) == (ProgrammeState.OPEN, label)
    with service.work.store.reading() as session:
        awards = list(session.scalars(select(AwardRecord).where(AwardRecord.programme_id == made)))
        days = session.scalars(
            select(ExpectedReportRecord.due_on).where(
                ExpectedReportRecord.award_id.in_([award.id for award in awards])
            )
        ).all()
    recipients = programme_definitions.load(code).allotted()
    assert len(awards) == len(page.awards) == len(recipients) == len(days)
    assert set(days) <= {due}
    assert sorted(row.recipient for row in page.awards) == sorted(recipients)


def test_all_five_in_one_list(desk: tuple[ProgrammesService, int]) -> None:
    service, _ = desk
    for code in OPENED:
        opened(desk, code)
    assert service.shipped() == []
    assert [row.code for row in service.rows()] == [
        "rss-socialtjanst-2026",
        "rss-aldreomsorg-2026",
        "nkr-2026",
        "csd-2026",
        "pmc-2026",
    ]
    assert FirstStepsService(service.work).done()[1] is True


@pytest.mark.parametrize("code", OPENED)
def test_what_is_stored_is_what_was_shipped_and_every_quote_opens_at_its_line(
    desk: tuple[ProgrammesService, int], code: str
) -> None:
    service, _ = desk
    made = service.load_shipped(code).id
    assert made is not None
    shipped = programme_definitions.load(code)
    with service.work.store.reading() as session:
        stored = stored_definition(session, made)
    assert (stored.facts, stored.components) == (shipped.facts, shipped.components)
    assert (stored.grounds, stored.appeal_rules) == (shipped.grounds, shipped.appeal_rules)
    assert set(stored.operations) == set(shipped.operations)
    assert [replace(it, parameters=None) for it in stored.conditions] == [
        replace(it, parameters=None) for it in shipped.conditions
    ]
    assert [dict(it.parameters or {}) for it in stored.conditions] == [
        dict(it.parameters or {}) for it in shipped.conditions
    ]
    quotes = [fact.quote for fact in shipped.facts if fact.quote]
    done = service.load_instruction(made, ReceivedFile("anvisning.txt", _text_of(quotes).encode()))
    assert done.message == f"Anvisningen är inläst. {len(quotes)} citat är hittade och inget saknas."
    page = service.page(made)
    assert page.missing_quotes == ()
    assert all(row.line for row in page.facts if row.quote)


def _text_of(quotes: list[Quote]) -> str:
    lines = ["Anvisning", ""]
    for quote in quotes:
        lines += [quote.heading, "", *quote.spans, ""]
    return "\n".join(lines)


def test_the_law_answers_the_question_of_appeal(desk: tuple[ProgrammesService, int]) -> None:
    service, _ = desk
    made = service.load_shipped("rss-socialtjanst-2026").id
    assert made is not None
    appeals = service.page(made).appeals
    assert len(appeals) == 10
    assert {rule.allowed for rule in appeals} == {AppealAllowed.NO}
    assert {(rule.text or "")[:47] for rule in appeals} == {"Beslutet får inte överklagas enligt 15 § förord"}


def test_one_recipient_alone_is_told_as_one(
    desk: tuple[ProgrammesService, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    csd = programme_definitions.load("csd-2026")
    only = tuple(part for part in csd.components if part.code == "coordination")
    monkeypatch.setattr(programme_definitions, "load", lambda _code: replace(csd, components=only))
    _, message = opened(desk, "csd-2026")
    assert message == "Statsbidraget är öppet. Ett ärende väntar på rekvisition."

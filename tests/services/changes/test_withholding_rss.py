"""RSS socialtjänst as shipped: its regulation lets the agency decide not to pay, unlike RSS äldreomsorg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.changing import ChangeDriver
from support.letter_cases import text_of
from support.programme_desks import case_of
from support.programme_facts import RSS_A, RSS_S

from sbdesk.domain.decision import DecisionKind
from sbdesk.services.decision_changes_cases import ChangeInput
from sbdesk.services.documents import DocumentsService


def granted(place: Path, code: str) -> ChangeDriver:
    case = ChangeDriver(case_of(place, code).desk)
    case.receive()
    case.propose()
    case.decide()
    case.send_decision()
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[ChangeDriver]:
    made = granted(tmp_path / "desk.sbd", RSS_S)
    yield made
    made.desk.store.close()


def test_the_grant_is_withheld_with_the_section_that_permits_it(case: ChangeDriver) -> None:
    everything = dict.fromkeys(case.components(), 0)
    wanted = ChangeInput(kind=DecisionKind.WITHHOLD, amounts=everything, reasons="Grund för återkrav finns.")
    case.changes.prepare(case.award, wanted)
    case.hear()
    case.changes.propose(case.award, case.desk.karin)
    letter = case.decide()
    text = text_of(DocumentsService(case.desk.work).read(letter).content)
    assert "12 §" in text
    page = case.page()
    assert page.status.words == "Beslutat att inte betala ut"
    assert page.balances.sums.granted == 0


def test_aldreomsorg_has_no_such_section(tmp_path: Path) -> None:
    case = granted(tmp_path / "a.sbd", RSS_A)
    assert DecisionKind.WITHHOLD not in case.changes.page(case.award).kinds
    case.desk.store.close()

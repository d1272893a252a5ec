"""What stops a collective decision when it is signed: the sum, the people, the number, too few cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from support.bulk_cases import ManyCases, desk_with, ended

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.services.bulk_decisions import BulkTerms, Outcome
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.programmes import ProgrammeRecord

TOGETHER = BulkAct.DECIDE_TOGETHER


@pytest.fixture
def six(tmp_path: Path) -> Iterator[ManyCases]:
    """Six cases that wait for Karin Ek's decision."""
    desk = desk_with(tmp_path / "desk.sbd", 6, proposed=True)
    yield ManyCases(desk)
    desk.store.close()


def refused(many: ManyCases, terms: BulkTerms) -> str:
    """The sentence at the first case; nothing is decided."""
    plan = many.bulk.preflight(TOGETHER, many.awards)
    assert len(plan.ready) == 6
    result = many.bulk.run(plan, terms)
    assert ended(result, Outcome.NOT_DONE) == many.awards
    with many.desk.store.reading() as session:
        assert session.scalars(select(DecisionRecord)).all() == []
    return result.outcomes[0].text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_sum_is_asked_of_the_one_who_signs(six: ManyCases) -> None:
    with six.desk.store.writing() as session:
        per = session.get_one(OfficerRecord, six.desk.per)
        per.roles, per.decide_limit_ore = [Role.DECIDER.value], from_kronor(6_000_000)
    told = refused(six, six.terms(six.desk.per))
    assert told.startswith("Per Lund får besluta om högst 6 000 000 kr, och det samlade beslutet är ")
    assert told.endswith("Inget av ärendena är beslutat. Välj färre ärenden eller en annan beslutsfattare.")


def test_a_participant_nobody_knows_and_a_number_no_letter_can_write(six: ManyCases) -> None:
    unknown = refused(six, replace(six.terms(), participants=(99,)))
    assert unknown.startswith("En av dem som deltog i beslutet finns inte i listan över personer.")
    glyph = refused(six, replace(six.terms(), case_number="9.1-1/2026 \N{GRINNING FACE}"))
    assert glyph.startswith("Tecknet U+1F600 kan inte skrivas i brevet")


def test_no_case_that_can_be_decided_is_told_and_not_a_fault(six: ManyCases) -> None:
    six.decide()
    plan = six.bulk.preflight(TOGETHER, six.awards)
    assert not plan.ready
    result = six.bulk.run(plan, six.terms())
    assert {row.text for row in result.outcomes} == {"Ärendet är inte lämnat för beslut. Inget är ändrat."}
    with pytest.raises(UserFacingError, match="Ett samlat beslut gäller minst två ärenden"):
        six.bulk.draft(plan, six.desk.karin, "9.1-1/2026")


def test_a_draft_is_saved_in_the_folder_whatever_the_grant_is_called(six: ManyCases, tmp_path: Path) -> None:
    with six.desk.store.writing() as session:
        session.get_one(ProgrammeRecord, six.desk.programme).short_title = "../CSD/2026"
    folder = tmp_path / "brev"
    folder.mkdir()
    saved = six.do(BulkAct.SAVE_LETTERS, BulkTerms(folder=folder), six.awards[0])
    assert ended(saved, Outcome.DONE) == six.awards[:1]
    (name,) = [path.name for path in folder.iterdir()]
    assert name.startswith("Utkast till beslut .._CSD_2026 Region ")

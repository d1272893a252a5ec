"""Twenty decisions in one go: one transaction each, refusals told, cancel, fault, and a run that repeats."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from support.bulk_cases import ManyCases, desk_with, ended
from support.desk import OpenDesk
from support.requisition_case import PAGE as WITHDRAWAL

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.progress import SilentProgress
from sbdesk.domain.requisition_status import Stage
from sbdesk.services import decision_acts
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions import BulkDecisionsService, BulkTerms, Outcome
from sbdesk.services.bulk_decisions_preflight import Looking, look
from sbdesk.services.cases import case_of
from sbdesk.services.changes import Touched
from sbdesk.services.verification import VerificationService
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.decisions import AttestationRecord, DecisionLineRecord, DecisionRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord


@pytest.fixture
def twenty(tmp_path: Path) -> Iterator[ManyCases]:
    """Twenty cases that wait for Karin Ek's decision."""
    desk = desk_with(tmp_path / "desk.sbd", 20, proposed=True)
    yield ManyCases(desk)
    desk.store.close()


@pytest.fixture
def eight(tmp_path: Path) -> Iterator[ManyCases]:
    """Eight cases that wait for Karin Ek's decision."""
    desk = desk_with(tmp_path / "desk.sbd", 8, proposed=True)
    yield ManyCases(desk)
    desk.store.close()


def count(desk: OpenDesk, what: Any) -> int:
    with desk.store.reading() as session:
        found = session.scalar(select(func.count()).select_from(what))
        assert found is not None
        return found


def granted(many: ManyCases) -> int:
    """Öre over every case, from the database."""
    with many.desk.store.reading() as session:
        return sum(award_sums(session, award).granted for award in many.awards)


def test_seventeen_of_twenty_are_decided_and_three_say_why(twenty: ManyCases) -> None:
    """Sums equal, a second run changes nothing."""
    returned, withdrawn, held = twenty.awards[3], twenty.awards[9], twenty.awards[15]
    twenty.driver(returned).decisions.return_proposal(returned, "Fel belopp.")
    twenty.driver(withdrawn).decisions.return_proposal(withdrawn, "Återkallas.")
    twenty.driver(withdrawn).requisitions.withdraw(withdrawn, WITHDRAWAL)
    twenty.driver(held).hold()
    plan = twenty.bulk.preflight(BulkAct.DECIDE, twenty.awards)
    assert [case.award_id for case in plan.hindered] == [returned, withdrawn, held]
    assert [case.refusal for case in plan.hindered] == [
        "Ärendet är inte lämnat för beslut.",
        "Rekvisitionen är återkallad. Öppna den på nytt eller registrera en ny.",
        "Ärendet är vilande. Välj Återuppta först.",
    ]
    assert plan.words == f"Kan: 17 ({_kronor(plan.sum_ore)}) · Kan inte: 3"
    result = twenty.bulk.run(plan, twenty.terms())
    assert len(ended(result, Outcome.DONE)) == 17
    assert ended(result, Outcome.NOT_DONE) == [returned, withdrawn, held]
    assert result.sum_ore == plan.sum_ore == granted(twenty)
    assert result.done.message == "17 klara · 3 inte gjorda."
    before = (count(twenty.desk, EventRecord), count(twenty.desk, DecisionRecord))
    again = twenty.bulk.run(plan, twenty.terms())
    assert len(ended(again, Outcome.BEFORE)) == 17
    assert ended(again, Outcome.NOT_DONE) == [returned, withdrawn, held]
    assert again.sum_ore == 0
    assert again.done.touched is Touched.NOTHING
    assert (count(twenty.desk, EventRecord), count(twenty.desk, DecisionRecord)) == before


def _kronor(ore: int) -> str:
    return f"{ore // 100:,} kr".replace(",", "\u00a0").replace(" kr", "\u00a0kr")


def test_every_decision_has_number_letter_and_word_and_all_share_one_signed_page(eight: ManyCases) -> None:
    result = eight.decide()
    assert ended(result, Outcome.DONE) == eight.awards
    with eight.desk.store.reading() as session:
        decisions = session.scalars(select(DecisionRecord).order_by(DecisionRecord.id)).all()
        assert [one.number for one in decisions] == [f"B-2026-{n:03d}" for n in range(1, 9)]
        letters = session.scalars(
            select(DocumentRecord).where(DocumentRecord.kind == "decision_letter")
        ).all()
        assert {one.id for one in letters} == {one.document_id for one in decisions}
        assert {one.award_id for one in letters} == set(eight.awards)
        assert [row.document_id for row in result.outcomes] == [one.document_id for one in decisions]
        (page,) = session.scalars(select(DocumentRecord).where(DocumentRecord.kind == "signed_page"))
        words = session.scalars(select(AttestationRecord).where(AttestationRecord.verb == "decide")).all()
        assert [one.document_id for one in words] == [page.id] * 8
        assert len({one.subject_id for one in words}) == 8
        assert page.award_id is None, "the list names eight recipients and belongs to none of them alone"
    for award in eight.awards:
        titles = [document.title for document in eight.driver(award).page().documents]
        assert "Undertecknad sida, Karin Ek" in titles
    assert VerificationService(eight.desk.work).run().holds


class StopAfter(SilentProgress):
    """The officer cancels when ``steps`` cases have begun."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.told: list[tuple[int, int, str]] = []
        self._steps = steps

    def step(self, done: int, of: int, text: str) -> None:
        self.told.append((done, of, text))
        if len(self.told) == self._steps:
            self.cancel()


def test_cancelled_in_the_middle_the_done_ones_stay_done(eight: ManyCases) -> None:
    plan = eight.bulk.preflight(BulkAct.DECIDE, eight.awards)
    watch = StopAfter(3)
    result = eight.bulk.run(plan, eight.terms(), watch)
    assert result.cancelled
    assert ended(result, Outcome.DONE) == eight.awards[:3]
    assert ended(result, Outcome.NOT_DONE) == eight.awards[3:]
    assert result.outcomes[3].text == "Avbrutet innan ärendet prövades. Inget är ändrat i det."
    assert result.done.message == "Avbrutet. 3 klara · 5 inte gjorda. Det som är klart är kvar."
    assert watch.told[0] == (0, 8, f"1 av 8: {eight.names[eight.awards[0]]}")
    assert count(eight.desk, DecisionRecord) == 3
    rest = eight.bulk.run(plan, eight.terms())
    assert ended(rest, Outcome.BEFORE) == eight.awards[:3]
    assert ended(rest, Outcome.DONE) == eight.awards[3:]
    assert granted(eight) == plan.sum_ore


def test_a_fault_in_one_case_leaves_the_others_decided(
    eight: ManyCases, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, whole = eight.awards[2], decision_acts.decision_letters.letter_of

    def letter_of(session: Any, case: Any, *rest: Any) -> Any:
        if case.records.award.id == broken:
            raise RuntimeError("the printer of letters is on fire")
        return whole(session, case, *rest)

    monkeypatch.setattr(decision_acts.decision_letters, "letter_of", letter_of)
    with caplog.at_level(logging.ERROR):
        result = eight.decide()
    assert ended(result, Outcome.NOT_DONE) == [broken]
    told = next(row.text for row in result.outcomes if row.award_id == broken)
    assert told.startswith("Ett oväntat fel inträffade. Inget är ändrat i ärendet.")
    assert "on fire" in caplog.text
    with eight.desk.store.reading() as session:
        assert (
            session.scalar(
                select(func.count())
                .select_from(DecisionLineRecord)
                .where(DecisionLineRecord.award_id == broken)
            )
            == 0
        )
        numbers = session.scalars(select(DecisionRecord.number).order_by(DecisionRecord.number)).all()
    assert numbers == [f"B-2026-{n:03d}" for n in range(1, 8)], "the number of the broken one is not lost"
    assert eight.driver(broken).page().stage is Stage.PROPOSED
    monkeypatch.undo()
    assert ended(eight.decide(broken), Outcome.DONE) == [broken]


def test_a_case_that_changed_after_the_look_is_not_decided(eight: ManyCases) -> None:
    award = eight.awards[0]
    plan = eight.bulk.preflight(BulkAct.DECIDE, eight.awards)
    case = eight.driver(award)
    case.decisions.return_proposal(award, "Fel belopp.")
    parts = {key: ore - from_kronor(1_000) for key, ore in case.granted_in_full().items()}
    case.decisions.propose(award, parts, "Mindre behövs.", eight.desk.karin)
    result = eight.bulk.run(plan, eight.terms())
    assert ended(result, Outcome.NOT_DONE) == [award]
    assert result.outcomes[0].text.startswith("Anna Berg ändrade ärendet")


def test_the_preparer_in_both_roles_is_refused_before_and_in_the_act(eight: ManyCases) -> None:
    plan = eight.bulk.preflight(BulkAct.DECIDE, eight.awards, eight.desk.anna)
    assert not plan.ready
    assert plan.hindered[0].refusal == (
        "Anna Berg har berett ärendet och kan inte besluta i det. Välj en annan beslutsfattare."
    )
    seen = eight.bulk.preflight(BulkAct.DECIDE, eight.awards)
    result = eight.bulk.run(seen, eight.terms(eight.desk.anna))
    assert ended(result, Outcome.NOT_DONE) == eight.awards
    assert count(eight.desk, DecisionRecord) == 0


def test_without_a_decider_nothing_is_decided(eight: ManyCases) -> None:
    result = eight.do(BulkAct.DECIDE, BulkTerms())
    assert {row.text for row in result.outcomes} == {
        "Beslutsfattaren saknas. Inget är ändrat. Ange vem som har beslutat och när."
    }


def test_nothing_chosen_changes_nothing(eight: ManyCases) -> None:
    plan = eight.bulk.preflight(BulkAct.DECIDE, [])
    assert plan.words == "Kan: 0 · Kan inte: 0"
    assert eight.bulk.run(plan, eight.terms()).done.message == "Inget ärende var valt."


def test_unknown_and_repeated_cases_are_passed_over(eight: ManyCases) -> None:
    first = eight.awards[0]
    plan = eight.bulk.preflight(BulkAct.DECIDE, [first, first, 4711])
    assert [case.award_id for case in plan.cases] == [first]


def test_with_personal_logins_the_decider_decides_without_paper(
    eight: ManyCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = eight.desk
    monkeypatch.setattr(desk.store, "enforces_people", True)
    mine = eight.bulk.preflight(BulkAct.DECIDE, eight.awards)
    assert not eight.bulk.signed_outside
    assert mine.label == "Besluta…"
    assert mine.people == ((desk.anna, "Anna Berg, handläggare"),)
    assert {case.refusal for case in mine.hindered} == {
        "Du har berett ärendet och kan inte besluta i det. Be en annan beslutsfattare."
    }
    karin = BulkDecisionsService(desk.work_of(desk.karin))
    plan = karin.preflight(BulkAct.DECIDE, eight.awards)
    assert plan.people == ((desk.karin, "Karin Ek, enhetschef"),)
    second = SecondPerson(desk.karin, desk.clock.today())
    assert ended(karin.run(plan, BulkTerms(second=second)), Outcome.DONE) == eight.awards
    assert not titles(eight, "signed_page")
    together = karin.preflight(BulkAct.DECIDE_TOGETHER, eight.awards)
    assert not together.ready


def test_with_personal_logins_a_collective_decision_has_no_page(
    eight: ManyCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = eight.desk
    monkeypatch.setattr(desk.store, "enforces_people", True)
    karin = BulkDecisionsService(desk.work_of(desk.karin))
    plan = karin.preflight(BulkAct.DECIDE_TOGETHER, eight.awards)
    second = SecondPerson(desk.karin, desk.clock.today())
    result = karin.run(plan, BulkTerms(second=second, case_number="9.1-1/2026"))
    assert ended(result, Outcome.DONE) == eight.awards
    assert not titles(eight, "signed_page")
    assert len(titles(eight, "covering_letter")) == 8


def test_a_proposal_that_changes_a_decision_is_decided_in_its_case(eight: ManyCases) -> None:
    award = eight.awards[0]
    with eight.desk.store.reading() as session:
        case = case_of(session, eight.desk.work, award)
        assert case.records.proposal is not None
        case.records.proposal.kind = DecisionKind.AMEND
        looked = look(Looking(session, eight.desk.work), BulkAct.DECIDE, case)
        session.rollback()
    assert looked.refusal == "Förslaget ändrar ett beslut. Besluta i ärendet för sig."


def titles(many: ManyCases, kind: str) -> list[str]:
    """The titles of every document of a kind."""
    with many.desk.store.reading() as session:
        return list(session.scalars(select(DocumentRecord.title).where(DocumentRecord.kind == kind)))

"""Samlat beslut med bilaga: one number and document for many, a letter each, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from support.bulk_cases import ManyCases, desk_with, ended
from support.debts import owe
from support.desk import decide_appeal
from support.requisition_case import BOOKING, CaseDriver

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.office import DispatchChannel, DocumentOrigin
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.bulk_decisions import BulkTerms, Outcome
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.document_store import NewDocument, file_to, keep_document
from sbdesk.services.documents import DocumentsService
from sbdesk.services.verification import VerificationService
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    ProposalRecord,
)
from sbdesk.store.records.office import AnchorRecord, AttachmentRecord, DocumentRecord
from sbdesk.store.records.parties import OfficerRecord

TOGETHER = BulkAct.DECIDE_TOGETHER


@pytest.fixture
def seven(tmp_path: Path) -> Iterator[ManyCases]:
    """Seven cases that wait for Karin Ek's decision."""
    desk = desk_with(tmp_path / "desk.sbd", 7, proposed=True)
    yield ManyCases(desk)
    desk.store.close()


def text_of(many: ManyCases, document_id: int) -> str:
    content = DocumentsService(many.desk.work).read(document_id).content
    pages = PdfReader(BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def decision(many: ManyCases) -> DecisionRecord:
    with many.desk.store.reading() as session:
        return session.scalars(select(DecisionRecord)).one()


def test_one_decision_for_seven_with_a_letter_each(seven: ManyCases) -> None:
    plan = seven.bulk.preflight(TOGETHER, seven.awards)
    assert len(plan.ready) == 7
    result = seven.bulk.run(plan, seven.terms())
    assert ended(result, Outcome.DONE) == seven.awards
    made = decision(seven)
    assert (made.number, made.kind, made.rapporteur_id) == (
        "B-2026-001",
        DecisionKind.GRANT,
        seven.desk.anna,
    )
    assert set(made.snapshot["awards"]) == {str(award) for award in seven.awards}
    assert made.snapshot["case_number"] == "9.1-1/2026"
    with seven.desk.store.reading() as session:
        lines = session.scalars(select(DecisionLineRecord)).all()
        assert {line.award_id for line in lines} == set(seven.awards)
        assert sum(line.granted_ore for line in lines) == plan.sum_ore
        assert {one.decision_id for one in session.scalars(select(ProposalRecord))} == {made.id}
        words = session.scalars(select(AttestationRecord).where(AttestationRecord.verb == "decide")).all()
        assert len({one.subject_id for one in words}) == 7
        assert len({one.document_id for one in words}) == 1
        anchored = set(session.scalars(select(AnchorRecord.document_id)))
        letters = session.scalars(select(DocumentRecord).where(DocumentRecord.number == made.number)).all()
        assert anchored == {one.id for one in letters}
        assert len(letters) == 8
    appendix = text_of(seven, made.document_id or 0)
    for row in result.outcomes:
        assert row.recipient in appendix
        assert row.document_id is not None
        own = text_of(seven, row.document_id)
        assert row.recipient in own
        assert "B-2026-001" in own
    assert VerificationService(seven.desk.work).run().holds


def test_each_case_reads_the_shared_decision_as_its_own(seven: ManyCases) -> None:
    seven.do(TOGETHER, seven.terms())
    first, second = seven.awards[:2]
    page = seven.driver(first).page()
    assert page.decision is not None
    assert page.decision.number == "B-2026-001"
    assert page.stage is Stage.GRANTED
    assert page.checks, "the checks of this award, from the snapshot"
    titles = [document.title for document in page.documents]
    assert titles[0].startswith("Följebrev till beslut B-2026-001")
    assert titles[1] == "Samlat beslut B-2026-001, CSD 2026"
    assert titles[2] == "Undertecknad sida, Karin Ek"
    seven.driver(first).send_decision()
    assert not next(a for a in seven.driver(first).page().menu if a.act.value == "mark_sent").enabled
    unsent = seven.driver(second).page().next_step
    assert unsent is not None
    assert unsent.act.value == "mark_sent", "the first one's letter says nothing of the second's"
    for award in seven.awards[1:]:
        seven.driver(award).send_decision()
    paid = seven.do(BulkAct.PREPARE_PAYOUT, BulkTerms(booking=BOOKING))
    assert ended(paid, Outcome.DONE) == seven.awards
    with seven.desk.store.reading() as session:
        assert sum(award_sums(session, award).granted for award in seven.awards) == paid.sum_ore
    ids = {seven.driver(award).page().payouts[0].end_to_end_id for award in seven.awards}
    assert ids == {f"B-2026-001-{award}-1" for award in seven.awards}


def test_letter_and_shared_decision_are_saved_together(seven: ManyCases, tmp_path: Path) -> None:
    seven.do(TOGETHER, seven.terms(), *seven.awards[:2])
    folder = tmp_path / "brev"
    folder.mkdir()
    seven.do(BulkAct.SAVE_LETTERS, BulkTerms(folder=folder), *seven.awards[:2])
    assert sorted(path.name for path in folder.iterdir()) == [
        "B-2026-001 följebrev CSD 2026 Region Stockholm.pdf",
        "B-2026-001 följebrev CSD 2026 Region Uppsala.pdf",
        "B-2026-001.pdf",
    ]


def test_one_case_that_falls_stops_all_and_is_named(seven: ManyCases) -> None:
    plan = seven.bulk.preflight(TOGETHER, seven.awards)
    skane = seven.desk.award("Region Skåne")
    owe(seven.desk, from_kronor(41_200), date(2026, 6, 1), award=seven.awards[0])
    result = seven.bulk.run(plan, seven.terms())
    assert ended(result, Outcome.NOT_DONE) == seven.awards
    assert result.fell == skane
    told = {row.award_id: row.text for row in result.outcomes}
    assert told[skane].startswith("Region Skåne: Mottagaren har fått en obetald skuld: F-2025-014")
    assert told[seven.awards[0]] == (
        "Inget av ärendena är beslutat. Region Skåne hindrar det samlade beslutet."
    )
    with seven.desk.store.reading() as session:
        assert session.scalars(select(DecisionRecord)).all() == []
    rest = [award for award in seven.awards if award != skane]
    assert ended(seven.do(TOGETHER, seven.terms(), *rest), Outcome.DONE) == rest
    assert decision(seven).number == "B-2026-001", "the number of the one that fell was not used up"


def test_a_part_grant_among_them_keeps_its_kind_and_reasons(seven: ManyCases) -> None:
    award = seven.awards[1]
    case = seven.driver(award)
    case.decisions.return_proposal(award, "Fel belopp.")
    parts = {key: ore - from_kronor(50_000) for key, ore in case.granted_in_full().items()}
    case.decisions.propose(award, parts, "Verksamheten börjar i mars.", seven.desk.karin)
    seven.do(TOGETHER, seven.terms())
    made = decision(seven)
    assert made.kind is DecisionKind.PARTIAL_GRANT
    assert made.reasons == "Region Uppsala: Verksamheten börjar i mars."
    kinds = {key: one["kind"] for key, one in made.snapshot["awards"].items()}
    assert {key for key, kind in kinds.items() if kind == "partial_grant"} == {str(award)}
    assert "Verksamheten börjar i mars." in text_of(seven, made.document_id or 0)


def test_only_grants_of_one_programme_by_one_rapporteur_within_the_limit(seven: ManyCases) -> None:
    refused, others = seven.awards[0], seven.awards[1]
    case = seven.driver(refused)
    case.decisions.return_proposal(refused, "Underlag saknas.")
    case.decisions.propose_refusal(refused, "Rekvisitionen saknar underlag.", seven.desk.karin)
    other = seven.driver(others)
    other.decisions.return_proposal(others, "Per tar över.")
    by_per = DecisionsService(seven.desk.work_of(seven.desk.per))
    by_per.propose(others, other.granted_in_full(), "", seven.desk.karin)
    plan = seven.bulk.preflight(TOGETHER, seven.awards)
    assert {one.award_id: one.refusal for one in plan.hindered} == {
        refused: "Ett samlat beslut kan bara bevilja. Besluta i ärendet för sig.",
        others: "Ärendet är inte berett av Anna Berg. Ett samlat beslut har en föredragande.",
    }
    with seven.desk.store.writing() as session:
        session.get_one(OfficerRecord, seven.desk.karin).decide_limit_ore = from_kronor(6_000_000)
    over = seven.bulk.preflight(TOGETHER, seven.awards)
    assert not over.ready
    assert over.hindered[-1].refusal.startswith("Karin Ek får besluta om högst 6")
    assert seven.bulk.preflight(BulkAct.DECIDE, seven.awards).ready, "one by one they are within the limit"


def test_one_case_alone_is_no_collective_decision(seven: ManyCases) -> None:
    plan = seven.bulk.preflight(TOGETHER, seven.awards[:1])
    assert plan.hindered[0].refusal == (
        "Ett samlat beslut gäller minst två ärenden. Besluta i ärendet för sig."
    )


def test_none_that_can_be_decided_says_why_for_each(seven: ManyCases) -> None:
    seven.decide()
    plan = seven.bulk.preflight(TOGETHER, seven.awards)
    assert not plan.ready
    assert {one.refusal for one in plan.hindered} == {"Ärendet är inte lämnat för beslut."}


def test_it_needs_a_decider_and_a_number_in_the_diary_and_is_done_once(seven: ManyCases) -> None:
    plan = seven.bulk.preflight(TOGETHER, seven.awards)
    assert "Beslutsfattaren saknas." in seven.bulk.run(plan, BulkTerms()).outcomes[0].text
    second = seven.terms().second
    nameless = seven.bulk.run(plan, BulkTerms(second=second))
    assert nameless.outcomes[0].text.startswith("Det samlade beslutet saknar diarienummer.")
    assert nameless.fell is None
    assert ended(seven.bulk.run(plan, seven.terms()), Outcome.DONE) == seven.awards
    again = seven.bulk.run(plan, seven.terms())
    assert {row.outcome for row in again.outcomes} == {Outcome.BEFORE}
    assert decision(seven).number == "B-2026-001"


def test_sent_by_post_is_marked_for_each(seven: ManyCases) -> None:
    seven.do(TOGETHER, seven.terms())
    sent = seven.do(BulkAct.MARK_SENT, BulkTerms(channel=DispatchChannel.POST))
    assert ended(sent, Outcome.DONE) == seven.awards


def test_a_draft_is_drawn_to_be_signed_and_keeps_nothing(seven: ManyCases) -> None:
    plan = seven.bulk.preflight(TOGETHER, seven.awards)
    content = seven.bulk.draft(plan, plan.person_id, "")
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    assert "UTKAST" in text
    assert "Region Skåne" in text
    with seven.desk.store.reading() as session:
        assert session.scalars(select(DocumentRecord)).all() == []


def test_without_any_decider_at_the_desk_the_look_asks_for_none(seven: ManyCases) -> None:
    with seven.desk.store.writing() as session:
        session.get_one(OfficerRecord, seven.desk.karin).roles = ["payer"]
    for act in (BulkAct.DECIDE, TOGETHER):
        plan = seven.bulk.preflight(act, seven.awards)
        assert plan.people == ()
        assert plan.person_id is None
        assert len(plan.ready) == 7, "who may decide is asked when somebody is named"


def test_a_case_of_another_grant_has_a_decision_of_its_own(seven: ManyCases) -> None:
    desk = seven.desk
    with desk.store.writing() as session:
        pmc = programme_setup.add_programme(session, desk.work, programme_definitions.load("pmc-2026"))
        pmc.state = ProgrammeState.OPEN
        award = programme_setup.open_awards(session, pmc, None)[0].id
    other = replace(desk, programme=pmc.id)
    decide_appeal(other)
    desk.clock.set(date(2026, 6, 22))
    case = CaseDriver(other, ManyCases(desk).names[award])
    case.receive(case_number="9.2-1/2026")
    case.propose()
    plan = seven.bulk.preflight(TOGETHER, [*seven.awards, award])
    assert {one.award_id: one.refusal for one in plan.hindered} == {
        award: "Ärendet gäller PMC 2026. Ett samlat beslut gäller ett statsbidrag."
    }


def test_a_page_that_is_registered_again_is_filed_once(seven: ManyCases) -> None:
    requisition = ("requisition", 1)
    with seven.desk.store.writing() as session:
        page = NewDocument(
            b"%PDF", "s.pdf", "application/pdf", DocumentOrigin.RECEIVED, "signed_page", "Sida"
        )
        kept = keep_document(session, seven.desk.work, page)
        for _ in range(2):
            file_to(session, kept.id, requisition)
        filed = session.scalars(select(AttachmentRecord.subject_id)).all()
    assert filed == [1]

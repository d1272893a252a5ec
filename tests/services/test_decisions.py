"""The decision: four eyes, limits, appeal, checks once more, and a letter in the same transaction."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.decision import DecisionKind, ProposalState
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition import Channel
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.store import journal
from sbdesk.store.records.decisions import (
    DecisionLineRecord,
    DecisionRecord,
    ProposalRecord,
)
from sbdesk.store.records.office import AnchorRecord, DocumentRecord
from sbdesk.store.records.programmes import AllotmentRecord


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    decide_appeal(desk)
    return CaseDriver(desk)


def text_of(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def letter(case: CaseDriver, document_id: int) -> DocumentRecord:
    with case.desk.store.reading() as session:
        record = session.get_one(DocumentRecord, document_id)
        session.expunge(record)
        return record


def test_a_grant_from_proposal_to_letter(case: CaseDriver) -> None:
    case.receive()
    done = case.decisions.propose(case.award, case.granted_in_full(), decider_id=case.desk.karin)
    assert done.message == "Ärendet är lämnat över för beslut."
    page = case.page()
    assert page.proposal is not None
    assert (page.proposal.kind, page.proposal.decider, page.proposal.proposed_by) == (
        "grant",
        "Karin Ek",
        "Anna Berg",
    )
    draft = text_of(case.decisions.draft_letter(case.award))
    assert "UTKAST" in draft
    assert "6 000 000 kronor" in draft
    case.desk.clock.set(date(2026, 6, 12))
    done = case.decisions.register_signed(case.award, case.signed(), (case.desk.per,))
    assert done.message == "Bidraget är beviljat. Beslut B-2026-001 är fattat och brevet är skapat."
    assert done.id is not None
    record = letter(case, done.id)
    assert record.content is not None
    text = text_of(record.content)
    assert "UTKAST" not in text
    for words in (
        "Socialstyrelsen beviljar Region Skåne 6 000 000 kronor",
        "2 000 000 kronor till Centrum för sällsynta diagnoser Syd",
        "Beslutet har fattats av enhetschef Karin Ek",
        "Per Lund",
        "bankgiro 5050-1055",
        "EXEMPELTEXT",
        "12 juni 2026",
        "9.1-1001/2026",
    ):
        assert words in text, words
    assert (record.number, record.kind, record.file_name) == (
        "B-2026-001",
        "decision_letter",
        "B-2026-001.pdf",
    )
    assert record.content_model["kind"] == "grant"
    assert record.wording_version


def test_what_stands_after_a_grant(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    document = case.decide()
    page = case.page()
    assert page.decision is not None
    assert page.decision.signed == "Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg"
    assert page.decision.document_id == document
    assert page.balances.sums.granted == from_kronor(6_000_000)
    assert [part.granted_ore for part in page.parts] == [from_kronor(2_000_000), from_kronor(4_000_000)]
    assert {row.word for row in page.checks} == {"OK"}
    assert page.proposal is None
    with case.desk.store.reading() as session:
        decision = session.scalars(select(DecisionRecord)).one()
        proposal = session.scalars(select(ProposalRecord)).one()
        anchor = session.scalars(select(AnchorRecord)).one()
        assert (proposal.state, proposal.decision_id) == (ProposalState.DECIDED, decision.id)
        assert anchor.document_id == document
        assert not journal.verify(session, heads={anchor.seq: anchor.hash})
        snapshot = decision.snapshot
    frozen = snapshot["awards"][str(case.award)]
    assert frozen["requested_ore"] == from_kronor(6_000_000)
    assert {fact["name"] for fact in snapshot["facts"]} >= {"use_to", "debt_rule", "invoice_over"}
    assert {condition["rule"] for condition in snapshot["conditions"]} >= {"R01", "L01"}
    assert [ground["code"] for ground in snapshot["grounds"]][:2] == ["unused", "wrong_purpose"]
    assert snapshot["instruction"] is None
    assert "Kim" not in str(snapshot)


def test_the_signed_decision_stands_behind_an_account_from_the_portal(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    assert not case.page().account_confirmed
    case.decide()
    assert case.page().account_confirmed


@pytest.mark.parametrize(
    ("channel", "next_step", "reason"),
    [
        (
            Channel.E_MAIL,
            "Skapa utbetalningsunderlag",
            "Kontot kom med e-post och är inte motringt. "
            "Skriv in motringningen hos mottagaren under Regioner, Konton.",
        ),
        (Channel.POST, "Bekräfta kontot…", ""),
    ],
)
def test_an_account_by_letter_waits_for_its_own_confirmation(
    case: CaseDriver, channel: Channel, next_step: str, reason: str
) -> None:
    case.receive(channel=channel)
    case.propose()
    case.decide()
    case.send_decision()
    page = case.page()
    assert not page.account_confirmed
    assert page.next_step is not None
    assert (page.next_step.label, page.next_step.reason) == (next_step, reason)


def test_the_decider_who_entered_the_account_does_not_confirm_it(case: CaseDriver) -> None:
    karin = RequisitionsService(case.desk.work_of(case.desk.karin))
    karin.receive(case.award, case.given())
    case.propose()
    case.decide()
    assert not case.page().account_confirmed


def test_more_than_allotted_is_granted_in_part(case: CaseDriver) -> None:
    base, coordination = case.components()
    case.receive(amounts={base: from_kronor(2_000_000), coordination: from_kronor(4_500_000)})
    case.requisitions.explain(case.award, {"R04": "Resten avslås."})
    with pytest.raises(NotAllowed) as error:
        case.decisions.propose(
            case.award, {base: from_kronor(2_000_000), coordination: from_kronor(4_500_000)}
        )
    assert "500 000 kr mer än högsta belopp 4 000 000 kr" in error.value.what.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    case.propose()
    done = case.decisions.register_signed(case.award, case.signed())
    assert done.message.startswith("Bidraget är delvis beviljat.")
    assert done.id is not None
    content = letter(case, done.id).content
    assert content is not None
    assert "Vi avslår rekvisitionen i övrigt, 500 000 kronor." in text_of(content)
    assert case.page().balances.sums.granted == from_kronor(6_000_000)


def test_less_than_requested_needs_reasons(case: CaseDriver) -> None:
    base, coordination = case.components()
    case.receive()
    less = {base: from_kronor(1_500_000), coordination: 0}
    with pytest.raises(UserFacingError) as error:
        case.decisions.propose(case.award, less)
    assert error.value.code == "F15"
    assert case.page().stage is Stage.CHECKING
    case.decisions.propose(case.award, less, "Centrumet startar i juli.\n\nDärför beviljas en del.")
    case.decide()
    with case.desk.store.reading() as session:
        lines = list(session.scalars(select(DecisionLineRecord)))
        assert session.scalars(select(DecisionRecord.kind)).one() is DecisionKind.PARTIAL_GRANT
    assert [(line.component_id, line.granted_ore) for line in lines] == [(base, from_kronor(1_500_000))]


def test_amounts_that_cannot_be_proposed(case: CaseDriver) -> None:
    base, coordination = case.components()
    case.receive(amounts={base: from_kronor(1_000_000), coordination: from_kronor(1_000_000)})
    for lines, words in (
        ({base: from_kronor(1_500_000)}, "Mottagaren har rekvirerat"),
        ({999: 1}, "Beloppet saknar del"),
        ({base: -1}, "eller är negativt"),
        ({base: 0}, "Förslaget beviljar 0\N{NO-BREAK SPACE}kr"),
    ):
        with pytest.raises(UserFacingError, match=words):
            case.decisions.propose(case.award, lines)
    with case.desk.store.writing() as session:
        for allotment in session.scalars(select(AllotmentRecord)):
            allotment.decided_ore, allotment.computed_ore = None, None
    with pytest.raises(NotAllowed, match="Det är inte beslutat hur mycket mottagaren får av delen"):
        case.decisions.propose(case.award, {base: 100})
    assert case.page().stage is Stage.CHECKING


def test_a_refusal_needs_reasons_and_moves_no_money(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(UserFacingError, match="Brevet saknar motivering"):
        case.decisions.propose_refusal(case.award, " ")
    case.decisions.propose_refusal(case.award, "Centrumet har lagts ned.", case.desk.karin, command_id="p")
    case.decisions.propose_refusal(case.award, "Centrumet har lagts ned.", case.desk.karin, command_id="p")
    done = case.decisions.register_signed(case.award, case.signed())
    assert done.message == "Rekvisitionen är avslagen. Beslut B-2026-001 är fattat och brevet är skapat."
    page = case.page()
    assert page.status.words == "Avslagen"
    assert page.balances.sums.granted == 0
    assert not page.account_confirmed
    with case.desk.store.reading() as session:
        line = session.scalars(select(DecisionLineRecord)).one()
    assert (line.component_id, line.granted_ore) == (None, 0)
    case.receive()
    assert case.page().stage is Stage.CHECKING

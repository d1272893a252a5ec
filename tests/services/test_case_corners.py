"""The corners of a case's services: instruction, attested day, checks that cannot run."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from support.debts import owe
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.documents.wording import WordingFault
from sbdesk.domain.decision import AttestationMode
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition import Channel
from sbdesk.domain.requisition_completion import asked_for
from sbdesk.domain.requisition_status import Stage, WaitsFor
from sbdesk.services import decision_letters
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.cases import case_of
from sbdesk.services.decision_acts import open_proposal
from sbdesk.services.programmes import ProgrammesService
from sbdesk.store.records.decisions import AttestationRecord, DecisionRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.programmes import ComponentRecord, ConditionRecord, ProgrammeFactRecord


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    decide_appeal(desk)
    return CaseDriver(desk)


def text_of(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_loaded_instruction_is_named_with_its_version(case: CaseDriver) -> None:
    file = ReceivedFile("anvisning.txt", b"Anvisning\n", "text/plain")
    ProgrammesService(case.desk.work).load_instruction(case.desk.programme, file)
    case.receive()
    case.propose()
    assert "inläst den 10 juni 2026, kontrollsumma" in text_of(case.decisions.draft_letter(case.award))
    case.decide()
    with case.desk.store.reading() as session:
        snapshot = session.scalars(select(DecisionRecord.snapshot)).one()
    assert snapshot["instruction"]["loaded_on"] == "2026-06-10"
    assert len(snapshot["instruction"]["sha256"]) == 64


def test_a_first_day_stands_in_the_letter_only_when_attested(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    assert "från och med den 1 januari 2026" not in text_of(case.decisions.draft_letter(case.award))
    with case.desk.store.writing() as session:
        attestation = AttestationRecord(
            subject_kind="programme_fact",
            subject_id=1,
            revision=1,
            verb="sign_off",
            officer_id=case.desk.karin,
            preparer_id=case.desk.anna,
            mode=AttestationMode.PROGRAM,
            on=date(2026, 6, 1),
        )
        session.add(attestation)
        session.flush()
        fact = session.scalars(
            select(ProgrammeFactRecord).where(ProgrammeFactRecord.name == "use_from")
        ).one()
        fact.attestation_id = attestation.id
    assert "från och med den 1 januari 2026" in text_of(case.decisions.draft_letter(case.award))


def test_a_programme_without_its_assignment_makes_no_letter(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    with case.desk.store.writing() as session:
        for fact in session.scalars(
            select(ProgrammeFactRecord).where(ProgrammeFactRecord.name == "legal_basis_day")
        ):
            session.add(
                ProgrammeFactRecord(
                    programme_id=fact.programme_id,
                    name=fact.name,
                    ordinal=fact.ordinal,
                    revision=2,
                    value_kind=fact.value_kind,
                    status="not_stated",
                )
            )
    with pytest.raises(WordingFault, match="assignment_on"):
        case.decisions.draft_letter(case.award)


def test_a_draft_names_nobody_before_a_decider_is_chosen(case: CaseDriver) -> None:
    case.receive()
    case.propose(decider_id=None)
    assert case.page().status.words == "Väntar på underskrift: beslut"
    assert "Beslutet har fattats av …" in text_of(case.decisions.draft_letter(case.award))


def test_a_letter_says_nothing_of_a_check_that_the_programme_lacks(case: CaseDriver) -> None:
    with case.desk.store.writing() as session:
        condition = session.scalars(select(ConditionRecord).where(ConditionRecord.rule_code == "R07")).one()
        condition.enabled = False
    case.receive()
    row = next(row for row in case.page().checks if row.code == "R07")
    assert (row.word, row.level) == ("Gäller inte", "muted")
    with case.desk.store.reading() as session:
        found = case_of(session, case.desk.work, case.award)
        assert decision_letters.speaks_for_itself(found, refuses=False, granted=from_kronor(6_000_000))
    case.propose()
    said = text_of(case.decisions.draft_letter(case.award))
    assert "Rekvisitionen kom in i tid och beloppet ryms" in said
    assert "ingen obetald skuld" not in said


def test_what_is_not_there_is_an_error_of_ours(case: CaseDriver) -> None:
    with case.desk.store.reading() as session:
        found = case_of(session, case.desk.work, case.award)
        records = found.records
        for look in (
            lambda: found.requisition,
            lambda: found.revision,
            lambda: open_proposal(found),
            lambda: records.known_account,
            lambda: records.known_payout,
            lambda: records.letter_id,
        ):
            with pytest.raises(LookupError):
                look()
    with pytest.raises(LookupError):
        case.requisitions.recheck(case.award)


def test_two_deviations_are_answered_one_at_a_time(case: CaseDriver) -> None:
    base, coordination = case.components()
    case.desk.clock.set(date(2026, 7, 17))
    case.receive(amounts={base: from_kronor(2_000_000), coordination: from_kronor(5_000_000)})
    case.requisitions.explain(case.award, {"R04": "Resten avslås."}, command_id="e1")
    case.requisitions.explain(case.award, {"R02": "E-tjänsten låg nere."})
    assert case.page().next_step is not None
    assert not [row for row in case.page().checks if row.needs_reason]
    with pytest.raises(NotAllowed, match="Ingen avvikelse väntar på skäl"):
        case.requisitions.explain(case.award, {"R02": "igen"})


def test_a_part_not_yet_allotted_keeps_the_ceiling_open(case: CaseDriver) -> None:
    from sbdesk.store.records.programmes import AllotmentRecord

    with case.desk.store.writing() as session:
        component = session.scalars(
            select(ComponentRecord.id).where(ComponentRecord.code == "coordination")
        ).one()
        for allotment in session.scalars(
            select(AllotmentRecord).where(AllotmentRecord.component_id == component)
        ):
            allotment.decided_ore = None
    assert case.page().allotted_ore is None
    case.receive(amounts={component: 100})
    row = next(row for row in case.page().checks if row.code == "R04")
    assert row.word == "Inte kontrollerat"


def test_an_undone_event_without_reason_still_says_who(case: CaseDriver) -> None:
    case.requisitions.add_note(case.award, "fel ärende")
    with case.desk.store.writing() as session:
        seq = session.scalars(select(EventRecord.seq).where(EventRecord.verb == "add_note")).one()
        case.desk.work.record(session, "undo_note", ("official_note", 1), award_id=case.award, undoes=seq)
    undone = next(row for row in case.page().timeline if row.undone)
    assert undone.undone == "Anna Berg 2026-06-10"


def test_cases_that_wait_for_me(case: CaseDriver) -> None:
    assert case.requisitions.waiting_for_me() == 0
    case.receive()
    assert case.requisitions.waiting_for_me() == 1
    case.requisitions.assign(case.award, case.desk.per)
    assert case.requisitions.waiting_for_me() == 0
    case.requisitions.assign(case.award, None)
    assert case.requisitions.waiting_for_me() == 1
    assert case.page().status.waits_for is WaitsFor.OFFICER
    assert case.page().payout is None


def test_a_stage_after_the_payment_is_taken_out(case: CaseDriver) -> None:
    case.bring_to(Stage.PAYOUT_PLANNED)
    assert case.page().payout is not None
    case.payouts.cancel(case.award, "fel")
    assert case.page().payout is None
    assert case.page().payouts[0].state_words == "borttagen"


@pytest.mark.parametrize(
    ("code", "evidence", "words"),
    [
        ("R03", {"missing": ["ett", "två"]}, "Uppgifter som saknas: ett, två."),
        ("R03", {}, ""),
        ("R04", {"allotted_ore": 100, "part": ""}, "Ett rättat belopp: högst 1 kr."),
        ("R04", {"allotted_ore": 100, "part": "för delen A"}, "Ett rättat belopp för delen A: högst 1 kr."),
        ("R04", {}, ""),
        ("R05", {}, "Besked om vem som är ert ombud i e-tjänsten."),
        ("R06", {}, "Rätt nummer på utbetalningskontot. Kontrollsiffran stämmer inte."),
        (
            "R09",
            {},
            "Rätt belopp. Delarna är tillsammans inte lika mycket som det rekvirerade beloppet.",
        ),
        ("R02", {}, ""),
        ("R07", {}, ""),
    ],
)
def test_what_a_completion_asks_for(code: str, evidence: dict[str, object], words: str) -> None:
    finding = Finding(code, 1, Level.STOP, "t", "text", Subject("requisition", 1), evidence=evidence)
    assert asked_for(finding).replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_decision_whose_letter_is_gone_is_an_error_of_ours(case: CaseDriver) -> None:
    case.bring_to(Stage.GRANTED)
    with case.desk.store.writing() as session:
        session.scalars(select(DecisionRecord)).one().document_id = None
    with case.desk.store.reading() as session:
        records = case_of(session, case.desk.work, case.award).records
        with pytest.raises(LookupError, match="B-2026-001 has no letter"):
            _ = records.letter_id


def test_a_payment_that_a_claim_rests_on_stays_marked(case: CaseDriver) -> None:
    case.bring_to(Stage.PAID)
    owe(case.desk, 100, date(2027, 1, 1), award=case.award)
    with pytest.raises(NotAllowed, match="Avstämning eller återkrav bygger på utbetalningen"):
        case.payouts.undo_confirm(case.award, "fel dag")
    assert case.page().stage is Stage.PAID


def test_what_the_checks_found_is_kept_with_the_decision(case: CaseDriver) -> None:
    case.desk.clock.set(date(2026, 7, 17))
    case.receive(channel=Channel.POST)
    case.requisitions.explain(case.award, {"R02": "E-tjänsten låg nere."})
    case.propose(reasons="E-tjänsten låg nere.")
    case.decide()
    row = next(row for row in case.page().checks if row.code == "R02")
    assert (row.word, row.reason) == ("Avvikelse", "E-tjänsten låg nere.")
    with case.desk.store.reading() as session:
        snapshot = session.scalars(select(DecisionRecord.snapshot)).one()
    (finding,) = snapshot["awards"][str(case.award)]["checks"]["findings"]
    assert finding["parameters"] == {"next_working_day": True}
    assert finding["evidence"]["received_on"] == "2026-07-17"

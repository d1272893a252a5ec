"""What stands in the way of a decision, and what a failed one leaves behind: nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select
from support.debts import owe, pay
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    PayoutRecord,
)
from sbdesk.store.records.office import SettingRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.programmes import AllotmentRecord


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    decide_appeal(desk)
    return CaseDriver(desk)


def text_of(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def nothing_decided(case: CaseDriver) -> None:
    with case.desk.store.reading() as session:
        for record in (DecisionRecord, DecisionLineRecord, AttestationRecord):
            assert session.scalar(select(func.count()).select_from(record)) == 0


def _without_appeal(case: CaseDriver) -> None:
    from sbdesk.domain.decision import AppealAllowed

    decide_appeal(case.desk, AppealAllowed.NOT_DECIDED)


def _without_number(case: CaseDriver) -> None:
    from sbdesk.store.records.awards import AwardRecord

    with case.desk.store.writing() as session:
        session.get_one(AwardRecord, case.award).case_number = None


def _low_limit(case: CaseDriver) -> None:
    with case.desk.store.writing() as session:
        session.get_one(OfficerRecord, case.desk.karin).decide_limit_ore = from_kronor(5_999_999)


def _low_programme_limit(case: CaseDriver) -> None:
    with case.desk.store.writing() as session:
        session.add(
            SettingRecord(key="decide_limit_ore", programme_id=case.desk.programme, value=100, role="officer")
        )


def _disqualified(case: CaseDriver) -> None:
    case.requisitions.report_disqualification(case.award, "släkt", case.desk.karin)


def test_the_same_person_never_both_prepares_and_decides(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(NotAllowed) as error:
        case.propose(decider_id=case.desk.anna)
    assert error.value.code == "F13"
    case.propose()
    with pytest.raises(NotAllowed) as error:
        case.decisions.register_signed(case.award, case.signed(case.desk.anna))
    assert error.value.code == "F13"
    assert error.value.what == "Anna Berg har berett ärendet och kan inte besluta i det."
    nothing_decided(case)
    assert case.page().stage is Stage.PROPOSED


@pytest.mark.parametrize(
    ("meanwhile", "words"),
    [
        (_without_appeal, "Det är inte bestämt om beslutet får överklagas. Beslutet är inte fattat."),
        (_without_number, "Ärendet saknar diarienummer. Beslutet är inte fattat."),
        (_low_limit, "Karin Ek får besluta om högst"),
        (_low_programme_limit, "Karin Ek får besluta om högst"),
        (_disqualified, "Karin Ek har anmält jäv för Region Skåne."),
    ],
)
def test_what_stands_in_the_way_of_a_decision(
    case: CaseDriver, meanwhile: Callable[[CaseDriver], None], words: str
) -> None:
    case.receive()
    case.propose()
    meanwhile(case)
    with pytest.raises(NotAllowed) as error:
        case.decisions.register_signed(case.award, case.signed())
    assert str(error.value).startswith(words)
    nothing_decided(case)


def test_a_debt_that_comes_after_the_proposal_stops_the_grant(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    invoice = owe(case.desk, from_kronor(41_200), date(2026, 1, 10))
    page = case.page()
    assert page.next_step is not None
    assert page.next_step.reason.startswith("1 stopp hindrar bifall: Obetald skuld.")
    with pytest.raises(NotAllowed) as error:
        case.decisions.register_signed(case.award, case.signed())
    assert error.value.code == "F14"
    assert error.value.what.replace("\N{NO-BREAK SPACE}", " ") == (
        "Mottagaren har fått en obetald skuld: F-2025-014, 41 200 kr."
    )
    nothing_decided(case)
    pay(case.desk, invoice, from_kronor(41_200))
    case.decide()
    assert case.page().stage is Stage.GRANTED


def test_another_stop_after_the_proposal_stops_the_grant(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    with case.desk.store.writing() as session:
        for allotment in session.scalars(select(AllotmentRecord)):
            allotment.decided_ore = from_kronor(1)
    with pytest.raises(
        NotAllowed, match=r"1 avvikelse saknar skäl: Inom tilldelat belopp\. Beslutet är inte"
    ):
        case.decisions.register_signed(case.award, case.signed())


def test_only_a_decider_decides_and_only_after_the_proposal(case: CaseDriver) -> None:
    case.desk.clock.set(date(2026, 6, 15))
    case.receive()
    case.propose()
    with pytest.raises(NotAllowed, match="Per Lund är inte beslutsfattare"):
        case.decisions.register_signed(case.award, case.signed(case.desk.per))
    early = replace(case.signed(), on=date(2026, 6, 14))
    with pytest.raises(UserFacingError, match="Förslaget lämnades 2026-06-15"):
        case.decisions.register_signed(case.award, early)
    with pytest.raises(UserFacingError, match="Den undertecknade sidan saknas"):
        case.decisions.register_signed(case.award, SecondPerson(case.desk.karin, date(2026, 6, 15)))
    with pytest.raises(LookupError):
        case.decisions.register_signed(case.award, replace(case.signed(), officer_id=99))
    nothing_decided(case)


def test_a_returned_proposal_is_back_where_it_was(case: CaseDriver) -> None:
    case.bring_to(Stage.READY)
    case.propose()
    with pytest.raises(UserFacingError, match="Skäl saknas"):
        case.decisions.return_proposal(case.award, "")
    case.decisions.return_proposal(case.award, "Skriv om skälen.")
    page = case.page()
    assert page.stage is Stage.READY
    assert page.timeline[0].detail.endswith("Skäl: Skriv om skälen.")
    case.propose()
    case.decide()


def test_deciding_twice_with_one_command_gives_one_decision(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    first = case.decisions.register_signed(case.award, case.signed(), command_id="d")
    assert case.decisions.register_signed(case.award, case.signed(), command_id="d") == first
    with pytest.raises(NotAllowed):
        case.decisions.register_signed(case.award, case.signed())
    with case.desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(DecisionRecord)) == 1


def test_a_letter_that_cannot_be_made_leaves_no_decision(
    case: CaseDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sbdesk.services import decision_letters

    case.receive()
    case.propose()

    def broken(*_args: object) -> bytes:
        raise RuntimeError("no paper")

    monkeypatch.setattr(decision_letters, "letter_of", broken)
    with pytest.raises(RuntimeError):
        case.decisions.register_signed(case.award, case.signed())
    nothing_decided(case)
    monkeypatch.undo()
    case.decide()
    assert case.page().decision is not None
    with case.desk.store.reading() as session:
        # The number of the failed attempt was taken back with it.
        assert session.scalars(select(DecisionRecord.number)).one() == "B-2026-001"


def test_late_and_completed_is_told_in_the_letter(case: CaseDriver) -> None:
    case.desk.clock.set(date(2026, 7, 17))
    case.receive(contact_email="", account=None)
    case.ask_completion()
    case.desk.clock.set(date(2026, 7, 20))
    case.requisitions.complete(case.award, case.given())
    case.requisitions.explain(case.award, {"R02": "E-tjänsten låg nere."})
    with pytest.raises(UserFacingError, match="Brevet saknar motivering"):
        case.propose()
    case.propose(reasons="E-tjänsten låg nere den sista dagen. Rekvisitionen ska därför prövas.")
    text = text_of(case.decisions.draft_letter(case.award))
    assert "kompletterades den 20 juli 2026" in text
    assert "Rekvisitionen kom in i tid" not in text
    assert "E-tjänsten låg nere den sista dagen." in text


def test_sending_is_marked_once_and_with_a_day_that_can_be(case: CaseDriver) -> None:
    case.receive()
    case.propose()
    case.decide()
    with pytest.raises(UserFacingError, match="har inte varit än"):
        case.decisions.mark_sent(case.award, date(2026, 6, 11), DispatchChannel.POST)
    with pytest.raises(UserFacingError, match="kan inte ha skickats 2026-06-09"):
        case.decisions.mark_sent(case.award, date(2026, 6, 9), DispatchChannel.POST)
    case.send_decision()
    with pytest.raises(NotAllowed, match="redan markerat som skickat"):
        case.send_decision()
    assert case.page().documents[0].sent_on == date(2026, 6, 10)


def test_a_changed_account_is_what_the_draft_prints(case: CaseDriver) -> None:
    case.receive(account=AccountInput(AccountKind.IBAN, "SE35 5000 0000 0549 1000 0003"))
    case.propose()
    assert "IBAN SE35 5000 0000 0549 1000 0003" in text_of(case.decisions.draft_letter(case.award))


def test_no_payout_exists_by_itself(case: CaseDriver) -> None:
    case.bring_to(Stage.GRANTED)
    with case.desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(PayoutRecord)) == 0

"""Each act with many cases: what the look says beforehand, and what is then done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from support.bulk_cases import ManyCases, desk_with, ended
from support.debts import owe
from support.desk import OpenDesk, decide_appeal

from sbdesk.domain.bulk_acts import BEHIND, BulkAct, label_of
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.bulk_decisions import BulkResult, BulkTerms, Outcome, Preflight
from sbdesk.services.payouts import Booking
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.store.records.programmes import AllotmentRecord

LATE = date(2026, 7, 20)


@pytest.fixture
def six(tmp_path: Path) -> Iterator[ManyCases]:
    """Six received requisitions."""
    desk = desk_with(tmp_path / "desk.sbd", 6)
    yield ManyCases(desk)
    desk.store.close()


@pytest.fixture
def proposed(tmp_path: Path) -> Iterator[ManyCases]:
    """Six that wait for Karin Ek."""
    desk = desk_with(tmp_path / "desk.sbd", 6, proposed=True)
    yield ManyCases(desk)
    desk.store.close()


@pytest.fixture
def waiting(desk: OpenDesk) -> ManyCases:
    """Six expected requisitions; none has come."""
    decide_appeal(desk)
    return ManyCases(desk)


def refusals(plan: Preflight) -> set[str]:
    return {case.refusal for case in plan.hindered}


def texts(result: BulkResult, outcome: Outcome) -> set[str]:
    return {row.text for row in result.outcomes if row.outcome is outcome}


def over(many: ManyCases, award: int, extra: int) -> None:
    """A requisition for so many kronor more than is allotted."""
    case = many.driver(award)
    amounts = {key: ore + from_kronor(extra) for key, ore in case.granted_in_full().items()}
    case.receive(amounts=amounts, case_number=f"9.1-{award}/2026")


def test_every_act_has_its_words_and_the_case_act_behind_it() -> None:
    for act in BulkAct:
        assert label_of(act, signed_outside=True).endswith("…")
    assert label_of(BulkAct.DECIDE, signed_outside=True) == "Registrera undertecknade beslut…"
    assert label_of(BulkAct.DECIDE, signed_outside=False) == "Besluta…"
    assert set(BulkAct) - set(BEHIND) == {BulkAct.SAVE_LETTERS, BulkAct.ASSIGN}


def test_proposals_grant_the_lesser_of_requested_and_allotted(waiting: ManyCases) -> None:
    whole, much, less, none = waiting.awards[:4]
    waiting.driver(whole).receive(case_number="9.1-1/2026")
    over(waiting, much, 5_000)
    over(waiting, less, -5_000)
    waiting.driver(none).receive(amounts=dict.fromkeys(waiting.driver(none).components(), 0))
    reason = BulkTerms(reason="Resten avslås.")
    assert ended(waiting.do(BulkAct.EXPLAIN, reason, much), Outcome.DONE) == [much]
    plan = waiting.bulk.preflight(BulkAct.PROPOSE, waiting.awards)
    ready = {case.award_id: case for case in plan.ready}
    assert set(ready) == {whole, much, less}
    assert ready[much].amount_ore == sum(waiting.driver(much).granted_in_full().values())
    assert ready[much].note.endswith("avslås.")
    assert not ready[much].needs_reason
    assert ready[less].note == ""
    hindered = {case.award_id: case.refusal for case in plan.hindered}
    assert hindered[none].startswith("Förslaget beviljar 0")
    assert hindered[waiting.awards[4]] == "Ingen rekvisition är registrerad. Registrera rekvisitionen först."
    result = waiting.bulk.run(plan, BulkTerms(person_id=plan.person_id))
    assert set(ended(result, Outcome.DONE)) == {whole, much, less}
    for award in (whole, much, less):
        proposal = waiting.driver(award).page().proposal
        assert proposal is not None
        assert proposal.granted_ore == ready[award].amount_ore
        assert proposal.decider == "Karin Ek"


def test_late_ones_need_the_same_reason_for_all_and_then_one_each(waiting: ManyCases) -> None:
    first, second = waiting.awards[:2]
    waiting.desk.clock.set(LATE)
    for award in (first, second):
        waiting.driver(award).receive(case_number=f"9.1-{award}/2026")
    plan = waiting.bulk.preflight(BulkAct.PROPOSE, [first, second])
    assert refusals(plan) == {"1 avvikelse saknar skäl: Inom rekvisitionstiden. Ange skäl under Kontroller."}
    look = waiting.bulk.preflight(BulkAct.EXPLAIN, waiting.awards)
    assert [case.award_id for case in look.ready] == [first, second]
    assert "20 juli 2026" in look.ready[0].note
    empty = waiting.bulk.run(look, BulkTerms())
    assert ended(empty, Outcome.DONE) == []
    done = waiting.bulk.run(look, BulkTerms(reason="E-tjänsten låg nere."))
    assert ended(done, Outcome.DONE) == [first, second]
    assert waiting.bulk.run(look, BulkTerms(reason="Ett annat skäl.")).count(Outcome.BEFORE) == 2
    plan = waiting.bulk.preflight(BulkAct.PROPOSE, [first, second])
    assert [case.needs_reason for case in plan.ready] == [True, True]
    terms = BulkTerms(waiting.desk.karin, reason="Det berodde på oss.", reasons={second: "Posten kom sent."})
    assert ended(waiting.bulk.run(plan, terms), Outcome.DONE) == [first, second]
    given = [waiting.driver(award).page().proposal for award in (first, second)]
    assert [one.reasons for one in given if one] == ["Det berodde på oss.", "Posten kom sent."]


def test_an_allotment_not_decided_cannot_be_proposed(six: ManyCases) -> None:
    award = six.awards[0]
    component = six.driver(award).components()[0]
    with six.desk.store.writing() as session:
        recipient = six.driver(award).page().recipient_id
        rows = session.query(AllotmentRecord).filter_by(component_id=component, recipient_id=recipient)
        for row in rows:
            row.decided_ore = row.computed_ore = None
    plan = six.bulk.preflight(BulkAct.PROPOSE, [award])
    assert len(plan.hindered) == 1


def test_refusals_are_decided_among_the_grants(proposed: ManyCases) -> None:
    refused = proposed.awards[0]
    case = proposed.driver(refused)
    case.decisions.return_proposal(refused, "Underlag saknas.")
    case.decisions.propose_refusal(refused, "Rekvisitionen saknar underlag.", proposed.desk.karin)
    plan = proposed.bulk.preflight(BulkAct.DECIDE, proposed.awards)
    assert next((one.note, one.amount_ore) for one in plan.ready) == ("Avslag.", None)
    assert ended(proposed.bulk.run(plan, proposed.terms()), Outcome.DONE) == proposed.awards
    assert case.page().stage is Stage.REFUSED


def test_letters_are_marked_as_sent_once_and_saved_to_a_folder(proposed: ManyCases, tmp_path: Path) -> None:
    folder = tmp_path / "brev"
    folder.mkdir()
    drafts = proposed.do(BulkAct.SAVE_LETTERS, BulkTerms(folder=folder), proposed.awards[0])
    assert texts(drafts, Outcome.DONE) == {"Sparade Utkast till beslut CSD 2026 Region Stockholm.pdf."}
    proposed.decide(*proposed.awards[:2])
    saved = proposed.do(BulkAct.SAVE_LETTERS, BulkTerms(folder=folder), *proposed.awards[:2])
    assert saved.done.touched
    assert sorted(path.name for path in folder.iterdir()) == [
        "B-2026-001 CSD 2026 Region Stockholm.pdf",
        "B-2026-002 CSD 2026 Region Uppsala.pdf",
        "Utkast till beslut CSD 2026 Region Stockholm.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.iterdir())
    sent = BulkTerms(day=proposed.desk.clock.today(), channel=DispatchChannel.POST)
    plan = proposed.bulk.preflight(BulkAct.MARK_SENT, proposed.awards)
    assert len(plan.ready) == 2
    assert ended(proposed.bulk.run(plan, sent), Outcome.DONE) == proposed.awards[:2]
    assert proposed.bulk.run(plan, sent).count(Outcome.BEFORE) == 2
    again = proposed.bulk.preflight(BulkAct.MARK_SENT, proposed.awards[:2])
    assert refusals(again) == {"Beslutet är redan markerat som skickat."}


def test_saving_without_folder_or_where_nothing_can_be_written(proposed: ManyCases, tmp_path: Path) -> None:
    proposed.decide(proposed.awards[0])
    both = proposed.awards[:2]
    result = proposed.do(BulkAct.SAVE_LETTERS, BulkTerms(), *both)
    assert texts(result, Outcome.NOT_DONE) == {"Mappen saknas. Inget är ändrat. Välj en mapp för breven."}
    gone = proposed.do(BulkAct.SAVE_LETTERS, BulkTerms(folder=tmp_path / "saknas"), *both)
    assert gone.count(Outcome.NOT_DONE) == 2
    assert any(text.startswith("Filen Utkast till beslut") for text in texts(gone, Outcome.NOT_DONE))


def test_a_letter_needs_a_proposal_or_a_decision(six: ManyCases) -> None:
    plan = six.bulk.preflight(BulkAct.SAVE_LETTERS, six.awards[:1])
    assert refusals(plan) == {"Ärendet är inte lämnat för beslut, så det finns inget brev."}


def test_payouts_are_prepared_with_one_booking_but_not_past_a_debt(proposed: ManyCases) -> None:
    proposed.decide()
    unsent = proposed.bulk.preflight(BulkAct.PREPARE_PAYOUT, proposed.awards)
    assert refusals(unsent) == {
        "Beslutsbrevet är inte markerat som skickat. Markera beslutet som skickat först."
    }
    proposed.do(BulkAct.MARK_SENT, BulkTerms(channel=DispatchChannel.E_MAIL))
    debtor = proposed.desk.award("Region Skåne")
    owe(proposed.desk, from_kronor(41_200), date(2026, 6, 1))
    plan = proposed.bulk.preflight(BulkAct.PREPARE_PAYOUT, proposed.awards)
    assert [case.award_id for case in plan.hindered] == [debtor]
    assert plan.hindered[0].refusal.startswith("Region Skåne har fått en obetald skuld efter beslutet")
    without = proposed.bulk.run(plan, BulkTerms())
    assert all("Kontering saknas." in text for text in texts(without, Outcome.NOT_DONE) - refusals_told(plan))
    result = proposed.bulk.run(plan, BulkTerms(booking=Booking("7310")))
    assert len(ended(result, Outcome.DONE)) == 5
    assert result.sum_ore == plan.sum_ore == from_kronor(10_000_000)


def refusals_told(plan: Preflight) -> set[str]:
    return {f"{case.refusal} Inget är ändrat." for case in plan.hindered}


def test_cases_change_hands_unless_somebody_is_disqualified(six: ManyCases) -> None:
    desk, service = six.desk, RequisitionsService(six.desk.work)
    mine = six.bulk.preflight(BulkAct.ASSIGN, six.awards)
    assert mine.person_id == desk.anna
    assert refusals(mine) == {"Ärendet är redan tilldelat Anna Berg."}
    assert [words for _, words in mine.people] == [
        "Anna Berg, handläggare",
        "Karin Ek, enhetschef",
        "Per Lund, handläggare",
    ]
    service.report_disqualification(six.awards[0], "Släkting i regionens styrelse.", desk.per)
    plan = six.bulk.preflight(BulkAct.ASSIGN, six.awards, desk.per)
    assert plan.hindered[0].refusal.startswith("Per Lund har anmält jäv för Region Stockholm.")
    assert ended(six.bulk.run(plan, BulkTerms(person_id=desk.per)), Outcome.DONE) == six.awards[1:]
    assert six.driver(six.awards[1]).page().assignee == "Per Lund"
    nobody = six.do(BulkAct.ASSIGN, BulkTerms(), six.awards[1])
    assert texts(nobody, Outcome.NOT_DONE) == {
        "Handläggaren saknas. Inget är ändrat. Välj vem som ska ha ärendena."
    }


def test_a_closed_case_changes_no_hands(waiting: ManyCases) -> None:
    award = waiting.awards[0]
    waiting.driver(award).close()
    plan = waiting.bulk.preflight(BulkAct.ASSIGN, [award], waiting.desk.per)
    assert refusals(plan) == {"Ärendet är avslutat. Öppna det på nytt först."}


def test_the_decider_whom_most_proposals_name_is_proposed(six: ManyCases) -> None:
    plan = six.bulk.preflight(BulkAct.PROPOSE, six.awards)
    assert plan.people == ((six.desk.karin, "Karin Ek, enhetschef"),)
    assert plan.person_id == six.desk.karin
    assert six.bulk.preflight(BulkAct.MARK_SENT, six.awards).people == ()
    six.driver(six.awards[0]).propose(decider_id=six.desk.karin)
    assert six.bulk.preflight(BulkAct.DECIDE, six.awards).person_id == six.desk.karin

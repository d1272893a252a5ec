"""A principal with two RSS: requisitioned, granted in part, changed and decided together, each apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.letter_cases import draft, text_of
from support.programme_desks import case_of
from support.programme_facts import NKR, RSS_A, RSS_S
from support.requisition_case import PAGE, CaseDriver
from support.two_rss import NORTH, SOUTH, TwoRss, decided, requested

from sbdesk.domain.amount_keys import ShareKey
from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions import BulkDecisionsService, BulkTerms, Outcome
from sbdesk.services.documents import DocumentsService
from sbdesk.services.requisition_tables import RequisitionTablesService

HALF = from_kronor(500_000)
A, B = "RSS Provlän", "RSS Påhittade södra"
WHY = "En insats i södra ryms inte i syftet."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[TwoRss]:
    desk = case_of(tmp_path / "desk.sbd", RSS_S).desk
    yield TwoRss(desk)
    desk.store.close()


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def checks(case: CaseDriver, code: str) -> list[str]:
    return [plain(row.text) for row in case.page().checks if row.code == code]


def test_each_rss_is_asked_for_and_kept_apart(case: TwoRss) -> None:
    assert [(part.name, part.allotted_ore) for part in case.page().shares] == [(A, NORTH), (B, SOUTH)]
    case.receive_apart(NORTH, HALF)
    assert requested(case) == [(A, NORTH), (B, HALF)]
    page = case.page()
    assert [(part.operation, part.requested_ore) for part in page.parts] == [(A, NORTH), (B, HALF)]
    assert len({part.id for part in page.parts}) == 2
    assert page.requested_ore == NORTH + HALF


def test_a_single_rss_has_its_operation_filled_in(tmp_path: Path) -> None:
    case = case_of(tmp_path / "one.sbd", RSS_S)
    (part,) = case.page().shares
    assert part.key == part.component_id
    case.receive()
    case.propose()
    case.decide()
    assert (requested(case), decided(case)) == ([(A, NORTH)], [(A, NORTH)])
    case.desk.store.close()


def test_registers_are_units_of_one_amount(tmp_path: Path) -> None:
    case = case_of(tmp_path / "nkr.sbd", NKR)
    (part,) = case.page().shares
    assert (part.key, part.allotted_ore) == (part.component_id, 2 * from_kronor(792_929))
    case.desk.store.close()


def test_one_amount_for_the_component_and_one_for_its_rss_are_refused(case: TwoRss) -> None:
    north, _ = case.keys()
    assert isinstance(north, ShareKey)
    with pytest.raises(UserFacingError, match="både för delen som helhet"):
        case.receive(amounts={north.component_id: NORTH, north: NORTH})
    with pytest.raises(UserFacingError, match="har ingen sådan del"):
        case.receive(amounts={ShareKey(north.component_id, 999): NORTH})


def test_too_much_for_one_rss_is_found_though_the_sum_is_within(case: TwoRss) -> None:
    case.receive_apart(NORTH - HALF, SOUTH + HALF)
    (found,) = checks(case, "R04")
    assert found.startswith(
        f"Rekvirerat 1 500 000 kr för {B} är 500 000 kr mer än högsta belopp 1 000 000 kr"
    )


def test_too_much_in_all_names_the_rss_that_it_comes_from(case: TwoRss) -> None:
    case.receive_apart(NORTH, SOUTH + HALF)
    (found,) = checks(case, "R04")
    assert f"för {B}" in found
    case.requisitions.explain(case.award, {"R04": "Resten avslås."})
    with pytest.raises(NotAllowed, match=B):
        case.propose_apart(NORTH, SOUTH + HALF, WHY)


def test_what_one_rss_requested_is_not_granted_to_the_other(case: TwoRss) -> None:
    case.receive_apart(NORTH, HALF)
    with pytest.raises(NotAllowed) as refused:
        case.propose_apart(NORTH - HALF, SOUTH, WHY)
    assert plain(refused.value.what) == (
        f"Mottagaren har rekvirerat 500 000 kr för delen {B}, inte 1 000 000 kr."
    )
    with pytest.raises(UserFacingError, match="Beloppet saknar del"):
        case.decisions.propose(case.award, {case.components()[0]: NORTH}, WHY, case.desk.karin)


def test_a_grant_in_part_says_what_each_rss_gets(case: TwoRss) -> None:
    case.receive_apart()
    case.propose_apart(NORTH, HALF, WHY)
    said = draft(case)
    assert f"2 000 000 kronor till {A}" in said
    assert f"500 000 kronor till {B}" in said
    assert "Vi avslår rekvisitionen i övrigt, 500 000 kronor." in said
    case.decide()
    assert decided(case) == [(A, NORTH), (B, HALF)]
    assert [part.granted_ore for part in case.page().parts] == [NORTH, HALF]
    north, south = case.keys()
    kept = case.newest().snapshot["awards"][str(case.award)]["lines"]
    assert kept == {f"{key.component_id}:{key.operation_id}": ore for key, ore in case.apart().items()}
    assert north != south


def test_only_one_of_them_is_granted(case: TwoRss) -> None:
    case.receive_apart()
    case.propose_apart(NORTH, 0, WHY)
    said = draft(case)
    assert f"Bidraget är till {A}." in said
    assert B not in said
    case.decide()
    assert decided(case) == [(A, NORTH)]


def test_a_decided_amount_is_not_moved_between_them_in_the_requisition(case: TwoRss) -> None:
    case.receive_apart(NORTH, HALF)
    case.propose_apart(NORTH, HALF, "")
    case.decide()
    same = case.given(amounts=case.apart(NORTH, HALF), contact_name="Kim Ny", document=PAGE)
    case.requisitions.revise(case.award, same)
    moved = case.given(amounts=case.apart(NORTH - HALF, SOUTH), document=PAGE)
    with pytest.raises(UserFacingError, match="Beloppet är beslutat"):
        case.requisitions.revise(case.award, moved)


def test_a_sent_decision_is_lowered_for_one_of_them(case: TwoRss) -> None:
    case.receive_apart()
    case.propose_apart(NORTH, SOUTH, "")
    case.decide()
    case.send_decision()
    case.changes.prepare(case.award, case.wants(NORTH, HALF, ground=ChangeGround.RESERVE))
    assert [(part.label, part.difference_ore) for part in case.open_change().parts] == [(A, 0), (B, -HALF)]
    case.hear()
    case.changes.propose(case.award, case.desk.karin)
    letter = case.decide()
    assert decided(case) == [(A, NORTH), (B, SOUTH), (B, -HALF)]
    said = text_of(DocumentsService(case.desk.work).read(letter).content)
    assert A in said
    assert B in said
    assert "1 000 000 500 000" in said
    (_, changed) = case.newest().snapshot["change"]["parts"]
    assert (changed["before_ore"], changed["after_ore"]) == (SOUTH, HALF)
    assert [part.granted_ore for part in case.page().parts] == [NORTH, HALF]


def test_a_decision_that_has_not_left_is_replaced_with_each_rss(case: TwoRss) -> None:
    case.receive_apart()
    case.propose_apart(NORTH, SOUTH, "")
    case.decide()
    case.changes.prepare(case.award, case.wants(NORTH, HALF))
    case.changes.propose(case.award, case.desk.karin)
    said = text_of(DocumentsService(case.desk.work).read(case.decide()).content)
    assert f"2 000 000 kronor till {A}" in said
    assert f"500 000 kronor till {B}" in said


def test_a_refused_requisition_is_reconsidered_for_one_of_them(case: TwoRss) -> None:
    case.receive_apart()
    case.refuse()
    case.changes.reconsider(case.award, case.apart(NORTH, 0), "Underlaget har kommit.", case.desk.karin)
    case.decide()
    assert decided(case)[-1] == (A, NORTH)
    assert case.newest().kind is DecisionKind.PARTIAL_GRANT


def test_a_collective_decision_lists_each_rss(tmp_path: Path) -> None:
    case = TwoRss(case_of(tmp_path / "desk.sbd", RSS_A).desk)
    other = CaseDriver(case.desk, "Region Uppsala")
    case.receive_apart(NORTH, HALF)
    other.receive(case_number="9.1-1002/2026")
    bulk, awards = BulkDecisionsService(case.desk.work), [case.award, other.award]
    proposed = bulk.run(bulk.preflight(BulkAct.PROPOSE, awards), BulkTerms(person_id=case.desk.karin))
    assert [row.outcome for row in proposed.outcomes] == [Outcome.DONE, Outcome.DONE]
    second = SecondPerson(case.desk.karin, case.desk.clock.today(), PAGE, covers_several=True)
    signed = BulkTerms(second=second, case_number="9.1-1/2026")
    together = bulk.run(bulk.preflight(BulkAct.DECIDE_TOGETHER, awards), signed)
    assert [row.outcome for row in together.outcomes] == [Outcome.DONE, Outcome.DONE]
    assert decided(case) == [(A, NORTH), (B, HALF), (A, NORTH)]
    said = text_of(DocumentsService(case.desk.work).read(case.newest().document_id or 0).content)
    assert f"2 000 000 kronor till {A}" in said
    assert f"500 000 kronor till {B}" in said
    case.desk.store.close()


HEAD = (
    "Mottagare\tKom in\tBelopp\tKontotyp\tKontonummer\tKontaktperson\tE-post\tDnr\tKontrollerat i e-tjänsten"
)
ROW = "Region Skåne\t{day}\t{amount}\tBankgiro\t5050-1055\tKim Kontakt\tkim@region.invalid\t9.1-2/2026\tja"


def take_table(case: TwoRss, amount: str) -> None:
    tables = RequisitionTablesService(case.desk.work)
    row = ROW.format(day=case.desk.clock.today().isoformat(), amount=amount)
    table = tables.open_table(tables.shape(case.desk.programme), f"{HEAD}\n{row}")
    tables.register(case.desk.programme, table)


def test_a_table_with_just_what_is_allotted_gives_each_rss_its_own(case: TwoRss) -> None:
    take_table(case, "3 000 000")
    assert requested(case) == [(A, NORTH), (B, SOUTH)]


def test_an_amount_that_the_table_does_not_tell_apart_can_be_told_apart_later(case: TwoRss) -> None:
    take_table(case, "2 500 000")
    assert requested(case) == [("", NORTH + HALF)]
    page = case.page()
    assert [(part.operation, part.requested_ore) for part in page.parts] == [(f"{A}, {B}", NORTH + HALF)]
    assert [(part.name, part.requested_ore) for part in page.shares] == [(A, None), (B, None)]
    case.requisitions.revise(case.award, case.given(amounts=case.apart(NORTH, HALF), document=PAGE))
    assert [part.requested_ore for part in case.page().parts] == [NORTH, HALF]

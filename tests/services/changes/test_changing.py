"""A decision is corrected, changed, revoked and withheld: what is free, what needs ground and hearing."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from support.changing import FIVE_MILLIONS, FOUR_MILLIONS, SIX_MILLIONS, ChangeDriver
from support.desk import FIRST_DAY as TODAY
from support.desk import OpenDesk
from support.requisition_case import BOOKING

from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.dispatches import mark_sent
from sbdesk.store.records.decisions import DecisionLineRecord
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.parties import OfficerRecord


@pytest.fixture
def case(desk: OpenDesk) -> ChangeDriver:
    return ChangeDriver(desk)


def lines_of(case: ChangeDriver, decision_id: int) -> list[int]:
    with case.desk.store.reading() as session:
        query = select(DecisionLineRecord.granted_ore).where(DecisionLineRecord.decision_id == decision_id)
        return list(session.scalars(query.order_by(DecisionLineRecord.id)))


def test_a_letter_that_never_left_is_replaced_freely(case: ChangeDriver) -> None:
    case.granted(sent=False)
    first = case.newest()
    decision = case.change(ground=None, unheard_reason="")
    assert (decision.kind, decision.change_ground) == (DecisionKind.AMEND, None)
    assert lines_of(case, decision.id) == [-from_kronor(1_000_000)]
    page = case.page()
    assert page.balances.sums.granted == FIVE_MILLIONS
    assert page.stage is Stage.GRANTED
    with case.desk.store.reading() as session:
        former = session.get_one(DocumentRecord, first.document_id)
        assert former.hidden_reason == f"Ersatt av beslut {decision.number} innan brevet skickades."
        # The whole decision anew, with its conditions, not a letter about a change nobody has heard of.
        assert case.model(decision.document_id)["kind"] == "partial_grant"
        assert case.model(decision.document_id)["attachments"]
    with case.desk.store.writing() as session, pytest.raises(UserFacingError, match="ska inte skickas"):
        mark_sent(session, case.desk.work, first.document_id or 0, TODAY, DispatchChannel.POST)


def test_after_the_letter_harm_needs_a_ground(case: ChangeDriver) -> None:
    case.granted()
    with pytest.raises(NotAllowed, match="Grund för ändringen saknas"):
        case.prepare(ground=None)
    with pytest.raises(NotAllowed, match="till mottagarens nackdel"):
        case.prepare(ground=ChangeGround.IN_FAVOUR)
    case.prepare()
    with pytest.raises(NotAllowed, match="Mottagaren har inte fått yttra sig"):
        case.changes.propose(case.award, case.desk.karin)


def test_heard_and_decided_by_another_person(case: ChangeDriver) -> None:
    case.granted()
    former = case.newest()
    case.prepare()
    case.hear()
    case.changes.propose(case.award, case.desk.karin)
    assert case.page().stage is Stage.PROPOSED
    assert case.decisions.draft_letter(case.award).startswith(b"%PDF")
    case.decide()
    decision = case.newest()
    assert decision.kind is DecisionKind.AMEND
    assert decision.change_ground is ChangeGround.RESERVE
    assert (decision.decider_id, decision.rapporteur_id) == (case.desk.karin, case.desk.anna)
    assert decision.snapshot["conditions"] == former.snapshot["conditions"]
    assert decision.snapshot["change"]["of"] == former.number
    assert case.model(decision.document_id)["heard"]["summary"] == ["Regionen godtar ändringen."]
    assert case.page().balances.sums.granted == FIVE_MILLIONS
    assert "Beslut om ändring fattat" in [row.what for row in case.page().timeline]
    # The old letter was sent: the new one is marked by itself before anything is paid.
    assert case.page().status.detail == "beslutsbrevet är inte markerat som skickat"


def test_the_preparer_cannot_be_chosen_or_decide(case: ChangeDriver) -> None:
    case.granted()
    case.prepare(unheard_reason="regionen har själv bett om det")
    with pytest.raises(NotAllowed) as error:
        case.changes.propose(case.award, case.desk.anna)
    assert error.value.code == "F13"
    case.changes.propose(case.award, case.desk.karin)
    with pytest.raises(NotAllowed) as error:
        case.decisions.register_signed(case.award, case.signed(case.desk.anna))
    assert error.value.code == "F13"


def test_returned_the_old_decision_stands(case: ChangeDriver) -> None:
    case.granted()
    case.prepare(unheard_reason="skrivet")
    case.changes.propose(case.award, case.desk.karin)
    case.decisions.return_proposal(case.award, "skriv om skälen")
    assert case.page().stage is Stage.GRANTED
    assert case.page().balances.sums.granted == SIX_MILLIONS
    assert not case.open_change().proposed
    case.changes.drop(case.award, "ändras inte")
    assert case.changes.page(case.award).change is None
    with pytest.raises(UserFacingError, match="Ingen ändring av beslutet är påbörjad"):
        case.changes.drop(case.award, "igen")


def test_revoked_leaves_room_for_a_new_requisition(case: ChangeDriver) -> None:
    case.granted()
    decision = case.change(kind=DecisionKind.REVOKE, ground=ChangeGround.WRONG_INFORMATION)
    assert sorted(lines_of(case, decision.id)) == [-FOUR_MILLIONS, -from_kronor(2_000_000)]
    page = case.page()
    assert page.status.words == "Beslutet upphävt"
    assert page.balances.sums.granted == 0
    case.send_decision()
    case.receive()
    assert case.page().stage in (Stage.CHECKING, Stage.READY)


def test_amounts_that_cannot_be(case: ChangeDriver) -> None:
    case.granted()
    base, coordination = case.components()
    for amounts, words in (
        ({coordination: FOUR_MILLIONS}, "desamma"),
        ({coordination: FOUR_MILLIONS + 1}, "mer än högsta belopp"),
        ({coordination: -1}, "negativt"),
        ({base: 0, coordination: 0}, "Välj Upphäva"),
    ):
        with pytest.raises(NotAllowed, match=words):
            case.prepare(amounts=amounts)
    with pytest.raises(UserFacingError, match="saknar del"):
        case.prepare(amounts={99: 1})
    with pytest.raises(NotAllowed, match="Ingen förordning"):
        case.prepare(kind=DecisionKind.WITHHOLD, amounts={coordination: 0})
    with pytest.raises(UserFacingError, match="Skäl saknas"):
        case.prepare(reasons=" ")


def test_money_on_its_way_is_never_taken_back(case: ChangeDriver) -> None:
    case.paid()
    with pytest.raises(NotAllowed, match="Beloppet är utbetalt"):
        case.prepare()
    with pytest.raises(LookupError):
        ChangeDriver(case.desk, "Region Stockholm").changes.page(case.desk.award("Region Stockholm"))


def test_what_is_paid_can_be_raised_and_paid(case: ChangeDriver) -> None:
    case.granted(sent=False)
    case.change(ground=None, unheard_reason="")
    case.send_decision()
    CasePayer(case).pay()
    assert case.page().stage is Stage.PAID
    _, coordination = case.components()
    with pytest.raises(NotAllowed, match="redan på väg eller utbetalt"):
        case.prepare(amounts={coordination: from_kronor(1_000_000)})
    decision = case.change(amounts={coordination: FOUR_MILLIONS}, ground=ChangeGround.IN_FAVOUR)
    assert decision.change_ground is ChangeGround.IN_FAVOUR
    page = case.page()
    assert page.stage is Stage.GRANTED
    assert page.balances.sums.granted == SIX_MILLIONS
    case.send_decision()
    CasePayer(case).pay()
    assert case.page().balances.sums.paid == SIX_MILLIONS


class CasePayer:
    """Pays what is granted and not paid."""

    def __init__(self, case: ChangeDriver) -> None:
        self.case = case

    def pay(self) -> None:
        case = self.case
        case.payouts.prepare(case.award, BOOKING)
        case.approve()
        case.confirm()


def test_the_open_change_is_written_anew_and_never_overwritten(case: ChangeDriver) -> None:
    case.granted()
    case.prepare()
    seen = case.open_change().version
    case.changes.prepare(case.award, case.lower(reasons="Andra skäl."), seen)
    assert case.open_change().reasons == "Andra skäl."
    with pytest.raises(Conflict):
        case.changes.prepare(case.award, case.lower(), seen)


def test_one_command_has_one_effect(case: ChangeDriver) -> None:
    case.granted()
    first = case.changes.prepare(case.award, case.lower(), None, "ett")
    assert case.changes.prepare(case.award, case.lower(), None, "ett").id == first.id
    assert case.open_change().version == 1


def test_the_limit_counts_what_the_decision_is_about(case: ChangeDriver) -> None:
    case.granted()
    case.prepare(unheard_reason="skrivet")
    case.changes.propose(case.award, case.desk.karin)
    with case.desk.store.writing() as session:
        session.get_one(OfficerRecord, case.desk.karin).decide_limit_ore = FIVE_MILLIONS
    with pytest.raises(NotAllowed, match="beslutet gäller 6"):
        case.decide()


def test_drafts_before_and_after_it_is_kept(case: ChangeDriver) -> None:
    case.granted()
    assert case.changes.draft_letter(case.award, case.lower()).startswith(b"%PDF")
    with pytest.raises(NotAllowed, match="Grund för ändringen"):
        case.changes.draft_letter(case.award, case.lower(ground=None))
    case.prepare()
    assert case.changes.draft_letter(case.award).startswith(b"%PDF")
    assert case.changes.draft_hearing(case.award).startswith(b"%PDF")

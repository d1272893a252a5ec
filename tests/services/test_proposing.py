"""What is refused when a case is laid before the decider, and not first when it is signed."""

from __future__ import annotations

import pytest
from support.changing import REASONS, ChangeDriver
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage

GLYPH = r"Tecknet U\+1F600 kan inte skrivas i brevet"


def test_only_a_decider_is_asked(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    with pytest.raises(NotAllowed, match=r"Per Lund är inte beslutsfattare\. Inget är ändrat\."):
        case.propose(decider_id=desk.per)
    with pytest.raises(NotAllowed, match="Den som är vald är inte beslutsfattare"):
        case.propose(decider_id=99)
    with pytest.raises(NotAllowed, match="Per Lund är inte beslutsfattare"):
        case.decisions.propose_refusal(case.award, "Underlag saknas.", desk.per)
    case.propose(decider_id=None)
    assert case.page().stage is Stage.PROPOSED


def test_a_sign_the_letter_cannot_write_is_told_before_anybody_signs(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    with pytest.raises(UserFacingError, match=GLYPH):
        case.propose(reasons="Bra \N{GRINNING FACE}.")
    with pytest.raises(UserFacingError, match=GLYPH):
        case.decisions.propose_refusal(case.award, "Nej \N{GRINNING FACE}.", desk.karin)
    assert case.page().stage is Stage.CHECKING


def test_the_same_holds_for_a_change(desk: OpenDesk) -> None:
    case = ChangeDriver(desk).granted()
    case.prepare(reasons=f"{REASONS} \N{GRINNING FACE}", unheard_reason="regionen bad om det")
    with pytest.raises(NotAllowed, match="Per Lund är inte beslutsfattare"):
        case.changes.propose(case.award, desk.per)
    with pytest.raises(UserFacingError, match=GLYPH):
        case.changes.propose(case.award, desk.karin)


def test_a_participant_nobody_knows_is_told(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    case.propose()
    with pytest.raises(UserFacingError, match="En av dem som deltog i beslutet finns inte"):
        case.decisions.register_signed(case.award, case.signed(), (99,))
    case.decisions.register_signed(case.award, case.signed(), (desk.per,))


def test_nothing_is_paid_while_a_change_is_open(desk: OpenDesk) -> None:
    case = ChangeDriver(desk).granted()
    case.prepare()
    with pytest.raises(NotAllowed, match=r"En ändring av beslutet är öppen\. .*ta tillbaka ändringen"):
        CaseDriver.prepare(case)
    case.changes.drop(case.award, "Regionen har förklarat sig.")
    CaseDriver.prepare(case)
    with desk.store.reading():
        assert case.page().payouts[0].amount_ore == from_kronor(6_000_000)


def test_one_officers_own_fact_never_stops_a_payment(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.answer_on_stops(attested=False)
    for step in (case.receive, case.propose, case.decide, case.send_decision):
        step()
    with pytest.raises(NotAllowed, match="Beslutet har inget villkor om att utbetalningen får stoppas"):
        case.stop()

"""A court's inhibition stops claim, invoice and payment, and nothing else (FL 48 §)."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.domain.appeal import INHIBITED
from sbdesk.domain.invoice import InvoiceKind, InvoiceState
from sbdesk.domain.invoice_status import InvoiceAct, InvoiceSituation
from sbdesk.domain.invoice_status import refusal as invoice_refusal
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.recovery import RecoveryPath, RecoveryState
from sbdesk.domain.recovery_actions import RecoveryAct, refusal
from sbdesk.domain.recovery_status import RecoverySituation
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_actions import refusal as case_refusal
from sbdesk.domain.requisition_case import CaseFacts, PayoutFacts, Stage, stage_of
from sbdesk.domain.requisition_status import status_of

TODAY = date(2026, 7, 1)
STOPPED = {
    RecoveryAct.PROPOSE,
    RecoveryAct.PROPOSE_SIMPLE,
    RecoveryAct.PROPOSE_UNHEARD,
    RecoveryAct.DECIDE,
    RecoveryAct.DRAFT_INVOICE,
    RecoveryAct.ISSUE_INVOICE,
    RecoveryAct.MARK_INVOICE_SENT,
}


@pytest.mark.parametrize("act", list(RecoveryAct))
@pytest.mark.parametrize("state", list(RecoveryState))
def test_claims(act: RecoveryAct, state: RecoveryState) -> None:
    plain = RecoverySituation(state, RecoveryPath.FULL, TODAY, 100, 100)
    stopped = RecoverySituation(state, RecoveryPath.FULL, TODAY, 100, 100, inhibition=INHIBITED)
    if act in STOPPED:
        assert refusal(stopped, act) == INHIBITED
    else:
        assert refusal(stopped, act) == refusal(plain, act)


def test_an_issued_invoice_is_not_sent() -> None:
    issued = InvoiceSituation(InvoiceState.ISSUED, InvoiceKind.PRINCIPAL, TODAY, TODAY, 100)
    assert invoice_refusal(issued, InvoiceAct.MARK_SENT) == ""
    stopped = InvoiceSituation(
        InvoiceState.ISSUED, InvoiceKind.PRINCIPAL, TODAY, TODAY, 100, inhibition=INHIBITED
    )
    assert invoice_refusal(stopped, InvoiceAct.MARK_SENT) == INHIBITED


def granted(**more: object) -> CaseFacts:
    plain: dict[str, object] = {
        "today": TODAY,
        "requisition": RequisitionState.DECIDED,
        "letter_sent": True,
        "to_pay": 100,
        "has_decision": True,
    }
    return CaseFacts(**{**plain, **more})  # type: ignore[arg-type]


def test_a_payment_is_neither_prepared_nor_approved() -> None:
    assert case_refusal(granted(), Act.PREPARE_PAYOUT) is None
    refused = case_refusal(granted(inhibited=True), Act.PREPARE_PAYOUT)
    assert refused is not None
    assert "inhibition" in refused.what
    planned = PayoutFacts(PayoutState.PLANNED, mine=False)
    assert case_refusal(granted(payout=planned, inhibited=True), Act.APPROVE_PAYOUT) is not None


def test_what_is_paid_is_raised_and_what_is_on_its_way_is_not_changed() -> None:
    paid = PayoutFacts(PayoutState.CONFIRMED, mine=False, confirmed_on=TODAY)
    planned = PayoutFacts(PayoutState.PLANNED, mine=False)
    done = granted(payout=paid, to_pay=0)
    refused = case_refusal(done, Act.CHANGE_DECISION)
    assert refused is not None
    assert refused.text == "Beloppet är utbetalt. Ändra genom återkrav eller nytt beslut."
    assert case_refusal(granted(payout=paid, to_pay=0, can_raise=True), Act.CHANGE_DECISION) is None
    on_its_way = case_refusal(granted(payout=planned), Act.CHANGE_DECISION)
    assert on_its_way is not None
    assert on_its_way.text == "Betalningen är lämnad. Invänta resultat eller ta ur underlaget."
    assert stage_of(done) is Stage.PAID
    assert stage_of(granted(payout=paid, to_pay=5)) is Stage.GRANTED


def test_words_beside_the_status() -> None:
    label = status_of(granted(beside="Överklagat: avgjort, ändrat"))
    assert label.whole.endswith("· Överklagat: avgjort, ändrat")
    withheld = status_of(granted(withheld=True, to_pay=0))
    assert withheld.words == "Beslutat att inte betala ut"
    assert status_of(granted(withheld=True, to_pay=5)).words.startswith("Beviljad")
    unsent = status_of(granted(withheld=True, to_pay=0, letter_sent=False))
    assert unsent.detail == "beslutsbrevet är inte markerat som skickat"


def test_only_what_is_decided_can_be_appealed() -> None:
    nothing = case_refusal(CaseFacts(TODAY), Act.APPEAL)
    assert nothing is not None
    assert case_refusal(granted(), Act.APPEAL) is None

"""An invoice's words follow from its money and the day; each act is permitted or has a Swedish reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sbdesk.domain.invoice import InvoiceKind, InvoiceState, PaymentState
from sbdesk.domain.invoice_status import (
    RULES,
    InvoiceAct,
    InvoiceSituation,
    offers_of,
    payment_status,
    refusal,
    status_of,
)

A, I = InvoiceAct, InvoiceState  # noqa: E741 - read as "invoice"
SENT = InvoiceSituation(I.SENT, InvoiceKind.PRINCIPAL, date(2027, 6, 30), date(2027, 6, 30), 4_120_000)


def words(it: InvoiceSituation) -> str:
    return status_of(it).words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Utfärdad: väntar på betalning till 2027-06-30"),
        ({"today": date(2027, 7, 12)}, "Förfallen 12 dagar"),
        ({"repaid_ore": 4_100_000}, "Delbetald: 200,00 kr återstår"),
        ({"settled_ore": 4_100_000}, "Delbetald: 200,00 kr återstår"),
        ({"repaid_ore": 4_100_000, "today": date(2027, 7, 1)}, "Förfallen en dag: 200,00 kr återstår"),
        ({"repaid_ore": 4_120_000}, "Betald"),
        ({"repaid_ore": 4_120_100}, "För mycket betalt: 1,00 kr ska betalas tillbaka"),
        ({"credited_ore": 4_120_000, "state": I.CREDITED}, "Krediterad"),
        (
            {"credited_ore": 4_120_000, "repaid_ore": 100, "state": I.CREDITED},
            "För mycket betalt: 1,00 kr ska betalas tillbaka",
        ),
        ({"state": I.ISSUED, "today": date(2027, 8, 1)}, "Utfärdad: handläggaren skickar fakturan"),
        ({"state": I.ENFORCEMENT}, "Lämnad till ekonomi för fortsatt krav"),
        ({"state": I.DRAFT}, "Utkast"),
        ({"state": I.DISCARDED}, "Kasserat utkast"),
        ({"state": I.ISSUED, "kind": InvoiceKind.CREDIT_NOTE}, "Kreditfaktura"),
    ],
)
def test_words(changes: dict[str, object], expected: str) -> None:
    assert words(replace(SENT, **changes)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("state", I)
@pytest.mark.parametrize("act", A)
def test_every_act_in_every_state_is_permitted_or_has_a_reason(state: InvoiceState, act: InvoiceAct) -> None:
    reason = refusal(replace(SENT, state=state), act)
    assert (state in RULES[act].states) or reason.endswith(".")


def test_reasons_that_follow_from_more_than_the_state() -> None:
    draft = replace(SENT, state=I.DRAFT, hindrance="Beslutet är inte markerat som skickat.")
    assert refusal(draft, A.ISSUE) == "Beslutet är inte markerat som skickat."
    assert refusal(draft, A.MARK_SENT) == "Fakturan är inte utfärdad."
    assert refusal(replace(draft, state=I.DISCARDED), A.RESTORE) == draft.hindrance
    assert refusal(replace(SENT, repaid_ore=4_120_000), A.REGISTER_PAYMENT) == "Fakturan är betald."
    note = replace(SENT, kind=InvoiceKind.CREDIT_NOTE)
    assert refusal(note, A.CREDIT) == "En kreditfaktura kan inte krediteras."
    assert refusal(note, A.REGISTER_PAYMENT) == "En kreditfaktura ska inte betalas."
    assert refusal(SENT, A.CREDIT) == ""
    barred = replace(SENT, disqualified="Anna Berg har anmält jäv.")
    assert {offer.reason for offer in offers_of(barred)} == {"Anna Berg har anmält jäv."}


@pytest.mark.parametrize(
    ("state", "matched", "expected"),
    [
        (PaymentState.UNMATCHED, 0, "Inte kopplad: handläggaren kopplar den"),
        (PaymentState.UNMATCHED, 60, "Delvis kopplad: 0,40 kr återstår"),
        (PaymentState.UNMATCHED, 100, "Kopplad"),
        (PaymentState.FOREIGN, 0, "Inte vår"),
        (PaymentState.REFUNDED, 0, "Återbetald"),
    ],
)
def test_payments(state: PaymentState, matched: int, expected: str) -> None:
    assert payment_status(state, 100, matched).words.replace("\u00a0", " ") == expected

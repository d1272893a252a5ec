"""What hearing, recovery decision, invoice and credit note may and may not say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from documents import examples as x
from documents import examples_hearings as hearings
from documents import examples_protocols as protocols
from documents import examples_recoveries as recoveries
from documents.letters import one_line, pdf_of, text_of

from sbdesk.documents.claim import ClaimKind
from sbdesk.documents.content import ContentFault
from sbdesk.documents.invoice import InvoiceLine
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.invoice import InvoiceKind
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.recovery import Interest


def said(content: Any) -> str:
    return one_line(text_of(content))


def test_the_hearing_shows_sum_grounds_rule_answer_day_and_masking() -> None:
    text = said(hearings.HEARING)
    assert "Vi överväger att kräva tillbaka 440 000 kronor av statsbidraget" in text
    assert "Inget är beslutat än." in text
    assert "Yttrandet ska ha kommit in till oss senast den 14 maj 2027, till ovning@example.se." in text
    assert "Maskera personnummer" in text
    assert "Det gäller verifikation V-10233, V-11802." in text
    assert "Överklagande" not in text
    assert "faktura den" not in text


def test_only_own_unused_money_is_told_shortly() -> None:
    text = said(hearings.HEARING_UNUSED)
    assert "Ni har återrapporterat att 360 000 kronor av statsbidraget" in text
    assert "Radlista" not in text


def test_the_calculation_ends_in_the_claim() -> None:
    text = said(hearings.HEARING)
    assert "G. Möjligt återkrav A \N{MINUS SIGN} E \N{MINUS SIGN} F 440 000,00" in text
    assert "H. varav inte använt A \N{MINUS SIGN} B 360 000,00" in text
    many = said(hearings.HEARING_MANY)
    assert "J. Möjligt återkrav" in many
    assert "I. Kräver vi inte tillbaka 295 000,00" in many


def test_a_cap_is_explained_in_words() -> None:
    assert "H. Kostnader som bidraget täcker det lägsta av B, C, F 5 500 000,00" in said(
        protocols.PROTOCOL_DRAFT
    )


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (hearings.HEARING, {"grounds": ()}),
        (hearings.HEARING, {"grounds": (replace(hearings.UNUSED, amount_ore=440_000_01),)}),
        (hearings.HEARING, {"sums": replace(hearings.SUMS, voluntary=1)}),
        (hearings.HEARING, {"grounds": (replace(hearings.PERIOD, explanation=()), hearings.UNUSED)}),
        (recoveries.RECOVERY, {"grounds": (replace(hearings.PERIOD, judgement=""), hearings.UNUSED)}),
        (recoveries.RECOVERY, {"heard": None}),
        (recoveries.RECOVERY, {"unheard_reason": "både och"}),
        (recoveries.RECOVERY, {"waiver": replace(recoveries.RECOVERY_SMALL.waiver, amount_ore=1)}),
        (recoveries.RECOVERY_SMALL, {"waiver": replace(recoveries.RECOVERY_SMALL.waiver, amount_ore=-1)}),
        (x.COMPLETION, {"items": ()}),
    ],
)
def test_a_claim_that_does_not_hold_together_cannot_be_made(content: Any, wrong: dict[str, Any]) -> None:
    with pytest.raises(ContentFault):
        replace(content, **wrong)


def test_every_cause_has_its_kind_of_claim() -> None:
    assert [ClaimKind.of(cause).name for cause in VerdictCause] == [cause.name for cause in VerdictCause]


def test_the_recovery_tells_hearing_answer_and_judgement() -> None:
    text = said(recoveries.RECOVERY)
    assert (
        "Socialstyrelsen kräver tillbaka 440 000 kronor av det statsbidrag som Region Skåne beviljades"
        in text
    )
    assert "Vi gav er den 23 april 2027 tillfälle att yttra er. Ni svarade den 10 maj 2027." in text
    assert "Vår bedömning: Kostnaden uppstod före bidragsåret." in text
    assert "360 000 kronor har inte använts till och med den 31 december 2026 och ska därför" in text
    assert "dröjsmålsränta" not in text
    assert "31 mars 2027" not in text


def test_the_recovery_says_when_no_invoice_comes_and_what_is_waived() -> None:
    text = said(recoveries.RECOVERY_SMALL)
    assert "Ni får ingen faktura. Vi fakturerar bara belopp över 1 000 kronor." in text
    assert "Socialstyrelsen avstår från att kräva tillbaka 5 000 kronor." in text
    assert "Vi skickar en faktura" not in text
    assert "Ni har inte svarat." in text
    assert "Ni har inte lämnat någon återrapport." in text


def test_interest_and_a_passed_day_are_said_only_with_ground() -> None:
    text = said(recoveries.RECOVERY_SIMPLE)
    assert "enligt 6 § räntelagen (1975:635)" in text
    assert "skulle beloppet ha betalats senast den 31 mars 2027" in text
    assert "Vi har inte gett er tillfälle att yttra er före beslutet." in text


def test_the_invoice_says_what_to_pay_where_and_that_no_vat_is_added() -> None:
    text = said(recoveries.INVOICE)
    assert "Att betala: 440 000 kronor senast den 22 juli 2027." in text
    assert "Betala till bankgiro 5050-1055. Ange alltid OCR-nummer 20270000018." in text
    assert "Moms tas inte ut." in text
    assert "Betalningsavi" in text
    assert "RS-4711" in text
    assert "F-skatt" not in text
    assert "dröjsmålsränta" not in text


def test_an_unknown_reference_is_left_out_of_an_issued_invoice() -> None:
    assert "Er referens" not in said(recoveries.INVOICE_INTEREST)
    assert "Er referens saknas" in said(recoveries.INVOICE_DRAFT)


def test_a_credit_note_is_not_to_be_paid() -> None:
    text = said(recoveries.CREDIT)
    assert "Ska inte betalas." in text
    assert "Den här kreditfakturan gäller faktura F-2027-0001 den 22 juni 2027." in text
    assert "Betalningsavi" not in text
    assert "Förfallodag" not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"total_ore": 440_000_01},
        {"lines": ()},
        {"lines": (InvoiceLine("Fel", 1),)},
        {"paid_ore": -1, "total_ore": 440_000_01},
        {"rounding_ore": 100, "total_ore": 440_001_00},
        {"paid_ore": 440_000_00, "total_ore": 0},
        {"kind": InvoiceKind.CREDIT_NOTE},
        {"credit": recoveries.CREDIT.credit},
        {"interest": Interest.YES},
        {"interest_clause": recoveries.INVOICE_INTEREST.interest_clause},
    ],
)
def test_an_invoice_whose_parts_disagree_cannot_be_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ContentFault):
        replace(recoveries.INVOICE, **wrong)


@pytest.mark.parametrize(
    ("lack", "sentence"),
    [
        ({"interest": Interest.NOT_DECIDED}, "Det är inte bestämt om dröjsmålsränta ska tas ut."),
        ({"number": ""}, "Fakturan saknar fakturanummer."),
        ({"ocr_number": ""}, "Fakturan saknar OCR-nummer."),
        ({"bankgiro": ""}, "Fakturan saknar bankgiro."),
    ],
)
def test_an_invoice_is_not_issued_while_something_is_missing(lack: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UserFacingError) as refused:
        pdf_of(replace(recoveries.INVOICE, **lack))
    assert refused.value.what == sentence
    assert refused.value.safe == "Fakturan är inte utfärdad."

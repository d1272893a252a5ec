"""Only above a thousand kronor per award; and what a credit note does."""

from __future__ import annotations

from datetime import date

import pytest
from support.claiming import (
    CLAIMED,
    Claiming,
    decided,
    pay,
    plain,
    row,
    status,
    text_of,
)
from support.desk import OpenDesk
from support.ledger import Row
from support.recovery import GRANTED, Rejected, ready_award, report

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import Ore, from_kronor
from sbdesk.domain.recovery import Interest
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.recoveries_drafting import LineInput


class TestThreshold:
    @pytest.mark.parametrize(("claimed", "invoiced"), [(99_999, False), (100_000, False), (100_001, True)])
    def test_only_above_a_thousand_kronor(self, desk: OpenDesk, claimed: Ore, invoiced: bool) -> None:
        claim = decided(desk, claimed)
        if invoiced:
            assert row(desk, claim.invoice()).amount_ore == claimed
            return
        with pytest.raises(NotAllowed) as refused:
            InvoicesService(desk.work).draft(claim.recovery_id)
        amount = "999,99" if claimed < 100_000 else "1 000,00"
        assert plain(refused.value).startswith(
            f"Ingen faktura: beloppet är {amount} kr. Bara belopp över 1 000 kr faktureras."
        )
        assert status(claim) == "Beslutat utan faktura (högst 1 000 kr)"
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is None
        assert {step.reached for step in page.steps} == {"done"}

    def test_the_letter_of_a_small_claim_says_that_no_invoice_comes(self, desk: OpenDesk) -> None:
        claim = decided(desk, 100_000)
        document = claim.service.page(claim.recovery_id).decision_document_id
        assert "Ni får ingen faktura. Vi fakturerar bara belopp över 1 000 kronor." in text_of(desk, document)

    def test_two_small_claims_in_one_award_are_invoiced_together(self, desk: OpenDesk) -> None:
        rows = (Row(GRANTED, voucher="V-1"),)
        award_id = ready_award(desk, GRANTED, rows, {0: Rejected(from_kronor(1_100))})
        first = Claiming.create(desk, award_id)
        line = first.service.page(first.recovery_id).lines[0]
        first.service.change_line(line.id, LineInput(from_kronor(600)))
        first.hear()
        first.decide()
        first.send()
        with pytest.raises(NotAllowed, match="Ingen faktura"):
            InvoicesService(desk.work).draft(first.recovery_id)
        second = Claiming.create(desk, award_id)
        second.hear(date(2027, 5, 3), date(2027, 5, 10))
        second.decide(date(2027, 5, 11))
        second.send(date(2027, 5, 11))
        made = row(desk, second.invoice(date(2027, 6, 2)))
        assert made.amount_ore == from_kronor(1_100)
        assert "Kostnad utanför bidragets tid 1 100,00" in text_of(desk, made.document_id)
        assert status(first) == status(second) == "Fakturerat: väntar på betalning"
        pay(desk, from_kronor(1_100), reference=made.ocr_number)
        assert status(first) == status(second) == "Betalt"

    def test_small_claims_in_two_awards_are_not(self, desk: OpenDesk) -> None:
        first = decided(desk, from_kronor(600))
        second = decided(desk, from_kronor(500), "Region Västerbotten")
        for claim in (first, second):
            with pytest.raises(NotAllowed, match="Ingen faktura"):
                InvoicesService(desk.work).draft(claim.recovery_id)

    def test_a_later_small_increment_to_a_large_claim_is_invoiced_by_itself(
        self, desk: OpenDesk, claim: Claiming, invoice: int
    ) -> None:
        page = claim.service.page(claim.recovery_id)
        report(desk, page.row.award_id, GRANTED - CLAIMED - from_kronor(300), revision=2)
        second = Claiming.create(desk, page.row.award_id)
        second.hear(date(2027, 6, 3), date(2027, 6, 10))
        second.decide(date(2027, 6, 14))
        second.send(date(2027, 6, 14))
        made = row(desk, second.invoice(date(2027, 7, 12)))
        assert made.amount_ore == from_kronor(300)
        pay(desk, CLAIMED, reference=row(desk, invoice).ocr_number)
        assert (status(claim), status(second)) == ("Betalt", "Fakturerat: väntar på betalning")


class TestCredit:
    def test_the_whole_is_credited_and_invoiced_anew(
        self, desk: OpenDesk, claim: Claiming, invoice: int
    ) -> None:
        service = InvoicesService(desk.work)
        done = service.credit(invoice, CLAIMED, "Fel fakturaadress", desk.signed_by(desk.karin))
        assert done.message == "Kreditfaktura F-2027-002 är utfärdad."
        text = text_of(desk, done.id)
        assert (
            "Den här kreditfakturan gäller faktura F-2027-001 den 1 juni 2027. Skäl: Fel fakturaadress."
            in text
        )
        assert "Ska inte betalas." in text
        assert row(desk, invoice).status.words == "Krediterad"
        assert status(claim) == "Fakturan är krediterad: handläggaren fakturerar"
        note = next(it for it in service.rows(row(desk, invoice).award_id) if it.kind == "Kreditfaktura")
        assert (note.amount_ore, note.status.words, note.is_open) == (-CLAIMED, "Kreditfaktura", False)
        assert {offer.key for offer in note.offers if offer.enabled} == {"mark_sent"}
        draft = service.draft(claim.recovery_id).id or 0
        service.set_interest(draft, Interest.NO)
        service.issue(draft)
        assert row(desk, draft).number == "F-2027-003"
        pay(desk, CLAIMED, reference=row(desk, draft).ocr_number)
        assert status(claim) == "Betalt"

    def test_a_part_leaves_the_rest_owed(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        service = InvoicesService(desk.work)
        service.credit(invoice, from_kronor(1_200), "Räknefel.", desk.signed_by(desk.karin))
        assert row(desk, invoice).outstanding_ore == from_kronor(40_000)
        with pytest.raises(NotAllowed, match=r"40.000,00.kr är inte krediterat"):
            service.credit(invoice, from_kronor(40_001), "Räknefel.", desk.signed_by(desk.karin, b"%PDF 2"))
        with pytest.raises(NotAllowed, match="kan inte krediteras"):
            service.credit(invoice, 0, "Räknefel.", desk.signed_by(desk.karin, b"%PDF 3"))
        assert "40 000 kr är för mycket" not in pay(
            desk, from_kronor(40_000), reference=row(desk, invoice).ocr_number
        )

    def test_what_was_credited_in_part_is_invoiced_as_one_line(
        self, desk: OpenDesk, claim: Claiming, invoice: int
    ) -> None:
        service = InvoicesService(desk.work)
        service.credit(invoice, from_kronor(1_200), "Fel förfallodag.", desk.signed_by(desk.karin))
        draft = service.draft(claim.recovery_id).id or 0
        with pytest.raises(NotAllowed, match="Fakturan är utfärdad"):
            service.set_interest(draft, Interest.NO)
        document = service.issue(draft, seen_ore=from_kronor(1_200)).id
        assert "Återkrav enligt beslut ÅK-2027-001 1 200,00" in text_of(desk, document)

    def test_a_paid_invoice_becomes_overpaid(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        pay(desk, CLAIMED, reference=row(desk, invoice).ocr_number)
        assert status(claim) == "Betalt"
        service = InvoicesService(desk.work)
        service.credit(invoice, from_kronor(200), "Omprövat.", desk.signed_by(desk.karin))
        assert plain(row(desk, invoice).status.words) == "För mycket betalt: 200,00 kr ska betalas tillbaka"
        service.credit(invoice, from_kronor(41_000), "Omprövat.", desk.signed_by(desk.karin, b"%PDF 2"))
        assert plain(row(desk, invoice).status.words).startswith("För mycket betalt: 41 200,00 kr")

    def test_one_person_cannot_credit_and_reasons_are_asked(self, desk: OpenDesk, invoice: int) -> None:
        service = InvoicesService(desk.work)
        with pytest.raises(NotAllowed) as refused:
            service.credit(invoice, CLAIMED, "Fel.", desk.signed_by(desk.anna))
        assert refused.value.code == "F13"
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            service.credit(invoice, CLAIMED, " ", desk.signed_by(desk.karin))
        assert len(service.rows()) == 1

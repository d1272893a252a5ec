"""Number, OCR, due day and letter in one act, when everything an invoice waits for is there."""

from __future__ import annotations

from datetime import date

import pytest
from support.claiming import (
    CLAIMED,
    Claiming,
    plain,
    row,
    status,
    text_of,
)
from support.desk import OpenDesk, decide_appeal
from support.recovery import GRANTED, ready_award

from sbdesk.domain.decision import AppealAllowed
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.identifiers import is_ocr_number
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.recovery import Interest
from sbdesk.services.incoming_payments import IncomingPaymentsService, PaymentInput
from sbdesk.services.invoices import InvoicesService
from sbdesk.store.records.parties import DisqualificationRecord


class TestIssue:
    def test_number_ocr_due_day_and_letter(self, desk: OpenDesk, claim: Claiming) -> None:
        desk.clock.set(date(2027, 6, 1))
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        assert (row(desk, draft).status.words, row(desk, draft).number) == ("Utkast", "")
        assert service.draft_letter(draft).startswith(b"%PDF")
        service.set_interest(draft, Interest.NO)
        done = service.issue(draft, seen_ore=CLAIMED)
        made = row(desk, draft)
        assert (made.number, made.due_on) == ("F-2027-001", date(2027, 7, 1))
        assert is_ocr_number(made.ocr_number)
        assert made.ocr_number.startswith("2027001")
        assert made.status.words == "Utfärdad: handläggaren skickar fakturan"
        text = text_of(desk, done.id)
        assert "Att betala: 41 200 kronor senast den 1 juli 2027" in text
        assert f"bankgiro 5050-1055. Ange alltid OCR-nummer {made.ocr_number}." in text
        assert "dröjsmålsränta" not in text.casefold()
        assert status(claim) == "Fakturerat: väntar på betalning"
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is not None
        assert page.next_step.key == "mark_invoice_sent"
        service.mark_sent(draft, date(2027, 6, 1), DispatchChannel.E_MAIL)
        assert row(desk, draft).status.words == "Utfärdad: väntar på betalning till 2027-07-01"

    def test_interest_is_decided_with_its_ground_first(self, desk: OpenDesk, claim: Claiming) -> None:
        desk.clock.set(date(2027, 6, 1))
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        with pytest.raises(NotAllowed) as refused:
            service.issue(draft)
        assert "Det är inte bestämt om dröjsmålsränta ska tas ut" in str(refused.value)
        assert "Fakturan är inte utfärdad." in str(refused.value)
        offer = next(offer for offer in row(desk, draft).offers if offer.key == "issue")
        assert offer.reason == "Det är inte bestämt om dröjsmålsränta ska tas ut."
        with pytest.raises(UserFacingError, match="Stödet för dröjsmålsränta saknas"):
            service.set_interest(draft, Interest.YES, " ")
        claim.service.set_interest(claim.recovery_id, Interest.YES, "7 § förordningen (1993:1138)")
        document = service.issue(draft).id
        assert "7 § förordningen (1993:1138)" in text_of(desk, document)
        with pytest.raises(NotAllowed, match="Fakturan är utfärdad"):
            claim.service.set_interest(claim.recovery_id, Interest.NO)

    def test_an_unsent_decision_and_a_running_time_to_appeal_hinder_it(self, desk: OpenDesk) -> None:
        claim = Claiming.create(desk, ready_award(desk, GRANTED - CLAIMED))
        claim.hear()
        claim.decide()
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        service.set_interest(draft, Interest.NO)
        with pytest.raises(NotAllowed, match="Beslutet är inte markerat som skickat"):
            service.issue(draft)
        claim.service.mark_decision_sent(claim.recovery_id, date(2027, 5, 3), DispatchChannel.POST)
        with pytest.raises(NotAllowed, match="Det är inte känt när mottagaren fick beslutet"):
            service.issue(draft)
        claim.service.mark_decision_received(claim.recovery_id, date(2027, 5, 3))
        desk.clock.set(date(2027, 5, 24))
        with pytest.raises(NotAllowed, match="Tiden för överklagande går ut 2027-05-24"):
            service.issue(draft)
        desk.clock.set(date(2027, 5, 25))
        assert service.issue(draft).id

    def test_without_appeal_it_can_leave_at_once(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        decide_appeal(desk, AppealAllowed.NO)
        claim = Claiming.create(desk, award_id)
        claim.hear()
        claim.decide()
        claim.service.mark_decision_sent(claim.recovery_id, date(2027, 5, 3), DispatchChannel.POST)
        with pytest.raises(NotAllowed, match="den påverkar inte tiden för överklagande"):
            claim.service.mark_decision_received(claim.recovery_id, date(2027, 5, 3))
        assert claim.invoice(date(2027, 5, 3))

    def test_the_amount_confirmed_is_the_amount_issued(self, desk: OpenDesk, claim: Claiming) -> None:
        desk.clock.set(date(2027, 6, 1))
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        service.set_interest(draft, Interest.NO)
        payments = IncomingPaymentsService(desk.work)
        paid = payments.register(PaymentInput(date(2027, 6, 1), from_kronor(200))).id or 0
        payments.match_recovery(paid, claim.recovery_id)
        with pytest.raises(Conflict) as refused:
            service.issue(draft, seen_ore=CLAIMED)
        assert "Beloppet har ändrats från 41 200,00 kr till 41 000,00 kr." in plain(refused.value)
        assert row(desk, draft).amount_ore == from_kronor(41_000)
        document = service.issue(draft, seen_ore=from_kronor(41_000)).id
        assert "Redan betalt −200,00" in text_of(desk, document)

    def test_a_due_day_of_the_past_is_refused(self, desk: OpenDesk, claim: Claiming) -> None:
        desk.clock.set(date(2027, 6, 1))
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        service.set_interest(draft, Interest.NO)
        with pytest.raises(UserFacingError, match="Förfallodagen 2027-06-01"):
            service.issue(draft, due_on=date(2027, 6, 1))
        assert service.issue(draft, due_on=date(2027, 8, 2)).id
        assert row(desk, draft).due_on == date(2027, 8, 2)

    def test_a_failed_issue_takes_no_number(self, desk: OpenDesk, claim: Claiming) -> None:
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        service.set_interest(draft, Interest.NO)
        desk.clock.set(date(2027, 6, 1))
        with pytest.raises(UserFacingError):
            service.issue(draft, due_on=date(2027, 5, 1))
        service.issue(draft, command_id="k")
        service.issue(draft, command_id="k")
        with pytest.raises(NotAllowed):
            service.issue(draft)
        assert row(desk, draft).number == "F-2027-001"

    def test_drafts_are_discarded_and_taken_back(self, desk: OpenDesk, claim: Claiming) -> None:
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        with pytest.raises(NotAllowed, match="Det finns redan ett utkast"):
            service.draft(claim.recovery_id)
        service.discard(draft)
        assert row(desk, draft).status.words == "Kasserat utkast"
        with pytest.raises(NotAllowed, match="kasserad"):
            service.issue(draft)
        again = service.draft(claim.recovery_id).id or 0
        with pytest.raises(NotAllowed, match="Det finns redan ett utkast"):
            service.restore(draft)
        service.discard(again)
        service.restore(draft)
        assert row(desk, draft).status.words == "Utkast"

    def test_a_draft_that_is_paid_before_issue_has_nothing_left(
        self, desk: OpenDesk, claim: Claiming
    ) -> None:
        service = InvoicesService(desk.work)
        draft = service.draft(claim.recovery_id).id or 0
        payments = IncomingPaymentsService(desk.work)
        paid = payments.register(PaymentInput(desk.clock.today(), CLAIMED)).id or 0
        payments.match_recovery(paid, claim.recovery_id)
        with pytest.raises(NotAllowed, match="Ingen faktura"):
            service.draft_letter(draft)
        with pytest.raises(NotAllowed, match="Ingen faktura"):
            service.issue(draft)
        with pytest.raises(NotAllowed, match="väntar inte på betalning före faktura"):
            payments.match_recovery(paid, claim.recovery_id)

    def test_jav_stops_the_invoice(self, desk: OpenDesk, claim: Claiming) -> None:
        draft = InvoicesService(desk.work).draft(claim.recovery_id).id or 0
        with desk.store.writing() as session:
            session.add(
                DisqualificationRecord(
                    officer_id=desk.anna,
                    recipient_id=desk.recipient("Region Uppsala"),
                    from_on=desk.clock.today(),
                    reason="Närstående.",
                    reported_by=desk.anna,
                )
            )
        assert {offer.reason for offer in row(desk, draft).offers} == {
            "Anna Berg har anmält jäv för Region Uppsala. Lämna över ärendet till någon annan."
        }
        with pytest.raises(NotAllowed, match="har anmält jäv"):
            InvoicesService(desk.work).discard(draft)


def test_an_unknown_invoice_is_a_fault_of_ours(desk: OpenDesk) -> None:
    with pytest.raises(LookupError):
        InvoicesService(desk.work).page(99)

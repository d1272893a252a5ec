"""Invoices above the threshold, their issue, sending, credit, and what an incoming payment does to them."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader
from sqlalchemy import select
from support.desk import OpenDesk, decide_appeal
from support.ledger import Row
from support.recovery import GRANTED, Claiming, Rejected, ready_award, report

from sbdesk.domain.award import Balances
from sbdesk.domain.decision import AppealAllowed
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.identifiers import is_ocr_number
from sbdesk.domain.invoice import InvoiceState
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import Ore, from_kronor
from sbdesk.domain.recovery import Interest
from sbdesk.services.documents import DocumentsService
from sbdesk.services.incoming_payments import IncomingPaymentsService, PaymentInput
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recipients import debts_of
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.records.invoices import InvoiceRecord
from sbdesk.store.records.parties import DisqualificationRecord
from sbdesk.store.records.recoveries import RecoveryRecord

CLAIMED = from_kronor(41_200)


def text_of(desk: OpenDesk, document_id: int | None) -> str:
    assert document_id is not None
    pages = PdfReader(io.BytesIO(DocumentsService(desk.work).read(document_id).content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split()).replace("\u00a0", " ")


def plain(words: object) -> str:
    return str(words).replace("\u00a0", " ")


def decided(desk: OpenDesk, claimed: Ore = CLAIMED, recipient: str = "Region Uppsala") -> Claiming:
    """A decision on unused money, sent and received."""
    claim = Claiming.create(desk, ready_award(desk, GRANTED - claimed, recipient=recipient))
    claim.hear()
    claim.decide()
    claim.send()
    return claim


@pytest.fixture
def claim(desk: OpenDesk) -> Claiming:
    return decided(desk)


@pytest.fixture
def invoice(claim: Claiming) -> int:
    return claim.invoice()


def row(desk: OpenDesk, invoice_id: int) -> InvoiceRow:
    return InvoicesService(desk.work).page(invoice_id)


def status(claim: Claiming) -> str:
    return plain(claim.service.page(claim.recovery_id).row.status.words)


def pay(desk: OpenDesk, amount: Ore, **given: str) -> str:
    """Register a payment today; the message."""
    values = {"entry_reference": f"{amount}-{given}", **given}
    return plain(
        IncomingPaymentsService(desk.work)
        .register(PaymentInput(desk.clock.today(), amount, **values))
        .message
    )


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


class TestPayments:
    def test_a_part_payment_leaves_the_debt(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        told = pay(desk, from_kronor(41_000), reference=row(desk, invoice).ocr_number)
        assert told == "Inbetalning 41 000 kr mot faktura 41 200 kr: 200 kr återstår. Skulden är kvar."
        assert plain(row(desk, invoice).status.words) == "Delbetald: 200,00 kr återstår"
        assert status(claim) == "Fakturerat: väntar på betalning"
        told = pay(desk, from_kronor(200), reference=f"Faktura {row(desk, invoice).number.lower()}")
        assert told == "Region Uppsala betalade F-2027-001 den 2027-06-01."
        assert status(claim) == "Betalt"
        page = claim.service.page(claim.recovery_id)
        assert page.next_step is None

    def test_a_paid_debt_opens_for_a_decision(self, desk: OpenDesk, invoice: int) -> None:
        desk.clock.set(date(2027, 7, 13))
        assert plain(row(desk, invoice).status.words) == "Förfallen 12 dagar"
        told = pay(desk, CLAIMED, payer="Region Uppsala 232100-0024")
        assert told == "Region Uppsala betalade F-2027-001 den 2027-07-13. En rekvisition kan nu beslutas."
        with desk.store.reading() as session:
            assert debts_of(session, desk.work) == {}

    def test_a_part_paid_overdue_invoice_says_both(self, desk: OpenDesk, invoice: int) -> None:
        pay(desk, from_kronor(41_000), reference=row(desk, invoice).ocr_number)
        desk.clock.set(date(2027, 7, 2))
        assert plain(row(desk, invoice).status.words) == "Förfallen en dag: 200,00 kr återstår"

    def test_too_much_is_told(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        told = pay(desk, CLAIMED + 100, reference=row(desk, invoice).ocr_number)
        assert told.endswith("1 kr är för mycket betalt och ska betalas tillbaka.")
        assert status(claim) == "För mycket betalt: 1,00 kr ska betalas tillbaka"

    @pytest.mark.parametrize(
        "given",
        [
            {"reference": "999"},
            {"reference": "F-2027-0011"},
            {"payer": "Region Uppsala"},
            {"payer": "232100-0016"},
        ],
    )
    def test_what_names_nothing_waits_for_the_officer(
        self, desk: OpenDesk, invoice: int, given: dict[str, str]
    ) -> None:
        assert pay(desk, CLAIMED, **given).startswith("Inbetalningen är registrerad men inte kopplad.")
        (payment,) = IncomingPaymentsService(desk.work).rows()
        assert payment.status.words == "Inte kopplad: handläggaren kopplar den"

    def test_by_hand_in_parts_and_undone(self, desk: OpenDesk, claim: Claiming, invoice: int) -> None:
        service = IncomingPaymentsService(desk.work)
        payment = service.register(PaymentInput(desk.clock.today(), CLAIMED + 100)).id or 0
        service.match(payment, invoice, from_kronor(1_000))
        assert plain(service.rows()[0].status.words) == "Delvis kopplad: 40 201,00 kr återstår"
        with pytest.raises(NotAllowed, match="är inte kopplat"):
            service.match(payment, invoice, CLAIMED)
        with pytest.raises(NotAllowed, match="är inte kopplat"):
            service.match(payment, invoice, 0)
        service.match(payment, invoice, from_kronor(40_200))
        assert status(claim) == "Betalt"
        first, second = service.rows()[0].matches
        assert (first.what, first.amount_ore) == ("Faktura F-2027-001", from_kronor(1_000))
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            service.undo_match(second.id, "")
        service.undo_match(second.id, "Fel faktura.")
        assert status(claim) == "Fakturerat: väntar på betalning"
        assert [match.undone for match in service.rows()[0].matches] == [False, True]
        with pytest.raises(NotAllowed, match="redan ångrad"):
            service.undo_match(second.id, "Igen.")
        service.match(payment, invoice, from_kronor(40_200))
        assert status(claim) == "Betalt"

    def test_the_same_payment_is_registered_once(self, desk: OpenDesk, invoice: int) -> None:
        service = IncomingPaymentsService(desk.work)
        for given in (
            PaymentInput(desk.clock.today(), 500, "x", "y", "BG-1"),
            PaymentInput(desk.clock.today(), 500, "x", "y"),
        ):
            service.register(given, command_id=given.entry_reference or None)
            with pytest.raises(Conflict, match="Den här inbetalningen är redan registrerad"):
                service.register(given)
        first = service.register(PaymentInput(desk.clock.today(), 500, "x", "y", "BG-1"), command_id="BG-1")
        assert first.id == service.rows()[-1].id

    def test_impossible_payments_are_refused(self, desk: OpenDesk, claim: Claiming) -> None:
        service = IncomingPaymentsService(desk.work)
        with pytest.raises(UserFacingError, match="Beloppet saknas eller är negativt"):
            service.register(PaymentInput(desk.clock.today(), 0))
        with pytest.raises(UserFacingError, match="har inte varit än"):
            service.register(PaymentInput(date(2030, 1, 1), 1))
        draft = InvoicesService(desk.work).draft(claim.recovery_id).id or 0
        payment = service.register(PaymentInput(desk.clock.today(), 1)).id or 0
        with pytest.raises(NotAllowed, match="Välj en öppen faktura"):
            service.match(payment, draft)

    def test_not_ours_and_taken_back(self, desk: OpenDesk, invoice: int) -> None:
        service = IncomingPaymentsService(desk.work)
        payment = service.register(PaymentInput(desk.clock.today(), from_kronor(41_200))).id or 0
        service.mark_not_ours(payment, "Hör till en annan myndighet.")
        assert service.rows()[0].status.words == "Inte vår"
        with pytest.raises(NotAllowed, match="markerad som inte vår"):
            service.match(payment, invoice)
        service.reopen(payment, "Fel märkt.")
        service.match(payment, invoice)
        with pytest.raises(NotAllowed, match="Ångra kopplingen först"):
            service.mark_not_ours(payment, "Hör till en annan myndighet.")
        assert service.rows()[0].status.words == "Kopplad"


class TestVoluntary:
    def test_money_repaid_before_a_decision_lowers_the_claim(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        service = IncomingPaymentsService(desk.work)
        done = service.register_voluntary(award_id, PaymentInput(desk.clock.today(), from_kronor(40_000)))
        assert plain(done.message) == "Frivillig återbetalning 40 000,00 kr är registrerad."
        claim = Claiming.create(desk, award_id)
        page = claim.service.page(claim.recovery_id)
        assert (page.voluntary_ore, page.left_ore, page.row.amount_ore) == (
            from_kronor(40_000),
            from_kronor(1_200),
            from_kronor(1_200),
        )
        (match,) = service.rows()[0].matches
        assert match.what == "Frivillig återbetalning"
        service.undo_match(match.id, "Hör till ett annat bidrag.")
        assert claim.service.page(claim.recovery_id).left_ore == CLAIMED
        service.match_voluntary(done.id or 0, award_id)
        assert claim.service.page(claim.recovery_id).voluntary_ore == from_kronor(40_000)

    def test_a_claim_above_what_is_left_waits(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        claim = Claiming.create(desk, award_id)
        IncomingPaymentsService(desk.work).register_voluntary(award_id, PaymentInput(desk.clock.today(), 100))
        with pytest.raises(NotAllowed, match="kvar att kräva"):
            claim.service.write_hearing(claim.recovery_id)

    def test_only_what_no_decision_covers(self, desk: OpenDesk, claim: Claiming) -> None:
        award_id = claim.service.page(claim.recovery_id).row.award_id
        service = IncomingPaymentsService(desk.work)
        with pytest.raises(NotAllowed, match="utöver det som redan är beslutat"):
            service.register_voluntary(award_id, PaymentInput(desk.clock.today(), 100))
        assert service.rows() == []

    def test_the_rest_stays_unmatched(self, desk: OpenDesk) -> None:
        award_id = ready_award(desk, GRANTED - CLAIMED)
        done = IncomingPaymentsService(desk.work).register_voluntary(
            award_id, PaymentInput(desk.clock.today(), CLAIMED + 100)
        )
        assert plain(done.message).endswith("1,00 kr är inte kopplat.")


def test_the_money_before_an_invoice_lowers_it(desk: OpenDesk, claim: Claiming) -> None:
    service = IncomingPaymentsService(desk.work)
    payment = service.register(PaymentInput(desk.clock.today(), from_kronor(1_200))).id or 0
    told = plain(service.match_recovery(payment, claim.recovery_id).message)
    assert told == "1 200,00 kr är kopplat till ÅK-2027-001 och dras av före faktura."
    (match,) = service.rows()[0].matches
    assert match.what == "Återkrav ÅK-2027-001"
    assert row(desk, claim.invoice()).amount_ore == from_kronor(40_000)


def test_an_unknown_invoice_is_a_fault_of_ours(desk: OpenDesk) -> None:
    with pytest.raises(LookupError):
        InvoicesService(desk.work).page(99)


def test_states_are_what_the_tables_say(desk: OpenDesk, claim: Claiming, invoice: int) -> None:
    with desk.store.reading() as session:
        assert session.get_one(InvoiceRecord, invoice).state is InvoiceState.SENT
        recovery = session.scalars(select(RecoveryRecord)).one()
        assert Balances(award_sums(session, recovery.award_id)).outstanding == CLAIMED

"""Recipients across programmes, in Swedish order, with sums and debts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.desk import OpenDesk
from support.owing import owe

from sbdesk.domain.errors import Conflict, UserFacingError
from sbdesk.domain.identifiers import AccountKind, CheckResult
from sbdesk.domain.invoice import InvoiceState
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import AccountSource
from sbdesk.domain.report import ReportState
from sbdesk.services.recipients import RecipientInput, RecipientsService, debts_of
from sbdesk.store.records.parties import PayoutAccountRecord
from sbdesk.store.records.reports import ReportRecord


def test_the_regions_stand_in_swedish_order(desk: OpenDesk) -> None:
    rows = RecipientsService(desk.work).rows()
    names = [row.name for row in rows]
    assert len(names) == 21
    assert names[-1] == "Västra Götalandsregionen"
    assert names.index("Region Värmland") < names.index("Region Örebro län") < names.index(names[-1])
    skane = next(row for row in rows if row.name == "Region Skåne")
    assert (skane.programmes, skane.granted_ore, skane.debt_ore, skane.kind) == (1, 0, 0, "region")


def test_a_debt_counts_from_the_day_after_it_was_due(desk: OpenDesk) -> None:
    owe(desk)
    service = RecipientsService(desk.work)
    for days, debt in ((0, 0), (10, 0), (11, from_kronor(41_200))):
        desk.clock.set(desk.clock.today() + timedelta(days=days - (0 if days < 11 else 10)))
        assert service.card(desk.recipient()).row.debt_ore == debt
    with desk.store.reading() as session:
        assert debts_of(session, desk.work) == {desk.recipient(): from_kronor(41_200)}


def test_an_invoice_that_was_not_sent_is_no_debt(desk: OpenDesk) -> None:
    owe(desk, InvoiceState.ISSUED)
    desk.clock.set(desk.clock.today() + timedelta(days=90))
    assert RecipientsService(desk.work).card(desk.recipient()).row.debt_ore == 0


def test_the_card_shows_awards_and_accounts(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        for clearing, number in ((None, "123-4566"), ("8327-9", "123456789")):
            session.add(
                PayoutAccountRecord(
                    recipient_id=desk.recipient(),
                    kind=AccountKind.BANK_ACCOUNT if clearing else AccountKind.BANKGIRO,
                    number=number,
                    clearing=clearing,
                    check_result=CheckResult.OK,
                    source=AccountSource.REQUISITION,
                    entered_on=desk.clock.today(),
                    entered_by=desk.anna,
                )
            )
        session.add(
            ReportRecord(
                award_id=desk.award(),
                revision=1,
                received_on=desk.clock.today(),
                used_ore=0,
                answers={},
                state=ReportState.RECEIVED,
            )
        )
    card = RecipientsService(desk.work).card(desk.recipient())
    assert [(row.programme, row.ceiling_ore) for row in card.awards] == [("CSD 2026", from_kronor(6_000_000))]
    assert [(row.kind, row.number, row.confirmed) for row in card.accounts] == [
        ("Bankkonto", "8327-9, 123456789", False),
        ("Bankgiro", "123-4566", False),
    ]
    assert card.awards[0].repayable_ore == 0


def test_particulars_are_changed_by_one_at_a_time(desk: OpenDesk) -> None:
    service = RecipientsService(desk.work)
    recipient = desk.recipient("Region Uppsala")
    version = service.card(recipient).version
    given = RecipientInput(
        address="Gata 1\n111 11 Ort",
        registrar_email="r@exempel.invalid",
        buyer_reference="CSD",
        org_number_confirmed=True,
    )
    service.change(recipient, version, given)
    card = service.card(recipient)
    assert (card.address, card.registrar_email, card.buyer_reference, card.peppol_id) == (
        "Gata 1\n111 11 Ort",
        "r@exempel.invalid",
        "CSD",
        None,
    )
    assert card.row.org_number_confirmed
    with pytest.raises(Conflict) as refused:
        service.change(recipient, version, given)
    assert refused.value.code == "F12"
    with pytest.raises(UserFacingError, match="ingen e-postadress"):
        service.change(recipient, card.version, RecipientInput(registrar_email="registrator"))


def test_the_regions_can_be_put_in_again(desk: OpenDesk) -> None:
    assert RecipientsService(desk.work).add_regions().message == "0 regioner är inlagda."

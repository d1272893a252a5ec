"""Accounts: checked, told how they came, called back when by e-mail, confirmed by another, never deleted."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.parties import AccountSource
from sbdesk.domain.requisition import Channel
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.recipient_accounts import UNCHECKED, AccountsService, NewAccount
from sbdesk.services.recipient_rows import AccountRow
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.store.records.parties import DisqualificationRecord, PayoutAccountRecord

PAPER = ReceivedFile("konto.pdf", b"%PDF-1.4 invented account")
BANKGIRO = AccountInput(AccountKind.BANKGIRO, "50501055")


@pytest.fixture
def service(desk: OpenDesk) -> AccountsService:
    return AccountsService(desk.work)


def rows(desk: OpenDesk, recipient: str = "Region Skåne") -> tuple[AccountRow, ...]:
    return RecipientsService(desk.work).card(desk.recipient(recipient)).accounts


def entered(
    desk: OpenDesk,
    given: AccountInput = BANKGIRO,
    source: AccountSource = AccountSource.LETTER,
    recipient: str = "Region Skåne",
) -> AccountRow:
    AccountsService(desk.work).add(desk.recipient(recipient), NewAccount(given, source))
    return rows(desk, recipient)[0]


@pytest.mark.parametrize(
    ("given", "shown", "check"),
    [
        (BANKGIRO, ("Bankgiro", "5050-1055"), ""),
        (AccountInput(AccountKind.PLUSGIRO, "1234566"), ("Plusgiro", "12 34 56-6"), ""),
        (
            AccountInput(AccountKind.BANK_ACCOUNT, "123456", "9999", compared=True),
            ("Bankkonto", "9999, 123456"),
            UNCHECKED,
        ),
        (
            AccountInput(AccountKind.IBAN, "SE4550000000058398257466"),
            ("IBAN", "SE45 5000 0000 0583 9825 7466"),
            "",
        ),
    ],
)
def test_every_kind_is_checked_and_written_in_its_usual_form(
    desk: OpenDesk, given: AccountInput, shown: tuple[str, str], check: str
) -> None:
    row = entered(desk, given)
    assert ((row.kind, row.number), row.check) == (shown, check)
    assert (row.source, row.entered_by, row.entered_on, row.confirmed) == (
        "i brev",
        "Anna Berg",
        desk.clock.today(),
        False,
    )


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (AccountInput(AccountKind.BANKGIRO, "5050-1056"), "account_failed"),
        (AccountInput(AccountKind.IBAN, "SE4550000000058398257467"), "account_failed"),
        (AccountInput(AccountKind.BANK_ACCOUNT, "123456", "9999"), "account_unknown"),
    ],
)
def test_a_number_that_is_wrong_or_unknown_is_asked_about(
    desk: OpenDesk, service: AccountsService, given: AccountInput, code: str
) -> None:
    with pytest.raises(UserFacingError) as refused:
        service.add(desk.recipient(), NewAccount(given, AccountSource.LETTER))
    assert refused.value.code == code
    assert rows(desk) == ()


def test_a_wrong_number_is_to_be_asked_for_and_no_requisition_is_spoken_of(
    desk: OpenDesk, service: AccountsService
) -> None:
    with pytest.raises(UserFacingError) as refused:
        service.add(
            desk.recipient(), NewAccount(AccountInput(AccountKind.BANKGIRO, " "), AccountSource.LETTER)
        )
    assert (refused.value.what, refused.value.todo) == (
        "Bankgironumret saknas.",
        "Rätta numret, eller begär rätt nummer av mottagaren.",
    )


def test_an_account_is_entered_once_for_a_recipient(desk: OpenDesk, service: AccountsService) -> None:
    entered(desk)
    with pytest.raises(Conflict, match="Region Skåne har redan kontot Bankgiro 5050-1055"):
        service.add(desk.recipient(), NewAccount(BANKGIRO, AccountSource.OTHER))
    other = entered(desk, recipient="Region Uppsala")
    assert other.shared_with == "Region Skåne"


def test_by_e_mail_it_is_called_back_before_it_is_confirmed(desk: OpenDesk, service: AccountsService) -> None:
    row = entered(desk, source=AccountSource.E_MAIL)
    assert row.confirm_refused.startswith("Kontot kom med e-post. Ring först mottagaren")
    with pytest.raises(NotAllowed, match="Ring först"):
        service.confirm(row.id, row.version, desk.signed_by(desk.karin))
    with pytest.raises(UserFacingError, match="Skäl saknas för att skriva in motringningen"):
        service.call_back(row.id, row.version, desk.clock.today(), " ")
    with pytest.raises(UserFacingError, match="har inte varit än"):
        service.call_back(row.id, row.version, date(2026, 12, 1), "växeln")
    service.call_back(row.id, row.version, desk.clock.today(), "växeln enligt regionens webbplats")
    (called,) = rows(desk)
    assert called.called_back == "2026-06-10: växeln enligt regionens webbplats"
    assert (called.confirm_refused, called.call_back_refused) == ("", "Motringningen är redan inskriven.")
    with pytest.raises(NotAllowed, match="redan inskriven"):
        service.call_back(called.id, called.version, desk.clock.today(), "igen")
    service.confirm(called.id, called.version, desk.signed_by(desk.karin))
    (confirmed,) = rows(desk)
    assert confirmed.confirmed_by == (
        "Undertecknat utanför programmet av Karin Ek, registrerat av Anna Berg 2026-06-10"
    )


def test_the_same_person_and_a_second_time_are_refused(desk: OpenDesk, service: AccountsService) -> None:
    row = entered(desk)
    with pytest.raises(NotAllowed) as same:
        service.confirm(row.id, row.version, desk.signed_by(desk.anna))
    assert same.value.code == "F13"
    service.confirm(row.id, row.version, desk.signed_by(desk.karin))
    (confirmed,) = rows(desk)
    assert confirmed.confirmed
    assert confirmed.confirm_refused == confirmed.call_back_refused
    with pytest.raises(NotAllowed, match="redan bekräftat"):
        service.confirm(confirmed.id, confirmed.version, desk.signed_by(desk.per, b"%PDF-1.4 again"))
    with pytest.raises(NotAllowed, match="redan bekräftat"):
        service.call_back(confirmed.id, confirmed.version, desk.clock.today(), "växeln")


def test_a_second_person_with_jav_cannot_confirm(desk: OpenDesk, service: AccountsService) -> None:
    row = entered(desk)
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.karin,
                recipient_id=desk.recipient(),
                from_on=desk.clock.today(),
                reason="närstående",
                reported_by=desk.anna,
            )
        )
    with pytest.raises(NotAllowed, match="Karin Ek har anmält jäv"):
        service.confirm(row.id, row.version, desk.signed_by(desk.karin))


def test_the_document_can_come_with_it_or_later(desk: OpenDesk, service: AccountsService) -> None:
    service.add(desk.recipient(), NewAccount(BANKGIRO, AccountSource.LETTER, PAPER))
    (row,) = rows(desk)
    assert row.evidence == "Uppgift om konto, Region Skåne"
    newer = ReceivedFile("konto2.pdf", b"%PDF-1.4 a newer one")
    service.attach_evidence(row.id, row.version, newer)
    (again,) = rows(desk)
    assert again.evidence_id != row.evidence_id
    with pytest.raises(Conflict) as stale:
        service.attach_evidence(row.id, row.version, newer)
    assert stale.value.code == "F12"


def test_it_tells_where_it_is_used(desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.PAID)
    (row,) = rows(desk)
    assert row.source == "i rekvisitionen"
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in row.used_by] == [
        "CSD 2026: rekvisition 2026-06-10",
        "CSD 2026: utbetalt 6 000 000 kr",
    ]


def test_an_account_is_never_deleted(desk: OpenDesk) -> None:
    row = entered(desk)
    with pytest.raises(NotAllowed, match="Ett konto tas aldrig bort"), desk.store.writing() as session:
        session.delete(session.get_one(PayoutAccountRecord, row.id))
    assert len(rows(desk)) == 1


@pytest.mark.parametrize(
    ("channel", "source"),
    [(Channel.PORTAL, "i rekvisitionen"), (Channel.POST, "i brev"), (Channel.E_MAIL, "med e-post")],
)
def test_a_requisitions_account_came_as_the_requisition_did(
    desk: OpenDesk, channel: Channel, source: str
) -> None:
    CaseDriver(desk).receive(channel=channel)
    assert [row.source for row in rows(desk)] == [source]


def test_a_case_with_an_e_mailed_account_waits_for_the_call(desk: OpenDesk, service: AccountsService) -> None:
    case = CaseDriver(desk)
    decide_appeal(desk)
    case.receive(channel=Channel.E_MAIL)
    case.propose()
    case.decide()
    assert not case.page().account_confirmed, "a signed decision does not stand in for the call"
    with pytest.raises(NotAllowed, match="kom med e-post och är inte motringt"):
        case.requisitions.confirm_account(case.award, case.signed())
    (row,) = rows(desk)
    service.call_back(row.id, row.version, desk.clock.today(), "växeln enligt webbplatsen")
    case.requisitions.confirm_account(case.award, desk.signed_by(desk.karin, b"%PDF-1.4 confirmed"))
    assert case.page().account_confirmed


def test_a_portal_requisition_does_not_confirm_what_came_by_e_mail(desk: OpenDesk) -> None:
    entered(desk, source=AccountSource.E_MAIL)
    case = CaseDriver(desk)
    decide_appeal(desk)
    case.receive()
    case.propose()
    case.decide()
    assert not case.page().account_confirmed

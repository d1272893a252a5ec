"""The requisition before a decision: entry, checks, reasons, completion, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from support.desk import OpenDesk
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.store.records.awards import RequisitionRecord, RequisitionRevisionRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.parties import PayoutAccountRecord, PersonRecord, RepresentativeRecord
from sbdesk.store.records.programmes import AllotmentRecord


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    return CaseDriver(desk)


def count(case: CaseDriver, record: type) -> int:
    with case.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(record)) or 0


def checks(case: CaseDriver) -> dict[str, str]:
    return {row.code: row.word for row in case.page().checks}


def test_every_award_is_listed_also_without_requisition(case: CaseDriver) -> None:
    rows = case.requisitions.rows(2026)
    assert [row.recipient for row in rows] == [
        "Region Skåne",
        "Region Stockholm",
        "Region Uppsala",
        "Region Västerbotten",
        "Region Östergötland",
        "Västra Götalandsregionen",
    ]
    skane = rows[0]
    assert skane.allotted_ore == from_kronor(6_000_000)
    assert (skane.requested_ore, skane.received_on, skane.days, skane.mine) == (None, None, None, False)
    assert {row.status.words for row in rows} == {"Väntar på mottagaren: rekvisition"}
    assert case.requisitions.rows(2025) == []
    assert len(case.requisitions.rows()) == 6


def test_a_faultless_requisition_passes_every_check(case: CaseDriver) -> None:
    done = case.requisitions.receive(case.award, case.given())
    page = case.page()
    assert done.message == "Rekvisitionen är registrerad."
    assert set(checks(case).values()) == {"OK"}
    assert len(page.checks) == 10
    assert page.stage is Stage.CHECKING
    assert page.requested_ore == from_kronor(6_000_000)
    assert [(part.operation, part.requested_ore) for part in page.parts] == [
        ("Centrum för sällsynta diagnoser Syd", from_kronor(2_000_000)),
        ("Centrum för sällsynta diagnoser Syd", from_kronor(4_000_000)),
    ]
    assert (page.account, page.account_confirmed) == ("Bankgiro 5050-1055", False)
    assert (page.case_number, page.assignee) == ("9.1-1001/2026", "Anna Berg")
    assert page.entry is not None
    assert (page.entry.contact_name, page.entry.contact_email) == ("Kim Kontakt", "kim@region.invalid")
    row = case.requisitions.rows(2026)[0]
    assert (row.mine, row.days, row.received_on) == (True, 0, date(2026, 6, 10))


def test_no_name_of_a_recipients_person_reaches_the_chain(case: CaseDriver) -> None:
    case.receive()
    with case.desk.store.reading() as session:
        texts = [str((e.before, e.after, e.reason)) for e in session.scalars(select(EventRecord))]
        people = list(session.scalars(select(PersonRecord)))
    assert not [text for text in texts if "Kim" in text or "kim@" in text]
    assert [(person.name, len(person.salt)) for person in people] == [("Kim Kontakt", 32)]


def test_more_than_allotted_is_a_deviation_that_needs_a_reason(case: CaseDriver) -> None:
    base, coordination = case.components()
    case.receive(amounts={base: from_kronor(2_000_000), coordination: from_kronor(5_000_000)})
    row = next(row for row in case.page().checks if row.code == "R04")
    assert row.word == "Avvikelse"
    assert "1 000 000 kr mer än högsta belopp 6 000 000 kr" in row.text.replace("\N{NO-BREAK SPACE}", " ")
    assert row.needs_reason
    assert row.quote.startswith("2 000 000 kronor till Region Skåne (CSD Syd)")
    assert row.source == "CSD 2026, Hur stort är bidraget och hur fördelas det?"
    with pytest.raises(NotAllowed, match="1 avvikelse saknar skäl: Inom tilldelat belopp"):
        case.propose()
    case.requisitions.explain(case.award, {"R04": " Resten avslås. "})
    row = next(row for row in case.page().checks if row.code == "R04")
    assert (row.reason, row.needs_reason) == ("Resten avslås.", False)
    case.requisitions.clear(case.award)
    assert case.page().stage is Stage.READY
    case.requisitions.clear(case.award)
    assert case.page().stage is Stage.READY


def test_a_reason_holds_until_the_facts_change(case: CaseDriver) -> None:
    base, coordination = case.components()
    over = {base: from_kronor(2_000_000), coordination: from_kronor(5_000_000)}
    case.receive(amounts=over)
    case.requisitions.explain(case.award, {"R04": "Resten avslås."})
    more = {**over, coordination: from_kronor(6_000_000)}
    case.requisitions.revise(case.award, case.given(amounts=more))
    assert next(row for row in case.page().checks if row.code == "R04").needs_reason
    case.requisitions.revise(case.award, case.given(amounts=over))
    assert not next(row for row in case.page().checks if row.code == "R04").needs_reason


def test_a_late_requisition_is_tried_with_a_reason(case: CaseDriver) -> None:
    case.desk.clock.set(date(2026, 7, 17))
    case.receive()
    row = next(row for row in case.page().checks if row.code == "R02")
    assert row.text.startswith("Rekvisitionen kom in den 17 juli 2026, 2 dagar efter sista dag")
    with pytest.raises(UserFacingError, match="Kontrollen har ingen avvikelse längre"):
        case.requisitions.explain(case.award, {"R04": "fel kontroll"})
    with pytest.raises(UserFacingError, match="Skäl saknas för att godta avvikelsen"):
        case.requisitions.explain(case.award, {"R02": "  "})
    case.requisitions.explain(case.award, {"R02": "E-tjänsten låg nere."})


def test_missing_data_stops_a_grant_and_never_a_refusal(case: CaseDriver) -> None:
    case.receive(account=None, contact_email="", contact_name="", portal_checked=False)
    words = checks(case)
    assert (words["R03"], words["R05"], words["R06"]) == ("Stopp", "Stopp", "Inte kontrollerat")
    page = case.page()
    assert page.next_step is not None
    assert page.next_step.reason == (
        "2 stopp hindrar bifall: Uppgifter saknas, Ombud utsett. Öppna Kontroller eller föreslå avslag."
    )
    case.decisions.propose_refusal(case.award, "Uppgifter saknas trots begäran.")
    assert case.page().stage is Stage.PROPOSED


def test_an_active_representative_answers_r05_and_is_remembered(case: CaseDriver) -> None:
    with case.desk.store.writing() as session:
        person = PersonRecord(name="Ombud Ombudsson", email=None, salt=b"0" * 32)
        session.add(person)
        session.flush()
        session.add(
            RepresentativeRecord(
                recipient_id=case.desk.recipient(),
                person_id=person.id,
                appointed_on=date(2026, 1, 1),
                state="active",
            )
        )
    case.receive(portal_checked=False)
    assert checks(case)["R05"] == "OK"
    with case.desk.store.reading() as session:
        assert session.scalars(select(RequisitionRevisionRecord.representative_id)).one() is not None


@pytest.mark.parametrize(
    ("account", "sentence"),
    [
        (AccountInput(AccountKind.BANKGIRO, "123-4568"), "Bankgiro 123-4568 har fel kontrollsiffra."),
        (AccountInput(AccountKind.PLUSGIRO, "12 34 56-7"), "Plusgiro 12 34 56-7 har fel kontrollsiffra."),
        (AccountInput(AccountKind.IBAN, "SE00"), "IBAN SE00 är inte giltigt."),
    ],
)
def test_wrong_check_digits_never_get_in(case: CaseDriver, account: AccountInput, sentence: str) -> None:
    with pytest.raises(UserFacingError) as error:
        case.receive(account=account)
    assert error.value.what == sentence
    assert error.value.safe == "Inget är sparat, men det du har skrivit finns kvar."
    assert (count(case, RequisitionRecord), count(case, PayoutAccountRecord)) == (0, 0)
    assert count(case, DocumentRecord) == 0


def test_an_account_that_no_table_can_check_is_taken_once_it_is_compared(case: CaseDriver) -> None:
    account = AccountInput(AccountKind.BANK_ACCOUNT, "12 345 678-9", "8327-9")
    with pytest.raises(UserFacingError, match="Markera sedan att numret är jämfört") as error:
        case.receive(account=account)
    assert error.value.code == "account_unknown"
    case.receive(account=replace(account, compared=True))
    assert checks(case)["R06"] == "Upplysning"
    assert case.page().account == "Bankkonto 83279, 123456789"


def test_the_same_account_is_kept_once_and_shared_ones_are_told(case: CaseDriver) -> None:
    case.receive()
    case.requisitions.revise(case.award, case.given(payment_reference="ny referens"))
    assert count(case, PayoutAccountRecord) == 1
    other = CaseDriver(case.desk, "Region Uppsala")
    other.receive()
    note = next(row for row in other.page().checks if row.code == "R06")
    assert note.text == "Bankgiro 5050-1055 används också av Region Skåne."


@pytest.mark.parametrize("email", ["inte epost", "a@b", "@exempel.invalid"])
def test_a_contact_without_a_real_address_is_refused(case: CaseDriver, email: str) -> None:
    with pytest.raises(UserFacingError, match="är ingen e-postadress"):
        case.receive(contact_email=email)
    assert count(case, RequisitionRecord) == 0


def test_without_a_sentence_for_the_recipient_the_frame_grounds_the_ceiling(case: CaseDriver) -> None:
    case.receive(amounts={key: ore * 2 for key, ore in case.granted_in_full().items()})
    with case.desk.store.writing() as session:
        for allotment in session.query(AllotmentRecord):
            allotment.decided_fact_id = None
    (row,) = (it for it in case.page().checks if it.code == "R04")
    assert row.quote.startswith("Det totala beloppet")

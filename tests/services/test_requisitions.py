"""The requisition before a decision: entry, checks, reasons, completion, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import func, select
from support.desk import OpenDesk
from support.requisition_case import PAGE, CaseDriver

from sbdesk.domain.award import AwardState
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition import Channel, RequisitionState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord, RequisitionRevisionRecord
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
    assert len(page.checks) == 9
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
    assert row.quote.startswith("Det totala beloppet")
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


def test_a_second_requisition_is_refused_with_the_way_out(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(NotAllowed) as error:
        case.receive()
    assert str(error.value) == (
        "Mottagaren har redan en rekvisition i det här statsbidraget. "
        "Inget är sparat, men det du har skrivit finns kvar. Öppna den och välj Ändra uppgift i rekvisitionen."
    )
    assert count(case, RequisitionRecord) == 1


def test_the_database_refuses_a_second_one_too(case: CaseDriver) -> None:
    case.receive()
    with (
        pytest.raises(Conflict, match="Mottagaren har redan en rekvisition"),
        case.desk.store.writing() as session,
    ):
        session.add(
            RequisitionRecord(
                award_id=case.award,
                received_on=date(2026, 6, 10),
                channel=Channel.POST,
                state=RequisitionState.RECEIVED,
            )
        )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"received_on": date(2026, 6, 11)}, "Dagen 2026-06-11 har inte varit än."),
        ({"amounts": {}}, "Beloppet saknar del av statsbidraget"),
        ({"amounts": {999: 100}}, "Beloppet saknar del av statsbidraget"),
        ({"requested_ore": -100}, "är ett negativt belopp"),
    ],
)
def test_what_can_never_be_right_is_refused(
    case: CaseDriver, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UserFacingError, match=sentence):
        case.receive(**changes)
    assert count(case, RequisitionRecord) == 0


def test_parts_that_contradict_the_stated_sum_are_a_stop(case: CaseDriver) -> None:
    case.receive(requested_ore=from_kronor(5_999_000))
    assert checks(case)["R09"] == "Stopp"


def test_the_same_command_twice_has_one_effect(case: CaseDriver) -> None:
    given = case.given()
    first = case.requisitions.receive(case.award, given, command_id="c-1")
    again = case.requisitions.receive(case.award, given, command_id="c-1")
    assert first == again
    assert count(case, RequisitionRecord) == 1
    with pytest.raises(Conflict, match="Samma kommando kom en gång till"):
        case.requisitions.receive(case.award, case.given(payment_reference="annan"), command_id="c-1")


def test_a_stale_page_does_not_overwrite(case: CaseDriver) -> None:
    case.receive()
    seen = case.page().version
    per = RequisitionsService(case.desk.work_of(case.desk.per))
    per.revise(case.award, case.given(payment_reference="Pers"), seen)
    with pytest.raises(Conflict) as error:
        case.requisitions.revise(case.award, case.given(payment_reference="Annas"), seen)
    assert error.value.code == "F12"
    assert error.value.what.startswith("Per Lund ändrade ärendet 09.")
    entry = case.page().entry
    assert entry is not None
    assert entry.payment_reference == "Pers"


def test_a_change_needs_the_recipients_document_or_the_portal(case: CaseDriver) -> None:
    case.receive()
    changed = case.given(portal_checked=False, payment_reference="x")
    with pytest.raises(UserFacingError, match="Mottagarens begäran saknas"):
        case.requisitions.revise(case.award, changed)
    case.requisitions.revise(case.award, replace(changed, document=PAGE))
    assert [document.kind for document in case.page().documents] == ["requisition"]
    # The same file again is kept and filed once.
    case.requisitions.revise(case.award, replace(changed, document=PAGE, payment_reference="y"))
    assert len(case.page().documents) == 1


def test_after_the_grant_only_account_and_contact_change(case: CaseDriver) -> None:
    case.bring_to(Stage.GRANTED)
    base, coordination = case.components()
    with pytest.raises(UserFacingError, match="Beloppet är beslutat"):
        case.requisitions.revise(case.award, case.given(amounts={base: 100, coordination: 100}))
    case.requisitions.revise(case.award, case.given(account=AccountInput(AccountKind.BANKGIRO, "991-2346")))
    page = case.page()
    assert page.stage is Stage.GRANTED
    assert (page.account, page.account_confirmed) == ("Bankgiro 991-2346", False)
    assert page.next_step is not None
    assert page.next_step.label == "Bekräfta kontot…"
    case.requisitions.confirm_account(case.award, case.signed(case.desk.per))
    assert case.page().account_confirmed
    with pytest.raises(NotAllowed, match="Kontot är redan bekräftat"):
        case.requisitions.confirm_account(case.award, case.signed())


def test_who_entered_the_account_cannot_confirm_it(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(NotAllowed) as error:
        case.requisitions.confirm_account(case.award, case.signed(case.desk.anna))
    assert error.value.code == "F13"
    assert not case.page().account_confirmed


def test_completion_from_letter_to_reply(case: CaseDriver) -> None:
    case.receive(contact_email="")
    due = date(2026, 6, 24)
    with pytest.raises(UserFacingError, match="har redan varit"):
        case.requisitions.ask_completion(case.award, ["E-postadress."], date(2026, 6, 10))
    with pytest.raises(UserFacingError, match="Skäl saknas för att begära komplettering"):
        case.requisitions.ask_completion(case.award, [" "], due)
    letter = case.requisitions.ask_completion(case.award, ["Kontaktpersonens e-postadress."], due).id
    page = case.page()
    assert page.status.words == "Väntar på mottagaren: komplettering senast 2026-06-24"
    assert [(d.id, d.kind, d.sent_on) for d in page.documents] == [(letter, "completion_letter", None)]
    with case.desk.store.reading() as session:
        record = session.get_one(DocumentRecord, letter)
        assert record.content is not None
        text = "".join(p.extract_text() for p in PdfReader(BytesIO(record.content)).pages)
        assert record.chain_head is not None
    assert "Kontaktpersonens e-postadress." in text
    assert "24 juni 2026" in text
    case.requisitions.extend_completion(case.award, date(2026, 7, 1), "Semester.")
    done = case.requisitions.complete(case.award, case.given(received_on=date(2026, 6, 10)))
    assert done.message == "Svaret är registrerat. 1 åtgärdade, 0 kvar."
    page = case.page()
    assert page.stage is Stage.CHECKING
    assert page.next_step is not None
    assert page.next_step.enabled


def test_asking_from_ready_takes_the_clearing_back(case: CaseDriver) -> None:
    case.bring_to(Stage.READY)
    case.ask_completion()
    assert case.page().stage is Stage.INCOMPLETE


def test_recheck_finds_what_has_changed(case: CaseDriver) -> None:
    case.bring_to(Stage.READY)
    assert case.requisitions.recheck(case.award).message == "Kontrollerna är körda: 0 att åtgärda."
    with case.desk.store.writing() as session:
        for allotment in session.scalars(select(AllotmentRecord)):
            allotment.decided_ore = from_kronor(1_000_000)
    assert case.page().stage is Stage.CHECKING
    assert case.requisitions.recheck(case.award).message == "Kontrollerna är körda: 1 att åtgärda."
    with case.desk.store.reading() as session:
        assert session.scalars(select(RequisitionRecord.state)).one() is RequisitionState.RECEIVED


def test_withdrawal_needs_the_document_and_leaves_room_for_a_new_one(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(UserFacingError, match="Mottagarens återkallelse saknas"):
        case.requisitions.withdraw(case.award, None)
    case.requisitions.withdraw(case.award, ReceivedFile("brev.pdf", b"%PDF-1.4 x"), command_id="w")
    assert case.page().stage is Stage.WITHDRAWN
    case.receive(payment_reference="andra")
    page = case.page()
    assert page.stage is Stage.CHECKING
    assert page.timeline[0].what == "Ny rekvisition registrerad"
    assert count(case, RequisitionRecord) == 2


def test_hold_release_close_and_number(case: CaseDriver) -> None:
    for call in (
        lambda: case.requisitions.hold(case.award, " "),
        lambda: case.requisitions.set_case_number(case.award, " "),
    ):
        with pytest.raises(UserFacingError):
            call()
    case.requisitions.hold(case.award, "väntar")
    assert case.page().status.whole == "Vilande: väntar"
    case.requisitions.release(case.award)
    case.requisitions.set_case_number(case.award, " 9.1-5/2026 ")
    assert case.page().case_number == "9.1-5/2026"
    case.desk.clock.set(date(2026, 7, 16))
    case.requisitions.close_unrequested(case.award, "Avstår.")
    with case.desk.store.reading() as session:
        assert session.get_one(AwardRecord, case.award).state is AwardState.CLOSED
    case.requisitions.reopen_award(case.award, "Kom ändå.")
    assert case.page().stage is Stage.EXPECTED
    case.requisitions.assign(case.award, None)


def test_notes_are_part_of_the_case(case: CaseDriver) -> None:
    case.requisitions.add_note(case.award, " Samtal med registrator. ")
    (note,) = case.page().notes
    assert (note.who, note.text) == ("Anna Berg", "Samtal med registrator.")
    with case.desk.store.reading() as session:
        assert "Samtal" not in str([e.after for e in session.scalars(select(EventRecord))])


def test_days_count_from_the_last_move_not_from_notes(case: CaseDriver) -> None:
    case.receive()
    case.desk.clock.set(case.desk.clock.today() + timedelta(days=3))
    case.requisitions.add_note(case.award, "Ringt.")
    assert case.requisitions.rows(2026)[0].days == 3


def test_unknown_award(case: CaseDriver) -> None:
    with pytest.raises(LookupError):
        case.requisitions.case(999)


def test_officers_for_the_choice_of_a_second_person(case: CaseDriver) -> None:
    assert [(text, roles) for _, text, roles in case.requisitions.officers()] == [
        ("Anna Berg, handläggare", ["officer"]),
        ("Karin Ek, enhetschef", ["decider", "payer"]),
        ("Per Lund, handläggare", ["officer"]),
    ]

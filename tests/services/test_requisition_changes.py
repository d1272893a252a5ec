"""Changing, completing, withdrawing and closing a requisition, and the acts on its case."""

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
from sbdesk.domain.ore import LIMIT, from_kronor
from sbdesk.domain.requisition import Channel, RequisitionState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.requisition_inputs import AccountInput
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.office import DocumentRecord, EventRecord
from sbdesk.store.records.programmes import AllotmentRecord


@pytest.fixture
def case(desk: OpenDesk) -> CaseDriver:
    return CaseDriver(desk)


def count(case: CaseDriver, record: type) -> int:
    with case.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(record)) or 0


def checks(case: CaseDriver) -> dict[str, str]:
    return {row.code: row.word for row in case.page().checks}


def test_a_second_requisition_is_refused_with_the_way_out(case: CaseDriver) -> None:
    case.receive()
    with pytest.raises(NotAllowed) as error:
        case.receive()
    assert str(error.value) == (
        "Mottagaren har redan en rekvisition i det här statsbidraget. "
        "Inget är sparat, men det du har skrivit finns kvar. "
        "Öppna den och välj Ändra uppgift i rekvisitionen."
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
        ({"requested_ore": LIMIT + 1}, "är mer än högsta möjliga belopp"),
        ({"received_on": date(2024, 12, 31)}, "2024-12-31 är ett orimligt datum för ett statsbidrag"),
        ({"case_number": "9" * 1500}, "Diarienumret har 1500 tecken. Högst 60 får plats."),
        ({"payment_reference": "9" * 141}, "Betalningsreferensen har 141 tecken. Högst 140 får plats."),
    ],
)
def test_what_can_never_be_right_is_refused(
    case: CaseDriver, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UserFacingError, match=sentence):
        case.receive(**changes)
    assert count(case, RequisitionRecord) == 0


def test_the_sum_of_the_parts_has_a_highest_amount_too(case: CaseDriver) -> None:
    with pytest.raises(UserFacingError, match="även deras summa ska rymmas"):
        case.receive(amounts=dict.fromkeys(case.granted_in_full(), LIMIT))
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
        lambda: case.requisitions.hold(case.award, "x" * 20_001),
        lambda: case.requisitions.hold(case.award, "väntar", date(1900, 1, 1)),
        lambda: case.requisitions.set_case_number(case.award, "9" * 61),
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

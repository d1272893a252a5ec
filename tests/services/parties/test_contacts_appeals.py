"""A contact stays while a decision against the recipient can be appealed, or its appeal is open."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.appealing import AppealDriver
from support.desk import FIRST_DAY, OpenDesk, decide_appeal

from sbdesk.domain.appeal import AppealOutcome
from sbdesk.domain.decision import AppealAllowed
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.contacts import ContactsService
from sbdesk.services.recipient_rows import ContactRow
from sbdesk.services.recipients import RecipientsService
from sbdesk.store.records.office import DispatchRecord
from sbdesk.store.records.programmes import ProgrammeRecord

LAST_DAY = FIRST_DAY + timedelta(days=21)
UNKNOWN = (
    "Uppgifterna behövs: CSD 2026, avslag B-2026-001, där dagen då tiden att överklaga går ut inte är känd."
)


@pytest.fixture
def case(desk: OpenDesk) -> AppealDriver:
    return AppealDriver(desk)


def contact(desk: OpenDesk) -> ContactRow:
    (row,) = RecipientsService(desk.work).card(desk.recipient()).contacts
    return row


def received(case: AppealDriver) -> None:
    """The recipient has said that the decision came on the first day."""
    with case.desk.store.writing() as session:
        session.add(
            DispatchRecord(
                document_id=case.newest().document_id,
                recipient_id=case.desk.recipient(),
                sent_on=FIRST_DAY,
                channel=DispatchChannel.E_MAIL,
                received_on=FIRST_DAY,
                marked_by=case.desk.anna,
            )
        )


def test_a_refusal_keeps_its_contact_until_the_time_to_appeal_is_out(case: AppealDriver) -> None:
    case.refused()
    received(case)
    service, row = ContactsService(case.desk.work), contact(case.desk)
    assert row.erase_refused == (
        f"Uppgifterna behövs: CSD 2026, avslag B-2026-001 kan överklagas till och med {LAST_DAY.isoformat()}."
    )
    case.on(LAST_DAY)
    with pytest.raises(NotAllowed, match="kan överklagas till och med"):
        service.erase(row.id, row.version, "gallringsbeslut ÖVNING 1")
    case.on(LAST_DAY + timedelta(days=1))
    assert contact(case.desk).erase_refused == ""
    service.erase(row.id, row.version, "gallringsbeslut ÖVNING 1")
    assert contact(case.desk).name == ""


def test_an_end_that_nobody_knows_keeps_it_until_the_programme_is_archived(case: AppealDriver) -> None:
    case.refused()
    case.on(LAST_DAY + timedelta(days=90))
    assert contact(case.desk).erase_refused == UNKNOWN
    with case.desk.store.writing() as session:
        session.get_one(ProgrammeRecord, case.desk.programme).state = ProgrammeState.ARCHIVED
    assert contact(case.desk).erase_refused == ""


def test_a_decision_that_may_not_be_appealed_keeps_nobody(case: AppealDriver) -> None:
    decide_appeal(case.desk, AppealAllowed.NO)
    case.receive()
    case.refuse()
    assert contact(case.desk).erase_refused == ""


def test_an_open_appeal_keeps_the_contact_until_it_is_settled(case: AppealDriver) -> None:
    case.refused()
    received(case)
    appeal = case.at_court()
    case.on(LAST_DAY + timedelta(days=1))
    assert contact(case.desk).erase_refused == "Uppgifterna behövs: CSD 2026, överklagande av B-2026-001."
    case.judge(appeal, AppealOutcome.UNCHANGED)
    assert contact(case.desk).erase_refused == ""


def test_a_dismissed_appeal_has_a_time_of_its_own(case: AppealDriver) -> None:
    case.refused()
    received(case)
    appeal = case.late()
    case.appeals.dismiss(appeal, "Överklagandet kom in för sent.", case.signed())
    assert "avvisning B-2026-002" in contact(case.desk).erase_refused

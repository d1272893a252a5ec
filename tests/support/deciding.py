"""A child process that decides case after case and says so after each commit; made to be killed."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.requisition import Channel
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.clock import SetClock
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.requisition_inputs import AccountInput, RequisitionInput
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.services.settings import SettingsService
from sbdesk.services.workplace import Workplace
from sbdesk.store.unit_of_work import Store
from support.desk import OpenDesk, decide_appeal, open_desk

DAY = date(2026, 6, 20)


def prepare(place: Path) -> list[int]:
    """Six cases that wait for their decision; returns the awards."""
    desk = open_desk(place)
    decide_appeal(desk)
    desk.clock.set(DAY)
    awards = [row.award_id for row in RequisitionsService(desk.work).rows()]
    for number, award in enumerate(awards):
        _lay_before(desk, award, number)
    desk.store.close()
    return awards


def _lay_before(desk: OpenDesk, award: int, number: int) -> None:
    service = RequisitionsService(desk.work)
    amounts = {part.component_id: part.allotted_ore or 0 for part in service.case(award).parts}
    service.receive(
        award,
        RequisitionInput(
            received_on=DAY - timedelta(days=3),
            channel=Channel.PORTAL,
            amounts=amounts,
            account=AccountInput(AccountKind.BANKGIRO, "111-1111"),
            contact_name="Eva Exempel",
            contact_email="eva@exempel.invalid",
            portal_checked=True,
            case_number=f"9.1-{number}/2026",
        ),
    )
    DecisionsService(desk.work).propose(award, amounts, "", desk.karin)


def main(place: str) -> None:
    """Decide every case that waits, acknowledging each on standard output once it is committed."""
    store = Store.open(place)
    clock = SetClock(DAY)
    names = {row.name: row.id for row in SettingsService(Workplace(store, clock, 1)).officers()}
    work = Workplace(store, clock, names["Anna Berg"])
    for row in RequisitionsService(work).rows():
        page = ReceivedFile("u.pdf", f"%PDF signed {row.award_id}".encode())
        print(f"begin {row.award_id}", flush=True)
        DecisionsService(work).register_signed(row.award_id, SecondPerson(names["Karin Ek"], DAY, page))
        print(f"done {row.award_id}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])

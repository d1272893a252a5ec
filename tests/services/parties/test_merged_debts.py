"""What a merged recipient owed is asked of the successor; accounts and operations stay with the former."""

from __future__ import annotations

from datetime import date

import pytest
from support.debts import owe
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.features.recipients.lines import debt_status
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.requisition_check_facts import debts_of as facts_of_debts

FORMER, MIDDLE, LAST = "Region Skåne", "Region Uppsala", "Region Stockholm"
DAY = date(2026, 6, 1)
OWED = from_kronor(41_200)


def merge(desk: OpenDesk, former: str, into: str) -> None:
    service = RecipientsService(desk.work)
    version = service.card(desk.recipient(former)).version
    service.merge((desk.recipient(former), desk.recipient(into)), version, DAY, desk.signed_by(desk.karin))


@pytest.fixture
def owing(desk: OpenDesk) -> OpenDesk:
    """Region Skåne owes for an earlier grant, due ten days ago."""
    owe(desk, OWED, date(2026, 5, 31), FORMER, desk.award(FORMER))
    return desk


def test_the_successors_card_counts_the_former_ones_debt_by_name(owing: OpenDesk) -> None:
    service = RecipientsService(owing.work)
    assert service.card(owing.recipient(LAST)).debts == ()
    merge(owing, FORMER, MIDDLE)
    merge(owing, MIDDLE, LAST)
    card = service.card(owing.recipient(LAST))
    assert [(row.number, row.outstanding_ore, row.former) for row in card.debts] == [
        ("F-2025-014", OWED, FORMER)
    ]
    assert card.row.debt_ore == OWED
    told = debt_status(card, owing.clock.today())
    assert told is not None
    assert "F-2025-014, 41\u00a0200\u00a0kr (CSD 2026, Region Skåne)" in told.text
    own = service.card(owing.recipient(FORMER))
    assert (own.debts[0].former, own.row.debt_ore) == ("", OWED)
    (row,) = [row for row in service.rows() if row.name == "Region Gotland"]
    assert row.debt_ore == 0
    with owing.store.reading() as session:
        assert [one.outstanding_ore for one in facts_of_debts(session, owing.recipient(LAST))] == [OWED]
        assert facts_of_debts(session, owing.recipient("Region Gotland")) == ()


def test_the_former_ones_debt_stops_the_successors_grant(owing: OpenDesk) -> None:
    decide_appeal(owing)
    case = CaseDriver(owing, MIDDLE)
    case.receive()
    case.propose()
    merge(owing, FORMER, MIDDLE)
    with pytest.raises(NotAllowed, match="obetald skuld: F-2025-014") as stopped:
        case.decide()
    assert stopped.value.code == "F14"
    service = RecipientsService(owing.work)
    service.undo_merge(
        owing.recipient(FORMER), service.card(owing.recipient(FORMER)).version, "fel mottagare"
    )
    case.decide()
    assert case.page().stage is Stage.GRANTED


def test_accounts_and_operations_stay_with_the_former(owing: OpenDesk) -> None:
    CaseDriver(owing, FORMER).receive()
    service = RecipientsService(owing.work)
    before = {name: service.card(owing.recipient(name)) for name in (FORMER, MIDDLE)}
    assert before[FORMER].accounts
    assert before[FORMER].operations
    merge(owing, FORMER, MIDDLE)
    for name, card in before.items():
        now = service.card(owing.recipient(name))
        assert (now.accounts, now.operations, now.awards) == (card.accounts, card.operations, card.awards)

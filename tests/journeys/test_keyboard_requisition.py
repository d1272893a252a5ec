"""A requisition is registered and handed over by keyboard alone, in at most 14 presses besides typing.

In CSD, and in NKR and PMC, which ask for other things.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from support.window_driver import WindowDriver, open_window

from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord

Key = Qt.Key
MOST = 14


@pytest.fixture
def at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    yield from open_window(qapp, qtbot, tmp_path, date(2026, 6, 12))


def test_at_most_fourteen_presses_from_expected_to_handed_over(at: WindowDriver) -> None:
    contact = (("contactName", "Eva Exempel"), ("contactEmail", "eva.exempel@exempel.invalid"))
    recipient = hand_over(at, _AMOUNTS, contact)
    case = at.office.services.requisitions.case(at.office.award(recipient))
    assert sum(part.requested_ore or 0 for part in case.parts) == from_kronor(6_000_000)
    assert case.proposal is not None
    assert case.proposal.granted_ore == from_kronor(6_000_000)


@pytest.mark.parametrize(
    ("code", "day", "amounts", "kronor"),
    [
        ("nkr-2026", date(2026, 5, 12), ("1 585 858",), 1_585_858),
        ("pmc-2026", date(2026, 6, 16), ("5 000 000", "1 000 000"), 6_000_000),
    ],
)
def test_as_few_presses_in_the_other_programmes(
    at: WindowDriver, code: str, day: date, amounts: tuple[str, ...], kronor: int
) -> None:
    title = open_programme(at, code)
    at.new_day(day)
    at.go(Key.Key_4, "Rekvisitioner")
    page = cast("RequisitionsPage", at.page())
    # The officer works with one grant at a time: the choice was made before and is remembered.
    page.list.choices.programme.setCurrentIndex(page.list.choices.programme.findData(title))
    at.go(Key.Key_1, "Översikt")
    at.presses = 0
    hand_over(at, amounts, ())
    shown = page.presenter.shown
    assert shown is not None
    assert shown.page.proposal is not None
    assert (shown.page.programme, shown.page.proposal.granted_ore) == (title, from_kronor(kronor))


def hand_over(at: WindowDriver, amounts: tuple[str, ...], then: tuple[tuple[str, str], ...]) -> str:
    """From the list to the decider with the keys of an officer; the recipient's name."""
    at.press(Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = cast("RequisitionsPage", at.page())
    at.wait(page.table.hasFocus)
    at.press(Key.Key_Home)
    recipient = page.case.title.text().split(" · ")[0]
    at.next_step()
    form = page.case.entry
    fields = [
        (form.ui.caseNumber, "9.1-1001/2026"),
        (form.day.edit, ""),
        *((field.edit, amount) for field, amount in zip(form.amounts.fields.values(), amounts, strict=True)),
        (form.ui.number, "111-1111"),
        *((getattr(form.ui, name), text) for name, text in then),
    ]
    for number, (field, text) in enumerate(fields):
        if number:
            at.press(Key.Key_Tab)
        assert at.focus() is field, "Tab goes through the fields in the order of the requisition"
        if text:
            at.type(text)
    at.next_step()
    at.wait(lambda: page.case.status.text() == "Handläggaren kontrollerar")
    at.next_step()
    at.next_step()
    at.wait(lambda: page.case.status.text().startswith("Väntar på underskrift: "))
    assert QApplication.activeModalWidget() is None
    assert at.presses <= MOST, at.presses
    return recipient


def open_programme(at: WindowDriver, code: str) -> str:
    """One more of the five programmes open beside CSD, every region's share known; its short title."""
    office = at.office
    with office.opened.store.writing() as session:
        definition = programme_definitions.load(code)
        programme = programme_setup.add_programme(session, office.opened.work, definition)
        programme.state = ProgrammeState.OPEN
        shares = select(AllotmentRecord).join(ComponentRecord)
        for share in session.scalars(shares.where(ComponentRecord.programme_id == programme.id)):
            if share.decided_ore is None and share.computed_ore is None:
                share.units, share.computed_ore = 2, 2 * from_kronor(792_929)
        programme_setup.open_awards(session, programme, None)
        return programme.short_title


_AMOUNTS = ("2 000 000", "4 000 000")

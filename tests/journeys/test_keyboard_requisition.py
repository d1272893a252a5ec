"""A requisition is registered and handed over by keyboard alone, in at most 14 presses besides typing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.window_driver import WindowDriver, open_window

from sbdesk.domain.ore import from_kronor
from sbdesk.gui.features.requisitions.page import RequisitionsPage

Key = Qt.Key
MOST = 14


@pytest.fixture
def at(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[WindowDriver]:
    yield from open_window(qapp, qtbot, tmp_path, date(2026, 6, 12))


def test_at_most_fourteen_presses_from_expected_to_handed_over(at: WindowDriver) -> None:
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
        *((field.edit, amount) for field, amount in zip(form.amounts.fields.values(), _AMOUNTS, strict=True)),
        (form.ui.number, "111-1111"),
        (form.ui.contactName, "Eva Exempel"),
        (form.ui.contactEmail, "eva.exempel@exempel.invalid"),
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
    at.wait(lambda: page.case.status.text() == "Väntar på underskrift: Karin Ek")
    assert QApplication.activeModalWidget() is None
    assert at.presses <= MOST, at.presses
    case = at.office.services.requisitions.case(at.office.award(recipient))
    assert sum(part.requested_ore or 0 for part in case.parts) == from_kronor(6_000_000)
    assert case.proposal is not None
    assert case.proposal.granted_ore == from_kronor(6_000_000)


_AMOUNTS = ("2 000 000", "4 000 000")

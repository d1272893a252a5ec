"""A principal with two RSS at the page: one amount for each, from the requisition to its change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from support.programme_desks import case_of
from support.programme_facts import RSS_S
from support.requisition_window import open_page
from support.two_rss import NORTH, SOUTH, TwoRss, decided, requested

from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_actions import Act
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui.features.requisitions.amount_fields import AmountFields
from sbdesk.gui.features.requisitions.page import RequisitionsPage

HALF = from_kronor(500_000)
A, B = "RSS Provlän", "RSS Påhittade södra"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[TwoRss]:
    desk = case_of(tmp_path / "desk.sbd", RSS_S).desk
    yield TwoRss(desk)
    desk.store.close()


@pytest.fixture
def page(qtbot: QtBot, case: TwoRss) -> Iterator[RequisitionsPage]:
    made, _ = open_page(case.desk)
    qtbot.addWidget(made)
    made.table.select_id(case.award)
    yield made
    made.closing()


def fill(amounts: AmountFields, *kronor: str) -> None:
    """Type the amounts under the names of the RSS."""
    QApplication.processEvents()
    assert [label.text() for label in amounts.findChildren(QLabel) if label.buddy()] == [A, B]
    for field, text in zip(amounts.fields.values(), kronor, strict=True):
        field.set_text(text)


def test_from_the_requisition_to_a_changed_decision(case: TwoRss, page: RequisitionsPage) -> None:
    page.presenter.start(Act.REGISTER)
    form = page.case.entry
    fill(form.amounts, "2 000 000", "1 000 000")
    form.ui.caseNumber.setText("9.1-1001/2026")
    form.ui.number.setText("5050-1055")
    form.ui.contactName.setText("Kim Kontakt")
    form.ui.contactEmail.setText("kim@region.invalid")
    form.ui.ok.click()
    assert page.message_bar.text() == ""
    assert requested(case) == [(A, NORTH), (B, SOUTH)]
    page.presenter.start(Act.PROPOSE)
    proposal = page.case.proposal
    fill(proposal.amounts, "2 000 000", "500 000")
    proposal.ui.reasons.setPlainText("En insats i södra ryms inte i syftet.")
    proposal.ui.ok.click()
    assert case.page().stage is Stage.PROPOSED
    case.decide()
    assert decided(case) == [(A, NORTH), (B, HALF)]
    page.presenter.choose(case.award)
    shown = [(row.operation, row.requested_ore, row.granted_ore) for row in page.case.parts.shown()]
    assert shown == [(A, NORTH, NORTH), (B, SOUTH, HALF)]
    page.presenter.start(Act.CHANGE_DECISION)
    change = page.changes.change
    fill(change.form.amounts, "2 000 000", "800 000")
    change.form.ui.reasons.insertPlainText("Insatsen ryms till en del.")
    change.form.ui.ok.click()
    assert [(row.label, row.difference_ore) for row in change.parts.shown()] == [
        (A, 0),
        (B, from_kronor(300_000)),
        ("Summa", from_kronor(300_000)),
    ]

"""The Återkrav page with real widgets, key presses and store: from proposal to paid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from support.claiming import Claiming
from support.desk import OpenDesk
from support.recovery import GRANTED, REVIEWED, ready_award
from support.recovery_window import Surroundings, dialog, enter, open_page, read, step

from sbdesk.domain.ore import from_kronor
from sbdesk.gui.context import Target
from sbdesk.gui.features.recoveries.dialogs import AnswerDialog
from sbdesk.gui.features.recoveries.feature import recoveries_feature
from sbdesk.gui.features.recoveries.line_dialog import LineDialog
from sbdesk.gui.features.recoveries.page import CLAIMS, INVOICES, PAYMENTS, RecoveriesPage
from sbdesk.gui.features.recoveries.payment_dialog import PaymentDialog

Opened = tuple[RecoveriesPage, Surroundings]


def test_from_nothing_to_paid_with_ctrl_enter_for_every_step(
    desk: OpenDesk, opened: Opened, signed: str
) -> None:
    page, around = opened
    assert page.empty.isVisibleTo(page)
    page.presenter.new()
    choose = dialog(page, AnswerDialog)
    assert read(choose.ui.choice.currentText()) == "Region Uppsala, CSD 2026: 400 000 kr kvar att kräva"
    enter(choose.ui.choice)
    status = page.case.status
    assert status.text() == "Handläggaren utreder"
    assert [read(total.value) for total in page.case.totals.totals()] == [
        "400 000 kr",
        "0 kr",
        "0 kr",
        "400 000 kr",
        "400 000 kr",
    ]
    enter(step(page).day.edit)
    enter(step(page).day.edit)
    assert status.text() == "Väntar på mottagaren: yttrande senast 2027-05-11"
    answer = step(page)
    assert answer.ui.text.geometry().bottom() < answer.ui.fileLabel.geometry().top()
    answer.ui.text.setPlainText("Regionen håller med.")
    answer.ui.tick.setChecked(True)
    answer.ui.ok.click()
    assert status.text() == "Handläggaren tar ställning till yttrandet"
    enter(step(page).ui.choice)
    assert status.text() == "Väntar på underskrift: Karin Ek"
    decide = step(page)
    assert decide.ui.cancel.isDefault()
    assert "Kräva tillbaka 400 000 kr från Region Uppsala?" in read(decide.ui.intro.text())
    decide.ui.file.setText(signed)
    decide.ui.ok.click()
    assert status.text() == "Beslutat: handläggaren fakturerar"
    enter(step(page).day.edit)
    enter(step(page).day.edit)
    enter(step(page).ui.choice)
    assert page.next_step()  # the draft is made without a question
    assert read(page.case.steps.reason()) == "Tiden för överklagande går ut 2027-05-11."
    assert not page.next_step()
    desk.clock.set(date(2027, 5, 12))
    page.presenter.choose(page.table.current_id() or 0)
    issue = step(page)
    assert issue.ui.cancel.isDefault()
    assert issue.day.text() == "2027-06-11"
    issue.ui.ok.click()
    enter(step(page).day.edit)
    assert status.text() == "Fakturerat: väntar på betalning"
    assert page.next_step()
    pay = dialog(page, PaymentDialog)
    assert read(pay.amount.text()) == "400 000,00"
    enter(pay.ui.reference)
    assert status.text() == "Betalt"
    assert around.told[-1] == "Region Uppsala betalade F-2027-001 den 2027-05-12."
    assert page.message_bar.text() == ""


def test_lines_are_changed_added_dropped_and_proposed_anew(desk: OpenDesk, opened: Opened) -> None:
    page, _ = opened
    Claiming.create(desk, desk.award("Region Uppsala"))
    page.presenter.reload(page.presenter.WATCHES)
    case = page.case
    assert [row.label for row in page.presenter.shown.page.lines] == ["Inte använt", "V-2"]  # type: ignore[union-attr]
    case.lines_table.select_id(case.lines.row_at(1).id)  # type: ignore[union-attr]
    QTest.keyClick(case.lines_table, Qt.Key.Key_Return)
    line = dialog(page, LineDialog)
    assert read(line.amount.text()) == "300 000,00"
    line.amount.set_text("250 000")
    line.ui.judgement.setPlainText("Kostnaden avser december 2025.")
    line.ui.ok.click()
    assert [row.amount_ore for row in page.presenter.shown.page.lines] == [  # type: ignore[union-attr]
        from_kronor(100_000),
        from_kronor(250_000),
    ]
    case.add.click()
    own = dialog(page, LineDialog)
    own.ui.ground.setCurrentIndex(own.ui.ground.findData("no_evidence"))
    assert own.ui.discretion.isVisibleTo(own)
    own.ui.ok.click()
    assert own.isVisible()
    own.amount.set_text("500")
    own.ui.ok.click()
    assert own.ui.problem.isVisibleTo(own)
    own.ui.reason.setPlainText("Fakturan saknas.")
    own.ui.ok.click()
    assert case.lines.rowCount() == 3
    assert case.lines.row_at(2).may  # type: ignore[union-attr]
    case.lines_table.select_id(case.lines.row_at(2).id)  # type: ignore[union-attr]
    case.drop.click()
    why = dialog(page, AnswerDialog)
    why.ui.ok.click()
    assert why.ui.problem.text() == "Skäl saknas. Skriv det i fältet."
    why.ui.text.setPlainText("Fakturan har kommit in.")
    why.ui.ok.click()
    assert case.lines.rowCount() == 2
    case.anew.click()
    assert case.lines.row_at(1).amount_ore == from_kronor(300_000)  # type: ignore[union-attr]


def test_a_locked_claim_says_why_its_lines_do_not_change(desk: OpenDesk, opened: Opened) -> None:
    page, _ = opened
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    claim.hear()
    page.presenter.reload(page.presenter.WATCHES)
    assert not page.case.add.isEnabled()
    assert page.case.add.toolTip().startswith("Mottagaren har fått yttra sig")
    assert page.case.change.isEnabled()
    assert "Slutligt yttrande 2027-04-28:" in page.case.hearing.text()
    claim.decide()
    page.presenter.reload(page.presenter.WATCHES)
    for button in (page.case.change, page.case.add, page.case.drop, page.case.anew):
        assert not button.isEnabled()
        assert button.accessibleDescription()


def test_letters_are_seen_before_they_leave(desk: OpenDesk, opened: Opened, tmp_path: Path) -> None:
    page, around = opened
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    page.presenter.reload(page.presenter.WATCHES)
    page.presenter.preview()
    preview = page.case.preview
    assert page.case.stack.currentIndex() == 1
    assert preview.document.pageCount() >= 1
    assert preview.view.accessibleName() == "Brev inför beslut ÅK-2027-001"
    preview.write(str(tmp_path / "utkast.pdf"))
    assert (tmp_path / "utkast.pdf").read_bytes().startswith(b"%PDF")
    preview.write(str(tmp_path / "saknas" / "utkast.pdf"))
    assert "PDF-filen kunde inte sparas." in page.message_bar.text()
    preview.save.click()
    where = page.findChildren(QFileDialog)[-1]
    assert where.windowTitle() == "Spara utkastet"
    where.reject()
    page._escape()
    assert page.case.stack.currentIndex() == 0
    claim.hear()
    claim.service.propose(claim.recovery_id, desk.karin)
    page.presenter.reload(page.presenter.WATCHES)
    page.presenter.preview()
    assert preview.view.accessibleName() == "Beslutsförslag ÅK-2027-001"
    preview.back.click()
    claim.service.register_signed(claim.recovery_id, desk.signed_by(desk.karin))
    page.presenter.reload(page.presenter.WATCHES)
    page.presenter.preview()
    decision = page.presenter.shown.page.decision_document_id  # type: ignore[union-attr]
    assert around.gone[-1] == ("documents", Target(id=decision))


def test_pages_ask_for_an_award_a_claim_an_invoice_or_the_payments(desk: OpenDesk, opened: Opened) -> None:
    page, _ = opened
    page.open(None)
    award = desk.award("Region Uppsala")
    page.open(Target(id=award))
    dialog(page, AnswerDialog).reject()
    claim = Claiming.create(desk, award)
    invoice = claim.all_the_way()
    page.presenter.reload(page.presenter.WATCHES)
    page.open(Target(id=award))
    assert page.table.current_id() == claim.recovery_id
    page.open(Target(id=claim.recovery_id, part="recovery"))
    assert page.first_focus() is page.table
    page.open(Target(id=invoice, part="invoices"))
    page.money.reload(page.money.WATCHES)
    assert (page.tabs.currentIndex(), page.invoices.table.current_id()) == (INVOICES, invoice)
    assert page.panes() == (page.invoices.table,)
    page.open(Target(part="payments"))
    assert page.tabs.currentIndex() == PAYMENTS
    assert page.payments.empty.isVisibleTo(page)
    page.tabs.setCurrentIndex(CLAIMS)
    assert page.panes() == (page.table, page.case.lines_table)


def test_enter_opens_the_claim_whole_and_escape_leads_back(desk: OpenDesk, opened: Opened) -> None:
    page, _ = opened
    Claiming.create(desk, desk.award("Region Uppsala"))
    other = ready_award(desk, GRANTED - from_kronor(5_000), recipient="Region Västerbotten")
    second = Claiming.create(desk, other)
    page.presenter.reload(page.presenter.WATCHES)
    went: list[Target] = []
    page.moved.connect(went.append)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert went[-1].part == "recovery"
    page._escape()
    page._step(1)
    assert page.table.current_id() == second.recovery_id
    page._step(1)
    assert page.table.current_id() == second.recovery_id
    page._find()


def test_a_refusal_is_told_in_the_page_and_nothing_is_lost(desk: OpenDesk, opened: Opened) -> None:
    page, _ = opened
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    page.presenter.reload(page.presenter.WATCHES)
    hearing = step(page)
    hearing.day.set_text("2027-04-01")
    hearing.ui.ok.click()
    assert "Svarsdagen 2027-04-01 är redan här." in page.message_bar.text()
    hearing = step(page)
    hearing.day.set_text("32/13")
    hearing.ui.ok.click()
    assert hearing.isVisible()
    hearing.reject()
    assert claim.service.page(claim.recovery_id).hearings == ()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (808, 640)])
def test_nothing_is_cut_at_the_sizes_of_the_window(
    qtbot: QtBot, desk: OpenDesk, width: int, height: int
) -> None:
    Claiming.create(desk, desk.award("Region Uppsala"))
    page, _ = open_page(desk, width, height)
    qtbot.addWidget(page)
    assert page.minimumSizeHint().width() <= width
    page.select(page.table.current_id() or 0)
    QApplication.processEvents()
    for button in page.case.findChildren(QPushButton):
        if button.isVisibleTo(page.case):
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    page.closing()


def test_the_feature_has_its_place_and_badge(desk: OpenDesk) -> None:
    feature = recoveries_feature()
    assert (feature.label, feature.shortcut, feature.order) == ("Återkrav", "Ctrl+8", 80)
    around = Surroundings(desk)
    assert isinstance(feature.make_page(around.context), RecoveriesPage)
    assert feature.waiting is not None
    assert feature.waiting(around.context.services) == 0
    Claiming.create(desk, desk.award("Region Uppsala"))
    assert feature.waiting(around.context.services) == 1
    assert desk.clock.today() == REVIEWED

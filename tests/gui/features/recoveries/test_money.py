"""The tabs of invoices and incoming payments, with real widgets and a real store."""

from __future__ import annotations

from datetime import date

from support.claiming import Claiming
from support.desk import OpenDesk
from support.recovery_window import Surroundings, act, dialog, enter, read, step

from sbdesk.domain.recovery import Interest
from sbdesk.gui.features.recoveries.dialogs import AnswerDialog
from sbdesk.gui.features.recoveries.page import CLAIMS, INVOICES, PAYMENTS, RecoveriesPage
from sbdesk.gui.features.recoveries.payment_dialog import PaymentDialog

Opened = tuple[RecoveriesPage, Surroundings]


def test_an_invoice_is_issued_sent_paid_and_credited_from_its_tab(
    desk: OpenDesk, opened: Opened, signed: str
) -> None:
    page, around = opened
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    claim.hear()
    claim.decide()
    claim.send()
    desk.clock.set(date(2027, 6, 1))
    around.services.invoices.draft(claim.recovery_id)
    around.services.recoveries.set_interest(claim.recovery_id, Interest.NO)
    page.money.reload(page.money.WATCHES)
    page.presenter.reload(page.presenter.WATCHES)
    page.tabs.setCurrentIndex(INVOICES)
    page._show_letter()
    assert page.case.preview.view.accessibleName() == "Faktura för ÅK-2027-001"
    page.case.show_tabs()
    page.tabs.setCurrentIndex(INVOICES)
    for wanted in ("Kassera utkastet", "Ta tillbaka utkastet", "Utfärda faktura…"):
        act(page, wanted)
    dialog(page, AnswerDialog).ui.ok.click()
    assert around.told[-1].startswith("Faktura F-2027-001 på 400 000,00 kr är utfärdad.")
    enter(step(page).day.edit)
    assert page.next_step()
    pay = dialog(page, PaymentDialog)
    pay.amount.set_text("")
    pay.ui.ok.click()
    assert pay.isVisible()
    pay.day.set_text("x")
    pay.ui.ok.click()
    assert pay.isVisible()
    pay.day.set_text("2027-06-01")
    pay.amount.set_text("399 800")
    pay.ui.ok.click()
    assert around.told[-1].endswith("200 kr återstår. Skulden är kvar.")
    act(page, "Kreditera…")
    credit = dialog(page, AnswerDialog)
    credit.money.set_text("200")
    credit.ui.text.setPlainText("Omprövat")
    credit.ui.ok.click()
    assert credit.ui.problem.text() == "Filen saknas. Välj den skannade handlingen."
    credit.ui.file.setText(signed)
    credit.ui.ok.click()
    assert around.told[-1] == "Kreditfaktura F-2027-002 är utfärdad."
    act(page, "Visa fakturan")
    assert around.gone[-1][0] == "documents"
    act(page, "Öppna återkravet")
    assert page.tabs.currentIndex() == CLAIMS


def test_payments_are_matched_undone_and_marked(desk: OpenDesk, opened: Opened) -> None:
    page, around = opened
    claim = Claiming.create(desk, desk.award("Region Uppsala"))
    claim.all_the_way()
    page.money.reload(page.money.WATCHES)
    page.tabs.setCurrentIndex(PAYMENTS)
    page._new()
    pay = dialog(page, PaymentDialog)
    pay.amount.set_text("400 000")
    pay.ui.payer.setText("Regionen")
    pay.ui.ok.click()
    assert around.told[-1].startswith("Inbetalningen är registrerad men inte kopplad.")
    act(page, "Markera som inte vår…")
    dialog(page, AnswerDialog).ui.text.setPlainText("Fel konto.")
    dialog(page, AnswerDialog).ui.ok.click()
    act(page, "Ta tillbaka inbetalningen…")
    dialog(page, AnswerDialog).ui.text.setPlainText("Fel märkt.")
    dialog(page, AnswerDialog).ui.ok.click()
    assert page.next_step()
    match = dialog(page, AnswerDialog)
    assert read(match.ui.choice.currentText()) == "F-2027-001, Region Uppsala, 400 000 kr återstår"
    match.money.set_text("x")
    match.ui.ok.click()
    assert match.isVisible()
    match.money.set_text("400 000")
    match.ui.ok.click()
    assert around.told[-1] == "Region Uppsala betalade F-2027-001 den 2027-06-01."
    act(page, "Ångra kopplingen…")
    undo = dialog(page, AnswerDialog)
    undo.ui.text.setPlainText("Fel faktura.")
    undo.ui.ok.click()
    assert around.told[-1] == "Kopplingen är ångrad."
    row = page.payments.table.current_row()
    assert row is not None
    for action in page.money.payment_actions(row):
        assert action.enabled or action.reason


def test_a_voluntary_repayment_is_asked_for_its_award(desk: OpenDesk, opened: Opened) -> None:
    page, around = opened
    page.tabs.setCurrentIndex(PAYMENTS)
    page.money.register_voluntary()
    award = dialog(page, AnswerDialog)
    assert award.ui.choice.currentText() == "Region Uppsala, CSD 2026"
    award.ui.ok.click()
    pay = dialog(page, PaymentDialog)
    pay.amount.set_text("400 000")
    pay.ui.ok.click()
    assert around.told[-1] == "Frivillig återbetalning 400 000,00 kr är registrerad."
    page.presenter.new()
    assert page.message_bar.text() == (
        "Inget ärende har en fastställd avstämning med något kvar att kräva tillbaka."
    )
    page.money.register_voluntary()
    assert "kvar att betala tillbaka utan beslut" in page.message_bar.text()


def test_a_registered_payment_becomes_a_voluntary_repayment(desk: OpenDesk, opened: Opened) -> None:
    page, around = opened
    page.tabs.setCurrentIndex(PAYMENTS)
    page.money.register()
    pay = dialog(page, PaymentDialog)
    pay.amount.set_text("100")
    pay.ui.ok.click()
    act(page, "Koppla som frivillig återbetalning…")
    dialog(page, AnswerDialog).ui.ok.click()
    assert around.told[-1] == "Frivillig återbetalning 100,00 kr är registrerad."

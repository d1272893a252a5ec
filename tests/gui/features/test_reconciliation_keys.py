"""Verdicts from the keyboard: real widgets, real services, real key presses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from support.desk import OpenDesk
from support.ledger import Row
from support.reconciliation_desk import page_context, paid_desk, with_ledger
from support.reconciliation_keyboard import Keyboard

from sbdesk.domain.findings import Level
from sbdesk.domain.line_filter import LineView
from sbdesk.domain.verdicts import Judged
from sbdesk.gui.context import Target
from sbdesk.gui.features.reconciliations.feature import reconciliations_feature
from sbdesk.gui.features.reconciliations.line_table import SINGLE_KEYS
from sbdesk.gui.features.reconciliations.page import ReconciliationsPage
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.store.records.programmes import RecoveryGroundRecord

DEVIATION = (("L01", Level.DEVIATION),)
Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = paid_desk(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def went() -> list[tuple[str, Target | None]]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, desk: OpenDesk, went: list[tuple[str, Target | None]]
) -> Iterator[ReconciliationsPage]:
    feature = reconciliations_feature()
    made = feature.make_page(page_context(desk, lambda *place: went.append(place)))
    assert isinstance(made, ReconciliationsPage)
    qtbot.addWidget(made)
    made.resize(1064, 720)
    made.show()
    yield made
    made.closing()


@pytest.fixture
def keys(qtbot: QtBot, page: ReconciliationsPage) -> Keyboard:
    return Keyboard(qtbot, page)


def service(desk: OpenDesk) -> ReconciliationsService:
    return ReconciliationsService(desk.work)


def open_case(desk: OpenDesk, page: ReconciliationsPage) -> None:
    page.presenter.reload(page.presenter.WATCHES)
    page.open(Target(id=desk.award()))


def shown_cells(page: ReconciliationsPage, column: str) -> list[str]:
    model = page.case.table.lines
    number = [it.key for it in model.columns].index(column)
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_forty_deviating_rows_take_at_most_sixty_presses(
    desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    ids = with_ledger(desk, [Row(10_000 + number, findings=DEVIATION) for number in range(40)])
    open_case(desk, page)
    assert len(page.shown_ids()) == 40
    for number in range(40):
        if number % 2:
            keys.press(Key.Key_G)
        else:
            keys.press(Key.Key_U)
            keys.press(Key.Key_1)
    assert keys.presses <= 60
    judged = [row.judged for row in service(desk).lines.rows(ids)]
    assert judged == [Judged.REJECTED, Judged.APPROVED] * 20
    assert page.case.progress.text() == "40 av 40 rader bedömda, 20 underkända"
    assert shown_cells(page, "judged")[:2] == ["U period", "G godkänd"]


def test_causes_without_ground_say_why_and_cannot_be_pressed(
    desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    ids = with_ledger(desk, [Row(100, findings=DEVIATION)])
    open_case(desk, page)
    keys.press(Key.Key_U)
    menu = keys.menu()
    texts = [act.text() for act in menu.actions()]
    assert texts[0] == "&1   period"
    assert texts[-1] == "&0   hör inte till bidraget"
    assert texts[4] == "&5   vidareförmedling – Anvisningen anger ingen grund."
    assert not menu.actions()[4].isEnabled()
    keys.press(Key.Key_5)
    assert service(desk).lines.rows(ids)[0].judged is Judged.NOT
    menu.close()


def test_a_cause_with_several_grounds_asks_which(
    desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    with desk.store.writing() as session:
        late = session.scalars(
            select(RecoveryGroundRecord).where(
                RecoveryGroundRecord.programme_id == desk.programme,
                RecoveryGroundRecord.code == "late_report",
            )
        ).one()
        late.causes = [6, 9]
    first, second = with_ledger(desk, [Row(100, findings=DEVIATION), Row(200, findings=DEVIATION)])
    open_case(desk, page)
    keys.press(Key.Key_U)
    keys.press(Key.Key_6)
    assert [act.text() for act in keys.menu().actions()] == [
        "&1   Återrapporten har inte kommit in i tid (kan återbetalas)",
        "&2   Underlag har inte lämnats (kan återbetalas)",
    ]
    assert service(desk).lines.rows([first])[0].judged is Judged.NOT, "nothing is guessed"
    keys.press(Key.Key_2)
    assert service(desk).lines.detail(first).ground == "Underlag har inte lämnats"
    keys.press(Key.Key_U)
    keys.press(Key.Key_9)
    assert [act.text()[:9] for act in keys.menu().actions()] == ["&1   Bidr", "&2   Åter"]
    keys.press(Key.Key_1)
    keys.dialog().field.edit.setText("Se mejl.")
    keys.dialog().ui.ok.click()
    other = service(desk).lines.detail(second)
    assert (other.row.comment, other.ground) == (
        "Se mejl.",
        "Bidraget har inte använts enligt syftet eller anvisningarna",
    )


def test_a_part_an_awaited_answer_and_a_comment(
    qtbot: QtBot, desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    ids = with_ledger(desk, [Row(10_000, findings=DEVIATION), Row(20_000, findings=DEVIATION)])
    open_case(desk, page)
    keys.press(Key.Key_D)
    dialog = keys.dialog()
    keys.press(Key.Key_Return)
    assert dialog.isVisible()
    dialog.field.edit.setText("x")
    dialog.ui.ok.click()
    assert "är inget belopp" in dialog.field.problem()
    dialog.field.edit.setText("40,00")
    dialog.ui.ok.click()
    keys.press(Key.Key_9)
    comment = keys.dialog()
    assert comment.windowTitle() == "Underkänn 1 rad: annat"
    qtbot.keyClicks(comment.field.edit, "fel konto")
    comment.ui.ok.click()
    keys.press(Key.Key_V)
    waiting = keys.dialog()
    assert waiting.field.text() == "2027-02-26"
    waiting.field.edit.setText("2027-03-12")
    waiting.ui.ok.click()
    first, second = service(desk).lines.rows(ids)
    assert (first.judged, first.rejected_ore, first.comment) == (Judged.PARTLY, 4_000, "fel konto")
    assert (second.judged_words, second.evidence_due_on) == ("V 2027-03-12", date(2027, 3, 12))
    page.case.table.select_id(ids[0])
    keys.press(Key.Key_A)
    keys.dialog().ui.ok.click()
    assert "”annat” behöver en kommentar" in page.message_bar.text()
    page.case.table.select_id(ids[1])
    keys.press(Key.Key_A)
    keys.dialog().ui.cancel.click()
    assert QApplication.activeModalWidget() is None


def test_undo_and_redo_stand_in_the_menu_with_what_they_do(
    desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    ids = with_ledger(desk, [Row(100, findings=DEVIATION) for _ in range(3)])
    open_case(desk, page)
    assert not page.undo.isEnabled()
    page.case.table.selectAll()
    keys.press(Key.Key_U)
    keys.press(Key.Key_2)
    assert page.undo.text() == "Ångra: Underkänn 3 rader"
    page.undo.trigger()
    assert (page.undo.text(), page.redo.text()) == ("Ångra", "Gör om: Underkänn 3 rader")
    assert [row.judged for row in service(desk).lines.rows(ids)] == [Judged.NOT] * 3
    page.redo.trigger()
    assert [row.judged for row in service(desk).lines.rows(ids)] == [Judged.REJECTED] * 3


def test_letters_judge_only_in_the_table_and_can_be_switched_off(
    qtbot: QtBot, desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard
) -> None:
    ids = with_ledger(desk, [Row(100, "Gurka", findings=DEVIATION)])
    open_case(desk, page)
    qtbot.keyClicks(page.case.filters.search.field, "gu")
    qtbot.keyClick(page.case.filters.search.field, Key.Key_Return)
    assert len(page.shown_ids()) == 1
    assert service(desk).lines.rows(ids)[0].judged is Judged.NOT
    page.context.settings.put(SINGLE_KEYS, "off")
    keys.press(Key.Key_G)
    assert service(desk).lines.rows(ids)[0].judged is Judged.NOT
    page.context.settings.put(SINGLE_KEYS, "")
    keys.press(Key.Key_G)
    assert service(desk).lines.rows(ids)[0].judged is Judged.APPROVED


def test_f8_copy_and_the_detail_of_a_row(desk: OpenDesk, page: ReconciliationsPage, keys: Keyboard) -> None:
    rows = [Row(10_000, "Ett", findings=DEVIATION), Row(200, "Två"), Row(300, "Tre", findings=DEVIATION)]
    ids = with_ledger(desk, rows)
    open_case(desk, page)
    page.presenter.set_view(LineView.ALL)
    page.case.table.select_id(ids[0])
    page._next()
    assert page.case.table.current_id() == ids[2]
    page.case.table.select_id(ids[0])
    assert page.case.detail.line.text() == "V-100 · Ett · 100,00 kr · Obedömd"
    [item] = page.case.detail.line.findings.items()
    assert item.title == "Utanför användningstiden"
    assert item.quotation is not None
    assert item.quotation.source == "CSD 2026, Tidsperiod"
    keys.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t")[:5] == [
        "V-100",
        "2026-05-04",
        "2026-05-04",
        "7510",
        "Ett",
    ]

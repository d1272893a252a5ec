"""A forgotten dialog must fail its test and never hang the run; this is the proof that the watch does so."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from support.modal_watch import ModalWatch


class Stubborn(QDialog):
    """Refuses to be closed, as a dialog with faulty fields may."""

    def reject(self) -> None:
        pass


def test_a_dialog_that_nobody_answers_is_closed_and_told(qtbot: QtBot) -> None:
    watch = ModalWatch(patience=0.1)
    dialog = Stubborn()
    dialog.setObjectName("forgotten")
    qtbot.addWidget(dialog)
    assert dialog.exec() == QDialog.DialogCode.Rejected
    assert watch.finish() == ["Stubborn “forgotten”"]


def test_a_box_left_open_at_the_end_is_told(qtbot: QtBot) -> None:
    watch = ModalWatch(patience=60)
    page = QWidget()
    qtbot.addWidget(page)
    box = QMessageBox(page)
    box.setObjectName("left open")
    box.open()
    assert watch.finish() == ["QMessageBox “left open”"]
    assert not box.isVisible()


def test_no_dialog_gives_no_complaint(qtbot: QtBot) -> None:
    watch = ModalWatch(patience=0.1)
    qtbot.wait(400)
    assert watch.finish() == []

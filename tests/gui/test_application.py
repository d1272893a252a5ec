"""The program starts dressed and Swedish, paints before it loads, and meets its own faults calmly."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard

from sbdesk.gui import application
from sbdesk.gui.unexpected import Unexpected, log_to


def test_the_application_is_swedish_and_has_its_own_fonts(qapp: QApplication) -> None:
    app = application.make_application()
    assert application.make_application() is app
    assert app is qapp
    assert {"Noto Sans", "Noto Sans Math"} <= set(QFontDatabase.families())
    assert QLocale().language() == QLocale.Language.Swedish
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Avbryt"
    box.deleteLater()
    assert not app.windowIcon().isNull()


def test_nothing_is_loaded_before_the_first_paint(qapp: QApplication, qtbot: QtBot) -> None:
    window, loaded = QLabel("Hej"), Heard()
    qtbot.addWidget(window)
    application.after_first_paint(window, lambda: loaded("loaded"))
    qapp.processEvents()
    assert loaded.told == []
    window.show()
    qtbot.waitUntil(lambda: loaded.told == ["loaded"])
    window.repaint()
    qapp.processEvents()
    assert loaded.told == ["loaded"]


def test_starting_shows_then_loads_then_runs(qapp: QApplication, qtbot: QtBot) -> None:
    order = Heard()

    def make() -> QLabel:
        window = QLabel("Hej")
        qtbot.addWidget(window)
        order("made")
        return window

    def load(window: object) -> None:
        order("loaded")
        QTimer.singleShot(0, lambda: QApplication.exit(3))

    assert application.start(make, load) == 3
    assert order.told == ["made", "loaded"]


def test_the_window_brings_no_database_and_no_pdf() -> None:
    code = (
        "import sys, sbdesk.gui.application, sbdesk.gui.shell.main_window, sbdesk.gui.features.start.page\n"
        "heavy = {'sqlalchemy', 'reportlab', 'openpyxl', 'python_calamine', 'alembic'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    source = str(Path(__file__).parents[2] / "src")
    answer = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": source}, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield log_to(tmp_path / "logs")
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_an_unexpected_fault_gives_one_calm_dialog(log_file: Path, qapp: QApplication, qtbot: QtBot) -> None:
    window = QPushButton()
    qtbot.addWidget(window)
    window.show()
    unexpected = Unexpected(log_file, lambda: "14.32")
    unexpected.parent = window
    logging.getLogger("sbdesk").error("något gick fel")
    unexpected.show(ZeroDivisionError())
    unexpected.show(ZeroDivisionError())
    boxes = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert len(boxes) == 1
    assert boxes[0].text() == (
        "Ett oväntat fel inträffade. Det som var sparat 14.32 finns kvar; det du höll på med finns kvar när "
        f"du startar igen. Starta om. Logg: {log_file}"
    )
    copy = next(button for button in boxes[0].buttons() if button.text() == "Kopiera logg")
    copy.click()
    assert "något gick fel" in QGuiApplication.clipboard().text()
    boxes[0].close()
    unexpected.show(ZeroDivisionError())
    again = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert len(again) == 1
    again[0].close()


def test_a_log_that_cannot_be_read_gives_its_place(tmp_path: Path, qapp: QApplication) -> None:
    missing = tmp_path / "saknas.log"
    unexpected = Unexpected(missing)
    unexpected._copy()
    assert QGuiApplication.clipboard().text() == str(missing)
    assert "Det som var sparat finns kvar;" in unexpected.text()


def test_what_escapes_in_the_main_thread_is_logged_and_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    unexpected, told = Unexpected(tmp_path / "a.log"), Heard()
    monkeypatch.setattr(unexpected, "show", told)
    unexpected.install()
    fault = ZeroDivisionError("i ett klick")
    sys.excepthook(type(fault), fault, None)
    assert told.told == [fault]
    assert "i ett klick" in caplog.text

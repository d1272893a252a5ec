"""A page over a real database, with its work done at once, for tests of features."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear, PageContext, Target
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.tasks import InlineTasks, TaskScope
from sbdesk.services.allotments import AllotmentsService
from sbdesk.services.clock import SetClock
from sbdesk.services.contacts import ContactsService
from sbdesk.services.documents import DocumentsService
from sbdesk.services.operations import OperationsService
from sbdesk.services.overview import OverviewService
from sbdesk.services.programme_editing import ProgrammeEditingService
from sbdesk.services.programmes import ProgrammesService
from sbdesk.services.recipient_accounts import AccountsService
from sbdesk.services.recipients import RecipientsService
from sbdesk.services.representatives import RepresentativesService
from sbdesk.services.settings import SettingsService
from sbdesk.services.verification import VerificationService
from sbdesk.services.workplace import Workplace
from sbdesk.store.unit_of_work import Store
from support.desk import OpenDesk
from support.gui_parts import Heard


class Surroundings:
    """A page's context over a workplace; ``went`` hears where the page goes, ``told`` what was done."""

    def __init__(self, work: Workplace) -> None:
        self.went, self.told = Heard(), Heard()
        services = SimpleNamespace(
            programmes=ProgrammesService(work),
            allotments=AllotmentsService(work),
            programme_editing=ProgrammeEditingService(work),
            recipients=RecipientsService(work),
            operations=OperationsService(work),
            representatives=RepresentativesService(work),
            accounts=AccountsService(work),
            contacts=ContactsService(work),
            documents=DocumentsService(work),
            settings=SettingsService(work),
            verification=VerificationService(work),
            overview=OverviewService(work),
        )
        self.changes = ChangeBus()
        self.changes.listen(lambda done: self.told(done.message))
        self.messages = Messages()
        self.settings = MemorySettings()
        self.context = PageContext(
            services=cast("Any", services),
            tasks=TaskScope(InlineTasks()),
            changes=self.changes,
            messages=self.messages,
            navigate=self._go,
            settings=self.settings,
            year=GrantYear((2025, 2026), 2026),
        )

    def _go(self, feature_key: str, target: Target | None = None) -> None:
        self.went(feature_key, target)


def copy_of(kept: OpenDesk, folder: Path) -> OpenDesk:
    """A desk made earlier and closed, opened again in a file of its own with a clock of its own."""
    file = kept.store.file
    assert file is not None
    place = folder / "copy.sbd"
    shutil.copy(file, place)
    return replace(kept, store=Store.open(place, durable=False), clock=SetClock(kept.clock.today()))


def press(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A real key press, and the time Qt needs after it."""
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def type_in(widget: QWidget, text: str) -> None:
    """Typed letter by letter, as text: QTest itself knows no å, ä and ö."""
    widget.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def button(inside: QWidget, text: str) -> QPushButton:
    """The button with this text that can be seen."""
    found = [b for b in inside.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(inside)]
    assert found, f"no button {text!r} in {[b.text() for b in inside.findChildren(QPushButton)]}"
    return found[0]


def dialog_of(page: QWidget, kind: type[Any]) -> Any:
    """The dialog of this kind that the page has opened."""
    QApplication.processEvents()
    (found,) = [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]
    return found


def show(qtbot: QtBot, page: QWidget, width: int = 1400, height: int = 800) -> None:
    """Shown and active, so that focus and shortcuts work as for an officer."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page, 5000)

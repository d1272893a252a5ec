"""The Återkrav page over a real store, without the window around it, and its dialogs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear, PageContext, Target
from sbdesk.gui.features.recoveries.dialogs import AnswerDialog
from sbdesk.gui.features.recoveries.page import INVOICES, RecoveriesPage
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.tasks import InlineTasks, TaskScope
from sbdesk.services.incoming_payments import IncomingPaymentsService
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.recoveries import RecoveriesService
from sbdesk.services.requisitions import RequisitionsService
from support.desk import OpenDesk

D = TypeVar("D", bound=QDialog)


class Surroundings:
    """What the page is given; ``gone`` lists where it wanted to go, ``told`` what was done."""

    def __init__(self, desk: OpenDesk) -> None:
        self.gone: list[tuple[str, Target | None]] = []
        self.told: list[str] = []
        self.changes, self.messages = ChangeBus(), Messages()
        self.changes.listen(lambda done: self.told.append(done.message.replace("\u00a0", " ")))
        self.services = SimpleNamespace(
            recoveries=RecoveriesService(desk.work),
            invoices=InvoicesService(desk.work),
            incoming_payments=IncomingPaymentsService(desk.work),
            requisitions=RequisitionsService(desk.work),
        )
        self.context = PageContext(
            services=cast("Any", self.services),
            tasks=TaskScope(InlineTasks()),
            changes=self.changes,
            messages=self.messages,
            navigate=self.go,
            settings=MemorySettings(),
            year=GrantYear((2026,), 2026),
        )

    def go(self, feature_key: str, target: Target | None = None) -> None:
        self.gone.append((feature_key, target))


def open_page(desk: OpenDesk, width: int = 1280, height: int = 800) -> tuple[RecoveriesPage, Surroundings]:
    """The page, shown and laid out."""
    around = Surroundings(desk)
    page = RecoveriesPage(around.context)
    page.resize(width, height)
    page.show()
    QApplication.processEvents()
    return page, around


def dialog(page: RecoveriesPage, kind: type[D]) -> D:
    """The dialog that the page has opened."""
    QApplication.processEvents()
    (found,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return found


def read(text: str) -> str:
    """The text with plain spaces."""
    return text.replace("\u00a0", " ")


def step(page: RecoveriesPage) -> AnswerDialog:
    """Ctrl+Enter, and the dialog it opens."""
    assert page.next_step()
    return dialog(page, AnswerDialog)


def enter(field: object) -> None:
    """Press Enter in the field."""
    QTest.keyClick(field, Qt.Key.Key_Return)  # type: ignore[call-overload]
    QApplication.processEvents()


def act(page: RecoveriesPage, label: str) -> None:
    """Do the act of the chosen invoice or payment by its label."""
    invoices = page.tabs.currentIndex() == INVOICES
    row = (page.invoices if invoices else page.payments).table.current_row()
    assert row is not None
    made = page.money.invoice_actions(row) if invoices else page.money.payment_actions(row)  # type: ignore[arg-type]
    action = next(action for action in made if action.label == label)
    assert action.enabled, action.reason
    action.run()
    QApplication.processEvents()

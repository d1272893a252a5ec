"""The Rekvisitioner page over a real store, without the window around it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtWidgets import QApplication

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear, PageContext, Target
from sbdesk.gui.features.requisitions.page import RequisitionsPage
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.tasks import InlineTasks, TaskScope
from sbdesk.services.appeals import AppealsService
from sbdesk.services.bulk_decisions import BulkDecisionsService
from sbdesk.services.decision_changes import DecisionChangesService
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.payouts import PayoutsService
from sbdesk.services.requisition_tables import RequisitionTablesService
from sbdesk.services.requisitions import RequisitionsService
from support.desk import OpenDesk


class Surroundings:
    """What a page of the case is given; ``gone`` lists where it wanted to go."""

    def __init__(self, desk: OpenDesk) -> None:
        self.gone: list[tuple[str, Target | None]] = []
        self.changes, self.messages = ChangeBus(), Messages()
        self.year = GrantYear((2025, 2026), 2026)
        services = SimpleNamespace(
            requisitions=RequisitionsService(desk.work),
            requisition_tables=RequisitionTablesService(desk.work),
            decisions=DecisionsService(desk.work),
            bulk_decisions=BulkDecisionsService(desk.work),
            decision_changes=DecisionChangesService(desk.work),
            appeals=AppealsService(desk.work),
            payouts=PayoutsService(desk.work),
        )
        self.context = PageContext(
            services=cast("Any", services),
            tasks=TaskScope(InlineTasks()),
            changes=self.changes,
            messages=self.messages,
            navigate=self.go,
            settings=MemorySettings(),
            year=self.year,
        )

    def go(self, feature_key: str, target: Target | None = None) -> None:
        self.gone.append((feature_key, target))


def open_page(desk: OpenDesk, width: int = 1280, height: int = 800) -> tuple[RequisitionsPage, Surroundings]:
    """The page, shown and laid out."""
    around = Surroundings(desk)
    page = RequisitionsPage(around.context)
    page.resize(width, height)
    page.show()
    QApplication.processEvents()
    return page, around

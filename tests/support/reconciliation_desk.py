"""A desk with one paid award and its ledger, and a page context over the real services."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from sbdesk.gui.context import PageContext, Target
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.reports import ReportsService
from sbdesk.services.settings import SettingsService
from support.desk import OpenDesk, open_desk
from support.gui_parts import context
from support.ledger import Row, import_rows, pay


def paid_desk(place: Path) -> OpenDesk:
    """Region Skåne has six million kronor; it is 8 February 2027."""
    desk = open_desk(place / "desk.sbd")
    pay(desk, desk.award(), 600_000_000)
    desk.clock.set(date(2027, 2, 8))
    return desk


def with_ledger(desk: OpenDesk, rows: Sequence[Row]) -> list[int]:
    """Region Skåne's ledger of these rows; the ids of its lines."""
    return import_rows(desk, desk.award(), rows)


def page_context(desk: OpenDesk, navigate: Callable[[str, Target | None], None] | None = None) -> PageContext:
    """A context whose services work over the desk."""
    services = SimpleNamespace(
        reconciliations=ReconciliationsService(desk.work),
        reports=ReportsService(desk.work),
        settings=SettingsService(desk.work),
    )
    return dataclasses.replace(context(navigate=navigate), services=cast("Any", services))

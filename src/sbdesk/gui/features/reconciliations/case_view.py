"""One award's reconciliation: status, sums, filters, ledger rows and what is known of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from sbdesk.domain.line_filter import LineFilter, LineView
from sbdesk.gui import icons, palette
from sbdesk.gui.features.reconciliations import shown
from sbdesk.gui.features.reconciliations.columns import line_columns
from sbdesk.gui.features.reconciliations.detail_panes import DetailPanes
from sbdesk.gui.features.reconciliations.filter_bar import FilterBar
from sbdesk.gui.features.reconciliations.line_table import LineTable
from sbdesk.gui.features.reconciliations.shown import FindingActs
from sbdesk.gui.paged_model import Ask
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.empty_state import EmptyState
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.gui.widgets.totals_strip import TotalsStrip
from sbdesk.services.reconciliations_rows import LineRow, ReconciliationPage

SIDE_BY_SIDE = 820
"""Pixels at 100 % text that status and next step need beside each other."""


class CaseView(QWidget):
    """``left``: back to the list; ``bulk``: approve the rest; ``import_wanted``: read a ledger."""

    left = Signal()
    bulk = Signal()
    import_wanted = Signal()
    cleared = Signal()

    def __init__(self, ask: Ask[LineRow], settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton("Tillbaka till listan")
        self.back.setProperty("link", True)
        icons.place(self.back, "back", "link", 16)
        self.back.clicked.connect(self.left)
        self.title = heading("", "page")
        self.status, self.steps, self.totals = StatusStrip(), NextStepBar(), TotalsStrip()
        self.filters = FilterBar()
        self.table = LineTable(line_columns(), ask, settings)
        self.table.setToolTip(shown.KEYS)
        self.empty = EmptyState("ledger-import")
        self.detail = DetailPanes()
        self.approve = QPushButton()
        self.approve.clicked.connect(self.bulk)
        self.keys = muted(shown.KEYS, wrap=False)
        self.progress = muted("", wrap=False)
        self._filter = LineFilter()
        self._page: ReconciliationPage | None = None
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the next step stands under the status, so that neither is cut off."""
        super().resizeEvent(event)
        narrow = self.width() < palette.current().px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self.middle.setDirection(direction)

    def show_page(
        self,
        page: ReconciliationPage,
        wanted: LineFilter,
        acts: FindingActs,
        steps: tuple[Sequence[Action], Sequence[Action]],
    ) -> None:
        """Everything above and beside the rows."""
        self._page = page
        self._filter = wanted
        self.title.setText(f"{page.recipient} – {page.programme}")
        self.status.show_status(shown.status_shown(page))
        self.steps.show_actions(*steps)
        self.totals.show_totals(shown.totals_shown(page))
        self.filters.show_filter(wanted, page)
        self.filters.setVisible(page.counts.rows > 0)
        self.detail.show_page(page, acts)
        self.approve.setText(shown.bulk_words(page))
        self.approve.setVisible(page.counts.plain > 0)
        self.approve.setEnabled(not page.can_judge)
        self.approve.setToolTip(page.can_judge or "Kan ångras med Ctrl+Z")
        self.progress.setText(shown.progress_words(page) if page.counts.rows else "")
        self._show_count()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Other rows, or the reason why there are none."""
        self.table.lines.set_ids(ids)
        self.table.select_first()
        self._show_count()

    def _show_count(self) -> None:
        page = self._page
        number = self.table.lines.rowCount()
        if page is None:
            return
        self.filters.search.show_count(number, page.counts.rows)
        self.stack.setCurrentWidget(self.table if number else self.empty)
        if number:
            return
        if page.counts.rows == 0:
            act = Action("Läs in huvudbok…", self.import_wanted.emit, not _fixed(page), _fixed(page))
            self.empty.tell("Ingen huvudbok är inläst. Dra hit filen från mottagaren.", act)
        elif self._filter == LineFilter(LineView.TO_JUDGE):
            words = f"Inga rader med avvikelse är obedömda. {page.counts.rows} rader döljs."
            self.empty.tell(words, Action("Visa alla rader", self.cleared.emit))
        else:
            words = f"Inget matchar urvalet. {page.counts.rows} rader döljs."
            self.empty.tell(words, Action("Rensa filter", self.cleared.emit))

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(9)
        self.split.addWidget(self.stack)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        top = FlowLayout(spacing=12)
        for widget in (self.back, self.title, self.progress):
            top.addWidget(widget)
        self.middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.middle.setSpacing(12)
        self.middle.addWidget(self.status, 3)
        self.middle.addWidget(self.steps, 2)
        foot = FlowLayout(spacing=16)
        for widget in (self.keys, self.approve):
            foot.addWidget(widget)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(self.middle)
        column.addWidget(self.totals)
        column.addWidget(self.filters)
        column.addWidget(self.split, 1)
        column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))


def _fixed(page: ReconciliationPage) -> str:
    """Why no ledger can be read now, empty when it can."""
    return next((offer.reason for offer in page.offers if offer.key == "import"), page.can_judge)

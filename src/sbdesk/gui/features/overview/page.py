"""Översikt: what is due, whose turn it is, where the money is, what has happened; every line leads on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.overview.cards import LinesCard
from sbdesk.gui.features.overview.columns import (
    DayLine,
    change_columns,
    deadline_columns,
    mine_columns,
    others_columns,
)
from sbdesk.gui.features.overview.presenter import SPANS, OverviewPresenter
from sbdesk.gui.shell.feature import Page
from sbdesk.gui.shown import Bar
from sbdesk.gui.widgets.labels import heading, muted
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.stacked_bars import StackedBars
from sbdesk.services.overview_rows import ChangeRow, QueueRow

LEGEND = ("utbetalt", "beslutat, inte utbetalt", "inte beslutat")
AS_TABLE, AS_PICTURE = "Visa som tabell", "Visa som bild"
_SIDE_BY_SIDE = 900


class OverviewPage(Page):
    """Enter on a line goes to its case."""

    title = "Översikt"
    help_topic = "kom-igang"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        settings = context.settings
        self.deadlines: LinesCard[DayLine] = LinesCard(
            "Idag och framåt", deadline_columns(), lambda line: line.id, settings, "deadlines"
        )
        self.mine: LinesCard[QueueRow] = LinesCard(
            "Väntar på dig", mine_columns(), lambda row: row.award_id, settings, "mine"
        )
        self.others: LinesCard[QueueRow] = LinesCard(
            "Väntar på andra", others_columns(), lambda row: row.award_id, settings, "others"
        )
        self.changes: LinesCard[ChangeRow] = LinesCard(
            "Senast ändrat", change_columns(), lambda row: row.seq, settings, "changes"
        )
        self.bars = StackedBars("Belopp per statsbidrag", LEGEND, settings)
        self.whole, self.as_table = muted(""), QPushButton(AS_TABLE)
        self.spans: dict[int, QPushButton] = {}
        self._lay_out()
        self.presenter = OverviewPresenter(context, self)
        self._connect()
        self.presenter.reload(self.presenter.WATCHES)

    def first_focus(self) -> QWidget:
        """What waits for me, or else the days."""
        return self.mine.table if self.mine.model.rowCount() else self.deadlines.table

    def panes(self) -> Sequence[QWidget]:
        """The cards, from left to right."""
        bars = self.bars.currentWidget() or self.bars
        return (self.deadlines.table, self.mine.table, self.others.table, bars, self.changes.table)

    def closing(self) -> None:
        """Watch no more."""
        self.presenter.close()

    def show_deadlines(self, lines: Sequence[DayLine], nothing: str) -> None:
        """The days."""
        self.deadlines.show_rows(lines, "" if lines else nothing)

    def show_queues(
        self, mine: Sequence[QueueRow], others: Sequence[QueueRow], steps: str, nothing: str
    ) -> None:
        """Whose turn it is."""
        self.mine.show_rows(mine, steps if mine else nothing, counted=True)
        self.others.show_rows(others, "" if others else "Inget väntar på andra.", counted=True)

    def show_sums(self, bars: Sequence[Bar], whole: str) -> None:
        """The money."""
        self.bars.show_bars(bars)
        self.bars.setVisible(bool(bars))
        self.as_table.setVisible(bool(bars))
        self.whole.setText(whole)

    def show_changes(self, rows: Sequence[ChangeRow]) -> None:
        """The newest events."""
        self.changes.show_rows(rows, "" if rows else "Inget har hänt ännu.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= palette.current().px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(direction)

    def _connect(self) -> None:
        go = self.presenter.go
        self.spans[self.presenter.span].setChecked(True)
        for days, button in self.spans.items():
            button.clicked.connect(partial(self.presenter.set_span, days))
        self.deadlines.table.opened.connect(lambda _: self._go_to(self.deadlines.table.current_row()))
        for card in (self.mine, self.others):
            card.table.opened.connect(partial(self._open_queue, card))
        self.changes.table.opened.connect(lambda _: self._open_change())
        for table in (self.deadlines.table, self.mine.table, self.others.table, self.changes.table):
            table.told.connect(self.context.messages.tell)
        self.as_table.clicked.connect(self.bars.toggle)
        self.bars.currentChanged.connect(self._tell_bars)
        self._go = go

    def _go_to(self, line: DayLine | None) -> None:
        if line is not None:
            self._go(line.row.place)

    def _open_queue(self, card: LinesCard[QueueRow], _award: int) -> None:
        row = card.table.current_row()
        if row is not None:
            self._go(row.place)

    def _open_change(self) -> None:
        row = self.changes.table.current_row()
        if row is not None:
            self._go(row.place)

    def _tell_bars(self, number: int) -> None:
        self.as_table.setText(AS_PICTURE if number else AS_TABLE)

    def _lay_out(self) -> None:
        chosen = QButtonGroup(self)
        for days in SPANS:
            button = QPushButton(f"{days} dagar")
            button.setCheckable(True)
            button.setAccessibleName(f"Visa {days} dagar framåt")
            chosen.addButton(button)
            self.spans[days] = button
            self.deadlines.beside(button)
        money = QFrame()
        money.setProperty("card", True)
        column = QVBoxLayout(money)
        column.setContentsMargins(12, 10, 12, 12)
        top = QHBoxLayout()
        top.addWidget(heading("Belopp per statsbidrag (mnkr)", "card"))
        top.addStretch(1)
        top.addWidget(self.as_table)
        column.addLayout(top)
        column.addWidget(self.bars)
        column.addWidget(self.whole)
        first, last = QHBoxLayout(), QHBoxLayout()
        self._rows: tuple[QBoxLayout, ...] = (first, last)
        for row, cards in ((first, (self.deadlines, self.mine)), (last, (self.others, self.changes))):
            row.setSpacing(12)
            for card in cards:
                row.addWidget(card, 1)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.setSpacing(12)
        whole.addLayout(first)
        whole.addWidget(money)
        whole.addLayout(last)
        whole.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)

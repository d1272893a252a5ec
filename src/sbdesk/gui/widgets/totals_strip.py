"""Keeps the sums of a page in sight, each with its formula as explanation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sbdesk.gui.shown import Total
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.labels import empty, label, muted, tone_mark


class TotalsStrip(QFrame):
    """Named figures side by side; they wrap at large text."""

    def __init__(self, name: str = "Summor", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, margin=10, spacing=24)
        self._totals: tuple[Total, ...] = ()

    def show_totals(self, totals: Sequence[Total]) -> None:
        """Show other sums."""
        if tuple(totals) == self._totals:
            return
        self._totals = tuple(totals)
        empty(self._flow)
        for total in self._totals:
            self._flow.addWidget(_figure(total))
        self.setAccessibleDescription(", ".join(f"{total.label} {total.value}" for total in self._totals))

    def totals(self) -> tuple[Total, ...]:
        """What is shown."""
        return self._totals


def _figure(total: Total) -> QWidget:
    made = QWidget()
    made.setToolTip(total.explanation)
    made.setAccessibleName(f"{total.label} {total.value}")
    made.setAccessibleDescription(total.explanation)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(muted(total.label, wrap=False))
    row = QHBoxLayout()
    row.setSpacing(5)
    if total.tone is not None:
        row.addWidget(tone_mark(total.tone, 16))
    value = label(total.value, wrap=False)
    value.setProperty("figure", True)
    if total.tone is not None:
        value.setProperty("tone", total.tone.value)
    row.addWidget(value, 1)
    column.addLayout(row)
    return made

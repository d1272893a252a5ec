"""One money field for each part of the grant, with the highest amount beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.ore import Ore
from sbdesk.gui.features.requisitions.entries import AmountRow
from sbdesk.gui.widgets.fields import MoneyField
from sbdesk.gui.widgets.labels import empty, muted


class AmountFields(QWidget):
    """``amounts`` is öre by whose amount it is; an empty field is not among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.fields: dict[AmountKey, MoneyField] = {}

    def show_rows(self, rows: Sequence[AmountRow]) -> None:
        """Other parts."""
        empty(self._column)
        self.fields = {}
        for row in rows:
            field = MoneyField(f"{row.label}, {row.hint}")
            field.set_ore(row.ore)
            field.edit.setReadOnly(row.locked)
            name = QLabel(row.label)
            name.setBuddy(field.edit)
            name.setWordWrap(True)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(field, 2)
            line.addWidget(muted(row.hint), 3)
            self._column.addWidget(name)
            self._column.addLayout(line)
            self.fields[row.key] = field

    def edits(self) -> list[QWidget]:
        """Where the amounts are typed, each after the field it stands in."""
        return [part for field in self.fields.values() for part in (field, field.edit)]

    def amounts(self) -> dict[AmountKey, Ore]:
        """What is typed, in öre."""
        typed = {key: field.ore() for key, field in self.fields.items()}
        return {key: ore for key, ore in typed.items() if ore is not None}

    def first_problem(self) -> MoneyField | None:
        """The first field whose text is no amount, marked; None when all can be read."""
        for field in self.fields.values():
            if field.problem():
                field.show_problem(field.problem())
                return field
        return None


def tab_through(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through the widgets in this order: those made later would else come last."""
    for former, later in pairwise(widgets):
        QWidget.setTabOrder(former, later)

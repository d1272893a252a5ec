"""Three choices over the list of cases (grant, status, officer), remembered from one day to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from sbdesk.domain.requisition_status import Stage, WaitsFor
from sbdesk.gui.settings import Settings
from sbdesk.services.requisition_rows import CaseRow

_KEY = "requisitions/shown"
_STATUSES = (
    ("Alla ärenden", ""),
    ("Väntar på handläggaren", WaitsFor.OFFICER.value),
    ("Väntar på mottagaren", WaitsFor.RECIPIENT.value),
    ("Väntar på underskrift eller kollega", WaitsFor.SECOND_PERSON.value),
    ("Väntar på ekonomi", WaitsFor.FINANCE.value),
    ("Avslutade", WaitsFor.NOBODY.value),
    ("Klara för beslut", Stage.READY.value),
    ("Lämnade för beslut", Stage.PROPOSED.value),
    ("Beviljade, inte utbetalda", Stage.GRANTED.value),
    ("Utbetalda", Stage.PAID.value),
)
_MINE, _NOBODY = "/mine", "/nobody"
_OFFICERS = (("Alla handläggare", ""), ("Mina ärenden", _MINE), ("Inte tilldelade", _NOBODY))


class CaseChoices(QWidget):
    """``changed`` when another choice is made; :meth:`holds` says which cases it lets through."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.programme = _combo("Visa ärenden i statsbidrag")
        self.status = _combo("Visa ärenden som väntar på")
        self.officer = _combo("Visa ärenden tilldelade")
        self._combos = {"programme": self.programme, "status": self.status, "officer": self.officer}
        for words, value in _STATUSES:
            self.status.addItem(words, value)
        _restore(self.status, settings.get(f"{_KEY}/status"))
        self.offer(())
        for key, combo in self._combos.items():
            combo.currentIndexChanged.connect(self._made(key, combo))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.programme, 1)
        row.addWidget(self.officer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.status)

    def offer(self, rows: Sequence[CaseRow]) -> None:
        """Let the grants and officers of these cases be chosen; what was chosen stays, also without cases."""
        programmes = sorted({row.programme for row in rows})
        officers = sorted({row.assignee for row in rows if row.assignee})
        self._fill("programme", (("Alla statsbidrag", ""), *((name, name) for name in programmes)))
        self._fill("officer", (*_OFFICERS, *((name, name) for name in officers)))

    def holds(self, row: CaseRow) -> bool:
        """Whether the case is among the chosen."""
        programme, status, officer = (combo.currentData() for combo in self._combos.values())
        fits = {"": True, _MINE: row.mine, _NOBODY: not row.assignee}.get(officer, row.assignee == officer)
        return (
            fits
            and programme in ("", row.programme)
            and status in ("", row.status.waits_for.value, row.stage.value)
        )

    def clear(self) -> None:
        """Let every case through."""
        for combo in self._combos.values():
            combo.setCurrentIndex(0)

    def _fill(self, key: str, offered: tuple[tuple[str, str], ...]) -> None:
        combo, chosen = self._combos[key], self._settings.get(f"{_KEY}/{key}")
        blocked = combo.blockSignals(True)
        combo.clear()
        for words, value in offered:
            combo.addItem(words, value)
        if chosen and combo.findData(chosen) < 0:
            combo.addItem(chosen, chosen)
        _restore(combo, chosen)
        combo.blockSignals(blocked)

    def _made(self, key: str, combo: QComboBox) -> Callable[[int], None]:
        def made(_index: int) -> None:
            self._settings.put(f"{_KEY}/{key}", combo.currentData())
            self.changed.emit()

        return made


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


def _restore(combo: QComboBox, chosen: str) -> None:
    combo.setCurrentIndex(max(0, combo.findData(chosen)))

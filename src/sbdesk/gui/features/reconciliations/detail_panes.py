"""Under the ledger table: one row with its findings and origin, and every finding of the award in groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.features.reconciliations import shown
from sbdesk.gui.features.reconciliations.shown import FindingActs
from sbdesk.gui.widgets.checks_list import ChecksList
from sbdesk.gui.widgets.labels import heading, label, muted
from sbdesk.services.reconciliations_rows import LineDetail, ReconciliationPage


class DetailPanes(QTabWidget):
    """Two tabs: ``Rad`` and ``Fynd``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName("Rad och fynd")
        self.line = LinePane()
        self.findings = ChecksList("Fynd i avstämningen")
        self.addTab(self.line, "Rad")
        self.addTab(self.findings, "Fynd")

    def sizeHint(self) -> QSize:
        """Not as tall as its findings: they scroll."""
        return QSize(super().sizeHint().width(), palette.current().px(160))

    def show_detail(self, detail: LineDetail | None, acts: FindingActs) -> None:
        """One row, or none."""
        self.line.show_detail(detail, acts)

    def show_page(self, page: ReconciliationPage, acts: FindingActs) -> None:
        """The groups of findings, with how many are not answered on the tab."""
        self.findings.show_items(shown.group_items(page, acts))
        number = sum(len(group.findings) for group in page.groups)
        self.setTabText(1, f"Fynd {number}")

    def go_to_findings(self) -> None:
        """Show the findings in groups."""
        self.setCurrentWidget(self.findings)


class LinePane(QWidget):
    """Findings with their sentences to the left, verdict and provenance to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = heading("", "section")
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.findings = ChecksList("Fynd på raden")
        self._nothing = muted("Raden har inga fynd.")
        self._facts = QWidget()
        self._facts.setProperty("plain", True)
        self._form = QFormLayout(self._facts)
        self._form.setContentsMargins(4, 4, 4, 4)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(3)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName("Radens uppgifter")
        scroll.setWidget(self._facts)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        left = QVBoxLayout()
        left.addWidget(self._nothing)
        left.addWidget(self.findings, 1)
        halves.addLayout(left, 3)
        halves.addWidget(scroll, 2)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 6, 4, 0)
        inside.setSpacing(4)
        inside.addWidget(self._heading)
        inside.addLayout(halves, 1)

    def show_detail(self, detail: LineDetail | None, acts: FindingActs) -> None:
        """Another row, or none."""
        self._heading.setText("Ingen rad är vald." if detail is None else shown.detail_heading(detail))
        self.setAccessibleName(self._heading.text())
        items = [] if detail is None else shown.detail_items(detail, acts)
        self.findings.show_items(items)
        self.findings.setVisible(bool(items))
        self._nothing.setVisible(detail is not None and not items)
        self._show_facts([] if detail is None else shown.detail_facts(detail))

    def text(self) -> str:
        """The heading, for tests and screen readers."""
        return self._heading.text()

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, value in facts:
            self._form.addRow(muted(name, wrap=False), label(value))

"""Shows long work in the page, with Avbryt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from sbdesk.gui.tasks import ShownProgress, Step
from sbdesk.gui.widgets.labels import muted


class WorkBar(QWidget):
    """Hidden until work has lasted 300 ms; ``start()`` gives the progress to hand to the work."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: ShownProgress | None = None
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Hur långt arbetet har kommit")
        self._text = muted("", wrap=False)
        self._cancel = QPushButton("Avbryt")
        self._cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self.hide()

    def start(self) -> ShownProgress:
        """A new progress shown here; give it to the tasks and to the work."""
        self._progress = ShownProgress(self.show_step)
        return self._progress

    def show_step(self, step: Step | None) -> None:
        """How far the work has come; None when it has ended."""
        self.setVisible(step is not None)
        if step is None:
            self._progress = None
            return
        self._bar.setMaximum(step.of)
        self._bar.setValue(step.done)
        self._text.setText(step.text)
        self._cancel.setEnabled(True)

    def cancel(self) -> None:
        """Ask the work to stop; it stops within half a second."""
        if self._progress is not None:
            self._progress.cancel()
            self._cancel.setEnabled(False)
            self._text.setText("Avbryter …")
            self.cancelled.emit()

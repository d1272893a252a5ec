"""Closes dialogs that block a test: `exec()` waits for a person, and in a test there is none."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class ModalWatch(QObject):
    """Looks every quarter of a second for a modal dialog or menu that has been open longer than the patience.

    The timer runs in the dialog's own event loop, so it also fires while the test stands still in `exec()`.
    """

    def __init__(self, patience: float) -> None:
        super().__init__()
        self._patience = patience
        self._seen: QWidget | None = None
        self._since = 0.0
        self._closed: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(250)

    def _look(self) -> None:
        blocking = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if blocking is not self._seen:
            self._seen, self._since = blocking, time.monotonic()
        elif blocking is not None and time.monotonic() - self._since > self._patience:
            self._close(blocking)
            self._seen = None

    def _close(self, widget: QWidget) -> None:
        name = widget.objectName() or widget.windowTitle() or type(widget).__name__
        self._closed.append(f"{type(widget).__name__} “{name}”")
        # done() ends exec() even when the dialog refuses to close while its fields are not in order.
        if isinstance(widget, QDialog):
            QDialog.done(widget, int(QDialog.DialogCode.Rejected))
        widget.hide()

    def finish(self) -> list[str]:
        """Ends the watch; what had to be closed, also what still was open when the test ended."""
        self._timer.stop()
        while (blocking := QApplication.activeModalWidget() or QApplication.activePopupWidget()) is not None:
            self._close(blocking)
        return self._closed

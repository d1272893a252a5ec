"""Takes care of our own faults: the log gets the traceback, the officer one calm dialog."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

log = logging.getLogger(__name__)
_LOG_BYTES = 2_000_000


def log_to(folder: Path) -> Path:
    """Write the log to ``sbdesk.log`` in the folder, at most three files of 2 MB; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "sbdesk.log"
    handler = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


class Unexpected:
    """F20: one dialog at a time, however many faults there are.

    ``saved`` gives the clock time of the last saved act as ``14.32``, or an empty text.
    """

    def __init__(self, log_file: Path, saved: Callable[[], str] = lambda: "") -> None:
        self.log_file = log_file
        self.saved = saved
        self.parent: QWidget | None = None
        self._open: QMessageBox | None = None

    def install(self) -> None:
        """Catch what escapes from callbacks in the main thread too."""
        sys.excepthook = self._hook

    def text(self) -> str:
        """What happened, that nothing was lost, what to do."""
        saved = self.saved()
        kept = f"Det som var sparat {saved} finns kvar" if saved else "Det som var sparat finns kvar"
        return (
            f"Ett oväntat fel inträffade. {kept}; det du höll på med finns kvar när du startar igen. "
            f"Starta om. Logg: {self.log_file}"
        )

    def show(self, error: BaseException) -> None:
        """Show the dialog, unless it is already open. The error is logged by the caller."""
        if self._open is not None:
            return
        box = QMessageBox(QMessageBox.Icon.Critical, "Oväntat fel", self.text(), parent=self.parent)
        copy = box.addButton("Kopiera logg", QMessageBox.ButtonRole.ActionRole)
        box.addButton("Stäng", QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self._copy)
        box.finished.connect(self._closed)
        self._open = box
        box.open()

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unexpected error in the window", exc_info=(kind, error, trace))
        self.show(error)

    def _copy(self) -> None:
        try:
            text = self.log_file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            text = str(self.log_file)
        QGuiApplication.clipboard().setText(text)

    def _closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None

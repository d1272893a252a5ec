"""Dialogs that stay open with their text until the service has taken it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui import palette
from sbdesk.gui.widgets.labels import restyle


class AskDialog(QDialog):
    """``given`` carries what is entered; :meth:`done_well` closes, :meth:`refused` says why by the field."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields: dict[str, QWidget] = {}
        self._problem = QLabel()
        self.stale = False

    def set_up(self, problem: QLabel, ok: QPushButton, cancel: QPushButton, **fields: QWidget) -> None:
        """Connect the form's parts; ``fields`` by the names that problems use."""
        self._problem, self._fields = problem, fields
        problem.hide()
        ok.clicked.connect(self.save)
        cancel.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its contents."""
        fit(self, 600)
        super().showEvent(event)

    def save(self) -> None:
        """Read the form and emit ``given``, or tell what is wrong."""
        raise NotImplementedError

    def done_well(self) -> None:
        """The act is done."""
        self.accept()

    def refused(self, error: UserFacingError) -> None:
        """The act was refused; what is typed stays. After F12 the next save builds on what holds now."""
        self.stale = error.code == "F12"
        again = " Spara igen om din ändring ska gälla." if self.stale else ""
        self.tell(error.code or "", f"{error}{again}")

    def tell(self, field: str, text: str) -> None:
        """Mark the field that is wrong, if any, with the sentence that helps."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        for name, widget in self._fields.items():
            wrong = name == field
            restyle(widget, invalid=wrong)
            widget.setAccessibleDescription(text if wrong else "")
            if wrong:
                widget.setFocus()


def fit(dialog: QDialog, width: int) -> None:
    """Room for everything, also with large text; ``width`` is pixels at 100 % text."""
    dialog.ensurePolished()
    wanted = dialog.sizeHint().expandedTo(dialog.minimumSizeHint())
    wide = max(wanted.width(), palette.current().px(width))
    layout = dialog.layout()
    tall = layout.totalHeightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0
    dialog.setMinimumHeight(max(wanted.height(), tall))
    dialog.resize(wide, max(wanted.height(), tall))


def choose(box: QComboBox, data: object) -> None:
    """Show the entry with this data; the first when there is none."""
    box.setCurrentIndex(max(0, box.findData(data)))

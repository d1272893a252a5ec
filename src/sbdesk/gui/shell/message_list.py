"""Meddelanden: everything the program has told today, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from sbdesk.gui import palette
from sbdesk.gui.messages import Messages


class MessageList(QDialog):
    """Not modal: it may stay open beside the work."""

    def __init__(self, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Meddelanden")
        self.list = QListWidget()
        self.list.setAccessibleName("Meddelanden, nyast först")
        self.list.addItems([str(message) for message in messages.kept()])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        inside = QVBoxLayout(self)
        inside.addWidget(self.list)
        inside.addWidget(buttons)
        look = palette.current()
        self.resize(look.px(560), look.px(380))

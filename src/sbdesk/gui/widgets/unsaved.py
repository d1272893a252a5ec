"""What a form holds, so that Esc can tell a form with changes from one that nothing is typed in."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

CHANGED = "Formuläret har ändringar."
_CALENDAR = "qt_spinbox_lineedit"
"""The year in a date field's calendar, which nobody types into the form."""


def way_out(button: str = "Avbryt") -> str:
    """What Esc says instead of throwing away what is typed: the button that does."""
    return f"Välj {button} för att kasta dem."


def contents(form: QWidget) -> tuple[str | bool, ...]:
    """Everything that is typed, chosen and ticked in a form."""
    edits = (edit for edit in form.findChildren(QLineEdit) if edit.objectName() != _CALENDAR)
    return (
        *(edit.text() for edit in edits),
        *(edit.toPlainText() for edit in form.findChildren(QPlainTextEdit)),
        *(box.currentText() for box in form.findChildren(QComboBox)),
        *(box.isChecked() for box in form.findChildren(QCheckBox)),
    )

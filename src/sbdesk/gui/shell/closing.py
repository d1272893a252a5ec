"""What is asked before the window closes, and only when something would be thrown away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from sbdesk.gui.shell.feature import Page
from sbdesk.gui.task_threads import ThreadTasks


def closing_question(tasks: ThreadTasks, pages: Sequence[Page]) -> str:
    """The question to ask, or empty when nothing is lost."""
    for progress in tasks.under_way():
        step = progress.latest()
        how_far = f" ({100 * step.done // step.of} %)" if step is not None and step.of else ""
        return f"Arbete pågår{how_far}. Vill du avsluta och kasta det?"
    return next((question for page in pages if (question := page.has_unsaved())), "")


def may_discard(parent: QWidget, question: str) -> bool:
    """Ask; the safe answer is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, "Avsluta", question, parent=parent)
    discard = box.addButton("Avsluta och kasta", QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton("Fortsätt arbeta", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is discard

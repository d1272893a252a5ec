"""The pane in place of a case's tabs where its appeals are handled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.appeal_presenter import AppealPresenter
from sbdesk.gui.features.requisitions.change_pane import ErrorPlace
from sbdesk.gui.features.requisitions.dialogs import AnswerDialog
from sbdesk.gui.features.requisitions.question import Answer, Question
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Action, Status
from sbdesk.gui.widgets.labels import heading, label
from sbdesk.gui.widgets.letter_preview import LetterPreview
from sbdesk.gui.widgets.next_step_bar import NextStepBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.status_strip import StatusStrip
from sbdesk.services.appeals_reading import AppealRow

NONE_YET = "Inget beslut i ärendet är överklagat."


class AppealPane(QStackedWidget):
    """``left`` when the officer goes back to the case, ``opened`` when there is something to show."""

    opened = Signal()
    left = Signal()

    def __init__(self, context: PageContext, errors: ErrorPlace) -> None:
        super().__init__()
        self._errors = errors
        self.chosen = QComboBox()
        self.chosen.setAccessibleName("Överklagande")
        self.status, self.steps, self.facts = StatusStrip(), NextStepBar(), label("")
        self.letter = LetterPreview()
        self.back = QPushButton("Tillbaka till ärendet")
        for widget in (self._standing(), self.letter):
            self.addWidget(widget)
        self.presenter = AppealPresenter(context, self)
        self._connect(context)

    def open(self, award_id: int) -> None:
        """Show the award's appeals."""
        self.presenter.open(award_id)

    def next_step(self) -> bool:
        """Ctrl+Enter: the filled button."""
        return self.currentIndex() == 0 and self.steps.run()

    def show_appeals(self, choices: Sequence[tuple[int, str]], chosen: int) -> None:
        """Which appeals there are; with one there is nothing to choose."""
        self.chosen.blockSignals(True)
        self.chosen.clear()
        for key, words in choices:
            self.chosen.addItem(words, key)
        self.chosen.setCurrentIndex(self.chosen.findData(chosen))
        self.chosen.blockSignals(False)
        self.chosen.setVisible(bool(choices))

    def show_appeal(self, row: AppealRow | None, primary: Sequence[Action], others: Sequence[Action]) -> None:
        """One appeal, or that there is none."""
        tone = Tone.STOP if row is not None and row.inhibited else Tone.WAITING
        words = NONE_YET if row is None else row.words
        self.status.show_status(Status(Tone.MUTED if row is None else tone, words, ()))
        told = [] if row is None else [f"Mottagaren begär: {row.asks}"]
        told += [] if row is None else [f"{name}: {value}" for name, value in row.facts]
        self.facts.setText("\n".join(told))
        self.steps.show_actions(primary, others)
        if self.currentIndex() == 0:
            self.opened.emit()
            self.back.setFocus()

    def show_letter(self, title: str, file_name: str, content: bytes) -> None:
        """A draft in place of the appeal."""
        self.setCurrentIndex(1)
        self.letter.show_letter(title, file_name, content)

    def ask(self, question: Question, then: Callable[[Answer], None]) -> None:
        """One short question."""
        dialog = AnswerDialog(question, self)
        dialog.answered.connect(then)
        dialog.open()

    def show_error(self, error: UserFacingError) -> None:
        """In the page."""
        self._errors.show_error(error)

    def clear_error(self) -> None:
        """The officer has acted again."""
        self._errors.clear_error()

    def leave(self) -> None:
        """Back to the case."""
        self._close_letter()
        self.presenter.close_pane()
        self.left.emit()

    def closing(self) -> None:
        """Watch no more."""
        self.letter.clear()
        self.presenter.close()

    def _close_letter(self) -> None:
        self.letter.clear()
        self.setCurrentIndex(0)

    def _standing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading("Överklagande", "card"))
        for widget in (self.chosen, self.status, self.steps):
            column.addWidget(widget)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(scrolled(self.facts), 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _connect(self, context: PageContext) -> None:
        self.chosen.currentIndexChanged.connect(
            lambda _index: self.presenter.choose(int(self.chosen.currentData() or 0))
        )
        self.back.clicked.connect(self.leave)
        self.letter.closed.connect(self._close_letter)
        self.letter.failed.connect(self.show_error)
        self.letter.told.connect(context.messages.tell)

"""What can be done with a recipient's contacts: hand over what is held, and erase it."""

from __future__ import annotations

from collections.abc import Callable

from sbdesk.gui.features.recipients.acting import NO_ROW, Asking, Shown, action
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done
from sbdesk.services.recipient_rows import ContactRow


class ContactActs:
    """``copy`` is called with the id of the person whose particulars the officer wants as text."""

    def __init__(self, asking: Asking, copy: Callable[[int], None]) -> None:
        self._asking, self._copy = asking, copy

    def actions(self, _shown: Shown, row: ContactRow | None) -> list[Action]:
        """What the row with the focus allows; the first is the next step."""
        return [
            action(
                "Kopiera det som finns om personen",
                lambda: self._copy(row.id if row else 0),
                NO_ROW if row is None else "",
                "copy",
            ),
            action(
                "Gallra kontaktuppgifter…",
                lambda: self._erase(row),
                NO_ROW if row is None else row.erase_refused,
                "delete",
            ),
        ]

    def _erase(self, row: ContactRow | None) -> None:
        if row is None:
            return
        question = Question(
            "Gallra kontaktuppgifter",
            "Gallra",
            f"Namn och e-post för {row.name or row.email} tas bort för gott. Det kan inte ångras. Kvar blir "
            "rekvisitioner, beslut, händelser utan namn, handlingar i ärendena och säkerhetskopior som redan "
            "är tagna.",
            {"line": "&Gallringsföreskrift eller gallringsbeslut (obligatoriskt)"},
            careful=True,
        )

        def work(answer: Answer, command: str) -> Done:
            return self._asking.services.contacts.erase(row.id, row.version, answer.line, command)

        self._asking.ask(question, work)

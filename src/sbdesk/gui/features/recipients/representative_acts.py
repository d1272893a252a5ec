"""What can be done in the tab Ombud."""

from __future__ import annotations

from datetime import date

from sbdesk.gui.features.recipients.acting import NO_ROW, Asking, Shown, action, required_file
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done
from sbdesk.services.recipient_rows import RepresentativeRow
from sbdesk.services.representatives import RepresentativeInput

_LABELS = {
    "line": "&Namn (obligatoriskt)",
    "second": "&E-post",
    "day": "&Ombud från och med (obligatoriskt)",
    "file": "&Fullmakt eller annat stöd",
}


class RepresentativeActs:
    """Appoint, replace, end, undo the end, attach the proof."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def actions(self, shown: Shown, row: RepresentativeRow | None) -> list[Action]:
        """What the row with the focus allows; the first is the next step."""
        present = next((one for one in shown.card.representatives if one.active), None)
        taken = "Mottagaren har redan ett ombud. Välj Ersätt ombudet." if present else ""
        nobody = "" if present else "Mottagaren har inget ombud att ersätta."
        start = action("Skriv in ombud…", lambda: self._appoint(shown), taken, "add")
        replace = action("Ersätt ombudet…", lambda: self._replace(shown, present), nobody)
        ended = NO_ROW if row is None else row.end_refused
        reopened = NO_ROW if row is None else row.reopen_refused
        return [
            *((replace, start) if present else (start, replace)),
            action("Avsluta ombudet…", lambda: self._end(row, shown.today), ended),
            action("Ångra avslutet", lambda: self._undo(row), reopened, "undo"),
            action("Bifoga fullmakt…", lambda: self._attach(row), NO_ROW if row is None else ""),
        ]

    def _appoint(self, shown: Shown) -> None:
        recipient = shown.card.row
        question = Question("Skriv in ombud", "Skriv in", self._intro(recipient.name), dict(_LABELS))

        def work(answer: Answer, command: str) -> Done:
            return self._asking.services.representatives.appoint(recipient.id, _given(answer), command)

        self._asking.ask(question, work)

    def _replace(self, shown: Shown, row: RepresentativeRow | None) -> None:
        if row is None:
            return
        intro = f"{row.name} är ombud till och med dagen före."
        question = Question("Ersätt ombudet", "Ersätt", intro, dict(_LABELS))

        def work(answer: Answer, command: str) -> Done:
            return self._asking.services.representatives.replace(row.id, row.version, _given(answer), command)

        self._asking.ask(question, work)

    def _end(self, row: RepresentativeRow | None, today: date) -> None:
        if row is None:
            return
        question = Question(
            "Avsluta ombudet",
            "Avsluta",
            f"Rekvisitioner till och med den dagen behåller {row.name} som ombud. Det kan ångras.",
            {"day": "&Sista dag (obligatorisk)"},
            start=Answer(day=today),
        )

        def work(answer: Answer, command: str) -> Done:
            last = answer.day or today
            return self._asking.services.representatives.end(row.id, row.version, last, command)

        self._asking.ask(question, work)

    def _undo(self, row: RepresentativeRow | None) -> None:
        if row is not None:
            service = self._asking.services.representatives
            self._asking.do(lambda command: service.undo_end(row.id, row.version, command))

    def _attach(self, row: RepresentativeRow | None) -> None:
        if row is None:
            return
        question = Question(
            "Bifoga fullmakt", "Bifoga", f"För {row.name}.", {"file": "&Fullmakt (obligatorisk)"}
        )

        def work(answer: Answer, command: str) -> Done:
            file = required_file(answer)
            return self._asking.services.representatives.attach_delegation(row.id, row.version, file, command)

        self._asking.ask(question, work)

    @staticmethod
    def _intro(recipient: str) -> str:
        return f"Den som i e-tjänsten är ombud för {recipient}. En i taget."


def told(row: RepresentativeRow) -> str:
    """What the line under the list says of an ombud."""
    return f"Fullmakt: {row.delegation}." if row.delegation else ""


def _given(answer: Answer) -> RepresentativeInput:
    return RepresentativeInput(answer.line, answer.day or date.min, answer.second, answer.file())

"""What can be done in the tab Verksamheter."""

from __future__ import annotations

from datetime import date

from sbdesk.domain.parties import OperationKind
from sbdesk.gui.features.recipients.acting import NO_ROW, Asking, Shown, action
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done
from sbdesk.services.operations import OperationInput
from sbdesk.services.recipient_rows import HostingRow

_KINDS = tuple((kind, kind.swedish.capitalize()) for kind in OperationKind)
_LABELS = {
    "choice": "&Slag (obligatoriskt)",
    "line": "&Kod (obligatorisk)",
    "second": "&Namn (obligatoriskt)",
    "third": "&Område",
}


class OperationActs:
    """Add, correct, move to another host, end, and take both back."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def actions(self, shown: Shown, row: HostingRow | None) -> list[Action]:
        """What the row with the focus allows; the first is the next step."""

        def refused(reason: str) -> str:
            return reason or ("" if row else NO_ROW)

        end = refused(row.end_refused if row else "")
        return [
            action("Lägg till verksamhet…", lambda: self._add(shown), icon="add"),
            action("Ändra namn eller kod…", lambda: self._change(row), refused("")),
            action("Flytta till annan mottagare…", lambda: self._move(shown, row), end),
            action(
                "Ångra flytten hit",
                lambda: self._undo_move(row),
                refused(row.undo_move_refused if row else ""),
            ),
            action("Avsluta hos mottagaren…", lambda: self._end(row, shown.today), end),
            action(
                "Ångra avslutet",
                lambda: self._undo_end(row),
                refused(row.reopen_refused if row else ""),
                "undo",
            ),
        ]

    def _add(self, shown: Shown) -> None:
        recipient = shown.card.row
        question = Question(
            "Lägg till verksamhet",
            "Lägg till",
            f"Det som pengarna går till hos {recipient.name}, till exempel ett centrum eller ett register.",
            {**_LABELS, "day": "&Hos mottagaren från och med (obligatoriskt)"},
            choices=_KINDS,
            start=Answer(day=date(shown.today.year, 1, 1)),
        )

        def work(answer: Answer, command: str) -> Done:
            day = answer.day or shown.today
            return self._asking.services.operations.add(recipient.id, _given(answer), day, command)

        self._asking.ask(question, work)

    def _change(self, row: HostingRow | None) -> None:
        if row is None:
            return
        question = Question(
            "Ändra verksamheten",
            "Spara",
            labels=dict(_LABELS),
            choices=_KINDS,
            start=Answer(choice=row.kind, line=row.code, second=row.name, third=row.area),
        )

        def work(answer: Answer, command: str) -> Done:
            return self._asking.services.operations.change(
                row.operation_id, row.operation_version, _given(answer), command
            )

        self._asking.ask(question, work)

    def _move(self, shown: Shown, row: HostingRow | None) -> None:
        if row is None:
            return
        name = shown.card.row.name
        question = Question(
            "Flytta verksamheten",
            "Flytta",
            f"{row.name} finns hos {name} till och med dagen före. Det som redan är beviljat ligger kvar.",
            {"choice": "&Till (obligatoriskt)", "day": "&Från och med (obligatoriskt)"},
            choices=shown.recipients,
        )

        def work(answer: Answer, command: str) -> Done:
            day, to = answer.day or shown.today, int(str(answer.choice))
            return self._asking.services.operations.move(row.id, row.version, to, day, command)

        self._asking.ask(question, work)

    def _end(self, row: HostingRow | None, today: date) -> None:
        if row is None:
            return
        question = Question(
            "Avsluta verksamheten hos mottagaren",
            "Avsluta",
            f"{row.name} finns då inte hos någon mottagare. Det kan ångras.",
            {"day": "&Sista dag (obligatorisk)"},
            start=Answer(day=today),
        )

        def work(answer: Answer, command: str) -> Done:
            day = answer.day or today
            return self._asking.services.operations.end(row.id, row.version, day, command)

        self._asking.ask(question, work)

    def _undo_move(self, row: HostingRow | None) -> None:
        if row is not None:
            service = self._asking.services.operations
            self._asking.do(lambda command: service.undo_move(row.id, row.version, command))

    def _undo_end(self, row: HostingRow | None) -> None:
        if row is not None:
            service = self._asking.services.operations
            self._asking.do(lambda command: service.undo_end(row.id, row.version, command))


def _given(answer: Answer) -> OperationInput:
    return OperationInput(OperationKind(str(answer.choice)), answer.line, answer.second, answer.third)

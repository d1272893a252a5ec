"""Entering a recipient, correcting its name or number, and mergers."""

from __future__ import annotations

from sbdesk.domain.identifiers import check_org_number
from sbdesk.domain.parties import RecipientKind
from sbdesk.gui.features.recipients.acting import Asking, Shown, action
from sbdesk.gui.features.recipients.questions import Answer, Question
from sbdesk.gui.shown import Action
from sbdesk.services.changes import Done
from sbdesk.services.recipient_rows import IdentityInput, RecipientInput

_KINDS = tuple((kind, kind.swedish.capitalize()) for kind in RecipientKind)
_LABELS = {
    "choice": "&Typ (obligatorisk)",
    "line": "&Organisationsnummer (obligatoriskt)",
    "second": "&Namn (obligatoriskt)",
}


class IdentityActs:
    """Acts on the recipient as a legal entity."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def add(self) -> None:
        """Ask for a new recipient; its registrar's address is asked for and never guessed."""
        question = Question(
            "Lägg till mottagare",
            "Lägg till",
            "En region, en kommun, ett kommunalförbund, en förening eller någon annan juridisk person.",
            {
                **_LABELS,
                "third": "&Registrators e-post",
                "text": "&Postadress",
                "tick": "Organisationsnumret är &bekräftat mot register",
            },
            choices=_KINDS,
            check=number_problem,
            adds_recipient=True,
        )

        def work(answer: Answer, command: str) -> Done:
            given = RecipientInput(
                address=answer.text, registrar_email=answer.third, org_number_confirmed=answer.tick
            )
            return self._asking.services.recipients.add(_identity(answer), given, command)

        self._asking.ask(question, work)

    def actions(self, shown: Shown) -> list[Action]:
        """What can be done with the recipient shown."""
        succession = shown.card.succession
        return [
            action("Ändra namn, typ eller nummer…", lambda: self._change(shown), icon="edit"),
            action("Har gått upp i annan mottagare…", lambda: self._merge(shown), succession.merge_refused),
            action(
                "Ångra sammanslagningen…", lambda: self._undo_merge(shown), succession.undo_refused, "undo"
            ),
        ]

    def _change(self, shown: Shown) -> None:
        card = shown.card
        question = Question(
            "Ändra mottagaren",
            "Spara",
            f"{card.change_number_refused} Ta bort markeringen om numret ska rättas."
            if card.change_number_refused
            else "",
            dict(_LABELS),
            choices=_KINDS,
            start=Answer(choice=card.kind, line=card.row.org_number, second=card.row.name),
            check=number_problem,
        )

        def work(answer: Answer, command: str) -> Done:
            return self._asking.services.recipients.change_identity(
                card.row.id, card.version, _identity(answer), command
            )

        self._asking.ask(question, work)

    def _merge(self, shown: Shown) -> None:
        card = shown.card
        question = Question(
            "Har gått upp i annan mottagare",
            "Registrera",
            f"Bidrag, konton och skulder ligger kvar hos {card.row.name}. Flytta verksamheterna för sig.",
            {
                "choice": "&Har gått upp i (obligatoriskt)",
                "day": "&Från och med (obligatoriskt)",
                **shown.second_labels(),
            },
            choices=shown.recipients,
            others=shown.people,
            start=Answer(signed=shown.today),
        )

        def work(answer: Answer, command: str) -> Done:
            ids = (card.row.id, int(str(answer.choice)))
            day, second = answer.day or shown.today, shown.second(answer)
            return self._asking.services.recipients.merge(ids, card.version, day, second, command)

        self._asking.ask(question, work)

    def _undo_merge(self, shown: Shown) -> None:
        card = shown.card
        question = Question(
            "Ångra sammanslagningen",
            "Ångra",
            f"{card.row.name} har då inte gått upp i {card.succession.into}.",
            {"text": "&Skäl (obligatoriskt)"},
        )

        def work(answer: Answer, command: str) -> Done:
            return self._asking.services.recipients.undo_merge(
                card.row.id, card.version, answer.text, command
            )

        self._asking.ask(question, work)


def number_problem(answer: Answer) -> str:
    """Why the organisation number cannot be right, said while the dialog is still open."""
    return check_org_number(answer.line).text or ""


def _identity(answer: Answer) -> IdentityInput:
    return IdentityInput(answer.line, answer.second, RecipientKind(str(answer.choice)))

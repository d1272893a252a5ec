"""What the acts of every tab share: the card as shown, how they ask, and who can be the second person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.features.recipients.questions import Answer, Choices, Question
from sbdesk.gui.shown import Action
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Done
from sbdesk.services.recipient_rows import RecipientCard

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services

NO_ROW = "Välj en rad i listan."
SECOND_LABELS = {
    "other": "&Andra personen (obligatorisk)",
    "signed": "&Undertecknat den (obligatoriskt)",
    "file": "Undertecknad &sida (obligatorisk)",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The card, the day, and who there is to choose between: other recipients and colleagues."""

    card: RecipientCard
    today: date
    recipients: Choices
    people: Choices
    signed_outside: bool
    me: int

    def second_labels(self) -> dict[str, str]:
        """What to ask of the second person: nothing where logins are personal and they sit here."""
        return dict(SECOND_LABELS) if self.signed_outside else {}

    def second(self, answer: Answer) -> SecondPerson:
        """Who stands behind the act. Raises UserFacingError when there is nobody but the officer."""
        if not self.signed_outside:
            return SecondPerson(self.me, self.today)
        if not isinstance(answer.other, int):
            raise UserFacingError(
                "Det finns ingen annan person att välja.",
                "Inget är ändrat.",
                "Lägg till en kollega under Inställningar, Personer och roller.",
            )
        return SecondPerson(answer.other, answer.signed or self.today, answer.file())


class Asking(Protocol):
    """What the acts need of the presenter."""

    @property
    def services(self) -> Services:
        """Everything the desk can do."""

    @property
    def shown(self) -> Shown | None:
        """What the page shows; None before a recipient is chosen."""

    def ask(self, question: Question, work: Callable[[Answer, str], Done]) -> None:
        """Ask, and do the work with the answer and a command id; the dialog stays until it is stored."""

    def do(self, work: Callable[[str], Done]) -> None:
        """Do the work at once with a command id."""


def action(label: str, run: Callable[[], None], refused: str = "", icon: str = "") -> Action:
    """An act that is forbidden exactly when there is a reason."""
    return Action(label, run, enabled=not refused, reason=refused, icon=icon)


def required_file(answer: Answer) -> ReceivedFile:
    """The chosen file. Raises UserFacingError when it cannot be read or none was chosen."""
    file = answer.file()
    if file is None:
        raise UserFacingError("Filen saknas.", "Inget är ändrat.", "Välj filen.")
    return file

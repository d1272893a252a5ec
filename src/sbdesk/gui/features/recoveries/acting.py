"""Does an act with the officer's answer: one line for each, over the services."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.recovery import Interest
from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.gui.features.recoveries.questions import Answer
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Done
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.recoveries_rows import RecoveryPage

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class Doing:
    """The claim as shown, the answer, and the command's id."""

    services: Services
    page: RecoveryPage
    answer: Answer
    command: str

    @property
    def claim(self) -> int:
        """The recovery."""
        return self.page.row.id

    @property
    def day(self) -> date:
        """The day answered."""
        return self.answer.day or self.page.today

    @property
    def channel(self) -> DispatchChannel:
        """How it was sent."""
        return DispatchChannel(str(self.answer.choice))

    @property
    def decider(self) -> int | None:
        """The person chosen."""
        return self.answer.choice if isinstance(self.answer.choice, int) else None


def second_of(services: Services, answer: Answer, *, signed_outside: bool, today: date) -> SecondPerson:
    """Who signed on paper, or the officer at the keyboard where logins are personal."""
    if not signed_outside:
        return SecondPerson(services.recoveries.work.officer_id, today)
    if not isinstance(answer.choice, int):
        raise UserFacingError(
            "Det finns ingen annan person att välja.",
            "Inget är ändrat.",
            "Lägg till en kollega med rätt roll under Inställningar, Personer och roller.",
        )
    return SecondPerson(answer.choice, answer.day or today, read_file(answer.path))


def read_file(path: str) -> ReceivedFile:
    """A file that the officer has chosen, as it is. Raises UserFacingError when it cannot be read."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"Filen {file.name} kan inte läsas.",
            "Inget är ändrat.",
            "Kontrollera att den finns kvar och inte är öppen i ett annat program, och välj den igen.",
        ) from error
    media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return ReceivedFile(file.name, content, media_type)


def do(act: RecoveryAct, doing: Doing) -> Done:
    """Do it, in the writer thread. KeyError for an act that needs a form of its own."""
    return _DONE[act](doing)


def _second(d: Doing) -> SecondPerson:
    return second_of(d.services, d.answer, signed_outside=d.page.signed_outside, today=d.page.today)


def _answer(d: Doing) -> Done:
    file = read_file(d.answer.path) if d.answer.path else None
    given = AnswerInput(d.day, d.answer.text, d.answer.tick, file)
    return d.services.recoveries.register_answer(d.claim, given, d.command)


def _interest(d: Doing) -> Done:
    answer = Interest(str(d.answer.choice))
    return d.services.recoveries.set_interest(d.claim, answer, d.answer.line, d.command)


def _unheard(d: Doing) -> Done:
    return d.services.recoveries.propose_unheard(d.claim, d.answer.text, d.decider, d.command)


def _issue(d: Doing) -> Done:
    return d.services.invoices.issue(d.page.draft_invoice_id or 0, d.answer.money, d.answer.day, d.command)


_DONE: dict[RecoveryAct, Callable[[Doing], Done]] = {
    RecoveryAct.WRITE_HEARING: lambda d: d.services.recoveries.write_hearing(d.claim, d.day, d.command),
    RecoveryAct.MARK_HEARING_SENT: lambda d: d.services.recoveries.mark_hearing_sent(
        d.claim, d.day, d.channel, d.command
    ),
    RecoveryAct.REGISTER_ANSWER: _answer,
    RecoveryAct.REDRAFT: lambda d: d.services.recoveries.redraft(d.claim, d.answer.text, d.command),
    RecoveryAct.PROPOSE: lambda d: d.services.recoveries.propose(d.claim, d.decider, d.command),
    RecoveryAct.PROPOSE_SIMPLE: lambda d: d.services.recoveries.propose_simple(d.claim, d.decider, d.command),
    RecoveryAct.PROPOSE_UNHEARD: _unheard,
    RecoveryAct.DECIDE: lambda d: d.services.recoveries.register_signed(d.claim, _second(d), d.command),
    RecoveryAct.RETURN: lambda d: d.services.recoveries.return_proposal(
        d.claim, d.answer.text, None, d.command
    ),
    RecoveryAct.MARK_DECISION_SENT: lambda d: d.services.recoveries.mark_decision_sent(
        d.claim, d.day, d.channel, d.command
    ),
    RecoveryAct.MARK_DECISION_RECEIVED: lambda d: d.services.recoveries.mark_decision_received(
        d.claim, d.day, d.command
    ),
    RecoveryAct.SET_INTEREST: _interest,
    RecoveryAct.DRAFT_INVOICE: lambda d: d.services.invoices.draft(d.claim, d.command),
    RecoveryAct.ISSUE_INVOICE: _issue,
    RecoveryAct.MARK_INVOICE_SENT: lambda d: d.services.invoices.mark_sent(
        d.page.unsent_invoice_id or 0, d.day, d.channel, d.command
    ),
    RecoveryAct.DROP: lambda d: d.services.recoveries.drop(d.claim, d.answer.text, d.command),
    RecoveryAct.REOPEN: lambda d: d.services.recoveries.reopen(d.claim, d.answer.text, _second(d), d.command),
}

"""Does an act with the officer's answer: one line for each, over the services."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.questions import Answer
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Done
from sbdesk.services.requisition_rows import CasePage

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class Doing:
    """The case as shown, the answer, and the command's id."""

    services: Services
    page: CasePage
    answer: Answer
    command: str

    @property
    def award(self) -> int:
        """The case's award."""
        return self.page.award_id

    def file(self) -> ReceivedFile | None:
        """The chosen file as it is, None when none was chosen. Raises when it cannot be read."""
        return read_file(self.answer.path) if self.answer.path else None

    def second(self) -> SecondPerson:
        """Who signed on paper, or the officer at the keyboard where logins are personal."""
        if not self.page.signed_outside:
            return SecondPerson(self.services.decisions.work.officer_id, self.page.today)
        choice = self.answer.choice
        if not isinstance(choice, int):
            raise UserFacingError(
                "Det finns ingen annan person att välja.",
                "Inget är ändrat.",
                "Lägg till en kollega med rätt roll under Inställningar, Personer och roller.",
            )
        return SecondPerson(choice, self.answer.day or self.page.today, self.file())


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


def do(act: Act, doing: Doing) -> Done:
    """Do it, in the writer thread. KeyError for an act that needs a form of its own."""
    return _DONE[act](doing)


def _hold(d: Doing) -> Done:
    return d.services.requisitions.hold(d.award, d.answer.text, d.answer.day, d.command)


def _ask_completion(d: Doing) -> Done:
    items = d.answer.text.splitlines()
    return d.services.requisitions.ask_completion(d.award, items, d.answer.day or d.page.today, d.command)


def _extend(d: Doing) -> Done:
    day = d.answer.day or d.page.today
    return d.services.requisitions.extend_completion(d.award, day, d.answer.text, d.command)


def _remind(d: Doing) -> Done:
    return d.services.requisitions.remind_completion(d.award, d.answer.day or d.page.today, d.command)


def _assign(d: Doing) -> Done:
    officer = d.answer.choice if isinstance(d.answer.choice, int) else None
    return d.services.requisitions.assign(d.award, officer, d.command)


def _mark_sent(d: Doing) -> Done:
    channel = DispatchChannel(str(d.answer.choice))
    return d.services.decisions.mark_sent(d.award, d.answer.day or d.page.today, channel, d.command)


def _confirm_payout(d: Doing) -> Done:
    return d.services.payouts.confirm(d.award, d.answer.day or d.page.today, d.answer.line, d.command)


_DONE: dict[Act, Callable[[Doing], Done]] = {
    Act.DECIDE: lambda d: d.services.decisions.register_signed(d.award, d.second(), (), d.command),
    Act.RETURN: lambda d: d.services.decisions.return_proposal(d.award, d.answer.text, d.command),
    Act.MARK_SENT: _mark_sent,
    Act.APPROVE_PAYOUT: lambda d: d.services.payouts.approve(d.award, d.second(), d.answer.text, d.command),
    Act.CONFIRM_PAYOUT: _confirm_payout,
    Act.CANCEL_PAYOUT: lambda d: d.services.payouts.cancel(d.award, d.answer.text, d.command),
    Act.UNDO_CONFIRM_PAYOUT: lambda d: d.services.payouts.undo_confirm(d.award, d.answer.text, d.command),
    Act.CONFIRM_ACCOUNT: lambda d: d.services.requisitions.confirm_account(d.award, d.second(), d.command),
    Act.ASK_COMPLETION: _ask_completion,
    Act.EXTEND_COMPLETION: _extend,
    Act.DECIDE_WITHOUT: lambda d: d.services.requisitions.decide_without(d.award, d.answer.text, d.command),
    Act.REMIND_COMPLETION: _remind,
    Act.ASSIGN: _assign,
    Act.STOP_PAYOUT: lambda d: d.services.payouts.stop(d.award, d.answer.text, d.command),
    Act.RELEASE_PAYOUT: lambda d: d.services.payouts.release(d.award, d.answer.text, d.command),
    Act.WITHDRAW: lambda d: d.services.requisitions.withdraw(d.award, d.file(), d.answer.day, d.command),
    Act.REOPEN: lambda d: d.services.requisitions.reopen(d.award, d.answer.text, d.command),
    Act.HOLD: _hold,
    Act.RELEASE: lambda d: d.services.requisitions.release(d.award, d.command),
    Act.SET_CASE_NUMBER: lambda d: d.services.requisitions.set_case_number(d.award, d.answer.line, d.command),
    Act.CLOSE_UNREQUESTED: lambda d: d.services.requisitions.close_unrequested(
        d.award, d.answer.text, d.command
    ),
    Act.REOPEN_AWARD: lambda d: d.services.requisitions.reopen_award(d.award, d.answer.text, d.command),
    Act.NOTE: lambda d: d.services.requisitions.add_note(d.award, d.answer.text, d.command),
    Act.DISQUALIFY: lambda d: d.services.requisitions.report_disqualification(
        d.award, d.answer.text, None, d.command
    ),
}

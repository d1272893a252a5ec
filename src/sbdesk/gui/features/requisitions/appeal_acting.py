"""Does an act on an appeal with the officer's answers: one line for each, over the service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sbdesk.domain.appeal import AppealOutcome, Excuse, Reconsideration
from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.features.requisitions.acting import read_file
from sbdesk.gui.features.requisitions.question import Answer
from sbdesk.services.appeals_inputs import AppealInput, JudgmentInput, TimeInput
from sbdesk.services.appeals_reading import AppealRow, AppealsPage
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.changes import Done

if TYPE_CHECKING:
    from sbdesk.services.appeals import AppealsService


@dataclass(frozen=True, slots=True)
class AppealDoing:
    """The appeal as shown, the answers in the order asked, and the command's id."""

    service: AppealsService
    page: AppealsPage
    row: AppealRow
    answers: tuple[Answer, ...]
    command: str

    @property
    def answer(self) -> Answer:
        """The first answer."""
        return self.answers[0]

    def file(self) -> ReceivedFile:
        """The chosen file. Raises UserFacingError when it cannot be read."""
        return read_file(self.answer.path)

    def second(self) -> SecondPerson:
        """Who signed on paper, as the last answer says, or the officer where logins are personal."""
        answer = self.answers[-1]
        if not self.page.signed_outside:
            return SecondPerson(self.service.work.officer_id, self.page.today)
        if not isinstance(answer.choice, int):
            raise UserFacingError(
                "Det finns ingen annan person att välja.",
                "Inget är ändrat.",
                "Lägg till en beslutsfattare under Inställningar, Personer och roller.",
            )
        return SecondPerson(answer.choice, answer.day or self.page.today, read_file(answer.path))


def registered(page: AppealsPage, answer: Answer) -> AppealInput:
    """The appeal as answered. Raises UserFacingError when the file cannot be read."""
    decision = answer.choice if isinstance(answer.choice, int) else 0
    return AppealInput(decision, answer.day or page.today, answer.text, read_file(answer.path))


def do(act: AppealAct, doing: AppealDoing) -> Done:
    """Do it, in the writer thread."""
    return _DONE[act](doing)


def _do_test(d: AppealDoing) -> Done:
    excuse = Excuse(str(d.answer.choice)) if d.answer.choice else None
    given = TimeInput(d.answer.day, excuse, d.answer.line)
    return d.service.test_time(d.row.id, given, d.command)


def _do_reconsider(d: AppealDoing) -> Done:
    choice = str(d.answer.choice)
    result = Reconsideration.UNCHANGED if choice == "unchanged" else Reconsideration.CHANGED
    return d.service.reconsider(d.row.id, result, d.answer.text, d.second(), choice == "as_asked", d.command)


def _do_judgment(d: AppealDoing) -> Done:
    outcome = AppealOutcome(str(d.answer.choice))
    given = JudgmentInput(d.answer.day or d.page.today, outcome, d.answer.line, d.file())
    return d.service.register_judgment(d.row.id, given, d.command)


def _day(d: AppealDoing) -> Done:
    day = d.answer.day or d.page.today
    return d.service.register_higher_court(d.row.id, d.answer.line, day, d.command)


_DONE: dict[AppealAct, Callable[[AppealDoing], Done]] = {
    AppealAct.TEST_TIME: _do_test,
    AppealAct.RETEST: lambda d: d.service.retest(d.row.id, d.answer.text, d.command),
    AppealAct.DISMISS: lambda d: d.service.dismiss(d.row.id, d.answer.text, d.second(), d.command),
    AppealAct.RECONSIDER: _do_reconsider,
    AppealAct.CLOSE: lambda d: d.service.close(d.row.id, d.command),
    AppealAct.HAND_OVER: lambda d: d.service.hand_over(d.row.id, d.answer.line, d.command),
    AppealAct.APPEAL_DISMISSAL: lambda d: d.service.appeal_dismissal(
        d.row.id, d.answer.line, d.file(), d.command
    ),
    AppealAct.JUDGMENT: _do_judgment,
    AppealAct.HIGHER_COURT: _day,
    AppealAct.WITHDRAW: lambda d: d.service.withdraw(d.row.id, d.file(), d.command),
    AppealAct.SET_INHIBITION: lambda d: d.service.set_inhibition(
        d.row.id, d.answer.day or d.page.today, d.file(), d.command
    ),
    AppealAct.LIFT_INHIBITION: lambda d: d.service.lift_inhibition(
        d.row.id, d.answer.day or d.page.today, d.answer.text, d.command
    ),
}

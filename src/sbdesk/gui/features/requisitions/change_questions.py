"""What the acts on a prepared change ask the officer, and how they are done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sbdesk.domain.decision_change_actions import ChangeAct
from sbdesk.domain.office import DispatchChannel
from sbdesk.gui.features.requisitions.acting import read_file
from sbdesk.gui.features.requisitions.decided_questions import CHANNELS
from sbdesk.gui.features.requisitions.question import Answer, People, Question, others
from sbdesk.services.changes import Done
from sbdesk.services.decision_changes_reading import ChangePage
from sbdesk.services.hearings import AnswerInput

if TYPE_CHECKING:
    from sbdesk.services.decision_changes import DecisionChangesService

FINAL = ((True, "Ja, mottagaren har inget mer att säga"), (False, "Nej, mer kan komma"))


@dataclass(frozen=True, slots=True)
class ChangeDoing:
    """The change as shown, the answer, and the command's id."""

    service: DecisionChangesService
    page: ChangePage
    answer: Answer
    command: str


def question_of(act: ChangeAct, page: ChangePage, people: People, me: int) -> Question:
    """The act's question."""
    return _ASKED[act](page, people, me)


def do(act: ChangeAct, doing: ChangeDoing) -> Done:
    """Do it, in the writer thread."""
    return _DONE[act](doing)


def _write(page: ChangePage, people: People, me: int) -> Question:
    return Question(
        "Skapa brev inför beslut",
        "Skapa brevet",
        "Brevet säger vad vi överväger och varför. Inget skickas.",
        day_label="S&vara senast (obligatorisk)",
        day=page.answer_day,
    )


def _mark_sent(page: ChangePage, people: People, me: int) -> Question:
    return Question(
        "Markera brevet som skickat",
        "Markera som skickat",
        "Programmet skickar ingenting. Markera när du har skickat brevet.",
        choice_label="&Skickat med",
        choices=CHANNELS,
        day_label="Skickat den &dag (obligatorisk)",
        day=page.today,
    )


def _answer(page: ChangePage, people: People, me: int) -> Question:
    return Question(
        "Registrera yttrande",
        "Spara yttrandet",
        "Skriv kort och rättvist vad mottagaren har framfört. Texten står i beslutet.",
        choice_label="&Slutligt",
        choices=FINAL,
        day_label="Kom in den &dag (obligatorisk)",
        day=page.today,
        text_label="&Det här har mottagaren framfört (obligatoriskt)",
    )


def _propose(page: ChangePage, people: People, me: int) -> Question:
    return Question(
        "Lämna över ändringen för beslut",
        "Lämna över för beslut",
        f"Beslut {page.decision_number} gäller tills det nya är fattat.",
        choice_label="&Beslutsfattare",
        choices=others(people, me, "decider"),
    )


def _drop(page: ChangePage, people: People, me: int) -> Question:
    return Question(
        "Avbryt ändringen",
        "Avbryt ändringen",
        "Beslutet gäller som det är.",
        text_label="&Skäl (obligatoriskt)",
    )


_ASKED: dict[ChangeAct, Callable[[ChangePage, People, int], Question]] = {
    ChangeAct.WRITE_HEARING: _write,
    ChangeAct.MARK_HEARING_SENT: _mark_sent,
    ChangeAct.REGISTER_ANSWER: _answer,
    ChangeAct.PROPOSE: _propose,
    ChangeAct.DROP: _drop,
}


def _do_mark(d: ChangeDoing) -> Done:
    channel = DispatchChannel(str(d.answer.choice))
    return d.service.mark_hearing_sent(d.page.award_id, d.answer.day or d.page.today, channel, d.command)


def _do_answer(d: ChangeDoing) -> Done:
    file = read_file(d.answer.path) if d.answer.path else None
    given = AnswerInput(d.answer.day or d.page.today, d.answer.text, bool(d.answer.choice), file)
    return d.service.register_answer(d.page.award_id, given, d.command)


def _do_propose(d: ChangeDoing) -> Done:
    decider = d.answer.choice if isinstance(d.answer.choice, int) else None
    return d.service.propose(d.page.award_id, decider, "", d.command)


_DONE: dict[ChangeAct, Callable[[ChangeDoing], Done]] = {
    ChangeAct.WRITE_HEARING: lambda d: d.service.write_hearing(d.page.award_id, d.answer.day, d.command),
    ChangeAct.MARK_HEARING_SENT: _do_mark,
    ChangeAct.REGISTER_ANSWER: _do_answer,
    ChangeAct.PROPOSE: _do_propose,
    ChangeAct.DROP: lambda d: d.service.drop(d.page.award_id, d.answer.text, d.command),
}

"""What the acts on a requisition and on the case as a whole ask the officer."""

from __future__ import annotations

from datetime import timedelta

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.question import Asking, People, Question, others, reason_question
from sbdesk.services.requisition_rows import CasePage


def _ask_completion(page: CasePage, people: People, me: int) -> Question:
    wanted = [row.asked_for for row in page.checks if row.asked_for]
    return Question(
        "Begär komplettering",
        "Skapa brev",
        "En rad för varje sak som mottagaren ska komplettera. Ta bort rader som inte ska med.",
        day_label="S&vara senast (obligatorisk)",
        day=page.answer_day,
        text_label="&Vi behöver (obligatoriskt)",
        text="\n".join(wanted),
    )


def _extend(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Förläng svarstiden",
        "Förläng",
        day_label="&Ny svarsdag (obligatorisk)",
        day=page.answer_day,
        text_label="&Skäl (obligatoriskt)",
    )


def _remind(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Påminn om kompletteringen",
        "Skapa brev",
        "Brevet tar upp samma saker som begäran om komplettering. Programmet skickar det inte.",
        day_label="S&vara senast (obligatorisk)",
        day=page.answer_day,
    )


def _assign(page: CasePage, people: People, me: int) -> Question:
    """Another officer than the one who has the case stands first."""
    known = sorted(people, key=lambda one: (one[1].startswith(f"{page.assignee},"), "officer" not in one[2]))
    choices = (*((key, text) for key, text, _roles in known), ("", "Ingen"))
    return Question("Tilldela ärendet", "Tilldela", choice_label="&Handläggare", choices=choices)


def hand_over_question(people: People, me: int) -> Question:
    """Who takes over every open case of the acting officer."""
    return Question(
        "Överlämna mina ärenden",
        "Överlämna",
        "Alla öppna ärenden som du är tilldelad får en ny handläggare. Händelsen står i varje ärende.",
        choice_label="&Ny handläggare (obligatorisk)",
        choices=others(people, me, "officer"),
    )


def _hold(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Gör ärendet vilande",
        "Gör vilande",
        day_label="&Bevaka till",
        day=page.today + timedelta(days=30),
        day_required=False,
        text_label="&Skäl (obligatoriskt)",
    )


def _number(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Ändra diarienummer",
        "Spara",
        line_label="&Diarienummer (obligatoriskt)",
        line=page.case_number,
        line_required=True,
    )


def _withdraw(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Registrera återkallelse",
        "Registrera återkallelse",
        f"{page.recipient} tar tillbaka sin rekvisition. Bifoga mottagarens handling.",
        day_label="Kom &in den dag (obligatorisk)",
        day=page.today,
        file_label="&Handling (obligatorisk)",
    )


def _note(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Tjänsteanteckning",
        "Spara",
        "Blir en del av ärendet och kan lämnas ut.",
        text_label="&Anteckning (obligatorisk)",
    )


ENTERED_QUESTIONS: dict[Act, Asking] = {
    Act.ASK_COMPLETION: _ask_completion,
    Act.EXTEND_COMPLETION: _extend,
    Act.REMIND_COMPLETION: _remind,
    Act.ASSIGN: _assign,
    Act.HOLD: _hold,
    Act.SET_CASE_NUMBER: _number,
    Act.WITHDRAW: _withdraw,
    Act.NOTE: _note,
    Act.DECIDE_WITHOUT: reason_question("Avgör utan komplettering", "Avgör utan svar"),
    Act.REOPEN: reason_question("Öppna rekvisitionen på nytt", "Öppna på nytt"),
    Act.CLOSE_UNREQUESTED: reason_question(
        "Stäng som inte rekvirerat", "Stäng ärendet", "Ange hur det är känt att mottagaren inte rekvirerar."
    ),
    Act.REOPEN_AWARD: reason_question("Öppna ärendet på nytt", "Öppna på nytt"),
    Act.DISQUALIFY: reason_question(
        "Anmäl jäv",
        "Anmäl jäv",
        "Du kan sedan inte handlägga ärenden för mottagaren. Lämna över dem till någon annan.",
    ),
}

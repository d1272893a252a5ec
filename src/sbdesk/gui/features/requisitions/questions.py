"""What each act asks the officer before it is done, as data for one dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.requisition_actions import Act
from sbdesk.services.requisition_rows import CasePage

People = tuple[tuple[int, str, tuple[str, ...]], ...]
"""Id, name with title, and roles of everybody at the desk."""

CHANNELS = (
    (DispatchChannel.E_MAIL.value, "E-post"),
    (DispatchChannel.POST.value, "Post"),
    (DispatchChannel.PORTAL.value, "E-tjänsten"),
    (DispatchChannel.HAND.value, "Bud"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog's words and parts; a part without label is not asked. ``careful``: Avbryt is the default."""

    title: str
    ok: str
    intro: str = ""
    choice_label: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    day_label: str = ""
    day: date | None = None
    day_required: bool = True
    line_label: str = ""
    line: str = ""
    line_required: bool = False
    text_label: str = ""
    text: str = ""
    file_label: str = ""
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the officer answered; parts that were not asked are empty. ``path`` is the chosen file."""

    choice: object = None
    day: date | None = None
    line: str = ""
    text: str = ""
    path: str = ""


def question_of(act: Act, page: CasePage, people: People, me: int) -> Question:
    """The act's question; KeyError for an act that asks in another way."""
    return _ASKED[act](page, people, me)


def _reason(title: str, ok: str, intro: str = "") -> Callable[[CasePage, People, int], Question]:
    return lambda page, people, me: Question(title, ok, intro, text_label="&Skäl (obligatoriskt)")


def _others(people: People, me: int, role: str = "") -> tuple[tuple[object, str], ...]:
    """Everybody but the officer, those with the role first asked for."""
    return tuple((key, text) for key, text, roles in people if key != me and (not role or role in roles))


def _decide(page: CasePage, people: People, me: int) -> Question:
    proposal = page.proposal
    granted = proposal.granted_ore if proposal else 0
    refuses = proposal is not None and proposal.kind == "refuse"
    verb = "Avslå" if refuses else "Bevilja"
    what = (
        f"Avslå rekvisitionen från {page.recipient}?"
        if refuses
        else f"Bevilja {page.recipient} {format_kronor(granted)}?"
    )
    choices = _others(people, me, "decider")
    if proposal is not None:
        choices = tuple(sorted(choices, key=lambda one: one[0] != proposal.decider_id))
    return _second(page, choices, "Registrera beslut", verb, f"{what} Det kan inte ångras.", careful=True)


def _second(
    page: CasePage,
    choices: tuple[tuple[object, str], ...],
    title: str,
    ok: str,
    intro: str,
    *,
    careful: bool = False,
) -> Question:
    if not page.signed_outside:
        return Question(title, ok, intro, careful=careful)
    return Question(
        title,
        ok,
        intro,
        choice_label="&Vem har skrivit under (obligatoriskt)",
        choices=choices,
        day_label="&Underskriven den dag (obligatorisk)",
        day=page.today,
        file_label="Undertecknad s&ida (obligatorisk)",
        careful=careful,
    )


def _approve(page: CasePage, people: People, me: int) -> Question:
    amount = page.payout.amount_ore if page.payout else 0
    intro = f"Attestera utbetalningen av {format_kronor(amount)} till {page.recipient}, {page.account}."
    plain = _second(page, _others(people, me, "payer"), "Attestera", "Attestera", intro)
    if not page.debt_after_decision:
        return plain
    return Question(
        plain.title,
        plain.ok,
        f"{intro} {page.debt_after_decision}",
        plain.choice_label,
        plain.choices,
        plain.day_label,
        plain.day,
        text_label="&Juristens svar om skulden (obligatoriskt)",
        file_label=plain.file_label,
    )


def _confirm_account(page: CasePage, people: People, me: int) -> Question:
    intro = (
        f"{page.account} ska bekräftas av en andra person mot mottagarens handling. "
        "Kom kontot med e-post: ring upp på ett känt nummer först."
    )
    return _second(page, _others(people, me), "Bekräfta kontot", "Bekräfta kontot", intro)


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


def _mark_sent(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Markera beslutet som skickat",
        "Markera som skickat",
        "Programmet skickar ingenting. Markera när du har skickat brevet.",
        choice_label="&Skickat med",
        choices=CHANNELS,
        day_label="Skickat den &dag (obligatorisk)",
        day=page.today,
    )


def _confirm_payout(page: CasePage, people: People, me: int) -> Question:
    payout = page.payout
    return Question(
        "Markera utbetald",
        "Markera utbetald",
        f"{format_kronor(payout.amount_ore)} till {payout.account}." if payout else "",
        day_label="&Utbetald den dag (obligatorisk)",
        day=page.today,
        line_label="Bankens &referens",
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
        file_label="&Handling (obligatorisk)",
    )


def _note(page: CasePage, people: People, me: int) -> Question:
    return Question(
        "Tjänsteanteckning",
        "Spara",
        "Blir en del av ärendet och kan lämnas ut.",
        text_label="&Anteckning (obligatorisk)",
    )


_ASKED: dict[Act, Callable[[CasePage, People, int], Question]] = {
    Act.DECIDE: _decide,
    Act.APPROVE_PAYOUT: _approve,
    Act.CONFIRM_ACCOUNT: _confirm_account,
    Act.ASK_COMPLETION: _ask_completion,
    Act.EXTEND_COMPLETION: _extend,
    Act.MARK_SENT: _mark_sent,
    Act.CONFIRM_PAYOUT: _confirm_payout,
    Act.HOLD: _hold,
    Act.SET_CASE_NUMBER: _number,
    Act.WITHDRAW: _withdraw,
    Act.NOTE: _note,
    Act.RETURN: _reason("Skicka tillbaka förslaget", "Skicka tillbaka"),
    Act.DECIDE_WITHOUT: _reason("Avgör utan komplettering", "Avgör utan svar"),
    Act.REOPEN: _reason("Öppna rekvisitionen på nytt", "Öppna på nytt"),
    Act.CANCEL_PAYOUT: _reason("Ta ur underlaget", "Ta ur underlaget"),
    Act.UNDO_CONFIRM_PAYOUT: _reason("Ångra markeringen utbetald", "Ångra"),
    Act.CLOSE_UNREQUESTED: _reason(
        "Stäng som inte rekvirerat", "Stäng ärendet", "Ange hur det är känt att mottagaren inte rekvirerar."
    ),
    Act.REOPEN_AWARD: _reason("Öppna ärendet på nytt", "Öppna på nytt"),
    Act.DISQUALIFY: _reason(
        "Anmäl jäv",
        "Anmäl jäv",
        "Du kan sedan inte handlägga ärenden för mottagaren. Lämna över dem till någon annan.",
    ),
}

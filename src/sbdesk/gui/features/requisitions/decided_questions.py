"""What the acts on a proposal, a decision and its payment ask the officer."""

from __future__ import annotations

from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.features.requisitions.question import (
    Asking,
    People,
    Question,
    others,
    reason_question,
    second_person,
)
from sbdesk.services.requisition_rows import CasePage

CHANNELS = (
    (DispatchChannel.E_MAIL.value, "E-post"),
    (DispatchChannel.POST.value, "Post"),
    (DispatchChannel.PORTAL.value, "E-tjänsten"),
    (DispatchChannel.HAND.value, "Bud"),
)


_ENDINGS = {
    "refuse": ("Avslå", "Avslå rekvisitionen från {}?"),
    "dismiss": ("Avvisa", "Avvisa rekvisitionen från {}?"),
    "write_off_case": ("Skriv av", "Skriva av ärendet för {}?"),
    "amend": ("Ändra", "Ändra beslutet för {}?"),
    "revoke": ("Upphäv", "Upphäva beslutet för {}?"),
    "withhold": ("Betala inte ut", "Besluta att inte betala ut till {}?"),
}
"""The verb and the question of a decision that is no grant, by its kind."""


def _decide(page: CasePage, people: People, me: int) -> Question:
    proposal = page.proposal
    granted = proposal.granted_ore if proposal else 0
    verb, what = _ENDINGS.get(proposal.kind if proposal else "", ("Bevilja", ""))
    what = what.format(page.recipient) or f"Bevilja {page.recipient} {format_kronor(granted)}?"
    choices = others(people, me, "decider")
    if proposal is not None:
        choices = tuple(sorted(choices, key=lambda one: one[0] != proposal.decider_id))
    return second_person(
        page, choices, "Registrera beslut", verb, f"{what} Det kan inte ångras.", careful=True
    )


def _approve(page: CasePage, people: People, me: int) -> Question:
    amount = page.payout.amount_ore if page.payout else 0
    intro = f"Attestera utbetalningen av {format_kronor(amount)} till {page.recipient}, {page.account}."
    plain = second_person(page, others(people, me, "payer"), "Attestera", "Attestera", intro)
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
    return second_person(page, others(people, me), "Bekräfta kontot", "Bekräfta kontot", intro)


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


DECIDED_QUESTIONS: dict[Act, Asking] = {
    Act.DECIDE: _decide,
    Act.APPROVE_PAYOUT: _approve,
    Act.CONFIRM_ACCOUNT: _confirm_account,
    Act.MARK_SENT: _mark_sent,
    Act.CONFIRM_PAYOUT: _confirm_payout,
    Act.RETURN: reason_question("Skicka tillbaka förslaget", "Skicka tillbaka"),
    Act.STOP_PAYOUT: reason_question(
        "Stoppa utbetalningen",
        "Stoppa utbetalningen",
        "Utbetalningen väntar tills du släpper den. Ange grunden i beslutet eller förordningen.",
    ),
    Act.RELEASE_PAYOUT: reason_question("Släpp utbetalningen", "Släpp utbetalningen"),
    Act.CANCEL_PAYOUT: reason_question("Ta ur underlaget", "Ta ur underlaget"),
    Act.UNDO_CONFIRM_PAYOUT: reason_question("Ångra markeringen utbetald", "Ångra"),
}

"""Turns a claim's page into what the widgets show, without Qt."""

from __future__ import annotations

from collections.abc import Callable

from sbdesk.domain.recovery_actions import RecoveryAct
from sbdesk.gui import formats
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Action, CaseStep, Reached, Status, Total
from sbdesk.services.recoveries_rows import HearingRow, RecoveryPage

_REACHED = {"done": Reached.DONE, "current": Reached.CURRENT, "coming": Reached.COMING}
_ICONS = {
    RecoveryAct.WRITE_HEARING: "letter",
    RecoveryAct.DECIDE: "sign",
    RecoveryAct.PREVIEW: "preview",
    RecoveryAct.DRAFT_INVOICE: "invoice",
    RecoveryAct.ISSUE_INVOICE: "invoice",
    RecoveryAct.REGISTER_PAYMENT: "money",
}


def heading(page: RecoveryPage) -> str:
    """``ÅK-2027-003 · Region Östergötland · PMC 2026``."""
    return f"{page.row.number} · {page.row.recipient} · {page.row.programme}"


def status(page: RecoveryPage) -> Status:
    """The strip: who must act, and the line of steps with their days."""
    steps = tuple(
        CaseStep(
            f"{step.label} {formats.day(step.done_on)}" if step.done_on else step.label,
            _REACHED[step.reached],
        )
        for step in page.steps
    )
    return Status(Tone(page.row.status.tone.value), page.row.status.words, steps)


def totals(page: RecoveryPage) -> tuple[Total, ...]:
    """Att återbetala − frivilligt återbetalt − redan beslutat = kvar att kräva, and what is claimed here."""
    over = page.row.amount_ore > page.left_ore
    return (
        Total("Att återbetala", formats.kronor(page.repayable_ore), explanation="Enligt avstämningen"),
        Total(
            "− frivilligt återbetalt",
            formats.kronor(page.voluntary_ore),
            explanation="Inbetalat av mottagaren före ett beslut",
        ),
        Total(
            "− redan beslutat",
            formats.kronor(page.decided_before_ore),
            explanation="Tidigare beslut om återkrav i samma ärende",
        ),
        Total("= kvar att kräva", formats.kronor(page.left_ore), explanation="Mer än så kan inte krävas"),
        Total(
            "Återkrav",
            formats.kronor(page.row.amount_ore),
            Tone.STOP if over else None,
            "Summan av raderna nedan",
        ),
    )


def notes(page: RecoveryPage) -> str:
    """What the officer should know, one sentence a line."""
    parts = list(page.notes)
    if page.returned:
        parts.insert(0, f"Skickat tillbaka: {page.returned}")
    if page.decided:
        parts.append(f"{page.decided}.")
    return "\n".join(parts)


def hearings(page: RecoveryPage) -> str:
    """The letters before the decision and the answers, the newest first."""
    if not page.hearings:
        return "Inget brev inför beslut är skapat."
    return "\n\n".join(_hearing(row) for row in page.hearings)


def _hearing(row: HearingRow) -> str:
    sent = f"skickat {formats.day(row.sent_on)}" if row.sent_on else "inte markerat som skickat"
    told = [f"Brev {row.revision}, {sent}. Yttrande senast {formats.day(row.answer_due_on)}."]
    if row.answered_on:
        final = "slutligt yttrande" if row.answer_is_final else "yttrande"
        told.append(f"{final.capitalize()} {formats.day(row.answered_on)}:")
        told.append(row.answer_text)
    elif row.sent_on:
        told.append("Mottagaren har inte svarat.")
    return "\n".join(told)


def actions(page: RecoveryPage, start: Callable[[RecoveryAct], None]) -> tuple[list[Action], list[Action]]:
    """The next step, and every other act with its reason when it is forbidden."""

    def run(key: str) -> Callable[[], None]:
        return lambda: start(RecoveryAct(key))

    first = page.next_step
    made = [
        Action(
            offer.label, run(offer.key), offer.enabled, offer.reason, _ICONS.get(RecoveryAct(offer.key), "")
        )
        for offer in ([first] if first else [])
        + [offer for offer in page.offers if first is None or offer.key != first.key]
    ]
    return (made[:1], made[1:]) if first else ([], made)

"""Turns a case's page into what the widgets show, without Qt."""

from __future__ import annotations

from collections.abc import Callable

from sbdesk.domain.ore import format_kronor
from sbdesk.domain.requisition_actions import Act, CaseAction
from sbdesk.domain.requisition_status import Stage
from sbdesk.gui import formats
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Action, CheckItem, Quotation, Status, TimelineItem, Total, case_steps
from sbdesk.services.requisition_checks import CheckRow
from sbdesk.services.requisition_rows import CasePage

SHORTCUTS = {Act.NOTE: "Ctrl+M", Act.ASK_COMPLETION: "Ctrl+Shift+K"}
_ICONS = {
    Act.REGISTER: "add",
    Act.DECIDE: "sign",
    Act.PREVIEW: "preview",
    Act.NOTE: "note",
    Act.REVISE: "edit",
    Act.ASK_COMPLETION: "letter",
    Act.REMIND_COMPLETION: "letter",
}
_EXPLAIN = {"R02": "Pröva ändå och ange skäl…"}
REFUSED_STEPS = ("Rekvisition", "Beslut", "Avslutat")


def heading(page: CasePage) -> str:
    """``Region Skåne · CSD 2026``."""
    return f"{page.recipient} · {page.programme}"


def particulars(page: CasePage) -> str:
    """Case number, organisation number, who handles it and the account, in one line."""
    number = f"{page.org_number[:6]}-{page.org_number[6:]}"
    parts = [
        f"Dnr {page.case_number}" if page.case_number else "Dnr saknas",
        f"orgnr {number}",
        f"tilldelad {page.assignee}" if page.assignee else "inte tilldelad",
    ]
    if page.account:
        confirmed = "bekräftat" if page.account_confirmed else "inte bekräftat"
        parts.append(f"{page.account} ({confirmed})")
    return " · ".join(parts)


def status(page: CasePage) -> Status:
    """The strip: who must act, and the line of steps."""
    tone = Tone(page.status.level.value)
    if page.stage in (Stage.REFUSED, Stage.ENDED):
        return Status(tone, page.status.whole, case_steps(len(REFUSED_STEPS), REFUSED_STEPS))
    return Status(tone, page.status.whole, case_steps(page.step))


def totals(page: CasePage) -> tuple[Total, ...]:
    """The case's sums; decided and paid only when there are any."""
    sums = page.balances.sums
    made = [
        Total("Högsta belopp", formats.kronor(page.allotted_ore), explanation="Summan av mottagarens delar"),
        Total("Rekvirerat", formats.kronor(page.requested_ore), explanation="Enligt den senaste uppgiften"),
        Total(
            "Beviljat",
            formats.kronor(sums.granted if page.decision else None),
            explanation="Summan av besluten",
        ),
        Total("Utbetalt", formats.kronor(sums.paid), explanation="Genomförda utbetalningar"),
    ]
    return tuple(made)


def check_items(page: CasePage, explain: Callable[[CheckRow], None]) -> tuple[CheckItem, ...]:
    """The list of checks; a deviation without reason offers to give one."""
    return tuple(_check(row, explain) for row in page.checks)


def _check(row: CheckRow, explain: Callable[[CheckRow], None]) -> CheckItem:
    text = f"{row.text} Skäl: {row.reason}" if row.reason else row.text
    return CheckItem(
        Tone(row.level),
        row.word,
        row.title,
        text,
        Quotation(row.quote, row.source) if row.quote else None,
        Action(_EXPLAIN.get(row.code, "Ange skäl…"), lambda: explain(row)) if row.needs_reason else None,
    )


def check_count(page: CasePage) -> int:
    """How many checks ask for something: the figure on the tab."""
    return sum(row.level in ("stop", "deviation") for row in page.checks)


def timeline_items(page: CasePage) -> tuple[TimelineItem, ...]:
    """Events and official notes, newest first."""
    told = [
        (row.at, TimelineItem(formats.instant(row.at), row.who, row.what, row.detail, row.undone))
        for row in page.timeline
        if row.what != "Tjänsteanteckning skriven"
    ]
    told += [
        (note.at, TimelineItem(formats.instant(note.at), note.who, "Tjänsteanteckning", note.text))
        for note in page.notes
    ]
    return tuple(item for _, item in sorted(told, key=lambda one: one[0], reverse=True))


def decision_lines(page: CasePage) -> str:
    """The decision and its payments in sentences; empty before a decision."""
    if page.decision is None:
        return ""
    decision = page.decision
    told = [f"Beslut {decision.number} den {formats.long_day(decision.decided_on)}. {decision.signed}."]
    for payout in page.payouts:
        paid = f" {formats.day(payout.confirmed_on)}" if payout.confirmed_on else ""
        told.append(
            f"Utbetalning {payout.end_to_end_id}: {format_kronor(payout.amount_ore)} till {payout.account}, "
            f"{payout.state_words}{paid}."
        )
    return "\n".join(told)


def gui_action(action: CaseAction, start: Callable[[Act], None]) -> Action:
    """An act of the case as a button or menu entry."""
    return Action(
        action.label,
        lambda: start(action.act),
        action.enabled,
        action.reason,
        _ICONS.get(action.act, ""),
    )

"""What a recipient's card says in words, told without Qt."""

from __future__ import annotations

from datetime import date

from sbdesk.gui import formats
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Status, TimelineItem
from sbdesk.services.recipient_rows import DebtRow, RecipientCard

TABS = ("Bidrag", "Kontakt", "Ombud", "Konton", "Verksamheter", "Tidslinje")


def facts(card: RecipientCard) -> str:
    """``Orgnr 232100-0255 · region · Malmö`` and what it has gone up in or taken over."""
    row, succession = card.row, card.succession
    confirmed = "" if row.org_number_confirmed else " (inte bekräftat)"
    parts = [f"Orgnr {row.org_number}{confirmed}", row.kind, card.seat, row.care_region]
    if succession.into:
        parts.append(f"Uppgått i {succession.into} {formats.day(succession.on)}")
    if succession.from_others:
        parts.append(f"Har tagit över {', '.join(succession.from_others)}")
    return " · ".join(part for part in parts if part)


def disqualified(card: RecipientCard) -> str:
    """``Jäv anmält: Anna Berg sedan 2026-06-10.``"""
    told = []
    for one in card.disqualified:
        until = f" till och med {formats.day(one.to_on)}" if one.to_on else ""
        told.append(f"{one.officer} sedan {formats.day(one.from_on)}{until}")
    return f"Jäv anmält: {', '.join(told)}." if told else ""


def timeline(card: RecipientCard) -> tuple[TimelineItem, ...]:
    """What was done with the recipient itself, newest first."""
    return tuple(
        TimelineItem(formats.instant(row.at), row.who, row.what, row.detail, row.undone)
        for row in card.timeline
    )


def _of(debt: DebtRow) -> str:
    """The programme, and who owed it when that was a recipient that has gone up in this one."""
    return f"{debt.programme}, {debt.former}" if debt.former else debt.programme


def debt_status(card: RecipientCard, today: date) -> Status | None:
    """``Obetald skuld: F-2026-014, 41 200 kr, förfallen 12 dagar`` and where it stops a grant."""
    if not card.debts:
        return None
    told = [
        f"{debt.number}, {formats.kronor(debt.outstanding_ore)} ({_of(debt)}), förfallen "
        f"{formats.count((today - debt.due_on).days, 'dag', 'dagar')}"
        for debt in card.debts
    ]
    text = f"Obetald skuld: {'; '.join(told)}."
    if card.debt_stops:
        text += f" Stoppar bifall i {', '.join(card.debt_stops)}."
    if card.debt_informs:
        text += f" Upplysning i {', '.join(card.debt_informs)}."
    return Status(Tone.STOP, text)

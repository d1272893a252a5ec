"""What a reconciliation waits for and what may be done with it, from its state and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sbdesk.domain.ore import Ore
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.verdicts import rows_in_words


class StatusTone(StrEnum):
    """How a status is drawn; the values are those of the window's levels."""

    STOP = "stop"
    DEVIATION = "deviation"
    NOTE = "note"
    OK = "ok"
    WAITING = "waiting"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class StatusLabel:
    """Who must act, in words, and whom the case waits for (``officer``, ``second_person``, ``recipient``)."""

    words: str
    tone: StatusTone
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as it is offered; a forbidden one says why in Swedish."""

    key: str
    label: str
    reason: str = ""

    @property
    def enabled(self) -> bool:
        """Whether it may be done now."""
        return not self.reason


@dataclass(frozen=True, slots=True)
class ReconciliationSituation:
    """What the status follows from.

    ``to_judge``: rows with an open stop or deviation and no verdict. ``stops``: titles of open stops that
    belong to no row. ``unexplained``: deviations that belong to no row and have no reason. ``parked``: rows
    that wait for evidence and that nobody has decided to carry; ``evidence_due_on`` the last of their days.
    ``signed_outside``: a local file, where the second person signs on paper.
    """

    state: ReconciliationState | None
    has_ledger: bool
    has_report: bool
    to_judge: int = 0
    stops: tuple[str, ...] = ()
    unexplained: int = 0
    parked: int = 0
    evidence_due_on: date | None = None
    you_prepared: bool = False
    signed_outside: bool = True
    final_on: date | None = None
    recovery_decided: bool = False
    repayable_ore: Ore = 0


_S = ReconciliationState


def status_of(it: ReconciliationSituation) -> StatusLabel:
    """The status in words."""
    if it.state is _S.FINAL:
        day = it.final_on.isoformat() if it.final_on else ""
        return StatusLabel(f"Fastställd {day}".strip(), StatusTone.OK)
    if it.state is _S.PROPOSED:
        words = "Väntar på underskrift: granskning" if it.signed_outside else "Väntar på kollega: granskning"
        return StatusLabel(words, StatusTone.WAITING, "second_person")
    if it.state is _S.WAITING or (it.parked and not it.to_judge):
        words = f"Väntar på mottagaren: underlag för {rows_in_words(it.parked)}"
        if it.evidence_due_on:
            words += f" senast {it.evidence_due_on.isoformat()}"
        return StatusLabel(words, StatusTone.WAITING, "recipient")
    if it.state is _S.JUDGING or it.has_ledger:
        tone = StatusTone.DEVIATION if it.to_judge or it.stops else StatusTone.NOTE
        if it.to_judge:
            return StatusLabel(f"Handläggaren bedömer rader: {it.to_judge} kvar", tone, "officer")
        return StatusLabel("Handläggaren bedömer rader: inga avvikelser kvar", tone, "officer")
    return StatusLabel("Väntar på mottagaren: huvudbok", StatusTone.WAITING, "recipient")


def offers_of(it: ReconciliationSituation) -> tuple[Offer, ...]:
    """What may be done; the first is the next step."""
    if it.state is _S.FINAL:
        return _final(it)
    if it.state is _S.PROPOSED:
        fixed = "Du har bedömt raderna. En annan person fastställer."
        forbidden = fixed if it.you_prepared and not it.signed_outside else ""
        label = "Registrera undertecknad avstämning…" if it.signed_outside else "Fastställ…"
        return (
            Offer("finalise", label, forbidden),
            Offer("return", "Skicka tillbaka…"),
            Offer("protocol", "Skriv ut för underskrift…" if it.signed_outside else "Visa protokollet"),
            Offer("reopen", "Ändra belopp…", _NOT_FINAL),
        )
    if it.state is _S.WAITING:
        return (
            Offer("deliver", "Registrera underlag"),
            Offer("propose", "Lämna över för granskning", propose_hindrance(it)),
            Offer("reopen", "Ändra belopp…", _NOT_FINAL),
        )
    if not it.has_ledger:
        return (
            Offer("import", "Läs in huvudbok…"),
            Offer("start_report_only", "Stäm av utan huvudbok…", "" if it.has_report else _NO_REPORT),
            Offer("propose", "Lämna över för granskning", propose_hindrance(it)),
            Offer("reopen", "Ändra belopp…", _NOT_FINAL),
        )
    return _judging(it)


_NOT_FINAL = "Avstämningen är inte fastställd."
_NO_REPORT = "Återrapporten har inte kommit in."


def _judging(it: ReconciliationSituation) -> tuple[Offer, ...]:
    judge = Offer("next", "Nästa obedömda", "" if it.to_judge else "Inga rader med avvikelse är obedömda.")
    propose = Offer("propose", "Lämna över för granskning", propose_hindrance(it))
    first, second = (judge, propose) if it.to_judge else (propose, judge)
    return (
        first,
        second,
        Offer("import", "Läs in huvudbok…"),
        Offer("request_evidence", "Invänta underlag…", "" if it.parked else "Inga rader väntar på underlag."),
        Offer("reopen", "Ändra belopp…", _NOT_FINAL),
    )


def _final(it: ReconciliationSituation) -> tuple[Offer, ...]:
    nothing = "" if it.repayable_ore > 0 else "Inget ska betalas tillbaka."
    decided = "Återkravet är beslutat. Ändra genom nytt beslut." if it.recovery_decided else ""
    return (
        Offer("recover", "Skapa återkravsförslag", decided or nothing),
        Offer("protocol", "Visa protokollet"),
        Offer("reopen", "Ändra belopp…", decided),
        Offer("propose", "Lämna över för granskning", "Avstämningen är fastställd. Välj Ändra belopp."),
    )


def propose_hindrance(it: ReconciliationSituation) -> str:
    """Why the reconciliation cannot be handed over yet, empty when it can."""
    if it.stops:
        return f"Stopp: {', '.join(it.stops)}. Åtgärda felet i huvudboken eller låt en annan person häva det."
    if it.to_judge:
        verb = "är obedömd" if it.to_judge == 1 else "är obedömda"
        return f"{rows_in_words(it.to_judge)} med avvikelse {verb}."
    if it.parked:
        verb = "väntar på underlag"
        until = f" till {it.evidence_due_on.isoformat()}" if it.evidence_due_on else ""
        return f"{rows_in_words(it.parked)} {verb}{until}."
    if it.unexplained:
        what = "1 avvikelse" if it.unexplained == 1 else f"{it.unexplained} avvikelser"
        return f"{what} som rör hela huvudboken saknar motivering. Öppna Fynd och välj Motivera."
    if it.state is _S.WAITING:
        return "Underlag är begärt. Registrera underlaget först."
    if it.state in (None, _S.OPEN) and not it.has_ledger:
        return "Ingen huvudbok är inläst."
    return ""

"""What an expected report waits for, in words, computed from its state and the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sbdesk.domain.reconciliation_status import Offer, StatusLabel, StatusTone
from sbdesk.domain.report import ExpectedReportState, ReportState


@dataclass(frozen=True, slots=True)
class ReportSituation:
    """What the status follows from; ``due_on`` None: the day is not decided yet."""

    expected: ExpectedReportState
    report: ReportState | None
    due_on: date | None
    today: date
    reconciled_final: bool = False
    repayable_ore: int = 0
    paid: bool = True


def report_status(it: ReportSituation) -> StatusLabel:
    """Who must act, in words."""
    if it.report is not None:
        return _received(it)
    if it.expected is ExpectedReportState.MISSING:
        words = "Återrapporten har inte kommit in: handläggaren prövar återkrav"
        return StatusLabel(words, StatusTone.DEVIATION, "officer")
    if it.due_on is None:
        words = "Väntar på mottagaren: återrapport, datum inte beslutat"
        return StatusLabel(words, StatusTone.WAITING, "recipient")
    late = (it.today - it.due_on).days
    if late > 0:
        days = "1 dag" if late == 1 else f"{late} dagar"
        return StatusLabel(f"Försenad {days}: väntar på mottagaren", StatusTone.DEVIATION, "recipient")
    words = f"Väntar på mottagaren: återrapport senast {it.due_on.isoformat()}"
    return StatusLabel(words, StatusTone.WAITING, "recipient")


def _received(it: ReportSituation) -> StatusLabel:
    if it.report is ReportState.FINAL:
        if it.repayable_ore == 0:
            return StatusLabel("Granskad utan anmärkning", StatusTone.OK)
        return StatusLabel("Granskad: se avstämningen", StatusTone.OK)
    return StatusLabel("Handläggaren granskar", StatusTone.NOTE, "officer")


def report_offers(it: ReportSituation) -> tuple[Offer, ...]:
    """What may be done; the first is the next step."""
    final = "Avstämningen är fastställd. Välj Ändra belopp i avstämningen." if it.reconciled_final else ""
    unpaid = "" if it.paid else "Bidraget är inte utbetalt."
    register = Offer(
        "register",
        "Registrera återrapport…" if it.report is None else "Registrera rättad återrapport…",
        final or unpaid,
    )
    reconcile = Offer(
        "reconcile",
        "Öppna avstämningen",
        "" if it.report is not None else "Återrapporten har inte kommit in.",
    )
    received = "Återrapporten har redan kommit in." if it.report is not None else ""
    due = Offer("set_due", "Ange sista dag…", received)
    return (register, due, reconcile) if it.report is None else (reconcile, register, due)

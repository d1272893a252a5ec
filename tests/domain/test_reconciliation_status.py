"""Who must act on a reconciliation or a report, and what is offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.reconciliation_status import (
    Offer,
    ReconciliationSituation,
    offers_of,
    propose_hindrance,
    status_of,
)
from sbdesk.domain.report import ExpectedReportState, ReportState
from sbdesk.domain.report_status import ReportSituation, report_offers, report_status

S = ReconciliationState
JUDGING = ReconciliationSituation(S.JUDGING, has_ledger=True, has_report=True)


def offer(it: ReconciliationSituation, key: str) -> Offer:
    return next(offer for offer in offers_of(it) if offer.key == key)


@pytest.mark.parametrize(
    ("it", "words", "next_step"),
    [
        (ReconciliationSituation(None, False, False), "Väntar på mottagaren: huvudbok", "import"),
        (replace(JUDGING, state=S.OPEN, to_judge=3), "Handläggaren bedömer rader: 3 kvar", "next"),
        (replace(JUDGING, to_judge=12), "Handläggaren bedömer rader: 12 kvar", "next"),
        (JUDGING, "Handläggaren bedömer rader: inga avvikelser kvar", "propose"),
        (
            replace(JUDGING, parked=2, evidence_due_on=date(2027, 3, 12)),
            "Väntar på mottagaren: underlag för 2 rader senast 2027-03-12",
            "propose",
        ),
        (
            replace(JUDGING, state=S.WAITING, parked=1),
            "Väntar på mottagaren: underlag för 1 rad",
            "deliver",
        ),
        (replace(JUDGING, state=S.PROPOSED), "Väntar på underskrift: granskning", "finalise"),
        (
            replace(JUDGING, state=S.PROPOSED, signed_outside=False),
            "Väntar på kollega: granskning",
            "finalise",
        ),
        (replace(JUDGING, state=S.FINAL, final_on=date(2027, 4, 1)), "Fastställd 2027-04-01", "recover"),
        (replace(JUDGING, state=S.FINAL), "Fastställd", "recover"),
    ],
)
def test_the_status_names_who_must_act(it: ReconciliationSituation, words: str, next_step: str) -> None:
    assert status_of(it).words == words
    assert offers_of(it)[0].key == next_step


@pytest.mark.parametrize(
    ("it", "reason"),
    [
        (JUDGING, ""),
        (replace(JUDGING, to_judge=1), "1 rad med avvikelse är obedömd."),
        (replace(JUDGING, to_judge=12), "12 rader med avvikelse är obedömda."),
        (
            replace(JUDGING, parked=1, evidence_due_on=date(2027, 3, 12)),
            "1 rad väntar på underlag till 2027-03-12.",
        ),
        (replace(JUDGING, parked=1), "1 rad väntar på underlag."),
        (replace(JUDGING, unexplained=1), "1 avvikelse som rör hela huvudboken saknar motivering."),
        (replace(JUDGING, unexplained=2), "2 avvikelser som rör hela huvudboken saknar motivering."),
        (replace(JUDGING, stops=("Kontrollsumma stämmer inte",)), "Stopp: Kontrollsumma stämmer inte."),
        (replace(JUDGING, state=S.WAITING), "Underlag är begärt."),
        (ReconciliationSituation(None, False, False), "Ingen huvudbok är inläst."),
        (ReconciliationSituation(S.JUDGING, False, True), ""),
    ],
)
def test_handing_over_says_what_hinders(it: ReconciliationSituation, reason: str) -> None:
    assert propose_hindrance(it).startswith(reason)
    assert bool(propose_hindrance(it)) == bool(reason)


def test_forbidden_acts_say_why() -> None:
    mine = replace(JUDGING, state=S.PROPOSED, signed_outside=False, you_prepared=True)
    assert offer(mine, "finalise").reason == "Du har bedömt raderna. En annan person fastställer."
    assert offer(replace(mine, signed_outside=True), "finalise").enabled
    final = replace(JUDGING, state=S.FINAL)
    assert offer(final, "recover").reason == "Inget ska betalas tillbaka."
    assert offer(replace(final, repayable_ore=1), "recover").enabled
    decided = replace(final, repayable_ore=1, recovery_decided=True)
    assert offer(decided, "reopen").reason == "Återkravet är beslutat. Ändra genom nytt beslut."
    assert offer(JUDGING, "request_evidence").reason == "Inga rader väntar på underlag."
    assert offer(replace(JUDGING, parked=1), "request_evidence").enabled
    nothing = ReconciliationSituation(None, False, False)
    assert offer(nothing, "start_report_only").reason == "Återrapporten har inte kommit in."
    assert offer(replace(nothing, has_report=True), "start_report_only").enabled


def test_every_offer_in_every_situation_is_enabled_or_says_why_in_a_sentence() -> None:
    states: tuple[ReconciliationState | None, ...] = (None, *ReconciliationState)
    for state, ledger, report, left, parked in product(states, *[(False, True)] * 2, (0, 3), (0, 2)):
        it = ReconciliationSituation(state, ledger, report, to_judge=left, parked=parked)
        offers = offers_of(it)
        assert len({offer.key for offer in offers}) == len(offers)
        assert all(offer.enabled or offer.reason.endswith(".") for offer in offers)
        assert status_of(it).words


DUE = ReportSituation(ExpectedReportState.EXPECTED, None, date(2027, 1, 31), date(2027, 1, 31))


@pytest.mark.parametrize(
    ("it", "words"),
    [
        (DUE, "Väntar på mottagaren: återrapport senast 2027-01-31"),
        (replace(DUE, due_on=None), "Väntar på mottagaren: återrapport, datum inte beslutat"),
        (replace(DUE, today=date(2027, 2, 1)), "Försenad 1 dag: väntar på mottagaren"),
        (replace(DUE, today=date(2027, 2, 4)), "Försenad 4 dagar: väntar på mottagaren"),
        (
            replace(DUE, expected=ExpectedReportState.MISSING),
            "Återrapporten har inte kommit in: handläggaren prövar återkrav",
        ),
        (replace(DUE, report=ReportState.RECEIVED), "Handläggaren granskar"),
        (replace(DUE, report=ReportState.FINAL), "Granskad utan anmärkning"),
        (replace(DUE, report=ReportState.FINAL, repayable_ore=1), "Granskad: se avstämningen"),
    ],
)
def test_a_report_says_whom_it_waits_for(it: ReportSituation, words: str) -> None:
    assert report_status(it).words == words


def test_a_report_offers_registering_until_its_reconciliation_is_final() -> None:
    waiting = {offer.key: offer for offer in report_offers(DUE)}
    assert list(waiting) == ["register", "set_due", "reconcile"]
    assert waiting["register"].enabled
    assert waiting["reconcile"].reason == "Återrapporten har inte kommit in."
    unpaid = {offer.key: offer for offer in report_offers(replace(DUE, paid=False))}
    assert unpaid["register"].reason == "Bidraget är inte utbetalt."
    came = replace(DUE, report=ReportState.FINAL, reconciled_final=True)
    offers = {offer.key: offer for offer in report_offers(came)}
    assert list(offers) == ["reconcile", "register", "set_due"]
    assert offers["register"].reason.startswith("Avstämningen är fastställd.")
    assert offers["set_due"].reason == "Återrapporten har redan kommit in."

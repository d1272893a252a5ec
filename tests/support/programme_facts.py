"""A faultless requisition and payment in each of the five programmes, as the checks read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from sbdesk.domain.findings import CheckOutcome
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme import ProgrammeDefinition
from sbdesk.domain.rules import engine
from sbdesk.domain.rules.payout import PAYOUT_RULES, PayoutFacts
from sbdesk.domain.rules.requisition import REQUISITION_RULES
from sbdesk.domain.rules.requisition_facts import (
    AccountFacts,
    DebtFacts,
    LineFacts,
    RepresentativeFacts,
    RequisitionFacts,
)
from sbdesk.services import programme_definitions

CSD, NKR, PMC = "csd-2026", "nkr-2026", "pmc-2026"
RSS_S, RSS_A = "rss-socialtjanst-2026", "rss-aldreomsorg-2026"
FIVE = (CSD, NKR, PMC, RSS_S, RSS_A)
AMOUNT = from_kronor(1_585_858)
"""Two registers of NKR; small enough for every programme."""
OWED = DebtFacts("F-2026-014", from_kronor(41_200), date(2026, 1, 31))


@cache
def definition(code: str) -> ProgrammeDefinition:
    return programme_definitions.load(code)


def last_day(code: str) -> date:
    closes = definition(code).day("closes")
    assert closes is not None
    return closes


def good(code: str, **changes: Any) -> RequisitionFacts:
    """Everything as it should be, received on the last day; ``changes`` spoil it."""
    programme = definition(code)
    plain = RequisitionFacts(
        requisition_id=7,
        programme=programme.short_title,
        recipient="Region Skåne",
        org_number="2321000255",
        today=last_day(code) + timedelta(days=1),
        received_on=last_day(code),
        opens=programme.day("opens"),
        closes=programme.day("closes"),
        eligible=frozenset({"2321000255", "2321000016"}),
        requested_ore=AMOUNT,
        allotted_ore=AMOUNT,
        lines=(LineFacts("Bidrag", AMOUNT, AMOUNT, 2 if code == NKR else None),),
        account=AccountFacts(AccountKind.BANKGIRO, "5050-1055"),
        representative=RepresentativeFacts(date(2025, 1, 1)),
        contact_name="Kim Kontakt",
        contact_email="kim@region.invalid",
    )
    return replace(plain, **changes)


def checked(code: str, facts: RequisitionFacts) -> dict[str, CheckOutcome]:
    """Every check's outcome with the programme's own settings, by code."""
    outcomes = engine.run(REQUISITION_RULES, facts, engine.settings_of(definition(code)))
    return {outcome.code: outcome for outcome in outcomes}


def paying(code: str, today: date, **changes: Any) -> dict[str, CheckOutcome]:
    """R11 and R12 of a payment on a day, with the programme's own settings."""
    facts = PayoutFacts(3, "Region Skåne", today, last_day(code), **changes)
    outcomes = engine.run(PAYOUT_RULES, facts, engine.settings_of(definition(code)))
    return {outcome.code: outcome for outcome in outcomes}

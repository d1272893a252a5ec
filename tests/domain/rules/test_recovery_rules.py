"""K01 to K09: what must be in order before a claim is decided and invoiced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sbdesk.domain.findings import CheckOutcome
from sbdesk.domain.programme import Modality
from sbdesk.domain.recovery import Interest
from sbdesk.domain.rules.engine import RuleSetting, run
from sbdesk.domain.rules.recovery import (
    DECIDE_RULES,
    ISSUE_RULES,
    ClaimLine,
    DecideFacts,
    HearingFacts,
    IssueFacts,
    is_invoiced,
)

SETTINGS = {rule.name.code: RuleSetting(rule.name.level) for rule in (*DECIDE_RULES, *ISSUE_RULES)}
UNUSED = ClaimLine("unused", "Inte använt", Modality.SHALL, 36_000_000)
LATE = ClaimLine("late_report", "Sen återrapport", Modality.MAY, 1_000_000, reason="Två påminnelser.")
HEARING = HearingFacts(frozenset({"unused"}), 36_000_000, frozenset({1, 2}), date(2027, 5, 14))
GOOD = DecideFacts(
    recovery_id=4,
    recipient="Region Skåne",
    today=date(2027, 5, 17),
    lines=(UNUSED,),
    material=frozenset({1, 2}),
    hearings=(HEARING,),
    repayable_ore=36_000_000,
    voluntary_ore=0,
    decided_before_ore=0,
    grounds_in_decision=frozenset({"unused", "late_report"}),
    preparer="Anna Berg",
    preparer_id=1,
    decider_id=2,
)
ISSUE = IssueFacts(
    recovery_id=4,
    recipient="Region Skåne",
    today=date(2027, 6, 20),
    open_claim_ore=36_000_000,
    interest=Interest.NO,
    repay_by=date(2027, 3, 31),
    unpaid_ore=0,
)


def decide(code: str, **changes: Any) -> CheckOutcome:
    return next(o for o in run(DECIDE_RULES, replace(GOOD, **changes), SETTINGS) if o.code == code)


def issue(code: str, **changes: Any) -> CheckOutcome:
    return next(o for o in run(ISSUE_RULES, replace(ISSUE, **changes), SETTINGS) if o.code == code)


def texts(found: CheckOutcome) -> list[str]:
    return [f"{f.level.swedish}: {f.text}".replace("\u00a0", " ") for f in found.findings]


def test_a_claim_in_order_passes() -> None:
    assert {found.word for found in run(DECIDE_RULES, GOOD, SETTINGS)} == {"OK"}
    assert {found.word for found in run(ISSUE_RULES, ISSUE, SETTINGS)} == {"OK"}


@pytest.mark.parametrize(
    ("open_claim", "invoiced"), [(0, False), (99_999, False), (100_000, False), (100_001, True)]
)
def test_k01_only_above_a_thousand_kronor(open_claim: int, invoiced: bool) -> None:
    assert is_invoiced(open_claim, 100_000) is invoiced
    assert (issue("K01", open_claim_ore=open_claim).word == "OK") is invoiced


def test_k01_says_so() -> None:
    assert texts(issue("K01", open_claim_ore=100_000)) == [
        "Stopp: Ingen faktura: beloppet är 1 000,00 kr. Bara belopp över 1 000 kr faktureras. Avsluta "
        "återkravet utan faktura."
    ]


def test_k02_nobody_has_been_heard() -> None:
    assert texts(decide("K02", hearings=())) == [
        "Stopp: Region Skåne har inte fått yttra sig om 360 000,00 kr. Välj Skapa brev inför beslut, "
        "eller låt beslutsfattaren välja Besluta utan yttrande."
    ]
    assert decide("K02", hearings=(), unheard_reason="Egna redovisade medel.").word == "OK"
    assert decide("K02", hearings=(), unheard_reason=" ").word == "Stopp"


def test_k02_the_time_to_answer_is_not_over() -> None:
    assert texts(decide("K02", today=date(2027, 5, 14))) == [
        "Stopp: Yttrandetiden går ut 2027-05-14. Beslut kan fattas tidigast 2027-05-15 eller när "
        "mottagaren har lämnat ett slutligt yttrande."
    ]
    assert decide("K02", today=date(2027, 5, 15)).word == "OK"
    final = replace(HEARING, final_answer=True)
    assert decide("K02", today=date(2027, 5, 3), hearings=(final,)).word == "OK"


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        (
            {"lines": (replace(UNUSED, amount_ore=36_000_001),)},
            "Beloppet har höjts från 360 000,00 kr till 360 000,01 kr.",
        ),
        (
            {"lines": (replace(UNUSED, amount_ore=1), replace(LATE, amount_ore=1))},
            "Grunden ”Sen återrapport” är ny sedan brevet inför beslut.",
        ),
        ({"material": frozenset({1, 2, 3})}, "1 handling har tillkommit sedan brevet inför beslut."),
        ({"material": frozenset({1, 2, 3, 4})}, "2 handlingar har tillkommit sedan brevet inför beslut."),
    ],
)
def test_k02_what_the_letter_did_not_cover(changes: dict[str, Any], what: str) -> None:
    assert texts(decide("K02", **changes)) == [
        f"Stopp: {what} Mottagaren ska få yttra sig på nytt. Välj Skapa brev inför beslut."
    ]


def test_k02_an_earlier_letter_that_covered_all_is_enough() -> None:
    narrower = replace(HEARING, maximum_ore=1, answer_due_on=date(2027, 6, 1))
    assert decide("K02", hearings=(HEARING, narrower)).word == "OK"


@pytest.mark.parametrize(
    ("unpaid", "today", "word"), [(1, date(2027, 4, 1), "Upplysning"), (0, date(2027, 4, 1), "OK")]
)
def test_k03_after_the_instructions_last_day(unpaid: int, today: date, word: str) -> None:
    assert issue("K03", unpaid_ore=unpaid, today=today).word == word
    assert issue("K03", unpaid_ore=unpaid, today=date(2027, 3, 31)).word == "OK"


def test_k03_says_the_day_or_that_there_is_none() -> None:
    assert texts(issue("K03", unpaid_ore=1_200_000)) == [
        "Upplysning: Anvisningen anger återbetalning senast den 31 mars 2027. 12 000,00 kr är inte betalt."
    ]
    assert issue("K03", repay_by=None).reason == "Anvisningen anger ingen dag för återbetalning."


@pytest.mark.parametrize(
    ("voluntary", "before", "word"),
    [(0, 0, "OK"), (1, 0, "Stopp"), (0, 1, "Stopp"), (36_000_000, 0, "Stopp")],
)
def test_k04_never_more_than_is_repayable(voluntary: int, before: int, word: str) -> None:
    assert decide("K04", voluntary_ore=voluntary, decided_before_ore=before).word == word


def test_k04_says_what_is_left() -> None:
    found = decide("K04", repayable_ore=53_018_350, lines=(replace(UNUSED, amount_ore=60_000_000),))
    assert texts(found) == [
        "Stopp: Förslaget är 600 000,00 kr men återkravet kan inte vara högre än 530 183,50 kr (kvar att "
        "kräva). Rätta beloppet."
    ]
    assert found.findings[0].ore == 6_981_650


def test_k05_interest_is_decided_first() -> None:
    assert texts(issue("K05", interest=Interest.NOT_DECIDED)) == [
        "Stopp: Det är inte bestämt om dröjsmålsränta ska tas ut på fakturan till Region Skåne. Ange "
        "Nej, eller Ja med det stöd som finns."
    ]
    assert issue("K05", interest=Interest.YES).word == "OK"


def test_k06_only_grounds_of_the_grant_decision() -> None:
    assert texts(decide("K06", grounds_in_decision=frozenset())) == [
        "Stopp: Grunden ”Inte använt” för 360 000,00 kr står inte i beslutet om bidrag. Välj en grund "
        "som står i beslutet."
    ]
    assert texts(decide("K06", lines=(UNUSED, replace(LATE, reason=" ")))) == [
        "Stopp: Grunden ”Sen återrapport” för 10 000,00 kr kan leda till återkrav men måste inte. Ange "
        "skäl för att kräva tillbaka."
    ]
    assert decide("K06", lines=(UNUSED, LATE)).word == "OK"


def test_k08_two_persons() -> None:
    assert texts(decide("K08", decider_id=1)) == [
        "Stopp: Anna Berg har berett ärendet och kan inte besluta i det. Be en annan beslutsfattare att "
        "fatta beslutet."
    ]


def test_k09_nobody_with_a_conflict_of_interest() -> None:
    assert texts(decide("K09", disqualified="Anna Berg")) == [
        "Stopp: Anna Berg har anmält jäv för Region Skåne. Lämna över ärendet till någon annan."
    ]

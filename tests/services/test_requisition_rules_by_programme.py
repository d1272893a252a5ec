"""Each check in each of the five programmes: what passes, what is found, and on which sentence it rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from support.programme_facts import AMOUNT, CSD, FIVE, NKR, OWED, PMC, RSS_A, RSS_S, checked, good, last_day

from sbdesk.domain.findings import Level
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.rules.requisition_facts import (
    AccountFacts,
    LineFacts,
    OtherAward,
    OtherRequisition,
    RepresentativeFacts,
)

STOP, DEVIATION, NOTE = Level.STOP, Level.DEVIATION, Level.NOTE
OTHER = OtherRequisition(8, "CSD 2026", date(2026, 3, 1))
SPOILED: dict[str, dict[str, Any]] = {
    "R01": {"org_number": "2120000803"},
    "R03": {"account": None},
    "R04": {"requested_ore": AMOUNT + 100, "lines": (LineFacts("Bidrag", AMOUNT + 100, AMOUNT),)},
    "R05": {"representative": None},
    "R06": {"account": AccountFacts(AccountKind.BANKGIRO, "123-4568")},
    "R07": {"debts": (OWED,)},
    "R08": {"in_same_award": (OTHER,)},
    "R09": {"lines": (LineFacts("Bidrag", AMOUNT - 100, AMOUNT),)},
    "R10": {"other_awards": (OtherAward(9, "Prov 2026", "prov", ("RSS Skåne",)),)},
}
LEVELS: dict[str, dict[str, Level]] = {
    "R01": dict.fromkeys(FIVE, STOP),
    "R03": dict.fromkeys(FIVE, STOP),
    "R04": dict.fromkeys(FIVE, DEVIATION),
    "R05": dict.fromkeys(FIVE, STOP),
    "R06": dict.fromkeys(FIVE, STOP),
    # No debt rule in NKR and RSS: there a debt is information.
    "R07": {CSD: STOP, PMC: STOP, NKR: NOTE, RSS_S: NOTE, RSS_A: NOTE},
    "R08": dict.fromkeys(FIVE, STOP),
    "R09": dict.fromkeys(FIVE, STOP),
    "R10": dict.fromkeys(FIVE, NOTE),
}
SENTENCES = {
    "R02": {
        CSD: "Sista dag att rekvirera är den 15 juli 2026",
        NKR: "Sista dag att rekvirera är den 13 maj 2026",
        PMC: "Sista dag att rekvirera är den 3 augusti 2026",
        RSS_S: "Sista dag att rekvirera är den 1 april 2026",
        RSS_A: "Sista dag att rekvirera är den 15 april 2026",
    },
    "R05": dict.fromkeys(FIVE, "utsett ett ombud"),
    "R06": dict.fromkeys(FIVE, "till det konto"),
    "R07": dict.fromkeys((CSD, PMC), "får inte ha en obetald skuld till Socialstyrelsen"),
    "R10": {
        CSD: "samma verksamhet",
        RSS_S: "annat offentligt stöd beviljats för",
        RSS_A: "annat offentligt stöd beviljats för",
    },
}


@pytest.mark.parametrize("code", FIVE)
def test_a_requisition_as_it_should_be_passes_every_check(code: str) -> None:
    assert {rule: found.word for rule, found in checked(code, good(code)).items()} == {
        f"R{number:02}": "OK" for number in range(1, 11)
    }


@pytest.mark.parametrize("code", FIVE)
@pytest.mark.parametrize("rule", SPOILED)
def test_what_is_wrong_is_found_at_the_programmes_level(code: str, rule: str) -> None:
    outcomes = checked(code, good(code, **SPOILED[rule]))
    assert outcomes[rule].level is LEVELS[rule][code]
    assert {other for other, found in outcomes.items() if found.findings} <= {rule, "R03"}


@pytest.mark.parametrize("code", FIVE)
def test_the_window_is_the_programmes_own(code: str) -> None:
    opens = good(code).opens
    assert opens is not None
    for day in (opens, last_day(code)):
        assert checked(code, good(code, received_on=day))["R02"].word == "OK"
    for day in (opens - timedelta(days=1), last_day(code) + timedelta(days=1)):
        late = checked(code, good(code, received_on=day))["R02"]
        assert late.level is DEVIATION
        assert "Välj Föreslå avslag eller Pröva ändå och ange skäl." in late.findings[0].text


@pytest.mark.parametrize(
    ("rule", "code", "sentence"), [(r, c, s) for r, by in SENTENCES.items() for c, s in by.items()]
)
def test_a_finding_cites_the_programmes_sentence(rule: str, code: str, sentence: str) -> None:
    spoiled = {"received_on": date(2026, 1, 2)} if rule == "R02" else SPOILED[rule]
    (finding,) = checked(code, good(code, **spoiled))[rule].findings
    assert finding.citation is not None
    assert sentence in finding.citation.sentence.replace("\n", " ")


@pytest.mark.parametrize("code", [NKR, RSS_S, RSS_A])
def test_without_a_debt_rule_no_debt_ever_stops(code: str) -> None:
    for owed in (OWED, replace(OWED, outstanding_ore=10**13), replace(OWED, due_on=date(2020, 1, 1))):
        (finding,) = checked(code, good(code, debts=(owed,)))["R07"].findings
        assert (finding.level, finding.citation) == (NOTE, None)
        assert "Föreslå avslag" not in finding.text


@pytest.mark.parametrize("code", [CSD, PMC])
@pytest.mark.parametrize("change", [{"paused": True}, {"due_on": date(2026, 12, 1)}], ids=str)
def test_a_debt_under_appeal_or_not_yet_due_only_informs(code: str, change: dict[str, Any]) -> None:
    assert checked(code, good(code, debts=(replace(OWED, **change),)))["R07"].level is NOTE
    assert checked(code, good(code, debts=(replace(OWED, outstanding_ore=0),)))["R07"].word == "OK"


def test_only_csd_asks_for_a_contact() -> None:
    for code in FIVE:
        found = checked(code, good(code, contact_name="", contact_email=""))["R03"]
        assert found.word == ("Stopp" if code == CSD else "OK")
    assert checked(NKR, good(NKR, requested_ore=None, lines=()))["R03"].level is STOP


def test_the_ceiling_of_nkr_is_registers_times_the_amount_of_each() -> None:
    lines = (LineFacts("Register", AMOUNT + 100, AMOUNT, 2),)
    (finding,) = checked(NKR, good(NKR, requested_ore=AMOUNT + 100, lines=lines))["R04"].findings
    assert "1 kr mer än högsta belopp 1 585 858 kr (2 × 792 929 kr)." in finding.text.replace("\u00a0", " ")
    uneven = (LineFacts("Register", AMOUNT + 100, AMOUNT, 3),)
    (finding,) = checked(NKR, good(NKR, requested_ore=AMOUNT + 100, lines=uneven))["R04"].findings
    assert "×" not in finding.text


@pytest.mark.parametrize("code", FIVE)
def test_what_is_not_known_is_not_checked_and_says_why(code: str) -> None:
    outcomes = checked(code, good(code, eligible=None, allotted_ore=None, account=None, opens=None))
    told = {rule: found.reason for rule, found in outcomes.items() if found.word == "Inte kontrollerat"}
    assert told == {
        "R01": "Listan över mottagare är inte inläst.",
        "R02": "Rekvisitionstiden är inte beslutad.",
        "R04": "Det är inte beslutat hur mycket mottagaren får rekvirera.",
        "R06": "Utbetalningskonto är inte angivet.",
    }


@pytest.mark.parametrize("code", FIVE)
def test_a_representative_counts_on_the_day_of_receipt_or_by_the_tick(code: str) -> None:
    ended = RepresentativeFacts(date(2025, 1, 1), last_day(code) - timedelta(days=1))
    assert checked(code, good(code, representative=ended))["R05"].level is STOP
    assert checked(code, good(code, representative=None, checked_in_portal=True))["R05"].word == "OK"


@pytest.mark.parametrize("code", FIVE)
def test_other_support_for_something_else_is_not_told(code: str) -> None:
    other = OtherAward(9, "Prov 2026", "prov", (), frozenset({"annat"}))
    assert checked(code, good(code, other_awards=(other,)))["R10"].word == "OK"


def test_the_two_rss_programmes_may_be_combined_and_no_others() -> None:
    def found(code: str, family: str) -> str:
        other = OtherAward(9, "Annat 2026", family, ("RSS Skåne",))
        return checked(code, good(code, other_awards=(other,)))["R10"].word

    assert found(RSS_S, "rss-aldreomsorg") == found(RSS_A, "rss-socialtjanst") == "OK"
    assert found(RSS_S, "csd") == found(CSD, "rss-socialtjanst") == "Upplysning"

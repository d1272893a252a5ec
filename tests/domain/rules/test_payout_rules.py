"""R11 and R12: no money before the last day where the text says so, and a new debt is a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sbdesk.domain.findings import CheckOutcome, Level, Subject
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.rules.engine import RuleSetting, run
from sbdesk.domain.rules.payout import PAYOUT_RULES, PayoutFacts
from sbdesk.domain.rules.requisition_facts import DebtFacts

SETTINGS = {rule.name.code: RuleSetting(rule.name.level) for rule in PAYOUT_RULES}
GOOD = PayoutFacts(3, "Region Skåne", date(2026, 4, 2), date(2026, 4, 1))
OWED = DebtFacts("F-2026-014", from_kronor(41_200), date(2026, 3, 31))


def outcome(code: str, settings: dict[str, RuleSetting] | None = None, **changes: Any) -> CheckOutcome:
    outcomes = run(PAYOUT_RULES, replace(GOOD, **changes), SETTINGS if settings is None else settings)
    return next(found for found in outcomes if found.code == code)


def texts(found: CheckOutcome) -> list[str]:
    return [f"{f.level.swedish}: {f.text}".replace("\u00a0", " ") for f in found.findings]


def test_r11_the_day_after_the_last_is_the_first() -> None:
    assert outcome("R11").word == "OK"
    assert texts(outcome("R11", today=date(2026, 4, 1))) == [
        "Stopp: Utbetalning kan göras tidigast 2 april 2026. Invänta den dagen."
    ]
    (finding,) = outcome("R11", today=date(2026, 3, 1)).findings
    assert finding.subject == Subject("award", 3)
    assert finding.evidence == {"earliest": date(2026, 4, 2)}


def test_r11_a_last_day_on_a_saturday_counts_through_monday() -> None:
    saturday = date(2026, 4, 18)
    assert texts(outcome("R11", closes=saturday, today=date(2026, 4, 19))) == [
        "Stopp: Utbetalning kan göras tidigast 21 april 2026. Invänta den dagen."
    ]
    strict = {"R11": RuleSetting(Level.STOP, {"next_working_day": False})}
    assert outcome("R11", strict, closes=saturday, today=date(2026, 4, 19)).word == "OK"


def test_r11_without_a_last_day_is_not_run() -> None:
    found = outcome("R11", closes=None)
    assert (found.word, found.reason) == ("Inte kontrollerat", "Sista dag att rekvirera är inte beslutad.")


def test_r12_a_debt_that_fell_due_is_a_question_for_the_jurist() -> None:
    assert outcome("R12").word == "OK"
    assert texts(outcome("R12", debts=(OWED, replace(OWED, invoice="F-2026-015")))) == [
        "Avvikelse: Region Skåne har fått en obetald skuld efter beslutet: F-2026-014, 41 200 kr, "
        "F-2026-015, 41 200 kr. Fråga jurist innan utbetalningen stoppas."
    ]
    (finding,) = outcome("R12", debts=(OWED,)).findings
    assert finding.ore == from_kronor(41_200)


def test_r12_where_the_decision_permits_it_the_stop_is_offered() -> None:
    (text,) = texts(outcome("R12", debts=(OWED,), may_stop=True))
    assert text.endswith("Välj Stoppa utbetalningen, eller ange varför den ändå ska göras.")


@pytest.mark.parametrize(
    "change", [{"due_on": date(2026, 4, 2)}, {"paused": True}, {"outstanding_ore": 0}], ids=str
)
def test_r12_not_yet_due_paused_and_paid_are_no_questions(change: dict[str, Any]) -> None:
    assert outcome("R12", debts=(replace(OWED, **change),)).word == "OK"


def test_a_programme_without_the_conditions_never_asks() -> None:
    found = run(PAYOUT_RULES, replace(GOOD, today=date(2026, 1, 1), debts=(OWED,)), {})
    assert [one.word for one in found] == ["Gäller inte", "Gäller inte"]

"""R11 and R12 in each of the five programmes, and that the others neither wait nor ask."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.programme_facts import CSD, FIVE, NKR, OWED, PMC, RSS_A, RSS_S, last_day, paying

from sbdesk.domain.findings import Level


@pytest.mark.parametrize(("code", "earliest"), [(RSS_S, "2 april 2026"), (RSS_A, "16 april 2026")])
def test_rss_is_paid_after_the_last_day(code: str, earliest: str) -> None:
    (finding,) = paying(code, last_day(code))["R11"].findings
    assert finding.level is Level.STOP
    assert finding.text.startswith(f"Utbetalning kan göras tidigast {earliest}.")
    assert finding.citation is not None
    assert finding.citation.sentence.replace("\n", " ") == (
        "Betalningen kommer ske efter sista rekvireringsdatum."
    )
    assert paying(code, last_day(code) + timedelta(days=1))["R11"].word == "OK"


@pytest.mark.parametrize("code", [CSD, NKR, PMC])
def test_the_others_pay_whenever_it_is_decided(code: str) -> None:
    assert paying(code, last_day(code) - timedelta(days=30))["R11"].word == "Gäller inte"


@pytest.mark.parametrize("code", FIVE)
def test_a_new_debt_is_a_question_only_where_there_is_a_debt_rule(code: str) -> None:
    found = paying(code, last_day(code), debts=(OWED,))["R12"]
    if code in (CSD, PMC):
        assert found.level is Level.DEVIATION
        assert "Fråga jurist innan utbetalningen stoppas." in found.findings[0].text
        assert found.findings[0].citation is not None
        assert paying(code, last_day(code))["R12"].word == "OK"
    else:
        assert found.word == "Gäller inte"

"""P08 and P09: what is late in a programme as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from sbdesk.domain.findings import Level
from sbdesk.domain.rules.programme_progress import CaseProgress, ProgressFacts, check_progress


def said(today: date, *cases: CaseProgress) -> list[str]:
    found = check_progress(ProgressFacts("demo-2026", 2026, today, cases))
    assert {f.level for f in found} <= {Level.NOTE}
    return [f"{f.code} {f.text}".replace("\u00a0", " ") for f in found]


def waiting(award: int, since: date = date(2026, 10, 1)) -> CaseProgress:
    return CaseProgress(award, "Region Skåne", waiting_since=since)


def unpaid(award: int, paid: int = 0) -> CaseProgress:
    return CaseProgress(award, "Region Uppsala", granted_ore=200_00, paid_ore=paid)


def test_nothing_is_told_before_november_or_when_all_is_done() -> None:
    assert said(date(2026, 10, 31), waiting(1), unpaid(2)) == []
    assert said(date(2026, 11, 1), CaseProgress(1, "Region Skåne"), unpaid(2, 200_00)) == []


@pytest.mark.parametrize(
    ("cases", "text"),
    [
        ((waiting(1),), "En rekvisition väntar på beslut."),
        ((waiting(1), waiting(2)), "2 rekvisitioner väntar på beslut."),
        ((unpaid(1, 50_00),), "Ett beviljat bidrag återstår att betala ut: 150 kr."),
        (
            (waiting(1), unpaid(2), unpaid(3)),
            "En rekvisition väntar på beslut. 2 beviljade bidrag återstår att betala ut: 400 kr.",
        ),
    ],
)
def test_what_is_left_in_november(cases: tuple[CaseProgress, ...], text: str) -> None:
    assert said(date(2026, 11, 1), *cases) == [
        f"P08 {text} Budgetåret slutar den 31 december 2026. Avgör och betala ut i tid."
    ]


@pytest.mark.parametrize(
    ("since", "last_quiet_day", "first_told"),
    [
        (date(2026, 3, 2), date(2026, 9, 2), date(2026, 9, 3)),
        (date(2026, 3, 31), date(2026, 9, 30), date(2026, 10, 1)),
        (date(2026, 8, 31), date(2027, 2, 28), date(2027, 3, 1)),
    ],
)
def test_a_requisition_older_than_six_months(since: date, last_quiet_day: date, first_told: date) -> None:
    assert [it for it in said(last_quiet_day, waiting(1, since)) if it.startswith("P09")] == []
    told = [it for it in said(first_told, waiting(1, since)) if it.startswith("P09")]
    assert len(told) == 1
    assert told[0].startswith("P09 Rekvisitionen från Region Skåne kom in den ")
    assert "Efter 6 månader kan mottagaren begära att ärendet avgörs (12 § förvaltningslagen)." in told[0]

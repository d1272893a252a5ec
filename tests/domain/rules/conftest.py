"""Reads every finding that any test of the rules provokes, as its officer would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from sbdesk.domain.findings import Finding, Level
from sbdesk.domain.rules.engine import Asked

FIGURE_OR_NAME = re.compile(r"\d|Region \w|Anna Berg|”\w")
NEXT_STEP = re.compile(
    r"\b(Välj|Be|Fråga|"
    r"Rätta|Ange|Registrera|Invänta|Avsluta|Begär|Kontrollera|Läs in|Lämna över|behöver utredas|"
    r"behöver förklaras|Beslut kan fattas tidigast)\b"
)
GUILT = re.compile(r"(?i)\b(fusk|brott|felaktigt utnyttja|skyldig till|misstänk)")


def faults_of(finding: Finding) -> list[str]:
    """What a finding's text lacks: a figure or a name, and a next step where somebody must act."""
    faults = []
    if not FIGURE_OR_NAME.search(finding.text):
        faults.append("neither figure nor name")
    if finding.level is not Level.NOTE and not NEXT_STEP.search(finding.text):
        faults.append("no next step")
    if GUILT.search(finding.text):
        faults.append("a verb of guilt")
    if not finding.text.endswith((".", "?")) or "  " in finding.text or '"' in finding.text:
        faults.append("not written as a sentence")
    return [f"{finding.code}: {fault}: {finding.text}" for fault in faults]


@pytest.fixture(autouse=True)
def every_finding_is_read() -> Iterator[None]:
    """X… are the tests' own checks. Elsewhere findings may have stand-in texts, so they are not read."""
    made = Asked.finding

    def read(asked: Asked[Any], *args: Any, **kwargs: Any) -> Finding:
        finding = made(asked, *args, **kwargs)
        faults = [] if finding.code.startswith("X") else faults_of(finding)
        assert not faults, "\n".join(faults)
        return finding

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Asked, "finding", read)
        yield

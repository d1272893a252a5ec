"""Findings: levels, words, and the fingerprint that keeps a re-run from asking twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from sbdesk.domain.findings import CheckOutcome, CheckStatus, Finding, Level, Subject

FOUND = Finding(
    code="R04",
    rule_version=1,
    level=Level.DEVIATION,
    title="Inom tilldelat belopp",
    text="För mycket.",
    subject=Subject("requisition", 7),
    ore=2_825_600,
    evidence={"requested_ore": 790_000_000, "day": date(2026, 6, 9), "codes": frozenset({"b", "a"})},
    parameters={"next": {"deep": 1}},
)


def test_the_fingerprint_is_of_rule_subject_and_facts_and_not_of_the_wording() -> None:
    again = replace(
        FOUND, text="Annat ordval.", level=Level.NOTE, evidence=dict(reversed(FOUND.evidence.items()))
    )
    assert again.fingerprint() == FOUND.fingerprint()
    assert len(FOUND.fingerprint()) == 64


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, code="R09"),
        replace(FOUND, rule_version=2),
        replace(FOUND, subject=Subject("requisition", 8)),
        replace(FOUND, subject=Subject("award", 7)),
        replace(FOUND, other_subject=Subject("requisition", 9)),
        replace(FOUND, evidence={**FOUND.evidence, "requested_ore": 790_000_001}),
        replace(FOUND, parameters={"next": {"deep": 2}}),
    ],
)
def test_other_facts_make_another_finding(other: Finding) -> None:
    assert other.fingerprint() != FOUND.fingerprint()


def test_evidence_that_cannot_be_stored_is_our_own_fault() -> None:
    with pytest.raises(TypeError, match="object cannot be evidence"):
        replace(FOUND, evidence={"what": object()}).fingerprint()


def test_a_mapping_of_another_kind_is_evidence_too() -> None:
    frozen = MappingProxyType({"deep": 1})
    assert replace(FOUND, parameters={"next": frozen}).fingerprint() == FOUND.fingerprint()


def test_the_heaviest_finding_gives_the_word() -> None:
    note = replace(FOUND, level=Level.NOTE)
    stop = replace(FOUND, level=Level.STOP)
    assert CheckOutcome.found("R04", "t", note, stop, FOUND).word == "Stopp"
    assert CheckOutcome.found("R04", "t", note, FOUND).word == "Avvikelse"
    assert CheckOutcome.found("R04", "t", note).word == "Upplysning"


def test_a_check_without_findings_says_how_it_ended() -> None:
    assert CheckOutcome.found("R04", "t") == CheckOutcome.ok("R04", "t")
    assert CheckOutcome.ok("R04", "t").word == "OK"
    assert CheckOutcome.ok("R04", "t").level is None
    assert CheckOutcome.not_applicable("R07", "t").word == "Gäller inte"
    missing = CheckOutcome.not_run("R04", "t", "Beloppet är inte inläst.")
    assert (missing.word, missing.reason) == ("Inte kontrollerat", "Beloppet är inte inläst.")
    assert missing.status is CheckStatus.NOT_RUN

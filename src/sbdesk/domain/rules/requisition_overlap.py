"""R10: whether the recipient has other public support that may cover the same; only a note to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.rules.engine import Asked, Rule, RuleName
from sbdesk.domain.rules.requisition_facts import RequisitionFacts


@dataclass(frozen=True, slots=True)
class OverlapParameters:
    """``tags``: kinds of support that count as the same, besides a shared operation.

    ``apart_from``: programmes (codes without the year) that may be combined with this one.
    """

    tags: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()


def check_other_support(facts: RequisitionFacts, asked: Asked[OverlapParameters]) -> Iterator[Finding]:
    """R10: a living requisition in another programme of the year for the same operation or kind of support.

    What the recipient gets from elsewhere is not in the database; it is asked for in the report.
    """
    for other in facts.other_awards:
        if other.family in asked.parameters.apart_from:
            continue
        tags = sorted(other.tags & set(asked.parameters.tags))
        if not other.operations and not tags:
            continue
        shared = (
            f"samma verksamhet ({', '.join(other.operations)})" if other.operations else "liknande åtgärder"
        )
        text = (
            f"{facts.recipient} har också rekvirerat {other.programme} för {shared}. Jämför vad bidragen ska "
            "täcka, så att samma sak inte får stöd två gånger."
        )
        evidence = {"operations": list(other.operations), "tags": tags}
        about = Subject("award", other.award_id)
        yield asked.finding(text, facts.subject, level=Level.NOTE, evidence=evidence, other=about)


R10 = Rule(RuleName("R10", "Annat offentligt stöd", Level.NOTE), OverlapParameters, check_other_support)

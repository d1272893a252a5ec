"""What is odd in a programme's own text, told once to the one who sets the grant up: P01 to P04."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.periods import in_words
from sbdesk.domain.programme import FactStatus, ProgrammeDefinition
from sbdesk.domain.programme_words import fact_title
from sbdesk.domain.quotes import homoglyphs
from sbdesk.domain.rules.engine import Asked, NoParameters, Rule, RuleName, RuleSetting, run

_ORDERED_DAYS = (
    ("opens", "closes", "Rekvisitionen öppnar den {0} men stänger den {1}."),
    ("use_from", "use_to", "Användningstiden börjar den {0} men slutar den {1}."),
    ("use_to", "report_due", "Användningstiden slutar den {0} men återrapporten ska komma den {1}."),
    ("use_to", "repay_due", "Användningstiden slutar den {0} men återbetalning ska ske den {1}."),
)


def check_frame(definition: ProgrammeDefinition, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P01: allotted amounts and the undistributed rest are the whole frame, once every amount is known."""
    frame, rest = definition.fact("total").value, definition.fact("undistributed").value
    amounts = list(definition.allotted().values())
    known = [amount for amount in amounts if amount is not None]
    if not isinstance(frame, int) or not isinstance(rest, int) or len(known) < len(amounts):
        return
    difference = sum(known) + rest - frame
    if difference:
        text = (
            f"Fördelade belopp och rest är {format_kronor(sum(known) + rest)} men ramen är "
            f"{format_kronor(frame)}. Rätta fördelningen eller ange varför "
            f"{format_kronor(abs(difference))} skiljer."
        )
        yield asked.finding(text, _subject(definition), ore=abs(difference))


def check_days(definition: ProgrammeDefinition, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P02: days in an impossible or odd order."""
    for former, later, sentence in _ORDERED_DAYS:
        begin, end = definition.day(former), definition.day(later)
        if begin is not None and end is not None and end < begin:
            text = f"{sentence.format(in_words(begin), in_words(end))} Kontrollera dagarna."
            yield asked.finding(text, _subject(definition), evidence={former: begin, later: end})
    planned, closes = definition.day("decision_planned_last"), definition.day("closes")
    if planned is not None and closes is not None and planned < closes:
        text = (
            f"Beslut planeras i {definition.fact('decision_planned').value} men rekvisitionen är öppen till "
            f"{in_words(closes)}. Kontrollera tidplanen."
        )
        evidence = {"decision_planned_last": planned, "closes": closes}
        yield asked.finding(text, _subject(definition), level=Level.NOTE, evidence=evidence)


def check_citations(definition: ProgrammeDefinition, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P03: what an officer gives without an instruction or a statute behind it."""
    for fact in definition.facts:
        if fact.status is FactStatus.OFFICER and fact.quote is None and fact.statute is None:
            text = f"Uppgiften ”{fact_title(fact.name)}” har inget citat: {fact.reason}"
            yield asked.finding(text, _subject(definition), evidence={"fact": fact.name})


def check_alphabet(definition: ProgrammeDefinition, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P04: a quote with letters of another alphabet, and how they are read; the quote is kept as it is."""
    for fact in definition.facts:
        if fact.quote is None:
            continue
        for found in homoglyphs(fact.quote.sentence):
            text = (
                f"Ordet ”{found.word}” ({definition.short_title}, under ”{fact.quote.heading}”) innehåller "
                f"bokstäver ur ett annat alfabet. Det har tolkats som ”{found.read_as}”. Citatet visas "
                "oförändrat."
            )
            evidence = {"fact": fact.name, "word": found.word, "read_as": found.read_as}
            yield asked.finding(text, _subject(definition), evidence=evidence)


def check_programme(definition: ProgrammeDefinition) -> tuple[Finding, ...]:
    """Every oddity of a programme, heaviest first."""
    settings = {rule.name.code: RuleSetting(rule.name.level) for rule in PROGRAMME_RULES}
    found = (outcome.findings for outcome in run(PROGRAMME_RULES, definition, settings))
    return tuple(sorted(chain.from_iterable(found), key=lambda finding: finding.level.rank))


def _subject(definition: ProgrammeDefinition) -> Subject:
    return Subject("programme", definition.id)


P01 = Rule(RuleName("P01", "Fördelningen är inte ramen", Level.DEVIATION), NoParameters, check_frame)
P02 = Rule(RuleName("P02", "Dagar i udda ordning", Level.DEVIATION), NoParameters, check_days)
P03 = Rule(RuleName("P03", "Uppgift utan citat", Level.NOTE), NoParameters, check_citations)
P04 = Rule(RuleName("P04", "Främmande bokstäver i citat", Level.NOTE), NoParameters, check_alphabet)

PROGRAMME_RULES = (P01, P02, P03, P04)

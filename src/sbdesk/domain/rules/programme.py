"""What is odd in a programme's own text, told once to the one who sets the grant up: P01 to P07."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.periods import in_words
from sbdesk.domain.programme import FactStatus, ProgrammeDefinition
from sbdesk.domain.programme_words import fact_title
from sbdesk.domain.quotes import homoglyphs
from sbdesk.domain.rules.engine import Asked, NoParameters, NotRun, Rule, RuleName, RuleSetting, run
from sbdesk.domain.rules.programme_numbers import Conflict, conflicts

_ORDERED_DAYS = (
    ("opens", "closes", "Rekvisitionen öppnar den {0} men stänger den {1}."),
    ("use_from", "use_to", "Användningstiden börjar den {0} men slutar den {1}."),
    ("use_to", "report_due", "Användningstiden slutar den {0} men återrapporten ska komma den {1}."),
    ("use_to", "repay_due", "Användningstiden slutar den {0} men återbetalning ska ske den {1}."),
)


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """A programme and the day it is looked at; ``today`` None: what a day decides is not asked."""

    definition: ProgrammeDefinition
    today: date | None = None

    @property
    def subject(self) -> Subject:
        """The programme, for the findings."""
        return Subject("programme", self.definition.id)

    def day(self, name: str) -> date | None:
        """A day, None when it is not decided or the programme does not have it."""
        values = [fact.value for fact in self.definition.all_facts(name)]
        return next((value for value in values if isinstance(value, date)), None)


def check_frame(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """P01: allotted amounts and the undistributed rest are the whole frame, once every amount is known.

    A rest that nobody has told counts as nothing.
    """
    definition = facts.definition
    frame, rest = _number(definition, "total"), _number(definition, "undistributed") or 0
    amounts = list(definition.allotted().values())
    known = [amount for amount in amounts if amount is not None]
    if frame is None:
        return NotRun("Ramen är inte angiven.")
    if not amounts:
        return NotRun("Fördelningen är inte inläst.")
    if len(known) < len(amounts):
        return NotRun("Fördelningen är inte beslutad för alla mottagare.")
    difference = sum(known) + rest - frame
    if not difference:
        return iter(())
    text = (
        f"Fördelade belopp och rest är {format_kronor(sum(known) + rest)} men ramen är "
        f"{format_kronor(frame)}. Rätta fördelningen eller ange varför "
        f"{format_kronor(abs(difference))} skiljer."
    )
    return iter([asked.finding(text, facts.subject, ore=abs(difference))])


def check_days(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P02: days in an impossible or odd order."""
    for former, later, sentence in _ORDERED_DAYS:
        begin, end = facts.day(former), facts.day(later)
        if begin is not None and end is not None and end < begin:
            text = f"{sentence.format(in_words(begin), in_words(end))} Kontrollera dagarna."
            yield asked.finding(text, facts.subject, evidence={former: begin, later: end})
    yield from _odd_days(facts, asked)


def _odd_days(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    opens, closes = facts.day("opens"), facts.day("closes")
    dated, planned = facts.day("instruction_day"), facts.day("decision_planned_last")
    if planned is not None and closes is not None and planned < closes:
        text = (
            f"Beslut planeras i {facts.definition.fact('decision_planned').value} men rekvisitionen är öppen "
            f"till {in_words(closes)}. Kontrollera tidplanen."
        )
        evidence = {"decision_planned_last": planned, "closes": closes}
        yield asked.finding(text, facts.subject, level=Level.NOTE, evidence=evidence)
    if opens is not None and dated is not None and opens < dated:
        text = (
            f"Rekvisitionen öppnar den {in_words(opens)} men anvisningen är daterad den {in_words(dated)}. "
            "Kontrollera att det är den senaste anvisningen."
        )
        evidence = {"opens": opens, "instruction_day": dated}
        yield asked.finding(text, facts.subject, level=Level.NOTE, evidence=evidence)


def check_citations(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P03: what an officer gives without an instruction or a statute behind it."""
    for fact in facts.definition.facts:
        if fact.status is FactStatus.OFFICER and fact.quote is None and fact.statute is None:
            text = f"Uppgiften ”{fact_title(fact.name)}” har inget citat: {fact.reason}"
            yield asked.finding(text, facts.subject, evidence={"fact": fact.name})


def check_alphabet(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P04: a quote with letters of another alphabet, and how they are read; the quote is kept as it is."""
    for fact in facts.definition.facts:
        if fact.quote is None:
            continue
        for found in homoglyphs(fact.quote.sentence):
            text = (
                f"Ordet ”{found.word}” ({facts.definition.short_title}, under ”{fact.quote.heading}”) "
                f"innehåller bokstäver ur ett annat alfabet. Det har tolkats som ”{found.read_as}”. Citatet "
                "visas oförändrat."
            )
            evidence = {"fact": fact.name, "word": found.word, "read_as": found.read_as}
            yield asked.finding(text, facts.subject, evidence=evidence)


_NEEDED_AFTER = {
    "opens": None,
    "closes": None,
    "use_from": "opens",
    "use_to": "opens",
    "report_due": "use_to",
    "repay_due": "use_to",
    "final_account_due": "use_to",
}
"""The days that the desk cannot do without, and the day after which they are needed; None: at once."""


def check_undecided_days(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """P05: a day that the text promises to tell later has not come when the desk needs it."""
    if facts.today is None:
        return NotRun("Dagens datum är inte angivet.")
    return iter([_undecided(facts, asked, name) for name in _undecided_names(facts, facts.today)])


def _undecided_names(facts: ProgrammeFacts, today: date) -> Iterator[str]:
    for name, after in _NEEDED_AFTER.items():
        waiting = any(fact.status is FactStatus.NOT_YET_DECIDED for fact in facts.definition.all_facts(name))
        begins = facts.day(after) if after else date.min
        if waiting and begins is not None and begins < today:
            yield name


def _undecided(facts: ProgrammeFacts, asked: Asked[NoParameters], name: str) -> Finding:
    text = f"Uppgiften ”{fact_title(name)}” är inte beslutad men behövs nu. Ange dagen när den är beslutad."
    return asked.finding(text, facts.subject, evidence={"fact": name})


def check_numbers(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P06: two numbers in one document that should be the same are not."""
    for conflict in conflicts(facts.definition):
        text = f"{conflict.one} men {conflict.other}. Kontrollera vilken uppgift som gäller."
        yield asked.finding(text, facts.subject, ore=conflict.ore, evidence=_evidence(conflict))


def _evidence(conflict: Conflict) -> dict[str, object]:
    return {"facts": list(conflict.facts), "one": conflict.one, "other": conflict.other}


def check_decided_shares(facts: ProgrammeFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """P07: a decided amount differs from the computed one; the decided one holds."""
    for component in facts.definition.components:
        for share in component.shares:
            computed, decided = share.computed_ore, share.decided_ore
            if computed is None or decided is None or computed == decided:
                continue
            who = share.recipient if share.operation is None else f"{share.recipient} ({share.operation})"
            text = (
                f"{component.label}, {who}: beslutat belopp är {format_kronor(decided)} men uträknat belopp "
                f"är {format_kronor(computed)}. Det beslutade beloppet gäller."
            )
            evidence = {"component": component.code, "decided_ore": decided, "computed_ore": computed}
            yield asked.finding(text, facts.subject, ore=abs(decided - computed), evidence=evidence)


def check_programme(definition: ProgrammeDefinition, today: date | None = None) -> tuple[Finding, ...]:
    """Every oddity of a programme, heaviest first."""
    settings = {rule.name.code: RuleSetting(rule.name.level) for rule in PROGRAMME_RULES}
    facts = ProgrammeFacts(definition, today)
    found = (outcome.findings for outcome in run(PROGRAMME_RULES, facts, settings))
    return tuple(sorted(chain.from_iterable(found), key=lambda finding: finding.level.rank))


def _number(definition: ProgrammeDefinition, name: str) -> int | None:
    values = [fact.value for fact in definition.all_facts(name)]
    return next((value for value in values if isinstance(value, int)), None)


_Check = Callable[[ProgrammeFacts, Asked[NoParameters]], Iterator[Finding] | NotRun]


def _rule(code: str, title: str, level: Level, check: _Check) -> Rule[ProgrammeFacts, NoParameters]:
    return Rule(RuleName(code, title, level), NoParameters, check)


P01 = _rule("P01", "Fördelningen är inte ramen", Level.DEVIATION, check_frame)
P02 = _rule("P02", "Dagar i udda ordning", Level.DEVIATION, check_days)
P03 = _rule("P03", "Uppgift utan citat", Level.NOTE, check_citations)
P04 = _rule("P04", "Främmande bokstäver i citat", Level.NOTE, check_alphabet)
P05 = _rule("P05", "Dagen är inte beslutad", Level.DEVIATION, check_undecided_days)
P06 = _rule("P06", "Två uppgifter som inte stämmer", Level.DEVIATION, check_numbers)
P07 = _rule("P07", "Beslutat belopp är inte det uträknade", Level.NOTE, check_decided_shares)

PROGRAMME_RULES = (P01, P02, P03, P04, P05, P06, P07)

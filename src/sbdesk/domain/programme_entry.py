"""What an officer may enter when a programme is set up: the field that is wrong, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sbdesk.domain.findings import Level
from sbdesk.domain.lengths import CASE_NUMBER, CODE, NAME, REASON, too_long
from sbdesk.domain.ore import LIMIT, format_kronor
from sbdesk.domain.programme import (
    Component,
    Condition,
    EligibleKind,
    FactStatus,
    FactValue,
    GroundBasis,
    RecoveryGround,
    ValueKind,
)

Problem = tuple[str, str]
"""The field and the Swedish sentence."""

_CODE = re.compile(r"[a-zåäö0-9]+(?:-[a-zåäö0-9]+)*")
_PART = re.compile(r"[a-zåäö0-9]+(?:[-_][a-zåäö0-9]+)*")
_YEARS = range(2000, 2101)
_FILE_NAME = re.compile(r'[^/\\:*?"<>|.][^/\\:*?"<>|]*')
"""The short name stands in file names, also on Windows."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What names a programme; ``code`` such as ``kommun-2026`` is what other programs call it."""

    code: str
    year: int
    title: str
    short_title: str
    recipient_kind: EligibleKind
    case_number: str = ""


def identity_problem(given: Identity) -> Problem | None:
    """The field (as in :class:`Identity`) that is wrong, and why."""
    if not given.title.strip():
        return "title", "Namnet saknas. Skriv det så som det står i anvisningen."
    if not given.short_title.strip():
        return "short_title", "Kortnamnet saknas. Skriv till exempel PMC 2026."
    if given.year not in _YEARS:
        return "year", "Bidragsåret ska vara ett år mellan 2000 och 2100."
    if not _FILE_NAME.fullmatch(given.short_title.strip()):
        return "short_title", (
            "Kortnamnet står i filnamn. Skriv det utan snedstreck, kolon, stjärna, frågetecken, citattecken, "
            "< > | och utan punkt först."
        )
    if not _CODE.fullmatch(given.code):
        return (
            "code",
            "Beteckningen skrivs med små bokstäver, siffror och bindestreck, till exempel pmc-2026.",
        )
    return _too_long(
        ("title", "Namnet", given.title, NAME),
        ("short_title", "Kortnamnet", given.short_title, CODE),
        ("code", "Beteckningen", given.code, CODE),
        ("case_number", "Diarienumret", given.case_number, CASE_NUMBER),
    )


def _too_long(*fields: tuple[str, str, str, int]) -> Problem | None:
    told = ((field, too_long(what, text, limit)) for field, what, text, limit in fields)
    return next(((field, sentence) for field, sentence in told if sentence), None)


def fact_name(title: str) -> str:
    """The lasting name of an officer's own fact: ``Ändamål, del 2`` is kept as ``ändamål_del_2``."""
    return "_".join(re.findall(r"\w+", title.casefold()))


def fact_problem(fact: FactValue) -> Problem | None:
    """The field (``value``, ``heading``, ``quote``, ``statute`` or ``reason``) that is wrong, and why."""
    if fact.status.has_value and fact.value in (None, ""):
        return "value", "Värdet saknas. Skriv det, eller välj Inte beslutat eller Står inte i anvisningen."
    if isinstance(fact.value, int) and fact.kind is not ValueKind.BOOL and fact.value < 0:
        return "value", "Värdet är mindre än noll. Rätta det."
    if fact.kind in (ValueKind.ORE, ValueKind.INT) and isinstance(fact.value, int) and fact.value > LIMIT:
        return "value", f"Värdet är för stort. Högsta möjliga belopp är {format_kronor(LIMIT)}."
    if isinstance(fact.value, str) and len(fact.value) > REASON:
        return "value", too_long("Värdet", fact.value, REASON)
    if fact.status is FactStatus.STATED:
        if fact.quote is None or not any(span.strip() for span in fact.quote.spans):
            return "quote", "Citatet saknas. Hämta det ur anvisningens text eller skriv av det."
        if not fact.quote.heading.strip():
            return "heading", "Rubriken saknas. Skriv den rubrik i anvisningen som citatet står under."
    if fact.status is FactStatus.LAW and not (fact.statute or "").strip():
        return "statute", "Lagrummet saknas. Skriv till exempel 25 § förvaltningslagen (2017:900)."
    if fact.status in (FactStatus.DERIVED, FactStatus.OFFICER) and not (fact.reason or "").strip():
        return "reason", "Skälet saknas. Skriv hur uppgiften är härledd eller varför den gäller."
    return None


def component_problem(given: Component) -> Problem | None:
    """The field of a part of the frame that is wrong, and why."""
    if not _PART.fullmatch(given.code):
        return "code", "Koden skrivs med små bokstäver, siffror och bindestreck, till exempel grundbelopp."
    if not given.label.strip():
        return "label", "Namnet på delen saknas."
    if given.total_ore < 0:
        return "total", "Beloppet är mindre än noll. Rätta det."
    if given.total_ore > LIMIT:
        return "total", f"Beloppet är för stort. Högsta möjliga belopp är {format_kronor(LIMIT)}."
    if given.separate_purpose and given.purpose_fact is None:
        return "purpose_fact", "Välj den uppgift som anger delens ändamål, eller ta bort markeringen."
    return None


def ground_problem(given: RecoveryGround) -> Problem | None:
    """The field of a ground for repayment that is wrong, and why."""
    if not _PART.fullmatch(given.code):
        return "code", "Koden skrivs med små bokstäver, siffror och bindestreck, till exempel fel-andamal."
    if not given.label.strip():
        return "label", "Grundens text saknas. Skriv den så som den ska stå i brevet."
    return None


def condition_problem(given: Condition, fact: FactValue | None, *, signed: bool) -> Problem | None:
    """The field of a check that is wrong, and why; ``signed``: a second person stands behind its level."""
    if fact is not None and not (fact.quote is not None or fact.statute):
        return "fact", "Uppgiften har varken citat eller lagrum. Fyll i den först, eller välj Ingen grund."
    if given.basis is GroundBasis.NONE and given.severity is not Level.NOTE and not signed:
        return "level", (
            "Utan grund i anvisningen kan kontrollen bara vara en upplysning. "
            "Välj en uppgift som grund, eller låt en andra person skriva under nivån."
        )
    return None

"""The Swedish words of what an officer chooses among when a programme is set up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sbdesk.domain.allotment import Rounding
from sbdesk.domain.decision import AppealAllowed, DecisionKind, ThreeWeeksFrom
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.periods import in_words
from sbdesk.domain.programme_vocabulary import (
    AllotmentMethod,
    EligibleKind,
    GroundBasis,
    Modality,
    ValueKind,
)
from sbdesk.domain.rules.requisition import REQUIRED_WORDS

METHOD_WORDS = {
    AllotmentMethod.EQUAL: "Lika belopp till varje mottagare",
    AllotmentMethod.FIXED: "Samma fasta belopp till varje mottagare",
    AllotmentMethod.PER_UNIT: "Belopp per enhet",
    AllotmentMethod.POPULATION: "Efter folkmängd",
    AllotmentMethod.DECIDED: "Beslutade belopp",
}
ROUNDING_WORDS = {
    Rounding.LARGEST_REMAINDER: "Hela kronor, resten till de största bråkdelarna",
    Rounding.NEAREST: "Närmaste hela krona",
    Rounding.FLOOR: "Nedåt till hel krona",
}
RECIPIENT_WORDS = {
    EligibleKind.REGION: "Regioner",
    EligibleKind.MUNICIPALITY: "Kommuner",
    EligibleKind.MUNICIPAL_ASSOCIATION: "Kommunalförbund",
    EligibleKind.ASSOCIATION: "Föreningar",
    EligibleKind.RSS_PRINCIPAL: "Huvudmän för RSS",
}
OPERATION_WORDS = {
    OperationKind.CSD: "Centrum för sällsynta diagnoser",
    OperationKind.PMC: "Precisionsmedicinskt centrum",
    OperationKind.CARE_REGION: "Sjukvårdsregion",
    OperationKind.REGISTRY: "Kvalitetsregister",
    OperationKind.RSS: "Regional samverkans- och stödstruktur",
}
MODALITY_WORDS = {
    Modality.SHALL: "Ska: mottagaren är skyldig att betala tillbaka",
    Modality.MAY: "Kan: myndigheten får kräva tillbaka",
}
BASIS_WORDS = {
    GroundBasis.INSTRUCTION: "Anvisningen",
    GroundBasis.LAW: "Lag eller förordning",
    GroundBasis.ARITHMETIC: "Räknekontroll",
    GroundBasis.IMPORT: "Kontroll av den inlästa filen",
    GroundBasis.ROLE: "Två personer",
    GroundBasis.NONE: "Ingen grund i anvisningen",
}
KIND_WORDS = {
    DecisionKind.GRANT: "Bifall",
    DecisionKind.PARTIAL_GRANT: "Delvis bifall",
    DecisionKind.REFUSE: "Avslag",
    DecisionKind.DISMISS: "Avvisning",
    DecisionKind.WRITE_OFF_CASE: "Avskrivning",
    DecisionKind.AMEND: "Ändring av beslut",
    DecisionKind.REVOKE: "Upphävande av beslut",
    DecisionKind.WITHHOLD: "Beslut att inte betala ut",
    DecisionKind.RECOVERY: "Återkrav",
    DecisionKind.WAIVE: "Avstående från återkrav",
}
ALLOWED_WORDS = {
    AppealAllowed.NOT_DECIDED: "Inte bestämt",
    AppealAllowed.YES: "Ja",
    AppealAllowed.NO: "Nej",
}
FROM_WORDS = {
    ThreeWeeksFrom.NOT_DECIDED: "Inte bestämt",
    ThreeWeeksFrom.RECEIVED: "Den dag mottagaren fick del av beslutet",
    ThreeWeeksFrom.DECISION_DAY: "Den dag beslutet meddelades",
}
VALUE_WORDS = {
    ValueKind.ORE: "Belopp i kronor",
    ValueKind.DAY: "Dag",
    ValueKind.TEXT: "Text",
    ValueKind.INT: "Antal",
    ValueKind.BOOL: "Ja eller nej",
}
PARAMETER_WORDS = {
    "threshold_ore": "Faktureras över",
    "share_from_ore": "Andel räknas från",
    "tolerance_ore": "Skillnad som godtas",
    "max_days": "Dagar, högst",
    "next_working_day": "Sista dag på helg: nästa vardag räknas",
    "required": "Rekvisitionen ska innehålla",
    "tags": "Räknas som samma stöd",
    "apart_from": "Får kombineras med",
}
"""A parameter without words here is shown under its own name."""


def parameter_text(name: str, value: object) -> str:
    """A parameter's value as the officer reads it; amounts (``…_ore``) in kronor."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, int) and name.endswith("_ore"):
        return format_kronor(value)
    if isinstance(value, list | tuple):
        return ", ".join(REQUIRED_WORDS.get(str(one), str(one)) for one in value)
    return str(value)


def parameters_text(parameters: Mapping[str, object] | None) -> str:
    """Every parameter: ``Faktureras över 2 000 kr``; empty when there is none."""
    given = (parameters or {}).items()
    return ", ".join(f"{PARAMETER_WORDS.get(key, key)} {parameter_text(key, value)}" for key, value in given)

"""Read the programmes and recipients that ship with the program, and print a programme for other programs."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme import FactContent, FactValue, ProgrammeDefinition, ValueKind
from sbdesk.domain.programme_reading import read_definition
from sbdesk.paths import resources

_FACT_OF_KEY = {
    "title": "title",
    "dnr": "dnr",
    "legal_basis": "legal_basis",
    "total_sek": "total",
    "recipients": "recipients",
    "per_unit_sek": "per_unit",
    "units": "units",
    "undistributed_sek": "undistributed",
    "opens": "opens",
    "closes": "closes",
    "use_from": "use_from",
    "use_to": "use_to",
    "report_due": "report_due",
    "repay_due": "repay_due",
    "invoice_over_sek": "invoice_over",
    "debt_rule": "debt_rule",
    "double_financing": "double_financing",
    "passing_on_forbidden": "passing_on_forbidden",
    "contact_person_required": "contact_person_required",
    "final_account_due": "final_account_due",
    "email": "email",
    "evidence": "evidence",
    "recovery_grounds": "recovery_grounds",
}
"""The printed keys that stand for one fact; a key without entry here is printed under its fact's own name."""


@dataclass(frozen=True, slots=True)
class RecipientEntry:
    """A recipient as shipped; ``confirmed`` False: the officer confirms the organisation number first."""

    name: str
    org_number: str
    confirmed: bool
    county: str
    county_code: str
    seat: str
    care_regions: tuple[str, ...]
    registrar_email: str | None = None


def available() -> tuple[str, ...]:
    """The ids of the programmes that ship with the program, in order."""
    return tuple(sorted(path.stem for path in (resources() / "programmes").glob("*.toml")))


@cache
def load(programme_id: str) -> ProgrammeDefinition:
    """The definition with that id.

    Raises UserFacingError for an id that is not shipped, FaultyDefinition when the file contradicts itself.
    """
    if programme_id not in available():
        raise UserFacingError(
            f"Det finns inget statsbidrag med beteckningen ”{programme_id}”.",
            "Inget är ändrat.",
            f"Välj något av {', '.join(available())}.",
        )
    with (resources() / "programmes" / f"{programme_id}.toml").open("rb") as file:
        return read_definition(tomllib.load(file))


@cache
def regions() -> tuple[RecipientEntry, ...]:
    """The 21 regions, by county code."""
    with (resources() / "recipients" / "regions.toml").open("rb") as file:
        tables = tomllib.load(file)["region"]
    return tuple(
        RecipientEntry(
            name=table["name"],
            org_number=table["org_number"],
            confirmed=table["certainty"] == "source",
            county=table["county"],
            county_code=table["county_code"],
            seat=table["seat"],
            care_regions=tuple(table["care_regions"]),
            registrar_email=table.get("registrar_email"),
        )
        for table in tables
    )


def as_json(definition: ProgrammeDefinition) -> dict[str, object]:
    """What ``sbdesk programme ID --json`` prints: amounts in kronor, days as ISO text, null where unknown."""
    return {
        "id": definition.id,
        "title": definition.title,
        "year": definition.year,
        "dnr": _plain(definition, "dnr"),
        "legal_basis": [f.value for f in definition.all_facts("legal_basis") if f.value is not None],
        "total_sek": _plain(definition, "total"),
        "recipient_kind": definition.recipient_kind.output_word,
        "recipients": {name: _kronor(ore) for name, ore in definition.allotted().items()},
        "per_unit_sek": _plain(definition, "per_unit"),
        "units": _plain(definition, "units"),
        "undistributed_sek": _plain(definition, "undistributed"),
        **{key: _plain(definition, key) for key in ("opens", "closes", "use_from", "use_to")},
        **{key: _plain(definition, key) for key in ("report_due", "repay_due")},
        "invoice_over_sek": _plain(definition, "invoice_over"),
        "debt_rule": definition.flag("debt_rule"),
        "double_financing": definition.fact("double_financing").value or "none",
        "passing_on_forbidden": definition.flag("passing_on_forbidden"),
        "contact_person_required": definition.flag("contact_person_required"),
        "final_account_due": _plain(definition, "final_account_due"),
        "email": _plain(definition, "email"),
        "evidence": [f.value for f in definition.all_facts("evidence") if f.value is not None],
        "recovery_grounds": [{"code": g.code, "modality": g.modality.value} for g in definition.grounds],
        "quotes": _quotes(definition),
        "status": _statuses(definition),
    }


def _quotes(definition: ProgrammeDefinition) -> dict[str, str]:
    key_of_fact = {fact: key for key, fact in _FACT_OF_KEY.items()}
    return {
        _numbered(key_of_fact.get(fact.name, fact.name), fact): fact.quote.sentence
        for fact in definition.facts
        if fact.quote is not None
    }


def _statuses(definition: ProgrammeDefinition) -> dict[str, str]:
    key_of_fact = {fact: key for key, fact in _FACT_OF_KEY.items()}
    return {
        _numbered(key_of_fact.get(fact.name, fact.name), fact): fact.status.value for fact in definition.facts
    }


def _numbered(key: str, fact: FactValue) -> str:
    return key if fact.ordinal == 1 else f"{key}_{fact.ordinal}"


def _plain(definition: ProgrammeDefinition, name: str) -> FactContent:
    fact = definition.fact(name)
    if isinstance(fact.value, date):
        return fact.value.isoformat()
    if fact.kind is ValueKind.ORE and isinstance(fact.value, int):
        return _kronor(fact.value)
    return fact.value


def _kronor(ore: int | None) -> int | None:
    return None if ore is None else ore // 100

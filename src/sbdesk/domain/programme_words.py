"""What the officer reads for the names that programmes use: facts, conditions and values."""

from __future__ import annotations

from datetime import date

from sbdesk.domain.ore import format_kronor
from sbdesk.domain.periods import in_words
from sbdesk.domain.programme import FactContent, FactStatus, FactValue, ValueKind

_PARTS = {"base": "Lika belopp", "population": "Efter befolkning", "total": "Hela beloppet"}
_REGIONS = {
    "skane": "Region Skåne",
    "stockholm": "Region Stockholm",
    "uppsala": "Region Uppsala",
    "vasterbotten": "Region Västerbotten",
    "ostergotland": "Region Östergötland",
    "vastra_gotaland": "Västra Götalandsregionen",
    "orebro": "Region Örebro län",
}

FACT_TITLES = {
    "title": "Namn",
    "dnr": "Diarienummer",
    "instruction_day": "Anvisningens dag",
    "legal_basis": "Regeringsbeslut eller förordning",
    "legal_basis_day": "Regeringsbeslutets dag",
    "recipients": "Vilka som kan rekvirera",
    "eligible": "Kan rekvirera",
    "purpose": "Ändamål",
    "purpose_base": "Ändamål, lika belopp",
    "purpose_coordination": "Ändamål, samordning",
    "purpose_population": "Ändamål, samverkansregionerna",
    "purpose_measure": "Ändamål, insatser",
    "purpose_costs": "Ändamål, kostnader",
    "purpose_link": "Ändamål, kunskapens väg",
    "purpose_example": "Exempel på användning",
    "purpose_support": "Exempel på praktiskt stöd",
    "purpose_responsibility": "Ansvar för ändamålet",
    "purpose_excluded": "Får inte användas till",
    "total": "Ram",
    "base_total": "Lika belopp, sammanlagt",
    "population_total": "Efter befolkning, sammanlagt",
    "population_paid_to": "Vem som får samverkansregionens belopp",
    "coordination_total": "Samordning, sammanlagt",
    "coordination_share": "Samordning, Region Skåne",
    "per_unit": "Belopp per enhet",
    "units": "Antal enheter",
    "allotment_list": "Fördelningslista",
    "amounts_decided": "Belopp per mottagare",
    "undistributed": "Fördelas inte",
    "opens": "Rekvireringen öppnar",
    "closes": "Sista dag att rekvirera",
    "requisition_content": "Rekvisitionens innehåll",
    "representative_required": "Ombud krävs",
    "contact_person_required": "Kontaktperson krävs",
    "decision_planned": "Beslut planeras",
    "decision_planned_last": "Beslut planeras senast",
    "payout_account": "Utbetalning",
    "pay_after_deadline": "Betalas efter sista rekvireringsdag",
    "debt_rule": "Ingen obetald skuld",
    "use_from": "Får användas från och med",
    "use_to": "Får användas till och med",
    "accrual_allowed": "Reservering är tillåten",
    "accrual_year": "Reservering, vad fakturan avser",
    "accrual_evidence": "Reservering, underlag",
    "double_financing": "Dubbelfinansiering av verksamhet",
    "double_financing_cost": "Dubbelfinansiering av kostnad",
    "double_financing_excluded": "Kostnad som redan är finansierad",
    "passing_on_forbidden": "Förbud att lämna vidare",
    "passing_on_reason": "Skäl till förbudet",
    "procurement_allowed": "Upphandling är tillåten",
    "evidence_duty": "Underlag vid granskning",
    "evidence": "Underlag",
    "separate_code": "Egen kod i bokföringen",
    "clear_accounts": "Redovisningens kvalitet",
    "report_duty": "Återrapportering krävs",
    "report_form_sent": "Formuläret skickas",
    "report_due": "Återrapport senast",
    "final_account_due": "Slutredovisning till regeringen",
    "final_account_yearly": "Samlad redovisning till regeringen",
    "repay_due": "Återbetalning senast",
    "repay_unused": "Återbetalning av det som inte har använts",
    "recovery_grounds": "Återbetalning",
    "recovery_wrongly_paid": "Återbetalning: felaktigt eller för mycket",
    "recovery_unused": "Återbetalning: inte använt",
    "recovery_wrong_purpose": "Återbetalning: fel ändamål",
    "recovery_condition_breach": "Återbetalning: villkor inte följda",
    "recovery_no_report": "Återbetalning: inte redovisat",
    "recovery_late_report": "Återbetalning: sen återrapport",
    "recovery_late_evidence": "Återbetalning: sena underlag",
    "recovery_unsupported_evidence": "Återbetalning: underlagen styrker inte",
    "recovery_no_evidence": "Återbetalning: underlag saknas",
    "invoice_over": "Faktureras över",
    "interest": "Dröjsmålsränta",
    "waiver": "Avstå från återkrav",
    "withhold": "Hålla inne utbetalning",
    "email": "E-post",
    "email_portal": "E-post för e-tjänsten",
    "law_hearing": "Kommunicering",
    "law_change": "Förbehåll i beslutet",
    "law_disqualification": "Jäv",
    "law_interest": "Dröjsmålsränta enligt lag",
    "law_conditions": "Villkor i beslutet enligt förordningen",
    "law_report": "Redovisning enligt förordningen",
    "law_recovery": "Återbetalning enligt förordningen",
    "law_recovery_decision": "Återkrav och avstående enligt förordningen",
    "law_appeal": "Överklagande enligt förordningen",
    **{
        f"{part}_share_{key}": f"{title}, {region}"
        for part, title in _PARTS.items()
        for key, region in _REGIONS.items()
    },
}

_CODED_VALUES = {
    "none": "ingen regel",
    "same_cost": "inte samma kostnader",
    "other_state_grant": "inte samma verksamhet med annat statsbidrag",
    "any_public_support": "inte för åtgärd med annat offentligt stöd",
}


def fact_title(name: str) -> str:
    """The Swedish title of a fact; its own name with spaces when it is one that an officer has made."""
    return FACT_TITLES.get(name, name.replace("_", " ").capitalize())


def value_in_words(fact: FactValue) -> str:
    """The value as shown in a table; ``Inte beslutat`` and ``Står inte i anvisningen`` are values too."""
    if not fact.status.has_value:
        return fact.status.swedish
    return content_in_words(fact.kind, fact.value)


def content_in_words(kind: ValueKind, value: FactContent) -> str:
    """A value of its kind in Swedish: ``16 000 000 kr``, ``15 juli 2026``, ``ja``."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return in_words(value)
    if kind is ValueKind.ORE and isinstance(value, int):
        return format_kronor(value)
    return _CODED_VALUES.get(str(value), str(value))


def needs_a_look(fact: FactValue) -> bool:
    """Whether an officer must confirm the fact: derived, or still to come."""
    return fact.status in (FactStatus.DERIVED, FactStatus.NOT_YET_DECIDED)

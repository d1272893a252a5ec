"""What the officer reads for the names that programmes use: facts, conditions and values."""

from __future__ import annotations

from datetime import date

from sbdesk.domain.ore import format_kronor
from sbdesk.domain.periods import in_words
from sbdesk.domain.programme import FactContent, FactStatus, FactValue, ValueKind

FACT_TITLES = {
    "title": "Namn",
    "dnr": "Diarienummer",
    "legal_basis": "Regeringsbeslut",
    "legal_basis_day": "Regeringsbeslutets dag",
    "recipients": "Vilka som kan rekvirera",
    "purpose": "Ändamål",
    "purpose_base": "Ändamål, lika belopp",
    "purpose_coordination": "Ändamål, samordning",
    "purpose_excluded": "Får inte användas till",
    "total": "Ram",
    "base_total": "Lika belopp, sammanlagt",
    "coordination_total": "Samordning, sammanlagt",
    "coordination_share": "Samordning, Region Skåne",
    "base_share_skane": "Lika belopp, Region Skåne",
    "base_share_stockholm": "Lika belopp, Region Stockholm",
    "base_share_uppsala": "Lika belopp, Region Uppsala",
    "base_share_vasterbotten": "Lika belopp, Region Västerbotten",
    "base_share_ostergotland": "Lika belopp, Region Östergötland",
    "base_share_vastra_gotaland": "Lika belopp, Västra Götalandsregionen",
    "per_unit": "Belopp per enhet",
    "units": "Antal enheter",
    "undistributed": "Fördelas inte",
    "opens": "Rekvireringen öppnar",
    "closes": "Sista dag att rekvirera",
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
    "evidence_duty": "Underlag vid granskning",
    "evidence": "Underlag",
    "separate_code": "Egen kod i bokföringen",
    "clear_accounts": "Redovisningens kvalitet",
    "report_duty": "Återrapportering krävs",
    "report_form_sent": "Formuläret skickas",
    "report_due": "Återrapport senast",
    "final_account_due": "Slutredovisning till regeringen",
    "repay_due": "Återbetalning senast",
    "recovery_grounds": "Återbetalning",
    "recovery_unused": "Återbetalning: inte använt",
    "recovery_wrong_purpose": "Återbetalning: fel ändamål",
    "recovery_late_report": "Återbetalning: sen återrapport",
    "recovery_no_evidence": "Återbetalning: underlag saknas",
    "invoice_over": "Faktureras över",
    "interest": "Dröjsmålsränta",
    "waiver": "Avstå från återkrav",
    "email": "E-post",
    "email_portal": "E-post för e-tjänsten",
    "law_hearing": "Kommunicering",
    "law_change": "Förbehåll i beslutet",
    "law_disqualification": "Jäv",
    "law_interest": "Dröjsmålsränta enligt lag",
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

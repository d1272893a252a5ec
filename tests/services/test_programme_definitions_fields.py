"""Every field of the five programmes as other programs read it, typed here from the instructions."""

from __future__ import annotations

from typing import Any

import pytest

from sbdesk.services.programme_definitions import as_json, available, load

LISTS = {"recipients", "evidence", "recovery_grounds", "legal_basis", "quotes", "status"}

FIELDS: dict[str, dict[str, Any]] = {
    "csd-2026": {
        "title": "Statsbidrag till regioner för Centrum för sällsynta diagnoser 2026",
        "year": 2026,
        "dnr": None,
        "total_sek": 16_000_000,
        "recipient_kind": "region",
        "per_unit_sek": None,
        "units": None,
        "undistributed_sek": 0,
        "opens": "2026-06-09",
        "closes": "2026-07-15",
        "use_from": "2026-01-01",
        "use_to": "2026-12-31",
        "report_due": None,
        "repay_due": None,
        "invoice_over_sek": 1000,
        "debt_rule": True,
        "double_financing": "other_state_grant",
        "passing_on_forbidden": False,
        "contact_person_required": True,
        "final_account_due": "2027-03-31",
        "email": "statsbidrag.CSD@socialstyrelsen.se",
    },
    "nkr-2026": {
        "title": "Statsbidrag till regioner för arbete med nationella kvalitetsregister 2026",
        "year": 2026,
        "dnr": None,
        "total_sek": 78_500_000,
        "recipient_kind": "region",
        "per_unit_sek": 792_929,
        "units": 99,
        "undistributed_sek": 29,
        "opens": "2026-03-01",
        "closes": "2026-05-13",
        "use_from": "2026-01-01",
        "use_to": "2026-12-31",
        "report_due": None,
        "repay_due": None,
        "invoice_over_sek": 1000,
        "debt_rule": False,
        "double_financing": "none",
        "passing_on_forbidden": False,
        "contact_person_required": False,
        "final_account_due": None,
        "email": "statsbidrag.nationellakvalitetsregister@socialstyrelsen.se",
    },
    "pmc-2026": {
        "title": "Statsbidrag till precisionsmedicinska centrum vid universitetssjukhusen för att främja en "
        "jämlik implementering av precisionshälsa",
        "year": 2026,
        "dnr": None,
        "total_sek": 63_000_000,
        "recipient_kind": "region",
        "per_unit_sek": None,
        "units": None,
        "undistributed_sek": 0,
        "opens": "2026-06-15",
        "closes": "2026-08-03",
        "use_from": "2026-05-07",
        "use_to": "2026-12-31",
        "report_due": "2027-01-31",
        "repay_due": "2027-03-31",
        "invoice_over_sek": 1000,
        "debt_rule": True,
        "double_financing": "same_cost",
        "passing_on_forbidden": True,
        "contact_person_required": False,
        "final_account_due": None,
        "email": "statsbidrag.precisionsmedicinska.centrum@socialstyrelsen.se",
    },
    "rss-aldreomsorg-2026": {
        "title": "Statsbidrag till en mer kunskapsbaserad äldreomsorg",
        "year": 2026,
        "dnr": "9.2–2263/2026",
        "total_sek": 100_000_000,
        "recipient_kind": "rss",
        "per_unit_sek": None,
        "units": None,
        "undistributed_sek": None,
        "opens": "2026-03-02",
        "closes": "2026-04-15",
        "use_from": "2026-01-01",
        "use_to": "2026-12-31",
        "report_due": None,
        "repay_due": None,
        "invoice_over_sek": 1000,
        "debt_rule": False,
        "double_financing": "any_public_support",
        "passing_on_forbidden": False,
        "contact_person_required": False,
        "final_account_due": None,
        "email": "statsbidrag.kunskapbaseradaldreomsorg@socialstyrelsen.se",
    },
    "rss-socialtjanst-2026": {
        "title": "Statsbidrag till en mer förebyggande och kunskapsbaserad socialtjänst – regionala "
        "samverkans- och stödstrukturerna, 2026",
        "year": 2026,
        "dnr": "9.1–2651/2026",
        "total_sek": 50_000_000,
        "recipient_kind": "rss",
        "per_unit_sek": None,
        "units": None,
        "undistributed_sek": None,
        "opens": "2026-02-12",
        "closes": "2026-04-01",
        "use_from": "2026-01-01",
        "use_to": "2026-12-31",
        "report_due": None,
        "repay_due": None,
        "invoice_over_sek": 1000,
        "debt_rule": False,
        "double_financing": "any_public_support",
        "passing_on_forbidden": False,
        "contact_person_required": False,
        "final_account_due": None,
        "email": "statsbidrag.socialtjanstlag@socialstyrelsen.se",
    },
}

LEGAL_BASIS = {
    "csd-2026": ["S2026/00913"],
    "nkr-2026": [],
    "pmc-2026": ["S2026/00953"],
    "rss-aldreomsorg-2026": ["S2025/00119 (delvis)", "Regleringsbrev för budgetåret 2026, anslag 4:5"],
    "rss-socialtjanst-2026": ["SFS 2025:1256"],
}

SEVEN = [
    "Region Jönköpings län",
    "Region Skåne",
    "Region Stockholm",
    "Region Uppsala",
    "Region Värmland",
    "Region Västerbotten",
    "Västra Götalandsregionen",
]

RECIPIENTS: dict[str, dict[str, int | None]] = {
    "csd-2026": {
        "Region Skåne": 6_000_000,
        "Region Stockholm": 2_000_000,
        "Region Uppsala": 2_000_000,
        "Region Västerbotten": 2_000_000,
        "Region Östergötland": 2_000_000,
        "Västra Götalandsregionen": 2_000_000,
    },
    "nkr-2026": dict.fromkeys(SEVEN),
    "pmc-2026": {
        "Region Stockholm": 11_724_687,
        "Region Östergötland": 7_871_744,
        "Region Skåne": 10_110_750,
        "Västra Götalandsregionen": 10_229_879,
        "Region Uppsala": 5_000_000,
        "Region Örebro län": 10_683_306,
        "Region Västerbotten": 7_379_634,
    },
    "rss-aldreomsorg-2026": {},
    "rss-socialtjanst-2026": {},
}

LEDGER = "Utdrag ur huvudbok/kontoutdrag"
WAGES = "Lönespecifikationer och/eller anställningsavtal som styrker lönekostnader"
EVIDENCE = {
    "csd-2026": [
        LEDGER,
        "Underlag som styrker regionens genomförda insatser",
        "Fakturor som styrker nedlagda kostnader",
        WAGES,
    ],
    "nkr-2026": [
        LEDGER,
        "Underlag som styrker genomförda insatser",
        "Fakturor som styrker kostnader",
        WAGES,
    ],
    "pmc-2026": [
        LEDGER,
        "Underlag som styrker regionens genomförda insatser",
        "Fakturor som styrker nedlagda kostnader",
        WAGES,
    ],
    "rss-aldreomsorg-2026": [
        LEDGER,
        "Underlag som styrker genomförda insatser",
        "Fakturor som styrker nedlagda kostnader",
        WAGES,
    ],
    "rss-socialtjanst-2026": [
        LEDGER,
        "Underlag som styrker era genomförda insatser",
        "Fakturor som styrker nedlagda kostnader",
        WAGES,
    ],
}

GROUNDS = {
    "csd-2026": "unused! wrong_purpose! late_report no_evidence",
    "nkr-2026": "unused! wrong_purpose! late_report! late_evidence! unsupported_evidence! no_evidence",
    "pmc-2026": "unused! no_report! condition_breach! late_report no_evidence",
    "rss-aldreomsorg-2026": "unused! wrong_purpose! no_report! late_report no_evidence",
    "rss-socialtjanst-2026": (
        "wrongly_paid! unused! wrong_purpose! no_report! condition_breach! late_report no_evidence"
    ),
}
"""Codes in order; ``!`` the ground obliges ("är skyldiga"), else it may ("kan bli")."""

_STATED = (
    "title recipients total_sek opens closes use_to invoice_over_sek email evidence recovery_grounds "
    "accrual_allowed separate_code"
)
STATUS = {
    "csd-2026": {
        "stated": f"{_STATED} legal_basis debt_rule double_financing contact_person_required "
        "final_account_due decision_planned",
        "derived": "use_from undistributed_sek decision_planned_last",
        "not_yet_decided": "report_due",
        "not_stated": "dnr per_unit_sek units repay_due passing_on_forbidden interest waiver withhold "
        "pay_after_deadline",
    },
    "nkr-2026": {
        "stated": f"{_STATED} use_from per_unit_sek units requisition_content",
        "derived": "undistributed_sek",
        "not_yet_decided": "report_due",
        "not_stated": "dnr legal_basis repay_due debt_rule double_financing passing_on_forbidden "
        "contact_person_required final_account_due interest waiver withhold pay_after_deadline",
    },
    "pmc-2026": {
        "stated": f"{_STATED} legal_basis use_from report_due repay_due debt_rule double_financing "
        "passing_on_forbidden procurement_allowed",
        "derived": "undistributed_sek",
        "not_yet_decided": "",
        "not_stated": "dnr per_unit_sek units contact_person_required final_account_due interest waiver "
        "withhold pay_after_deadline",
    },
    "rss-aldreomsorg-2026": {
        "stated": f"{_STATED} dnr legal_basis use_from double_financing pay_after_deadline amounts_decided",
        "derived": "",
        "not_yet_decided": "report_due",
        "not_stated": "per_unit_sek units undistributed_sek repay_due debt_rule passing_on_forbidden "
        "contact_person_required final_account_due interest waiver withhold",
    },
    "rss-socialtjanst-2026": {
        "stated": f"{_STATED} dnr legal_basis use_from double_financing pay_after_deadline amounts_decided",
        "derived": "",
        "not_yet_decided": "report_due",
        "not_stated": "per_unit_sek units undistributed_sek repay_due debt_rule passing_on_forbidden "
        "contact_person_required final_account_due interest",
        "law": "waiver withhold final_account_yearly law_conditions law_report law_recovery law_appeal",
    },
}


def printed(programme_id: str) -> dict[str, Any]:
    return as_json(load(programme_id))


def test_five_are_shipped() -> None:
    assert available() == tuple(FIELDS)


@pytest.mark.parametrize("programme_id", FIELDS)
def test_every_field(programme_id: str) -> None:
    told = printed(programme_id)
    assert {key: value for key, value in told.items() if key not in LISTS} == {
        "id": programme_id,
        **FIELDS[programme_id],
    }
    assert told["legal_basis"] == LEGAL_BASIS[programme_id]
    assert told["recipients"] == RECIPIENTS[programme_id]
    assert told["evidence"] == EVIDENCE[programme_id]
    grounds = [f"{it['code']}{'!' * (it['modality'] == 'shall')}" for it in told["recovery_grounds"]]
    assert " ".join(grounds) == GROUNDS[programme_id]


@pytest.mark.parametrize("programme_id", FIELDS)
def test_who_says_so(programme_id: str) -> None:
    told = printed(programme_id)
    for status, names in STATUS[programme_id].items():
        assert {name: told["status"][name] for name in names.split()} == dict.fromkeys(names.split(), status)
    printed_keys = set(told) - {"id", "year", "recipient_kind", "quotes", "status"}
    assert printed_keys <= set(told["status"])
    assert {key for key, word in told["status"].items() if word == "stated"} <= set(told["quotes"])

"""The decision letters as the database fills them: each programme, each kind that ends a requisition."""

from __future__ import annotations

import hashlib

import pytest
from sqlalchemy import select
from support.letter_cases import Make, document, draft
from support.programme_facts import CSD, NKR, PMC, RSS_A, RSS_S
from support.requisition_case import PAGE

from sbdesk import paths
from sbdesk.services import programme_definitions
from sbdesk.store.records.programmes import AppealRuleRecord

OWN_WORDS = {
    CSD: ("6 000 000 kronor i statsbidrag", "S2026/00913", "har ingen obetald skuld till"),
    NKR: ("Bidraget är 2 register à 792 929 kronor.", "från och med den 1 januari 2026", "life science"),
    PMC: (
        "5 110 750 kronor för samverkansregionen Lund/Malmö",
        "från och med den 7 maj 2026",
        "senast den 31 januari 2027",
        "ska betalas senast den 31 mars 2027",
    ),
    RSS_S: (
        "Bidraget är till RSS Provlän.",
        "efter sista dagen att rekvirera, den 1 april 2026",
        "2025:1256",
    ),
    RSS_A: ("Bidraget är till RSS Provlän.", "regeringens uppdrag S2025/00119 (delvis)", "demenssjukdom"),
}


@pytest.mark.parametrize("code", OWN_WORDS)
def test_a_decision_says_its_programmes_terms_and_keeps_versions_and_hashes(make: Make, code: str) -> None:
    case = make(code)
    case.receive()
    case.propose()
    said = draft(case)
    for words in OWN_WORDS[code]:
        assert words in said
    assert "till bankgiro 5050-1055, som ni angav i rekvisitionen." in said
    kept = document(case, case.decide())
    assert kept.wording_version is not None
    versions = dict(part.split(":") for part in kept.wording_version.split())
    assert set(versions) == {"shared@1", "decision@1", f"{code}@1"}
    shipped = (paths.resources() / "letters" / f"{code}.toml").read_bytes().replace(b"\r\n", b"\n")
    assert versions[f"{code}@1"] == hashlib.sha256(shipped).hexdigest()[:16]
    assert kept.content_model["requested_ore"] == case.page().requested_ore


@pytest.mark.parametrize("code", OWN_WORDS)
def test_a_refusal_has_reasons_and_no_conditions_in_every_programme(make: Make, code: str) -> None:
    case = make(code)
    case.receive()
    case.decisions.propose_refusal(case.award, "Första stycket.\n\nAndra stycket.", case.desk.karin)
    said = draft(case)
    assert "avslår Region Skånes rekvisition om" in said
    assert "Första stycket. Andra stycket. Rekvisitionen ska därför avslås." in said
    assert "Återrapportering" not in said
    assert "Vi betalar ut" not in said
    case.decide()


@pytest.mark.parametrize("code", OWN_WORDS)
def test_a_dismissal_says_that_nothing_was_tried(make: Make, code: str) -> None:
    case = make(code)
    case.receive()
    case.decisions.propose_dismissal(case.award, "Avsändaren får inte företräda regionen.", case.desk.karin)
    said = draft(case)
    assert "Socialstyrelsen avvisar Region Skånes rekvisition om" in said
    assert "Avsändaren får inte företräda regionen. Rekvisitionen ska därför avvisas." in said
    assert "closing@1:" in (document(case, case.decide()).wording_version or "")


def test_a_write_off_tells_that_the_requisition_was_taken_back(make: Make) -> None:
    case = make(PMC)
    case.receive()
    case.requisitions.withdraw(case.award, PAGE)
    case.decisions.propose_write_off(case.award, "", case.desk.karin)
    said = draft(case)
    assert "avskriver ärendet om Region Skånes rekvisition" in said
    assert "Rekvisitionen återkallades den 3 augusti 2026." in said
    case.decide()


def test_a_write_off_of_what_has_lost_its_object_gives_the_officers_reasons(make: Make) -> None:
    case = make(NKR)
    case.receive()
    case.decisions.propose_write_off(case.award, "Registren har lagts ned.", case.desk.karin)
    said = draft(case)
    assert "Registren har lagts ned. Ärendet ska därför avskrivas." in said
    assert "återkalla" not in said


def test_where_a_statute_forbids_appeal_the_letter_says_so_from_the_start(make: Make) -> None:
    case = make(RSS_S)
    with case.desk.store.writing() as session:
        rule = select(AppealRuleRecord).where(AppealRuleRecord.decision_kind == "grant")
        programme = programme_definitions.load(RSS_S)
        given = next(rule for rule in programme.appeal_rules if rule.decision_kind == "grant")
        session.scalars(rule).one().text = given.text
    case.receive()
    case.propose()
    assert "Beslutet får inte överklagas enligt 15 § förordningen (2025:1256)" in draft(case)

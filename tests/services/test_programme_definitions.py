"""The programmes and regions that ship with the program, and what other programs read of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.identifiers import CheckResult, check_org_number
from sbdesk.domain.programme import FactStatus, GroundBasis, Modality, ProgrammeDefinition, VerdictCause
from sbdesk.domain.rules.engine import ask, settings_of
from sbdesk.domain.rules.ledger import LEDGER_RULES, UsePeriod, asked
from sbdesk.domain.rules.payout import PAYOUT_RULES
from sbdesk.domain.rules.programme import check_programme
from sbdesk.domain.rules.reconciliation import RECONCILIATION_RULES
from sbdesk.domain.rules.recovery import DECIDE_RULES, ISSUE_RULES
from sbdesk.domain.rules.requisition import REQUISITION_RULES
from sbdesk.services import programme_definitions
from sbdesk.services.programme_definitions import as_json, available, load, regions

CSD_RULES = [
    "R01",
    "R02",
    "R03",
    "R04",
    "R05",
    "R06",
    "R07",
    "R08",
    "R09",
    "R10",
    "R12",
    "L01",
    "L02",
    "L03",
    "L04",
    "L05",
    "L06",
    "L07",
    "L08",
    "L09",
    "L16",
    "L18",
    "L19",
    "L20",
    "L21",
    "A01",
    "A02",
    "A03",
    "K01",
    "K02",
    "K03",
    "K04",
    "K05",
    "K06",
    "K08",
    "K09",
]
KEYS = [
    "id",
    "title",
    "year",
    "dnr",
    "legal_basis",
    "total_sek",
    "recipient_kind",
    "recipients",
    "per_unit_sek",
    "units",
    "undistributed_sek",
    "opens",
    "closes",
    "use_from",
    "use_to",
    "report_due",
    "repay_due",
    "invoice_over_sek",
    "debt_rule",
    "double_financing",
    "passing_on_forbidden",
    "contact_person_required",
    "final_account_due",
    "email",
    "evidence",
    "recovery_grounds",
    "quotes",
    "status",
]
RULES = (*REQUISITION_RULES, *PAYOUT_RULES, *RECONCILIATION_RULES, *DECIDE_RULES, *ISSUE_RULES)


@pytest.fixture
def csd() -> ProgrammeDefinition:
    return load("csd-2026")


def test_an_unknown_programme_is_named() -> None:
    with pytest.raises(UserFacingError, match=r"”csd-2025”.*Inget är ändrat.*csd-2026"):
        load("csd-2025")


def test_csd_as_other_programs_read_it(csd: ProgrammeDefinition) -> None:
    printed = as_json(csd)
    assert json.loads(json.dumps(printed)) == printed
    assert list(printed) == KEYS
    assert printed["recipients"] == {
        "Region Skåne": 6_000_000,
        "Region Stockholm": 2_000_000,
        "Region Uppsala": 2_000_000,
        "Region Västerbotten": 2_000_000,
        "Region Östergötland": 2_000_000,
        "Västra Götalandsregionen": 2_000_000,
    }
    plain = {key: value for key, value in printed.items() if not isinstance(value, dict | list)}
    assert plain == {
        "id": "csd-2026",
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
    }
    assert printed["legal_basis"] == ["S2026/00913"]
    assert len(csd.all_facts("evidence")) == 4
    assert printed["recovery_grounds"] == [
        {"code": "unused", "modality": "shall"},
        {"code": "wrong_purpose", "modality": "shall"},
        {"code": "late_report", "modality": "may"},
        {"code": "no_evidence", "modality": "may"},
    ]


def test_every_printed_key_has_a_status_and_every_stated_one_a_quote(csd: ProgrammeDefinition) -> None:
    printed = as_json(csd)
    status, quotes = printed["status"], printed["quotes"]
    assert isinstance(status, dict)
    assert isinstance(quotes, dict)
    own = {"id", "year", "recipient_kind", "quotes", "status"}
    assert set(printed) - own <= set(status)
    assert {key for key, word in status.items() if word == "stated"} <= set(quotes)
    assert (status["use_from"], status["report_due"], status["dnr"]) == (
        "derived",
        "not_yet_decided",
        "not_stated",
    )
    assert status["law_hearing"] == "law"
    assert quotes["closes"] == "Sista dag att rekvirera är den 15 juli 2026."
    assert quotes["evidence_4"].startswith("Lönespecifikationer")


def test_no_quote_is_longer_than_a_citation(csd: ProgrammeDefinition) -> None:
    sentences = [fact.quote.sentence for fact in csd.facts if fact.quote is not None]
    assert max(len(sentence) for sentence in sentences) < 200
    assert sum(len(sentence) for sentence in set(sentences)) < 5_000


def test_csd_uses_the_checks_of_its_path(csd: ProgrammeDefinition) -> None:
    assert [condition.rule for condition in csd.conditions if condition.enabled] == CSD_RULES


@pytest.mark.parametrize("programme_id", available())
def test_every_setting_fits_its_check(programme_id: str) -> None:
    settings = settings_of(load(programme_id))
    for rule in RULES:
        if rule.name.code in settings:
            assert ask(rule.name, rule.parameters, settings[rule.name.code]).level in Level
    for code in LEDGER_RULES:
        if code in settings:
            assert asked(code, settings) is not None
    assert set(settings) <= {rule.name.code for rule in RULES} | set(LEDGER_RULES)


@pytest.mark.parametrize("programme_id", available())
def test_what_weighs_has_a_sentence_or_a_reason_that_is_no_sentence(programme_id: str) -> None:
    definition = load(programme_id)
    settings = settings_of(definition)
    for condition in definition.conditions:
        cited = condition.basis in (GroundBasis.INSTRUCTION, GroundBasis.LAW)
        assert (settings[condition.rule].citation is not None) is cited
    assert all(definition.citation(ground.fact) for ground in definition.grounds)


@pytest.mark.parametrize("programme_id", available())
def test_every_programme_can_be_printed(programme_id: str) -> None:
    assert set(KEYS) == set(json.loads(json.dumps(as_json(load(programme_id)))))


@pytest.mark.parametrize("programme_id", available())
def test_every_recipient_is_known(programme_id: str) -> None:
    definition = load(programme_id)
    known = {region.name for region in regions()}
    assert set(definition.allotted()) <= known
    assert {operation.host for operation in definition.operations} <= known
    codes = {operation.code for operation in definition.operations}
    used = {s.operation for c in definition.components for s in c.shares if s.operation is not None}
    assert used == codes


def test_the_stated_shares_are_those_of_the_facts(csd: ProgrammeDefinition) -> None:
    for component in csd.components:
        assert sum(share.effective_ore or 0 for share in component.shares) == component.total_ore
        for share in component.shares:
            assert share.decided_fact is not None
            assert csd.ore(share.decided_fact) == share.decided_ore
            cited = csd.citation(share.decided_fact)
            assert cited is not None
            assert share.recipient in cited.sentence
            assert str(share.operation) in cited.sentence


def test_csd_start_of_use_is_derived_and_only_informs(csd: ProgrammeDefinition) -> None:
    use = UsePeriod.of(csd)
    assert use is not None
    assert (use.period.first, use.period.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert use.start_is_certain is False
    undecided = replace(csd, facts=tuple(replace(f, value=None) for f in csd.facts))
    assert UsePeriod.of(undecided) is None
    signed = UsePeriod.of(csd, start_in_decision=True)
    assert signed is not None
    assert signed.start_is_certain is True


def test_csd_oddities_are_told(csd: ProgrammeDefinition) -> None:
    found = check_programme(csd)
    assert [(finding.code, finding.level) for finding in found] == [("P02", Level.NOTE), ("P04", Level.NOTE)]
    assert found[0].text.startswith(
        "Beslut planeras i juni 2026 men rekvisitionen är öppen till 15 juli 2026. Kontrollera tidplanen."
    )


def test_csd_grounds_of_the_causes(csd: ProgrammeDefinition) -> None:
    modalities = {cause: {g.modality for g in csd.grounds_for(cause)} for cause in VerdictCause}
    assert modalities[VerdictCause.PERIOD] == {Modality.SHALL}
    assert modalities[VerdictCause.NO_EVIDENCE] == {Modality.MAY}
    assert modalities[VerdictCause.PASSED_ON] == set()
    assert modalities[VerdictCause.DEDUCTIBLE_VAT] == set()
    assert csd.fact("interest").status is FactStatus.NOT_STATED
    assert {rule.allowed for rule in csd.appeal_rules} == {"not_decided"}


def test_the_regions() -> None:
    listed = regions()
    assert len(listed) == len({region.org_number for region in listed}) == 21
    for region in listed:
        checked = check_org_number(region.org_number)
        assert (checked.result, checked.number) == (CheckResult.OK, region.org_number), region.name
    confirmed = {region.name for region in listed if region.confirmed}
    assert confirmed == {
        "Region Stockholm",
        "Region Gotland",
        "Region Skåne",
        "Västra Götalandsregionen",
        "Region Dalarna",
    }
    halland = next(region for region in listed if region.name == "Region Halland")
    assert halland.care_regions == ("Göteborg", "Lund/Malmö")
    assert halland.registrar_email is None


def test_an_unknown_amount_is_printed_as_null(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = programme_definitions.resources() / "programmes" / "csd-2026.toml"
    text = source.read_text(encoding="utf-8").replace(
        ", decided_ore = 4_000_000_00, decided_fact", ", decided_fact"
    )
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "other-2026.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(programme_definitions, "resources", lambda: tmp_path)
    assert available() == ("other-2026",)
    recipients = as_json(load("other-2026"))["recipients"]
    assert isinstance(recipients, dict)
    assert (recipients["Region Skåne"], recipients["Region Uppsala"]) == (None, 2_000_000)

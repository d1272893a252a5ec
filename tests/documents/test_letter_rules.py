"""What a decision may and may not say, and what holds for every letter."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from documents import examples as x
from documents import examples_hearings as hearings
from documents import examples_protocols as protocols
from documents import examples_recoveries as recoveries
from documents.letters import letter_of, one_line, pdf_of, text_of

from sbdesk.documents.content import Appeal, ContentFault, Person, Recipient
from sbdesk.documents.decision_content import GrantedPart
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import UserFacingError

APPEAL_MISSING = (
    "Det är inte bestämt om beslutet får överklagas. Beslutet är inte fattat. "
    "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande."
)


def said(content: Any) -> str:
    return one_line(text_of(content))


@pytest.mark.parametrize("content", [x.GRANT, x.REFUSAL, recoveries.RECOVERY])
@pytest.mark.parametrize("appeal", [None, Appeal("  ")])
def test_a_decision_is_not_issued_while_appeal_is_undecided(content: Any, appeal: Appeal | None) -> None:
    with pytest.raises(UserFacingError) as refused:
        pdf_of(replace(content, appeal=appeal))
    assert str(refused.value) == APPEAL_MISSING


@pytest.mark.parametrize("content", [x.GRANT_DRAFT, recoveries.RECOVERY_SMALL])
def test_a_draft_shows_the_open_field(content: Any) -> None:
    assert "Överklagande: inte bestämt" in said(content)


def test_an_example_on_appeal_is_marked_and_a_decided_text_is_not() -> None:
    mark = "EXEMPELTEXT – ska bestämmas av jurist"
    assert mark in said(x.GRANT)
    assert mark not in said(replace(x.GRANT, appeal=Appeal("Beslutet får inte överklagas.")))


@pytest.mark.parametrize(
    "content",
    [x.GRANT, hearings.HEARING, recoveries.RECOVERY, recoveries.INVOICE, protocols.PROTOCOL, x.COMPLETION],
)
def test_a_letter_without_case_number_is_a_draft(content: Any) -> None:
    nameless = replace(content, case=replace(x.CASE, case_number=""))
    if content is protocols.PROTOCOL:  # an internal paper: it may be fixed before the case is registered
        assert "inte registrerat" in said(nameless)
        return
    with pytest.raises(UserFacingError, match="saknar diarienummer"):
        pdf_of(nameless)


def test_the_grant_says_amount_per_part_purpose_and_terms() -> None:
    text = said(x.GRANT)
    assert (
        "Socialstyrelsen beviljar Region Skåne 6 000 000 kronor i statsbidrag för bidragsåret 2026." in text
    )
    assert "2 000 000 kronor till Centrum för sällsynta diagnoser Syd (CSD Syd)" in text
    assert "4 000 000 kronor till CSD Syd för uppdraget att samordna de sex centrumen" in text
    assert "Beslutet kan i dessa fall ändras till er nackdel. Vi fakturerar belopp över 1 000 kronor." in text
    assert "Ni kan använda bidraget under bidragsåret, till och med den 31 december 2026." in text
    assert "Sista dag står i utskicket." in text
    assert "Får ni en obetald skuld" not in text
    assert "1 januari 2026" not in text


def test_signed_day_decided_report_day_and_approved_clause_are_said_when_given() -> None:
    text = said(x.GRANT_SINGLE)
    assert "från och med den 1 januari 2026 till och med den 31 december 2026" in text
    assert "Ni ska återrapportera senast den 15 februari 2027." in text
    assert "får vi vänta med utbetalningen" in text
    assert "kom in i tid" not in text
    assert "enligt punkt 3.1 i delegationsordningen" in text
    assert "Delarna är avsedda för olika ändamål" not in text


def test_a_partial_grant_refuses_the_rest() -> None:
    text = said(x.PARTIAL)
    assert "Vi avslår rekvisitionen i övrigt, 250 000 kronor." in text
    assert "Beloppet är högre än de 6 000 000 kronor som är avsatta för regionen." in text
    assert "Bidraget ska därför beviljas med 6 000 000 kronor." in text


def test_a_refusal_has_reasons_and_no_conditions() -> None:
    text = said(x.REFUSAL)
    assert "Socialstyrelsen avslår Region Hallands rekvisition om 2 000 000 kronor." in text
    assert "Region Halland är inte en av de sex regioner" in text
    for heading in ("Villkor", "Återbetalning", "Återrapportering", "Utbetalning", "Det här får ni"):
        assert heading not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"requested_ore": 6_000_000_01},
        {"kind": DecisionKind.PARTIAL_GRANT},
        {"kind": DecisionKind.REFUSE},
        {"kind": DecisionKind.WITHHOLD},
        {"terms": replace(x.TERMS, allotted_ore=5_999_999_99)},
        {"attachments": ()},
        {"in_time": False},
        {"without_debt": False},
        {"parts": (*x.PARTS, GrantedPart("base", "A", "B", 0))},
    ],
)
def test_a_contradictory_decision_cannot_be_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(ContentFault):
        replace(x.GRANT, **wrong)


def test_a_refusal_and_a_lower_grant_need_written_reasons() -> None:
    with pytest.raises(ContentFault):
        replace(x.REFUSAL, reasons=())
    lower = {"requested_ore": 6_000_000_00, "parts": x.PARTS[:1]}
    with pytest.raises(ContentFault):
        replace(x.PARTIAL, **lower)
    text = said(replace(x.PARTIAL, reasons=("Samordningen är inte beskriven.",), **lower))
    assert "Samordningen är inte beskriven." in text
    assert "som är avsatta" not in text


def test_unknown_contact_and_address_leave_no_empty_words() -> None:
    bare = replace(
        x.GRANT,
        agency=replace(x.AGENCY, unit="", organisation_number="", address=(), phone="", email=""),
        recipient=Recipient("Region Skåne", "2321000255"),
        contact=Person("Anna Berg"),
    )
    letter = letter_of(bare)
    assert letter.footer == ("Socialstyrelsen",)
    assert letter.head.recipient == ("Region Skåne", "Organisationsnummer 232100-0255")
    assert "Kontakta Anna Berg" in said(bare)
    assert "telefon" not in said(bare)


def test_a_long_name_and_a_late_day_fit(tmp_path: Any) -> None:
    long = Recipient(" ".join(["Samordningsförbundet"] * 12), "2221234567", ("Mycket långgatan " * 8,))
    text = said(replace(x.GRANT, recipient=long, dated=dt.date(2026, 12, 31)))
    assert text.count("Samordningsförbundet") >= 24

"""R01 to R10: what each lets pass, what it finds, and the officer's text to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sbdesk.domain.findings import CheckOutcome, Level, Subject
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.rules.engine import RuleSetting, run
from sbdesk.domain.rules.requisition import REQUISITION_RULES
from sbdesk.domain.rules.requisition_facts import (
    AccountFacts,
    DebtFacts,
    LineFacts,
    OtherRequisition,
    RepresentativeFacts,
    RequisitionFacts,
)

CSD_REQUIRED = ("amount", "account", "contact_name", "contact_email")
SETTINGS = {rule.name.code: RuleSetting(rule.name.level) for rule in REQUISITION_RULES} | {
    "R03": RuleSetting(Level.STOP, {"required": CSD_REQUIRED})
}
GOOD = RequisitionFacts(
    requisition_id=7,
    programme="CSD 2026",
    recipient="Region Skåne",
    org_number="232100-0255",
    today=date(2026, 6, 15),
    received_on=date(2026, 6, 12),
    opens=date(2026, 6, 9),
    closes=date(2026, 7, 15),
    eligible=frozenset({"232100-0255", "232100-0016"}),
    requested_ore=from_kronor(6_000_000),
    allotted_ore=from_kronor(6_000_000),
    lines=(
        LineFacts("Grundbelopp", from_kronor(2_000_000), from_kronor(2_000_000)),
        LineFacts("Samordning", from_kronor(4_000_000), from_kronor(4_000_000)),
    ),
    account=AccountFacts(AccountKind.BANKGIRO, "123-4566"),
    representative=RepresentativeFacts(date(2025, 1, 1)),
    contact_name="Ebba Ek",
    contact_email="csd@skane.example",
)


def outcome(code: str, settings: dict[str, RuleSetting] | None = None, **changes: Any) -> CheckOutcome:
    outcomes = run(REQUISITION_RULES, replace(GOOD, **changes), settings or SETTINGS)
    return next(found for found in outcomes if found.code == code)


def texts(found: CheckOutcome) -> list[str]:
    return [f"{f.level.swedish}: {f.text}".replace("\u00a0", " ") for f in found.findings]


def test_a_requisition_as_it_should_be_passes_every_check() -> None:
    outcomes = run(REQUISITION_RULES, GOOD, SETTINGS)
    assert [(found.code, found.word) for found in outcomes] == [(f"R{i:02}", "OK") for i in range(1, 11)]


def test_the_finding_is_about_the_requisition() -> None:
    (finding,) = outcome("R01", org_number="212000-0803").findings
    assert finding.subject == Subject("requisition", 7)


def test_r01_a_recipient_outside_the_list() -> None:
    assert texts(outcome("R01", org_number="232100-0180", recipient="Region Dalarna")) == [
        "Stopp: Region Dalarna finns inte bland de 2 mottagare som kan rekvirera CSD 2026. "
        "Rätta mottagaren eller välj Föreslå avslag."
    ]
    assert outcome("R01", eligible=None).reason == "Listan över mottagare är inte inläst."


@pytest.mark.parametrize("day", [date(2026, 6, 9), date(2026, 7, 15)])
def test_r02_both_ends_of_the_window_are_inside(day: date) -> None:
    assert outcome("R02", received_on=day).word == "OK"


def test_r02_a_day_late() -> None:
    assert texts(outcome("R02", received_on=date(2026, 8, 4), closes=date(2026, 8, 3))) == [
        "Avvikelse: Rekvisitionen kom in den 4 augusti 2026, en dag efter sista dag (3 augusti 2026). "
        "Välj Föreslå avslag eller Pröva ändå och ange skäl."
    ]


def test_r02_before_it_opens() -> None:
    assert texts(outcome("R02", received_on=date(2026, 6, 1))) == [
        "Avvikelse: Rekvisitionen kom in den 1 juni 2026, 8 dagar före första dag (9 juni 2026). "
        "Välj Föreslå avslag eller Pröva ändå och ange skäl."
    ]


def test_r02_a_last_day_on_a_holiday() -> None:
    on_sunday: dict[str, Any] = {"closes": date(2026, 7, 19), "received_on": date(2026, 7, 21)}
    assert outcome("R02", closes=date(2026, 7, 19), received_on=date(2026, 7, 20)).word == "OK"
    assert "(20 juli 2026)" in texts(outcome("R02", **on_sunday))[0]
    assert outcome("R02", holidays={date(2026, 7, 20)}, **on_sunday).word == "OK"
    strict = {"R02": RuleSetting(Level.DEVIATION, {"next_working_day": False})}
    late = outcome("R02", strict, closes=date(2026, 7, 19), received_on=date(2026, 7, 20))
    assert "en dag efter sista dag (19 juli 2026)" in texts(late)[0]


@pytest.mark.parametrize("unknown", ["opens", "closes"])
def test_r02_without_a_window(unknown: str) -> None:
    assert outcome("R02", **{unknown: None}).reason == "Rekvisitionstiden är inte beslutad."


def test_r03_what_is_missing_is_named() -> None:
    assert texts(outcome("R03", requested_ore=None, contact_email=" ", account=None)) == [
        "Stopp: Rekvisitionen från Region Skåne saknar 3 uppgifter: rekvirerat belopp, utbetalningskonto och "
        "kontaktpersonens e-postadress. Ange det som saknas eller välj Begär komplettering."
    ]
    assert "saknar en uppgift: kontaktpersonens namn." in texts(outcome("R03", contact_name=""))[0]


def test_r03_asks_only_for_what_the_programme_asks_for() -> None:
    assert outcome("R03", {"R03": RuleSetting(Level.STOP)}, contact_name="", contact_email="").word == "OK"


def test_r04_more_than_the_ceiling() -> None:
    found = outcome(
        "R04", requested_ore=from_kronor(7_900_000), allotted_ore=from_kronor(7_871_744), lines=()
    )
    assert texts(found) == [
        "Avvikelse: Rekvirerat 7 900 000 kr är 28 256 kr mer än högsta belopp 7 871 744 kr. Be "
        "mottagaren rätta beloppet, eller bevilja 7 871 744 kr och avslå resten."
    ]
    assert found.findings[0].ore == from_kronor(28_256)


def test_r04_one_öre_more_and_less() -> None:
    assert outcome("R04", requested_ore=from_kronor(6_000_000) + 1).word == "Avvikelse"
    assert outcome("R04", requested_ore=from_kronor(5_999_999), lines=()).word == "OK"
    assert outcome("R04", requested_ore=0, lines=()).word == "OK"


def test_r04_a_part_above_its_own_ceiling() -> None:
    lines = (
        LineFacts("Grundbelopp", from_kronor(2_500_000), from_kronor(2_000_000)),
        LineFacts("Samordning", from_kronor(3_500_000), from_kronor(4_000_000)),
    )
    assert texts(outcome("R04", lines=lines)) == [
        "Avvikelse: Rekvirerat 2 500 000 kr för delen Grundbelopp är 500 000 kr mer än högsta belopp "
        "2 000 000 kr. Be mottagaren rätta beloppet, eller bevilja 2 000 000 kr och avslå resten."
    ]


def test_r04_without_amounts() -> None:
    undecided = "Det är inte beslutat hur mycket mottagaren får rekvirera."
    assert outcome("R04", allotted_ore=None).reason == undecided
    assert outcome("R04", lines=(LineFacts("X", 1, None),)).reason == undecided
    assert outcome("R04", requested_ore=None).reason == "Rekvirerat belopp är inte angivet."


@pytest.mark.parametrize(
    ("representative", "checked", "word"),
    [
        (RepresentativeFacts(date(2026, 6, 12)), False, "OK"),
        (RepresentativeFacts(date(2026, 1, 1), date(2026, 6, 12)), False, "OK"),
        (RepresentativeFacts(date(2026, 6, 13)), False, "Stopp"),
        (RepresentativeFacts(date(2026, 1, 1), date(2026, 6, 11)), False, "Stopp"),
        (None, False, "Stopp"),
        (None, True, "OK"),
    ],
)
def test_r05_a_representative_on_the_day(
    representative: RepresentativeFacts | None, checked: bool, word: str
) -> None:
    assert outcome("R05", representative=representative, checked_in_portal=checked).word == word


def test_r05_says_what_to_do() -> None:
    assert texts(outcome("R05", representative=None)) == [
        "Stopp: Inget ombud är registrerat för Region Skåne den 12 juni 2026, då rekvisitionen kom in. "
        "Registrera ombudet eller markera Kontrollerat i e-tjänsten."
    ]


def test_r06_a_wrong_check_digit_stops() -> None:
    assert texts(outcome("R06", account=AccountFacts(AccountKind.BANKGIRO, "123-4568"))) == [
        "Stopp: Bankgiro 123-4568 har fel kontrollsiffra. Rätta numret eller välj Begär komplettering."
    ]
    assert outcome("R06", account=None).reason == "Utbetalningskonto är inte angivet."


def test_r06_what_is_unusual_is_told() -> None:
    account = AccountFacts(
        AccountKind.BANKGIRO, "1234566", last_paid="bankgiro 5050-1055", also_used_by="Region Halland"
    )
    assert texts(outcome("R06", account=account)) == [
        "Upplysning: Bankgiro 123-4566 är ett annat konto än vid senaste utbetalningen (bankgiro 5050-1055).",
        "Upplysning: Bankgiro 123-4566 används också av Region Halland.",
    ]
    (unknown,) = texts(outcome("R06", account=AccountFacts(AccountKind.BANK_ACCOUNT, "1234567", "9999")))
    assert unknown.startswith(
        "Upplysning: Kontrollsiffran i bankkonto 9999, 1234567 går inte att kontrollera."
    )


OVERDUE = DebtFacts("F-2026-014", from_kronor(41_200), date(2026, 6, 14))


def test_r07_a_debt_past_its_day_stops() -> None:
    found = outcome("R07", debts=(OVERDUE,))
    assert texts(found) == [
        "Stopp: Region Skåne har en obetald skuld: F-2026-014, 41 200 kr, som förföll den 14 juni 2026. "
        "Invänta betalningen eller välj Föreslå avslag."
    ]
    assert found.findings[0].ore == from_kronor(41_200)


def test_r07_only_informs_where_the_instruction_has_no_debt_rule() -> None:
    assert texts(outcome("R07", {"R07": RuleSetting(Level.NOTE)}, debts=(OVERDUE,))) == [
        "Upplysning: Region Skåne har en obetald skuld: F-2026-014, 41 200 kr, som förföll den 14 juni 2026."
    ]


def test_r07_what_is_no_debt_yet() -> None:
    due_today = replace(OVERDUE, due_on=date(2026, 6, 15))
    paused = replace(OVERDUE, paused=True)
    paid = replace(OVERDUE, outstanding_ore=0)
    assert texts(outcome("R07", debts=(due_today, paused, paid))) == [
        "Upplysning: Region Skåne har en faktura som förfaller den 15 juni 2026: F-2026-014, 41 200 kr.",
        "Upplysning: Region Skåne har en faktura som är överklagad eller har anstånd: F-2026-014, 41 200 kr.",
    ]


def test_r08_a_second_requisition() -> None:
    first = OtherRequisition(3, "CSD 2026", date(2026, 6, 10))
    elsewhere = OtherRequisition(4, "PMC 2026", date(2026, 6, 16))
    found = outcome("R08", in_same_award=(first,), alike_elsewhere=(elsewhere,))
    assert texts(found) == [
        "Stopp: Region Skåne har redan en rekvisition i CSD 2026, inkommen den 10 juni 2026. Registrera en "
        "komplettering i den i stället, eller välj Skriv av ärendet.",
        "Upplysning: Region Skåne har rekvirerat samma belopp till samma konto i PMC 2026, inkommen den "
        "16 juni 2026.",
    ]
    assert found.findings[0].other_subject == Subject("requisition", 3)


def test_r09_parts_that_do_not_add_up() -> None:
    assert texts(outcome("R09", requested_ore=from_kronor(6_100_000))) == [
        "Stopp: Delarna är tillsammans 6 000 000 kr, 100 000 kr mindre än rekvirerat belopp 6 100 000 kr. "
        "Rätta delarna eller beloppet."
    ]
    assert "1 kr mer än" in texts(outcome("R09", requested_ore=from_kronor(5_999_999)))[0]
    assert outcome("R09", lines=()).word == "OK"
    assert outcome("R09", requested_ore=None).reason == "Rekvirerat belopp är inte angivet."

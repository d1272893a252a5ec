"""Check digits: what is right, what is wrong, and what no table can tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from sbdesk.domain.identifiers import (
    AccountKind,
    CheckResult,
    check_account,
    check_bank_account,
    check_bankgiro,
    check_iban,
    check_org_number,
    check_plusgiro,
    is_ocr_number,
    mask_personal_numbers,
    ocr_number,
    personal_numbers,
)

WRONG_DIGIT = "har fel kontrollsiffra"


@pytest.mark.parametrize("typed", ["232100-0255", "2321000255", " 232100-0255 ", "232100\u20130255"])
def test_an_organisation_number_is_stored_in_one_form(typed: str) -> None:
    checked = check_org_number(typed)
    assert (checked.result, checked.number, checked.text) == (CheckResult.OK, "232100-0255", None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("232100-0256", "Organisationsnummer 232100-0256 har fel kontrollsiffra."),
        ("232100-025", "ska ha tio siffror"),
        (" ", "Organisationsnumret saknas. Det ska ha tio siffror."),
        ("２３２１０００２５５", "ska ha tio siffror"),
        ("811228-9874", "ser ut som ett personnummer"),
        ("19811228-9874", "Numret ser ut som ett personnummer. Ange mottagarens organisationsnummer"),
        ("162321000255", "ska ha tio siffror"),
    ],
)
def test_a_wrong_organisation_number_says_why(typed: str, said: str) -> None:
    checked = check_org_number(typed)
    assert checked.result is CheckResult.FAILED
    assert said in str(checked.text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("123-4566", "123-4566"),
        ("1234566", "123-4566"),
        ("5050 1055", "5050-1055"),
        ("5050\u20131055", "5050-1055"),
    ],
)
def test_a_bankgiro_is_written_as_the_bank_does(typed: str, number: str) -> None:
    assert check_bankgiro(typed).number == number
    assert check_bankgiro(typed).result is CheckResult.OK


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("123-4568", "Bankgiro 123-4568 har fel kontrollsiffra."),
        ("123-456", "Bankgiro 123-456 ska ha sju eller åtta siffror."),
        ("123-456A", "Bankgiro 123-456A ska ha sju eller åtta siffror."),
    ],
)
def test_a_wrong_bankgiro_says_why(typed: str, said: str) -> None:
    checked = check_bankgiro(typed)
    assert (checked.result, checked.text, checked.number) == (CheckResult.FAILED, said, typed)


@pytest.mark.parametrize(
    ("typed", "number"), [("2865434", "28 65 43-4"), ("18", "1-8"), ("123455", "1 23 45-5")]
)
def test_a_plusgiro_is_written_in_pairs(typed: str, number: str) -> None:
    assert check_plusgiro(typed).number == number


def test_plusgiro_check_digits() -> None:
    assert check_plusgiro("28 65 43-4").result is CheckResult.OK
    assert check_plusgiro("28 65 43-5").text == "Plusgiro 28 65 43-5 har fel kontrollsiffra."
    assert check_plusgiro("1").text == "Plusgiro 1 ska ha två till åtta siffror."
    assert check_plusgiro("18").number == "1-8"


@pytest.mark.parametrize(
    ("clearing", "account"),
    [
        ("5839", "8257466"),  # the account of the SE IBAN in the IBAN registry
        ("6789", "123456789"),  # Handelsbanken: eleven over nine digits
        ("3300", "1212121212"),  # Nordea, personal account: Luhn over ten digits
        ("8327-9", f"904233045{luhn.calc_check_digit('904233045')}"),
    ],
)
def test_known_series_are_checked(clearing: str, account: str) -> None:
    assert check_bank_account(clearing, account).result is CheckResult.OK
    other_digit = account[:-1] + str((int(account[-1]) + 1) % 10)
    assert check_bank_account(clearing, other_digit).result is not CheckResult.OK


def test_the_whole_clearing_number_counts_in_some_series() -> None:
    """Weights 11 … 1 from the left over clearing and account, so 4xxx accounts check their first digit "
    "too."""
    good = [
        n for n in range(1_000_000, 1_000_200) if check_bank_account("4000", str(n)).result is CheckResult.OK
    ]
    digits = [f"4000{n}" for n in good]
    assert len(good) in range(17, 20)
    assert all(
        sum(int(d) * (11 - i if i else 1) for i, d in enumerate(number)) % 11 == 0 for number in digits
    )


def test_an_account_of_another_series_is_not_judged() -> None:
    unknown = check_bank_account("9999", "1234567")
    assert unknown.result is CheckResult.UNKNOWN_RANGE
    assert "går inte att kontrollera" in str(unknown.text)


def test_swedbank_may_lack_a_check_digit() -> None:
    assert (
        check_bank_account("8327-9", f"904233045{(int(luhn.calc_check_digit('904233045')) + 1) % 10}").result
        is CheckResult.UNKNOWN_RANGE
    )
    assert check_bank_account("8327-9", "12345678901").result is CheckResult.UNKNOWN_RANGE


def test_wrong_bank_accounts_say_why() -> None:
    assert check_bank_account("5839", "8257467").text == "Bankkonto 5839, 8257467 har fel kontrollsiffra."
    assert WRONG_DIGIT in str(check_bank_account("5839", "82574660").text)
    assert "Clearingnummer 583 ska ha fyra" in str(check_bank_account("583", "8257466").text)
    assert "kontonummer" in str(check_bank_account("5839", "").text)


@pytest.mark.parametrize(
    ("kind", "clearing", "number", "said"),
    [
        (AccountKind.BANKGIRO, None, "000-0000", "Bankgiro 000-0000 består bara av nollor."),
        (AccountKind.BANKGIRO, None, " ", "Bankgironumret saknas."),
        (AccountKind.PLUSGIRO, None, "0-0", "Plusgiro 0-0 består bara av nollor."),
        (AccountKind.PLUSGIRO, None, "", "Plusgironumret saknas."),
        (AccountKind.IBAN, None, "", "IBAN-numret saknas."),
        (AccountKind.BANK_ACCOUNT, None, "8257466", "Bankkontots clearingnummer saknas."),
        (AccountKind.BANK_ACCOUNT, "5839", " ", "Bankkontots kontonummer saknas."),
        (
            AccountKind.BANK_ACCOUNT,
            "0000",
            "1234567",
            "Clearingnummer 0000 ska ha fyra eller fem siffror och inte börja med noll.",
        ),
        (
            AccountKind.BANK_ACCOUNT,
            "9999",
            "1",
            "Kontonummer 1 ska ha två till tolv siffror utöver clearingnumret.",
        ),
        (
            AccountKind.BANK_ACCOUNT,
            "8327-9",
            "1" * 60,
            f"Kontonummer {'1' * 60} ska ha två till tolv siffror utöver clearingnumret.",
        ),
        (AccountKind.BANK_ACCOUNT, "9999", "000000", "Kontonummer 000000 består bara av nollor."),
    ],
)
def test_a_number_that_cannot_be_says_why(
    kind: AccountKind, clearing: str | None, number: str, said: str
) -> None:
    checked = check_account(kind, number, clearing)
    assert (checked.result, checked.text) == (CheckResult.FAILED, said)


def test_an_iban_is_grouped() -> None:
    assert check_iban("SE4550000000058398257466").number == "SE45 5000 0000 0583 9825 7466"
    assert check_iban("SE45\u00a05000\u00a00000\u00a00583\u00a09825\u00a07466").result is CheckResult.OK
    assert check_iban("SE46 5000").text == "IBAN SE46 5000 är inte giltigt."


@pytest.mark.parametrize(
    ("kind", "number", "clearing"),
    [
        (AccountKind.BANKGIRO, "123-4566", None),
        (AccountKind.PLUSGIRO, "28 65 43-4", None),
        (AccountKind.IBAN, "SE45 5000 0000 0583 9825 7466", None),
        (AccountKind.BANK_ACCOUNT, "8257466", "5839"),
    ],
)
def test_each_kind_has_its_own_check(kind: AccountKind, number: str, clearing: str | None) -> None:
    assert check_account(kind, number, clearing).result is CheckResult.OK
    assert kind.swedish
    assert check_account(kind, "1", None).result is CheckResult.FAILED


@given(st.integers(1, 10**20), st.booleans())
def test_a_made_ocr_number_is_right_and_one_wrong_digit_is_seen(reference: int, length_digit: bool) -> None:
    made = ocr_number(reference, length_digit=length_digit)
    assert made.startswith(str(reference))
    assert is_ocr_number(made, length_digit=length_digit)
    assert is_ocr_number(f"{made[:2]} {made[2:]}", length_digit=length_digit)
    wrong = made[:-1] + str((int(made[-1]) + 1) % 10)
    assert not is_ocr_number(wrong, length_digit=length_digit)


def test_ocr_numbers_by_hand() -> None:
    assert ocr_number(2026014) == "202601498"
    assert ocr_number(1, length_digit=False) == "18"
    assert not is_ocr_number(f"2026014{luhn.calc_check_digit('2026014')}")
    assert not is_ocr_number("20A")
    with pytest.raises(ValueError, match="too long"):
        ocr_number(10**25)
    with pytest.raises(ValueError, match="0"):
        ocr_number(0)


@pytest.mark.parametrize(
    "number", ["811228-9874", "19811228-9874", "198112289874", "811228+9874", "811288-9871", "000229-0005"]
)
def test_a_personal_number_is_masked(number: str) -> None:
    assert len(personal_numbers(f"lön {number}, maj")) == 1
    masked = mask_personal_numbers(f"lön {number}, maj")
    assert not any(c.isdigit() for c in masked)
    assert masked.startswith("lön *")


@pytest.mark.parametrize("text", ["811228-9875", "551301-0008", "1811228-98741", "ver 202612", "810231-0004"])
def test_what_is_no_personal_number_is_left(text: str) -> None:
    assert personal_numbers(text) == ()
    assert mask_personal_numbers(text) == text

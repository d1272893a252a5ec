"""Reads a programme's fields straight out of its instruction's text, so that the definition is compared with
something that was not written from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from sbdesk.domain.periods import MONTHS

DAY = r"(\d{1,2} [a-zåäö]+ \d{4})"
NUMBER = r"(\d[\d ,]*)"

Reader = Callable[[str], object]


def day(pattern: str) -> Reader:
    """The ISO day at ``pattern``'s one group, None where the text has none."""

    def read(text: str) -> object:
        found = re.search(pattern, text)
        if found is None:
            return None
        number, month, year = found[1].split()
        return f"{year}-{MONTHS.index(month) + 1:02}-{int(number):02}"

    return read


def kronor(pattern: str) -> Reader:
    """The amount at the first group, times a million when the second matched."""

    def read(text: str) -> object:
        found = re.search(pattern, text)
        if found is None:
            return None
        amount = Decimal(found[1].replace(" ", "").replace(",", "."))
        return round(amount * 1_000_000) if found.lastindex == 2 else round(amount)

    return read


def says(phrase: str) -> Reader:
    """Whether the text has the phrase."""
    return lambda text: phrase in text


def _dnr(text: str) -> object:
    found = re.search(r"Dnr: (\S+/\d{4})", text)
    return found[1] if found else None


def _email(text: str) -> object:
    return re.findall(r"\bstatsbidrag\.[\w.]+@socialstyrelsen\.se", text)[-1]


def _double_financing(text: str) -> object:
    for word, phrase in (
        ("any_public_support", "annat offentligt stöd"),
        ("other_state_grant", "samma verksamhet med hjälp av annat statsbidrag"),
        ("same_cost", "inte täcker samma kostnader"),
    ):
        if phrase in text:
            return word
    return "none"


READERS: dict[str, Reader] = {
    "dnr": _dnr,
    "total_sek": kronor(
        rf"(?:bidragsåret(?: 2026)? är(?: totalt)?|att för 2026 fördela) {NUMBER} (miljoner )?kronor"
    ),
    "per_unit_sek": kronor(rf"rekvirera {NUMBER} kronor i statsbidrag per register"),
    "units": kronor(r"dividerat med de (\d+) nationella kvalitetsregister"),
    "opens": day(rf"öppnar i e-tjänsten för statsbidrag den {DAY}"),
    "closes": day(rf"Sista dag att rekvirera är den {DAY}"),
    "report_due": day(rf"återrapportera hur ni använt bidraget senast den {DAY}"),
    "repay_due": day(rf"till Socialstyrelsen ska göra det senast den {DAY}"),
    "final_account_due": day(rf"ska senast den {DAY} lämna en slutredovisning"),
    "invoice_over_sek": kronor(r"vid belopp över (\d+) kronor"),
    "debt_rule": says("inte ha en obetald skuld till Socialstyrelsen"),
    "double_financing": _double_financing,
    "passing_on_forbidden": says("kan inte lämnas vidare"),
    "contact_person_required": says("kontaktuppgifter (namn och e-postadress)"),
    "email": _email,
}


def recipients(text: str) -> dict[str, int | None]:
    """Kronor by the name the text uses: a list of amounts, a table's last column, or a list of names."""
    found: dict[str, int | None] = {}
    for amount, name in re.findall(r"- ([\d ]+) kronor (?:i extramedel )?till (.+?) \(", text):
        found[name] = (found.get(name) or 0) + int(amount.replace(" ", ""))
    for row in re.findall(r"\| ([^|<*-][^|<*]*?) \| 5 000 000 \|[^|]*\|[^|]*\| ([\d ]+) \|", text):
        found[row[0]] = int(row[1].replace(" ", ""))
    if not found:
        found = dict.fromkeys(re.findall(r"- ((?:Region [^.-]+|Västra Götalandsregionen))\.", text))
    return found


def differences(text: str, told: dict[str, Any]) -> Iterator[str]:
    """One line for each field where what ``sbdesk programme`` prints is not what the text says."""
    plain = re.sub(r"\s+", " ", text)
    for key, read in READERS.items():
        if read(plain) != told[key]:
            yield f"{key}: {told[key]} is printed, the instruction says {read(plain)}"
    numbers = set(re.findall(r"S20\d\d/\d{5}|(?<=förordning )2025:\d+", plain))
    for number in numbers:
        if not any(number in basis for basis in told["legal_basis"]):
            yield f"legal_basis: {number} is not printed"
    named = {full(name): amount for name, amount in recipients(plain).items()}
    if named != told["recipients"]:
        yield f"recipients: {told['recipients']} is printed, the instruction says {named}"


def full(name: str) -> str:
    """The region's own name where a table leaves out the first word."""
    return name if "egion" in name else f"Region {name}"

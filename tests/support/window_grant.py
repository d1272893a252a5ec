"""An invented grant, unlike the shipped ones: municipalities, so much per bicycle, claims over 2 500 kr."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk.services.practice_files import MARK

CODE, SHORT = "lanecyklar-2026", f"Lånecyklar 2026 {MARK}"
TITLE = f"Statsbidrag till lånecyklar i skolan ({MARK}) 2026"
PART = "Belopp per cykel"
MUNICIPALITIES = (
    ("Ekhults kommun", "212999-0012", 120),
    ("Tallviks kommun", "212999-0020", 90),
    ("Granboda kommun", "212999-0038", 60),
    ("Björkås kommun", "212999-0046", 40),
)
"""Invented names and numbers; the check digits are right. Together 310 bicycles."""
STATED, OFFICER = "Står i anvisningen", "Angivet av handläggaren"


@dataclass(frozen=True)
class Said:
    """A fact as the officer reads it: what is typed as its value, the heading and the sentence.

    ``status`` other than stated takes ``sentence`` as the officer's reason.
    """

    value: str
    heading: str
    sentence: str
    status: str = STATED


FACTS = {
    "title": Said(TITLE, "Om bidraget", f"Bidraget heter {TITLE}."),
    "purpose": Said(
        "att köpa och sköta cyklar som elever lånar under skoldagen",
        "Om bidraget",
        "Bidraget är till för att köpa och sköta cyklar som elever lånar under skoldagen.",
    ),
    "total": Said("4 000 000", "Pengar", "Sammanlagt finns 4 000 000 kronor."),
    "per_unit": Said("12 903", "Pengar", "Varje cykel ger 12 903 kronor."),
    "units": Said("310", "Pengar", "Bidraget räcker till 310 cyklar."),
    "undistributed": Said("70", "", "4 000 000 − 310 × 12 903 = 70 kronor", OFFICER),
    "opens": Said("2026-06-15", "Rekvisition", "E-tjänsten öppnar den 15 juni 2026."),
    "closes": Said("2026-08-31", "Rekvisition", "Rekvisitionen ska ha kommit in den 31 augusti 2026."),
    "debt_rule": Said("ja", "Rekvisition", "En kommun med obetald skuld till oss får inget bidrag."),
    "use_from": Said("2026-07-01", "Användning", "Pengarna får användas från den 1 juli 2026."),
    "use_to": Said("2027-06-30", "Användning", "Pengarna ska vara använda den 30 juni 2027."),
    "passing_on_forbidden": Said("ja", "Användning", "Pengarna får inte lämnas vidare."),
    "report_due": Said(
        "2027-09-15", "Återrapport och återbetalning", "Återrapporten ska komma in den 15 september 2027."
    ),
    "repay_due": Said(
        "2027-11-01", "Återrapport och återbetalning", "Det som blir över betalas senast den 1 november 2027."
    ),
    "recovery_unused": Said(
        "medel som inte är använda",
        "Återrapport och återbetalning",
        "Medel som inte är använda ska betalas tillbaka.",
    ),
    "recovery_wrong_purpose": Said(
        "fel ändamål",
        "Återrapport och återbetalning",
        "Används pengarna till annat kan de krävas tillbaka.",
    ),
    "invoice_over": Said("2 500", "Återrapport och återbetalning", "Belopp över 2 500 kronor faktureras."),
}
"""By the fact's name; what is not here the instruction does not state."""


def instruction() -> str:
    """The instruction's text, made of the sentences above under their headings."""
    headings = dict.fromkeys(said.heading for said in FACTS.values() if said.heading)
    parts = [f"{MARK}: anvisning som inte finns"]
    for heading in headings:
        parts += ["", heading, ""]
        parts += [said.sentence for said in FACTS.values() if said.heading == heading]
    return "\n".join(parts) + "\n"


def table() -> str:
    """The list of municipalities as it is copied in Excel."""
    lines = ["Kommun\tOrg.nr\tAntal enheter"]
    return "\n".join([*lines, *(f"{name}\t{number}\t{units}" for name, number, units in MUNICIPALITIES)])

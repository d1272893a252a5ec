"""Invented hearings before a claim, from one ground to two hundred rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from documents.examples import AGENCY, ANNA, CASE, DRAFT, ISSUED, REAL, SKANE

from sbdesk.documents.claim import ClaimGround, ClaimKind, ClaimRow
from sbdesk.documents.content import (
    Recipient,
)
from sbdesk.documents.hearing_letter import HearingContent
from sbdesk.domain.award import AwardSums, Basis

QUOTE = "Ni kan använda statsbidraget under bidragsåret fram till och med den 31 december 2026."
QUOTE_SOURCE = "Anvisningarna, avsnittet Tidsperiod"
ROWS = (
    ClaimRow(12, "V-10233", dt.date(2026, 4, 29), "7510", "Konsult uppstart", 84_000_00, 84_000_00),
    ClaimRow(31, "V-11802", dt.date(2026, 10, 2), "4540", "Rättelse av konsult", -4_000_00, -4_000_00),
)
SUMS = AwardSums(
    allotted=6_000_000_00,
    granted=6_000_000_00,
    paid=6_000_000_00,
    reported=5_640_000_00,
    declared=5_640_000_00,
    rejected=80_000_00,
    unreviewed=4_118_200_00,
)
UNUSED = ClaimGround(ClaimKind.UNUSED, "unused", 360_000_00)
PERIOD = ClaimGround(
    ClaimKind.PERIOD,
    "wrong_purpose",
    80_000_00,
    ("Kostnaden avser tid före bidragsåret. Bidraget kan användas under bidragsåret 2026.",),
    ROWS,
    QUOTE,
    QUOTE_SOURCE,
    "Arbetet behövde börja i december 2025.",
    "Kostnaden uppstod före bidragsåret. Den kan därför inte betalas med bidraget.",
)
HEARING = HearingContent(
    marks=ISSUED,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2027, 4, 23),
    granted_on=dt.date(2026, 7, 16),
    granted_case_number=CASE.case_number,
    sums=SUMS,
    grounds=(PERIOD, UNUSED),
    answer_due=dt.date(2027, 5, 14),
    answer_email="ovning@example.se",
    contact=ANNA,
    enclosed=("avstämningsprotokollet den 20 april 2027", "radlistan"),
    other_material=("er återrapport den 15 januari 2027", "ert huvudboksutdrag den 3 februari 2027"),
    attachments=("Avstämningsprotokoll den 20 april 2027",),
)
OWN_INCOME = replace(SUMS, declared=5_140_000_00, rejected=-420_000_00, own_income=-500_000_00)
HEARING_OWN_INCOME = replace(HEARING, sums=OWN_INCOME)
REPORT_ONLY = AwardSums(
    granted=6_000_000_00, paid=6_000_000_00, reported=5_640_000_00, basis=Basis.REPORT_ONLY
)
HEARING_UNUSED = replace(
    HEARING, marks=REAL, sums=REPORT_ONLY, grounds=(UNUSED,), enclosed=(), other_material=(), attachments=()
)
MANY_ROWS = tuple(
    ClaimRow(
        number,
        f"V-{number}" if number % 7 else "",
        dt.date(2026, 1 + number % 12, 1 + number % 28) if number % 5 else None,
        "5430",
        "Sekvensering av prover vid laboratoriet i Lund, delleverans med lång text " * (number % 3 + 1),
        1_000_00,
        1_000_00,
    )
    for number in range(2, 202)
)
MANY = ClaimGround(
    ClaimKind.DOUBLE_FINANCING,
    "wrong_purpose",
    200_000_00,
    ("Samma fakturor finns i ett annat statsbidrag.",),
    MANY_ROWS,
    judgement="Kostnaderna är redan finansierade.",
)
NAMELESS = ClaimGround(
    ClaimKind.NO_EVIDENCE,
    "no_evidence",
    1_000_00,
    ("Ni har inte lämnat den faktura vi bad om.",),
    (MANY_ROWS[5],),
    judgement="Kostnaden är inte styrkt.",
    discretion="Hela beloppet krävs tillbaka eftersom inget underlag har kommit in trots två påminnelser.",
)
HEARING_MANY = replace(
    HEARING,
    marks=DRAFT,
    recipient=Recipient(
        "Samordningsförbundet för sällsynta hälsotillstånd i Skåne, Halland, Blekinge och Kronobergs län",
        "2221234567",
        ("Registrator", "Box 1, 291 00 En ort med ett ovanligt långt namn i adressfältet"),
    ),
    case=replace(CASE, case_number=""),
    sums=replace(
        SUMS, paid=5_900_000_00, rejected=201_000_00, parked=50_000_00, voluntary=10_000_00, decided=5_000_00
    ),
    grounds=(MANY, NAMELESS),
)

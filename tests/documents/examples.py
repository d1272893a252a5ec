"""Invented parties, decisions and a request for completion: what the golden files are drawn from."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sbdesk.documents.completion_letter import CompletionContent
from sbdesk.documents.content import (
    Agency,
    Appeal,
    Authorship,
    Case,
    Marks,
    Person,
    Recipient,
    Stage,
)
from sbdesk.documents.decision_content import DecisionContent, GrantedPart, GrantTerms
from sbdesk.domain.decision import DecisionKind

DRAFT = Marks(Stage.DRAFT)
ISSUED = Marks(Stage.ISSUED, practice=True, chain_head="9f" * 32)
REAL = Marks(Stage.ISSUED, chain_head="0a" * 32)
AGENCY = Agency(
    "Socialstyrelsen",
    "Enheten för statsbidrag (övning)",
    "2021000555",
    ("Övningsgatan 1", "100 00 Övningsstad"),
    "010-000 00 00",
    "ovning@example.se",
)
SKANE = Recipient("Region Skåne", "2321000255", ("Registrator", "291 89 Kristianstad"))
CASE = Case("9.9-1234/2026", "csd-2026", 2026, dt.date(2026, 12, 31))
KARIN = Person("Karin Ek", "enhetschef")
ANNA = Person("Anna Berg", "handläggare", "010-000 00 01", "anna.berg@example.se")
PER = Person("Per Lund", "handläggare")
APPEAL = Appeal(
    "Om ni vill att beslutet ska ändras kan ni skriva till oss.\n\nSkriv vilket beslut det gäller.",
    example=True,
)
AUTHORSHIP = Authorship(KARIN, ANNA)
GROUNDS = ("unused", "wrong_purpose", "late_report", "no_evidence")
TERMS = GrantTerms(dt.date(2026, 4, 30), "S2026/00913", 6_000_000_00, 1_000_00, GROUNDS)
SYD = ("Centrum för sällsynta diagnoser Syd", "CSD Syd")
PARTS = (
    GrantedPart("base", *SYD, 2_000_000_00),
    GrantedPart("coordination", *SYD, 4_000_000_00),
)
INSTRUCTION = (
    "Anvisningar för statsbidrag till regioner för Centrum för sällsynta diagnoser 2026, "
    "version inläst den 8 juni 2026"
)

GRANT = DecisionContent(
    marks=ISSUED,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    kind=DecisionKind.GRANT,
    dated=dt.date(2026, 7, 16),
    received_on=dt.date(2026, 6, 22),
    requested_ore=6_000_000_00,
    parts=PARTS,
    terms=TERMS,
    account="bankgiro 5050-1055",
    appeal=APPEAL,
    authorship=Authorship(KARIN, ANNA, (PER,), signature_line=True),
    contact=ANNA,
    attachments=(INSTRUCTION,),
)
GRANT_DRAFT = replace(GRANT, marks=DRAFT, appeal=None, case=replace(CASE, case_number=""))
GRANT_SINGLE = replace(
    GRANT,
    marks=REAL,
    recipient=Recipient("Region Uppsala", "2321000024"),
    requested_ore=2_000_000_00,
    parts=(
        GrantedPart(
            "base", "Centrum för sällsynta diagnoser Mellansverige", "CSD Mellansverige", 2_000_000_00
        ),
    ),
    terms=replace(
        TERMS,
        allotted_ore=2_000_000_00,
        use_from=dt.date(2026, 1, 1),
        report_due=dt.date(2027, 2, 15),
        debt_stop_approved=True,
    ),
    completed_on=dt.date(2026, 7, 1),
    in_time=False,
    reasons=("Rekvisitionen kom in en dag efter sista dag. Skälet är ett tekniskt fel i e-tjänsten.",),
    authorship=Authorship(KARIN, ANNA, delegation="punkt 3.1 i delegationsordningen"),
    copies=("Ekonomienheten",),
)
COORDINATION = replace(
    GRANT,
    requested_ore=4_000_000_00,
    parts=(PARTS[1],),
)
PARTIAL = replace(GRANT, kind=DecisionKind.PARTIAL_GRANT, requested_ore=6_250_000_00)
REFUSAL = replace(
    GRANT,
    kind=DecisionKind.REFUSE,
    recipient=Recipient("Region Halland", "2321000115"),
    requested_ore=2_000_000_00,
    parts=(),
    terms=replace(TERMS, allotted_ore=0),
    by_representative=False,
    reasons=("Region Halland är inte en av de sex regioner som kan rekvirera bidraget.",),
    attachments=(),
)
COMPLETION = CompletionContent(
    marks=REAL,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2026, 6, 23),
    received_on=dt.date(2026, 6, 22),
    requested_ore=6_000_000_00,
    items=(
        "Namn och e-postadress till den person som ska representera regionen.",
        "Ett intyg från banken som visar att regionen äger kontot.",
    ),
    answer_due=dt.date(2026, 7, 7),
    answer_email="ovning@example.se",
    contact=ANNA,
)

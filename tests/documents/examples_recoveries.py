"""Invented recovery decisions, invoices and credit notes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from documents.examples import AGENCY, ANNA, APPEAL, CASE, DRAFT, ISSUED, KARIN, PER, REAL, SKANE
from documents.examples_hearings import PERIOD, REPORT_ONLY, SUMS, UNUSED

from sbdesk.documents.claim import ClaimGround, ClaimKind
from sbdesk.documents.content import (
    Authorship,
    InterestClause,
    Person,
)
from sbdesk.documents.invoice import Credit, InvoiceContent, InvoiceLine
from sbdesk.documents.recovery_decision import GrantGiven, Heard, RecoveryContent, Waiver
from sbdesk.domain.invoice import InvoiceKind
from sbdesk.domain.recovery import Interest

GIVEN = GrantGiven(dt.date(2026, 7, 16), CASE.case_number, dt.date(2026, 8, 3))
RECOVERY = RecoveryContent(
    marks=ISSUED,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2027, 5, 20),
    given=GIVEN,
    sums=SUMS,
    grounds=(PERIOD, UNUSED),
    invoice_follows=True,
    invoice_over_ore=1_000_00,
    appeal=APPEAL,
    authorship=Authorship(KARIN, ANNA, (PER,), signature_line=True),
    contact=ANNA,
    heard=Heard(dt.date(2027, 4, 23), dt.date(2027, 5, 10), ("Ni anser att arbetet hör till bidraget.",)),
    reported_on=dt.date(2027, 1, 15),
    ledger_on=dt.date(2027, 2, 3),
    debt_rule=True,
    attachments=("Avstämningsprotokoll den 20 april 2027",),
)
RECOVERY_SIMPLE = replace(
    RECOVERY,
    marks=REAL,
    sums=REPORT_ONLY,
    grounds=(UNUSED,),
    heard=None,
    unheard_reason="beloppet är det som ni själva har återrapporterat som inte använt",
    ledger_on=None,
    interest=InterestClause("åtta procentenheter över referensräntan", "6 § räntelagen (1975:635)"),
    repay_by=dt.date(2027, 3, 31),
    attachments=(),
)
RECOVERY_SMALL = replace(
    RECOVERY,
    marks=DRAFT,
    sums=replace(REPORT_ONLY, reported=0, manual_deduction=0),
    grounds=(
        ClaimGround(
            ClaimKind.NO_REPORT,
            "late_report",
            900_00,
            ("Återrapporten har inte kommit in.",),
            judgement="Bidraget är inte redovisat.",
            discretion="En mindre del krävs tillbaka.",
        ),
    ),
    invoice_follows=False,
    appeal=None,
    heard=Heard(dt.date(2027, 4, 23)),
    reported_on=None,
    ledger_on=None,
    waiver=Waiver(5_000_00, ("Det finns särskilda skäl att avstå från en del av återkravet.",)),
)

INVOICE = InvoiceContent(
    marks=ISSUED,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    kind=InvoiceKind.PRINCIPAL,
    number="F-2027-0001",
    issued_on=dt.date(2027, 6, 22),
    due_on=dt.date(2027, 7, 22),
    decision_on=dt.date(2027, 5, 20),
    lines=(
        InvoiceLine("Kostnad utanför bidragets tid", 80_000_00),
        InvoiceLine("Pengar som inte har använts", 360_000_00),
    ),
    total_ore=440_000_00,
    bankgiro="5050-1055",
    ocr_number="20270000018",
    interest=Interest.NO,
    our_reference=ANNA,
    contact=Person("Ekonomienheten", "", "010-000 00 02", "ekonomi@example.se"),
    decision_contact=ANNA,
    buyer_reference="RS-4711",
    peppol_id="0007:2321000255",
)
INVOICE_DRAFT = replace(
    INVOICE,
    marks=DRAFT,
    number="",
    ocr_number="",
    buyer_reference="",
    peppol_id="",
    interest=Interest.NOT_DECIDED,
    case=replace(CASE, case_number=""),
)
INVOICE_INTEREST = replace(
    INVOICE,
    marks=REAL,
    buyer_reference="",
    interest=Interest.YES,
    interest_clause=InterestClause("åtta procentenheter över referensräntan", "6 § räntelagen (1975:635)"),
    paid_ore=40_000_49,
    rounding_ore=49,
    total_ore=400_000_00,
    use_from=dt.date(2026, 1, 1),
)
CREDIT = replace(
    INVOICE,
    kind=InvoiceKind.CREDIT_NOTE,
    number="F-2027-0002",
    ocr_number="",
    credit=Credit("F-2027-0001", dt.date(2027, 6, 22), "beslutet har ändrats efter omprövning."),
)
CREDIT_DRAFT = replace(CREDIT, marks=DRAFT, number="")

"""Invented reconciliation protocols."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from documents.examples import AGENCY, ANNA, CASE, DRAFT, ISSUED, PER, REAL, SKANE
from documents.examples_hearings import QUOTE, QUOTE_SOURCE, REPORT_ONLY, SUMS

from sbdesk.documents.reconciliation_protocol import (
    ImportSource,
    JudgedRow,
    NotedFinding,
    ProtocolFinding,
    ReconciliationContent,
)
from sbdesk.domain.award import Basis
from sbdesk.domain.programme_vocabulary import VerdictCause

PERIOD_FINDING = ProtocolFinding(
    "L01",
    "Utanför användningstiden",
    "Kostnaden avser december 2025, före bidragsåret 2026.",
    QUOTE,
    QUOTE_SOURCE,
)
NO_CODE = ("Kod saknas", "12 rader saknar kod.")
CODE_QUOTE = (
    "Det bör finnas ett eget kostnadsställe, projektkod, ansvarsställe eller "
    "objekt\u043a\u043e\u0434 för statsbidraget."
)
PROTOCOL = ReconciliationContent(
    marks=ISSUED,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2027, 4, 20),
    revision=1,
    sums=SUMS,
    imports=(ImportSource("huvudbok_skane.xlsx", "Huvudbok", "ab" * 32, 412, 398, 14, 5_640_000_00),),
    rows=(
        JudgedRow(
            12,
            "V-10233",
            dt.date(2026, 4, 29),
            "7510",
            "Konsult uppstart",
            84_000_00,
            84_000_00,
            cause=VerdictCause.PERIOD,
            ground="Bidraget har inte använts enligt syftet eller anvisningarna",
            findings=(PERIOD_FINDING,),
        ),
        JudgedRow(
            31,
            "V-11802",
            dt.date(2026, 10, 2),
            "4540",
            "Rättelse av konsult \U0001f600",
            -4_000_00,
            -4_000_00,
            cause=VerdictCause.OTHER,
            ground="Bidraget har inte använts enligt syftet eller anvisningarna",
            comment="Hör till rad 12.",
        ),
    ),
    prepared_by=ANNA,
    prepared_on=dt.date(2027, 4, 19),
    fixed_by=PER,
    fixed_on=dt.date(2027, 4, 20),
    noted=(
        NotedFinding(
            40, ProtocolFinding("L02", "Reservering", "Fakturan avser december och är betald 2027.")
        ),
        NotedFinding(
            None,
            ProtocolFinding("L16", *NO_CODE, CODE_QUOTE, reason="Regionen har ett konto."),
        ),
    ),
    award_findings=(
        ProtocolFinding("L16", *NO_CODE, CODE_QUOTE, QUOTE_SOURCE, "Rådet är inget krav."),
        ProtocolFinding("A03", "Outnyttjade medel", "360 000 kronor är inte använda."),
    ),
)
PARKED_ROWS = (
    JudgedRow(
        7, "V-7", dt.date(2026, 3, 1), "5010", "Hyra", 100_000_00, parked_ore=100_000_00,
        evidence_due_on=dt.date(2027, 3, 12), sheet="Januari–juni",
    ),
    JudgedRow(9, "", None, "", "Konsult Q4", 27_500_00, parked_ore=27_500_00),
)  # fmt: skip
PROTOCOL_PARKED = replace(
    PROTOCOL, sums=replace(SUMS, rejected=0, parked=127_500_00), rows=PARKED_ROWS, award_findings=()
)
PROTOCOL_DRAFT = replace(
    PROTOCOL,
    marks=DRAFT,
    sums=replace(
        SUMS,
        basis=Basis.LEDGER_SAMPLE,
        rejected=0,
        parked=127_500_00,
        paid=5_500_000_00,
        reported=5_640_000_00,
    ),
    imports=(
        *PROTOCOL.imports,
        ImportSource("huvudbok_2.xlsx", "Januari–juni", "cd" * 32, 10, 10, 0, 0),
    ),
    rows=PARKED_ROWS,
    fixed_by=None,
    fixed_on=None,
    noted=(),
    award_findings=(),
)
PROTOCOL_REPORT = replace(
    PROTOCOL,
    marks=REAL,
    sums=replace(REPORT_ONLY, reported=6_000_000_00),
    imports=(),
    rows=(),
    fixed_by=ANNA,
    alone_allowed=True,
    noted=(),
    award_findings=(),
)
PROTOCOL_LONG = replace(
    PROTOCOL,
    sums=replace(SUMS, rejected=200 * 500_00, reported=5_640_000_00),
    rows=tuple(
        JudgedRow(
            number,
            f"V-{10000 + number}",
            dt.date(2026, 1 + number % 12, 1 + number % 28),
            "7510",
            "Konsultarvode enligt avtal, delfaktura " + "med lång text " * (number % 4),
            1_500_00,
            500_00,
            cause=VerdictCause(number % 10),
            ground="Bidraget har inte använts enligt syftet eller anvisningarna",
            comment="Efter granskning av fakturan.",
            findings=(PERIOD_FINDING,) * (1 + number % 2),
        )
        for number in range(2, 202)
    ),
    noted=tuple(NotedFinding(number, PERIOD_FINDING) for number in range(300, 360)),
)

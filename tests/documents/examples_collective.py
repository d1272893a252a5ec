"""Invented collective decisions and the letters that go with them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from documents.examples import (
    AGENCY,
    ANNA,
    APPEAL,
    AUTHORSHIP,
    CASE,
    DRAFT,
    INSTRUCTION,
    PARTS,
    REAL,
    SKANE,
    TERMS,
)
from documents.examples_programmes import NKR, OREBRO, PMC_LATE, PMC_PARTS, PMC_TERMS, RSS_A, RSS_S, UMEA

from sbdesk.documents.collective_content import CollectiveContent, CollectiveRow, CoveringContent
from sbdesk.documents.content import Recipient
from sbdesk.documents.decision_content import GrantedPart

_ROW = CollectiveRow(SKANE, "9.9-1234/2026", 6_000_000_00, PARTS, 6_000_000_00)
COLLECTIVE = CollectiveContent(
    marks=REAL,
    agency=AGENCY,
    case=replace(CASE, case_number="9.9-1200/2026"),
    dated=dt.date(2026, 7, 16),
    rows=(
        _ROW,
        CollectiveRow(
            Recipient("Region Uppsala", "2321000024"),
            "9.9-1235/2026",
            2_000_000_00,
            (
                GrantedPart(
                    "base",
                    "Centrum för sällsynta diagnoser Mellansverige",
                    "CSD Mellansverige",
                    2_000_000_00,
                ),
            ),
            2_000_000_00,
        ),
    ),
    terms=replace(TERMS, allotted_ore=8_000_000_00),
    appeal=APPEAL,
    authorship=AUTHORSHIP,
    contact=ANNA,
    attachments=(INSTRUCTION,),
)
_PMC_ROW = CollectiveRow(OREBRO, "", 11_000_000_00, PMC_PARTS, 10_683_306_00)
COLLECTIVE_PARTLY = replace(
    COLLECTIVE,
    marks=DRAFT,
    case=replace(CASE, programme="pmc-2026", case_number=""),
    rows=(
        _PMC_ROW,
        CollectiveRow(
            UMEA,
            "9.9-3001/2026",
            5_000_000_00,
            (replace(PMC_PARTS[0], operation="Precisionsmedicinskt centrum (PMC) i Region Västerbotten"),),
            7_379_634_00,
            PMC_LATE.reasons[:1],
            in_time=False,
        ),
        CollectiveRow(
            Recipient("Region Uppsala", "2321000024"),
            "9.9-3002/2026",
            5_000_000_00,
            (replace(PMC_PARTS[0], operation="Precisionsmedicinskt centrum (PMC) i Region Uppsala"),),
            5_000_000_00,
        ),
    ),
    terms=PMC_TERMS,
    appeal=None,
)
COLLECTIVE_RSS = replace(
    COLLECTIVE,
    case=replace(RSS_S.case, case_number="9.9-4100/2026"),
    rows=(
        CollectiveRow(RSS_S.recipient, "9.9-4000/2026", 4_321_000_00, RSS_S.parts, 4_321_000_00),
        CollectiveRow(
            UMEA, "9.9-4001/2026", 1_000_000_00, (GrantedPart("rss", "", "", 1_000_000_00),), 1_000_000_00
        ),
    ),
    terms=RSS_S.terms,
    appeal=RSS_S.appeal,
)
COLLECTIVE_RSS_A = replace(
    COLLECTIVE_RSS,
    marks=DRAFT,
    case=replace(RSS_A.case, case_number="9.9-5100/2026"),
    terms=RSS_A.terms,
    appeal=None,
)
_NKR_ROW = CollectiveRow(UMEA, "9.9-2000/2026", NKR.requested_ore, NKR.parts, NKR.requested_ore)
COLLECTIVE_NKR = replace(
    COLLECTIVE,
    case=replace(NKR.case, case_number="9.9-2100/2026"),
    rows=(
        _NKR_ROW,
        CollectiveRow(
            SKANE,
            "9.9-2001/2026",
            1_000_000_00,
            (GrantedPart("registers", "Påhittat registercentrum", "", 1_000_000_00),),
            1_000_000_00,
        ),
    ),
    terms=NKR.terms,
)
COVERING = CoveringContent(
    marks=REAL,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2026, 7, 16),
    decided_on=dt.date(2026, 7, 16),
    decision_number="B-2026-0009",
    decision_case_number="9.9-1200/2026",
    row=_ROW,
    terms=TERMS,
    account="bankgiro 5050-1055",
    contact=ANNA,
    attachments=("Beslut B-2026-0009", INSTRUCTION),
)
COVERING_PARTLY = replace(
    COVERING,
    recipient=OREBRO,
    case=replace(CASE, programme="pmc-2026", case_number="9.9-3000/2026"),
    row=_PMC_ROW,
    terms=PMC_TERMS,
)

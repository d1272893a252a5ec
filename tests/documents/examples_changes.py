"""Invented letters that end a case untried, change a decision, or remind of a completion."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from documents.examples import AGENCY, ANNA, APPEAL, AUTHORSHIP, CASE, DRAFT, ISSUED, REAL, SKANE, SYD
from documents.examples_programmes import FEDERATION, NO_APPEAL, RSS_S

from sbdesk.documents.change_content import (
    Change,
    ChangeContent,
    ChangedPart,
    ChangeHearingContent,
    FormerDecision,
)
from sbdesk.documents.closing_decision import ClosingContent
from sbdesk.documents.completion_reminder import CompletionReminderContent
from sbdesk.documents.recovery_decision import Heard
from sbdesk.domain.decision import ChangeGround, DecisionKind

DISMISSAL = ClosingContent(
    marks=REAL,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    kind=DecisionKind.DISMISS,
    dated=dt.date(2026, 8, 3),
    received_on=dt.date(2026, 7, 28),
    requested_ore=6_000_000_00,
    appeal=APPEAL,
    authorship=AUTHORSHIP,
    contact=ANNA,
    reasons=("Rekvisitionen kom in efter den 15 juli 2026, som var sista dag att rekvirera.",),
)
WRITE_OFF = replace(
    DISMISSAL, kind=DecisionKind.WRITE_OFF_CASE, reasons=(), withdrawn_on=dt.date(2026, 7, 30)
)
WRITE_OFF_OBJECT = replace(
    WRITE_OFF,
    marks=DRAFT,
    recipient=FEDERATION,
    case=RSS_S.case,
    appeal=NO_APPEAL,
    reasons=("Förbundet har upplösts och verksamheten har lagts ned.",),
    withdrawn_on=None,
    copies=("Ekonomienheten",),
)
FORMER = FormerDecision(dt.date(2026, 7, 16), "B-2026-0007", "9.9-1234/2026")
_BASE = ChangedPart("base", "Lika belopp", SYD[1], 2_000_000_00, 2_000_000_00)
_COORDINATION = ChangedPart("coordination", "Samordningsansvar", "", 4_000_000_00, 3_500_000_00)
LOWERED = Change(
    DecisionKind.AMEND,
    FORMER,
    (_BASE, _COORDINATION),
    ChangeGround.RESERVE,
    ("Samordningen har börjat senare än ni angav.",),
)
AMEND = ChangeContent(
    marks=ISSUED,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2026, 10, 1),
    change=LOWERED,
    appeal=APPEAL,
    authorship=AUTHORSHIP,
    contact=ANNA,
    heard=Heard(
        dt.date(2026, 9, 1), dt.date(2026, 9, 18), ("Ni har framfört att samordningen börjar i oktober.",)
    ),
)
AMEND_FAVOUR = replace(
    AMEND,
    marks=REAL,
    change=Change(
        DecisionKind.AMEND,
        FORMER,
        (replace(_BASE, before_ore=1_500_000_00),),
        ChangeGround.IN_FAVOUR,
        ("Ett nytt underlag visar att hela delen kan beviljas.",),
    ),
    paid_ore=1_500_000_00,
    heard=None,
)
AMEND_MOVED = replace(
    AMEND,
    change=replace(
        LOWERED,
        parts=(replace(_BASE, after_ore=2_500_000_00), _COORDINATION),
        ground=ChangeGround.CLERICAL_ERROR,
        reasons=("Beloppen för de två delarna hade blandats ihop.",),
    ),
    heard=None,
    unheard_reason="felet är uppenbart och summan är densamma",
)
REVOKE = replace(
    AMEND,
    marks=REAL,
    change=Change(
        DecisionKind.REVOKE,
        FORMER,
        (replace(_BASE, after_ore=0),),
        ChangeGround.WRONG_INFORMATION,
        ("Centrumet fanns inte när ni rekvirerade.",),
    ),
    heard=Heard(dt.date(2026, 9, 1)),
    paid_ore=2_000_000_00,
)
REVOKE_UNSENT = replace(
    REVOKE, marks=DRAFT, change=replace(REVOKE.change, ground=None), heard=None, paid_ore=0, appeal=None
)
WITHHOLD = replace(
    AMEND,
    marks=REAL,
    recipient=FEDERATION,
    case=RSS_S.case,
    change=Change(
        DecisionKind.WITHHOLD,
        replace(FORMER, case_number=RSS_S.case.case_number),
        (ChangedPart("rss", "Belopp till varje RSS", "RSS Påhittade norra", 2_321_000_00, 0),),
        None,
        ("Ni har inte redovisat bidraget för 2025.",),
    ),
    appeal=NO_APPEAL,
)
WITHHOLD_CLAUSE = replace(
    WITHHOLD, recipient=SKANE, case=CASE, change=replace(LOWERED, kind=DecisionKind.WITHHOLD), appeal=APPEAL
)
CHANGE_HEARING = ChangeHearingContent(
    marks=REAL,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2026, 9, 1),
    change=LOWERED,
    answer_due=dt.date(2026, 9, 22),
    answer_email="ovning@example.se",
    contact=ANNA,
    enclosed=("er projektplan",),
    other_material=("ert brev den 20 augusti 2026",),
    attachments=("Projektplan",),
)
CHANGE_HEARING_MOVED = replace(CHANGE_HEARING, change=AMEND_MOVED.change, enclosed=(), attachments=())
CHANGE_HEARING_REVOKE = replace(
    CHANGE_HEARING, marks=DRAFT, change=REVOKE.change, enclosed=(), other_material=(), attachments=()
)
CHANGE_HEARING_WITHHOLD = replace(
    CHANGE_HEARING, recipient=FEDERATION, case=RSS_S.case, change=WITHHOLD.change
)
CHANGE_HEARING_WITHHOLD_PART = replace(CHANGE_HEARING, change=WITHHOLD_CLAUSE.change)
REMINDER = CompletionReminderContent(
    marks=REAL,
    agency=AGENCY,
    recipient=SKANE,
    case=CASE,
    dated=dt.date(2026, 7, 8),
    asked_on=dt.date(2026, 6, 23),
    was_due=dt.date(2026, 7, 7),
    items=("Namn och e-postadress till den person som ska representera regionen.",),
    answer_due=dt.date(2026, 7, 15),
    answer_email="ovning@example.se",
    contact=ANNA,
)

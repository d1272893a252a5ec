"""Invented grants of the other programmes, and of one that has no texts of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from documents.examples import ANNA, AUTHORSHIP, CASE, DRAFT, GRANT, REAL

from sbdesk.documents.content import Appeal, Recipient
from sbdesk.documents.decision_content import GrantedPart, GrantTerms, ListedUnit
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    Component,
    Condition,
    EligibleKind,
    FactStatus,
    FactValue,
    GroundBasis,
    Modality,
    ProgrammeDefinition,
    RecoveryGround,
    ValueKind,
)

NO_APPEAL = Appeal(
    "Beslutet får inte överklagas enligt 15 § förordningen (2025:1256) om statsbidrag för en mer "
    "förebyggande och kunskapsbaserad socialtjänst."
)
UMEA = Recipient("Region Västerbotten", "2321000222", ("901 89 Umeå",))
OREBRO = Recipient("Region Örebro län", "2321000164", ("Box 1613", "701 16 Örebro"))
FEDERATION = Recipient("Kommunförbundet Påhittade kommuner", "2220001234", ("Övningstorget 2",))
_FROM = dt.date(2026, 1, 1)
NKR_TERMS = GrantTerms(
    None,
    "",
    33 * 792_929_00,
    1_000_00,
    ("unused", "wrong_purpose", "late_report", "late_evidence", "unsupported_evidence", "no_evidence"),
    use_from=_FROM,
    debt_rule=False,
)
NKR = replace(
    GRANT,
    marks=REAL,
    recipient=UMEA,
    case=replace(CASE, programme="nkr-2026", case_number="9.9-2000/2026"),
    dated=dt.date(2026, 5, 28),
    received_on=dt.date(2026, 4, 2),
    requested_ore=33 * 792_929_00,
    parts=(GrantedPart("registers", "", "", 33 * 792_929_00, 33, 792_929_00),),
    terms=NKR_TERMS,
    authorship=AUTHORSHIP,
    attachments=("Anvisningar för nationella kvalitetsregister 2026",),
    units_list=tuple(ListedUnit(f"Påhittat register {n}", 792_929_00) for n in range(1, 34)),
)
NKR_PLAIN = replace(
    NKR,
    kind=DecisionKind.PARTIAL_GRANT,
    requested_ore=1_100_000_00,
    terms=replace(NKR_TERMS, allotted_ore=1_000_000_00),
    parts=(GrantedPart("registers", "", "", 1_000_000_00),),
    units_list=(ListedUnit("Påhittat register 1"), ListedUnit("Påhittat register 2")),
)
PMC_TERMS = GrantTerms(
    dt.date(2026, 5, 7),
    "S2026/00953",
    10_683_306_00,
    1_000_00,
    ("unused", "no_report", "condition_breach", "late_report", "no_evidence"),
    use_from=dt.date(2026, 5, 7),
    report_due=dt.date(2027, 1, 31),
    repay_due=dt.date(2027, 3, 31),
)
PMC_PARTS = (
    GrantedPart("base", "Precisionsmedicinskt centrum (PMC) i Region Örebro län", "PMC Örebro", 5_000_000_00),
    GrantedPart("population", "Samverkansregionen Uppsala/Örebro", "Uppsala/Örebro", 5_683_306_00),
)
PMC = replace(
    GRANT,
    marks=REAL,
    recipient=OREBRO,
    case=replace(CASE, programme="pmc-2026", case_number="9.9-3000/2026"),
    dated=dt.date(2026, 8, 14),
    received_on=dt.date(2026, 7, 30),
    requested_ore=10_683_306_00,
    parts=PMC_PARTS,
    terms=PMC_TERMS,
    authorship=AUTHORSHIP,
    attachments=("Anvisningar för precisionsmedicinska centrum 2026",),
)
PMC_POPULATION = replace(PMC, requested_ore=5_683_306_00, parts=PMC_PARTS[1:])
PMC_LATE = replace(
    PMC,
    kind=DecisionKind.PARTIAL_GRANT,
    requested_ore=11_000_000_00,
    parts=PMC_PARTS[:1],
    in_time=False,
    reasons=("Rekvisitionen kom in två dagar för sent.", "Delen för samverkansregionen är inte rekvirerad."),
)
RSS_TERMS = GrantTerms(
    None,
    "SFS 2025:1256",
    4_321_000_00,
    1_000_00,
    (
        "wrongly_paid",
        "unused",
        "wrong_purpose",
        "no_report",
        "condition_breach",
        "late_report",
        "no_evidence",
    ),
    use_from=_FROM,
    pays_after=dt.date(2026, 4, 1),
    debt_rule=False,
)
RSS_S = replace(
    GRANT,
    marks=REAL,
    recipient=FEDERATION,
    case=replace(CASE, programme="rss-socialtjanst-2026", case_number="9.9-4000/2026"),
    dated=dt.date(2026, 4, 10),
    received_on=dt.date(2026, 3, 20),
    requested_ore=4_321_000_00,
    parts=(
        GrantedPart("rss", "RSS Påhittade norra", "Norra", 2_321_000_00),
        GrantedPart("rss", "RSS Påhittade södra", "Södra", 2_000_000_00),
    ),
    terms=RSS_TERMS,
    account="",
    appeal=NO_APPEAL,
    authorship=AUTHORSHIP,
    attachments=("Anvisningar för förebyggande och kunskapsbaserad socialtjänst 2026",),
)
RSS_S_PLAIN = replace(RSS_S, parts=(GrantedPart("rss", "", "", 4_321_000_00),), account="plusgiro 12-2")
RSS_S_UNNAMED = replace(
    RSS_S, parts=(replace(RSS_S.parts[0], operation="", operation_short=""), RSS_S.parts[1])
)
RSS_S_REFUSAL = replace(
    RSS_S,
    kind=DecisionKind.REFUSE,
    parts=(),
    reasons=("Förbundet är inte huvudman för någon RSS.",),
    attachments=(),
)
RSS_A = replace(
    RSS_S,
    case=replace(CASE, programme="rss-aldreomsorg-2026", case_number="9.9-5000/2026"),
    parts=(GrantedPart("rss", "RSS Påhittade norra", "Norra", 4_321_000_00),),
    terms=replace(
        RSS_TERMS,
        assignment_number="S2025/00119 (delvis)",
        grounds=("unused", "wrong_purpose", "no_report", "late_report", "no_evidence"),
        pays_after=dt.date(2026, 4, 15),
    ),
    account="bankgiro 5050-1055",
    appeal=GRANT.appeal,
    attachments=("Anvisningar för kunskapsbaserad äldreomsorg 2026",),
)
RSS_S_SINGLE = replace(RSS_S, requested_ore=2_321_000_00, parts=RSS_S.parts[:1])
RSS_A_PLAIN = replace(RSS_A, parts=RSS_S_PLAIN.parts)
RSS_A_TWO = replace(RSS_A, parts=RSS_S_UNNAMED.parts)


def _fact(name: str, value: int | dt.date | str | bool, ordinal: int = 1) -> FactValue:
    kinds = {bool: ValueKind.BOOL, int: ValueKind.INT, str: ValueKind.TEXT, dt.date: ValueKind.DAY}
    return FactValue(name, kinds[type(value)], value, FactStatus.STATED, ordinal)


def _component(code: str, label: str, method: AllotmentMethod, purpose: str | None) -> Component:
    return Component(code, label, 0, method, "none", purpose is not None, purpose, ())


def _ground(code: str, label: str, modality: Modality) -> RecoveryGround:
    return RecoveryGround(code, label, modality, "recovery")


SIXTH = ProgrammeDefinition(
    id="skolbad-2027",
    title="Statsbidrag till simkunnighet i skolan 2027",
    short_title="Simkunnighet 2027",
    year=2027,
    recipient_kind=EligibleKind.MUNICIPALITY,
    facts=(
        _fact("legal_basis", "förordningen (2026:9999) om simkunnighet"),
        _fact("purpose", "Fler elever som kan simma."),
        _fact("purpose_lessons", "Simlektioner utanför {skoltid}"),
        _fact("purpose_excluded", "Badkläder"),
        _fact("purpose_excluded", "Resor utomlands.", 2),
        _fact("accrual_allowed", True),
        _fact("double_financing", "same_cost"),
        _fact("double_financing_cost", True),
        _fact("passing_on_forbidden", True),
        _fact("evidence", "fakturor"),
        _fact("evidence", "närvarolistor", 2),
        _fact("clear_accounts", "tydlig"),
        FactValue("withhold", ValueKind.BOOL, True, FactStatus.LAW, statute="5 § förordningen (2026:9999)"),
    ),
    components=(
        _component("lessons", "Lektioner", AllotmentMethod.PER_UNIT, "purpose_lessons"),
        _component("places", "Simhallar", AllotmentMethod.FIXED, None),
    ),
    grounds=(
        _ground("unused", "Bidraget har inte använts", Modality.SHALL),
        _ground("few_pupils", "Färre än tio elever har deltagit.", Modality.MAY),
    ),
    conditions=(Condition("R07", Level.STOP, GroundBasis.INSTRUCTION),),
)
BARE = ProgrammeDefinition(
    id="bare-2027",
    title="Trygga torg 2027",
    short_title="Torg 2027",
    year=2027,
    recipient_kind=EligibleKind.ASSOCIATION,
    facts=(),
    components=(_component("all", "Allt", AllotmentMethod.EQUAL, "purpose"),),
)
OWN_FACTS = {definition.id: definition for definition in (SIXTH, BARE)}
"""Programmes whose texts come from their facts."""

_TOWN = Recipient("Påhittade kommun", "2120009999", ("Rådhuset", "999 99 Påhittad"))
_SIXTH_TERMS = GrantTerms(
    None, "förordningen (2026:9999) om simkunnighet", 900_000_00, 500_00, ("unused", "few_pupils")
)
SIXTH_GRANT = replace(
    GRANT,
    marks=REAL,
    recipient=_TOWN,
    case=replace(CASE, programme="skolbad-2027", grant_year=2027, use_to=dt.date(2027, 12, 31)),
    dated=dt.date(2027, 3, 1),
    received_on=dt.date(2027, 2, 10),
    requested_ore=900_000_00,
    parts=(
        GrantedPart("lessons", "", "", 400_000_00, 160, 2_500_00),
        GrantedPart("places", "Påhittade simhall", "simhallen", 300_000_00),
        GrantedPart("places", "", "", 200_000_00),
    ),
    terms=_SIXTH_TERMS,
    authorship=AUTHORSHIP,
    attachments=("Anvisningar för statsbidrag till simkunnighet i skolan 2027",),
)
SIXTH_UNITS = replace(SIXTH_GRANT, requested_ore=400_000_00, parts=SIXTH_GRANT.parts[:1])
SIXTH_PLACE = replace(SIXTH_GRANT, requested_ore=300_000_00, parts=SIXTH_GRANT.parts[1:2])
BARE_DRAFT = replace(
    SIXTH_GRANT,
    marks=DRAFT,
    case=replace(SIXTH_GRANT.case, programme="bare-2027", case_number=""),
    requested_ore=50_000_00,
    parts=(GrantedPart("all", "", "", 50_000_00),),
    terms=GrantTerms(None, "", 50_000_00, None, (), debt_rule=False),
    appeal=None,
    contact=ANNA,
)

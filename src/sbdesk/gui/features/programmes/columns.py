"""What the tables of the Statsbidrag page show."""

from __future__ import annotations

from sbdesk.domain.decision import AppealAllowed
from sbdesk.domain.programme import FactStatus
from sbdesk.domain.programme_choices import ALLOWED_WORDS, FROM_WORDS, KIND_WORDS, METHOD_WORDS
from sbdesk.domain.programme_state import AmendmentState, ProgrammeState
from sbdesk.gui import formats
from sbdesk.gui.columns import Column, date_column, money_column, number_column, status_column, text_column
from sbdesk.gui.features.programmes.lines import ConditionLine
from sbdesk.gui.look import Tone
from sbdesk.services.programme_rows import (
    AllotmentRow,
    AmendmentRow,
    AppealRow,
    ComponentRow,
    FactRow,
    OutcomeRow,
    ProgrammeAwardRow,
    ProgrammeRow,
)

STATE_TONES = {
    ProgrammeState.DRAFT: Tone.WAITING,
    ProgrammeState.SIGNED: Tone.NOTE,
    ProgrammeState.OPEN: Tone.OK,
    ProgrammeState.ARCHIVED: Tone.MUTED,
}
AMENDMENT_TONES = {
    AmendmentState.WAITING: Tone.WAITING,
    AmendmentState.CONFIRMED: Tone.OK,
    AmendmentState.WITHDRAWN: Tone.MUTED,
}


def programme_columns() -> list[Column[ProgrammeRow]]:
    """Grants; the order given is by last day to requisition."""
    return [
        text_column("name", "Namn", lambda row: row.short_title, width=170, tip=lambda row: row.title),
        number_column("year", "År", lambda row: row.year, width=56),
        money_column("frame", "Ram", lambda row: row.frame_ore, width=104, decimals=False),
        money_column("granted", "Beviljat", lambda row: row.granted_ore, width=104, decimals=False),
        money_column("paid", "Utbetalt", lambda row: row.paid_ore, width=104, decimals=False),
        date_column("closes", "Rekvirering t.o.m.", lambda row: row.closes, width=140),
        text_column("report", "Återrapport", lambda row: row.report_due, width=120),
        status_column("state", "Läge", lambda row: row.status, lambda row: STATE_TONES[row.state], width=250),
    ]


def _fact_status(row: FactRow) -> str:
    unsure = row.status is FactStatus.DERIVED and not row.confirmed_by
    return f"{row.status.swedish}: behöver bekräftas" if unsure else row.status.swedish


def fact_columns() -> list[Column[FactRow]]:
    """Every fact, with who says so."""
    return [
        text_column("title", "Uppgift", lambda row: row.title, width=210, tip=lambda row: row.title),
        status_column(
            "confirmed",
            "Bekräftad",
            lambda row: "ja" if row.confirmed_by else "nej",
            lambda row: Tone.OK if row.confirmed_by else None,
            width=84,
        ),
        text_column("value", "Värde", lambda row: row.value, width=240, tip=lambda row: row.value),
        status_column(
            "status",
            "Vem säger det",
            _fact_status,
            lambda row: Tone.DEVIATION if row.needs_a_look and not row.confirmed_by else None,
            width=200,
        ),
        Column(
            "line",
            "Rad",
            lambda row: formats.NOTHING if row.line is None else str(row.line),
            sort=lambda row: row.line,
            width=56,
            title_tip="Raden i den inlästa anvisningen",
        ),
        text_column("part", "Del", lambda row: row.part, width=180, tip=lambda row: row.part),
    ]


def component_columns() -> list[Column[ComponentRow]]:
    """The parts of the frame."""
    return [
        text_column(
            "label", "Del", lambda row: row.component.label, width=220, tip=lambda row: row.component.label
        ),
        money_column("total", "Belopp", lambda row: row.component.total_ore, width=120, decimals=False),
        money_column("allotted", "Fördelat", lambda row: row.allotted_ore, width=120, decimals=False),
        number_column("recipients", "Mottagare", lambda row: row.recipients, width=88),
        text_column("method", "Fördelas", lambda row: METHOD_WORDS[row.component.method], width=220),
        text_column("purpose", "Eget ändamål", lambda row: row.purpose, width=180),
    ]


def amendment_columns() -> list[Column[AmendmentRow]]:
    """The changes after sign-off."""
    return [
        text_column("title", "Uppgift", lambda row: row.title, width=190),
        status_column(
            "state", "Läge", lambda row: row.status, lambda row: AMENDMENT_TONES[row.state], width=310
        ),
        text_column("reason", "Varför", lambda row: row.reason, width=300, tip=lambda row: row.reason),
    ]


def outcome_columns() -> list[Column[OutcomeRow]]:
    """What a change meant for each award."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=190),
        status_column(
            "meaning",
            "Vad ändringen betyder",
            lambda row: row.meaning,
            lambda row: Tone.NOTE if row.decided else None,
            width=420,
        ),
    ]


def condition_columns() -> list[Column[ConditionLine]]:
    """The programme's checks and grounds for repayment."""
    return [
        text_column("title", "Villkor", lambda row: row.title, width=230, tip=lambda row: row.title),
        text_column("value", "Värde", lambda row: row.value, width=200, tip=lambda row: row.value),
        text_column("rule", "Kontroll", lambda row: row.rule, width=84),
        status_column("level", "Nivå", lambda row: row.word, lambda row: row.tone, width=120),
    ]


def allotment_columns() -> list[Column[AllotmentRow]]:
    """What each recipient may requisition, by part."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=180),
        money_column("effective", "Gäller", lambda row: row.effective_ore, decimals=False),
        text_column("component", "Del", lambda row: row.component, width=170, tip=lambda row: row.component),
        text_column("operation", "Verksamhet", lambda row: row.operation or "", width=170),
        money_column("computed", "Beräknat", lambda row: row.computed_ore, decimals=False),
        money_column("decided", "Bestämt", lambda row: row.decided_ore, decimals=False),
    ]


def award_columns() -> list[Column[ProgrammeAwardRow]]:
    """How far each recipient's money has come."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=190),
        money_column("ceiling", "Högsta belopp", lambda row: row.ceiling_ore, decimals=False),
        money_column("granted", "Beviljat", lambda row: row.granted_ore, decimals=False),
        money_column("paid", "Utbetalt", lambda row: row.paid_ore, decimals=False),
        money_column("reported", "Återrapporterat", lambda row: row.reported_ore, width=130, decimals=False),
        money_column("repaid", "Återbetalt", lambda row: row.repaid_ore, decimals=False),
    ]


def appeal_columns() -> list[Column[AppealRow]]:
    """The jurist's field, one row per kind of decision."""

    def tone(row: AppealRow) -> Tone:
        return Tone.DEVIATION if row.allowed is AppealAllowed.NOT_DECIDED else Tone.OK

    return [
        text_column("kind", "Beslut", lambda row: KIND_WORDS[row.kind], width=180),
        status_column("allowed", "Får överklagas", lambda row: ALLOWED_WORDS[row.allowed], tone, width=150),
        text_column(
            "from", "Tre veckor räknas från", lambda row: FROM_WORDS[row.three_weeks_from], width=240
        ),
        text_column("text", "Text i brevet", lambda row: row.text or "", tip=lambda row: row.text or ""),
        text_column("source", "Källa", lambda row: row.source or "", tip=lambda row: row.source or ""),
    ]

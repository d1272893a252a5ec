"""The recipient's report of how the money was used."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Actor, Machine, Move


class ExpectedReportState(StrEnum):
    """Whether the report that every award owes has come."""

    EXPECTED = "expected"
    MISSING = "missing"
    RECEIVED = "received"


class ReportState(StrEnum):
    """How far the report has been examined."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    UNDER_REVIEW = "under_review"
    FINAL = "final"


_E = ExpectedReportState
_R = ReportState

EXPECTED_REPORT_MACHINE: Machine[ExpectedReportState] = Machine(
    "Återrapporten",
    {_E.EXPECTED: "väntad", _E.MISSING: "inte inkommen", _E.RECEIVED: "inkommen"},
    [
        Move(_E.EXPECTED, "file", _E.RECEIVED, Actor.RECIPIENT),
        Move(_E.EXPECTED, "grant_respite", _E.EXPECTED),
        Move(_E.EXPECTED, "remind", _E.EXPECTED),
        Move(_E.EXPECTED, "mark_missing", _E.MISSING),
        Move(_E.MISSING, "file", _E.RECEIVED, Actor.RECIPIENT),
        Move(_E.RECEIVED, "reopen", _E.EXPECTED),
    ],
)

REPORT_MACHINE: Machine[ReportState] = Machine(
    "Återrapporten",
    {
        _R.RECEIVED: "inkommen",
        _R.INCOMPLETE: "under komplettering",
        _R.UNDER_REVIEW: "under granskning",
        _R.FINAL: "granskad",
    },
    [
        Move(_R.RECEIVED, "ask_completion", _R.INCOMPLETE),
        Move(_R.INCOMPLETE, "complete", _R.RECEIVED, Actor.RECIPIENT),
        Move(_R.RECEIVED, "accept_for_review", _R.UNDER_REVIEW),
        Move(_R.UNDER_REVIEW, "finalise", _R.FINAL, Actor.SECOND_PERSON),
        Move(_R.RECEIVED, "reopen_text", _R.INCOMPLETE),
        Move(_R.RECEIVED, "reopen_figures", _R.INCOMPLETE),
        Move(_R.UNDER_REVIEW, "reopen_text", _R.INCOMPLETE),
        Move(_R.UNDER_REVIEW, "reopen_figures", _R.INCOMPLETE),
        Move(_R.FINAL, "reopen_figures", _R.UNDER_REVIEW, Actor.SECOND_PERSON),
    ],
)

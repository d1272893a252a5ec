"""The requisition's states, as far as a person has brought it."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Actor, Machine, Move


class RequisitionState(StrEnum):
    """Stored states; lateness and labels are computed from the day."""

    RECEIVED = "received"
    INCOMPLETE = "incomplete"
    READY = "ready"
    PROPOSED = "proposed"
    DECIDED = "decided"
    REFUSED = "refused"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    WRITTEN_OFF = "written_off"
    REVOKED = "revoked"


NOT_LIVE = frozenset(
    {
        RequisitionState.REFUSED,
        RequisitionState.DISMISSED,
        RequisitionState.WITHDRAWN,
        RequisitionState.WRITTEN_OFF,
        RequisitionState.REVOKED,
    }
)
"""States that leave room for a new requisition in the same award."""


class RevisionReason(StrEnum):
    """Why a revision of the requisition's data exists."""

    FIRST = "first"
    COMPLETION = "completion"
    OWN_REQUEST = "own_request"


class Channel(StrEnum):
    """How a requisition came in."""

    PORTAL = "portal"
    E_MAIL = "e_mail"
    POST = "post"


_S = RequisitionState
_OPEN = (_S.RECEIVED, _S.INCOMPLETE, _S.READY)

REQUISITION_MACHINE: Machine[RequisitionState] = Machine(
    "Rekvisitionen",
    {
        _S.RECEIVED: "under kontroll",
        _S.INCOMPLETE: "under komplettering",
        _S.READY: "klar för beslut",
        _S.PROPOSED: "lämnad för beslut",
        _S.DECIDED: "beviljad",
        _S.REFUSED: "avslagen",
        _S.DISMISSED: "avvisad",
        _S.WITHDRAWN: "återkallad",
        _S.WRITTEN_OFF: "avskriven",
        _S.REVOKED: "upphävd",
    },
    [
        Move(_S.RECEIVED, "ask_completion", _S.INCOMPLETE),
        Move(_S.RECEIVED, "clear", _S.READY),
        Move(_S.INCOMPLETE, "complete", _S.RECEIVED, Actor.RECIPIENT),
        Move(_S.INCOMPLETE, "extend_completion", _S.INCOMPLETE),
        Move(_S.INCOMPLETE, "remind_completion", _S.INCOMPLETE),
        Move(_S.INCOMPLETE, "decide_without", _S.RECEIVED),
        *(Move(state, "revise", _S.RECEIVED, Actor.RECIPIENT) for state in _OPEN),
        *(Move(state, "withdraw", _S.WITHDRAWN, Actor.RECIPIENT) for state in _OPEN),
        *(Move(state, "propose_refusal", _S.PROPOSED) for state in _OPEN),
        *(Move(state, "propose_dismissal", _S.PROPOSED) for state in _OPEN),
        *(Move(state, "write_off_case", _S.PROPOSED) for state in (*_OPEN, _S.WITHDRAWN)),
        Move(_S.READY, "propose", _S.PROPOSED),
        Move(_S.READY, "recheck", _S.RECEIVED, Actor.SYSTEM),
        Move(_S.PROPOSED, "grant", _S.DECIDED, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "refuse", _S.REFUSED, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "dismiss", _S.DISMISSED, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "write_off", _S.WRITTEN_OFF, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "return", None, Actor.SECOND_PERSON),
        Move(_S.DECIDED, "propose_revoke", _S.PROPOSED),
        Move(_S.DECIDED, "propose_amendment", _S.PROPOSED),
        Move(_S.DECIDED, "revise", _S.DECIDED, Actor.RECIPIENT),
        Move(_S.DECIDED, "propose_withholding", _S.PROPOSED),
        Move(_S.PROPOSED, "amend", _S.DECIDED, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "withhold", _S.DECIDED, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "revoke", _S.REVOKED, Actor.SECOND_PERSON),
        *(Move(state, "reconsider", _S.PROPOSED) for state in (_S.REFUSED, _S.DISMISSED, _S.DECIDED)),
        Move(_S.WITHDRAWN, "reopen", _S.RECEIVED, Actor.RECIPIENT),
        *(Move(state, "file_anew", state, Actor.RECIPIENT) for state in sorted(NOT_LIVE)),
    ],
)

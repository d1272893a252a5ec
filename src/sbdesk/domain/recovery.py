"""The recovery's states from draft to settled claim."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Actor, Machine, Move


class RecoveryState(StrEnum):
    """Stored states; whether an invoice follows is computed from the award's open claim."""

    DRAFT = "draft"
    HEARING = "hearing"
    PROPOSED = "proposed"
    DECIDED = "decided"
    INVOICED = "invoiced"
    SETTLED = "settled"
    ENFORCEMENT = "enforcement"
    CLOSED = "closed"


class RecoveryPath(StrEnum):
    """Full: rows were reviewed. Simple: the recipient's own reported unused money."""

    FULL = "full"
    SIMPLE = "simple"


class Interest(StrEnum):
    """Whether interest on late payment is claimed; not decided blocks the issue of an invoice."""

    NOT_DECIDED = "not_decided"
    NO = "no"
    YES = "yes"


class DueBasis(StrEnum):
    """Whether the due day follows a demand or was fixed in advance (räntelagen 3–4 §§; a jurist's field)."""

    DEMAND = "demand"
    FIXED_IN_ADVANCE = "fixed_in_advance"


class LineReview(StrEnum):
    """The decider's word on a claimed line."""

    OK = "ok"
    REFUSED = "refused"


_S = RecoveryState

RECOVERY_MACHINE: Machine[RecoveryState] = Machine(
    "Återkravet",
    {
        _S.DRAFT: "under utredning",
        _S.HEARING: "hos mottagaren för yttrande",
        _S.PROPOSED: "lämnat för beslut",
        _S.DECIDED: "beslutat",
        _S.INVOICED: "fakturerat",
        _S.SETTLED: "betalt",
        _S.ENFORCEMENT: "lämnat till ekonomi för fortsatt krav",
        _S.CLOSED: "avslutat utan återkrav",
    },
    [
        Move(_S.DRAFT, "send_hearing", _S.HEARING),
        Move(_S.DRAFT, "propose_simple", _S.PROPOSED),
        Move(_S.DRAFT, "propose_unheard", _S.PROPOSED),
        # After a return: the hearing that was held still covers the claim.
        Move(_S.DRAFT, "propose", _S.PROPOSED),
        Move(_S.DRAFT, "drop", _S.CLOSED),
        Move(_S.HEARING, "propose", _S.PROPOSED),
        Move(_S.HEARING, "answer", _S.HEARING, Actor.RECIPIENT),
        Move(_S.HEARING, "redraft", _S.DRAFT),
        Move(_S.HEARING, "drop", _S.CLOSED),
        Move(_S.PROPOSED, "decide", _S.DECIDED, Actor.SECOND_PERSON),
        Move(_S.PROPOSED, "return", _S.DRAFT, Actor.SECOND_PERSON),
        Move(_S.DECIDED, "issue", _S.INVOICED),
        Move(_S.DECIDED, "decide_waiver", _S.DECIDED, Actor.SECOND_PERSON),
        Move(_S.INVOICED, "settle", _S.SETTLED, Actor.SYSTEM),
        Move(_S.SETTLED, "undo_match", _S.INVOICED),
        *(
            Move(state, "reduce", state, Actor.SECOND_PERSON)
            for state in (_S.DECIDED, _S.INVOICED, _S.SETTLED)
        ),
        Move(_S.INVOICED, "write_off", _S.SETTLED, Actor.SECOND_PERSON),
        Move(_S.INVOICED, "pass_to_enforcement", _S.ENFORCEMENT, Actor.SECOND_PERSON),
        Move(_S.ENFORCEMENT, "settle", _S.SETTLED, Actor.SYSTEM),
        Move(_S.ENFORCEMENT, "recall", _S.INVOICED),
        *(
            Move(state, "reopen", _S.DRAFT, Actor.SECOND_PERSON)
            for state in (_S.SETTLED, _S.CLOSED, _S.DECIDED)
        ),
    ],
)

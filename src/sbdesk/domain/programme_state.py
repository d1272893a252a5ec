"""The programme's life from draft to archive; its window is computed from the day."""

from __future__ import annotations

from enum import StrEnum

from sbdesk.domain.states import Actor, Machine, Move


class ProgrammeState(StrEnum):
    """Stored states; the requisition window's state is computed."""

    DRAFT = "draft"
    SIGNED = "signed"
    OPEN = "open"
    ARCHIVED = "archived"


class ProgrammeOrigin(StrEnum):
    """Where a programme came from; only a shipped one has been compared with its text before."""

    SHIPPED = "shipped"
    COPIED = "copied"
    EMPTY = "empty"


class AmendmentState(StrEnum):
    """A change of a fact after sign-off waits for a second person."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    WITHDRAWN = "withdrawn"


_S = ProgrammeState

PROGRAMME_MACHINE: Machine[ProgrammeState] = Machine(
    "Statsbidraget",
    {_S.DRAFT: "ett utkast", _S.SIGNED: "granskat", _S.OPEN: "öppet", _S.ARCHIVED: "arkiverat"},
    [
        Move(_S.DRAFT, "sign_off", _S.SIGNED, Actor.SECOND_PERSON),
        Move(_S.SIGNED, "open", _S.OPEN),
        Move(_S.SIGNED, "redraft", _S.DRAFT),
        Move(_S.SIGNED, "amend_fact", _S.SIGNED),
        Move(_S.OPEN, "amend_fact", _S.OPEN),
        Move(_S.OPEN, "archive", _S.ARCHIVED, Actor.SECOND_PERSON),
        Move(_S.ARCHIVED, "reopen", _S.OPEN, Actor.SECOND_PERSON),
    ],
)

"""What every letter's content shares: who writes, to whom, about which case, in which stage."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sbdesk.domain.errors import UserFacingError


class Stage(StrEnum):
    """A draft carries the watermark UTKAST and may hold open fields; an issued letter may not."""

    DRAFT = "draft"
    ISSUED = "issued"


class ContentFault(ValueError):  # noqa: N818 - a fault of ours, beside UserFacingError
    """The figures or parts of a content contradict each other: the program's fault, never the officer's."""


@dataclass(frozen=True)
class Marks:
    """The stage of a document and what ties it to the audit chain.

    ``chain_head`` is the head of the event chain (hexadecimal), kept in the file's metadata.
    ``document_id`` is printed small in the foot; without one it is derived from the content.
    """

    stage: Stage
    practice: bool = False
    chain_head: str = ""
    document_id: str = ""


@dataclass(frozen=True)
class Agency:
    """The agency that writes: name, unit and the lines of its foot."""

    name: str
    unit: str = ""
    organisation_number: str = ""
    address: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Recipient:
    """To whom: the legal entity, and the lines letters are addressed with (may be empty: never guessed)."""

    name: str
    organisation_number: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """Somebody at the agency, as a letter names them; title in lower case ("enhetschef")."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Case:
    """The case a letter belongs to.

    ``case_number`` is the dnr ("" while not registered: drafts only); ``programme`` a code (``csd-2026``);
    ``grant_year`` the bidragsår; ``use_to`` the last day the money may be used.
    """

    case_number: str
    programme: str
    grant_year: int
    use_to: dt.date


@dataclass(frozen=True)
class Appeal:
    """What a decision says about appeal; ``example`` marks a text no jurist has decided."""

    text: str
    example: bool = False


@dataclass(frozen=True)
class InterestClause:
    """Interest on late payment, only with a stated ground (a jurist's field)."""

    rate: str
    source: str


@dataclass(frozen=True)
class Authorship:
    """Who decided, who presented, who took part (FL 31 §).

    ``delegation`` is the clause of the delegation order, or empty: the letter cites it or says nothing.
    ``signature_line`` adds a line to sign on paper (local file: signed outside the program).
    """

    decider: Person
    rapporteur: Person
    participants: tuple[Person, ...] = ()
    delegation: str = ""
    signature_line: bool = False


def require_case_number(case: Case, marks: Marks) -> None:
    """An issued letter carries a case number (dnr)."""
    if marks.stage is Stage.ISSUED and not case.case_number:
        raise UserFacingError(
            "Ärendet saknar diarienummer.",
            "Brevet är inte utfärdat.",
            "Ange diarienumret på ärendet och försök igen.",
        )


def require_appeal(appeal: Appeal | None, marks: Marks) -> None:
    """A decision is issued only when the field on appeal is set (FL 33 §)."""
    if marks.stage is Stage.ISSUED and (appeal is None or not appeal.text.strip()):
        raise UserFacingError(
            "Det är inte bestämt om beslutet får överklagas.",
            "Beslutet är inte fattat.",
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande.",
        )


def content_json(content: Any) -> str:
    """A content dataclass as canonical JSON: what is kept beside the produced document."""

    def plain(value: Any) -> str:
        if isinstance(value, dt.date):
            return value.isoformat()
        raise TypeError(value)

    return json.dumps(asdict(content), default=plain, ensure_ascii=False, sort_keys=True)


def derived_document_id(content: Any, wording_stamp: str) -> str:
    """Twelve hexadecimal digits of the content's and wording's SHA-256, as ``3F2A-91BC-77D0``."""
    seed = f"{type(content).__name__}\n{content_json(content)}\n{wording_stamp}"
    digits = hashlib.sha256(seed.encode()).hexdigest()[:12].upper()
    return "-".join((digits[:4], digits[4:8], digits[8:]))

"""What the officer types about an appeal, and what is refused of it whatever the state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.appeal import AppealOutcome, Excuse
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DocumentOrigin
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.document_store import NewDocument, keep_document, sha256
from sbdesk.services.workplace import Workplace

KEPT = "Inget är sparat, men det du har skrivit finns kvar."


@dataclass(frozen=True, slots=True)
class AppealInput:
    """The appeal as it came in: which decision, when, what the recipient asks for, and the document."""

    decision_id: int
    received_on: date
    asks: str
    file: ReceivedFile

    def plain(self) -> list[Any]:
        """Plain data for the command's hash."""
        return [self.decision_id, self.received_on.isoformat(), self.asks, sha256(self.file.content)]


@dataclass(frozen=True, slots=True)
class TimeInput:
    """When the recipient got the decision, where it matters, and why a late appeal still counts."""

    notified_on: date | None = None
    excuse: Excuse | None = None
    reason: str = ""

    def plain(self) -> list[Any]:
        """Plain data for the command's hash."""
        day = self.notified_on.isoformat() if self.notified_on else None
        return [day, self.excuse, self.reason]


@dataclass(frozen=True, slots=True)
class JudgmentInput:
    """What a court decided, when, in which case, and the document."""

    on: date
    outcome: AppealOutcome
    court_case: str
    file: ReceivedFile

    def plain(self) -> list[Any]:
        """Plain data for the command's hash."""
        return [self.on.isoformat(), self.outcome.value, self.court_case, sha256(self.file.content)]


def refuse_day(work: Workplace, on: date, first: date, what: str) -> None:
    """Raise for a day before ``first`` or to come; ``what`` starts the sentence."""
    if on > work.clock.today() or on < first:
        raise UserFacingError(
            f"{what} kan inte ha varit {on.isoformat()}.",
            KEPT,
            f"Ange en dag från {first.isoformat()} till och med i dag.",
        )


def words_given(text: str, what: str) -> str:
    """The text without outer spaces; raises when there is none."""
    words = text.strip()
    if not words:
        raise UserFacingError(f"{what} saknas.", KEPT, "Fyll i det och försök igen.")
    return words


def keep(session: Session, work: Workplace, award_id: int, file: ReceivedFile, kind: str, title: str) -> int:
    """The received file as a document of the case."""
    document = keep_document(
        session,
        work,
        NewDocument(
            content=file.content,
            file_name=file.file_name,
            media_type=file.media_type,
            origin=DocumentOrigin.RECEIVED,
            kind=kind,
            title=title,
            award_id=award_id,
            contains_personal_data=True,
        ),
    )
    return document.id

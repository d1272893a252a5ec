"""The letter that reminds a recipient of what its requisition still lacks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import Letter
from sbdesk.documents.completion_letter import asking_letter
from sbdesk.documents.content import (
    Agency,
    Case,
    ContentFault,
    Marks,
    Person,
    Recipient,
    require_case_number,
)
from sbdesk.documents.phrases import long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording


@dataclass(frozen=True)
class CompletionReminderContent:
    """Everything the reminder says; ``asked_on``: when we asked, ``was_due``: the day that has passed."""

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    asked_on: dt.date
    was_due: dt.date
    items: tuple[str, ...]
    answer_due: dt.date
    answer_email: str
    contact: Person

    def __post_init__(self) -> None:
        if not self.items:
            raise ContentFault("nothing is asked for")
        if self.answer_due <= self.was_due:
            raise ContentFault("the new day is not later than the one that passed")


def render_completion_reminder(content: CompletionReminderContent, wording: Wording) -> bytes:
    """The letter as PDF; UserFacingError when the case number is missing at issue."""
    return render(completion_reminder(content, wording))


def completion_reminder(content: CompletionReminderContent, wording: Wording) -> Letter:
    """The letter's blocks."""
    require_case_number(content.case, content.marks)
    w = wording
    intro = w.text(
        "intro",
        asked_on=long_date(content.asked_on),
        was_due=long_date(content.was_due),
        grant=w.text("grant"),
        year=str(content.case.grant_year),
    )
    return asking_letter(content, w, intro)

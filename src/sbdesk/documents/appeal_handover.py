"""The letter by which an appeal and everything in the case go to the court (FL 46 §)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Letter,
    Letterhead,
    Paragraph,
    Row,
    Table,
    Tone,
)
from sbdesk.documents.content import Agency, Case, ContentFault, Marks, Person, Recipient, require_case_number
from sbdesk.documents.frame import assemble, case_facts, closing_blocks
from sbdesk.documents.phrases import long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording


@dataclass(frozen=True)
class HandedDocument:
    """One document of the case as the list names it."""

    title: str
    day: dt.date


@dataclass(frozen=True)
class NewDecision:
    """The decision that the agency made when it reconsidered."""

    number: str
    decided_on: dt.date


@dataclass(frozen=True)
class AppealHandoverContent:
    """Everything the letter says; ``recipient`` is who appealed, ``court`` to whom it goes.

    ``in_time`` None: the decision may not be appealed, which the court tests (FL 47 §). ``dismissal_number``:
    what is appealed is our dismissal. ``documents`` is every document of the case, oldest first.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    court: str
    decision_number: str
    decided_on: dt.date
    received_on: dt.date
    in_time: bool | None
    documents: tuple[HandedDocument, ...]
    contact: Person
    dismissal_number: str = ""
    new_decision: NewDecision | None = None

    def __post_init__(self) -> None:
        if not self.documents:
            raise ContentFault("an appeal goes with the documents of the case")
        if self.in_time is False and not self.dismissal_number:
            raise ContentFault("a late appeal is dismissed, not handed over")


def render_appeal_handover(content: AppealHandoverContent, wording: Wording) -> bytes:
    """The letter as PDF; UserFacingError when the case number is missing at issue."""
    return render(appeal_handover(content, wording))


def appeal_handover(content: AppealHandoverContent, wording: Wording) -> Letter:
    """The letter's blocks."""
    require_case_number(content.case, content.marks)
    w, case = wording, content.case
    fields = {
        "court": content.court,
        "recipient": content.recipient.name,
        "decided_on": long_date(content.decided_on),
        "number": content.decision_number,
        "case_number": case.case_number or w.text("case_number_missing"),
        "grant": w.text("grant"),
        "year": str(case.grant_year),
    }
    if content.dismissal_number:
        opening = w.text("handover.dismissal", dismissal_number=content.dismissal_number, **fields)
    else:
        opening = w.text("handover.appeal", received_on=long_date(content.received_on), **fields)
    blocks: list[Block] = [
        Heading(w.text("heading.handover")),
        Paragraph(opening, Tone.STRONG),
        Paragraph(w.text("handover.rule")),
        Heading(w.text("heading.test")),
        Paragraph(w.text(_test_key(content.in_time))),
        *_reconsidered(content, w),
        Heading(w.text("heading.material")),
        _list(content.documents, w),
        *closing_blocks(content.contact, (), (), w),
    ]
    facts = case_facts(content.dated, case, w)
    return assemble(
        content,
        w,
        head=Letterhead(content.agency.name, content.agency.unit, w.text("kind"), facts, (content.court,)),
        title=w.text("title"),
        dated=content.dated,
        blocks=blocks,
    )


def _test_key(in_time: bool | None) -> str:
    if in_time is None:
        return "test.not_appealable"
    return "test.in_time" if in_time else "test.late"


def _reconsidered(content: AppealHandoverContent, w: Wording) -> list[Block]:
    if content.dismissal_number:
        return []
    new = content.new_decision
    words = (
        w.text("reconsideration.unchanged")
        if new is None
        else w.text("reconsideration.changed", new_number=new.number, new_on=long_date(new.decided_on))
    )
    return [Heading(w.text("heading.reconsideration")), Paragraph(words)]


def _list(documents: tuple[HandedDocument, ...], w: Wording) -> Table:
    return Table(
        label=w.text("table.label"),
        columns=(
            Column(w.text("table.number"), 1, Align.RIGHT),
            Column(w.text("table.title"), 8),
            Column(w.text("table.day"), 3),
        ),
        rows=tuple(
            Row((str(number), document.title, long_date(document.day)))
            for number, document in enumerate(documents, start=1)
        ),
    )

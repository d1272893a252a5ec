"""Puts together what every letter has around its own blocks: head, foot, marks and the closing parts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sbdesk.documents.blocks import (
    Block,
    Group,
    Heading,
    Letter,
    Letterhead,
    OpenField,
    Paragraph,
    Signature,
    Tone,
)
from sbdesk.documents.content import (
    Agency,
    Appeal,
    Authorship,
    Case,
    Marks,
    Person,
    Recipient,
    Stage,
    derived_document_id,
)
from sbdesk.documents.phrases import enumerate_words, long_date, organisation_number, sentence_start
from sbdesk.documents.wording import Wording

MIDDLE_DOT = " · "


def titled(person: Person) -> str:
    """``enhetschef Karin Ek``."""
    return f"{person.title} {person.name}".strip()


def letterhead(
    kind: str, agency: Agency, recipient: Recipient, facts: tuple[tuple[str, str], ...], wording: Wording
) -> Letterhead:
    """The head with the recipient's name, organisation number and address lines."""
    number = wording.text("organisation_number", number=organisation_number(recipient.organisation_number))
    return Letterhead(agency.name, agency.unit, kind, facts, (recipient.name, number, *recipient.address))


def case_facts(day: dt.date, case: Case, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Day and case number for the head."""
    return (
        (wording.text("date"), long_date(day)),
        (wording.text("case_number"), case.case_number or wording.text("case_number_missing")),
    )


def assemble(
    content: Any, wording: Wording, *, head: Letterhead, title: str, dated: dt.date, blocks: list[Block]
) -> Letter:
    """The letter with its foot, its document id, its metadata and its watermark.

    ``content`` is any content dataclass with ``marks``, ``agency`` and ``case``.
    """
    marks: Marks = content.marks
    agency: Agency = content.agency
    document_id = marks.document_id or derived_document_id(content, wording.stamp)
    draft = marks.stage is Stage.DRAFT
    keywords = [f"Dokument-id {document_id}", f"Texter {wording.stamp}"]
    if marks.chain_head:
        keywords.append(f"Händelsekedja {marks.chain_head}")
    if draft and not wording.approved_by_jurist:
        blocks = [Paragraph(wording.text("wording_open"), Tone.NOTE), *blocks]
    return Letter(
        title=title,
        head=head,
        blocks=tuple(blocks),
        dated=dated,
        author=agency.name,
        running_title=MIDDLE_DOT.join(
            part for part in (agency.name, head.document_kind, content.case.case_number) if part
        ),
        footer=_footer(agency, wording),
        document_id=document_id,
        keywords=tuple(keywords),
        watermark=(*(("UTKAST",) if draft else ()), *(("ÖVNING",) if marks.practice else ())),
    )


def _footer(agency: Agency, wording: Wording) -> tuple[str, ...]:
    number = organisation_number(agency.organisation_number)
    where = MIDDLE_DOT.join((agency.name, *agency.address))
    reach = [part for part in (agency.phone, agency.email) if part]
    if number:
        reach.append(wording.text("organisation_number", number=number))
    return (where, MIDDLE_DOT.join(reach)) if reach else (where,)


def appeal_blocks(appeal: Appeal | None, wording: Wording) -> list[Block]:
    """The section on appeal; an open, framed field while nobody has decided it (drafts only)."""
    if appeal is None or not appeal.text.strip():
        return [OpenField(wording.text("appeal_open_label"), wording.text("appeal_open"))]
    blocks: list[Block] = [Heading(wording.text("appeal"))]
    if appeal.example:
        blocks.append(Paragraph(wording.text("appeal_example"), Tone.STRONG))
    return [*blocks, *(Paragraph(part) for part in appeal.text.split("\n\n"))]


def authorship_blocks(authorship: Authorship, wording: Wording) -> list[Block]:
    """Who decided, presented and took part (FL 31 §), and the line to sign on when signed on paper."""
    sentences = [wording.text("decider", decider=titled(authorship.decider))]
    if authorship.delegation:
        sentences.append(wording.text("delegation", delegation=authorship.delegation))
    sentences.append(wording.text("rapporteur", rapporteur=sentence_start(titled(authorship.rapporteur))))
    if authorship.participants:
        names = sentence_start(enumerate_words([titled(person) for person in authorship.participants]))
        sentences.append(wording.text("participants", participants=names))
    blocks: tuple[Block, ...] = (Heading(wording.text("decided_by")), Paragraph(" ".join(sentences)))
    if authorship.signature_line:
        blocks += (Signature(authorship.decider.name, sentence_start(authorship.decider.title)),)
    return [Group(blocks)]


def contact_sentence(person: Person, wording: Wording) -> str:
    """Whom to ask, with the telephone and e-mail that are known."""
    parts = [wording.text("contact_line", name=titled(person))]
    if person.phone:
        parts.append(wording.text("contact_phone", phone=person.phone))
    if person.email:
        parts.append(wording.text("contact_email", email=person.email))
    return ", ".join(parts)


def closing_blocks(
    contact: Person, attachments: tuple[str, ...], copies: tuple[str, ...], wording: Wording
) -> list[Block]:
    """Contact, numbered attachments and who gets a copy, on one page."""
    blocks: list[Block] = [
        Heading(wording.text("contact")),
        Paragraph(contact_sentence(contact, wording)),
    ]
    blocks += [
        Paragraph(wording.text("attachment", number=str(number), name=name))
        for number, name in enumerate(attachments, start=1)
    ]
    if copies:
        blocks.append(Paragraph(wording.text("copies", names=enumerate_words(copies))))
    return [Group(tuple(blocks))]

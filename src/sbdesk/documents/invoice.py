"""The invoice for a claim, and the credit note that takes it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import (
    Align,
    Block,
    Column,
    Facts,
    Heading,
    Letter,
    OpenField,
    Paragraph,
    PaymentSlip,
    Row,
    RowKind,
    Table,
    Tone,
)
from sbdesk.documents.content import (
    Agency,
    Case,
    ContentFault,
    InterestClause,
    Marks,
    Person,
    Recipient,
    Stage,
    require_case_number,
)
from sbdesk.documents.frame import assemble, case_facts, letterhead, titled
from sbdesk.documents.phrases import kronor, long_date, organisation_number
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.invoice import InvoiceKind
from sbdesk.domain.ore import Ore, format_ore
from sbdesk.domain.recovery import Interest

ROUNDING_LIMIT = 99
"""Öre that rounding may move at most."""


@dataclass(frozen=True)
class InvoiceLine:
    """One component or ground; amount in öre, positive also on a credit note."""

    text: str
    amount_ore: Ore


@dataclass(frozen=True)
class Credit:
    """Which invoice a credit note takes back, and why."""

    number: str
    issued_on: dt.date
    reason: str


@dataclass(frozen=True)
class InvoiceContent:
    """Everything an invoice or a credit note says; amounts in öre.

    ``number`` and ``ocr_number`` are empty in drafts only. ``buyer_reference`` is asked for, never guessed:
    when empty an issued invoice leaves the line out. ``interest`` not decided stops issue; yes needs
    ``interest_clause``. ``total_ore`` = lines − ``paid_ore`` + ``rounding_ore``. ``decision_*``: the recovery
    decision; ``decision_contact`` answers for it, ``contact`` for the invoice.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    kind: InvoiceKind
    number: str
    issued_on: dt.date
    due_on: dt.date
    decision_on: dt.date
    lines: tuple[InvoiceLine, ...]
    total_ore: Ore
    bankgiro: str
    ocr_number: str
    interest: Interest
    our_reference: Person
    contact: Person
    decision_contact: Person
    interest_clause: InterestClause | None = None
    buyer_reference: str = ""
    peppol_id: str = ""
    use_from: dt.date | None = None
    paid_ore: Ore = 0
    rounding_ore: Ore = 0
    credit: Credit | None = None

    def __post_init__(self) -> None:
        total = sum(line.amount_ore for line in self.lines) - self.paid_ore + self.rounding_ore
        if total != self.total_ore or total <= 0 or not self.lines:
            raise ContentFault(f"lines give {total}, total is {self.total_ore}")
        if abs(self.rounding_ore) > ROUNDING_LIMIT or self.paid_ore < 0:
            raise ContentFault("rounding or earlier payment")
        if self.is_credit != (self.credit is not None):
            raise ContentFault("a credit note names its invoice, and only a credit note does")
        if (self.interest is Interest.YES) != (self.interest_clause is not None):
            raise ContentFault("interest and its ground belong together")

    @property
    def is_credit(self) -> bool:
        """Whether this is a credit note."""
        return self.kind is InvoiceKind.CREDIT_NOTE


def render_invoice(content: InvoiceContent, wording: Wording) -> bytes:
    """The invoice as PDF; UserFacingError when something that an issued one needs is missing."""
    return render(invoice(content, wording))


def invoice(content: InvoiceContent, wording: Wording) -> Letter:
    """The invoice's blocks."""
    _require_ready(content)
    w = wording
    blocks: list[Block] = [_facts(content, w), *_about(content, w), _table(content, w), *_notes(content, w)]
    if not content.is_credit:
        blocks.append(_slip(content, w))
    kind = w.text("credit_kind" if content.is_credit else "kind")
    head = letterhead(
        kind, content.agency, content.recipient, case_facts(content.issued_on, content.case, w), w
    )
    return assemble(content, w, head=head, title=_title(content, w), dated=content.issued_on, blocks=blocks)


def _title(content: InvoiceContent, w: Wording) -> str:
    prefix = "credit_" if content.is_credit else ""
    if content.number:
        return w.text(f"{prefix}title", number=content.number)
    return w.text(f"{prefix}draft_title")


def _require_ready(content: InvoiceContent) -> None:
    require_case_number(content.case, content.marks)
    if content.marks.stage is not Stage.ISSUED:
        return
    if not content.is_credit and content.interest is Interest.NOT_DECIDED:
        raise UserFacingError(
            "Det är inte bestämt om dröjsmålsränta ska tas ut.",
            "Fakturan är inte utfärdad.",
            "Be en jurist fylla i uppgiften under Återkrav ▸ Dröjsmålsränta.",
        )
    lacks = {
        "fakturanummer": content.number,
        "OCR-nummer": content.ocr_number or content.is_credit,
        "bankgiro": content.bankgiro or content.is_credit,
    }
    for name, value in lacks.items():
        if not value:
            raise UserFacingError(
                f"Fakturan saknar {name}.",
                "Fakturan är inte utfärdad.",
                "Fyll i uppgiften under Inställningar ▸ Avsändare eller Nummerserier och försök igen.",
            )


def _facts(content: InvoiceContent, w: Wording) -> Facts:
    draft = content.marks.stage is Stage.DRAFT
    reference = content.buyer_reference or (w.text("fact.buyer_reference_missing") if draft else "")
    number = organisation_number(content.recipient.organisation_number)
    pairs = [
        (w.text("fact.number"), content.number or w.text("fact.number_open")),
        (w.text("fact.issued_on"), long_date(content.issued_on)),
        *([] if content.is_credit else [(w.text("fact.due_on"), long_date(content.due_on))]),
        (w.text("fact.recipient_number"), number),
        (w.text("fact.buyer_reference"), reference),
        (w.text("fact.our_reference"), titled(content.our_reference)),
        (w.text("fact.case_number"), content.case.case_number),
        (w.text("fact.decided_on"), long_date(content.decision_on)),
        (w.text("fact.peppol"), content.peppol_id),
        (w.text("fact.credits"), content.credit.number if content.credit else ""),
    ]
    return Facts(tuple((label, value) for label, value in pairs if value), columns=2)


def _about(content: InvoiceContent, w: Wording) -> list[Block]:
    case = content.case
    claim = w.text(
        "about.claim",
        grant=w.text("grant"),
        year=str(case.grant_year),
        decided_on=long_date(content.decision_on),
        case_number=case.case_number or w.text("case_number_missing"),
    )
    use_to = long_date(case.use_to)
    if content.use_from:
        period = w.text("about.period", use_from=long_date(content.use_from), use_to=use_to)
    else:
        period = w.text("about.period_to", use_to=use_to)
    blocks: list[Block] = [
        Heading(w.text("about.credit_heading" if content.is_credit else "about.heading")),
        Paragraph(f"{claim} {period}"),
    ]
    if content.credit:
        credit = content.credit
        blocks.append(
            Paragraph(
                w.text(
                    "about.credit",
                    number=credit.number,
                    issued_on=long_date(credit.issued_on),
                    reason=credit.reason,
                )
            )
        )
    return blocks


def _table(content: InvoiceContent, w: Wording) -> Table:
    sign = -1 if content.is_credit else 1
    rows = [Row((line.text, format_ore(sign * line.amount_ore))) for line in content.lines]
    for key, amount in (("paid", -content.paid_ore), ("rounding", content.rounding_ore)):
        if amount:
            rows.append(Row((w.text(f"table.{key}"), format_ore(sign * amount))))
    label = w.text("table.credit_total" if content.is_credit else "table.total")
    rows.append(Row((label, format_ore(sign * content.total_ore)), RowKind.SUM))
    columns = (Column(w.text("table.line"), 0.75), Column(w.text("table.amount"), 0.25, Align.RIGHT))
    return Table(w.text("table.label"), columns, tuple(rows))


def _notes(content: InvoiceContent, w: Wording) -> list[Block]:
    blocks: list[Block] = []
    notes = [w.text("note.vat")]
    if content.is_credit:
        blocks.append(Paragraph(w.text("note.credit"), Tone.STRONG))
    else:
        pay = w.text("note.pay", total=kronor(content.total_ore), due_on=long_date(content.due_on))
        blocks.append(Paragraph(pay, Tone.STRONG))
        ocr = content.ocr_number or f"({w.text('fact.number_open')})"
        notes.insert(0, w.text("note.ocr", bankgiro=content.bankgiro, ocr_number=ocr))
        if content.interest_clause:
            clause = content.interest_clause
            notes.append(w.text("interest", rate=clause.rate, source=clause.source))
    blocks.append(Paragraph(" ".join(notes)))
    if not content.is_credit and content.interest is Interest.NOT_DECIDED:
        blocks.append(OpenField(w.text("note.interest_open_label"), w.text("note.interest_open")))
    appeal = w.text("note.appeal", decided_on=long_date(content.decision_on))
    return [
        *blocks,
        Paragraph(appeal),
        Paragraph(w.text("note.invoice_contact", contact=_reach(content.contact))),
        Paragraph(w.text("note.decision_contact", contact=_reach(content.decision_contact))),
    ]


def _reach(person: Person) -> str:
    return ", ".join(part for part in (titled(person), person.phone, person.email) if part)


def _slip(content: InvoiceContent, w: Wording) -> PaymentSlip:
    pairs = (
        (w.text("slip.bankgiro"), content.bankgiro),
        (w.text("slip.payee"), content.agency.name),
        (w.text("slip.payer"), content.recipient.name),
        (w.text("slip.ocr"), content.ocr_number or w.text("fact.number_open")),
        (w.text("slip.due_on"), long_date(content.due_on)),
        (w.text("slip.number"), content.number or w.text("fact.number_open")),
    )
    return PaymentSlip(w.text("slip.title"), pairs, w.text("slip.total"), format_ore(content.total_ore))

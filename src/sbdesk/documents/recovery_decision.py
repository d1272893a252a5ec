"""The decision to claim money back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sbdesk.documents.blocks import Block, Heading, Letter, Paragraph, Quote, Tone
from sbdesk.documents.calculation import claim_table
from sbdesk.documents.claim import (
    ClaimGround,
    ClaimKind,
    check_claim,
    ground_heading,
    row_list,
    rules_block,
    voucher_sentence,
)
from sbdesk.documents.content import (
    Agency,
    Appeal,
    Authorship,
    Case,
    ContentFault,
    InterestClause,
    Marks,
    Person,
    Recipient,
    require_appeal,
    require_case_number,
)
from sbdesk.documents.frame import (
    appeal_blocks,
    assemble,
    authorship_blocks,
    case_facts,
    closing_blocks,
    letterhead,
)
from sbdesk.documents.phrases import kronor, long_date
from sbdesk.documents.render import render
from sbdesk.documents.wording import Wording
from sbdesk.domain.award import AwardSums
from sbdesk.domain.ore import Ore


@dataclass(frozen=True)
class GrantGiven:
    """The grant the claim concerns: when decided, under which number, when paid."""

    decided_on: dt.date
    case_number: str
    paid_on: dt.date


@dataclass(frozen=True)
class Heard:
    """When the recipient was heard and what it answered, told shortly and fairly; None = no answer."""

    sent_on: dt.date
    answered_on: dt.date | None = None
    summary: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waiver:
    """What is not claimed though it could be (öre), only where a law allows it, with reasons."""

    amount_ore: Ore
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class RecoveryContent:
    """Everything a recovery decision says.

    ``sums``: the award's sums *before* this decision; ``grounds`` sum to the claim (öre). ``heard`` or else
    ``unheard_reason`` ("beloppet är det som ni själva har återrapporterat som inte använt").
    ``reported_on`` None: no report came. ``ledger_on``: when the ledger extract came in, None when none was
    reviewed. ``invoice_follows``: the award's open claim is over the threshold. ``repay_by``: the
    instruction's day, when it has passed and a jurist has approved the sentence.
    ``debt_rule``: the programme refuses grants to debtors.
    """

    marks: Marks
    agency: Agency
    recipient: Recipient
    case: Case
    dated: dt.date
    given: GrantGiven
    sums: AwardSums
    grounds: tuple[ClaimGround, ...]
    invoice_follows: bool
    invoice_over_ore: Ore
    appeal: Appeal | None
    authorship: Authorship
    contact: Person
    heard: Heard | None = None
    unheard_reason: str = ""
    reported_on: dt.date | None = None
    ledger_on: dt.date | None = None
    waiver: Waiver | None = None
    interest: InterestClause | None = None
    repay_by: dt.date | None = None
    debt_rule: bool = False
    attachments: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        waived = self.waiver.amount_ore if self.waiver else 0
        check_claim(self.grounds, self.sums, self.claim_ore, waived)
        if (self.heard is None) == (not self.unheard_reason):
            raise ContentFault("either a hearing or the reason there was none")
        if any(not ground.judgement and ground.kind is not ClaimKind.UNUSED for ground in self.grounds):
            raise ContentFault("a ground has no judgement (FL 32 §)")

    @property
    def claim_ore(self) -> Ore:
        """The sum of the grounds, in öre."""
        return sum(ground.amount_ore for ground in self.grounds)


def render_recovery_decision(content: RecoveryContent, wording: Wording) -> bytes:
    """The decision as PDF; UserFacingError when appeal or case number is missing at issue."""
    return render(recovery_decision(content, wording))


def recovery_decision(content: RecoveryContent, wording: Wording) -> Letter:
    """The decision's blocks."""
    require_appeal(content.appeal, content.marks)
    require_case_number(content.case, content.marks)
    w = wording
    waived = content.waiver.amount_ore if content.waiver else 0
    blocks = _operative(content, w) + _matter(content, w) + _said(content, w)
    blocks += _rules(content, w) + _reasons(content, w)
    blocks.append(Heading(w.text("heading.calculation")))
    blocks.append(claim_table(content.sums, content.claim_ore, w, waived_ore=waived))
    if content.invoice_follows:
        blocks += _payment(content, w)
    blocks += appeal_blocks(content.appeal, w) + authorship_blocks(content.authorship, w)
    attachments, rows = row_list(content.grounds, content.attachments, w)
    blocks += closing_blocks(content.contact, attachments, content.copies, w)
    facts = case_facts(content.dated, content.case, w)
    return assemble(
        content,
        w,
        head=letterhead(w.text("kind"), content.agency, content.recipient, facts, w),
        title=w.text("title", grant=w.text("grant"), year=str(content.case.grant_year)),
        dated=content.dated,
        blocks=blocks + rows,
    )


def _operative(content: RecoveryContent, w: Wording) -> list[Block]:
    claim = w.text(
        "decision.claim",
        agency=content.agency.name,
        claim=kronor(content.claim_ore),
        recipient=content.recipient.name,
        granted_on=long_date(content.given.decided_on),
        granted_case_number=content.given.case_number,
    )
    blocks: list[Block] = [Heading(w.text("heading.decision")), Paragraph(claim, Tone.STRONG)]
    if content.waiver:
        waived = kronor(content.waiver.amount_ore)
        blocks.append(
            Paragraph(w.text("decision.waive", agency=content.agency.name, waived=waived), Tone.STRONG)
        )
    if content.invoice_follows:
        payment = w.text("decision.invoice")
    else:
        payment = w.text("decision.no_invoice", threshold=kronor(content.invoice_over_ore))
    return [*blocks, Paragraph(payment)]


def _matter(content: RecoveryContent, w: Wording) -> list[Block]:
    sums = content.sums
    sentences = [
        w.text(
            "matter.grant",
            recipient=content.recipient.name,
            granted=kronor(sums.granted),
            grant=w.text("grant"),
            year=str(content.case.grant_year),
            paid=kronor(sums.paid),
            paid_on=long_date(content.given.paid_on),
        )
    ]
    if content.reported_on:
        reported_on = long_date(content.reported_on)
        sentences.append(w.text("matter.report", reported_on=reported_on, reported=kronor(sums.reported)))
    else:
        sentences.append(w.text("matter.no_report"))
    if content.ledger_on:
        sentences.append(w.text("matter.review", ledger_on=long_date(content.ledger_on)))
    return [
        Heading(w.text("heading.matter")),
        Paragraph(" ".join(sentences)),
        Paragraph(_hearing(content, w)),
    ]


def _hearing(content: RecoveryContent, w: Wording) -> str:
    if content.heard is None:
        return w.text("matter.unheard", reason=content.unheard_reason)
    heard = w.text("matter.heard", heard_on=long_date(content.heard.sent_on))
    if content.heard.answered_on is None:
        return f"{heard} {w.text('matter.silent')}"
    return f"{heard} {w.text('matter.answered', answered_on=long_date(content.heard.answered_on))}"


def _said(content: RecoveryContent, w: Wording) -> list[Block]:
    if content.heard is None or not content.heard.summary:
        return []
    return [Heading(w.text("heading.said")), *(Paragraph(text) for text in content.heard.summary)]


def _rules(content: RecoveryContent, w: Wording) -> list[Block]:
    intro = w.text(
        "rules.decision",
        granted_on=long_date(content.given.decided_on),
        granted_case_number=content.given.case_number,
    )
    return [
        Heading(w.text("heading.rules")),
        Paragraph(intro),
        rules_block(content.grounds, content.case.use_to, w),
    ]


def _reasons(content: RecoveryContent, w: Wording) -> list[Block]:
    blocks: list[Block] = [Heading(w.text("heading.reasons"))]
    for ground in content.grounds:
        blocks += _ground(content, ground, w)
    if content.waiver:
        blocks.append(Heading(w.text("heading.waiver")))
        blocks += [Paragraph(text) for text in content.waiver.reasons]
    return blocks


def _ground(content: RecoveryContent, ground: ClaimGround, w: Wording) -> list[Block]:
    blocks: list[Block] = [ground_heading(ground, w)]
    blocks += [Paragraph(text) for text in ground.explanation or (_unused(content, ground, w),)]
    if ground.rows:
        blocks.append(Paragraph(voucher_sentence(ground, w)))
    if ground.quote:
        blocks.append(Quote(ground.quote, ground.quote_source))
    if ground.recipient_says:
        blocks.append(Paragraph(w.text("reasons.says", says=ground.recipient_says)))
    if ground.judgement:
        judgement = " ".join(text for text in (ground.judgement, ground.discretion) if text)
        blocks.append(Paragraph(w.text("reasons.judgement", judgement=judgement)))
        blocks.append(Paragraph(w.text("reasons.amount", amount=kronor(ground.amount_ore))))
    return blocks


def _unused(content: RecoveryContent, ground: ClaimGround, w: Wording) -> str:
    return w.text(
        "reasons.unused",
        reported=kronor(content.sums.reported),
        paid=kronor(content.sums.paid),
        amount=kronor(ground.amount_ore),
        use_to=long_date(content.case.use_to),
    )


def _payment(content: RecoveryContent, w: Wording) -> list[Block]:
    sentences = [w.text("payment.invoice")]
    if content.repay_by:
        sentences.append(w.text("payment.later_than_terms", repay_by=long_date(content.repay_by)))
    if content.interest:
        sentences.append(w.text("interest", rate=content.interest.rate, source=content.interest.source))
    if content.debt_rule:
        sentences.append(w.text("payment.debt"))
    return [Heading(w.text("heading.payment")), Paragraph(" ".join(sentences))]

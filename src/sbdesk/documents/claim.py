"""A claim's grounds, its arithmetic and its row list, as hearing letter and decision both print them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sbdesk.documents.blocks import (
    Align,
    Block,
    Bullets,
    Column,
    Heading,
    Item,
    PageBreak,
    Row,
    RowKind,
    Table,
)
from sbdesk.documents.content import ContentFault
from sbdesk.documents.glyphs import received
from sbdesk.documents.phrases import kronor, long_date
from sbdesk.documents.wording import Wording
from sbdesk.domain.award import AwardSums, Balances
from sbdesk.domain.ore import Ore, format_ore
from sbdesk.domain.programme_vocabulary import VerdictCause

_NAMED_VOUCHERS = 4


class ClaimKind(StrEnum):
    """What a ground's heading is called: a cause of rejection, or a ground about the award as a whole."""

    NOT_OF_THE_GRANT = "not_of_the_grant"
    PERIOD = "period"
    ACCRUAL = "accrual"
    DOUBLE_FINANCING = "double_financing"
    PURPOSE = "purpose"
    PASSED_ON = "passed_on"
    NO_EVIDENCE = "no_evidence"
    DEDUCTIBLE_VAT = "deductible_vat"
    DUPLICATE = "duplicate"
    OTHER = "other"
    UNUSED = "unused"
    LATE_REPORT = "late_report"
    NO_REPORT = "no_report"

    @classmethod
    def of(cls, cause: VerdictCause) -> ClaimKind:
        """The kind of a row's cause."""
        return cls[cause.name]


@dataclass(frozen=True)
class ClaimRow:
    """A ledger row the claim rests on; amounts in öre, ``source_row`` as Excel shows it."""

    source_row: int
    voucher: str
    booked_on: dt.date | None
    account: str
    text: str
    claimed_ore: Ore
    rejected_ore: Ore


@dataclass(frozen=True)
class ClaimGround:
    """One ground of the claim.

    ``rule`` is the programme's ground code (``unused``, ``wrong_purpose``): its sentence in the decision is
    cited. ``explanation`` are the officer's paragraphs on what was found; ``quote`` the sentence of the
    instruction, verbatim, with ``quote_source``. ``recipient_says``, ``judgement`` and ``discretion``
    (why a ground that only *may* lead to a claim does) are for the decision. Amount in öre.
    """

    kind: ClaimKind
    rule: str
    amount_ore: Ore
    explanation: tuple[str, ...] = ()
    rows: tuple[ClaimRow, ...] = ()
    quote: str = ""
    quote_source: str = ""
    recipient_says: str = ""
    judgement: str = ""
    discretion: str = ""


def check_claim(
    grounds: tuple[ClaimGround, ...], sums: AwardSums, claim_ore: Ore, waived_ore: Ore = 0
) -> None:
    """The claim is the sum of its grounds and, with the waiver, never over what can be demanded (K04)."""
    if sum(ground.amount_ore for ground in grounds) != claim_ore or claim_ore <= 0:
        raise ContentFault(f"grounds do not sum to {claim_ore}")
    if waived_ore < 0 or claim_ore + waived_ore > Balances(sums).undemanded:
        raise ContentFault(f"{claim_ore} + {waived_ore} claimed of {Balances(sums).undemanded}")
    for ground in grounds:
        if ground.kind is not ClaimKind.UNUSED and not ground.explanation:
            raise ContentFault(f"{ground.kind} has no explanation")


def ground_heading(ground: ClaimGround, w: Wording) -> Heading:
    """``Kostnad utanför bidragets tid, 84 000 kronor``."""
    words = w.text(
        "ground_part.heading", ground=w.text(f"ground.{ground.kind}"), amount=kronor(ground.amount_ore)
    )
    return Heading(words, level=3)


def voucher_sentence(ground: ClaimGround, w: Wording) -> str:
    """Which rows a ground concerns: vouchers by name while they are few."""
    vouchers = list(dict.fromkeys(row.voucher for row in ground.rows if row.voucher))
    if vouchers and len(ground.rows) <= _NAMED_VOUCHERS and all(row.voucher for row in ground.rows):
        return w.text("ground_part.vouchers", vouchers=", ".join(received(voucher) for voucher in vouchers))
    if len(ground.rows) == 1:
        return w.text("ground_part.one_row")
    return w.text("ground_part.rows", count=str(len(ground.rows)))


def rules_block(grounds: tuple[ClaimGround, ...], use_to: dt.date, w: Wording) -> Bullets:
    """The decision's sentences that the grounds rest on, each once."""
    codes = dict.fromkeys(ground.rule for ground in grounds)
    return Bullets(tuple(Item(w.text(f"rule.{code}", use_to=long_date(use_to))) for code in codes))


def row_list(
    grounds: tuple[ClaimGround, ...], attachments: tuple[str, ...], w: Wording
) -> tuple[tuple[str, ...], list[Block]]:
    """The attachments' names with the row list last, and the row list: every row of every ground.

    Nothing is added when no ground rests on rows.
    """
    with_rows = [ground for ground in grounds if ground.rows]
    if not with_rows:
        return attachments, []
    title = w.text("row_list.title")
    heading = w.text("attachment", number=str(len(attachments) + 1), name=title)
    blocks: list[Block] = [PageBreak(), Heading(heading)]
    for ground in with_rows:
        blocks += [ground_heading(ground, w), _row_table(ground, w)]
    return (*attachments, title), blocks


def _row_table(ground: ClaimGround, w: Wording) -> Table:
    columns = (
        Column(w.text("row_list.row"), 0.07, Align.RIGHT),
        Column(w.text("row_list.voucher"), 0.14),
        Column(w.text("row_list.day"), 0.12),
        Column(w.text("row_list.account"), 0.09),
        Column(w.text("row_list.text"), 0.28),
        Column(w.text("row_list.claimed"), 0.15, Align.RIGHT),
        Column(w.text("row_list.rejected"), 0.15, Align.RIGHT),
    )
    rows = [
        Row(
            (
                str(row.source_row),
                received(row.voucher),
                row.booked_on.isoformat() if row.booked_on else "",
                received(row.account),
                received(row.text),
                format_ore(row.claimed_ore),
                format_ore(row.rejected_ore),
            )
        )
        for row in ground.rows
    ]
    claimed = sum(row.claimed_ore for row in ground.rows)
    rejected = sum(row.rejected_ore for row in ground.rows)
    cells = ("", "", "", "", w.text("row_list.sum"), format_ore(claimed), format_ore(rejected))
    rows.append(Row(cells, RowKind.SUM))
    return Table(w.text("row_list.title"), columns, tuple(rows))

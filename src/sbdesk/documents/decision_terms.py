"""The parts of a grant that hold for one recipient or many: purpose, time, conditions, report, repayment."""

from __future__ import annotations

from collections.abc import Sequence

from sbdesk.documents.blocks import (
    Align,
    Block,
    Bullets,
    Column,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Row,
    RowKind,
    Table,
)
from sbdesk.documents.content import Case
from sbdesk.documents.decision_content import GrantedPart, GrantTerms, ListedUnit
from sbdesk.documents.phrases import kronor, long_date, whole_kronor
from sbdesk.documents.wording import Wording


def sentences(*texts: str) -> str:
    """The texts that say something, as one paragraph."""
    return " ".join(text for text in texts if text)


def background(terms: GrantTerms, case: Case, agency: str, w: Wording) -> str:
    """What the grant rests on; WordingFault when the text asks for a fact that the programme lacks."""
    known = {"agency": agency, "year": str(case.grant_year)}
    if terms.assignment_on:
        known["assignment_on"] = long_date(terms.assignment_on)
    if terms.assignment_number:
        known["assignment_number"] = terms.assignment_number
    return w.text("reasons.background", **known)


def all_met(kind: str, terms: GrantTerms, agency: str, w: Wording) -> str:
    """That every check was met, as the ``reasons`` of one or of a ``collective`` decision say it."""
    if terms.debt_rule:
        return w.text(f"{kind}.all_met", agency=agency)
    return w.text(f"{kind}.all_met_without_debt_rule")


def part_words(part: GrantedPart, key: str, w: Wording) -> str:
    """A part as a ``line`` of a list or as a sentence (``single``).

    The programme may have other words where the part is counted in units, or has no operation.
    """
    key = f"part.{part.component}.{key}"
    fields = {
        "amount": kronor(part.granted_ore),
        "operation": part.operation,
        "operation_short": part.operation_short,
    }
    if part.units is not None and f"{key}_units" in w.texts:
        units = {"units": str(part.units), "per_unit": kronor(part.per_unit_ore or 0)}
        return w.text(f"{key}_units", **fields, **units)
    plain = f"{key}_plain"
    return w.text(plain if not part.operation and plain in w.texts else key, **fields)


def part_blocks(parts: Sequence[GrantedPart], w: Wording) -> list[Block]:
    """What the amount consists of: one sentence, or a list when there are several parts."""
    if len(parts) == 1:
        words = part_words(parts[0], "single", w)
        return [Paragraph(words)] if words else []
    items = tuple(Item(part_words(part, "line", w)) for part in parts)
    return [Paragraph(w.text("decision.parts")), Bullets(items)]


def purpose_blocks(parts: Sequence[GrantedPart], w: Wording) -> list[Block]:
    """What the money may be used for, per component."""
    sums: dict[str, int] = {}
    for part in parts:
        sums[part.component] = sums.get(part.component, 0) + part.granted_ore
    items = tuple(
        Item(w.text(f"part.{component}.purpose"), lead=f"{kronor(amount)}:")
        for component, amount in sums.items()
    )
    return purpose_section(items, w)


def purpose_section(items: tuple[Item, ...], w: Wording) -> list[Block]:
    """The section on purpose around its points."""
    blocks: list[Block] = [Heading(w.text("heading.purpose")), Bullets(items)]
    if len(items) > 1:
        blocks.append(Paragraph(w.text("purpose.separate")))
    dialogue = w.text("purpose.dialogue")
    return [*blocks, Paragraph(dialogue)] if dialogue else blocks


def condition_blocks(terms: GrantTerms, case: Case, w: Wording) -> list[Block]:
    """The time for use and the conditions."""
    use_to = long_date(case.use_to)
    if terms.use_from:
        period = w.text("time.from_to", use_from=long_date(terms.use_from), use_to=use_to)
    else:
        period = w.text("time.to", use_to=use_to)
    conditions = [w.text(key) for key in w.numbered("conditions.list")]
    if terms.debt_stop_approved:
        conditions.append(w.text("debt_stop.clause"))
    blocks: list[Block] = [
        Heading(w.text("heading.time")),
        Paragraph(sentences(period, w.text("time.accrual"))),
    ]
    if conditions:
        blocks += [Heading(w.text("heading.conditions")), Bullets(tuple(Item(text) for text in conditions))]
    return blocks


def payment_words(terms: GrantTerms, account: str, w: Wording) -> str:
    """When and where the money is paid; ``account`` empty: to the account in the requisition."""
    after = w.text("payment.after", pays_after=long_date(terms.pays_after)) if terms.pays_after else ""
    where = w.text("payment.whole", account=account) if account else w.text("payment.own_account")
    return sentences(where, after)


def report_blocks(terms: GrantTerms, case: Case, w: Wording) -> list[Block]:
    """How the use is reported, and by when once that is decided."""
    if terms.report_due:
        due = w.text("report.due", report_due=long_date(terms.report_due))
    else:
        due = w.text("report.due_open")
    what = w.text("report.what", year=str(case.grant_year))
    return [Heading(w.text("heading.report")), Paragraph(sentences(what, due, w.text("report.review")))]


def repayment_blocks(terms: GrantTerms, case: Case, w: Wording) -> list[Block]:
    """The grounds for repayment, that the decision may be changed on them, the day and the threshold."""
    use_to = long_date(case.use_to)
    rules = tuple(Item(w.text(f"rule.{code}", use_to=use_to)) for code in terms.grounds)
    closing = []
    if rules:
        closing.append(w.text("repayment.reserve"))
    if terms.repay_due:
        closing.append(w.text("repayment.due", repay_due=long_date(terms.repay_due)))
    if terms.invoice_over_ore is not None:
        closing.append(w.text("repayment.threshold", threshold=kronor(terms.invoice_over_ore)))
    if not closing:
        return []
    blocks: list[Block] = [Heading(w.text("heading.repayment"))]
    return [*blocks, *([Bullets(rules)] if rules else []), Paragraph(sentences(*closing))]


def units_blocks(units: Sequence[ListedUnit], number: int, w: Wording) -> list[Block]:
    """The appendix with the units that the amount was counted from; nothing without a list."""
    if not units:
        return []
    title = w.text("units.title")
    return [PageBreak(), Heading(w.text("attachment", number=str(number), name=title)), units_table(units, w)]


def units_table(units: Sequence[ListedUnit], w: Wording) -> Table:
    """The units by number and name, with amounts and their sum where every one is known."""
    title = w.text("units.title")
    columns = (
        Column(w.text("units.number"), 0.1, Align.RIGHT),
        Column(w.text("units.name"), 0.62),
        Column(w.text("units.amount"), 0.28, Align.RIGHT),
    )
    amounts = [unit.amount_ore for unit in units if unit.amount_ore is not None]
    if len(amounts) < len(units):
        plain = tuple(Row(cells) for cells in _numbered(units))
        return Table(title, (columns[0], Column(w.text("units.name"), 0.9)), plain)
    rows = [
        Row((*cells, whole_kronor(amount))) for cells, amount in zip(_numbered(units), amounts, strict=True)
    ]
    total = Row(("", w.text("units.sum"), whole_kronor(sum(amounts))), RowKind.SUM)
    return Table(title, columns, (*rows, total))


def _numbered(units: Sequence[ListedUnit]) -> list[tuple[str, str]]:
    """Number and name of each line; one that stands for several units has all their numbers (2–16)."""
    made, place = [], 1
    for unit in units:
        last = place + unit.count - 1
        several = unit.count > 1
        number = f"{place}\N{EN DASH}{last}" if several else str(place)
        made.append((number, f"{unit.name}, {unit.count} stycken" if several else unit.name))
        place = last + 1
    return made

"""Turns a reconciliation's page into what the widgets show, without Qt: sums, findings, detail, footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sbdesk.domain.findings import Level
from sbdesk.domain.reconciliation import FindingState
from sbdesk.gui import formats
from sbdesk.gui.features.reconciliations.columns import LEVEL_TONES
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Action, CheckItem, Quotation, Status, Total
from sbdesk.services.reconciliations_rows import (
    FindingGroup,
    FindingRow,
    LineDetail,
    ReconciliationPage,
)

LISTED = 3
"""So many findings of a group are read out in the list; the rest are counted."""

KEYS = "G godkänn   U underkänn   D delvis   V väntar   A kommentera   F8 nästa   Ctrl+Z ångra"


@dataclass(frozen=True, slots=True)
class FindingActs:
    """What may be done with findings: show their rows, answer them, ask them again."""

    show_rows: Callable[[str], None]
    answer: Callable[[Sequence[FindingRow]], None]
    ask_again: Callable[[Sequence[FindingRow]], None]
    forbidden: str


def status_shown(page: ReconciliationPage) -> Status:
    """The strip's words; beside a fixed reconciliation who fixed it."""
    text = page.status.words
    if page.fixed:
        text += f" · {page.fixed}"
    elif page.prepared_by:
        text += f" · beredd av {page.prepared_by}"
    return Status(Tone(page.status.tone.value), text)


def totals_shown(page: ReconciliationPage) -> list[Total]:
    """The strip's sums with their formulas; what falls is marked."""
    tones = {"rejected": Tone.STOP, "parked": Tone.WAITING, "repayable": Tone.DEVIATION}
    return [
        Total(it.label, it.words, tones.get(it.key) if it.ore else None, it.formula) for it in page.figures
    ]


def progress_words(page: ReconciliationPage) -> str:
    """``43 av 214 rader bedömda, 4 underkända``."""
    counts = page.counts
    rejected = formats.count(counts.rejected, "underkänd", "underkända")
    return f"{counts.judged} av {formats.count(counts.rows, 'rad', 'rader')} bedömda, {rejected}"


def bulk_words(page: ReconciliationPage) -> str:
    """``Godkänn 171 rader utan avvikelse (4 118 200,00 kr)``."""
    rows = formats.count(page.counts.plain, "rad", "rader")
    return f"Godkänn {rows} utan avvikelse ({formats.money(page.counts.plain_ore)} kr)"


def quotation_of(finding: FindingRow) -> Quotation | None:
    """The sentence with its source: the line once the instruction is loaded, else the heading."""
    if not finding.quote:
        return None
    place = f"rad {finding.quote_line}" if finding.quote_line else finding.heading
    return Quotation(finding.quote, ", ".join(part for part in (finding.source, place) if part))


def group_items(page: ReconciliationPage, acts: FindingActs) -> list[CheckItem]:
    """One item per check and level, the unanswered first within a level."""
    return [_group_item(group, acts) for group in page.groups]


def _group_item(group: FindingGroup, acts: FindingActs) -> CheckItem:
    texts = [_said(finding) for finding in group.findings[:LISTED]]
    if len(group.findings) > LISTED:
        texts.append(f"… och {len(group.findings) - LISTED} till.")
    answered = group.level is not Level.NOTE and not group.open
    tone = Tone.OK if answered else LEVEL_TONES[group.level]
    word = "Besvarat" if answered else group.level.swedish
    quotation, action = quotation_of(group.findings[0]), _group_action(group, acts)
    return CheckItem(tone, word, group.header, "\n".join(texts), quotation, action)


def _group_action(group: FindingGroup, acts: FindingActs) -> Action | None:
    if any(finding.line_id is not None for finding in group.findings):
        return Action("Visa rader", lambda: acts.show_rows(group.code))
    return _answer_action(group.findings, acts)


def _answer_action(findings: Sequence[FindingRow], acts: FindingActs) -> Action | None:
    unanswered = [it for it in findings if it.state is FindingState.OPEN]
    if not unanswered:
        return Action("Ställ på nytt", lambda: acts.ask_again(findings), not acts.forbidden, acts.forbidden)
    if all(it.level is Level.NOTE for it in unanswered):
        return None
    label = "Häv stoppet…" if any(it.level is Level.STOP for it in unanswered) else "Motivera…"
    return Action(label, lambda: acts.answer(unanswered), not acts.forbidden, acts.forbidden)


def _said(finding: FindingRow) -> str:
    return f"{finding.text} Besvarat: {finding.reason}" if finding.reason else finding.text


def detail_items(detail: LineDetail, acts: FindingActs) -> list[CheckItem]:
    """The findings of one row; those that the verdict answers say so."""
    return [
        CheckItem(
            LEVEL_TONES[finding.level],
            finding.level.swedish,
            finding.title,
            _said(finding),
            quotation_of(finding),
            _line_action(finding, acts),
        )
        for finding in detail.findings
    ]


def _line_action(finding: FindingRow, acts: FindingActs) -> Action | None:
    if finding.state is FindingState.DISMISSED:
        return Action("Ställ på nytt", lambda: acts.ask_again([finding]), not acts.forbidden, acts.forbidden)
    if finding.level is Level.NOTE or finding.answered:
        return None
    return Action("Inte aktuellt…", lambda: acts.answer([finding]), not acts.forbidden, acts.forbidden)


def detail_heading(detail: LineDetail) -> str:
    """``V-12077 · Sekvensering · 64 750,00 kr · U underkänd, dubbelfinansiering``."""
    row = detail.row
    verdict = ", ".join(part for part in (row.judged_words, row.cause_words) if part)
    amount = f"{formats.money(row.claimed_ore)} kr"
    parts = (row.voucher or f"Rad {row.source_row}", row.text, amount, verdict)
    return " · ".join(part for part in parts if part)


def detail_facts(detail: LineDetail) -> list[tuple[str, str]]:
    """Verdict, ground, comment, origin and then every column as read."""
    row = detail.row
    first = [
        ("Grund", detail.ground),
        ("Kommentar", row.comment),
        ("Bedömd tillsammans med", ", ".join(detail.group)),
        ("Källa", detail.origin),
    ]
    return [(name, value) for name, value in first if value] + list(detail.columns)

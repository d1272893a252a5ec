"""Turns a programme's page into what the widgets show, without Qt: quotations, findings, sums, status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sbdesk.domain.findings import Finding, Level
from sbdesk.domain.programme import GroundBasis
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.gui import formats
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import CheckItem, Quotation, Status, Total
from sbdesk.services.programme_rows import ConditionRow, FactRow, GroundRow, ProgrammePage

OpenText = Callable[[int, str], None]
"""Shows the instruction at a line, with a sentence marked."""

LEVEL_TONES = {Level.STOP: Tone.STOP, Level.DEVIATION: Tone.DEVIATION, Level.NOTE: Tone.NOTE}

_BASIS_WORDS = {
    GroundBasis.ARITHMETIC: "Räknekontroll",
    GroundBasis.IMPORT: "Kontroll av den inlästa filen",
    GroundBasis.ROLE: "Två personer",
    GroundBasis.NONE: "Upplysning, ingen grund i anvisningen",
}


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """A condition or a ground for repayment, in one shape for the table; ``id`` is its place.

    ``source`` is the row that an edit of it needs.
    """

    id: int
    title: str
    value: str
    rule: str
    word: str
    tone: Tone
    heading: str | None
    quote: str | None
    line: int | None
    source: ConditionRow | GroundRow


def condition_lines(page: ProgrammePage) -> list[ConditionLine]:
    """The conditions that are in use, then the grounds for repayment."""
    found = [
        ConditionLine(
            0,
            one.title,
            _condition_value(one),
            one.rule,
            one.level.swedish if one.enabled else "Används inte",
            LEVEL_TONES[one.level] if one.enabled else Tone.MUTED,
            one.heading,
            one.quote,
            one.line,
            one,
        )
        for one in page.conditions
    ]
    found += [
        ConditionLine(
            0,
            one.title,
            "Mottagaren ska betala tillbaka" if one.modality == "ska" else "Myndigheten kan kräva tillbaka",
            "Grund",
            "Återkrav",
            Tone.MUTED,
            one.heading,
            one.quote,
            one.line,
            one,
        )
        for one in page.grounds
    ]
    return [replace(one, id=number) for number, one in enumerate(found, 1)]


def _condition_value(one: ConditionRow) -> str:
    if one.signed:
        return "Nivån är undertecknad av en andra person"
    if one.quote is None and one.basis in _BASIS_WORDS:
        return _BASIS_WORDS[one.basis]
    return {"ja": "gäller", "nej": "gäller inte"}.get(one.value, one.value)


def quotation(page: ProgrammePage, row: FactRow | ConditionLine, show: OpenText) -> Quotation | None:
    """The sentence behind the row: ``CSD 2026, rad 72`` once the text is loaded, else the heading."""
    quote, line = row.quote, row.line
    if quote is None:
        return None
    title = page.row.short_title
    if line is not None:
        return Quotation(quote, f"{title}, rad {line}", lambda: show(line, quote))
    return Quotation(quote, f"{title}, under ”{row.heading}”" if row.heading else "Lag eller förordning")


def explanation(row: FactRow | ConditionLine) -> str:
    """What stands behind a fact that has no sentence of its own."""
    if isinstance(row, ConditionLine):
        return ""
    return " ".join(part for part in (row.statute, row.reason) if part)


def findings(page: ProgrammePage, show: OpenText) -> list[CheckItem]:
    """What is odd in the programme, and quotes that the loaded text lacks."""
    items = [_item(one) for one in page.findings]
    by_title = {row.title: row for row in page.facts}
    for title in page.missing_quotes:
        text = (
            f"Citatet för ”{title}” finns inte i {page.instruction_name}. "
            "Kontrollera att det är rätt version av anvisningen, och jämför uppgiften med texten."
        )
        quote = quotation(page, by_title[title], show)
        items.append(CheckItem(Tone.DEVIATION, "Avvikelse", "Citat saknas i texten", text, quote))
    if page.instruction_id is None:
        text = "Läs in anvisningens text så öppnas varje citat på sin rad, och citat som saknas blir fynd."
        items.append(CheckItem(Tone.MUTED, "Inte kontrollerat", "Citaten mot anvisningens text", text))
    elif not page.missing_quotes:
        number = sum(row.line is not None for row in page.facts)
        items.append(
            CheckItem(
                Tone.OK, "OK", "Citaten mot anvisningens text", f"{number} citat är hittade, inget saknas."
            )
        )
    return items


def _item(one: Finding) -> CheckItem:
    title = f"{one.title} ({one.code})"
    return CheckItem(LEVEL_TONES[one.level], one.level.swedish, title, one.text)


def totals(page: ProgrammePage) -> list[Total]:
    """The frame, what is allotted and what is left, which must be nothing or explained."""
    rest = page.rest_ore
    explained = f"Ram minus fördelat. {page.rest_reason}" if page.rest_reason else "Ram minus fördelat."
    made = [
        Total("Ram", formats.kronor(page.row.frame_ore), explanation="Det totala beloppet i anvisningen."),
        Total("Fördelat", formats.kronor(page.allotted_ore), explanation="Summan av det som gäller."),
    ]
    tone = (
        None if rest is None else Tone.OK if rest == 0 else Tone.NOTE if page.rest_reason else Tone.DEVIATION
    )
    made.append(Total("Skillnad mot ram", formats.kronor(rest), tone, explained))
    return made


def status(page: ProgrammePage) -> Status:
    """Who must act on the programme."""
    row = page.row
    if row.state is ProgrammeState.DRAFT:
        by = f" · inlagt av {page.prepared_by}" if page.prepared_by else ""
        left = len(page.facts) - page.confirmed
        if left and row.status.startswith("Utkast"):
            return Status(Tone.WAITING, f"Handläggaren fyller i uppgifter: {left} är inte bekräftade{by}")
        return Status(Tone.WAITING, f"Väntar på en andra person: granskning mot anvisningen{by}")
    if row.state is ProgrammeState.SIGNED:
        return Status(Tone.NOTE, row.status)
    tone = Tone.OK if row.state is ProgrammeState.OPEN else Tone.MUTED
    return Status(tone, row.status)

"""What the import page says about a file, in words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import (
    ROLE_TITLES,
    CostSign,
    DateOrder,
    DecimalSign,
    ExclusionReason,
    RejectedRow,
    SheetInfo,
)
from sbdesk.domain.ore import NBSP
from sbdesk.gui import formats
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Status, Total, case_steps
from sbdesk.services.ledger_imports_rows import ImportOffer, ImportPreview, SheetOffer

STEPS = ("Fil", "Kolumner", "Kontroll", "Bekräfta")
SIGNS = {CostSign.COST_POSITIVE: "Kostnader är plus", CostSign.COST_NEGATIVE: "Kostnader är minus"}
DECIMALS = {
    DecimalSign.AUTO: "Avgörs av kolumnen",
    DecimalSign.COMMA: "Komma: 1 234,50",
    DecimalSign.POINT: "Punkt: 1,234.50",
}
ORDERS = {
    DateOrder.AUTO: "Avgörs av kolumnen",
    DateOrder.DAY_FIRST: "Dagen först: 31/12",
    DateOrder.MONTH_FIRST: "Månaden först: 12/31",
}
EXCLUSION_WORDS = {
    ExclusionReason.HEADING: "Rubrik",
    ExclusionReason.SUBTOTAL: "Summarad",
    ExclusionReason.OPENING: "Ingående balans",
    ExclusionReason.CLOSING: "Utgående balans",
    ExclusionReason.BLANK: "Tom rad",
    ExclusionReason.UNREADABLE: "Kan inte läsas",
    ExclusionReason.OTHER: "Utesluten här",
}


@dataclass(frozen=True, slots=True)
class FaultRow:
    """One faulty cell; ``number`` counts the faults, ``row`` is the row in the file."""

    number: int
    row: int
    cell: str
    value: str
    reason: str


def faults(rejected: Sequence[RejectedRow]) -> list[FaultRow]:
    """Every faulty cell of every rejected row."""
    found: list[FaultRow] = []
    for row in rejected:
        for fault in row.faults:
            found.append(FaultRow(len(found) + 1, row.row, fault.cell, fault.value, fault.reason))
    return found


def file_words(offer: ImportOffer) -> str:
    """``Huvudbok.xlsx · 48 kB · inte inläst förut``."""
    size = formats.count(max(1, round(offer.size / 1024)), "kB", "kB")
    before = "inläst förut" if offer.same_file is not None else "inte inläst förut"
    return f"{offer.file_name} · {size} · {before}"


def sheet_words(sheet: SheetOffer) -> str:
    """``Transaktioner (231 rader)``; a text file has one sheet without a name."""
    rows = formats.count(sheet.info.rows, "rad", "rader")
    hidden = ", dolt" if sheet.info.hidden else ""
    return f"{sheet.info.name or 'Textfil'} ({rows}{hidden})"


def hidden_words(infos: Sequence[SheetInfo], chosen: SheetInfo) -> str:
    """What Excel does not show of the file, which is read all the same; empty when nothing is hidden."""
    parts: list[str] = []
    sheets = [f"”{info.name}”" for info in infos if info.hidden]
    if sheets:
        parts.append(f"{formats.count(len(sheets), 'dolt blad', 'dolda blad')}: {', '.join(sheets[:3])}")
    if chosen.hidden_rows:
        parts.append(formats.count(chosen.hidden_rows, "dold rad", "dolda rader"))
    if chosen.hidden_columns:
        parts.append(formats.count(chosen.hidden_columns, "dold kolumn", "dolda kolumner"))
    if not parts:
        return ""
    return f"Filen har {' och '.join(parts)}. Dolda rader på bladet läses in."


def missing_words(sheet: SheetOffer) -> str:
    """Which columns must be chosen before anything can be read; empty when none."""
    missing = [ROLE_TITLES[role] for role in sheet.layout.missing()]
    return f"Välj vilken kolumn som är {' och '.join(missing)}." if missing else ""


def count_words(preview: ImportPreview) -> str:
    """``231 rader: 214 läses in, 16 är summarader, 1 har fel``."""
    excluded = preview.excluded
    sums = sum(row.reason is ExclusionReason.SUBTOTAL for row in excluded)
    parts = [f"{formats.count(len(preview.rows), 'läses in', 'läses in')}"]
    if sums:
        parts.append(formats.count(sums, "är summarad", "är summarader"))
    if len(excluded) > sums:
        parts.append(formats.count(len(excluded) - sums, "är utesluten", "är uteslutna"))
    if preview.rejected:
        parts.append(formats.count(len(preview.rejected), "har fel", "har fel"))
    return f"{formats.count(preview.reading.rows_read, 'rad', 'rader')}: {', '.join(parts)}"


def reason_not_ready(preview: ImportPreview) -> str:
    """Why ``Läs in`` cannot be pressed; empty when it can."""
    if not preview.rejected:
        return _sentence(preview.refused)
    rows = len(preview.rejected)
    if rows == 1:
        return "1 rad har fel. Be mottagaren att rätta filen, eller uteslut raden och ange varför."
    return f"{rows} rader har fel. Be mottagaren att rätta filen, eller uteslut raderna och ange varför."


def _sentence(refused: UserFacingError | None) -> str:
    return "" if refused is None else f"{refused.what} {refused.todo}".strip()


def status_of(preview: ImportPreview) -> Status:
    """The third step's words: what would be read in, and whether it can."""
    words = [f"{count_words(preview)}."]
    if preview.rejected:
        first = preview.rejected[0]
        words.append(f"Rad {first.row}, cell {first.cell}: {first.reason}")
    elif preview.findings:
        words.append(preview.findings[0].text)
    if preview.refused is not None:
        return Status(Tone.STOP, " ".join(words), case_steps(2, STEPS))
    stops = any(finding.level is Level.STOP for finding in preview.findings)
    return Status(Tone.DEVIATION if stops else Tone.OK, " ".join(words), case_steps(3, STEPS))


def totals_of(preview: ImportPreview) -> list[Total]:
    """The sums side by side, each with what it is."""
    reading = preview.reading
    totals = [Total("Summa rader", formats.money(preview.sum_ore), None, "Summan av de rader som läses in.")]
    if preview.sum_in_file_ore != preview.sum_ore:
        totals.append(
            Total(
                "Summa i filen",
                formats.money(preview.sum_in_file_ore),
                None,
                "Samma rader med filens egna tecken, innan kostnader blir plus.",
            )
        )
    totals += [
        _compared(
            "Filens summarad", reading.file_total_ore, preview.sum_ore, "Filens egen summa.", Tone.STOP
        ),
        _compared(
            "Enligt återrapporten",
            preview.reported_ore,
            preview.sum_ore,
            "Använt belopp i den senaste återrapporten. En skillnad prövas i avstämningen.",
            Tone.NOTE,
        ),
    ]
    if preview.stated_ore is not None:
        what = "Det belopp som mottagaren har uppgett för utdraget."
        totals.append(_compared("Enligt mottagaren", preview.stated_ore, preview.sum_ore, what, Tone.STOP))
    return totals


def _compared(label: str, amount: int | None, rows: int, what: str, tone: Tone) -> Total:
    if amount is None:
        return Total(label, formats.NOTHING, None, f"{what} Uppgiften saknas.")
    if amount == rows:
        return Total(label, formats.money(amount), Tone.OK, f"{what} Stämmer med raderna.")
    difference = formats.money(abs(amount - rows)) + NBSP + "kr"
    return Total(label, formats.money(amount), tone, f"{what} Skiljer {difference} från raderna.")


def first_tab(preview: ImportPreview) -> int:
    """Which list to begin with: the faults when there are any, else the accounts."""
    return 0 if preview.rejected else 2

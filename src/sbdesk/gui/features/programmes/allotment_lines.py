"""What the allotment's tab shows of previews and components, as plain data without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sbdesk.domain.ore import Ore
from sbdesk.domain.table_rows import RowState
from sbdesk.gui import formats
from sbdesk.gui.columns import Column, money_column, number_column, status_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.gui.shown import Status, Total
from sbdesk.services.allotments_rows import (
    AllotmentPage,
    ChangePreview,
    ComponentRow,
    ShareRow,
    TablePreview,
    TableResultRow,
)

_STATES = {
    RowState.TAKEN: ("Tas med", Tone.OK),
    RowState.UNFILLED: ("Inte ifylld", Tone.MUTED),
    RowState.SUM: ("Summarad", Tone.MUTED),
    RowState.REFUSED: ("Fel i raden", Tone.STOP),
}
_WORDS = {
    "Ny": Tone.OK,
    "Tas bort": Tone.DEVIATION,
    "Ändrat belopp": Tone.DEVIATION,
    "Ändrad uppgift": Tone.NOTE,
}


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A row of the table, or a difference; ``row`` is the table's row number, amounts in öre."""

    id: int
    row: int | None
    name: str
    operation: str
    before_ore: Ore | None
    after_ore: Ore | None
    word: str
    tone: Tone


def result_columns() -> list[Column[ResultLine]]:
    """Whom, what it was, what it becomes."""
    return [
        number_column("row", "Rad", lambda line: line.row, width=56),
        text_column("name", "Mottagare", lambda line: line.name, width=190, tip=lambda line: line.name),
        status_column("word", "Vad som händer", lambda line: line.word, lambda line: line.tone, width=200),
        money_column("before", "Före", lambda line: line.before_ore, decimals=False),
        money_column("after", "Efter", lambda line: line.after_ore, decimals=False),
        money_column("difference", "Skillnad", _difference, decimals=False),
        text_column(
            "operation",
            "Verksamhet eller förklaring",
            lambda line: line.operation,
            width=320,
            tip=lambda line: line.operation,
        ),
    ]


def share_columns() -> list[Column[ShareRow]]:
    """What each recipient may requisition, and how it came about."""
    return [
        text_column("recipient", "Mottagare", lambda row: row.recipient, width=180),
        money_column("effective", "Gäller", lambda row: row.effective_ore, decimals=False),
        text_column("component", "Del", lambda row: row.component, width=170, tip=lambda row: row.component),
        text_column(
            "operation", "Verksamhet", lambda row: row.operation, width=170, tip=lambda r: r.operation
        ),
        number_column("units", "Enheter", lambda row: row.units, width=76),
        number_column("weight", "Befolkning", lambda row: row.weight, width=96),
        money_column("computed", "Beräknat", lambda row: row.computed_ore, decimals=False),
        money_column("decided", "Bestämt", lambda row: row.decided_ore, decimals=False),
        status_column(
            "source",
            "Källa",
            lambda row: f"Skiljer sig från beräknat. {row.source}" if row.differs else row.source,
            lambda row: Tone.NOTE if row.differs else None,
            width=220,
        ),
        money_column("granted", "Beviljat i ärendet", lambda row: row.granted_ore or None, decimals=False),
    ]


def _difference(line: ResultLine) -> Ore | None:
    if line.before_ore is None and line.after_ore is None:
        return None
    return (line.after_ore or 0) - (line.before_ore or 0)


def change_lines(preview: ChangePreview) -> list[ResultLine]:
    """The differences, the changed ones first."""
    return [
        ResultLine(
            row.id,
            None,
            row.recipient,
            row.operation,
            row.before_ore,
            row.after_ore,
            row.word,
            _WORDS.get(row.word, Tone.MUTED),
        )
        for row in preview.rows
    ]


def row_lines(rows: Sequence[TableResultRow]) -> list[ResultLine]:
    """How each row of a table ends, the faulty ones first."""
    made = []
    for row in sorted(rows, key=lambda row: row.state is not RowState.REFUSED):
        word, tone = _STATES[row.state]
        detail = " ".join(str(fault) for fault in row.faults) or row.detail
        made.append(ResultLine(row.number, row.number, row.name, detail, None, None, word, tone))
    return made


def change_totals(preview: ChangePreview) -> list[Total]:
    """Sums before and after, against the component."""
    tone = Tone.STOP if preview.problem else Tone.OK
    return [
        Total("Före", formats.kronor(preview.before_ore)),
        Total("Efter", formats.kronor(preview.after_ore), tone),
        Total("Beloppet", formats.kronor(preview.total_ore)),
        Total("Fördelas inte", formats.kronor(preview.total_ore - preview.after_ore)),
    ]


def change_status(preview: ChangePreview) -> Status:
    """In one sentence what would happen."""
    if preview.problem:
        return Status(Tone.STOP, preview.problem)
    if not preview.changes:
        return Status(Tone.MUTED, "Inget skulle ändras.")
    parts = [f"{formats.count(preview.changes, 'post', 'poster')} ändras. Inget är ändrat än."]
    if preview.rest:
        parts.append(f"{preview.rest}.")
    if preview.new_awards:
        parts.append(f"{formats.count(preview.new_awards, 'nytt ärende', 'nya ärenden')} skapas.")
    if preview.rechecked:
        parts.append(f"Kontrollerna körs igen för {', '.join(preview.rechecked)}.")
    return Status(Tone.WAITING, " ".join(parts))


def change_reason(preview: ChangePreview) -> str:
    """Why the change cannot be made; empty when it can."""
    return preview.problem or ("" if preview.changes else "Inget skulle ändras.")


def table_status(preview: TablePreview) -> Status:
    """In one sentence how the table ends."""
    if preview.refused:
        rows = formats.count(preview.refused, "rad har fel", "rader har fel")
        return Status(Tone.STOP, f"{rows}. Rätta tabellen och läs in den igen. Inget är inläst.")
    if preview.change is not None:
        return change_status(preview.change)
    taken = sum(row.state is RowState.TAKEN for row in preview.rows)
    return Status(Tone.WAITING, f"{formats.count(taken, 'rad', 'rader')} tas med. Inget är inläst än.")


def component_words(component: ComponentRow) -> str:
    """How it is divided, what is left and why, and what is odd: ``Hela beloppet: …``."""
    parts = [component.method_words + (f", {component.unit_price}" if component.unit_price else "")]
    if component.rest:
        parts.append(component.rest)
    elif component.rest_ore == 0:
        parts.append("inget är kvar")
    elif component.rest_ore is None:
        parts.append("beloppen är inte bestämda")
    if component.problem:
        parts.append(component.problem.rstrip("."))
    if component.stale:
        parts.append("uträkningen ger nu andra belopp, välj Räkna om")
    return f"{component.label}: {'. '.join(_capital(part) for part in parts)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shares_of(page: AllotmentPage, component_id: int | None) -> list[ShareRow]:
    """The shares of a component, or of all."""
    return [
        share
        for component in page.components
        if component_id in (None, component.id)
        for share in component.shares
    ]

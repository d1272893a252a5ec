"""Takes many requisitions in from a paste or from Excel: grant, columns, each row's end, then all at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.table_shape import TableShape
from sbdesk.gui import formats
from sbdesk.gui.context import PageContext
from sbdesk.gui.look import Tone
from sbdesk.gui.open_tables import shown_table, with_choice
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Status, TableShown, Total
from sbdesk.gui.tasks import ShownProgress
from sbdesk.services.changes import Done, Touched
from sbdesk.services.requisition_tables_rows import EntryPreview, EntryResult, EntryRow, ProgrammeChoice
from sbdesk.services.small_tables import OpenTable

NO_PROGRAMME = UserFacingError(
    "Inget statsbidrag är öppet för rekvisition.", "Inget är registrerat.", "Öppna ett statsbidrag först."
)
READING = "Raderna kontrolleras."


@dataclass(frozen=True, slots=True)
class BulkEntryShown:
    """The preview as the page shows it; ``reason``: why nothing can be registered."""

    table: TableShown
    status: Status
    totals: Sequence[Total]
    rows: Sequence[EntryRow]
    button: str
    reason: str


class BulkEntryView(View, Protocol):
    """What the presenter asks of the part of the page."""

    def show_choices(self, choices: Sequence[ProgrammeChoice], chosen: int) -> None:
        """Which grants the table may belong to."""

    def show_entry(self, shown: BulkEntryShown) -> None:
        """Show the table and how its rows would end."""

    def close_entry(self) -> None:
        """Nothing is on its way in any more."""

    def new_progress(self) -> ShownProgress:
        """A progress shown in the page."""


class BulkEntryPresenter(Presenter):
    """Nothing is registered before every row's end has been shown."""

    WATCHES = Touched.NOTHING

    def __init__(self, context: PageContext, view: BulkEntryView) -> None:
        super().__init__(context, view)
        self._view = view
        self._tables = context.services.requisition_tables
        self.choices: tuple[ProgrammeChoice, ...] = ()
        self.programme_id = 0
        self.table: OpenTable | None = None
        self._place: Path | str = ""
        self._command = ""
        self._progress: ShownProgress | None = None

    def reload(self, touched: Touched) -> None:
        """A table on its way in is not read again behind the officer's back."""

    def take(self, place: Path | str) -> None:
        """Take in a file, or what was pasted, for the grant that expects the most requisitions."""
        self._place = place
        self._with_choices(self._choose_first)

    def choose_programme(self, programme_id: int) -> None:
        """The table belongs to another grant, with other columns."""
        self.programme_id = programme_id
        tables, place = self._tables, self._place
        self._errors.clear_error()
        self.load(lambda: tables.shape(programme_id), lambda shape: self._open(shape, place))

    def set_sheet(self, sheet: int) -> None:
        """Another sheet of the file."""
        if self.table is not None:
            self._preview(self.table.with_sheet(sheet))

    def set_column(self, index: int, key: str) -> None:
        """Another meaning for a column."""
        if self.table is not None:
            self._preview(with_choice(self.table, index, key))

    def confirm(self) -> None:
        """Register every row, or none."""
        table, programme, command = self.table, self.programme_id, self._command
        if table is None:
            return
        progress = self._view.new_progress()
        self.act(
            lambda: self._tables.register(programme, table, command, progress), self._registered, progress
        )

    def leave(self) -> None:
        """Let go of the table."""
        if self._progress is not None:
            self._progress.cancel()
        self.table, self._progress = None, None
        self._errors.clear_error()
        self._view.close_entry()

    def save_template(self, programme_id: int, place: Path) -> None:
        """Write the Excel template of a grant."""
        self.load(
            lambda: self._tables.write_template(programme_id, place),
            lambda _done: self.context.messages.tell(f"Mallen är sparad som {place.name}."),
        )

    def with_programme(self, then: Callable[[ProgrammeChoice], None]) -> None:
        """Give the grant that expects the most to ``then``; an error when none is open."""
        self._with_choices(lambda: then(self.choices[0]))

    def _with_choices(self, then: Callable[[], None]) -> None:
        tables, year = self._tables, self.context.year.value

        def found(choices: list[ProgrammeChoice]) -> None:
            self.choices = tuple(choices)
            if choices:
                then()
            else:
                self._errors.show_error(NO_PROGRAMME)

        self._errors.clear_error()
        self.load(lambda: tables.programmes(year), found)

    def _choose_first(self) -> None:
        ids = [choice.id for choice in self.choices]
        chosen = self.programme_id if self.programme_id in ids else ids[0]
        self._view.show_choices(self.choices, chosen)
        self.choose_programme(chosen)

    def _open(self, shape: TableShape, place: Path | str) -> None:
        self.context.tasks.aside(
            lambda: self._tables.open_table(shape, place), self._preview, self._errors.show_error
        )

    def _preview(self, table: OpenTable) -> None:
        self.table, self._command = table, uuid4().hex
        self._errors.clear_error()
        if table.missing:
            self._view.show_entry(self._shown(table, None, Status(Tone.STOP, table.missing_words)))
            return
        self._view.show_entry(self._shown(table, None, Status(Tone.WAITING, READING)))
        programme = self.programme_id
        self._progress = progress = self._view.new_progress()
        # The preview is the act itself, taken back: it needs the thread that writes.
        self.context.tasks.submit(
            lambda: self._tables.preview(programme, table, progress),
            lambda told: self._show_preview(table, told),
            lambda error: self._show_refusal(table, error),
            progress,
        )

    def _show_preview(self, table: OpenTable, told: EntryPreview) -> None:
        if table is self.table:
            self._view.show_entry(self._shown(table, told, _status(told)))

    def _show_refusal(self, table: OpenTable, error: UserFacingError) -> None:
        if table is self.table:
            self._errors.show_error(error)
            self._view.show_entry(self._shown(table, None, Status(Tone.STOP, error.what)))

    def _shown(self, table: OpenTable, told: EntryPreview | None, status: Status) -> BulkEntryShown:
        if told is None:
            return BulkEntryShown(shown_table(table), status, (), (), "Registrera", status.text)
        rows = sorted(told.rows, key=lambda row: row.result is not EntryResult.REFUSED)
        number = formats.count(told.to_register, "rekvisition", "rekvisitioner")
        return BulkEntryShown(
            shown_table(table), status, _totals(told), rows, f"Registrera {number}", told.reason
        )

    def _registered(self, done: Done) -> None:
        self.leave()


def _status(told: EntryPreview) -> Status:
    if told.count(EntryResult.REFUSED):
        return Status(Tone.STOP, f"{told.reason} Rätta tabellen och läs in den igen. Inget är registrerat.")
    if not told.to_register:
        return Status(Tone.MUTED, told.reason)
    number = formats.count(told.to_register, "rekvisition", "rekvisitioner")
    return Status(Tone.WAITING, f"{number} kan registreras. Inget är registrerat än.")


def _totals(told: EntryPreview) -> list[Total]:
    figures = (
        ("Registreras", told.to_register, Tone.OK),
        ("Varav med avvikelse", told.count(EntryResult.DEVIATES), Tone.DEVIATION),
        ("Varav med stopp", told.count(EntryResult.STOPS), Tone.STOP),
        ("Redan registrerade", told.count(EntryResult.ALREADY), Tone.MUTED),
        ("Inte ifyllda", told.count(EntryResult.LEFT), Tone.MUTED),
        ("Rader med fel", told.count(EntryResult.REFUSED), Tone.STOP),
    )
    made = [Total(label, str(number), tone) for label, number, tone in figures if number]
    return [*made, Total("Summa rekvirerat", formats.kronor(told.sum_ore))]

"""What the tab Fördelning does: shares by hand, tables and populations taken in, and all computed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.parties import OperationKind
from sbdesk.gui import formats
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.programmes import allotment_lines as lines
from sbdesk.gui.features.programmes.allotment_draft import AllotmentDraft, EntryKind, EntryShown
from sbdesk.gui.look import Tone
from sbdesk.gui.open_tables import shown_table, with_choice
from sbdesk.gui.presenter import Presenter, View
from sbdesk.gui.shown import Status
from sbdesk.services.allotments_rows import (
    AllotmentPage,
    ChangePreview,
    PopulationLoad,
    ShareInput,
    ShareRow,
    TableLoad,
    TablePreview,
)
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.settings import OfficerRow
from sbdesk.services.small_tables import OpenTable

NO_SOURCE = "Skriv vilken tabell befolkningen kommer från."


class AllotmentView(View, Protocol):
    """What the presenter asks of the tab."""

    def show_page(self, page: AllotmentPage) -> None:
        """Show the shares."""

    def show_entry(self, shown: EntryShown) -> None:
        """Show what is on its way in, in place of the shares."""

    def close_entry(self) -> None:
        """Back to the shares."""

    def ask_second(
        self,
        colleagues: Sequence[OfficerRow],
        differences: Sequence[str],
        then: Callable[[SecondPerson], None],
    ) -> None:
        """Ask who else stands behind the change."""


class AllotmentPresenter(Presenter):
    """Nothing is changed before the officer has seen every difference and confirmed."""

    WATCHES = Touched.PROGRAMMES | Touched.RECIPIENTS | Touched.REQUISITIONS | Touched.DECISIONS

    def __init__(self, context: PageContext, view: AllotmentView) -> None:
        super().__init__(context, view)
        self._view = view
        self._allotments = context.services.allotments
        self._settings = context.services.settings
        self.page: AllotmentPage | None = None
        self.draft: AllotmentDraft | None = None
        self._preview: ChangePreview | TablePreview | None = None
        self._programme: int | None = None

    def reload(self, touched: Touched) -> None:
        """Read the shares again."""
        if self._programme is not None:
            self.choose(self._programme)

    def choose(self, programme_id: int) -> None:
        """Show a programme's allotment; what was on its way in for another one is let go."""
        if self._programme not in (None, programme_id) and self.draft is not None:
            self.leave()
        self._programme = programme_id
        self.load(lambda: self._allotments.page(programme_id), self._show_page)

    def recompute(self, component_id: int) -> None:
        """Show what computing anew would change."""
        self._begin(AllotmentDraft(EntryKind.RECOMPUTE, component_id))

    def take_table(self, component_id: int, place: Path | str) -> None:
        """Take in a table of shares."""
        draft = AllotmentDraft(EntryKind.TABLE, component_id)
        self._read(lambda: self._allotments.open_table(place), draft)

    def take_population(self, place: Path | str) -> None:
        """Take in a table of populations; where it comes from is asked in the preview."""
        today = self.page.today if self.page is not None else date.min
        load = PopulationLoad("", date(today.year - 1, 12, 31) if self.page is not None else today, today)
        draft = AllotmentDraft(EntryKind.POPULATION, load=load)
        self._read(lambda: self._allotments.open_population(place), draft)

    def set_sheet(self, sheet: int) -> None:
        """Another sheet of the file."""
        if self.draft is not None and self.draft.table is not None:
            self._begin(replace(self.draft, table=self.draft.table.with_sheet(sheet)))

    def set_column(self, index: int, key: str) -> None:
        """Another meaning for a column."""
        if self.draft is not None and self.draft.table is not None:
            self._begin(replace(self.draft, table=with_choice(self.draft.table, index, key)))

    def set_source(self, source: str) -> None:
        """Which decision or list the amounts come from."""
        if self.draft is not None and self.draft.source != source:
            self._begin(replace(self.draft, source=source))

    def set_operation_kind(self, kind: OperationKind | None) -> None:
        """What the table's operations are."""
        if self.draft is not None:
            self._begin(replace(self.draft, operation_kind=kind))

    def set_population(self, population: tuple[str, date] | None) -> None:
        """By which population the shares are weighed."""
        if self.draft is not None:
            self._begin(replace(self.draft, population=population))

    def set_population_source(self, load: PopulationLoad) -> None:
        """Which published table the numbers come from, and its days."""
        if self.draft is not None and self.draft.load != load:
            self._begin(replace(self.draft, load=load))

    def confirm(self) -> None:
        """Do what the preview shows; after sign-off a second person is asked for first."""
        draft, told = self.draft, self._preview
        change = told.change if isinstance(told, TablePreview) else told
        if draft is None or told is None:
            return
        if change is None or not change.needs_second:
            self._do(draft, change, None)
            return
        rows = [row for row in lines.change_lines(change) if row.word != "Oförändrad"]
        differences = [_difference(row) for row in rows]
        self._ask_second(differences, lambda second: self._do(draft, change, second))

    def leave(self) -> None:
        """Let go of what was on its way in."""
        self.draft, self._preview = None, None
        self._errors.clear_error()
        self._view.close_entry()

    def save_share(self, component_id: int, given: ShareInput, share: ShareRow | None) -> None:
        """Change or add one share."""
        key = (share.id, share.version) if share is not None else None
        command = uuid4().hex

        def do(second: SecondPerson | None) -> None:
            self.act(lambda: self._allotments.save_share(component_id, given, key, second, command))

        if self.page is not None and self.page.needs_second:
            what = share.recipient if share is not None else "Ny post"
            self._ask_second([f"{what}: ändrad post i fördelningen"], do)
        else:
            do(None)

    def remove_share(self, share: ShareRow) -> None:
        """Take a share of a draft away."""
        command = uuid4().hex
        self.act(lambda: self._allotments.remove_share(share.id, share.version, command))

    def save_template(self, component_id: int, place: Path) -> None:
        """Write the Excel template."""
        self.load(
            lambda: self._allotments.write_template(component_id, place),
            lambda _done: self.context.messages.tell(f"Mallen är sparad som {place.name}."),
        )

    def _ask_second(self, differences: Sequence[str], then: Callable[[SecondPerson], None]) -> None:
        self.load(
            lambda: tuple(self._settings.others()),
            lambda colleagues: self._view.ask_second(colleagues, differences, then),
        )

    def _read(self, read: Callable[[], OpenTable], draft: AllotmentDraft) -> None:
        self._errors.clear_error()
        self.context.tasks.aside(
            read, lambda table: self._begin(replace(draft, table=table)), self._errors.show_error
        )

    def _begin(self, draft: AllotmentDraft) -> None:
        """Preview a draft; an answer to an older one is not shown."""
        self.draft, self._preview = replace(draft, command=uuid4().hex), None
        draft = self.draft
        self._errors.clear_error()
        if draft.table is not None and draft.table.missing:
            self._view.show_entry(self._shown(draft, None, draft.table.missing_words))
            return
        if draft.kind is EntryKind.POPULATION and not (draft.load and draft.load.table_id.strip()):
            self._view.show_entry(self._shown(draft, None, NO_SOURCE))
            return
        # A table's preview is the act itself, taken back: it needs the thread that writes.
        self.context.tasks.submit(
            lambda: self._previewed(draft),
            lambda told: self._show_preview(draft, told),
            lambda error: self._show_refusal(draft, error),
        )

    def _previewed(self, draft: AllotmentDraft) -> ChangePreview | TablePreview:
        if draft.table is None:
            return self._allotments.recompute_preview(draft.component_id, draft.population)
        if draft.load is not None:
            return self._allotments.preview_population(draft.table, draft.load)
        return self._allotments.preview_table(
            draft.component_id, draft.table, draft.source, draft.operation_kind
        )

    def _show_preview(self, draft: AllotmentDraft, told: ChangePreview | TablePreview) -> None:
        if draft is self.draft:
            self._preview = told
            self._view.show_entry(self._shown(draft, told, ""))

    def _show_refusal(self, draft: AllotmentDraft, error: UserFacingError) -> None:
        if draft is self.draft:
            self._errors.show_error(error)
            self._view.show_entry(self._shown(draft, None, error.what))

    def _shown(
        self, draft: AllotmentDraft, told: ChangePreview | TablePreview | None, words: str
    ) -> EntryShown:
        table = shown_table(draft.table) if draft.table is not None else None
        button = "Räkna om" if draft.kind is EntryKind.RECOMPUTE else "Läs in"
        title = self._title(draft)
        if told is None:
            tone = Tone.WAITING if words == NO_SOURCE else Tone.STOP
            return EntryShown(draft, title, table, Status(tone, words), (), (), button, words)
        change = told.change if isinstance(told, TablePreview) else told
        if change is not None:
            status, reason = lines.change_status(change), lines.change_reason(change)
            return EntryShown(
                draft,
                title,
                table,
                status,
                lines.change_totals(change),
                lines.change_lines(change),
                button,
                reason,
            )
        assert isinstance(told, TablePreview)
        status = lines.table_status(told)
        reason = status.text if told.refused else ""
        return EntryShown(draft, title, table, status, (), lines.row_lines(told.rows), button, reason)

    def _title(self, draft: AllotmentDraft) -> str:
        if draft.kind is EntryKind.POPULATION:
            return "Läs in befolkning"
        labels = {one.id: one.label for one in self.page.components} if self.page is not None else {}
        verb = "Räkna om" if draft.kind is EntryKind.RECOMPUTE else "Läs in tabell"
        return f"{verb}: {labels.get(draft.component_id, '')}"

    def _do(self, draft: AllotmentDraft, change: ChangePreview | None, second: SecondPerson | None) -> None:
        seen = change.seen if change is not None else ""

        def work() -> Done:
            if draft.table is None:
                return self._allotments.recompute(
                    draft.component_id, seen, draft.population, second, draft.command
                )
            if draft.load is not None:
                return self._allotments.load_population(draft.table, draft.load, draft.command)
            load = TableLoad(seen, draft.source, draft.operation_kind, second)
            return self._allotments.load_table(draft.component_id, draft.table, load, draft.command)

        self.act(work, lambda _done: self.leave())

    def _show_page(self, page: AllotmentPage) -> None:
        self.page = page
        self._view.show_page(page)


def _difference(row: lines.ResultLine) -> str:
    who = f"{row.name}, {row.operation}" if row.operation else row.name
    before, after = formats.kronor(row.before_ore), formats.kronor(row.after_ore)
    return f"{who}: {row.word.lower()}, {before} → {after}"

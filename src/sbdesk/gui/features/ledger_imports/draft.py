"""A received file on its way in: what the officer has chosen of it, and what would come of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from sbdesk.domain.account_classes import AccountClass
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ledger import ColumnRole, CostSign, DateOrder, DecimalSign, LedgerLayout, LedgerReading
from sbdesk.gui.context import PageContext
from sbdesk.gui.presenter import View
from sbdesk.gui.shown import Action
from sbdesk.gui.tasks import ShownProgress
from sbdesk.services.ledger_imports_layout import with_header_row, with_role
from sbdesk.services.ledger_imports_rows import ImportOffer, ImportPreview, ImportRequest, SheetOffer


class DraftView(View, Protocol):
    """What the draft asks of the page."""

    def show_offer(self, offer: ImportOffer) -> None:
        """The file that was chosen."""

    def show_sheet(self, offer: ImportOffer, sheet: SheetOffer) -> None:
        """One sheet with the layout as it now is; what was read of it before no longer holds."""

    def show_preview(self, preview: ImportPreview) -> None:
        """What would be read in."""

    def show_refusal(self, error: UserFacingError, action: Action | None) -> None:
        """Why the file is refused, with a way on when there is one."""

    def new_progress(self) -> ShownProgress:
        """The progress of the next piece of long work."""


@dataclass
class Chosen:
    """What the officer has chosen of one sheet; ``command`` makes a double click one import."""

    path: Path
    sheet: SheetOffer
    exclusions: dict[int, str] = field(default_factory=dict)
    classes: dict[str, AccountClass] = field(default_factory=dict)
    stated_ore: int | None = None
    reading: LedgerReading | None = None
    preview: ImportPreview | None = None
    command: str = field(default_factory=lambda: uuid4().hex)

    def request(self, award_id: int, sha256: str) -> ImportRequest:
        """What is confirmed."""
        return ImportRequest(
            self.path,
            award_id,
            self.sheet.layout,
            exclusions=dict(self.exclusions),
            classes=dict(self.classes),
            stated_ore=self.stated_ore,
            sha256=sha256,
        )


class Draft:
    """Reads anew whenever a choice changes; a reading that is no longer wanted is cancelled.

    ``open_import`` leads to the import that a file read before already has.
    """

    def __init__(self, context: PageContext, view: DraftView, open_import: Callable[[], None]) -> None:
        self._tasks = context.tasks
        self._imports = context.services.ledger_imports
        self._view = view
        self._open_import = open_import
        self._award_id = 0
        self._running: ShownProgress | None = None
        self.offer: ImportOffer | None = None
        self.chosen: Chosen | None = None

    def begin(self, path: Path, award_id: int) -> None:
        """Look at a file: what it is, and how it could be read for this award."""
        self.drop()
        self._award_id = award_id
        progress = self.new_progress()
        self._tasks.aside(
            lambda: self._imports.inspect(path, progress=progress),
            lambda inspection: self._tasks.read(
                lambda: self._imports.offer(inspection, award_id),
                lambda offer: self._offered(path, progress, offer),
                self._view.show_error,
            ),
            lambda error: self._view.show_refusal(error, None),
            progress,
        )

    def drop(self) -> None:
        """Let go of the file; what is being read of it stops."""
        self._stop()
        self.offer = self.chosen = None

    def choose_sheet(self, index: int) -> None:
        """Read another sheet of the file."""
        if self.offer is not None and self.chosen is not None:
            self.chosen = Chosen(self.chosen.path, self.offer.sheets[index])
            self._read()

    def set_role(self, column: int, role: ColumnRole) -> None:
        """Say what a column means."""
        if self.chosen is not None:
            sheet = self.chosen.sheet
            self._change(with_role(sheet.layout, column, role, sheet.rows))

    def set_header_row(self, number: int) -> None:
        """Say where the headings stand; 0 when there are none."""
        if self.chosen is not None:
            sheet = self.chosen.sheet
            self._change(with_header_row(sheet.layout, number, sheet.rows))

    def set_signs(self, sign: CostSign, decimal: DecimalSign, order: DateOrder) -> None:
        """Say which sign a cost has, and how ambiguous amounts and dates are read."""
        if self.chosen is not None:
            layout = self.chosen.sheet.layout
            self._change(replace(layout, sign=sign, decimal=decimal, date_order=order))

    def set_stated(self, ore: int | None) -> None:
        """The total that the recipient has stated."""
        if self.chosen is not None and ore != self.chosen.stated_ore:
            self.chosen.stated_ore = ore
            self._preview()

    def set_class(self, accounts: Sequence[str], kind: AccountClass) -> None:
        """Say what kind of cost some accounts hold."""
        if self.chosen is not None and accounts:
            self.chosen.classes.update(dict.fromkeys(accounts, kind))
            self._preview()

    def exclude(self, rows: Sequence[int], reason: str) -> None:
        """Leave rows out, with the officer's reason."""
        if self.chosen is not None:
            self.chosen.exclusions.update(dict.fromkeys(rows, reason))
            self._read()

    def include(self, rows: Sequence[int]) -> None:
        """Take rows in again that the officer had left out; what the file's shape leaves out stays out."""
        if self.chosen is None:
            return
        kept = {row: why for row, why in self.chosen.exclusions.items() if row not in set(rows)}
        if kept != self.chosen.exclusions:
            self.chosen.exclusions = kept
            self._read()

    def new_progress(self) -> ShownProgress:
        """The progress of the next work of this file; an error told before is taken away."""
        self._running = self._view.new_progress()
        self._view.clear_error()
        return self._running

    def show_again(self) -> None:
        """Offer the import anew, after one that was refused or cancelled."""
        if self.chosen is not None and self.chosen.preview is not None:
            self._view.show_preview(self.chosen.preview)

    def _offered(self, path: Path, progress: ShownProgress, offer: ImportOffer) -> None:
        if progress is not self._running:
            return
        self.offer = offer
        self.chosen = Chosen(path, offer.sheets[offer.proposed])
        self._view.show_offer(offer)
        self._read()
        if offer.refused is not None:
            known = offer.same_file is not None
            action = Action("Öppna inläsningen", self._open_import) if known else None
            self._view.show_refusal(offer.refused, action)

    def _change(self, layout: LedgerLayout) -> None:
        if self.chosen is not None and layout != self.chosen.sheet.layout:
            self.chosen.sheet = replace(self.chosen.sheet, layout=layout, refusal=None)
            self._read()

    def _read(self) -> None:
        """Read the sheet anew by the layout as it is; an older reading is stopped."""
        chosen, offer = self.chosen, self.offer
        if chosen is None or offer is None:
            return
        self._stop()
        chosen.reading = chosen.preview = None
        layout, exclusions = chosen.sheet.layout, dict(chosen.exclusions)
        self._view.show_sheet(offer, chosen.sheet)
        if layout.missing():
            return
        progress = self.new_progress()
        self._tasks.aside(
            lambda: self._imports.read(chosen.path, layout, exclusions, progress=progress),
            lambda reading: self._was_read(chosen, layout, exclusions, reading),
            lambda error: self._view.show_refusal(error, None),
            progress,
        )

    def _was_read(
        self, chosen: Chosen, layout: LedgerLayout, exclusions: Mapping[int, str], reading: LedgerReading
    ) -> None:
        if chosen is self.chosen and (layout, exclusions) == (chosen.sheet.layout, chosen.exclusions):
            chosen.reading = reading
            self._preview()

    def _preview(self) -> None:
        chosen = self.chosen
        if chosen is None or chosen.reading is None:
            return
        reading, classes, stated = chosen.reading, dict(chosen.classes), chosen.stated_ore
        self._tasks.read(
            lambda: self._imports.preview(reading, self._award_id, classes=classes, stated_ore=stated),
            lambda preview: self._previewed(chosen, preview),
            self._view.show_error,
        )

    def _previewed(self, chosen: Chosen, preview: ImportPreview) -> None:
        if chosen is self.chosen and chosen.reading is preview.reading:
            chosen.preview = preview
            self._view.show_preview(preview)

    def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            self._running = None

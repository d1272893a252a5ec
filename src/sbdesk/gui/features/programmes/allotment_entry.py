"""A table, a population or a new computation on its way into the allotment, with the fields it needs."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from sbdesk.domain.parties import OperationKind
from sbdesk.gui.features.programmes.allotment_draft import EntryKind, EntryShown
from sbdesk.gui.features.programmes.allotment_lines import ResultLine, result_columns
from sbdesk.gui.settings import Settings
from sbdesk.gui.widgets.fields import DateField
from sbdesk.gui.widgets.table_entry import TableEntry
from sbdesk.services.allotments_rows import AllotmentPage, PopulationLoad, PopulationSet

NO_POPULATION = "Befolkningen som redan står"


class AllotmentEntry(TableEntry[ResultLine]):
    """``source_given`` carries a text, ``kind_chosen`` an operation kind or None, the others their facts."""

    source_given = Signal(str)
    kind_chosen = Signal(object)
    population_chosen = Signal(object)
    population_given = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            "Förhandsgranskning av fördelningen",
            result_columns(),
            lambda line: line.id,
            settings,
            "allotment_entry",
        )
        self._shown_kind: EntryKind | None = None
        self.amounts_from = QLineEdit()
        self.amounts_from.setAccessibleName("Källa: beslut eller lista som anger beloppen")
        self.kind = QComboBox()
        self.kind.setAccessibleName("Verksamheterna är")
        self.kind.addItem("Som i statsbidraget", None)
        for kind in OperationKind:
            self.kind.addItem(kind.swedish, kind)
        self.population = QComboBox()
        self.population.setAccessibleName("Befolkning att räkna med")
        self.table_id = QLineEdit()
        self.table_id.setAccessibleName("Tabellens beteckning (obligatorisk)")
        self.on = DateField("Befolkningen gäller dagen (obligatorisk)")
        self.fetched = DateField("Hämtad dagen (obligatorisk)")
        self._add_fields()

    def show_entry(self, shown: EntryShown, page: AllotmentPage | None) -> None:
        """Show a preview; the fields are filled only when another kind of entry begins."""
        draft = shown.draft
        if draft.kind is not self._shown_kind:
            self._shown_kind = draft.kind
            self._start(shown, page.populations if page is not None else ())
        self.show_table(shown.table)
        self.show_result(shown.title, shown.status, shown.totals, shown.rows)
        self.show_ready(shown.button, shown.reason)

    def forget(self) -> None:
        """The next entry begins anew."""
        super().forget()
        self._shown_kind = None

    def _start(self, shown: EntryShown, populations: tuple[PopulationSet, ...]) -> None:
        kind, load = shown.draft.kind, shown.draft.load
        for field, wanted in (
            (self.amounts_from, EntryKind.TABLE),
            (self.kind, EntryKind.TABLE),
            (self.population, EntryKind.RECOMPUTE),
            (self.table_id, EntryKind.POPULATION),
            (self.on, EntryKind.POPULATION),
            (self.fetched, EntryKind.POPULATION),
        ):
            self.fields.setRowVisible(field, kind is wanted)
        self.amounts_from.setText(shown.draft.source)
        self.kind.setCurrentIndex(0)
        self.table_id.clear()
        self.population.clear()
        self.population.addItem(NO_POPULATION, None)
        for one in populations:
            self.population.addItem(one.label, (one.table_id, one.on))
        if load is not None:
            self.on.set_day(load.on)
            self.fetched.set_day(load.fetched_on)

    def _add_fields(self) -> None:
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Källa till beslutade belopp", self.amounts_from),
            ("&Verksamheterna är", self.kind),
            ("Räkna med &befolkning", self.population),
            ("&Tabellens beteckning (obligatorisk)", self.table_id),
            ("&Gäller dagen (obligatorisk)", self.on),
            ("&Hämtad dagen (obligatorisk)", self.fetched),
        )
        for words, field in rows:
            self.fields.addRow(words, field)
        self.amounts_from.editingFinished.connect(lambda: self.source_given.emit(self.amounts_from.text()))
        self.kind.activated.connect(lambda _index: self.kind_chosen.emit(self._chosen_kind()))
        self.population.activated.connect(lambda _i: self.population_chosen.emit(self._chosen_population()))
        self.table_id.editingFinished.connect(self._population_given)
        for edit in (self.amounts_from, self.table_id, self.on.edit, self.fetched.edit):
            edit.textEdited.connect(self.note_typed)
        for box in (self.kind, self.population):
            box.activated.connect(self.note_typed)
        for day in (self.on, self.fetched):
            day.committed.connect(self._population_given)

    def _chosen_kind(self) -> OperationKind | None:
        data = self.kind.currentData()
        return None if data is None else OperationKind(data)

    def _chosen_population(self) -> tuple[str, date] | None:
        data = self.population.currentData()
        return None if data is None else (str(data[0]), data[1])

    def _population_given(self) -> None:
        on, fetched = self.on.day(), self.fetched.day()
        if on is not None and fetched is not None:
            self.population_given.emit(PopulationLoad(self.table_id.text(), on, fetched))

"""The tabs of what a programme consists of beside its facts: parts, checks and grounds, later changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from sbdesk.domain.programme_parameters import RULE_PARAMETERS
from sbdesk.domain.programme_state import AmendmentState, ProgrammeState
from sbdesk.gui.features.programmes import columns, lines
from sbdesk.gui.features.programmes.lines import ConditionLine, OpenText
from sbdesk.gui.features.programmes.listing import ActBar, Listing, QuotedTable
from sbdesk.gui.settings import Settings
from sbdesk.gui.shown import Action
from sbdesk.gui.widgets.labels import label, muted
from sbdesk.services.programme_rows import (
    AmendmentRow,
    ComponentRow,
    GroundRow,
    OutcomeRow,
    ProgrammePage,
)

NOT_DRAFT = "Statsbidraget är granskat. Bara uppgifterna kan ändras, och då med en andra person."
CHOOSE = "Välj en rad i listan."


class ComponentsTab(Listing[ComponentRow]):
    """Delar: ``edit`` carries the row or None for a new one, ``remove`` the row."""

    edit = Signal(object)
    remove = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__("Delar av ramen", columns.component_columns(), lambda row: row.id, settings, "parts")
        self.acts = ActBar("Åtgärder för delen")
        self.nothing = muted(
            "Ramen har inga delar än. Lägg till minst en del; mottagarna anges under Fördelning."
        )
        self._draft = False
        self.inside.insertWidget(0, self.acts)
        self.inside.insertWidget(1, self.nothing)
        self.table.opened.connect(lambda _row_id: self.acts.run("Ändra delen…"))
        self.table.current_changed.connect(lambda _row_id: self._offer())
        self._offer()

    def show_page(self, page: ProgrammePage) -> None:
        """Show another programme's parts."""
        self._draft = page.row.state is ProgrammeState.DRAFT
        self.model.set_rows(page.components)
        self.nothing.setVisible(not page.components)
        self._offer()

    def _offer(self) -> None:
        row, closed = self.table.current_row(), "" if self._draft else NOT_DRAFT
        reason = closed or ("" if row is not None else CHOOSE)
        self.acts.show_actions(
            [
                Action("Ny del…", lambda: self.edit.emit(None), self._draft, closed),
                Action("Ändra delen…", lambda: self.edit.emit(self.table.current_row()), not reason, reason),
                Action("Ta bort", lambda: self.remove.emit(self.table.current_row()), not reason, reason),
            ]
        )


class ConditionsTab(QuotedTable[ConditionLine]):
    """Villkor: ``edit`` and ``remove`` carry a ConditionRow or GroundRow, the others nothing."""

    edit = Signal(object)
    remove = Signal(object)
    new_check = Signal()
    new_ground = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__("Villkor", columns.condition_columns(), lambda row: row.id, settings, "conditions")
        self.acts = ActBar("Åtgärder för villkoret")
        self._draft = self._all_used = False
        self.inside.insertWidget(0, self.acts)
        self.table.opened.connect(lambda _row_id: self.acts.run("Ändra…"))
        self.table.current_changed.connect(lambda _row_id: self._offer())
        self._offer()

    def show_page(self, page: ProgrammePage, show_text: OpenText) -> int:
        """Show another programme's checks and grounds; how many there are."""
        self._draft = page.row.state is ProgrammeState.DRAFT
        self._all_used = {row.rule for row in page.conditions} >= set(RULE_PARAMETERS)
        found = lines.condition_lines(page)
        self.show_rows(found, lambda row: lines.quotation(page, row, show_text), lines.explanation)
        self._offer()
        return len(found)

    def _offer(self) -> None:
        row, closed = self.table.current_row(), "" if self._draft else NOT_DRAFT
        reason = closed or ("" if row is not None else CHOOSE)
        kept = (
            ""
            if row is None or isinstance(row.source, GroundRow)
            else ("En kontroll tas inte bort. Välj Ändra och ta bort markeringen Kontrollen används.")
        )
        not_removed = reason or kept
        no_new = closed or ("Alla kontroller finns redan i listan." if self._all_used else "")

        def source() -> object:
            chosen = self.table.current_row()
            return None if chosen is None else chosen.source

        self.acts.show_actions(
            [
                Action("Ändra…", lambda: self.edit.emit(source()), not reason, reason),
                Action("Ny kontroll…", self.new_check.emit, not no_new, no_new),
                Action("Ny grund för återkrav…", self.new_ground.emit, self._draft, closed),
                Action("Ta bort", lambda: self.remove.emit(source()), not not_removed, not_removed),
            ]
        )


class AmendmentsTab(Listing[AmendmentRow]):
    """Ändringar: what waits for a second person, and what each change meant for the awards."""

    confirm = Signal(object)
    withdraw = Signal(object)
    award_opened = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            "Ändringar efter granskningen",
            columns.amendment_columns(),
            lambda row: row.id,
            settings,
            "amendments",
        )
        self.acts = ActBar("Åtgärder för ändringen")
        self.nothing = muted(
            "Inga ändringar. När statsbidraget är granskat ändras uppgifter under Uppgifter."
        )
        self.former: QLabel = label("")
        self.proposed: QLabel = label("")
        self.outcome: Listing[OutcomeRow] = Listing(
            "Ärenden som ändringen rör",
            columns.outcome_columns(),
            lambda row: row.award_id,
            settings,
            "outcome",
        )
        self._reason = ""
        self.inside.insertWidget(0, self.acts)
        self.inside.insertWidget(1, self.nothing)
        for widget in (self.former, self.proposed):
            self.inside.addWidget(widget)
        self.inside.addWidget(self.outcome, 1)
        self.outcome.table.opened.connect(self.award_opened)
        self.table.current_changed.connect(lambda _row_id: self._show_chosen())
        self._show_chosen()

    def show_page(self, page: ProgrammePage, no_second: str) -> None:
        """Show another programme's changes; ``no_second`` says why nobody can confirm, if so."""
        self._reason = no_second
        self.model.set_rows(page.amendments)
        self.nothing.setVisible(not page.amendments)
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.table.current_row()
        for widget in (self.former, self.proposed):
            widget.setVisible(row is not None)
        outcome = () if row is None else row.outcome
        self.outcome.setVisible(bool(outcome))
        self.outcome.model.set_rows(outcome)
        self.former.setText("" if row is None else f"Före: {row.former}")
        self.proposed.setText("" if row is None else f"Efter: {row.proposed}")
        waits = row is not None and row.state is AmendmentState.WAITING
        reason = "" if waits else CHOOSE if row is None else "Ändringen väntar inte på någon."
        no_confirm = reason or self._reason
        self.acts.show_actions(
            [
                Action(
                    "Bekräfta ändringen…",
                    lambda: self.confirm.emit(self.table.current_row()),
                    not no_confirm,
                    no_confirm,
                ),
                Action(
                    "Ta tillbaka ändringen",
                    lambda: self.withdraw.emit(self.table.current_row()),
                    not reason,
                    reason,
                ),
            ]
        )

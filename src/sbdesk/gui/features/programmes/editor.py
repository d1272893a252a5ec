"""Connects the tabs and dialogs of a programme with the acts on its contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from sbdesk.domain.programme import Component, Condition, RecoveryGround
from sbdesk.domain.programme_entry import Identity
from sbdesk.gui.features.programmes import entries
from sbdesk.gui.features.programmes.asking import AskDialog
from sbdesk.gui.features.programmes.condition_dialog import ConditionDialog
from sbdesk.gui.features.programmes.dialogs import Signing, SignOffDialog
from sbdesk.gui.features.programmes.editing import ProgrammeEditing
from sbdesk.gui.features.programmes.entries import FactEntry
from sbdesk.gui.features.programmes.instruction_panel import InstructionPanel
from sbdesk.gui.features.programmes.part_dialogs import ComponentDialog, GroundDialog, IdentityDialog
from sbdesk.gui.features.programmes.presenter import ProgrammeShown
from sbdesk.gui.features.programmes.tabs import ProgrammeTabs
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done
from sbdesk.services.programme_rows import (
    AmendmentRow,
    ComponentRow,
    ConditionRow,
    FactRow,
    GroundRow,
    ProgrammePage,
)

_Row = TypeVar("_Row", ComponentRow, ConditionRow, GroundRow)

CHANGE = (
    "En annan person än den som föreslog ändringen har jämfört den med källan och skrivit under. "
    "Ändringen gäller från och med nu. Fattade beslut påverkas inte."
)
LEVEL = (
    "Kontrollen har ingen grund i anvisningen eller i lag. En andra person skriver under att den ändå "
    "ska ha den nivån."
)
PERSONAL = "Du skriver under genom att vara inloggad. Jämför med källan innan du godkänner."


class ProgrammeEditor:
    """Opens the dialogs over ``page``; ``shown`` gives the programme as it was last read."""

    def __init__(
        self,
        page: QWidget,
        tabs: ProgrammeTabs,
        instruction: InstructionPanel,
        editing: ProgrammeEditing,
        shown: Callable[[], ProgrammeShown | None],
    ) -> None:
        self._page, self._tabs, self._instruction = page, tabs, instruction
        self._editing, self._shown = editing, shown
        facts = tabs.facts
        facts.confirm.connect(self._confirm)
        facts.unconfirm.connect(editing.unconfirm)
        facts.undo.connect(self._on_page(editing.undo))
        facts.remove.connect(self._on_page(editing.remove))
        facts.unstated.connect(lambda: self._with_page(editing.confirm_unstated))
        facts.form.entered.connect(self._on_page(self._save_fact))
        instruction.chosen.connect(self.fetch_quote)
        tabs.components.edit.connect(self._on_page(self._ask_component))
        tabs.components.remove.connect(editing.remove_component)
        tabs.conditions.edit.connect(self._on_page(self._edit_condition))
        tabs.conditions.remove.connect(editing.remove_ground)
        tabs.conditions.new_check.connect(lambda: self._with_page(self._ask_condition))
        tabs.conditions.new_ground.connect(lambda: self._with_page(self._ask_ground))
        tabs.amendments.confirm.connect(self._ask_amendment)
        tabs.amendments.withdraw.connect(editing.withdraw_amendment)

    def ask_new(self, then: Callable[[Done], None]) -> None:
        """A programme from nothing."""
        intro = "Alla vanliga uppgifter läggs upp tomma, så att det syns vad som saknas."
        dialog = IdentityDialog("Nytt statsbidrag", intro, None, self._page)
        dialog.given.connect(lambda given: self._editing.create(given, dialog, then))
        dialog.open()

    def ask_copy(self, page: ProgrammePage, then: Callable[[Done], None]) -> None:
        """Next year's programme after this one."""
        intro = (
            f"Uppgifterna kopieras från {page.row.short_title} med dagarna flyttade ett år. "
            "Citaten följer inte med, och varje uppgift ska bekräftas mot årets anvisning."
        )
        dialog = IdentityDialog("Kopiera till nästa år", intro, entries.next_year(page), self._page)
        dialog.given.connect(lambda given: self._editing.copy(page, given, dialog, then))
        dialog.open()

    def ask_identity(self, page: ProgrammePage) -> None:
        """What a draft is called."""
        dialog = IdentityDialog("Namn och år", "", entries.identity_of(page), self._page)
        dialog.ui.intro.hide()

        def save(given: Identity) -> None:
            self._editing.rename(self._now(page) if dialog.stale else page, given, dialog)

        dialog.given.connect(save)
        dialog.open()

    def redraft(self) -> None:
        """Back to a draft."""
        self._with_page(self._editing.redraft)

    def undo(self) -> None:
        """Ctrl+Z: the last change of the chosen fact."""
        self._tabs.facts.undo_last()

    def fetch_quote(self) -> None:
        """What is chosen in the instruction becomes the quote of the open form."""
        quote, heading = self._instruction.chosen_quote()
        if quote and not self._tabs.facts.form.isHidden():
            self._tabs.facts.form.fill_quote(heading, quote)

    def _save_fact(self, page: ProgrammePage, entry: FactEntry) -> None:
        facts = self._tabs.facts

        def saved(_done: Done) -> None:
            facts.table.setFocus()

        self._editing.save_fact(page, entry, facts.form, saved)

    def _confirm(self, row: FactRow) -> None:
        facts = self._tabs.facts
        self._editing.confirm(row, lambda _done: facts.go_on())

    def _ask_component(self, page: ProgrammePage, row: ComponentRow | None) -> None:
        dialog = ComponentDialog(row, page.facts, self._page)

        def save(given: Component) -> None:
            newest = _same(self._now(page).components, row) if dialog.stale else row
            self._editing.save_component(page, newest, given, dialog)

        dialog.given.connect(save)
        dialog.open()

    def _ask_ground(self, page: ProgrammePage, row: GroundRow | None = None) -> None:
        dialog = GroundDialog(row, page.facts, self._page)

        def save(given: RecoveryGround) -> None:
            newest = _same(self._now(page).grounds, row) if dialog.stale else row
            self._editing.save_ground(page, newest, given, dialog)

        dialog.given.connect(save)
        dialog.open()

    def _edit_condition(self, page: ProgrammePage, row: ConditionRow | GroundRow | None) -> None:
        if isinstance(row, GroundRow):
            self._ask_ground(page, row)
        elif row is not None:
            self._ask_condition(page, row)

    def _ask_condition(self, page: ProgrammePage, row: ConditionRow | None = None) -> None:
        used = [one.rule for one in page.conditions]
        dialog = ConditionDialog(row, used, page.facts, self._page)

        def save(given: Condition) -> None:
            newest = _same(self._now(page).conditions, row) if dialog.stale else row
            if not dialog.needs_signature():
                self._editing.save_condition(page, newest, given, dialog)
                return

            def signed(second: SecondPerson) -> None:
                self._editing.save_condition(page, newest, given, dialog, second)

            me = self._editing.me
            self._ask_second("Underteckna nivån", LEVEL, (me,), signed, dialog)

        dialog.given.connect(save)
        dialog.open()

    def _ask_amendment(self, row: AmendmentRow) -> None:
        self._ask_second(
            "Bekräfta ändringen",
            CHANGE,
            (row.proposed_by,),
            lambda second: self._editing.confirm_amendment(row, second),
            differences=(row.title, f"Före: {row.former}", f"Efter: {row.proposed}", f"Varför: {row.reason}"),
        )

    def _ask_second(
        self,
        title: str,
        intro: str,
        preparers: tuple[int, ...],
        then: Callable[[SecondPerson], None],
        asking: AskDialog | None = None,
        differences: tuple[str, ...] = (),
    ) -> None:
        shown = self._shown()
        if shown is None:
            return
        people = shown.second_persons(preparers)
        if not people and asking is not None:
            asking.tell("level", "Ingen annan person kan skriva under. Lägg till en kollega först.")
            return
        personal = shown.me is not None
        signing = Signing(title, PERSONAL if personal else intro, differences, personal)
        dialog = SignOffDialog(people, shown.today, signing, asking or self._page)
        dialog.signed.connect(then)
        dialog.open()

    def _on_page(self, act: Callable[..., None]) -> Callable[[object], None]:
        def run(row: object) -> None:
            shown = self._shown()
            if shown is not None:
                act(shown.page, row)

        return run

    def _with_page(self, act: Callable[[ProgrammePage], None]) -> None:
        shown = self._shown()
        if shown is not None:
            act(shown.page)

    def _now(self, page: ProgrammePage) -> ProgrammePage:
        shown = self._shown()
        return page if shown is None else shown.page


def _same(rows: Sequence[_Row], row: _Row | None) -> _Row | None:
    """The row as it was last read; as it was, when it is there no more."""
    return next((one for one in rows if row is not None and one.id == row.id), row)

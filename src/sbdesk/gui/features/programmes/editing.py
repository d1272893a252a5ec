"""What the Statsbidrag page does with a programme's contents, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme import Component, Condition, RecoveryGround
from sbdesk.domain.programme_entry import Identity
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.programmes.entries import Asking, EntryMode, FactEntry
from sbdesk.gui.presenter import View
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

Then = Callable[[Done], None]


class ProgrammeEditing:
    """Acts on the programme shown; a form that asks stays open with its text until its act has succeeded."""

    def __init__(self, context: PageContext, view: View, after_stale: Callable[[], None]) -> None:
        self._context, self._view, self._after_stale = context, view, after_stale
        self._editing = context.services.programme_editing

    @property
    def me(self) -> int:
        """The officer at the keyboard, by id."""
        return self._editing.work.officer_id

    def create(self, given: Identity, asking: Asking, then: Then) -> None:
        """A programme from nothing."""
        command = uuid4().hex
        self._act(lambda: self._editing.create_empty(given, command), asking, then)

    def copy(self, page: ProgrammePage, given: Identity, asking: Asking, then: Then) -> None:
        """A programme after this one."""
        command = uuid4().hex
        self._act(lambda: self._editing.copy_year(page.row.id, given, command), asking, then)

    def rename(self, page: ProgrammePage, given: Identity, asking: Asking) -> None:
        """Other names, year or kind of recipient."""
        command = uuid4().hex
        self._act(lambda: self._editing.change_identity(page.row.id, page.version, given, command), asking)

    def redraft(self, page: ProgrammePage) -> None:
        """Back to a draft before it is opened."""
        command = uuid4().hex
        self._act(lambda: self._editing.redraft(page.row.id, command))

    def save_fact(self, page: ProgrammePage, entry: FactEntry, asking: Asking, then: Then) -> None:
        """What the form holds: another content, a new fact, or a change that waits."""
        command, key = uuid4().hex, page.row.id
        acts: dict[EntryMode, Callable[[], Done]] = {
            EntryMode.EDIT: lambda: self._editing.edit_fact(key, entry.seen, entry.fact, command),
            EntryMode.ADD: lambda: self._editing.add_fact(key, entry.fact, command),
            EntryMode.AMEND: lambda: self._editing.amend_fact(
                key, entry.seen, entry.fact, entry.why, command
            ),
        }
        self._act(acts[entry.mode], asking, then)

    def confirm(self, row: FactRow, then: Then) -> None:
        """Tick a fact."""
        command = uuid4().hex
        self._act(lambda: self._editing.confirm_fact(row.id, command), None, then)

    def unconfirm(self, row: FactRow) -> None:
        """Take a tick back."""
        command = uuid4().hex
        self._act(lambda: self._editing.unconfirm_fact(row.id, command))

    def undo(self, page: ProgrammePage, row: FactRow) -> None:
        """Take back the last change of a fact."""
        command, place = uuid4().hex, (page.row.id, row.name, row.fact.ordinal)
        self._act(lambda: self._editing.undo_fact(place, row.revision, command))

    def remove(self, page: ProgrammePage, row: FactRow) -> None:
        """Take away a fact that an officer has added."""
        command, place = uuid4().hex, (page.row.id, row.name, row.fact.ordinal)
        self._act(lambda: self._editing.remove_fact(place, row.revision, command))

    def confirm_unstated(self, page: ProgrammePage) -> None:
        """Tick every fact that the instruction does not state."""
        command = uuid4().hex
        self._act(lambda: self._editing.confirm_unstated(page.row.id, command))

    def save_component(
        self, page: ProgrammePage, row: ComponentRow | None, given: Component, asking: Asking
    ) -> None:
        """A part of the frame, new or changed."""
        command, seen = uuid4().hex, None if row is None else (row.id, row.version)
        self._act(lambda: self._editing.save_component(page.row.id, seen, given, command), asking)

    def remove_component(self, row: ComponentRow) -> None:
        """A part of the frame out of the draft."""
        command = uuid4().hex
        self._act(lambda: self._editing.remove_component(row.id, row.version, command))

    def save_ground(
        self, page: ProgrammePage, row: GroundRow | None, given: RecoveryGround, asking: Asking
    ) -> None:
        """A ground for repayment, new or changed."""
        command, seen = uuid4().hex, None if row is None else (row.id, row.version)
        self._act(lambda: self._editing.save_ground(page.row.id, seen, given, command), asking)

    def remove_ground(self, row: GroundRow) -> None:
        """A ground for repayment out of the draft."""
        command = uuid4().hex
        self._act(lambda: self._editing.remove_ground(row.id, row.version, command))

    def save_condition(
        self,
        page: ProgrammePage,
        row: ConditionRow | None,
        given: Condition,
        asking: Asking,
        second: SecondPerson | None = None,
    ) -> None:
        """How a check is used; ``second`` stands behind a level without ground."""
        command, seen = uuid4().hex, None if row is None else (row.id, row.version)
        self._act(lambda: self._editing.save_condition(page.row.id, seen, given, second, command), asking)

    def confirm_amendment(self, row: AmendmentRow, second: SecondPerson) -> None:
        """A second person stands behind a change."""
        command = uuid4().hex
        self._act(lambda: self._editing.confirm_amendment(row.id, second, command))

    def withdraw_amendment(self, row: AmendmentRow) -> None:
        """Take a waiting change back."""
        command = uuid4().hex
        self._act(lambda: self._editing.withdraw_amendment(row.id, command))

    def _act(self, work: Callable[[], Done], asking: Asking | None = None, then: Then | None = None) -> None:
        def done(answer: Done) -> None:
            if asking is not None:
                asking.done_well()
            self._context.changes.emit(answer)
            if then is not None:
                then(answer)

        def failed(error: UserFacingError) -> None:
            if asking is not None:
                asking.refused(error)
            else:
                self._view.show_error(error)
            if error.code == "F12":
                self._after_stale()

        self._view.clear_error()
        self._context.tasks.submit(work, done, failed)

"""Hangs the panes for changes and appeals on the case view, with as little of the page as possible."""

from __future__ import annotations

from sbdesk.domain.requisition_actions import Act
from sbdesk.gui.context import PageContext
from sbdesk.gui.features.requisitions.appeal_pane import AppealPane
from sbdesk.gui.features.requisitions.case_view import CaseView
from sbdesk.gui.features.requisitions.change_pane import ChangePane, ErrorPlace


class ChangeDesk:
    """The two panes in the case's stack, opened by their acts."""

    def __init__(self, context: PageContext, case: CaseView, errors: ErrorPlace) -> None:
        self._case = case
        self.change, self.appeal = ChangePane(context, errors), AppealPane(context, errors)
        case.typing_elsewhere = self._typing
        case.changed_elsewhere = lambda: self._typing() and self.change.form.changed()
        for pane in (self.change, self.appeal):
            number = case.stack.addWidget(pane)
            pane.opened.connect(lambda number=number: case.show_form(number))
            pane.left.connect(self._back)

    def open(self, act: Act, award_id: int) -> None:
        """Show the act's pane."""
        if act is Act.APPEAL:
            self.appeal.open(award_id)
        else:
            self.change.open(award_id)

    def _typing(self) -> bool:
        return self._case.stack.currentWidget() is self.change and self.change.typing()

    def next_step(self) -> bool:
        """The open pane's filled button; False when neither is open."""
        shown = self._case.stack.currentWidget()
        if shown is self.change:
            return self.change.next_step()
        return shown is self.appeal and self.appeal.next_step()

    def leave(self) -> None:
        """Another case: neither pane follows the former one."""
        self.change.presenter.close_pane()
        self.appeal.presenter.close_pane()

    def closing(self) -> None:
        """Watch no more."""
        self.change.closing()
        self.appeal.closing()

    def _back(self) -> None:
        self._case.show_tabs()
        self._case.tabs.setFocus()

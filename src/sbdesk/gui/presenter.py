"""What every page's presenter shares: act, load, and read again when something it shows has changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from sbdesk.domain.errors import UserFacingError
from sbdesk.gui.context import PageContext
from sbdesk.gui.tasks import ShownProgress
from sbdesk.services.changes import Done, Touched

T = TypeVar("T")


class View(Protocol):
    """The least a page offers its presenter."""

    def show_error(self, error: UserFacingError) -> None:
        """Show what happened, that nothing was lost and what to do, in the page."""

    def clear_error(self) -> None:
        """Take the error away, because the officer has acted again."""


class Presenter:
    """Subclass it, name what you watch, and implement :meth:`reload`.

    ``act`` is for services that change something, ``load`` for those that only read.
    """

    WATCHES: Touched = Touched.NOTHING

    def __init__(self, context: PageContext, view: View) -> None:
        self.context = context
        self._errors = view
        self._watch = context.changes.watch(self.WATCHES, self.reload)

    def reload(self, touched: Touched) -> None:
        """Read again what the page shows."""
        raise NotImplementedError

    def close(self) -> None:
        """Stop watching; the page's tasks are closed by the window."""
        self._watch.close()

    def act(
        self,
        work: Callable[[], Done],
        then: Callable[[Done], None] | None = None,
        progress: ShownProgress | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Do ``work`` in the writer thread, tell everybody, then call ``then`` with the answer."""

        def done(answer: Done) -> None:
            self.context.changes.emit(answer)
            if then is not None:
                then(answer)

        self._errors.clear_error()
        self.context.tasks.submit(work, done, self._errors.show_error, progress, ended)

    def load(
        self,
        work: Callable[[], T],
        show: Callable[[T], None],
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Do ``work`` in the reader thread and show its answer."""
        self.context.tasks.read(work, show, self._errors.show_error, ended)

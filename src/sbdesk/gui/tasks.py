"""How a page asks for work off the main thread, told without Qt so that presenters need no window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sbdesk.domain.errors import Cancelled, UserFacingError

T = TypeVar("T")
Failed = Callable[[UserFacingError], None]
Ended = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Step:
    """How far long work has come; ``text`` is Swedish."""

    done: int
    of: int
    text: str


class ShownProgress:
    """A progress that a page shows and can cancel; told by the worker, read by the main thread.

    ``show`` is called in the main thread with a :class:`Step` once the work has lasted 300 ms, and with None
    when it has ended.
    """

    def __init__(self, show: Callable[[Step | None], None]) -> None:
        self.show = show
        self._lock = threading.Lock()
        self._step: Step | None = None
        self._cancelled = threading.Event()

    def step(self, done: int, of: int, text: str) -> None:
        """Keep the newest report; the window picks it up when it has time."""
        with self._lock:
            self._step = Step(done, of, text)

    def latest(self) -> Step | None:
        """The newest report."""
        with self._lock:
            return self._step

    def cancel(self) -> None:
        """Make the next :meth:`raise_if_cancelled` raise."""
        self._cancelled.set()

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled when :meth:`cancel` was called."""
        if self._cancelled.is_set():
            raise Cancelled


class Tasks(Protocol):
    """Where work is done. All callbacks come in the main thread.

    ``done`` gets the answer; ``failed`` an error for the officer; cancelled work is silent; anything else is
    logged and told in one dialog. ``ended`` is called last in every case, so that a button can wake up again.
    """

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """Do ``work`` in the thread that writes to the database, in the order asked for."""

    def read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, ended: Ended | None = None
    ) -> None:
        """Do ``work`` in the thread that reads, so that pages open while an import runs."""

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """Do ``work`` that needs no database: reading a file, drawing a PDF."""


class TaskScope:
    """The tasks of one page or dialog: when it is closed, no answer reaches it any more."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._open = True
        self._running: list[ShownProgress] = []

    def close(self) -> None:
        """Drop every answer still to come and cancel what can be cancelled."""
        self._open = False
        for progress in self._running:
            progress.cancel()

    def scope(self) -> TaskScope:
        """A scope for a dialog of this page, closed on its own."""
        return TaskScope(self._tasks)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """As :meth:`Tasks.submit`, silent after :meth:`close`."""
        end = self._end(progress, ended)
        self._tasks.submit(work, self._if_open(done), self._if_open(failed), self._watched(progress), end)

    def read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, ended: Ended | None = None
    ) -> None:
        """As :meth:`Tasks.read`, silent after :meth:`close`."""
        self._tasks.read(work, self._if_open(done), self._if_open(failed), self._end(None, ended))

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """As :meth:`Tasks.aside`, silent after :meth:`close`."""
        end = self._end(progress, ended)
        self._tasks.aside(work, self._if_open(done), self._if_open(failed), self._watched(progress), end)

    def _if_open(self, call: Callable[[T], None]) -> Callable[[T], None]:
        def guarded(value: T) -> None:
            if self._open:
                call(value)

        return guarded

    def _watched(self, progress: ShownProgress | None) -> ShownProgress | None:
        if progress is not None:
            progress.show = self._if_open(progress.show)
            self._running.append(progress)
        return progress

    def _end(self, progress: ShownProgress | None, ended: Ended | None) -> Ended:
        def end() -> None:
            if progress is not None and progress in self._running:
                self._running.remove(progress)
            if self._open and ended is not None:
                ended()

        return end


class InlineTasks:
    """Does everything at once in the caller's thread; for tests of presenters and for commands."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """Do it now; an error that is nobody's fault but ours is raised."""
        try:
            answer = work()
        except Cancelled:
            pass
        except UserFacingError as error:
            failed(error)
        else:
            done(answer)
        if progress is not None:
            progress.show(None)
        if ended is not None:
            ended()

    def read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, ended: Ended | None = None
    ) -> None:
        """Do it now."""
        self.submit(work, done, failed, None, ended)

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """Do it now."""
        self.submit(work, done, failed, progress, ended)

"""Runs work in two Python threads that own the database and a few beside them, and brings answers home."""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from sbdesk.domain.errors import Cancelled, UserFacingError
from sbdesk.gui.tasks import Ended, Failed, ShownProgress, TaskScope

T = TypeVar("T")
log = logging.getLogger(__name__)

SHOW_AFTER_SECONDS = 0.3
_LOOK_EVERY_MS = 100


@dataclass(eq=False)
class _Job:
    work: Callable[[], object]
    done: Callable[[object], None]
    failed: Failed
    progress: ShownProgress | None
    ended: Ended | None
    asked: float = field(default_factory=time.monotonic)
    answer: object = None
    error: BaseException | None = None
    finished: threading.Event = field(default_factory=threading.Event)


class ThreadTasks(QObject):
    """The real :class:`sbdesk.gui.tasks.Tasks`; lives in the main thread, closed before the program ends.

    ``unexpected`` is called in the main thread with an error that is our own fault, after it is logged.
    ``working`` says how many jobs are under way, for the status bar.
    """

    working = Signal(int)
    _arrived = Signal(object)

    def __init__(self, unexpected: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unexpected = unexpected
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="sbdesk-writer")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="sbdesk-reader")
        self._beside = ThreadPoolExecutor(2, thread_name_prefix="sbdesk-beside")
        self._jobs: dict[int, _Job] = {}
        self._numbers = itertools.count(1)
        self._closed = False
        self._arrived.connect(self._home, Qt.ConnectionType.QueuedConnection)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self._show_progress)

    def scope(self) -> TaskScope:
        """The tasks of one page, closed with it."""
        return TaskScope(self)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """Do ``work`` in the writer thread."""
        self._start(self._writer, work, done, failed, progress, ended)

    def read(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed, ended: Ended | None = None
    ) -> None:
        """Do ``work`` in the reader thread."""
        self._start(self._reader, work, done, failed, None, ended)

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None = None,
        ended: Ended | None = None,
    ) -> None:
        """Do ``work`` in a thread that has no database."""
        self._start(self._beside, work, done, failed, progress, ended)

    def under_way(self) -> tuple[ShownProgress, ...]:
        """The long work that is not finished, for the question when the window closes."""
        return tuple(job.progress for job in self._jobs.values() if job.progress is not None)

    def idle(self) -> bool:
        """Whether every answer asked for has come home."""
        return not self._jobs

    def settle(self) -> None:
        """Cancel what can be cancelled and wait until no thread is at work: before a database is closed."""
        for progress in self.under_way():
            progress.cancel()
        while working := [job.finished for job in self._jobs.values() if not job.finished.is_set()]:
            for finished in working:
                finished.wait()

    def close(self) -> None:
        """Cancel what can be cancelled, wait for the rest and end all threads; answers are dropped."""
        if self._closed:
            return
        self._closed = True
        self._clock.stop()
        for progress in self.under_way():
            progress.cancel()
        for executor in (self._beside, self._reader, self._writer):
            executor.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()

    def _start(
        self,
        where: Executor,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        progress: ShownProgress | None,
        ended: Ended | None,
    ) -> None:
        if self._closed:
            return
        job = _Job(work, cast("Callable[[object], None]", done), failed, progress, ended)
        number = next(self._numbers)
        self._jobs[number] = job
        where.submit(self._run, number, job)
        if progress is not None:
            self._clock.start()
        self.working.emit(len(self._jobs))

    def _run(self, number: int, job: _Job) -> None:
        """In the worker thread: nothing may escape, or the answer would never come home."""
        try:
            job.answer = job.work()
        except BaseException as error:
            job.error = error
        job.finished.set()
        if not self._closed:
            self._arrived.emit(number)

    @Slot(object)
    def _home(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        self.working.emit(len(self._jobs))
        if not self.under_way():
            self._clock.stop()
        if job.progress is not None:
            job.progress.show(None)
        try:
            self._answer(job)
        finally:
            if job.ended is not None:
                job.ended()

    def _answer(self, job: _Job) -> None:
        match job.error:
            case None:
                job.done(job.answer)
            case Cancelled():
                pass
            case UserFacingError() as error:
                job.failed(error)
            case error:
                log.error("unexpected error in background work", exc_info=error)
                self._unexpected(error)

    def _show_progress(self) -> None:
        now = time.monotonic()
        for job in tuple(self._jobs.values()):
            if job.progress is None or now - job.asked < SHOW_AFTER_SECONDS:
                continue
            step = job.progress.latest()
            if step is not None:
                job.progress.show(step)

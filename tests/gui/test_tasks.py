"""Work is done off the main thread, answers come home, and errors are sorted."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard

from sbdesk.domain.errors import Cancelled, UserFacingError
from sbdesk.gui.task_threads import ThreadTasks
from sbdesk.gui.tasks import InlineTasks, ShownProgress, Step, TaskScope

ERROR = UserFacingError("Det hände.", "Inget är ändrat.", "Gör så här.")


class Unexpected(Heard):
    pass


@pytest.fixture
def unexpected() -> Unexpected:
    return Unexpected()


@pytest.fixture
def tasks(qapp: QApplication, unexpected: Unexpected) -> Iterator[ThreadTasks]:
    made = ThreadTasks(unexpected)
    yield made
    made.close()
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith("sbdesk-")], "threads were left behind"


def raising(error: BaseException) -> object:
    raise error


def test_writer_reader_and_others_are_different_threads(tasks: ThreadTasks, qtbot: QtBot) -> None:
    main = threading.current_thread().name
    where: dict[str, str] = {}
    arrived_in: list[str] = []

    def took(key: str, name: str) -> None:
        where[key] = name
        arrived_in.append(threading.current_thread().name)

    def name() -> str:
        return threading.current_thread().name

    tasks.submit(name, lambda found: took("write", found), pytest.fail)
    tasks.read(name, lambda found: took("read", found), pytest.fail)
    tasks.aside(name, lambda found: took("aside", found), pytest.fail)
    qtbot.waitUntil(lambda: len(where) == 3)
    assert where["write"].startswith("sbdesk-writer")
    assert where["read"].startswith("sbdesk-reader")
    assert where["aside"].startswith("sbdesk-beside")
    assert arrived_in == [main] * 3


def test_writes_come_one_after_the_other_while_reads_go_on(tasks: ThreadTasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    done = Heard()
    tasks.submit(lambda: gate.wait(10) and "first", done, pytest.fail)
    tasks.submit(lambda: "second", done, pytest.fail)
    tasks.read(lambda: "read", done, pytest.fail)
    qtbot.waitUntil(lambda: done.told == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: len(done.told) == 3)
    assert done.told == ["read", "first", "second"]


def test_errors_are_sorted_into_theirs_silence_and_ours(
    tasks: ThreadTasks, unexpected: Unexpected, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    failed, ended = Heard(), Heard()
    fault = ZeroDivisionError("vårt fel")
    for error in (ERROR, Cancelled(), fault, KeyboardInterrupt("även detta")):
        tasks.submit(lambda error=error: raising(error), pytest.fail, failed, ended=lambda: ended("end"))
    qtbot.waitUntil(lambda: len(ended.told) == 4)
    assert failed.told == [ERROR]
    assert unexpected.told[0] is fault
    assert len(unexpected.told) == 2
    assert "ZeroDivisionError: vårt fel" in caplog.text
    assert "Traceback" in caplog.text


def test_progress_shows_after_a_while_and_ends_with_none(tasks: ThreadTasks, qtbot: QtBot) -> None:
    shown, gate = Heard(), threading.Event()
    progress = ShownProgress(shown)

    def work() -> str:
        progress.step(1, 4, "Läser rad 1 av 4")
        gate.wait(10)
        return "klart"

    done = Heard()
    tasks.submit(work, done, pytest.fail, progress)
    assert tasks.under_way() == (progress,)
    qtbot.waitUntil(lambda: bool(shown.told))
    assert shown.told[0] == Step(1, 4, "Läser rad 1 av 4")
    gate.set()
    qtbot.waitUntil(lambda: done.told == ["klart"])
    assert shown.told[-1] is None
    assert tasks.under_way() == ()


def test_short_work_shows_no_progress(tasks: ThreadTasks, qtbot: QtBot) -> None:
    shown, done = Heard(), Heard()
    progress = ShownProgress(shown)
    tasks.submit(lambda: progress.step(1, 1, "kort"), done, pytest.fail, progress)
    qtbot.waitUntil(lambda: bool(done.told))
    assert shown.told == [None]


def test_cancelled_work_is_silent(tasks: ThreadTasks, qtbot: QtBot) -> None:
    progress = ShownProgress(lambda step: None)
    started = threading.Event()

    def work() -> None:
        started.set()
        while True:
            progress.raise_if_cancelled()

    ended = Heard()
    tasks.submit(work, pytest.fail, pytest.fail, progress, lambda: ended("end"))
    started.wait(10)
    progress.cancel()
    qtbot.waitUntil(lambda: ended.told == ["end"])


def test_a_closed_page_hears_nothing_more(tasks: ThreadTasks, qtbot: QtBot) -> None:
    page = tasks.scope()
    dialog = page.scope()
    gate, progress = threading.Event(), ShownProgress(pytest.fail)
    page.submit(lambda: gate.wait(10), pytest.fail, pytest.fail, progress, pytest.fail)
    dialog.read(lambda: gate.wait(10) and raising(ERROR), pytest.fail, pytest.fail)
    page.close()
    dialog.close()
    with pytest.raises(Cancelled):
        progress.raise_if_cancelled()
    gate.set()
    done = Heard()
    tasks.submit(lambda: "last", done, pytest.fail)
    tasks.read(lambda: "last", done, pytest.fail)
    qtbot.waitUntil(lambda: done.told == ["last", "last"])


def test_closing_waits_for_work_and_drops_its_answer(qapp: QApplication) -> None:
    tasks = ThreadTasks(pytest.fail)
    finished = threading.Event()
    tasks.submit(finished.set, pytest.fail, pytest.fail)
    progress = ShownProgress(lambda step: None)

    def until_cancelled() -> None:
        while True:
            progress.raise_if_cancelled()

    tasks.aside(until_cancelled, pytest.fail, pytest.fail, progress)
    tasks.close()
    tasks.close()
    tasks.submit(lambda: 1, pytest.fail, pytest.fail)
    qapp.processEvents()
    assert finished.is_set()


def test_settling_waits_until_no_thread_is_at_work(tasks: ThreadTasks, qtbot: QtBot) -> None:
    progress, reached, done = ShownProgress(lambda step: None), Heard(), Heard()

    def until_cancelled() -> None:
        while True:
            progress.raise_if_cancelled()

    tasks.aside(until_cancelled, pytest.fail, pytest.fail, progress)
    for number in range(3):
        tasks.submit(lambda number=number: reached(number), done, pytest.fail)
    tasks.settle()
    assert reached.told == [0, 1, 2]
    tasks.settle()
    qtbot.waitUntil(lambda: len(done.told) == 3)


def test_how_much_is_under_way_is_told(tasks: ThreadTasks, qtbot: QtBot) -> None:
    counts = Heard()
    tasks.working.connect(counts)
    tasks.read(lambda: 1, lambda value: None, pytest.fail)
    qtbot.waitUntil(lambda: counts.told == [1, 0])


def test_inline_tasks_answer_at_once() -> None:
    done, failed, ended, shown = Heard(), Heard(), Heard(), Heard()
    tasks = InlineTasks()
    tasks.submit(lambda: 1, done, failed, ShownProgress(shown), lambda: ended("end"))
    tasks.read(lambda: raising(ERROR), done, failed)
    tasks.aside(lambda: raising(Cancelled()), done, failed)
    assert (done.told, failed.told, ended.told, shown.told) == ([1], [ERROR], ["end"], [None])
    with pytest.raises(ZeroDivisionError):
        tasks.submit(lambda: raising(ZeroDivisionError()), done, failed)


def test_a_scope_passes_progress_on_while_it_is_open() -> None:
    shown, done, ended = Heard(), Heard(), Heard()
    scope = TaskScope(InlineTasks())
    scope.aside(lambda: 2, done, pytest.fail, ShownProgress(shown), lambda: ended("end"))
    assert (shown.told, done.told, ended.told) == ([None], [2], ["end"])

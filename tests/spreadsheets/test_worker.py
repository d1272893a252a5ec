"""Whatever a file does to its reader, the desk gets an answer or a refusal, soon, and no child remains."""

from __future__ import annotations

import io
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from spreadsheets.makers import SHEET, parts, relations, write_rows, zipped

from sbdesk.domain.errors import Cancelled
from sbdesk.domain.progress import SilentProgress
from sbdesk.spreadsheets import wire, worker, worker_main
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import FileRefused
from sbdesk.spreadsheets.wire import Message

LIMITS = Limits()


def conversation(
    path: Path, *, sheet: str | None = None, head: int | None = None, limits: Limits = LIMITS
) -> list[Message]:
    request = worker.Request(path, sheet, head)
    return list(worker.messages(request, progress=SilentProgress(), limits=limits))


def answers(
    path: Path, sheet: str | None = None, head: int | None = None, limits: Limits = LIMITS
) -> list[Message]:
    """The same in this process."""
    told: list[Message] = []
    worker_main.answer({"path": str(path), "sheet": sheet, "head": head}, limits, told.append)
    return told


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Every child started; afterwards none may be alive."""
    started: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    yield started
    assert started
    assert all(child.returncode is not None for child in started)


def play(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let the child run another program that behaves badly."""
    monkeypatch.setattr(worker, "command", lambda: [sys.executable, "-c", script])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_rows(
        tmp_path / "a.xlsx", [["Konto", "Belopp"], ["7010", 12.5], ["7020", date(2026, 1, 2)]], [["x"]]
    )


def test_the_child_tells_the_file_its_sheets_and_its_rows(ledger: Path, children: list[object]) -> None:
    told = conversation(ledger)
    assert [message["kind"] for message in told] == ["file", "sheets", "rows", "rows"]
    assert told == [
        wire.decode(wire.encode(message)) for message in answers(ledger) if message["kind"] != "progress"
    ]
    assert [each["name"] for each in told[1]["sheets"]] == ["Blad1", "Blad2"]
    assert told[2]["rows"] == [[1, ["Konto", "Belopp"]], [2, ["7010", 12.5]], [3, ["7020", date(2026, 1, 2)]]]


def test_text_files_go_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Konto;Belopp\r\n\r\n7010;1,50\r\n")
    told = conversation(path, head=1)
    assert told[1]["rows"] == [[1, ["Konto", "Belopp"]]]
    assert told[2]["sheets"] == [{"name": None, "rows": 2}]


SAYS = "import json; print(json.dumps({'kind': 'failed', 'type': '%s', 'trace': ''}))"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("import os; os.abort()", "avbryta"),
        ("import os; os._exit(0)", "avbryta"),
        ("print('{}')", "obegripligt"),
        ("print('nonsense')", "obegripligt"),
        ("print('[1]')", "obegripligt"),
        (SAYS % "PanicException", "formatet"),
        (SAYS % "MemoryError", "minne"),
    ],
)
def test_a_child_that_dies_or_raves_is_a_refusal(
    script: str, words: str, monkeypatch: pytest.MonkeyPatch, ledger: Path, children: list[object]
) -> None:
    play(monkeypatch, script)
    with pytest.raises(FileRefused, match=words) as refusal:
        conversation(ledger)
    assert refusal.value.code == "file_unreadable"


@pytest.mark.parametrize(
    "script",
    [
        "import time; time.sleep(60)",
        'while True: print(\'{"kind": "rows"}\', flush=True)',
    ],
)
def test_a_child_that_never_ends_is_stopped(
    script: str, monkeypatch: pytest.MonkeyPatch, ledger: Path, children: list[object]
) -> None:
    play(monkeypatch, script)
    with pytest.raises(FileRefused, match="mer än 0 sekunder"):
        conversation(ledger, limits=replace(LIMITS, wall_seconds=0.3))


def test_cancelling_stops_the_child_within_half_a_second(
    monkeypatch: pytest.MonkeyPatch, ledger: Path, children: list[object]
) -> None:
    play(monkeypatch, "import time; time.sleep(60)")
    progress = SilentProgress()
    cancelled_at: list[float] = []

    def cancel() -> None:
        cancelled_at.append(time.monotonic())
        progress.cancel()

    timer = threading.Timer(0.2, cancel)
    timer.start()
    with pytest.raises(Cancelled):
        list(worker.messages(worker.Request(ledger), progress=progress, limits=LIMITS))
    assert time.monotonic() - cancelled_at[0] < 0.5
    timer.join()


def test_a_reader_that_stops_listening_leaves_no_child(ledger: Path, children: list[object]) -> None:
    told = worker.messages(worker.Request(ledger), progress=SilentProgress(), limits=LIMITS)
    assert next(told)["kind"] == "file"
    told.close()  # type: ignore[attr-defined]


def test_a_flood_waits_for_its_listener() -> None:
    class FullAtFirst(queue.Queue[bytes | None]):
        refusals = 0

        def put(self, item: bytes | None, block: bool = True, timeout: float | None = None) -> None:
            if not self.refusals:
                self.refusals += 1
                raise queue.Full
            super().put(item, block, timeout)

    lines = FullAtFirst()
    worker._pump(io.BytesIO(b"1\n2\n"), lines, threading.Event(), 100)
    assert [lines.get(), lines.get(), lines.get()] == [b"1\n", b"2\n", None]


@pytest.mark.skipif(os.name != "posix", reason="rlimits are POSIX")
def test_a_child_that_takes_too_much_memory_is_a_refusal(tmp_path: Path, children: list[object]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Konto;Belopp\n" + b"7010;1\n" * 4_000_000)
    with pytest.raises(FileRefused, match=r"minne|avbryta"):
        conversation(path, limits=replace(LIMITS, memory_bytes=120 << 20))


@pytest.mark.skipif(os.name != "posix", reason="rlimits are POSIX")
def test_the_child_limits_itself() -> None:
    script = (
        "import json, resource\n"
        "from sbdesk.spreadsheets.limits import Limits\n"
        "from sbdesk.spreadsheets.worker_main import limit_this_process\n"
        "limit_this_process(Limits())\n"
        "print(json.dumps([resource.getrlimit(k)[0] for k in"
        " (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_CORE)]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], env=worker._environment(), capture_output=True, check=True
    )
    assert json.loads(told.stdout) == [LIMITS.memory_bytes, LIMITS.cpu_seconds, 0]


def test_the_child_gets_no_secrets_and_imports_neither_qt_nor_the_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SBDESK_SECRET", "1")
    script = (
        "import os, sys, json, sbdesk.spreadsheets.worker_main\n"
        "print(json.dumps([sorted(os.environ), sorted(sys.modules)]))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], env=worker._environment(), capture_output=True, check=True
    )
    variables, modules = json.loads(told.stdout)
    assert "SBDESK_SECRET" not in variables
    assert not {"PySide6", "sqlalchemy", "openpyxl", "reportlab"} & set(modules)


def test_a_frozen_build_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker.command() == [sys.executable, "--spreadsheet-worker"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            SHEET,
            b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
        ),
        ("xl/sharedStrings.xml", b"<sst><si><t>hej</t></si>"),
        ("xl/styles.xml", b"<styleSheet><cellXfs>"),
    ],
)
def test_what_the_parser_refuses_is_a_refusal(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    entries = parts() | {name: content}
    entries["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    )
    path.write_bytes(zipped(entries))
    with pytest.raises(FileRefused) as refusal:
        conversation(path)
    assert refusal.value.code in ("file_unreadable", "file_damaged")


def test_progress_of_the_examination_is_reported(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.xlsx", [[number, "text"] for number in range(3000)])
    steps: list[tuple[int, int, str]] = []

    class Watching(SilentProgress):
        def step(self, done: int, of: int, text: str) -> None:
            steps.append((done, of, text))

    list(worker.messages(worker.Request(path), progress=Watching(), limits=LIMITS))
    assert steps[-1] == (100, 100, "Kontrollerar filen")


def test_a_request_that_nobody_takes_is_not_our_fault() -> None:
    class Broken(io.BytesIO):
        def write(self, data: object) -> int:
            raise BrokenPipeError

    worker._send(Broken(), worker.Request(Path("a")), LIMITS)


def test_a_child_that_does_not_end_after_its_last_word_is_ended(
    monkeypatch: pytest.MonkeyPatch, ledger: Path, children: list[object]
) -> None:
    monkeypatch.setattr(worker, "_LAST_SECONDS", 0.05)
    play(monkeypatch, 'import time; print(\'{"kind": "end"}\', flush=True); time.sleep(60)')
    assert conversation(ledger) == []

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
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest
from spreadsheets.makers import SHEET, parts, relations, workbook, write_rows, zipped

from sbdesk.domain.errors import Cancelled, UserFacingError
from sbdesk.domain.ledger_values import ErrorCell
from sbdesk.domain.progress import SilentProgress
from sbdesk.spreadsheets import wire, worker, worker_main
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import FileRefused
from sbdesk.spreadsheets.sheet_facts import SheetFacts
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


def test_one_sheet_and_a_head_can_be_asked_for(ledger: Path) -> None:
    assert [each["sheet"] for each in answers(ledger, sheet="Blad2") if each["kind"] == "rows"] == ["Blad2"]
    first = next(each for each in answers(ledger, head=1) if each["kind"] == "rows")
    assert first["rows"] == [(1, ["Konto", "Belopp"])]
    with pytest.raises(FileRefused, match="inget blad som heter Blad9"):
        answers(ledger, sheet="Blad9")


def test_addresses_stay_true_when_the_first_rows_and_columns_are_empty(tmp_path: Path) -> None:
    rows = '<row r="9"><c r="C9"><v>1</v></c><c r="D9"><v>2</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(parts(rows)))
    assert answers(path)[-1]["rows"] == [(9, ["", "", 1.0, 2.0])]


def test_errors_stand_where_the_parser_has_blanks_also_after_its_last_row(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="B2"><v>1</v></c><c r="D2" t="e"><v>#REF!</v></c></row>'
        '<row r="5"><c r="C5" t="e"><v>#N/A</v></c></row><row r="6"><c r="A6"><f>A1</f></c></row>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(zipped(parts(rows)))
    assert answers(path)[-1]["rows"] == [
        (2, ["", 1.0, "", ErrorCell("#REF!")]),
        (5, ["", "", ErrorCell("#N/A"), ""]),
        (6, [ErrorCell("")]),
    ]


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


def test_main_reads_a_request_and_answers(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    request = json.dumps({"path": str(ledger), "sheet": None, "head": 1, "limits": asdict(LIMITS)}).encode()
    out = io.BytesIO()
    monkeypatch.setattr(worker_main, "limit_this_process", lambda limits: None)
    monkeypatch.setattr(worker_main.gc, "disable", lambda: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(request + b"\n")))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    assert worker_main.main() == 0
    assert [wire.decode(line)["kind"] for line in out.getvalue().splitlines()][-1] == "end"


def test_a_fault_of_the_reader_is_told_and_not_raised(ledger: Path) -> None:
    def tell(message: Message) -> None:
        raise SystemExit("panic")

    last = worker_main.conclude({"path": str(ledger), "sheet": None, "head": None}, LIMITS, tell)
    assert (last["kind"], last["type"]) == ("failed", "SystemExit")


def test_a_missing_or_locked_file_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserFacingError) as gone:
        answers(tmp_path / "none.xlsx")
    assert gone.value.code == "file_gone"

    def locked(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(UserFacingError) as held:
        answers(tmp_path / "held.xlsx")
    assert held.value.code == "F05"


def test_rows_too_long_for_a_message_are_refused(ledger: Path) -> None:
    limits = replace(LIMITS, message_bytes=20)
    with pytest.raises(FileRefused, match="orimligt långa"):
        worker_main.teller(io.BytesIO(), limits)(
            {"kind": "rows", "sheet": "Blad1", "rows": [(7, ["x" * 50])]}
        )


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


def test_sheets_that_two_readers_see_differently_are_refused(tmp_path: Path) -> None:
    report = worker_main.examine(zipped(parts()), "a.xlsx", LIMITS)
    other = zipped(parts() | {"xl/workbook.xml": workbook(("Annat", "rId1"))})
    with pytest.raises(FileRefused, match="två läsare"):
        worker_main._workbook_tables(other, report)


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


def test_every_kind_of_cell_survives_the_wire() -> None:
    moment = datetime.fromisoformat("2026-01-31T10:00:00")
    cells = [
        "a",
        "",
        1,
        1.5,
        -0.0,
        True,
        None,
        date(2026, 1, 31),
        moment,
        clock(1, 2),
        timedelta(1.5),
        ErrorCell("#N/A"),
    ]
    assert wire.decode(wire.encode({"kind": "rows", "rows": cells}))["rows"] == cells
    with pytest.raises(TypeError):
        wire.encode({"kind": object()})
    assert wire.decode(b'{"kind": {"q": 1}}') == {"kind": {"q": 1}}


class FakeSheet:
    start = (0, 0)
    end = (4, 0)

    def iter_rows(self) -> Iterator[list[str]]:
        return iter([["x"]])


class FakeBook:
    def get_sheet_by_name(self, name: str) -> FakeSheet:
        return FakeSheet()


def test_rows_that_the_parser_counts_otherwise_are_refused() -> None:
    with pytest.raises(FileRefused, match="går inte att räkna"):
        list(worker_main._sheet_rows(FakeBook(), SheetFacts("Blad1")))


def test_a_head_of_a_workbook_stops_and_a_long_one_comes_in_batches(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.xlsx", [[number] for number in range(1200)])
    sizes = [len(each["rows"]) for each in answers(path) if each["kind"] == "rows"]
    assert sizes == [500, 500, 200]
    assert [len(each["rows"]) for each in answers(path, head=500) if each["kind"] == "rows"] == [500]


def test_a_child_that_does_not_end_after_its_last_word_is_ended(
    monkeypatch: pytest.MonkeyPatch, ledger: Path, children: list[object]
) -> None:
    monkeypatch.setattr(worker, "_LAST_SECONDS", 0.05)
    play(monkeypatch, 'import time; print(\'{"kind": "end"}\', flush=True); time.sleep(60)')
    assert conversation(ledger) == []


def test_without_rlimits_the_desks_clock_is_what_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    worker_main.limit_this_process(LIMITS)

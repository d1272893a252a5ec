"""What the child does with a request, seen from inside: true addresses, faults in place, refusals."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from datetime import time as clock
from pathlib import Path

import pytest
from spreadsheets.makers import parts, workbook, write_rows, zipped

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ledger_values import ErrorCell
from sbdesk.spreadsheets import wire, worker_main
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import FileRefused
from sbdesk.spreadsheets.sheet_facts import SheetFacts
from sbdesk.spreadsheets.wire import Message

LIMITS = Limits()


def answers(
    path: Path, sheet: str | None = None, head: int | None = None, limits: Limits = LIMITS
) -> list[Message]:
    """The same in this process."""
    told: list[Message] = []
    worker_main.answer({"path": str(path), "sheet": sheet, "head": head}, limits, told.append)
    return told


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return write_rows(
        tmp_path / "a.xlsx", [["Konto", "Belopp"], ["7010", 12.5], ["7020", date(2026, 1, 2)]], [["x"]]
    )


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


def test_sheets_that_two_readers_see_differently_are_refused(tmp_path: Path) -> None:
    report = worker_main.examine(zipped(parts()), "a.xlsx", LIMITS)
    other = zipped(parts() | {"xl/workbook.xml": workbook(("Annat", "rId1"))})
    with pytest.raises(FileRefused, match="två läsare"):
        worker_main._workbook_tables(other, report)


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


def test_without_rlimits_the_desks_clock_is_what_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    worker_main.limit_this_process(LIMITS)

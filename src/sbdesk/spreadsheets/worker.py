"""Runs the child process that reads a received file, and stops it when it takes too much or is not wanted."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import sbdesk
from sbdesk.domain.progress import Progress
from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import FileRefused, reader_gave_up
from sbdesk.spreadsheets.wire import Message, decode

_log = logging.getLogger(__name__)
_POLL_SECONDS = 0.1
_LAST_SECONDS = 2.0
_LAST = ("end", "refused", "failed")
_KEPT_VARIABLES = ("SYSTEMROOT", "TEMP", "TMP", "COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")
FROZEN_SWITCH = "--spreadsheet-worker"
"""The argument by which a frozen build's executable runs ``worker_main.main`` instead of the window."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the child is asked: a file, one of its sheets or all, the first rows or all."""

    path: Path
    sheet: str | None = None
    head: int | None = None


def command() -> list[str]:
    """How the child is started: this interpreter, or the frozen program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_SWITCH]
    return [sys.executable, "-P", "-s", "-m", "sbdesk.spreadsheets.worker_main"]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {
        **kept,
        "PYTHONPATH": str(Path(sbdesk.__file__).resolve().parents[1]),
        "PYTHONIOENCODING": "utf-8",
    }


def messages(request: Request, *, progress: Progress, limits: Limits) -> Iterator[Message]:
    """The child's messages up to its end; close the iterator to stop early.

    Raises FileRefused when the file is refused or the child dies, and Cancelled within half a second of the
    officer's cancelling; in every case the child is gone afterwards.
    """
    child = subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        close_fds=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    lines: queue.Queue[bytes | None] = queue.Queue(maxsize=8)
    stopped = threading.Event()
    most = limits.message_bytes + 4096
    pump = threading.Thread(target=_pump, args=(child.stdout, lines, stopped, most), daemon=True)
    pump.start()
    try:
        _send(child.stdin, request, limits)
        yield from _conversation(child, lines, progress, limits)
    finally:
        stopped.set()
        child.kill()
        child.wait()
        pump.join()
        child.stdout.close()


def _send(stdin: IO[bytes], request: Request, limits: Limits) -> None:
    body = {"path": os.fspath(request.path.absolute()), "sheet": request.sheet, "head": request.head}
    try:
        with stdin:
            stdin.write(json.dumps({**body, "limits": asdict(limits)}).encode("ascii") + b"\n")
    except OSError:
        _log.warning("the reading process did not take its request")


def _pump(out: IO[bytes], lines: queue.Queue[bytes | None], stopped: threading.Event, most: int) -> None:
    """Move lines to the queue until the child ends or the desk stops listening."""
    line: bytes | None = b""
    while line is not None and not stopped.is_set():
        line = out.readline(most) or None
        while not stopped.is_set():
            try:
                lines.put(line, timeout=_POLL_SECONDS)
                break
            except queue.Full:
                continue


def _conversation(
    child: subprocess.Popen[bytes], lines: queue.Queue[bytes | None], progress: Progress, limits: Limits
) -> Iterator[Message]:
    waited = 0.0
    while True:
        progress.raise_if_cancelled()
        started = time.monotonic()
        try:
            line = lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            line = b""
        waited += time.monotonic() - started
        if line is None:
            raise _died(child)
        if line:
            message = _decoded(line)
            if message["kind"] in _LAST:
                _let_end(child)
                _raise_refusal(message)
                return
            if message["kind"] == "progress":
                progress.step(message["done"], message["of"], message["text"])
            else:
                yield message
        if waited > limits.wall_seconds:
            raise reader_gave_up(f"den tog mer än {limits.wall_seconds:.0f} sekunder")


def _decoded(line: bytes) -> Message:
    try:
        message = decode(line)
    except ValueError:
        raise reader_gave_up("läsaren svarade obegripligt") from None
    return message


def _let_end(child: subprocess.Popen[bytes]) -> None:
    """It has said its last: let it close its files before it is made to."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=_LAST_SECONDS)


def _raise_refusal(message: Message) -> None:
    if message["kind"] == "refused":
        raise FileRefused(message["what"], message["safe"], message["todo"], code=message["code"])
    if message["kind"] == "failed":
        _log.warning("a file made its reader fail: %s\n%s", message["type"], message["trace"])
        if message["type"] == "MemoryError":
            raise reader_gave_up("den kräver för mycket minne")
        raise reader_gave_up("innehållet följer inte formatet")


def _died(child: subprocess.Popen[bytes]) -> FileRefused:
    code = child.wait()
    _log.warning("the process that read a file ended with %s", code)
    return reader_gave_up("innehållet får läsaren att avbryta")

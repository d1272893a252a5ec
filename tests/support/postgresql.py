"""A private PostgreSQL server for one test process: real SERIALIZABLE and constraints, gone with the process.

It listens on a socket in a folder of its own and never touches a server that the machine already has.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

USER = "sbdesk"
_FAST = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=",
    "shared_buffers=32MB",
]


class NoPostgresqlError(RuntimeError):
    """The machine has no PostgreSQL server that can be started; the text says why."""


def programs() -> Path:
    """The folder of initdb and postgres, the newest of those installed; raises `NoPostgresqlError`."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path is None:
        raise NoPostgresqlError("no PostgreSQL server found; on Debian: apt-get install postgresql")
    return Path(on_path).resolve().parent


def _as_ordinary_user() -> list[str]:
    """What to put before a command: PostgreSQL refuses root, and Linux can end the server with its parent."""
    setpriv = shutil.which("setpriv")
    if os.name == "nt" or os.geteuid() != 0:
        return [setpriv, "--pdeathsig", "INT"] if setpriv else []
    if setpriv is None:
        raise NoPostgresqlError("PostgreSQL refuses root, and setpriv (util-linux) is missing")
    return [setpriv, "--pdeathsig", "INT", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]


class Server:
    """One server process in a folder under the system's temporary folder."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="sbdesk-pg-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0

    def start(self) -> None:
        """Makes the cluster and waits until it answers; raises `NoPostgresqlError` when it cannot."""
        folder, before = programs(), _as_ordinary_user()
        if before and "--reuid" in before:
            try:
                shutil.chown(self._folder, "postgres", "postgres")
            except LookupError as error:
                raise NoPostgresqlError("PostgreSQL refuses root, and there is no user postgres") from error
        data = self._folder / "data"
        initdb = [
            folder / "initdb",
            "-D",
            data,
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        # PostgreSQL looks at its working folder, which the ordinary user may not be allowed to see.
        made = subprocess.run([*before, *initdb], cwd=self._folder, capture_output=True, check=False)
        if made.returncode != 0:
            raise NoPostgresqlError(f"initdb failed: {made.stderr.decode(errors='replace').strip()}")
        options = [part for setting in _FAST for part in ("-c", setting)]
        command = [*before, folder / "postgres", "-D", data, "-k", self._folder, *options]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(command, cwd=self._folder, stdout=log, stderr=log)
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self._conninfo("postgres")).close()
                return
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    log = (self._folder / "log").read_text(errors="replace")
                    raise NoPostgresqlError(f"the server did not start: {log or error}") from error
            # No event tells that a server has begun to listen; the connection itself is the question.
            time.sleep(0.05)

    def _conninfo(self, database: str) -> str:
        return f"host={self._folder} user={USER} dbname={database}"

    def _command(self, sql: str) -> None:
        with psycopg.connect(self._conninfo("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def create_database(self) -> str:
        """A new, empty database; its name."""
        self._made += 1
        name = f"test_{self._made}"
        self._command(f"CREATE DATABASE {name}")
        return name

    def drop_database(self, name: str) -> None:
        """Removes the database, even when a connection was left open."""
        self._command(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, database: str) -> str:
        """The address as SQLAlchemy wants it."""
        return f"postgresql+psycopg://{USER}@/{database}?host={self._folder}"

    def stop(self) -> None:
        """Ends the server at once and removes its folder."""
        if self._process is not None:
            self._process.terminate() if sys.platform == "win32" else self._process.send_signal(3)
            self._process.wait(timeout=30)
        shutil.rmtree(self._folder, ignore_errors=True)

"""The README's two commands, so that nobody has to know how the project is built to try it or to test it.

`python3 installer/bootstrap.py run` starts the program and `… test` runs the whole test suite. Both first
fetch what is missing: Debian packages (when root; otherwise the command is printed), `.venv` and the locked
dependencies with their hashes. Standard library only. Windows and macOS: the same without Debian's part.
"""

from __future__ import annotations

import argparse
import ctypes
import datetime
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}

# What Qt loads from the system, by the name the loader asks for, and the Debian package that has it.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}


class StopError(Exception):
    """The work cannot go on; the text says in Swedish why and what to do."""


def say(text: str) -> None:
    """One line to the person who waits, at once."""
    print(text, flush=True)


def has_display() -> bool:
    """Whether a window can be shown. Windows and macOS always have one."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def works(command: list[str]) -> bool:
    """Whether the command ends with 0, in silence."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def venv_works() -> bool:
    """Whether `.venv` has a Python that starts, of the same version as this one, and pip."""
    version = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return works([str(PYTHON), "-c", version])


def loadable(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Debian packages without which the program cannot start: shared libraries and Python's venv."""
    packages = [package for library, package in libraries.items() if not loadable(library)]
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None and not venv_works():
        packages.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return packages


def has_postgresql() -> bool:
    """Whether the programs of a PostgreSQL server are on the machine; no server needs to run."""
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def apt_install(packages: list[str]) -> None:
    """Installs Debian packages as root; the lists are fetched only when the first attempt fails."""
    say(f"Installerar Debianpaket: {' '.join(packages)}")
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    first = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if first.returncode == 0:
        return
    update = ["apt-get", "update", "--quiet", "--quiet"]
    if subprocess.run(update, env=quiet, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise StopError(
            "Paketlistorna gick inte att hämta (apt-get update). Kontrollera nätet och försök igen."
        )
    second = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if second.returncode != 0:
        sys.stderr.buffer.write(second.stderr)
        raise StopError(f"Paketen gick inte att installera. Prova själv: {' '.join(command)}")


def prepare_linux(mode: str) -> None:
    """Sees to the system's libraries; `StopError` with the exact command when someone else must install."""
    libraries = {**OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if mode == "run" and has_display() else {})}
    needed = missing_packages(libraries)
    wanted = ["postgresql"] if mode == "test" and not has_postgresql() else []
    if not needed and not wanted:
        return
    command = f"sudo apt-get install --no-install-recommends {' '.join(needed + wanted)}"
    if shutil.which("apt-get") is None:
        if needed:
            raise StopError(
                f"Systemet saknar delar som på Debian heter: {' '.join(needed)}. Installera dem först."
            )
    elif os.geteuid() == 0:
        apt_install(needed + wanted)
        still = missing_packages(libraries)
        if still:
            raise StopError(f"Dessa paket är installerade men går inte att använda: {' '.join(still)}")
        return
    elif needed or os.environ.get("CI"):
        raise StopError(
            f"Systemet saknar några paket. Kör först:\n  {command}\noch sedan samma kommando igen."
        )
    say(f"PostgreSQL saknas, så proven mot den hoppas över. På Debian: {command}")


def digest(lock: str) -> str:
    """What the environment was made from: the lock, the project's definition, this Python and this place."""
    made_from = hashlib.sha256()
    for part in (ROOT / lock, ROOT / "pyproject.toml"):
        made_from.update(part.read_bytes())
    made_from.update(f"{sys.version}{ROOT}".encode())
    return made_from.hexdigest()


def up_to_date(mode: str) -> bool:
    """Whether `.venv` was made from today's lock. The environment for tests also runs the program."""
    for made_for in ["test"] if mode == "test" else ["run", "test"]:
        stamp = VENV / f"sbdesk-{made_for}.stamp"
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest(LOCKS[made_for]):
            return venv_works()
    return False


def prepare_environment(mode: str) -> None:
    """Makes `.venv` from the lock with hashes, then the project itself without the net, unless up to date."""
    if up_to_date(mode):
        return
    started = time.monotonic()
    if not venv_works():
        say("Skapar .venv …")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    for made_for in LOCKS:
        (VENV / f"sbdesk-{made_for}.stamp").unlink(missing_ok=True)
    say(f"Hämtar och kontrollerar beroenden ur {LOCKS[mode]} (första gången omkring 350 MB) …")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(ROOT / LOCKS[mode])]
    own = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    for arguments in (locked, own):
        if subprocess.run([*pip, *arguments], cwd=ROOT, check=False).returncode != 0:
            raise StopError(
                "Beroendena gick inte att installera. Orsaken står ovan; kontrollera nätet och försök igen."
            )
    stamp = VENV / f"sbdesk-{mode}.stamp"
    stamp.write_text(digest(LOCKS[mode]), encoding="utf-8")
    say(f"Beroendena är på plats ({time.monotonic() - started:.0f} s).")


def run_demo(out: Path) -> int:
    """Does the main job without a window and lists what it left; 1 when no picture of the window came."""
    say("Ingen skärm finns. Huvudarbetet görs i stället utan fönster, med övningsdata.")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), "-m", "sbdesk", "run-demo", str(out)]
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    if code != 0:
        raise StopError(f"Körningen avbröts med felkod {code}. Det som hann skapas ligger i {out}")
    made = sorted(path for path in out.rglob("*") if path.is_file())
    say(f"\nSkapat i {out}:")
    for path in made:
        say(f"  {path.relative_to(out)}  ({path.stat().st_size:,} byte)".replace(",", "\u00a0"))
    if not any(path.suffix == ".png" for path in made):
        raise StopError("Skärmbilden av fönstret saknas.")
    return 0


def run(out: Path | None) -> int:
    """Opens the window, or does the main job where there is no display."""
    if has_display():
        say("Startar programmet …")
        return subprocess.run([str(PYTHON), "-m", "sbdesk"], cwd=ROOT, check=False).returncode
    stamp = datetime.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    return run_demo(out.resolve() if out else ROOT / "build" / f"ovning-{stamp}")


def test(measure: bool, pytest_arguments: list[str]) -> int:
    """The whole suite, or what the arguments to pytest choose, on up to four processes."""
    runner = ["-m", "coverage", "run", "-m", "pytest"] if measure else ["-m", "pytest"]
    workers = [] if "-n" in pytest_arguments else ["-n", str(min(4, os.cpu_count() or 1))]
    command = [str(PYTHON), *runner, *workers, *pytest_arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def arguments() -> tuple[argparse.Namespace, list[str]]:
    """The command line; what `test` does not know goes on to pytest."""
    parser = argparse.ArgumentParser(description="Startar eller provar sbdesk från en källkodskatalog.")
    commands = parser.add_subparsers(dest="mode", required=True)
    starts = commands.add_parser("run", help="startar programmet")
    starts.add_argument("--out", type=Path, help="mapp för övningens filer när ingen skärm finns")
    tests = commands.add_parser("test", help="kör alla prov; okända argument går till pytest")
    tests.add_argument("--coverage", action="store_true", help="mät vilka rader som proven når")
    chosen, rest = parser.parse_known_args()
    if rest and chosen.mode == "run":
        parser.error(f"okända argument: {' '.join(rest)}")
    return chosen, rest


def main() -> int:
    """Entry point: 0 when all went well, the program's own code otherwise, 3 when something is missing."""
    # An older Python reads this file too and is owed a sentence.
    if sys.version_info < (3, 11):  # noqa: UP036
        say(f"sbdesk behöver Python 3.11 eller nyare. Det här är {sys.version.split()[0]}.")
        return 3
    chosen, rest = arguments()
    try:
        if sys.platform.startswith("linux"):
            prepare_linux(chosen.mode)
        prepare_environment(chosen.mode)
        return run(chosen.out) if chosen.mode == "run" else test(chosen.coverage, rest)
    except StopError as reason:
        say(str(reason))
        return 3
    except KeyboardInterrupt:
        say("Avbrutet.")
        return 130


if __name__ == "__main__":
    sys.exit(main())

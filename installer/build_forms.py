"""Compiles the Designer files in ui/ to Python, so that what is drawn and what runs cannot drift apart.

`python installer/build_forms.py` writes src/sbdesk/gui/forms/ui_<name>.py for every ui/<name>.ui and removes
forms whose Designer file is gone. `--check` writes nothing and exits with 1 when a form is missing, old or
left over. Run it with the Python of the project's environment: the compiler is the one in the pinned PySide6.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UI_FOLDER = ROOT / "ui"
FORMS_FOLDER = ROOT / "src" / "sbdesk" / "gui" / "forms"

_UIC = "import sys; from PySide6.scripts.pyside_tool import uic; sys.exit(uic())"


def form_name(ui_file: Path) -> str:
    """The name of the Python file that belongs to a Designer file: `ui_<name>.py`."""
    return f"ui_{ui_file.stem}.py"


def compile_form(ui_file: Path) -> str:
    """The Python text of one Designer file, the same on every run and every machine with the pinned PySide6.

    Slots are never connected by name (`--no-autoconnection`): connections stand in the page's own code.
    The compiler's header is replaced, because it names the version of Qt and would differ without reason.
    Raises `RuntimeError` with the compiler's message when the file cannot be compiled.
    """
    # QT_HASH_SEED: the order of a hash must not reach a committed file.
    environment = {**os.environ, "QT_HASH_SEED": "0"}
    answer = subprocess.run(
        [sys.executable, "-c", _UIC, "--no-autoconnection", str(ui_file)],
        capture_output=True,
        env=environment,
        check=False,
    )
    text = answer.stdout.decode("utf-8").replace("\r\n", "\n")
    if answer.returncode != 0 or "def setupUi" not in text:
        raise RuntimeError(f"{ui_file.name}: {answer.stderr.decode('utf-8', 'replace').strip()}")
    lines = text.split("\n")
    while lines and (not lines[0].strip() or lines[0].startswith("#")):
        lines.pop(0)
    body = "\n".join(line.rstrip() for line in lines).rstrip("\n")
    return f"# Compiled from ui/{ui_file.name} by installer/build_forms.py; never edit this file.\n\n{body}\n"


def compile_all(ui_folder: Path = UI_FOLDER) -> dict[str, str]:
    """Every form by file name. Empty when the folder holds no Designer file."""
    ui_files = sorted(ui_folder.glob("*.ui"))
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        texts = list(pool.map(compile_form, ui_files))
    return {form_name(ui_file): text for ui_file, text in zip(ui_files, texts, strict=True)}


def differences(ui_folder: Path = UI_FOLDER, forms_folder: Path = FORMS_FOLDER) -> list[str]:
    """One line for each form that is missing, old or left over; an empty list when all is well."""
    wanted = compile_all(ui_folder)
    found = {path.name: path.read_text(encoding="utf-8") for path in forms_folder.glob("ui_*.py")}
    missing = [f"{name}: is missing" for name in wanted if name not in found]
    old = [
        f"{name}: differs from its ui file"
        for name in wanted
        if name in found and found[name] != wanted[name]
    ]
    left_over = [f"{name}: has no ui file" for name in sorted(found) if name not in wanted]
    return missing + old + left_over


def write_all(ui_folder: Path = UI_FOLDER, forms_folder: Path = FORMS_FOLDER) -> list[str]:
    """Writes every form that differs and removes those left over; returns what was changed."""
    changed = []
    wanted = compile_all(ui_folder)
    forms_folder.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        target = forms_folder / name
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.write_text(text, encoding="utf-8", newline="\n")
            changed.append(f"{name}: written")
    for path in sorted(forms_folder.glob("ui_*.py")):
        if path.name not in wanted:
            path.unlink()
            changed.append(f"{path.name}: removed, it had no ui file")
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Entry point; 0 when the forms are as they should be, 1 otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 on a difference")
    check_only = parser.parse_args(arguments).check
    try:
        lines = differences() if check_only else write_all()
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    for line in lines:
        print(line)
    return 1 if check_only and lines else 0


if __name__ == "__main__":
    sys.exit(main())

"""Holds the code to the picture in ARCHITECTURE.md: arrows, names, icons, and no place of one machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.source_tree import PACKAGE, PROJECT, imported_names, place, python_files, tree

FORBIDDEN_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "misc",
    "common",
    "manager",
    "managers",
    "handler",
    "handlers",
}
CONTRACTS = {
    "Every arrow points down",
    "The gui never sees the database",
    "The gui reads ledgers and makes letters only through services",
    "Presenters import no Qt",
    "Features do not import each other",
    "No feature reads the list of features",
    "The shell and the widgets know no feature",
    "Store, spreadsheets and documents do not know each other",
    "Only the gui knows Qt",
    "The domain imports nothing but itself and python-stdnum",
}
TEXT_FILES = {
    ".py",
    ".toml",
    ".ui",
    ".md",
    ".json",
    ".txt",
    ".svg",
    ".lock",
    ".spec",
    ".desktop",
    ".yml",
    ".cfg",
    "",
}
# Places of one machine. Put together here, so that this file does not name them itself.
MACHINE_PLACES = re.compile(
    "|".join(["/wor" + r"k\b", "/tm" + r"p\b", r"\.\./" + "shared", "/ro" + r"ot\b", "/ho" + "me/"])
)


def contracts(config: Path, source: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    program += "from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", program, str(source), "--config", str(config), "--no-cache", "--no-logo"]
    return subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)


def test_every_import_contract_is_kept() -> None:
    answer = contracts(PROJECT / "pyproject.toml", PROJECT / "src")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    told = " ".join(answer.stdout.split())
    assert {name for name in CONTRACTS if f"{name} KEPT" in told} == CONTRACTS
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in told


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("domain/ore.py", "import sqlalchemy", "The domain imports nothing but itself and python-stdnum"),
        ("gui/x.py", "import sbdesk.store", "The gui never sees the database"),
        ("gui/x.py", "import reportlab", "The gui reads ledgers and makes letters only through services"),
        ("gui/features/aa/presenter.py", "import PySide6.QtCore", "Presenters import no Qt"),
        ("gui/features/aa/page.py", "import sbdesk.gui.features.bb", "Features do not import each other"),
        (
            "gui/features/aa/page.py",
            "import sbdesk.gui.features.registry",
            "No feature reads the list of features",
        ),
        ("gui/shell/x.py", "import sbdesk.gui.features.bb", "The shell and the widgets know no feature"),
        ("store/x.py", "import sbdesk.documents", "Store, spreadsheets and documents do not know each other"),
        ("services/x.py", "import PySide6.QtCore", "Only the gui knows Qt"),
        ("stray.py", "", "Every arrow points down"),
        ("services/x.py", "import sbdesk.gui", "Every arrow points down"),
    ],
)
def test_a_contract_breaks_when_its_sentence_does(
    tmp_path: Path, module: str, line: str, broken: str
) -> None:
    gui = ["gui", "gui/shell", "gui/widgets", "gui/features", "gui/features/aa", "gui/features/bb"]
    for package in ["", *gui, "services", "store", "spreadsheets", "documents", "domain"]:
        folder = tmp_path / "sbdesk" / package
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").write_text("")
    (tmp_path / "sbdesk" / "paths.py").write_text("")
    (tmp_path / "sbdesk" / "gui" / "features" / "aa" / "presenter.py").write_text("")
    (tmp_path / "sbdesk" / "gui" / "features" / "registry.py").write_text("import sbdesk.gui.features.aa\n")
    (tmp_path / "sbdesk" / module).write_text(line + "\n")
    answer = contracts(PROJECT / "pyproject.toml", tmp_path)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f"{broken} BROKEN" in " ".join(answer.stdout.split())


def test_the_domain_imports_the_standard_library_itself_and_stdnum() -> None:
    # _typeshed is the standard library's own, for type checkers only.
    allowed = set(sys.stdlib_module_names) | {"stdnum", "sbdesk", "_typeshed"}
    foreign = [
        f"{place(path, line)} imports {name}"
        for path in python_files("src/sbdesk/domain")
        for line, name in imported_names(path)
        if name.split(".")[0] not in allowed
        or (name.startswith("sbdesk") and not name.startswith("sbdesk.domain"))
    ]
    assert not foreign, "\n".join(foreign)


def words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}


def test_the_names_are_split_into_words() -> None:
    assert words("LedgerImportHandler") == {"ledger", "import", "handler"}
    assert words("string_utils") == {"string", "utils"}


def test_no_module_or_class_has_a_name_that_says_nothing() -> None:
    bad = [
        place(path)
        for path in python_files("src", "installer", "tests")
        if words(path.stem) & FORBIDDEN_WORDS
    ]
    bad += [
        f"{place(path, node.lineno)} {node.name}"
        for path in python_files("src", "installer")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and words(node.name) & FORBIDDEN_WORDS
    ]
    assert not bad, "\n".join(bad)


def test_every_module_says_why_it_exists() -> None:
    silent = [
        place(path)
        for path in python_files("src", "installer")
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree(path))
    ]
    assert not silent, "\n".join(silent)


def text_files() -> Iterator[Path]:
    for folder in ("src", "tests", "ui", "resources", "installer"):
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.is_file() and path.suffix in TEXT_FILES and "__pycache__" not in path.parts:
                yield path
    yield from (
        PROJECT / name
        for name in ("pyproject.toml", "README.md", "requirements.lock", "requirements-dev.lock")
    )


def test_no_file_names_a_place_on_one_machine() -> None:
    leaks = [
        f"{place(path, number)} {line.strip()[:80]}"
        for path in text_files()
        if "egg-info" not in str(path)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PLACES.search(line)
    ]
    assert not leaks, "\n".join(leaks)


def literals(node: ast.expr | None) -> Iterator[str]:
    """The strings that an expression may have as its value: a constant, or either branch of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def icon_names(path: Path) -> Iterator[tuple[int, str]]:
    """Every icon named: `icon("x")`, `pixmap("x", …)`, `place(button, "x")`, `icon="x"`, `icon = "x"`."""
    for node in ast.walk(tree(path)):
        found: list[ast.expr | None] = []
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            position = {"icon": 0, "pixmap": 0, "place": 1}.get(called)
            found += [node.args[position]] if position is not None and len(node.args) > position else []
            found += [word.value for word in node.keywords if word.arg in {"icon", "icon_name"}]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {getattr(target, "attr", getattr(target, "id", "")) for target in targets}
            found += [node.value] if names & {"icon", "ICON", "icon_name"} else []
        for expression in found:
            yield from ((node.lineno, name) for name in literals(expression))


def test_every_icon_named_in_the_code_exists() -> None:
    drawn = {path.stem for path in (PROJECT / "resources" / "icons").glob("*.svg")}
    named = [(path, line, name) for path in python_files("src/sbdesk/gui") for line, name in icon_names(path)]
    missing = [f"{place(path, line)} {name}" for path, line, name in named if name not in drawn]
    assert not missing, "\n".join(missing)


def test_the_package_has_only_the_folders_of_the_picture() -> None:
    picture = {"domain", "store", "spreadsheets", "documents", "services", "gui"}
    assert {
        path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"
    } == picture

"""Reads the project as text, for the tests that hold it to its own rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PACKAGE = PROJECT / "src" / "sbdesk"
_MADE = {"__pycache__", "sbdesk.egg-info"}


def python_files(*folders: str) -> list[Path]:
    """Every Python file under the folders of the project, apart from compiled forms and migrations."""
    return [path for path in _all_python(*folders) if not is_generated(path)]


def _all_python(*folders: str) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted((PROJECT / folder).rglob("*.py"))
        if not _MADE & set(path.relative_to(PROJECT).parts)
    ]


def is_generated(path: Path) -> bool:
    """Compiled forms and migrations: written once by a tool, not read as prose."""
    return path.parent == PACKAGE / "gui" / "forms" or path.is_relative_to(
        PACKAGE / "store" / "migrations" / "versions"
    )


@cache
def tree(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def place(path: Path, line: int | None = None) -> str:
    """The file, and the line if any, as it is written in a list of complaints."""
    return path.relative_to(PROJECT).as_posix() + (f":{line}" if line else "")


def imported_names(path: Path) -> Iterator[tuple[int, str]]:
    """Every absolute module name that the file imports, with its line; type-checking imports too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.lineno, node.module

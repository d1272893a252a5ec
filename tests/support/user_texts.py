"""Collects every text that the program shows, file by file, so that a Swede can proof-read them in one place.

`python tests/support/user_texts.py` writes the list anew; read what changed in it before it is committed.
"""

from __future__ import annotations

import ast
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
GOLDEN = PROJECT / "tests" / "data" / "user_texts.txt"
_FOLDERS = ("src/sbdesk", "ui")
# What is given to these is for the machine: names of objects and types, patterns, log lines for support.
_NOT_SHOWN = {
    "setObjectName", "setProperty", "getattr", "hasattr", "cast", "TypeVar", "NewType", "compile",
    "getLogger", "debug", "info", "warning", "exception", "strftime", "strptime", "fullmatch", "match",
    "sub", "findChild", "DDL", "text", "CheckConstraint", "Index", "execute", "encode", "decode",
    "finditer", "findall", "search", "ValueError", "TypeError", "LookupError", "KeyError",
    "RuntimeError", "AssertionError", "MissingIconError",
}  # fmt: skip
_NOT_READ = {"forms", "migrations", "records", "queries", "triggers.py", "style_sheet.py"}
_SWEDISH = re.compile(r"[åäöÅÄÖ”…−–]")
_SENTENCE = re.compile(r"^&?[A-ZÅÄÖ{][^_]*[a-zåäö}].* .*\S")
_WORD = re.compile(r"^&?[A-ZÅÄÖ][a-zåäö&]{2,}…?$")
_SQL = re.compile(
    r"^(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|ALTER|BEGIN|SAVEPOINT|WITH|VACUUM|SET)\b"
)


def is_shown(text: str, in_window: bool) -> bool:
    """Whether a literal reads as Swedish for people rather than as a name or a statement for machines."""
    own_words = re.sub(r"\{.*?\}", "", text)
    if _SQL.match(text.strip()) or "(?" in text or not re.search(r"[a-zåäö]{2}", own_words):
        return False
    if _SWEDISH.search(text):
        return True
    return bool(_SENTENCE.match(text) or (in_window and _WORD.match(text)))


def _rendered(node: ast.expr) -> str | None:
    """A literal as one text; what is put in stands as {its expression}."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{" + ast.unparse(part.value) + "}"
            for part in node.values
            if isinstance(part, ast.Constant | ast.FormattedValue)
        )
    return None


def _literals(node: ast.AST) -> Iterator[str]:
    """Every literal below the node in the source's order, without docstrings and words for the machine."""
    if isinstance(node, ast.expr) and (text := _rendered(node)) is not None:
        yield text
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _literals(part.value)
        return
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in _NOT_SHOWN:
        return
    for child in ast.iter_child_nodes(node):
        # A bare string is a docstring, of a module, a function or the constant above it.
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from _literals(child)


def _titles(tree: ast.Module, in_window: bool) -> set[str]:
    """Values of tables from name to title: when one is Swedish all are, also short words without å, ä, ö."""
    titles: set[str] = set()
    for table in (node for node in ast.walk(tree) if isinstance(node, ast.Dict)):
        values = {value for node in table.values if (value := _rendered(node))}
        if any(is_shown(value, in_window) for value in values):
            titles |= values
    return titles


def texts_of(path: Path) -> list[str]:
    """The texts of one Python or Designer file, in order, each once."""
    if path.suffix == ".ui":
        strings = ElementTree.parse(path).getroot().iter("string")
        found = [node.text or "" for node in strings if node.get("notr") != "true"]
        return list(dict.fromkeys(text for text in found if re.search(r"\w", text)))
    in_window = "gui" in path.parts
    tree = ast.parse(path.read_text(encoding="utf-8"))
    titles = _titles(tree, in_window)
    return list(
        dict.fromkeys(text for text in _literals(tree) if text in titles or is_shown(text, in_window))
    )


def all_texts() -> dict[str, list[str]]:
    """The texts of every file that has any, by the file's place in the project."""
    files = [
        path for folder in _FOLDERS for path in (PROJECT / folder).rglob("*") if path.suffix in {".py", ".ui"}
    ]
    wanted = [path for path in sorted(files) if not _NOT_READ & set(path.parts)]
    return {path.relative_to(PROJECT).as_posix(): texts for path in wanted if (texts := texts_of(path))}


def as_list(texts: dict[str, list[str]]) -> str:
    """The list as it is committed: a heading for each file, a line for each text."""
    lines = ["Alla texter som programmet visar. Görs om med: python tests/support/user_texts.py"]
    for place, found in texts.items():
        lines += ["", f"[{place}]", *(text.replace("\n", "⏎").replace("\u00a0", "·") for text in found)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    GOLDEN.write_text(as_list(all_texts()), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{sum(map(len, all_texts().values()))} texts\n")

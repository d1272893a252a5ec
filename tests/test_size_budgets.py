"""Counts lines and dependencies, so that no file grows beyond what one can hold in the head."""

from __future__ import annotations

import ast

from support.source_tree import PACKAGE, place, python_files, tree

FILE_LINES = 300
MAIN_WINDOW_LINES = 250
FUNCTION_LINES = 40
CONSTRUCTOR_DEPENDENCIES = 5


def test_no_file_is_longer_than_the_budget() -> None:
    long = []
    for path in python_files("src", "installer", "tests"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        budget = MAIN_WINDOW_LINES if path.name == "main_window.py" else FILE_LINES
        if lines > budget:
            long.append(f"{place(path)}: {lines} lines of {budget}")
    assert not long, "\n".join(long)


def functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    return [
        (place(path, node.lineno), node)
        for path in python_files("src", "installer")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_function_is_longer_than_the_budget() -> None:
    long = [
        f"{where} {node.name}: {length} lines of {FUNCTION_LINES}"
        for where, node in functions()
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def dependencies(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """What a constructor is given; Qt's `parent` says who owns the widget and is no dependency."""
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs][1:]
    return [argument.arg for argument in given if argument.arg != "parent"]


def test_no_constructor_has_more_dependencies_than_the_budget() -> None:
    greedy = [
        f"{where}: {', '.join(dependencies(node))}"
        for where, node in functions()
        if node.name == "__init__" and len(dependencies(node)) > CONSTRUCTOR_DEPENDENCIES
    ]
    assert not greedy, "\n".join(greedy)


def test_the_budgets_are_counted_on_real_files() -> None:
    assert PACKAGE / "domain" / "ore.py" in python_files("src")
    assert any(node.name == "parse_ore" for _, node in functions())

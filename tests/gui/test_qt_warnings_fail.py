"""A warning of Qt is a fault in the page; the proof that pyproject.toml makes it fail its test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
WARNS = """
from PySide6.QtCore import QLoggingCategory, qWarning

def test_warns():
    qWarning("a layout is set twice")
"""


def test_a_warning_of_qt_fails_the_test_in_which_it_comes(tmp_path: Path) -> None:
    (tmp_path / "test_warns.py").write_text(WARNS, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(PROJECT / "pyproject.toml"),
        "-p",
        "no:cacheprovider",
    ]
    answer = subprocess.run(
        [*command, str(tmp_path / "test_warns.py")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "a layout is set twice" in answer.stdout

"""What is drawn in Designer and what runs must be the same: the committed forms are compiled anew here."""

from __future__ import annotations

import shutil
from pathlib import Path

import build_forms
import pytest

DRAWN = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Small</class><widget class="QWidget" name="Small">
<property name="windowTitle"><string>Översikt</string></property></widget></ui>
"""


def test_the_committed_forms_are_compiled_from_the_committed_ui_files() -> None:
    assert build_forms.differences() == [], "run: python installer/build_forms.py"


def test_a_form_that_is_missing_old_or_left_over_is_told_and_mended(tmp_path: Path) -> None:
    ui, forms = tmp_path / "ui", tmp_path / "forms"
    ui.mkdir()
    (ui / "small.ui").write_text(DRAWN, encoding="utf-8")
    assert build_forms.differences(ui, forms) == ["ui_small.py: is missing"]
    build_forms.write_all(ui, forms)
    assert build_forms.differences(ui, forms) == []
    assert "never edit this file" in (forms / "ui_small.py").read_text(encoding="utf-8").splitlines()[0]
    (forms / "ui_small.py").write_text("class Ui_Small: pass\n", encoding="utf-8")
    shutil.copy(forms / "ui_small.py", forms / "ui_gone.py")
    assert build_forms.differences(ui, forms) == [
        "ui_small.py: differs from its ui file",
        "ui_gone.py: has no ui file",
    ]
    build_forms.write_all(ui, forms)
    assert [path.name for path in forms.iterdir()] == ["ui_small.py"]
    assert build_forms.differences(ui, forms) == []


def test_a_drawing_that_does_not_compile_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "broken.ui").write_text("<ui version='4.0'><widget", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"broken\.ui"):
        build_forms.compile_all(tmp_path)

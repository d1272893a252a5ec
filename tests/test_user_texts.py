"""Every text that the officer reads stands in one golden list, where the Swedish is proof-read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import user_texts

# How a Swede does not write, and what to write instead.
NOT_SWEDISH = {
    r'"': "”",
    r"\.\.\.": "…",
    r"\w - \w": "–",
    r"\d kr\b": "a no-break space before kr",
    r"(?i)\bansökan\b": "rekvisition",
    r"(?i)\bvänligen\b": "nothing",
    r"(?i)\b(error|failed|invalid|warning|cancel)\b": "Swedish",
    r"(?<=\w) ,|(?<=\w) \.(?!\w)": "no space before the mark",
}


def test_the_golden_list_holds_every_text() -> None:
    wanted = user_texts.as_list(user_texts.all_texts())
    assert user_texts.GOLDEN.read_text(encoding="utf-8") == wanted, "run: python tests/support/user_texts.py"


@pytest.mark.parametrize("pattern", NOT_SWEDISH)
def test_no_text_is_written_as_a_swede_does_not_write(pattern: str) -> None:
    wrong = [
        f"{place}: {text}"
        for place, texts in user_texts.all_texts().items()
        for text in texts
        # What stands in braces is code.
        if re.search(pattern, re.sub(r"\{.*?\}", "{}", text))
    ]
    assert not wrong, f"write {NOT_SWEDISH[pattern]} in\n" + "\n".join(wrong)


def test_the_list_takes_what_is_shown_and_leaves_what_is_not(tmp_path: Path) -> None:
    source = tmp_path / "gui" / "page.py"
    source.parent.mkdir()
    source.write_text(
        '''"""Docstring that nobody sees."""
LIMIT = 3
"""What the constant means."""
button.setObjectName("SaveButton")
button.setText("Spara")
raise NotAllowed(f"Beloppet {amount} är för stort.", "Inget är ändrat.", "Ange ett lägre.", code="F01")
session.execute("SELECT name FROM award WHERE id = 1")
label = _("Gå vidare") if more else "Klart"
''',
        encoding="utf-8",
    )
    assert user_texts.texts_of(source) == [
        "Spara",
        "Beloppet {amount} är för stort.",
        "Inget är ändrat.",
        "Ange ett lägre.",
        "Gå vidare",
        "Klart",
    ]


def test_the_list_takes_the_texts_of_a_designer_file(tmp_path: Path) -> None:
    drawing = tmp_path / "x.ui"
    drawing.write_text(
        "<ui><widget><string>Från och med</string><string notr='true'>font</string></widget></ui>",
        encoding="utf-8",
    )
    assert user_texts.texts_of(drawing) == ["Från och med"]

"""Every letter's text as it stands in the PDF; SBDESK_UPDATE_GOLDEN=1 writes the files anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from documents.letters import ALL, GOLDEN, letter_of, one_line, text_of

from sbdesk.documents.plain_text import as_text

FOLDER = Path(__file__).parent / "golden"


def _stable(text: str) -> str:
    # The id follows from the wording's checksum: a changed comment in a text file is no changed letter.
    return re.sub(r"Dokument-id [0-9A-F-]{14}", "Dokument-id …", text) + "\n"


@pytest.mark.parametrize("name", GOLDEN)
def test_the_letter_reads_as_before(name: str) -> None:
    path = FOLDER / f"{name.lower()}.txt"
    text = _stable(text_of(ALL[name]))
    if os.environ.get("SBDESK_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {name.lower() for name in GOLDEN}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_plain_text_says_what_the_pdf_says(name: str) -> None:
    drawn = one_line(text_of(ALL[name]))
    for line in as_text(letter_of(ALL[name])).splitlines():
        for part in re.split(r"\t| / |: |(?<=”) (?=\()", line.strip().removeprefix("– ")):
            assert one_line(part).strip("_()").replace(" ", "") in drawn.replace(" ", "")

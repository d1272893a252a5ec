"""What makes the file trustworthy: same bytes, embedded fonts, language, page numbers, marks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from documents import examples as x
from documents import examples_hearings as hearings
from documents import examples_protocols as protocols
from documents import examples_recoveries as recoveries
from documents.letters import ALL, LONG, one_line, pdf_of, reader_of, sums, text_of, wording_for

from sbdesk.documents.content import Appeal, Marks, Stage, content_json

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"


def _in_another_process(**more: str) -> dict[str, str]:
    path = os.pathsep.join((str(SOURCE), str(HERE.parent), str(HERE)))
    environment = {**os.environ, "PYTHONPATH": path, **more}
    done = subprocess.run(
        [sys.executable, str(HERE / "letters.py")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=240,
    )
    return dict(line.split() for line in done.stdout.splitlines())


def test_two_processes_draw_the_same_bytes() -> None:
    first = _in_another_process(PYTHONHASHSEED="1", TZ="UTC", SOURCE_DATE_EPOCH="")
    second = _in_another_process(PYTHONHASHSEED="2", TZ="Europe/Stockholm", SOURCE_DATE_EPOCH="1700000000")
    assert first == second == sums()
    assert len(set(first.values())) == len(first) > 10


def test_letters_drawn_side_by_side_are_the_same() -> None:
    names = ["GRANT", "HEARING", "INVOICE", "PROTOCOL"] * 3
    alone = {name: pdf_of(ALL[name]) for name in names}
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda name: pdf_of(ALL[name]), names))
    assert together == [alone[name] for name in names]


def _fonts(reader: Any) -> dict[str, Any]:
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            font = font.get_object()
            found[str(font["/BaseFont"])] = font
    return found


@pytest.mark.parametrize("name", ["GRANT", "CREDIT", "PROTOCOL", *LONG])
def test_every_font_is_embedded_as_a_subset(name: str) -> None:
    fonts = _fonts(reader_of(ALL[name]))
    assert fonts
    for base, font in fonts.items():
        assert re.fullmatch(r"/[A-Z]{6}\+NotoSans(Math)?(-Regular|-Bold)?", base)
        assert len(font["/FontDescriptor"]["/FontFile2"].get_data()) < 60_000
    assert b"Helvetica" not in pdf_of(ALL[name])


def test_signs_that_noto_sans_lacks_come_from_the_mathematical_font() -> None:
    content = replace(x.GRANT, appeal=Appeal("Belopp ≥ 1 000 kronor → faktura"))
    assert any("NotoSansMath" in base for base in _fonts(reader_of(content)))
    assert "Belopp ≥ 1 000 kronor → faktura" in text_of(content)


def test_the_minus_sign_is_drawn() -> None:
    assert "\N{MINUS SIGN}440 000,00" in text_of(recoveries.CREDIT)


def test_language_title_author_and_day_stand_in_the_metadata() -> None:
    reader = reader_of(x.GRANT)
    root: Any = reader.trailer["/Root"]
    metadata = reader.metadata
    assert metadata is not None
    assert root["/Lang"] == "sv-SE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert one_line(metadata.title) == "Beslut om statsbidrag till Centrum för sällsynta diagnoser 2026"
    assert metadata.author == "Socialstyrelsen"
    assert str(metadata["/CreationDate"]).startswith("D:20260716")
    keywords = str(metadata["/Keywords"])
    assert f"Händelsekedja {'9f' * 32}" in keywords
    assert wording_for(x.GRANT).stamp in keywords
    assert "9f9f" not in text_of(x.GRANT)


def test_every_page_says_which_of_how_many_and_the_document_id() -> None:
    reader = reader_of(hearings.HEARING_MANY)
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) > 20
    ids = set()
    for number, text in enumerate(pages, start=1):
        assert f"Sida {number} av {len(pages)}" in text
        ids |= set(re.findall(r"Dokument-id ([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})", text))
    assert len(ids) == 1


def test_a_given_document_id_is_printed_and_a_derived_one_follows_the_content() -> None:
    given = replace(x.GRANT, marks=replace(x.ISSUED, document_id="B-17"))
    assert "Dokument-id B-17" in text_of(given)
    other = replace(x.GRANT, account="bankgiro 123-4566")
    ids = [re.search(r"Dokument-id (\S+)", text_of(content)) for content in (x.GRANT, other)]
    assert ids[0] is not None
    assert ids[1] is not None
    assert ids[0].group(1) != ids[1].group(1)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        (Marks(Stage.DRAFT), ("UTKAST",)),
        (Marks(Stage.DRAFT, practice=True), ("UTKAST", "ÖVNING")),
        (Marks(Stage.ISSUED, practice=True), ("ÖVNING",)),
        (Marks(Stage.ISSUED), ()),
    ],
)
def test_the_watermark_stands_on_every_page(marks: Marks, words: tuple[str, ...]) -> None:
    content = replace(x.GRANT, marks=marks)
    for page in reader_of(content).pages:
        text = page.extract_text()
        assert [word for word in ("UTKAST", "ÖVNING") if word in text] == list(words)


def test_a_draft_says_that_no_jurist_has_read_its_texts() -> None:
    sentence = "Brevets texter är inte granskade av jurist."
    assert sentence in text_of(x.GRANT_DRAFT)
    assert sentence not in text_of(x.GRANT)


def test_two_hundred_rows_repeat_their_headings_and_lose_no_row() -> None:
    reader = reader_of(hearings.HEARING_MANY)
    pages = [page.extract_text() for page in reader.pages]
    with_rows = [text for text in pages if "Sekvensering" in text]
    assert len(with_rows) > 10
    for text in with_rows:
        assert "Verifikation" in text.splitlines()
    every = "\n".join(pages)
    assert all(re.search(rf"^ ?{row.source_row}$", every, re.MULTILINE) for row in hearings.MANY_ROWS)
    assert "200 000,00" in every


def test_a_comment_longer_than_a_page_is_parted_and_complete() -> None:
    words = [f"ord{number}" for number in range(1500)]
    row = replace(protocols.PROTOCOL.rows[0], comment=" ".join(words), voucher="V" * 300)
    text = one_line(text_of(replace(protocols.PROTOCOL, rows=(row, *protocols.PROTOCOL.rows[1:]))))
    assert [word for word in words if word not in text] == []


def test_the_content_is_kept_as_canonical_text() -> None:
    text = content_json(x.GRANT)
    assert '"dated": "2026-07-16"' in text
    assert '"kind": "grant"' in text
    assert text == content_json(replace(x.GRANT))
    with pytest.raises(TypeError):
        content_json(replace(x.GRANT, account=object()))

"""The guard refuses what would hurt or mislead, with a reason, before anything parses the file."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from spreadsheets.makers import (
    SHEET,
    STRINGS,
    lying_bomb,
    parts,
    patched,
    relations,
    workbook,
    zipped,
)

from sbdesk.spreadsheets.guard import TEXT, WORKBOOK, examine
from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import FileRefused

LIMITS = Limits()
LAUGHS = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst>&b;</sst>'


def refused(data: bytes, name: str = "a.xlsx", limits: Limits = LIMITS) -> FileRefused:
    started = time.monotonic()
    with pytest.raises(FileRefused) as refusal:
        examine(data, name, limits)
    assert time.monotonic() - started < 5
    assert refusal.value.safe == "Inget är inläst."
    assert refusal.value.todo
    return refusal.value


def with_part(name: str, content: bytes | str) -> bytes:
    return zipped(parts() | {name: content.encode() if isinstance(content, str) else content})


def test_an_honest_workbook_passes_and_is_told() -> None:
    told: list[tuple[int, int]] = []
    report = examine(zipped(parts()), "a.xlsx", LIMITS, lambda done, of: told.append((done, of)))
    assert (report.kind, report.hidden) == (WORKBOOK, frozenset())
    assert [(facts.name, facts.rows, facts.cells) for facts in report.sheets] == [("Blad1", 1, 1)]
    assert told[-1][0] == told[-1][1] == len(parts()[SHEET])


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a"])
def test_text_passes_as_text(name: str) -> None:
    assert examine(b"Konto;Belopp\r\n", name, LIMITS).kind == TEXT
    assert examine("Konto;Belopp".encode("utf-16"), name, LIMITS).kind == TEXT


@pytest.mark.parametrize(
    ("data", "name", "code", "words"),
    [
        (b"", "a.xlsx", "file_empty", "tom"),
        (b"x" * 30, "a.numbers", "F07", ".numbers"),
        (b"x" * 30, "a.gsheet", "F07", ".gsheet"),
        (b"%PDF-1.7", "a.pdf", "file_kind", "pdf"),
        (b"\x89PNG\r\n", "a.xlsx", "file_kind", "bild"),
        (b"Rar!", "a.xlsx", "file_kind", "arkiv"),
        (b"{\\rtf1", "a.txt", "file_kind", "textdokument"),
        (b"Konto;Belopp", "a.xlsx", "file_renamed", ".xlsx"),
        (b"<html><table>", "a.xls", "file_kind", "webbsida"),
        (b"<?xml version='1.0'?>", "a.xls", "file_kind", "XML"),
        (b"\x01\x02\0\0", "a.xlsx", "file_damaged", "början"),
        (b"a\0b", "a.csv", "file_kind", "binär"),
        (b"PK\3\4 and no more", "a.xlsx", "file_damaged", "slutet saknas"),
        (zipped({"a.txt": b"x"}), "a.zip", "file_kind", "arkiv"),
        (zipped({"Index/Document.iwa": b"x"}), "a.zip", "F07", ".numbers"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "a.ods", "F07", ".ods"),
        (
            zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
            "a.docx",
            "file_kind",
            "Office",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            "F06",
            "lösenord",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "a.xls", "F07", ".xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "a.doc", "file_kind", "Office"),
    ],
)
def test_other_kinds_of_files_are_named(data: bytes, name: str, code: str, words: str) -> None:
    refusal = refused(data, name)
    assert refusal.code == code
    assert words in str(refusal)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_billion_laughs_is_refused_in_every_encoding(encoding: str) -> None:
    assert refused(with_part(STRINGS, LAUGHS.encode(encoding))).code == "file_unsafe"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_declaration_is_found_where_any_encoding_is_allowed(encoding: str) -> None:
    refusal = refused(with_part("customXml/item1.xml", LAUGHS.encode(encoding)))
    assert "DOCTYPE" in refusal.what


def test_a_declaration_across_two_chunks_is_found() -> None:
    padding = " " * (MEGABYTE - 40)
    for shift in range(30, 44):
        content = f'<?xml version="1.0"?><sst>{padding[shift:]}{"x" * shift}<!DOCTYPE a></sst>'
        assert "DOCTYPE" in refused(with_part(STRINGS, content), limits=replace(LIMITS, ratio=10_000)).what


def test_a_declaration_in_the_sheet_itself_is_refused() -> None:
    assert refused(with_part(SHEET, LAUGHS)).code == "file_unsafe"


def test_an_unusual_encoding_is_refused() -> None:
    content = '<?xml version="1.0" encoding="iso-8859-1"?><sst/>'
    assert "UTF-8" in refused(with_part(STRINGS, content)).what


def test_a_bomb_that_declares_its_size_is_refused_at_once() -> None:
    assert refused(with_part(STRINGS, b" " * (2 * MEGABYTE))).code == "file_unsafe"
    refusal = refused(with_part(STRINGS, b" " * MEGABYTE), limits=replace(LIMITS, part_bytes=1000))
    assert refusal.code == "file_too_large"
    assert refused(zipped(parts()), limits=replace(LIMITS, package_bytes=100)).code == "file_too_large"


def test_a_bomb_that_lies_about_its_size_is_refused_while_inflating() -> None:
    refusal = refused(lying_bomb(STRINGS, 1 << 30, 1000))
    assert (refusal.code, "större än den uppger" in refusal.what) == ("file_unsafe", True)


def test_a_part_smaller_than_it_says_is_refused() -> None:
    assert refused(lying_bomb(STRINGS, MEGABYTE, 2 * MEGABYTE)).code in ("file_damaged", "file_unsafe")


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_truncated_file_is_refused(cut: int) -> None:
    assert refused(zipped(parts())[:-cut]).code == "file_damaged"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"flags": 1}, "F06"),
        ({"method": 12}, "file_unsafe"),
        ({"crc": 7}, "file_damaged"),
        ({"size": 9}, "file_unsafe"),
    ],
)
def test_a_tampered_entry_is_refused(changes: dict[str, int], code: str) -> None:
    assert refused(patched(zipped(parts()), STRINGS, **changes)).code == code


def test_a_broken_stream_is_refused() -> None:
    data = zipped(parts())
    at = data.index(STRINGS.encode()) + len(STRINGS)
    assert refused(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :]).code == "file_damaged"


@pytest.mark.parametrize(
    "twin", [STRINGS, "XL/SharedStrings.xml", "xl\\sharedStrings.xml", "../up.xml", "/abs.xml", "c:/x.xml"]
)
def test_names_that_repeat_or_point_outside_are_refused(twin: str) -> None:
    assert refused(zipped([*parts().items(), (twin, b"<a/>")])).code == "file_unsafe"


def test_folders_and_stored_parts_pass() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/", b"")
        for name, content in parts().items():
            archive.writestr(name, content)
    assert examine(out.getvalue(), "a.xlsx", LIMITS).kind == WORKBOOK


def test_too_many_entries_or_bytes_are_refused() -> None:
    assert refused(zipped(parts()), limits=replace(LIMITS, entries=3)).code == "file_too_large"
    assert refused(zipped(parts()), limits=replace(LIMITS, file_bytes=50)).code == "file_too_large"


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/../x.xml", "..\\..\\x.xml"])
def test_a_relation_that_leaves_the_package_is_refused(target: str) -> None:
    content = relations(("rId1", "worksheet", target))
    assert "utanför" in refused(with_part("xl/_rels/workbook.xml.rels", content)).what


EXTERNAL = 'TargetMode="External"'
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("_rels/.rels", relations(), "file_damaged"),
        ("_rels/.rels", relations(("rId1", "officeDocument", "xl/none.xml")), "file_damaged"),
        (
            "_rels/.rels",
            relations(("rId1", "officeDocument", "xl/workbook.xml"), extra=EXTERNAL),
            "file_damaged",
        ),
        (BOOK_RELATIONS, relations(("rId1", "worksheet", "worksheets/none.xml")), "file_damaged"),
        (BOOK_RELATIONS, relations(("rId1", "worksheet", "http://x"), extra=EXTERNAL), "file_damaged"),
        (BOOK_RELATIONS, relations(("rId1", "chartsheet", "worksheets/sheet1.xml")), "file_damaged"),
        ("xl/workbook.xml", b"<document/>", "file_kind"),
        ("xl/workbook.xml", b"<workbook><sheets></workbook>", "file_damaged"),
        ("xl/workbook.xml", workbook(("Blad1", "rId1"), ("BLAD1", "rId1")), "file_unsafe"),
        ("xl/workbook.xml", workbook(("Blad1", "rId1"), ("Blad2", "rId1")), "file_unsafe"),
        ("xl/workbook.xml", workbook(*[(f"B{at}", "rId1") for at in range(201)]), "file_too_large"),
        ("workbook.xml", b"<workbook/>", "file_unsafe"),
    ],
)
def test_a_workbook_whose_parts_do_not_fit_is_refused(name: str, content: bytes, code: str) -> None:
    assert refused(with_part(name, content)).code == code


def test_a_binary_workbook_is_named() -> None:
    entries = parts() | {
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": b"x",
    }
    assert ".xlsb" in refused(zipped(entries)).what


def test_an_orphan_relation_with_a_bad_target_is_found() -> None:
    content = relations(("rId9", "image", "../../../../x.png"))
    assert refused(with_part("xl/worksheets/_rels/sheet1.xml.rels", content)).code == "file_unsafe"


def test_hidden_sheets_are_told() -> None:
    data = with_part("xl/workbook.xml", workbook(("Blad1", "rId1"), extra='state="veryHidden"'))
    assert examine(data, "a.xlsx", LIMITS).hidden == {"Blad1"}


def test_deep_nesting_is_refused() -> None:
    nested = "<a>" * 300 + "</a>" * 300
    assert "nästlade" in refused(with_part(SHEET, f"<worksheet>{nested}</worksheet>")).what


def test_a_small_part_that_is_not_small_is_refused() -> None:
    content = relations(("rId1", "worksheet", "worksheets/sheet1.xml")) + b" " * 17 * MEGABYTE
    limits = replace(LIMITS, ratio=100_000)
    assert refused(with_part("xl/_rels/workbook.xml.rels", content), limits=limits).code == "file_too_large"

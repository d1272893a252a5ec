"""A zip file whose directory and entries do not agree is refused before anything is inflated."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spreadsheets.makers import STRINGS, overlapping, parts, patched, zipped

from sbdesk.spreadsheets.guard import WORKBOOK, examine
from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import FileRefused

LIMITS = Limits()


def refused(data: bytes) -> FileRefused:
    with pytest.raises(FileRefused) as refusal:
        examine(data, "a.xlsx", LIMITS)
    return refusal.value


def with_part(name: str, content: bytes) -> bytes:
    return zipped(parts() | {name: content})


HONEST = zipped(parts())
DIRECTORY = HONEST.index(b"PK\1\2")
END = HONEST.rindex(b"PK\5\6")


def bent(at: int, change: int = 1) -> bytes:
    """The honest workbook with one byte changed."""
    return HONEST[:at] + bytes([(HONEST[at] + change) % 256]) + HONEST[at + 1 :]


@pytest.mark.parametrize(
    "data",
    [
        HONEST + b"x",
        bent(END + 4),
        bent(END + 8),
        bent(END + 12),
        bent(END + 12, -1),
        bent(END + 16),
        bent(END + 8, -1)[: END + 10] + bytes([HONEST[END + 10] - 1]) + HONEST[END + 11 :],
        bent(DIRECTORY + 2),
        bent(DIRECTORY + 45),
        bent(2),
    ],
)
def test_a_directory_that_does_not_add_up_is_refused(data: bytes) -> None:
    assert refused(data).code == "file_damaged"


@pytest.mark.parametrize("at", [8, 18, 30])
def test_an_entry_that_contradicts_the_directory_is_refused(at: int) -> None:
    assert refused(bent(at)).code == "file_unsafe"


def test_entries_that_lie_in_each_other_are_refused() -> None:
    assert "på varandra" in refused(overlapping()).what


def test_a_stream_that_is_cut_off_is_refused() -> None:
    packed = HONEST[HONEST.index(STRINGS.encode()) - 12 :][:4]
    shorter = int.from_bytes(packed, "little") - 3
    assert refused(patched(HONEST, STRINGS, packed=shorter)).code == "file_damaged"


def test_a_part_that_packs_well_is_read_to_its_end() -> None:
    padded = parts()[STRINGS] + b" " * (3 * MEGABYTE)
    report = examine(with_part(STRINGS, padded), "a.xlsx", replace(LIMITS, ratio=10_000))
    assert report.kind == WORKBOOK


def test_parts_that_are_no_xml_are_only_measured() -> None:
    assert examine(with_part("xl/media/image1.png", b"<!DOCTYPE"), "a.xlsx", LIMITS).kind == WORKBOOK
    assert examine(with_part("customXml/item1.xml", b""), "a.xlsx", LIMITS).kind == WORKBOOK

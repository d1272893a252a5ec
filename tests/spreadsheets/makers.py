"""Makes the small workbooks and zip files that the tests read: honest ones and hostile ones."""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl

from sbdesk.domain.ledger_values import Cell

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEADINGS = ("Konto", "Ver.nr", "Ver.datum", "Text", "Belopp")
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    """A worksheet around the XML of its rows."""
    head = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{before}'
    return f"{head}<sheetData>{rows}</sheetData>{after}</worksheet>"


def parts(rows: str = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', **more: str) -> dict[str, bytes]:
    """The parts of a minimal workbook with one sheet; ``more`` are sheet_xml's before and after."""
    return {
        "[Content_Types].xml": (
            f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ).encode(),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(("Blad1", "rId1")),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")
        ),
        STRINGS: f'<?xml version="1.0"?><sst xmlns="{MAIN}"><si><t>hej</t></si></sst>'.encode(),
        SHEET: sheet_xml(rows, **more).encode(),
    }


def workbook(*sheets: tuple[str, str], extra: str = "") -> bytes:
    """workbook.xml with sheets (name, relation id); ``extra`` is put in every sheet element."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" {extra} r:id="{link}"/>'
        for at, (name, link) in enumerate(sheets, 1)
    )
    head = f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    return f"{head}<sheets>{listed}</sheets></workbook>".encode()


def relations(*given: tuple[str, str, str], extra: str = "") -> bytes:
    """A .rels part with relations (id, kind, target)."""
    listed = "".join(
        f'<Relationship Id="{link}" Type="{OFFICE}/{kind}" Target="{target}" {extra}/>'
        for link, kind, target in given
    )
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
    ).encode()


def zipped(entries: Mapping[str, bytes] | Sequence[tuple[str, bytes]]) -> bytes:
    """The entries as a deflated zip file; a sequence may repeat names."""
    pairs = list(entries.items()) if isinstance(entries, Mapping) else list(entries)
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")  # zipfile warns of a repeated name
        for name, content in pairs:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def patched(data: bytes, name: str, **changes: int) -> bytes:
    """The zip with fields of one entry overwritten, in the directory and in the entry's own header."""
    places = {
        "flags": (6, 8, "<H"),
        "method": (8, 10, "<H"),
        "crc": (14, 16, "<I"),
        "packed": (18, 20, "<I"),
        "size": (22, 24, "<I"),
    }
    changed = bytearray(data)
    local = changed.index(b"PK\3\4", changed.index(name.encode()) - 30)
    central = changed.index(name.encode(), changed.index(b"PK\1\2")) - 46
    for field, value in changes.items():
        in_local, in_central, form = places[field]
        struct.pack_into(form, changed, local + in_local, value)
        struct.pack_into(form, changed, central + in_central, value)
    return bytes(changed)


def bomb(size: int) -> bytes:
    """Raw deflate of that many spaces, made without holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (size >> 20) + packer.flush()


def lying_bomb(name: str, size: int, declared: int) -> bytes:
    """A minimal workbook in which one part says that it is ``declared`` bytes but inflates to ``size``."""
    packed = bomb(size)
    entries = parts()
    entries[name] = b"x"
    whole = BytesIO(zipped(entries))
    out = BytesIO()
    with zipfile.ZipFile(whole) as source:
        listing = []
        for info in source.infolist():
            content = source.read(info)
            deflated = zlib.compressobj(9, zlib.DEFLATED, -15)
            body = packed if info.filename == name else deflated.compress(content) + deflated.flush()
            told = declared if info.filename == name else len(content)
            listing.append((info.filename.encode(), out.tell(), info.CRC, len(body), told))
            out.write(
                struct.pack(
                    "<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, info.CRC, len(body), told, len(info.filename), 0
                )
            )
            out.write(info.filename.encode() + body)
    start = out.tell()
    for raw, offset, crc, length, told in listing:
        out.write(
            struct.pack(
                "<4s6H3I5H2I",
                b"PK\1\2",
                20,
                20,
                0,
                8,
                0,
                0,
                crc,
                length,
                told,
                len(raw),
                0,
                0,
                0,
                0,
                0,
                offset,
            )
        )
        out.write(raw)
    size_of_directory = out.tell() - start
    out.write(
        struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(listing), len(listing), size_of_directory, start, 0)
    )
    return out.getvalue()


def write_rows(path: Path, *sheets: Sequence[Sequence[Cell]], title: str = "Blad") -> Path:
    """A workbook written by openpyxl, one sheet per list of rows (Blad1, Blad2 …)."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for at, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"{title}{at}")
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def overlapping() -> bytes:
    """A zip in which one stored entry lies inside another."""
    body = b"<a/>"
    inner = (
        struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, 0, zlib.crc32(body), 4, 4, 5, 0) + b"b.xml" + body
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        archive.writestr("a.xml", inner)
    data = out.getvalue()
    at = data.index(inner)
    start = data.index(b"PK\1\2")
    end = data.rindex(b"PK\5\6")
    entry = (b"PK\1\2", 20, 20, 0, 0, 0, 0, zlib.crc32(body), 4, 4, 5, 0, 0, 0, 0, 0, at)
    directory = data[start:end] + struct.pack("<4s6H3I5H2I", *entry) + b"b.xml"
    count = len(parts()) + 2
    return (
        data[:start]
        + directory
        + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
    )

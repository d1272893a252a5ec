"""Examines a received file before anything parses it: what it is, and whether it is safe to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import (
    FileRefused,
    damaged,
    empty,
    locked_with_password,
    other_kind,
    renamed_text,
    too_large,
    unknown_format,
)
from sbdesk.spreadsheets.safe_xml import guarded
from sbdesk.spreadsheets.sheet_facts import SheetFacts
from sbdesk.spreadsheets.sheet_scan import scan_sheet
from sbdesk.spreadsheets.workbook_parts import relations, workbook_sheets
from sbdesk.spreadsheets.zip_parts import Package

WORKBOOK, OPEN_DOCUMENT, OLD_WORKBOOK, TEXT = "xlsx", "ods", "xls", "text"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = (".xml", ".rels", ".vml")
_BYSTANDERS = ("docprops/", "customxml/")
_FOREIGN = (
    (b"%PDF", "en pdf-fil"),
    (b"Rar!", "ett packat arkiv"),
    (b"7z\xbc\xaf", "ett packat arkiv"),
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"{\\rtf", "ett textdokument"),
)

Told = Callable[[int, int], None]
"""Called with bytes examined and bytes in all."""


@dataclass(frozen=True, slots=True)
class GuardReport:
    """What the file is and what its sheets hold besides values."""

    kind: str
    """``xlsx`` (also xlsm), ``ods``, ``xls`` or ``text``."""
    sheets: tuple[SheetFacts, ...] = ()
    hidden: frozenset[str] = field(default_factory=frozenset)


def examine(data: bytes, file_name: str, limits: Limits, told: Told = lambda done, of: None) -> GuardReport:
    """Say what the file is; FileRefused (in Swedish, with the reason) when it must not be parsed.

    Memory stays near the file's own size: parts are inflated piece by piece.
    """
    suffix = PurePath(file_name).suffix.casefold()
    if len(data) > limits.file_bytes:
        raise too_large(f"den är {len(data) // MEGABYTE} MB")
    if not data:
        raise empty()
    if suffix in (".numbers", ".gsheet"):
        raise unknown_format(suffix, "Numbers" if suffix == ".numbers" else "Google Kalkylark")
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise other_kind(what)
    if data.startswith(b"PK"):
        return _examine_package(Package(data, limits), limits, told)
    if data.startswith(_OLE):
        return _examine_ole(data)
    return _examine_text(data, suffix)


def _examine_package(package: Package, limits: Limits, told: Told) -> GuardReport:
    names = package.parts
    if "index/document.iwa" in names or "index.zip" in names:
        raise unknown_format(".numbers", "Numbers")
    if "mimetype" in names:
        raise FileRefused(
            "Formatet .ods kan inte läsas ännu.",
            "Inget är inläst.",
            "Be mottagaren att spara filen som Excel (.xlsx).",
            code="F07",
        )
    if "[content_types].xml" not in names:
        raise other_kind("ett packat arkiv")
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise other_kind("ett Office-dokument av annat slag")
    sheets = workbook_sheets(package, limits)
    for part in package.parts:
        if part.endswith(".rels"):
            folder, _, name = part.rpartition("_rels/")
            relations(package, folder + name.removesuffix(".rels"), limits)
    parts = {sheet.part: sheet.name for sheet in sheets if sheet.part is not None}
    _examine_other_parts(package, set(parts))
    facts = []
    weights = _Weights(sum(package.parts[part].size for part in parts), told)
    for part, name in parts.items():
        facts.append(scan_sheet(name, _opener(package, part, weights), limits))
        weights.finish(package.parts[part].size)
    return GuardReport(WORKBOOK, tuple(facts), frozenset(sheet.name for sheet in sheets if sheet.hidden))


class _Weights:
    """Turns the bytes of the sheets into progress."""

    def __init__(self, total: int, told: Told) -> None:
        self._total, self._told = total, told
        self._before = 0

    def count(self, within: int) -> None:
        self._told(min(self._before + within, self._total), self._total)

    def finish(self, size: int) -> None:
        self._before += size


def _opener(package: Package, part: str, weights: _Weights) -> Callable[[], Iterator[bytes]]:
    def chunks() -> Iterator[bytes]:
        within = 0
        for chunk in guarded(package.chunks(part), must_be_utf8=True):
            within += len(chunk)
            weights.count(within)
            yield chunk

    return chunks


def _examine_other_parts(package: Package, sheets: set[str]) -> None:
    """Declarations in every XML part, and the true size of each part, whatever it is."""
    for name in package.parts:
        if name in sheets:
            continue
        chunks = package.chunks(name)
        if name.endswith(_XML):
            chunks = guarded(chunks, must_be_utf8=not name.startswith(_BYSTANDERS))
        for _ in chunks:
            pass


def _examine_ole(data: bytes) -> GuardReport:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise locked_with_password()
    if "Workbook".encode("utf-16-le") not in data and "Book".encode("utf-16-le") not in data:
        raise other_kind("ett Office-dokument av annat slag")
    raise FileRefused(
        "Filen är en gammal Excel-fil (.xls), som inte kan läsas ännu.",
        "Inget är inläst.",
        "Öppna den i Excel och spara den som .xlsx.",
        code="F07",
    )


def _examine_text(data: bytes, suffix: str) -> GuardReport:
    start = data[:4096]
    if suffix in (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"):
        lowered = start.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
        if lowered.startswith((b"<html", b"<!doctype html", b"<table")):
            raise other_kind("en webbsida")
        if lowered.startswith(b"<?xml"):
            raise other_kind("ett XML-dokument")
        if b"\0" in start:
            raise damaged("början följer inte formatet")
        raise renamed_text(suffix)
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not wide:
        raise other_kind("en binärfil")
    return GuardReport(TEXT)

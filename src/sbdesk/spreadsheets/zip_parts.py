"""Opens the zip container of a workbook with counters of its own, trusting none of its claims."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sbdesk.spreadsheets.limits import MEGABYTE, Limits
from sbdesk.spreadsheets.refusals import damaged, locked_with_password, too_large, unsafe

_END = struct.Struct("<4s4H2IH")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One entry as the directory declares it; sizes in bytes."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    start: int
    """Where its compressed bytes begin."""


def folded(name: str) -> str:
    """The name under which readers that ignore case or slashes would find the entry."""
    return name.replace("\\", "/").lstrip("/").casefold()


class Package:
    """The entries of a zip file in memory, checked against each other before any is inflated."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self.parts: dict[str, Part] = {}
        """Folded name to entry."""
        self._inflated = 0
        self._read_directory()
        self._check_sizes()

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def chunks(self, name: str) -> Iterator[bytes]:
        """The inflated bytes of an entry; refuses when they are not exactly what the directory declares."""
        part = self.parts[name]
        packed = memoryview(self._data)[part.start : part.start + part.packed]
        pieces = self._inflate(packed) if part.method == _DEFLATED else self._stored(packed)
        count = crc = 0
        try:
            for piece in pieces:
                count += len(piece)
                if count > part.size:
                    raise unsafe("en del som är större än den uppger")
                crc = zlib.crc32(piece, crc)
                yield piece
        except zlib.error:
            raise damaged(f"delen {part.name} går inte att packa upp") from None
        if count != part.size or crc != part.crc:
            raise damaged(f"delen {part.name} är inte hel")

    def read(self, name: str, most: int = 16 * MEGABYTE) -> bytes:
        """A whole small entry."""
        if self.parts[name].size > most:
            raise too_large(f"delen {self.parts[name].name} är orimligt stor")
        return b"".join(self.chunks(name))

    @staticmethod
    def _stored(packed: memoryview) -> Iterator[bytes]:
        for start in range(0, len(packed), _CHUNK):
            yield bytes(packed[start : start + _CHUNK])

    @staticmethod
    def _inflate(packed: memoryview) -> Iterator[bytes]:
        inflater = zlib.decompressobj(-15)
        for start in range(0, len(packed), _CHUNK):
            waiting: bytes | memoryview = packed[start : start + _CHUNK]
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, 4 * _CHUNK)
                waiting = inflater.unconsumed_tail
        while not inflater.eof:
            rest = inflater.decompress(b"", 4 * _CHUNK)
            if not rest:
                raise zlib.error("cut off")
            yield rest

    def _read_directory(self) -> None:
        data = self._data
        end_at = data.rfind(b"PK\5\6", max(0, len(data) - 65_557))
        if end_at < 0 or end_at + _END.size > len(data):
            raise damaged("slutet saknas")
        _, disk, first, here, total, size, start, comment = _END.unpack_from(data, end_at)
        if end_at + _END.size + comment != len(data) or disk or first or here != total:
            raise damaged("innehållsförteckningen stämmer inte")
        if total > self._limits.entries:
            raise too_large(f"den har {total} delar")
        between = data[start + size : end_at]
        if start + size > end_at or (between and not between.startswith(b"PK\6\6")):
            raise damaged("innehållsförteckningen stämmer inte")
        at = start
        for _ in range(total):
            at = self._read_entry(at, end_at)
        if at != start + size:
            raise damaged("innehållsförteckningen stämmer inte")

    def _read_entry(self, at: int, end_at: int) -> int:
        if at + _ENTRY.size > end_at or self._data[at : at + 4] != b"PK\1\2":
            raise damaged("innehållsförteckningen stämmer inte")
        fields: tuple[int, ...] = _ENTRY.unpack_from(self._data, at)
        flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
        raw_name = self._data[at + _ENTRY.size : at + _ENTRY.size + fields[10]]
        name = raw_name.decode("utf-8" if flags & 0x800 else "cp437", "replace")
        if flags & 1:
            raise locked_with_password()
        if method not in (_STORED, _DEFLATED):
            raise unsafe("en del med ovanlig packning")
        start = self._check_local(fields, raw_name, end_at)
        self._add(Part(name, flags, method, crc, packed, size, start))
        return at + _ENTRY.size + fields[10] + fields[11] + fields[12]

    def _check_local(self, fields: tuple[int, ...], raw_name: bytes, end_at: int) -> int:
        offset, packed = fields[16], fields[8]
        if offset + _LOCAL.size > end_at:
            raise damaged("innehållsförteckningen stämmer inte")
        local: tuple[Any, ...] = _LOCAL.unpack_from(self._data, offset)
        start: int = offset + _LOCAL.size + local[9] + local[10]
        if local[0] != b"PK\3\4" or start + packed > end_at:
            raise damaged("en del ligger utanför filen")
        if self._data[offset + _LOCAL.size : offset + _LOCAL.size + local[9]] != raw_name:
            raise unsafe("en del med två olika namn")
        declared_here = not fields[3] & 8 and local[8] != 0xFFFFFFFF
        if local[3] != fields[4] or (declared_here and local[6:9] != fields[7:10]):
            raise unsafe("en del med två olika storlekar")
        return start

    def _add(self, part: Part) -> None:
        key = folded(part.name)
        pieces = key.split("/")
        if ".." in pieces or ":" in key or "\0" in key or part.name.startswith(("/", "\\")):
            raise unsafe("en del som pekar utanför filen")
        if key.endswith("/"):
            return
        if key in self.parts:
            raise unsafe(f"delen {part.name} två gånger")
        self.parts[key] = part

    def _check_sizes(self) -> None:
        limits, end = self._limits, 0
        for part in sorted(self.parts.values(), key=lambda each: each.start):
            if part.start < end:
                raise unsafe("delar som ligger på varandra")
            end = part.start + part.packed
            if part.size > limits.part_bytes:
                raise too_large(f"delen {part.name} blir {part.size // MEGABYTE} MB uppackad")
            if part.size > MEGABYTE and part.size > limits.ratio * max(1, part.packed):
                raise unsafe("en del som är orimligt hårt packad")
        total = sum(part.size for part in self.parts.values())
        if total > limits.package_bytes:
            raise too_large(f"den blir {total // MEGABYTE} MB uppackad")

"""Reads the small XML parts of a package without entities, and looks through all of them for such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from sbdesk.spreadsheets.limits import Limits
from sbdesk.spreadsheets.refusals import damaged, unsafe

_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY", "<!doctype", "<!entity")
_FORBIDDEN = re.compile(
    b"|".join(
        re.escape(word.encode(encoding))
        for word in _DECLARATIONS
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )
)
_MARKS = (b"<!", b"<\0!", b"\0<\0!")
"""What every declaration begins with: found quickly where there is none."""
_OVERLAP = 2 * len("<!DOCTYPE") - 1
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")

Attributes = dict[str, str]


def guarded(chunks: Iterable[bytes], *, must_be_utf8: bool) -> Iterator[bytes]:
    """The same chunks, refused at the first document type or entity declaration, in UTF-8 or UTF-16."""
    tail = b""
    first = True
    for chunk in chunks:
        if first and chunk:
            first = False
            if must_be_utf8:
                _refuse_other_encodings(chunk)
        seen = tail + chunk if tail else chunk
        if any(mark in seen for mark in _MARKS) and _FORBIDDEN.search(seen):
            raise unsafe("en dokumenttyp eller entitet (DOCTYPE, ENTITY)")
        tail = chunk[-_OVERLAP:]
        yield chunk


def _refuse_other_encodings(start: bytes) -> None:
    declared = _ENCODING.search(start.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].lower() if declared else b"utf-8"
    if start.startswith(_WIDE) or name not in (b"utf-8", b"us-ascii", b"utf8", b"ascii"):
        raise unsafe("en del i en annan teckenkodning än UTF-8")


def local_name(name: str) -> str:
    """The element's name without its namespace prefix, which the parser of values ignores too."""
    return name.rpartition(":")[2]


class XmlReader:
    """Expat with declarations refused and depth limited; element names come without their prefix."""

    def __init__(
        self,
        limits: Limits,
        started: Callable[[str, Attributes], None],
        ended: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        self._depth = 0
        self._limits = limits
        self._started = started
        self._ended = ended
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse_declaration
        if text is not None:
            self._parser.CharacterDataHandler = text

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Parse a piece; a fault of the XML refuses the file."""
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError:
            raise damaged("innehållet följer inte formatet") from None

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > self._limits.xml_depth:
            raise unsafe("orimligt djupt nästlade delar")
        self._started(local_name(name) if ":" in name else name, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._ended is not None:
            self._ended(local_name(name) if ":" in name else name)

    @staticmethod
    def _refuse_declaration(*_: object) -> None:
        raise unsafe("en dokumenttyp eller entitet (DOCTYPE, ENTITY)")

"""A question to the officer as data for one dialog, and the answer, told without Qt."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sbdesk.domain.errors import UserFacingError
from sbdesk.services.attestations import ReceivedFile

Choices = tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the officer answered; parts that were not asked are empty. ``path`` is the chosen file."""

    choice: object = None
    line: str = ""
    second: str = ""
    third: str = ""
    other: object = None
    day: date | None = None
    signed: date | None = None
    text: str = ""
    tick: bool = False
    path: str = ""

    def file(self) -> ReceivedFile | None:
        """The chosen file as it is, None when none was chosen. Raises UserFacingError when unreadable."""
        return read_file(self.path) if self.path else None


def accept(_answer: Answer) -> str:
    """Nothing more to say about an answer."""
    return ""


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog's words; a part without label is not asked, and one marked obligatorisk(t) must be filled.

    ``line_for``: the first line is asked only while this is chosen. ``check`` says what is wrong with an
    answer, or nothing; the dialog stays open with what was typed. ``careful``: Avbryt is the default.
    """

    title: str
    ok: str
    intro: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    choices: Choices = ()
    others: Choices = ()
    start: Answer = field(default_factory=Answer)
    line_for: object = None
    check: Callable[[Answer], str] = accept
    careful: bool = False
    adds_recipient: bool = False

    def asks(self, part: str) -> bool:
        """Whether the part has a label."""
        return bool(self.labels.get(part))

    def requires(self, part: str) -> bool:
        """Whether the part must be filled."""
        return "(obligatorisk" in self.labels.get(part, "")


def read_file(path: str) -> ReceivedFile:
    """A file that the officer has chosen, as it is. Raises UserFacingError when it cannot be read."""
    file = Path(path)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"Filen {file.name} kan inte läsas.",
            "Inget är ändrat.",
            "Kontrollera att den finns kvar och inte är öppen i ett annat program, och välj den igen.",
        ) from error
    media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return ReceivedFile(file.name, content, media_type)

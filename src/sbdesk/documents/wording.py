"""Loads the letters' texts: versioned Swedish without logic, to be approved by the agency's jurist."""

from __future__ import annotations

import functools
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sbdesk import paths
from sbdesk.domain.errors import UserFacingError

_FIELD = re.compile(r"\{([a-z_]+)\}")
SHARED = "shared"
"""The file, and the section of a programme's file, that every letter reads."""


class WordingFault(UserFacingError):  # noqa: N818 - read aloud: "a fault in the wording"
    """A text is missing, or asks for a field the letter does not have; the letter is not made."""

    def __init__(self, what: str) -> None:
        super().__init__(
            what,
            "Brevet är inte skapat och inget är ändrat.",
            "Rätta brevets text under Inställningar, eller återställ den text som följer med programmet.",
        )


@dataclass(frozen=True)
class WordingSource:
    """One file of texts: which version was used, and whether a jurist has approved it."""

    name: str
    version: int
    sha256: str
    approved_by_jurist: bool


@dataclass(frozen=True)
class Wording:
    """One letter's texts for one programme, by dotted key; the programme's text wins over the general."""

    letter: str
    programme: str
    texts: Mapping[str, str]
    sources: tuple[WordingSource, ...]

    @property
    def approved_by_jurist(self) -> bool:
        """Whether every source is approved; otherwise the settings say "inte granskad av jurist"."""
        return all(source.approved_by_jurist for source in self.sources)

    @property
    def stamp(self) -> str:
        """Versions and checksums as kept in a document's metadata."""
        return " ".join(f"{source.name}@{source.version}:{source.sha256[:16]}" for source in self.sources)

    def text(self, key: str, /, **fields: str) -> str:
        """The text with its fields filled; WordingFault when the text or a field is missing."""
        template = self.texts.get(key)
        if template is None:
            raise WordingFault(f"Texten ”{key}” saknas för brevet ”{self.letter}” ({self.programme}).")

        def value(match: re.Match[str]) -> str:
            name = match.group(1)
            if name not in fields:
                raise WordingFault(f"Texten ”{key}” innehåller fältet {{{name}}} som brevet inte har.")
            return fields[name]

        return _FIELD.sub(value, template)

    def codes(self, prefix: str) -> list[str]:
        """The codes that have a text under a prefix, in the file's order (``rule`` gives ``unused`` …)."""
        return [key.removeprefix(f"{prefix}.") for key in self.texts if key.startswith(f"{prefix}.")]

    def numbered(self, prefix: str) -> list[str]:
        """The keys ``prefix.1``, ``prefix.2`` … in order."""
        keys: list[str] = []
        while f"{prefix}.{len(keys) + 1}" in self.texts:
            keys.append(f"{prefix}.{len(keys) + 1}")
        return keys


def placeholders(template: str) -> frozenset[str]:
    """The names of the fields a text asks for."""
    return frozenset(_FIELD.findall(template))


def flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """A table's texts by dotted key, a list's by number from 1."""
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from flat(value, f"{name}.")
        elif isinstance(value, list):
            yield from ((f"{name}.{number}", str(text)) for number, text in enumerate(value, start=1))
        else:
            yield name, str(value)


def _flat_texts(table: Mapping[str, Any], name: str) -> dict[str, str]:
    """A table's texts by dotted key; WordingFault for a brace that is no field."""
    texts = dict(flat(table))
    for key, template in texts.items():
        if re.search(r"[{}]", _FIELD.sub("", template)):
            raise WordingFault(f"Texten ”{key}” i {name} har en klammer som inte är ett fält.")
    return texts


def read_texts(path: Path) -> tuple[WordingSource, dict[str, Any]]:
    """A file of texts with its version and checksum."""
    raw = path.read_bytes()
    table = tomllib.loads(raw.decode())
    source = WordingSource(
        path.stem,
        int(table["version"]),
        hashlib.sha256(raw.replace(b"\r\n", b"\n")).hexdigest(),
        bool(table["approved_by_jurist"]),
    )
    return source, table


@functools.lru_cache(maxsize=64)
def load_wording(letter: str, programme: str, folder: Path | None = None) -> Wording:
    """The shipped texts of a letter (``decision``) for a programme (``csd-2026``), read once per process.

    A letter's file may name the letter whose texts it builds on (``builds_on``); its own win.
    """
    folder = folder or paths.resources() / "letters"
    own = folder / f"{programme}.toml"
    layers = _layers(letter, folder)
    return _combined(letter, programme, layers, read_texts(own) if own.exists() else None)


def _layers(letter: str, folder: Path) -> list[tuple[WordingSource, dict[str, Any]]]:
    """The files every programme shares: the shared one, what the letter builds on, the letter's own."""
    source, table = read_texts(folder / f"{letter}.toml")
    below = [SHARED, *([table["builds_on"]] if "builds_on" in table else [])]
    return [*(read_texts(folder / f"{name}.toml") for name in below), (source, table)]


def _combined(
    letter: str,
    programme: str,
    layers: list[tuple[WordingSource, dict[str, Any]]],
    own: tuple[WordingSource, dict[str, Any]] | None,
) -> Wording:
    """The layers' texts with the programme's on top."""
    texts: dict[str, str] = {}
    for source, table in layers:
        texts |= _flat_texts(table["texts"], source.name)
    sources = [source for source, _ in layers]
    if own is not None:
        sources.append(own[0])
        for source, _ in layers:
            texts |= _flat_texts(own[1].get(source.name, {}), own[0].name)
    return Wording(letter, programme, texts, tuple(sources))

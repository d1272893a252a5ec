"""Remembers how the officer has arranged the window, in a small file beside the database."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Protocol

log = logging.getLogger(__name__)


class Settings(Protocol):
    """Texts by key; a page prefixes its keys with its own name."""

    def get(self, key: str, default: str = "") -> str:
        """The remembered text, or ``default``."""

    def put(self, key: str, value: str) -> None:
        """Remember a text."""


class MemorySettings:
    """Forgets when the program ends; for tests and for a folder that cannot be written."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        """The remembered text, or ``default``."""
        return self._texts.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Remember a text until the program ends."""
        self._texts[key] = value


class FileSettings:
    """A JSON file, written whole at every change. A broken file is set aside: only column widths are lost."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._texts = self._read()

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            log.warning("window settings in %s cannot be read", self._file, exc_info=True)
            return {}
        if not isinstance(found, dict):
            return {}
        return {str(key): value for key, value in found.items() if isinstance(value, str)}

    def get(self, key: str, default: str = "") -> str:
        """The remembered text, or ``default``."""
        return self._texts.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Remember a text; a disk that refuses is logged and otherwise ignored."""
        if self._texts.get(key) == value:
            return
        self._texts[key] = value
        new = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(self._texts, ensure_ascii=False, indent=1), encoding="utf-8")
            new.replace(self._file)
        except OSError:
            log.warning("window settings could not be written to %s", self._file, exc_info=True)

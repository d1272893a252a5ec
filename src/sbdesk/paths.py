"""Where the program's own files and the officer's files lie."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs


def resources() -> Path:
    """The folder of icons, fonts, programmes and letters: in a frozen build or in the checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parents[2] / "resources"


def data_folder() -> Path:
    """The officer's own folder on this computer's disk."""
    return Path(platformdirs.user_data_dir("sbdesk", appauthor=False))


def default_database() -> Path:
    """The file a first start proposes."""
    return data_folder() / "statsbidrag.sbd"


def practice_database() -> Path:
    """The file of the practice data."""
    return data_folder() / "ovning.sbd"

"""Cases of any of the five programmes, each in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.letter_cases import Make
from support.programme_desks import case_of
from support.requisition_case import CaseDriver


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    opened: list[CaseDriver] = []

    def one(code: str) -> CaseDriver:
        opened.append(case_of(tmp_path / f"{code}.sbd", code))
        return opened[-1]

    yield one
    for case in opened:
        case.desk.store.close()

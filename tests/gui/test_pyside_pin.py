"""PySide6 6.12.0 on Python 3.11 loses a reference to None for each call that returns nothing, then aborts."""

from __future__ import annotations

import subprocess
import sys

# A short suite passes under the fault, so the calls are made in numbers, in a process that may die.
MANY_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(20_000):
    thing.setObjectName("x")
    thing.blockSignals(False)
print("alive", thing.objectName())
"""


def test_twenty_thousand_calls_that_return_none_end_well() -> None:
    answer = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout.strip()) == (0, "alive x"), answer.stderr[-2000:]

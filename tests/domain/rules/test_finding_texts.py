"""The reader in conftest does refuse what an officer could not act on."""

from __future__ import annotations

import pytest

from sbdesk.domain.findings import Level, Subject
from sbdesk.domain.rules.engine import Asked, NoParameters, RuleName

STOP = Asked(RuleName("R99", "Prov", Level.STOP), Level.STOP, NoParameters())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Beloppet är för stort. Rätta det.", "neither figure nor name"),
        ("Beloppet 5 kr är för stort.", "no next step"),
        ("Misstänkt belopp 5 kr. Rätta det.", "a verb of guilt"),
        ("Beloppet är 5 kr. Rätta det", "not written as a sentence"),
        ('Ordet "5". Rätta det.', "not written as a sentence"),
    ],
)
def test_a_text_without_figure_step_or_manners_fails(text: str, fault: str) -> None:
    with pytest.raises(AssertionError, match=fault):
        STOP.finding(text, Subject("award", 1))


def test_a_note_needs_no_next_step() -> None:
    assert STOP.finding("Beloppet är 5 kr.", Subject("award", 1), level=Level.NOTE).level is Level.NOTE

"""Texts have a longest length, and the sentence names the field and the limit."""

from __future__ import annotations

from sbdesk.domain.lengths import CASE_NUMBER, NAME, first_too_long, too_long


def test_the_field_and_the_limit_are_named() -> None:
    assert too_long("Diarienumret", "9" * CASE_NUMBER + " ", CASE_NUMBER) == ""
    told = too_long("Diarienumret", "9" * 1500, CASE_NUMBER)
    assert told == "Diarienumret har 1500 tecken. Högst 60 får plats."


def test_the_first_field_that_is_too_long_is_told() -> None:
    fields = (("Namnet", "x", NAME), ("Referensen", "y" * 4, 3), ("Skälet", "z" * 4, 2))
    assert first_too_long(*fields) == "Referensen har 4 tecken. Högst 3 får plats."
    assert first_too_long(*fields[:1]) == ""

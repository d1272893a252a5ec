"""Who runs an operation on a day, and why an act on a recipient is forbidden."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain import party_actions
from sbdesk.domain.parties import (
    AccountSource,
    Hosting,
    OperationKind,
    RecipientKind,
    RepresentativeState,
    first_overlap,
    hosted_on,
)

NEW_YEAR = date(2026, 1, 1)
SPANS = st.builds(
    lambda start, length: Hosting(
        1,
        NEW_YEAR + timedelta(days=start),
        None if length is None else NEW_YEAR + timedelta(days=start + length),
    ),
    st.integers(0, 40),
    st.none() | st.integers(0, 40),
)


@given(SPANS, SPANS)
def test_two_hostings_overlap_when_a_day_is_in_both(one: Hosting, other: Hosting) -> None:
    days = [NEW_YEAR + timedelta(days=number) for number in range(100)]
    assert one.overlaps(other) == any(day in one and day in other for day in days)
    assert one.overlaps(other) == other.overlaps(one)


def test_the_host_of_a_day_is_found() -> None:
    first, second = Hosting(1, NEW_YEAR, date(2026, 6, 30)), Hosting(2, date(2026, 7, 1))
    assert hosted_on((first, second), date(2026, 6, 30)) == first
    assert hosted_on((first, second), date(2030, 1, 1)) == second
    assert hosted_on((first, second), date(2025, 12, 31)) is None
    assert first_overlap((first, second), Hosting(3, date(2026, 6, 30), date(2026, 7, 1))) == first
    assert first_overlap((first,), Hosting(3, date(2026, 7, 1))) is None


@pytest.mark.parametrize("kinds", [RecipientKind, OperationKind, AccountSource])
def test_every_kind_has_a_word_of_its_own(
    kinds: type[RecipientKind] | type[OperationKind] | type[AccountSource],
) -> None:
    words = [kind.swedish for kind in kinds]
    assert len(set(words)) == len(words)
    assert all(words)


@pytest.mark.parametrize(
    ("confirmed", "source", "called_back", "allowed"),
    [
        (False, AccountSource.LETTER, False, True),
        (False, AccountSource.E_MAIL, True, True),
        (False, AccountSource.E_MAIL, False, False),
        (True, AccountSource.LETTER, False, False),
    ],
)
def test_an_account_by_e_mail_is_confirmed_after_a_call(
    confirmed: bool, source: AccountSource, called_back: bool, allowed: bool
) -> None:
    why = party_actions.why_not_confirm(confirmed=confirmed, source=source, called_back=called_back)
    assert (why == "") == allowed


def test_every_refusal_is_a_sentence_and_every_permission_is_empty() -> None:
    active, ended = RepresentativeState.ACTIVE, RepresentativeState.ENDED
    reopen = party_actions.why_not_reopen_representative
    refused = [
        party_actions.why_not_call_back(confirmed=False, called_back=True),
        party_actions.why_not_call_back(confirmed=True, called_back=False),
        party_actions.why_not_end_representative(ended),
        reopen(active, erased=False, is_last=True),
        reopen(ended, erased=True, is_last=True),
        reopen(ended, erased=False, is_last=False),
        party_actions.why_not_end_hosting(NEW_YEAR),
        party_actions.why_not_reopen_hosting(None, is_last=True),
        party_actions.why_not_reopen_hosting(NEW_YEAR, is_last=False),
        party_actions.why_not_undo_move(is_last=False, has_former=True),
        party_actions.why_not_undo_move(is_last=True, has_former=False),
        party_actions.why_not_erase(erased=True, needed_by=()),
        party_actions.why_not_erase(erased=False, needed_by=("CSD 2026", "ombud för Region Skåne")),
        party_actions.why_not_change_number(confirmed=True),
        party_actions.why_not_merge("Region Skåne"),
        party_actions.why_not_undo_merge(""),
    ]
    assert all(text.endswith(".") and text[0].isupper() for text in refused)
    allowed = [
        party_actions.why_not_call_back(confirmed=False, called_back=False),
        party_actions.why_not_end_representative(active),
        reopen(ended, erased=False, is_last=True),
        party_actions.why_not_end_hosting(None),
        party_actions.why_not_reopen_hosting(NEW_YEAR, is_last=True),
        party_actions.why_not_undo_move(is_last=True, has_former=True),
        party_actions.why_not_erase(erased=False, needed_by=()),
        party_actions.why_not_change_number(confirmed=False),
        party_actions.why_not_merge(""),
        party_actions.why_not_undo_merge("Region Skåne"),
    ]
    assert set(allowed) == {""}

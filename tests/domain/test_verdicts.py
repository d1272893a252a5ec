"""What a verdict needs and makes of a row."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.programme_vocabulary import Modality, VerdictCause
from sbdesk.domain.verdicts import (
    NO_GROUND,
    Approve,
    Ground,
    Judged,
    Judgement,
    Park,
    Reject,
    Verdict,
    act_in_words,
    cause_choices,
    group_holds,
    judged_as,
    judgement_of,
)

TODAY = date(2027, 2, 1)
GROUNDS = (
    Ground(1, "Inte använt", Modality.SHALL, frozenset({VerdictCause.DUPLICATE})),
    Ground(2, "Fel ändamål", Modality.SHALL, frozenset({VerdictCause.PERIOD, VerdictCause.PURPOSE})),
    Ground(3, "Underlag saknas", Modality.MAY, frozenset({VerdictCause.PERIOD, VerdictCause.OTHER})),
)
CHOICES = cause_choices(GROUNDS)


def judge(verdict: Verdict, claimed: int = 10_000) -> Judgement:
    return judgement_of(verdict, claimed, CHOICES, TODAY)


def test_the_ten_causes_come_in_the_order_of_their_digits() -> None:
    assert [choice.cause for choice in CHOICES] == list(range(10))
    assert [choice.cause for choice in CHOICES if choice.enabled] == [
        VerdictCause.PERIOD,
        VerdictCause.PURPOSE,
        VerdictCause.DUPLICATE,
        VerdictCause.OTHER,
    ]
    assert CHOICES[VerdictCause.PASSED_ON].reason == NO_GROUND
    assert CHOICES[VerdictCause.PERIOD].reason == ""
    assert [choice.cause for choice in CHOICES if choice.needs_comment] == [
        VerdictCause.PURPOSE,
        VerdictCause.OTHER,
    ]


def test_a_verdict_takes_the_whole_row_or_the_part_named() -> None:
    assert judge(Approve()) == Judgement()
    assert judge(Reject(VerdictCause.PERIOD)) == Judgement(
        rejected_ore=10_000, cause=VerdictCause.PERIOD, ground_id=2
    )
    assert judge(Reject(VerdictCause.PERIOD, 4_000, " delvis ", 3)) == Judgement(
        rejected_ore=4_000, cause=VerdictCause.PERIOD, ground_id=3, comment="delvis"
    )
    assert judge(Park(TODAY)) == Judgement(parked_ore=10_000, evidence_due_on=TODAY)
    assert judge(Park(TODAY, -5), claimed=-10).parked_ore == -5


@pytest.mark.parametrize(
    ("verdict", "claimed", "words"),
    [
        (Reject(VerdictCause.PASSED_ON), 100, "kan inte väljas. Anvisningen anger ingen grund."),
        (Reject(VerdictCause.PURPOSE, comment="  "), 100, "”ändamål” behöver en kommentar"),
        (Reject(VerdictCause.PERIOD, ground_id=1), 100, "hör inte till feltypen"),
        (Reject(VerdictCause.PERIOD, 101), 100, "är inte en del av radens"),
        (Reject(VerdictCause.PERIOD, -50), 100, "är inte en del av radens"),
        (Reject(VerdictCause.PERIOD, 0), 100, "är inte en del av radens"),
        (Reject(VerdictCause.PERIOD), 0, "redovisar inget belopp"),
        (Park(date(2027, 1, 31)), 100, "Dagen 2027-01-31 har redan varit"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_swedish(verdict: Verdict, claimed: int, words: str) -> None:
    with pytest.raises(UserFacingError, match=words):
        judge(verdict, claimed)


@given(claimed=st.integers(-(10**9), 10**9).filter(bool), part=st.integers(-(10**9), 10**9))
def test_a_part_is_always_within_the_row_and_of_its_sign(claimed: int, part: int) -> None:
    try:
        made = judge(Reject(VerdictCause.PERIOD, part), claimed).rejected_ore
    except UserFacingError:
        assert part == 0 or (part > 0) != (claimed > 0) or abs(part) > abs(claimed)
    else:
        assert 0 < made * (1 if claimed > 0 else -1) <= abs(claimed)


@pytest.mark.parametrize(
    ("judgement", "kind", "words"),
    [
        (None, Judged.NOT, "Obedömd"),
        (Judgement(), Judged.APPROVED, "G godkänd"),
        (Judgement(rejected_ore=100), Judged.REJECTED, "U underkänd"),
        (Judgement(rejected_ore=99), Judged.PARTLY, "D delvis underkänd"),
        (Judgement(parked_ore=100), Judged.PARKED, "V väntar"),
    ],
)
def test_a_row_is_shown_by_what_its_verdict_comes_to(
    judgement: Judgement | None, kind: Judged, words: str
) -> None:
    assert judged_as(100, judgement) is kind
    assert kind.swedish == words


def test_a_credit_alone_would_lower_the_claim() -> None:
    assert not group_holds([-100])
    assert not group_holds([60, -100])
    assert group_holds([100, -100])
    assert group_holds([])


@pytest.mark.parametrize(
    ("verdict", "rows", "words"),
    [
        (Approve(), 1, "Godkänn 1 rad"),
        (Reject(VerdictCause.PERIOD), 3, "Underkänn 3 rader"),
        (Reject(VerdictCause.PERIOD, 5), 1, "Underkänn 1 rad delvis"),
        (Park(TODAY), 2, "Låt 2 rader vänta på underlag"),
    ],
)
def test_the_menu_names_the_act(verdict: Verdict, rows: int, words: str) -> None:
    assert act_in_words(verdict, rows) == words

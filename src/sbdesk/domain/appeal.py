"""An appeal's states (FL 43–48 §§), when it must have come in, and what the case says of it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sbdesk.domain.decision import ThreeWeeksFrom
from sbdesk.domain.periods import next_working_day
from sbdesk.domain.states import Actor, Machine, Move

APPEAL_DAYS = 21
"""Three weeks (FL 44 §)."""


class AppealState(StrEnum):
    """How far a person has brought the appeal."""

    RECEIVED = "received"
    IN_TIME = "in_time"
    LATE = "late"
    DISMISSED = "dismissed"
    RECONSIDERED = "reconsidered"
    HANDED_OVER = "handed_over"
    SETTLED = "settled"


class Excuse(StrEnum):
    """Why an appeal that came in after its last day still counts (FL 45 §)."""

    WRONG_INFORMATION = "wrong_information"
    AT_COURT_IN_TIME = "at_court_in_time"

    @property
    def swedish(self) -> str:
        """The words of the choice."""
        return _EXCUSE_WORDS[self]


class Reconsideration(StrEnum):
    """What the agency made of its own decision before handing over (FL 37–39 §§)."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"


class AppealOutcome(StrEnum):
    """How the appeal ended; ``REMITTED`` gives the case back, ``NOT_TRIED``: the court dismissed it."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMITTED = "remitted"
    NOT_TRIED = "not_tried"
    WITHDRAWN = "withdrawn"

    @property
    def swedish(self) -> str:
        """The words after ”Överklagat: ”."""
        return _OUTCOME_WORDS[self]


_EXCUSE_WORDS = {
    Excuse.WRONG_INFORMATION: "Beslutet gav fel eller ingen upplysning om hur man överklagar",
    Excuse.AT_COURT_IN_TIME: "Överklagandet kom in till domstolen i tid",
}
_OUTCOME_WORDS = {
    AppealOutcome.CHANGED: "avgjort, ändrat",
    AppealOutcome.UNCHANGED: "avgjort, inte ändrat",
    AppealOutcome.REMITTED: "avgjort, återförvisat till oss",
    AppealOutcome.NOT_TRIED: "avvisat av domstolen",
    AppealOutcome.WITHDRAWN: "återkallat av mottagaren",
}
JUDGMENTS = (
    AppealOutcome.CHANGED,
    AppealOutcome.UNCHANGED,
    AppealOutcome.REMITTED,
    AppealOutcome.NOT_TRIED,
)
"""What a court may have decided."""

_S = AppealState
BEFORE_COURT = (_S.RECEIVED, _S.IN_TIME, _S.LATE, _S.RECONSIDERED)
"""The appeal is on the agency's own table."""

PENDING = frozenset(
    {AppealState.RECEIVED, AppealState.IN_TIME, AppealState.RECONSIDERED, AppealState.HANDED_OVER}
)
"""The appeal may still change the decision: a debt that rests on it informs but does not stop (R07)."""

APPEAL_MACHINE: Machine[AppealState] = Machine(
    "Överklagandet",
    {
        _S.RECEIVED: "registrerat",
        _S.IN_TIME: "prövat som inkommet i tid",
        _S.LATE: "prövat som för sent inkommet",
        _S.DISMISSED: "avvisat",
        _S.RECONSIDERED: "omprövat",
        _S.HANDED_OVER: "överlämnat till domstol",
        _S.SETTLED: "avgjort",
    },
    [
        Move(_S.RECEIVED, "find_in_time", _S.IN_TIME),
        Move(_S.RECEIVED, "find_late", _S.LATE),
        Move(_S.LATE, "retest_appeal", _S.RECEIVED),
        Move(_S.LATE, "dismiss_appeal", _S.DISMISSED, Actor.SECOND_PERSON),
        Move(_S.IN_TIME, "reconsider_appeal", _S.RECONSIDERED, Actor.SECOND_PERSON),
        Move(_S.RECONSIDERED, "close_appeal", _S.SETTLED),
        Move(_S.RECONSIDERED, "hand_over_appeal", _S.HANDED_OVER),
        Move(_S.DISMISSED, "appeal_dismissal", _S.HANDED_OVER, Actor.RECIPIENT),
        Move(_S.HANDED_OVER, "register_judgment", _S.SETTLED),
        Move(_S.SETTLED, "register_higher_court", _S.HANDED_OVER),
        *(
            Move(state, "withdraw_appeal", _S.SETTLED, Actor.RECIPIENT)
            for state in (*BEFORE_COURT, _S.HANDED_OVER)
        ),
        *(Move(state, verb, state) for state in _S for verb in ("set_inhibition", "lift_inhibition")),
    ],
)


def last_day(
    rule: ThreeWeeksFrom, decided_on: date, notified_on: date | None, holidays: Container[date]
) -> date | None:
    """The last day to appeal: three weeks (FL 44 §), moved to the next working day (lag 1930:173).

    None while the start is not known: the jurist has not said from when, or nobody knows when the party
    got the decision.
    """
    if rule is ThreeWeeksFrom.NOT_DECIDED:
        return None
    start = decided_on if rule is ThreeWeeksFrom.DECISION_DAY else notified_on
    return None if start is None else next_working_day(start + timedelta(days=APPEAL_DAYS), holidays)


@dataclass(frozen=True, slots=True)
class AppealFacts:
    """What words and offers of an appeal follow from.

    ``appealable`` False: a statute says that the decision may not be appealed; only the court dismisses for
    that (FL 47 §). ``as_asked``: the reconsideration gave the appellant what was asked for. ``disqualified``
    is the sentence of a reported jäv, or empty.
    """

    state: AppealState
    today: date
    appealable: bool = True
    as_asked: bool = False
    outcome: AppealOutcome | None = None
    court: str = ""
    handed_over_on: date | None = None
    inhibition_from: date | None = None
    inhibition_to: date | None = None
    tested_by_me: bool = False
    signed_outside: bool = True
    disqualified: str = ""

    @property
    def inhibited(self) -> bool:
        """Whether a court's inhibition is in force today."""
        return is_inhibited(self.inhibition_from, self.inhibition_to, self.today)


def is_inhibited(from_on: date | None, to_on: date | None, today: date) -> bool:
    """Whether an inhibition is in force: from its first day until the day it is lifted."""
    return from_on is not None and from_on <= today and (to_on is None or today < to_on)


INHIBITED = "Förvaltningsrätten har beslutat om inhibition. Beslutet gäller inte tills vidare."
"""What stops claim, invoice and reminder."""


def words_of(facts: AppealFacts) -> str:
    """The appeal beside the case's status."""
    words = _words(facts)
    return f"{words} · inhibition" if facts.inhibited else words


def _words(facts: AppealFacts) -> str:
    state = facts.state
    if state is _S.DISMISSED:
        return "Överklagandet avvisat: kom in för sent"
    if state is _S.SETTLED:
        return f"Överklagat: {facts.outcome.swedish if facts.outcome else 'avgjort'}"
    if state is _S.HANDED_OVER:
        day = facts.handed_over_on.isoformat() if facts.handed_over_on else ""
        return f"Överklagat: överlämnat till {facts.court or 'förvaltningsrätten'} {day}".strip()
    return {
        _S.RECEIVED: "Överklagat: handläggaren prövar om det kom in i tid",
        _S.IN_TIME: "Överklagat: handläggaren tar ställning till omprövning",
        _S.LATE: "Överklagat: kom in för sent, väntar på beslut att avvisa",
        _S.RECONSIDERED: (
            "Överklagat: omprövat, handläggaren avslutar"
            if facts.as_asked
            else "Överklagat: omprövat, handläggaren lämnar över till domstolen"
        ),
    }[state]

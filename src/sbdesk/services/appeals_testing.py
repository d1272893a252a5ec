"""Tests whether an appeal came in time (FL 44–45 §§), by the jurist's rule and the day it became known."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.appeal import last_day
from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.domain.decision import ThreeWeeksFrom
from sbdesk.domain.errors import NotAllowed
from sbdesk.services.appeals_cases import Appealed, notified_on, permitted
from sbdesk.services.appeals_inputs import TimeInput, refuse_day, words_given
from sbdesk.services.appeals_moving import move
from sbdesk.services.working_days import swedish_holidays
from sbdesk.services.workplace import Workplace


def test(session: Session, work: Workplace, appeal_id: int, given: TimeInput) -> str:
    """Find it in time or late; what was found, in Swedish."""
    it = permitted(session, work, appeal_id, AppealAct.TEST_TIME)
    record = it.record
    record.prepared_by = work.officer_id
    if not it.rule.appealable:
        return _for_the_court(session, work, it)
    record.notified_on = given.notified_on or notified_on(session, it.decision)
    if record.notified_on is not None:
        refuse_day(work, record.notified_on, it.decision.decided_on, "Dagen då mottagaren fick beslutet")
    last = _last(it, record.notified_on)
    record.last_on = last
    late = record.received_on > last
    if late and given.excuse is not None:
        record.excuse, record.test_reason = given.excuse, words_given(given.reason, "Skälet")
    record.in_time = not late or given.excuse is not None
    verb = "find_in_time" if record.in_time else "find_late"
    told = {"last_on": last.isoformat(), "excuse": record.excuse.value if record.excuse else None}
    move(session, work, record, verb, told, record.test_reason)
    if not late:
        return f"Överklagandet kom in i tid: sista dagen var {last.isoformat()}."
    if record.in_time:
        return "Överklagandet ska prövas fast det kom in efter sista dagen."
    return f"Överklagandet kom in för sent: sista dagen var {last.isoformat()}."


def _for_the_court(session: Session, work: Workplace, it: Appealed) -> str:
    """Whether a decision may be appealed at all is tested by the court, never by us (FL 47 §)."""
    record = it.record
    source = f" ({it.rule.source})" if it.rule.source else ""
    record.in_time = True
    record.test_reason = (
        f"Beslutet får inte överklagas{source}. Det prövas av domstolen (47 § förvaltningslagen)."
    )
    move(session, work, record, "find_in_time", {}, record.test_reason)
    return "Beslutet får inte överklagas. Domstolen prövar det: ta ställning till omprövning och lämna över."


def _last(it: Appealed, notified: date | None) -> date:
    rule = it.rule.three_weeks_from
    last = last_day(rule, it.decision.decided_on, notified, swedish_holidays())
    if last is not None:
        return last
    if rule is ThreeWeeksFrom.NOT_DECIDED:
        raise NotAllowed(
            "Det är inte bestämt från när tiden för överklagande räknas.",
            "Inget är ändrat.",
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande.",
        )
    raise NotAllowed(
        "Det är inte känt när mottagaren fick beslutet.",
        "Inget är ändrat.",
        "Ange dagen, så räknas tiden för överklagande.",
    )

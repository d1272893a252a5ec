"""How the programme of an award asks the ledger checks: levels, parameters, sentences, period of use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from sbdesk.domain.findings import Level
from sbdesk.domain.rules.engine import RuleSetting, settings_of
from sbdesk.domain.rules.ledger import LEDGER_RULES, UsePeriod
from sbdesk.services.stored_programmes import fact_id, stored_definition
from sbdesk.store.records.awards import AwardRecord

WITHOUT_PROGRAMME: Mapping[str, RuleSetting] = {
    code: RuleSetting(level)
    for code, level in {
        "L06": Level.NOTE,
        "L07": Level.NOTE,
        "L08": Level.NOTE,
        "L09": Level.DEVIATION,
        "L16": Level.NOTE,
        "L18": Level.STOP,
        "L19": Level.NOTE,
        "L20": Level.NOTE,
        "L21": Level.STOP,
    }.items()
}
"""The checks that need no fact of a programme: a note where only an instruction could ground more."""


@dataclass(frozen=True, slots=True)
class LedgerSettings:
    """The ledger checks as one programme asks them; ``facts`` holds the grounding fact's id by code."""

    rules: Mapping[str, RuleSetting]
    facts: Mapping[str, int]
    use: UsePeriod | None
    """None while a day of the period of use is unknown."""
    defined: bool = True
    """False when the programme has no conditions at all."""


def settings_of_award(session: Session, award_id: int) -> LedgerSettings:
    """The settings of the award's programme, from the newest revision of its facts and its conditions."""
    programme_id = session.get_one(AwardRecord, award_id).programme_id
    definition = stored_definition(session, programme_id)
    if not definition.conditions:
        return LedgerSettings(WITHOUT_PROGRAMME, {}, None, defined=False)
    rules = {code: it for code, it in settings_of(definition).items() if code in LEDGER_RULES}
    facts = {
        condition.rule: number
        for condition in definition.conditions
        if condition.rule in rules
        and condition.fact is not None
        and (number := fact_id(session, programme_id, condition.fact)) is not None
    }
    return LedgerSettings(rules, facts, UsePeriod.of(definition))

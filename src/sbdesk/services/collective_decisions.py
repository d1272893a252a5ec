"""Decides many cases of one grant in one decision: one number, one document, a covering letter each."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.bulk_acts import BulkAct, command_of
from sbdesk.domain.errors import UserFacingError
from sbdesk.services import collective_decisions_letters
from sbdesk.services.acting import one_effect
from sbdesk.services.bulk_decisions_doing import second_of
from sbdesk.services.bulk_decisions_preflight import GRANTS
from sbdesk.services.bulk_decisions_rows import (
    BEFORE,
    BulkCase,
    BulkOutcome,
    BulkResult,
    BulkTerms,
    Outcome,
    Preflight,
    result_of,
)
from sbdesk.services.cases import Case, cases_of
from sbdesk.services.collective_decisions_writing import (
    FEWEST,
    NOTHING_DECIDED,
    OTHERWISE,
    TOO_FEW,
    CaseFell,
    Together,
    above_limit,
    decide_together,
    refuse_too_few,
)
from sbdesk.services.decision_acts import open_proposal
from sbdesk.services.decision_letters import Signing
from sbdesk.services.requisition_inputs import number_given
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.office import CommandRecord
from sbdesk.store.records.parties import OfficerRecord


class CollectiveDecisions:
    """Samlat beslut med bilaga: all the cases or none."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def look(
        self, session: Session, cases: Sequence[Case], looked: Sequence[BulkCase], decider_id: int | None
    ) -> tuple[BulkCase, ...]:
        """The cases as one decision sees them: one grant, one rapporteur, only grants, within one limit."""
        pairs = list(zip(cases, looked, strict=True))
        able = [case for case, row in pairs if row.can]
        if not able:
            return tuple(looked)
        programme = Counter(case.records.award.programme_id for case in able).most_common(1)[0][0]
        preparer = Counter(_preparer(case) for case in able).most_common(1)[0][0]
        name = session.get_one(OfficerRecord, preparer).name
        rows = [
            replace(row, refusal=_alone(case, programme, preparer, name)) if row.can else row
            for case, row in pairs
        ]
        return self._as_one(session, rows, programme, decider_id)

    def run(self, plan: Preflight, terms: BulkTerms) -> BulkResult:
        """Decide every case of the plan that can be; when one falls nothing is decided, and it is named."""
        ready = plan.ready
        refused = [
            BulkOutcome.of(case, Outcome.NOT_DONE, f"{case.refusal} Inget är ändrat.")
            for case in plan.hindered
        ]
        fell = None
        if self._done_before(plan):
            outcomes = [BulkOutcome.of(case, Outcome.BEFORE, BEFORE) for case in ready]
        else:
            try:
                outcomes = self._decided(plan, terms)
            except UserFacingError as error:
                fell = error.award_id if isinstance(error, CaseFell) else None
                outcomes = [BulkOutcome.of(case, Outcome.NOT_DONE, _told(error, case)) for case in ready]
        return result_of(plan, (*outcomes, *refused), fell=fell)

    def _decided(self, plan: Preflight, terms: BulkTerms) -> list[BulkOutcome]:
        number, letters = self.decide(plan, terms)
        told = f"Samlat beslut {number} är fattat och följebrevet är skapat."
        return [BulkOutcome.of(case, Outcome.DONE, told, letters[str(case.award_id)]) for case in plan.ready]

    def _done_before(self, plan: Preflight) -> bool:
        with self.work.store.reading() as session:
            return session.get(CommandRecord, _command(plan)) is not None

    def decide(self, plan: Preflight, terms: BulkTerms) -> tuple[str, dict[str, int]]:
        """One transaction for all; the decision's number and the covering letter's document per award id.

        Raises CaseFell for the first case that no longer holds. The same plan again gives the first answer.
        """
        second, wanted = second_of(terms), [(case.award_id, case.version) for case in plan.ready]
        signed = Together(second, terms.participants, number_given(terms.case_number, NOTHING_DECIDED))

        def act(session: Session) -> list[Any]:
            return decide_together(session, self.work, wanted, signed)

        plain = [wanted, second.officer_id, second.on.isoformat(), list(signed.participants)]
        number, letters = one_effect(self.work, _command(plan), "decide_together", plain, act)
        return number, letters

    def draft(self, plan: Preflight, decider_id: int | None, case_number: str) -> bytes:
        """The decision that the plan would make, as PDF with the watermark UTKAST; nothing is kept."""
        refuse_too_few(len(plan.ready))
        with self.work.store.reading() as session:
            cases = cases_of(session, self.work, [case.award_id for case in plan.ready])
            signing = Signing(decider_id, self.work.clock.today())
            return collective_decisions_letters.draft(session, cases, signing, case_number.strip())

    def _as_one(
        self, session: Session, rows: list[BulkCase], programme_id: int, decider_id: int | None
    ) -> tuple[BulkCase, ...]:
        able = [row for row in rows if row.can]
        total = sum(row.amount_ore or 0 for row in able)
        why = ""
        if len(able) < FEWEST:
            why = f"{TOO_FEW} Besluta i ärendet för sig."
        elif decider_id is not None:
            decider = session.get_one(OfficerRecord, decider_id)
            above = above_limit(session, decider, programme_id, total)
            why = f"{above} {OTHERWISE}" if above else ""
        return tuple(replace(row, refusal=why) if why and row.can else row for row in rows)


def _command(plan: Preflight) -> str:
    wanted = [(case.award_id, case.version) for case in plan.ready]
    digest = hashlib.sha256(json.dumps(wanted).encode()).hexdigest()[:16]
    return command_of(BulkAct.DECIDE_TOGETHER, len(wanted), digest)


def _told(error: UserFacingError, case: BulkCase) -> str:
    return error.told(case.award_id) if isinstance(error, CaseFell) else str(error)


def _preparer(case: Case) -> int:
    return open_proposal(case).proposed_by


def _alone(case: Case, programme: int, preparer: int, name: str) -> str:
    """Why a case that can be decided cannot be part of this decision; empty when it can."""
    if open_proposal(case).kind not in GRANTS:
        return "Ett samlat beslut kan bara bevilja. Besluta i ärendet för sig."
    if case.records.award.programme_id != programme:
        return f"Ärendet gäller {case.definition.short_title}. Ett samlat beslut gäller ett statsbidrag."
    if _preparer(case) != preparer:
        return f"Ärendet är inte berett av {name}. Ett samlat beslut har en föredragande."
    return ""

"""Does one act with many cases: looked at first, then one transaction each, and safe to run again."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from sbdesk.domain.bulk_acts import BulkAct, command_of, label_of
from sbdesk.domain.errors import Cancelled, UserFacingError
from sbdesk.domain.progress import Progress, SilentProgress
from sbdesk.services import bulk_decisions_doing, bulk_decisions_people, bulk_decisions_preflight
from sbdesk.services.bulk_decisions_doing import Desk
from sbdesk.services.bulk_decisions_preflight import Looking
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
from sbdesk.services.cases import cases_of
from sbdesk.services.collective_decisions import CollectiveDecisions
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.office import CommandRecord

__all__ = [
    "BulkCase",
    "BulkDecisionsService",
    "BulkOutcome",
    "BulkResult",
    "BulkTerms",
    "Outcome",
    "Preflight",
]

log = logging.getLogger(__name__)
BROKEN = "Ett oväntat fel inträffade. Inget är ändrat i ärendet. Försök igen; felet står i loggen."
STOPPED = "Avbrutet innan ärendet prövades. Inget är ändrat i det."


class BulkDecisionsService:
    """The ticked cases of the list: what can be done with them, and doing it."""

    def __init__(self, work: Workplace) -> None:
        self.work = work
        self._desk = Desk(work)
        self._collective = CollectiveDecisions(work)

    @property
    def signed_outside(self) -> bool:
        """A local file: decisions are signed on paper and registered here."""
        return not self.work.store.enforces_people

    def preflight(self, act: BulkAct, award_ids: Sequence[int], person_id: int | None = None) -> Preflight:
        """What the act would do to each case, in the order given; unknown cases are left out.

        ``person_id`` is the decider (or the one who is to handle the cases) when the officer has chosen one;
        else the most proposed decider.
        """
        with self.work.store.reading() as session:
            cases = cases_of(session, self.work, list(dict.fromkeys(award_ids)))
            people = bulk_decisions_people.people_for(session, self.work, act)
            chosen = person_id
            if chosen is None:
                chosen = bulk_decisions_people.proposed_person(self.work, act, cases, people)
            looking = Looking(session, self.work, chosen)
            looked = tuple(bulk_decisions_preflight.look(looking, act, case) for case in cases)
            if act is BulkAct.DECIDE_TOGETHER:
                looked = self._collective.look(session, cases, looked, chosen)
        outside = self.signed_outside
        label = label_of(act, signed_outside=outside)
        return Preflight(act, label, looked, self.work.clock.today(), outside, people, chosen)

    def draft(self, plan: Preflight, decider_id: int | None, case_number: str) -> bytes:
        """The collective decision of the plan as a draft, to be read and signed; nothing is kept."""
        return self._collective.draft(plan, decider_id, case_number)

    def run(self, plan: Preflight, terms: BulkTerms, progress: Progress | None = None) -> BulkResult:
        """Do the act with every case of the plan that can be done; those that cannot keep their reason.

        One transaction per case, so that a refusal, a fault or a cancel leaves the others as they are. A case
        that this plan has already done is not done again. A collective decision is one transaction for all.
        """
        watch = progress or SilentProgress()
        if plan.act is BulkAct.DECIDE_TOGETHER:
            return self._collective.run(plan, terms)
        refused = [
            BulkOutcome.of(case, Outcome.NOT_DONE, f"{case.refusal} Inget är ändrat.")
            for case in plan.hindered
        ]
        outcomes, cancelled = self._each(plan, terms, watch)
        return result_of(plan, (*outcomes, *refused), cancelled=cancelled)

    def _each(self, plan: Preflight, terms: BulkTerms, watch: Progress) -> tuple[list[BulkOutcome], bool]:
        ready, outcomes = plan.ready, []
        for number, case in enumerate(ready):
            try:
                watch.raise_if_cancelled()
            except Cancelled:
                outcomes += [BulkOutcome.of(left, Outcome.NOT_DONE, STOPPED) for left in ready[number:]]
                return outcomes, True
            watch.step(number, len(ready), f"{number + 1} av {len(ready)}: {case.recipient}")
            outcomes.append(self._one(plan.act, case, terms))
        return outcomes, False

    def _one(self, act: BulkAct, case: BulkCase, terms: BulkTerms) -> BulkOutcome:
        command = command_of(act, case.award_id, case.mark)
        if case.mark and self._done_before(command):
            return BulkOutcome.of(case, Outcome.BEFORE, BEFORE)
        try:
            done = bulk_decisions_doing.do(self._desk, act, case, terms, command)
        except UserFacingError as error:
            return BulkOutcome.of(case, Outcome.NOT_DONE, str(error))
        except Exception:
            log.exception("%s in award %s", act.value, case.award_id)
            return BulkOutcome.of(case, Outcome.NOT_DONE, BROKEN)
        return BulkOutcome.of(case, Outcome.DONE, done.message, done.id)

    def _done_before(self, command: str) -> bool:
        with self.work.store.reading() as session:
            return session.get(CommandRecord, command) is not None

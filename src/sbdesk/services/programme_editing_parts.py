"""What the desk does with the parts of a draft: components, grounds for repayment, checks."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict
from sbdesk.domain.findings import Level
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme import Component, Condition, FactStatus, GroundBasis, RecoveryGround
from sbdesk.domain.programme_conditions import grounds, usual_basis
from sbdesk.domain.programme_entry import component_problem, condition_problem, ground_problem
from sbdesk.domain.programme_parameters import RULE_PARAMETERS, parameter_problem
from sbdesk.services import programme_editing_guards as guards
from sbdesk.services import programme_editing_writing as writing
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.changes import Done, Touched
from sbdesk.services.stored_programmes import fact_id, stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    ComponentRecord,
    ConditionRecord,
    ProgrammeRecord,
    RecoveryGroundRecord,
)

Seen = tuple[int, int] | None
"""The row's id and version as the officer saw them; None for a new one."""
_Part = TypeVar("_Part", ComponentRecord, RecoveryGroundRecord)


class PartActs:
    """Acts on what a draft consists of beside its facts."""

    work: Workplace

    def save_component(
        self, programme_id: int, seen: Seen, given: Component, command_id: str | None = None
    ) -> Done:
        """Add or change a part of the frame; its recipients and amounts belong to the allotment.

        Raises UserFacingError naming the field, F12 for a stale version, Conflict for a code that is taken.
        """

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            guards.refuse(component_problem(given))
            record = self._part(session, ComponentRecord, programme, seen, given.code)
            record.code, record.label, record.total_ore = given.code, given.label.strip(), given.total_ore
            record.method, record.rounding = given.method, given.rounding
            record.separate_purpose = given.separate_purpose
            record.operation_kind = OperationKind(given.operation_kind) if given.operation_kind else None
            record.purpose_fact_id = _fact(session, programme, given.purpose_fact)
            return self._saved(session, programme, record, "save_component", given.label)

        made = one_effect(self.work, command_id, "save_component", [programme_id, seen, str(given)], act)
        return Done(Touched.PROGRAMMES, f"Delen ”{given.label}” är sparad.", made)

    def remove_component(self, component_id: int, version: int, command_id: str | None = None) -> Done:
        """Take a part out of a draft, with its allotment."""

        def act(session: Session) -> int:
            record = self._doomed(session, ComponentRecord, component_id, version)
            session.execute(delete(AllotmentRecord).where(AllotmentRecord.component_id == component_id))
            return self._removed(session, record, "remove_component", record.label)

        programme = one_effect(self.work, command_id, "remove_component", [component_id, version], act)
        return Done(Touched.PROGRAMMES, "Delen och dess fördelning är borttagna.", programme)

    def save_ground(
        self, programme_id: int, seen: Seen, given: RecoveryGround, command_id: str | None = None
    ) -> Done:
        """Add or change a ground for repayment; its fact has a sentence or a statute, never nothing.

        Raises UserFacingError naming the field, F12 for a stale version, Conflict for a code that is taken.
        """

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            guards.refuse(ground_problem(given))
            definition = stored_definition(session, programme_id)
            known = [fact for fact in definition.facts if fact.name == given.fact]
            if not known or not grounds(known[0]):
                guards.refuse(
                    (
                        "fact",
                        "Uppgiften har varken citat eller lagrum. En grund för återkrav måste stå i "
                        "anvisningen eller i lag. Fyll i uppgiften först.",
                    )
                )
            record = self._part(session, RecoveryGroundRecord, programme, seen, given.code)
            record.code, record.title, record.modality = given.code, given.label.strip(), given.modality
            record.causes = sorted(int(cause) for cause in given.causes)
            found = fact_id(session, programme_id, given.fact)
            assert found is not None  # known: its fact stands above
            record.fact_id = found
            return self._saved(session, programme, record, "save_ground", given.label)

        made = one_effect(self.work, command_id, "save_ground", [programme_id, seen, str(given)], act)
        return Done(Touched.PROGRAMMES, f"Grunden ”{given.label}” är sparad.", made)

    def remove_ground(self, ground_id: int, version: int, command_id: str | None = None) -> Done:
        """Take a ground for repayment out of a draft."""

        def act(session: Session) -> int:
            record = self._doomed(session, RecoveryGroundRecord, ground_id, version)
            return self._removed(session, record, "remove_ground", record.title)

        programme = one_effect(self.work, command_id, "remove_ground", [ground_id, version], act)
        return Done(Touched.PROGRAMMES, "Grunden är borttagen.", programme)

    def save_condition(
        self,
        programme_id: int,
        seen: Seen,
        given: Condition,
        second: SecondPerson | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Say how a draft uses a check: level, ground, parameters, or not at all.

        The basis follows from the fact. Without a fact the check only informs, unless ``second`` signs the
        level. Raises UserFacingError naming the field, F12 for a stale version, F13 for the second person.
        """

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            definition = stored_definition(session, programme_id)
            fact = definition.fact(given.fact) if given.fact else None
            basis = usual_basis(given.rule)
            if fact is not None:
                basis = GroundBasis.LAW if fact.status is FactStatus.LAW else GroundBasis.INSTRUCTION
            wanted = Condition(given.rule, given.severity, basis, given.fact, given.enabled, given.parameters)
            guards.refuse(condition_problem(wanted, fact, signed=second is not None))
            problem = parameter_problem(given.rule, given.parameters or {})
            guards.refuse(("parameters", problem) if problem else None)
            record = self._condition(session, programme, seen, given.rule)
            signed = None
            if basis is GroundBasis.NONE and given.severity is not Level.NOTE and second is not None:
                act_ = Act("programme", programme_id, "sign_condition", self.work.officer_id)
                signed = attest(session, self.work, act_, second).id
            record.attestation_id = signed
            writing.fill_condition(session, record, wanted)
            session.add(record)
            session.flush()
            writing.follow_facts(session, programme, self.work.clock.today())
            return self._saved(session, programme, record, "save_condition", given.rule)

        plain = [programme_id, seen, str(given), second.officer_id if second else None]
        made = one_effect(self.work, command_id, "save_condition", plain, act)
        return Done(Touched.PROGRAMMES, f"Kontrollen {given.rule} är sparad.", made)

    def _condition(
        self, session: Session, programme: ProgrammeRecord, seen: Seen, rule: str
    ) -> ConditionRecord:
        there = writing.live_conditions(session, programme.id).get(rule)
        if seen is not None and there is not None:
            guards.refuse_stale(session, programme.id, seen[1], there.version)
            return there
        if there is not None or rule not in RULE_PARAMETERS:
            raise Conflict(
                f"Kontrollen {rule} finns redan.", guards.SAFE, "Öppna den kontroll som finns i listan."
            )
        return ConditionRecord(
            programme_id=programme.id, rule_code=rule, from_on=date(programme.budget_year, 1, 1)
        )

    def _part(
        self, session: Session, kind: type[_Part], programme: ProgrammeRecord, seen: Seen, code: str
    ) -> _Part:
        """The row to fill: the one seen, or a new one that is not yet in the session."""
        taken = session.scalar(select(kind.id).where(kind.programme_id == programme.id, kind.code == code))
        if taken is not None and (seen is None or taken != seen[0]):
            raise Conflict(f"Koden {code} finns redan.", guards.SAFE, "Välj en annan kod.")
        if seen is None:
            return kind(programme_id=programme.id)
        record = session.get(kind, seen[0]) or kind(programme_id=programme.id, version=0)
        guards.refuse_stale(session, programme.id, seen[1], record.version)
        return record

    def _doomed(self, session: Session, kind: type[_Part], part_id: int, version: int) -> _Part:
        record = session.get(kind, part_id)
        if record is None:
            raise Conflict("Raden är redan borttagen.", "Inget är ändrat.", "Läs om sidan.")
        guards.draft(session, record.programme_id)
        guards.refuse_stale(session, record.programme_id, version, record.version)
        return record

    def _saved(
        self,
        session: Session,
        programme: ProgrammeRecord,
        record: ComponentRecord | RecoveryGroundRecord | ConditionRecord,
        verb: str,
        title: str,
    ) -> int:
        session.add(record)
        session.flush()
        self.work.record(session, verb, ("programme", programme.id), after={"row": record.id, "title": title})
        return record.id

    def _removed(
        self, session: Session, record: ComponentRecord | RecoveryGroundRecord, verb: str, title: str
    ) -> int:
        programme_id = record.programme_id
        before = {"row": record.id, "title": title}
        session.delete(record)
        session.flush()
        self.work.record(session, verb, ("programme", programme_id), before=before)
        return programme_id


def _fact(session: Session, programme: ProgrammeRecord, name: str | None) -> int | None:
    return fact_id(session, programme.id, name) if name else None

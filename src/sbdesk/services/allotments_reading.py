"""Reads a programme's allotment: components, shares, what is left and why."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.allotment import Rounding
from sbdesk.domain.allotment_shares import (
    COMPUTED_METHODS,
    Division,
    Share,
    compute,
    rest_of,
    rest_words,
    unit_price_words,
)
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.services.allotments_rows import AllotmentPage, ComponentRow, PopulationSet, ShareRow
from sbdesk.services.stored_programmes import newest_facts
from sbdesk.services.workplace import Workplace
from sbdesk.store.base import canonical_json
from sbdesk.store.queries.balances import sums_of
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OperationRecord, RecipientRecord
from sbdesk.store.records.populations import PopulationRecord
from sbdesk.store.records.programmes import (
    AllotmentRecord,
    ComponentRecord,
    ProgrammeFactRecord,
    ProgrammeRecord,
)

LOCKED = {
    ProgrammeState.DRAFT: "",
    ProgrammeState.SIGNED: "",
    ProgrammeState.OPEN: "",
    ProgrammeState.ARCHIVED: "Statsbidraget är arkiverat. Öppna det igen för att ändra fördelningen.",
}
METHOD_WORDS = {
    AllotmentMethod.EQUAL: "Lika belopp",
    AllotmentMethod.FIXED: "Fasta belopp",
    AllotmentMethod.PER_UNIT: "Belopp per enhet",
    AllotmentMethod.POPULATION: "Efter befolkning",
    AllotmentMethod.DECIDED: "Beslutade belopp",
}
_ROUNDING_WORDS = {
    Rounding.LARGEST_REMAINDER: "största rest",
    Rounding.NEAREST: "närmaste krona",
    Rounding.FLOOR: "avrundning nedåt",
}

Facts: TypeAlias = Mapping[tuple[str, int], ProgrammeFactRecord]
StoredShare: TypeAlias = tuple[AllotmentRecord, RecipientRecord, OperationRecord | None]


@dataclass(frozen=True, slots=True)
class ComponentState:
    """One component with what an act on it looks at; ``shares`` in the order of organisation numbers."""

    programme: ProgrammeRecord
    component: ComponentRecord
    division: Division
    shares: tuple[StoredShare, ...]

    @property
    def seen(self) -> str:
        """Changes with every change of the component's shares."""
        plain = [[record.id, record.version] for record, _, _ in self.shares]
        return hashlib.sha256(canonical_json(plain).encode()).hexdigest()


def component_state(session: Session, component_id: int) -> ComponentState:
    """The component as it stands; NoResultFound for an unknown id."""
    component = session.get_one(ComponentRecord, component_id)
    programme = session.get_one(ProgrammeRecord, component.programme_id)
    return _state(session, programme, component, _facts(session, programme.id))


def share_of(record: AllotmentRecord, recipient: RecipientRecord, operation: OperationRecord | None) -> Share:
    """A stored share as the domain computes with it."""
    return Share(
        key=share_key(recipient, operation),
        recipient=recipient.name,
        operation=operation.name if operation else "",
        units=record.units,
        weight=record.weight,
        computed_ore=record.computed_ore,
        decided_ore=record.decided_ore,
    )


def share_key(recipient: RecipientRecord, operation: OperationRecord | None) -> str:
    """Sorts by organisation number, then by the operation's kind and code."""
    detail = f"{operation.kind.value}:{operation.code}" if operation else ""
    return f"{recipient.org_number}/{detail}"


def allotment_page(session: Session, work: Workplace, programme_id: int) -> AllotmentPage:
    """Everything of the tab Fördelning; NoResultFound for an unknown programme."""
    programme = session.get_one(ProgrammeRecord, programme_id)
    facts = _facts(session, programme_id)
    components = select(ComponentRecord).where(ComponentRecord.programme_id == programme_id)
    granted = granted_by_recipient(session, programme_id)
    frame = facts.get(("total", 1))
    return AllotmentPage(
        programme_id=programme_id,
        short_title=programme.short_title,
        state=programme.state,
        frame_ore=frame.value_ore if frame is not None else None,
        components=tuple(
            _component_row(_state(session, programme, one, facts), granted)
            for one in session.scalars(components.order_by(ComponentRecord.id))
        ),
        populations=population_sets(session),
        needs_second=needs_second(programme.state),
        locked=LOCKED[programme.state],
        recipients=tuple(
            (record.id, f"{record.name} ({record.org_number[:6]}-{record.org_number[6:]})")
            for record in session.scalars(select(RecipientRecord).order_by(RecipientRecord.name_key))
        ),
        operations=tuple(
            (record.id, record.name)
            for record in session.scalars(select(OperationRecord).order_by(OperationRecord.name))
        ),
        today=work.clock.today(),
    )


def needs_second(state: ProgrammeState) -> bool:
    """Whether a second person must stand behind a change: after the facts have been signed off."""
    return state in (ProgrammeState.SIGNED, ProgrammeState.OPEN)


def granted_by_recipient(session: Session, programme_id: int) -> dict[int, int]:
    """Öre granted to each recipient that has an award in the programme."""
    award = AwardRecord
    rows = session.execute(select(award.id, award.recipient_id).where(award.programme_id == programme_id))
    awards: dict[int, int] = dict(rows.all())
    sums = sums_of(session, list(awards))
    return {recipient: sums[key].granted for key, recipient in awards.items()}


def population_sets(session: Session) -> tuple[PopulationSet, ...]:
    """The populations loaded, the newest day first."""
    record = PopulationRecord
    rows = session.execute(
        select(record.table_id, record.on, func.max(record.fetched_on), func.count(), func.sum(record.value))
        .group_by(record.table_id, record.on)
        .order_by(record.on.desc(), record.table_id)
    )
    return tuple(PopulationSet(table, on, fetched, areas, total) for table, on, fetched, areas, total in rows)


def _facts(session: Session, programme_id: int) -> Facts:
    return {(fact.name, fact.ordinal): fact for fact in newest_facts(session, programme_id).values()}


def _state(
    session: Session, programme: ProgrammeRecord, component: ComponentRecord, facts: Facts
) -> ComponentState:
    shares = _stored_shares(session, component.id)
    kinds = {operation.kind for _, _, operation in shares if operation is not None}
    if component.operation_kind is not None:
        kinds = {component.operation_kind}
    unit = "register" if kinds == {OperationKind.REGISTRY} else "enhet"
    return ComponentState(programme, component, _division(session, component, facts, unit), shares)


def _stored_shares(session: Session, component_id: int) -> tuple[StoredShare, ...]:
    rows = session.execute(
        select(AllotmentRecord, RecipientRecord, OperationRecord)
        .join(RecipientRecord, RecipientRecord.id == AllotmentRecord.recipient_id)
        .join(OperationRecord, OperationRecord.id == AllotmentRecord.operation_id, isouter=True)
        .where(AllotmentRecord.component_id == component_id)
    )
    found: list[StoredShare] = [(record, recipient, operation) for record, recipient, operation in rows]
    return tuple(sorted(found, key=lambda one: share_key(one[1], one[2])))


def _division(session: Session, component: ComponentRecord, facts: Facts, unit: str) -> Division:
    """The facts on units say how one component is divided; with several of that method they are nobody's."""
    of_the_method = session.scalar(
        select(func.count()).where(
            ComponentRecord.programme_id == component.programme_id,
            ComponentRecord.method == AllotmentMethod.PER_UNIT,
        )
    )
    alone = component.method is AllotmentMethod.PER_UNIT and of_the_method == 1
    units, each = (facts.get(("units", 1)), facts.get(("per_unit", 1))) if alone else (None, None)
    return Division(
        method=component.method,
        total_ore=component.total_ore,
        rounding=Rounding(component.rounding),
        all_units=units.value_int if units is not None else None,
        each_ore=each.value_ore if each is not None else None,
        unit=unit,
    )


def _component_row(state: ComponentState, granted: Mapping[int, int]) -> ComponentRow:
    division, component = state.division, state.component
    shares = [share_of(*one) for one in state.shares]
    answer = compute(division, shares)
    stale = not answer.problem and any(answer.amounts[one.key] != one.computed_ore for one in shares)
    words = METHOD_WORDS[component.method]
    if component.method is AllotmentMethod.POPULATION:
        words += f", {_ROUNDING_WORDS[division.rounding]}"
    return ComponentRow(
        id=component.id,
        code=component.code,
        label=component.label,
        total_ore=component.total_ore,
        method=component.method,
        method_words=words,
        unit_price=unit_price_words(division, sum(one.units or 0 for one in shares)),
        operation_kind=component.operation_kind,
        shares=_share_rows(state, shares, granted),
        allotted_ore=sum(one.effective_ore or 0 for one in shares),
        rest_ore=rest_of(division, shares),
        rest=rest_words(division, shares),
        problem=answer.problem if component.method in COMPUTED_METHODS else "",
        stale=stale,
        seen=state.seen,
    )


def _share_rows(
    state: ComponentState, shares: Sequence[Share], granted: Mapping[int, int]
) -> tuple[ShareRow, ...]:
    made = [
        ShareRow(
            id=record.id,
            version=record.version,
            component_id=state.component.id,
            component=state.component.label,
            recipient_id=recipient.id,
            recipient=recipient.name,
            org_number=f"{recipient.org_number[:6]}-{recipient.org_number[6:]}",
            operation_id=operation.id if operation else None,
            operation=share.operation,
            units=record.units,
            weight=record.weight,
            computed_ore=record.computed_ore,
            decided_ore=record.decided_ore,
            effective_ore=share.effective_ore,
            source=record.decided_source or ("Anvisningen" if record.decided_fact_id else ""),
            granted_ore=granted.get(recipient.id, 0),
            differs=share.differs,
        )
        for (record, recipient, operation), share in zip(state.shares, shares, strict=True)
    ]
    names = {recipient.id: recipient.name_key for _, recipient, _ in state.shares}
    return tuple(sorted(made, key=lambda row: (names[row.recipient_id], row.operation)))

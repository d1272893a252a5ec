"""Says what a change of a component's shares would mean, and why it may not be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.allotment_shares import Share, compute, rest_words, too_much
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.allotments_reading import (
    LOCKED,
    ComponentState,
    granted_by_recipient,
    needs_second,
    share_key,
)
from sbdesk.services.allotments_rows import ChangePreview, ChangeRow
from sbdesk.services.cases import CHECKED_LIVE
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.parties import OperationRecord, RecipientRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord


@dataclass(frozen=True, slots=True)
class Planned:
    """One share as it shall be; ``record`` None: a new one. ``remove``: it goes."""

    recipient: RecipientRecord
    operation: OperationRecord | None
    record: AllotmentRecord | None = None
    units: int | None = None
    weight: int | None = None
    computed_ore: Ore | None = None
    decided_ore: Ore | None = None
    source: str | None = None
    fact_id: int | None = None
    remove: bool = False

    @property
    def effective_ore(self) -> Ore | None:
        """What is decided wins over what is computed."""
        return self.computed_ore if self.decided_ore is None else self.decided_ore

    @property
    def before_ore(self) -> Ore | None:
        """The same before the change; None for a new share."""
        if self.record is None:
            return None
        return self.record.computed_ore if self.record.decided_ore is None else self.record.decided_ore

    def as_share(self) -> Share:
        """As the domain computes with it."""
        return Share(
            share_key(self.recipient, self.operation),
            self.recipient.name,
            self.operation.name if self.operation else "",
            self.units,
            self.weight,
            self.computed_ore,
            self.decided_ore,
        )


def planned_now(state: ComponentState) -> list[Planned]:
    """The component's shares as they stand, as a plan that changes nothing."""
    return [
        Planned(
            recipient,
            operation,
            record,
            record.units,
            record.weight,
            record.computed_ore,
            record.decided_ore,
            record.decided_source,
            record.decided_fact_id,
        )
        for record, recipient, operation in state.shares
    ]


def with_amounts(state: ComponentState, plan: Sequence[Planned]) -> tuple[list[Planned], str]:
    """The plan with its amounts computed anew, and why that could not be done (then nothing is computed)."""
    kept = [one for one in plan if not one.remove]
    answer = compute(state.division, [one.as_share() for one in kept])
    if answer.problem:
        return list(plan), answer.problem
    return [
        one if one.remove else replace(one, computed_ore=answer.amounts[one.as_share().key]) for one in plan
    ], ""


def preview(
    session: Session, state: ComponentState, plan: Sequence[Planned], problem: str = ""
) -> ChangePreview:
    """What the plan means; ``problem`` is what the caller has found already."""
    kept = [one.as_share() for one in plan if not one.remove]
    rows = [_change_row(number, one) for number, one in enumerate(plan, 1)]
    changed = {one.recipient.id for one, row in zip(plan, rows, strict=True) if row.changed}
    return ChangePreview(
        component_id=state.component.id,
        label=state.component.label,
        rows=tuple(sorted(rows, key=lambda row: not row.changed)),
        before_ore=sum(one.before_ore or 0 for one in plan),
        after_ore=sum(share.effective_ore or 0 for share in kept),
        total_ore=state.division.total_ore,
        rest=rest_words(state.division, kept),
        problem=problem or _problem(session, state, plan),
        new_awards=_new_awards(session, state, plan),
        rechecked=_names_before_decision(session, state, changed),
        needs_second=needs_second(state.programme.state),
        seen=state.seen,
    )


def changes(one: Planned) -> bool:
    """Whether the share would be another than it is."""
    record = one.record
    if record is None or one.remove:
        return True
    return (
        record.recipient_id,
        record.operation_id,
        record.units,
        record.weight,
        record.computed_ore,
        record.decided_ore,
        record.decided_source,
        record.decided_fact_id,
    ) != (
        one.recipient.id,
        one.operation.id if one.operation else None,
        one.units,
        one.weight,
        one.computed_ore,
        one.decided_ore,
        one.source,
        one.fact_id,
    )


def _change_row(number: int, one: Planned) -> ChangeRow:
    before, after = one.before_ore, None if one.remove else one.effective_ore
    if one.record is None:
        word = "Ny"
    elif one.remove:
        word = "Tas bort"
    elif before != after:
        word = "Ändrat belopp"
    else:
        word = "Ändrad uppgift" if changes(one) else "Oförändrad"
    operation = one.operation.name if one.operation else ""
    return ChangeRow(number, one.recipient.name, operation, before, after, word, changes(one))


def _problem(session: Session, state: ComponentState, plan: Sequence[Planned]) -> str:
    """Why the plan cannot be; the first that is found."""
    if LOCKED[state.programme.state]:
        return LOCKED[state.programme.state]
    kept = [one for one in plan if not one.remove]
    over = too_much(state.division, [one.as_share() for one in kept])
    if over:
        return over
    if state.programme.state is ProgrammeState.DRAFT:
        return ""
    for one in plan:
        if one.remove and one.before_ore is not None:
            return (
                f"{one.recipient.name} har {format_kronor(one.before_ore)} i den granskade fördelningen och "
                "kan inte tas bort. Sätt beloppet till noll med källa i stället."
            )
    return _below_granted(session, state, plan) or _left_without(session, state, plan)


def _below_granted(session: Session, state: ComponentState, plan: Sequence[Planned]) -> str:
    granted = granted_by_recipient(session, state.programme.id)
    elsewhere = allotted_by_recipient(session, state.programme.id, without=state.component.id)
    for recipient in {one.recipient.id: one.recipient for one in plan}.values():
        left = sum(one.effective_ore or 0 for one in plan if one.recipient is recipient and not one.remove)
        left += elsewhere.get(recipient.id, 0)
        if granted.get(recipient.id, 0) > left:
            return (
                f"{recipient.name} har beviljats {format_kronor(granted[recipient.id])}, mer än de "
                f"{format_kronor(left)} som fördelningen skulle ge."
            )
    return ""


def _left_without(session: Session, state: ComponentState, plan: Sequence[Planned]) -> str:
    """An award must keep a share to requisition."""
    awards = awards_by_recipient(session, state.programme.id)
    elsewhere = allotted_by_recipient(session, state.programme.id, without=state.component.id)
    kept = {one.recipient.id for one in plan if not one.remove} | set(elsewhere)
    for one in plan:
        if one.remove and one.recipient.id in awards and one.recipient.id not in kept:
            return f"{one.recipient.name} har ett ärende men ingen del kvar i fördelningen."
    return ""


def allotted_by_recipient(session: Session, programme_id: int, *, without: int = 0) -> dict[int, Ore]:
    """Öre over all components but ``without``; what is not yet decided counts as nothing."""
    rows = session.execute(
        select(AllotmentRecord.recipient_id, AllotmentRecord.computed_ore, AllotmentRecord.decided_ore)
        .join(ComponentRecord, ComponentRecord.id == AllotmentRecord.component_id)
        .where(ComponentRecord.programme_id == programme_id, ComponentRecord.id != without)
    )
    sums: dict[int, Ore] = {}
    for recipient, computed, decided in rows:
        sums[recipient] = sums.get(recipient, 0) + ((computed if decided is None else decided) or 0)
    return sums


def awards_by_recipient(session: Session, programme_id: int) -> dict[int, AwardRecord]:
    """The programme's awards; none before it is opened."""
    awards = select(AwardRecord).where(AwardRecord.programme_id == programme_id)
    return {award.recipient_id: award for award in session.scalars(awards)}


def _new_awards(session: Session, state: ComponentState, plan: Sequence[Planned]) -> int:
    if state.programme.state is not ProgrammeState.OPEN:
        return 0
    kept = {one.recipient.id for one in plan if not one.remove}
    return len(kept - set(awards_by_recipient(session, state.programme.id)))


def _names_before_decision(session: Session, state: ComponentState, recipients: set[int]) -> tuple[str, ...]:
    """Who has a requisition without decision, whose checks will be asked again."""
    if state.programme.state is not ProgrammeState.OPEN or not recipients:
        return ()
    rows = session.scalars(
        select(RecipientRecord.name)
        .join(AwardRecord, AwardRecord.recipient_id == RecipientRecord.id)
        .join(RequisitionRecord, RequisitionRecord.award_id == AwardRecord.id)
        .where(
            AwardRecord.programme_id == state.programme.id,
            AwardRecord.recipient_id.in_(recipients),
            RequisitionRecord.state.in_(CHECKED_LIVE),
        )
        .order_by(RecipientRecord.name_key)
    )
    return tuple(rows)

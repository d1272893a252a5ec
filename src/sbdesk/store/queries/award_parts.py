"""What a recipient may get of each component, and whose amount each line of the case is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey, ShareKey, component_of
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OperationRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord

Line = tuple[int | None, int | None, int]
"""Component, operation and öre, as requisition and decision lines are kept."""


@dataclass(frozen=True, slots=True)
class Share:
    """One allotted share: the operation it is for (an RSS, a register) where there is one; öre or None."""

    allotted_ore: int | None
    operation: str
    operation_short: str
    units: int | None = None
    operation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """All that a recipient may get of a component; ``allotted_ore`` None: a share is not yet decided.

    One amount is requested and granted for a part; ``shares`` are what it is made of, one or many. Where the
    amounts of a component stand ``apart``, each share is a part of its own.
    """

    component_id: int
    code: str
    label: str
    shares: tuple[Share, ...]
    apart: bool = False

    @property
    def key(self) -> AmountKey:
        """Whose amount it is."""
        operation_id = self.operation_id
        return ShareKey(self.component_id, operation_id) if self.apart and operation_id else self.component_id

    @property
    def operation_id(self) -> int | None:
        """The operation, where the part is for a single one."""
        return self.shares[0].operation_id if len(self.shares) == 1 else None

    @property
    def name(self) -> str:
        """What an officer knows the amount by: the component, or the operation where it stands apart."""
        return self.operation if self.apart else self.label

    @property
    def allotted_ore(self) -> int | None:
        """The sum of the shares, in öre."""
        known = [share.allotted_ore for share in self.shares if share.allotted_ore is not None]
        return sum(known) if len(known) == len(self.shares) else None

    @property
    def operation(self) -> str:
        """The operations by name."""
        return ", ".join(share.operation for share in self.shares if share.operation)

    @property
    def units(self) -> int | None:
        """How many units the shares count together; None where they are not counted in units."""
        counted = [share.units for share in self.shares if share.units is not None]
        return sum(counted) if counted else None

    def amount_in(self, lines: Mapping[AmountKey, int]) -> int:
        """The part's öre; the whole component's where its amounts do not stand apart."""
        if self.apart:
            return lines.get(self.key, 0)
        return sum(ore for key, ore in lines.items() if component_of(key) == self.component_id)


def parts_of(session: Session, award: AwardRecord) -> list[Part]:
    """The components in which the recipient has a share, in the programme's order.

    Several operations of one component stand apart (two RSS of one principal). Registers do not: they are
    the units that one amount is counted from.
    """
    amount = func.coalesce(AllotmentRecord.decided_ore, AllotmentRecord.computed_ore)
    rows = session.execute(
        select(ComponentRecord, amount, OperationRecord, AllotmentRecord.units)
        .join(AllotmentRecord, AllotmentRecord.component_id == ComponentRecord.id)
        .join(OperationRecord, OperationRecord.id == AllotmentRecord.operation_id, isouter=True)
        .where(
            ComponentRecord.programme_id == award.programme_id,
            AllotmentRecord.recipient_id == award.recipient_id,
        )
        .order_by(ComponentRecord.id, AllotmentRecord.id)
    )
    shares: dict[ComponentRecord, list[Share]] = defaultdict(list)
    for component, ore, operation, units in rows:
        named = (operation.name, operation.code or "") if operation else ("", "")
        shares[component].append(Share(ore, *named, units, operation.id if operation else None))
    return [part for one, found in shares.items() for part in _of_component(one, tuple(found))]


def _of_component(component: ComponentRecord, shares: tuple[Share, ...]) -> list[Part]:
    whole = Part(component.id, component.code, component.label, shares)
    counted = component.method is AllotmentMethod.PER_UNIT
    counted = counted or component.operation_kind is OperationKind.REGISTRY
    if counted or len(shares) == 1 or any(share.operation_id is None for share in shares):
        return [whole]
    return [replace(whole, shares=(share,), apart=True) for share in shares]


def settle(parts: Iterable[Part], lines: Iterable[Line]) -> tuple[list[Part], dict[AmountKey, int]]:
    """The parts as the lines tell them apart, and the öre of each.

    A component with a line that names none of its shares has one amount: nobody has said whose it is.
    """
    parts, lines = list(parts), [line for line in lines if line[0] is not None]
    known = {(part.component_id, part.operation_id) for part in parts if part.apart}
    whole = {component for component, operation, _ in lines if (component, operation) not in known}
    made: list[Part] = []
    for part in parts:
        if not part.apart or part.component_id not in whole:
            made.append(part)
        elif made and made[-1].component_id == part.component_id:
            made[-1] = replace(made[-1], shares=(*made[-1].shares, *part.shares))
        else:
            made.append(replace(part, apart=False))
    keys = {part.key for part in made}
    sums: dict[AmountKey, int] = defaultdict(int)
    for component, operation, ore in lines:
        assert component is not None  # those without are left out above
        share = ShareKey(component, operation or 0)
        sums[share if share in keys else component] += ore
    return made, dict(sums)

"""Turns a table of shares (a decided list, registers with their regions, RSS principals) into a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import format_kronor
from sbdesk.domain.parties import OperationKind, RecipientKind
from sbdesk.domain.programme_vocabulary import AllotmentMethod, EligibleKind
from sbdesk.domain.sort_keys import name_key
from sbdesk.domain.table_rows import CellFault, RowState, TableRow
from sbdesk.services import parties
from sbdesk.services.allotments_planning import Planned, planned_now
from sbdesk.services.allotments_reading import ComponentState
from sbdesk.services.allotments_rows import TableResultRow
from sbdesk.services.allotments_shape import KIND_WORDS
from sbdesk.services.small_tables import OpenTable
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OperationRecord, RecipientRecord

_KINDS = {
    EligibleKind.REGION: RecipientKind.REGION,
    EligibleKind.MUNICIPALITY: RecipientKind.MUNICIPALITY,
    EligibleKind.MUNICIPAL_ASSOCIATION: RecipientKind.MUNICIPAL_ASSOCIATION,
    EligibleKind.ASSOCIATION: RecipientKind.ASSOCIATION,
    EligibleKind.RSS_PRINCIPAL: RecipientKind.OTHER,
}

Found: TypeAlias = tuple[RecipientRecord, OperationRecord | None]


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How each row ended, and the component as the table wants it (empty when a row is refused)."""

    rows: tuple[TableResultRow, ...]
    plan: tuple[Planned, ...]


def plan_table(
    session: Session,
    work: Workplace,
    state: ComponentState,
    table: OpenTable,
    source: str,
    operation_kind: OperationKind | None,
) -> TablePlan:
    """The whole component as the table has it: what the table lacks goes, columns it lacks stay as they are.

    Recipients and operations that are new are made in the caller's transaction; see :mod:`rehearsals`.
    """
    finder = _Finder(session, work, state, operation_kind)
    results: list[TableResultRow] = []
    planned: dict[tuple[int, int | None], Planned] = {}
    for row in table.rows():
        if row.state in (RowState.SUM, RowState.REFUSED):
            results.append(_result(row, row.faults))
            continue
        found, faults = finder.find(row)
        if found is None:
            results.append(_result(row, faults))
            continue
        one = _planned(state, table, row, found, source)
        planned[found[0].id, found[1].id if found[1] else None] = one
        results.append(_result(row, _lacks(state, row, one), one))
    if not planned and not any(one.faults for one in results):
        raise UserFacingError(
            "Tabellen har inga ifyllda rader.",
            "Inget är inläst.",
            "Kontrollera tabellen och läs in den igen.",
        )
    refused = any(one.state is RowState.REFUSED for one in results)
    return TablePlan(tuple(results), () if refused else (*planned.values(), *_gone(state, planned)))


def _gone(state: ComponentState, planned: Mapping[tuple[int, int | None], Planned]) -> list[Planned]:
    kept = {one.record.id for one in planned.values() if one.record is not None}
    now = planned_now(state)
    return [
        Planned(one.recipient, one.operation, one.record, remove=True)
        for one in now
        if one.record is not None and one.record.id not in kept
    ]


def _planned(state: ComponentState, table: OpenTable, row: TableRow, found: Found, source: str) -> Planned:
    recipient, operation = found
    has, key = table.layout.columns, (recipient.id, operation.id if operation else None)
    record = next((one for one, _, _ in state.shares if (one.recipient_id, one.operation_id) == key), None)
    units = row.number_of("units") if "units" in has else (record.units if record else None)
    if (
        units is None
        and "units" not in has
        and operation
        and state.division.method is AllotmentMethod.PER_UNIT
    ):
        units = 1
    amount, why, fact = (
        (record.decided_ore, record.decided_source, record.decided_fact_id) if record else (None, None, None)
    )
    if "amount" in has and row.number_of("amount") != amount:
        amount = row.number_of("amount")
        why, fact = (None, None) if amount is None else (source.strip(), None)
    return Planned(
        recipient,
        operation,
        record,
        units,
        row.number_of("weight") if "weight" in has else (record.weight if record else None),
        record.computed_ore if record else None,
        amount,
        why,
        fact,
    )


def _lacks(state: ComponentState, row: TableRow, one: Planned) -> list[CellFault]:
    """What the component's method needs and the row does not have."""
    if one.decided_ore is not None:
        return [] if one.fact_id or one.source else [row.fault("amount", "Beloppet saknar källa.")]
    if state.division.method is AllotmentMethod.PER_UNIT and one.units is None:
        return [row.fault("units", "Antal enheter saknas.")]
    if state.division.method is AllotmentMethod.POPULATION and one.weight is None:
        return [row.fault("weight", "Befolkning saknas.")]
    return []


def _result(row: TableRow, faults: Sequence[CellFault], one: Planned | None = None) -> TableResultRow:
    name, detail = row.text("recipient") or row.text("org_number"), row.text("operation")
    if one is not None:
        name = one.recipient.name
        told = [one.operation.name if one.operation else "", _numbers(one)]
        detail = ", ".join(part for part in told if part)
    state = RowState.REFUSED if faults else RowState.TAKEN if one is not None else row.state
    return TableResultRow(row.number, state, name, detail, tuple(faults))


def _numbers(one: Planned) -> str:
    if one.decided_ore is not None:
        return format_kronor(one.decided_ore)
    if one.units is not None:
        return f"{one.units} st"
    return "" if one.weight is None else f"befolkning {one.weight}"


class _Finder:
    """Finds or makes the recipient and the operation that a row names."""

    def __init__(
        self, session: Session, work: Workplace, state: ComponentState, kind: OperationKind | None
    ) -> None:
        self._session, self._work = session, work
        self._first_row: dict[tuple[int, int | None], int] = {}
        self._programme = state.programme
        kinds = {operation.kind for _, _, operation in state.shares if operation is not None}
        self._kind = kind or state.component.operation_kind or (kinds.pop() if len(kinds) == 1 else None)

    def find(self, row: TableRow) -> tuple[Found | None, list[CellFault]]:
        """Both, or the faults; the second row about the same share is one."""
        try:
            recipient = self._recipient(row)
            operation = self._operation(row, recipient)
            key = (recipient.id, operation.id if operation else None)
            former = self._first_row.setdefault(key, row.number)
            if former != row.number:
                raise _RowError("recipient", f"{recipient.name} finns redan på rad {former}.")
        except _RowError as fault:
            return None, [row.fault(fault.key, fault.reason)]
        except UserFacingError as refused:
            return None, [CellFault("", refused.what)]
        return (recipient, operation), []

    def _recipient(self, row: TableRow) -> RecipientRecord:
        name, number = row.text("recipient"), row.text("org_number")
        named = self._named(name) if name else []
        if not number:
            if len(named) == 1:
                return named[0]
            why = "finns flera gånger" if named else "finns inte bland mottagarna"
            raise _RowError("recipient", f"{name} {why}. Fyll i organisationsnumret.")
        known = parties.recipient_with(self._session, number)
        if known is not None:
            if name and name_key(name) != known.name_key:
                raise _RowError("org_number", f"Numret hör till {known.name}, inte {name}.")
            return known
        if named:
            raise _RowError("org_number", f"{named[0].name} har ett annat organisationsnummer.")
        kind = KIND_WORDS.get(row.text("kind"), _KINDS[self._programme.recipient_kind])
        if not name:
            raise _RowError("org_number", "Ingen mottagare har numret. Fyll i mottagarens namn.")
        return parties.ensure_recipient(self._session, self._work, number, name, kind)

    def _named(self, name: str) -> list[RecipientRecord]:
        record = RecipientRecord
        return list(self._session.scalars(select(record).where(record.name_key == name_key(name))))

    def _operation(self, row: TableRow, recipient: RecipientRecord) -> OperationRecord | None:
        name = row.text("operation")
        if not name:
            return None
        if self._kind is None:
            raise _RowError("operation", "Välj vad verksamheterna är.")
        known = [
            one
            for one in self._session.scalars(
                select(OperationRecord).where(OperationRecord.kind == self._kind)
            )
            if name_key(name) in (name_key(one.name), name_key(one.code))
        ]
        code, called = (known[0].code, known[0].name) if known else (name, name)
        new_year = date(self._programme.budget_year, 1, 1)
        return parties.ensure_operation(
            self._session, self._work, self._kind, code, called, recipient.id, new_year
        )


class _RowError(Exception):
    """A value of the row that cannot be used."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key, self.reason = key, reason

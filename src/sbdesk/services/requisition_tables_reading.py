"""Takes a table's rows in one by one through the form's own door and tells how each ends."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.progress import Progress
from sbdesk.domain.requisition import NOT_LIVE, Channel
from sbdesk.domain.sort_keys import name_key
from sbdesk.domain.table_rows import CellFault, RowState, TableRow
from sbdesk.services import requisition_checks
from sbdesk.services.cases import case_of
from sbdesk.services.requisition_inputs import AccountInput, RequisitionInput
from sbdesk.services.requisition_receiving import take_in
from sbdesk.services.requisition_tables_rows import EntryResult, EntryRow
from sbdesk.services.requisition_tables_shape import ACCOUNT_KINDS, CHANNELS, part_key
from sbdesk.services.small_tables import OpenTable
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.award_parts import Part, parts_of
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord, RequisitionRevisionRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import ProgrammeRecord


class _RowError(Exception):
    """Why a row cannot be taken, with its cell."""

    def __init__(self, fault: CellFault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


class EntryTable:
    """The rows of one table, for one programme, in the caller's transaction."""

    def __init__(self, session: Session, work: Workplace, programme_id: int) -> None:
        self._session, self._work = session, work
        self._title = session.get_one(ProgrammeRecord, programme_id).short_title
        rows = session.execute(
            select(AwardRecord, RecipientRecord)
            .join(RecipientRecord, RecipientRecord.id == AwardRecord.recipient_id)
            .where(AwardRecord.programme_id == programme_id)
        ).all()
        self._by_number = {recipient.org_number: (award, recipient) for award, recipient in rows}
        self._by_name: dict[str, list[tuple[AwardRecord, RecipientRecord]]] = {}
        for award, recipient in rows:
            self._by_name.setdefault(recipient.name_key, []).append((award, recipient))
        self._first_row: dict[int, int] = {}

    def take_all(self, table: OpenTable, progress: Progress) -> list[EntryRow]:
        """Take every row in; a faulty one leaves no trace. Raises F11 for a missing column, Cancelled."""
        rows = table.rows()
        made = []
        for done, row in enumerate(rows, 1):
            progress.raise_if_cancelled()
            progress.step(done, len(rows), f"Kontrollerar rad {done} av {len(rows)}")
            made.append(self._take(row))
        return made

    def _take(self, row: TableRow) -> EntryRow:
        if row.state in (RowState.UNFILLED, RowState.SUM):
            detail = "Summarad" if row.state is RowState.SUM else ""
            return EntryRow(row.number, EntryResult.LEFT, _name(row), None, None, detail)
        if row.faults:
            return _refused(row, row.faults)
        try:
            award, recipient = self._award(row)
            return self._register(row, award, recipient)
        except _RowError as refused:
            return _refused(row, (refused.fault,))
        except UserFacingError as refused:
            return _refused(row, (CellFault(_account_cell(row, refused), refused.what),))

    def _register(self, row: TableRow, award: AwardRecord, recipient: RecipientRecord) -> EntryRow:
        given = _input(row, parts_of(self._session, award))
        if self._already(award, given):
            return _told(row, EntryResult.ALREADY, recipient, given, "")
        with self._session.begin_nested():
            take_in(self._session, self._work, award.id, given)
        case = case_of(self._session, self._work, award.id)
        checks = [
            check
            for check in requisition_checks.rows_of(case.outcomes, case.reasons)
            if check.level in ("stop", "deviation")
        ]
        result = EntryResult.DEVIATES if checks else EntryResult.REGISTERED
        if any(check.level == "stop" for check in checks):
            result = EntryResult.STOPS
        detail = " · ".join(f"{check.word}: {check.title}. {check.text}" for check in checks)
        return _told(row, result, recipient, given, detail)

    def _award(self, row: TableRow) -> tuple[AwardRecord, RecipientRecord]:
        number, name = row.text("org_number"), row.text("recipient")
        named = self._by_name.get(name_key(name), []) if name else []
        found = self._by_number.get(number) if number else (named[0] if len(named) == 1 else None)
        if found is None:
            key = "org_number" if number else "recipient"
            who = name or f"{number[:6]}-{number[6:]}"
            why = "finns flera gånger i" if len(named) > 1 else "finns inte i fördelningen för"
            raise _RowError(row.fault(key, f"{who} {why} {self._title}."))
        award, recipient = found
        if name and name_key(name) != recipient.name_key:
            raise _RowError(row.fault("org_number", f"Numret hör till {recipient.name}, inte {name}."))
        former = self._first_row.setdefault(award.id, row.number)
        if former != row.number:
            raise _RowError(row.fault("recipient", f"{recipient.name} finns redan på rad {former}."))
        return award, recipient

    def _already(self, award: AwardRecord, given: RequisitionInput) -> bool:
        """Whether the very same requisition is registered, so that a table can be read in again."""
        requisition = RequisitionRecord
        there = self._session.execute(
            select(requisition.received_on, RequisitionRevisionRecord.requested_ore)
            .join(RequisitionRevisionRecord, RequisitionRevisionRecord.requisition_id == requisition.id)
            .where(requisition.award_id == award.id, requisition.state.not_in(NOT_LIVE))
            .order_by(RequisitionRevisionRecord.revision)
        ).first()
        return there is not None and tuple(there) == (given.received_on, given.total_ore)


def _input(row: TableRow, parts: list[Part]) -> RequisitionInput:
    received = row.day("received_on")
    assert received is not None  # the column is required, and the row has no faults
    return RequisitionInput(
        received_on=received,
        channel=CHANNELS.get(row.text("channel"), Channel.PORTAL),
        amounts=_apart(parts, _amounts(row, parts)),
        requested_ore=row.number_of("total"),
        account=_account(row),
        payment_reference=row.text("reference"),
        contact_name=row.text("contact_name"),
        contact_email=row.text("contact_email"),
        portal_checked=row.flag("portal_checked"),
        case_number=row.text("case_number"),
    )


def _apart(parts: list[Part], amounts: Mapping[int, Ore]) -> dict[AmountKey, Ore]:
    """Just what is allotted is so share by share; of any other amount nobody has said whose it is."""
    made: dict[AmountKey, Ore] = {}
    for component, amount in amounts.items():
        keys: list[AmountKey] = [part.key for part in parts if part.component_id == component]
        ceilings = [part.allotted_ore for part in parts if part.component_id == component]
        known = [ceiling for ceiling in ceilings if ceiling is not None]
        whole = len(known) == len(ceilings) and sum(known) == amount
        made |= dict(zip(keys, known, strict=True)) if whole else {component: amount}
    return made


def _amounts(row: TableRow, parts: list[Part]) -> Mapping[int, Ore]:
    """Öre per component: as given, or the whole where it is the only one or just what is allotted."""
    ceilings: dict[int, Ore | None] = {}
    for part in parts:
        former = ceilings.get(part.component_id, 0)
        amount = part.allotted_ore
        ceilings[part.component_id] = None if former is None or amount is None else former + amount
    given = {key: row.number_of(part_key(key)) for key in ceilings}
    named = {key: amount for key, amount in given.items() if amount is not None}
    total = row.number_of("total")
    if named or total is None:
        return named
    if len(ceilings) == 1:
        return dict.fromkeys(ceilings, total)
    known = {key: amount for key, amount in ceilings.items() if amount is not None}
    if len(known) == len(ceilings) and sum(known.values()) == total:
        return known
    raise _RowError(
        row.fault(
            "total", f"{format_kronor(total)} är inte fördelat på delarna. Fyll i ett belopp för varje del."
        )
    )


def _account(row: TableRow) -> AccountInput | None:
    number, word = row.text("account_number"), row.text("account_kind")
    if not number:
        return None
    if not word:
        raise _RowError(row.fault("account_kind", "Kontotyp saknas."))
    kind, clearing = ACCOUNT_KINDS[word], row.text("clearing")
    if kind is AccountKind.BANK_ACCOUNT and not clearing and "," in number:
        clearing, _, number = number.partition(",")
    return AccountInput(kind, number.strip(), clearing.strip() or None, row.flag("compared"))


def _account_cell(row: TableRow, refused: UserFacingError) -> str:
    of_account = refused.code in ("account_failed", "account_unknown")
    return row.fault("account_number", "").cell if of_account else ""


def _name(row: TableRow) -> str:
    number = row.text("org_number")
    return row.text("recipient") or (f"{number[:6]}-{number[6:]}" if number else "")


def _refused(row: TableRow, faults: tuple[CellFault, ...]) -> EntryRow:
    detail = " ".join(str(fault) for fault in faults)
    return EntryRow(
        row.number, EntryResult.REFUSED, _name(row), row.day("received_on"), row.number_of("total"), detail
    )


def _told(
    row: TableRow, result: EntryResult, recipient: RecipientRecord, given: RequisitionInput, detail: str
) -> EntryRow:
    return EntryRow(row.number, result, recipient.name, given.received_on, given.total_ore, detail)

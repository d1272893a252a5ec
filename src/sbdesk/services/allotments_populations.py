"""Loads how many people live where, with the table's id and day, and weighs shares by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.sort_keys import name_key
from sbdesk.domain.table_rows import RowState, TableRow
from sbdesk.domain.table_shape import CellKind, TableColumn, TableShape
from sbdesk.services.allotments_planning import Planned
from sbdesk.services.allotments_rows import PopulationLoad, TableResultRow
from sbdesk.services.small_tables import OpenTable
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.populations import PopulationRecord

POPULATION_SHAPE = TableShape(
    (
        TableColumn(
            "area",
            "Område",
            words=("Region", "Län", "Kommun", "Sjukvårdsregion", "Samverkansregion", "Namn"),
            required=True,
            identity=True,
            width=34,
            note="Namnet som mottagaren eller verksamheten har i fördelningen.",
        ),
        TableColumn(
            "value",
            "Befolkning",
            CellKind.COUNT,
            words=("Folkmängd", "Invånare", "Antal", "Antal invånare", "Totalt"),
            required=True,
            note="Antal invånare på dagen.",
        ),
    )
)
_NOTHING = "Inget är inläst."


def refuse_faulty_source(given: PopulationLoad, today: date) -> None:
    """Raise when the table has no id, or a day lies in the future."""
    if not given.table_id.strip():
        raise UserFacingError(
            "Tabellens beteckning saknas.", _NOTHING, "Skriv vilken tabell befolkningen kommer från."
        )
    for day in (given.on, given.fetched_on):
        if day > today:
            raise UserFacingError(
                f"Dagen {day.isoformat()} har inte varit än.", _NOTHING, "Rätta dagen och försök igen."
            )


def check_population(
    session: Session, table: OpenTable, given: PopulationLoad
) -> tuple[list[TableResultRow], dict[str, tuple[str, int]]]:
    """How each row ended, and area and number by the area's sort key."""
    known = _known(session, given)
    results: list[TableResultRow] = []
    found: dict[str, tuple[str, int]] = {}
    for row in table.rows():
        area, value = row.text("area"), row.number_of("value")
        if row.state is not RowState.TAKEN or value is None:
            results.append(TableResultRow(row.number, row.state, area, "", row.faults))
        elif name_key(area) in found:
            fault = row.fault("area", f"{area} finns två gånger i tabellen.")
            results.append(TableResultRow(row.number, RowState.REFUSED, area, str(value), (fault,)))
        else:
            found[name_key(area)] = (area, value)
            results.append(TableResultRow(row.number, row.state, area, _told(row, known, value)))
    return results, found


def _told(row: TableRow, known: dict[str, PopulationRecord], value: int) -> str:
    there = known.get(name_key(row.text("area")))
    if there is None:
        return f"{value}, ny"
    return f"{value}, oförändrad" if there.value == value else f"{there.value} → {value}"


def keep_population(
    session: Session, work: Workplace, found: dict[str, tuple[str, int]], given: PopulationLoad
) -> int:
    """Write the numbers; the number of areas that are new or have another number than before."""
    known = _known(session, given)
    changed: list[list[str | int | None]] = []
    for key, (area, value) in found.items():
        record = known.get(key)
        if record is not None and record.value == value:
            continue
        changed.append([area, record.value if record else None, value])
        if record is None:
            record = PopulationRecord(area_key=key, on=given.on, table_id=given.table_id.strip())
            session.add(record)
        record.area, record.value = area, value
        record.fetched_on, record.entered_by = given.fetched_on, work.officer_id
    session.flush()
    work.record(
        session,
        "load_population",
        ("population", 0),
        after={
            "table": given.table_id.strip(),
            "on": given.on.isoformat(),
            "fetched_on": given.fetched_on.isoformat(),
            "areas": len(found),
            "changed": changed,
        },
    )
    return len(changed)


def weighed(
    session: Session, plan: Sequence[Planned], table_id: str, on: date
) -> tuple[list[Planned], list[str]]:
    """The plan with the population of each share's area, and the shares that the table lacks.

    A share's area is its operation's area, name or code, else its recipient's name.
    """
    given = PopulationLoad(table_id, on, on)
    values = {key: record.value for key, record in _known(session, given).items()}
    made, missing = [], []
    for one in plan:
        operation = one.operation
        names = [operation.area or "", operation.name, operation.code] if operation else []
        keys = [name_key(name) for name in (*names, one.recipient.name) if name]
        value = next((values[key] for key in keys if key in values), None)
        if value is None:
            missing.append(operation.name if operation else one.recipient.name)
        made.append(one if value is None else replace(one, weight=value))
    return made, missing


def _known(session: Session, given: PopulationLoad) -> dict[str, PopulationRecord]:
    record = PopulationRecord
    rows = session.scalars(
        select(record).where(record.table_id == given.table_id.strip(), record.on == given.on)
    )
    return {one.area_key: one for one in rows}

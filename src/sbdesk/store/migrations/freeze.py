"""Writes today's tables as plain SQL, to start a new step from or to compare with."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Dialect, ForeignKeyConstraint, Table
from sqlalchemy.engine import make_url
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable, ExecutableDDLElement

from sbdesk.store import records
from sbdesk.store.base import Base

DIALECTS: dict[str, Dialect] = {
    address.partition("+")[0]: make_url(f"{address}://").get_dialect()()
    for address in ("sqlite", "postgresql+psycopg")
}


def tables_as_sql(dialect: str) -> str:
    """CREATE statements of every table and index, by name, each ended by ``;`` and an empty line.

    Tables refer to each other in circles: SQLite takes that as it stands, PostgreSQL gets references last.
    """
    assert records.__all__
    tables = [Base.metadata.tables[name] for name in sorted(Base.metadata.tables)]
    statements = [*_tables(tables, inline=dialect == "sqlite"), *_indexes(tables)]
    if dialect != "sqlite":
        statements += _references(tables)
    compiled = (str(statement.compile(dialect=DIALECTS[dialect])) for statement in statements)
    return "".join(f"{_tidy(text)};\n\n" for text in compiled)


def _tables(tables: list[Table], *, inline: bool) -> Iterator[ExecutableDDLElement]:
    for table in tables:
        yield CreateTable(table) if inline else CreateTable(table, include_foreign_key_constraints=[])


def _indexes(tables: list[Table]) -> Iterator[ExecutableDDLElement]:
    for table in tables:
        yield from (CreateIndex(index) for index in sorted(table.indexes, key=lambda index: str(index.name)))


def _references(tables: list[Table]) -> Iterator[ExecutableDDLElement]:
    for table in tables:
        found = [it for it in table.constraints if isinstance(it, ForeignKeyConstraint)]
        for reference in sorted(found, key=lambda it: tuple(it.column_keys)):
            # Isolated, it would be left out of the table's own CREATE from then on, for both databases.
            yield AddConstraint(reference, isolate_from_table=False)


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def main(folder: Path) -> None:
    """Write ``0001_first.<dialect>.sql`` into ``folder``."""
    for dialect in DIALECTS:
        (folder / f"0001_first.{dialect}.sql").write_text(tables_as_sql(dialect), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "versions")

"""Writes today's tables as plain SQL, to start a new step from or to compare with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, create_mock_engine

from sbdesk.store import records
from sbdesk.store.base import Base

ADDRESSES = {"sqlite": "sqlite://", "postgresql": "postgresql+psycopg://"}


def tables_as_sql(dialect: str) -> str:
    """CREATE statements of every table and index, each ended by ``;`` and an empty line."""
    assert records.__all__
    made: list[str] = []

    def keep(statement: Any, *_args: object, **_kwargs: object) -> None:
        text = str(statement.compile(dialect=engine.dialect))
        made.append("\n".join(line.rstrip() for line in text.strip().splitlines()))

    engine = create_mock_engine(ADDRESSES[dialect], keep)
    # Making tables marks the constraints it has split off: a copy keeps one dialect's marks from the other.
    copy = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.tables.values():
        table.to_metadata(copy)
    copy.create_all(engine, checkfirst=False)
    return "".join(f"{statement};\n\n" for statement in made)


def main(folder: Path) -> None:
    """Write ``0001_first.<dialect>.sql`` into ``folder``."""
    for dialect in ADDRESSES:
        (folder / f"0001_first.{dialect}.sql").write_text(tables_as_sql(dialect), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "versions")

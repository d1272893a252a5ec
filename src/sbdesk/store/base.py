"""The column types that both databases keep the same way, and the rules every table follows."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from sbdesk.domain import ore

AnyEnum = TypeVar("AnyEnum", bound=Enum)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Root of all records."""

    metadata = MetaData(naming_convention=NAMING)


class Id(TypeDecorator[int]):
    """A row's number: INTEGER on SQLite (so that it is the rowid), BIGINT on PostgreSQL."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """STRICT SQLite knows no BIGINT."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())


class Ore(TypeDecorator[int]):
    """Whole öre, ±10**15; refuses everything but ``int`` (also ``bool`` and ``float``)."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """STRICT SQLite knows no BIGINT."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        """Raise TypeError for anything that is not whole öre within the limit."""
        if value is not None and (type(value) is not int or abs(value) > ore.LIMIT):
            raise TypeError(f"not whole öre: {value!r}")
        return value


class Day(TypeDecorator[date]):
    """A calendar day: ISO text on SQLite, DATE on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """STRICT SQLite knows no DATE."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Refuse instants, which would lose their hour silently."""
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            raise TypeError(f"not a day: {value!r}")
        return value.isoformat() if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """The day as :class:`datetime.date`."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class Instant(TypeDecorator[datetime]):
    """A point in time in UTC: ISO text with microseconds on SQLite, TIMESTAMPTZ on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """STRICT SQLite knows no DATETIME."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse naive instants."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError(f"not aware: {value!r}")
        instant = value.astimezone(UTC)
        return instant.isoformat(timespec="microseconds") if dialect.name == "sqlite" else instant

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The instant in UTC."""
        if value is None:
            return None
        instant = datetime.fromisoformat(value) if isinstance(value, str) else value
        return instant.astimezone(UTC)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0 in both databases, so that hand-written SQL reads the same."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """Refuse what is not a bool."""
        if value is None:
            return None
        if not isinstance(value, bool):
            raise TypeError(f"not a flag: {value!r}")
        return int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """1 is True."""
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """Canonical JSON text: sorted keys, no spaces, so that equal content gives equal text and hash."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Plain data to text; ValueError for NaN, TypeError for what JSON lacks."""
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Text to plain data."""
        return None if value is None else json.loads(value)


class Choice(TypeDecorator[Any]):
    """An enum stored by value (text or whole number) with a CHECK over its values."""

    impl = Text
    cache_ok = True

    def __init__(self, enum: type[Enum]) -> None:
        super().__init__()
        self.enum = enum
        self.whole = all(isinstance(member.value, int) for member in enum)

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Whole numbers as INTEGER, all else as TEXT."""
        return dialect.type_descriptor(Integer() if self.whole else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """ValueError for a value that the enum lacks."""
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The enum member, never its bare text."""
        return None if value is None else self.enum(value)


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces; raises for NaN and unknown types."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def primary_key() -> MappedColumn[int]:
    """The row's own number."""
    return mapped_column(Id, primary_key=True, autoincrement=True)


def version_column() -> MappedColumn[int]:
    """The counter that makes a stale write fail; name it in ``__mapper_args__`` as version_id_col."""
    return mapped_column(Integer, nullable=False)


def bytes_column() -> MappedColumn[Any]:
    """Raw bytes; required or not follows from the ``Mapped`` annotation."""
    return mapped_column(LargeBinary)


def _value_check(table: Table, name: str, kind: TypeEngine[Any]) -> str | None:
    if isinstance(kind, Ore):
        return f"{name} BETWEEN -{ore.LIMIT} AND {ore.LIMIT}"
    if isinstance(kind, Flag):
        return f"{name} IN (0, 1)"
    if isinstance(kind, Choice):
        values = [member.value for member in kind.enum]
        listed = ", ".join(str(value) if kind.whole else f"'{value}'" for value in values)
        return f"{name} IN ({listed})"
    return None


def finish_tables(metadata: MetaData) -> None:
    """Give every table STRICT and every typed column its CHECK; called once when all records are known."""
    for table in metadata.tables.values():
        table.dialect_options["sqlite"]["strict"] = True
        for column in table.columns:
            rule = _value_check(table, column.name, column.type)
            if rule is not None:
                table.append_constraint(CheckConstraint(rule, name=f"{column.name}_value"))


def reference(target: str, *, index: bool = False) -> MappedColumn[Any]:
    """A foreign key to ``table.id``; required or not follows from the ``Mapped`` annotation."""
    return mapped_column(Id, ForeignKey(f"{target}.id"), index=index)

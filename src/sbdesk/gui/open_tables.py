"""Turns a table that has been read into what the window shows of it, for every page that takes tables in."""

from __future__ import annotations

from sbdesk.gui.shown import TableShown
from sbdesk.services.small_tables import OpenTable


def shown_table(table: OpenTable) -> TableShown:
    """The table's head, and what its columns hold."""
    indexes = range(table.columns)
    return TableShown(
        source=table.file_name,
        sheets=table.sheets,
        sheet=table.sheet,
        titles=tuple(table.column_title(index) for index in indexes),
        head=table.head(),
        choices=tuple((column.key, column.title) for column in table.shape.columns),
        holds=tuple(table.layout.key_at(index) for index in indexes),
    )


def with_choice(table: OpenTable, index: int, key: str) -> OpenTable:
    """The table with another meaning for a column; an empty key: it is not read."""
    former = table.layout.key_at(index)
    if key:
        return table.with_column(key, index)
    return table.with_column(former, None) if former else table

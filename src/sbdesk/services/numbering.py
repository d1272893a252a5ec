"""Gapless numbers for what leaves the house."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.store.records.invoices import NumberSeriesRecord


def take_number(session: Session, code: str, year: int) -> str:
    """The next ``CODE-YEAR-NNN``, taken in the caller's transaction: undone with it, so there are no gaps."""
    series = session.scalar(
        select(NumberSeriesRecord).where(NumberSeriesRecord.code == code, NumberSeriesRecord.year == year)
    )
    if series is None:
        series = NumberSeriesRecord(code=code, year=year, next_number=1)
        session.add(series)
    number = series.next_number
    series.next_number = number + 1
    session.flush()
    return f"{code}-{year}-{number:03d}"

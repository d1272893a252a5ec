"""How many people live in an area on a day, as an officer has loaded it from a statistical table."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sbdesk.store.base import Base, Day, primary_key, reference, version_column


class PopulationRecord(Base):
    """One area's number in one published table; a corrected table replaces it, with an event."""

    __tablename__ = "population"
    __table_args__ = (
        UniqueConstraint("area_key", "on_day", "table_id"),
        CheckConstraint("value >= 0", name="not_negative"),
    )

    id: Mapped[int] = primary_key()
    version: Mapped[int] = version_column()
    area: Mapped[str] = mapped_column(Text)
    area_key: Mapped[str] = mapped_column(Text)
    on: Mapped[date] = mapped_column("on_day", Day)
    value: Mapped[int] = mapped_column(Integer)
    table_id: Mapped[str] = mapped_column(Text)
    fetched_on: Mapped[date] = mapped_column(Day)
    entered_by: Mapped[int] = reference("officer")

    __mapper_args__ = {"version_id_col": version}

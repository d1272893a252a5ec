"""Cases of the five programmes and what their letters say, as an officer would read them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from sqlalchemy import select

from sbdesk.domain.programme import FactStatus, ValueKind
from sbdesk.store.records.office import DocumentRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord
from support.requisition_case import CaseDriver

Make = Callable[[str], CaseDriver]


def text_of(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def draft(case: CaseDriver) -> str:
    return text_of(case.decisions.draft_letter(case.award))


def document(case: CaseDriver, document_id: int) -> DocumentRecord:
    with case.desk.store.reading() as session:
        found = session.get_one(DocumentRecord, document_id)
        session.expunge(found)
        return found


def component(case: CaseDriver) -> int:
    return case.components()[0]


def fact(case: CaseDriver, name: str, value: Any, status: FactStatus, **more: Any) -> None:
    """A newer revision of a fact, as the editor leaves it."""
    columns = {ValueKind.BOOL: "value_flag", ValueKind.TEXT: "value_text", ValueKind.DAY: "value_day"}
    with case.desk.store.writing() as session:
        former = session.scalars(
            select(ProgrammeFactRecord).where(
                ProgrammeFactRecord.name == name, ProgrammeFactRecord.programme_id == case.desk.programme
            )
        ).first()
        assert former is not None
        content = {} if value is None else {columns[former.value_kind]: value}
        session.add(
            ProgrammeFactRecord(
                programme_id=former.programme_id,
                name=name,
                revision=former.revision + 1,
                value_kind=former.value_kind,
                status=status,
                **content,
                **{"ordinal": 1, **more},
            )
        )

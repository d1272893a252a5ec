"""Numbers an invoice or a credit note, and gives it the reference that a payment names."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.identifiers import ocr_number
from sbdesk.services.numbering import take_number
from sbdesk.store.records.invoices import InvoiceRecord

NUMBER_SERIES = "F"
DUE_DAYS = 30
"""How long a recipient has to pay by default; the day moves on to a working day."""


def number_it(session: Session, record: InvoiceRecord, on: date) -> None:
    """Issued ``on``: the next number and its OCR, in the issuing transaction so that there are no gaps."""
    record.issued_on = on
    record.number = take_number(session, NUMBER_SERIES, on.year)
    record.ocr_number = ocr_number(int("".join(filter(str.isdigit, record.number))))

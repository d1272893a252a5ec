"""Numbers an invoice or a credit note, and gives it the reference that a payment names."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.identifiers import ocr_number
from sbdesk.services.numbering import take_number
from sbdesk.store.records.invoices import InvoiceRecord

NUMBER_SERIES = "F"


def number_it(session: Session, record: InvoiceRecord) -> None:
    """The next number of the series and its OCR, in the issuing transaction so that there are no gaps."""
    if record.issued_on is None:
        raise ValueError("an invoice is numbered on the day it is issued")
    record.number = take_number(session, NUMBER_SERIES, record.issued_on.year)
    record.ocr_number = ocr_number(int("".join(filter(str.isdigit, record.number))))

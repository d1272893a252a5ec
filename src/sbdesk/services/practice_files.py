"""Files that stand in for what comes from outside in practice: the region's extract, the signed page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from sbdesk.documents.blocks import Heading, Letter, Letterhead, Paragraph
from sbdesk.documents.render import render
from sbdesk.services.attestations import ReceivedFile, SecondPerson
from sbdesk.services.practice_ledger import AMOUNT_COLUMN, PracticeLedger

MARK = "ÖVNINGSDATA"


def write_extract(path: Path, ledger: PracticeLedger) -> Path:
    """Write the extract as a region's system would, amounts as numbers in kronor."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Huvudbok"
    for cells in ledger.sheet():
        row = list(cells)
        amount = row[AMOUNT_COLUMN] if len(row) > AMOUNT_COLUMN else None
        if isinstance(amount, int):
            row[AMOUNT_COLUMN] = Decimal(amount).scaleb(-2)
        sheet.append(row)
    for column, width in zip("ABCDEFGHIJK", (10, 8, 30, 10, 12, 12, 12, 26, 14, 40, 14), strict=True):
        sheet.column_dimensions[column].width = width
    book.save(path)
    return path


def signed_page(name: str, what: str, on: date) -> ReceivedFile:
    """A page that says where the scanned signature would be; different for each act."""
    blocks = (
        Heading(f"Här ligger den inskannade sidan med underskrift av {name}"),
        Paragraph(f"Det som är undertecknat: {what}."),
        Paragraph("Sidan är påhittad. Ingen har skrivit under något."),
    )
    return ReceivedFile(f"undertecknad-{on:%Y-%m-%d}.pdf", _page("Undertecknad sida", blocks, on))


def received_page(words: str, on: date) -> ReceivedFile:
    """A page that stands in for what a recipient has written."""
    blocks = (
        Heading("Här ligger mottagarens handling"),
        Paragraph(words),
        Paragraph("Sidan är påhittad. Ingen har skickat den."),
    )
    return ReceivedFile(f"inkommen-{on:%Y-%m-%d}.pdf", _page("Inkommen handling", blocks, on))


def _page(title: str, blocks: tuple[Heading | Paragraph, ...], on: date) -> bytes:
    letter = Letter(
        title=f"{MARK}: {title.lower()}",
        head=Letterhead(MARK, "", title, (("Datum", on.isoformat()),), ()),
        blocks=blocks,
        dated=on,
        author=MARK,
        running_title=f"{MARK}: {title.lower()}",
        footer=(MARK,),
        document_id=f"{MARK}-{on:%Y%m%d}",
        watermark=("ÖVNING",),
    )
    return render(letter)


def signature(officer_id: int, name: str, what: str, on: date) -> SecondPerson:
    """An invented signature on paper, registered in the practice data."""
    return SecondPerson(officer_id, on, signed_page(name, what, on))

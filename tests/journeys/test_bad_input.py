"""What an officer may get wrong or be sent: a Swedish sentence each time, and an untouched database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition import Channel
from sbdesk.services.ledger_imports_rows import ImportRequest
from sbdesk.services.practice_cases import PracticeCase
from sbdesk.services.practice_files import signature, write_extract
from sbdesk.services.practice_ledger import AMOUNT_COLUMN, practice_ledger
from sbdesk.services.practice_people import ANNA, PracticeOffice, make_office
from sbdesk.services.requisition_inputs import AccountInput, RequisitionInput
from sbdesk.store.base import Base

SKANE = "Region Skåne"
DAY = date(2026, 6, 12)
LATER = date(2027, 2, 3)
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@dataclass
class Desk:
    """The office, one region's case, and a workbook as it should be."""

    office: PracticeOffice
    case: PracticeCase
    folder: Path

    @property
    def book(self) -> Path:
        ledger = practice_ledger(2026, from_kronor(1_000_000))
        return write_extract(self.folder / f"{SKANE}.xlsx", ledger)

    def rows(self) -> dict[str, int]:
        """How many rows every table has, the events among them."""
        with self.office.opened.store.reading() as session:
            tables = Base.metadata.tables.values()
            return {it.name: session.scalar(select(func.count()).select_from(it)) or 0 for it in tables}

    def read_in(self, path: Path) -> None:
        """Look at the file and read it in as proposed."""
        imports = self.office.services.ledger_imports
        offer = imports.offer(imports.inspect(path), self.case.award_id)
        layout = offer.sheets[offer.proposed].layout
        imports.import_ledger(ImportRequest(path, self.case.award_id, layout))

    def requisition(self, kronor: int, bankgiro: str = "111-1111", day: date = DAY) -> None:
        """A requisition of this amount for each part."""
        service = self.office.services.requisitions
        parts = service.case(self.case.award_id).parts
        given = RequisitionInput(
            received_on=day,
            channel=Channel.PORTAL,
            amounts={part.component_id: from_kronor(kronor) for part in parts},
            account=AccountInput(AccountKind.BANKGIRO, bankgiro),
            contact_name="Eva Exempel",
            contact_email="eva.exempel@exempel.invalid",
            portal_checked=True,
            case_number="9.1-1001/2026",
        )
        service.receive(self.case.award_id, given)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = make_office(tmp_path / "desk.sbd")
    office.clock.set(DAY)
    yield Desk(office, PracticeCase(office, SKANE, "111-1111"), tmp_path)
    office.opened.close()


def refused(desk: Desk, act: Callable[[], object]) -> UserFacingError:
    """The refusal, which says what happened, that nothing is lost and what to do, and changes nothing."""
    before = desk.rows()
    with pytest.raises(UserFacingError) as caught:
        act()
    assert desk.rows() == before
    error = caught.value
    for sentence in (error.what, error.safe, error.todo):
        assert sentence.rstrip("”").endswith("."), str(error)
        assert sentence[0].isupper() or sentence[0] in "”0123456789", str(error)
    return error


def _pdf(desk: Desk) -> Path:
    path = desk.folder / "huvudbok.xlsx"
    path.write_bytes(b"%PDF-1.4\n1 0 obj\n")
    return path


def _truncated(desk: Desk) -> Path:
    content = desk.book.read_bytes()
    desk.book.write_bytes(content[: len(content) // 2])
    path = desk.folder / "halv.xlsx"
    path.write_bytes(content[: len(content) // 2])
    return path


def _encrypted(desk: Desk) -> Path:
    path = desk.folder / "kodad.xlsx"
    path.write_bytes(ENCRYPTED)
    return path


def _without_amounts(desk: Desk) -> Path:
    book = openpyxl.load_workbook(desk.book)
    book.worksheets[0].delete_cols(AMOUNT_COLUMN + 1)
    book.save(desk.folder / "utan.xlsx")
    return desk.folder / "utan.xlsx"


def _with_cell(desk: Desk, cell: str, value: str) -> Path:
    """The workbook with one cell of its first booked row written over."""
    book = openpyxl.load_workbook(desk.book)
    assert book.worksheets[0][cell].value is not None, "row 5 is the first booked row, below the headings"
    book.worksheets[0][cell] = value
    book.save(desk.folder / f"{cell}.xlsx")
    return desk.folder / f"{cell}.xlsx"


def _text_as_amount(desk: Desk) -> Path:
    return _with_cell(desk, "K5", "tolv kronor")


def _date_that_does_not_exist(desk: Desk) -> Path:
    return _with_cell(desk, "F5", "2026-02-30")


@pytest.mark.parametrize(
    "make", [_pdf, _truncated, _encrypted, _without_amounts, _text_as_amount, _date_that_does_not_exist]
)
def test_a_ledger_that_cannot_be_read_leaves_nothing(desk: Desk, make: Callable[[Desk], Path]) -> None:
    desk.case.paid(DAY)
    desk.office.clock.set(LATER)
    path = make(desk)
    refused(desk, lambda: desk.read_in(path))


def test_the_same_ledger_unharmed_is_read_in(desk: Desk) -> None:
    desk.case.paid(DAY)
    desk.office.clock.set(LATER)
    before = desk.rows()
    desk.read_in(desk.book)
    assert desk.rows() != before


def test_wrong_check_digits_are_named(desk: Desk) -> None:
    error = refused(desk, lambda: desk.requisition(1_000_000, "111-1112"))
    assert error.what == "Bankgiro 111-1112 har fel kontrollsiffra."


def test_more_than_is_allotted_cannot_be_proposed(desk: Desk) -> None:
    desk.requisition(9_000_000)
    office = desk.office
    case = office.services.requisitions.case(desk.case.award_id)
    amounts = {part.component_id: part.requested_ore or 0 for part in case.parts}
    award = desk.case.award_id
    refused(desk, lambda: office.services.decisions.propose(award, amounts, "Skäl.", office.karin))


def test_a_second_requisition_is_refused(desk: Desk) -> None:
    desk.requisition(1_000_000)
    refused(desk, lambda: desk.requisition(1_000_000))


def test_the_same_person_in_two_roles_is_refused(desk: Desk) -> None:
    desk.case.receive(DAY)
    desk.case.propose(DAY)
    office, award = desk.office, desk.case.award_id
    own = signature(office.anna, ANNA.name, "beslut", DAY)
    error = refused(desk, lambda: office.services.decisions.register_signed(award, own))
    assert error.code == "F13"
    assert error.what == "Anna Berg har berett ärendet och kan inte besluta i det."


def test_a_day_that_has_not_been_is_refused(desk: Desk) -> None:
    refused(desk, lambda: desk.requisition(1_000_000, day=date(2026, 12, 24)))

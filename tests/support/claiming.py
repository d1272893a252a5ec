"""Takes claims through their steps, and keeps desks brought to a place for many tests."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from sbdesk.domain.award import Balances
from sbdesk.domain.findings import Level
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import Ore, from_kronor
from sbdesk.domain.recovery import Interest, RecoveryPath
from sbdesk.services.clock import SetClock
from sbdesk.services.documents import DocumentsService
from sbdesk.services.hearings import AnswerInput
from sbdesk.services.incoming_payments import IncomingPaymentsService, PaymentInput
from sbdesk.services.invoices import InvoicesService
from sbdesk.services.invoices_rows import InvoiceRow
from sbdesk.services.recoveries import RecoveriesService
from sbdesk.store.queries.balances import award_sums
from sbdesk.store.unit_of_work import Store
from support.desk import OpenDesk, open_desk
from support.ledger import Row
from support.recovery import GRANTED, REVIEWED, ready_award

USED = from_kronor(1_900_000)


ROWS = (
    Row(from_kronor(1_500_000), "Löner", voucher="V-1"),
    Row(from_kronor(300_000), "Konsult", voucher="V-2", findings=(("L01", Level.DEVIATION),)),
    Row(from_kronor(100_000), "Resor", voucher="V-3"),
)


CLAIMED = from_kronor(41_200)


class Kept:
    """Desks made once for a module, each brought to a place by ``make`` and copied for every test."""

    def __init__(self, folder: Path, make: Mapping[str, Callable[[OpenDesk], object]]) -> None:
        self._folder, self._make = folder, make
        self._made: dict[str, OpenDesk] = {}

    def copy(self, name: str, place: Path) -> OpenDesk:
        """A desk at the place of that name, in a file and with a clock of its own."""
        if name not in self._made:
            desk = open_desk(self._folder / f"{name}.sbd")
            self._make[name](desk)
            desk.store.close()
            self._made[name] = desk
        kept = self._made[name]
        shutil.copyfile(self._folder / f"{name}.sbd", place)
        return replace(kept, store=Store.open(place, durable=False), clock=SetClock(kept.clock.today()))


@dataclass
class Claiming:
    """Takes one claim through its steps; days move the desk's clock."""

    desk: OpenDesk
    recovery_id: int

    @classmethod
    def create(cls, desk: OpenDesk, award_id: int, path: RecoveryPath = RecoveryPath.FULL) -> Claiming:
        made = RecoveriesService(desk.work).create(award_id, path).id
        assert made is not None
        return cls(desk, made)

    @property
    def service(self) -> RecoveriesService:
        return RecoveriesService(self.desk.work)

    def hear(self, sent: date = REVIEWED, answered: date = date(2027, 4, 28)) -> None:
        """Send the letter and register a final answer."""
        self.desk.clock.set(sent)
        self.service.write_hearing(self.recovery_id)
        self.service.mark_hearing_sent(self.recovery_id, sent, DispatchChannel.E_MAIL)
        self.desk.clock.set(answered)
        self.service.register_answer(
            self.recovery_id, AnswerInput(answered, "Regionen har inget att invända.", final=True)
        )

    def decide(self, on: date = date(2027, 5, 3)) -> int:
        """Propose and decide on the same day; the letter's document."""
        self.desk.clock.set(on)
        self.service.propose(self.recovery_id, self.desk.karin)
        page = f"%PDF-1.4 signed {self.recovery_id}".encode()
        made = self.service.register_signed(self.recovery_id, self.desk.signed_by(self.desk.karin, page)).id
        assert made is not None
        return made

    def send(self, on: date = date(2027, 5, 3)) -> None:
        """Mark the decision as sent and received the same day."""
        self.service.mark_decision_sent(self.recovery_id, on, DispatchChannel.E_MAIL)
        self.service.mark_decision_received(self.recovery_id, on)

    def invoice(self, on: date = date(2027, 6, 1), interest: Interest = Interest.NO) -> int:
        """Draft, issue and send after the time to appeal; the invoice's id."""
        self.desk.clock.set(on)
        invoices = InvoicesService(self.desk.work)
        made = invoices.draft(self.recovery_id).id
        assert made is not None
        self.service.set_interest(self.recovery_id, interest)
        invoices.issue(made)
        invoices.mark_sent(made, on, DispatchChannel.E_MAIL)
        return made

    def all_the_way(self) -> int:
        """Heard, decided, sent and invoiced; the invoice's id."""
        self.hear()
        self.decide()
        self.send()
        return self.invoice()


def text_of(desk: OpenDesk, document_id: int | None) -> str:
    assert document_id is not None
    pages = PdfReader(io.BytesIO(DocumentsService(desk.work).read(document_id).content)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split()).replace("\u00a0", " ")


def plain(words: object) -> str:
    return str(words).replace("\u00a0", " ")


def balances(desk: OpenDesk, award_id: int) -> Balances:
    with desk.store.reading() as session:
        return Balances(award_sums(session, award_id))


def decided(desk: OpenDesk, claimed: Ore = CLAIMED, recipient: str = "Region Uppsala") -> Claiming:
    """A decision on unused money, sent and received."""
    claim = Claiming.create(desk, ready_award(desk, GRANTED - claimed, recipient=recipient))
    claim.hear()
    claim.decide()
    claim.send()
    return claim


def row(desk: OpenDesk, invoice_id: int) -> InvoiceRow:
    return InvoicesService(desk.work).page(invoice_id)


def status(claim: Claiming) -> str:
    return plain(claim.service.page(claim.recovery_id).row.status.words)


def pay(desk: OpenDesk, amount: Ore, **given: str) -> str:
    """Register a payment today; the message."""
    values = {"entry_reference": f"{amount}-{given}", **given}
    return plain(
        IncomingPaymentsService(desk.work)
        .register(PaymentInput(desk.clock.today(), amount, **values))
        .message
    )

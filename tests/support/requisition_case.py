"""Brings a case of CSD 2026 to any stage, by the services alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sbdesk.domain.identifiers import AccountKind
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.programme import FactStatus, ValueKind
from sbdesk.domain.requisition import Channel
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.attestations import Act, ReceivedFile, SecondPerson, attest
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.payouts import Booking, PayoutsService
from sbdesk.services.requisition_inputs import AccountInput, RequisitionInput
from sbdesk.services.requisition_rows import CasePage
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.store.records.programmes import ProgrammeFactRecord
from support.desk import OpenDesk, decide_appeal

BOOKING = Booking("7710", "4:6 ap.1", "3100", "1412")
CLOSED_ON = date(2026, 7, 20)
"""After the last day to requisition."""
PAGE = ReceivedFile("handling.pdf", b"%PDF-1.4 handling")


class CaseDriver:
    """One award and the services, as Anna Berg uses them."""

    def __init__(self, desk: OpenDesk, recipient: str = "Region Skåne") -> None:
        self.desk = desk
        self.award = desk.award(recipient)
        self.requisitions = RequisitionsService(desk.work)
        self.decisions = DecisionsService(desk.work)
        self.payouts = PayoutsService(desk.work)

    def page(self) -> CasePage:
        return self.requisitions.case(self.award)

    def components(self) -> list[int]:
        return [part.component_id for part in self.page().parts]

    def given(self, **changes: Any) -> RequisitionInput:
        """A faultless requisition for everything allotted, received today through the portal."""
        parts = self.page().parts
        plain = RequisitionInput(
            received_on=self.desk.clock.today(),
            channel=Channel.PORTAL,
            amounts={part.component_id: part.allotted_ore or 0 for part in parts},
            account=AccountInput(AccountKind.BANKGIRO, "5050-1055"),
            payment_reference="CSD 2026",
            contact_name="Kim Kontakt",
            contact_email="kim@region.invalid",
            portal_checked=True,
            case_number="9.1-1001/2026",
        )
        return replace(plain, **changes)

    def signed(self, officer: int | None = None) -> SecondPerson:
        return self.desk.signed_by(officer or self.desk.karin)

    def receive(self, **changes: Any) -> int:
        made = self.requisitions.receive(self.award, self.given(**changes)).id
        assert made is not None
        return made

    def granted_in_full(self) -> dict[int, int]:
        return {part.component_id: part.allotted_ore or 0 for part in self.page().parts}

    def propose(self, **changes: Any) -> None:
        self.decisions.propose(
            self.award, self.granted_in_full(), **{"decider_id": self.desk.karin, **changes}
        )

    def decide(self) -> int:
        letter = self.decisions.register_signed(self.award, self.signed()).id
        assert letter is not None
        return letter

    def refuse(self) -> None:
        self.decisions.propose_refusal(self.award, "Rekvisitionen saknar underlag.", self.desk.karin)
        self.decide()

    def send_decision(self) -> None:
        self.decisions.mark_sent(self.award, self.desk.clock.today(), DispatchChannel.E_MAIL)

    def bring_to(self, stage: Stage) -> CaseDriver:
        """From the expected requisition to the stage; the field on appeal is decided on the way."""
        decide_appeal(self.desk)
        for step in _STEPS[stage]:
            step(self)
        assert self.page().stage is stage
        return self

    def ask_completion(self) -> None:
        due = self.desk.clock.today() + timedelta(days=14)
        self.requisitions.ask_completion(self.award, ["Kontaktpersonens e-postadress."], due)

    def withdraw(self) -> None:
        self.requisitions.withdraw(self.award, PAGE)

    def close(self) -> None:
        self.desk.clock.set(CLOSED_ON)
        self.requisitions.close_unrequested(self.award, "Regionen har avstått i e-post.")

    def hold(self) -> None:
        self.requisitions.hold(self.award, "inväntar regeringsbeslut", date(2026, 8, 1))

    def write_off(self) -> None:
        self.decisions.propose_write_off(self.award, "", self.desk.karin)
        self.decide()

    def permit_stop(self) -> None:
        """Let a second person sign that a payment may be stopped, before anything is decided."""
        self.answer_on_stops(attested=True)

    def answer_on_stops(self, *, attested: bool) -> None:
        """An officer's fact that a payment may be stopped; ``attested``: Karin Ek has signed it."""
        with self.desk.store.writing() as session:
            subject = Act("programme", self.desk.programme, "amend", self.desk.anna)
            signed = attest(session, self.desk.work, subject, self.signed()).id if attested else None
            session.add(
                ProgrammeFactRecord(
                    programme_id=self.desk.programme,
                    name="withhold",
                    ordinal=1,
                    revision=2,
                    value_kind=ValueKind.BOOL,
                    value_flag=True,
                    status=FactStatus.OFFICER,
                    reason="prov",
                    attestation_id=signed,
                )
            )

    def stop(self) -> None:
        self.payouts.stop(self.award, "grund för återbetalning utreds")

    def prepare(self) -> None:
        self.payouts.prepare(self.award, BOOKING)

    def approve(self) -> None:
        self.payouts.approve(self.award, self.signed())

    def confirm(self) -> None:
        self.payouts.confirm(self.award, self.desk.clock.today(), "OCR 4711")


_Step = Callable[[CaseDriver], object]
_GRANTED: list[_Step] = [
    CaseDriver.receive,
    CaseDriver.propose,
    CaseDriver.decide,
    CaseDriver.send_decision,
]
_STEPS: dict[Stage, list[_Step]] = {
    Stage.EXPECTED: [],
    Stage.CHECKING: [CaseDriver.receive],
    Stage.READY: [CaseDriver.receive, lambda case: case.requisitions.clear(case.award)],
    Stage.INCOMPLETE: [CaseDriver.receive, CaseDriver.ask_completion],
    Stage.PROPOSED: [CaseDriver.receive, CaseDriver.propose],
    Stage.GRANTED: _GRANTED,
    Stage.PAYOUT_PLANNED: [*_GRANTED, CaseDriver.prepare],
    Stage.PAYOUT_APPROVED: [*_GRANTED, CaseDriver.prepare, CaseDriver.approve],
    Stage.PAID: [*_GRANTED, CaseDriver.prepare, CaseDriver.approve, CaseDriver.confirm],
    Stage.REFUSED: [CaseDriver.receive, CaseDriver.refuse],
    Stage.WITHDRAWN: [CaseDriver.receive, CaseDriver.withdraw],
    Stage.ENDED: [CaseDriver.receive, CaseDriver.withdraw, CaseDriver.write_off],
    Stage.PAYOUT_HELD: [CaseDriver.permit_stop, *_GRANTED, CaseDriver.stop],
    Stage.ON_HOLD: [CaseDriver.hold],
    Stage.CLOSED: [CaseDriver.close],
}
REACHED = tuple(_STEPS)
"""The stages that the services lead to today; the others need a bank's answer or a revoking decision."""

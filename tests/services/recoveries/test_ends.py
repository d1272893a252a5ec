"""A claim that is dropped, opened again, or followed by another for what is left."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from support.claiming import (
    USED,
    Claiming,
)
from support.desk import OpenDesk
from support.ledger import Row
from support.recovery import Rejected, ready_award

from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.services.recoveries_drafting import LineInput
from sbdesk.store.records.decisions import DecisionRecord


class TestEnds:
    def test_dropped_with_a_reason_and_opened_again_by_two(self, desk: OpenDesk, claim: Claiming) -> None:
        service = claim.service
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            service.drop(claim.recovery_id, " ")
        service.drop(claim.recovery_id, "Beloppet är litet.")
        page = service.page(claim.recovery_id)
        assert page.row.status.words == "Avslutat utan återkrav"
        assert page.next_step is not None
        assert page.next_step.key == "reopen"
        with pytest.raises(NotAllowed, match="Öppna det på nytt i stället"):
            service.create(page.row.award_id)
        with pytest.raises(NotAllowed) as refused:
            service.reopen(claim.recovery_id, "Nya uppgifter.", desk.signed_by(desk.anna))
        assert refused.value.code == "F13"
        again = service.reopen(claim.recovery_id, "Nya uppgifter.", desk.signed_by(desk.per))
        assert service.page(again.id or 0).row.number == "ÅK-2027-002"
        with pytest.raises(NotAllowed, match="Det finns redan ett återkravsförslag"):
            service.reopen(claim.recovery_id, "En gång till.", desk.signed_by(desk.per, b"%PDF 2"))

    def test_a_second_claim_asks_only_for_what_is_left(self, desk: OpenDesk) -> None:
        rows = (Row(from_kronor(1_890_000), voucher="V-1"), Row(from_kronor(10_000), voucher="V-2"))
        rejected = {0: Rejected(from_kronor(1_000)), 1: Rejected(from_kronor(50))}
        award_id = ready_award(desk, USED, rows, rejected)
        claim = Claiming.create(desk, award_id)
        row = claim.service.page(claim.recovery_id).lines[1]
        claim.service.change_line(row.id, LineInput(from_kronor(400)))
        claim.hear()
        claim.decide()
        second = Claiming.create(desk, award_id)
        page = second.service.page(second.recovery_id)
        assert [(line.label, line.amount_ore) for line in page.lines] == [("V-1", from_kronor(600))]
        assert (page.decided_before_ore, page.left_ore) == (from_kronor(100_450), from_kronor(600))

    def test_a_claim_needs_a_grant_decision(self, desk: OpenDesk, award: int) -> None:
        claim = Claiming.create(desk, award)
        with desk.store.writing() as session:
            for decision in session.scalars(select(DecisionRecord)):
                decision.kind = DecisionKind.REFUSE
        with pytest.raises(NotAllowed, match="inget beslut om bidrag"):
            claim.service.write_hearing(claim.recovery_id)

"""A claim's lines change within what is rejected and left, after the hearing only downwards."""

from __future__ import annotations

from datetime import date

import pytest
from support.claiming import (
    Claiming,
)
from support.desk import OpenDesk
from support.ledger import Row
from support.recovery import GRANTED, Rejected, ready_award

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.services.recoveries_drafting import LineInput


class TestLines:
    def test_a_line_is_changed_within_what_is_rejected_and_left(self, claim: Claiming) -> None:
        page = claim.service.page(claim.recovery_id)
        unused, row = page.lines
        claim.service.change_line(
            row.id,
            LineInput(from_kronor(250_000), "wrong_purpose", "Kortare tid.", " Ny bedömning. "),
            row.version,
        )
        changed = claim.service.page(claim.recovery_id).lines[1]
        assert (changed.amount_ore, changed.reason, changed.judgement) == (
            from_kronor(250_000),
            "Kortare tid.",
            "Ny bedömning.",
        )
        with pytest.raises(NotAllowed, match=r"V-2 är underkänd med 300.000,00.kr"):
            claim.service.change_line(row.id, LineInput(from_kronor(300_001)))
        with pytest.raises(NotAllowed, match="V-2 är underkänd"):
            claim.service.change_line(row.id, LineInput(-1))
        with pytest.raises(UserFacingError, match="Beloppet är 0\N{NO-BREAK SPACE}kr"):
            claim.service.change_line(row.id, LineInput(0))
        with pytest.raises(NotAllowed, match=r"inte vara högre än 400.000,00.kr \(kvar att kräva\)"):
            claim.service.change_line(unused.id, LineInput(from_kronor(150_001)))
        with pytest.raises(NotAllowed, match="Anvisningen anger ingen sådan grund"):
            claim.service.change_line(unused.id, LineInput(ground="waiver"))
        with pytest.raises(UserFacingError, match="Skäl saknas"):
            claim.service.change_line(unused.id, LineInput(reason=" "))

    def test_somebody_elses_newer_change_is_not_overwritten(self, claim: Claiming) -> None:
        line = claim.service.page(claim.recovery_id).lines[1]
        claim.service.change_line(line.id, LineInput(judgement="En."), line.version)
        with pytest.raises(Conflict) as refused:
            claim.service.change_line(line.id, LineInput(judgement="Två."), line.version)
        assert refused.value.code == "F12"

    def test_lines_are_dropped_added_and_proposed_anew(self, claim: Claiming) -> None:
        service, recovery_id = claim.service, claim.recovery_id
        with pytest.raises(NotAllowed, match="kvar att kräva"):
            service.add_line(recovery_id, LineInput(1, "unused", "Eget fynd."))
        for line in service.page(recovery_id).lines:
            service.drop_line(line.id, "Fel underlag.")
        page = service.page(recovery_id)
        assert page.lines == ()
        assert page.next_step is not None
        assert page.next_step.reason.startswith("Förslaget har inga rader.")
        own = LineInput(from_kronor(5_000), "late_report", "Kom sent.", "Sen.", "Två påminnelser.")
        added = service.add_line(recovery_id, own)
        assert service.page(recovery_id).lines[0].id == added.id
        assert service.page(recovery_id).lines[0].label == "Återrapporten har inte kommit in i tid"
        with pytest.raises(UserFacingError, match="Beloppet saknas"):
            service.add_line(recovery_id, LineInput(None, "unused", "Eget fynd."))
        service.propose_anew(recovery_id)
        assert [line.amount_ore for line in service.page(recovery_id).lines] == [
            from_kronor(100_000),
            from_kronor(300_000),
        ]

    def test_after_the_hearing_amounts_only_fall(self, claim: Claiming) -> None:
        claim.hear()
        service = claim.service
        unused, row = service.page(claim.recovery_id).lines
        assert service.page(claim.recovery_id).locked.startswith("Mottagaren har fått yttra sig")
        service.change_line(row.id, LineInput(from_kronor(200_000)))
        with pytest.raises(NotAllowed, match="Mottagaren har fått yttra sig"):
            service.change_line(row.id, LineInput(from_kronor(210_000)))
        with pytest.raises(NotAllowed, match="Välj Ändra förslaget först"):
            service.change_line(unused.id, LineInput(ground="no_evidence"))
        with pytest.raises(NotAllowed, match="Mottagaren har fått yttra sig"):
            service.propose_anew(claim.recovery_id)
        with pytest.raises(NotAllowed, match="Mottagaren har fått yttra sig"):
            service.add_line(claim.recovery_id, LineInput(1, "unused", "Eget fynd."))
        claim.decide()
        assert service.page(claim.recovery_id).row.amount_ore == from_kronor(300_000)
        with pytest.raises(NotAllowed, match="Återkravet är beslutat"):
            service.drop_line(row.id, "För sent.")

    def test_a_credit_row_alone_gives_nothing_to_claim(self, desk: OpenDesk) -> None:
        rows = (Row(GRANTED, voucher="V-1"), Row(from_kronor(-4_000), voucher="V-2"))
        rejected = {0: Rejected(from_kronor(84_000)), 1: Rejected(from_kronor(-4_000))}
        claim = Claiming.create(desk, ready_award(desk, GRANTED, rows, rejected))
        debit = claim.service.page(claim.recovery_id).lines[0]
        claim.service.drop_line(debit.id, "Godtas ändå.")
        with pytest.raises(NotAllowed, match="Raderna ger inget belopp att kräva tillbaka"):
            claim.service.write_hearing(claim.recovery_id)

    def test_lines_without_an_amount_or_a_judgement_go_nowhere(self, desk: OpenDesk) -> None:
        rows = (Row(GRANTED, voucher="V-1"), Row(from_kronor(-4_000), voucher="V-2"))
        rejected = {
            0: Rejected(from_kronor(4_000), VerdictCause.OTHER, comment="Se mejl."),
            1: Rejected(from_kronor(-4_000)),
        }
        award_id = ready_award(desk, GRANTED - from_kronor(4_000), rows, rejected)
        claim = Claiming.create(desk, award_id)
        service = claim.service
        (unused,) = service.page(claim.recovery_id).lines
        service.drop_line(unused.id, "Prövas senare.")
        own = service.add_line(claim.recovery_id, LineInput(from_kronor(10), "wrong_purpose", "Eget fynd."))
        claim.hear()
        desk.clock.set(date(2027, 5, 3))
        with pytest.raises(NotAllowed, match=r"10,00.kr: vår bedömning saknas"):
            service.propose(claim.recovery_id, desk.karin)
        service.change_line(own.id or 0, LineInput(judgement="Kostnaden följer inte syftet."))
        assert claim.decide()

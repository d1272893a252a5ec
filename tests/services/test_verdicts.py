"""Verdicts on ledger rows over a real store: judged, refused, undone, redone."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay, put_finding

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.ledger import AccountClass
from sbdesk.domain.ledger_import import ImportState
from sbdesk.domain.programme_vocabulary import VerdictCause
from sbdesk.domain.reconciliation import ReconciliationState
from sbdesk.domain.verdicts import Approve, Judged, Park, Reject
from sbdesk.services.reconciliations import ReconciliationsService
from sbdesk.services.verdicts import VerdictsService
from sbdesk.services.verdicts_changes import LISTED, VerdictDone
from sbdesk.store.records.ledgers import LedgerImportRecord
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.parties import DisqualificationRecord

DEVIATION = (("L01", Level.DEVIATION),)
NOTE = (("L02", Level.NOTE),)
PERIOD = Reject(VerdictCause.PERIOD)


@pytest.fixture
def award(desk: OpenDesk) -> int:
    """Region Skåne's award with six million kronor paid, on 1 February 2027."""
    number = desk.award()
    pay(desk, number, 600_000_000)
    desk.clock.set(date(2027, 2, 1))
    return number


@pytest.fixture
def service(desk: OpenDesk) -> ReconciliationsService:
    return ReconciliationsService(desk.work)


@pytest.fixture
def verdicts(service: ReconciliationsService) -> VerdictsService:
    return service.verdicts


def judged(service: ReconciliationsService, ids: list[int]) -> list[Judged]:
    return [row.judged for row in service.lines.rows(ids)]


def events(desk: OpenDesk, verb: str) -> list[EventRecord]:
    with desk.store.reading() as session:
        return list(
            session.scalars(select(EventRecord).where(EventRecord.verb == verb).order_by(EventRecord.seq))
        )


def test_the_first_verdict_starts_the_reconciliation_(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(10_000, findings=DEVIATION), Row(5_000)])
    done = service.verdicts.judge(ids[:1], PERIOD)
    assert done.message == "Underkänn 1 rad: klart."
    page = service.page(award)
    assert page.state is ReconciliationState.JUDGING
    assert (page.sums.declared, page.sums.rejected, page.sums.unreviewed) == (15_000, 10_000, 5_000)
    [row] = service.lines.rows(ids[:1])
    assert (row.judged_words, row.cause_words, row.accepted_ore) == ("U underkänd", "period", 0)
    [event] = events(desk, "judge")
    assert event.after == {
        "rows": 1,
        "rejected_ore": 10_000,
        "parked_ore": 0,
        "verdicts": [[ids[0], 10_000, 0, 1, page.causes[1].grounds[0].id, None, None, desk.anna]],
    }
    service.verdicts.judge(ids, Approve())
    assert judged(service, ids) == [Judged.APPROVED] * 2


def test_causes_without_ground_say_why(verdicts: VerdictsService, award: int) -> None:
    choices = verdicts.choices(award)
    assert [choice.cause for choice in choices if not choice.enabled] == [
        VerdictCause.PASSED_ON,
        VerdictCause.DEDUCTIBLE_VAT,
    ]
    assert {choice.reason for choice in choices if not choice.enabled} == {"Anvisningen anger ingen grund."}


def test_a_part_is_rejected_on_one_row_at_a_time(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(10_000), Row(10_000)])
    service.verdicts.judge(ids[:1], Reject(VerdictCause.PERIOD, 4_000))
    assert judged(service, ids) == [Judged.PARTLY, Judged.NOT]
    with pytest.raises(UserFacingError, match="för en rad i taget"):
        service.verdicts.judge(ids, Reject(VerdictCause.PERIOD, 4_000))


def test_undo_and_redo_are_events_that_name_the_one_undone(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(10_000), Row(5_000)])
    before = service.page(award).sums
    done = service.verdicts.judge(ids, PERIOD)
    assert done.undo is not None
    assert done.undo.words == "Underkänn 2 rader"
    undone = service.verdicts.undo(done.undo)
    assert undone.message == "Ångrat: Underkänn 2 rader."
    assert service.page(award).sums == before
    assert undone.undo is not None
    again = service.verdicts.undo(undone.undo)
    assert again.message == "Gjort om: Underkänn 2 rader."
    assert judged(service, ids) == [Judged.REJECTED] * 2
    [undo] = events(desk, "undo_verdict")
    [redo] = events(desk, "redo_verdict")
    assert (undo.undoes, redo.undoes) == (done.undo.seq, undo.seq)


def test_undo_is_refused_when_somebody_has_judged_since(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(10_000)])
    done = service.verdicts.judge(ids, PERIOD)
    VerdictsService(desk.work_of(desk.per)).judge(ids, Approve())
    assert done.undo is not None
    with pytest.raises(Conflict, match="Någon har bedömt en av raderna"):
        service.verdicts.undo(done.undo)
    assert judged(service, ids) == [Judged.APPROVED]


def test_the_regions_own_grant_income_is_rejected_alone(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    income, cost = import_rows(
        desk, award, [Row(-500_000, account_class=AccountClass.GRANT_INCOME), Row(9_000)]
    )
    with pytest.raises(NotAllowed, match="är en kredit på"):
        service.verdicts.judge([income], PERIOD)
    service.verdicts.judge([income], Reject(VerdictCause.NOT_OF_THE_GRANT))
    sums = service.page(award).sums
    assert (sums.declared, sums.rejected) == (-491_000, -500_000)
    assert judged(service, [income, cost]) == [Judged.REJECTED, Judged.NOT]


def test_a_credit_is_rejected_only_with_its_debit(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    rows = [Row(5_000, voucher="V-7"), Row(-5_000, voucher="V-8"), Row(9_000)]
    debit, credit, other = import_rows(desk, award, rows)
    with pytest.raises(NotAllowed, match="tillsammans med raden som den tar tillbaka"):
        service.verdicts.judge([credit], PERIOD)
    put_finding(
        desk, award, "L07", Level.NOTE, ("ledger_line", credit), other=("ledger_line", debit), ore=-5_000
    )
    with pytest.raises(NotAllowed, match=r"V-8 är en kredit på .*tillsammans med V-7 och underkänn båda"):
        service.verdicts.judge([credit], PERIOD)
    service.verdicts.judge([debit, credit], PERIOD)
    assert service.page(award).sums.rejected == 0
    assert service.lines.detail(debit).group == ("V-8",)
    with pytest.raises(NotAllowed, match="underkänd tillsammans med en kredit"):
        service.verdicts.judge([debit], Approve())
    assert judged(service, [debit, credit]) == [Judged.REJECTED] * 2
    service.verdicts.judge([debit, credit], Approve())
    assert judged(service, [debit, credit, other]) == [Judged.APPROVED, Judged.APPROVED, Judged.NOT]


def test_the_rest_is_approved_in_bulk_and_undone_in_bulk(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    rows = [Row(10_000, findings=DEVIATION), *(Row(100, findings=NOTE) for _ in range(LISTED + 1))]
    ids = import_rows(desk, award, rows)
    preview = service.verdicts.bulk_preview(award)
    assert (preview.words, preview.ore) == (f"Godkänn {LISTED + 1} rader utan avvikelse", 10_100)
    with pytest.raises(Conflict, match=f"från 3 till {LISTED + 1}"):
        service.verdicts.approve_rest(award, 3)
    done = service.verdicts.approve_rest(award, preview.rows)
    assert judged(service, ids) == [Judged.NOT] + [Judged.APPROVED] * (LISTED + 1)
    [event] = events(desk, "approve_rest")
    assert event.after is not None
    assert event.after["rows"] == LISTED + 1
    assert len(event.after["sha256"]) == 64
    with pytest.raises(NotAllowed, match="inga rader utan avvikelse"):
        service.verdicts.approve_rest(award, 0)
    assert done.undo is not None
    service.verdicts.undo(done.undo)
    assert judged(service, ids) == [Judged.NOT] * (LISTED + 2)
    assert service.verdicts.bulk_preview(award) == preview


def test_a_row_judged_between_look_and_bulk_approval_keeps_its_verdict(
    desk: OpenDesk, award: int, service: ReconciliationsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = import_rows(desk, award, [Row(100), Row(200)])
    service.verdicts.judge(ids[:1], PERIOD)
    monkeypatch.setattr("sbdesk.services.verdicts.stored.plain_ids", lambda session, award_id: list(ids))
    with pytest.raises(Conflict, match="Någon har bedömt"):
        service.verdicts.approve_rest(award, 2)
    assert judged(service, ids) == [Judged.REJECTED, Judged.NOT]


def test_comments_belong_to_verdicts(desk: OpenDesk, award: int, service: ReconciliationsService) -> None:
    ids = import_rows(desk, award, [Row(100), Row(200)])
    with pytest.raises(NotAllowed, match="Bedöm raden först"):
        service.verdicts.comment(ids, "se avtal")
    service.verdicts.judge(ids[:1], PERIOD)
    service.verdicts.judge(ids[1:], Reject(VerdictCause.OTHER, comment="okänt"))
    done = service.verdicts.comment(ids, " se avtal ")
    assert [row.comment for row in service.lines.rows(ids)] == ["se avtal"] * 2
    assert done.undo is not None
    assert done.undo.words == "Kommentera 2 rader"
    service.verdicts.comment(ids[:1], "")
    with pytest.raises(UserFacingError, match="”annat” behöver en kommentar"):
        service.verdicts.comment(ids[1:], " ")
    assert [row.comment for row in service.lines.rows(ids)] == ["", "se avtal"]


def test_rows_that_wait_may_be_carried_with_a_reason(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(100, findings=DEVIATION), Row(200)])
    service.verdicts.judge(ids[:1], Park(date(2027, 3, 12)))
    [row] = service.lines.rows(ids[:1])
    assert (row.judged_words, row.accepted_ore) == ("V 2027-03-12", None)
    assert service.page(award).counts.waiting == 1
    with pytest.raises(UserFacingError, match="Skriv varför"):
        service.verdicts.carry(ids[:1], " ")
    service.verdicts.judge(ids[1:], Approve())
    with pytest.raises(NotAllowed, match="väntar inte på underlag"):
        service.verdicts.carry(ids, "tvist")
    service.verdicts.carry(ids[:1], "tvist om avtalet")
    page = service.page(award)
    assert (page.counts.waiting, page.sums.parked) == (0, 100)


def test_the_same_command_twice_judges_once(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(100)])
    first = service.verdicts.judge(ids, PERIOD, command_id="a")
    second = service.verdicts.judge(ids, PERIOD, command_id="a")
    assert isinstance(second, VerdictDone)
    assert second.undo is None
    assert first.undo is not None
    assert len(events(desk, "judge")) == 1


def test_rows_of_undone_imports_and_of_several_awards_are_refused(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    other = desk.award("Region Uppsala")
    ids = import_rows(desk, award, [Row(100)]) + import_rows(desk, other, [Row(100)])
    with pytest.raises(NotAllowed, match="ett och samma bidrag"):
        service.verdicts.judge(ids, PERIOD)
    with pytest.raises(Conflict, match="finns inte kvar"):
        service.verdicts.judge([], PERIOD)
    with pytest.raises(Conflict, match="finns inte kvar"):
        service.verdicts.judge([99_999], PERIOD)
    with desk.store.writing() as session:
        for record in session.scalars(select(LedgerImportRecord)):
            record.state = ImportState.UNDONE
    with pytest.raises(Conflict, match="finns inte kvar"):
        service.verdicts.judge(ids[:1], PERIOD)


def test_jav_and_a_proposed_reconciliation_stop_every_verdict(
    desk: OpenDesk, award: int, service: ReconciliationsService
) -> None:
    ids = import_rows(desk, award, [Row(100)])
    done = service.verdicts.judge(ids, PERIOD)
    service.propose(award)
    with pytest.raises(NotAllowed, match="lämnad för granskning"):
        service.verdicts.judge(ids, Approve())
    assert done.undo is not None
    with pytest.raises(NotAllowed, match="lämnad för granskning"):
        service.verdicts.undo(done.undo)
    service.finalise(award, desk.signed_by(desk.karin))
    with pytest.raises(NotAllowed, match=r"fastställd\. Inget är ändrat\. Välj Ändra belopp"):
        service.verdicts.judge(ids, Approve())
    with desk.store.writing() as session:
        session.add(
            DisqualificationRecord(
                officer_id=desk.anna,
                recipient_id=desk.recipient(),
                from_on=date(2027, 1, 1),
                reason="släkt",
                reported_by=desk.anna,
            )
        )
    with pytest.raises(NotAllowed, match="Anna Berg har anmält jäv för Region Skåne"):
        service.verdicts.judge(ids, Approve())

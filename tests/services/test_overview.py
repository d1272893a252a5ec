"""The overview: what is due, whose turn it is, where the money is, and what has happened."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.desk import OpenDesk
from support.ledger import Row, import_rows, pay
from support.requisition_case import CaseDriver

from sbdesk.domain.event_words import WORDS
from sbdesk.domain.findings import Level
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import Role
from sbdesk.domain.recovery import DueBasis, Interest, RecoveryPath, RecoveryState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services import programmes, recipients, settings
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.overview import OverviewService
from sbdesk.services.overview_rows import OverviewPage, Place
from sbdesk.services.programmes import ProgrammesService
from sbdesk.services.recipients import RecipientInput, RecipientsService
from sbdesk.services.reports import ReportsService
from sbdesk.services.reports_rows import ReportInput
from sbdesk.services.settings import OfficerInput, SettingsService
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import OfficerRecord
from sbdesk.store.records.recoveries import RecoveryRecord


def page(desk: OpenDesk) -> OverviewPage:
    return OverviewService(desk.work).page()


def add_recovery(desk: OpenDesk, award: int, state: RecoveryState) -> int:
    with desk.store.writing() as session:
        record = RecoveryRecord(
            award_id=award,
            revision=1,
            number="ÅK-2026-007",
            path=RecoveryPath.FULL,
            state=state,
            prepared_by=desk.anna,
            interest=Interest.NO,
            due_basis=DueBasis.DEMAND,
        )
        session.add(record)
        session.flush()
        return record.id


def test_each_case_stands_in_one_queue(desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.CHECKING)
    found = page(desk)
    (mine,) = found.mine
    assert (mine.step, mine.case, mine.status, mine.days, mine.place) == (
        "Lämna över för beslut",
        "Region Skåne, CSD 2026",
        "Handläggaren kontrollerar",
        0,
        Place("requisitions", desk.award()),
    )
    assert len(found.others) == 5
    assert found.others[0].status == "Väntar på mottagaren: rekvisition · senast 2026-07-15"
    assert found.others[0].days is None
    assert OverviewService(desk.work).waiting() == 1


def test_a_colleagues_case_waits_for_the_colleague(desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.CHECKING)
    with desk.store.writing() as session:
        session.get_one(AwardRecord, desk.award()).assignee_id = desk.per
    assert page(desk).mine == ()
    assert len(OverviewService(desk.work_of(desk.per)).page().mine) == 1


def test_a_paper_signature_waits_for_others(desk: OpenDesk) -> None:
    CaseDriver(desk).bring_to(Stage.PROPOSED)
    found = page(desk)
    assert found.mine == ()
    assert "Väntar på underskrift: Karin Ek" in [row.status for row in found.others]


def test_with_personal_logins_it_waits_for_the_decider(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    CaseDriver(desk).bring_to(Stage.PROPOSED)
    monkeypatch.setattr(desk.store, "enforces_people", True)
    (row,) = OverviewService(desk.work_of(desk.karin)).page().mine
    assert row.status == "Väntar på beslutsfattaren: beslut · Karin Ek"
    assert OverviewService(desk.work_of(desk.per)).page().mine == ()
    with desk.store.writing() as session:
        session.get_one(OfficerRecord, desk.anna).roles = [Role.OFFICER.value, Role.DECIDER.value]
    assert page(desk).mine == (), "the one who prepared it cannot decide"


def test_after_the_payment_report_and_reconciliation_speak(desk: OpenDesk) -> None:
    award = desk.award()
    pay(desk, award, from_kronor(6_000_000))
    assert [row.place.noun for row in page(desk).others if row.award_id == award] == ["reports"]
    ReportsService(desk.work).register(award, ReportInput(desk.clock.today(), from_kronor(5_900_000)))
    (row,) = [row for row in (*page(desk).mine, *page(desk).others) if row.award_id == award]
    assert (row.place, row.step, row.status) == (
        Place("reconciliations", award),
        "Läs in huvudbok",
        "Väntar på mottagaren: huvudbok",
    )
    import_rows(desk, award, [Row(10_000, findings=(("L01", Level.DEVIATION),))])
    (row,) = page(desk).mine
    assert (row.step, row.status) == ("Nästa obedömda", "Handläggaren bedömer rader: 1 kvar")


def test_the_money_of_a_programme(desk: OpenDesk) -> None:
    pay(desk, desk.award(), from_kronor(6_000_000))
    CaseDriver(desk, "Region Uppsala").bring_to(Stage.GRANTED)
    (row,) = page(desk).sums
    assert (row.frame_ore, row.paid_ore, row.granted_unpaid_ore, row.undecided_ore) == tuple(
        map(from_kronor, (16_000_000, 6_000_000, 2_000_000, 8_000_000))
    )
    assert row.note == "Inte fördelat: 0\u00a0kr"
    assert OverviewService(desk.work).page(2025).sums == ()
    assert len(OverviewService(desk.work).page(2026).sums) == 1


def test_what_has_happened_newest_first_each_with_its_place(desk: OpenDesk) -> None:
    RecipientsService(desk.work).change(desk.recipient(), 1, RecipientInput(buyer_reference="CSD-1"))
    SettingsService(desk.work).add_officer(OfficerInput("Eva Dahl", "jurist", (Role.JURIST,)))
    letter = CaseDriver(desk)
    letter.bring_to(Stage.INCOMPLETE)
    found = page(desk).changes
    assert len(found) <= 10
    assert [row.seq for row in found] == sorted((row.seq for row in found), reverse=True)
    told = {row.what: row for row in found}
    assert told["Komplettering begärd"].place == Place("requisitions", desk.award())
    assert told["Komplettering begärd"].where == "Region Skåne, CSD 2026"
    assert told["Mottagarens uppgifter ändrade"].place == Place("recipients", desk.recipient())
    assert told["Person tillagd"].place == Place("settings")
    assert told["Person tillagd"].who == "Anna Berg"
    assert "Handling sparad" not in told


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        ("report", "reports"),
        ("reconciliation", "reconciliations"),
        ("recovery", "recoveries"),
        ("decision", "requisitions"),
        ("programme", "programmes"),
        ("document", "documents"),
        ("appeal_rule", "programmes"),
        ("setting", "settings"),
    ],
)
def test_every_event_leads_somewhere(desk: OpenDesk, kind: str, noun: str) -> None:
    award = desk.award() if noun in ("reports", "reconciliations", "recoveries", "requisitions") else None
    ProgrammesService(desk.work).load_instruction(
        desk.programme, ReceivedFile("csd.txt", b"Anvisning", "text/plain")
    )
    with desk.store.writing() as session:
        desk.work.record(session, "note", (kind, 1), award_id=award)
    newest = page(desk).changes[0]
    assert newest.place.noun == noun
    assert newest.what == "Annan åtgärd i ärendet"


def test_an_event_of_something_that_is_gone_leads_to_the_settings(desk: OpenDesk) -> None:
    for kind in ("programme", "recipient", "document"):
        with desk.store.writing() as session:
            desk.work.record(session, "note", (kind, 9_999), award_id=None)
        assert page(desk).changes[0].place == Place("settings")


def test_every_verb_of_the_founding_services_has_words() -> None:
    folder = Path(programmes.__file__).parent
    verbs = set()
    for module in (programmes, recipients, settings):
        text = Path(module.__file__ or "").read_text(encoding="utf-8")
        verbs |= set(re.findall(r"work\.record\(\s*session,\s*\"([a-z_]+)\"", text))
    text = (folder / "programme_setup.py").read_text(encoding="utf-8")
    verbs |= set(re.findall(r"work\.record\(\s*session,\s*\"([a-z_]+)\"", text))
    assert {"sign_off", "change_recipient", "set_sender"} <= verbs
    # A programme is set up in one of three ways, and the verb is handed down.
    assert verbs | {"load_programme", "create_programme", "copy_programme"} <= set(WORDS)


def test_the_first_event_of_a_new_database_is_told(desk: OpenDesk) -> None:
    assert page(desk).changes[-1].what == "Statsbidrag inlagt som förslag"


def test_a_claim_speaks_for_its_case_until_it_is_settled(desk: OpenDesk) -> None:
    award = desk.award()
    claim = add_recovery(desk, award, RecoveryState.DRAFT)
    (row,) = [one for one in (*page(desk).mine, *page(desk).others) if one.award_id == award]
    assert (row.place, row.status) == (Place("recoveries", claim, "recovery"), "Handläggaren utreder")
    with desk.store.writing() as session:
        record = session.get_one(RecoveryRecord, claim)
        record.state, record.closed_reason = RecoveryState.CLOSED, "Beloppet är betalt."
    assert not [one for one in (*page(desk).mine, *page(desk).others) if one.award_id == award]

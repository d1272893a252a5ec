"""What a changed allotment does in an open programme: awards, checks asked again, never below a grant."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select, update
from support.allotment_desk import AllotmentDesk, component_of, make_programme
from support.desk import OpenDesk, decide_appeal
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.allotments_rows import TableLoad
from sbdesk.store.records.awards import RequisitionRecord
from sbdesk.store.records.decisions import AttestationRecord
from sbdesk.store.records.programmes import AllotmentRecord

NAMES = ("Region Skåne", "Region Stockholm", "Region Uppsala")


@pytest.fixture
def equal(desk: OpenDesk) -> AllotmentDesk:
    """A draft of 100 kr in equal parts to three regions, not yet computed."""
    return make_programme(desk, AllotmentMethod.EQUAL, 100, recipients=NAMES)


def recomputed(made: AllotmentDesk) -> AllotmentDesk:
    made.service.recompute(made.component, made.row().seen)
    return made


def csd(desk: OpenDesk) -> AllotmentDesk:
    return component_of(desk, "coordination")


def decide(made: AllotmentDesk, kronor: int, *, second: bool = True) -> None:
    share = made.share("Region Skåne")
    given = made.given("Region Skåne", decided_ore=from_kronor(kronor), source="Nytt beslut")
    made.service.save_share(
        made.component, given, (share.id, share.version), made.second() if second else None
    )


def test_an_open_programme_gets_awards_for_new_recipients(equal: AllotmentDesk) -> None:
    recomputed(equal).set_state(ProgrammeState.OPEN)
    assert equal.awards() == 3
    table = equal.table("Mottagare\tBelopp", *(f"{name}\t25" for name in (*NAMES, "Region Gotland")))
    preview = equal.service.preview_table(equal.component, table, "Beslut B")
    assert preview.change is not None
    assert (preview.change.new_awards, preview.change.needs_second) == (1, True)
    done = equal.service.load_table(
        equal.component, table, TableLoad(preview.change.seen, "Beslut B", second=equal.second())
    )
    assert done.message.endswith("1 nytt ärende väntar på rekvisition.")
    assert equal.awards() == 4
    with equal.desk.store.reading() as session:
        signed = session.scalars(
            select(AttestationRecord).where(AttestationRecord.verb == "change_allotment")
        ).one()
    assert (signed.officer_id, signed.preparer_id) == (equal.desk.karin, equal.desk.anna)
    changed = equal.events("change_share")
    assert [(event.before, event.after) for event in changed] == [
        ({"allotted_ore": 3_300}, {"allotted_ore": 2_500})
    ] * 3


def test_a_cleared_requisition_is_checked_again_when_its_ceiling_moves(desk: OpenDesk) -> None:
    made, case = csd(desk), CaseDriver(desk).bring_to(Stage.READY)
    share = made.share("Region Skåne")
    assert share.granted_ore == 0
    told = made.service.recompute_preview(made.component)
    assert told.rechecked == ()
    decide(made, 3_000_000)
    assert case.page().stage is Stage.CHECKING
    rows = [row.code for row in case.page().checks if row.needs_reason]
    assert "R04" in rows
    assert case.page().parts[-1].allotted_ore == from_kronor(3_000_000)
    decide(made, 2_900_000)
    decide(made, 4_000_000)
    assert case.page().stage is Stage.CHECKING, "what was cleared is cleared again by a person"


def test_a_change_that_breaks_no_check_leaves_the_case_ready(desk: OpenDesk) -> None:
    made = csd(desk)
    case = CaseDriver(desk)
    parts = case.page().parts
    case.receive(amounts={parts[0].component_id: 100, parts[1].component_id: 100})
    case.requisitions.clear(case.award)
    decide(made, 3_000_000)
    assert case.page().stage is Stage.READY


def test_the_preview_names_who_is_checked_again(desk: OpenDesk) -> None:
    made = csd(desk)
    CaseDriver(desk).bring_to(Stage.READY)
    table = made.table("Mottagare\tVerksamhet\tBelopp", "Region Skåne\tCSD Syd\t3 000 000")
    change = made.service.preview_table(made.component, table, "Nytt beslut").change
    assert change is not None
    assert change.rechecked == ("Region Skåne",)
    assert CaseDriver(desk).page().stage is Stage.READY, "a preview checks nothing for good"


def test_nothing_below_what_is_granted(desk: OpenDesk) -> None:
    made = csd(desk)
    CaseDriver(desk).bring_to(Stage.GRANTED)
    with pytest.raises(NotAllowed, match="har beviljats"):
        decide(made, 3_999_999)
    assert made.share("Region Skåne").granted_ore == from_kronor(6_000_000)
    assert CaseDriver(desk).page().stage is Stage.GRANTED


def test_the_database_itself_keeps_the_ceiling_above_the_grant(desk: OpenDesk) -> None:
    made = csd(desk)
    CaseDriver(desk).bring_to(Stage.GRANTED)
    low = update(AllotmentRecord).where(AllotmentRecord.component_id == made.component).values(decided_ore=1)
    gone = delete(AllotmentRecord).where(AllotmentRecord.component_id == made.component)
    for statement in (low, gone):
        told = "mindre än vad som redan är beviljat"
        with pytest.raises(NotAllowed, match=told), desk.store.writing() as session:
            session.execute(statement)
    assert made.share("Region Skåne").decided_ore == from_kronor(4_000_000)


def test_who_has_reported_bias_changes_nothing_for_that_recipient(desk: OpenDesk) -> None:
    made, case = csd(desk), CaseDriver(desk)
    case.requisitions.report_disqualification(case.award, "jäv", desk.karin)
    with pytest.raises(NotAllowed, match="Karin Ek har anmält jäv"):
        decide(made, 3_000_000)
    case.requisitions.report_disqualification(case.award, "jäv")
    with pytest.raises(NotAllowed, match="Anna Berg har anmält jäv"):
        decide(made, 3_000_000, second=False)


def test_a_cleared_case_that_holds_is_only_looked_at(desk: OpenDesk) -> None:
    decide_appeal(desk)
    made, case = csd(desk), CaseDriver(desk).bring_to(Stage.PROPOSED)
    decide(made, 3_000_000)
    with desk.store.reading() as session:
        state = session.scalars(
            select(RequisitionRecord.state).where(RequisitionRecord.award_id == case.award)
        ).one()
    assert state is RequisitionState.PROPOSED, "the decider's own check stops it"

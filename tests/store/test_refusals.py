"""What the database itself forbids, with the sentence that the officer reads, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from support.desk import OpenDesk

from sbdesk.domain.decision import AttestationMode, DecisionKind
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import RecipientKind
from sbdesk.domain.payout import PayoutState
from sbdesk.domain.requisition import Channel, RequisitionState
from sbdesk.store import environment
from sbdesk.store.commands import once
from sbdesk.store.records.awards import AwardRecord, RequisitionRecord
from sbdesk.store.records.decisions import (
    AttestationRecord,
    DecisionLineRecord,
    DecisionRecord,
    PayoutRecord,
)
from sbdesk.store.records.office import SettingRecord
from sbdesk.store.records.parties import OfficerRecord, RecipientRecord
from sbdesk.store.records.programmes import ComponentRecord


def requisition(award: int, **changes: Any) -> RequisitionRecord:
    values: dict[str, Any] = {
        "award_id": award,
        "received_on": date(2026, 6, 10),
        "channel": Channel.PORTAL,
        "state": RequisitionState.RECEIVED,
    }
    return RequisitionRecord(**{**values, **changes})


def decision(desk: OpenDesk, **changes: Any) -> DecisionRecord:
    values: dict[str, Any] = {
        "programme_id": desk.programme,
        "kind": DecisionKind.GRANT,
        "number": "B-2026-001",
        "decided_on": date(2026, 7, 16),
        "decider_id": desk.karin,
        "rapporteur_id": desk.anna,
        "participants": [],
        "reasons": "skäl",
        "snapshot": {},
    }
    return DecisionRecord(**{**values, **changes})


def granted(session: Session, desk: OpenDesk, kronor: int) -> int:
    session.add(made := decision(desk))
    session.flush()
    component = session.scalars(select(ComponentRecord.id)).first()
    session.add(
        DecisionLineRecord(
            decision_id=made.id,
            award_id=desk.award(),
            component_id=component,
            granted_ore=from_kronor(kronor),
        )
    )
    session.flush()
    return made.id


def payout(desk: OpenDesk, decision_id: int, kronor: int, number: str = "E1") -> PayoutRecord:
    return PayoutRecord(
        award_id=desk.award(),
        decision_id=decision_id,
        amount_ore=from_kronor(kronor),
        account={},
        end_to_end_id=number,
        booking={},
        state=PayoutState.PLANNED,
        prepared_by=desk.anna,
    )


def two_requisitions(session: Session, desk: OpenDesk) -> None:
    session.add_all([requisition(desk.award()), requisition(desk.award())])


def two_awards(session: Session, desk: OpenDesk) -> None:
    award = session.get_one(AwardRecord, desk.award())
    session.add(
        AwardRecord(programme_id=award.programme_id, recipient_id=award.recipient_id, state=award.state)
    )


def a_person_as_recipient(session: Session, desk: OpenDesk) -> None:
    session.add(
        RecipientRecord(
            org_number="1912121212",
            org_number_confirmed=True,
            name="Tolvan",
            name_key="tolvan",
            kind=RecipientKind.OTHER,
        )
    )


def own_decision(session: Session, desk: OpenDesk) -> None:
    session.add(decision(desk, decider_id=desk.anna))


def own_attestation(session: Session, desk: OpenDesk) -> None:
    session.add(
        AttestationRecord(
            subject_kind="decision",
            subject_id=1,
            revision=1,
            verb="decide",
            officer_id=desk.anna,
            preparer_id=desk.anna,
            mode=AttestationMode.PROGRAM,
            on=date(2026, 7, 16),
        )
    )


def no_signed_page(session: Session, desk: OpenDesk) -> None:
    session.add(
        AttestationRecord(
            subject_kind="decision",
            subject_id=1,
            revision=1,
            verb="decide",
            officer_id=desk.karin,
            preparer_id=desk.anna,
            mode=AttestationMode.SIGNED_OUTSIDE,
            on=date(2026, 7, 16),
        )
    )


def more_than_allotted(session: Session, desk: OpenDesk) -> None:
    granted(session, desk, 6_000_001)


def more_than_granted(session: Session, desk: OpenDesk) -> None:
    made = granted(session, desk, 6_000_000)
    session.add(payout(desk, made, 5_000_000))
    session.flush()
    session.add(payout(desk, made, 1_000_001, "E2"))


def revived_payout(session: Session, desk: OpenDesk) -> None:
    made = granted(session, desk, 6_000_000)
    session.add(first := payout(desk, made, 6_000_000))
    session.flush()
    first.state = PayoutState.CANCELLED
    session.flush()
    session.add(payout(desk, made, 1, "E2"))
    session.flush()
    first.state = PayoutState.PLANNED


def granted_below_paid(session: Session, desk: OpenDesk) -> None:
    made = granted(session, desk, 6_000_000)
    session.add(payout(desk, made, 6_000_000))
    session.flush()
    session.add(DecisionLineRecord(decision_id=made, award_id=desk.award(), granted_ore=-1))


def changed_decision_line(session: Session, desk: OpenDesk) -> None:
    granted(session, desk, 1)
    session.execute(text("UPDATE decision_line SET granted_ore = 2"))


REFUSED: list[tuple[Callable[[Session, OpenDesk], None], type[UserFacingError], str]] = [
    (two_requisitions, Conflict, "Mottagaren har redan en rekvisition i det här statsbidraget."),
    (two_awards, Conflict, "Mottagaren har redan ett ärende i det här statsbidraget."),
    (a_person_as_recipient, NotAllowed, "ck_recipient_org_number_form"),
    (own_decision, NotAllowed, "Den som har berett ärendet kan inte också besluta i det."),
    (own_attestation, NotAllowed, "Den som har berett ärendet kan inte också besluta eller fastställa."),
    (no_signed_page, NotAllowed, "Den undertecknade sidan saknas."),
    (more_than_allotted, NotAllowed, "Beslutet ger mer än vad som är avsatt för mottagaren."),
    (more_than_granted, NotAllowed, "Utbetalningen är högre än det som är beviljat och inte utbetalt."),
    (revived_payout, NotAllowed, "Utbetalningen är högre än det som är beviljat och inte utbetalt."),
    (granted_below_paid, NotAllowed, "Beslutet skulle ge mindre än det som redan är på väg eller utbetalt."),
    (changed_decision_line, NotAllowed, "decision_line"),
]


@pytest.mark.parametrize(("harm", "kind", "words"), REFUSED, ids=[case[0].__name__ for case in REFUSED])
def test_the_database_refuses(
    desk: OpenDesk, harm: Callable[[Session, OpenDesk], None], kind: type[UserFacingError], words: str
) -> None:
    with pytest.raises(kind) as refused, desk.store.writing() as session:
        harm(session, desk)
    assert words in str(refused.value)
    assert refused.value.todo
    with desk.store.reading() as session:
        assert session.query(DecisionRecord).count() == 0
        assert session.query(RequisitionRecord).count() == 0


def test_a_new_requisition_fits_beside_a_refused_one(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        session.add_all(
            [requisition(desk.award(), state=RequisitionState.REFUSED), requisition(desk.award())]
        )
    with desk.store.reading() as session:
        assert session.query(RequisitionRecord).count() == 2


def test_a_stale_change_is_refused_and_the_first_stands(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        mine = session.get_one(OfficerRecord, desk.anna)
    with desk.store.writing() as session:
        session.get_one(OfficerRecord, desk.anna).title = "senior handläggare"
    mine.title = "chef"
    with pytest.raises(Conflict) as refused, desk.store.writing() as session:
        session.merge(mine)
    assert refused.value.code == "F12"
    with desk.store.reading() as session:
        assert session.get_one(OfficerRecord, desk.anna).title == "senior handläggare"


def test_an_error_in_the_middle_leaves_nothing(desk: OpenDesk) -> None:
    def half_done(session: Session) -> None:
        granted(session, desk, 1)
        raise RuntimeError("mitt i")

    with pytest.raises(RuntimeError, match="mitt i"), desk.store.writing() as session:
        half_done(session)
    with desk.store.reading() as session:
        assert session.query(DecisionRecord).count() == 0


def test_the_same_command_has_one_effect(desk: OpenDesk) -> None:
    made: list[int] = []

    def act() -> dict[str, int]:
        made.append(1)
        return {"id": 7}

    for _ in range(3):
        with desk.store.writing() as session:
            answer = once(session, "c1", "receive", {"award": 1}, desk.clock.now(), act)
            assert answer == {"id": 7}
    assert made == [1]
    with pytest.raises(Conflict), desk.store.writing() as session:
        once(session, "c1", "receive", {"award": 2}, desk.clock.now(), act)
    with desk.store.writing() as session:
        once(session, None, "receive", {}, desk.clock.now(), act)
    assert made == [1, 1]


class _DriverError(Exception):
    sqlstate = None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", "F03"),
        ("attempt to write a readonly database", "F04"),
        ("database is locked", "F01"),
        ("file is not a database", None),
    ],
)
def test_trouble_around_the_file_has_a_sentence(said: str, code: str | None) -> None:
    sentence = environment.refusal_of(DBAPIError("x", {}, _DriverError(said)))
    assert sentence is not None
    assert sentence.code == code
    assert sentence.todo


def test_our_own_mistake_has_no_sentence() -> None:
    assert environment.refusal_of(DBAPIError("x", {}, _DriverError("no such column: apa"))) is None


def test_a_mistake_in_sql_is_not_hidden(desk: OpenDesk) -> None:
    with pytest.raises(DBAPIError), desk.store.reading() as session:
        session.execute(text("SELECT apa FROM award"))


def test_one_setting_for_all_and_one_for_each_programme(desk: OpenDesk) -> None:
    with desk.store.writing() as session:
        session.add(SettingRecord(key="k", value=1, role="officer"))
        session.add(SettingRecord(key="k", value=2, role="officer", programme_id=desk.programme))
    with pytest.raises(NotAllowed), desk.store.writing() as session:
        session.add(SettingRecord(key="k", value=3, role="officer"))

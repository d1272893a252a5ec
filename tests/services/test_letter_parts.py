"""The shared parts of letters hold what is known and nothing else."""

from __future__ import annotations

import pytest
from support.desk import OpenDesk, decide_appeal

from sbdesk.documents.content import Agency, Stage
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import UserFacingError
from sbdesk.services import letter_parts, office_settings
from sbdesk.services.office_settings import PRACTICE, Sender
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.store.records.awards import AwardRecord
from sbdesk.store.records.parties import RecipientRecord
from sbdesk.store.records.programmes import AppealRuleRecord


def test_an_unset_sender_knows_only_the_agencys_name(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        assert letter_parts.agency(session) == Agency("Socialstyrelsen")


def test_a_set_sender_comes_back_whole_and_can_be_changed(desk: OpenDesk) -> None:
    sender = Sender(
        unit="Statsbidrag", address=("Gata 1", "111 11 Stad"), bankgiro="123-4566", email="a@b.invalid"
    )
    for unit in ("Statsbidrag", "Enheten för statsbidrag"):
        with desk.store.writing() as session:
            office_settings.put_sender(session, Sender(**{**_fields(sender), "unit": unit}))
        with desk.store.reading() as session:
            assert office_settings.sender_of(session).unit == unit
            assert letter_parts.agency(session).address == ("Gata 1", "111 11 Stad")


def _fields(sender: Sender) -> dict[str, object]:
    return {name: getattr(sender, name) for name in ("name", "unit", "address", "phone", "email", "bankgiro")}


def test_an_addressee_has_an_address_or_a_registrar_or_nothing(desk: OpenDesk) -> None:
    recipient = desk.recipient("Region Uppsala")
    with desk.store.reading() as session:
        assert letter_parts.addressee(session, recipient).address == ()
        assert letter_parts.addressee(session, recipient).organisation_number[6] == "-"
    with desk.store.writing() as session:
        session.get_one(RecipientRecord, recipient).registrar_email = "registrator@exempel.invalid"
    with desk.store.reading() as session:
        assert letter_parts.addressee(session, recipient).address == ("registrator@exempel.invalid",)
    with desk.store.writing() as session:
        session.get_one(RecipientRecord, recipient).address = "Gata 1\n\n222 22 Ort"
    with desk.store.reading() as session:
        assert letter_parts.addressee(session, recipient).address == ("Gata 1", "222 22 Ort")


def test_a_case_and_a_person(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        definition = stored_definition(session, desk.programme)
        case = letter_parts.case(session.get_one(AwardRecord, desk.award()), definition)
        assert (case.case_number, case.programme, case.grant_year) == ("", "csd-2026", 2026)
        assert case.use_to == definition.day("use_to")
        assert letter_parts.person(session, desk.karin).title == "enhetschef"
        without = type(definition)(
            **{
                **{name: getattr(definition, name) for name in definition.__dataclass_fields__},
                "facts": tuple(
                    type(f)(f.name, f.kind, None, type(f.status).NOT_STATED) if f.name == "use_to" else f
                    for f in definition.facts
                ),
            }
        )
        with pytest.raises(UserFacingError, match="till och med vilken dag"):
            letter_parts.case(session.get_one(AwardRecord, desk.award()), without)


def test_marks_carry_the_head_of_the_chain_and_the_practice_mark(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        made = letter_parts.marks(session, Stage.DRAFT)
        assert not made.practice
        assert len(made.chain_head) == 64
    with desk.store.writing() as session:
        office_settings.put_value(session, PRACTICE, True)
    with desk.store.reading() as session:
        assert letter_parts.marks(session, Stage.ISSUED).practice


def test_an_appeal_text_exists_only_when_decided(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        assert letter_parts.appeal(session, desk.programme, DecisionKind.GRANT) is None
        assert letter_parts.appeal(session, desk.programme, DecisionKind.WAIVE) is None
    decide_appeal(desk)
    with desk.store.reading() as session:
        found = letter_parts.appeal(session, desk.programme, DecisionKind.GRANT)
        assert found is not None
        assert not found.example
    with desk.store.writing() as session:
        for rule in session.query(AppealRuleRecord):
            rule.text = ""
    with desk.store.reading() as session:
        assert letter_parts.appeal(session, desk.programme, DecisionKind.GRANT) is None

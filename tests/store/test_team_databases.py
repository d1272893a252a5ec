"""Personal logins: the database itself refuses a person who acts in a colleague's name."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from support.desk import OpenDesk, decide_appeal, open_desk
from support.requisition_case import CaseDriver

from sbdesk import command_line
from sbdesk.domain.decision import AttestationMode
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.parties import Role
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.clock import SetClock
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.opening import open_database
from sbdesk.services.settings import OfficerInput
from sbdesk.services.team_databases import add_login, officer_of
from sbdesk.services.workplace import Workplace
from sbdesk.store import journal
from sbdesk.store.records.decisions import AttestationRecord, ProposalRecord

CLOCK = SetClock(date(2026, 6, 10))
ANNA = OfficerInput("Anna Berg", "handläggare", (Role.OFFICER,))
KARIN = OfficerInput("Karin Ek", "enhetschef", (Role.DECIDER,), decide_limit_ore=10**12)


@pytest.fixture
def desk(postgresql_url: str) -> OpenDesk:
    return open_desk(postgresql_url)


@pytest.fixture
def proposed(desk: OpenDesk) -> CaseDriver:
    """Anna Berg has laid Region Skåne's case before Karin Ek."""
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    case.propose()
    return case


def as_login(url: str, login: str) -> str:
    return make_url(url).set(username=login).render_as_string(hide_password=False)


def test_a_decider_decides_in_the_program(desk: OpenDesk, proposed: CaseDriver) -> None:
    assert desk.store.login == "anna"
    deciding = DecisionsService(desk.work_of(desk.karin))
    deciding.register_signed(proposed.award, SecondPerson(desk.karin, desk.clock.today()))
    page = proposed.page()
    assert page.decision is not None
    assert page.decision.signed == "Beslutad i programmet av Karin Ek"
    desk.close()


def test_the_preparers_login_cannot_decide_as_somebody_else(desk: OpenDesk, proposed: CaseDriver) -> None:
    """Anna Berg's login claims to be Karin Ek: the services believe it, the database does not."""
    claiming = Workplace(desk.store, desk.clock, desk.karin)
    with pytest.raises(NotAllowed, match="Du är inloggad som en annan person"):
        DecisionsService(claiming).register_signed(
            proposed.award, SecondPerson(desk.karin, desk.clock.today())
        )
    assert proposed.page().decision is None
    with desk.store.reading() as session:
        assert session.query(AttestationRecord).count() == 0
        assert journal.verify(session) == []
    desk.close()


def test_nobody_prepares_in_a_colleagues_name(desk: OpenDesk) -> None:
    decide_appeal(desk)
    case = CaseDriver(desk)
    case.receive()
    as_per = Workplace(desk.store, desk.clock, desk.per)
    with pytest.raises(NotAllowed, match="Du är inloggad som en annan person än den som åtgärden"):
        DecisionsService(as_per).propose(case.award, case.granted_in_full(), decider_id=desk.anna)
    desk.close()


def test_the_preparer_of_a_proposal_cannot_be_changed_or_misnamed(
    desk: OpenDesk, proposed: CaseDriver
) -> None:
    karin = desk.work_of(desk.karin).store
    with pytest.raises(NotAllowed), karin.writing() as session:
        session.query(ProposalRecord).one().proposed_by = desk.karin
    with karin.reading() as session:
        proposal_id = session.query(ProposalRecord).one().id
    misnamed = AttestationRecord(
        subject_kind="proposal",
        subject_id=proposal_id,
        revision=1,
        verb="decide",
        officer_id=desk.karin,
        preparer_id=desk.per,
        mode=AttestationMode.PROGRAM,
        on=desk.clock.today(),
    )
    with pytest.raises(NotAllowed, match="berett av någon annan"), karin.writing() as session:
        session.add(misnamed)
    desk.close()


def test_an_officers_login_can_neither_change_logins_nor_the_rules(desk: OpenDesk) -> None:
    with pytest.raises(NotAllowed, match="äger databasen"), desk.store.writing() as session:
        session.execute(text("UPDATE officer SET login = 'anna2' WHERE login = 'karin'"))
    for forbidden in (
        "DROP TRIGGER attested_by_the_login ON attestation",
        "ALTER TABLE attestation DROP CONSTRAINT ck_attestation_four_eyes",
        "DELETE FROM event",
    ):
        with pytest.raises(NotAllowed, match=r"owner|tillåter inte"), desk.store.writing() as session:
            session.execute(text(forbidden))
    desk.close()


def test_the_owner_lets_people_in_and_each_is_who_the_server_says(postgresql_url: str) -> None:
    add_login(postgresql_url, "anna", ANNA, CLOCK)
    karin = add_login(postgresql_url, " karin ", KARIN, CLOCK)
    with pytest.raises(NotAllowed, match="hör redan till Karin Ek"):
        add_login(postgresql_url, "karin", ANNA, CLOCK)
    with pytest.raises(UserFacingError, match="Inloggningen saknas"):
        add_login(postgresql_url, " ", ANNA, CLOCK)
    opened = open_database(as_login(postgresql_url, "karin"), clock=CLOCK, officer_id=1)
    assert opened.work.officer_id == karin
    assert opened.services.settings.me().name == "Karin Ek"
    assert not opened.services.settings.signs_outside()
    with opened.store.reading() as session:
        assert journal.verify(session) == []
    opened.close()


def test_a_login_that_is_nobody_is_not_let_in(postgresql_url: str) -> None:
    add_login(postgresql_url, "anna", ANNA, CLOCK)
    with pytest.raises(UserFacingError, match="hör inte till någon person i databasen"):
        open_database(postgresql_url, clock=CLOCK)


def test_a_file_has_no_logins(tmp_path_factory: pytest.TempPathFactory) -> None:
    place = str(tmp_path_factory.mktemp("team") / "a.sbd")
    with pytest.raises(UserFacingError, match="En lokal fil kan inte ha personliga inloggningar"):
        add_login(place, "anna", ANNA, CLOCK)
    desk = open_desk(place)
    assert officer_of(desk.store) is None
    desk.close()


def test_the_command_admits_a_decider(postgresql_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    person = ["--login", "karin", "--name", "Karin Ek", "--title", "enhetschef"]
    given = [*person, "--role", "decider", "--role", "payer", "--limit", "5000000"]
    assert command_line.main(["admit-login", postgresql_url, *given]) == 0
    assert "Karin Ek kan öppna databasen med inloggningen karin." in capsys.readouterr().out
    opened = open_database(as_login(postgresql_url, "karin"), clock=CLOCK)
    me = opened.services.settings.me()
    assert (me.roles, me.decide_limit_ore) == ((Role.DECIDER, Role.PAYER), 5_000_000_00)
    opened.close()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"database": "finns_inte"}, "släpper inte in dig, eller så finns inte databasen"),
        ({"username": "nobody_here"}, "släpper inte in dig, eller så finns inte databasen"),
        ({"query": {"host": "/nowhere"}}, "Servern svarar inte"),
    ],
)
def test_a_server_that_does_not_answer_is_a_sentence(
    postgresql_url: str, changed: dict[str, str], said: str
) -> None:
    place = make_url(postgresql_url).set(**changed).render_as_string(hide_password=False)
    with pytest.raises(UserFacingError, match=said):
        open_database(place, clock=CLOCK)

"""What a grant consists of and holds under: registers, several RSS, clauses, and what is not stated."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from support.letter_cases import Make, component, document, draft, fact
from support.programme_desks import give_amount, give_registers
from support.programme_facts import NKR, PMC, RSS_A, RSS_S
from support.requisition_case import CaseDriver

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme import FactStatus
from sbdesk.services import programme_setup
from sbdesk.services.attestations import Act, attest
from sbdesk.store.records.parties import OperationRecord
from sbdesk.store.records.programmes import AllotmentRecord, ComponentRecord, ProgrammeRecord


def test_registers_that_are_not_whole_are_only_an_amount(make: Make) -> None:
    case = make(NKR)
    case.receive()
    granted = {component(case): from_kronor(1_000_000)}
    case.decisions.propose(case.award, granted, "Ett register är nedlagt.", case.desk.karin)
    said = draft(case)
    assert "Bidraget är till arbete med nationella kvalitetsregister." in said
    assert "Vi avslår rekvisitionen i övrigt, 585 858 kronor." in said


def test_one_register_of_two_is_counted(make: Make) -> None:
    case = make(NKR)
    case.receive()
    granted = {component(case): from_kronor(792_929)}
    case.decisions.propose(case.award, granted, "Ett register är nedlagt.", case.desk.karin)
    assert "Bidraget är 1 register à 792 929 kronor." in draft(case)


def test_units_without_a_count_are_only_an_amount(make: Make) -> None:
    case = make(NKR)
    give_registers(case.desk, "Region Skåne", 3)
    with case.desk.store.writing() as session:
        for share in session.scalars(select(AllotmentRecord)):
            share.units = None
    case.receive()
    case.propose()
    assert "register à" not in draft(case)


def _registers(case: CaseDriver, names: tuple[str, ...]) -> None:
    """The officer's list: one share per register, which replaces the mere count."""
    with case.desk.store.writing() as session:
        recipient = programme_setup.recipient_named(session, "Region Skåne").id
        shares = select(AllotmentRecord).where(AllotmentRecord.recipient_id == recipient)
        first = session.scalars(shares).one()
        component_id = first.component_id
        session.delete(first)
        session.flush()
        for name in names:
            register = OperationRecord(kind=OperationKind.REGISTRY, code=name, name=f"Registret {name}")
            session.add(register)
            session.flush()
            session.add(
                AllotmentRecord(
                    component_id=component_id,
                    recipient_id=recipient,
                    operation_id=register.id,
                    units=1,
                    computed_ore=from_kronor(792_929),
                )
            )


def test_a_loaded_list_of_registers_becomes_an_appendix(make: Make) -> None:
    case = make(NKR)
    _registers(case, ("Påhittat A", "Påhittat B"))
    case.receive(amounts={component(case): from_kronor(2 * 792_929)})
    granted = {component(case): from_kronor(2 * 792_929)}
    case.decisions.propose(case.award, granted, "", case.desk.karin)
    said = draft(case)
    assert "Bidraget är 2 register à 792 929 kronor." in said
    assert "Bilaga 2: Register som bidraget är räknat på" in said
    assert "2 Registret Påhittat B 792 929 Summa 1 585 858" in said
    case.decisions.return_proposal(case.award, "bara ett")
    granted = {component(case): from_kronor(792_929)}
    case.decisions.propose(case.award, granted, "Ett är nedlagt.", case.desk.karin)
    assert "Bilaga 2" not in draft(case)


def test_a_line_for_several_registers_says_how_many(make: Make) -> None:
    case = make(NKR)
    _registers(case, ("Påhittat A", "Påhittade övriga"))
    with case.desk.store.writing() as session:
        share = session.scalars(
            select(AllotmentRecord)
            .join(OperationRecord)
            .where(OperationRecord.name == "Registret Påhittade övriga")
        ).one()
        share.units, share.computed_ore = 15, from_kronor(15 * 792_929)
    granted = {component(case): from_kronor(16 * 792_929)}
    case.receive(amounts=granted)
    case.decisions.propose(case.award, granted, "", case.desk.karin)
    said = draft(case)
    assert "Bidraget är 16 register à 792 929 kronor." in said
    assert "2–16 Registret Påhittade övriga, 15 stycken 11 893 935 Summa 12 686 864" in said


def _two_rss(case: CaseDriver) -> None:
    with case.desk.store.writing() as session:
        second = OperationRecord(kind=OperationKind.RSS, code="RSS Två", name="RSS Påhittade södra")
        session.add(second)
        session.flush()
        session.add(
            AllotmentRecord(
                component_id=session.scalars(select(ComponentRecord.id)).one(),
                recipient_id=programme_setup.recipient_named(session, "Region Skåne").id,
                operation_id=second.id,
                decided_ore=from_kronor(1_000_000),
            )
        )


def test_a_principal_with_two_rss_gets_a_line_each(make: Make) -> None:
    case = make(RSS_A)
    _two_rss(case)
    whole = {component(case): from_kronor(3_000_000)}
    case.receive(amounts=whole)
    case.decisions.propose(case.award, whole, "", case.desk.karin)
    said = draft(case)
    assert "2 000 000 kronor till RSS Provlän" in said
    assert "1 000 000 kronor till RSS Påhittade södra" in said


def test_an_amount_that_nobody_has_split_stands_on_one_line(make: Make) -> None:
    case = make(RSS_S)
    _two_rss(case)
    case.receive(amounts={component(case): from_kronor(3_000_000)})
    part = {component(case): from_kronor(2_500_000)}
    case.decisions.propose(case.award, part, "En insats ryms inte i syftet.", case.desk.karin)
    assert "Bidraget är till RSS Provlän och RSS Påhittade södra." in draft(case)


def test_the_clause_on_debts_is_written_when_a_jurist_has_answered(make: Make) -> None:
    case = make(PMC)
    case.receive()
    case.propose()
    clause = "får vi vänta med utbetalningen tills skulden är betald"
    assert clause not in draft(case)
    answer = "Juristens svar den 1 juni 2026"
    fact(case, "withhold", True, FactStatus.OFFICER, reason=answer)
    assert clause not in draft(case), "one officer's own word is no clause"
    with case.desk.store.writing() as session:
        subject = Act("programme", case.desk.programme, "amend", case.desk.anna)
        signed = attest(session, case.desk.work, subject, case.signed()).id
    fact(case, "withhold", True, FactStatus.OFFICER, reason=answer, attestation_id=signed, ordinal=2)
    assert clause in draft(case)
    rss = make(RSS_S)
    rss.receive()
    rss.propose()
    assert clause not in draft(rss)


def test_what_the_instruction_leaves_out_is_left_out(make: Make) -> None:
    case = make(PMC)
    case.receive()
    case.propose()
    for name in ("repay_due", "report_due", "invoice_over", "use_from"):
        fact(case, name, None, FactStatus.NOT_STATED)
    said = draft(case)
    assert "31 mars 2027" not in said
    assert "Vi fakturerar" not in said
    assert "Sista dag är inte bestämd än." in said
    assert "Ni kan använda bidraget till och med den 31 december 2026." in said
    fact(case, "use_to", None, FactStatus.NOT_STATED)
    with pytest.raises(UserFacingError, match="till och med vilken dag"):
        draft(case)


def test_a_programme_without_own_texts_gets_its_letter_from_its_facts(make: Make) -> None:
    case = make(PMC)
    with case.desk.store.writing() as session:
        session.get_one(ProgrammeRecord, case.desk.programme).code = "egen-2026"
    case.receive()
    case.propose()
    said = draft(case)
    assert "Bidraget grundas på S2026/00953 den 7 maj 2026." in said
    assert "för delen Efter befolkning till samverkansregionerna" in said
    assert "Ni får inte lämna pengarna vidare" in said
    assert "general@1:" in (document(case, case.decide()).wording_version or "")


def test_an_unknown_amount_of_one_operation_keeps_the_sum_on_one_line(make: Make) -> None:
    case = make(RSS_S)
    give_amount(case.desk, "Region Stockholm", 0)
    case.receive()
    case.propose()
    assert "Bidraget är till RSS Provlän." in draft(case)

"""Parts of the frame, grounds for repayment and checks: each with its source, its version and its undoing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from support.programme_bench import Bench, own_fact

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import (
    AllotmentMethod,
    Component,
    Condition,
    FactStatus,
    GroundBasis,
    Modality,
    RecoveryGround,
    VerdictCause,
)
from sbdesk.services.programme_rows import ComponentRow, ConditionRow, GroundRow
from sbdesk.store.records.programmes import AllotmentRecord

PART = Component("per-elev", "Belopp per elev", 5_000_000, AllotmentMethod.PER_UNIT, "floor", False, None, ())
GROUND = RecoveryGround("unused", "Inte använt", Modality.SHALL, "recovery_unused", (VerdictCause.DUPLICATE,))


def part(bench: Bench, code: str = "per-elev") -> ComponentRow:
    return next(row for row in bench.page().components if row.component.code == code)


def ground(bench: Bench) -> GroundRow:
    (row,) = bench.page().grounds
    return row


def rule(bench: Bench, code: str) -> ConditionRow:
    return next(row for row in bench.page().conditions if row.rule == code)


def test_a_part_is_added_changed_and_removed(bench: Bench) -> None:
    bench.editing.save_component(bench.programme, None, PART)
    row = part(bench)
    assert (row.component.label, row.component.total_ore, row.recipients, row.purpose) == (
        "Belopp per elev",
        5_000_000,
        0,
        "",
    )
    bench.editing.add_fact(bench.programme, own_fact("ändamål_del_1"))
    other = replace(PART, separate_purpose=True, purpose_fact="ändamål_del_1", operation_kind="registry")
    bench.editing.save_component(bench.programme, (row.id, row.version), other)
    changed = part(bench)
    assert (changed.purpose, changed.component.operation_kind) == ("Ändamål del 1", "registry")
    with pytest.raises(Conflict) as stale:
        bench.editing.save_component(bench.programme, (row.id, row.version), PART)
    assert stale.value.code == "F12"
    with pytest.raises(Conflict, match=r"^Koden per-elev finns redan\."):
        bench.editing.save_component(bench.programme, None, PART)
    bench.editing.remove_component(changed.id, changed.version)
    assert not bench.page().components
    with pytest.raises(Conflict, match="redan borttagen"):
        bench.editing.remove_component(changed.id, changed.version)
    with pytest.raises(Conflict) as gone:
        bench.editing.save_component(bench.programme, (changed.id, changed.version), PART)
    assert gone.value.code == "F12"


def test_a_part_takes_its_recipients_with_it(copied: Bench) -> None:
    row = part(copied, "base")
    copied.editing.remove_component(row.id, row.version)
    with copied.desk.store.reading() as session:
        left = session.scalar(
            select(func.count()).select_from(AllotmentRecord).where(AllotmentRecord.component_id == row.id)
        )
    assert left == 0


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("code", replace(PART, code="Per elev")),
        ("label", replace(PART, label=" ")),
        ("total", replace(PART, total_ore=-1)),
        ("purpose_fact", replace(PART, separate_purpose=True)),
    ],
)
def test_a_part_that_lacks_something_names_the_field(bench: Bench, field: str, wrong: Component) -> None:
    with pytest.raises(UserFacingError) as refused:
        bench.editing.save_component(bench.programme, None, wrong)
    assert refused.value.code == field


def test_a_ground_needs_a_sentence(bench: Bench) -> None:
    for nothing in (GROUND, replace(GROUND, fact="finns_inte")):
        with pytest.raises(UserFacingError, match="måste stå i anvisningen eller i lag") as refused:
            bench.editing.save_ground(bench.programme, None, nothing)
        assert refused.value.code == "fact"
    bench.state("recovery_unused", "Inte använt", "Medel som inte använts ska betalas tillbaka.")
    bench.editing.save_ground(bench.programme, None, GROUND)
    row = ground(bench)
    assert (row.title, row.modality, row.ground.causes) == ("Inte använt", "ska", (VerdictCause.DUPLICATE,))
    assert row.quote == "Medel som inte använts ska betalas tillbaka."
    bench.editing.save_ground(bench.programme, (row.id, row.version), replace(GROUND, modality=Modality.MAY))
    assert ground(bench).modality == "kan"
    with pytest.raises(NotAllowed, match="”Inte använt” skulle stå utan mening"):
        bench.editing.undo_fact((bench.programme, "recovery_unused", 1), 2)
    newest = ground(bench)
    bench.editing.remove_ground(newest.id, newest.version)
    assert not bench.page().grounds


@pytest.mark.parametrize(
    ("field", "wrong"), [("code", replace(GROUND, code="Inte alls")), ("label", replace(GROUND, label=""))]
)
def test_a_ground_that_lacks_something_names_the_field(
    bench: Bench, field: str, wrong: RecoveryGround
) -> None:
    with pytest.raises(UserFacingError) as refused:
        bench.editing.save_ground(bench.programme, None, wrong)
    assert refused.value.code == field


def test_a_check_without_ground_informs_unless_a_second_person_signs(bench: Bench) -> None:
    row = rule(bench, "R07")
    stop = Condition("R07", Level.STOP, GroundBasis.NONE)
    with pytest.raises(UserFacingError) as refused:
        bench.editing.save_condition(bench.programme, (row.id, row.version), stop)
    assert refused.value.code == "level"
    with pytest.raises(NotAllowed) as same:
        bench.editing.save_condition(
            bench.programme, (row.id, row.version), stop, bench.desk.signed_by(bench.desk.anna)
        )
    assert same.value.code == "F13"
    second = bench.desk.signed_by(bench.desk.karin)
    bench.editing.save_condition(bench.programme, (row.id, row.version), stop, second)
    signed = rule(bench, "R07")
    assert (signed.level, signed.signed, signed.basis) == (Level.STOP, True, GroundBasis.NONE)
    bench.state("debt_rule", False, "Skulder prövas inte.")
    assert rule(bench, "R07").level is Level.STOP, "what a second person has signed is left alone"
    note = Condition("R07", Level.NOTE, GroundBasis.NONE, enabled=False)
    bench.editing.save_condition(bench.programme, (signed.id, signed.version), note, second)
    assert (rule(bench, "R07").signed, rule(bench, "R07").enabled) == (False, False)


def test_a_check_rests_on_the_fact_that_is_chosen(bench: Bench) -> None:
    row = rule(bench, "R01")
    given = Condition("R01", Level.DEVIATION, GroundBasis.NONE, "recipients")
    with pytest.raises(UserFacingError) as refused:
        bench.editing.save_condition(bench.programme, (row.id, row.version), given)
    assert refused.value.code == "fact"
    bench.state("recipients", "Alla kommuner", "Alla kommuner kan rekvirera.")
    row = rule(bench, "R01")
    assert row.level is Level.STOP
    bench.editing.save_condition(bench.programme, (row.id, row.version), given)
    chosen = rule(bench, "R01")
    assert (chosen.level, chosen.basis, chosen.quote) == (
        Level.DEVIATION,
        GroundBasis.INSTRUCTION,
        "Alla kommuner kan rekvirera.",
    )
    law = rule(bench, "K02")
    bench.editing.save_condition(
        bench.programme, (law.id, law.version), Condition("K02", Level.STOP, GroundBasis.NONE, "law_hearing")
    )
    assert rule(bench, "K02").basis is GroundBasis.LAW
    with pytest.raises(Conflict) as stale:
        bench.editing.save_condition(bench.programme, (row.id, row.version), given)
    assert stale.value.code == "F12"


def test_parameters_are_the_rules_own(bench: Bench) -> None:
    row = rule(bench, "L01")
    given = Condition("L01", Level.NOTE, GroundBasis.NONE, parameters={"share_from_ore": 250_000})
    bench.editing.save_condition(bench.programme, (row.id, row.version), given)
    newest = rule(bench, "L01")
    assert newest.condition.parameters == {"share_from_ore": 250_000}
    for wrong in ({"okänd": 1}, {"share_from_ore": "mycket"}, {"share_from_ore": -1}):
        with pytest.raises(UserFacingError) as refused:
            bench.editing.save_condition(
                bench.programme, (newest.id, newest.version), replace(given, parameters=wrong)
            )
        assert refused.value.code == "parameters"


def test_a_check_is_there_once(bench: Bench) -> None:
    with pytest.raises(Conflict, match="Kontrollen R07 finns redan"):
        bench.editing.save_condition(bench.programme, None, Condition("R07", Level.NOTE, GroundBasis.NONE))


def test_a_check_that_the_programme_lacks_can_be_added(copied: Bench) -> None:
    from sqlalchemy import delete

    from sbdesk.store.records.programmes import ConditionRecord

    with copied.desk.store.writing() as session:
        session.execute(
            delete(ConditionRecord).where(
                ConditionRecord.programme_id == copied.programme, ConditionRecord.rule_code == "L20"
            )
        )
    copied.editing.save_condition(copied.programme, None, Condition("L20", Level.NOTE, GroundBasis.NONE))
    assert rule(copied, "L20").level is Level.NOTE


def test_the_parts_of_an_open_programme_stay(bench: Bench) -> None:
    opened = replace(bench, programme=bench.desk.programme)
    row = opened.page().components[0]
    with pytest.raises(NotAllowed, match="granskade och godkända"):
        opened.editing.save_component(opened.programme, (row.id, row.version), row.component)
    with pytest.raises(NotAllowed, match="granskade och godkända"):
        opened.editing.remove_component(row.id, row.version)
    assert opened.row("total").status is FactStatus.STATED

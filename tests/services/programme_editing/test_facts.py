"""The facts of a draft: revision by revision, undone, taken away, ticked, and never overwritten unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from support.programme_bench import Bench, own_fact

from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.domain.programme import FactStatus, FactValue, GroundBasis, Quote, ValueKind
from sbdesk.services.attestations import ReceivedFile
from sbdesk.store.records.office import EventRecord
from sbdesk.store.records.programme_editing import FactConfirmationRecord
from sbdesk.store.records.programmes import ProgrammeFactRecord


def verbs(bench: Bench) -> list[str]:
    with bench.desk.store.reading() as session:
        events = session.scalars(
            select(EventRecord.verb)
            .where(EventRecord.subject_kind == "programme", EventRecord.subject_id == bench.programme)
            .order_by(EventRecord.seq)
        )
        return list(events)


def test_an_edit_is_a_new_revision_and_the_officers_tick(bench: Bench) -> None:
    bench.state("closes", date(2026, 9, 1))
    row = bench.row("closes")
    assert (row.revision, row.value, row.confirmed_by, row.undoable) == (
        2,
        "1 september 2026",
        "Anna Berg",
        True,
    )
    with bench.desk.store.reading() as session:
        kept = session.scalars(
            select(ProgrammeFactRecord.status).where(
                ProgrammeFactRecord.programme_id == bench.programme, ProgrammeFactRecord.name == "closes"
            )
        )
        assert list(kept) == [FactStatus.NOT_STATED, FactStatus.STATED]
    assert verbs(bench) == ["create_programme", "edit_fact"]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("value", FactValue("closes", ValueKind.DAY, None, FactStatus.STATED)),
        ("quote", FactValue("closes", ValueKind.DAY, date(2026, 9, 1), FactStatus.STATED)),
        (
            "heading",
            FactValue("closes", ValueKind.DAY, date(2026, 9, 1), FactStatus.STATED, quote=Quote(" ", ("a",))),
        ),
        (
            "quote",
            FactValue(
                "closes", ValueKind.DAY, date(2026, 9, 1), FactStatus.STATED, quote=Quote("Rubrik", (" ",))
            ),
        ),
        ("statute", FactValue("debt_rule", ValueKind.BOOL, True, FactStatus.LAW)),
        ("reason", FactValue("use_from", ValueKind.DAY, date(2026, 1, 1), FactStatus.DERIVED)),
        ("reason", FactValue("use_from", ValueKind.DAY, date(2026, 1, 1), FactStatus.OFFICER, reason=" ")),
        ("value", FactValue("total", ValueKind.ORE, -1, FactStatus.OFFICER, reason="prov")),
    ],
)
def test_a_fact_without_its_source_names_the_field(bench: Bench, field: str, wrong: FactValue) -> None:
    with pytest.raises(UserFacingError) as refused:
        bench.editing.edit_fact(bench.programme, 1, wrong)
    assert refused.value.code == field
    assert "finns kvar här" in str(refused.value)
    assert bench.row(wrong.name).revision == 1


def test_two_officers_at_once_one_wins_and_the_other_is_told(bench: Bench) -> None:
    seen = bench.row("closes").revision
    bench.of(bench.desk.per).state("closes", date(2026, 9, 1))
    fact = replace(bench.row("closes").fact, value=date(2026, 9, 15))
    with pytest.raises(Conflict) as stale:
        bench.editing.edit_fact(bench.programme, seen, fact)
    assert stale.value.code == "F12"
    assert stale.value.what.startswith("Per Lund ändrade statsbidraget ")
    assert bench.row("closes").value == "1 september 2026"
    bench.editing.edit_fact(bench.programme, seen + 1, fact)
    assert bench.row("closes").value == "15 september 2026"


def test_undo_goes_back_step_by_step_and_keeps_both(bench: Bench) -> None:
    place = (bench.programme, "closes", 1)
    bench.state("closes", date(2026, 9, 1))
    bench.state("closes", date(2026, 9, 2))
    bench.editing.undo_fact(place, 3)
    row = bench.row("closes")
    assert (row.value, row.revision, row.confirmed_by) == ("1 september 2026", 4, "")
    bench.editing.undo_fact(place, 4)
    assert bench.row("closes").status is FactStatus.NOT_STATED
    assert not bench.row("closes").undoable
    with pytest.raises(NotAllowed, match="inte ändrats"):
        bench.editing.undo_fact(place, 5)
    assert verbs(bench)[1:] == ["edit_fact", "edit_fact", "undo_edit_fact", "undo_edit_fact"]
    with bench.desk.store.reading() as session:
        undone = session.scalars(
            select(EventRecord.undoes).where(EventRecord.verb == "undo_edit_fact").order_by(EventRecord.seq)
        )
        first, second = list(undone)
        assert first is not None
        assert second is not None
        assert first > second


def test_a_stale_undo_is_refused(bench: Bench) -> None:
    bench.state("closes", date(2026, 9, 1))
    with pytest.raises(Conflict) as stale:
        bench.editing.undo_fact((bench.programme, "closes", 1), 1)
    assert stale.value.code == "F12"


def test_own_facts_come_and_go(bench: Bench) -> None:
    bench.editing.add_fact(bench.programme, own_fact("ändamål_del_2"))
    bench.editing.add_fact(bench.programme, own_fact("ändamål_del_2", "Kommunens fältarbete"))
    second = bench.row("ändamål_del_2", 2)
    assert (second.title, second.part, second.own) == ("Ändamål del 2 2", "Övriga uppgifter", True)
    place = (bench.programme, "ändamål_del_2", 2)
    bench.editing.remove_fact(place, second.revision)
    assert [row.fact.ordinal for row in bench.page().facts if row.name == "ändamål_del_2"] == [1]
    with pytest.raises(Conflict, match="redan borttagen"):
        bench.editing.remove_fact(place, 2)
    bench.editing.undo_fact(place, 2)
    assert bench.row("ändamål_del_2", 2).value == "Kommunens fältarbete"
    bench.editing.undo_fact(place, 3)
    assert [row.fact.ordinal for row in bench.page().facts if row.name == "ändamål_del_2"] == [1]
    bench.editing.add_fact(bench.programme, own_fact("ändamål_del_2", "Kommunens skolor"))
    assert bench.row("ändamål_del_2", 2).revision == 5


def test_a_second_piece_of_evidence_gets_the_next_number(bench: Bench) -> None:
    bench.editing.add_fact(bench.programme, own_fact("evidence", "Utdrag ur huvudbok"))
    assert bench.row("evidence", 2).own
    assert not bench.row("evidence", 1).own


def test_what_is_asked_of_every_programme_stays(bench: Bench) -> None:
    with pytest.raises(NotAllowed, match="frågas om i varje statsbidrag"):
        bench.editing.remove_fact((bench.programme, "total", 1), 1)
    with pytest.raises(UserFacingError) as nameless:
        bench.editing.add_fact(bench.programme, own_fact(""))
    assert nameless.value.code == "name"


def test_a_fact_that_something_rests_on_stays(bench: Bench) -> None:
    from sbdesk.domain.programme import AllotmentMethod, Component

    bench.editing.add_fact(bench.programme, own_fact("ändamål_del_1"))
    part = Component("del-1", "Del 1", 100, AllotmentMethod.EQUAL, "floor", True, "ändamål_del_1", ())
    bench.editing.save_component(bench.programme, None, part)
    with pytest.raises(NotAllowed, match="ligger till grund för delen ”Del 1”"):
        bench.editing.remove_fact((bench.programme, "ändamål_del_1", 1), 1)
    with pytest.raises(NotAllowed, match="ligger till grund"):
        bench.editing.undo_fact((bench.programme, "ändamål_del_1", 1), 1)


def test_ticks_are_given_taken_back_and_given_again(bench: Bench) -> None:
    row = bench.row("total")
    bench.editing.confirm_fact(row.id)
    bench.editing.confirm_fact(row.id)
    assert bench.page().confirmed == 1
    bench.editing.unconfirm_fact(row.id)
    assert bench.page().confirmed == 0
    with pytest.raises(Conflict, match="är inte bekräftad"):
        bench.editing.unconfirm_fact(row.id)
    bench.of(bench.desk.per).editing.confirm_fact(row.id)
    assert bench.row("total").confirmed_by == "Per Lund"
    assert verbs(bench)[1:] == ["confirm_fact", "unconfirm_fact", "confirm_fact"]
    with bench.desk.store.reading() as session:
        assert len(list(session.scalars(select(FactConfirmationRecord)))) == 2


def test_an_older_revision_cannot_be_ticked(bench: Bench) -> None:
    former = bench.row("closes").id
    bench.state("closes", date(2026, 9, 1))
    with pytest.raises(Conflict) as stale:
        bench.editing.confirm_fact(former)
    assert stale.value.code == "F12"


def test_what_the_text_is_silent_on_is_ticked_in_one_act(bench: Bench) -> None:
    bench.state("closes", date(2026, 9, 1))
    done = bench.editing.confirm_unstated(bench.programme)
    page = bench.page()
    assert page.confirmed == len(page.facts) - 4, "the law is left to read"
    assert done.message.startswith(f"{page.confirmed - 1} uppgifter är bekräftade")
    bench.editing.unconfirm_fact(bench.row("total").id)
    assert bench.editing.confirm_unstated(bench.programme).message.startswith("1 uppgift är bekräftad")


def test_the_quote_finds_its_line_in_the_loaded_text(bench: Bench, tmp_path: Path) -> None:
    text = "Villkor\n\nSista dag är\nden 1 september 2026.\n"
    bench.programmes.load_instruction(bench.programme, ReceivedFile("a.txt", text.encode()))
    row = bench.row("closes")
    quote = Quote("Villkor", ("Sista dag är", "den 1 september 2026."))
    fact = replace(row.fact, value=date(2026, 9, 1), status=FactStatus.STATED, quote=quote)
    bench.editing.edit_fact(bench.programme, 1, fact)
    assert (bench.row("closes").line, bench.row("closes").quote) == (3, "Sista dag är den 1 september 2026.")
    bench.state("opens", date(2026, 8, 1), "Finns inte i texten.")
    assert bench.row("opens").line is None
    assert bench.page().missing_quotes == ("Rekvireringen öppnar",)


def test_a_check_gets_its_weight_from_the_sentence_and_loses_it_again(bench: Bench) -> None:
    def rule(code: str) -> tuple[Level, GroundBasis, bool]:
        row = next(row for row in bench.page().conditions if row.rule == code)
        return row.level, row.basis, row.enabled

    bench.state("debt_rule", True, "Kommunen får inte ha en obetald skuld.")
    assert rule("R07") == (Level.STOP, GroundBasis.INSTRUCTION, True)
    assert rule("R12") == (Level.DEVIATION, GroundBasis.INSTRUCTION, True)
    bench.state("debt_rule", False, "Skulder prövas inte.")
    assert rule("R07") == (Level.NOTE, GroundBasis.NONE, True)
    assert rule("R12") == (Level.NOTE, GroundBasis.NONE, False)


def test_parameters_follow_their_facts(bench: Bench) -> None:
    bench.state("invoice_over", 250_000, "Belopp över 2 500 kronor faktureras.")
    bench.state("contact_person_required", True, "Ange kontaktperson.")
    rules = {row.rule: row.condition for row in bench.page().conditions}
    assert (rules["K01"].parameters, rules["K01"].severity) == ({"threshold_ore": 250_000}, Level.STOP)
    assert rules["R03"].parameters == {"required": ("amount", "account", "contact_name", "contact_email")}


def test_a_law_is_a_ground(bench: Bench) -> None:
    row = bench.row("pay_after_deadline")
    fact = replace(row.fact, value=True, status=FactStatus.LAW, statute="3 § förordningen (2026:1)")
    bench.editing.edit_fact(bench.programme, 1, fact)
    found = next(row for row in bench.page().conditions if row.rule == "R11")
    assert (found.level, found.basis, found.enabled) == (Level.STOP, GroundBasis.LAW, True)


def test_an_open_programme_is_not_edited(bench: Bench) -> None:
    at = replace(bench, programme=bench.desk.programme)
    with pytest.raises(NotAllowed, match="Välj Ändra uppgift"):
        at.state("closes", date(2026, 9, 1))

"""What the pages of an act with many cases say and ask, and what the service is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sbdesk.domain.bulk_acts import BulkAct, label_of
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.requisition_status import Stage, StatusLabel, StatusLevel, WaitsFor
from sbdesk.gui.features.requisitions import bulk_words
from sbdesk.gui.features.requisitions.bulk_presenter import BulkTyped, terms_of
from sbdesk.gui.features.requisitions.bulk_words import Field
from sbdesk.services.bulk_decisions import BulkCase, BulkOutcome, Outcome, Preflight
from sbdesk.services.bulk_decisions_rows import result_of
from sbdesk.services.requisition_rows import CaseRow

TODAY = date(2026, 8, 14)
KARIN = 2


def case(award: int, ore: int | None = 100_00, refusal: str = "", *, needs_reason: bool = False) -> BulkCase:
    return BulkCase(award, f"Region {award}", "CSD 2026", ore, refusal, needs_reason=needs_reason)


def plan(act: BulkAct, *cases: BulkCase, signed_outside: bool = True) -> Preflight:
    label = label_of(act, signed_outside=signed_outside)
    return Preflight(act, label, cases, TODAY, signed_outside, ((KARIN, "Karin Ek"),), KARIN)


def row(stage: Stage, ore: int | None = 5_00) -> CaseRow:
    status = StatusLabel("Väntar", StatusLevel.NOTE, WaitsFor.OFFICER)
    return CaseRow(
        award_id=1,
        recipient="Region 1",
        programme="CSD 2026",
        programme_title="",
        case_number="",
        received_on=None,
        allotted_ore=None,
        requested_ore=ore,
        granted_ore=0,
        paid_ore=0,
        status=status,
        stage=stage,
        days=None,
        assignee="",
        mine=True,
    )


def test_with_personal_logins_a_decision_asks_for_no_signature() -> None:
    outside = plan(BulkAct.DECIDE, case(1))
    inside = plan(BulkAct.DECIDE, case(1), signed_outside=False)
    assert bulk_words.fields_of(outside) == (Field.PERSON, Field.DAY, Field.FILE)
    assert bulk_words.fields_of(inside) == ()
    assert bulk_words.intro_of(inside) != bulk_words.intro_of(outside)
    together = plan(BulkAct.DECIDE_TOGETHER, case(1), case(2), signed_outside=False)
    assert bulk_words.fields_of(together) == (Field.CASE_NUMBER,)
    told = terms_of(inside, BulkTyped(), 7)
    assert told.second is not None
    assert (told.second.officer_id, told.second.on, told.second.signed_page) == (7, TODAY, None)


def test_reasons_are_asked_where_a_letter_would_lack_them() -> None:
    assert Field.REASONS not in bulk_words.fields_of(plan(BulkAct.PROPOSE, case(1)))
    assert Field.REASONS in bulk_words.fields_of(plan(BulkAct.PROPOSE, case(1, needs_reason=True)))


@pytest.mark.parametrize("act", list(BulkAct))
def test_every_act_says_what_it_does_and_what_it_asks(act: BulkAct) -> None:
    made = plan(act, case(1))
    assert bulk_words.intro_of(made).endswith(".")
    assert bulk_words.fields_of(made)
    assert "…" not in bulk_words.title_of(made.label)
    assert bulk_words.person_label(made)
    assert bulk_words.day_label(made)


@pytest.mark.parametrize(
    ("cases", "text", "ok"),
    [
        ((case(1), case(2)), "Bevilja 2 mottagare 200\u00a0kr? Det kan inte ångras.", "Bevilja 2"),
        ((case(1, None),), "Besluta i 1 ärende utan belopp? Det kan inte ångras.", "Besluta 1"),
        (
            (case(1), case(2, None), case(3, None)),
            "Bevilja 1 mottagare 100\u00a0kr och besluta i 2 ärenden utan belopp? Det kan inte ångras.",
            "Besluta 3",
        ),
    ],
)
def test_what_cannot_be_undone_is_asked_in_figures(cases: tuple[BulkCase, ...], text: str, ok: str) -> None:
    asked = bulk_words.confirmation_of(plan(BulkAct.DECIDE, *cases))
    assert (asked.text, asked.ok) == (text, ok)


def test_the_bar_offers_what_most_wait_for() -> None:
    assert bulk_words.proposed_act([row(Stage.READY), row(Stage.PROPOSED), row(Stage.PROPOSED)]) is (
        BulkAct.DECIDE
    )
    assert bulk_words.proposed_act([row(Stage.PAID)]) is BulkAct.PROPOSE
    assert bulk_words.chosen_words([row(Stage.READY), row(Stage.EXPECTED, None)], 1) == (
        "2 valda · 5\u00a0kr · 1 dold av filtret"
    )


def test_results_are_counted_with_their_sum() -> None:
    made = plan(BulkAct.DECIDE, case(1), case(2), case(3, refusal="Vilande."))
    rows = (
        BulkOutcome.of(made.cases[0], Outcome.DONE, "Klart."),
        BulkOutcome.of(made.cases[1], Outcome.BEFORE, "Förr."),
        BulkOutcome.of(made.cases[2], Outcome.NOT_DONE, "Vilande."),
    )
    assert bulk_words.result_words(result_of(made, rows)) == (
        "1 klara (100\u00a0kr) · 1 redan gjorda · 1 inte gjorda"
    )
    stopped = result_of(made, rows[2:], cancelled=True)
    assert bulk_words.result_words(stopped) == ("Avbrutet. Det som är klart är kvar. 0 klara · 1 inte gjorda")


def test_the_service_is_told_what_was_typed(tmp_path: Path) -> None:
    page = tmp_path / "lista.pdf"
    page.write_bytes(b"%PDF-1.4")
    typed = BulkTyped(KARIN, date(2026, 8, 12), "post", "9.1-1/2026", str(page), str(tmp_path), "skäl")
    both = terms_of(plan(BulkAct.DECIDE, case(1), case(2)), typed, 1)
    assert both.second is not None
    assert both.second.covers_several
    assert (both.second.officer_id, both.second.on) == (KARIN, date(2026, 8, 12))
    assert both.channel is DispatchChannel.POST
    assert both.folder == tmp_path
    alone = terms_of(plan(BulkAct.DECIDE, case(1)), typed, 1)
    assert alone.second is not None
    assert not alone.second.covers_several, "a page for one case belongs to it"
    assert terms_of(plan(BulkAct.ASSIGN, case(1)), typed, 1).second is None


def test_nobody_to_choose_says_where_to_add_a_colleague() -> None:
    with pytest.raises(UserFacingError, match="Det finns ingen annan person att välja"):
        terms_of(plan(BulkAct.DECIDE, case(1)), BulkTyped(), 1)

"""The Qt-free side of the editor: what a form makes of its fields, and how the instruction is read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from sbdesk.domain.errors import Conflict, UserFacingError
from sbdesk.domain.programme import AllotmentMethod, FactStatus, FactValue, Quote, ValueKind
from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.features.programmes import entries
from sbdesk.gui.features.programmes.editing import ProgrammeEditing
from sbdesk.gui.features.programmes.entries import EntryMode, FactEntry, Texts
from sbdesk.gui.tasks import InlineTasks, TaskScope
from sbdesk.services.changes import Done, Touched

LINES = [
    "Anvisning",
    "",
    "Hur gör ni en rekvisition?",
    "",
    "Ni rekvirerar i e-tjänsten.",
    "",
    "- Sista dag är",
    "  den 1 september.",
]
BASE = FactValue("closes", ValueKind.TEXT, None, FactStatus.NOT_STATED)


def test_the_heading_above_a_line() -> None:
    assert entries.heading_above(LINES, 6) == "Hur gör ni en rekvisition?"
    assert entries.heading_above(LINES, 2) == "Anvisning"
    assert entries.heading_above(LINES, 0) == ""


def test_a_quote_is_taken_without_list_marks() -> None:
    assert entries.quoted("- Sista dag är\n  den 1 september.\n\n") == "Sista dag är\nden 1 september."


def test_a_fact_holds_only_what_its_status_has() -> None:
    texts = Texts(" Rubrik ", "Rad ett\n\nRad två", "3 § lagen", "skäl")
    stated = entries.entered(BASE, FactStatus.STATED, "x", texts)
    assert stated.quote == Quote("Rubrik", ("Rad ett", "Rad två"))
    assert (stated.statute, stated.reason) == (None, None)
    law = entries.entered(BASE, FactStatus.LAW, "x", texts)
    assert (law.quote, law.statute) == (None, "3 § lagen")
    derived = entries.entered(BASE, FactStatus.DERIVED, "x", Texts("", "", "", "skäl"))
    assert (derived.quote, derived.reason) == (None, "skäl")
    promised = entries.entered(BASE, FactStatus.NOT_YET_DECIDED, "x", texts)
    assert promised.value is None
    assert promised.quote is not None
    silent = entries.entered(BASE, FactStatus.NOT_STATED, "x", texts)
    assert silent == BASE


def test_an_entry_says_what_it_lacks() -> None:
    whole = entries.entered(BASE, FactStatus.STATED, "x", Texts("Rubrik", "Citat", "", ""))
    assert FactEntry(EntryMode.EDIT, 1, whole).problem() is None
    assert (FactEntry(EntryMode.AMEND, 1, whole).problem() or ("", ""))[0] == "why"
    nameless = FactEntry(EntryMode.ADD, 0, FactValue("", ValueKind.TEXT, "x", FactStatus.STATED))
    assert (nameless.problem() or ("", ""))[0] == "name"


def test_only_shares_of_a_population_are_rounded() -> None:
    assert entries.has_rounding(AllotmentMethod.POPULATION)
    assert not entries.has_rounding(AllotmentMethod.EQUAL)
    assert entries.choice_words("closes") == []


class FakeForm:
    def __init__(self) -> None:
        self.closed = 0
        self.errors: list[UserFacingError] = []

    def done_well(self) -> None:
        self.closed += 1

    def refused(self, error: UserFacingError) -> None:
        self.errors.append(error)


class FakeView:
    def __init__(self) -> None:
        self.errors: list[UserFacingError] = []

    def show_error(self, error: UserFacingError) -> None:
        self.errors.append(error)

    def clear_error(self) -> None:
        self.errors.clear()


class Refusing:
    """A service in which somebody else has always been first."""

    work = SimpleNamespace(officer_id=7)

    def __getattr__(self, name: str) -> Any:
        def act(*_given: object) -> Done:
            raise Conflict("Per Lund ändrade först.", "Inget är sparat.", "Jämför.", code="F12")

        return act


def editing(service: object, view: FakeView, stale: list[int]) -> ProgrammeEditing:
    context = SimpleNamespace(
        services=SimpleNamespace(programme_editing=service),
        tasks=TaskScope(InlineTasks()),
        changes=ChangeBus(),
    )
    return ProgrammeEditing(cast("Any", context), view, lambda: stale.append(1))


def test_a_refused_act_keeps_its_form_and_reads_again() -> None:
    view, form, stale = FakeView(), FakeForm(), list[int]()
    made = editing(Refusing(), view, stale)
    page = cast("Any", SimpleNamespace(row=SimpleNamespace(id=1), version=3))
    fact = FactEntry(EntryMode.EDIT, 1, BASE)
    made.save_fact(page, fact, form, lambda _done: None)
    assert [error.code for error in form.errors] == ["F12"]
    assert (form.closed, view.errors, stale) == (0, [], [1])
    made.redraft(page)
    assert [error.code for error in view.errors] == ["F12"]
    assert made.me == 7


def test_a_done_act_closes_its_form_and_tells_everybody() -> None:
    view, form = FakeView(), FakeForm()
    service = SimpleNamespace(
        work=SimpleNamespace(officer_id=7),
        create_empty=lambda given, command: Done(Touched.PROGRAMMES, "Klart.", 5),
    )
    made, told = editing(service, view, []), list[int | None]()
    made.create(cast("Any", None), form, lambda done: told.append(done.id))
    assert (form.closed, told) == (1, [5])

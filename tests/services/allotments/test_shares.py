"""Shares by hand and computed anew; differences are shown before anything changes."""

from __future__ import annotations

import pytest
from support.allotment_desk import AllotmentDesk, make_programme
from support.desk import OpenDesk

from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.programme_vocabulary import AllotmentMethod
from sbdesk.services.allotments_rows import ShareInput, TableLoad
from sbdesk.services.attestations import SecondPerson

NAMES = ("Region Skåne", "Region Stockholm", "Region Uppsala")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def equal(desk: OpenDesk) -> AllotmentDesk:
    """A draft of 100 kr in equal parts to three regions, not yet computed."""
    return make_programme(desk, AllotmentMethod.EQUAL, 100, recipients=NAMES)


def recomputed(made: AllotmentDesk) -> AllotmentDesk:
    made.service.recompute(made.component, made.row().seen)
    return made


def test_computing_shows_differences_before_it_changes_anything(equal: AllotmentDesk) -> None:
    assert equal.row().stale
    told = equal.service.recompute_preview(equal.component)
    assert [(row.before_ore, row.after_ore, row.word) for row in told.rows] == [
        (None, 3_300, "Ändrat belopp")
    ] * 3
    assert (told.before_ore, told.after_ore, told.changes) == (0, 9_900, 3)
    assert plain(told.rest) == "100 − 99 = 1 kr fördelas inte (lika delar i hela kronor)"
    assert equal.amounts() == dict.fromkeys(NAMES)
    done = equal.service.recompute(equal.component, told.seen, command_id="c")
    assert done.message == "Fördelningen är omräknad. 3 poster är ändrade."
    assert equal.service.recompute(equal.component, told.seen, command_id="c") == done
    assert equal.amounts() == dict.fromkeys(NAMES, 33)
    assert not equal.row().stale
    with pytest.raises(Conflict, match="ändrade fördelningen först"):
        equal.service.recompute(equal.component, told.seen)
    again = equal.service.recompute_preview(equal.component)
    assert {row.word for row in again.rows} == {"Oförändrad"}


def test_the_page_says_how_and_what_is_left(equal: AllotmentDesk) -> None:
    page = recomputed(equal).page()
    (row,) = page.components
    assert (row.method_words, row.unit_price, row.problem) == ("Lika belopp", "", "")
    assert (page.allotted_ore, page.frame_ore, page.needs_second, page.locked) == (9_900, None, False, "")
    assert len(page.recipients) == 21
    assert page.operations


def test_decided_methods_are_not_computed(desk: OpenDesk) -> None:
    made = make_programme(desk, AllotmentMethod.FIXED, 100, recipients=NAMES)
    told = made.service.recompute_preview(made.component)
    assert told.problem == "Beloppen är beslutade eller fasta och räknas inte ut."
    with pytest.raises(NotAllowed, match="räknas inte ut"):
        made.service.recompute(made.component, told.seen)
    assert made.row().problem == ""


def test_a_share_is_decided_by_hand_with_its_source(equal: AllotmentDesk) -> None:
    recomputed(equal)
    share = equal.share("Region Skåne")
    key = (share.id, share.version)
    with pytest.raises(NotAllowed, match="Källan till det beslutade beloppet saknas") as refused:
        equal.service.save_share(equal.component, equal.given("Region Skåne", decided_ore=3_400), key)
    assert refused.value.code == "source"
    given = equal.given("Region Skåne", decided_ore=3_400, source="Beslut A", units=2)
    equal.service.save_share(equal.component, given, key, command_id="c")
    equal.service.save_share(equal.component, given, key, command_id="c")
    now = equal.share("Region Skåne")
    assert (now.effective_ore, now.computed_ore, now.source, now.differs) == (3_400, 3_300, "Beslut A", True)
    assert equal.row().rest_ore == 0
    with pytest.raises(Conflict, match="ändrade posten först") as stale:
        equal.service.save_share(equal.component, given, key)
    assert stale.value.code == "F12"
    plainly = equal.given("Region Skåne", decided_ore=None)
    equal.service.save_share(equal.component, plainly, (now.id, now.version))
    assert equal.share("Region Skåne").source == ""


def test_more_than_there_is_is_refused(equal: AllotmentDesk) -> None:
    recomputed(equal)
    share = equal.share("Region Skåne")
    given = equal.given("Region Skåne", decided_ore=3_500, source="Beslut A")
    with pytest.raises(NotAllowed, match="mer än beloppet"):
        equal.service.save_share(equal.component, given, (share.id, share.version))
    with pytest.raises(NotAllowed, match="kan inte vara negativa"):
        equal.service.save_share(
            equal.component, equal.given("Region Skåne", units=-1), (share.id, share.version)
        )


def test_shares_are_added_moved_and_removed_in_a_draft(equal: AllotmentDesk) -> None:
    gotland = equal.desk.recipient("Region Gotland")
    operation = equal.page().operations[0][0]
    equal.service.save_share(equal.component, ShareInput(gotland))
    share = equal.share("Region Gotland")
    moved = ShareInput(equal.desk.recipient("Region Halland"), operation)
    equal.service.save_share(equal.component, moved, (share.id, share.version))
    assert equal.share("Region Halland").operation == equal.page().operations[0][1]
    with pytest.raises(Conflict, match="finns redan i fördelningen"):
        equal.service.save_share(equal.component, moved)
    share = equal.share("Region Halland")
    with pytest.raises(Conflict, match="ändrade posten först"):
        equal.service.remove_share(share.id, share.version + 1)
    equal.service.remove_share(share.id, share.version)
    assert set(equal.amounts()) == set(NAMES)
    equal.set_state(ProgrammeState.SIGNED)
    share = equal.share("Region Skåne")
    with pytest.raises(NotAllowed, match="kan inte tas bort"):
        equal.service.remove_share(share.id, share.version)
    with pytest.raises(NotAllowed, match="bara innan uppgifterna är granskade"):
        equal.service.save_share(equal.component, moved, (share.id, share.version), equal.second())


@pytest.mark.parametrize("personal", [False, True])
def test_a_change_after_the_sign_off_needs_a_signed_page_with_personal_logins_too(
    equal: AllotmentDesk, monkeypatch: pytest.MonkeyPatch, personal: bool
) -> None:
    recomputed(equal).set_state(ProgrammeState.SIGNED)
    monkeypatch.setattr(equal.desk.store, "enforces_people", personal)
    share = equal.share("Region Skåne")
    given = equal.given("Region Skåne", decided_ore=3_000, source="Beslut B")
    for officer in (equal.desk.anna, equal.desk.karin):
        typed = SecondPerson(officer, equal.desk.clock.today())
        with pytest.raises(NotAllowed, match="bekräftas på en undertecknad sida") as refused:
            equal.service.save_share(equal.component, given, (share.id, share.version), typed)
        assert refused.value.code == "second_person"
    assert equal.share("Region Skåne").effective_ore == 3_300
    equal.service.save_share(equal.component, given, (share.id, share.version), equal.second())
    assert equal.share("Region Skåne").effective_ore == 3_000


def test_a_table_cannot_take_away_what_was_signed_off(equal: AllotmentDesk) -> None:
    recomputed(equal).set_state(ProgrammeState.SIGNED)
    table = equal.table("Mottagare\tAntal", "Region Skåne\t1", "Region Uppsala\t1")
    change = equal.service.preview_table(equal.component, table).change
    assert change is not None
    assert plain(change.problem).startswith("Region Stockholm har 33 kr i den granskade fördelningen")


def test_money_can_move_between_a_recipients_parts_that_are_granted_in_full(desk: OpenDesk) -> None:
    made = make_programme(desk, AllotmentMethod.DECIDED, 100, recipients=NAMES)
    operations = made.page().operations
    table = made.table("Mottagare\tBelopp", *(f"{name}\t30" for name in NAMES))
    made.service.load_table(made.component, table, TableLoad(made.row().seen, "k"))
    assert operations
    assert plain(made.row().rest) == "100 − 90 = 10 kr fördelas inte"

"""The audit chain shows every change, every gap, and a cut tail once a head has left the house."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from support.desk import OpenDesk

from sbdesk.domain.errors import NotAllowed
from sbdesk.store import journal
from sbdesk.store.records.office import EventRecord
from sbdesk.store.unit_of_work import Store


def entry(verb: str = "receive", **more: object) -> journal.Entry:
    return journal.Entry(
        at=datetime(2026, 6, 10, 7, tzinfo=UTC),
        officer_id=1,
        officer_name="Anna Berg",
        verb=verb,
        subject_kind="requisition",
        subject_id=1,
        after={"belopp_ore": 600_000_000, "text": "åäö"},
        **more,  # type: ignore[arg-type]
    )


def fill(store: Store, number: int = 5) -> None:
    for turn in range(number):
        with store.writing() as session:
            assert journal.write(session, entry(f"verb{turn}")) == turn + 1


def test_an_untouched_chain_holds(store: Store) -> None:
    fill(store)
    with store.reading() as session:
        assert journal.verify(session) == []
        assert journal.head(session).seq == 5


def test_an_empty_chain_holds(store: Store) -> None:
    with store.reading() as session:
        assert journal.verify(session) == []
        assert journal.head(session) == journal.Head(0, journal.FIRST)


@pytest.mark.parametrize(
    "harm",
    ["UPDATE event SET reason = 'annat' WHERE seq = 3", "DELETE FROM event WHERE seq = 3"],
)
def test_the_database_refuses_to_change_the_chain(store: Store, harm: str) -> None:
    fill(store)
    with pytest.raises(NotAllowed), store.writing() as session:
        session.execute(text(harm))
    with store.reading() as session:
        assert journal.verify(session) == []


def test_an_entry_out_of_turn_is_refused(store: Store) -> None:
    fill(store)
    with pytest.raises(NotAllowed), store.writing() as session:
        session.add(
            EventRecord(
                seq=9,
                at=datetime(2026, 6, 10, tzinfo=UTC),
                officer_name="X",
                verb="v",
                subject_kind="s",
                subject_id=1,
                app_version="",
                prev_hash="",
                hash="",
            )
        )
    with store.reading() as session:
        assert journal.head(session).seq == 5


@pytest.mark.parametrize(
    ("harm", "seq", "words"),
    [
        ("UPDATE event SET reason = 'annat' WHERE seq = 3", 3, "innehållet är ändrat"),
        ("DELETE FROM event WHERE seq = 3", 4, "händelse 3 saknas"),
    ],
)
def test_harm_past_the_guards_is_found(
    tmp_path_factory: pytest.TempPathFactory, harm: str, seq: int, words: str
) -> None:
    store = Store.open(tmp_path_factory.mktemp("harm") / "a.sbd", durable=False)
    fill(store)
    with store.writing() as session:
        for guard in ("event_is_append_only_update", "event_is_append_only_delete"):
            session.execute(text(f"DROP TRIGGER {guard}"))
        session.execute(text(harm))
    with store.reading() as session:
        faults = journal.verify(session)
    store.close()
    assert journal.Fault(seq, words) in faults


def test_a_cut_tail_is_found_by_an_anchor(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store.open(tmp_path_factory.mktemp("cut") / "a.sbd", durable=False)
    fill(store)
    with store.reading() as session:
        head = journal.head(session)
    with store.writing() as session:
        session.execute(text("DROP TRIGGER event_is_append_only_delete"))
        session.execute(text("DELETE FROM event WHERE seq > 3"))
    with store.reading() as session:
        assert journal.verify(session) == []
        faults = journal.verify(session, heads={head.seq: head.hash})
    store.close()
    assert faults == [journal.Fault(5, "ett ankare pekar på en händelse som saknas")]


def test_a_rewritten_chain_is_found_by_an_anchor(store: Store) -> None:
    fill(store)
    with store.reading() as session:
        faults = journal.verify(session, heads={4: "f" * 64})
    assert faults == [journal.Fault(4, "stämmer inte med ett ankare utanför kedjan")]


def test_setting_up_a_desk_leaves_a_chain_that_holds(desk: OpenDesk) -> None:
    with desk.store.reading() as session:
        assert journal.head(session).seq >= 1
        assert journal.verify(session) == []

"""The self-test passes on a sound installation and names the part that does not work."""

from __future__ import annotations

import pytest

from sbdesk.services import programme_definitions, self_test
from sbdesk.services.attestations import ReceivedFile
from sbdesk.services.verification import Verification


def test_every_part_works_here() -> None:
    trials = self_test.self_test()
    assert [trial.name for trial in trials if not trial.worked] == []
    assert len(trials) == 4
    assert "till öret" in trials[-1].seen


@pytest.mark.parametrize(
    ("name", "broken", "part"),
    [
        ("signed_page", lambda *_: ReceivedFile("x.pdf", b"no"), "Brev (PDF)"),
        ("verify", lambda _store: Verification(0, 0, "", ("trasig",)), "Databas"),
    ],
)
def test_a_broken_part_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, broken: object, part: str
) -> None:
    monkeypatch.setattr(self_test, name, broken)
    assert [trial.name for trial in self_test.self_test() if not trial.worked] == [part]


def test_a_missing_resource_and_a_wrong_sum_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> tuple[str, ...]:
        raise FileNotFoundError("programmes")

    monkeypatch.setattr(programme_definitions, "available", gone)
    monkeypatch.setattr(
        type(self_test.practice_ledger(1, 700_000_00)), "total_ore", property(lambda _self: 1)
    )
    worked = {trial.name: trial.worked for trial in self_test.self_test()}
    assert worked["Statsbidrag"] is False
    assert worked["Huvudbok genom den begränsade barnprocessen"] is False

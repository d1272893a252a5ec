"""On what a granted payment may be stopped: law, text, or an answer that two people have signed."""

from __future__ import annotations

from typing import Any

import pytest

from sbdesk.domain.decision_changes import stop_grounds
from sbdesk.domain.programme_vocabulary import FactStatus


def fact(status: FactStatus, **more: Any) -> dict[str, Any]:
    return {"name": "withhold", "value": True, "status": status.value, **more}


@pytest.mark.parametrize(
    ("found", "grounds"),
    [
        (fact(FactStatus.LAW), {FactStatus.LAW}),
        (fact(FactStatus.STATED, attested=False), {FactStatus.STATED}),
        (fact(FactStatus.OFFICER, attested=True), {FactStatus.OFFICER}),
        (fact(FactStatus.OFFICER, attested=False), set()),
        (fact(FactStatus.OFFICER), set()),
        (fact(FactStatus.LAW, value=False), set()),
        (fact(FactStatus.LAW, name="waiver"), set()),
    ],
)
def test_what_grounds_a_stop(found: dict[str, Any], grounds: set[FactStatus]) -> None:
    assert stop_grounds([found]) == grounds

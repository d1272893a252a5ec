"""What an officer reads when something is refused."""

from __future__ import annotations

import pytest

from sbdesk.domain.errors import Cancelled, Conflict, NotAllowed, UserFacingError
from sbdesk.domain.progress import SilentProgress


def test_an_error_reads_as_one_text() -> None:
    error = UserFacingError("Disken är full.", "Inget är ändrat.", "Frigör plats.", code="F03")
    assert str(error) == "Disken är full. Inget är ändrat. Frigör plats."
    assert (error.what, error.safe, error.todo, error.code) == (
        "Disken är full.",
        "Inget är ändrat.",
        "Frigör plats.",
        "F03",
    )
    assert str(UserFacingError("Nej.", "", "Gör så.")) == "Nej. Gör så."


def test_refusals_and_conflicts_are_for_the_user_and_cancel_is_not() -> None:
    assert issubclass(NotAllowed, UserFacingError)
    assert issubclass(Conflict, UserFacingError)
    assert not issubclass(Cancelled, UserFacingError)


def test_work_stops_when_cancelled() -> None:
    progress = SilentProgress()
    progress.step(1, 2, "Läser rad 1 av 2")
    progress.raise_if_cancelled()
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.raise_if_cancelled()

"""Does an act for real and takes it back, so that a preview is made by the very code that will act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from sbdesk.services.workplace import Workplace

T = TypeVar("T")


class _TakenBack(Exception):  # noqa: N818 - never seen outside: it ends the transaction without keeping it
    """Ends a rehearsal."""


def rehearse(work: Workplace, act: Callable[[Session], T]) -> T:
    """What ``act`` answers in a writing transaction of which nothing is kept, not even its events.

    The answer must be plain data: rows of the database are gone when it is read. What the act raises passes.
    """
    answers: list[T] = []
    try:
        with work.store.writing() as session:
            answers.append(act(session))
            raise _TakenBack
    except _TakenBack:
        return answers[0]

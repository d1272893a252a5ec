"""Runs an act in one transaction and once per command, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from sbdesk.services.workplace import Workplace
from sbdesk.store.commands import once

T = TypeVar("T")


def one_effect(
    work: Workplace,
    command_id: str | None,
    verb: str,
    parameters: Any,
    act: Callable[[Session], T],
) -> T:
    """The act's answer (plain data); the same command id again gives the same answer and does nothing."""
    with work.store.writing() as session:
        answer: T = once(session, command_id, verb, parameters, work.clock.now(), lambda: act(session))
        return answer

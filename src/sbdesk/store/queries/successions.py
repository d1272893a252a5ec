"""Which recipients have gone up in which: a successor answers for what the former ones owe."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.store.records.parties import RecipientRecord


def successors(session: Session) -> dict[int, int]:
    """Each recipient that has gone up in another, and in which; the mergers are few."""
    record = RecipientRecord
    pairs = session.execute(select(record.id, record.successor_id).where(record.successor_id.is_not(None)))
    return {former: into for former, into in pairs if into is not None}


def line_of(into: Mapping[int, int], recipient_id: int) -> tuple[int, ...]:
    """The recipient, what it has gone up in, what that has gone up in, and so on; each once."""
    line = [recipient_id]
    while (follower := into.get(line[-1])) is not None and follower not in line:
        line.append(follower)
    return tuple(line)


def answers_for(session: Session, recipient_id: int) -> tuple[int, ...]:
    """The recipient and every one that has gone up in it, at any remove."""
    into = successors(session)
    formers = [former for former in into if recipient_id in line_of(into, former) and former != recipient_id]
    return (recipient_id, *sorted(formers))

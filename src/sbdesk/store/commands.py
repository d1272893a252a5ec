"""A command done once: a double click, a retry after a crash or a lost answer has one effect."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict
from sbdesk.store.base import canonical_json
from sbdesk.store.records.office import CommandRecord


def once(
    session: Session,
    command_id: str | None,
    verb: str,
    parameters: Any,
    at: datetime,
    act: Callable[[], Any],
) -> Any:
    """Run ``act`` unless ``command_id`` is already done; then return the stored result.

    ``parameters`` and the result are plain data. The same id with other parameters raises
    :class:`~sbdesk.domain.errors.Conflict`. Without an id the act simply runs.
    """
    if command_id is None:
        return act()
    digest = hashlib.sha256(canonical_json([verb, parameters]).encode()).hexdigest()
    done = session.get(CommandRecord, command_id)
    if done is not None:
        if done.parameters_hash != digest:
            raise Conflict(
                "Samma kommando kom en gång till med andra uppgifter.",
                "Det första gäller och inget mer är ändrat.",
                "Läs om sidan och gör om ändringen.",
            )
        return done.result
    result = act()
    session.add(CommandRecord(id=command_id, verb=verb, parameters_hash=digest, result=result, done_at=at))
    session.flush()
    return result

"""One component's shares as an officer changes them by hand, or as they come out when computed anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.allotment_shares import COMPUTED_METHODS
from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.services.allotments_changing import NOTHING
from sbdesk.services.allotments_planning import Planned, planned_now, with_amounts
from sbdesk.services.allotments_populations import weighed
from sbdesk.services.allotments_reading import ComponentState
from sbdesk.services.allotments_rows import ShareInput
from sbdesk.store.records.parties import OperationRecord, RecipientRecord


def recomputed(
    session: Session, state: ComponentState, population: tuple[str, date] | None
) -> tuple[list[Planned], str]:
    """The component computed anew, with the weights of a population when one is chosen; and why it is not."""
    plan = planned_now(state)
    if state.division.method not in COMPUTED_METHODS:
        return plan, "Beloppen är beslutade eller fasta och räknas inte ut."
    if population is not None:
        plan, missing = weighed(session, plan, *population)
        if missing:
            return plan, f"Befolkningen i {population[0]} saknar {', '.join(missing)}."
    return with_amounts(state, plan)


def former_share(session: Session, plan: Sequence[Planned], share: tuple[int, int] | None) -> Planned | None:
    """The share that is acted on; raises F12 when it is newer than seen or gone."""
    if share is None:
        return None
    share_id, version = share
    for one in plan:
        if one.record is not None and (one.record.id, one.record.version) == (share_id, version):
            return one
    raise Conflict(
        "Någon annan ändrade posten först.",
        "Din ändring är inte sparad men finns kvar här.",
        "Läs om sidan, jämför och gör om ändringen.",
        code="F12",
    )


def wanted_share(
    session: Session, state: ComponentState, given: ShareInput, former: Planned | None
) -> Planned:
    """The share as the officer wants it. Raises NotAllowed for what cannot be, or has no source."""
    recipient = session.get_one(RecipientRecord, given.recipient_id)
    operation = session.get_one(OperationRecord, given.operation_id) if given.operation_id else None
    if former is not None and state.programme.state is not ProgrammeState.DRAFT:
        was = (former.recipient.id, former.operation.id if former.operation else None)
        if was != (given.recipient_id, given.operation_id):
            raise NotAllowed(
                "Mottagare och verksamhet ändras bara innan uppgifterna är granskade.",
                NOTHING,
                "Lägg till en ny post i stället.",
            )
    numbers = (given.units, given.weight, given.decided_ore)
    if any(number is not None and number < 0 for number in numbers):
        raise NotAllowed("Antal, befolkning och belopp kan inte vara negativa.", NOTHING, "Rätta värdet.")
    same = former is not None and former.decided_ore == given.decided_ore
    source: str | None = given.source.strip() or None
    fact = former.fact_id if former is not None and same else None
    if given.decided_ore is None:
        source, fact = None, None
    elif source is None and fact is None:
        raise NotAllowed(
            "Källan till det beslutade beloppet saknas.",
            NOTHING,
            "Skriv vilket beslut eller vilken lista som anger beloppet.",
            code="source",
        )
    return Planned(
        recipient,
        operation,
        former.record if former else None,
        given.units,
        given.weight,
        former.computed_ore if former else None,
        given.decided_ore,
        source,
        fact,
    )

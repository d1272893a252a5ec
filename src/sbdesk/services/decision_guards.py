"""What must hold before a requisition is decided: person, limit, day, and the checks once more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.decision import MOVES_MONEY, DecisionKind
from sbdesk.domain.errors import NotAllowed, UserFacingError
from sbdesk.domain.ore import NBSP, Ore, format_kronor
from sbdesk.domain.parties import Role
from sbdesk.domain.requisition import RequisitionState
from sbdesk.domain.requisition_actions import Act, refusal
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.cases import Case
from sbdesk.services.decision_letters import speaks_for_itself
from sbdesk.services.office_settings import value_of
from sbdesk.services.payout_accounts import NOT_SAVED
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.requisition_facts import debts_of
from sbdesk.store.records.decisions import ProposalRecord
from sbdesk.store.records.parties import OfficerRecord

NOT_DECIDED = "Beslutet är inte fattat."
DECIDE_LIMIT = "decide_limit_ore"
"""A programme's own ceiling for one decision, in öre, as a setting."""


def amounts_fit(case: Case, lines: dict[AmountKey, Ore]) -> None:
    """Raise when a part is negative, unknown, above the allotment or above what was requested."""
    ceilings = {part.key: part.allotted_ore for part in case.parts}
    names = {part.key: part.name for part in case.parts}
    for key, granted in lines.items():
        if key not in ceilings or granted < 0:
            raise UserFacingError(
                "Beloppet saknar del av statsbidraget, eller är negativt.",
                NOT_SAVED,
                "Ange ett belopp för mottagarens egna delar.",
            )
        ceiling = ceilings[key]
        if ceiling is None:
            raise NotAllowed(
                f"Det är inte beslutat hur mycket mottagaren får av delen {names[key]}.",
                NOT_SAVED,
                "Fyll i fördelningen under Statsbidrag.",
            )
        if granted > ceiling:
            raise NotAllowed(
                f"{format_kronor(granted)} för delen {names[key]} är "
                f"{format_kronor(granted - ceiling)} mer än högsta belopp {format_kronor(ceiling)}.",
                NOT_SAVED,
                f"Bevilja {format_kronor(ceiling)} och avslå resten.",
            )
        requested = case.lines.get(key, 0)
        if granted > requested:
            raise NotAllowed(
                f"Mottagaren har rekvirerat {format_kronor(requested)} för delen {names[key]}, "
                f"inte {format_kronor(granted)}.",
                NOT_SAVED,
                "Bevilja högst det som är rekvirerat.",
            )


def kind_of(case: Case, lines: dict[AmountKey, Ore]) -> DecisionKind:
    """Grant when everything requested is granted, else a grant in part; raises when nothing is granted."""
    granted = sum(lines.values())
    if granted == 0:
        raise UserFacingError(
            f"Förslaget beviljar 0{NBSP}kr.", NOT_SAVED, "Ange belopp, eller välj Föreslå avslag."
        )
    whole = granted == case.revision.requested_ore
    return DecisionKind.GRANT if whole else DecisionKind.PARTIAL_GRANT


def reasons_suffice(case: Case, kind: DecisionKind, granted: Ore, reasons: str) -> None:
    """Raise F15 when the letter would lack its reasons (FL 32 §)."""
    withdrawn = case.requisition.state is RequisitionState.WITHDRAWN and kind is DecisionKind.WRITE_OFF_CASE
    refuses = kind not in MOVES_MONEY
    if reasons.strip() or withdrawn or speaks_for_itself(case, refuses=refuses, granted=granted):
        return
    raise UserFacingError("Brevet saknar motivering.", NOT_DECIDED, "Skriv motiveringen.", code="F15")


def may_decide(
    session: Session, work: Workplace, case: Case, proposal: ProposalRecord, second: SecondPerson
) -> OfficerRecord:
    """The decider, when role, limit, day and jäv permit; the attestation sees to the four eyes."""
    decider = session.get(OfficerRecord, second.officer_id)
    if decider is None:
        raise LookupError(second.officer_id)
    work.refuse_disqualified(session, case.records.award, decider.id)
    if Role.DECIDER.value not in decider.roles and decider.id != proposal.proposed_by:
        raise NotAllowed(
            f"{decider.name} är inte beslutsfattare.", NOT_DECIDED, "Välj en beslutsfattare i listan."
        )
    granted = sum(line["granted_ore"] for line in proposal.content["lines"])
    limit = limit_of(session, decider, case.records.award.programme_id)
    if granted > limit and decider.id != proposal.proposed_by:
        raise NotAllowed(
            f"{decider.name} får besluta om högst {format_kronor(limit)}, och förslaget är "
            f"{format_kronor(granted)}.",
            NOT_DECIDED,
            "Be en beslutsfattare med högre beloppsgräns.",
        )
    _refuse_early(second.on, proposal.proposed_on)
    return decider


def may_be_proposed_to(session: Session, decider_id: int | None) -> None:
    """Raise for a named decider who has not the role; the limit is asked when the decision is signed."""
    if decider_id is None:
        return
    decider = session.get(OfficerRecord, decider_id)
    if decider is None or Role.DECIDER.value not in decider.roles:
        name = "Den som är vald" if decider is None else decider.name
        raise NotAllowed(
            f"{name} är inte beslutsfattare.", "Inget är ändrat.", "Välj en beslutsfattare i listan."
        )


def know_participants(session: Session, participants: Sequence[int]) -> None:
    """Raise when someone who is said to have taken part is not among the people of the file."""
    if any(session.get(OfficerRecord, other) is None for other in participants):
        raise UserFacingError(
            "En av dem som deltog i beslutet finns inte i listan över personer.",
            NOT_DECIDED,
            "Välj deltagarna i listan.",
        )


def limit_of(session: Session, decider: OfficerRecord, programme_id: int) -> Ore:
    """The most, in öre, that the officer may decide in one decision on the grant."""
    programme_limit = value_of(session, DECIDE_LIMIT, programme_id)
    limits = [decider.decide_limit_ore, *([] if programme_limit is None else [int(programme_limit)])]
    return min(limits)


def _refuse_early(on: date, proposed_on: date) -> None:
    if on < proposed_on:
        raise UserFacingError(
            f"Förslaget lämnades {proposed_on.isoformat()} och kan inte ha skrivits under {on.isoformat()}.",
            NOT_DECIDED,
            "Ange den dag då beslutet skrevs under.",
        )


def still_holds(session: Session, case: Case) -> None:
    """Raise F14 or the reason of the page when the checks no longer permit the decision."""
    found = refusal(case.facts, Act.DECIDE)
    if found is None:
        return
    grants = case.facts.proposal is not None and case.facts.proposal.grants
    if grants and any(
        outcome.code == "R07" and outcome.title in case.facts.stops for outcome in case.outcomes
    ):
        today = case.facts.today
        overdue = [d for d in debts_of(session, case.records.award.recipient_id) if d.due_on < today]
        listed = ", ".join(f"{d.number}, {format_kronor(d.outstanding_ore)}" for d in overdue)
        raise NotAllowed(
            f"Mottagaren har fått en obetald skuld: {listed}.", NOT_DECIDED, "Öppna fakturan.", code="F14"
        )
    mine = case.facts.proposal is not None and case.facts.proposal.mine and not case.facts.signed_outside
    todo = found.todo or "Läs om sidan och välj en åtgärd som erbjuds."
    raise NotAllowed(found.what, NOT_DECIDED, todo, code="F13" if mine else None)

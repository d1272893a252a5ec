"""A change of a decision as the services see it: what stands, what it becomes, who has been heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey, Amounts, key_from, key_text, keyed, operation_of
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.decision_change_actions import ChangeAct, ChangeStanding, refusal
from sbdesk.domain.decision_changes import (
    ChangeFacts,
    ChangePart,
    HeardFacts,
    inside,
    stop_grounds,
    wanted_after,
)
from sbdesk.domain.errors import Conflict, NotAllowed, UserFacingError
from sbdesk.domain.ore import Ore
from sbdesk.domain.payout import NOT_COUNTED
from sbdesk.domain.programme_vocabulary import FactStatus
from sbdesk.domain.requisition import RequisitionState
from sbdesk.services.cases import Case, case_of
from sbdesk.services.dispatches import sent_on
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries import decision_changes as queries
from sbdesk.store.queries.award_parts import settle
from sbdesk.store.queries.requisitions import granted_lines
from sbdesk.store.records.changes import DecisionChangeRecord
from sbdesk.store.records.decisions import DecisionRecord
from sbdesk.store.records.recoveries import HearingRecord


@dataclass(frozen=True, slots=True)
class ChangeInput:
    """What the officer wants: the new amount in öre per component or share, on what ground and why.

    ``unheard_reason``: why a hearing is obviously unnecessary (FL 25 §), empty when it is not.
    """

    kind: DecisionKind
    amounts: Amounts
    reasons: str
    ground: ChangeGround | None = None
    unheard_reason: str = ""

    def plain(self) -> list[Any]:
        """Plain data for the command's hash."""
        amounts = {key_text(key): ore for key, ore in self.amounts.items()}
        return [self.kind.value, amounts, self.reasons, self.ground, self.unheard_reason]


@dataclass(slots=True)
class Change:
    """An open change with the case it belongs to."""

    record: DecisionChangeRecord
    case: Case
    former: DecisionRecord
    hearings: list[HearingRecord]
    standing: ChangeStanding = field(init=False)

    @property
    def facts(self) -> ChangeFacts:
        """What the change is judged by."""
        return self.standing.facts


def change_of(session: Session, work: Workplace, award_id: int, case: Case | None = None) -> Change | None:
    """The award's open change; None when nobody has begun one."""
    record = queries.open_change(session, award_id)
    if record is None:
        return None
    case = case or case_of(session, work, award_id)
    former = session.get_one(DecisionRecord, record.changes_id)
    made = Change(record, case, former, queries.hearings_of(session, record.id))
    amounts = {key_from(key): ore for key, ore in record.amounts.items()}
    given = ChangeInput(record.kind, amounts, record.reasons, record.change_ground, record.unheard_reason)
    facts = facts_of(session, case, given, _heard(session, made, amounts))
    proposed = case.requisition.state is RequisitionState.PROPOSED
    made.standing = ChangeStanding(facts, proposed, case.facts.disqualified)
    return made


def permitted(session: Session, work: Workplace, award_id: int, act: ChangeAct) -> Change:
    """The open change when the act is permitted; NotAllowed with the reason that the pane shows."""
    change = change_of(session, work, award_id)
    if change is None:
        raise UserFacingError(
            "Ingen ändring av beslutet är påbörjad.", "Inget är ändrat.", "Välj Rätta eller ändra beslut."
        )
    refused = refusal(change.standing, act)
    if refused:
        raise NotAllowed(refused, "Inget är ändrat.", "Läs om sidan och välj bland de åtgärder som erbjuds.")
    return change


def facts_of(
    session: Session, case: Case, given: ChangeInput, heard: HeardFacts | None = None
) -> ChangeFacts:
    """The change judged against the decision in force."""
    decisions = queries.letters_of(session, case.requisition.id)
    award_id = case.records.award.id
    return ChangeFacts(
        kind=given.kind,
        ground=given.ground,
        parts=_parts(session, case, given),
        today=case.facts.today,
        letter_sent=queries.any_sent(session, award_id, decisions),
        on_its_way_ore=sum(p.amount_ore for p in case.records.payouts if p.state not in NOT_COUNTED),
        may_withhold=may_withhold(case.records.decided.snapshot),
        at_court=queries.at_court(session, decisions),
        heard=heard,
        unheard_reason=given.unheard_reason,
    )


def may_withhold(snapshot: Mapping[str, Any]) -> bool:
    """Whether a statute behind the decision, as it was decided, lets the payment be withheld."""
    return FactStatus.LAW in stop_grounds(snapshot.get("facts", ()))


def in_force(session: Session, case: Case) -> tuple[ChangePart, ...]:
    """The award's components with what is granted now; nothing changed yet."""
    return _parts(session, case, None)


def _parts(session: Session, case: Case, given: ChangeInput | None) -> tuple[ChangePart, ...]:
    parts, granted = settle(case.parts, granted_lines(session, case.records.award.id))
    typed = {} if given is None else keyed(given.amounts)
    if set(typed) - {part.key for part in parts}:
        raise UserFacingError(
            "Beloppet saknar del av statsbidraget.",
            "Inget är ändrat.",
            "Ange belopp för mottagarens egna delar.",
        )
    made: list[ChangePart] = []
    for part in parts:
        before = granted.get(part.key, 0)
        row = ChangePart(
            part.component_id,
            part.name,
            before,
            typed.get(part.key, before),
            part.allotted_ore,
            part.amount_in(case.lines),
            operation_of(part.key),
        )
        made.append(row if given is None else replace(row, after_ore=wanted_after(given.kind, row)))
    return tuple(made)


def _heard(session: Session, change: Change, amounts: dict[AmountKey, Ore]) -> HeardFacts | None:
    if not change.hearings:
        return None
    latest = change.hearings[-1]
    parts = _parts(
        session,
        change.case,
        ChangeInput(change.record.kind, amounts, "", change.record.change_ground),
    )
    lines = {part.key: part.difference_ore for part in parts}
    return HeardFacts(
        covers_it=inside(latest.covers, lines, change.record.change_ground),
        sent_on=sent_on(session, latest.document_id) if latest.document_id else None,
        answer_due_on=latest.answer_due_on,
        final_answer=bool(latest.answer_is_final),
    )


def refuse_stale(record: DecisionChangeRecord, seen: int | None) -> None:
    """Raise F12 when the change is newer than what the officer saw; None: nothing to overwrite."""
    if seen is not None and record.version != seen:
        raise Conflict(
            "Någon annan ändrade samma uppgift först.",
            "Din ändring är inte sparad men finns kvar här.",
            "Jämför och välj vilken som ska gälla.",
            code="F12",
        )

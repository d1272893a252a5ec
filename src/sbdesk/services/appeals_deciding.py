"""What another person stands behind in an appeal: dismissing a late one, and reconsidering the decision."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.documents.content import Stage
from sbdesk.domain.appeal import APPEAL_MACHINE, Reconsideration
from sbdesk.domain.appeal_actions import AppealAct
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.parties import Role
from sbdesk.services import appeals_letters, letter_parts
from sbdesk.services.appeals_cases import APPEAL, Appealed, permitted
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.decision_acts import NUMBER_SERIES
from sbdesk.services.decision_guards import NOT_DECIDED
from sbdesk.services.numbering import take_number
from sbdesk.services.requisition_inputs import reason_given
from sbdesk.services.signed_words import signed_words
from sbdesk.services.workplace import Workplace
from sbdesk.store.queries.decision_changes import later_decision
from sbdesk.store.records.decisions import AttestationRecord, DecisionLineRecord, DecisionRecord
from sbdesk.store.records.parties import OfficerRecord


def dismiss(session: Session, work: Workplace, appeal_id: int, reasons: str, second: SecondPerson) -> int:
    """Decide that a late appeal is not taken up (FL 45 §): number, letter and line; the letter's document."""
    it = permitted(session, work, appeal_id, AppealAct.DISMISS, safe=NOT_DECIDED)
    award = it.case.records.award
    if letter_parts.appeal(session, award.programme_id, DecisionKind.DISMISS) is None:
        raise NotAllowed(
            "Det är inte bestämt om beslutet får överklagas.",
            NOT_DECIDED,
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande.",
        )
    attestation = _attest(session, work, it, "dismiss_appeal", second)
    decision = _write_dismissal(session, it, reasons, second, attestation)
    record = it.record
    letter = appeals_letters.dismissal(session, it, reasons, second.officer_id, second.on, Stage.ISSUED)
    document = appeals_letters.keep_dismissal(session, work, it, letter, decision)
    record.dismissal_id = decision.id
    record.state = APPEAL_MACHINE.target(record.state, "dismiss_appeal")
    session.flush()
    work.record(
        session,
        "dismiss_appeal",
        (APPEAL, record.id),
        award_id=award.id,
        after={
            "number": decision.number,
            "decided_on": decision.decided_on.isoformat(),
            "signed": signed_words(session, attestation),
        },
    )
    return document.id


def _write_dismissal(
    session: Session, it: Appealed, reasons: str, second: SecondPerson, attestation: AttestationRecord
) -> DecisionRecord:
    record, award = it.record, it.case.records.award
    decision = DecisionRecord(
        programme_id=award.programme_id,
        kind=DecisionKind.DISMISS,
        number=take_number(session, NUMBER_SERIES, second.on.year),
        decided_on=second.on,
        decider_id=second.officer_id,
        rapporteur_id=record.prepared_by,
        participants=[],
        reasons=reasons.strip(),
        snapshot={
            "dismisses_appeal_of": it.decision.number,
            "received_on": record.received_on.isoformat(),
            "last_on": record.last_on.isoformat() if record.last_on else None,
            "test_reason": record.test_reason,
        },
        attestation_id=attestation.id,
    )
    session.add(decision)
    session.flush()
    # Dismissing an appeal grants nothing: the line only says which award the decision concerns.
    session.add(DecisionLineRecord(decision_id=decision.id, award_id=award.id, granted_ore=0))
    return decision


def reconsider(
    session: Session,
    work: Workplace,
    appeal_id: int,
    result: Reconsideration,
    as_asked: bool,
    reason: str,
    second: SecondPerson,
) -> None:
    """Say what the agency makes of its own decision (FL 37–39 §§); changed: a new decision stands already."""
    it = permitted(session, work, appeal_id, AppealAct.RECONSIDER)
    why = reason_given(reason, "ta ställning till omprövning")
    record = it.record
    new = later_decision(session, record) if result is Reconsideration.CHANGED else None
    if result is Reconsideration.CHANGED and new is None:
        raise NotAllowed(
            "Inget nytt beslut är fattat efter överklagandet.",
            "Inget är ändrat.",
            "Välj Rätta eller ändra beslut, eller Ompröva beslutet, och låt en annan person besluta först.",
        )
    attestation = _attest(session, work, it, "reconsider_appeal", second)
    record.reconsideration, record.as_asked = result, as_asked and new is not None
    record.new_decision_id = new.id if new is not None else None
    record.attestation_id = attestation.id
    record.state = APPEAL_MACHINE.target(record.state, "reconsider_appeal")
    session.flush()
    work.record(
        session,
        "reconsider_appeal",
        (APPEAL, record.id),
        award_id=record.award_id,
        after={
            "result": result.value,
            "number": new.number if new is not None else None,
            "signed": signed_words(session, attestation),
        },
        reason=why,
    )


def _attest(
    session: Session, work: Workplace, it: Appealed, verb: str, second: SecondPerson
) -> AttestationRecord:
    """The second person's word, when role and jäv permit; F13 for the one who prepared the appeal."""
    work.refuse_disqualified(session, it.case.records.award, second.officer_id)
    record = it.record
    attestation = attest(
        session, work, Act(APPEAL, record.id, verb, record.prepared_by, record.award_id), second
    )
    decider = session.get_one(OfficerRecord, second.officer_id)
    if Role.DECIDER.value not in decider.roles:
        raise NotAllowed(
            f"{decider.name} är inte beslutsfattare.", NOT_DECIDED, "Välj en beslutsfattare i listan."
        )
    return attestation

"""Asks of each ticked case whether an act can be done, with the reason that the case page would show."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import AmountKey
from sbdesk.domain.award import AWARD_MACHINE
from sbdesk.domain.bulk_acts import BEHIND, BulkAct
from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.requisition_actions import Act, refusal
from sbdesk.services import decision_guards, payout_guards, requisition_checks
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions_rows import BulkCase
from sbdesk.services.cases import Case
from sbdesk.services.decision_acts import open_proposal
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.parties import OfficerRecord

GRANTS = (DecisionKind.GRANT, DecisionKind.PARTIAL_GRANT)
_WITHOUT_AMOUNT = {
    DecisionKind.REFUSE: "Avslag.",
    DecisionKind.DISMISS: "Avvisning.",
    DecisionKind.WRITE_OFF_CASE: "Avskrivning.",
}


@dataclass(frozen=True, slots=True)
class Looking:
    """Where the cases are looked at, and whom the officer has chosen."""

    session: Session
    work: Workplace
    person_id: int | None = None


def look(looking: Looking, act: BulkAct, case: Case) -> BulkCase:
    """The case before the act; nothing is changed."""
    records = case.records
    plain = BulkCase(
        award_id=records.award.id,
        recipient=records.recipient.name,
        programme=case.definition.short_title,
        amount_ore=records.revision.requested_ore if records.revision else None,
        version=records.requisition.version if records.requisition else None,
    )
    try:
        return _LOOKS[act](looking, case, plain)
    except UserFacingError as error:
        return replace(plain, refusal=" ".join(part for part in (error.what, error.todo) if part))


def default_lines(case: Case) -> dict[AmountKey, Ore]:
    """What is proposed per part when nothing else is said: what is both requested and allotted."""
    return {part.key: min(case.lines.get(part.key, 0), part.allotted_ore or 0) for part in case.parts}


def _refuse(act: BulkAct, case: Case) -> None:
    found = refusal(case.facts, BEHIND[act])
    if found is not None:
        raise UserFacingError(found.what, "", found.todo)


def _propose(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    _refuse(BulkAct.PROPOSE, case)
    lines = default_lines(case)
    decision_guards.amounts_fit(case, lines)
    kind, granted = decision_guards.kind_of(case, lines), sum(lines.values())
    requested = case.revision.requested_ore
    note = ""
    if kind is DecisionKind.PARTIAL_GRANT:
        note = f"Rekvirerat {format_kronor(requested)}. Resten, {format_kronor(requested - granted)}, avslås."
    return replace(
        plain,
        amount_ore=granted,
        lines=lines,
        note=note,
        mark=_version(case),
        needs_reason=not _speaks(case, kind, granted),
    )


def _speaks(case: Case, kind: DecisionKind, granted: Ore) -> bool:
    try:
        decision_guards.reasons_suffice(case, kind, granted, "")
    except UserFacingError:
        return False
    return True


def _explain(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    _refuse(BulkAct.EXPLAIN, case)
    waiting = [
        finding
        for finding in requisition_checks.deviations(case.outcomes)
        if finding.fingerprint() not in case.reasons
    ]
    prints = "|".join(sorted(finding.fingerprint() for finding in waiting))
    return replace(
        plain,
        note=" ".join(finding.text for finding in waiting),
        codes=tuple(dict.fromkeys(finding.code for finding in waiting)),
        mark=hashlib.sha256(prints.encode()).hexdigest()[:16],
    )


def _decide(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    session, work = looking.session, looking.work
    if case.records.proposal is None:
        _refuse(BulkAct.DECIDE, case)
    decision_guards.still_holds(session, case)
    proposal = open_proposal(case)
    if proposal.kind not in (*GRANTS, *_WITHOUT_AMOUNT):
        raise UserFacingError("Förslaget ändrar ett beslut.", "", "Besluta i ärendet för sig.")
    granted = sum(line["granted_ore"] for line in proposal.content["lines"])
    if looking.person_id is not None:
        second = SecondPerson(looking.person_id, work.clock.today())
        person = decision_guards.may_decide(session, work, case, proposal, second)
        _refuse_preparer(person, proposal.proposed_by)
    return replace(
        plain,
        amount_ore=granted if proposal.kind in GRANTS else None,
        note=_WITHOUT_AMOUNT.get(proposal.kind, ""),
        mark=_version(case),
    )


def _refuse_preparer(person: OfficerRecord, preparer: int) -> None:
    if person.id == preparer:
        raise UserFacingError(
            f"{person.name} har berett ärendet och kan inte besluta i det.",
            "",
            "Välj en annan beslutsfattare.",
        )


def _mark_sent(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    _refuse(BulkAct.MARK_SENT, case)
    return replace(plain, amount_ore=case.sums.granted or None, mark=str(case.records.letter_id))


def _save_letters(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    if refusal(case.facts, Act.PREVIEW) is None:
        return replace(plain, note="Utkast till beslut.")
    if case.records.decision is None:
        raise UserFacingError("Ärendet är inte lämnat för beslut, så det finns inget brev.", "", "")
    return replace(plain, amount_ore=case.sums.granted or None, letters=case.records.letters)


def _prepare_payout(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    _refuse(BulkAct.PREPARE_PAYOUT, case)
    payout_guards.recheck(looking.session, looking.work, case, "")
    return replace(plain, amount_ore=case.facts.to_pay, mark=str(len(case.records.payouts)))


def _assign(looking: Looking, case: Case, plain: BulkCase) -> BulkCase:
    award = case.records.award
    if not AWARD_MACHINE.allows(award.state, "assign"):
        raise UserFacingError("Ärendet är avslutat.", "", "Öppna det på nytt först.")
    looking.work.refuse_disqualified(looking.session, award, looking.person_id)
    if looking.person_id is not None and award.assignee_id == looking.person_id:
        raise UserFacingError(f"Ärendet är redan tilldelat {case.records.assignee}.", "", "")
    return replace(plain, note=case.records.assignee, mark=f"{award.version}-{looking.person_id}")


def _version(case: Case) -> str:
    return f"{case.requisition.id}-{case.requisition.version}"


_LOOKS: dict[BulkAct, Callable[[Looking, Case, BulkCase], BulkCase]] = {
    BulkAct.EXPLAIN: _explain,
    BulkAct.PROPOSE: _propose,
    BulkAct.DECIDE: _decide,
    BulkAct.DECIDE_TOGETHER: _decide,
    BulkAct.MARK_SENT: _mark_sent,
    BulkAct.SAVE_LETTERS: _save_letters,
    BulkAct.PREPARE_PAYOUT: _prepare_payout,
    BulkAct.ASSIGN: _assign,
}

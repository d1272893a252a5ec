"""Freezes what a decision rests on: facts, conditions, grounds, instruction, checks, balances."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.amount_keys import key_text, order
from sbdesk.domain.programme import FactValue
from sbdesk.services import requisition_checks
from sbdesk.services.cases import Case
from sbdesk.services.stored_programmes import newest_facts
from sbdesk.store.records.office import DocumentRecord


def snapshot_of(session: Session, case: Case) -> dict[str, Any]:
    """Plain data, by award: later changes of the programme never worsen a decided award. No people in it."""
    signed = {
        (fact.name, fact.ordinal)
        for fact in newest_facts(session, case.records.programme.id).values()
        if fact.attestation_id is not None
    }
    return {
        "programme": case.definition.id,
        "instruction": _instruction(session, case),
        "facts": [_fact(fact, (fact.name, fact.ordinal) in signed) for fact in case.definition.facts],
        "conditions": [
            {
                "rule": condition.rule,
                "severity": condition.severity.value,
                "basis": condition.basis.value,
                "fact": condition.fact,
                "enabled": condition.enabled,
                "parameters": {
                    key: list(value) if isinstance(value, tuple) else value
                    for key, value in (condition.parameters or {}).items()
                },
            }
            for condition in case.definition.conditions
        ],
        "grounds": [
            {"code": ground.code, "modality": ground.modality.value, "fact": ground.fact}
            for ground in case.definition.grounds
        ],
        "awards": {str(case.records.award.id): _award(case)},
    }


def _instruction(session: Session, case: Case) -> dict[str, Any] | None:
    document_id = case.records.programme.instruction_document_id
    if document_id is None:
        return None
    document = session.get_one(DocumentRecord, document_id)
    return {
        "document": document.id,
        "sha256": document.content_sha256,
        "loaded_on": document.created_on.isoformat(),
    }


def _fact(fact: FactValue, attested: bool) -> dict[str, Any]:
    value = fact.value
    return {
        "name": fact.name,
        "ordinal": fact.ordinal,
        "status": fact.status.value,
        "value": value if isinstance(value, str | int | bool | None) else value.isoformat(),
        "quote": fact.quote.sentence if fact.quote else None,
        "statute": fact.statute,
        "attested": attested,
    }


def _award(case: Case) -> dict[str, Any]:
    rows = requisition_checks.rows_of(case.outcomes, case.reasons)
    return {
        "recipient": case.records.recipient.org_number,
        "requisition": case.requisition.id,
        "revision": case.revision.revision,
        "requested_ore": case.revision.requested_ore,
        "lines": {key_text(key): case.lines[key] for key in sorted(case.lines, key=order)},
        "balances": {key: value for key, value in asdict(case.sums).items() if key != "basis"},
        "checks": requisition_checks.as_plain(rows, case.outcomes),
    }

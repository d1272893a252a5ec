"""A later change of a signed or open programme: it waits for a second person and holds from then on."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict
from sbdesk.domain.programme import FactStatus, FactValue, Quote, ValueKind
from sbdesk.domain.programme_entry import fact_problem
from sbdesk.domain.programme_state import PROGRAMME_MACHINE, AmendmentState
from sbdesk.domain.programme_words import fact_title
from sbdesk.services import programme_amendments_effect as effect
from sbdesk.services import programme_editing_guards as guards
from sbdesk.services import programme_editing_writing as writing
from sbdesk.services.acting import one_effect
from sbdesk.services.attestations import Act, SecondPerson, attest
from sbdesk.services.changes import Done, Touched
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.programme_editing import FactAmendmentRecord
from sbdesk.store.records.programmes import ProgrammeRecord

_TOUCHED = Touched.PROGRAMMES | Touched.REQUISITIONS | Touched.REPORTS


class AmendmentActs:
    """Acts on a programme that is signed off; awards that are decided keep what they were decided on."""

    work: Workplace

    def amend_fact(
        self, programme_id: int, seen: int, fact: FactValue, reason: str, command_id: str | None = None
    ) -> Done:
        """Propose another content for a fact; nothing changes until a second person confirms it.

        Raises F12 for a stale revision ``seen``, UserFacingError without a reason or naming the field that
        lacks something, NotAllowed in a draft or an archived programme, Conflict while a change waits.
        """

        def act(session: Session) -> int:
            programme = session.get_one(ProgrammeRecord, programme_id)
            PROGRAMME_MACHINE.target(programme.state, "amend_fact")
            guards.refuse(fact_problem(fact))
            if not reason.strip():
                guards.refuse(("why", "Skriv varför uppgiften ändras."))
            now = writing.revision_of(session, programme_id, fact)
            guards.refuse_stale(session, programme_id, seen, now)
            record = FactAmendmentRecord(
                programme_id=programme_id,
                name=fact.name,
                ordinal=fact.ordinal,
                base_revision=seen,
                content=plain_fact(fact),
                reason=reason.strip(),
                proposed_by=self.work.officer_id,
                proposed_at=self.work.clock.now(),
                state=AmendmentState.WAITING,
            )
            session.add(record)
            session.flush()
            self._note(session, "amend_fact", record, reason.strip())
            return record.id

        plain = [programme_id, seen, plain_fact(fact), reason]
        made = one_effect(self.work, command_id, "amend_fact", plain, act)
        return Done(
            Touched.PROGRAMMES,
            f"Ändringen av ”{fact_title(fact.name)}” väntar på en andra person. Inget gäller än.",
            made,
        )

    def withdraw_amendment(self, amendment_id: int, command_id: str | None = None) -> Done:
        """Take a waiting change back."""

        def act(session: Session) -> None:
            record = _waiting(session, amendment_id)
            record.state = AmendmentState.WITHDRAWN
            self._note(session, "withdraw_amendment", record)

        one_effect(self.work, command_id, "withdraw_amendment", [amendment_id], act)
        return Done(Touched.PROGRAMMES, "Ändringen är återtagen. Uppgiften gäller som förut.", amendment_id)

    def confirm_amendment(
        self, amendment_id: int, second: SecondPerson, command_id: str | None = None
    ) -> Done:
        """A second person confirms a change: it takes effect, and awards without decision are checked again.

        ``Done.id`` is the change; its page lists the awards. Raises F13 for the one who proposed it, F12 when
        the fact has got another revision since.
        """

        def act(session: Session) -> list[int]:
            record = _waiting(session, amendment_id)
            programme = session.get_one(ProgrammeRecord, record.programme_id)
            fact = fact_from(record.name, record.ordinal, record.content)
            now = writing.revision_of(session, programme.id, fact)
            guards.refuse_stale(session, programme.id, record.base_revision, now)
            act_ = Act("fact_amendment", record.id, "confirm_amendment", record.proposed_by)
            attestation = attest(session, self.work, act_, second)
            former = effect.day_of(session, programme.id, fact)
            made = writing.write_fact(session, self.work, programme, fact, now + 1)
            made.entered_by, made.attestation_id = record.proposed_by, attestation.id
            writing.confirm(session, self.work, made.id)
            effect.move_reports(session, self.work, programme.id, fact, former)
            record.outcome = effect.recheck(session, self.work, programme.id)
            record.state, record.fact_id = AmendmentState.CONFIRMED, made.id
            record.attestation_id = attestation.id
            session.flush()
            self._note(session, "confirm_amendment", record)
            return [effect.count(record.outcome, word) for word in ("rechecked", "decided")]

        again, decided = one_effect(
            self.work, command_id, "confirm_amendment", [amendment_id, second.officer_id], act
        )
        words = ["Ändringen gäller."]
        if again:
            words.append(f"{again} rekvisitioner ska kontrolleras igen.")
        if decided:
            words.append(f"{decided} fattade beslut gäller som de är; omprövning kan öppnas.")
        return Done(_TOUCHED, " ".join(words), amendment_id)

    def _note(
        self, session: Session, verb: str, record: FactAmendmentRecord, reason: str | None = None
    ) -> None:
        after = {"name": record.name, "ordinal": record.ordinal, "amendment": record.id}
        self.work.record(session, verb, ("programme", record.programme_id), after=after, reason=reason)


def _waiting(session: Session, amendment_id: int) -> FactAmendmentRecord:
    record = session.get_one(FactAmendmentRecord, amendment_id)
    if record.state is not AmendmentState.WAITING:
        raise Conflict("Ändringen väntar inte längre.", "Inget är ändrat.", "Läs om sidan.")
    return record


def plain_fact(fact: FactValue) -> dict[str, Any]:
    """The fact as plain data that can be kept and read back."""
    value = fact.value
    return {
        "kind": fact.kind.value,
        "value": value.isoformat() if isinstance(value, date) else value,
        "status": fact.status.value,
        "heading": fact.quote.heading if fact.quote else None,
        "spans": list(fact.quote.spans) if fact.quote else [],
        "statute": fact.statute,
        "reason": fact.reason,
    }


def fact_from(name: str, ordinal: int, plain: dict[str, Any]) -> FactValue:
    """The fact that :func:`plain_fact` kept."""
    kind, value = ValueKind(plain["kind"]), plain["value"]
    if kind is ValueKind.DAY and value is not None:
        value = date.fromisoformat(value)
    quote = Quote(plain["heading"] or "", tuple(plain["spans"])) if plain["spans"] else None
    return FactValue(
        name, kind, value, FactStatus(plain["status"]), ordinal, quote, plain["statute"], plain["reason"]
    )


def amendments_of(session: Session, programme_id: int) -> list[FactAmendmentRecord]:
    """Every change of the programme after sign-off, newest first."""
    return list(
        session.scalars(
            select(FactAmendmentRecord)
            .where(FactAmendmentRecord.programme_id == programme_id)
            .order_by(FactAmendmentRecord.id.desc())
        )
    )

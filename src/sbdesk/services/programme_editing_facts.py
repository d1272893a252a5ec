"""What the desk does with the facts of a draft: enter, take away, undo, and tick against the source."""

from __future__ import annotations

from sqlalchemy.orm import Session

from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.programme import FactStatus, FactValue
from sbdesk.domain.programme_entry import fact_problem
from sbdesk.domain.programme_standard import is_standard
from sbdesk.domain.programme_words import fact_title
from sbdesk.services import programme_editing_guards as guards
from sbdesk.services import programme_editing_writing as writing
from sbdesk.services.acting import one_effect
from sbdesk.services.changes import Done, Touched
from sbdesk.services.stored_programmes import (
    fact_value,
    newest_facts,
    quotes_of,
    stored_definition,
)
from sbdesk.services.workplace import Workplace
from sbdesk.store.records.programmes import ProgrammeFactRecord, ProgrammeRecord

Place = tuple[int, str, int]
"""A fact: the programme's id, the fact's name and its ordinal."""


class FactActs:
    """Acts on the facts of a draft; every change is a new revision, and what one enters is one's tick."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def edit_fact(self, programme_id: int, seen: int, fact: FactValue, command_id: str | None = None) -> Done:
        """Give a fact of a draft another content; ``seen`` is the revision that the officer looked at.

        Raises F12 when somebody else has changed it, UserFacingError naming the field (``code``) that lacks
        something, NotAllowed once the programme is signed off.
        """

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            guards.refuse(fact_problem(fact))
            now = writing.revision_of(session, programme_id, fact)
            guards.refuse_stale(session, programme_id, seen, now)
            return self._write(session, programme, "edit_fact", fact, now)

        made = one_effect(self.work, command_id, "edit_fact", [programme_id, seen, _plain(fact)], act)
        return Done(Touched.PROGRAMMES, f"Uppgiften ”{fact_title(fact.name)}” är sparad.", made)

    def add_fact(self, programme_id: int, fact: FactValue, command_id: str | None = None) -> Done:
        """Add a fact to a draft; one of a name that is there already gets the next number."""

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            if not fact.name:
                guards.refuse(("name", "Uppgiftens namn saknas."))
            guards.refuse(fact_problem(fact))
            ordinal = 1
            record = writing.newest_of(session, programme_id, fact.name, ordinal)
            while record is not None and not record.removed:
                ordinal += 1
                record = writing.newest_of(session, programme_id, fact.name, ordinal)
            new = _numbered(fact, ordinal)
            return self._write(
                session, programme, "add_fact", new, writing.revision_of(session, programme_id, new)
            )

        made = one_effect(self.work, command_id, "add_fact", [programme_id, _plain(fact)], act)
        return Done(Touched.PROGRAMMES, f"Uppgiften ”{fact_title(fact.name)}” är tillagd.", made)

    def remove_fact(self, place: Place, seen: int, command_id: str | None = None) -> Done:
        """Take away a fact that an officer has added; NotAllowed for a standard fact or one that is used."""
        programme_id, name, ordinal = place

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            now = _there(session, place)
            guards.refuse_stale(session, programme_id, seen, now.revision)
            _refuse_needed(session, programme_id, name, ordinal)
            fact = fact_value(now, ())
            made = writing.take_away(session, self.work, programme, fact, seen + 1)
            self._tell(session, programme, "remove_fact", fact, seen)
            return made.id

        one_effect(self.work, command_id, "remove_fact", [*place, seen], act)
        return Done(Touched.PROGRAMMES, f"Uppgiften ”{fact_title(name)}” är borttagen.", programme_id)

    def undo_fact(self, place: Place, seen: int, command_id: str | None = None) -> Done:
        """Take back the last change of a fact that is not taken back; the change and its undo are both kept.

        Raises NotAllowed when nothing has been changed since the programme was made or signed off.
        """
        programme_id, name, ordinal = place

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            newest = writing.newest_of(session, programme_id, name, ordinal)
            stack = guards.undo_stacks(session, programme_id).get((name, ordinal), [])
            if newest is None or not stack:
                raise NotAllowed("Uppgiften har inte ändrats.", "Inget är ändrat.", "Läs om sidan.")
            guards.refuse_stale(session, programme_id, seen, newest.revision)
            undone, base = stack[-1]
            made = self._restore(session, programme, newest, base)
            told = {"name": name, "ordinal": ordinal, "revision": made.revision}
            self.work.record(
                session, "undo_edit_fact", ("programme", programme_id), after=told, undoes=undone
            )
            return made.id

        made = one_effect(self.work, command_id, "undo_edit_fact", [*place, seen], act)
        return Done(Touched.PROGRAMMES, f"Ändringen av ”{fact_title(name)}” är ångrad.", made)

    def confirm_fact(self, fact_id: int, command_id: str | None = None) -> Done:
        """Tick a fact as compared with its source.

        Raises UserFacingError when it lacks its quote, statute or reason, F12 when it is not the newest.
        """

        def act(session: Session) -> str:
            record = session.get_one(ProgrammeFactRecord, fact_id)
            guards.draft(session, record.programme_id)
            newest = writing.newest_of(session, record.programme_id, record.name, record.ordinal)
            guards.refuse_stale(
                session, record.programme_id, record.revision, newest.revision if newest else 0
            )
            guards.refuse(fact_problem(_value(session, record)))
            if writing.confirm(session, self.work, fact_id):
                self._told_tick(session, "confirm_fact", record)
            return record.name

        name = one_effect(self.work, command_id, "confirm_fact", [fact_id], act)
        return Done(Touched.PROGRAMMES, f"Uppgiften ”{fact_title(name)}” är bekräftad.", fact_id)

    def unconfirm_fact(self, fact_id: int, command_id: str | None = None) -> Done:
        """Take a tick back; it is kept with who took it back."""

        def act(session: Session) -> str:
            record = session.get_one(ProgrammeFactRecord, fact_id)
            guards.draft(session, record.programme_id)
            found = writing.confirmation_of(session, fact_id)
            if found is None:
                raise Conflict("Uppgiften är inte bekräftad.", "Inget är ändrat.", "Läs om sidan.")
            found.withdrawn_by = self.work.officer_id
            self._told_tick(session, "unconfirm_fact", record)
            return record.name

        name = one_effect(self.work, command_id, "unconfirm_fact", [fact_id], act)
        return Done(Touched.PROGRAMMES, f"Bekräftelsen av ”{fact_title(name)}” är återtagen.", fact_id)

    def confirm_unstated(self, programme_id: int, command_id: str | None = None) -> Done:
        """Tick every fact that the instruction does not state, when the officer has read it to the end."""

        def act(session: Session) -> int:
            guards.draft(session, programme_id)
            silent = [
                record
                for record in newest_facts(session, programme_id).values()
                if record.status is FactStatus.NOT_STATED and writing.confirm(session, self.work, record.id)
            ]
            for record in silent:
                self._told_tick(session, "confirm_fact", record)
            return len(silent)

        number = one_effect(self.work, command_id, "confirm_unstated", [programme_id], act)
        word = "uppgift" if number == 1 else "uppgifter"
        return Done(
            Touched.PROGRAMMES, f"{number} {word} är bekräftade: de står inte i anvisningen.", programme_id
        )

    def _write(
        self, session: Session, programme: ProgrammeRecord, verb: str, fact: FactValue, base: int
    ) -> int:
        record = writing.write_fact(session, self.work, programme, fact, base + 1)
        writing.confirm(session, self.work, record.id)
        self._tell(session, programme, verb, fact, base)
        return record.id

    def _restore(
        self, session: Session, programme: ProgrammeRecord, newest: ProgrammeFactRecord, base: int
    ) -> ProgrammeFactRecord:
        key, revision = (newest.name, newest.ordinal), newest.revision + 1
        if base == 0:
            _refuse_needed(session, programme.id, *key)
            return writing.take_away(session, self.work, programme, fact_value(newest, ()), revision)
        former = writing.content_at(session, programme.id, key, base)
        return writing.write_fact(session, self.work, programme, former, revision)

    def _tell(
        self, session: Session, programme: ProgrammeRecord, verb: str, fact: FactValue, base: int
    ) -> None:
        told = {**_plain(fact), "revision": base + 1, "base": base}
        self.work.record(session, verb, ("programme", programme.id), after=told)

    def _told_tick(self, session: Session, verb: str, record: ProgrammeFactRecord) -> None:
        told = {"name": record.name, "ordinal": record.ordinal, "revision": record.revision}
        self.work.record(session, verb, ("programme", record.programme_id), after=told)


def _there(session: Session, place: Place) -> ProgrammeFactRecord:
    record = writing.newest_of(session, *place)
    if record is None or record.removed:
        raise Conflict("Uppgiften är redan borttagen.", "Inget är ändrat.", "Läs om sidan.")
    return record


def _refuse_needed(session: Session, programme_id: int, name: str, ordinal: int) -> None:
    if is_standard(name) and ordinal == 1:
        raise NotAllowed(
            f"”{fact_title(name)}” frågas om i varje statsbidrag och kan inte tas bort.",
            "Inget är ändrat.",
            "Välj Står inte i anvisningen i stället.",
        )
    it = stored_definition(session, programme_id)
    used = (
        *(f"delen ”{one.label}”" for one in it.components if name == one.purpose_fact),
        *(f"grunden ”{one.label}”" for one in it.grounds if name == one.fact),
        *(f"kontrollen {one.rule}" for one in it.conditions if name == one.fact),
        *(f"beloppet till {s.recipient}" for c in it.components for s in c.shares if s.decided_fact == name),
    )
    if used and ordinal == 1:
        raise NotAllowed(
            f"Uppgiften ligger till grund för {used[0]}.",
            "Inget är ändrat.",
            "Välj en annan uppgift där först.",
        )


def _numbered(fact: FactValue, ordinal: int) -> FactValue:
    return FactValue(
        fact.name, fact.kind, fact.value, fact.status, ordinal, fact.quote, fact.statute, fact.reason
    )


def _value(session: Session, record: ProgrammeFactRecord) -> FactValue:
    return fact_value(record, quotes_of(session, [record.id]).get(record.id, ()))


def _plain(fact: FactValue) -> dict[str, str | int | bool | None]:
    value = fact.value
    return {
        "name": fact.name,
        "ordinal": fact.ordinal,
        "status": fact.status.value,
        "value": value if isinstance(value, str | int | bool | None) else value.isoformat(),
        "quote": fact.quote.sentence if fact.quote else None,
        "heading": fact.quote.heading if fact.quote else None,
        "statute": fact.statute,
        "reason": fact.reason,
    }

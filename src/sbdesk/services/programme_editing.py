"""What the desk does to set a programme up without code: from nothing or last year's, and its parts."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sbdesk.domain.decision import DecisionKind
from sbdesk.domain.errors import Conflict
from sbdesk.domain.programme import AppealRule, FactValue, ProgrammeDefinition, Quote
from sbdesk.domain.programme_conditions import standard_conditions
from sbdesk.domain.programme_entry import Identity, identity_problem
from sbdesk.domain.programme_standard import empty_facts
from sbdesk.domain.programme_state import PROGRAMME_MACHINE, ProgrammeOrigin
from sbdesk.domain.sort_keys import name_key
from sbdesk.services import programme_editing_guards as guards
from sbdesk.services.acting import one_effect
from sbdesk.services.changes import Done, Touched
from sbdesk.services.programme_amendments import AmendmentActs
from sbdesk.services.programme_editing_facts import FactActs
from sbdesk.services.programme_editing_parts import PartActs
from sbdesk.services.programme_setup import add_programme
from sbdesk.services.stored_programmes import newest_facts, stored_definition
from sbdesk.store.records.programmes import ProgrammeRecord


class ProgrammeEditingService(FactActs, PartActs, AmendmentActs):
    """A programme's facts, parts, grounds and checks while it is a draft, and its changes afterwards."""

    def create_empty(self, given: Identity, command_id: str | None = None) -> Done:
        """A draft with every standard fact not stated, the law that always holds and the usual checks.

        A check whose sentence is not there yet only informs. Raises Conflict when the code is taken.
        """

        def act(session: Session) -> int:
            _refuse_taken(session, given, None)
            bare = _bare(given, empty_facts())
            full = replace(bare, conditions=standard_conditions(bare))
            programme = add_programme(session, self.work, full, "create_programme")
            programme.origin = ProgrammeOrigin.EMPTY
            programme.case_number = given.case_number.strip() or None
            return programme.id

        made = one_effect(self.work, command_id, "create_programme", _plain(given), act)
        return Done(
            Touched.PROGRAMMES,
            f"{given.short_title} är upplagt. Fyll i uppgifterna ur anvisningen.",
            made,
        )

    def copy_year(self, programme_id: int, given: Identity, command_id: str | None = None) -> Done:
        """A draft from last year's: days moved one year, quotes left behind, everything to confirm again.

        Recipients and their units come along, decided and computed amounts do not. What the jurist has said
        on appeal is asked anew.
        """

        def act(session: Session) -> int:
            _refuse_taken(session, given, None)
            former = stored_definition(session, programme_id)
            headings = _headings(session, programme_id)
            made = add_programme(session, self.work, _next_year(former, given, headings), "copy_programme")
            made.origin, made.predecessor_id = ProgrammeOrigin.COPIED, programme_id
            made.case_number = given.case_number.strip() or None
            return made.id

        made = one_effect(self.work, command_id, "copy_programme", [programme_id, _plain(given)], act)
        return Done(
            Touched.PROGRAMMES,
            f"{given.short_title} är upplagt. Jämför varje uppgift med årets anvisning och bekräfta den.",
            made,
        )

    def change_identity(
        self, programme_id: int, version: int, given: Identity, command_id: str | None = None
    ) -> Done:
        """Give a draft other names, year, kind of recipient or case number; F12 for a stale ``version``."""

        def act(session: Session) -> int:
            programme = guards.draft(session, programme_id)
            guards.refuse_stale(session, programme_id, version, programme.version)
            _refuse_taken(session, given, programme_id)
            before = {"code": programme.code, "title": programme.title, "year": programme.budget_year}
            programme.code, programme.budget_year = given.code, given.year
            programme.title, programme.short_title = given.title.strip(), given.short_title.strip()
            programme.title_key = name_key(given.short_title)
            programme.recipient_kind = given.recipient_kind
            programme.case_number = given.case_number.strip() or None
            self.work.record(
                session,
                "change_programme",
                ("programme", programme_id),
                before=before,
                after=_plain(given),
            )
            return programme_id

        plain = [programme_id, version, _plain(given)]
        one_effect(self.work, command_id, "change_programme", plain, act)
        return Done(Touched.PROGRAMMES, "Statsbidragets namn och år är sparade.", programme_id)

    def redraft(self, programme_id: int, command_id: str | None = None) -> Done:
        """Take a signed programme that is not open back to a draft; it is then signed off anew."""

        def act(session: Session) -> None:
            programme = session.get_one(ProgrammeRecord, programme_id)
            before = programme.state
            programme.state = PROGRAMME_MACHINE.target(before, "redraft")
            self.work.record(
                session,
                "redraft_programme",
                ("programme", programme_id),
                before={"state": before.value},
                after={"state": programme.state.value},
            )

        one_effect(self.work, command_id, "redraft_programme", [programme_id], act)
        return Done(
            Touched.PROGRAMMES,
            "Statsbidraget är ett utkast igen. En andra person ska granska det på nytt.",
            programme_id,
        )


def _refuse_taken(session: Session, given: Identity, own: int | None) -> None:
    guards.refuse(identity_problem(given))
    found = session.scalar(select(ProgrammeRecord.id).where(ProgrammeRecord.code == given.code))
    if found is not None and found != own:
        raise Conflict(
            f"Det finns redan ett statsbidrag med beteckningen {given.code}.",
            guards.SAFE,
            "Välj en annan beteckning, eller öppna det statsbidrag som finns.",
        )
    short = given.short_title.strip()
    same = select(ProgrammeRecord.id).where(ProgrammeRecord.title_key == name_key(short))
    if any(one != own for one in session.scalars(same)):
        raise Conflict(
            f"Det finns redan ett statsbidrag med kortnamnet {short}.",
            guards.SAFE,
            "Skriv ett annat kortnamn, till exempel med året: det står i filter och filnamn.",
            code="short_title",
        )


def _bare(given: Identity, facts: tuple[FactValue, ...]) -> ProgrammeDefinition:
    return ProgrammeDefinition(
        id=given.code,
        title=given.title.strip(),
        short_title=given.short_title.strip(),
        year=given.year,
        recipient_kind=given.recipient_kind,
        facts=facts,
        appeal_rules=tuple(AppealRule(kind.value) for kind in DecisionKind),
    )


def _next_year(
    former: ProgrammeDefinition, given: Identity, headings: dict[tuple[str, int], str | None]
) -> ProgrammeDefinition:
    bare = _bare(given, tuple(_moved(fact, headings[fact.name, fact.ordinal]) for fact in former.facts))
    components = tuple(
        replace(
            component,
            shares=tuple(
                replace(share, computed_ore=None, decided_ore=None, decided_fact=None)
                for share in component.shares
            ),
        )
        for component in former.components
    )
    return replace(
        bare,
        operations=former.operations,
        components=components,
        grounds=former.grounds,
        conditions=former.conditions,
    )


def _moved(fact: FactValue, heading: str | None) -> FactValue:
    value = fact.value
    moved = _a_year_later(value) if isinstance(value, date) else value
    return replace(fact, value=moved, quote=Quote(heading, ()) if heading else None)


def _a_year_later(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 2, 28) if leap_day else day.replace(year=day.year + 1)


def _headings(session: Session, programme_id: int) -> dict[tuple[str, int], str | None]:
    facts = newest_facts(session, programme_id).values()
    return {(fact.name, fact.ordinal): fact.heading for fact in facts}


def _plain(given: Identity) -> dict[str, str | int]:
    return {**asdict(given), "recipient_kind": given.recipient_kind.value}

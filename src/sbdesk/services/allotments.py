"""What the desk does with an allotment: shares by hand or by table, computed anew, never before a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from sbdesk.domain.errors import NotAllowed
from sbdesk.domain.parties import OperationKind
from sbdesk.domain.programme_state import ProgrammeState
from sbdesk.domain.progress import Progress
from sbdesk.services.acting import one_effect
from sbdesk.services.allotments_changing import NOTHING, apply, refuse_stale
from sbdesk.services.allotments_planning import planned_now, preview, with_amounts
from sbdesk.services.allotments_populations import (
    POPULATION_SHAPE,
    check_population,
    keep_population,
    refuse_faulty_source,
)
from sbdesk.services.allotments_reading import allotment_page, component_state
from sbdesk.services.allotments_rows import (
    AllotmentPage,
    ChangePreview,
    PopulationLoad,
    ShareInput,
    TableLoad,
    TablePreview,
)
from sbdesk.services.allotments_shape import SHARE_SHAPE
from sbdesk.services.allotments_shares import former_share, recomputed, wanted_share
from sbdesk.services.allotments_tables import plan_table
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.rehearsals import rehearse
from sbdesk.services.small_tables import OpenTable, open_file, open_pasted
from sbdesk.services.workplace import Workplace
from sbdesk.spreadsheets.write_template import write_template
from sbdesk.store.records.programmes import AllotmentRecord

_TOUCHED = Touched.PROGRAMMES | Touched.RECIPIENTS | Touched.REQUISITIONS | Touched.REPORTS
_FAULTY = "Rätta tabellen och läs in den igen."


class AllotmentsService:
    """The tab Fördelning. After sign-off every change needs a second person (:class:`SecondPerson`)."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def page(self, programme_id: int) -> AllotmentPage:
        """The components with their shares, what is left and why."""
        with self.work.store.reading() as session:
            return allotment_page(session, self.work, programme_id)

    def recompute_preview(
        self, component_id: int, population: tuple[str, date] | None = None
    ) -> ChangePreview:
        """What computing anew would change; ``population`` (table id, day) gives the shares new weights."""
        with self.work.store.reading() as session:
            state = component_state(session, component_id)
            plan, problem = recomputed(session, state, population)
            return preview(session, state, plan, problem)

    def recompute(
        self,
        component_id: int,
        seen: str,
        population: tuple[str, date] | None = None,
        second: SecondPerson | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Compute the component anew. Raises F12 when newer than ``seen``, NotAllowed as the preview."""

        def act(session: Session) -> int:
            state = component_state(session, component_id)
            refuse_stale(state, seen)
            plan, problem = recomputed(session, state, population)
            if problem:
                raise NotAllowed(problem, NOTHING, "Komplettera uppgifterna och räkna om på nytt.")
            source = f"Befolkning enligt {population[0]}, {population[1].isoformat()}" if population else ""
            return apply(session, self.work, state, plan, source, second).changes

        told = [population[0], population[1].isoformat()] if population else None
        changed = self._once("recompute", [component_id, seen, told, _signer(second)], command_id, act)
        return Done(_TOUCHED, f"Fördelningen är omräknad. {_shares_changed(changed)}", component_id)

    def save_share(
        self,
        component_id: int,
        given: ShareInput,
        share: tuple[int, int] | None = None,
        second: SecondPerson | None = None,
        command_id: str | None = None,
    ) -> Done:
        """Change a share (its id and the version seen) or, without one, add it.

        Raises NotAllowed for a decided amount without source, for more than there is, and below what is
        granted; recipient and operation of a share move only in a draft.
        """

        def act(session: Session) -> None:
            state = component_state(session, component_id)
            plan = planned_now(state)
            former = former_share(session, plan, share)
            new = wanted_share(session, state, given, former)
            rest = [one for one in plan if one is not former]
            apply(session, self.work, state, [*rest, new], given.source.strip(), second)

        plain = [component_id, asdict(given), list(share) if share else None, _signer(second)]
        self._once("save_share", plain, command_id, act)
        return Done(_TOUCHED, "Fördelningen är ändrad.", component_id)

    def remove_share(self, share_id: int, version: int, command_id: str | None = None) -> Done:
        """Take a share away while the programme is a draft."""

        def act(session: Session) -> int:
            component_id = session.get_one(AllotmentRecord, share_id).component_id
            state = component_state(session, component_id)
            if state.programme.state is not ProgrammeState.DRAFT:
                raise NotAllowed(
                    "Fördelningen är granskad och poster kan inte tas bort.",
                    NOTHING,
                    "Sätt beloppet till noll med källa i stället.",
                )
            plan = planned_now(state)
            former = former_share(session, plan, (share_id, version))
            gone = [replace(one, remove=True) if one is former else one for one in plan]
            apply(session, self.work, state, gone, "", None)
            return component_id

        component_id = self._once("remove_share", [share_id, version], command_id, act)
        return Done(_TOUCHED, "Posten är borttagen ur fördelningen.", component_id)

    def open_table(self, place: Path | str, progress: Progress | None = None) -> OpenTable:
        """Read a table of shares: a file, or what was pasted. Raises with the reason why it cannot."""
        reader = open_file(place, SHARE_SHAPE, progress) if isinstance(place, Path) else None
        return reader or open_pasted(str(place), SHARE_SHAPE, progress)

    def preview_table(
        self,
        component_id: int,
        table: OpenTable,
        source: str = "",
        operation_kind: OperationKind | None = None,
    ) -> TablePreview:
        """Every row's end and every difference, made by the act itself and taken back; writer thread."""

        def act(session: Session) -> TablePreview:
            state = component_state(session, component_id)
            made = plan_table(session, self.work, state, table, source, operation_kind)
            if any(row.faults for row in made.rows):
                return TablePreview(made.rows, None)
            plan, problem = with_amounts(state, made.plan)
            return TablePreview(made.rows, preview(session, state, plan, problem))

        return rehearse(self.work, act)

    def load_table(
        self, component_id: int, table: OpenTable, load: TableLoad, command_id: str | None = None
    ) -> Done:
        """Let the table be the component's shares: all of it or nothing.

        Raises NotAllowed when a row is refused or the preview had a problem, F12 when the component is newer.
        """

        def act(session: Session) -> list[int]:
            state = component_state(session, component_id)
            refuse_stale(state, load.seen)
            made = plan_table(session, self.work, state, table, load.source, load.operation_kind)
            refused = sum(bool(row.faults) for row in made.rows)
            if refused:
                raise NotAllowed(_faulty_rows(refused), NOTHING, _FAULTY)
            plan, problem = with_amounts(state, made.plan)
            if problem:
                raise NotAllowed(problem, NOTHING, _FAULTY)
            told = apply(session, self.work, state, plan, load.source.strip(), load.second)
            return [told.changes, told.new_awards]

        plain = [
            component_id,
            table.raw.sha256,
            table.sheet,
            dict(table.layout.columns),
            load.seen,
            load.source,
            _signer(load.second),
        ]
        changes, awards = self._once("load_allotment", plain, command_id, act)
        words = f"Tabellen är inläst. {_shares_changed(changes)}"
        new = "1 nytt ärende" if awards == 1 else f"{awards} nya ärenden"
        words += f" {new} väntar på rekvisition." if awards else ""
        return Done(_TOUCHED, words, component_id)

    def open_population(self, place: Path | str, progress: Progress | None = None) -> OpenTable:
        """Read a table of populations: a file, or what was pasted."""
        reader = open_file(place, POPULATION_SHAPE, progress) if isinstance(place, Path) else None
        return reader or open_pasted(str(place), POPULATION_SHAPE, progress)

    def preview_population(self, table: OpenTable, given: PopulationLoad) -> TablePreview:
        """How each row would end."""
        refuse_faulty_source(given, self.work.clock.today())
        with self.work.store.reading() as session:
            rows, _ = check_population(session, table, given)
        return TablePreview(tuple(rows), None)

    def load_population(self, table: OpenTable, given: PopulationLoad, command_id: str | None = None) -> Done:
        """Keep the populations; a number that was there before is replaced and told in the log."""
        refuse_faulty_source(given, self.work.clock.today())

        def act(session: Session) -> list[int]:
            rows, found = check_population(session, table, given)
            refused = sum(bool(row.faults) for row in rows)
            if refused or not found:
                what = _faulty_rows(refused) if refused else "Tabellen har inga ifyllda rader."
                raise NotAllowed(what, NOTHING, _FAULTY)
            return [len(found), keep_population(session, self.work, found, given)]

        plain = [table.raw.sha256, given.table_id, given.on.isoformat(), given.fetched_on.isoformat()]
        areas, changed = self._once("load_population", plain, command_id, act)
        return Done(
            Touched.PROGRAMMES, f"Befolkningen är inläst: {areas} områden, {changed} nya eller ändrade."
        )

    def write_template(self, component_id: int, place: Path) -> None:
        """Save an empty table for the component with its shares filled in; F16's kin when it cannot."""
        with self.work.store.reading() as session:
            state = component_state(session, component_id)
            rows = [
                {
                    "recipient": recipient.name,
                    "org_number": f"{recipient.org_number[:6]}-{recipient.org_number[6:]}",
                    "operation": operation.name if operation else "",
                }
                for _, recipient, operation in state.shares
            ]
            about = [
                ("Fördelning", f"{state.programme.short_title}, {state.component.label}"),
                (
                    "Så används mallen",
                    "Fyll i bladet Fördelning och läs in filen under Statsbidrag, Fördelning.",
                ),
            ]
        write_template(place, "Fördelning", SHARE_SHAPE.columns, rows, about=about)

    def _once(self, verb: str, plain: Any, command_id: str | None, act: Callable[[Session], Any]) -> Any:
        return one_effect(self.work, command_id, verb, plain, act)


def _signer(second: SecondPerson | None) -> int | None:
    return second.officer_id if second else None


def _shares_changed(count: int) -> str:
    return "1 post är ändrad." if count == 1 else f"{count} poster är ändrade."


def _faulty_rows(count: int) -> str:
    return "1 rad i tabellen har fel." if count == 1 else f"{count} rader i tabellen har fel."

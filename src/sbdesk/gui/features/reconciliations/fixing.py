"""The acts that need another person, a reason or a place to save: fix, open again, answer, export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.findings import Level
from sbdesk.gui.features.reconciliations.questions import (
    Question,
    ReconciliationsView,
    SecondPersonQuestion,
)
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.changes import Done, Touched
from sbdesk.services.reconciliations_rows import FindingRow
from sbdesk.services.settings import OfficerRow

if TYPE_CHECKING:
    from sbdesk.gui.features.reconciliations.presenter import ReconciliationsPresenter

NO_COLLEAGUE = UserFacingError(
    "Det finns ingen annan person att ange.",
    "Inget är ändrat.",
    "Lägg till en kollega under Inställningar, Personer och roller.",
)


class Fixing:
    """Each method asks, then acts through the presenter."""

    def __init__(self, presenter: ReconciliationsPresenter, view: ReconciliationsView) -> None:
        self._presenter = presenter
        self._view = view
        self._services = presenter.context.services

    def finalise(self) -> None:
        """Ask who has signed the protocol, and fix the figures."""
        page = self._presenter.page
        if page is None:
            return
        award_id, service = page.award_id, self._services.reconciliations

        def fix(second: SecondPerson, _reason: str) -> None:
            command = uuid4().hex
            self._presenter.act(lambda: service.finalise(award_id, second, command_id=command))

        self._with_people(
            lambda people, today: self._view.ask_second(
                SecondPersonQuestion(
                    "Fastställ avstämningen",
                    f"Fastställ avstämningen för {page.recipient}, {page.programme}? Beloppen låses och "
                    "protokollet skapas. Det kan inte ångras. "
                    "Den som har bedömt raderna kan inte skriva under.",
                    "Fastställ",
                    people,
                    today,
                ),
                fix,
            )
        )

    def reopen(self) -> None:
        """Ask who stands behind changing fixed figures, and why."""
        page = self._presenter.page
        if page is None:
            return
        award_id, service = page.award_id, self._services.reconciliations

        def again(second: SecondPerson, reason: str) -> None:
            command = uuid4().hex
            self._presenter.act(lambda: service.reopen(award_id, second, reason, command_id=command))

        self._with_people(
            lambda people, today: self._view.ask_second(
                SecondPersonQuestion(
                    "Ändra belopp",
                    "Avstämningen öppnas i en ny version. De fastställda beloppen finns kvar i den förra.",
                    "Öppna igen",
                    people,
                    today,
                    reason="Skäl till ändringen",
                ),
                again,
            )
        )

    def answer(self, findings: Sequence[FindingRow]) -> None:
        """Ask for the reason; a stop also for the second person who lifts it."""
        ids = [finding.id for finding in findings]
        service = self._services.reconciliations.findings

        def dismiss(reason: str, second: SecondPerson | None = None) -> None:
            command = uuid4().hex
            self._presenter.act(lambda: service.dismiss(ids, reason, second, command_id=command))

        if not any(finding.level is Level.STOP for finding in findings):
            title = "Inte aktuellt" if findings[0].line_id is not None else "Motivera"
            label = "Skäl" if len(ids) == 1 else f"Skäl, samma för alla {len(ids)} i gruppen"
            self._view.ask_text(Question(title, label, "Spara"), dismiss)
            return
        self._with_people(
            lambda people, today: self._view.ask_second(
                SecondPersonQuestion(
                    "Häv stoppet",
                    "Ett stopp hävs av en annan person än den som bereder ärendet.",
                    "Häv stoppet",
                    people,
                    today,
                    reason="Skäl",
                ),
                lambda second, reason: dismiss(reason, second),
            )
        )

    def save_protocol(self) -> None:
        """Ask for a place and write the protocol there, as PDF."""
        page = self._presenter.page
        if page is None:
            return
        award_id, service = page.award_id, self._services.reconciliations

        def save(place: str) -> None:
            self._presenter.load(lambda: _write(Path(place), service.protocol(award_id)), self._told)

        name = f"Avstämningsprotokoll {page.recipient} {page.programme}.pdf"
        self._view.ask_place("Spara protokollet", name, save)

    def export_all(self) -> None:
        """Ask for a place and write the whole reconciliation as a workbook."""
        page = self._presenter.page
        if page is None:
            return
        award_id, export = page.award_id, self._services.reconciliations.export
        name = f"Avstämning {page.recipient} {page.programme}.xlsx"
        self._view.ask_place(
            "Exportera hela avstämningen",
            name,
            lambda place: self._presenter.load(lambda: export.workbook(award_id, Path(place)), self._told),
        )

    def export_seen(self, shown_as: str) -> None:
        """Ask for a place and write the rows shown (Ctrl+E)."""
        page = self._presenter.page
        if page is None:
            return
        award_id, export = page.award_id, self._services.reconciliations.export
        ids = list(self._view.shown_ids())
        name = f"Rader {page.recipient} {page.programme}.xlsx"
        self._view.ask_place(
            "Exportera det jag ser",
            name,
            lambda place: self._presenter.load(
                lambda: export.seen(award_id, ids, shown_as, Path(place)), self._told
            ),
        )

    def _told(self, done: Done) -> None:
        self._presenter.context.messages.tell(done.message)

    def _with_people(self, ask: Callable[[tuple[OfficerRow, ...], date], None]) -> None:
        settings, work = self._services.settings, self._services.reconciliations.work

        def read() -> tuple[OfficerRow, ...]:
            return tuple(row for row in settings.officers() if row.id != work.officer_id)

        def found(people: tuple[OfficerRow, ...]) -> None:
            if people:
                ask(people, work.clock.today())
            else:
                self._view.show_error(NO_COLLEAGUE)

        self._presenter.load(read, found)


def _write(place: Path, content: bytes) -> Done:
    try:
        place.write_bytes(content)
    except OSError as error:
        raise UserFacingError(
            f"PDF-filen {place.name} kunde inte sparas.",
            "Protokollet finns kvar i sbdesk.",
            "Stäng filen om den är öppen, eller välj en annan mapp, och spara igen.",
            code="F16",
        ) from error
    return Done(Touched.NOTHING, f"Sparade {place.name}.")

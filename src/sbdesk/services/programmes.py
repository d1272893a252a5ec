"""What the desk does with a programme: take it in, load its instruction, sign it off, open it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from sbdesk.domain.decision import AppealAllowed, ThreeWeeksFrom
from sbdesk.domain.errors import Conflict, NotAllowed
from sbdesk.domain.programme_state import PROGRAMME_MACHINE
from sbdesk.services import programme_definitions, programme_setup
from sbdesk.services.attestations import Act, ReceivedFile, SecondPerson, attest
from sbdesk.services.changes import Done, Touched
from sbdesk.services.programme_editing_guards import preparers
from sbdesk.services.programme_instructions import (
    instruction_text,
    keep_instruction,
    loaded_text,
    place_quotes,
)
from sbdesk.services.programme_pages import programme_page, programme_rows
from sbdesk.services.programme_rows import ProgrammePage, ProgrammeRow, ShippedRow
from sbdesk.services.programme_signing import (
    SigningReview,
    keep_signed,
    refuse_hindered,
    review_of,
)
from sbdesk.services.stored_programmes import stored_definition
from sbdesk.services.workplace import Workplace
from sbdesk.store.commands import once
from sbdesk.store.records.programmes import AppealRuleRecord, ProgrammeRecord


@dataclass(frozen=True, slots=True)
class AppealInput:
    """What the jurist has said of one kind of decision; ``source`` names rule or person."""

    allowed: AppealAllowed
    three_weeks_from: ThreeWeeksFrom
    text: str
    source: str


class ProgrammesService:
    """Programmes with their facts and quotes; a fact without a source is no fact."""

    def __init__(self, work: Workplace) -> None:
        self.work = work

    def rows(self) -> list[ProgrammeRow]:
        """Every programme, by last day to requisition."""
        with self.work.store.reading() as session:
            return programme_rows(session, self.work.clock.today())

    def page(self, programme_id: int) -> ProgrammePage:
        """One programme with facts, conditions, grounds, allotment and the jurist's fields."""
        with self.work.store.reading() as session:
            return programme_page(session, programme_id, self.work.clock.today())

    def shipped(self) -> list[str]:
        """The programmes that ship with the program and are not in the database."""
        with self.work.store.reading() as session:
            there = set(session.scalars(select(ProgrammeRecord.code)))
        return [code for code in programme_definitions.available() if code not in there]

    def shipped_rows(self) -> list[ShippedRow]:
        """The same with their names, for a menu."""
        found = [programme_definitions.load(code) for code in self.shipped()]
        return [ShippedRow(one.id, one.short_title, one.title) for one in found]

    def load_shipped(self, code: str, command_id: str | None = None) -> Done:
        """Take in a shipped programme, and the 21 regions, as a draft that two officers sign off.

        Raises :class:`Conflict` when it is there, UserFacingError for an unknown code.
        """
        definition = programme_definitions.load(code)

        def act() -> int:
            known = session.scalar(select(ProgrammeRecord.id).where(ProgrammeRecord.code == code))
            if known is not None:
                raise Conflict(
                    f"{definition.short_title} finns redan.",
                    "Inget är ändrat.",
                    "Öppna det statsbidrag som finns.",
                )
            programme_setup.add_recipients(session, programme_definitions.regions())
            return programme_setup.add_programme(session, self.work, definition).id

        with self.work.store.writing() as session:
            made = once(session, command_id, "load_programme", {"code": code}, self.work.clock.now(), act)
        return Done(
            Touched.PROGRAMMES | Touched.RECIPIENTS,
            f"{definition.short_title} är inlagt som förslag. En kollega ska granska uppgifterna.",
            made,
        )

    def load_instruction(self, programme_id: int, file: ReceivedFile, command_id: str | None = None) -> Done:
        """Keep the instruction's text as a document and find each quote's line in it.

        Raises UserFacingError when the file is not text, or is empty.
        """
        text = instruction_text(file)

        def act() -> list[int]:
            programme = session.get_one(ProgrammeRecord, programme_id)
            digest = keep_instruction(session, self.work, programme, file)
            found, missing = place_quotes(session, programme_id, text)
            told = {"sha256": digest, "found": found, "missing": missing}
            self.work.record(session, "load_instruction", ("programme", programme_id), after=told)
            return [found, missing]

        with self.work.store.writing() as session:
            found, missing = once(
                session,
                command_id,
                "load_instruction",
                [programme_id, file.file_name],
                self.work.clock.now(),
                act,
            )
        words = f"Anvisningen är inläst. {found} citat är hittade"
        words += f", {missing} saknas i texten." if missing else " och inget saknas."
        return Done(Touched.PROGRAMMES | Touched.DOCUMENTS, words, programme_id)

    def instruction_lines(self, programme_id: int) -> list[str]:
        """The loaded instruction's lines; an empty list when none is loaded."""
        with self.work.store.reading() as session:
            return loaded_text(session, session.get_one(ProgrammeRecord, programme_id)).splitlines()

    def review(self, programme_id: int) -> SigningReview:
        """What a second person compares before signing off."""
        with self.work.store.reading() as session:
            return review_of(session, self.work, programme_id)

    def sign_off(self, programme_id: int, second: SecondPerson, command_id: str | None = None) -> Done:
        """A second officer has compared the facts with the instruction.

        Raises F13 for anybody who has entered or changed a fact, a part, a ground, a check, a word on appeal
        or the allotment since the last sign-off, NotAllowed while a self-check stops it or, unless the
        programme is shipped, while a fact is not confirmed.
        """

        def act() -> None:
            programme = session.get_one(ProgrammeRecord, programme_id)
            before = programme.state
            programme.state = PROGRAMME_MACHINE.target(before, "sign_off")
            refuse_hindered(session, self.work, programme, second.officer_id)
            preparer, *_others = preparers(session, programme_id)
            act_ = Act("programme", programme_id, "sign_off", preparer)
            keep_signed(session, programme_id, attest(session, self.work, act_, second).id)
            self.work.record(
                session,
                "sign_off",
                ("programme", programme_id),
                before={"state": before.value},
                after={"state": programme.state.value, "officer": second.officer_id},
            )

        with self.work.store.writing() as session:
            once(
                session, command_id, "sign_off", [programme_id, second.officer_id], self.work.clock.now(), act
            )
        return Done(Touched.PROGRAMMES, "Uppgifterna är godkända. Statsbidraget kan öppnas.", programme_id)

    def open(self, programme_id: int, command_id: str | None = None) -> Done:
        """Open the programme: one award and one expected report for each recipient with an allotment.

        Without an allotment there is nobody to expect yet; each share that is loaded later brings its award.
        Raises NotAllowed without a part: parts cannot be added once the programme is open.
        """

        def act() -> int:
            programme = session.get_one(ProgrammeRecord, programme_id)
            before = programme.state
            programme.state = PROGRAMME_MACHINE.target(before, "open")
            definition = stored_definition(session, programme_id)
            if not definition.components:
                raise NotAllowed(
                    "Ramen har inga delar, så ingen kan få pengar ur statsbidraget.",
                    "Inget är ändrat.",
                    "Välj Gör till utkast igen och lägg till minst en del under Delar.",
                )
            made = programme_setup.open_awards(session, programme, definition.day("report_due"))
            self.work.record(
                session,
                "open_programme",
                ("programme", programme_id),
                before={"state": before.value},
                after={"state": programme.state.value, "awards": len(made)},
            )
            return len(made)

        with self.work.store.writing() as session:
            made = once(session, command_id, "open_programme", [programme_id], self.work.clock.now(), act)
        return Done(
            Touched.PROGRAMMES | Touched.REQUISITIONS | Touched.REPORTS,
            _opened(made),
            programme_id,
        )

    def set_appeal_rule(
        self, rule_id: int, version: int, given: AppealInput, command_id: str | None = None
    ) -> Done:
        """Fill the jurist's field for one kind of decision. Raises NotAllowed without text or source."""
        if not given.source.strip() or (
            given.allowed is not AppealAllowed.NOT_DECIDED and not given.text.strip()
        ):
            raise NotAllowed(
                "Uppgiften om överklagande saknar text eller källa.",
                "Inget är ändrat.",
                "Ange texten till brevet och vem eller vilken regel som säger det.",
            )

        def act() -> int:
            rule = session.get_one(AppealRuleRecord, rule_id)
            if rule.version != version:
                raise Conflict(
                    "Någon annan ändrade uppgiften först.",
                    "Din ändring är inte sparad men finns kvar här.",
                    "Jämför och välj vilken som ska gälla.",
                    code="F12",
                )
            before = {"allowed": rule.allowed.value, "text": rule.text}
            rule.allowed, rule.three_weeks_from = given.allowed, given.three_weeks_from
            rule.text, rule.source = given.text.strip(), given.source.strip()
            self.work.record(
                session,
                "set_appeal_rule",
                ("appeal_rule", rule_id),
                before=before,
                after={"allowed": rule.allowed.value, "text": rule.text, "source": rule.source},
            )
            return rule.programme_id

        with self.work.store.writing() as session:
            done = once(
                session, command_id, "set_appeal_rule", [rule_id, version], self.work.clock.now(), act
            )
        return Done(Touched.PROGRAMMES | Touched.REQUISITIONS, "Uppgiften om överklagande är sparad.", done)


def _opened(awards: int) -> str:
    if awards == 0:
        return "Statsbidraget är öppet. Läs in fördelningen, så får varje mottagare ett ärende."
    number = "Ett ärende" if awards == 1 else f"{awards} ärenden"
    return f"Statsbidraget är öppet. {number} väntar på rekvisition."

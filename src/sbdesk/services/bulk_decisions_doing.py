"""Does one act with one ticked case by the service that does it for a single case."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.office import DispatchChannel
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions_rows import BulkCase, BulkTerms
from sbdesk.services.changes import Done, Touched
from sbdesk.services.decisions import DecisionsService
from sbdesk.services.documents import DocumentsService
from sbdesk.services.payouts import Booking, PayoutsService
from sbdesk.services.requisitions import RequisitionsService
from sbdesk.services.workplace import Workplace

_UNSAFE = re.compile(r"[^\w .-]")


class Desk:
    """The services that act on one case, for one officer."""

    def __init__(self, work: Workplace) -> None:
        self.work = work
        self.requisitions = RequisitionsService(work)
        self.decisions = DecisionsService(work)
        self.payouts = PayoutsService(work)
        self.documents = DocumentsService(work)


def do(desk: Desk, act: BulkAct, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    """Do it in a transaction of its own. Raises UserFacingError with the reason that the case page gives."""
    return _DOES[act](desk, case, terms, command)


def missing(what: str, todo: str) -> UserFacingError:
    """A part of the terms that the act cannot do without."""
    return UserFacingError(f"{what} saknas.", "Inget är ändrat.", todo)


def second_of(terms: BulkTerms) -> SecondPerson:
    """The decider of all the cases."""
    if terms.second is None:
        raise missing("Beslutsfattaren", "Ange vem som har beslutat och när.")
    return terms.second


def _explain(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    reasons = {code: terms.reason_for(case.award_id) for code in case.codes}
    return desk.requisitions.explain(case.award_id, reasons, command)


def _propose(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    reasons = terms.reason_for(case.award_id) if case.needs_reason else terms.reasons.get(case.award_id, "")
    return desk.decisions.propose(case.award_id, case.lines, reasons, terms.person_id, case.version, command)


def _decide(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    return desk.decisions.register_signed(
        case.award_id, second_of(terms), terms.participants, command, case.version
    )


def _mark_sent(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    day = terms.day or desk.work.clock.today()
    return desk.decisions.mark_sent(case.award_id, day, terms.channel or DispatchChannel.E_MAIL, command)


def _save_letters(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    if terms.folder is None:
        raise missing("Mappen", "Välj en mapp för breven.")
    if not case.letters:
        return _save_draft(desk, case, terms.folder)
    told = []
    for number, document_id in enumerate(case.letters):
        name = desk.documents.read(document_id).file_name
        # The case's own letter names its recipient; the decision that several share keeps its own name.
        own = _named(Path(name).stem, case)
        target = terms.folder / (own if number == 0 else Path(name).name)
        desk.documents.save(document_id, target)
        told.append(target.name)
    return Done(Touched.NOTHING, f"Sparade {', '.join(told)}.", case.letters[0])


def _save_draft(desk: Desk, case: BulkCase, folder: Path) -> Done:
    """What is to be signed on paper; a draft is drawn anew each time and never kept."""
    name = _named("Utkast till beslut", case)
    write_file(folder / name, desk.decisions.draft_letter(case.award_id))
    return Done(Touched.NOTHING, f"Sparade {name}.")


def _named(stem: str, case: BulkCase) -> str:
    """A name in the folder and never a path out of it, whatever the grant and the recipient are called."""
    return _UNSAFE.sub("_", f"{stem} {case.programme} {case.recipient}") + ".pdf"


def write_file(target: Path, content: bytes) -> None:
    """Write a draft. Raises F16 when the file cannot be written."""
    try:
        target.write_bytes(content)
    except OSError as error:
        raise UserFacingError(
            f"Filen {target.name} kunde inte sparas.",
            "Inget är ändrat i ärendet.",
            "Stäng filen om den är öppen, eller välj en annan mapp, och spara igen.",
            code="F16",
        ) from error


def _prepare_payout(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    return desk.payouts.prepare(case.award_id, terms.booking or Booking(""), "", command)


def _assign(desk: Desk, case: BulkCase, terms: BulkTerms, command: str) -> Done:
    if terms.person_id is None:
        raise missing("Handläggaren", "Välj vem som ska ha ärendena.")
    return desk.requisitions.assign(case.award_id, terms.person_id, command)


_DOES: dict[BulkAct, Callable[[Desk, BulkCase, BulkTerms, str], Done]] = {
    BulkAct.EXPLAIN: _explain,
    BulkAct.PROPOSE: _propose,
    BulkAct.DECIDE: _decide,
    BulkAct.MARK_SENT: _mark_sent,
    BulkAct.SAVE_LETTERS: _save_letters,
    BulkAct.PREPARE_PAYOUT: _prepare_payout,
    BulkAct.ASSIGN: _assign,
}

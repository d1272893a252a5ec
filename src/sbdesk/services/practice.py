"""Invented cases: a database to practise on, and the whole line done once with every document kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sbdesk.domain.award import Balances
from sbdesk.domain.errors import UserFacingError
from sbdesk.domain.ore import Ore, from_kronor
from sbdesk.domain.recovery import RecoveryPath
from sbdesk.services import practice_stories
from sbdesk.services.document_store import sha256
from sbdesk.services.opening import OpenDatabase
from sbdesk.services.practice_cases import PracticeCase
from sbdesk.services.practice_claims import PracticeClaim
from sbdesk.services.practice_files import MARK, write_extract
from sbdesk.services.practice_ledger import practice_ledger
from sbdesk.services.practice_people import (
    CSD,
    FIRST_DAY,
    PracticeOffice,
    begin_office,
    make_office,
    open_programme,
    stay_at,
)
from sbdesk.services.practice_programmes import (
    NKR,
    NORR,
    PMC,
    RSS_S,
    open_nkr,
    open_pmc,
    open_rss_a,
    open_rss_s,
)
from sbdesk.store.queries.balances import award_sums

PRACTICE_TODAY = date(2027, 2, 15)
SKANE, OSTERGOTLAND = "Region Skåne", "Region Östergötland"
_SKANE_USED = from_kronor(5_870_000)
_OSTERGOTLAND_USED = from_kronor(1_999_400)


def make_practice_database(file: Path) -> OpenDatabase:
    """Begin anew: the five programmes with cases at every stage, on an invented day in February 2027."""
    for old in (file, file.with_name(file.name + "-journal")):
        old.unlink(missing_ok=True)
    office = begin_office(file, date(2026, 2, 16))
    practice_stories.spring(office)
    open_programme(office, CSD, FIRST_DAY)
    _csd_summer(office)
    practice_stories.summer(office)
    _csd_winter(office, file)
    practice_stories.winter(office)
    stay_at(office, PRACTICE_TODAY)
    return office.opened


def _csd_summer(office: PracticeOffice) -> None:
    """One case under check, one proposed, one decided, two paid; the sixth region has not requisitioned."""
    PracticeCase(office, "Region Västerbotten", "555-5552").receive(date(2026, 6, 11))
    uppsala = PracticeCase(office, "Region Uppsala", "222-2222")
    uppsala.receive(date(2026, 6, 11))
    uppsala.propose(date(2026, 6, 15))
    stockholm = PracticeCase(office, "Region Stockholm", "333-3333")
    stockholm.receive(date(2026, 6, 11))
    stockholm.propose(date(2026, 6, 15))
    stockholm.decide(date(2026, 6, 17))
    stockholm.send_decision(date(2026, 6, 18))
    for recipient, bankgiro in ((OSTERGOTLAND, "444-4444"), (SKANE, "111-1111")):
        PracticeCase(office, recipient, bankgiro).paid(date(2026, 6, 12))


def _csd_winter(office: PracticeOffice, file: Path) -> None:
    """The two paid regions report; the extract of one is read in, that of the other lies beside the file."""
    ostergotland = PracticeCase(office, OSTERGOTLAND, "444-4444")
    ostergotland.report(date(2027, 1, 25), _OSTERGOTLAND_USED)
    skane = PracticeCase(office, SKANE, "111-1111")
    skane.report(date(2027, 1, 25), _SKANE_USED)
    ledger = practice_ledger(2026, _SKANE_USED)
    extract = write_extract(file.with_name("ovning-huvudbok-skane.xlsx"), ledger)
    skane.import_ledger(date(2027, 2, 3), extract, ledger.total_ore)
    other = practice_ledger(7, _OSTERGOTLAND_USED, planted=False)
    write_extract(file.with_name("ovning-huvudbok-ostergotland.xlsx"), other)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that the demonstration left; ``sha256`` in hexadecimal."""

    file: str
    title: str
    sha256: str
    size: int


@dataclass
class Demonstration:
    """What was made where, and the sums of each region in öre."""

    folder: Path
    files: list[MadeFile] = field(default_factory=list)
    sums: dict[str, dict[str, Ore]] = field(default_factory=dict)

    def keep(self, name: str, title: str, content: bytes | None = None) -> Path:
        """Write ``content`` (or take the file that is there) and list it."""
        path = self.folder / name
        if content is not None:
            path.write_bytes(content)
        found = path.read_bytes()
        self.files.append(MadeFile(name, title, sha256(found), len(found)))
        return path

    def to_json(self) -> dict[str, Any]:
        """Plain data for ``run-demo --json``."""
        files = [{"file": f.file, "title": f.title, "sha256": f.sha256, "size": f.size} for f in self.files]
        return {"folder": str(self.folder), "practice": MARK, "files": files, "sums_ore": self.sums}


def run_demonstration(folder: Path) -> Demonstration:
    """Do the main job for two regions, requisition to settled claim; every document is left in ``folder``."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserFacingError(
            f"Mappen {folder} kan inte skapas.", "Inget är ändrat.", "Välj en annan mapp."
        ) from error
    file = folder / "ovning.sbd"
    file.unlink(missing_ok=True)
    made = Demonstration(folder)
    office = make_office(file)
    try:
        _skane(office, made)
        _ostergotland(office, made)
        for recipient in (SKANE, OSTERGOTLAND):
            made.sums[recipient] = _sums(office, office.award(recipient))
        _other_programmes(office, made)
    finally:
        office.opened.close()
    made.keep(file.name, "Övningsdatabasen")
    return made


def _skane(office: PracticeOffice, made: Demonstration) -> None:
    case = PracticeCase(office, SKANE, "111-1111")
    _letter(office, made, "beslut-region-skane.pdf", case.paid(date(2026, 6, 12)))
    ledger = practice_ledger(2026, _SKANE_USED)
    case.report(date(2027, 1, 25), ledger.costs_ore)
    extract = write_extract(made.folder / "huvudbok-region-skane.xlsx", ledger)
    made.keep(extract.name, "Huvudboksutdrag (påhittat)")
    case.import_ledger(date(2027, 2, 3), extract, ledger.total_ore)
    case.judge(date(2027, 2, 8))
    case.fix(date(2027, 2, 10), date(2027, 2, 12))
    _protocol_and_workbook(office, made, case, "region-skane")
    claim = PracticeClaim.create(office, SKANE, date(2027, 2, 15))
    _letter(
        office, made, "brev-infor-beslut-region-skane.pdf", claim.hear(date(2027, 2, 16), date(2027, 3, 5))
    )
    _letter(office, made, "beslut-om-aterkrav-region-skane.pdf", claim.decide(date(2027, 3, 12)))
    invoice_id, letter = claim.invoice(date(2027, 4, 12))
    _letter(office, made, "faktura-region-skane.pdf", letter)
    (invoice,) = (row for row in office.services.invoices.rows(case.award_id) if row.id == invoice_id)
    half = invoice.amount_ore // 2
    claim.pay(date(2027, 5, 6), invoice.ocr_number, half, invoice.amount_ore - half)


def _ostergotland(office: PracticeOffice, made: Demonstration) -> None:
    """600 kr is not used: claimed by decision, never invoiced."""
    case = PracticeCase(office, OSTERGOTLAND, "444-4444")
    _letter(office, made, "beslut-region-ostergotland.pdf", case.paid(date(2026, 6, 12)))
    ledger = practice_ledger(7, _OSTERGOTLAND_USED, planted=False)
    case.report(date(2027, 1, 27), ledger.costs_ore)
    extract = write_extract(made.folder / "huvudbok-region-ostergotland.xlsx", ledger)
    made.keep(extract.name, "Huvudboksutdrag (påhittat)")
    case.import_ledger(date(2027, 2, 4), extract, ledger.total_ore)
    case.judge(date(2027, 2, 9))
    case.fix(date(2027, 2, 10), date(2027, 2, 12))
    _protocol_and_workbook(office, made, case, "region-ostergotland")
    claim = PracticeClaim.create(office, OSTERGOTLAND, date(2027, 2, 15), RecoveryPath.FULL)
    name = "brev-infor-beslut-region-ostergotland.pdf"
    _letter(office, made, name, claim.hear(date(2027, 2, 16), date(2027, 3, 5)))
    _letter(office, made, "beslut-om-aterkrav-region-ostergotland.pdf", claim.decide(date(2027, 3, 12)))


def _other_programmes(office: PracticeOffice, made: Demonstration) -> None:
    """A decision of each other programme, and one decision for two principals with a covering letter each."""
    open_rss_s(office)
    paid = practice_stories.case(office, RSS_S, NORR).paid(date(2026, 3, 9), date(2026, 4, 8))
    _letter(office, made, "beslut-rss-socialtjanst-norra-ovningsforbund.pdf", paid)
    open_rss_a(office)
    together, letters = practice_stories.decided_together(office)
    _letter(office, made, "samlat-beslut-rss-aldreomsorg.pdf", together)
    for slug, letter in zip(("norra", "mellersta"), letters, strict=True):
        _letter(office, made, f"foljebrev-rss-aldreomsorg-{slug}-ovningsforbund.pdf", letter)
    open_nkr(office)
    paid = practice_stories.case(office, NKR, practice_stories.UPPSALA).paid(date(2026, 4, 13))
    _letter(office, made, "beslut-nkr-region-uppsala.pdf", paid)
    open_pmc(office)
    paid = practice_stories.case(office, PMC, practice_stories.OREBRO).paid(date(2026, 7, 6))
    _letter(office, made, "beslut-pmc-region-orebro-lan.pdf", paid)


def _letter(office: PracticeOffice, made: Demonstration, name: str, document_id: int) -> None:
    documents = office.services.documents
    title = next(row.title for row in documents.rows() if row.id == document_id)
    made.keep(name, title, documents.read(document_id).content)


def _protocol_and_workbook(
    office: PracticeOffice, made: Demonstration, case: PracticeCase, slug: str
) -> None:
    reconciliations = office.services.reconciliations
    protocol = reconciliations.page(case.award_id).protocol_id or 0
    _letter(office, made, f"avstamningsprotokoll-{slug}.pdf", protocol)
    name = f"kontrollerad-huvudbok-{slug}.xlsx"
    reconciliations.export.workbook(case.award_id, made.folder / name)
    made.keep(name, "Kontrollerad huvudbok med fynd och bedömningar")


def _sums(office: PracticeOffice, award_id: int) -> dict[str, Ore]:
    with office.opened.store.reading() as session:
        sums = award_sums(session, award_id)
    balances = Balances(sums)
    return {
        "granted": sums.granted,
        "paid": sums.paid,
        "reported": sums.reported,
        "declared": sums.declared,
        "rejected": sums.rejected,
        "accepted": balances.accepted,
        "unused": balances.unused,
        "repayable": balances.repayable,
        "decided": sums.decided,
        "invoiced": balances.invoiced,
        "not_invoiced": balances.not_invoiced,
        "repaid": sums.repaid,
        "outstanding": balances.outstanding,
    }

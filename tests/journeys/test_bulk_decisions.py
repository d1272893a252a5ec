"""Seven PMC regions, six CSD and seven NKR decided in bulk: the sums and the stated rest are the frames.

The register list is invented (ÖVNING) and loaded by the officer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from support.allotment_desk import component_of
from support.bulk_cases import ManyCases, ended
from support.desk import OpenDesk, decide_appeal, open_desk

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.domain.office import DispatchChannel
from sbdesk.domain.ore import format_kronor, from_kronor
from sbdesk.services.allotments import AllotmentsService
from sbdesk.services.allotments_rows import TableLoad
from sbdesk.services.bulk_decisions import BulkResult, BulkTerms, Outcome
from sbdesk.services.documents import DocumentsService
from sbdesk.services.payouts import Booking
from sbdesk.services.verification import VerificationService
from sbdesk.store.queries.balances import award_sums

REGISTERS = {
    "Region Jönköpings län": 9,
    "Region Skåne": 14,
    "Region Stockholm": 33,
    "Region Uppsala": 16,
    "Region Värmland": 1,
    "Region Västerbotten": 6,
    "Västra Götalandsregionen": 20,
}


@dataclass(frozen=True)
class Grant:
    """What a programme's instruction says: recipients, frame in kronor, and what is left of it."""

    code: str
    day: date
    recipients: int
    frame: int
    rest: int


CSD = Grant("csd-2026", date(2026, 6, 12), 6, 16_000_000, 0)
PMC = Grant("pmc-2026", date(2026, 6, 22), 7, 63_000_000, 0)
NKR = Grant("nkr-2026", date(2026, 4, 1), 7, 78_500_000, 29)
GRANTS = pytest.mark.parametrize("grant", [CSD, PMC, NKR], ids=lambda grant: grant.code)


@pytest.fixture
def many(grant: Grant, tmp_path: Path) -> Iterator[ManyCases]:
    """Every requisition of the programme received for what is allotted."""
    desk = open_desk(tmp_path / "desk.sbd", grant.code)
    decide_appeal(desk)
    if grant is NKR:
        load_registers(desk)
    desk.clock.set(grant.day)
    made = ManyCases(desk)
    for award in made.awards:
        made.driver(award).receive(case_number=f"9.1-{award}/2026", payment_reference=grant.code)
    yield made
    desk.store.close()


def load_registers(desk: OpenDesk) -> None:
    """The officer pastes a list of 99 invented registers; Karin Ek signs for it."""
    nkr = component_of(desk, "registers")
    lines = ["Register\tRegion"]
    for region, count in REGISTERS.items():
        lines += [f"ÖVNING register {len(lines) + n:02}\t{region}" for n in range(count)]
    load = TableLoad(nkr.row().seen, "ÖVNINGSLISTA", second=nkr.second())
    nkr.service.load_table(nkr.component, nkr.table(*lines), load)


def rest(desk: OpenDesk) -> tuple[int, str]:
    """Öre that are not allotted, and the explanation on the tab Fördelning."""
    components = AllotmentsService(desk.work).page(desk.programme).components
    return sum(row.rest_ore or 0 for row in components), " ".join(row.rest for row in components)


def text_of(desk: OpenDesk, document_id: int | None) -> str:
    assert document_id is not None
    content = DocumentsService(desk.work).read(document_id).content
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(text.replace("\u00a0", " ").split())


def granted(many: ManyCases) -> int:
    with many.desk.store.reading() as session:
        return sum(award_sums(session, award).granted for award in many.awards)


def propose(many: ManyCases, grant: Grant) -> None:
    """Hand every case over; the checks of the programme have nothing against it."""
    plan = many.bulk.preflight(BulkAct.PROPOSE, many.awards)
    assert [case.refusal for case in plan.hindered] == []
    assert len(plan.ready) == grant.recipients
    result = many.bulk.run(plan, BulkTerms(person_id=plan.person_id))
    assert ended(result, Outcome.DONE) == many.awards


def all_done(many: ManyCases, grant: Grant, result: BulkResult) -> None:
    """The sum of the decisions and the stated rest are the frame, to the öre."""
    assert ended(result, Outcome.DONE) == many.awards
    left, _ = rest(many.desk)
    assert left == from_kronor(grant.rest)
    assert result.sum_ore + left == granted(many) + left == from_kronor(grant.frame)


@GRANTS
def test_every_region_is_decided_in_one_go_and_the_sums_are_the_frame(many: ManyCases, grant: Grant) -> None:
    propose(many, grant)
    result = many.do(BulkAct.DECIDE, many.terms())
    all_done(many, grant, result)
    for row in result.outcomes:
        letter = text_of(many.desk, row.document_id)
        amount = format_kronor(row.amount_ore or 0).replace("\u00a0", " ").replace(" kr", " kronor")
        assert row.recipient in letter
        assert amount in letter
        assert "Undertecknad" not in letter
    if grant is NKR:
        explained = rest(many.desk)[1].replace("\u00a0", " ")
        assert "78 500 000 − 78 499 971 = 29 kr fördelas inte" in explained
    assert VerificationService(many.desk.work).run().holds


@GRANTS
def test_every_region_is_decided_in_one_decision_with_an_appendix(many: ManyCases, grant: Grant) -> None:
    propose(many, grant)
    result = many.do(BulkAct.DECIDE_TOGETHER, many.terms())
    all_done(many, grant, result)
    first = many.driver(many.awards[0]).page()
    assert first.decision is not None
    shared = text_of(many.desk, first.decision.document_id)
    for row in result.outcomes:
        assert row.recipient in shared
        own = text_of(many.desk, row.document_id)
        amount = format_kronor(row.amount_ore or 0).replace("\u00a0", " ").replace(" kr", " kronor")
        assert f"Ni har beviljats {amount}." in own
    sent = many.do(BulkAct.MARK_SENT, BulkTerms(channel=DispatchChannel.E_MAIL))
    assert ended(sent, Outcome.DONE) == many.awards
    paid = many.do(BulkAct.PREPARE_PAYOUT, BulkTerms(booking=Booking("ÖVNING 7310")))
    assert ended(paid, Outcome.DONE) == many.awards
    assert paid.sum_ore == granted(many)

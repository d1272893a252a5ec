"""Practice data hold the five programmes at every stage, all invented and marked, on days that fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from sbdesk.domain.identifiers import CheckResult, check_org_number
from sbdesk.domain.ore import from_kronor
from sbdesk.domain.requisition_status import Stage
from sbdesk.services.opening import OpenDatabase
from sbdesk.services.practice import make_practice_database
from sbdesk.services.practice_files import MARK
from sbdesk.services.practice_programmes import MITT, NORR, SODER, register_list
from sbdesk.services.requisition_rows import CaseRow

STAGES = {
    ("CSD 2026", "Region Skåne"): Stage.PAID,
    ("CSD 2026", "Region Stockholm"): Stage.GRANTED,
    ("CSD 2026", "Region Uppsala"): Stage.PROPOSED,
    ("CSD 2026", "Region Västerbotten"): Stage.CHECKING,
    ("CSD 2026", "Region Östergötland"): Stage.PAID,
    ("CSD 2026", "Västra Götalandsregionen"): Stage.EXPECTED,
    ("NKR 2026", "Region Jönköpings län"): Stage.CHECKING,
    ("NKR 2026", "Region Skåne"): Stage.EXPECTED,
    ("NKR 2026", "Region Stockholm"): Stage.PROPOSED,
    ("NKR 2026", "Region Uppsala"): Stage.PAID,
    ("NKR 2026", "Region Värmland"): Stage.INCOMPLETE,
    ("NKR 2026", "Region Västerbotten"): Stage.EXPECTED,
    ("NKR 2026", "Västra Götalandsregionen"): Stage.GRANTED,
    ("PMC 2026", "Region Skåne"): Stage.EXPECTED,
    ("PMC 2026", "Region Stockholm"): Stage.EXPECTED,
    ("PMC 2026", "Region Uppsala"): Stage.EXPECTED,
    ("PMC 2026", "Region Västerbotten"): Stage.CHECKING,
    ("PMC 2026", "Region Örebro län"): Stage.PAID,
    ("PMC 2026", "Region Östergötland"): Stage.PROPOSED,
    ("PMC 2026", "Västra Götalandsregionen"): Stage.REFUSED,
    ("RSS socialtjänst 2026", MITT): Stage.PAYOUT_HELD,
    ("RSS socialtjänst 2026", NORR): Stage.PAID,
    ("RSS socialtjänst 2026", SODER): Stage.WITHDRAWN,
    ("RSS äldreomsorg 2026", MITT): Stage.PAID,
    ("RSS äldreomsorg 2026", NORR): Stage.PAID,
    ("RSS äldreomsorg 2026", SODER): Stage.CLOSED,
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDatabase]:
    made = make_practice_database(tmp_path_factory.mktemp("practice") / "ovning.sbd")
    yield made
    made.close()


def case_of(opened: OpenDatabase, programme: str, recipient: str) -> CaseRow:
    rows = opened.services.requisitions.rows()
    (found,) = [row for row in rows if (row.programme, row.recipient) == (programme, recipient)]
    return found


def test_each_case_is_at_its_stage(opened: OpenDatabase) -> None:
    assert opened.work.clock.today() == date(2027, 2, 15)
    rows = opened.services.requisitions.rows()
    assert {(row.programme, row.recipient): row.stage for row in rows} == STAGES


def test_allotments_are_the_instructions_own_or_invented_and_marked(opened: OpenDatabase) -> None:
    by_code = {row.code: row.id for row in opened.services.programmes.rows()}
    pages = {code: opened.services.allotments.page(number) for code, number in by_code.items()}
    kronor = {code: page.allotted_ore // 100 for code, page in pages.items()}
    assert kronor == {
        "csd-2026": 16_000_000,
        "nkr-2026": 78_499_971,
        "pmc-2026": 63_000_000,
        "rss-aldreomsorg-2026": 27_950_000,
        "rss-socialtjanst-2026": 14_150_000,
    }
    for code in ("nkr-2026", "rss-aldreomsorg-2026", "rss-socialtjanst-2026"):
        (component,) = pages[code].components
        assert all(MARK in share.operation for share in component.shares), code
    (registers,) = pages["nkr-2026"].components
    assert sum(share.units or 0 for share in registers.shares) == 99
    assert "Övningsregistret för knä (ÖVNINGSDATA)\tRegion Skåne\t1" in register_list()
    for code in ("rss-aldreomsorg-2026", "rss-socialtjanst-2026"):
        (component,) = pages[code].components
        assert {share.recipient for share in component.shares} == {NORR, MITT, SODER}
        assert {share.source for share in component.shares} == {"ÖVNINGSDATA: påhittad lista"}
        for share in component.shares:
            assert MARK in share.recipient
            assert check_org_number(share.org_number).result is CheckResult.OK


def test_what_came_late_waits_for_a_judgement_and_the_refusal_is_appealed(opened: OpenDatabase) -> None:
    late = case_of(opened, "PMC 2026", "Region Västerbotten")
    checks = {row.code: row for row in opened.services.requisitions.case(late.award_id).checks}
    assert (checks["R02"].word, checks["R02"].needs_reason) == ("Avvikelse", True)
    refused = case_of(opened, "PMC 2026", "Västra Götalandsregionen")
    (appeal,) = opened.services.appeals.page(refused.award_id).appeals
    assert appeal.received_on == date(2027, 2, 9)
    assert appeal.asks.startswith(MARK)
    assert appeal.next_step is not None
    assert appeal.next_step.label == "Pröva om det kom in i tid…"
    unanswered = case_of(opened, "NKR 2026", "Region Värmland")
    assert unanswered.status.words == "Väntar på mottagaren: komplettering senast 2026-06-01"


def test_rss_is_paid_after_the_last_day_and_one_payment_is_stopped(opened: OpenDatabase) -> None:
    paid = opened.services.requisitions.case(case_of(opened, "RSS socialtjänst 2026", NORR).award_id)
    assert paid.status.words == "Utbetald 2026-04-08"
    assert paid.decision is not None
    assert paid.decision.decided_on < date(2026, 4, 1) < date(2026, 4, 8)
    assert case_of(opened, "RSS socialtjänst 2026", NORR).paid_ore == from_kronor(6_200_000)
    stopped = case_of(opened, "RSS socialtjänst 2026", MITT)
    assert "grund för återbetalning utreds" in stopped.status.words
    both = [case_of(opened, "RSS äldreomsorg 2026", name).award_id for name in (NORR, MITT)]
    decisions = [opened.services.requisitions.case(award).decision for award in both]
    assert len({decision.number for decision in decisions if decision}) == 1, "one decision for two"


def test_every_text_on_appeal_is_an_example_or_the_statute(opened: OpenDatabase) -> None:
    for row in opened.services.programmes.rows():
        for rule in opened.services.programmes.page(row.id).appeals:
            assert not rule.text or MARK in (rule.source or "") or "2025:1256" in (rule.source or "")


def test_the_chain_and_every_document_hold(opened: OpenDatabase) -> None:
    assert opened.services.verification.run().holds

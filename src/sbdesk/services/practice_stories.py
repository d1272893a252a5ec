"""What has happened in the practice cases of RSS, NKR and PMC, from February 2026 to February 2027."""

from __future__ import annotations

from datetime import date

from sbdesk.domain.bulk_acts import BulkAct
from sbdesk.services.appeals_inputs import AppealInput
from sbdesk.services.attestations import SecondPerson
from sbdesk.services.bulk_decisions_rows import BulkTerms
from sbdesk.services.collective_decisions_letters import COLLECTIVE_DECISION
from sbdesk.services.practice_cases import PracticeCase
from sbdesk.services.practice_files import MARK, received_page, signed_page
from sbdesk.services.practice_people import KARIN, PracticeOffice
from sbdesk.services.practice_programmes import (
    MITT,
    NKR,
    NORR,
    PMC,
    RSS_A,
    RSS_S,
    SODER,
    open_nkr,
    open_pmc,
    open_rss_a,
    open_rss_s,
)

OREBRO, UPPSALA = "Region Örebro län", "Region Uppsala"
ACCOUNTS = {
    NORR: "777-7774",
    MITT: "888-8885",
    SODER: "123-4566",
    OREBRO: "666-6663",
    UPPSALA: "222-2222",
    "Region Jönköpings län": "654-3219",
    "Region Skåne": "111-1111",
    "Region Stockholm": "333-3333",
    "Region Värmland": "567-8909",
    "Region Västerbotten": "555-5552",
    "Region Östergötland": "444-4444",
    "Västra Götalandsregionen": "777-7725",
}
LATE = f"{MARK}: Regionen har visat att den skickade rekvisitionen i tid, men till fel adress."

REASONS = "Rekvisitionen skickades i tid men kom till fel adress. Den prövas därför."


def case(office: PracticeOffice, programme: str, recipient: str) -> PracticeCase:
    """The recipient's case, with its invented bankgiro."""
    return PracticeCase(office, recipient, ACCOUNTS[recipient], programme)


def spring(office: PracticeOffice) -> None:
    """February to May 2026: RSS and NKR open, most are decided, and paid when their last day has passed."""
    open_rss_s(office)
    open_rss_a(office)
    open_nkr(office)
    case(office, RSS_S, NORR).paid(date(2026, 3, 9), date(2026, 4, 8))
    stopped = case(office, RSS_S, MITT)
    stopped.granted(date(2026, 3, 10))
    withdrawn(office)
    decided_together(office)
    case(office, NKR, UPPSALA).paid(date(2026, 4, 13))
    office.clock.set(date(2026, 4, 20))
    office.services.payouts.stop(stopped.award_id, f"{MARK}: grund för återbetalning utreds")
    abstaining = case(office, RSS_A, SODER).award_id
    office.services.requisitions.close_unrequested(abstaining, f"{MARK}: förbundet har avstått i e-post.")
    unanswered(office)


def summer(office: PracticeOffice) -> None:
    """PMC opens, and its requisitions come in July."""
    open_pmc(office)
    case(office, PMC, OREBRO).paid(date(2026, 7, 6))


def winter(office: PracticeOffice) -> None:
    """January and February 2027: what came after the last day, in every state that an officer meets."""
    refused_and_appealed(office)
    granted = case(office, NKR, "Västra Götalandsregionen")
    granted.receive(date(2027, 1, 25))
    granted.explain(date(2027, 1, 27), LATE)
    granted.propose(date(2027, 2, 1), REASONS)
    granted.decide(date(2027, 2, 3))
    granted.send_decision(date(2027, 2, 4))
    for programme, recipient in ((NKR, "Region Stockholm"), (PMC, "Region Östergötland")):
        proposed = case(office, programme, recipient)
        proposed.receive(date(2027, 2, 5))
        proposed.explain(date(2027, 2, 8), LATE)
        proposed.propose(date(2027, 2, 10), REASONS)
    case(office, NKR, "Region Jönköpings län").receive(date(2027, 2, 9))
    case(office, PMC, "Region Västerbotten").receive(date(2027, 2, 11))


def withdrawn(office: PracticeOffice) -> None:
    """A principal withdraws; the case is not written off yet."""
    it = case(office, RSS_S, SODER)
    it.receive(date(2026, 3, 12))
    office.clock.set(date(2026, 3, 20))
    letter = received_page("Vi återkallar rekvisitionen.", date(2026, 3, 20))
    office.services.requisitions.withdraw(it.award_id, letter)


def decided_together(office: PracticeOffice) -> tuple[int, tuple[int, ...]]:
    """Two principals of RSS äldreomsorg in one decision, sent and paid.

    Gives the documents: the decision, and the covering letters.
    """
    both = [case(office, RSS_A, NORR), case(office, RSS_A, MITT)]
    for it in both:
        it.receive(date(2026, 3, 11))
        it.propose(date(2026, 3, 16))
    on = date(2026, 3, 18)
    office.clock.set(on)
    bulk, awards = office.services.bulk_decisions, [it.award_id for it in both]
    page = signed_page(KARIN.name, "samlat beslut om statsbidrag till två huvudmän", on)
    second = SecondPerson(office.karin, on, page, covers_several=True)
    plan = bulk.preflight(BulkAct.DECIDE_TOGETHER, awards, office.karin)
    result = bulk.run(plan, BulkTerms(second=second, case_number="9.1-4711/2026"))
    for it in both:
        it.send_decision(date(2026, 3, 19))
    for it in both:
        office.clock.set(date(2026, 4, 17))
        it.prepare_payout()
        it.pay(date(2026, 4, 22))
    letters = tuple(row.document_id or 0 for row in result.outcomes)
    documents = office.services.documents.rows()
    return next(row.id for row in documents if row.kind == COLLECTIVE_DECISION), letters


def unanswered(office: PracticeOffice) -> None:
    """A completion that the region has never answered."""
    it = case(office, NKR, "Region Värmland")
    it.receive(date(2026, 5, 12))
    office.clock.set(date(2026, 5, 18))
    wanted = ["Vem som får rekvirera för regionens räkning."]
    office.services.requisitions.ask_completion(it.award_id, wanted, date(2026, 6, 1))


def refused_and_appealed(office: PracticeOffice) -> None:
    """A requisition four months late is refused; the region appeals, and nobody has tested the time yet."""
    it = case(office, PMC, "Västra Götalandsregionen")
    it.receive(date(2026, 12, 14))
    office.clock.set(date(2027, 1, 18))
    decisions = office.services.decisions
    reasons = "Rekvisitionen kom in fyra månader efter sista dagen för att rekvirera."
    decisions.propose_refusal(it.award_id, reasons, office.karin)
    it.decide(date(2027, 1, 20))
    it.send_decision(date(2027, 1, 21))
    office.clock.set(date(2027, 2, 9))
    appeals = office.services.appeals
    (decision,) = appeals.page(it.award_id).decisions
    asks = f"{MARK}: Regionen begär att få bidraget, eftersom e-tjänsten var stängd."
    given = AppealInput(decision.id, date(2027, 2, 9), asks, received_page(asks, date(2027, 2, 9)))
    appeals.register(it.award_id, given)

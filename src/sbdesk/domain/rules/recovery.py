"""The checks before a recovery is decided (K02, K04, K06, K08, K09) and invoiced (K01, K03, K05)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.periods import in_words
from sbdesk.domain.programme import Modality
from sbdesk.domain.recovery import Interest
from sbdesk.domain.rules.engine import Asked, NoParameters, NotRun, Rule, RuleName
from sbdesk.domain.rules.ledger import kronor


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A proposed claim (öre) on one ground; ``reason`` is why a ground that may is used."""

    ground: str
    label: str
    modality: Modality
    amount_ore: Ore
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HearingFacts:
    """A hearing letter that was sent: what it covered (öre, ground codes, documents), and until when."""

    grounds: frozenset[str]
    maximum_ore: Ore
    material: frozenset[int]
    answer_due_on: date
    final_answer: bool = False


@dataclass(frozen=True, slots=True)
class DecideFacts:
    """What a recovery decision rests on; money is öre. ``hearings`` in the order sent."""

    recovery_id: int
    recipient: str
    today: date
    lines: tuple[ClaimLine, ...]
    material: frozenset[int]
    hearings: tuple[HearingFacts, ...]
    repayable_ore: Ore
    voluntary_ore: Ore
    decided_before_ore: Ore
    grounds_in_decision: frozenset[str]
    """Codes in the grant decision's own snapshot, or of a regulation."""
    preparer: str
    preparer_id: int
    decider_id: int
    unheard_reason: str = ""
    """The decider's own reason why a hearing is obviously unnecessary (FL 25 §)."""
    disqualified: str | None = None
    """The name of an officer in the case with a disqualification in force for this recipient."""

    @property
    def subject(self) -> Subject:
        """The recovery, for the findings."""
        return Subject("recovery", self.recovery_id)

    @property
    def amount_ore(self) -> Ore:
        """What the proposed lines come to."""
        return sum(line.amount_ore for line in self.lines)


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What an invoice rests on; money is öre. ``unpaid_ore``: outstanding and not yet demanded together."""

    recovery_id: int
    recipient: str
    today: date
    open_claim_ore: Ore
    interest: Interest
    repay_by: date | None
    unpaid_ore: Ore

    @property
    def subject(self) -> Subject:
        """The recovery, for the findings."""
        return Subject("recovery", self.recovery_id)


@dataclass(frozen=True, slots=True)
class ThresholdParameters:
    """An award's open claim is invoiced only above this (öre)."""

    threshold_ore: Ore = 100_000


def is_invoiced(open_claim_ore: Ore, threshold_ore: Ore) -> bool:
    """Whether an award's open claim is invoiced: strictly above, before rounding, without interest."""
    return open_claim_ore > threshold_ore


def check_threshold(facts: IssueFacts, asked: Asked[ThresholdParameters]) -> Iterator[Finding]:
    """K01: no invoice for an open claim at or below the threshold."""
    threshold = asked.parameters.threshold_ore
    if not is_invoiced(facts.open_claim_ore, threshold):
        text = (
            f"Ingen faktura: beloppet är {kronor(facts.open_claim_ore)}. Bara belopp över "
            f"{format_kronor(threshold)} faktureras. Avsluta återkravet utan faktura."
        )
        evidence = {"open_claim_ore": facts.open_claim_ore}
        yield asked.finding(text, facts.subject, ore=facts.open_claim_ore, evidence=evidence)


def check_hearing(facts: DecideFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """K02: a hearing covered every ground, the material and the amount, and its time is over.

    The decider may override it with a written reason (FL 25 §: obviously unnecessary).
    """
    if facts.unheard_reason.strip():
        return
    grounds = {line.ground for line in facts.lines}
    covering = [
        hearing
        for hearing in facts.hearings
        if grounds <= hearing.grounds
        and facts.material <= hearing.material
        and facts.amount_ore <= hearing.maximum_ore
    ]
    if any(hearing.final_answer or facts.today > hearing.answer_due_on for hearing in covering):
        return
    evidence = {"amount_ore": facts.amount_ore, "grounds": sorted(grounds), "hearings": len(facts.hearings)}
    text = _waiting(covering[-1]) if covering else _uncovered(facts)
    yield asked.finding(text, facts.subject, ore=facts.amount_ore, evidence=evidence)


def _waiting(hearing: HearingFacts) -> str:
    due = hearing.answer_due_on
    return (
        f"Yttrandetiden går ut {due.isoformat()}. Beslut kan fattas tidigast "
        f"{(due + timedelta(days=1)).isoformat()} eller när mottagaren har lämnat ett slutligt yttrande."
    )


def _uncovered(facts: DecideFacts) -> str:
    if not facts.hearings:
        return (
            f"{facts.recipient} har inte fått yttra sig om {kronor(facts.amount_ore)}. Välj Skapa brev inför "
            "beslut, eller låt beslutsfattaren välja Besluta utan yttrande."
        )
    latest = facts.hearings[-1]
    again = "Mottagaren ska få yttra sig på nytt. Välj Skapa brev inför beslut."
    if facts.amount_ore > latest.maximum_ore:
        return (
            f"Beloppet har höjts från {kronor(latest.maximum_ore)} till {kronor(facts.amount_ore)}. {again}"
        )
    new = next((line.label for line in facts.lines if line.ground not in latest.grounds), None)
    if new is not None:
        return f"Grunden ”{new}” är ny sedan brevet inför beslut. {again}"
    count = len(facts.material - latest.material)
    documents = "1 handling" if count == 1 else f"{count} handlingar"
    return f"{documents} har tillkommit sedan brevet inför beslut. {again}"


def check_repay_day(facts: IssueFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """K03: the instruction's last day of repayment has passed and something is unpaid."""
    if facts.repay_by is None:
        return NotRun("Anvisningen anger ingen dag för återbetalning.")
    if facts.today <= facts.repay_by or facts.unpaid_ore <= 0:
        return iter(())
    text = (
        f"Anvisningen anger återbetalning senast den {in_words(facts.repay_by)}. "
        f"{kronor(facts.unpaid_ore)} är inte betalt."
    )
    evidence = {"repay_by": facts.repay_by, "unpaid_ore": facts.unpaid_ore}
    return iter([asked.finding(text, facts.subject, ore=facts.unpaid_ore, evidence=evidence)])


def check_not_above_repayable(facts: DecideFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """K04: decided and voluntary together never exceed what is repayable, hence never what was paid."""
    left = facts.repayable_ore - facts.voluntary_ore - facts.decided_before_ore
    if facts.amount_ore > left:
        text = (
            f"Förslaget är {kronor(facts.amount_ore)} men återkravet kan inte vara högre än {kronor(left)} "
            "(kvar att kräva). Rätta beloppet."
        )
        evidence = {"amount_ore": facts.amount_ore, "left_ore": left}
        yield asked.finding(text, facts.subject, ore=facts.amount_ore - left, evidence=evidence)


def check_interest_decided(facts: IssueFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """K05: somebody has decided whether interest on late payment is claimed."""
    if facts.interest is Interest.NOT_DECIDED:
        text = (
            f"Det är inte bestämt om dröjsmålsränta ska tas ut på fakturan till {facts.recipient}. "
            "Ange Nej, eller Ja med det stöd som finns."
        )
        yield asked.finding(text, facts.subject)


def check_grounds(facts: DecideFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """K06: each claim's ground stands in the grant decision, and a ground that may has a written reason."""
    for line in facts.lines:
        evidence = {"ground": line.ground, "amount_ore": line.amount_ore}
        if line.ground not in facts.grounds_in_decision:
            text = (
                f"Grunden ”{line.label}” för {kronor(line.amount_ore)} står inte i beslutet om bidrag. "
                "Välj en grund som står i beslutet."
            )
            yield asked.finding(text, facts.subject, ore=line.amount_ore, evidence=evidence)
        elif line.modality is Modality.MAY and not line.reason.strip():
            text = (
                f"Grunden ”{line.label}” för {kronor(line.amount_ore)} kan leda till återkrav men måste "
                "inte. Ange skäl för att kräva tillbaka."
            )
            yield asked.finding(text, facts.subject, ore=line.amount_ore, evidence=evidence)


def check_two_persons(facts: DecideFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """K08: another person decides than the one who prepared; a house rule, not FL."""
    if facts.preparer_id == facts.decider_id:
        text = (
            f"{facts.preparer} har berett ärendet och kan inte besluta i det. Be en annan beslutsfattare att "
            "fatta beslutet."
        )
        yield asked.finding(text, facts.subject, evidence={"officer_id": facts.decider_id})


def check_disqualification(facts: DecideFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """K09: nobody who has reported a conflict of interest takes part (FL 16–18 §§)."""
    if facts.disqualified is not None:
        text = (
            f"{facts.disqualified} har anmält jäv för {facts.recipient}. Lämna över ärendet till någon annan."
        )
        yield asked.finding(text, facts.subject, evidence={"officer": facts.disqualified})


K01 = Rule(RuleName("K01", "Tröskel", Level.STOP), ThresholdParameters, check_threshold)
K02 = Rule(RuleName("K02", "Kommunicering saknas", Level.STOP), NoParameters, check_hearing)
K03 = Rule(RuleName("K03", "Återbetalningsdag passerad", Level.NOTE), NoParameters, check_repay_day)
K04 = Rule(RuleName("K04", "Krav över utbetalt", Level.STOP), NoParameters, check_not_above_repayable)
K05 = Rule(RuleName("K05", "Dröjsmålsränta inte bestämd", Level.STOP), NoParameters, check_interest_decided)
K06 = Rule(RuleName("K06", "Grund saknas i beslutet", Level.STOP), NoParameters, check_grounds)
K08 = Rule(
    RuleName("K08", "Samma person har berett och beslutat", Level.STOP), NoParameters, check_two_persons
)
K09 = Rule(RuleName("K09", "Jäv anmält", Level.STOP), NoParameters, check_disqualification)

DECIDE_RULES = (K02, K04, K06, K08, K09)
ISSUE_RULES = (K01, K03, K05)

"""The checks of a requisition, R01 to R10: a stop blocks a grant, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sbdesk.domain.findings import Finding, Level, Subject
from sbdesk.domain.identifiers import CheckResult, check_account
from sbdesk.domain.ore import Ore, format_kronor
from sbdesk.domain.periods import days_in_words, in_words, next_working_day
from sbdesk.domain.rules.engine import Asked, NoParameters, NotRun, Rule, RuleName
from sbdesk.domain.rules.requisition_facts import HostedElsewhere, LineFacts, RequisitionFacts
from sbdesk.domain.rules.requisition_overlap import R10


@dataclass(frozen=True, slots=True)
class WindowParameters:
    """Whether a last day on a weekend or holiday counts through the next working day."""

    next_working_day: bool = True


@dataclass(frozen=True, slots=True)
class RequiredParameters:
    """What the programme asks a requisition to hold: keys of :data:`REQUIRED_WORDS`."""

    required: tuple[str, ...] = ("amount", "account")


REQUIRED_WORDS = {
    "amount": "rekvirerat belopp",
    "account": "utbetalningskonto",
    "contact_name": "kontaktpersonens namn",
    "contact_email": "kontaktpersonens e-postadress",
}


def check_eligible(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """R01: the recipient is on the programme's list, by organisation number since names vary."""
    if facts.eligible is None:
        return NotRun("Listan över mottagare är inte inläst.")
    if facts.org_number in facts.eligible:
        return iter([_hosted_elsewhere(facts, asked, other) for other in facts.hosted_elsewhere])
    text = (
        f"{facts.recipient} finns inte bland de {len(facts.eligible)} {facts.eligible_word} som kan "
        f"rekvirera {facts.programme}. Rätta mottagaren eller välj Föreslå avslag."
    )
    return iter([asked.finding(text, facts.subject, evidence={"org_number": facts.org_number})])


def _hosted_elsewhere(facts: RequisitionFacts, asked: Asked[NoParameters], other: HostedElsewhere) -> Finding:
    text = (
        f"{other.operation} hade {other.host} som huvudman den {in_words(facts.received_on)}, då "
        "rekvisitionen kom in. Kontrollera vem som ska rekvirera."
    )
    evidence = {"operation": other.operation, "host": other.host, "received_on": facts.received_on}
    return asked.finding(text, facts.subject, level=Level.NOTE, evidence=evidence)


def check_window(facts: RequisitionFacts, asked: Asked[WindowParameters]) -> Iterator[Finding] | NotRun:
    """R02: received from the first through the last day, both included; a completion keeps the first day."""
    if facts.opens is None or facts.closes is None:
        return NotRun("Rekvisitionstiden är inte beslutad.")
    last = facts.closes
    if asked.parameters.next_working_day:
        last = next_working_day(last, facts.holidays)
    if facts.opens <= facts.received_on <= last:
        return iter(())
    if facts.received_on < facts.opens:
        distance = (facts.opens - facts.received_on).days
        compared = f"{days_in_words(distance)} före första dag ({in_words(facts.opens)})"
    else:
        distance = (facts.received_on - last).days
        compared = f"{days_in_words(distance)} efter sista dag ({in_words(last)})"
    text = (
        f"Rekvisitionen kom in den {in_words(facts.received_on)}, {compared}. "
        "Välj Föreslå avslag eller Pröva ändå och ange skäl."
    )
    evidence = {"received_on": facts.received_on, "opens": facts.opens, "last_day": last}
    return iter([asked.finding(text, facts.subject, evidence=evidence)])


def check_complete(facts: RequisitionFacts, asked: Asked[RequiredParameters]) -> Iterator[Finding]:
    """R03: what the instruction asks for is there; a shared mailbox is a valid contact."""
    given: dict[str, object] = {
        "amount": facts.requested_ore is not None,
        "account": facts.account is not None,
        "contact_name": facts.contact_name.strip(),
        "contact_email": facts.contact_email.strip(),
    }
    missing = [REQUIRED_WORDS[key] for key in asked.parameters.required if not given[key]]
    if missing:
        number = "en uppgift" if len(missing) == 1 else f"{len(missing)} uppgifter"
        text = (
            f"Rekvisitionen från {facts.recipient} saknar {number}: {_listed(missing)}. "
            "Ange det som saknas eller välj Begär komplettering."
        )
        yield asked.finding(text, facts.subject, evidence={"missing": missing})


def check_ceiling(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """R04: not more than allotted, per share, per part and in all; less is no finding."""
    if facts.requested_ore is None:
        return NotRun("Rekvirerat belopp är inte angivet.")
    if facts.allotted_ore is None or any(line.allotted_ore is None for line in facts.lines):
        return NotRun("Det är inte beslutat hur mycket mottagaren får rekvirera.")
    above = [
        line
        for line in facts.lines
        if line.allotted_ore is not None and line.requested_ore > line.allotted_ore
    ]
    if facts.requested_ore > facts.allotted_ore and not any(line.apart for line in above):
        only = facts.lines[0] if len(facts.lines) == 1 else None
        return iter([_above(facts, asked, "", facts.requested_ore, facts.allotted_ore, only)])
    return iter(
        [
            _above(facts, asked, _of_part(line), line.requested_ore, line.allotted_ore or 0, line)
            for line in above
        ]
    )


def _of_part(line: LineFacts) -> str:
    return f" för {line.label}" if line.apart else f" för delen {line.label}"


def _above(
    facts: RequisitionFacts,
    asked: Asked[NoParameters],
    part: str,
    requested: Ore,
    ceiling: Ore,
    line: LineFacts | None,
) -> Finding:
    excess = requested - ceiling
    text = (
        f"Rekvirerat {format_kronor(requested)}{part} är {format_kronor(excess)} mer än högsta belopp "
        f"{format_kronor(ceiling)}{_counted(line, ceiling)}. Be mottagaren rätta beloppet, eller bevilja "
        f"{format_kronor(ceiling)} och avslå resten."
    )
    evidence = {"requested_ore": requested, "allotted_ore": ceiling, "part": part.strip()}
    return asked.finding(text, facts.subject, ore=excess, evidence=evidence)


def _counted(line: LineFacts | None, ceiling: Ore) -> str:
    """`` (33 × 792 929 kr)`` where the ceiling is an amount for each unit."""
    if line is None or not line.units or ceiling % line.units:
        return ""
    return f" ({line.units} × {format_kronor(ceiling // line.units)})"


def check_representative(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """R05: a representative was in force on the day of receipt, or the officer has looked in the portal."""
    person, day = facts.representative, facts.received_on
    in_force = (
        person is not None
        and person.appointed_on <= day
        and (person.ends_on is None or day <= person.ends_on)
    )
    if not in_force and not facts.checked_in_portal:
        text = (
            f"Inget ombud är registrerat för {facts.recipient} den {in_words(day)}, då rekvisitionen kom in. "
            "Registrera ombudet eller markera Kontrollerat i e-tjänsten."
        )
        yield asked.finding(text, facts.subject, evidence={"received_on": day})


def check_payout_account(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """R06: the check digit holds (else a stop); what is only unusual is a note to confirm."""
    account = facts.account
    if account is None:
        return NotRun("Utbetalningskonto är inte angivet.")
    checked = check_account(account.kind, account.number, account.clearing)
    evidence = {"kind": account.kind.value, "number": checked.number}
    if checked.result is CheckResult.FAILED:
        text = f"{checked.text} Rätta numret eller välj Begär komplettering."
        return iter([asked.finding(text, facts.subject, evidence=evidence)])
    name = f"{account.kind.swedish} {checked.number}"
    notes = [] if checked.text is None else [checked.text]
    if account.last_paid is not None:
        notes.append(f"{name} är ett annat konto än vid senaste utbetalningen ({account.last_paid}).")
    if account.also_used_by is not None:
        notes.append(f"{name} används också av {account.also_used_by}.")
    return iter([asked.finding(n, facts.subject, level=Level.NOTE, evidence=evidence) for n in notes])


def check_debt(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """R07: no principal invoice past its due day is unpaid; not yet due, appealed or with respite is a note.

    An amount that was never invoiced is not a debt.
    """
    for debt in facts.debts:
        if debt.outstanding_ore <= 0:
            continue
        amount = f"{debt.invoice}, {format_kronor(debt.outstanding_ore)}"
        evidence = {"invoice": debt.invoice, "due_on": debt.due_on, "outstanding_ore": debt.outstanding_ore}
        level = None
        if debt.paused:
            level = Level.NOTE
            text = f"{facts.recipient} har en faktura som är överklagad eller har anstånd: {amount}."
        elif debt.due_on >= facts.today:
            level = Level.NOTE
            text = f"{facts.recipient} har en faktura som förfaller den {in_words(debt.due_on)}: {amount}."
        else:
            text = (
                f"{facts.recipient} har en obetald skuld: {amount}, som förföll den {in_words(debt.due_on)}."
            )
            if asked.level is not Level.NOTE:
                text += " Invänta betalningen eller välj Föreslå avslag."
        yield asked.finding(text, facts.subject, level=level, ore=debt.outstanding_ore, evidence=evidence)


def check_duplicate(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding]:
    """R08: one living requisition in an award; the same amount in another programme is a note."""
    for other in facts.in_same_award:
        text = (
            f"{facts.recipient} har redan en rekvisition i {other.programme}, inkommen den "
            f"{in_words(other.received_on)}. Registrera en komplettering i den i stället, eller välj Skriv "
            "av ärendet."
        )
        yield asked.finding(text, facts.subject, other=Subject("requisition", other.id))
    for other in facts.alike_elsewhere:
        account = " till samma konto" if other.same_account else ""
        text = (
            f"{facts.recipient} har rekvirerat samma belopp{account} i {other.programme}, inkommen den "
            f"{in_words(other.received_on)}."
        )
        yield asked.finding(text, facts.subject, level=Level.NOTE, other=Subject("requisition", other.id))


def check_parts(facts: RequisitionFacts, asked: Asked[NoParameters]) -> Iterator[Finding] | NotRun:
    """R09: the parts add up to the amount requested."""
    if facts.requested_ore is None:
        return NotRun("Rekvirerat belopp är inte angivet.")
    total = sum(line.requested_ore for line in facts.lines)
    difference = total - facts.requested_ore
    if not facts.lines or difference == 0:
        return iter(())
    word = "mer" if difference > 0 else "mindre"
    text = (
        f"Delarna är tillsammans {format_kronor(total)}, {format_kronor(abs(difference))} {word} än "
        f"rekvirerat belopp {format_kronor(facts.requested_ore)}. Rätta delarna eller beloppet."
    )
    evidence = {"parts_ore": total, "requested_ore": facts.requested_ore}
    return iter([asked.finding(text, facts.subject, ore=abs(difference), evidence=evidence)])


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"


R01 = Rule(RuleName("R01", "Behörig mottagare", Level.STOP), NoParameters, check_eligible)
R02 = Rule(RuleName("R02", "Inom rekvisitionstiden", Level.DEVIATION), WindowParameters, check_window)
R03 = Rule(RuleName("R03", "Uppgifter saknas", Level.STOP), RequiredParameters, check_complete)
R04 = Rule(RuleName("R04", "Inom tilldelat belopp", Level.DEVIATION), NoParameters, check_ceiling)
R05 = Rule(RuleName("R05", "Ombud utsett", Level.STOP), NoParameters, check_representative)
R06 = Rule(RuleName("R06", "Kontot giltigt", Level.STOP), NoParameters, check_payout_account)
R07 = Rule(RuleName("R07", "Obetald skuld", Level.STOP), NoParameters, check_debt)
R08 = Rule(RuleName("R08", "Dubbel rekvisition", Level.STOP), NoParameters, check_duplicate)
R09 = Rule(RuleName("R09", "Motstridiga delar", Level.STOP), NoParameters, check_parts)

REQUISITION_RULES = (R01, R02, R03, R04, R05, R06, R07, R08, R09, R10)

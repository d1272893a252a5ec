"""When a decision may be corrected, changed, taken back or withheld (FL 36–39 §§; 2025:1256 12 §)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sbdesk.domain.amount_keys import AmountKey, Amounts, ShareKey, key_text, keyed, order
from sbdesk.domain.decision import ChangeGround, DecisionKind
from sbdesk.domain.ore import NBSP, Ore, format_kronor
from sbdesk.domain.programme_vocabulary import FactStatus

CHANGES = frozenset({DecisionKind.AMEND, DecisionKind.REVOKE, DecisionKind.WITHHOLD})
"""The kinds of decision that change one that stands."""

WITHHOLD_FACT = "withhold"
"""The programme's fact that a statute, or a clause in the decision, lets the agency stop the payment."""


def grounds_a_stop(status: FactStatus, *, attested: bool) -> bool:
    """Whether a fact of this status can ground a stop: the law, the text, or an answer two people signed.

    What one officer alone has entered never stops money that another has granted.
    """
    return status in (FactStatus.LAW, FactStatus.STATED) or attested


def stop_grounds(facts: Iterable[Mapping[str, Any]]) -> frozenset[FactStatus]:
    """On what the payment may be stopped, from the facts in the decision's snapshot; empty: on nothing.

    ``LAW`` permits the decision to withhold (2025:1256 12 §), any ground that the payment is held.
    """
    found = [fact for fact in facts if fact["name"] == WITHHOLD_FACT and fact["value"] is True]
    return frozenset(
        FactStatus(fact["status"])
        for fact in found
        if grounds_a_stop(FactStatus(fact["status"]), attested=fact.get("attested", False))
    )


HARMING = (ChangeGround.CLERICAL_ERROR, ChangeGround.RESERVE, ChangeGround.WRONG_INFORMATION)
"""What a change to the recipient's harm may rest on once the letter is sent (FL 36 and 37 §§)."""

GROUND_WORDS = {
    ChangeGround.CLERICAL_ERROR: "Skrivfel (36 § förvaltningslagen)",
    ChangeGround.RESERVE: "Förbehåll i beslutet (37 § förvaltningslagen)",
    ChangeGround.WRONG_INFORMATION: "Oriktiga uppgifter (37 § förvaltningslagen)",
    ChangeGround.IN_FAVOUR: "Till mottagarens fördel (37–38 §§ förvaltningslagen)",
}
"""The choices as the officer reads them."""

KIND_WORDS = {
    DecisionKind.AMEND: "Ändra beloppet",
    DecisionKind.REVOKE: "Upphäva beslutet",
    DecisionKind.WITHHOLD: "Inte betala ut (12 § förordningen 2025:1256)",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a change cannot be made as it stands, and what to do instead."""

    what: str
    todo: str


@dataclass(frozen=True, slots=True)
class ChangePart:
    """One component, in öre: what stands, what it becomes, and the two amounts it may not pass.

    ``operation_id``: whose share of the component it is, where the amounts stand apart (two RSS).
    """

    component_id: int
    label: str
    before_ore: Ore
    after_ore: Ore
    allotted_ore: Ore | None
    requested_ore: Ore
    operation_id: int | None = None

    @property
    def key(self) -> AmountKey:
        """Whose amount it is."""
        if self.operation_id is None:
            return self.component_id
        return ShareKey(self.component_id, self.operation_id)

    @property
    def difference_ore(self) -> Ore:
        """The signed line of the new decision."""
        return self.after_ore - self.before_ore


@dataclass(frozen=True, slots=True)
class HeardFacts:
    """The newest letter before the change; ``covers_it``: ground and amount are inside what it said."""

    covers_it: bool
    sent_on: date | None
    answer_due_on: date
    final_answer: bool


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """Everything a change is judged by.

    ``on_its_way_ore``: payments that count, whatever their state. ``may_withhold``: a statute behind the
    decision lets the payment be withheld. ``at_court``: an appeal of the decision has been handed over.
    ``paid``: the payment has left the agency, so that only a change in the recipient's favour is left.
    """

    kind: DecisionKind
    ground: ChangeGround | None
    parts: tuple[ChangePart, ...]
    today: date
    letter_sent: bool
    on_its_way_ore: Ore = 0
    may_withhold: bool = False
    at_court: bool = False
    heard: HeardFacts | None = None
    unheard_reason: str = ""

    @property
    def lines(self) -> dict[AmountKey, Ore]:
        """The signed difference per part, those without any left out."""
        return {part.key: part.difference_ore for part in self.parts if part.difference_ore}

    @property
    def before_ore(self) -> Ore:
        """What stands, in all."""
        return sum(part.before_ore for part in self.parts)

    @property
    def after_ore(self) -> Ore:
        """What it becomes, in all."""
        return sum(part.after_ore for part in self.parts)

    @property
    def harms(self) -> bool:
        """Whether any part becomes less: money for one purpose is not made good by another's."""
        return any(difference < 0 for difference in self.lines.values())

    @property
    def needs_hearing(self) -> bool:
        """A letter not marked as sent is replaced freely; after that harm is communicated first (FL 25 §)."""
        return self.letter_sent and self.harms


def wanted_after(kind: DecisionKind, part: ChangePart) -> Ore:
    """A revocation takes everything of a part; the other kinds what is typed."""
    return 0 if kind is DecisionKind.REVOKE else part.after_ore


def fault(facts: ChangeFacts) -> Fault | None:
    """Why the change cannot be made, apart from the hearing; None when it can."""
    return _no_change(facts) or _amount_fault(facts) or _money_gone(facts) or _ground_fault(facts)


def _no_change(facts: ChangeFacts) -> Fault | None:
    if not facts.lines:
        return Fault("Beloppen är desamma som i beslutet.", "Ändra minst ett belopp.")
    if facts.kind is DecisionKind.WITHHOLD and not facts.may_withhold:
        return Fault(
            "Ingen förordning bakom beslutet ger rätt att besluta att inte betala ut.",
            "Välj Stoppa utbetalningen, om beslutet har det villkoret, eller fråga en jurist.",
        )
    if facts.kind is DecisionKind.WITHHOLD and not facts.letter_sent:
        return Fault("Beslutsbrevet är inte skickat än.", "Ändra eller upphäv beslutet i stället.")
    if facts.kind is DecisionKind.AMEND and facts.after_ore == 0:
        return Fault(
            f"Ändringen lämnar 0{NBSP}kr.", "Välj Upphäva beslutet om hela bidraget ska tas tillbaka."
        )
    if facts.kind is DecisionKind.WITHHOLD and any(line > 0 for line in facts.lines.values()):
        return Fault("Ett beslut att inte betala ut kan inte höja ett belopp.", "Sänk beloppen.")
    return None


def _amount_fault(facts: ChangeFacts) -> Fault | None:
    for part in facts.parts:
        if part.after_ore < 0:
            return Fault(f"Beloppet för delen {part.label} är negativt.", "Ange 0 eller mer.")
        if part.difference_ore <= 0:
            continue
        if part.allotted_ore is None:
            return Fault(
                f"Det är inte beslutat hur mycket mottagaren får av delen {part.label}.",
                "Fyll i fördelningen under Statsbidrag.",
            )
        if part.after_ore > part.allotted_ore:
            return Fault(
                f"{format_kronor(part.after_ore)} för delen {part.label} är mer än högsta belopp "
                f"{format_kronor(part.allotted_ore)}.",
                f"Ange högst {format_kronor(part.allotted_ore)}.",
            )
        if part.after_ore > part.requested_ore:
            return Fault(
                f"Mottagaren har rekvirerat {format_kronor(part.requested_ore)} för delen {part.label}.",
                "Bevilja högst det som är rekvirerat.",
            )
    return None


def _money_gone(facts: ChangeFacts) -> Fault | None:
    if facts.after_ore < facts.on_its_way_ore:
        return Fault(
            f"{format_kronor(facts.on_its_way_ore)} är redan på väg eller utbetalt, och beslutet skulle ge "
            f"{format_kronor(facts.after_ore)}.",
            "Ta ur betalningen ur underlaget, eller ändra genom återkrav.",
        )
    return None


def _ground_fault(facts: ChangeFacts) -> Fault | None:
    ground = facts.ground
    if facts.at_court and ground is not ChangeGround.CLERICAL_ERROR:
        return Fault(
            "Överklagandet är överlämnat till domstolen. Bara ett skrivfel kan rättas (36 och 39 §§ "
            "förvaltningslagen).",
            "Invänta domstolens avgörande.",
        )
    if not facts.letter_sent or facts.kind is DecisionKind.WITHHOLD:
        return None
    if ground is None:
        return Fault("Grund för ändringen saknas.", "Välj vad ändringen stöds på.")
    if facts.harms and ground not in HARMING:
        return Fault(
            "Ändringen är till mottagarens nackdel.",
            "Välj Skrivfel, Förbehåll i beslutet eller Oriktiga uppgifter, eller fråga en jurist.",
        )
    return None


def hearing_fault(facts: ChangeFacts) -> Fault | None:
    """Why the recipient has not been heard as it must be (FL 25 §); None when it has, or need not be."""
    if not facts.needs_hearing or facts.unheard_reason.strip():
        return None
    heard = facts.heard
    if heard is None:
        return Fault(
            "Mottagaren har inte fått yttra sig om ändringen.",
            "Skapa brev inför beslut, eller ange varför det är uppenbart obehövligt.",
        )
    if not heard.covers_it:
        return Fault(
            "Ändringen har fått en ny grund eller ett högre belopp sedan brevet.",
            "Skapa brevet på nytt, så att mottagaren får yttra sig om den.",
        )
    if heard.sent_on is None:
        return Fault("Brevet inför beslut är inte markerat som skickat.", "Markera det som skickat först.")
    if not heard.final_answer and facts.today <= heard.answer_due_on:
        return Fault(
            f"Yttrandetiden går ut {heard.answer_due_on.isoformat()}.",
            "Invänta svaret, eller registrera att mottagaren har svarat slutligt.",
        )
    return None


def covers(parts: Amounts, ground: ChangeGround | None) -> dict[str, object]:
    """What a letter written now covers: the ground and what is taken per part (öre)."""
    amounts = keyed(parts)
    taken = {key_text(key): -amounts[key] for key in sorted(amounts, key=order) if amounts[key] < 0}
    return {"ground": ground.value if ground else "", "taken": taken}


def inside(covered: Mapping[str, object], parts: Amounts, ground: ChangeGround | None) -> bool:
    """Whether a change rests on the ground and takes at most what the letter said."""
    now = covers(parts, ground)
    said, takes = covered["taken"], now["taken"]
    if not isinstance(said, Mapping) or not isinstance(takes, Mapping):
        raise TypeError(covered)
    return covered["ground"] == now["ground"] and all(ore <= said.get(key, 0) for key, ore in takes.items())

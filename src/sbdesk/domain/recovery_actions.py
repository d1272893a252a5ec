"""What may be done with a claim and, in Swedish, why the rest may not: one table for page and service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sbdesk.domain.ore import NBSP, Ore, format_kronor, format_ore
from sbdesk.domain.reconciliation_status import Offer
from sbdesk.domain.recovery import RECOVERY_MACHINE, Interest, RecoveryPath, RecoveryState
from sbdesk.domain.recovery_status import RecoverySituation, ends_without_invoice


class RecoveryAct(StrEnum):
    """What can be done with a claim; the values are the keys of the offers."""

    WRITE_HEARING = "write_hearing"
    MARK_HEARING_SENT = "mark_hearing_sent"
    REGISTER_ANSWER = "register_answer"
    REDRAFT = "redraft"
    PROPOSE = "propose"
    PROPOSE_SIMPLE = "propose_simple"
    PROPOSE_UNHEARD = "propose_unheard"
    PREVIEW = "preview"
    DECIDE = "decide"
    RETURN = "return"
    MARK_DECISION_SENT = "mark_decision_sent"
    MARK_DECISION_RECEIVED = "mark_decision_received"
    SET_INTEREST = "set_interest"
    DRAFT_INVOICE = "draft_invoice"
    ISSUE_INVOICE = "issue_invoice"
    MARK_INVOICE_SENT = "mark_invoice_sent"
    REGISTER_PAYMENT = "register_payment"
    DROP = "drop"
    REOPEN = "reopen"


_A, _S = RecoveryAct, RecoveryState


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where an act belongs, the refusal elsewhere, and what else must hold."""

    label: str
    states: tuple[RecoveryState, ...]
    elsewhere: str
    guard: Callable[[RecoverySituation], str] | None = None


def _may_write(it: RecoverySituation) -> str:
    return it.line_faults[0] if it.line_faults else _over_the_cap(it)


def _over_the_cap(it: RecoverySituation) -> str:
    if it.amount_ore > it.left_ore:
        return (
            f"Återkravet kan inte vara högre än {format_ore(it.left_ore)}{NBSP}kr (kvar att kräva). "
            "Ändra beloppet."
        )
    return ""


def _may_mark_hearing(it: RecoverySituation) -> str:
    if not it.hearing.written:
        return "Brevet inför beslut är inte skapat."
    if it.hearing.sent_on is not None:
        return "Brevet är redan markerat som skickat."
    if not it.hearing.fits:
        return "Raderna har ändrats sedan brevet skapades. Skapa brevet på nytt."
    return _may_write(it)


def _may_propose(it: RecoverySituation) -> str:
    hearing = it.hearing
    if hearing.sent_on is None or not hearing.fits:
        return "Mottagaren har inte fått yttra sig om återkravet som det är nu. Skapa brev inför beslut."
    due = hearing.answer_due_on
    if not hearing.answer_is_final and due is not None and it.today <= due:
        return f"Yttrandetiden går ut {due.isoformat()}."
    return _ready_for_decision(it)


def _ready_for_decision(it: RecoverySituation) -> str:
    return it.undecided_faults[0] if it.undecided_faults else _may_write(it)


def _may_propose_simple(it: RecoverySituation) -> str:
    if it.path is not RecoveryPath.SIMPLE or not it.only_unused:
        return "Det gäller bara medel som mottagaren själv har återrapporterat som inte använda."
    if not it.simple_allowed:
        return "En jurist har inte tagit ställning till återkrav utan yttrande. Skapa brev inför beslut."
    return _ready_for_decision(it)


def _may_decide(it: RecoverySituation) -> str:
    if not it.signed_outside and it.you_prepared:
        return "Du har berett ärendet och kan inte besluta i det."
    if not it.appeal_decided:
        return (
            "Det är inte bestämt om beslutet får överklagas. Be en jurist fylla i uppgiften under "
            "Statsbidrag ▸ Överklagande."
        )
    return _ready_for_decision(it)


def _not_marked(it: RecoverySituation) -> str:
    sent = it.decision is not None and it.decision.sent_on is not None
    return "Beslutet är redan markerat som skickat." if sent else ""


def _received_unknown(it: RecoverySituation) -> str:
    decision = it.decision
    if decision is None or decision.sent_on is None:
        return "Beslutet är inte markerat som skickat."
    if not decision.received_matters:
        return "Dagen då mottagaren fick beslutet behövs inte: den påverkar inte tiden för överklagande."
    if decision.received_on is not None:
        return f"Mottagaren fick beslutet {decision.received_on.isoformat()}."
    return ""


def _mark_is_missing(it: RecoverySituation) -> bool:
    return not _not_marked(it)


def _may_set_interest(it: RecoverySituation) -> str:
    return "Fakturan är utfärdad. Kreditera den och utfärda en ny." if it.money.issued else ""


def no_invoice(open_claim_ore: Ore, threshold_ore: Ore) -> str:
    """Why a claim at or under the threshold gives no invoice, with both amounts."""
    return (
        f"Ingen faktura: beloppet är {format_ore(open_claim_ore)}{NBSP}kr. Bara belopp över "
        f"{format_kronor(threshold_ore)} faktureras."
    )


def _may_draft_invoice(it: RecoverySituation) -> str:
    money = it.money
    if money.open_claim_ore <= money.threshold_ore:
        return no_invoice(money.open_claim_ore, money.threshold_ore)
    if money.has_draft:
        return "Det finns redan ett utkast till faktura. Öppna fliken Fakturor."
    if money.to_invoice_ore <= 0:
        return "Hela beloppet är redan fakturerat."
    return ""


def issue_hindrance(it: RecoverySituation) -> str:
    """Why an invoice for the claim cannot be issued yet, empty when it can."""
    money, decision = it.money, it.decision
    if decision is None:
        return "Återkravet är inte beslutat."
    if money.open_claim_ore <= money.threshold_ore:
        return no_invoice(money.open_claim_ore, money.threshold_ore)
    if money.to_invoice_ore <= 0:
        return "Hela beloppet är redan fakturerat."
    if it.interest is Interest.NOT_DECIDED:
        return "Det är inte bestämt om dröjsmålsränta ska tas ut."
    if decision.sent_on is None:
        return "Beslutet är inte markerat som skickat."
    return decision.appeal_reason


def _may_issue(it: RecoverySituation) -> str:
    return issue_hindrance(it) if it.money.has_draft else "Fakturan är inte skapad."


def _may_mark_invoice(it: RecoverySituation) -> str:
    return "" if it.money.unsent else "Ingen utfärdad faktura väntar på att skickas."


_BEFORE = (_S.DRAFT, _S.HEARING)
_DECIDED = (_S.DECIDED, _S.INVOICED, _S.SETTLED)
_UNDECIDED = "Återkravet är inte beslutat."
_ASKED = "Mottagaren har fått brev inför beslut. Invänta yttrandet."
_NO_PROPOSAL = "Inget förslag är lämnat för beslut."

RULES: dict[RecoveryAct, _Rule] = {
    _A.WRITE_HEARING: _Rule(
        "Skapa brev inför beslut…",
        (_S.DRAFT,),
        "Brevet är skickat. Välj Ändra förslaget om det ska skrivas om.",
        _may_write,
    ),
    _A.MARK_HEARING_SENT: _Rule(
        "Markera brevet som skickat…",
        (_S.DRAFT,),
        "Brevet är redan markerat som skickat.",
        _may_mark_hearing,
    ),
    _A.REGISTER_ANSWER: _Rule(
        "Registrera yttrande…", (_S.HEARING,), "Brevet inför beslut är inte markerat som skickat."
    ),
    _A.REDRAFT: _Rule("Ändra förslaget…", (_S.HEARING,), "Förslaget kan ändras direkt på raderna."),
    _A.PROPOSE: _Rule("Lämna över för beslut…", _BEFORE, "", _may_propose),
    _A.PROPOSE_SIMPLE: _Rule(
        "Lämna över för beslut utan yttrande…", (_S.DRAFT,), _ASKED, _may_propose_simple
    ),
    _A.PROPOSE_UNHEARD: _Rule("Besluta utan yttrande…", (_S.DRAFT,), _ASKED, _ready_for_decision),
    _A.PREVIEW: _Rule("Visa beslutsförslaget", (_S.PROPOSED,), _NO_PROPOSAL),
    _A.DECIDE: _Rule("Registrera undertecknat beslut…", (_S.PROPOSED,), _NO_PROPOSAL, _may_decide),
    _A.RETURN: _Rule("Skicka tillbaka…", (_S.PROPOSED,), _NO_PROPOSAL),
    _A.MARK_DECISION_SENT: _Rule("Markera beslutet som skickat…", _DECIDED, _UNDECIDED, _not_marked),
    _A.MARK_DECISION_RECEIVED: _Rule(
        "Ange när mottagaren fick beslutet…", _DECIDED, _UNDECIDED, _received_unknown
    ),
    _A.SET_INTEREST: _Rule("Ange om dröjsmålsränta…", (*_BEFORE, *_DECIDED), "", _may_set_interest),
    _A.DRAFT_INVOICE: _Rule("Skapa faktura", _DECIDED, _UNDECIDED, _may_draft_invoice),
    _A.ISSUE_INVOICE: _Rule("Utfärda faktura…", _DECIDED, _UNDECIDED, _may_issue),
    _A.MARK_INVOICE_SENT: _Rule("Markera fakturan som skickad…", _DECIDED, _UNDECIDED, _may_mark_invoice),
    _A.REGISTER_PAYMENT: _Rule("Registrera inbetalning…", (*_DECIDED, _S.ENFORCEMENT), _UNDECIDED),
    _A.DROP: _Rule("Avsluta utan återkrav…", _BEFORE, ""),
    _A.REOPEN: _Rule("Öppna på nytt…", (_S.CLOSED,), "Återkravet är inte avslutat."),
}
"""Every act in the order of the menu."""

_STOPPED = frozenset(
    {
        _A.PROPOSE,
        _A.PROPOSE_SIMPLE,
        _A.PROPOSE_UNHEARD,
        _A.DECIDE,
        _A.DRAFT_INVOICE,
        _A.ISSUE_INVOICE,
        _A.MARK_INVOICE_SENT,
    }
)
"""What a court's inhibition of the award's decision stops (FL 48 §)."""

_NEXT: dict[RecoveryState, tuple[RecoveryAct, ...]] = {
    _S.PROPOSED: (_A.DECIDE,),
    _S.DECIDED: (
        _A.MARK_DECISION_SENT,
        _A.MARK_DECISION_RECEIVED,
        _A.SET_INTEREST,
        _A.DRAFT_INVOICE,
        _A.ISSUE_INVOICE,
    ),
    _S.INVOICED: (_A.DRAFT_INVOICE, _A.ISSUE_INVOICE, _A.MARK_INVOICE_SENT, _A.REGISTER_PAYMENT),
    _S.SETTLED: (),
    _S.ENFORCEMENT: (_A.REGISTER_PAYMENT,),
    _S.CLOSED: (_A.REOPEN,),
}


def refusal(it: RecoverySituation, act: RecoveryAct) -> str:
    """Why the act is not permitted, empty when it is."""
    if it.disqualified:
        return it.disqualified
    if it.inhibition and act in _STOPPED:
        return it.inhibition
    rule = RULES[act]
    if it.state not in rule.states:
        word = RECOVERY_MACHINE.words[it.state]
        return rule.elsewhere if it.state in (_S.DRAFT, _S.HEARING) else f"Återkravet är {word}."
    return rule.guard(it) if rule.guard else ""


def offers_of(it: RecoverySituation) -> tuple[Offer, ...]:
    """Every act in the order of the menu, the forbidden ones with their reason."""
    return tuple(_offer(it, act) for act in RULES)


def next_step_of(it: RecoverySituation) -> Offer | None:
    """The one act the claim offers first: the first permitted of those that belong to where it stands."""
    wanted = _wanted(it)
    if not wanted:
        return None
    offered = [_offer(it, act) for act in wanted]
    return next((offer for offer in offered if offer.enabled), offered[-1])


def _wanted(it: RecoverySituation) -> tuple[RecoveryAct, ...]:
    if it.state is _S.DRAFT:
        simple = (_A.PROPOSE_SIMPLE,) if it.path is RecoveryPath.SIMPLE and it.simple_allowed else ()
        return (*simple, _A.PROPOSE, _A.MARK_HEARING_SENT, _A.WRITE_HEARING)
    if it.state is _S.HEARING:
        due = it.hearing.answer_due_on
        over = it.hearing.answer_is_final or (due is not None and it.today > due)
        return (_A.PROPOSE,) if over else (_A.REGISTER_ANSWER,)
    if it.state is _S.DECIDED and ends_without_invoice(it):
        return (_A.MARK_DECISION_SENT,) if _mark_is_missing(it) else ()
    if it.interest is not Interest.NOT_DECIDED:
        return tuple(act for act in _NEXT[it.state] if act is not _A.SET_INTEREST)
    return _NEXT[it.state]


def _offer(it: RecoverySituation, act: RecoveryAct) -> Offer:
    label = RULES[act].label
    if act is _A.DECIDE and not it.signed_outside:
        label = "Besluta…"
    return Offer(act.value, label, refusal(it, act))

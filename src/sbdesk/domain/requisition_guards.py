"""The conditions on top of the state under which an act on a case is refused, with the Swedish reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sbdesk.domain.requisition_case import CaseFacts, Stage, stage_of


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act is not permitted, and what to do instead."""

    what: str
    todo: str = ""

    @property
    def text(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.todo}".strip()


Guard = Callable[[CaseFacts], Refusal | None]
"""None: permitted."""


def _numbered(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def without_stops(facts: CaseFacts) -> Refusal | None:
    """A stop hinders a grant."""
    if facts.stops:
        return Refusal(
            f"{_numbered(len(facts.stops), 'stopp', 'stopp')} hindrar bifall: {', '.join(facts.stops)}.",
            "Öppna Kontroller eller föreslå avslag.",
        )
    return None


def may_propose(facts: CaseFacts) -> Refusal | None:
    """Every stop is gone and every deviation has its reason."""
    if facts.unexplained:
        count = _numbered(len(facts.unexplained), "avvikelse", "avvikelser")
        return without_stops(facts) or Refusal(
            f"{count} saknar skäl: {', '.join(facts.unexplained)}.", "Ange skäl under Kontroller."
        )
    return without_stops(facts)


def unexplained(facts: CaseFacts) -> Refusal | None:
    """A deviation waits for its reason."""
    return None if facts.unexplained else Refusal("Ingen avvikelse väntar på skäl.")


def may_decide(facts: CaseFacts) -> Refusal | None:
    """Another person, the field on appeal, a case number; a grant is checked again."""
    proposal = facts.proposal
    if proposal and proposal.mine and not facts.signed_outside:
        return Refusal("Du har berett ärendet och kan inte besluta i det.", "Be en annan beslutsfattare.")
    if not facts.appeal_decided:
        return Refusal(
            "Det är inte bestämt om beslutet får överklagas.",
            "Be en jurist fylla i uppgiften under Statsbidrag ▸ Överklagande.",
        )
    return has_case_number(facts) or (may_propose(facts) if proposal and proposal.grants else None)


def has_case_number(facts: CaseFacts) -> Refusal | None:
    """What leaves the house carries a case number."""
    if not facts.has_case_number:
        return Refusal("Ärendet saknar diarienummer.", "Välj Ändra diarienummer och ange det.")
    return None


def time_is_over(facts: CaseFacts) -> Refusal | None:
    """The time to answer has passed."""
    if facts.completion_due is not None and facts.today <= facts.completion_due:
        return Refusal(
            "Komplettering är begärd och tiden har inte gått ut.",
            f"Vänta till efter {facts.completion_due.isoformat()} eller registrera svaret.",
        )
    return None


def may_remind(facts: CaseFacts) -> Refusal | None:
    """The time to answer has passed, and at most one reminder a day."""
    if facts.reminded_on is not None and facts.reminded_on >= facts.today:
        return Refusal("En påminnelse skapades i dag.", "Vänta på svaret eller förläng svarstiden.")
    due = facts.completion_due
    if due is not None and facts.today <= due:
        return Refusal(f"Svarstiden går ut först {due.isoformat()}.", "Vänta till dess.")
    return None


def window_is_over(facts: CaseFacts) -> Refusal | None:
    """The last day to requisition has passed."""
    if facts.closes is not None and facts.today <= facts.closes:
        return Refusal(f"Sista dag att rekvirera, {facts.closes.isoformat()}, har inte passerat.", "Vänta.")
    return None


def not_sent(facts: CaseFacts) -> Refusal | None:
    """The letter is not marked as sent yet."""
    return Refusal("Beslutet är redan markerat som skickat.") if facts.letter_sent else None


_NOT_CALLED = Refusal(
    "Kontot kom med e-post och är inte motringt.",
    "Skriv in motringningen hos mottagaren under Regioner, Konton.",
)


def unconfirmed_account(facts: CaseFacts) -> Refusal | None:
    """There is an account that no second person has confirmed."""
    if not facts.has_account:
        return Refusal("Rekvisitionen saknar utbetalningskonto.", "Ändra uppgift i rekvisitionen.")
    if facts.account_needs_call:
        return _NOT_CALLED
    return Refusal("Kontot är redan bekräftat.") if facts.account_confirmed else None


def may_prepare(facts: CaseFacts) -> Refusal | None:
    """Letter sent, account confirmed, money left to pay, and no change of the decision under way."""
    if not facts.letter_sent:
        return Refusal("Beslutsbrevet är inte markerat som skickat.", "Markera beslutet som skickat först.")
    if facts.account_needs_call:
        return _NOT_CALLED
    if not facts.account_confirmed:
        return Refusal("Utbetalningskontot är inte bekräftat av en andra person.", "Bekräfta kontot först.")
    if facts.to_pay <= 0:
        return Refusal("Hela det beviljade beloppet är redan på väg eller utbetalt.")
    if facts.change_open:
        return Refusal("En ändring av beslutet är öppen.", "Avsluta eller ta tillbaka ändringen först.")
    return payable_today(facts)


def payable_today(facts: CaseFacts) -> Refusal | None:
    """R11: the last day to requisition has passed where the programme pays after it; no inhibition."""
    if facts.inhibited:
        return Refusal("Förvaltningsrätten har beslutat om inhibition.", "Beslutet gäller inte tills vidare.")
    return Refusal(facts.not_yet_payable, "Invänta den dagen.") if facts.not_yet_payable else None


def may_approve(facts: CaseFacts) -> Refusal | None:
    """The preparer never approves."""
    if facts.payout and facts.payout.mine and not facts.signed_outside:
        return Refusal("Du har berett utbetalningen och kan inte attestera den.", "Be en annan person.")
    return payable_today(facts)


def may_change(facts: CaseFacts) -> Refusal | None:
    """No payment is on its way; what is paid out can only be raised."""
    stage = stage_of(facts)
    if stage in (Stage.PAYOUT_PLANNED, Stage.PAYOUT_APPROVED):
        return Refusal("Betalningen är lämnad.", "Invänta resultat eller ta ur underlaget.")
    if stage is Stage.PAID and not facts.can_raise:
        return Refusal("Beloppet är utbetalt.", "Ändra genom återkrav eller nytt beslut.")
    return None


def has_decision(facts: CaseFacts) -> Refusal | None:
    """Something has been decided that can be appealed."""
    return None if facts.has_decision else Refusal("Det finns inget beslut att överklaga.")


def has_payout(facts: CaseFacts) -> Refusal | None:
    """A payment is prepared and has not left."""
    return None if facts.payout is not None else Refusal("Ingen utbetalning är förberedd.")


def may_stop(facts: CaseFacts) -> Refusal | None:
    """A granted payment is stopped only on a ground in the decision or a regulation."""
    if not facts.may_stop_payout:
        return Refusal(
            "Beslutet har inget villkor om att utbetalningen får stoppas.",
            "Fråga jurist innan utbetalningen stoppas.",
        )
    return None


def nothing_built_on_it(facts: CaseFacts) -> Refusal | None:
    """No reconciliation or claim rests on the payment."""
    if facts.settled_elsewhere:
        return Refusal("Avstämning eller återkrav bygger på utbetalningen.", "Öppna det ärendet först.")
    return None

"""When the acts on a proposal, a decision and its payment are permitted."""

from __future__ import annotations

from sbdesk.domain import requisition_guards as guards
from sbdesk.domain.requisition_acts import DECIDED, EVERY, OPEN, Act, ActRule
from sbdesk.domain.requisition_case import HOLDABLE, Stage

_NOT_PROPOSED = "Ärendet är inte lämnat för beslut."
_NOT_GRANTED = "Inget bidrag är beviljat som väntar på utbetalning."

DECIDED_ACTS: dict[Act, ActRule] = {
    Act.DECIDE: ActRule(
        "Registrera undertecknat beslut…", (Stage.PROPOSED,), _NOT_PROPOSED, guards.may_decide
    ),
    Act.PREVIEW: ActRule("Förhandsgranska beslut", (Stage.PROPOSED,), _NOT_PROPOSED),
    Act.RETURN: ActRule("Skicka tillbaka…", (Stage.PROPOSED,), _NOT_PROPOSED),
    Act.MARK_SENT: ActRule(
        "Markera beslutet som skickat…",
        (*DECIDED, Stage.REFUSED, Stage.ENDED),
        "Inget beslut är fattat.",
        guards.not_sent,
    ),
    Act.CONFIRM_ACCOUNT: ActRule(
        "Bekräfta kontot…",
        (*OPEN, Stage.PROPOSED, Stage.GRANTED),
        "Det finns inget konto att bekräfta nu.",
        guards.unconfirmed_account,
    ),
    Act.PREPARE_PAYOUT: ActRule(
        "Skapa utbetalningsunderlag", (Stage.GRANTED,), _NOT_GRANTED, guards.may_prepare
    ),
    Act.APPROVE_PAYOUT: ActRule(
        "Attestera…", (Stage.PAYOUT_PLANNED,), "Ingen utbetalning väntar på attest.", guards.may_approve
    ),
    Act.CONFIRM_PAYOUT: ActRule(
        "Markera utbetald…", (Stage.PAYOUT_APPROVED,), "Ingen attesterad utbetalning väntar på betalning."
    ),
    Act.CANCEL_PAYOUT: ActRule(
        "Ta ur underlaget…",
        (Stage.PAYOUT_PLANNED, Stage.PAYOUT_APPROVED, Stage.PAYOUT_HELD),
        "Ingen utbetalning är förberedd.",
        guards.has_payout,
    ),
    Act.CHANGE_DECISION: ActRule(
        "Rätta eller ändra beslut…", DECIDED, "Inget bidrag är beviljat.", guards.may_change
    ),
    Act.RECONSIDER: ActRule("Ompröva beslutet…", (Stage.REFUSED,), "Inget beslut är fattat att ompröva."),
    Act.APPEAL: ActRule("Överklagande…", EVERY, "", guards.has_decision),
    Act.STOP_PAYOUT: ActRule("Stoppa utbetalningen…", HOLDABLE, _NOT_GRANTED, guards.may_stop),
    Act.RELEASE_PAYOUT: ActRule(
        "Släpp utbetalningen…", (Stage.PAYOUT_HELD,), "Utbetalningen är inte stoppad."
    ),
    Act.UNDO_CONFIRM_PAYOUT: ActRule(
        "Ångra markeringen utbetald…", (Stage.PAID,), "Bidraget är inte utbetalt.", guards.nothing_built_on_it
    ),
    Act.OPEN_REPORT: ActRule("Öppna återrapport", (Stage.PAID,), "Bidraget är inte utbetalt."),
}
"""In the order of the menu."""

"""The award: one recipient's grant from one programme, and every figure that follows from its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sbdesk.domain.ore import Ore
from sbdesk.domain.states import Machine, Move


class AwardState(StrEnum):
    """What a person has done with the award as a whole."""

    OPEN = "open"
    CLOSED = "closed"


class ClosedAs(StrEnum):
    """Why an award was closed."""

    UNREQUESTED = "unrequested"
    SETTLED = "settled"


AWARD_MACHINE: Machine[AwardState] = Machine(
    "Ärendet",
    {AwardState.OPEN: "öppet", AwardState.CLOSED: "avslutat"},
    [
        Move(AwardState.OPEN, "close_unrequested", AwardState.CLOSED),
        Move(AwardState.OPEN, "close_settled", AwardState.CLOSED),
        Move(AwardState.OPEN, "hold", AwardState.OPEN),
        Move(AwardState.OPEN, "release", AwardState.OPEN),
        Move(AwardState.OPEN, "assign", AwardState.OPEN),
        Move(AwardState.OPEN, "hand_over", AwardState.OPEN),
        Move(AwardState.OPEN, "stop_payout", AwardState.OPEN),
        Move(AwardState.OPEN, "release_payout", AwardState.OPEN),
        Move(AwardState.CLOSED, "reopen", AwardState.OPEN),
    ],
)


class Basis(StrEnum):
    """What a reconciliation rests on."""

    REPORT_ONLY = "report_only"
    LEDGER_ALL = "ledger_all"
    LEDGER_SAMPLE = "ledger_sample"


@dataclass(frozen=True, slots=True)
class AwardSums:
    """The signed sums an award's rows give, in öre; nothing here is stored.

    ``declared`` to ``unreviewed`` are over claimed amounts of live imports; ``manual_deduction`` only counts
    without a ledger. ``own_income`` (never above zero) is the part of ``rejected`` that is the recipient's
    own grant income, which is no cost to accept or not. ``credited`` are credit notes on principal invoices;
    ``repaid`` matches on invoices.
    """

    allotted: Ore = 0
    granted: Ore = 0
    paid: Ore = 0
    reported: Ore = 0
    declared: Ore = 0
    rejected: Ore = 0
    own_income: Ore = 0
    parked: Ore = 0
    unreviewed: Ore = 0
    manual_deduction: Ore = 0
    basis: Basis = Basis.LEDGER_ALL
    voluntary: Ore = 0
    decided: Ore = 0
    waived: Ore = 0
    prepaid: Ore = 0
    invoiced_gross: Ore = 0
    credited: Ore = 0
    rounding: Ore = 0
    repaid: Ore = 0
    set_off: Ore = 0
    written_off: Ore = 0
    threshold: Ore = 100_000


@dataclass(frozen=True, slots=True)
class Balances:
    """Every derived figure of an award in öre; names are those of the field (paid, eligible, repayable …)."""

    sums: AwardSums

    @property
    def accepted(self) -> Ore:
        """Declared less rejected and parked; unreviewed rows are inside it."""
        return self.sums.declared - self.sums.rejected - self.sums.parked

    @property
    def rejected_costs(self) -> Ore:
        """What is rejected of costs: own grant income that is set aside apart."""
        return self.sums.rejected - self.sums.own_income

    @property
    def supported(self) -> Ore:
        """What the basis of the reconciliation supports."""
        if self.sums.basis is Basis.REPORT_ONLY:
            return self.sums.reported - self.sums.manual_deduction
        return self.accepted

    def _eligible(self, supported: Ore) -> Ore:
        return max(0, min(self.sums.paid, self.sums.reported, supported))

    @property
    def eligible(self) -> Ore:
        """What the recipient may keep: never more than paid, reported or supported."""
        return self._eligible(self.supported)

    @property
    def unused(self) -> Ore:
        """Paid but not reported as used."""
        return max(0, self.sums.paid - self.sums.reported)

    @property
    def unsupported(self) -> Ore:
        """Reported within what was paid, but not supported."""
        return min(self.sums.paid, self.sums.reported) - self.eligible

    @property
    def repayable(self) -> Ore:
        """To be paid back if every parked row falls."""
        return self.sums.paid - self.eligible

    @property
    def repayable_min(self) -> Ore:
        """To be paid back if every parked row holds."""
        supported = self.supported
        if self.sums.basis is not Basis.REPORT_ONLY:
            supported += self.sums.parked
        return self.sums.paid - self._eligible(supported)

    @property
    def own_funds(self) -> Ore:
        """Reported above what was paid: the recipient's own money."""
        return max(0, self.sums.reported - self.sums.paid)

    @property
    def net_claim(self) -> Ore:
        """Decided less waived."""
        return self.sums.decided - self.sums.waived

    @property
    def open_claim(self) -> Ore:
        """The net claim less what came in before an invoice; the threshold is tested against this."""
        return self.net_claim - self.sums.prepaid

    @property
    def exceeds_threshold(self) -> bool:
        """Whether an invoice is to be issued: strictly above ("över 1000 kronor", all five instructions)."""
        return self.open_claim > self.sums.threshold

    @property
    def invoiced(self) -> Ore:
        """Principal invoices less credit notes."""
        return self.sums.invoiced_gross - self.sums.credited

    @property
    def outstanding(self) -> Ore:
        """Invoiced and still unpaid; negative when overpaid."""
        return self.invoiced - self.sums.repaid - self.sums.set_off - self.sums.written_off

    @property
    def not_invoiced(self) -> Ore:
        """An open claim at or under the threshold: neither waived nor a debt."""
        if self.exceeds_threshold:
            return 0
        return max(0, self.open_claim - self.invoiced - self.sums.rounding)

    @property
    def to_invoice(self) -> Ore:
        """What remains to be invoiced."""
        return self.open_claim - self.not_invoiced - self.invoiced - self.sums.rounding

    @property
    def undemanded(self) -> Ore:
        """Repayable, not yet repaid by own will and not yet decided."""
        return self.repayable - self.sums.voluntary - self.sums.decided

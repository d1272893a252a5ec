"""The sums of a reconciliation in words, each with the formula it follows from."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk.domain.award import Balances, Basis
from sbdesk.domain.ore import MINUS, format_ore


@dataclass(frozen=True, slots=True)
class Figure:
    """A named sum; ``ore`` the amount (the higher of two), ``formula`` how it is made, with the figures."""

    key: str
    label: str
    ore: int
    words: str
    formula: str = ""


def figures_of(balances: Balances, *, has_ledger: bool) -> tuple[Figure, ...]:
    """What the strip over the rows shows, in its order."""
    sums = balances.sums
    made = []
    if sums.granted != sums.paid:
        made.append(_figure("granted", "Beviljat", sums.granted, "Summan av besluten."))
    made.append(_figure("paid", "Utbetalt", sums.paid, "Genomförda utbetalningar minus återsända."))
    made.append(_figure("reported", "Återrapporterat", sums.reported, "Enligt den senaste återrapporten."))
    if has_ledger:
        made += _ledger(balances)
    elif sums.manual_deduction:
        made.append(_figure("rejected", "Underkänt", sums.manual_deduction, "Avdrag utan huvudbok."))
    made.append(_unused(balances))
    if balances.own_funds:
        made.append(
            _figure(
                "own_funds",
                "Utöver utbetalt belopp",
                balances.own_funds,
                f"Återrapporterat {format_ore(sums.reported)} {MINUS} utbetalt {format_ore(sums.paid)}. "
                "Mottagaren står själv för det.",
            )
        )
    made.append(_repayable(balances))
    return tuple(made)


def _figure(key: str, label: str, ore: int, formula: str) -> Figure:
    return Figure(key, label, ore, format_ore(ore), formula)


def _ledger(balances: Balances) -> list[Figure]:
    sums = balances.sums
    formula = f"Huvudbok {format_ore(sums.declared)}"
    if sums.own_income:
        formula += f" + egen bidragsintäkt som inte räknas med {format_ore(-sums.own_income)}"
    formula += f" {MINUS} underkänt {format_ore(balances.rejected_costs)}"
    if sums.parked:
        formula += f" {MINUS} väntar på underlag {format_ore(sums.parked)}"
    accepted = Figure("accepted", "Godkänt", balances.accepted, format_ore(balances.accepted), f"{formula}.")
    return [
        _figure("declared", "Huvudbok", sums.declared, "Redovisat i gällande inläsningar."),
        _figure(
            "rejected",
            "Underkänt",
            balances.rejected_costs,
            "Summan av underkända rader och delar av rader, utom regionens egen bidragsintäkt.",
        ),
        _figure("parked", "Väntar på underlag", sums.parked, "Rader där underlag är begärt."),
        accepted,
        _figure(
            "unreviewed",
            "varav godtaget utan granskning",
            sums.unreviewed,
            "Rader utan bedömning. De räknas som godkända.",
        ),
    ]


def _unused(balances: Balances) -> Figure:
    sums = balances.sums
    formula = (
        f"Utbetalt {format_ore(sums.paid)} {MINUS} återrapporterat {format_ore(sums.reported)}, lägst noll."
    )
    return _figure("unused", "Inte använt", balances.unused, formula)


def _repayable(balances: Balances) -> Figure:
    sums = balances.sums
    supported = "återrapporterat" if sums.basis is Basis.REPORT_ONLY else "godkänt"
    formula = (
        f"Utbetalt {format_ore(sums.paid)} {MINUS} det lägsta av utbetalt {format_ore(sums.paid)}, "
        f"återrapporterat {format_ore(sums.reported)} och {supported} {format_ore(balances.supported)}"
        f" ({format_ore(balances.eligible)})."
    )
    low, high = sorted((balances.repayable_min, balances.repayable))
    if low == high:
        return Figure("repayable", "Att återbetala", high, format_ore(high), formula)
    words = f"mellan {format_ore(low)} och {format_ore(high)}"
    formula += " Den lägre gränsen räknar rader som väntar på underlag som godkända."
    return Figure("repayable", "Att återbetala", high, words, formula)

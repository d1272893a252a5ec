"""Lays out how an amount was reckoned, line by line with letters, so that a reader can follow every step."""

from __future__ import annotations

from sbdesk.documents.blocks import Align, Column, Row, RowKind, Table
from sbdesk.documents.wording import Wording
from sbdesk.domain.award import AwardSums, Balances, Basis
from sbdesk.domain.ore import MINUS, Ore, format_ore


class Lines:
    """Collects the lines of a calculation and letters them A, B, C …"""

    def __init__(self, w: Wording) -> None:
        self._w = w
        self._rows: list[Row] = []

    def formula(self, key: str, **terms: str) -> str:
        """A formula in words, with the letters of the lines it speaks of."""
        return self._w.text(f"calculation.{key}", **terms)

    def add(self, name: str, amount: Ore, formula: str = "", kind: RowKind = RowKind.BODY) -> str:
        """Add a line (öre); its letter, for the formulas of later lines."""
        letter = chr(ord("A") + len(self._rows))
        label = f"{letter}. {self._w.text(f'calculation.{name}')}"
        self._rows.append(Row((label, formula, format_ore(amount)), kind))
        return letter

    def table(self) -> Table:
        """All lines as a table."""
        text = self._w.text
        columns = (
            Column(text("calculation.entry"), 0.5),
            Column(text("calculation.formula"), 0.28),
            Column(text("calculation.amount"), 0.22, Align.RIGHT),
        )
        return Table(text("calculation.label"), columns, tuple(self._rows))


def claim_table(sums: AwardSums, claim_ore: Ore, w: Wording, *, waived_ore: Ore = 0) -> Table:
    """From what was paid to what is claimed, each line with a letter and how it was reckoned."""
    lines = Lines(w)
    balances = Balances(sums)
    paid = lines.add("paid", sums.paid)
    reported = lines.add("reported", sums.reported)
    accepted = accepted_lines(lines, sums, reported)
    covered = covered_line(lines, sums, (paid, reported, accepted))
    terms = [paid, covered]
    for name, amount in (("voluntary", sums.voluntary), ("decided", sums.decided)):
        if amount or name == "voluntary":
            terms.append(lines.add(name, amount))
    for name, amount in (
        ("not_claimed", balances.undemanded - claim_ore - waived_ore),
        ("waived", waived_ore),
    ):
        if amount:
            terms.append(lines.add(name, amount))
    lines.add("claim", claim_ore, f" {MINUS} ".join(terms), RowKind.SUM)
    if 0 < balances.unused <= claim_ore:
        lines.add("unused", balances.unused, f"{paid} {MINUS} {reported}")
    return lines.table()


def accepted_lines(lines: Lines, sums: AwardSums, reported: str) -> str:
    """Adds what was booked, rejected and parked; the letter of the line that holds the accepted costs."""
    base, rejected_ore, parked_ore = reported, sums.manual_deduction, 0
    if sums.basis is not Basis.REPORT_ONLY:
        base = lines.add("ledger", sums.declared)
        rejected_ore, parked_ore = Balances(sums).rejected_costs, sums.parked
        if sums.own_income:
            base += f" + {lines.add('own_income', -sums.own_income)}"
    if not rejected_ore and not parked_ore and not sums.own_income:
        return base
    terms = [base]
    for name, amount in (("rejected", rejected_ore), ("parked", parked_ore)):
        if amount:
            terms.append(lines.add(name, amount))
    return lines.add("accepted", Balances(sums).supported, f" {MINUS} ".join(terms))


def covered_line(lines: Lines, sums: AwardSums, terms: tuple[str, str, str]) -> str:
    """Adds what the grant covers where it is not simply what was accepted; the letter of its line."""
    balances = Balances(sums)
    if balances.eligible == balances.supported:
        return terms[2]
    names = ", ".join(dict.fromkeys(terms))
    return lines.add("covered", balances.eligible, lines.formula("covered_formula", terms=names))

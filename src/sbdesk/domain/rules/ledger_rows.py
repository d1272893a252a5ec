"""Ledger rows that repeat, cancel or do not belong to the cost, and imports whose sums or cells are wrong."""

from __future__ import annotations

from collections.abc import Mapping

from sbdesk.domain.findings import Finding, Subject
from sbdesk.domain.ore import Ore
from sbdesk.domain.rules.engine import Asked, NoParameters
from sbdesk.domain.rules.ledger import LedgerLineFacts, ReversalParameters, kronor, rows_in_words


def duplicate(first: LedgerLineFacts, second: LedgerLineFacts, asked: Asked[NoParameters]) -> Finding:
    """L06: the later row repeats the first: same voucher, account and text, or same invoice in two vouchers.

    Real ledgers hold many equal rows, so this asks; it proves nothing.
    """
    amount = kronor(second.claimed_ore)
    if first.voucher == second.voucher:
        same = (
            f"har samma verifikation ({second.voucher}), konto, text och belopp"
            if second.voucher
            else ("har samma konto, text och belopp")
        )
        what = f"Rad {first.source_row} och rad {second.source_row} {same}: {amount}."
    else:
        sender = f" från {second.supplier}" if second.supplier else ""
        what = (
            f"Faktura {second.invoice_number}{sender} på {amount} är bokförd på både {first.label} och "
            f"{second.label}."
        )
    return asked.finding(
        f"{what} Det kan vara en dubblett och behöver utredas.",
        second.subject,
        ore=second.claimed_ore,
        evidence={"rows": [first.source_row, second.source_row], "claimed_ore": second.claimed_ore},
        other=first.subject,
    )


def reversal(debit: LedgerLineFacts, credit: LedgerLineFacts, asked: Asked[ReversalParameters]) -> Finding:
    """L07: two rows that cancel each other; they are judged as a group."""
    text = (
        f"{debit.label} på {kronor(debit.claimed_ore)} och {credit.label} på {kronor(credit.claimed_ore)} "
        f"tar ut varandra på konto {credit.account_label}. Raderna bedöms tillsammans."
    )
    evidence = {"debit_ore": debit.claimed_ore, "credit_ore": credit.claimed_ore}
    return asked.finding(text, credit.subject, ore=credit.claimed_ore, evidence=evidence, other=debit.subject)


def input_vat(line: LedgerLineFacts, asked: Asked[NoParameters]) -> Finding:
    """L08: booked on an account for deductible tax, or with the tax in the cost."""
    text = (
        f"{line.label} ser ut att innehålla ingående moms: {kronor(line.claimed_ore)} på "
        f"{line.account_label}. Anvisningen säger inget om moms. Fråga om momsen är avdragsgill."
    )
    return asked.finding(text, line.subject, ore=line.claimed_ore, evidence=_row(line))


def grant_income(line: LedgerLineFacts, asked: Asked[NoParameters]) -> Finding | None:
    """L09: income of a grant among the costs claimed; None when the row is not claimed.

    The grant itself would lower the cost by the grant; income of a co-financer lowers it rightly.
    """
    if line.claimed_ore == 0:
        return None
    text = (
        f"{line.label} ser ut att vara en bidragsintäkt: {kronor(line.claimed_ore)} på {line.account_label}. "
        "Är det statsbidraget självt hör raden inte till kostnaden. Beloppet behöver utredas."
    )
    return asked.finding(text, line.subject, ore=line.claimed_ore, evidence=_row(line))


def without_code(import_id: int, asked: Asked[NoParameters], rows: int, claimed_ore: Ore) -> Finding:
    """L16, once per import: rows without cost centre, project and object."""
    sum_of_rows = kronor(claimed_ore)
    text = f"{rows_in_words(rows)} på tillsammans {sum_of_rows} saknar kostnadsställe, projekt och objekt."
    return _of_import(import_id, asked, text, claimed_ore, {"rows": rows})


def control_total(
    import_id: int, asked: Asked[NoParameters], imported_ore: Ore, control_ore: Ore
) -> Finding | None:
    """L18: the imported rows do not add up to the file's own total, to the öre; None when they do."""
    difference = imported_ore - control_ore
    if difference == 0:
        return None
    text = (
        f"Inlästa rader är tillsammans {kronor(imported_ore)} men filens summarad är {kronor(control_ore)}. "
        f"Skillnaden är {kronor(abs(difference))}. Kontrollera om rader saknas eller be mottagaren rätta "
        "filen."
    )
    evidence = {"imported_ore": imported_ore, "control_ore": control_ore}
    return _of_import(import_id, asked, text, abs(difference), evidence)


def rows_accounted(
    import_id: int, asked: Asked[NoParameters], read: int, imported: int, excluded: int, rejected: int
) -> Finding | None:
    """L18: every row read is imported, excluded or rejected; None when it is so."""
    if read == imported + excluded + rejected:
        return None
    text = (
        f"Filen har {rows_in_words(read)} men {imported} är inlästa, {excluded} uteslutna och {rejected} "
        "felaktiga. Läs in filen på nytt."
    )
    evidence = {"read": read, "imported": imported, "excluded": excluded, "rejected": rejected}
    return _of_import(import_id, asked, text, None, evidence)


def without_source(
    import_id: int, asked: Asked[NoParameters], no_voucher: int, no_counterparty: int, claimed_ore: Ore
) -> Finding:
    """L19, once per import: rows without voucher number, purchases without counterparty."""
    parts = []
    if no_voucher:
        parts.append(f"{rows_in_words(no_voucher)} saknar verifikationsnummer")
    if no_counterparty:
        rows = "1 inköpsrad" if no_counterparty == 1 else f"{no_counterparty} inköpsrader"
        parts.append(f"{rows} saknar motpart")
    text = (
        f"{' och '.join(parts)}, tillsammans {kronor(claimed_ore)}. Begär komplettering eller bedöm "
        "raderna mot underlag."
    )
    evidence = {"no_voucher": no_voucher, "no_counterparty": no_counterparty}
    return _of_import(import_id, asked, text, claimed_ore, evidence)


def negative_rows(
    award_id: int, asked: Asked[NoParameters], account: str, rows: int, claimed_ore: Ore
) -> Finding:
    """L20, once per account: credit rows outside a group; a credit note lowers the cost rightly."""
    count = "1 negativ rad" if rows == 1 else f"{rows} negativa rader"
    text = f"Konto {account} har {count}, tillsammans {kronor(claimed_ore)}, utan motsvarande debet."
    evidence = {"account": account, "rows": rows}
    return asked.finding(text, Subject("award", award_id), ore=claimed_ore, evidence=evidence)


def unreadable_cell(
    import_id: int, asked: Asked[NoParameters], sheet: str | None, row: int, cell: str, reason: str
) -> Finding:
    """L21: a cell of a mapped column that cannot be read; ``reason`` is the reader's Swedish sentence."""
    where = f"Rad {row}, cell {cell}" if sheet is None else f"{sheet}, rad {row}, cell {cell}"
    text = f"{where}: {reason} Be mottagaren rätta filen, eller uteslut raden och ange varför."
    evidence = {"sheet": sheet, "row": row, "cell": cell, "reason": reason}
    return _of_import(import_id, asked, text, None, evidence)


def _of_import(
    import_id: int, asked: Asked[NoParameters], text: str, ore: Ore | None, evidence: Mapping[str, object]
) -> Finding:
    return asked.finding(text, Subject("ledger_import", import_id), ore=ore, evidence=evidence)


def _row(line: LedgerLineFacts) -> dict[str, object]:
    return {"account": line.account, "claimed_ore": line.claimed_ore}

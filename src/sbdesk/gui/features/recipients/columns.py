"""What the tables of the Regioner page show."""

from __future__ import annotations

from sbdesk.gui import formats
from sbdesk.gui.columns import Column, money_column, number_column, status_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.services.recipient_rows import RecipientAwardRow, RecipientRow


def recipient_columns() -> list[Column[RecipientRow]]:
    """Recipients in Swedish order."""

    def number(row: RecipientRow) -> str:
        return row.org_number if row.org_number_confirmed else f"{row.org_number} inte bekräftat"

    return [
        text_column("name", "Mottagare", lambda row: row.name, width=190),
        text_column(
            "kind",
            "Typ",
            lambda row: f"{row.kind}, uppgått i {row.successor}" if row.successor else row.kind,
            width=84,
        ),
        status_column(
            "org",
            "Orgnr",
            number,
            lambda row: None if row.org_number_confirmed else Tone.NOTE,
            width=220,
            sort=lambda row: row.org_number,
        ),
        text_column("care", "Samverkansregion", lambda row: row.care_region, width=150),
        number_column("programmes", "Statsbidrag", lambda row: row.programmes, width=96),
        money_column("granted", "Beviljat", lambda row: row.granted_ore, decimals=False),
        money_column("paid", "Utbetalt", lambda row: row.paid_ore, decimals=False),
        money_column("accepted", "Godkänt", lambda row: row.accepted_ore),
        money_column("repayable", "Att återbetala", lambda row: row.repayable_ore, width=124),
        Column(
            "debt",
            "Skuld",
            lambda row: formats.money(row.debt_ore) if row.debt_ore else formats.NOTHING,
            sort=lambda row: row.debt_ore,
            tone=lambda row: Tone.STOP if row.debt_ore else None,
            width=140,
            title_tip="Förfallet och obetalt",
        ),
    ]


def award_columns() -> list[Column[RecipientAwardRow]]:
    """The recipient's money in each programme."""
    return [
        text_column("programme", "Bidrag", lambda row: row.programme, width=110),
        money_column("ceiling", "Högsta belopp", lambda row: row.ceiling_ore, decimals=False),
        money_column("granted", "Beviljat", lambda row: row.granted_ore, decimals=False),
        money_column("paid", "Utbetalt", lambda row: row.paid_ore, decimals=False),
        money_column("accepted", "Godkänt", lambda row: row.accepted_ore),
        money_column("repayable", "Att återbetala", lambda row: row.repayable_ore, width=124),
        money_column("outstanding", "Fakturerat, obetalt", lambda row: row.outstanding_ore, width=146),
    ]

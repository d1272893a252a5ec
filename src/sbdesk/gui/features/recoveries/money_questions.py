"""What crediting an invoice and matching a payment ask the officer, as data for one dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sbdesk.gui import formats
from sbdesk.gui.features.recoveries.questions import REASON, Choices, Question, second_person
from sbdesk.services.invoices_rows import InvoiceRow, MatchRow, PaymentRow


def credit(invoice: InvoiceRow, choices: Choices, *, signed_outside: bool, today: date) -> Question:
    """How much of an invoice is credited, why, and who stands behind it."""
    question = Question(
        "Kreditera fakturan",
        "Kreditera",
        f"Kreditera faktura {invoice.number} på {formats.kronor(invoice.amount_ore)}? Det kan inte ångras.",
        money_label="Be&lopp, kronor (obligatoriskt)",
        money=invoice.amount_ore,
        text_label="&Skäl, som de står på kreditfakturan (obligatoriskt)",
        careful=True,
    )
    return second_person(question, choices, signed_outside=signed_outside, today=today)


def match(payment: PaymentRow, invoices: Sequence[InvoiceRow]) -> Question:
    """Which invoice a payment pays, and how much of it."""
    return Question(
        "Koppla inbetalningen",
        "Koppla",
        f"{formats.kronor(payment.left_ore)} av inbetalningen {formats.day(payment.value_on)} är inte "
        "kopplat.",
        choice_label="&Faktura (obligatorisk)",
        choices=tuple(
            (row.id, f"{row.number}, {row.recipient}, {formats.kronor(row.outstanding_ore)} återstår")
            for row in invoices
            if row.is_open
        ),
        money_label="Be&lopp, kronor (obligatoriskt)",
        money=payment.left_ore,
    )


def undo_match(matches: Sequence[MatchRow]) -> Question:
    """Which match is taken back, and why."""
    return Question(
        "Ångra kopplingen",
        "Ångra kopplingen",
        "Beloppet blir obetalt igen. Ångrandet står i tidslinjen.",
        choice_label="&Koppling",
        choices=tuple(
            (it.id, f"{it.what}, {formats.kronor(it.amount_ore)}") for it in matches if not it.undone
        ),
        text_label=REASON,
    )


def not_ours(payment: PaymentRow) -> Question:
    """Why the money is not for these grants."""
    day = formats.day(payment.value_on)
    intro = f"{formats.kronor(payment.amount_ore)} den {day} hör inte till statsbidragen."
    return Question("Inte vår inbetalning", "Markera som inte vår", intro, text_label=REASON)


def reopened(payment: PaymentRow) -> Question:
    """Why the money is ours after all."""
    return Question("Ta tillbaka inbetalningen", "Ta tillbaka", text_label=REASON)

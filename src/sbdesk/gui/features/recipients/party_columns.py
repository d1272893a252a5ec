"""What the tabs Ombud, Konton, Verksamheter and Kontakt show."""

from __future__ import annotations

from sbdesk.gui import formats
from sbdesk.gui.columns import Column, date_column, status_column, text_column
from sbdesk.gui.look import Tone
from sbdesk.services.recipient_rows import AccountRow, ContactRow, HostingRow, RepresentativeRow


def representative_columns() -> list[Column[RepresentativeRow]]:
    """The present ombud and those before."""
    return [
        text_column("name", "Ombud", lambda row: row.name, width=170),
        status_column(
            "state",
            "Gäller",
            lambda row: "Gäller nu" if row.active else "Avslutat",
            lambda row: Tone.OK if row.active else Tone.MUTED,
            width=110,
        ),
        date_column("from", "Från", lambda row: row.appointed_on),
        date_column("to", "Till och med", lambda row: row.ends_on, width=104),
        status_column(
            "delegation",
            "Fullmakt",
            lambda row: "Sparad" if row.delegation_id else "Saknas",
            lambda row: None if row.delegation_id else Tone.NOTE,
            width=100,
        ),
        text_column("email", "E-post", lambda row: row.email or formats.NOTHING, width=220),
    ]


def account_columns() -> list[Column[AccountRow]]:
    """Accounts that the recipient has been, or may be, paid to; newest first."""
    return [
        text_column("kind", "Slag", lambda row: row.kind, width=108),
        text_column("number", "Nummer", lambda row: row.number, width=180),
        status_column(
            "confirmed",
            "Bekräftat",
            lambda row: "Av en andra person" if row.confirmed else "Inte bekräftat",
            lambda row: Tone.OK if row.confirmed else Tone.DEVIATION,
            width=166,
        ),
        text_column("source", "Kom in", lambda row: row.source, width=116),
        date_column("entered", "Inskrivet", lambda row: row.entered_on),
        text_column("by", "Av", lambda row: row.entered_by, width=120),
        text_column("used", "Används i", lambda row: ", ".join(row.used_by) or formats.NOTHING, width=240),
    ]


def hosting_columns() -> list[Column[HostingRow]]:
    """What the recipient runs, and has run."""
    return [
        text_column("name", "Verksamhet", lambda row: row.name, width=220),
        date_column("from", "Från", lambda row: row.from_on),
        date_column("to", "Till och med", lambda row: row.to_on, width=104),
        text_column("before", "Kom från", lambda row: row.came_from or formats.NOTHING, width=150),
        text_column("after", "Flyttad till", lambda row: row.went_to or formats.NOTHING, width=150),
        text_column("kind", "Slag", lambda row: row.kind.swedish.capitalize(), width=250),
        text_column("code", "Kod", lambda row: row.code, width=110),
        text_column("area", "Område", lambda row: row.area or formats.NOTHING, width=150),
    ]


def contact_columns() -> list[Column[ContactRow]]:
    """The people at the recipient, the latest first."""

    def name(row: ContactRow) -> str:
        return f"Gallrad {row.erased_on}" if row.erased_on else row.name or formats.NOTHING

    return [
        text_column("name", "Kontakt", name, width=170),
        text_column("email", "E-post", lambda row: row.email or formats.NOTHING, width=220),
        text_column("named", "Nämnd som", lambda row: ", ".join(row.named_in), width=340),
    ]

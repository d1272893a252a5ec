"""What the list of people shows."""

from __future__ import annotations

from sbdesk.domain.parties import Role
from sbdesk.gui import formats
from sbdesk.gui.columns import Align, Column, text_column
from sbdesk.services.settings import OfficerRow

ROLE_WORDS = {
    Role.OFFICER: "handläggare",
    Role.DECIDER: "beslutsfattare",
    Role.PAYER: "ekonom",
    Role.JURIST: "jurist",
    Role.ADMIN: "administratör",
}


def _limit(key: str, title: str, decides: bool) -> Column[OfficerRow]:
    def ore(row: OfficerRow) -> int:
        return row.decide_limit_ore if decides else row.pay_limit_ore

    def text(row: OfficerRow) -> str:
        return formats.whole(ore(row)) if ore(row) else formats.NOTHING

    return Column(key, title, text, sort=ore, align=Align.RIGHT, width=150)


def people_columns() -> list[Column[OfficerRow]]:
    """Name, what they may do, and up to how much; kronor."""
    return [
        text_column("name", "Namn", lambda row: row.name, width=170),
        text_column("title", "Titel", lambda row: row.title, width=150),
        text_column(
            "roles", "Roller", lambda row: ", ".join(ROLE_WORDS[role] for role in row.roles), width=220
        ),
        _limit("decide", "Beslutar upp till", True),
        _limit("pay", "Attesterar upp till", False),
        text_column("email", "E-post", lambda row: row.email or formats.NOTHING, width=200),
        text_column("phone", "Telefon", lambda row: row.phone or formats.NOTHING, width=130),
    ]

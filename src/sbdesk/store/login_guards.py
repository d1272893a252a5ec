"""What PostgreSQL refuses because it knows who is logged in: acting in a colleague's name."""

from __future__ import annotations

from sbdesk.store.guard import Guard

_PERSONAL = "EXISTS (SELECT 1 FROM officer WHERE login IS NOT NULL)"


def _mine(column: str) -> str:
    return f"EXISTS (SELECT 1 FROM officer WHERE id = NEW.{column} AND login = session_user)"


SIGNED_BY = (
    ("attestation", "registered_by"),
    ("event", "officer_id"),
    ("payout", "prepared_by"),
    ("payout_account", "entered_by"),
    ("programme_fact", "entered_by"),
    ("proposal", "proposed_by"),
    ("reconciliation", "prepared_by"),
)
"""Columns that say who did it: with personal logins only the person's own login writes their name."""

_OWNER = (
    "session_user = (SELECT tableowner FROM pg_tables"
    " WHERE schemaname = current_schema() AND tablename = 'officer')"
)

LOGIN_GUARDS = (
    *(
        guard
        for table, column in SIGNED_BY
        for guard in (
            Guard(
                f"{table}_{column}_is_the_login_insert",
                table,
                "BEFORE INSERT",
                f"{_PERSONAL} AND NEW.{column} IS NOT NULL AND NOT {_mine(column)}",
                "postgresql",
            ),
            Guard(
                f"{table}_{column}_is_the_login_update",
                table,
                "BEFORE UPDATE",
                f"{_PERSONAL} AND NEW.{column} IS DISTINCT FROM OLD.{column} AND NOT {_mine(column)}",
                "postgresql",
            ),
        )
    ),
    Guard(
        "attested_by_the_login",
        "attestation",
        "BEFORE INSERT",
        f"NEW.mode = 'program' AND NOT {_mine('officer_id')}",
        "postgresql",
    ),
    Guard(
        "login_is_set_by_the_owner_insert",
        "officer",
        "BEFORE INSERT",
        f"NEW.login IS NOT NULL AND NOT {_OWNER}",
        "postgresql",
    ),
    Guard(
        "login_is_set_by_the_owner_update",
        "officer",
        "BEFORE UPDATE",
        f"NEW.login IS DISTINCT FROM OLD.login AND NOT {_OWNER}",
        "postgresql",
    ),
)
"""What PostgreSQL can enforce because it knows who is logged in; a file registers signatures instead."""

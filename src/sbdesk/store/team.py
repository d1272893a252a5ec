"""Rights in a team's PostgreSQL database: what a login may do, and which logins belong to the desk."""

from __future__ import annotations

from sqlalchemy import Connection, text

from sbdesk.store.triggers import APPEND_ONLY

GROUP = "sbdesk_officers"
"""The group that every officer's login is a member of; it owns nothing and cannot change the schema."""


def grant(connection: Connection) -> None:
    """Give the group its rights on every table; done by the owner after the schema was made or upgraded.

    Append-only tables are neither changed nor deleted from; the guards say the same, and hold for the owner.
    """
    if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": GROUP}):
        connection.execute(text(f"CREATE ROLE {GROUP} NOLOGIN"))
    database = connection.scalar(text("SELECT quote_ident(current_database())"))
    connection.execute(text(f"GRANT CONNECT ON DATABASE {database} TO {GROUP}"))
    connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {GROUP}"))
    connection.execute(text(f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {GROUP}"))
    connection.execute(text(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {GROUP}"))
    for table in connection.scalars(
        text("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
    ).all():
        if table not in APPEND_ONLY and table != "alembic_version":
            connection.execute(text(f'GRANT UPDATE, DELETE ON "{table}" TO {GROUP}'))


def admit(connection: Connection, login: str) -> None:
    """Make the login where it is missing and a member of the group; the password is the server's matter."""
    quoted = connection.scalar(text("SELECT quote_ident(:login)"), {"login": login})
    if not connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": login}):
        connection.execute(text(f"CREATE ROLE {quoted} LOGIN"))
    connection.execute(text(f"GRANT {GROUP} TO {quoted}"))

"""The first schema, frozen as plain SQL for each database."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    script = Path(__file__).with_name(f"0001_first.{dialect}.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n\n"):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)

"""The rules that a CHECK cannot say, as one list for both databases; re-made after every migration."""

from __future__ import annotations

from sqlalchemy import Connection, text

from sbdesk.store.guard import Guard
from sbdesk.store.login_guards import LOGIN_GUARDS

APPEND_ONLY = (
    "anchor",
    "attestation",
    "command",
    "decision_line",
    "dispatch",
    "event",
    "excluded_row",
    "ledger_line",
    "ledger_profile",
    "official_note",
    "programme_signing",
    "reminder",
    "requisition_line",
    "requisition_revision",
    "settlement",
    "waiver",
)

_PAID = (
    "(SELECT coalesce(sum(amount_ore), 0) FROM payout WHERE award_id = NEW.award_id AND id <> NEW.id"
    " AND state NOT IN ('cancelled', 'failed', 'replaced', 'returned'))"
)
_GRANTED = "(SELECT coalesce(sum(granted_ore), 0) FROM decision_line WHERE award_id = NEW.award_id)"
_OVER = (
    "NEW.state NOT IN ('cancelled', 'failed', 'replaced', 'returned')"
    f" AND NEW.amount_ore + {_PAID} > {_GRANTED}"
)
_GRANTED_BELOW_PAID = (
    f"{_GRANTED} + NEW.granted_ore"
    " < (SELECT coalesce(sum(amount_ore), 0) FROM payout WHERE award_id = NEW.award_id"
    " AND state NOT IN ('cancelled', 'failed', 'replaced', 'returned'))"
)
_ALLOTTED = (
    "(SELECT sum(coalesce(decided_ore, computed_ore)) FROM allotment JOIN component"
    " ON component.id = allotment.component_id JOIN award ON award.programme_id = component.programme_id"
    " AND award.recipient_id = allotment.recipient_id WHERE award.id = NEW.award_id)"
)
_OVER_ALLOTTED = (
    "NEW.granted_ore > 0 AND (SELECT coalesce(sum(granted_ore), 0) FROM decision_line"
    f" WHERE award_id = NEW.award_id) + NEW.granted_ore > coalesce({_ALLOTTED}, 0)"
)
_VERDICT_LINE = "(SELECT claimed_ore FROM ledger_line WHERE id = NEW.line_id)"
_VERDICT_SIGN = f"(CASE WHEN {_VERDICT_LINE} < 0 THEN -1 ELSE 1 END)"
_VERDICT_OVER = (
    f"abs(NEW.rejected_ore + NEW.parked_ore) > abs({_VERDICT_LINE})"
    f" OR NEW.rejected_ore * {_VERDICT_SIGN} < 0 OR NEW.parked_ore * {_VERDICT_SIGN} < 0"
)
_MATCHED = (
    "NEW.undone_by IS NULL AND NEW.amount_ore + (SELECT coalesce(sum(amount_ore), 0) FROM payment_match"
    " WHERE incoming_payment_id = NEW.incoming_payment_id AND id <> NEW.id AND undone_by IS NULL)"
    " > (SELECT amount_ore FROM incoming_payment WHERE id = NEW.incoming_payment_id)"
)
_PARTS = (
    "abs(NEW.claimed_ore) + (SELECT coalesce(sum(abs(claimed_ore)), 0) FROM ledger_line"
    " WHERE import_id = NEW.import_id AND source_row = NEW.source_row) > abs(NEW.amount_ore)"
)
_CHAIN = "NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)"
_CREDITED = (
    "NEW.kind = 'credit_note' AND NEW.amount_ore + (SELECT coalesce(sum(amount_ore), 0) FROM invoice"
    " WHERE credits_id = NEW.credits_id AND state NOT IN ('draft', 'discarded') AND id <> NEW.id)"
    " > (SELECT amount_ore FROM invoice WHERE id = NEW.credits_id)"
)
_FROZEN_INVOICE = (
    "OLD.state NOT IN ('draft', 'discarded') AND (NEW.amount_ore <> OLD.amount_ore"
    " OR NEW.number <> OLD.number OR NEW.ocr_number <> OLD.ocr_number"
    " OR NEW.rounding_ore <> OLD.rounding_ore OR NEW.due_on <> OLD.due_on)"
)


_GRANTED_TO_OLD = (
    "(SELECT coalesce(sum(line.granted_ore), 0) FROM decision_line AS line"
    " JOIN award ON award.id = line.award_id JOIN component ON component.programme_id = award.programme_id"
    " WHERE component.id = OLD.component_id AND award.recipient_id = OLD.recipient_id)"
)
_OTHER_SHARES = (
    "(SELECT coalesce(sum(coalesce(other.decided_ore, other.computed_ore)), 0) FROM allotment AS other"
    " JOIN component ON component.id = other.component_id"
    " WHERE other.id <> OLD.id AND other.recipient_id = OLD.recipient_id AND component.programme_id ="
    " (SELECT programme_id FROM component AS own WHERE own.id = OLD.component_id))"
)
_NEW_SHARE = (
    "CASE WHEN NEW.recipient_id = OLD.recipient_id AND NEW.component_id = OLD.component_id"
    " THEN coalesce(NEW.decided_ore, NEW.computed_ore, 0) ELSE 0 END"
)
_HOSTS_MEET = (
    "EXISTS (SELECT 1 FROM operation_host AS other WHERE other.operation_id = NEW.operation_id"
    " AND other.id <> NEW.id AND (NEW.to_on IS NULL OR other.from_on <= NEW.to_on)"
    " AND (other.to_on IS NULL OR NEW.from_on <= other.to_on))"
)
_PREPARER = (
    "NEW.subject_kind = 'proposal'"
    " AND NEW.preparer_id <> (SELECT proposed_by FROM proposal WHERE id = NEW.subject_id)"
)


GUARDS = (
    *(
        Guard(f"{table}_is_append_only_{act.lower()}", table, f"BEFORE {act}", "1 = 1")
        for table in APPEND_ONLY
        for act in ("UPDATE", "DELETE")
    ),
    Guard("decision_is_kept", "decision", "BEFORE DELETE", "1 = 1"),
    Guard("decided_change_is_fixed", "decision_change", "BEFORE UPDATE", "OLD.decision_id IS NOT NULL"),
    Guard("appeal_is_kept", "appeal", "BEFORE DELETE", "1 = 1"),
    Guard("paid_within_granted_insert", "payout", "BEFORE INSERT", _OVER.replace(" AND id <> NEW.id", "")),
    Guard("paid_within_granted_update", "payout", "BEFORE UPDATE", _OVER),
    Guard("granted_covers_paid", "decision_line", "BEFORE INSERT", _GRANTED_BELOW_PAID),
    Guard("granted_within_allotted", "decision_line", "BEFORE INSERT", _OVER_ALLOTTED),
    Guard(
        "allotted_covers_granted_update",
        "allotment",
        "BEFORE UPDATE",
        f"{_GRANTED_TO_OLD} > {_OTHER_SHARES} + {_NEW_SHARE}",
    ),
    Guard(
        "allotted_covers_granted_delete", "allotment", "BEFORE DELETE", f"{_GRANTED_TO_OLD} > {_OTHER_SHARES}"
    ),
    Guard("verdict_within_claim_insert", "line_verdict", "BEFORE INSERT", _VERDICT_OVER),
    Guard("verdict_within_claim_update", "line_verdict", "BEFORE UPDATE", _VERDICT_OVER),
    Guard(
        "matched_within_payment_insert",
        "payment_match",
        "BEFORE INSERT",
        _MATCHED.replace(" AND id <> NEW.id", ""),
    ),
    Guard("matched_within_payment_update", "payment_match", "BEFORE UPDATE", _MATCHED),
    Guard("parts_within_row", "ledger_line", "BEFORE INSERT", _PARTS),
    Guard("event_is_next", "event", "BEFORE INSERT", _CHAIN),
    Guard("credited_within_invoice_update", "invoice", "BEFORE UPDATE", _CREDITED),
    Guard(
        "credited_within_invoice_insert",
        "invoice",
        "BEFORE INSERT",
        _CREDITED.replace(" AND id <> NEW.id", ""),
    ),
    Guard(
        "hosts_apart_insert",
        "operation_host",
        "BEFORE INSERT",
        _HOSTS_MEET.replace(" AND other.id <> NEW.id", ""),
    ),
    Guard("hosts_apart_update", "operation_host", "BEFORE UPDATE", _HOSTS_MEET),
    Guard("payout_account_is_kept", "payout_account", "BEFORE DELETE", "1 = 1"),
    Guard("issued_invoice_is_fixed", "invoice", "BEFORE UPDATE", _FROZEN_INVOICE),
    Guard("proposer_is_fixed", "proposal", "BEFORE UPDATE", "NEW.proposed_by <> OLD.proposed_by"),
    Guard("attestation_names_the_preparer", "attestation", "BEFORE INSERT", _PREPARER),
    *LOGIN_GUARDS,
)

VIEWS = {
    "live_line": "SELECT ledger_line.* FROM ledger_line JOIN ledger_import"
    " ON ledger_import.id = ledger_line.import_id WHERE ledger_import.state = 'live'"
}


def guards_of(dialect: str) -> list[Guard]:
    """The guards that stand on ``sqlite`` or ``postgresql``."""
    return [guard for guard in GUARDS if guard.only in ("", dialect)]


def statements(dialect: str) -> list[str]:
    """What makes every guard and view anew on ``sqlite`` or ``postgresql``."""
    made = [f"DROP VIEW IF EXISTS {name}" for name in VIEWS]
    for guard in guards_of(dialect):
        made += _sqlite(guard) if dialect == "sqlite" else _postgresql(guard)
    return made + [f"CREATE VIEW {name} AS {query}" for name, query in VIEWS.items()]


def _sqlite(guard: Guard) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {guard.name}",
        f"CREATE TRIGGER {guard.name} {guard.when} ON {guard.table} WHEN {guard.condition}"
        f" BEGIN SELECT RAISE(ABORT, '{guard.name}'); END",
    ]


def _postgresql(guard: Guard) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}",
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $guard$ BEGIN"
        f" IF ({guard.condition}) THEN RAISE EXCEPTION '{guard.name}' USING ERRCODE = 'check_violation',"
        f" CONSTRAINT = '{guard.name}'; END IF;"
        " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $guard$",
        f"CREATE TRIGGER {guard.name} {guard.when} ON {guard.table} FOR EACH ROW"
        f" EXECUTE FUNCTION {guard.name}()",
    ]


def missing(connection: Connection) -> list[str]:
    """The guards and views that the database lacks, or that read otherwise than they should; by name."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
        )
        there: dict[str, str] = {row.name: row.sql for row in rows}
        wanted = {_name_made(made): made for made in statements("sqlite") if made.startswith("CREATE")}
        return sorted(name for name, made in wanted.items() if there.get(name) != made)
    found = set(
        connection.scalars(text("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"))
    )
    found |= set(connection.scalars(text("SELECT viewname FROM pg_views")))
    return sorted(({guard.name for guard in guards_of("postgresql")} | set(VIEWS)) - found)


def _name_made(statement: str) -> str:
    return statement.split()[2]


def make(connection: Connection) -> None:
    """Drop and make all guards and views on this connection."""
    for statement in statements(connection.dialect.name):
        connection.execute(text(statement))

"""Lets PostgreSQL write the history of deliveries once for all rows that a statement changes, and not row by row."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """SQLite knows triggers for rows alone, and is not slowed by them."""
    if op.get_bind().dialect.name == "sqlite":
        return
    line = "INSERT INTO delivery_history (delivery, state, at, reason)"
    now, before = "SELECT id, state, state_at, reason FROM changed", "SELECT id, state, state_at, reason FROM former"
    note = f"IF TG_OP = 'INSERT' THEN {line} {now}; ELSE {line} {now} EXCEPT {before}; END IF;"
    once = "FOR EACH STATEMENT EXECUTE FUNCTION note_deliveries()"
    op.execute("DROP TRIGGER note_delivery ON deliveries")
    op.execute("DROP FUNCTION note_delivery()")
    op.execute(f"CREATE FUNCTION note_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {note} RETURN NULL; END $$")
    op.execute(f"CREATE TRIGGER note_new_delivery AFTER INSERT ON deliveries REFERENCING NEW TABLE AS changed {once}")
    op.execute(f"CREATE TRIGGER note_delivery AFTER UPDATE ON deliveries REFERENCING OLD TABLE AS former NEW TABLE AS changed {once}")

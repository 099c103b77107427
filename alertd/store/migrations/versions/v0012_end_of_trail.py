"""Lets the database itself note the end of the audit trail, and on PostgreSQL tell of each entry."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """What was added until now has its end noted already."""
    note = "UPDATE audit_head SET last = NEW.id, digest = NEW.digest;"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE TRIGGER note_entry AFTER INSERT ON audit BEGIN {note} END")
        return
    tell = "PERFORM pg_notify('alertd', 'audit');"
    op.execute(f"CREATE FUNCTION note_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {note} {tell} RETURN NULL; END $$")
    op.execute("CREATE TRIGGER note_entry AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION note_entry()")

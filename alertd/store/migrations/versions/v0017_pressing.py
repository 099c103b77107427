"""Takes out of the register of documents what never came about, and tells which of them press.

States that belong to a file or to a release, and a reference that a release bears, were never used.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from alertd.store.migrations.columns import one_of

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """SQLite makes the table anew, which is why its foreign keys rest meanwhile; of its constraints Alembic carries over all but checks."""
    _, is_known = one_of("state", "read", "in_review", "approved", "rejected", "closed", "withdrawn", "expired")
    with op.batch_alter_table("documents") as documents:
        documents.drop_constraint("fk_documents_corrects", type_="foreignkey")
        documents.drop_column("corrects")
        if op.get_bind().dialect.name == "postgresql":
            documents.drop_constraint(op.f("ck_documents_state"), type_="check")
        documents.add_column(sa.Column("is_pressing", sa.Boolean, nullable=False, server_default=sa.false()))
        documents.create_check_constraint("state", sa.text(str(is_known.sqltext)))
    op.execute("UPDATE documents SET is_pressing = is_emergency OR (NOT is_recognised AND reading NOT LIKE '%\"hazards\"_[]%')")

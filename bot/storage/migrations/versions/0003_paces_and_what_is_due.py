"""Paces that hold across processes, and indexes of what is due

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _only(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )


def upgrade() -> None:
    op.create_table(
        "pace",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("send_from", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_pace")),
    )
    op.add_column("account", sa.Column("send_from", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("perhaps_at", sa.DateTime(timezone=True), nullable=True))
    # With a default and no rebuilt table: on SQLite the rows that point here would forbid it.
    op.add_column(
        "outbox", sa.Column("channel", sa.String(length=20), server_default="", nullable=False)
    )
    op.execute(
        "UPDATE outbox SET channel ="
        " (SELECT account.channel FROM account WHERE account.id = outbox.account_id)"
    )
    op.execute(
        "UPDATE outbox SET sent_at = created_at"
        " WHERE sent_at IS NULL AND state IN ('unknown', 'sending')"
    )
    op.drop_index("ix_outbox_state", table_name="outbox")
    op.drop_index("ix_outbox_account_id", table_name="outbox")
    op.create_index("ix_outbox_account_id", "outbox", ["account_id", "sent_at", "id"])
    _only("ix_outbox_due", "outbox", ["channel", "priority", "not_before", "id"], "state = 'queued'")
    _only("ix_outbox_chat", "outbox", ["account_id", "priority", "id"], "state IN ('queued', 'sending')")
    _only("ix_outbox_expires_at", "outbox", ["expires_at"], "state = 'queued'")
    _only("ix_outbox_lease_until", "outbox", ["lease_until"], "state = 'sending'")
    op.drop_index("ix_inbox_state", table_name="inbox")
    _only("ix_inbox_waiting", "inbox", ["id"], "state = 'received'")
    _only("ix_inbox_chat", "inbox", ["channel", "external_id", "id"], "state = 'received'")
    _only("ix_notice_calls", "notice", ["expires_at"], "state = 'to_call'")


def downgrade() -> None:
    op.drop_index("ix_notice_calls", table_name="notice")
    op.drop_index("ix_inbox_chat", table_name="inbox")
    op.drop_index("ix_inbox_waiting", table_name="inbox")
    op.create_index("ix_inbox_state", "inbox", ["state", "id"])
    for name in ("lease_until", "expires_at", "chat", "due"):
        op.drop_index(f"ix_outbox_{name}", table_name="outbox")
    op.create_index("ix_outbox_state", "outbox", ["state", "not_before"])
    op.drop_index("ix_outbox_account_id", table_name="outbox")
    op.create_index("ix_outbox_account_id", "outbox", ["account_id", "id"])
    op.drop_column("outbox", "channel")
    op.drop_column("outbox", "perhaps_at")
    op.drop_column("account", "send_from")
    op.drop_table("pace")

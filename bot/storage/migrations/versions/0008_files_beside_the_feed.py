"""When an update's file is fetched: it waits for it, and nobody else does"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

WAITS = 'fetch_at IS NOT NULL'


def _index(name: str, *columns: str) -> None:
    op.create_index(
        name, 'inbox', list(columns), sqlite_where=sa.text(WAITS), postgresql_where=sa.text(WAITS)
    )


def upgrade() -> None:
    op.add_column('inbox', sa.Column('fetch_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        'inbox', sa.Column('fetches', sa.Integer(), nullable=False, server_default=sa.text('0'))
    )
    _index('ix_inbox_fetch_at', 'fetch_at', 'id')
    _index('ix_inbox_chat_fetch', 'channel', 'external_id', 'id')


def downgrade() -> None:
    op.drop_index('ix_inbox_chat_fetch', 'inbox')
    op.drop_index('ix_inbox_fetch_at', 'inbox')
    op.drop_column('inbox', 'fetches')
    op.drop_column('inbox', 'fetch_at')

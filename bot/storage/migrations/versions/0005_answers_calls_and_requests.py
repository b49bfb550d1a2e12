"""Held persons, warnings before erasure, fasting, moved events, tried calls, requests"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

COLUMNS = (
    ('person', 'held_at', sa.DateTime(timezone=True)),
    ('membership', 'warn_at', sa.DateTime(timezone=True)),
    ('event', 'fasting', sa.String(length=10)),
    ('occurrence', 'moved_from', sa.DateTime(timezone=True)),
    ('occurrence', 'told_at', sa.DateTime(timezone=True)),
    ('notice', 'tried_at', sa.DateTime(timezone=True)),
    ('data_request', 'warn_at', sa.DateTime(timezone=True)),
)


def upgrade() -> None:
    for table, name, kind in COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    op.create_index('ix_membership_warn_at', 'membership', ['warn_at'])
    op.create_index('ix_data_request_warn_at', 'data_request', ['warn_at'])


def downgrade() -> None:
    op.drop_index('ix_data_request_warn_at', 'data_request')
    op.drop_index('ix_membership_warn_at', 'membership')
    for table, name, _ in reversed(COLUMNS):
        op.drop_column(table, name)

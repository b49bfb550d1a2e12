"""Indexes that reports read: whom a notice told, and what is still to come"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

PLANNED = sa.text("state = 'planned'")


def upgrade() -> None:
    op.create_index('ix_notice_told', 'notice', ['occurrence_id', 'person_id', 'state'])
    op.drop_index('ix_notice_occurrence_id', table_name='notice')
    op.create_index(
        'ix_occurrence_coming',
        'occurrence',
        ['starts_at', 'club_id'],
        sqlite_where=PLANNED,
        postgresql_where=PLANNED,
    )


def downgrade() -> None:
    op.drop_index('ix_occurrence_coming', table_name='occurrence')
    op.create_index('ix_notice_occurrence_id', 'notice', ['occurrence_id'])
    op.drop_index('ix_notice_told', table_name='notice')

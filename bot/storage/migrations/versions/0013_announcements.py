"""What clubs tell all their members"""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'announcement',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('club_id', sa.Integer(), nullable=False),
        sa.Column('text', sa.Text(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ['club_id'], ['club.id'], name=op.f('fk_announcement_club_id_club')
        ),
        sa.ForeignKeyConstraint(
            ['created_by'], ['account.id'], name=op.f('fk_announcement_created_by_account')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_announcement')),
    )


def downgrade() -> None:
    op.execute("DELETE FROM due WHERE subject_kind = 'announcement'")
    op.execute(
        'DELETE FROM outbox_notice WHERE notice_id IN'
        " (SELECT id FROM notice WHERE subject_kind = 'announcement')"
    )
    op.execute("DELETE FROM notice WHERE subject_kind = 'announcement'")
    op.drop_table('announcement')

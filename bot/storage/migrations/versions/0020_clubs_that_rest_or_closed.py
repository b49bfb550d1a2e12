"""Clubs that rest, closed or go on: who asked for it, who decided, and why"""

import sqlalchemy as sa
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        'standing',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('club_id', sa.Integer(), nullable=False),
        sa.Column('becomes', sa.String(20), nullable=False),
        sa.Column('into_id', sa.Integer(), nullable=True),
        sa.Column('reason', sa.String(300), nullable=False),
        sa.Column('asked_at', MOMENT, nullable=False),
        sa.Column('asked_by', sa.Integer(), nullable=True),
        sa.Column('decided_at', MOMENT, nullable=True),
        sa.Column('decided_by', sa.Integer(), nullable=True),
        sa.Column('agreed', sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "becomes IN ('paused', 'given_up', 'merged', 'dissolved', 'open')",
            name=op.f('ck_standing_becomes'),
        ),
        sa.ForeignKeyConstraint(['club_id'], ['club.id'], name=op.f('fk_standing_club_id_club')),
        sa.ForeignKeyConstraint(['into_id'], ['club.id'], name=op.f('fk_standing_into_id_club')),
        sa.ForeignKeyConstraint(
            ['asked_by'], ['account.id'], name=op.f('fk_standing_asked_by_account')
        ),
        sa.ForeignKeyConstraint(
            ['decided_by'], ['account.id'], name=op.f('fk_standing_decided_by_account')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_standing')),
    )
    op.create_index(op.f('ix_standing_club_id'), 'standing', ['club_id'])


def downgrade() -> None:
    op.execute(
        'DELETE FROM outbox_notice WHERE notice_id IN'
        " (SELECT id FROM notice WHERE subject_kind = 'standing')"
    )
    op.execute("DELETE FROM notice WHERE subject_kind = 'standing'")
    op.drop_table('standing')

"""Incidents that concern people's data; who saw and exported what"""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        'access',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('account_id', sa.Integer(), nullable=True),
        sa.Column('club_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('what', sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ['account_id'], ['account.id'], name=op.f('fk_access_account_id_account')
        ),
        sa.ForeignKeyConstraint(['club_id'], ['club.id'], name=op.f('fk_access_club_id_club')),
        sa.ForeignKeyConstraint(
            ['person_id'], ['person.id'], name=op.f('fk_access_person_id_person')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_access')),
    )
    op.create_index('ix_access_person_id', 'access', ['person_id', 'id'])
    op.create_index('ix_access_club_id', 'access', ['club_id', 'id'])
    op.create_table(
        'incident',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('detected_at', MOMENT, nullable=False),
        sa.Column('noted_at', MOMENT, nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('data', sa.JSON(), nullable=False),
        sa.Column('clubs', sa.JSON(), nullable=False),
        sa.Column('nature', sa.Text(), nullable=False),
        sa.Column('consequences', sa.Text(), nullable=True),
        sa.Column('measures', sa.Text(), nullable=True),
        sa.Column('contact', sa.Text(), nullable=True),
        sa.Column('reported_at', MOMENT, nullable=True),
        sa.Column('told_at', MOMENT, nullable=True),
        sa.Column('closed_at', MOMENT, nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_incident')),
    )


def downgrade() -> None:
    op.execute(
        'DELETE FROM outbox_notice WHERE notice_id IN'
        " (SELECT id FROM notice WHERE subject_kind = 'incident')"
    )
    op.execute("DELETE FROM notice WHERE subject_kind = 'incident'")
    op.execute("DELETE FROM due WHERE subject_kind = 'incident'")
    op.drop_table('incident')
    op.drop_table('access')

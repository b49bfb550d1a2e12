"""A club's own answers, and questions that are handed on without the name of who asks"""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column(
        'enquiry',
        sa.Column('unnamed', sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        'club_answer',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('club_id', sa.Integer(), nullable=False),
        sa.Column('question', sa.Text(), nullable=False),
        sa.Column('answer', sa.Text(), nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=False),
        sa.Column('created_at', MOMENT, nullable=False),
        sa.Column('updated_at', MOMENT, nullable=False),
        sa.ForeignKeyConstraint(['club_id'], ['club.id'], name=op.f('fk_club_answer_club_id_club')),
        sa.ForeignKeyConstraint(
            ['created_by'], ['account.id'], name=op.f('fk_club_answer_created_by_account')
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_club_answer')),
    )
    op.create_index(op.f('ix_club_answer_club_id'), 'club_answer', ['club_id'])


def downgrade() -> None:
    op.drop_table('club_answer')
    op.drop_column('enquiry', 'unnamed')

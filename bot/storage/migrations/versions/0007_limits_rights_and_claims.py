"""What is limited an hour"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    tally = op.create_table(
        'tally',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('subject', sa.String(length=40), nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_tally')),
    )
    op.create_index('ix_tally_subject', 'tally', ['subject', 'kind', 'at'])
    op.create_index('ix_tally_at', 'tally', ['at'])
    before = sa.table('wrong_code', sa.column('account_id', sa.Integer()), sa.column('at'))
    subject = sa.literal('account/') + sa.cast(before.c.account_id, sa.String())
    op.execute(
        sa.insert(tally).from_select(
            ['subject', 'kind', 'at'], sa.select(subject, sa.literal('wrong_code'), before.c.at)
        )
    )
    op.drop_table('wrong_code')


def downgrade() -> None:
    op.create_table(
        'wrong_code',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('account_id', sa.Integer(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_wrong_code_account_id_account')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_wrong_code')),
    )
    op.create_index('ix_wrong_code_account_id', 'wrong_code', ['account_id', 'at'])
    op.drop_table('tally')

"""Requests about data say what became of them; data that is kept and used for nothing"""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column('membership', sa.Column('restricted_at', MOMENT))
    op.add_column('data_request', sa.Column('words', sa.Text()))
    op.add_column('data_request', sa.Column('outcome', sa.String(10)))
    op.execute("UPDATE data_request SET outcome = 'done' WHERE done_at IS NOT NULL")
    op.create_index('ix_data_request_person_id', 'data_request', ['person_id'])


def downgrade() -> None:
    op.execute("DELETE FROM due WHERE kind = 'request_words'")
    # Kinds that the release before doesn't know.
    op.execute(
        "DELETE FROM due WHERE kind = 'warn_request' AND subject_id IN"
        " (SELECT id FROM data_request"
        " WHERE kind IN ('see', 'correct', 'restrict', 'lift', 'object', 'complain'))"
    )
    op.execute(
        "DELETE FROM data_request"
        " WHERE kind IN ('see', 'correct', 'restrict', 'lift', 'object', 'complain')"
    )
    op.drop_index('ix_data_request_person_id', table_name='data_request')
    op.drop_column('data_request', 'outcome')
    op.drop_column('data_request', 'words')
    op.drop_column('membership', 'restricted_at')

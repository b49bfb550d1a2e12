"""A deletion can be taken back for a day"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'deletion',
        sa.Column('request_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('parted_from', sa.Integer(), nullable=True),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('kept', sa.JSON(), nullable=False),
        sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['request_id'], ['data_request.id'], name='fk_deletion_request_id'),
        sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_deletion_person_id'),
        sa.PrimaryKeyConstraint('request_id', name='pk_deletion'),
    )


def downgrade() -> None:
    # The release before deletes at once: what waits is deleted now.
    op.execute("DELETE FROM due WHERE kind = 'deletion'")
    op.execute("UPDATE data_request SET outcome = 'refused' WHERE outcome = 'taken_back'")
    op.drop_table('deletion')

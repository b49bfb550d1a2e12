"""A use that somebody objects to stops until that is decided"""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('consent', sa.Column('paused_by', sa.Integer()))
    op.add_column('data_request', sa.Column('purpose', sa.String(20)))


def downgrade() -> None:
    # The release before knows no pause: rather no use than one that somebody objects to.
    # It is taken back as of the day on which the objection came in.
    op.execute("UPDATE consent SET withdrawn_at = COALESCE("
               "(SELECT asked_at FROM data_request WHERE data_request.id = consent.paused_by), consent.recorded_at) "
               "WHERE paused_by IS NOT NULL AND withdrawn_at IS NULL")
    op.drop_column('data_request', 'purpose')
    op.drop_column('consent', 'paused_by')

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
    op.drop_column('data_request', 'purpose')
    op.drop_column('consent', 'paused_by')

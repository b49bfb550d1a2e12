"""Which reader took an update"""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('inbox', sa.Column('read_by', sa.String(length=30), nullable=True))


def downgrade() -> None:
    op.drop_column('inbox', 'read_by')

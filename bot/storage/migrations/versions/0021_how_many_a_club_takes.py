"""How many members a club takes, where its organisers set a limit"""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('club', sa.Column('member_limit', sa.Integer()))


def downgrade() -> None:
    op.drop_column('club', 'member_limit')

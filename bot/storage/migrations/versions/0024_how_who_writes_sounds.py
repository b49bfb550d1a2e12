"""How somebody is spoken to of whom only is heard that he is none of the elders"""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('account', sa.Column('form_heard', sa.String(20)))


def downgrade() -> None:
    op.drop_column('account', 'form_heard')

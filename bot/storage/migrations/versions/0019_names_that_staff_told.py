"""Names that staff told of themselves, and codes that were taken back"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        'account',
        sa.Column('name_told', sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column(
        'invitation', sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    # A code that was taken back stays of no use.
    op.execute('UPDATE invitation SET expires_at = cancelled_at WHERE cancelled_at IS NOT NULL')
    op.drop_column('invitation', 'cancelled_at')
    op.drop_column('account', 'name_told')

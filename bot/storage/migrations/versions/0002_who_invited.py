"""Who made an invitation: with the roles of a lost phone its unused codes end"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('invitation') as table:
        table.add_column(sa.Column('created_by', sa.Integer(), nullable=True))
        table.create_foreign_key(
            'fk_invitation_created_by', 'account', ['created_by'], ['id']
        )


def downgrade() -> None:
    with op.batch_alter_table('invitation') as table:
        table.drop_constraint('fk_invitation_created_by', type_='foreignkey')
        table.drop_column('created_by')

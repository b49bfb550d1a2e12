"""Care of the installation: how long ticks take, and what is to be forgotten by its time"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('enquiry', schema=None) as batch_op:
        batch_op.create_index('ix_enquiry_asked_at', ['asked_at'], unique=False)
    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.create_index('ix_membership_state_changed_at', ['state', 'changed_at'], unique=False)
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_erased_at'), ['erased_at'], unique=False)
    with op.batch_alter_table('tick', schema=None) as batch_op:
        batch_op.add_column(sa.Column('seconds', sa.Float(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('tick', schema=None) as batch_op:
        batch_op.drop_column('seconds')
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_person_erased_at'))
    with op.batch_alter_table('membership', schema=None) as batch_op:
        batch_op.drop_index('ix_membership_state_changed_at')
    with op.batch_alter_table('enquiry', schema=None) as batch_op:
        batch_op.drop_index('ix_enquiry_asked_at')

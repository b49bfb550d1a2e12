"""Passing hardship on to the commune is a purpose of its own; guardians stand with the consent

Who agreed to have a hardship noted (`circumstances`) never agreed to pass it on, and the question
about the commune's list (`sharing`) named it among other things: neither is a consent to
`circumstances_shared`. Nothing is written here in anybody's name. Until they are asked, and
organisers find them on their list of consents to ask, no paper that leaves the club shows a
hardship.
"""

import sqlalchemy as sa
from alembic import op

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

COLUMNS = (('guardian', sa.String(80)), ('guardian_paper', sa.String(200)))


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column('consent', sa.Column(name, kind))


def downgrade() -> None:
    # The release before knows no such purpose.
    op.execute("DELETE FROM consent WHERE purpose = 'circumstances_shared'")
    for name, _ in reversed(COLUMNS):
        op.drop_column('consent', name)

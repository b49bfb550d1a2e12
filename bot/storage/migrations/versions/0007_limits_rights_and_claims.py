"""What is limited an hour; under what rights messages are read; applications by number"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    _limits()
    op.add_column('outbox', sa.Column('rights', sa.JSON(none_as_null=True), nullable=True))
    _rights()
    _applications()


def _applications() -> None:
    """Who waits has applied: each gets the number that buttons name from now on."""
    application = op.create_table(
        'application',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('membership_id', sa.Integer(), nullable=False),
        sa.Column('applied_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('known_id', sa.Integer(), nullable=True),
        sa.Column('claimed_by', sa.Integer(), nullable=True),
        sa.Column('claimed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('agreed', sa.Boolean(), nullable=True),
        sa.Column('answered_by', sa.Integer(), nullable=True),
        sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['claimed_by'], ['account.id'], name=op.f('fk_application_claimed_by')),
        sa.ForeignKeyConstraint(['answered_by'], ['account.id'], name=op.f('fk_application_answered_by')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_application')),
    )
    op.create_index('ix_application_membership_id', 'application', ['membership_id'])
    membership = sa.table('membership', *map(sa.column, ('id', 'state', 'changed_at')))
    op.execute(
        sa.insert(application).from_select(
            ['membership_id', 'applied_at'],
            sa.select(membership.c.id, membership.c.changed_at)
            .where(membership.c.state == 'applied')
            .order_by(membership.c.id),
        )
    )


def _rights() -> None:
    """Messages that are there already: of staff under all of their roles, of reminders under the persons.

    Which of an account's messages showed other people nobody noted: each that went to somebody with
    a role is read by whoever holds his roles still.
    """
    connection = op.get_bind()
    outbox = sa.table(
        'outbox', sa.column('id'), sa.column('account_id'), sa.column('text'), sa.column('rights', sa.JSON)
    )
    role = sa.table('role', *map(sa.column, ('account_id', 'role', 'area', 'club_id')))
    roles: dict[int, set[str]] = {}
    for account, kind, area, club in connection.execute(sa.select(role)):
        if kind == 'coordinator':
            roles.setdefault(account, set()).add(f"coordinates/{area or ''}")
        elif club is not None:
            roles.setdefault(account, set()).add(f'organises/{club}')
    for account, held in roles.items():
        connection.execute(
            sa.update(outbox).where(outbox.c.account_id == account).values(rights=sorted(held))
        )
    carried = sa.table('outbox_notice', sa.column('outbox_id'), sa.column('notice_id'))
    notice = sa.table('notice', sa.column('id'), sa.column('person_id'))
    found = connection.execute(
        sa.select(carried.c.outbox_id, outbox.c.account_id, notice.c.person_id)
        .join_from(carried, notice, notice.c.id == carried.c.notice_id)
        .join(outbox, outbox.c.id == carried.c.outbox_id)
        .where(outbox.c.text != '')
    )
    about: dict[int, set[str]] = {}
    for row, account, person in found:
        about.setdefault(row, set(roles.get(account, ()))).add(f'speaks_for/{person}')
    if about:
        # Through the table itself: each row has rights of its own.
        connection.execute(
            sa.update(outbox).where(outbox.c.id == sa.bindparam('row')).values(rights=sa.bindparam('read')),
            [{'row': row, 'read': sorted(rights)} for row, rights in about.items()],
        )


def _limits() -> None:
    tally = op.create_table(
        'tally',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('subject', sa.String(length=40), nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_tally')),
    )
    op.create_index('ix_tally_subject', 'tally', ['subject', 'kind', 'at'])
    op.create_index('ix_tally_at', 'tally', ['at'])
    before = sa.table('wrong_code', sa.column('account_id', sa.Integer()), sa.column('at'))
    subject = sa.literal('account/') + sa.cast(before.c.account_id, sa.String())
    op.execute(
        sa.insert(tally).from_select(
            ['subject', 'kind', 'at'], sa.select(subject, sa.literal('wrong_code'), before.c.at)
        )
    )
    op.drop_table('wrong_code')


def downgrade() -> None:
    op.drop_table('application')
    op.drop_column('outbox', 'rights')
    op.create_table(
        'wrong_code',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        sa.Column('account_id', sa.Integer(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_wrong_code_account_id_account')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_wrong_code')),
    )
    op.create_index('ix_wrong_code_account_id', 'wrong_code', ['account_id', 'at'])
    op.drop_table('tally')

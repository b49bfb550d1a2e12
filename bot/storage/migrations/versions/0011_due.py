"""What is looked at later, in one table; notices of any subject"""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

GONE = ('refused', 'left', 'moved', 'deceased')
MOMENT = sa.DateTime(timezone=True)

# Where the moments stood: the table, its column, and what the row is called now.
COLUMNS = (
    ('event', 'extend_at', 'event', 'extend', '1'),
    ('occurrence', 'plan_at', 'occurrence', 'plan', 'plan_version'),
    ('founding_step', 'nudge_at', 'founding_step', 'nudge', '1'),
    ('membership', 'erase_at', 'membership', 'unconfirmed', '1'),
    ('membership', 'warn_at', 'membership', 'warn_unconfirmed', '1'),
    ('data_request', 'warn_at', 'request', 'warn_request', '1'),
)
# What ticks looked for by another column, which stays: since when it is kept.
KEPT = (
    (
        'membership', 'gone', 'SELECT m.id, m.changed_at FROM membership AS m'
        ' JOIN person AS p ON p.id = m.person_id WHERE p.erased_at IS NULL'
        f' AND m.state IN {GONE}',
    ),
    (
        'person', 'proofs', 'SELECT id, erased_at FROM person WHERE erased_at IS NOT NULL'
        ' AND EXISTS (SELECT 1 FROM consent WHERE consent.person_id = person.id)',
    ),
    (
        'account', 'conversations',
        'SELECT account_id, min(updated_at) FROM conversation GROUP BY account_id',
    ),
    ('enquiry', 'enquiries', "SELECT id, asked_at FROM enquiry WHERE text <> ''"),
)  # fmt: skip
MARKS = "('retention/gone', 'retention/proofs', 'retention/enquiries')"


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == 'sqlite'


def upgrade() -> None:
    _number_the_steps()
    op.create_table(
        'due',
        sa.Column('subject_kind', sa.String(length=20), nullable=False),
        sa.Column('subject_id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.Column('attempt', sa.Integer(), server_default=sa.text('0'), nullable=False),
        sa.PrimaryKeyConstraint('subject_kind', 'subject_id', 'kind', name=op.f('pk_due')),
    )
    into = 'INSERT INTO due (subject_kind, subject_id, kind, at, version)'
    for table, column, subject, kind, version in COLUMNS:
        op.execute(
            f"{into} SELECT '{subject}', id, '{kind}', {column}, {version}"
            f' FROM {table} WHERE {column} IS NOT NULL'
        )
    for subject, kind, kept in KEPT:
        number, moment = kept.removeprefix('SELECT ').split(' FROM ')[0].split(', ')
        rest = kept.split(' FROM ', 1)[1]
        op.execute(f"{into} SELECT '{subject}', {number}, '{kind}', {moment}, 1 FROM {rest}")
    op.create_index('ix_due_kind', 'due', ['kind', 'at', 'subject_id'])
    for table, column, *_ in COLUMNS:
        op.drop_index(f'ix_{table}_{column}', table_name=table)
        op.drop_column(table, column)
    op.drop_index('ix_membership_state_changed_at', table_name='membership')
    op.drop_index('ix_enquiry_asked_at', table_name='enquiry')
    op.execute(f'DELETE FROM meta WHERE key IN {MARKS}')
    op.execute("DELETE FROM tick WHERE name IN ('plan', 'nudge')")
    _let_notices_be_of_anything()


def _number_the_steps() -> None:
    """A founding step gets a number, so that it can be a subject; nothing points to these rows."""
    op.rename_table('founding_step', 'founding_step_before')
    op.drop_index('ix_founding_step_nudge_at', table_name='founding_step_before')
    if not _on_sqlite():
        op.drop_constraint('pk_founding_step', 'founding_step_before')
    op.create_table(
        'founding_step',
        sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
        *_step_columns(),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_founding_step')),
        sa.UniqueConstraint('club_id', 'step', name=op.f('uq_founding_step_club_id_step')),
    )
    _copy_steps()


def _step_columns() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column('club_id', sa.Integer(), nullable=False),
        sa.Column('step', sa.String(length=30), nullable=False),
        sa.Column('state', sa.String(length=10), nullable=False),
        sa.Column('opened_at', MOMENT, nullable=True),
        sa.Column('done_at', MOMENT, nullable=True),
        sa.Column('reason', sa.String(length=300), nullable=True),
        sa.Column('nudge_at', MOMENT, nullable=True),
        sa.ForeignKeyConstraint(['club_id'], ['club.id'], name=op.f('fk_founding_step_club_id')),
    ]


def _copy_steps() -> None:
    names = 'club_id, step, state, opened_at, done_at, reason, nudge_at'
    op.execute(
        f'INSERT INTO founding_step ({names}) SELECT {names} FROM founding_step_before'
        ' ORDER BY club_id, step'
    )
    op.drop_table('founding_step_before')
    op.create_index('ix_founding_step_nudge_at', 'founding_step', ['nudge_at'])


def _hold_what_points_to_notices() -> None:
    """SQLite changes a table by writing it anew: what points to it would forbid that."""
    if _on_sqlite():
        op.execute('CREATE TABLE outbox_notice_held AS SELECT * FROM outbox_notice')
        op.execute('DELETE FROM outbox_notice')


def _put_back_what_points_to_notices() -> None:
    if _on_sqlite():
        op.execute('INSERT INTO outbox_notice SELECT * FROM outbox_notice_held')
        op.execute('DROP TABLE outbox_notice_held')


def _let_notices_be_of_anything() -> None:
    op.add_column('notice', sa.Column('subject_kind', sa.String(length=20), nullable=True))
    op.add_column('notice', sa.Column('subject_id', sa.Integer(), nullable=True))
    op.execute("UPDATE notice SET subject_kind = 'occurrence', subject_id = occurrence_id")
    op.execute('ALTER TABLE notice RENAME COLUMN plan_version TO version')
    op.drop_index('ix_notice_told', table_name='notice')
    _hold_what_points_to_notices()
    with op.batch_alter_table('notice') as batch:
        batch.drop_constraint(
            'uq_notice_person_id_occurrence_id_kind_lead_plan_version', type_='unique'
        )
        batch.drop_constraint('fk_notice_occurrence_id', type_='foreignkey')
        batch.drop_column('occurrence_id')
        batch.alter_column('subject_kind', existing_type=sa.String(length=20), nullable=False)
        batch.alter_column('subject_id', existing_type=sa.Integer(), nullable=False)
        batch.create_unique_constraint(
            'uq_notice_person_id_subject_id_subject_kind_kind_lead_version',
            ['person_id', 'subject_id', 'subject_kind', 'kind', 'lead', 'version'],
        )
    op.create_index(
        'ix_notice_told', 'notice', ['subject_id', 'person_id', 'state', 'subject_kind']
    )
    _put_back_what_points_to_notices()


def downgrade() -> None:
    _let_notices_be_of_occurrences()
    op.create_index('ix_enquiry_asked_at', 'enquiry', ['asked_at'])
    op.create_index('ix_membership_state_changed_at', 'membership', ['state', 'changed_at'])
    for table, column, subject, kind, _ in COLUMNS:
        op.add_column(table, sa.Column(column, MOMENT, nullable=True))
        op.execute(
            f'UPDATE {table} SET {column} = (SELECT due.at FROM due WHERE due.subject_id = {table}.id'
            f" AND due.subject_kind = '{subject}' AND due.kind = '{kind}')"
        )
        op.create_index(f'ix_{table}_{column}', table, [column])
    op.drop_table('due')
    op.rename_table('founding_step', 'founding_step_before')
    op.drop_index('ix_founding_step_nudge_at', table_name='founding_step_before')
    if not _on_sqlite():
        op.drop_constraint('pk_founding_step', 'founding_step_before')
    op.create_table(
        'founding_step',
        *_step_columns(),
        sa.PrimaryKeyConstraint('club_id', 'step', name=op.f('pk_founding_step')),
    )
    _copy_steps()


def _let_notices_be_of_occurrences() -> None:
    """What was told of anything else was never known before: it goes."""
    others = "SELECT id FROM notice WHERE subject_kind <> 'occurrence'"
    op.execute(f'DELETE FROM outbox_notice WHERE notice_id IN ({others})')
    op.execute("DELETE FROM notice WHERE subject_kind <> 'occurrence'")
    op.execute('ALTER TABLE notice RENAME COLUMN version TO plan_version')
    op.execute('ALTER TABLE notice RENAME COLUMN subject_id TO occurrence_id')
    op.drop_index('ix_notice_told', table_name='notice')
    _hold_what_points_to_notices()
    with op.batch_alter_table('notice') as batch:
        batch.drop_constraint(
            'uq_notice_person_id_subject_id_subject_kind_kind_lead_version', type_='unique'
        )
        batch.drop_column('subject_kind')
        batch.create_foreign_key(
            'fk_notice_occurrence_id', 'occurrence', ['occurrence_id'], ['id']
        )
        batch.create_unique_constraint(
            'uq_notice_person_id_occurrence_id_kind_lead_plan_version',
            ['person_id', 'occurrence_id', 'kind', 'lead', 'plan_version'],
        )
    op.create_index('ix_notice_told', 'notice', ['occurrence_id', 'person_id', 'state'])
    _put_back_what_points_to_notices()

"""The database itself refuses a state that the program doesn't know"""

import re

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

# A copy, as all of a migration: what the words were at this version.
ROLES = ('organiser', 'coordinator')
WORDS = (
    ('person', 'sex', ('female', 'male')),
    (
        'club', 'stage',
        ('preparing', 'formed', 'submitted', 'recognised', 'active', 'paused', 'given_up',
         'merged', 'dissolved'),
    ),
    (
        'membership', 'state',
        ('unconfirmed', 'applied', 'waitlisted', 'active', 'suspended', 'refused', 'left',
         'moved', 'deceased'),
    ),
    ('role', 'role', ROLES),
    ('invitation', 'role', ROLES),
    ('founding_step', 'state', ('locked', 'open', 'awaiting', 'done', 'review', 'skipped')),
    ('event', 'fasting', ('yes', 'no', 'unknown')),
    ('occurrence', 'state', ('planned', 'held', 'cancelled')),
    ('attendance', 'answer', ('yes', 'no', 'unsure')),
    (
        'notice', 'state',
        ('planned', 'sent', 'perhaps', 'not_sent', 'to_call', 'called', 'expired', 'cancelled'),
    ),
    (
        'outbox', 'state',
        ('queued', 'sending', 'sent', 'unknown', 'failed', 'expired', 'cancelled'),
    ),
    ('inbox', 'state', ('received', 'handled', 'failed')),
)  # fmt: skip


def upgrade() -> None:
    connection = op.get_bind()
    for table, column, words in WORDS:
        known = ', '.join(f"'{word}'" for word in words)
        _refuse_others(connection, table, column, known)
        check = f'{column} IN ({known})'
        if connection.dialect.name == 'sqlite':
            constraint = f'CONSTRAINT ck_{table}_{column} CHECK ({check})'
            _change_text(connection, table, re.compile(r'\s*\)\s*\Z'), f', \n\t{constraint}\n)')
        else:
            op.create_check_constraint(op.f(f'ck_{table}_{column}'), table, check)


def downgrade() -> None:
    connection = op.get_bind()
    for table, column, _ in WORDS:
        name = f'ck_{table}_{column}'
        if connection.dialect.name == 'sqlite':
            text = re.compile(rf',\s*CONSTRAINT {name} CHECK \([^()]*\([^()]*\)\)')
            _change_text(connection, table, text, '')
        else:
            op.drop_constraint(op.f(name), table, type_='check')


def _refuse_others(connection: sa.Connection, table: str, column: str, known: str) -> None:
    other = connection.execute(
        sa.text(f'SELECT {column} FROM {table} WHERE {column} NOT IN ({known}) LIMIT 1')
    ).scalar()
    if other is not None:
        raise ValueError(f'{table}.{column} holds {other!r}, which this program never wrote')


def _change_text(
    connection: sa.Connection, table: str, place: 're.Pattern[str]', instead: str
) -> None:
    """SQLite keeps a CHECK in the text of its table; the rows were looked at, none is written anew.

    This is the way of its own documentation (lang_altertable, "making other kinds of table schema
    changes"): everything else would copy the largest tables and let go of what points to them.
    """
    text = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).scalar_one()
    anew, count = place.subn(lambda _found: instead, text)
    if count != 1:
        raise ValueError(f'the table {table} is not as this program made it')
    version = connection.exec_driver_sql('PRAGMA schema_version').scalar_one()
    connection.exec_driver_sql('PRAGMA writable_schema = ON')
    try:
        connection.exec_driver_sql(
            "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", (anew, table)
        )
        connection.exec_driver_sql(f'PRAGMA schema_version = {version + 1}')
    finally:
        connection.exec_driver_sql('PRAGMA writable_schema = OFF')

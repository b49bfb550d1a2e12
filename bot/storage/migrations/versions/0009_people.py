"""One person, many memberships: what a club was told goes to the membership, what somebody is
called to who calls him so; rows that are surely one human become one"""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

TOLD = (
    ('phone', 20),
    ('address', 200),
    ('circumstances', 100),
    ('contact_person', 120),
    # Wide enough for a note and a calling that nobody is left to say.
    ('note', 400),
)


def _table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(each) for each in columns))


person = sa.table(
    'person',
    *(sa.column(each) for each in ('id', 'full_name', 'called', 'name_folded', 'birth_year', 'sex')),
    *(sa.column(each) for each in ('birth_date', 'birth_estimated', 'sort_key')),
    sa.column('created_at'),
    sa.column('erased_at'),
    sa.column('held_at'),
    *(sa.column(name) for name, _ in TOLD),
)
membership = _table('membership', 'id', 'club_id', 'person_id', *(name for name, _ in TOLD))
speaks_for = sa.table(
    'speaks_for',
    sa.column('account_id'),
    sa.column('person_id'),
    sa.column('called'),
    sa.column('is_self', sa.Boolean()),
    sa.column('created_at'),
)
attendance = _table('attendance', 'occurrence_id', 'person_id')
notice = _table('notice', 'id', 'person_id', 'occurrence_id', 'kind', 'lead', 'plan_version')
former_person = sa.table(
    'former_person',
    sa.column('id'),
    sa.column('person_id'),
    sa.column('created_at'),
    sa.column('memberships', sa.JSON()),
)
founding_datum = sa.table(
    'founding_datum',
    *(sa.column(each) for each in ('club_id', 'step', 'field', 'item')),
    sa.column('value', sa.JSON()),
)
outbox = sa.table(
    'outbox', sa.column('id'), sa.column('account_id'), sa.column('rights', sa.JSON(none_as_null=True))
)
conversation = sa.table(
    'conversation', sa.column('account_id'), sa.column('flow'), sa.column('state', sa.JSON())
)


def upgrade() -> None:
    connection = op.get_bind()
    for name, length in TOLD:
        op.add_column('membership', sa.Column(name, sa.String(length=length), nullable=True))
    op.add_column('speaks_for', sa.Column('called', sa.String(length=40), nullable=True))
    # In these words on both: an added column with a reference.
    op.execute(
        'ALTER TABLE data_request ADD COLUMN club_id INTEGER'
        ' CONSTRAINT fk_data_request_club_id REFERENCES club (id)'
    )
    op.create_table(
        'former_person',
        sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('memberships', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(['person_id'], ['person.id'], name='fk_former_person_person_id'),
        sa.PrimaryKeyConstraint('id', name='pk_former_person'),
    )
    _tell_clubs(connection)
    _hand_callings(connection)
    _make_one(connection)
    op.drop_index('ix_person_phone', table_name='person')
    for name, _ in TOLD:
        op.drop_column('person', name)
    op.drop_column('person', 'called')


def downgrade() -> None:
    """Back to one club a person; refused where somebody is of several, who can't be parted."""
    connection = op.get_bind()
    several = sa.select(membership.c.person_id).group_by(membership.c.person_id)
    former = sa.table('former_person')
    if connection.execute(several.having(sa.func.count() > 1).limit(1)).first() or connection.scalar(
        sa.select(sa.func.count()).select_from(former)
    ):
        raise NotImplementedError(
            'a person of several clubs can not be parted again: put back the backup of before'
        )
    op.add_column('person', sa.Column('called', sa.String(length=40), nullable=True))
    for name, length in TOLD:
        op.add_column('person', sa.Column(name, sa.String(length=length), nullable=True))
    columns = sa.table('person', *(sa.column(name) for name in ('id', 'called', *dict(TOLD))))
    told = sa.table('membership', *(sa.column(name) for name in ('person_id', *dict(TOLD))))
    ties = sa.table('speaks_for', *(sa.column(name) for name in ('person_id', 'called')))
    connection.execute(
        sa.update(columns).values(
            called=sa.select(sa.func.min(ties.c.called))
            .where(ties.c.person_id == columns.c.id)
            .scalar_subquery(),
            **{
                name: sa.select(told.c[name])
                .where(told.c.person_id == columns.c.id)
                .scalar_subquery()
                for name, _ in TOLD
            },
        )
    )
    op.create_index('ix_person_phone', 'person', ['phone'])
    for name, _ in TOLD:
        op.drop_column('membership', name)
    op.drop_column('speaks_for', 'called')
    with op.batch_alter_table('data_request') as table:
        table.drop_column('club_id')
    op.drop_table('former_person')


def _tell_clubs(connection: sa.Connection) -> None:
    """Each club of a person was told what stands with the person."""
    of = person.c.id == membership.c.person_id
    connection.execute(
        sa.update(membership).values(
            {name: sa.select(person.c[name]).where(of).scalar_subquery() for name, _ in TOLD}
        )
    )


def _hand_callings(connection: sa.Connection) -> None:
    """What somebody is called goes to those who speak for him, and to himself where nobody does.

    Whom no account speaks for keeps it in his clubs' notes.
    """
    called = (
        sa.select(person.c.called).where(person.c.id == speaks_for.c.person_id).scalar_subquery()
    )
    others = speaks_for.alias('others')
    helped = sa.exists().where(
        others.c.person_id == speaks_for.c.person_id, others.c.is_self.is_(False)
    )
    connection.execute(
        sa.update(speaks_for)
        .where(sa.or_(speaks_for.c.is_self.is_(False), ~helped))
        .values(called=called)
    )
    spoken_for = sa.exists().where(speaks_for.c.person_id == person.c.id)
    silent = sa.select(person.c.id, person.c.called).where(person.c.called.is_not(None), ~spoken_for)
    for each in connection.execute(silent).all():
        before = sa.func.coalesce(membership.c.note + '; ', '')
        connection.execute(
            sa.update(membership)
            .where(membership.c.person_id == each.id)
            .values(note=before + each.called)
        )
    # Who is only called so has no name to be found or sorted by.
    connection.execute(
        sa.update(person)
        .where(sa.func.coalesce(person.c.full_name, '') == '')
        .values(name_folded='', sort_key='')
    )


def _make_one(connection: sa.Connection) -> None:
    """Rows of one account's own self with one name become one row, the oldest.

    Nothing speaks against it: not the year of birth, not the sex, no club that knows both, nobody
    said to have died.
    """
    columns = [
        person.c[name]
        for name in (
            'id', 'name_folded', 'birth_year', 'birth_date', 'birth_estimated', 'sex', 'created_at',
        )
    ]
    rows = connection.execute(
        sa.select(speaks_for.c.account_id, *columns)
        .join(person, person.c.id == speaks_for.c.person_id)
        .where(
            speaks_for.c.is_self,
            person.c.name_folded != '',
            person.c.erased_at.is_(None),
            person.c.held_at.is_(None),
        )
        .order_by(person.c.id)
    ).all()
    groups: dict[tuple[int, str], list[sa.Row[Any]]] = defaultdict(list)
    for row in rows:
        groups[row.account_id, row.name_folded].append(row)
    several = [group for group in groups.values() if len(group) > 1]
    if not several:
        return
    ids = {row.id for group in several for row in group}
    clubs: dict[int, dict[int, int]] = defaultdict(dict)
    for number, person_id, club_id in connection.execute(
        sa.select(membership.c.id, membership.c.person_id, membership.c.club_id)
    ):
        if person_id in ids:
            clubs[person_id][club_id] = number
    became: dict[int, int] = {}
    for group in several:
        _one_group(connection, group, clubs, became)
    if became:
        _point_data(connection, became)


def _one_group(
    connection: sa.Connection,
    group: list[sa.Row[Any]],
    clubs: dict[int, dict[int, int]],
    became: dict[int, int],
) -> None:
    kept: list[dict[str, Any]] = []
    for row in group:
        if row.id in became:
            continue
        known = dict(row._mapping)
        into = next(
            (
                each
                for each in kept
                if not _conflict(each, known, 'birth_year')
                and not _conflict(each, known, 'sex')
                and not _conflict(each, known, 'birth_date')
                and not clubs[each['id']].keys() & clubs[row.id].keys()
            ),
            None,
        )
        if into is None:
            kept.append(known)
            continue
        new = _better(into, known)
        if new:
            connection.execute(sa.update(person).where(person.c.id == into['id']).values(**new))
            into |= new
        _point(connection, row.id, into['id'])
        connection.execute(
            sa.insert(former_person).values(
                id=row.id,
                person_id=into['id'],
                created_at=row.created_at,
                memberships=sorted(clubs[row.id].values()),
            )
        )
        clubs[into['id']] |= clubs[row.id]
        became[row.id] = into['id']


def _conflict(first: dict[str, Any], second: dict[str, Any], name: str) -> bool:
    return None not in (first[name], second[name]) and first[name] != second[name]


def _better(into: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What the other row knows and the kept one doesn't; a year that is sure over a guess."""
    new = {
        name: other[name]
        for name in ('birth_year', 'birth_date', 'sex')
        if into[name] is None and other[name] is not None
    }
    if 'birth_year' in new or (other['birth_year'] is not None and into['birth_estimated']):
        new['birth_estimated'] = other['birth_estimated']
    return {name: value for name, value in new.items() if into[name] != value}


def _point(connection: sa.Connection, person_id: int, into: int) -> None:
    """Everything about one row is about the other from now on; the row goes."""
    ties = speaks_for.alias('ties')
    both = sa.select(ties.c.account_id).where(ties.c.person_id == into)
    connection.execute(
        sa.delete(speaks_for).where(
            speaks_for.c.person_id == person_id, speaks_for.c.account_id.in_(both)
        )
    )
    # An occurrence is of one club, and no club knows both: no answer and no notice meets another.
    for name in (
        'speaks_for', 'membership', 'consent', 'post', 'attendance', 'notice', 'data_request',
    ):
        table = _table(name, 'person_id')
        connection.execute(
            sa.update(table).where(table.c.person_id == person_id).values(person_id=into)
        )
    connection.execute(sa.delete(person).where(person.c.id == person_id))


def _point_data(connection: sa.Connection, became: dict[int, int]) -> None:
    """Members in a founding's data and in conversations that are under way."""
    keys = [founding_datum.c[name] for name in ('club_id', 'step', 'field', 'item')]
    for row in connection.execute(sa.select(*keys, founding_datum.c.value)).all():
        value = _renumbered(row.value, became)
        if value != row.value:
            connection.execute(
                sa.update(founding_datum)
                .where(*(key == row._mapping[key.name] for key in keys))
                .values(value=value)
            )
    rights = {f'speaks_for/{old}': f'speaks_for/{new}' for old, new in became.items()}
    speak = sa.select(speaks_for.c.account_id).where(speaks_for.c.person_id.in_(set(became.values())))
    kept = sa.select(outbox.c.id, outbox.c.rights).where(
        outbox.c.account_id.in_(speak), outbox.c.rights.is_not(None)
    )
    for read in connection.execute(kept).all():
        held = sorted({rights.get(each, each) for each in read.rights or ()})
        if held != sorted(read.rights or ()):
            connection.execute(sa.update(outbox).where(outbox.c.id == read.id).values(rights=held))
    of = [conversation.c.account_id, conversation.c.flow]
    for begun in connection.execute(sa.select(*of, conversation.c.state)).all():
        state = _renumbered(begun.state, became)
        if state != begun.state:
            connection.execute(
                sa.update(conversation)
                .where(*(key == begun._mapping[key.name] for key in of))
                .values(state=state)
            )


def _renumbered(value: object, became: dict[int, int]) -> object:
    if isinstance(value, list):
        return [_renumbered(each, became) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: became.get(each, each)
        if key in ('person', 'shared_from') and isinstance(each, int)
        else _renumbered(each, became)
        for key, each in value.items()
    }

"""The proof of a consent is what was read; another question's words are mended, and marked"""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

COLUMNS = (
    ('language', sa.String(8)),
    ('question', sa.Text()),
    ('notice', sa.Text()),
    ('notice_version', sa.String(16)),
    ('mended_from', sa.String(100)),
)

# The consent to hardship was stored with the question that comes after it, which asks of what kind
# it is.
STORED = 'registration.circumstances.ask'
ASKED = 'registration.circumstances_consent.ask'
# By the version of that: the language, and the version of the words that were asked. They were the
# same ever since.
VERSIONS = {
    'ab09eee33db4': ('vi', '6c8aa565eec3'),
    '374d74f61c08': ('vi', '6c8aa565eec3'),
    'b4c79946d5f5': ('en', 'c3d60f6b5196'),
    'cc872ff66a76': ('en', 'c3d60f6b5196'),
}
# What an organiser noted was another question again, and which one isn't known.
OWN_WAYS = ('press', 'typed')

consent = sa.table(
    'consent',
    sa.column('id', sa.Integer),
    sa.column('purpose', sa.String),
    sa.column('words', sa.String),
    sa.column('words_version', sa.String),
    sa.column('way', sa.String),
    sa.column('language', sa.String),
    sa.column('mended_from', sa.String),
)
conversation = sa.table(
    'conversation',
    sa.column('account_id', sa.Integer),
    sa.column('flow', sa.String),
    sa.column('state', sa.JSON),
)


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column('consent', sa.Column(name, kind))
    connection = op.get_bind()
    wrong = (consent.c.words == STORED) & (consent.c.purpose == 'circumstances')
    before = consent.c.words + ' ' + consent.c.words_version
    connection.execute(sa.update(consent).where(wrong).values(mended_from=before))
    for stored, (language, asked) in VERSIONS.items():
        connection.execute(
            sa.update(consent)
            .where(wrong, consent.c.way.in_(OWN_WAYS), consent.c.words_version == stored)
            .values(words=ASKED, words_version=asked, language=language)
        )
    _mend_conversations(connection)


def _mend_conversations(connection: sa.Connection) -> None:
    """Registrations that are under way hold the proof until they are written down."""
    columns = (conversation.c.account_id, conversation.c.flow, conversation.c.state)
    begun = sa.select(*columns).where(conversation.c.flow.like('registration%'))
    for account, flow, state in connection.execute(begun).all():
        proof = _proof_of_hardship(state)
        found = None if proof is None else VERSIONS.get(str(proof.get('version')))
        if proof is not None and found is not None:
            proof |= {'words': ASKED, 'version': found[1]}
            connection.execute(
                sa.update(conversation)
                .where(conversation.c.account_id == account, conversation.c.flow == flow)
                .values(state=state)
            )


def _proof_of_hardship(state: object) -> dict[str, object] | None:
    proofs = state.get('proofs') if isinstance(state, dict) else None
    proof = proofs.get('circumstances') if isinstance(proofs, dict) else None
    return proof if isinstance(proof, dict) and proof.get('words') == STORED else None


def downgrade() -> None:
    connection = op.get_bind()
    mended = sa.select(consent.c.id, consent.c.mended_from).where(
        consent.c.mended_from.is_not(None)
    )
    for number, before in connection.execute(mended).all():
        words, _, version = before.partition(' ')
        connection.execute(
            sa.update(consent)
            .where(consent.c.id == number)
            .values(words=words, words_version=version)
        )
    for name, _ in reversed(COLUMNS):
        op.drop_column('consent', name)

"""Accounts, their roles, and the codes that give roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.domain.rights import AccountRole
from bot.messages import Address
from bot.storage import schema
from bot.storage.memory import remembered
from bot.storage.records import Account, Invitation, Role
from bot.storage.rows import columns, many, one
from bot.storage.statements import insert_new

_account = columns(schema.account, Account)
_role = columns(schema.role, Role)
_invitation = columns(schema.invitation, Invitation)

# What runs for every message is built once.
_AT_ADDRESS = (
    schema.account.c.channel == sa.bindparam("at_channel"),
    schema.account.c.external_id == sa.bindparam("at_id"),
)
_OF_ADDRESS = sa.select(*_account).where(*_AT_ADDRESS)
_SEEN = (
    sa.update(schema.account)
    .where(*_AT_ADDRESS)
    .values(last_seen_at=sa.bindparam("seen"))
    .returning(*_account)
)
_REACHED = _SEEN.values(blocked_at=None)
_BY_NUMBER = sa.select(*_account).where(schema.account.c.id == sa.bindparam("account"))
_SEVERAL = sa.select(*_account).where(
    schema.account.c.id.in_(sa.bindparam("accounts", expanding=True))
)
_HELD_ROLES = (
    sa.select(*_role)
    .where(schema.role.c.account_id == sa.bindparam("account"), schema.role.c.revoked_at.is_(None))
    .order_by(schema.role.c.id)
)
_ORGANISERS = (
    sa.select(*_account)
    .join(schema.role, schema.role.c.account_id == schema.account.c.id)
    .where(
        schema.role.c.club_id == sa.bindparam("club"),
        schema.role.c.role == AccountRole.ORGANISER,
        schema.role.c.revoked_at.is_(None),
    )
    .order_by(schema.role.c.id)
)
_UNUSED = (schema.invitation.c.used_at.is_(None), schema.invitation.c.cancelled_at.is_(None))


class Accounts:
    """Chats, roles and invitations."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    @remembered(schema.account)
    def get(self, account_id: int) -> Account:
        """The account; raises LookupError when there is none."""
        row = self._connection.execute(_BY_NUMBER, {"account": account_id}).first()
        found = one(Account, row)
        if found is None:
            raise LookupError(f"no account {account_id}")
        return found

    @remembered(schema.account)
    def find(self, address: Address) -> Account | None:
        """The account at an address."""
        place = {"at_channel": address.channel, "at_id": address.external_id}
        return one(Account, self._connection.execute(_OF_ADDRESS, place).first())

    def open(self, address: Address, *, capabilities: str, language: str) -> Account:
        """The account at an address, made when it is new; one however many ask at once."""
        found = self.find(address)
        if found is None:
            insert_new(
                self._connection,
                schema.account,
                [
                    {
                        "channel": address.channel,
                        "external_id": address.external_id,
                        "capabilities": capabilities,
                        "language": language,
                        "created_at": self._now,
                        "last_seen_at": self._now,
                    }
                ],
            )
            found = self.find(address)
            assert found is not None
        return found

    def greet(
        self, address: Address, *, blocked: bool, capabilities: str, language: str
    ) -> Account:
        """The account at an address that has just written, made when it is new.

        It is seen now, and reached again unless it is `blocked`.
        """
        values = {
            "at_channel": address.channel,
            "at_id": address.external_id,
            "seen": self._now,
        }
        found = one(
            Account, self._connection.execute(_SEEN if blocked else _REACHED, values).first()
        )
        return found or self.open(address, capabilities=capabilities, language=language)

    def several(self, account_ids: Iterable[int]) -> dict[int, Account]:
        """Accounts by id."""
        ids = list(account_ids)
        if not ids:
            return {}
        rows = self._connection.execute(_SEVERAL, {"accounts": ids})
        return {account.id: account for account in many(Account, rows)}

    def update(self, account_id: int, **values: object) -> None:
        """Change columns of an account."""
        self._connection.execute(
            sa.update(schema.account).where(schema.account.c.id == account_id).values(**values)
        )

    def channels(self) -> set[str]:
        """The channels that have accounts."""
        return set(
            self._connection.execute(sa.select(schema.account.c.channel).distinct()).scalars()
        )

    def of_channel(self, channel: str) -> list[Account]:
        """The accounts of a channel, the oldest first."""
        return many(
            Account,
            self._connection.execute(
                sa.select(*_account)
                .where(schema.account.c.channel == channel)
                .order_by(schema.account.c.id)
            ),
        )

    @remembered(schema.role)
    def roles(self, account_id: int) -> list[Role]:
        """The roles that an account holds now."""
        return many(Role, self._connection.execute(_HELD_ROLES, {"account": account_id}))

    def all_roles(self, role: AccountRole | None = None) -> list[tuple[Role, Account]]:
        """Every role that is held now, with its account."""
        query = (
            sa.select(*_role, *_account)
            .join(schema.account, schema.account.c.id == schema.role.c.account_id)
            .where(schema.role.c.revoked_at.is_(None))
            .order_by(schema.role.c.id)
        )
        if role is not None:
            query = query.where(schema.role.c.role == role)
        width = len(_role)
        return [
            (Role(*row[:width]), Account(*row[width:])) for row in self._connection.execute(query)
        ]

    @remembered(schema.role, schema.account)
    def organisers(self, club_id: int) -> list[Account]:
        """The accounts that organise a club."""
        return many(Account, self._connection.execute(_ORGANISERS, {"club": club_id}))

    def organised_by(self, club_id: int) -> set[int]:
        """The ids of the accounts that organise a club or once did."""
        return set(
            self._connection.execute(
                sa.select(schema.role.c.account_id).where(
                    schema.role.c.club_id == club_id, schema.role.c.role == AccountRole.ORGANISER
                )
            ).scalars()
        )

    def coordinated(self) -> set[int]:
        """The ids of the accounts that coordinate anything or once did."""
        return set(
            self._connection.execute(
                sa.select(schema.role.c.account_id).where(
                    schema.role.c.role == AccountRole.COORDINATOR
                )
            ).scalars()
        )

    def coordinators(self, areas: set[str]) -> list[Account]:
        """The coordinators of any of the areas or unit codes, then those of everywhere."""
        return many(
            Account,
            self._connection.execute(
                sa.select(*_account)
                .join(schema.role, schema.role.c.account_id == schema.account.c.id)
                .where(
                    schema.role.c.role == AccountRole.COORDINATOR,
                    schema.role.c.revoked_at.is_(None),
                    sa.or_(schema.role.c.area.in_(areas), schema.role.c.area.is_(None)),
                )
                .order_by(schema.role.c.area.is_(None), schema.role.c.id)
            ),
        )

    def inviters(self, account_id: int) -> list[Account]:
        """The coordinators whose invitations an account used, the latest first."""
        table = schema.invitation
        return many(
            Account,
            self._connection.execute(
                sa.select(*_account)
                .join(table, table.c.created_by == schema.account.c.id)
                .where(
                    table.c.used_by == account_id,
                    sa.exists().where(
                        schema.role.c.account_id == schema.account.c.id,
                        schema.role.c.role == AccountRole.COORDINATOR,
                        schema.role.c.revoked_at.is_(None),
                    ),
                )
                .order_by(table.c.used_at.desc())
            ),
        )

    def grant(
        self,
        account_id: int,
        role: AccountRole,
        *,
        area: str | None = None,
        club_id: int | None = None,
    ) -> bool:
        """Give a role; False when the account holds it already."""
        for held in self.roles(account_id):
            if (held.role, held.area, held.club_id) == (role, area, club_id):
                return False
        self._connection.execute(
            sa.insert(schema.role).values(
                account_id=account_id, role=role, area=area, club_id=club_id, granted_at=self._now
            )
        )
        return True

    def revoke(self, account_id: int) -> int:
        """Take all roles of an account away, and the codes it gave out that nobody used yet.

        How many roles there were.
        """
        self._connection.execute(
            sa.update(schema.invitation)
            .where(schema.invitation.c.created_by == account_id, *_UNUSED)
            .values(cancelled_at=self._now)
        )
        return self._connection.execute(
            sa.update(schema.role)
            .where(schema.role.c.account_id == account_id, schema.role.c.revoked_at.is_(None))
            .values(revoked_at=self._now)
        ).rowcount

    def revoke_role(self, role_id: int) -> None:
        """End one role."""
        self._connection.execute(
            sa.update(schema.role).where(schema.role.c.id == role_id).values(revoked_at=self._now)
        )

    def has_staff(self) -> bool:
        """Whether anybody is coordinator or organiser."""
        return (
            self._connection.execute(
                sa.select(schema.role.c.id)
                .where(
                    schema.role.c.revoked_at.is_(None),
                    schema.role.c.role.in_(list(AccountRole)),
                )
                .limit(1)
            ).first()
            is not None
        )

    def add_invitation(
        self,
        code: str,
        role: AccountRole,
        *,
        days: int,
        area: str | None = None,
        club_id: int | None = None,
        created_by: int | None = None,
    ) -> None:
        """Write down a one-time code, valid for `days` days."""
        self._connection.execute(
            sa.insert(schema.invitation).values(
                code=code,
                role=role,
                area=area,
                club_id=club_id,
                created_at=self._now,
                expires_at=self._now + timedelta(days=days),
                created_by=created_by,
            )
        )

    def invitation(self, code: str) -> Invitation | None:
        """The invitation with this code, used or not."""
        return one(
            Invitation,
            self._connection.execute(
                sa.select(*_invitation).where(schema.invitation.c.code == code)
            ).first(),
        )

    def open_invitations(self, role: AccountRole) -> list[Invitation]:
        """Invitations for a role without area or club that can still be used."""
        return many(
            Invitation,
            self._connection.execute(
                sa.select(*_invitation)
                .where(
                    schema.invitation.c.role == role,
                    *_UNUSED,
                    schema.invitation.c.expires_at > self._now,
                    schema.invitation.c.area.is_(None),
                    schema.invitation.c.club_id.is_(None),
                )
                .order_by(schema.invitation.c.created_at)
            ),
        )

    def use_invitation(self, code: str, account_id: int) -> bool:
        """Mark a code as used; False when somebody was quicker."""
        return (
            self._connection.execute(
                sa.update(schema.invitation)
                .where(schema.invitation.c.code == code, *_UNUSED)
                .values(used_at=self._now, used_by=account_id)
            ).rowcount
            == 1
        )

    def cancel_invitation(self, code: str) -> bool:
        """Take a code back; False when it was used or taken back before."""
        return (
            self._connection.execute(
                sa.update(schema.invitation)
                .where(schema.invitation.c.code == code, *_UNUSED)
                .values(cancelled_at=self._now)
            ).rowcount
            == 1
        )

    def invitations(self, *, created_by: int | None = None) -> list[Invitation]:
        """Every invitation there was, or those of one account, in the order in which they were made."""
        table = schema.invitation
        query = sa.select(*_invitation).order_by(table.c.created_at, table.c.code)
        if created_by is not None:
            query = query.where(table.c.created_by == created_by)
        return many(Invitation, self._connection.execute(query))

"""The pipeline: an update is written down, understood and answered in one transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import structlog

from bot.channels.files import forget_file
from bot.channels.registry import lender
from bot.conversations.turn import Turn
from bot.delivery.letters import Letter, Message
from bot.delivery.telling import queue, speaker_for, tell
from bot.handlers.router import handle
from bot.handlers.services import Services
from bot.intents.words import BEGINNINGS
from bot.language.names import display_name, file_name
from bot.logs import where
from bot.messages import Address, Choice, Inbound, Incoming, Kind, Priority
from bot.speech.translation import LANGUAGES, say
from bot.storage.database import Database
from bot.storage.faults import is_conflict, is_passing
from bot.storage.records import Account, InboxRow
from bot.storage.unit_of_work import UnitOfWork

log = structlog.get_logger()


TOGETHER = 8
"""Updates of as many chats share a commit where they wait anyway: the disk is waited for once."""


class RehearsedError(Exception):
    """The rehearsal is over: all of it is undone."""


class NotUnderstoodError(Exception):
    """An update came in a form that the program doesn't know."""


class Pipeline:
    """Takes updates in and works them off, one chat in order."""

    def __init__(self, database: Database, services: Services) -> None:
        self._database = database
        self.services = services
        self._served: tuple[str, str] | None = None
        self._one_by_one = 0
        """So many updates are taken alone: one of them made a transaction fail as a whole."""
        self.on_failed: Callable[[Exception], None] = lambda _error: None
        """Told of every update that failed, once that is stored: for who replays a conversation."""

    async def receive(self, updates: Iterable[Inbound]) -> int:
        """Write updates down; only then may they be acknowledged. How many were new.

        One that can't be written down as it is stops no other: what is left of it is kept for an
        operator. Raises what says that the database can't be used now.
        """
        batch = list(updates)
        try:
            return await self._database.run(lambda uow: uow.inbox.add(batch))
        except Exception as error:
            if is_passing(error):
                raise
            log.error("updates not written down together", **where(error))
            return await self._database.run(lambda uow: self._each_apart(uow, batch))

    @staticmethod
    def _each_apart(uow: UnitOfWork, batch: list[Inbound]) -> int:
        new: list[int] = []
        for update in batch:

            def add(update: Inbound = update) -> None:
                new.append(uow.inbox.add([update]))

            if uow.apart(add) is not None:
                fault = uow.apart(partial(add, update.put_aside()))
                if fault is not None:
                    raise fault
        return sum(new)

    async def rehearse(self) -> None:
        """Answer somebody who isn't there, and undo it: so nobody waits for what is made once.

        Models are read, statements compiled and tables built when they are needed first.
        """
        address = Address("web", "rehearsal")

        def work(uow: UnitOfWork) -> None:
            for number, words in enumerate(BEGINNINGS):
                key = f"rehearsal/{number}"
                uow.inbox.add([Inbound(address, Incoming.TEXT, words, update_key=key)])
                (row,) = uow.inbox.history(address.channel, address.external_id, 1)
                self._work_off(uow, row)
            raise RehearsedError

        with contextlib.suppress(RehearsedError):
            await self._database.run(work)

    async def handle_next(self) -> int:
        """Work off the next update of each of a few chats; how many, 0 when none waits.

        They share a commit. Where one has a fault all of it is undone and done again, with a
        savepoint for each: the fault is noted, undone alone and stops nobody.
        Raises what says that the database can't be used now: the updates wait as they are.
        """
        taken: list[InboxRow] = []
        faults: list[tuple[InboxRow, Exception]] = []
        most = 1 if self._one_by_one else TOGETHER

        def work(uow: UnitOfWork) -> None:
            taken[:] = uow.inbox.next_few(self._served, most)
            for row in taken:
                self._work_off(uow, row)

        def work_apart(uow: UnitOfWork) -> None:
            faults.clear()
            taken[:] = uow.inbox.next_few(self._served, most)
            for row in taken:
                if fault := uow.apart(partial(self._work_off, uow, row)):
                    if is_conflict(fault):
                        # Another worker gave the same number: all of it is done again.
                        raise fault
                    faults.append((row, fault))
                    self._note_failed(uow, row, fault)

        try:
            try:
                await self._database.run(work)
            except Exception as error:
                if len(taken) < 2 or is_passing(error):
                    raise
                # A savepoint costs two statements an update: only where something is to be undone.
                await self._database.run(work_apart)
        except Exception as error:
            if not taken or is_passing(error):
                raise
            if len(taken) > 1:
                # Whose fault it is can't be seen: each is tried by itself.
                self._one_by_one = len(taken)
                return len(taken)
            faults[:] = [(taken[0], error)]
            await self._database.run(lambda uow: self._note_failed(uow, *faults[0]))
        self._one_by_one = max(0, self._one_by_one - 1)
        self._served = (taken[-1].channel, taken[-1].external_id) if taken else None
        for row, fault in faults:
            log.error("update failed", inbox=row.id, **where(fault))
            self.on_failed(fault)
        return len(taken)

    def _work_off(self, uow: UnitOfWork, row: InboxRow) -> None:
        taken_by = self._handle(uow, row) if row.raw else None
        uow.inbox.close(row.id, "handled", read_by=taken_by)

    def _note_failed(self, uow: UnitOfWork, row: InboxRow, error: Exception) -> None:
        again = uow.apart(partial(self._failed, uow, row, error))
        if again is not None:
            # Not even that can be told: the update alone is put aside.
            log.error("fault not told", inbox=row.id, **where(again))
            uow.inbox.close(row.id, "failed", error=type(error).__name__)

    def _account(self, uow: UnitOfWork, inbound: Inbound) -> Account:
        known = self.services.default_language in LANGUAGES
        account = uow.accounts.greet(
            inbound.address,
            blocked=inbound.kind is Incoming.BLOCK,
            capabilities=lender(inbound.address.channel),
            language=self.services.default_language if known else LANGUAGES[0],
        )
        name = display_name(inbound.name or "")
        if not name or name == account.name or account.name_told:
            return account
        uow.accounts.update(account.id, name=name)
        return replace(account, name=name)

    def _handle(self, uow: UnitOfWork, row: InboxRow) -> str:
        """Answer one update; the name of the reader that took it."""
        inbound, changed = Inbound.from_json(row.raw), None
        if inbound.kind is Incoming.UNREADABLE:
            raise NotUnderstoodError
        account = self._account(uow, inbound)
        if inbound.file_name:
            inbound = replace(inbound, file_name=file_name(inbound.file_name))
        if inbound.kind is Incoming.EDIT:
            changed = uow.inbox.changed(row, inbound.message) if inbound.message else None
            if changed is not None and inbound.text == changed.text:
                # Platforms report a change of what isn't text as well: nothing new was said.
                return "nothing_new"
        elif inbound.kind is Incoming.CONTACT and inbound.text:
            inbound = replace(inbound, kind=Incoming.TEXT)
        elif inbound.kind is Incoming.PRESS and inbound.place is not None:
            inbound = replace(inbound, text=self._pressed(uow, account, inbound))
        turn = Turn(
            uow=uow,
            account=account,
            inbound=inbound,
            speaker=speaker_for(uow, account, self.services.zone),
            plan=self.services.plan,
            zone=self.services.zone,
            changed=changed,
        )
        taken_by = handle(self.services, turn)
        if turn.forgotten:
            uow.inbox.forget(row.id)
        with uow.outbox.together():
            for place, said in enumerate(turn.said):
                message = Message(
                    f"in/{row.id}/{place}",
                    said.kind,
                    said.text,
                    said.rows,
                    said.files,
                    priority=Priority.REPLY,
                    inbox_id=row.id,
                    rights=turn.rights | said.rights,
                )
                queue(uow, account, message)
        return taken_by

    @staticmethod
    def _pressed(uow: UnitOfWork, account: Account, inbound: Inbound) -> str:
        """The value behind a button; "" when no such choice was offered to this account."""
        row = uow.outbox.get(inbound.shown_in or 0)
        if row is None or row.account_id != account.id or inbound.place is None:
            return ""
        choices = [Choice(label, value) for line in row.rows for label, value in line]
        if not 0 <= inbound.place < len(choices) or choices[inbound.place].mark != inbound.mark:
            return ""
        return choices[inbound.place].value

    def _failed(self, uow: UnitOfWork, row: InboxRow, error: Exception) -> None:
        """Note the fault and tell the person; whatever stands in the row, this must not fail."""
        if not uow.inbox.still_waits(row.id):
            # Another worker took it up since our transaction was rolled back.
            return
        uow.inbox.close(row.id, "failed", error=type(error).__name__)
        if not row.external_id:
            return
        forget_file(Path(self.services.files), (row.raw or {}).get("file_path"))
        account = uow.accounts.find(Address(row.channel, row.external_id))
        if account is None:
            account = self._account(
                uow, Inbound(Address(row.channel, row.external_id), Incoming.TEXT)
            )
        tell(
            uow,
            account,
            self.services.zone,
            Letter(f"in/{row.id}/failed", say("engine.failed"), Kind.REPLY),
        )

"""What a chat page shows of a chat: both sides in the order in which they spoke, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import buttons
from bot.buttons import read_button
from bot.channels.web import NAME
from bot.conversations.permissions import Reader
from bot.handlers.members.list_matching import Preview
from bot.handlers.members.roster_tables import tables_of
from bot.messages import Inbound, Incoming
from bot.speech.show import show_date
from bot.speech.translation import Speaker, say
from bot.storage.records import Account, InboxRow, OutboxRow
from bot.storage.unit_of_work import UnitOfWork
from bot.untyped import JsonObject

Place = tuple[datetime, int, int, int]
"""Where something stands in a chat: its moment, the update it belongs to, whose it is, its number."""


@dataclass(frozen=True)
class ChatView:
    """How one account's page shows messages: its words, its zone, where its files are fetched."""

    speaker: Speaker
    zone: ZoneInfo
    base: str

    def day(self, moment: datetime) -> str:
        """The name of a day, as it stands before the day's first message."""
        return self.speaker.text(show_date(moment.astimezone(self.zone).date()))

    def sent(self, row: OutboxRow) -> JsonObject:
        """A message of the bot.

        `turn` is the same for all that answers one update, null for what nobody asked for.
        """
        return {
            "id": f"o{row.id}",
            "outbox": row.id,
            "turn": row.inbox_id,
            "day": self.day(_sent_at(row)),
            "from": "bot",
            "text": row.text,
            "rows": [
                [{"label": label, "value": value} for label, value in line] for line in row.rows
            ],
            "files": [
                {"name": name, "url": f"{self.base}/files/{row.id}/{place}"}
                for place, (_, name) in enumerate(row.files)
            ],
            "tables": self._tables(row),
        }

    def _tables(self, row: OutboxRow) -> str | None:
        """Where a list is fetched as tables, for the message that asks whether to write it."""
        for line in row.rows:
            for _, value in line:
                button = read_button(value)
                if isinstance(button, buttons.ImportList):
                    return f"{self.base}/lists/{button.club}"
        return None

    def said(self, row: InboxRow, text: str) -> JsonObject:
        """What the person did."""
        return {"id": f"i{row.id}", "from": "me", "text": text, "day": self.day(row.received_at)}

    def unanswered(self, rows: Iterable[InboxRow]) -> list[JsonObject]:
        """What was typed by somebody to whom nothing was said yet."""
        shown = [(row, _typed(row, {})) for row in rows]
        return [self.said(row, text) for row, text in shown if text]


def history_of(
    uow: UnitOfWork, account: Account, reader: Reader, view: ChatView
) -> tuple[list[JsonObject], OutboxRow | None]:
    """Both sides of an account's chat, oldest first, and the message that was sent last."""
    sent = uow.outbox.history(account.id)
    typed = uow.inbox.history(NAME, account.external_id)
    # What was typed is read under what its answers are read under: it may name people too.
    needed = uow.outbox.rights_of_replies(row.id for row in typed)
    labels = {
        (row.id, value): label
        for row in sent
        if reader.may_read(row)
        for line in row.rows
        for label, value in line
    }
    entries: list[tuple[Place, JsonObject | None]] = [
        (place, view.sent(row) if reader.may_read(row) else None) for place, row in _placed(sent)
    ]
    for row in typed:
        shown = _typed(row, labels)
        if shown:
            readable = reader.holds_all(needed.get(row.id, ()))
            place = (row.received_at, row.id, 0, row.id)
            entries.append((place, view.said(row, shown) if readable else None))
    entries.sort(key=lambda each: each[0])
    hidden = view.speaker.text(say("page.hidden"))
    latest = max(sent, key=lambda row: (_sent_at(row), row.id), default=None)
    return _without_hidden(entries, hidden), latest


def _sent_at(row: OutboxRow) -> datetime:
    return row.sent_at or row.created_at


def _placed(sent: Sequence[OutboxRow]) -> list[tuple[Place, OutboxRow]]:
    """The bot's messages with their places.

    Much happens at one moment where a clock is moved: an answer stands behind what it answers, and
    what nobody asked for behind the answer before it.
    """
    placed = []
    before, update = None, 0
    for row in sorted(sent, key=lambda row: (_sent_at(row), row.id)):
        moment = _sent_at(row)
        update = max(update if moment == before else 0, row.inbox_id or 0)
        before = moment
        placed.append(((moment, update, 1, row.id), row))
    return placed


def _without_hidden(entries: list[tuple[Place, JsonObject | None]], words: str) -> list[JsonObject]:
    """A chat with one line in the place of what follows one another and isn't to be read any more."""
    shown: list[JsonObject] = []
    hiding = False
    for (_, _, whose, number), said in entries:
        if said is not None:
            shown.append(said)
        elif not hiding:
            shown.append(
                {
                    "id": f"h{whose}-{number}",
                    "turn": None,
                    "from": "bot",
                    "text": words,
                    "rows": [],
                    "files": [],
                }
            )
        hiding = said is None
    return shown


def _typed(row: InboxRow, labels: dict[tuple[int, str], str]) -> str:
    """What a person did, as the page shows it; "" for what isn't shown or was forgotten."""
    if not row.raw:
        return ""
    inbound = Inbound.from_json(row.raw)
    if inbound.kind in (Incoming.TEXT, Incoming.EDIT):
        return inbound.text
    if inbound.kind is Incoming.PRESS:
        return labels.get((inbound.shown_in or 0, inbound.text), "")
    if inbound.kind is Incoming.FILE:
        return inbound.file_name or ""
    return ""


def tables_as_json(speaker: Speaker, found: Preview) -> JsonObject:
    """A list's preview as the page shows it."""
    return {
        "tables": [
            {
                "caption": speaker.text(table.caption),
                "heads": [speaker.text(each) for each in table.heads],
                "rows": [
                    ["–" if cell is None else speaker.text(cell) for cell in row]
                    for row in table.rows
                ],
                "more": speaker.text(say("roster.table.more", count=table.more))
                if table.more
                else "",
            }
            for table in tables_of(found)
        ]
    }

"""Where people's data lie on this machine, so that nobody but the bot's owner reads them."""

from __future__ import annotations

from pathlib import Path

from bot.care.backup import backups_folder
from bot.care.ledger import ledger_path
from bot.storage.address import DatabaseAddress


def places_of_people(address: DatabaseAddress) -> list[Path]:
    """The database's files, what was sent and made, the backups, the ledger of who was erased."""
    return [*address.files, address.sent_files, backups_folder(address), ledger_path(address)]

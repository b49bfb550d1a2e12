"""Addresses of databases: what they name, and that none shows its password."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.address import DatabaseAddress
from bot.storage.faults import StorageError

SERVER = "postgresql+asyncpg://clb:m%40t-khau@db.example.org/clb"


@pytest.mark.parametrize("name", ["data/bot.db", "/tmp/sổ của ấp/100%.db", "/tmp/a#b.db"])
def test_a_file_of_any_name_is_found_again(name: str) -> None:
    address = DatabaseAddress.of_file(Path(name))
    again = DatabaseAddress.of(str(address))
    assert again.file == Path(name)
    assert again.folder == Path(name).parent
    assert again.name == Path(name).stem
    assert again.shown == name


@pytest.mark.parametrize("text", ["sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:", SERVER])
def test_what_is_no_file_keeps_its_things_in_the_data_folder(text: str) -> None:
    address = DatabaseAddress.of(text)
    assert address.file is None
    assert address.folder == Path("data")


def test_a_servers_password_is_not_shown() -> None:
    address = DatabaseAddress.of(SERVER)
    assert address.name == "clb"
    assert "khau" not in address.shown
    assert "db.example.org" in address.shown
    assert str(address) == SERVER


@pytest.mark.parametrize("text", ["mysql://x", "secret", "postgresql+asyncpg://u:secret@[::1/x"])
def test_what_is_no_address_is_told_without_it(text: str) -> None:
    with pytest.raises(StorageError, match="BOT_DATABASE_URL") as told:
        DatabaseAddress.of(text)
    assert "secret" not in str(told.value)

"""The file of settings: read as people save it, or refused with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.channels.telegram.settings import PUBLIC_API
from bot.settings import PREFIX, Settings, SettingsError, file_read, load_settings, names_in_file
from tests.command_line import ROOT, one_line, run

EXAMPLE = ROOT / ".env.example"


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file, in the folder where the program is started; nothing in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name}".upper(), raising=False)
    return tmp_path / ".env"


@pytest.mark.parametrize(
    "content",
    [
        b"BOT_CONTACT=c\xc3\xb4 Lan, 0918\nBOT_WEB_PORT=8081\n",
        b"\xef\xbb\xbfBOT_CONTACT=c\xc3\xb4 Lan, 0918\r\nBOT_WEB_PORT=8081\r\n",
        b"# BOT_WEB_PORT=1\r\n\r\nBOT_CONTACT = \"c\xc3\xb4 Lan, 0918\"  # who\r\nBOT_WEB_PORT='8081'",
        b"export BOT_CONTACT='c\xc3\xb4 Lan, 0918'\nexport BOT_WEB_PORT=8081\n",
    ],
    ids=["plain", "mark and line ends of Windows", "quotes", "export"],
)
def test_a_file_is_read_as_it_was_saved(env: Path, content: bytes) -> None:
    env.write_bytes(content)
    found = load_settings()
    assert (found.contact, found.web_port) == ("cô Lan, 0918", 8081)
    assert names_in_file(env) == ["BOT_CONTACT", "BOT_WEB_PORT"]
    assert file_read() == env


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("BOT_BACKUP_KEY=hai ba # bốn năm", "write BOT_BACKUP_KEY='...'"),
        ("BOT_WEB_PORT=8080 # the port", "a comment goes on a line of its own"),
        ("BOT_CONTACT= # who", "cut off"),
        ('BOT_BACKUP_KEY="hai ba" bốn', "between two quotes"),
        ('BOT_BACKUP_KEY="hai ba', "between two quotes"),
        ("BOT_BACKUP_KEY=“hai ba”", "no straight ones"),
        ("BOT_BACKUP_KEY=hai${ba}", "would be replaced"),
        ("BOT_WEB_PORT 8080", "NAME=value"),
        ("=8080", "NAME=value"),
    ],
)
def test_a_value_that_would_be_read_otherwise_is_refused(env: Path, line: str, told: str) -> None:
    env.write_text(f"BOT_LOCALE=en\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert str(refused.value).startswith(".env, line 2: ")
    assert told in str(refused.value)
    assert "hai" not in str(refused.value)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("BOT_BACKUP_KEY='hai ba # bốn năm'", "hai ba # bốn năm"),
        ('BOT_BACKUP_KEY="hai # ba"  # on paper', "hai # ba"),
        ("BOT_BACKUP_KEY=hai#ba", "hai#ba"),
        ("BOT_BACKUP_KEY=#hai", "#hai"),
        ("BOT_BACKUP_KEY=hai ba's", "hai ba's"),
        ("BOT_BACKUP_KEY=a$b=c", "a$b=c"),
    ],
)
def test_a_value_is_taken_whole(env: Path, line: str, value: str) -> None:
    env.write_text(f"{line}\n", encoding="utf-8")
    key = load_settings().backup_key
    assert key is not None
    assert key.get_secret_value() == value


@pytest.mark.parametrize("name", ["BOT_ZALO_TOKEN", "BOT_ZALO_OA_APP_ID", "bot_zalo_api_url"])
def test_a_channel_that_is_not_there_yet_is_not_set_up_in_vain(env: Path, name: str) -> None:
    env.write_text(f"BOT_LOCALE=vi\n{name}=123:secret\n", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert str(refused.value) == f"{name}: bản này chưa có kênh Zalo; bỏ dòng đó đi"
    env.write_text(f"{name}=\n", encoding="utf-8")
    load_settings()


def test_a_fault_is_told_in_the_operators_language(
    env: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line, vietnamese, english in (
        ("BOT_WEB_PORT=eighty", "phải là một số nguyên", "a whole number"),
        ("BOT_KEEP_BACKUPS=0", "phải từ 1 trở lên", "1 at least"),
        ("BOT_WEB_PORT=70000", "nhiều nhất là 65535", "65535 at most"),
        ("BOT_SENDS_PER_SECOND=0", "phải lớn hơn 0", "more than 0"),
        ("BOT_SENDS_PER_SECOND=nan", "phải là một con số", "a number"),
        ("BOT_BACKUPS=no", "một trong các giá trị: on, off", "one of these: on, off"),
        ("BOT_WEB_PORT 8080", "phải viết TÊN=giá trị", "NAME=value"),
    ):
        for language, words in (("vi", vietnamese), ("en", english)):
            env.write_text(f"BOT_LOCALE={language}\n{line}\n", encoding="utf-8")
            with pytest.raises(SettingsError) as refused:
                load_settings()
            assert words in str(refused.value)
    # A language that is none is told in the usual one; the environment's goes first.
    env.write_text("BOT_LOCALE=fr\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="một trong các giá trị: vi, en; thí dụ BOT_LOCALE=vi"):
        load_settings()
    monkeypatch.setenv("BOT_LOCALE", "en")
    env.write_text("BOT_LOCALE=vi\nBOT_BACKUPS=no\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="only one of these"):
        load_settings()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1258"])
def test_how_to_save_it_is_said(tmp_path: Path, encoding: str) -> None:
    (tmp_path / ".env").write_text("BOT_CONTACT=cô Lan\r\n", encoding=encoding)
    told = one_line(run("report", cwd=tmp_path))
    assert told.startswith(".env: ")
    assert "UTF-8" in told


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    assert one_line(run("report", cwd=tmp_path)).startswith(".env: ")


def test_the_example_has_every_setting_once() -> None:
    names = re.findall(r"^#(BOT_\w+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(names) == sorted(f"{PREFIX}{name}".upper() for name in Settings.model_fields)


def test_the_example_changes_nothing_until_something_is_taken_in(env: Path) -> None:
    env.write_bytes(EXAMPLE.read_bytes())
    assert load_settings() == Settings(_env_file=None)


def test_every_line_of_the_example_can_be_taken_in(
    env: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    env.write_text(re.sub(r"^#(BOT_)", r"\1", text, flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.chdir(ROOT)
    found = load_settings(env)
    assert found.telegram_api_url == PUBLIC_API
    for name, field in Settings.model_fields.items():
        if field.default is not None:
            assert getattr(found, name) == field.default, name

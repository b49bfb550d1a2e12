"""The words are compiled when they are needed: a fresh clone, an update and a damaged file start."""

from __future__ import annotations

import gettext
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.speech import compiled
from bot.speech.compiled import CatalogueError, catalogue_folder, load_compiled
from tests.command_line import ROOT, one_line, run_process

KEY = "doctor.well"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A catalogue as a fresh clone has it."""
    folder = tmp_path / "vi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(catalogue_folder() / "vi" / "LC_MESSAGES" / "messages.po", folder)
    return folder


def said(folder: Path) -> str:
    return load_compiled("vi", folder).gettext(KEY)


def test_a_fresh_clone_and_no_second_time(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o077)
    try:
        assert said(tmp_path) == "Không có lỗi nào."
    finally:
        os.umask(before)
    assert sorted(each.name for each in place.iterdir()) == ["messages.mo", "messages.po"]
    # Whoever starts the bot next, as another user, reads it too.
    assert (place / "messages.mo").stat().st_mode & 0o777 == 0o644
    monkeypatch.setattr(compiled, "_compile", None)
    assert said(tmp_path) == "Không có lỗi nào."


def test_it_is_what_the_usual_tool_makes(place: Path, tmp_path: Path) -> None:
    by_tool = tmp_path / "by_tool.mo"
    tool = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "compile", "--locale", "vi"]
    source = str(place / "messages.po")
    subprocess.run([*tool, "-i", source, "-o", str(by_tool)], check=True)
    with by_tool.open("rb") as file:
        made = gettext.GNUTranslations(file)
    ours = load_compiled("vi", tmp_path)
    keys = {key for key in made._catalog if key}  # type: ignore[attr-defined]
    assert len(keys) > 1000
    assert {key: ours.gettext(key) for key in keys} == {key: made.gettext(key) for key in keys}


def test_an_update(place: Path, tmp_path: Path) -> None:
    said(tmp_path)
    source = place / "messages.po"
    source.write_text(source.read_text("utf-8").replace("Không có lỗi nào.", "Tốt cả."), "utf-8")
    later = (place / "messages.mo").stat().st_mtime + 5
    os.utime(source, (later, later))
    assert said(tmp_path) == "Tốt cả."


@pytest.mark.parametrize("content", [b"", b"hello" * 100, b"\xde\x12\x04\x95" * 40])
def test_a_damaged_file(place: Path, tmp_path: Path, content: bytes) -> None:
    (place / "messages.mo").write_bytes(content)
    assert said(tmp_path) == "Không có lỗi nào."
    assert (place / "messages.mo").read_bytes() != content


def test_a_file_that_was_cut_off(place: Path, tmp_path: Path) -> None:
    said(tmp_path)
    made = place / "messages.mo"
    made.write_bytes(made.read_bytes()[:5000])
    assert said(tmp_path) == "Không có lỗi nào."


def test_a_folder_that_is_not_ours(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert said(tmp_path) == "Không có lỗi nào."
    assert [each.name for each in place.iterdir()] == ["messages.po"]


@pytest.mark.parametrize("content", [None, "<<<<<<< HEAD\n"])
def test_a_catalogue_that_can_not_be_read(place: Path, tmp_path: Path, content: str | None) -> None:
    source = place / "messages.po"
    if content is None:
        source.unlink()
    else:
        source.write_text(content + source.read_text("utf-8"), "utf-8")
    with pytest.raises(CatalogueError, match="git checkout -- locales"):
        said(tmp_path)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The program as it is after `git pull`: no words are compiled."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / "bot", folder / "bot")
    shutil.copytree(ROOT / "locales", folder / "locales", ignore=shutil.ignore_patterns("*.mo"))
    return folder


def test_a_command_and_the_doctor_after_a_pull_without_make(clone: Path) -> None:
    path = {"PYTHONPATH": str(clone)}
    assert run_process("migrate", cwd=clone, **path).returncode == 0
    # One language damaged: the doctor says so in the other; both: without words.
    (clone / "locales/vi/LC_MESSAGES/messages.po").write_text("<<<<<<< HEAD\n")
    (clone / "locales/vi/LC_MESSAGES/messages.mo").unlink(missing_ok=True)
    told = run_process("doctor", cwd=clone, **path).stdout
    assert "[fault] Words: they can't be read" in told
    (clone / "locales/en/LC_MESSAGES/messages.po").write_text("<<<<<<< HEAD\n")
    (clone / "locales/en/LC_MESSAGES/messages.mo").unlink(missing_ok=True)
    told = run_process("doctor", cwd=clone, **path).stdout
    assert "doctor.catalogues_fault" in told
    assert "git checkout -- locales" in told
    assert "git checkout -- locales" in one_line(run_process("run", cwd=clone, **path))


def test_a_library_that_an_update_needs(clone: Path) -> None:
    (clone / "bot" / "cli" / "care.py").write_text("import a_new_library\n")
    told = one_line(run_process("doctor", cwd=clone, PYTHONPATH=str(clone)))
    assert "a_new_library" in told
    assert "install`, which installs what is missing" in told

"""Files that hold people's data: whoever runs the bot may read them, and nobody else.

Folders and files are made for their owner alone whatever the shell's umask says, and what lies
there with wider rights (an older version, a careless copy) is narrowed when the bot starts.
"""

from __future__ import annotations

import codecs
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

OWNERS_FOLDER = 0o700
OWNERS_FILE = 0o600
_OTHERS = 0o077


def make_folder(folder: Path) -> Path:
    """A folder that only its owner looks into, with those above it; as it is if it is there.

    Raises OSError.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=OWNERS_FOLDER, exist_ok=True)
    return folder


def make_file(path: Path) -> None:
    """An empty file that only its owner reads; as it is if it is there. Raises OSError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, OWNERS_FILE))


def write_file(path: Path, content: bytes) -> None:
    """Write a file that only its owner reads, over an older one too. Raises OSError."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNERS_FILE)
    with os.fdopen(number, "wb") as file:
        os.fchmod(number, OWNERS_FILE)
        file.write(content)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file that only its owner reads; it appears whole, over an older one. Raises OSError."""
    draft = target.with_name(f".{target.name}.draft")
    try:
        number = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNERS_FILE)
        with os.fdopen(number, "wb") as writing, source.open("rb") as reading:
            shutil.copyfileobj(reading, writing)
            writing.flush()
            os.fsync(number)
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


class EncodingError(Exception):
    """A text that isn't saved as UTF-8: how it is saved, and how it has to be."""

    def __init__(self, text: str, kind: str) -> None:
        self.kind = kind
        """`utf16`, or `encoding` for another one."""
        super().__init__(text)


def read_text(path: Path) -> str:
    """A text that somebody wrote in whatever editor; raises OSError or EncodingError."""
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:1024]:
        raise EncodingError(
            'saved as UTF-16 ("Unicode"): save it anew, in Notepad "Save as" with the encoding UTF-8',
            "utf16",
        )
    try:
        # Notepad writes a mark in front, which is no part of the text.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise EncodingError(
            'not UTF-8 text: save it anew, in Notepad "Save as" with the encoding UTF-8',
            "encoding",
        ) from None


def _below(path: Path) -> Iterator[Path]:
    """A file, or a folder with all that lies in it; nothing where there is neither."""
    if path.is_symlink() or not path.exists():
        return
    yield path
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if not each.is_symlink():
                yield each


def readable_by_others(paths: Iterable[Path]) -> list[Path]:
    """Those of these files and folders, and of what lies in them, that not only the owner reads."""
    return [each for path in paths for each in _below(path) if each.stat().st_mode & _OTHERS]


def narrow(paths: Iterable[Path]) -> int:
    """Take the rights of others from files and folders and what lies in them; how many had some.

    What belongs to somebody else stays as it is: the doctor names it.
    """
    count = 0
    for path in readable_by_others(paths):
        try:
            path.chmod(OWNERS_FOLDER if path.is_dir() else OWNERS_FILE)
        except PermissionError:
            continue
        count += 1
    return count

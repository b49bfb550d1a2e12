"""The words as the program looks them up: compiled from the catalogues that people edit.

A catalogue lies beside what was compiled of it. Where that is missing (a fresh clone), older (an
update) or damaged, it is made anew, and kept where one may write; so a start needs no step before.
"""

from __future__ import annotations

import gettext
import os
import struct
import tempfile
from io import BytesIO
from pathlib import Path

MENDS = "git checkout -- locales"
_DAMAGED = (struct.error, ValueError, LookupError, OSError)
"""What reading something compiled raises that is none, or was cut off."""


class CatalogueError(RuntimeError):
    """A language's words that can't be read: which file, the fault, and what mends it."""


def catalogue_folder() -> Path:
    """Where the catalogues lie: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "locales"
    return inside if inside.is_dir() else package.parent / "locales"


def load_compiled(language: str, folder: Path | None = None) -> gettext.GNUTranslations:
    """A language's words, compiled if need be; raises CatalogueError."""
    place = (folder or catalogue_folder()) / language / "LC_MESSAGES"
    source, made = place / "messages.po", place / "messages.mo"
    if not _is_older(made, source):
        try:
            return gettext.GNUTranslations(BytesIO(made.read_bytes()))
        except _DAMAGED:
            pass  # Cut off or overwritten: the catalogue itself is still there.
    content = _compile(source, language)
    _keep(made, content)
    return gettext.GNUTranslations(BytesIO(content))


def _is_older(made: Path, source: Path) -> bool:
    """Whether the catalogue was changed since; a package may come without catalogues."""
    try:
        return source.stat().st_mtime_ns > made.stat().st_mtime_ns
    except OSError:
        return False


def _compile(source: Path, language: str) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    compiled = BytesIO()
    try:
        with source.open("rb") as file:
            write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    except OSError as error:
        fault = error.strerror or type(error).__name__
    except (PoFileError, ValueError) as error:
        fault = str(error)
    else:
        return compiled.getvalue()
    raise CatalogueError(f"{source}: {fault}; `{MENDS}` brings it back as it came")


def _keep(made: Path, content: bytes) -> None:
    """Whole or not at all; where one may not write, every start compiles for itself."""
    try:
        number, name = tempfile.mkstemp(prefix=".messages-", dir=made.parent)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            # Whoever starts the bot reads it, not only who was first.
            os.fchmod(number, 0o644)
        Path(name).replace(made)
    except OSError:
        return

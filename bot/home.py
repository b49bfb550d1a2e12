"""The bot's own folder and the word that calls it, whoever calls it and wherever.

Nothing here needs a library: it is asked before any can be loaded.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

_LOCALE = "BOT_LOCALE"
WORD = "ishc-bot"
"""The installed command. What is said to operators names it so; `as_typed` makes it run here."""
HOME = "BOT_HOME"
"""Names the folder in the environment. The installed command sets it to where it lies itself."""
CHECKOUT = Path(__file__).resolve().parent.parent
LAUNCHER = CHECKOUT / WORD
"""The installed command in a checkout; a package has none."""


def home() -> Path:
    """Where `.env` lies and what relative paths in it begin at: the working folder, unless set."""
    return Path(os.environ.get(HOME, ""))


def env_file() -> Path:
    """The file of settings, in the bot's own folder."""
    return home() / ".env"


def language_named(file: Path | None = None) -> str | None:
    """What BOT_LOCALE names as the operator's language, in the environment or on a line of `.env`.

    Nothing else there is looked at, be it wrong or not: faults and help are told in this language.
    `file`: another one than `.env`.
    """
    for name, value in os.environ.items():
        if name.upper() == _LOCALE and value:
            return value
    try:
        lines = (file or env_file()).read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return None
    found = None
    for line in lines:
        name, _, value = line.strip().removeprefix("export ").partition("=")
        if name.strip().upper() == _LOCALE:
            found = value.strip().strip("'\"")
    return found


def settle_home() -> None:
    """Take the checkout for the bot's folder, wherever it was called from, unless one is named."""
    if LAUNCHER.is_file():
        os.environ.setdefault(HOME, str(CHECKOUT))


def command_word() -> str:
    """How the program is called on this machine, so that it can be typed as it is shown."""
    here = {LAUNCHER, Path(sys.executable).with_name(WORD)}
    found = shutil.which(WORD)
    if found is not None and not here.isdisjoint((Path(found), Path(found).resolve())):
        return WORD
    if LAUNCHER.is_file():
        return shlex.quote(str(LAUNCHER))
    return f"{shlex.quote(sys.executable)} -m bot"


def as_typed(text: str) -> str:
    """A text in which commands stand as they can be typed here."""
    shown = command_word()
    return text if shown == WORD else text.replace(f"`{WORD} ", f"`{shown} ")


def keeper(folder: Path) -> os.stat_result | None:
    """Who keeps the data of a bot's folder: whoever has the data, else the folder itself."""
    for each in (folder / "data", folder):
        try:
            return each.stat()
        except OSError:
            continue
    return None


def become_keeper() -> None:
    """As root go on as the user whose bot it is: what root wrote, the bot itself couldn't write."""
    named = os.environ.get(HOME)
    if named is None or os.geteuid() != 0:
        return
    found = keeper(Path(named))
    if found is None or found.st_uid == 0:
        return
    import pwd

    try:
        user = pwd.getpwuid(found.st_uid)
    except KeyError:
        os.setgroups([])
    else:
        os.initgroups(user.pw_name, found.st_gid)
        os.environ["HOME"] = user.pw_dir
    os.setgid(found.st_gid)
    os.setuid(found.st_uid)


def kept_by_another() -> str | None:
    """Whose bot it is where we may not read its settings or write its data; None where we may."""
    named = os.environ.get(HOME)
    found = keeper(Path(named)) if named is not None else None
    if named is None or found is None or found.st_uid == os.geteuid():
        return None
    wanted = ((Path(named, ".env"), os.R_OK), (Path(named, "data"), os.W_OK | os.X_OK))
    if all(os.access(path, rights) for path, rights in wanted if path.exists()):
        return None
    import pwd

    try:
        return pwd.getpwuid(found.st_uid).pw_name
    except KeyError:
        return str(found.st_uid)

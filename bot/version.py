"""Which version of the program this is."""

from __future__ import annotations

import re
from pathlib import Path

VERSION = "0.1.0"
_ROOT = Path(__file__).resolve().parent.parent


def told_version(root: Path = _ROOT) -> str:
    """The version, in a checkout with the commit that it stands at: 0.1.0 (81fcbd5)."""
    commit = _commit(root / ".git")
    return f"{VERSION} ({commit[:7]})" if commit else VERSION


def _commit(repository: Path) -> str | None:
    """Read by ourselves: git refuses in a folder that belongs to somebody else."""
    try:
        head = (repository / "HEAD").read_text(encoding="utf-8").strip()
        if head.startswith("ref: "):
            head = _at(repository, head.removeprefix("ref: "))
    except (OSError, UnicodeDecodeError):
        return None
    return head if re.fullmatch(r"[0-9a-f]{40,64}", head) else None


def _at(repository: Path, branch: str) -> str:
    loose = repository / branch
    if loose.is_file():
        return loose.read_text(encoding="utf-8").strip()
    packed = (repository / "packed-refs").read_text(encoding="utf-8")
    return next(
        (line.partition(" ")[0] for line in packed.splitlines() if line.endswith(f" {branch}")), ""
    )

"""Office files are archives: the same content is to be the same bytes, whenever it is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can hold: when an entry was packed tells nothing."""


def fixed_archive(
    content: bytes, change: Callable[[str, bytes], bytes] = lambda _name, data: data
) -> bytes:
    """An archive packed anew with fixed times; `change` may rewrite an entry by its name."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as renewed,
    ):
        for entry in archive.infolist():
            made = zipfile.ZipInfo(entry.filename, _MOMENT)
            made.compress_type = zipfile.ZIP_DEFLATED
            renewed.writestr(made, change(entry.filename, archive.read(entry.filename)))
    return held.getvalue()

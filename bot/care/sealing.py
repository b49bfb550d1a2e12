"""Sealed files: a backup that only the key's holder reads.

AES-256-GCM over pieces, each with its number and whether it is the last (the STREAM construction),
so that a file of any size is sealed in little memory and nothing can be cut off, swapped or
changed unseen. The key comes from the operator's words by scrypt.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"ISHC-BOT-SEALED-1\n"
_SALT = 16
_PREFIX = 7
_TAG = 16
PIECE = 1 << 20
"""Bytes of plain content a piece."""


class SealError(Exception):
    """A sealed file that can't be opened; the text says why."""


def is_sealed(path: Path) -> bool:
    """Whether a file was sealed; raises OSError."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _cipher(key: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=1 << 15, r=8, p=1).derive(key.encode()))


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


def fingerprint(key: str) -> str:
    """By what one key is told from another without showing either: 3F2A-91C0."""
    # As slow as opening a backup: it must not be an easier way to guess the key.
    digits = Scrypt(salt=b"ishc-bot fingerprint", length=4, n=1 << 15, r=8, p=1).derive(
        key.encode()
    )
    shown = digits.hex().upper()
    return f"{shown[:4]}-{shown[4:]}"


def opens(path: Path, key: str) -> bool:
    """Whether a key opens a sealed file, by its beginning; raises OSError."""
    with path.open("rb") as file:
        header = file.read(len(MAGIC) + _SALT + _PREFIX)
        salt, prefix = header[len(MAGIC) : -_PREFIX], header[-_PREFIX:]
        piece = file.read(PIECE + _TAG)
        try:
            _cipher(key, salt).decrypt(_nonce(prefix, 0, last=not file.read(1)), piece, header)
        except InvalidTag:
            return False
    return True


def seal(source: IO[bytes], target: IO[bytes], key: str) -> None:
    """Write `source` sealed into `target`."""
    salt, prefix = os.urandom(_SALT), os.urandom(_PREFIX)
    header = MAGIC + salt + prefix
    target.write(header)
    cipher = _cipher(key, salt)
    number, piece = 0, source.read(PIECE)
    while True:
        following = source.read(PIECE)
        last = not following
        target.write(cipher.encrypt(_nonce(prefix, number, last=last), piece, header))
        if last:
            return
        number, piece = number + 1, following


def unseal(source: IO[bytes], target: IO[bytes], key: str) -> None:
    """Write the content of a sealed `source` into `target`; raises SealError."""
    header = source.read(len(MAGIC) + _SALT + _PREFIX)
    if len(header) < len(MAGIC) + _SALT + _PREFIX or not header.startswith(MAGIC):
        raise SealError("the file is not sealed by this program")
    salt, prefix = header[len(MAGIC) : -_PREFIX], header[-_PREFIX:]
    cipher = _cipher(key, salt)
    number, piece = 0, source.read(PIECE + _TAG)
    while True:
        following = source.read(PIECE + _TAG)
        last = not following
        try:
            target.write(cipher.decrypt(_nonce(prefix, number, last=last), piece, header))
        except InvalidTag:
            if number == 0:
                raise SealError(
                    "BOT_BACKUP_KEY does not open this backup: another key, or a damaged file"
                ) from None
            raise SealError("the backup is damaged or cut off: take another one") from None
        if last:
            return
        number, piece = number + 1, following

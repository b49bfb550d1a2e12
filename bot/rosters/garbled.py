"""UTF-8 that a program took for Western letters and saved again: "Nguyá»…n" for "Nguyễn"."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import nfc
from bot.rosters.book import Book, RosterError

GARBLED = "UTF-8"
"""What such a sheet was brought out of, beside the names of old fonts."""
_BYTES = {
    **{chr(byte): byte for byte in range(256)},
    **{
        letter: byte
        for byte in range(0x80, 0xA0)
        if (letter := bytes((byte,)).decode("cp1252", "ignore"))
    },
}
_FOLLOWING = "".join(re.escape(letter) for letter, byte in _BYTES.items() if 0x80 <= byte < 0xC0)
_LEADING = {count: "".join(re.escape(each) for each, byte in _BYTES.items() if low <= byte < high)
            for count, low, high in ((1, 0xC2, 0xE0), (2, 0xE0, 0xF0))}  # fmt: skip
_LETTER = Pattern(f"[{_LEADING[1]}][{_FOLLOWING}]|[{_LEADING[2]}][{_FOLLOWING}]{{2}}")
"""Letters that are the bytes of one."""
_SIGN = Pattern(f"á[º»]|Æ[°¡]|Ã[{_FOLLOWING}]|Ä[‘ƒ\x90\x83]")
"""How "ế", "ư", "à", "đ" begin in such a text, two letters for one."""
_WHOLE = Pattern("[đĐăĂơƠưƯ\u1ea0-\u1ef9]")
"""Letters of Vietnamese that such a text has none of: "ĐÃ" before a blank that may not break is a word."""
_BLANKED = Pattern("(?<=Ã|Æ) |(?<=á[º»]) ")
"""A blank that may not break, which is a byte of some letters, made a usual one."""
_DROPPED = (
    (Pattern("Ã(?=[a-z])"), "Ã\xad"),
    (Pattern(r"Ã(?=$|[\t\n,;.\"])"), "Ã\xa0"),
    (Pattern(f"Ä(?![{_FOLLOWING}])"), "Ä\x90"),
)
"""Bytes that aren't shown, which programs drop: of "í", of "à" at an end, and of "Đ"."""
_LOST = Pattern(f"á[º»](?![{_FOLLOWING}])")
"""A letter of which the last byte is gone."""
_ASKED = Pattern(r"(?<=[^\W\d_])\?(?=[^\W\d_?])|(?<=[^\W\d_])\?\?")
"""Question marks within words, as programs write that know no accents."""
_MOST_TIMES = 3
_FEWEST, _SURE = 3, 0.2


def ungarbled(text: str) -> str:
    """A text with its letters put together again, as often as they came apart; any other as it stands."""
    written = text
    for _ in range(_MOST_TIMES):
        signs = len(_SIGN.findall(text))
        if signs < _FEWEST or signs < 2 * len(_WHOLE.findall(text)):
            break
        mended = _BLANKED.sub("\xa0", text)
        for dropped, whole in _DROPPED:
            mended = dropped.sub(whole, mended)
        mended = _LETTER.sub(_together, mended)
        if mended == text:
            break
        text = mended
    lost = len((_ASKED if text == written else _LOST).findall(text))
    if lost >= _FEWEST and lost >= _SURE * len(text.split()):
        # Nobody can say which letters they were.
        raise RosterError("roster.letters_lost")
    return text if text == written else nfc(_LOST.sub("?", text))


def _together(run: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[letter] for letter in run[0]).decode("utf-8")
    except UnicodeDecodeError:
        return run[0]


def mend_garbled(book: Book) -> None:
    """Put the letters of every sheet together again, and say so in its `font`."""
    for sheet in book.sheets:
        cells = [
            cell
            for row in sheet.lines.values()
            for cell in row.values()
            if isinstance(cell.value, str) and _SIGN.search(cell.value)
        ]
        if not cells:
            continue
        whole = "\n".join(str(cell.value) for cell in cells)
        mended = ungarbled(whole)
        if mended == whole or mended.count("\n") != whole.count("\n"):
            continue
        at = 0
        for cell in cells:
            count = str(cell.value).count("\n") + 1
            lines = mended.split("\n")[at : at + count]
            cell.value, cell.words, at = "\n".join(lines), None, at + count
        sheet.font = GARBLED

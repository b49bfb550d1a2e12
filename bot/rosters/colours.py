"""Colours that a list gives its lines, and the words below it that say what they mean."""

from __future__ import annotations

import colorsys
import re

from bot.language.text import fold, single_line
from bot.rosters.absence import Absence, read_absence

_LEGEND = re.compile(
    r"(?:(?:màu|nền|chữ|tô|bôi|dòng|ô)\s+)+(?:màu\s+)?(vàng|xanh|đỏ|cam|tím|xám|hồng)(?: lá| dương| lục| lam| cây)?"
    r"\s*(?:[:=–-]|là)\s*(.+)",
    re.IGNORECASE,
)
_HUES = ((20, "do"), (42, "cam"), (70, "vang"), (260, "xanh"), (300, "tim"), (345, "hong"))


def colour_of(rgb: str) -> str | None:
    """The word for a colour as a workbook writes it, "FFFFFF00" is "vang"; None for black and white."""
    if not re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", rgb):
        return None
    red, green, blue = (int(rgb[-6:][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.12:
        return "xam" if 0.3 < value < 0.95 else None
    return next((word for bound, word in _HUES if hue * 360 < bound), "do")


def read_legend(texts: list[str]) -> dict[str, Absence]:
    """What colours say of leaving: "màu vàng: đã chuyển đi"."""
    legend = {}
    for text in texts:
        found = _LEGEND.fullmatch(single_line(text).strip(" -*•()"))
        absence = read_absence(found[2]) if found else None
        if found is not None and absence is not None:
            legend[fold(found[1])] = Absence(absence.kind, single_line(text)[:80])
    return legend

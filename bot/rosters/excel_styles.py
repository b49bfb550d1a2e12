"""The styles of a workbook of Excel: which numbers are days, what is struck through, what is coloured."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field

from bot.rosters.colours import colour_of
from bot.rosters.markup import Attributes, parse, read_part

_DAY_FORMATS = frozenset((*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)))


@dataclass
class Styles:
    """By style: whether numbers are days, whether text is struck through, the colour behind it."""

    days: list[bool] = field(default_factory=list)
    struck: list[bool] = field(default_factory=list)
    colours: list[str | None] = field(default_factory=list)


def is_on(attributes: Attributes) -> bool:
    """Whether a mark stands, which without a value means yes."""
    return attributes.get("val", "1") not in ("0", "false")


def _is_day(code: str) -> bool:
    """Whether a format of numbers shows them as days."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.lower())
    return bool(re.search(r"[dy]|mm", plain)) and "0" not in plain.split(";")[0].replace(
        "00:00", ""
    )


def styles_of(archive: zipfile.ZipFile, path: str | None) -> Styles:
    """What the styles of cells say of days and of struck text."""
    styles = Styles()
    if path is None:
        return styles
    formats: dict[str, bool] = {}
    fonts: list[bool] = []
    fills: list[str | None] = []
    within: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        inside = within[-1] if within else ""
        if name in ("numFmts", "fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs"):
            within.append(name)
        elif name == "numFmt" and inside == "numFmts":
            formats[attributes.get("numFmtId", "")] = _is_day(attributes.get("formatCode", ""))
        elif name == "fill" and inside == "fills":
            fills.append(None)
        elif name == "fgColor" and inside == "fills" and fills:
            fills[-1] = colour_of(attributes.get("rgb", ""))
        elif name == "font" and inside == "fonts":
            fonts.append(False)
        elif name == "strike" and inside == "fonts" and fonts:
            fonts[-1] = is_on(attributes)
        elif name == "xf" and inside == "cellXfs":
            key, font = attributes.get("numFmtId", "0"), int(attributes.get("fontId", "0") or 0)
            number = int(key) if key.isdigit() else 0
            styles.days.append(formats.get(key, number in _DAY_FORMATS))
            fill = int(attributes.get("fillId", "0") or 0)
            styles.colours.append(fills[fill] if 0 <= fill < len(fills) else None)
            styles.struck.append(0 <= font < len(fonts) and fonts[font])

    def end(name: str) -> None:
        if within and within[-1] == name:
            within.pop()

    parse(read_part(archive, path), start, end, lambda _: None)
    return styles

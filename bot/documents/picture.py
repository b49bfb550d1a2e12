"""A filled material as a picture of an A4 page: to be sent on, or printed where there is no Word.

The same words as in the .docx, set from the top down; everything is made smaller together until the
page holds it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from bot.documents.handed_out import SHADE, code_in_groups, square
from bot.documents.materials import FilledMaterial
from bot.documents.papers import Part

FONTS = Path(__file__).resolve().parent / "fonts"
"""Roboto, under the Apache License 2.0: the library's own font has no Vietnamese letters."""
WIDTH, HEIGHT = 1240, 1754
"""Dots of an A4 page at 150 to the inch."""
_MARGIN = 80
_ROOM = WIDTH - 2 * _MARGIN
_TITLE, _LARGE, _TEXT, _CODE = 84, 92, 50, 170
"""Heights of letters in dots."""
_SPACING = 1.25
_SQUARE = 520
_STEPS = tuple(step / 100 for step in range(115, 45, -5))
_INK, _PAPER = "black", "white"


def draw_material(filled: FilledMaterial) -> bytes:
    """The material as the bytes of a .png."""
    # The first size at which the page holds everything; the smallest holds what there can be.
    for scale in _STEPS:
        image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
        if _Page(image, scale).draw(filled) <= HEIGHT - _MARGIN:
            break
    held = io.BytesIO()
    image.save(held, format="PNG", optimize=True, dpi=(150, 150))
    return held.getvalue()


class _Page:
    """Draws one material at a size."""

    def __init__(self, image: Image.Image, scale: float) -> None:
        self._image, self._scale = image, scale
        self._pen = ImageDraw.Draw(image)
        self._down = float(_MARGIN)

    def draw(self, filled: FilledMaterial) -> float:
        """Everything; returns how far down it reaches."""
        ways: dict[str, Callable[[Part], None]] = {
            "title": self._title, "large": self._large, "box": self._box,
        }  # fmt: skip
        for part in filled.parts:
            if part.kind == "invite":
                self._invite(part, filled.link)
            else:
                ways.get(part.kind, self._text)(part)
        return self._down

    def _font(self, height: float, *, bold: bool = False) -> FreeTypeFont:
        name = "Roboto-Bold.ttf" if bold else "Roboto-Regular.ttf"
        return ImageFont.truetype(str(FONTS / name), round(height * self._scale))

    def _title(self, part: Part) -> None:
        font = self._font(_TITLE, bold=True)
        lines = [line for text in part.lines for line in _wrapped(text, font, _ROOM)]
        height = len(lines) * font.size * _SPACING + font.size * 0.5
        self._pen.rectangle(
            (_MARGIN, self._down, WIDTH - _MARGIN, self._down + height), fill=f"#{SHADE}"
        )
        self._down += font.size * 0.2
        self._centred(lines, font)
        self._down += font.size * 0.8

    def _large(self, part: Part) -> None:
        self._paragraphs(part, self._font(_LARGE, bold=True))

    def _text(self, part: Part) -> None:
        self._paragraphs(part, self._font(_TEXT))

    def _paragraphs(self, part: Part, font: FreeTypeFont) -> None:
        for text in part.lines:
            self._centred(_wrapped(text, font, _ROOM), font)
        self._down += font.size * 0.6

    def _centred(self, lines: list[str], font: FreeTypeFont) -> None:
        for line in lines:
            left = (WIDTH - font.getlength(line)) / 2
            self._pen.text((left, self._down), line, font=font, fill=_INK)
            self._down += font.size * _SPACING

    def _box(self, part: Part) -> None:
        """Lines "what: value" in a frame, what in bold."""
        plain, bold = self._font(_TEXT), self._font(_TEXT, bold=True)
        top, inside = self._down, plain.size * 0.6
        self._down += inside * 0.7
        for line in part.lines:
            name, mark, value = line.partition(":")
            left = _MARGIN + inside
            self._pen.text((left, self._down), f"{name}{mark}", font=bold, fill=_INK)
            left += bold.getlength(f"{name}{mark} ")
            for row in _wrapped(value.strip(), plain, WIDTH - _MARGIN - inside - left) or [""]:
                self._pen.text((left, self._down), row, font=plain, fill=_INK)
                self._down += plain.size * _SPACING
        self._down += inside * 0.7
        self._pen.rectangle((_MARGIN, top, WIDTH - _MARGIN, self._down), outline=_INK, width=4)
        self._down += plain.size

    def _invite(self, part: Part, link: str | None) -> None:
        """The code in large letters, the square under it where there is one, then how it is used."""
        font = self._font(_CODE, bold=True)
        self._centred([code_in_groups(part.head)], font)
        self._down += font.size * 0.15
        if link is not None:
            self._square(link)
        how = self._font(_TEXT)
        for text in part.lines:
            self._centred(_wrapped(text, how, _ROOM), how)

    def _square(self, link: str) -> None:
        size = round(_SQUARE * self._scale)
        with Image.open(io.BytesIO(square(link))) as found:
            # Modules stay sharp: no shades between black and white.
            shown = found.convert("RGB").resize((size, size), Image.Resampling.NEAREST)
        self._image.paste(shown, ((WIDTH - size) // 2, round(self._down)))
        self._down += size + self._scale * 20


def _wrapped(text: str, font: FreeTypeFont, width: float) -> list[str]:
    """A text in lines that are no wider; one long word stands by itself."""
    return list(_lines(text.split(), font, width))


def _lines(words: list[str], font: FreeTypeFont, width: float) -> Iterator[str]:
    held = ""
    for word in words:
        longer = f"{held} {word}".strip()
        if held and font.getlength(longer) > width:
            yield held
            held = word
        else:
            held = longer
    if held:
        yield held

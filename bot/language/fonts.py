"""Text in the fonts of before Unicode, TCVN3 (ABC) and VNI, which looks like gibberish today.

"Nguyeãn Thò Möôøi" is VNI and "NguyÔn ThÞ M­êi" TCVN3: both are "Nguyễn Thị Mười".
"""

from __future__ import annotations

import re
import unicodedata

from bot.language.syllables import is_syllable
from bot.language.text import fold, has_vietnamese_letter, nfc

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_LETTERS = {
    "ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
    "Ô": "Ơ", "Ö": "Ư", "Ñ": "Đ", "Ì": "Ì", "Í": "Í", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "Î": "Ỵ",
}  # fmt: skip
_VNI_BEARER = re.compile(r"([aeouyAEOUYôöÔÖ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])")


def from_tcvn3(text: str) -> str:
    """A text of TCVN3 as Unicode, whatever it holds."""
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def from_vni(text: str) -> str:
    """A text of VNI as Unicode, whatever it holds."""

    def joined(found: re.Match[str]) -> str:
        bearer = _VNI_LETTERS.get(found[1], found[1])
        return unicodedata.normalize("NFD", bearer) + _VNI_MARKS[found[2].lower()]

    pieces = re.split(r"(\s+)", text)
    mended = []
    for piece in pieces:
        done = _VNI_BEARER.sub(joined, piece)
        mended.append("".join(_VNI_LETTERS.get(letter, letter) for letter in done))
    return nfc("".join(mended))


def _possible(text: str) -> float:
    """The share of words that can be Vietnamese syllables."""
    words = re.findall(r"[^\W\d_]+", text)
    return sum(is_syllable(fold(word)) for word in words) / len(words) if words else 0.0


def is_old_font(text: str) -> bool:
    """Whether a text may be of an old font: it has its letters, and none of Vietnamese Unicode."""
    if text.isascii() or not any("\xa1" <= letter <= "\xff" for letter in text):
        return False
    return not any(ord(letter) > 0xFF and has_vietnamese_letter(letter) for letter in text)


def mend_font(text: str) -> str:
    """A text of an old font as Unicode; any other text as it is.

    Only where the marks of the font are there and the result reads as Vietnamese better than
    what stands there.
    """
    if not is_old_font(text):
        return text
    before = _possible(text)
    best, found = before, text
    for convert in (from_vni, from_tcvn3):
        mended = convert(text)
        share = _possible(mended)
        if mended != text and share > best + 0.15 and share >= 0.7:
            best, found = share, mended
    return found

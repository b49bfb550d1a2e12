"""Text of before Unicode, in TCVN3 (ABC), VNI or VIQR, which looks like gibberish today.

"Nguyeãn Thò Möôøi" is VNI, "NguyÔn ThÞ M­êi" TCVN3 and "Nguye^~n Thi. Mu+o+`i" VIQR, the
spelling of RFC 1456: all are "Nguyễn Thị Mười".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import BREVE, HAT, HORN, fold, has_vietnamese_letter, nfc

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
_VNI_BEARER = Pattern(r"([aeouyAEOUYôöÔÖ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])")

_VIQR_QUALITIES = {"^": ("aeo", HAT), "(": ("a", BREVE), "+": ("ou", HORN), "*": ("ou", HORN)}
_QUALITIES = frozenset((HAT, BREVE, HORN))
_VIQR_TONES = {"`": "\u0300", "'": "\u0301", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VIQR_RUN = Pattern(r"[A-Za-z][A-Za-z^(+*`'?~.]*")
# Nothing but VIQR has one of these behind a vowel; a full stop or an apostrophe may stand anywhere.
_VIQR_SURE = Pattern(r"[aeo]\^|[ou][+*]|a\([a-z`'?~.]|[aeiouy][`~]", re.IGNORECASE)
_FEWEST_VIQR = 2


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


def from_viqr(text: str) -> str:
    """A text of VIQR as Unicode; what makes no syllable stays, so that "B.B." and "O'Neil" do."""
    return _VIQR_RUN.sub(lambda found: "".join(_viqr_words(found[0])), text)


def _viqr_words(run: str) -> Iterable[str]:
    """The words of letters and signs without a blank; a sign that no letter can bear ends one."""
    begin, letters, tone = 0, [""], ""
    for at, sign in enumerate(run):
        bare = letters[-1][:1].lower()
        bearers, quality = _VIQR_QUALITIES.get(sign, ("", ""))
        if sign.isalpha():
            letters.append(sign)
        elif bare and bare in bearers and not _QUALITIES & set(letters[-1]):
            letters[-1] = letters[-1][0] + quality + letters[-1][1:]
        elif sign in _VIQR_TONES and not tone and bare and bare in "aeiouy":
            tone = _VIQR_TONES[sign]
            letters[-1] += tone
        else:
            yield _viqr_word(run[begin:at], letters)
            yield sign
            begin, letters, tone = at + 1, [""], ""
    yield _viqr_word(run[begin:], letters)


def _viqr_word(typed: str, letters: list[str]) -> str:
    """A word with its signs carried out, or as it was typed."""
    if typed[:2].lower() == "dd":
        letters = ["Đ" if typed[0] == "D" else "đ", *letters[3:]]
    # "uo+" before a final is often typed for "u+o+".
    word = re.sub(rf"(?<![qQ])([uU])(?=[oO]{HORN}\W*\w)", rf"\1{HORN}", "".join(letters))
    mended = nfc(word)
    return mended if mended != typed and is_syllable(fold(mended)) else typed


def is_viqr(text: str) -> bool:
    """Whether a text is VIQR: it has signs that nothing else has, and they make syllables."""
    if not text.isascii() or not _VIQR_SURE.search(text):
        return False
    runs = _VIQR_RUN.findall(text)
    sure = [not from_viqr(run).isascii() for run in runs if _VIQR_SURE.search(run)]
    mended = sum(not from_viqr(run).isascii() for run in runs)
    return mended >= _FEWEST_VIQR and sum(sure) * 10 >= len(sure) * 8


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
    """A text of an old font or of VIQR as Unicode; any other text as it is.

    Only where the marks of the font are there and the result reads as Vietnamese better than
    what stands there.
    """
    if is_viqr(text):
        return from_viqr(text)
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

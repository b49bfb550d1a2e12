"""Whether words begin as a name, by family names that lists hold with their accents, too."""

from __future__ import annotations

from bot.language.accents import MOST_NAME_WORDS
from bot.language.accents import begins_as_name as begins_as_usual
from bot.language.patterns import Pattern

_WITH_ACCENTS = frozenset(
    "đỗ đậu đàm đới đổng đồng điểu lã lò cù tạ tiêu tiết tô mạc mã mạnh nông hứa khúc khổng khưu "
    "ngụy nhâm phí phó sầm thân thẩm thiều ưng âu ông mai lữ lục lộc cấn vi vòng voòng "
    "sơn thạch danh néang neáng châu chau trầm giáp giản ninh nhan bế bàng bồ chử dư kiên mẫn nguỵ tất trà tôn".split()
)
"""Written so, and no common words at the beginning of a name: folded, "do" and "la" would be."""
_OF_THE_CHAM = frozenset(
    "bá đàng đạt hán quảng trượng não miêu thổ từ chế sa ro ma ya mang mách mohamách mohamad mohamed muhamad abdul abdol "
    "ysa musa zacaria haji phatimah fatimah aminah mariyam patâu chamaléa katơr pinăng mấu touneh tou".split()
)
"""How names of the Cham, Raglai and Chu Ru begin, of three words or more where places do so, too."""
_LONG_ONLY = frozenset(
    "bá đàng đạt hán quảng trượng não miêu thổ từ chế sa ro ma ya mang mấu tou".split()
)
_PLACES = ("quảng châu", "thổ nhĩ", "từ thiện", "sa đéc")


def begins_as_name(text: str) -> bool:
    """Whether a few words begin as a full name does: "Tô Hồng Mắt", "Đỗ Thành Nam"."""
    words = text.split()
    if len(words) == 1:
        # "K'Brẻo" is a whole name.
        return bool(_ONE_WORD.fullmatch(text.strip()))
    if not 2 <= len(words) <= MOST_NAME_WORDS:
        return False
    if _is_of_the_highlands(words) or _is_cham(words):
        return True
    is_written = words[0].lower() in _WITH_ACCENTS and all(word[0].isupper() for word in words)
    return is_written or begins_as_usual(text)


_ONE_WORD = Pattern(r"[HK]['’`][^\W\d_a-z][^\W\d_A-Z]{2,}")


def _is_cham(words: list[str]) -> bool:
    """Whether words are a name like "Mohamách Amin", "Quảng Đại Thanh"."""
    first = words[0].lower()
    if first not in _OF_THE_CHAM or not all(map(_has_capital, words)):
        return False
    is_place = " ".join(words[:2]).lower() in _PLACES
    return not is_place and (len(words) > 2 or first not in _LONG_ONLY)


def _has_capital(word: str) -> bool:
    return word[0].isupper() and not word[1:].isupper()


_HIGHLANDS = frozenset(
    "ka rơ rah ksor siu kpă kpa rmah rcom nay puih kpuih cil kơ lơ liêng pơ alăng zơrâm arất coor pơloong bríu briu niê "
    "mlô êban ayun byă hmŏk kbuôr".split()
)
"""How names of the highlands begin, beside the Y of men and the H' of women."""
_OF_MEDICINE = ("tế", "tá", "sĩ", "sỹ", "học", "dược", "bác")


def _is_of_the_highlands(words: list[str]) -> bool:
    """Whether words are a name like "H'Yam Bkrông", "Y Nguê Buôn Krông", "Ka Dêu"."""
    if not all(map(_has_capital, words)):
        return False
    first = words[0]
    if first == "Y":
        return words[1].lower() not in _OF_MEDICINE
    # "H' Lan Êban" is typed with a blank as well.
    is_marked = len(first) > 1 and first[0] in "HK" and first[1] in "'’`"
    return is_marked or first.lower() in _HIGHLANDS

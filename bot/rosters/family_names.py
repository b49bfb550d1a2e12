"""Whether words begin as a name, by family names that lists hold with their accents, too."""

from __future__ import annotations

from bot.language.accents import MOST_NAME_WORDS
from bot.language.accents import begins_as_name as begins_as_usual

_WITH_ACCENTS = frozenset(
    "đỗ đậu đàm đới đổng đồng điểu lã lò cù tạ tiêu tiết tô mạc mã mạnh nông hứa khúc khổng khưu "
    "ngụy nhâm phí phó sầm thân thẩm thiều ưng âu ông mai lữ lục lộc cấn vi vòng voòng "
    "sơn thạch danh néang châu trầm giáp giản ninh nhan bế bàng bồ chử dư kiên mẫn nguỵ tất trà tôn".split()
)
"""Written so, and no common words at the beginning of a name: folded, "do" and "la" would be."""


def begins_as_name(text: str) -> bool:
    """Whether a few words begin as a full name does: "Tô Hồng Mắt", "Đỗ Thành Nam"."""
    words = text.split()
    if not 2 <= len(words) <= MOST_NAME_WORDS:
        return False
    is_written = words[0].lower() in _WITH_ACCENTS and all(word[0].isupper() for word in words)
    return is_written or begins_as_usual(text)

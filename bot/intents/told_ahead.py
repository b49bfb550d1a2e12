"""What is told of somebody who is to join, before anything was asked: whom, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.accents import begins_as_name
from bot.language.kinship import read_called, read_only_kin
from bot.language.patterns import Pattern
from bot.language.places import neighbourhood_group, says_place
from bot.language.text import fold, single_line

_MOST_WORDS = 30
_KIN = {
    fold(each): each
    for each in "ông bà má mẹ cha tía bác chú cô dì dượng cậu mợ thím nội ngoại chồng vợ cụ anh chị".split()
}
"""Words for relatives with their accents, by how they are typed without."""
_MOST_KIN = 3
_OWN = ("toi", "tui", "em", "minh")
_SAYS_OWN = Pattern(r"^(?:da )?(?:toi|tui|minh|em|tao)\b ?")
_BORN = Pattern(r"\b(?:sinh|sanh|tuoi|nam sinh|nam sanh)\b|\b(?:18|19)\d\d\b")
_NAMED = Pattern(
    r"^(?:ho )?ten(?: (?:ong|ba|noi|ngoai|ma|me|ba noi|ba ngoai|ong noi|ong ngoai|cu|co|chu|bac|di))?(?: la)? "
)
_LIVES = Pattern(r"^(?:(?:hien )?(?:dang )?(?:o|ngu|dia chi|nha|nha o)(?: la| tai| o)?:? )")
_STREET = Pattern(r"^(?:so nha|so|nha so|hem|kiet|duong|to|khu pho|thon) \d|\bduong \w+")
_BREAKS = Pattern(r"[,;.]\s+|\s+(?:và|va)\s+")
_UNPARTED = Pattern(
    r"\s+(?=(?:sinh|sanh|sn|ns|năm sinh|nam sinh)\b)"
    r"|(?<!sinh)(?<!sanh)(?<!sn)(?<!ns)(?<!(?:sinh|sanh) n[aă]m)(?<!năm)(?<!khoảng)(?<!khoang)(?<!chừng)(?<!tháng)(?<!thang)"
    r"\s+(?=(?:18|19|20)\d\d(?!\d|[ .-]\d))"
    r"|\s+(?=(?:(?:số|so)? ?(?:điện thoại|dien thoai|đt|dt|sđt|sdt)|số|so)?:? ?(?:0|\+84)\d[\d .]{7,}\d)"
    r"|(?<!t[oổ] \d)(?<!t[oổ] \d\d)\s+(?=(?:ở |o )?(?:(?:tổ|to|hẻm|hem) \d|(?:ấp|thôn|xóm|khu phố|phường|xã|ap|khu pho|phuong|xa) \w))"
)
"""Where the next thing begins that is told without a comma: "Nguyễn Văn Tư 1945 tổ 3 ấp Hải Lạc"."""
_TITLED = Pattern(r"(?:ong|ba|cu|co|chu|bac|di|anh|chi|thay) ")
_FOR_WHOM = Pattern(
    r"\bcho\s+(.+?)\s+(?:tham gia|gia nhập|gia nhap|vô|vo|vào|vao)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Piece:
    """One thing that is told: of whom, and the words that are left.

    `called`: a relative who is named; `is_own`: who writes tells of himself.
    """

    words: str
    called: str | None = None
    is_own: bool = False

    @property
    def may_be_birth(self) -> bool:
        """Whether a year or an age is meant by a number: of somebody who is named it is."""
        return self.called is not None or _BORN.search(fold(self.words)) is not None

    @property
    def place(self) -> str | None:
        """Where he lives; None where the words are no place."""
        lives = _LIVES.match(fold(self.words))
        place = self.words[lives.end() :] if lives else self.words
        is_place = says_place(place) or neighbourhood_group(place) or _STREET.search(fold(place))
        return place if is_place else None

    @property
    def name(self) -> str | None:
        """His name; None where the words don't begin as one."""
        led = _NAMED.match(fold(self.words))
        if led is not None:
            return self.words[led.end() :]
        titled = _TITLED.match(fold(self.words))
        if titled is not None and begins_as_name(rest := self.words[titled.end() :]):
            # "ba tran thi bong" typed without accents.
            return rest if len(rest.split()) > 1 else None
        return self.words if begins_as_name(self.words) else None


def pieces_told(text: str) -> Iterator[Piece]:
    """The pieces of a message that tells of somebody; none of a question or a long text."""
    line = single_line(text)
    if len(line.split()) > _MOST_WORDS or "?" in line:
        return
    for words in _BREAKS.split(line.rstrip(".")):
        for part in _UNPARTED.split(words):
            yield _piece(part)


def _piece(words: str) -> Piece:
    own = _SAYS_OWN.match(fold(words))
    if own is not None:
        return Piece(words[own.end() :], is_own=True)
    each = words.split()
    kin = 0
    while kin < min(len(each), _MOST_KIN) and fold(each[kin]) in _KIN:
        kin += 1
    lead = " ".join(_KIN.get(word, word) for word in each[:kin])
    # "ba" alone may be three, his father or herself.
    is_doubtful = kin == 1 and each[0].lower() == "ba"
    found = () if not lead or is_doubtful else read_called(lead).called
    if is_doubtful and "thi" in fold(words).split()[1:-1] and begins_as_name(" ".join(each[kin:])):
        # "ba tran thi bong" has a woman's middle name.
        found = ("bà",)
    if not found:
        return Piece(words)
    rest = each[kin + 1 :] if kin < len(each) and fold(each[kin]) in _OWN else each[kin:]
    return Piece(" ".join(rest), called=found[0])


def relatives_to_join(text: str) -> tuple[str, ...]:
    """The relatives who are to join: "cho bà nội tham gia câu lạc bộ"."""
    found = _FOR_WHOM.search(single_line(text))
    return read_only_kin(found[1]) if found else ()

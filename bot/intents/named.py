"""Somebody who is named as neighbours name one another: "bà Sáu", "ông Ba Hùng", "cô Lan tổ 3"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.intents.message import Message, read_message
from bot.language.text import fold, same

_FEMALE = frozenset("bà má mẹ cô dì mợ thím chị bác cụ".split())
_MALE = frozenset("ông ba cha tía chú cậu dượng anh bác cụ".split())
_TITLES = frozenset(map(fold, _FEMALE | _MALE))
_KIN = frozenset(("noi", "ngoai", "xa", "chong", "vo", "con", "chau", "toi", "tui", "may", "ta"))
"""After a title these make a word for a relative, or nobody's name."""
_ENDS = frozenset(
    (
        "mat qua tu moi vua da chet hang xom to ap xa phuong o duoi ben cua nha bi di tat ra nhap nam vien mo dau benh"
        " om hoi hom bua luc sang trua chieu toi khuya dem roi khong con la co duoc xuat khoe nay kia do chung"
        " doi khoi bo xoa sua xin cho va voi ve vo trong ngoai ke tren cach sap dang van hay thoi ten thanh so ghi dot ngot noi bao goi nhan se ban ket mac cung"
    ).split()
)
"""Words at which a name is over; the first word after the title is one whatever it is."""
_POSTS = (("thu", "quy"), ("thu", "ky"), ("chu", "nhiem"), ("pho", "chu"), ("truong", "ap"))
_NO_TITLES = {
    "anh": "em", "ba": "lo", "bac": "si sy", "cau": "lac hoi noi", "chi": "em bo hoi tieu phi", "cha": "xu so em",
    "chu": "tich nhiem y toa", "co": "giao gang the san gi", "cu": "the di noi goi",
    "di": "hop kham lam choi cho chua lai theo hoc thi bo cung voi ca dau", "ma": "em", "me": "man tin em", "tia": "em",
}  # fmt: skip
"""Behind a word typed without accents, or fixed with it: "cau lac bo", "bác sĩ", "má em" name nobody."""
_NOT_TITLES = frozenset(
    (title, word) for title, words in _NO_TITLES.items() for word in words.split()
)
_AGAIN = frozenset(("lai", "la", "thanh", "nam", "so", "to", "ap", "khu"))
MOST_WORDS = 5


@dataclass(frozen=True)
class Named:
    """A title and the words of a name, folded; accents where they were typed."""

    sex: str | None
    words: tuple[str, ...]
    typed: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """Whether it is a family name and a given name, not only what neighbours say."""
        return len(self.words) >= 3

    def fits(self, full_name: str | None, sex: str | None, called: str | None = None) -> bool:
        """Whether somebody may be meant."""
        if self.sex is not None and sex is not None and self.sex != sex:
            return False
        names = [each.split() for each in (full_name, called) if each]
        return any(self._stands_in(each) for each in names)

    def _stands_in(self, name: list[str]) -> bool:
        """All the words end the name; with one word, or "Ba Hùng", the given name alone."""
        folded = tuple(map(fold, name))
        wanted = self.words if folded[-len(self.words) :] == self.words else self.words[-1:]
        if self.is_full and wanted != self.words:
            return False
        typed = self.typed[-len(wanted) :]
        return folded[-len(wanted) :] == wanted and all(
            one.isascii() or two.isascii() or same(one) == same(two)
            for one, two in zip(typed, name[-len(wanted) :], strict=True)
        )


def read_named(text: str) -> tuple[Named, ...]:
    """Everybody who is named in a message."""
    return tuple(_named(text))


def _named(text: str) -> Iterator[Named]:
    message = read_message(text)
    plain, place = message.plain, 0
    while place < len(plain) - 1:
        title = message.words[place]
        if not _is_title(title) or plain[place + 1] in _KIN | _TITLES - {"ba", "di", "cu"}:
            place += 1
            continue
        if plain[place + 1] in _ENDS - {"sau", "tu", "nam", "mo"} or _is_fixed(message, place):
            place += 1
            continue
        end = place + 2
        while end < len(plain) and end - place <= MOST_WORDS and not _is_end(plain, end):
            end += 1
        words = tuple(plain[place + 1 : end])
        yield Named(_sex(title), words, tuple(message.typed[place + 1 : end]))
        place = end


def _is_title(word: str) -> bool:
    return word in (_TITLES if word.isascii() else _FEMALE | _MALE)


def _is_fixed(message: Message, place: int) -> bool:
    """Whether two words are one of everyday speech, and no capital says otherwise ("cô Thái").

    "ông sinh năm 1944" tells when, and names nobody Sinh.
    """
    if message.typed[place + 1][:1].isupper():
        return False
    if message.words[place] == "ba" and message.plain[place + 1] == "em":
        # A father where marks are typed at all; without them it may be "bà Em".
        return not message.text.isascii()
    if message.words[place] == "co" and message.plain[-1] in _ASKS:
        # Bare, "ra khoi hoi co lay lai tien khong" asks whether, and names no cô.
        return True
    behind = message.plain[place + 1 : place + 3]
    is_born = behind[0] == "sinh" and (behind[1:] == ("nam",) or behind[-1].isdigit())
    # "sửa năm sinh bác lại 1947", "đổi địa chỉ bà lại tổ 5".
    is_again = behind[0] == "lai" and (behind[-1][:1].isdigit() or behind[-1] in _AGAIN)
    is_address = message.plain[max(place - 1, 0) : place + 1] == ("dia", "chi")
    if is_again or is_address or behind[0][:1].isdigit():
        return True
    return is_born or message.plain[place : place + 2] in _NOT_TITLES


_ASKS = frozenset(("khong", "chua", "ko", "hong", "hok", "k"))


def _is_end(plain: tuple[str, ...], place: int) -> bool:
    if plain[place - 1] in ("thi", "van"):
        return False
    return plain[place] in _ENDS or plain[place][:1].isdigit() or plain[place : place + 2] in _POSTS


def _sex(title: str) -> str | None:
    """By the title where only one sex has it; without accents "ba" may be either."""
    if title.isascii() and title == "ba":
        return None
    female, male = title in _FEMALE, title in _MALE
    if not female and not male:
        female = title in {fold(each) for each in _FEMALE}
        male = title in {fold(each) for each in _MALE}
    return None if female == male else "female" if female else "male"

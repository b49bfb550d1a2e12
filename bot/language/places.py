"""Names of places: commune-level units as papers write them, groups of a neighbourhood."""

from __future__ import annotations

import re

from bot.language.patterns import Pattern
from bot.language.text import accents_fit, fold

_KINDS = ("Đặc khu", "Phường", "Thị trấn", "Xã")
"""Kinds of commune-level units, as their names begin (two levels since 1 July 2025)."""
_GROUP = Pattern(r"\bto\s*(?:so\s*)?(\d{1,3})\b")


def unit_in_sentence(name: str) -> str:
    """A unit's name inside a sentence: "Xã Phước Hải" is "xã Phước Hải"."""
    for kind in _KINDS:
        if name.startswith(f"{kind} "):
            return kind.lower() + name[len(kind) :]
    return name


def place_of_unit(name: str) -> str:
    """The place before a paper's date: "Xã Phước Hải" is "Phước Hải".

    Units named by a number keep the whole name, "Phường 1" (Decree 30/2020, appendix I).
    """
    for kind in _KINDS:
        rest = name.removeprefix(f"{kind} ")
        if rest != name:
            return name if rest[:1].isdigit() else rest
    return name


_COMMUNES, _DISTRICTS = r"xa|phuong|p|f|thi tran|tt|dac khu", r"huyen|thi xa|thanh pho|tp|quan"
_LEVELS = (_COMMUNES, r"ap|thon|khu pho|kp|xom|khom|khu|to dan pho", _DISTRICTS)
"""Words for what a place is: of one level they mean the same."""


def names_place(text: str, name: str) -> bool:
    """Whether a text names a place: "tui ở phước hội" names "Xã Phước Hội", "p8" "Phường 8".

    "Ấp Phước Tân" is no commune of that name. Without the word for what it is a place named by a
    number is none: an eight is no ward.
    """
    said = " ".join(re.findall(r"[a-z]+|\d+", fold(text)))
    named = " ".join(re.findall(r"[a-z]+|\d+", fold(name)))
    own = next((each for each in _LEVELS if re.match(rf"(?:{each}) ", named)), None)
    bare = named if own is None else re.sub(rf"^(?:{own}) ", "", named)
    other = "|".join(each for each in _LEVELS if each != own)
    kind = rf"(?:{own or _COMMUNES}) " if bare[:1].isdigit() else ""
    return bool(bare) and any(
        not re.search(rf"(?:^| )(?:{other}) $", said[: found.start(1)])
        for found in re.finditer(rf"(?:^| )({kind}{re.escape(bare)})(?= |$)", said)
    )


_SAID_BEFORE = (
    r"(?:(?:da|thua|con oi|chau oi) )*"
    r"(?:(?:toi|tui|minh|nha toi|nha tui|nha|ba|ong|bac|co|chu|em|con|ngoai|noi|chung toi) )?"
    r"(?:(?:dang|hien) )?(?:(?:o|tai|ngu o|song o|ben|tren|duoi|trong|ngoai|thuoc|que o|que) )?"
)
_SURE_WORDS = r"xa|phuong|thi tran|dac khu|ap|thon|khu pho|khom"
"""Words for what a place is that are hardly ever anything else."""
_GROUP_BEFORE = r"(?:to(?: so)? \d+ )?"
_AFTER = Pattern(r"^(?:a|nha|nhe|nghen|con|chau|do|nay|ne|cu|truoc|xua)$")
_BEGINS_NO_NAME = tuple(
    "chưa không hông có đã nói cho trả tôi tui mình này kia của thì nào gì sao đâu rồi được bị giúp đồng làm thôi "
    "nhà và với hay hoặc mấy bao ra vào về đi lên xuống qua muốn cần phải nên sẽ đang vừa cũng nhiều ít gửi "
    "xin hỏi gọi khi nếu vì trưởng đội cấp duyệt quyết mời họp ký kêu biểu báo chờ đòi hứa ủy ta em con tới nhà".split()
)
_IN_NO_NAME = tuple("không chưa rồi được tôi tui mình gì nào sao đâu người mấy".split())
"""Words that stand in sentences about a place, and in no name of one."""
_LONGEST_NAME = 3


def says_place(text: str) -> bool:
    """Whether a message is nothing but a place: "ấp Phước Thành", "tui ở xã Long Điền cũ".

    With the word for what it is any name will do, or several from the small to the large.
    """
    typed = re.findall(r"\w+", text)
    said = [fold(each) for each in typed]
    while said and _AFTER.match(said[-1]) and len(said) > 2:
        said.pop()
    joined = " ".join(said)
    named = re.fullmatch(rf"{_SAID_BEFORE}{_GROUP_BEFORE}((?:{_SURE_WORDS}) .+)", joined)
    if "?" in text or named is None:
        return False
    begin = len(joined[: named.start(1)].split())
    words = list(zip(typed[begin:], said[begin:], strict=False))
    names: list[list[str]] = []
    while words:
        kind = next((each for each in _SURE_WORDS.split("|") if _begins(words, each.split())), None)
        if kind is not None:
            names.append([])
            words = words[len(kind.split()) :]
        else:
            names[-1].append(words.pop(0)[0])
    return all(map(_may_be_name, names))


def _begins(words: list[tuple[str, str]], kind: list[str]) -> bool:
    return [folded for _, folded in words[: len(kind)]] == kind


def _may_be_name(words: list[str]) -> bool:
    return (
        0 < len(words) <= _LONGEST_NAME
        and not any(
            accents_fit(words[0], each) for each in _BEGINS_NO_NAME if _alike(words[0], each)
        )
        and not any(
            _alike(word, each) and accents_fit(word, each) for word in words for each in _IN_NO_NAME
        )
    )


def _alike(typed: str, word: str) -> bool:
    return fold(typed) == fold(word)


def neighbourhood_group(address: str | None) -> int | None:
    """The number of the neighbourhood group in an address: "tổ 3, ấp Hải Lạc" is 3."""
    found = _GROUP.search(fold(address or ""))
    return int(found[1]) if found else None

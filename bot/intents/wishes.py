"""Wishes about membership, data and messages: to leave, to be forgotten, to see, no more reminders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.intents import particles
from bot.intents.particles import Particle
from bot.language.patterns import Pattern
from bot.language.text import clean, fold, plain_words


class Wish(StrEnum):
    """What is wished."""

    LEAVE = "leave"
    WITHDRAW = "withdraw"
    DELETE = "delete"
    CLEAR = "clear"
    """One thing out of what is kept, and the rest stays."""
    SHOW = "show"
    CORRECT = "correct"
    STOP_MESSAGES = "stop_messages"
    START_MESSAGES = "start_messages"
    RESTRICT = "restrict"
    LIFT = "lift"
    OBJECT = "object"
    COMPLAIN = "complain"
    WHO_SAW = "who_saw"
    REQUESTS = "requests"
    """What became of wishes before."""
    TAKE_OUT = "take_out"
    """Out of what others typed in: a mobilising group, a fund."""


@dataclass(frozen=True)
class WishReading:
    """A wish, with what was said of it: the consent that is taken back, or the one thing."""

    wish: Wish
    purpose: str | None = None
    what: str | None = None


_NOT = particles.alternatives(Particle.NEGATION)
_CLUB = r"(?:cau lac bo|clb|hoi nhom|nhom)"
_LEAVE = (
    rf"(?:xin |muon |xin phep |muon xin )*(?:ra khoi|roi khoi|rut khoi|roi|thoi|nghi|ra|bo) {_CLUB}",
    rf"(?:xin |muon )*(?:nghi|thoi) (?:sinh hoat|tham gia)(?: {_CLUB})?(?: luon)?",
    rf"(?:{_NOT}|thoi|het)(?: muon)? tham gia(?: {_CLUB})? nua",
    rf"{_NOT}(?: muon)? (?:o|lam thanh vien)(?: trong)?(?: {_CLUB})? nua",
    rf"{_NOT} cho ghi ten(?: vao so)? nua",
    r"(?:xoa|bo|rut|gach) ten(?: toi| tui)?(?: ra)?(?: khoi)?(?: so| danh sach| so thanh vien)?(?: di)?",
    rf"(?:xin |muon )*(?:xoa |bo |rut |gach )(?:ten )?(?:toi |tui )?(?:ra )?khoi {_CLUB}",
    rf"(?:xin |muon )*(?:xoa|bo|rut|gach|cho)(?: ten)? (?:toi|tui) (?:ra )?khoi (?:so|danh sach|{_CLUB})",
    r"(?:i )?(?:want to )?leave the club",
)
_TAKE_OUT = (
    r"(?:xin |muon |cho )*(?:xoa|bo|rut|gach|lay) (?:ten|so dien thoai)(?: cua)?(?: toi| tui)?(?: ra)?(?: khoi| trong| o)?"
    r"(?: danh sach| so)? (?:ban van dong|ban chu nhiem|so quy|quy|ho so thanh lap)(?: ra)?",
    r"(?:please )?take my name out of (?:the )?(?:group|mobilising group|fund|books)",
)
_TAKE_BACK = Pattern(
    rf"\b(?:rut(?: lai)?(?: loi| su)? dong y|thoi dong y|{_NOT} dong y(?: cho)?\b.*\bnua"
    rf"|withdraw(?: my)? consent|{_NOT} cho (?:ghi|gui)\b.*\bnua)"
)
_WHAT_AFTER = Pattern(r"\bdong y (?:roi|thi|xong|lo)\b.*\b(?:khong|ko|hong|sao|gi|ha|chua)$")
""" "rút lại đồng ý rồi có còn được lãnh quà không": what comes of it is asked, nothing withdrawn."""
_HARDSHIP, _PASSED_ON = r"\b(?:hoan canh|ngheo)\b", r"\bgui\b|\b(?:xa|phuong|uy ban|ubnd)\b"
_PURPOSES = {
    "circumstances": ("hoan canh", "ngheo", "circumstances"),
    "reminders": ("nhac", "nhan tin", "reminders"),
    "sharing": (
        "gui xa",
        "gui ten",
        "gui danh sach",
        "len xa",
        "cho xa",
        "xa xem",
        "xa coi",
        "gui uy ban",
        "uy ban",
        "ubnd",
        "sharing",
    ),
    "roster": ("ghi ten", "so thanh vien", "ten trong so", "membership"),
}
_DELETE = (
    r"xoa (?:het |tat ca |giup |dum |gium )*(?:thong tin|du lieu|ten tuoi)(?: cua)?"
    r"(?: toi| tui| ba| ong| con)?(?: di| giup| het)?",
    r"(?:please )?(?:delete|erase) (?:all )?my (?:data|information)",
)
_WHOSE = r"(?: cua)?(?: (?:toi|tui|ba|ong|bac|co|chu|minh))?"
_CLEARED = {
    "phone": r"(?:so )?(?:dien thoai|dt|sdt|phone|di dong|may)|phone number",
    "address": r"(?:cai )?(?:dia chi|cho o|so nha)(?: nha)?|address",
    "contact_person": r"(?:ten |so )?nguoi lien (?:he|lac)|contact person",
    "circumstances": r"(?:phan |muc )?hoan canh(?: kho khan)?|circumstances",
}
_SHOW = (
    rf"(?:cho |muon |xin |duoc )*(?:coi|xem|doc)(?: lai)? (?:thong tin|du lieu|ten tuoi){_WHOSE}",
    r"thong tin(?: cua)? (?:toi|tui|ba|ong|bac|minh)",
    r"thong tin",
)
_CORRECT = (
    r"(?:muon |xin |cho )*(?:sua|doi|chinh|cap nhat)(?: lai)?"
    r" (?:dia chi|cho o|ho ten|ten|nam sinh|so dien thoai|sdt|dien thoai|thong tin)"
    rf"{_WHOSE}",
)
_TO = r"(?: (?:cho )?(?:toi|tui|ba|ong|bac|co|chu|anh|chi))?"
_STOP_MESSAGES = (
    rf"(?:thoi |dung |ngung |khoi |dung co |khong can |hong can |ko can |khong |hong )+"
    rf"(?:nhac|nhan|nhan tin|gui tin)(?: (?:nho|lich|tin))?{_TO} nua",
    rf"(?:thoi )?khoi nhac(?: lich)?{_TO}",
)
_START_MESSAGES = (
    rf"(?:bat|mo|nhan)(?: lai)? (?:tin )?nhac(?: lich)?(?: lai)?{_TO}",
    r"nhac lai (?:cho )?(?:toi|tui|ba|ong|bac|co|chu)(?: nhu cu)?",
    r"nhac (?:toi|tui|ba|ong|bac) lai",
)
_DATA = r"(?:thong tin|du lieu|ten|ten tuoi)"
_RESTRICT = (
    rf"(?:tam )?(?:thoi|ngung|dung|{_NOT})(?: co)? (?:dung|su dung|xu ly) {_DATA}{_WHOSE}(?: nua)?",
    rf"(?:tam )?(?:ngung|dung) (?:viec )?(?:dung|su dung|xu ly) {_DATA}{_WHOSE}",
    rf"han che (?:viec )?(?:dung|su dung|xu ly) {_DATA}{_WHOSE}",
    rf"(?:chi )?giu (?:lai )?{_DATA}{_WHOSE} (?:nhung|ma|thoi)? ?(?:dung|khong|hong) (?:dung|su dung)(?: nua)?",
    rf"(?:chi |cu )?giu (?:lai )?(?:nhung |ma |thoi )?(?:dung|{_NOT})(?: co)? (?:dung|su dung|xai)(?: {_DATA}{_WHOSE})?(?: nua)?",
    r"(?:please )?restrict (?:the use of )?my (?:data|information)",
)
_LIFT = (
    rf"cho (?:phep )?(?:dung|su dung) lai {_DATA}{_WHOSE}",
    r"(?:you may )?use my (?:data|information) again",
)
_OBJECT = (
    rf"(?:phan doi|khong dong y)(?: voi)? (?:viec |cach )(?:dung|su dung|xu ly) {_DATA}{_WHOSE}",
    r"(?:i )?object to (?:the|a) use of my (?:data|information)",
)
_COMPLAIN = (
    rf"(?:muon |xin |gui )*khieu nai(?: ve)?(?: viec)?(?: dung| su dung| lo| lam lo| bao ve)? {_DATA}{_WHOSE}",
    r"(?:i want to )?complain about (?:the use of )?my (?:data|information)",
)
_WHO_SAW = (
    rf"(?:nhung )?ai (?:da |duoc )?(?:xem|coi|lay|doc|thay) {_DATA}{_WHOSE}(?: roi| vay| the)?"
    rf"|who (?:has seen|saw|read) my (?:data|information)"
)
_MINE = r"(?:(?:cua )?(?:toi|tui|minh|ba|ong))"
_REQUESTS = (
    rf"(?:xem |coi |cho (?:toi |tui |ba |ong )?xem )?(?:(?:cac|nhung|may|danh sach) )*yeu cau(?: so \d+)?"
    rf"(?: {_MINE}(?: da)?(?: gui)?| da gui| gui)(?: (?:di|roi|truoc|hom truoc|bua truoc|toi dau|den dau|sao|ra sao|xong chua))*"
    r"|yeu cau(?: so \d+)? (?:toi dau|den dau|sao|ra sao|xong chua|giai quyet chua|co ai tra loi chua)(?: roi)?"
    r"|(?:show |see )?my requests"
)
_DELETED = (
    r"(?:(?:u|uh|o|vang|ok|dong y|chac|cu|con|em|cho|muon|xin) )*"
    r"(?:xoa|delete)(?: (?:het|sach|tat ca|di|giup|gium|dum|it|everything|cho))*"
    rf"(?: {_DATA})?{_WHOSE}(?: di)?",
    r"(?:(?:chac|dung) )?co(?: (?:chu|xoa|chac|muon xoa))*|(?:toi |tui )?dong y(?: xoa)?(?: het)?|yes",
)
_BACK = (
    rf"(?:xin |muon |cho )*(?:lay lai|khoi phuc(?: lai)?|phuc hoi(?: lai)?|hoan tac|hoan lai|tra lai)(?: (?:het|tat ca|nhu cu|nhu truoc|cho))*(?: {_DATA})?(?: (?:giup|gium|dum|cho))?{_WHOSE}(?: nhu (?:cu|truoc))?",
    rf"(?:xin |muon |cho )*(?:ghi|de) lai (?:{_DATA}{_WHOSE} )?nhu (?:cu|truoc)",
    rf"(?:thoi )?(?:dung|{_NOT})(?: co| muon)? xoa(?: {_DATA}{_WHOSE})?(?: nua)?(?: roi)?",
    r"(?:thoi )?doi y(?: roi)?(?: (?:dung|khong|hong) xoa(?: nua)?)?",
    r"(?:lo|lon|bam nham|nham)(?: tay)?(?: bam)? xoa(?: mat| het| nham)?(?: roi)?",
    r"xoa (?:lon|nham|lo)(?: roi)?",
    r"(?:please )?(?:take it back|undo|restore(?: it| my data)?|give me (?:it|my data) back)",
)
_WAITS = rf"(?:dung|{_NOT}|khoi|khong can) (?:co )?(?:can )?(?:cho|doi)(?: nua| gi)?"
_FOR_GOOD = (
    rf"xoa (?:het |han |luon |di )*(?:lien|ngay|luon|han)(?: lien| ngay| luon| di| bay gio)*(?: {_WAITS})?",
    rf"{_WAITS}(?: xoa (?:lien|ngay|luon|han|het|di))?",
    r"(?:please )?(?:delete|erase)(?: it| everything)? (?:now|at once|for good)",
)
_BEGIN = (r"(?:(?:da|vang|thua|con oi|chau oi|bay gio|gio|thoi|cho)[ ,]+)*"
          r"(?:(?:toi|tui|ba|ong|bac|co|chu|anh|chi|con|em|minh)[ ,]+)?(?:thi )?")  # fmt: skip
_END = r"(?: (?:a|nha|nhe|nghen|con|chau|di|oi|duoc khong|giup|gium|dum|voi|em))*"
_OF_WISHES = (
    (Wish.TAKE_OUT, _TAKE_OUT),
    (Wish.LEAVE, _LEAVE),
    (Wish.DELETE, _DELETE),
    (Wish.SHOW, _SHOW),
    (Wish.CORRECT, _CORRECT),
    (Wish.STOP_MESSAGES, _STOP_MESSAGES),
    (Wish.START_MESSAGES, _START_MESSAGES),
    (Wish.RESTRICT, _RESTRICT),
    (Wish.LIFT, _LIFT),
    (Wish.OBJECT, _OBJECT),
    (Wish.COMPLAIN, _COMPLAIN),
)
LONGEST = 14
"""Words: a longer text tells or asks something."""


def read_wish(text: str) -> WishReading | None:
    """The wish that a whole message is; None for a question or anything else."""
    folded = plain_words(text)
    if re.fullmatch(f"{_BEGIN}(?:{_WHO_SAW}){_END}", folded):
        return WishReading(Wish.WHO_SAW)
    if re.fullmatch(f"{_BEGIN}(?:{_REQUESTS}){_END}", folded):
        return WishReading(Wish.REQUESTS)
    if "?" in text:
        return None
    if len(folded.split()) > LONGEST:
        return None
    for wish, patterns in _OF_WISHES:
        if any(re.fullmatch(f"{_BEGIN}{pattern}{_END}", folded) for pattern in patterns):
            return WishReading(wish)
    if (what := _cleared(folded)) is not None:
        # What somebody's circumstances are is kept by a consent of its own.
        if what == "circumstances":
            return WishReading(Wish.WITHDRAW, what)
        return WishReading(Wish.CLEAR, what=what)
    if _TAKE_BACK.search(folded) and not _WHAT_AFTER.search(folded):
        if re.search(_HARDSHIP, folded) and re.search(_PASSED_ON, folded):
            return WishReading(Wish.WITHDRAW, "circumstances_shared")
        for purpose, words in _PURPOSES.items():
            if any(f" {word}" in f" {folded}" for word in words):
                if purpose == "roster":
                    return WishReading(Wish.LEAVE)
                return WishReading(Wish.WITHDRAW, purpose)
        return WishReading(Wish.WITHDRAW)
    return None


def _cleared(folded: str) -> str | None:
    """The one thing that is to go: "xóa số điện thoại của bà giùm"; None where it is none."""
    for what, words in _CLEARED.items():
        if re.fullmatch(
            rf"{_BEGIN}(?:muon |xin |cho |please )*(?:xoa|bo|go|rut|delete|remove)"
            rf"(?: (?:cai|giup|dum|gium|luon|het|bo|ra|my))* (?:{words}){_WHOSE}"
            rf"(?: (?:ra|khoi|so|danh sach))*{_END}",
            folded,
        ):
            return what
    return None


def wants_deletion(text: str) -> bool:
    """Whether a message says in so many words that it is to be deleted; asked for it, a clear yes."""
    return _is_one_of(text, _DELETED)


def wants_back(text: str) -> bool:
    """Whether a message wants something to be as it was before it was deleted."""
    return _is_one_of(text, _BACK)


def wants_for_good(text: str) -> bool:
    """Whether a message wants a deletion not to wait."""
    return _is_one_of(text, _FOR_GOOD)


def _is_one_of(text: str, patterns: Sequence[str]) -> bool:
    folded = plain_words(text)
    if "?" in text or len(folded.split()) > LONGEST:
        return False
    return any(re.fullmatch(f"{_BEGIN}{pattern}{_END}", folded) for pattern in patterns)


_OWN = Pattern(r"\b(?:toi|tui|minh|my)\b")


def says_own(text: str) -> bool:
    """Whether a wish is for whoever writes it: "xóa hết thông tin của tui"."""
    return _OWN.search(fold(clean(text))) is not None


def of_one(text: str, names: Sequence[str]) -> tuple[int, str] | None:
    """Whom of some persons a text names, and the text as that person would say it of himself.

    "xóa tên dì Tư" → "xóa tên tôi"; None where nobody or more than one is named.
    """
    folded = plain_words(text)
    hits: list[tuple[int, str]] = []
    for place, name in enumerate(names):
        wanted = plain_words(name)
        if len(wanted.split()) > 1 and f" {wanted} " in f" {folded} ":
            said = f" {folded} ".replace(f" {wanted} ", " toi ", 1).strip()
            hits.append((place, said))
    return hits[0] if len(hits) == 1 else None

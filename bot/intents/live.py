"""Questions that are answered from the club's own data, not from articles."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.intents.event_kinds import NAMES, kind_named
from bot.intents.message import read_message
from bot.intents.phrases import Phrases
from bot.intents.wishes import says_own
from bot.language.patterns import Pattern
from bot.language.text import fold, nfc, plain_words


class Live(StrEnum):
    """What can be looked up for the one who asks."""

    NEXT_EVENT = "next_event"
    REGISTRATION = "registration"
    ARE_YOU_HUMAN = "are_you_human"
    MEMBERS = "members"
    FOUNDING = "founding"
    ANSWERED = "answered"


_WHEN = ("khi nao", "bao gio", "hom nao", "ngay nao", "bua nao", "may gio", "luc nao", "when",
         "ngay may", "o dau")  # fmt: skip
_CALENDAR = " lich "
_MEETING = (*NAMES, "buoi")
_STATUS = ("duyet chua", "duoc nhan chua", "dang ky cua toi", "dang ky toi dau", "da vo so chua",
           "da duoc nhan chua", "my registration", "am i registered", "xong chua")  # fmt: skip
_HUMAN = ("may hay nguoi", "nguoi hay may", "nguoi hay la may", "nguoi that khong", "la robot", "la may a", "are you a robot",
          "are you human", "are you a person", "phai nguoi khong")  # fmt: skip
_GENERAL = ("moi thang", "may lan", "bao lau", "bao nhieu", "lam gi", "gom", "the nao", "ra sao",
            "how", "what", "ai ")  # fmt: skip


def read_live(text: str) -> Live | None:
    """The live question in a text, None when it asks for general guidance."""
    folded = f" {fold(text)} "
    if any(phrase in folded for phrase in _HUMAN):
        return Live.ARE_YOU_HUMAN
    if any(phrase in folded for phrase in _STATUS) and len(folded.split()) <= 12:
        return Live.REGISTRATION
    general = any(f" {phrase.strip()} " in folded for phrase in _GENERAL)
    # "lịch họp của tôi" is of nobody else's club.
    when = any(f" {phrase} " in folded for phrase in _WHEN) or (
        _CALENDAR in folded and says_own(text)
    )
    meeting = any(f" {phrase} " in folded for phrase in _MEETING)
    if when and meeting and not general and len(folded.split()) <= 10:
        return Live.NEXT_EVENT
    return None


_MEMBERS_NOW = Pattern(
    r"(?=.*\b(?:clb|cau lac bo|hoi|nhom|club)\b)(?=.*\b(?:minh|roi|hien|hien nay|bay gio|our|now)\b)"
    r".*\b(?:(?:bao nhieu|may) (?:thanh vien|hoi vien|nguoi)|how many (?:members|people))\b"
)
_NO_COUNT = Pattern(
    r"\b(?:can|phai|toi thieu|it nhat|nen|moi|mot (?:clb|cau lac bo)|vay|muon|du|di|need|must|borrow)\b"
)
_SO = Pattern(r"\bvậy\b|\bvay(?= (?:con|em|chau|chi|anh|a)\W*$)", re.IGNORECASE)
_FOUNDING_NOW = Pattern(
    r".*\b(?:thanh lap|lap)\b.*\b(?:(?:toi|den) (?:dau|buoc (?:nao|may))|xong chua|(?:ra )?sao roi)\b.*"
    r"|(?:(?:da|con|em|a|oi|cho hoi|tinh hinh) )*(?:clb|cau lac bo)(?: cua)? (?:minh|toi|tui|em|chung toi|ta)"
    r"(?: (?:gio|bay gio|hien nay|nay))* (?:(?:ra )?sao|the nao|(?:toi|den) dau)(?: roi)?(?: (?:con|em|a|vay|ha|ne))*"
    r"|.*\bhow far\b.*\bfound.*"
)
_ANSWERED = Pattern(
    r".*\b(?:tra loi|bao|noi)\b.*\b(?:di hay khong|co di khong|sao roi|gi roi|the nao roi)\b.*"
    r"|.*\b(?:what did i (?:answer|say)|did i (?:answer|say))\b.*"
)
_OWN_WORDS = 14
"""A longer text tells something, and asks for more than a number."""


def read_own(text: str) -> Live | None:
    """What somebody asks of his own club or of his own answers; None for anything else."""
    # "Mấy người vậy" borrows nothing; "mấy người vay" does.
    folded = plain_words(_SO.sub(" ", nfc(text)))
    if len(folded.split()) > _OWN_WORDS:
        return None
    if _MEMBERS_NOW.match(folded) and not _NO_COUNT.search(folded):
        return Live.MEMBERS
    if _FOUNDING_NOW.fullmatch(folded):
        return Live.FOUNDING
    return Live.ANSWERED if _ANSWERED.fullmatch(folded) else None


_PEOPLE = r"(?:nguoi|thanh vien|hoi vien|ba con|ten|members?|people)"
_OURS = (
    r"(?:(?:da|thua|em|con|chau|oi|vay|gio|hien|nay|hien gio|toi gio|minh|hoi minh|nhom minh|clb|hoi|tong cong|"
    r"tat ca|co|duoc|ghi|ghi duoc|moi duoc|da co|can|cho|hoi|biet|danh sach|trong so|so) )*"
)
_HOW_MANY = Pattern(
    rf"{_OURS}(?:bao nhieu|may|nhieu) {_PEOPLE}(?: (?:roi|het|tat ca|vay|the|em|con|ha|a|trong so|ghi ten|vo|vo so))*"
    rf"|{_OURS}(?:du|da du|gan du) (?:{_PEOPLE} |50 |nam chuc |so )*(?:chua|roi)(?: (?:em|con|vay|ha|a))*"
    rf"|{_OURS}(?:con |da )?(?:thieu|can them|can) (?:bao nhieu|may)(?: {_PEOPLE})?(?: nua)?(?: (?:moi|la|thi) du)?.*"
    rf"|{_OURS}(?:con |can |thieu )+(?:khoang |chung |co )?(?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) {_PEOPLE}"
    r"(?: nua)?(?: (?:la|moi|thi))? du.*"
    r"|how many (?:members|people)(?: (?:do we|have we|are) .*)?"
)
_HOW_FAR = Pattern(
    r"(?:(?:da|thua|em|con|oi|vay|minh|clb|hoi|ho so|thu tuc|gio|hien|lam) )*(?:"
    r"(?:toi|den) (?:dau|buoc (?:nao|may)) roi|con may buoc(?: nua)?|(?:da )?(?:nop|duyet|cong nhan|ky) (?:don|ho so )?chua"
    r"|(?:da )?nop (?:don|ho so) chua|(?:bao gio|khi nao|chung nao) (?:thi |moi )?(?:duoc )?(?:cong nhan|xong|duyet)"
    r"|duoc cong nhan chua|(?:toi|den) dau)(?: (?:em|con|vay|ha|a|roi))*"
)


def read_of_organiser(text: str) -> Live | None:
    """What an organiser asks of his own club in words that name none: "đủ người chưa?"."""
    folded = plain_words(text)
    if len(folded.split()) > _OWN_WORDS:
        return None
    if _HOW_FAR.fullmatch(folded):
        return Live.FOUNDING
    return Live.MEMBERS if _HOW_MANY.fullmatch(folded) else None


_WITHOUT_KIND = Pattern(
    r"\b(tap duong sinh|duong sinh|tap the duc|the duc|tap van nghe|van nghe|ca hat|hat ho|di bo"
    r"|tham quan|don ve sinh|exercise|singing)\b"
)


_ANSWERS = Phrases(
    r"(trả lời|hồi âm|hồi đáp|phản hồi|lên tiếng|nhắn lại|xác nhận|làm thinh|im (re|ru|lặng|hơi))",
    r"chưa (\S+ )?(nói|báo|bấm)( \S+){0,2} (đi|gì)|(answer|repl|respond|confirm)\w*",
)


def asks_who_answered(text: str) -> bool:
    """Whether it asks who hasn't answered, not whom a person has to tell."""
    return _ANSWERS.stand_in(read_message(text).line)


def asks_other_activity(text: str) -> bool:
    """Whether it asks when something is done that no event of the calendar is called."""
    folded = plain_words(text)
    return _WITHOUT_KIND.search(folded) is not None and kind_named(text) is None


_NEXT_STEP = (
    "buoc tiep theo", "buoc ke tiep", "buoc sau", "lam gi nua", "lam gi tiep", "phai lam gi",
    "lam tiep", "ghi tiep", "tiep tuc", "lam buoc nay", "dang o buoc", "toi buoc nao", "next step",
    "go on", "continue",
)  # fmt: skip
_ALL_STEPS = ("cac buoc", "danh sach buoc", "xem buoc", "buoc khac", "con buoc nao", "all steps")
_ORGANISERS_WORDS = 8
"""A longer text tells or asks something, and is no wish to go on."""


def read_step_request(text: str) -> int | str | None:
    """What an organiser wants of the founding: "next", "all", a step's number, or None."""
    folded = " ".join(fold(text).replace("?", " ").split())
    if len(folded.split()) > _ORGANISERS_WORDS:
        return None
    number = re.search(r"\b(?:buoc|step)(?: so)? (\d{1,2})\b", folded)
    if number:
        return int(number.group(1))
    padded = f" {folded} "
    if any(f" {phrase} " in padded for phrase in _ALL_STEPS):
        return "all"
    if any(f" {phrase} " in padded for phrase in _NEXT_STEP):
        return "next"
    return None


_RENAMES = Pattern(
    r"(?:(?:cho|toi|tui|em|minh|muon|xin|can|con|giup|thoi) )*(?:doi|sua|chinh|dat)(?: lai)? (?:cai )?(?:ten )?(?:cua )?"
    r"(?:(?P<name>ten (?:clb|cau lac bo)|(?:clb|cau lac bo) ten|(?<=ten )(?:clb|cau lac bo))|(?P<hamlet>(?:ten )?(?:ap|khu pho|thon|to dan pho)))"
    r"(?: (?:lai|di|giup|gium|dum|nha|nhe|con|em|a|thanh|la|duoc|khong|ko|cua|minh|toi|tui))*"
)


def read_renaming(text: str) -> str | None:
    """What of a club an organiser wants to call otherwise: its "club_name", its "hamlet", or None."""
    found = _RENAMES.fullmatch(plain_words(text))
    return None if found is None else "club_name" if found["name"] else "hamlet"


_THIS_STEP = Pattern(
    r"\b(?:buoc|viec|cho|phan|khuc|cai) nay\b.*\b(?:lam (?:cai )?gi|gi|sao|the nao|gap ai|ai|o dau|giay|mang|dem|hoi|bao lau)\b"
    r"|\b(?:what|who|how)\b.*\bthis step\b"
)


def asks_of_this_step(text: str) -> bool:
    """Whether it asks what is to be done at the step that is worked on: "bước này làm gì, gặp ai?"."""
    folded = plain_words(text)
    return len(folded.split()) <= _OWN_WORDS and _THIS_STEP.search(folded) is not None


_CANCELS = Pattern(r"(?:(?:thoi|da|u|ok|vay) )*(?:huy|huy bo|huy lich|huy buoi)(?: (?:di|luon|giup|gium|dum|nha|nhe|nghe|con|chau|em|a|bo|no))*|cancel(?: it)?")  # fmt: skip


def says_to_cancel(text: str) -> bool:
    """Whether a whole message wants something called off and doesn't say what: "hủy đi"."""
    return bool(_CANCELS.fullmatch(plain_words(text)))


_JOINS = Pattern(
    r"(?:da )?(?:con oi |chau oi )?(?:(?:toi|tui|ba|ong|bac|co|chu|minh|em|anh|chi) )?"
    r"(?:muon|xin|dinh|cho (?:toi|tui|ba|ong)) (?:duoc )?(?:vo|vao|tham gia|gia nhap|ghi ten)"
    r"(?: (?:vo|vao))?(?: (?:cau lac bo|clb|hoi|nhom))?(?: (?:nay|voi|nha|a|con|di|duoc khong))*"
)


def wants_to_join(text: str) -> bool:
    """Whether a whole message says that somebody wants to join."""
    return bool(_JOINS.fullmatch(plain_words(text)))


_NAMES_CLUB = Pattern(
    r"\b(?:clb|cau lac bo|sao roi|ra sao|the nao|toi dau|den dau|buoc|tinh hinh|phu trach|to chuc|nhac)\b"
)
_HAMLET = Pattern(r"^(?:ap|thon|xom|khom|khu pho|khu|to dan pho|tdp|lang|ban|buon|soc|to) ")
_SHORTEST_HAMLET = 4
"""Letters of a hamlet's name: a shorter one, or a number, stands in too many sentences."""


def names_club(text: str) -> bool:
    """Whether a text may ask about one club: "clb Hải Lạc tới đâu rồi"."""
    return len(text.split()) <= _OWN_WORDS and _NAMES_CLUB.search(fold(text)) is not None


def says_hamlet(text: str, hamlet: str) -> bool:
    """Whether a text names a hamlet, with or without the word for what it is."""
    name = _HAMLET.sub("", plain_words(hamlet))
    said = plain_words(text)
    return len(name) >= _SHORTEST_HAMLET and f" {name} " in f" {said} "

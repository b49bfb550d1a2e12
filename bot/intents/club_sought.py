"""Whether somebody asks which club is near: "quanh đây có câu lạc bộ nào không", "kiếm clb ở xã Phước Hải"."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import plain_words

_SELF = r"(?:toi|tui|minh|con|em|chau|ba|ong|bac|co|chu|anh|chi|me|ma)"
_BEFORE = rf"(?:(?:da|thua|oi|alo|xin|cho|hoi|muon|biet|giup|gium|dum|lam on|vay|thi|a|nhe|que|nha|{_SELF}) )*"
_OF_WHOM = (
    r"(?: (?:lien the he|tu giup nhau|(?:cua |cho |danh cho )?(?:nguoi|ong ba) (?:gia|cao tuoi|lon tuoi)|"
    r"sinh hoat|nay|kieu nay|nhu vay|nhu the nay))*"
)
_CLUB = rf"(?:(?:cai|may|nhung) )?(?:clb|cau lac bo|nhom|hoi|cho sinh hoat){_OF_WHOM}"
_WHICH = rf" nao{_OF_WHOM}"
_HERE = (
    r"(?:(?:o )?(?:gan|quanh|xung quanh|canh)(?: (?:day|do|nha|cho|khu|xom|vung|nay|o|ngoai|noi|nhat|nhut|"
    rf"{_SELF}))+|o day|(?:o )?(?:khu nay|vung nay|xom nay|cho nay|dia phuong))(?: {_SELF})?(?: (?:nhat|nhut))?"
)
_NO_NAME = r"(?!(?:co|nao|khong|hong|chua|gi|dau|thi|de|vao|vo|clb|cau|nhom|hoi|cho|ma|muon|tim|kiem|gan|quanh|xung|canh|day|do ai|ai|la|may|bao)\b)"
_PLACE = (
    rf"(?:(?:o|ben|duoi|tren|thuoc|tai) )?(?:xa|phuong|thi tran|ap|thon|khu pho|khom|xom|to)(?: {_NO_NAME}\w+){{1,4}}"
    rf"|(?:o|ben|tai)(?: {_NO_NAME}\w+){{2,3}}"
)
_WHERE = rf"(?:{_HERE}|{_PLACE})"
_BEHIND = rf"(?: (?:khong|hong|hon|hem|ko|k|chua|vay|ha|day|do|ta|nhi|a|nam|o dau|dau|de|cho|vo|vao|tham gia|sinh hoat|xin|tui vo|{_SELF}))*"
_ASKS = Pattern(
    rf"{_BEFORE}(?:"
    rf"{_WHERE}(?: {_SELF})? (?:co|con) {_CLUB}(?:{_WHICH})?(?: {_WHERE})?"
    rf"|(?:co )?{_CLUB}{_WHICH}(?: (?:la|nam))? {_WHERE}"
    rf"|{_CLUB}(?: (?:la|nam))? {_HERE}"
    rf"|(?:di )?(?:tim|kiem|coi)(?: (?:thu|giup|gium|dum|ho|{_SELF}))* {_CLUB}(?:{_WHICH})?(?: {_WHERE})?"
    rf"){_BEHIND}"
)
_MOST_WORDS = 18
_IN_ENGLISH = Pattern(
    r"(?:(?:hi|hello|please|so) )*(?:is there|are there|any|where is|where s|wheres|which|what|find|looking for|i m looking for|i am looking for)"
    r"(?: (?:a|an|the|me|us|one|any|my|such|of these|of your))*(?: nearest| closest| local)? (?:club|clubs|group|groups)"
    r"(?: is| are)?(?: (?:nearest|closest|near|nearby|close|around|in|to|my|me|us|here|home|house|our|the|commune|ward|village|hamlet|area|place|street|grandma|gran|mum|mother))*"
)
_SAYS_WHERE = Pattern(
    r"\b(?:nearest|closest|near|nearby|close|around|local|in (?:my|our|the))\b|find|looking for"
)


def asks_for_clubs(text: str) -> bool:
    """Whether a whole message asks which club there is near, or in a place that it names."""
    plain = plain_words(text)
    if len(plain.split()) > _MOST_WORDS:
        return False
    if _ASKS.fullmatch(plain):
        return True
    return bool(_IN_ENGLISH.fullmatch(plain) and _SAYS_WHERE.search(plain))


_NAMED = Pattern(rf"\b(?:{_PLACE})")
_OWN = Pattern(rf"\b(?:xa|phuong|thi tran|ap|thon|khu pho|khom|xom|to) (?:nay|{_SELF})\b")


def names_where(text: str) -> bool:
    """Whether a question for clubs names the place: "xã Phước Hải", and not "xã tui"."""
    plain = plain_words(text)
    return _NAMED.search(plain) is not None and not _OWN.search(plain)

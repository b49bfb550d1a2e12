"""What is to be passed on to everybody, without the words that ask for it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.dates.readings import aligned
from bot.language.patterns import Pattern
from bot.language.text import fold

_ONE = r"(?:co|chu|bac|anh|chi|em|ong|ba|tui|toi|minh|thay)"
_HELP = rf"(?:gium|giup|ho|dum)(?: {_ONE}(?! con\b))?"
_ASKS = (
    rf"(?:(?:da|con oi|con|em oi|em|a|oi|{_HELP}|{_ONE} (?=nho)|nho|hay|please|can you)\b[\s,]*)*"
)
_TELLS = (
    r"(?:thong bao|nhan(?: tin)?|bao(?: tin)?|(?:gui|goi) (?:tin|thong bao|loi nhan)(?: nhan)?|noi|dang"
    r"|truyen(?: loi)?|loan tin|phat tin(?: moi)?|soan(?: tin| thong bao)?|tell|notify|announce(?: to)?"
    r"|let|send(?: a message)?(?: to)?|message)\b"
)
_TO = rf"(?:\s+(?:{_HELP}|cho|voi|toi|den|gap|ngay|lien|lai|qua)\b)*"
_EACH = r"(?:(?:tat ca|toan bo|toan the|het|cac|moi|may|nhung|ca|all|the|our|of)\b\s*)*"
_WHO = (
    rf"{_EACH}\b(?:ba con(?: (?:co bac|trong ap|trong xom|minh))?|nguoi(?: (?:cao tuoi|gia|dan|ta))?|hoi vien"
    r"|thanh vien|dan|lang xom|lang|xom gieng|xom|nha|hoi|nhom|ap|clb|cau lac bo|anh chi em|anh chi"
    r"|ong ba(?: co bac)?|co bac|cu|everyone|everybody|members|people)\b"
)
_THAT = r"[\s,:;.-]*(?:(?:biet|la|rang|hay|nghe|know|that)\b[\s,:;-]*)*"
_SENDS = rf"(?:gui|goi|chuyen)\b(?={_TO}\s+{_WHO})"
""" "gửi cho mọi người: …" sends words where it names who is to have them."""
_LEAD = Pattern(rf"^{_ASKS}(?:{_TELLS}|{_SENDS}){_TO}(?:\s+{_WHO})?(?:\s+{_HELP})?{_THAT}")
_TAIL = Pattern(rf"\s+(?:cho|toi|den|voi|to)\s+{_WHO}(?:\s+{_HELP})?$")
_EMPTY = Pattern(
    r"(?:(?:mot|1|cai|gium|giup|ho|di|nha|nhe|nghen|a|con|em|tin|thong bao|loi|nhan|moi)\s+)*"
)
_CALLS_OFF = Pattern(
    r"\b(?:nghi|huy|hoan|doi|khong hop|khoi hop|khong sinh hoat|khoi sinh hoat|khong kham|khoi di"
    r"|dung di|cancel(?:led)?|off|postponed?|no meeting)\b"
)


_NAMES_ALL = Pattern(
    r"\b(?:ba con|moi nguoi|ca nha|hoi vien|thanh vien|cac (?:cu|bac|co|chu|ong|anh|chi)|ong ba|quy vi|everybody|everyone|members)\b"
)
_TO_HIMSELF = Pattern(
    r"^(?:nho |hay |da |con |em )*(?:gui|goi|nhan|nhac|bao|cho|doc|noi)(?: lai)?(?: cho)? (?:toi|tui|minh)\b(?! (?:bao|nhan|gui|noi|thong bao))"
)


@dataclass(frozen=True)
class ToGroup:
    """Words for one neighbourhood group; None where only that is said."""

    group: int
    words: str | None


_GROUP = Pattern(
    rf"^{_ASKS}(?:{_TELLS}|(?:gui|goi|chuyen)\b){_TO}(?:\s+(?:ba con|nguoi|hoi vien|thanh vien|co bac))?"
    rf"(?:\s+(?:o|trong|cua|ben|cho))?\s+(?:to|nhom)(?: so)? (\d{{1,3}})\b{_THAT}"
)


def to_group(text: str) -> ToGroup | None:
    """Which group is to be told something, and what: "nhắn tổ 3 mang ghế"."""
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    lead = _GROUP.match(folded)
    if lead is None:
        return None
    rest = line[lead.end() :].strip(" ,.:;-–\"“”'")
    words = rest[0].upper() + rest[1:] if len(rest.split()) > 1 else None
    return ToGroup(int(lead[1]), words)


def without_lead(text: str) -> str:
    """A text without the words that ask to tell it to everybody: "nhắn bà con mai họp" → "mai họp"."""
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    lead = _LEAD.match(folded)
    return line if lead is None else line[lead.end() :]


def words_to_pass_on(text: str) -> str | None:
    """What everybody is to hear; None where a text only asks to tell them something."""
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    tail = _TAIL.search(folded, start)
    rest = line[start : tail.start() if tail else len(line)].strip(" ,.:;-–\"“”'")
    if lead is None and tail is None and not _NAMES_ALL.search(folded):
        # Nothing says that anybody is to be told: "gửi cho tôi" asks for something.
        return None
    bare = fold(rest)
    if len(bare.split()) < 2 or _EMPTY.fullmatch(f"{bare} "):
        return None
    return rest[0].upper() + rest[1:]


def calls_off(text: str) -> bool:
    """Whether words say that something doesn't take place, or at another time."""
    return bool(_CALLS_OFF.search(fold(text)))


def asks_for_himself(text: str) -> bool:
    """Whether it is the writer himself who wants to be told or sent something."""
    folded = fold(text)
    return bool(_TO_HIMSELF.search(folded)) and not _NAMES_ALL.search(folded)

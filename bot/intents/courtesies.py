"""What people say between two things, as everybody does on the phone: "vậy hả", "cho hỏi chút".

Neither asks for anything nor answers anything: "hiểu rồi" is no yes. A message is read as a whole.
"""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import fold, is_typed

_WHO = (
    r"(?:toi|tui|ba|ong|bac|co|chu|di|duong|cau|mo|thim|anh|chi|em|chau|con|minh|noi|ngoai|me|ma|bo|"
    r"bo may|ba may|tao)"
)
_BEFORE = r"(?:(?:da|vang|u|uh|um|o|a|ok|oke|okie|ua|oa|y|troi|alo)(?:,? ))*"
_AFTER = r"(?: (?:do|ta|luon|con|em|chau|nha|nhe|ne|oi|a))*"
_SO = r"(?:vay|the|z)"

_HEARD = Pattern(
    rf"{_BEFORE}(?:"
    rf"(?:thi ra |ra |la |co chuyen |lai )?(?:la )?{_SO}(?: (?:do|luon|co))? (?:ha|a|sao|hen|ta|nhi|hang|h)"
    rf"|(?:thi )?ra (?:la )?{_SO}"
    rf"|(?:thiet|that)(?: {_SO}| luon| su)? (?:ha|a|sao|khong|hong|hon|ko|k)"
    rf"|(?:{_WHO} )?(?:da )?(?:biet|hieu|ro|nho|thong|nghe|doc|thay)(?: (?:het|xong|tin|duoc|{_SO}|ra))? roi"
    rf"|(?:(?:da|ok|oke|u|uh) )?(?:{_WHO} )?hieu"
    rf"|(?:ghe|hay|la) (?:vay|qua|ghe|ta|ha|that|thiet)(?: ha)?"
    rf"|i see|got it|understood|oh really|really|is that so|good to know|i understand"
    rf"){_AFTER}"
)
_BIT = r"(?:mot|1|cai|chuyen|viec|cau|dieu|chut|xiu|ti|ty|teo|nay|ne|coi|da|voi|nha|nhe|nghe|luon)"
_WILL_ASK = Pattern(
    rf"(?:(?:da |alo |chao con |chao em )?{_WHO} (?:ten )?la [^,.]{{2,30}}[,.]? )?"
    rf"(?:(?:da|alo|oi|con oi|em oi|chau oi|chao con|chao em)(?:,? ))*(?:"
    rf"cho (?:phep )?(?:{_WHO} )?(?:xin )?(?:duoc )?hoi(?: (?:tham|nho|them|lai))?(?: {_BIT})*"
    rf"|{_WHO} (?:muon|can|dinh|tinh) hoi(?: (?:con|em|chau))?(?: {_BIT})*"
    rf"|(?:muon |can |xin )?hoi(?: (?:con|em|chau))?(?: {_BIT})+"
    rf"|(?:can|may|could) i ask(?: you)?(?: something| a question)?|i have a question"
    rf"|let me ask(?: you)?(?: something| a question)?"
    rf")"
)
_SPELLED = {
    "vay": ("vậy",),
    "the": ("thế",),
    "thiet": ("thiệt",),
    "that": ("thật",),
    "biet": ("biết",),
    "hieu": ("hiểu",),
    "ro": ("rõ",),
    "nho": ("nhớ", "nhờ"),
    "roi": ("rồi",),
    "hoi": ("hỏi",),
    "ghe": ("ghê",),
    "la": ("là", "lạ"),
}
"""What the words of both must be where they are typed with accents: "thẻ à" is no "thế à"."""


def is_heard(text: str) -> bool:
    """Whether a whole message only says that something was heard: "à ra vậy", "hiểu rồi"."""
    return _is(_HEARD, text)


def announces_question(text: str) -> bool:
    """Whether a whole message only says that a question comes: "cho bà hỏi cái này"."""
    return _is(_WILL_ASK, text)


_INTRODUCES = Pattern(
    r"^(?i:(?:(?:dạ|da|alo|chào|chao)(?: \w+)?[,. ]+)?"
    r"(?:em|con|cháu|chau|tôi|toi|tui|mình|minh|chị|chi|anh|cô|co|chú|chu|bác|bac|bà|ba|ông|ong|dì|di)"
    r"(?: tên| ten)? (?:là|la)) (?:[A-ZĐÁÂĂÔƠƯÝ]\w* ?){1,4}[,.] (?=\S+ \S)"
)


def without_introduction(text: str) -> str:
    """What is said behind who says it: "em là Lan, đăng ký sao chị" asks how to register."""
    return _INTRODUCES.sub("", text)


def _is(pattern: Pattern, text: str) -> bool:
    folded = fold(text)
    return pattern.fullmatch(folded) is not None and all(
        any(is_typed(typed.strip(",."), form) for form in _SPELLED[bare])
        for typed, bare in zip(text.lower().split(), folded.split(), strict=False)
        if bare in _SPELLED
    )

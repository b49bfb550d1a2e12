"""Which event to come a text speaks of, though nothing asked about it: "bữa họp tới bác bận rồi"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.intents import particles
from bot.intents.courtesies import is_heard
from bot.intents.event_kinds import NAMED, kind_named
from bot.intents.particles import Particle
from bot.language.dates.readings import aligned
from bot.language.patterns import Pattern
from bot.language.text import fold, plain_words

_TIME = r"(?:lan|ky|bua|buoi|hom|dot|cuoc)"
_NEXT = r"(?:toi day|sap toi|toi|sau|ke tiep|ke|nay|do|next)"
_SOON = r"(?:mai mot|bua nao|chung nao|hom nao|sap toi)"
_OCCASION = Pattern(
    rf"(?:\b(?:con|rieng|ve|ma|a quen)\s+)?\b(?:{_SOON}\s+)?(?:{_TIME}\s+)?(?:di )?(?:{NAMED})\b"
    rf"(?:\s+(?:cua )?(?:clb|cau lac bo))?(?:\s+(?:{_TIME}\s+)?{_NEXT}\b)?(?:\s+(?:thi|la|cho)\b)?"
    rf"|\b{_TIME}\s+(?:toi day|sap toi|toi|sau|next)\b(?:\s+(?:thi|la)\b)?"
)
_THAT_TIME = Pattern(
    r"\b(?:bua|buoi|hom|ky|lan|ngay) (?:do|ay)\b(?:\s+(?:thi|la)\b)?"
    r"|\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|(?:ngay )?mai|(?:ngay )?mot)\b(?:\s+(?:nay|toi|do|sap toi))?(?:\s+(?:thi|la)\b)?"
)
_NOT = r"(?:khong|ko|k|kh|khg|hong|hem|hok|chang|het)"
_GO = r"(?:di|toi|den|ra|qua|du)"
_ABLE = r"(?:duoc|noi|dc)"
_EXCUSED = r"(?:xin nghi|xin vang|vang mat)"
_CANT = Pattern(
    rf"\b{_NOT} (?:\w+ )?(?:{_GO}|tham du|tham gia|co mat)"
    rf"(?: (?:{_ABLE}|hop|du))*(?: (?:dau|nha|a|con|nghen|nghe|nhe|roi|em|chau|bac|tui))*(?=$|[,.;:!]| (?:vi|tai|do|boi|ban|mac)\b)"
)
"""A word for a day may be of anything; that somebody can't come to it is said of what is to come."""
_CHANGES = Pattern(
    rf"\b(?:{_NOT}|chua) (?:\w+ )?{_GO}(?: (?:hop|kham|hoc|tap))? (?:{_ABLE}|kip|nua)\b(?! xa\b)"
    rf"|\b{_GO} (?:lai )?(?:duoc|dc)\b(?! (?:{_NOT}|chua)\b)"
    r"|\b(?:bua|buoi|hom|ky|lan|ngay) (?:do|ay|kia|bua)\b"
    r"|\b(?:doi y|(?:doi|ghi|noi|bao) lai\b.*\b(?:di|nghi|khong|ko)|(?:tinh|nghi) lai (?:roi )?.*\b(?:di|nghi|thoi)"
    r"|(?:ban|ket|mac)(?: viec)? dot xuat|ma (?:gio|nay) (?:lai )?(?:ket|ban|mac|nghi|khong|ko|hong))\b"
    r"|\b(?:chac|thoi|dam) (?:la |ra )?(?:\w+ ){0,2}(?:o nha|nghi o nha|nghi mot bua|nghi bua nay)\b"
    r"|\b(?:ghi|cham|tinh) (?:giup |gium |lai )?(?:la )?(?:\w+ ){0,2}(?:di|toi|khong di|nghi)(?: (?:nha|nghen|nghe|nhe|di|con|em|giup|gium|duoc))*$"
    r"|\b(?:can ?t|cannot|won ?t|will not|not able to|able to|can) (?:come|go|make it|be there|attend)\b|\bafter all\b"
)
"""Words of coming or staying away that may put right what was answered: "xin lỗi, bà không tới được"."""
_UNFINISHED = Pattern(r"\b(?:dang|hom qua|bua truoc|lan truoc|hoi nay|vua roi|da di)\b")


@dataclass(frozen=True)
class Coming:
    """What a text says of an event to come: its kind, None for whichever is next, and the rest."""

    kind: str | None
    said: str
    by_day: bool = False
    """Only its day is named: it must be one on which there is something."""


def event_to_come(text: str) -> Coming | None:
    """The event that a statement speaks of and what it says of it; None where it names none."""
    if "?" in text:
        return None
    line, folded = aligned(text)
    line = line if len(line) == len(folded) else folded
    if _UNFINISHED.search(folded):
        return None
    found = _OCCASION.search(folded)
    by_day = found is None
    if found is None:
        found = _THAT_TIME.search(folded) if _CANT.search(folded.rstrip(" .!")) else None
    if found is None:
        return None
    said = f"{line[: found.start()]} {line[found.end() :]}".strip(" ,.;:-")
    return Coming(kind_named(fold(found[0])), said, by_day)


_TOO_WEAK = Pattern(
    rf"\b{_NOT} (?:co )?(?:{_GO}|lai) (?:{_ABLE}|dang)\b"
    rf"|\b(?:{_GO}|lai) {_NOT} (?:{_ABLE}|dang|muon noi)\b"
)


def is_too_weak_to_come(text: str) -> bool:
    """Whether words of an illness also say that one can't go: "chân đau quá đi hổng nổi"."""
    return bool(_TOO_WEAK.search(plain_words(text)))


_OF_SOMEBODY = Pattern(
    rf"\b{_GO} (?:{_ABLE}|nha|nghe|hop|kham|hoc|tap|roi|het|chac|luon|khong)\b"
    rf"|\b(?:{_NOT}|chac|se|co|xin|cung|van) (?:\w+ )?{_GO}\b|\b{_EXCUSED}\b"
    r"|\b(?:ban|ket|mac|nghi bua|nghi buoi|o nha)\b|\b(?:can ?t|cannot|will|won ?t|is|isn ?t|not) (?:come|coming|go|make it)\b"
)


_STAYS_AWAY = Pattern(rf"\b{_NOT} (?:\w+ )?{_GO}\b|\b{_EXCUSED}\b")


def says_not_coming(text: str) -> bool:
    """Whether a text says in so many words that somebody stays away."""
    return bool(_STAYS_AWAY.search(plain_words(text)))


def tells_of_somebody(text: str) -> bool:
    """Whether a text tells whether somebody comes, and asks nothing: "bà Sáu bận rồi, không đi"."""
    folded = plain_words(text)
    return (
        bool(_OF_SOMEBODY.search(folded))
        and not _UNFINISHED.search(folded)
        and tells_who_comes(text)
    )


def changes_answer(text: str) -> bool:
    """Whether a text may put right what was answered to a reminder some time ago.

    "bà đi chợ", "bà mệt quá" are of other things, though a reminder that asks takes them for an
    answer.
    """
    folded = plain_words(text)
    return (
        bool(_CHANGES.search(folded)) and not _UNFINISHED.search(folded) and tells_who_comes(text)
    )


_OF_ALL = Pattern(
    r"\b(?:ca (?:hai|ba|nha|ong ba)|tat ca|(?:hai|ba) (?:ba|ong|nguoi|dua)|ong ba|deu|tui (?:nay|tui|minh)|both|all of us|we)\b"
)


def says_of_all(text: str) -> bool:
    """Whether a text says itself that it is of everybody: "cả hai không đi được"."""
    return bool(_OF_ALL.search(fold(text)))


def ends_in_question(text: str) -> bool:
    """Whether the last word asks: "mai họp bà đi không" says nothing of who comes."""
    words = text.lower().rstrip(" .!").split()
    while len(words) > 1 and particles.is_whole(Particle.ADDRESSED, words[-1:]):
        words.pop()
    return particles.is_whole(Particle.ASKS_AT_END, words[-1:])


_ASKS_OF_IT = Pattern(
    r"\b(?:gi|nao|bao gio|may gio|bao nhieu|bao lau)\b|(?<!khong )(?<!ko )(?<!k )(?<!hong )(?<!chang )(?<!chac )\bai (?:cho|dua|rap|di|den|toi|lo|coi|trong)\b(?! thi\b)|\b(?:dong y|tre)\b"
)
_ASKS_NOTHING = Pattern(
    r"\bchu (?:sao|gi|con gi|ai)\b|\b(?:coi|xem|thu) sao\b|^(?:da )?de (?:ba |tui |toi )?(?:coi|xem|hoi|tinh|ban) |\bchac (?:la )?(?:khong|ko|k|hong|chua)$"
)
""" "đi chứ sao không", "ráng đi coi sao", "để hỏi nó chở được không"."""


def tells_who_comes(text: str) -> bool:
    """Whether a text that is taken for an answer to a reminder may be noted as one.

    What asks for something, agrees or disagrees, or only says that it was read, tells nothing of
    who comes.
    """
    folded = fold(text)
    if _ASKS_NOTHING.search(folded):
        return True
    asks = "?" in text or ends_in_question(text) or _ASKS_OF_IT.search(folded)
    return not asks and not is_heard(text)

"""Several questions in one message, each to be answered by itself."""

from __future__ import annotations

import re

from bot.intents.asking import looks_like_question
from bot.language.patterns import Pattern
from bot.language.text import fold, has_vietnamese_letter

MOST = 2
"""Questions that are answered at once."""
CLAUSES = 3
"""Clauses of one question that are looked at."""
LEAST_WORDS = 4
"""Of a question that can be understood alone."""
_ENDS = Pattern(
    r"([?!.;\n]+(?:\s+|$)"
    r"|,?\s+(?:với lại|voi lai|rồi cho hỏi|roi cho hoi|cho hỏi thêm|cho hoi them|and also)\s+"
    r"|,\s*(?:còn|and)\s+(?=\S+\s+\S+\s+\S+))",
    re.IGNORECASE,
)

_CLAUSE_ENDS = Pattern(
    r"[,;?!.\n]+|\s+and\s+(?=(?:how|what|when|where|who|which|can|does|do|is|are|should|must)\b)",
    re.IGNORECASE,
)
_ASKING = frozenset("gì nào sao ai đâu nhiêu nhiu mấy bao".split())
_DENYING = frozenset("không hông hổng hong hok ko k chưa".split())
_PLAIN_ASKING, _PLAIN_DENYING = (frozenset(map(fold, words)) for words in (_ASKING, _DENYING))
_LAST = 2
"""Words at the end of a clause among which "không" and "chưa" ask; before them they deny."""
_ASKING_FIRST = frozenset(
    "how what when where who whom whose which why can could may must do does did is are should will".split()
)


def questions_in(text: str) -> list[str]:
    """The questions of a message, in their order; none where it holds fewer than two."""
    pieces = [*_ENDS.split(text), ""]
    parts = [
        (part.strip(" ,"), end)
        for part, end in zip(pieces[::2], pieces[1::2], strict=False)
        if len(part.split()) >= LEAST_WORDS
    ]
    if len(parts) < MOST:
        return []
    asked = [part for part, end in parts if "?" in end or looks_like_question(part)]
    return asked[:MOST] if len(asked) >= MOST else []


_JOINS_WISHES = Pattern(
    r"[,;.]?\s+(?:(?:và|va|với|voi|với lại|voi lai|rồi|roi|xong|sẵn|san|sẵn tiện|san tien|luôn tiện|luon tien|đồng thời|dong thoi|and)\s+)+"
    r"|[,;]\s+",
    re.IGNORECASE,
)
_LEAST_OF_WISH = 2


def wishes_in(text: str) -> tuple[str, str] | None:
    """The two halves of a message that may wish for two things; None where it has no such halves."""
    parts = [part.strip(" ,;.") for part in _JOINS_WISHES.split(text.strip())]
    if len(parts) != MOST or min(len(part.split()) for part in parts) < _LEAST_OF_WISH:
        return None
    return parts[0], parts[1]


def clauses_in(text: str) -> list[str]:
    """The clauses that ask for something each, in their order; none where fewer than two do.

    "tháng được mấy trăm, làm đơn ở đâu": not to be understood alone, all of them about one thing.
    """
    asked = [part.strip() for part in _CLAUSE_ENDS.split(text) if _asks(part)]
    return asked[:CLAUSES] if len(asked) >= MOST else []


def _asks(clause: str) -> bool:
    """Whether a clause asks: "hổng có lương hưu" and "chưa thấy ai trả lời" don't."""
    words = clause.lower().split()
    asking, denying = _ASKING, _DENYING
    if not has_vietnamese_letter(clause):
        words = [fold(word) for word in words]
        asking, denying = _PLAIN_ASKING, _PLAIN_DENYING
    if len(words) < 2:
        return False
    if denying & {*words[-_LAST:]} or _ASKING_FIRST & {*words[:2]}:
        return True
    first = next((place for place, word in enumerate(words) if word in asking), None)
    return first is not None and not denying & {*words[:first]}

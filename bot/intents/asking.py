"""Whether a text is worded as a question: by its mark, its words or its end."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import answer_text, fold, is_typed, single_line

_ASKS = tuple(
    fold(each)
    for each in (
        "bao nhiêu", "bao lâu", "bao giờ", "khi nào", "lúc nào", "hôm nào", "bữa nào", "ở đâu",
        "là gì", "là sao", "làm sao", "thế nào", "như thế nào", "ra sao", "tại sao", "vì sao",
        "sao vậy", "được không", "được hông", "phải không", "có phải", "mấy giờ", "mấy người",
        "mấy lần", "gồm những", "cần gì", "cần những", "làm gì", "giấy gì", "gì vậy", "ai được",
        "ai ký", "ai duyệt", "bằng cách nào", "cách nào", "đi đâu", "hỏi ai", "gặp ai", "sao con",
        "có cần", "có mất", "có được", "hay không", "hay sao", "cho hỏi", "cho tôi hỏi", "xin hỏi",
    )
)  # fmt: skip
_ASKS_AT_END = tuple(
    fold(each) for each in ("không", "hông", "hả", "chưa", "gì", "đâu", "nào", "sao", "ai", "vậy")
)
_ASKS_ENGLISH = (
    "how", "what", "when", "where", "who", "why", "which", "can", "could", "may", "must", "do",
    "does", "is", "are", "should", "will",
)  # fmt: skip

FEW = 6
"""Words that a question has at most which says no more than what is asked."""
_ASKING_WORDS = ("ai", "gì", "nào", "sao", "mấy", "nhiêu", "nhiu", "đâu")
_ASKING_LAST = ("không", "hông", "hong", "ko", "hả", "chưa")
_THE_BOT = ("con", "chau", "em", "bot")
"""Who is asked of, where it stands first: "con biết hát hông" is no question about clubs."""


_TOPICS = tuple(
    fold(each) + " "
    for each in ("điều kiện", "thủ tục", "quy định", "tiêu chí", "quyền lợi", "lợi ích", "cách")
)
"""What begins a question that has no word of asking: "điều kiện lập clb"."""
_MOST_OF_TOPIC = 9


def asks_in_few_words(text: str) -> bool:
    """Whether a few words hold one of a question, wherever it stands, and aren't about the bot."""
    words = answer_text(single_line(text)).split()
    if 2 <= len(words) <= _MOST_OF_TOPIC and fold(" ".join(words)).startswith(_TOPICS):
        return True
    if not 2 <= len(words) <= FEW or fold(words[0]) in _THE_BOT:
        return False
    return any(is_typed(word, each) for word in words for each in _ASKING_WORDS) or any(
        is_typed(words[-1], each) for each in _ASKING_LAST
    )


_KNOWN_TO_ALL = Pattern(r"\b(?:hoi )?ai (?:cung|cx|deu) (?:biet|ro|quen)\b")
""" "ở gần chợ, hỏi ai cũng biết" asks nothing."""


def asks_plainly(text: str) -> bool:
    """Whether a text holds words of a question that stand in no name: "khi nào", "bao nhiêu"."""
    folded = f" {_KNOWN_TO_ALL.sub(' ', fold(single_line(text)))} "
    return any(f" {each} " in folded for each in _ASKS)


def looks_like_question(text: str) -> bool:
    """Whether a text is worded as a question: by its mark, its words or its end."""
    line = single_line(text)
    if line.endswith("?") and len(line) > 3:
        return True
    words = _KNOWN_TO_ALL.sub(" ", fold(answer_text(line))).split()
    if len(words) < 3:
        return False
    folded = f" {' '.join(words)} "
    if words[0] in _ASKS_ENGLISH:
        return True
    return any(f" {each} " in folded for each in _ASKS) or (
        len(words) >= 4 and words[-1] in _ASKS_AT_END
    )

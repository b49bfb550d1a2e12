"""Several questions in one message, each to be answered by itself."""

from __future__ import annotations

import re

from bot.intents.words import looks_like_question
from bot.language.patterns import Pattern

MOST = 2
"""Questions that are answered at once."""
LEAST_WORDS = 4
"""Of a question that can be understood alone."""
_ENDS = Pattern(
    r"([?!.;\n]+(?:\s+|$)"
    r"|,?\s+(?:với lại|voi lai|rồi cho hỏi|roi cho hoi|cho hỏi thêm|cho hoi them|and also)\s+"
    r"|,\s*(?:còn|and)\s+(?=\S+\s+\S+\s+\S+))",
    re.IGNORECASE,
)


def questions_in(text: str) -> list[str]:
    """The questions of a message, in their order; none where it holds fewer than two."""
    pieces = [*_ENDS.split(text), ""]
    asked = []
    for part, end in zip(pieces[::2], pieces[1::2], strict=False):
        part = part.strip(" ,")
        if len(part.split()) >= LEAST_WORDS and ("?" in end or looks_like_question(part)):
            asked.append(part)
    return asked[:MOST] if len(asked) >= MOST else []

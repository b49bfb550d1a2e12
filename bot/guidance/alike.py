"""Whether two questions ask the same: for the few that a club answers itself."""

from __future__ import annotations

from bot.guidance.words import FUNCTION_FORMS, form_of, words_of

LEAST = 0.55
"""From how alike on one answer serves both."""


def _content(text: str, language: str) -> frozenset[str]:
    forms = {form_of(word, language) for word in words_of(text)}
    return frozenset(forms - FUNCTION_FORMS[language]) or frozenset(forms)


def likeness(question: str, other: str, language: str) -> float:
    """How alike two questions are, from 0 to 1, by the content words that they share.

    Half of it is the share of both together, half that of the shorter one: the same thing is asked
    in three words and as a story. One word in common says nothing, unless it is all there is.
    """
    one, two = _content(question, language), _content(other, language)
    shared = len(one & two)
    if not shared or (shared < 2 and one != two):
        return 0.0
    return shared / (len(one) + len(two)) + shared / min(len(one), len(two)) / 2

"""Answers to "who comes?" as people type them: "bà đi, ông không", "cả ba đi được"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.language.text import fold, squeeze, strip_ends, without_emoji
from bot.language.words import looks_like_question

_NO = (
    "khong di duoc", "khong di", "ko di", "k di", "hong di", "khong duoc", "khong the",
    "khong", "ko", "hong", "hok", "khg", "hem", "ban", "nghi", "om", "benh", "met",
    "o nha", "chua di", "no", "not", "cannot", "can't", "k",
)  # fmt: skip
_UNSURE = (
    "chua biet", "chua chac", "chua ro", "khong biet", "ko biet", "khong chac", "de coi",
    "de xem", "co le", "not sure", "maybe", "don't know", "chua",
)  # fmt: skip
_YES = ("di duoc", "di", "co", "duoc", "tham gia", "se di", "yes", "coming", "come", "ok", "u")
_ALL = ("ca ba", "ca hai", "ca bon", "ca nha", "tat ca", "het", "moi nguoi", "everyone", "all",
        "both", "ca may")  # fmt: skip
_CLAUSE = re.compile(r"[,;.\n]|\bcòn\b|\bcon\b(?= )|\bnhưng\b|\bnhung\b|\bmà\b|\bbut\b|\band\b")
_ENDS = frozenset(("di", "duoc", "khong", "ko", "hong", "nghi", "ban", "om", "benh", "nha", "biet"))
_STARTS = frozenset(("ba", "ong", "chu", "bac", "cu", "ma", "me", "tia", "cha"))
_FORMS = ("ba", "ong", "co", "chu", "bac", "cu", "anh", "chi", "ma", "me", "tia", "cha", "ngoai",
          "noi")  # fmt: skip


def _has(folded: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {phrase} " in f" {folded} " for phrase in phrases)


def _answer(folded: str) -> str | None:
    if _has(folded, _UNSURE):
        return "unsure"
    if _has(folded, _NO):
        return "no"
    return "yes" if _has(folded, _YES) else None


def read_attendance(text: str, names: Mapping[int, list[str]]) -> dict[int, str]:
    """Who said what: person's key → yes, no or unsure; empty when it isn't such an answer.

    `names` holds for each person what he is called. A clause that names nobody speaks for all
    of one person, or for everybody when the whole message is one clause. A form of address
    ("bà") names a person when only one of them is called so.
    """
    if "?" in text or len(text.split()) > 20:
        return {}
    keys = list(names)
    found: dict[int, str] = {}
    pending: list[int] = []
    # "đi" is a polite tail elsewhere and the very answer here: tails stay.
    clauses = [
        fold(squeeze(strip_ends(without_emoji(part))))
        for part in _CLAUSE.split(_with_commas(text))
        if part and part.strip()
    ]
    named = 0
    for clause in clauses:
        who, rest = _who(clause, names)
        named += bool(who)
        answer = _answer(rest)
        if answer is None:
            pending.extend(who)
            continue
        if not who and not pending:
            if len(keys) == 1 or len(clauses) == 1:
                # Nobody named: one clause speaks for all, but only when it is short.
                if len(clause.split()) > 6:
                    return {}
                who = keys
            else:
                continue
        for key in [*pending, *who]:
            found[key] = answer
        pending = []
    # "bà đi được không" asks; "bà đi, ông không" answers.
    return {} if named < 2 and looks_like_question(text) else found


def _with_commas(text: str) -> str:
    """ "bà đi ông không" with the comma that nobody types."""
    words = text.split()
    pieces = []
    for word, following in zip(words, [*words[1:], ""], strict=True):
        ends = fold(word) in _ENDS and fold(following) in _STARTS
        pieces.append(f"{word}," if ends else word)
    return " ".join(pieces)


def _who(clause: str, names: Mapping[int, list[str]]) -> tuple[list[int], str]:
    """The persons a clause names, and the clause without their names."""
    if _has(clause, _ALL):
        rest = clause
        for phrase in _ALL:
            rest = f" {rest} ".replace(f" {phrase} ", " ").strip()
        return list(names), rest
    hits: list[int] = []
    rest = f" {clause} "
    for key, known in names.items():
        for name in sorted(known, key=len, reverse=True):
            folded = fold(name)
            if f" {folded} " in rest:
                hits.append(key)
                rest = rest.replace(f" {folded} ", " ")
                break
    for word in _FORMS:
        if f" {word} " not in rest:
            continue
        alike = [
            key
            for key, known in names.items()
            if key not in hits and any(word in fold(name).split() for name in known[:1])
        ]
        if len(alike) > 1:
            # A bare "bà" beside "bà ngoại" and "bà Tám" is the own grandmother.
            own = [key for key in alike if set(fold(names[key][0]).split()) <= set(_FORMS)]
            alike = own if len(own) == 1 else alike
        # "co" and "chi" are words of their own: only a clause's first word is a person.
        if len(alike) == 1 and (word not in ("co", "chi") or rest.split()[0] == word):
            hits.append(alike[0])
            rest = rest.replace(f" {word} ", " ", 1)
    return hits, rest.strip()

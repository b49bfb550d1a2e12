"""Answers to "who comes?" as people type them: "bà đi, ông không", "cả ba đi được"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.language.text import fold, is_typed, mend_words, single_line, squeeze, without_emoji
from bot.language.words import asks_in_words

Names = Mapping[int, list[str]]

_NOT = ("không", "ko", "khg", "kh", "k", "hông", "hổng", "hong", "hok", "hem")
_LONGEST = 20
"""Words: a longer message tells a story."""


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(each.split()) for each in text.split(", ")]


def _with_not(text: str) -> list[tuple[str, ...]]:
    """Phrases that begin with "không", in all the ways in which it is written."""
    return [(word, *each[1:]) for word in _NOT for each in _phrases(text)]


_MEANINGS: dict[str, list[tuple[str, ...]]] = {
    "unsure": _with_not("không biết, không chắc, không rõ, không biết nữa")
    + _phrases(
        "chưa biết, chưa chắc, chưa rõ, chưa tính, chưa hỏi, chưa, để coi, để xem, để hỏi, "
        "để hỏi lại, hỏi lại, để tính, để con hỏi, để tui hỏi, để tôi hỏi, có lẽ, có thể, mới biết, "
        "báo sau, trả lời sau, nói sau, tùy, not sure, maybe, don't know, perhaps"
    ),
    "no": _with_not(
        "không đi được, không đi, không được, không tham gia, không đến, không tới, không thể, "
        "không thể đi, không đi nổi, không có đi, không"
    )
    + _phrases(
        "đi không được, đi không nổi, đi hông được, đi hổng được, đi ko được, chưa đi được, chưa đi, "
        "khỏi đi, khỏi, thôi khỏi, bận, bận rồi, bận việc, nghỉ, xin nghỉ, xin vắng, vắng, ốm, bệnh, "
        "bịnh, mệt, ở nhà, kẹt, có việc, mắc việc, mắc công chuyện, về quê, nằm viện, no, not, cannot, "
        "can't, cant, not coming"
    ),
    "yes": _phrases(
        "đi được, đi, có, có đi, được, tham gia, sẽ đi, đến, tới, có mặt, đồng ý, ok, oke, okie, ừ, "
        "ừa, u, yes, coming, come, comes, will come"
    ),
    "nobody": _with_not("không ai, không có ai, không người nào") + _phrases("chưa ai, nobody, none"),
    "all": _phrases(
        "cả nhà, tất cả, ai cũng, mọi người, hết, đi hết, đi đủ, đủ hết, cả đám, tụi tui, tụi tôi, "
        "tụi con, chúng tôi, everyone, all, both, cả mấy người"
    ),
    "rest": _phrases(
        "người kia, mấy người kia, hai người kia, 2 người kia, còn lại, người còn lại, "
        "hai người còn lại, mấy người còn lại, người khác, the others"
    ),
    "only": _phrases("chỉ, chỉ có, có mình, mình, mỗi, mỗi mình, only"),
    "same": _phrases("cũng vậy, cũng thế, cũng như vậy, y vậy, too, neither"),
    "except": _phrases("trừ, trừ có, ngoài, except"),
    "filler": _phrases(
        "dạ, vâng, thì, là, mà, cũng, đều, luôn, rồi, sẽ, nha, nhé, nhe, ạ, đó, nè, thôi, nữa, con, "
        "còn, cháu, ơi, à, của, cho, và, với, cùng, nhưng, ra, nên, vì, bị, đang, giờ, một mình, "
        "hôm đó, bữa đó, hôm nay, bữa nay, được rồi, hết á, and, but, is, are, will, can, hai, con ơi, "
        "quá, lắm, chứ, đâu, mấy, mai, thưa, chắc chắn, để, ở, lần này, kỳ này, nghe, nghen, bot, em, xin"
    ),
}  # fmt: skip
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
_FORMS = ("bà", "ông", "cô", "chú", "bác", "cụ", "anh", "chị", "má", "mẹ", "tía", "cha", "ba", "dì",
          "dượng", "cậu", "mợ", "thím", "ngoại", "nội")  # fmt: skip
# Without accents these are có, chỉ and đi as well: persons only where a clause begins.
_ALSO_WORDS = frozenset(("co", "chi", "di"))
# "hông đi đâu" goes nowhere; "mấy người kia" are the others.
_NO_QUESTION = re.compile(
    r"\b(?:khong|ko|khg|k|hong|hok|hem) di dau\b|\bmay nguoi (?:con lai|kia|khac)\b"
)
_OPPOSITE = {"yes": "no", "no": "yes"}


@dataclass(frozen=True)
class _Piece:
    """What some words of the message are: a meaning, or persons."""

    meaning: str
    words: tuple[str, ...]
    who: tuple[int, ...] = ()


@dataclass
class _Reading:
    """What is understood so far."""

    found: dict[int, str] = field(default_factory=dict)
    subject: list[int] = field(default_factory=list)
    answered: bool = False
    about_rest: bool = False
    rest: str | None = None
    loose: str | None = None
    """An answer before anybody was named."""
    latest: str | None = None
    only: list[int] | None = None
    spared: list[int] = field(default_factory=list)

    def begin(self) -> None:
        if self.answered or self.about_rest:
            self.subject, self.answered, self.about_rest = [], False, False

    def answer(self, meaning: str) -> None:
        """Give the persons spoken of their answer; the last one stands, but doubt stays."""
        self.latest = meaning
        if self.about_rest:
            self.rest = meaning
        elif not self.subject:
            self.loose = meaning if self.loose != "unsure" else self.loose
        for key in self.subject:
            if not (self.answered and self.found.get(key) == "unsure"):
                self.found[key] = meaning
        self.answered = bool(self.subject)


def _is_phrase(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return len(words) == len(phrase) and all(map(is_typed, words, phrase))


def _words(text: str) -> list[str]:
    """The words of a message, "," between its clauses."""
    line = squeeze(without_emoji(single_line(text))).lower()
    line = re.sub(r"[,;.!:\n]+", " , ", line)
    return line.strip(" ,").split()


class _Splitter:
    """Splits the words of a message into pieces, the longest phrases first."""

    def __init__(self, words: list[str], names: Names) -> None:
        self.words = words
        self.names = names
        self.pieces: list[_Piece] = []

    def split(self) -> list[_Piece] | None:
        """The pieces; None where a word names several persons and nobody knows whom."""
        at = 0
        while at < len(self.words):
            if self.words[at] == ",":
                self.pieces.append(_Piece("break", (",",)))
                at += 1
                continue
            piece = self._person(at) or self._count(at) or self._meaning(at)
            if piece is None:
                return None
            self.pieces.append(piece)
            at += len(piece.words)
        return self.pieces

    def _person(self, at: int) -> _Piece | None:
        for length in range(min(6, len(self.words) - at), 0, -1):
            words = self.words[at : at + length]
            who = [key for key, known in self.names.items()
                   if any(_is_phrase(words, name.lower().split()) for name in known)]  # fmt: skip
            if len(who) == 1:
                return _Piece("person", tuple(words), tuple(who))
        word = self.words[at]
        if any(is_typed(word, form) for form in _FORMS):
            return self._form(at)
        # A given name alone ("Tám đi"), if only one of them has it.
        who = [key for key, known in self.names.items()
               if any(is_typed(word, name.lower().split()[-1]) for name in known if name)]  # fmt: skip
        if who and not self._is_meant_otherwise(word):
            return _Piece("person" if len(who) == 1 else "unclear", (word,), tuple(who))
        return None

    def _is_meant_otherwise(self, word: str) -> bool:
        return any((word,) == phrase or _is_phrase([word], phrase)
                   for phrases in _MEANINGS.values() for phrase in phrases)  # fmt: skip

    def _form(self, at: int) -> _Piece | None:
        """ "bà" alone, or "hai bà": the persons who are called so."""
        word = self.words[at]
        if (
            word in _ALSO_WORDS
            and self.pieces
            and self.pieces[-1].meaning not in ("break", "yes", "no")
        ):
            return None
        alike = [
            key
            for key, known in self.names.items()
            if any(is_typed(word, each) for each in known[0].lower().split())
        ]
        if len(alike) > 1:
            # A bare "bà" beside "bà ngoại" and "bà Tám" is the own grandmother.
            own = [
                key
                for key in alike
                if all(each in _FORMS for each in self.names[key][0].lower().split())
            ]
            alike = own if len(own) == 1 else alike
        if len(alike) == 1:
            if word in _ALSO_WORDS and not self._names_more(at):
                # "co di" is cô or có, "co" alone is có.
                return None if len(self.words) == 1 else _Piece("unclear", (word,))
            return _Piece("person", (word,), tuple(alike))
        return _Piece("unclear", (word,)) if alike else None

    def _names_more(self, at: int) -> bool:
        rest = [word for word in self.words[at + 1 :] if word not in _ALSO_WORDS]
        return any(is_typed(word, form) for word in rest for form in _FORMS)

    def _count(self, at: int) -> _Piece | None:
        """ "cả ba", "hai bà", "2 người": all of them, or nobody knows which."""
        words = self.words[at : at + 3]
        start = 1 if words and is_typed(words[0], "cả") else 0
        if len(words) <= start:
            return None
        number = next(
            (value for word, value in _COUNTS.items() if is_typed(words[start], word)), None
        )
        if number is None:
            return None
        after = words[start + 1] if len(words) > start + 1 else ""
        if not start and any(
            _is_phrase(self.words[at : at + len(each)], each) for each in _MEANINGS["rest"]
        ):
            return None
        if is_typed(after, "người"):
            meaning = "all" if number == len(self.names) else "unclear"
            return _Piece(meaning, tuple(words[: start + 2]))
        if any(is_typed(after, form) for form in _FORMS):
            who = tuple(
                key for key, known in self.names.items()
                if any(is_typed(after, each) for each in known[0].lower().split())
            )  # fmt: skip
            if len(who) == number:
                return _Piece("person", tuple(words[: start + 2]), who)
        if start:
            meaning = "all" if number == len(self.names) else "unclear"
            return _Piece(meaning, tuple(words[: start + 1]))
        return None

    def _meaning(self, at: int) -> _Piece | None:
        best: _Piece | None = None
        for meaning, phrases in _MEANINGS.items():
            for phrase in phrases:
                words = self.words[at : at + len(phrase)]
                if _is_phrase(words, phrase) and (best is None or len(phrase) > len(best.words)):
                    best = _Piece(meaning, tuple(words))
        return best or _Piece("unknown", (self.words[at],))


def _is_asked(pieces: list[_Piece]) -> bool:
    """ "bà đi được không" asks; "bà đi, ông không" and "đi không được" answer."""
    said = [piece for piece in pieces if piece.meaning not in ("filler", "unknown")]
    return (
        len(said) > 1
        and said[-1].meaning in ("no", "unsure")
        and len(said[-1].words) == 1
        and any(is_typed(said[-1].words[0], word) for word in (*_NOT, "chưa"))
        and said[-2].meaning == "yes"
    )


def read_attendance(text: str, names: Names) -> dict[int, str]:
    """Who said what: person's key → yes, no or unsure; empty when it isn't such an answer.

    `names` holds for each person what he is called, the form of address first. Who isn't named
    stays out, unless the words speak of all ("đi hết"), of the others, or of only some. A message
    that names nobody speaks for all, when it says nothing else. A form of address ("bà") names a
    person when only one of them is called so.
    """
    words = _words(text)
    found = _read(text, words, names)
    mended = mend_words(" ".join(words)).split()
    return found or (_read(text, mended, names) if mended != words else {})


def _read(text: str, words: list[str], names: Names) -> dict[int, str]:
    if "?" in text or not words or len(words) > _LONGEST:
        return {}
    if asks_in_words(_NO_QUESTION.sub(" ", fold(text))):
        return {}
    pieces = _Splitter(words, names).split()
    if pieces and any(is_typed(word, "đều") for word in words) and not _speaks_of_several(pieces):
        return {}
    if not pieces or any(piece.meaning == "unclear" for piece in pieces) or _is_asked(pieces):
        return {}
    if not any(piece.meaning in ("person", "all", "nobody", "rest") for piece in pieces):
        return _of_all(pieces, names)
    return _of_each(pieces, names)


def _speaks_of_several(pieces: list[_Piece]) -> bool:
    """Whether "đều" can stand in a message: it is said of two and more."""
    named = {key for piece in pieces for key in piece.who}
    return len(named) > 1 or not named


def _of_all(pieces: list[_Piece], names: Names) -> dict[int, str]:
    """An answer that names nobody; a yes must stand alone, a no may give its reason."""
    answers = [piece for piece in pieces if piece.meaning in ("yes", "no", "unsure")]
    unknown = sum(piece.meaning in ("unknown", "only") for piece in pieces)
    if not answers:
        return {}
    reading = _Reading(subject=list(names))
    for piece in answers:
        reading.answer(piece.meaning)
    answer = reading.found[next(iter(names))]
    sure = answer != "yes" and len(answers[0].words) > 1
    return {} if unknown > (3 if sure else 0) else reading.found


def _of_each(pieces: list[_Piece], names: Names) -> dict[int, str]:
    reading = _Reading()
    mode = ""
    for place, piece in enumerate(pieces):
        match piece.meaning:
            case "person" if mode == "except":
                reading.spared += piece.who
            case "person":
                reading.begin()
                reading.subject += piece.who
                if mode == "only":
                    reading.only = [*(reading.only or []), *piece.who]
            case "all":
                _all(reading, piece, names)
            case "nobody":
                reading.found |= dict.fromkeys(names, "no")
                reading.subject, reading.answered = [], True
                # "không ai đi": the đi belongs to it.
                reading.loose = None
            case "rest":
                reading.begin()
                reading.subject, reading.about_rest = [], True
            case "only" | "except":
                mode = piece.meaning
                continue
            case "yes" if _only_opens(pieces, place):
                pass
            case "yes" if _follows_nobody(pieces, place):
                pass
            case "yes" | "no" | "unsure":
                reading.answer(piece.meaning)
                mode = ""
            case "same" if reading.latest:
                reading.answer(reading.latest)
            case "break":
                mode = ""
    return _settled(reading, names)


def _all(reading: _Reading, piece: _Piece, names: Names) -> None:
    """ "cả ba" and "đi hết"; "hết" after an answer to one person only strengthens it."""
    if reading.answered and piece.words == ("hết",):
        return
    loose = reading.loose
    reading.begin()
    reading.subject = [key for key in names if key not in reading.spared]
    if is_typed(piece.words[0], "đi"):
        reading.answer("yes")
    elif loose is not None and is_typed(piece.words[-1], "hết"):
        # "đi được hết"
        reading.answer(loose)


def _only_opens(pieces: list[_Piece], place: int) -> bool:
    """ "có bà Tám đi": the có opens a sentence in which somebody is named, and says nothing."""
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    return (
        is_typed(pieces[place].words[0], "có")
        and len(pieces[place].words) == 1
        and following is not None
        and following.meaning == "person"
        and not any(each.meaning == "person" for each in pieces[:place])
    )


def _follows_nobody(pieces: list[_Piece], place: int) -> bool:
    before = [each.meaning for each in pieces[:place] if each.meaning != "filler"]
    return bool(before) and before[-1] == "nobody"


def _settled(reading: _Reading, names: Names) -> dict[int, str]:
    """The answers with those of the others: "chỉ có bà Tám đi", "trừ ông ra", "còn lại đi"."""
    found = reading.found
    if reading.subject and not reading.answered and reading.loose and not found:
        # "đi: bà với ông"
        found = dict.fromkeys(reading.subject, reading.loose)
    if reading.spared:
        others = {found[key] for key in names if key in found and key not in reading.spared}
        opposite = _OPPOSITE.get(next(iter(others))) if len(others) == 1 else None
        if opposite is None:
            return {}
        found = found | dict.fromkeys(reading.spared, opposite)
    rest = reading.rest
    if rest is None and reading.only and all(key in found for key in reading.only):
        rest = _OPPOSITE.get(found[reading.only[0]])
    if rest is not None:
        found = {**dict.fromkeys(names, rest), **found}
    return {key: found[key] for key in names if key in found}

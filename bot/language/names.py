"""People's names: read as typed, never corrected behind anybody's back, sorted as here."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.letters import holds_link, is_latin, one_script
from bot.language.patterns import Pattern
from bot.language.text import (
    answer_text,
    fold,
    is_emoji,
    is_typed,
    same,
    same_text,
    single_line,
    strip_ends,
)

MOST_WORDS = 8
LONGEST = 80
LONGEST_DISPLAY = 100
"""Characters of the name that an account gives itself."""
MOST_READ = 400
"""Characters in which a name with the words around it is looked for."""
_LEAD_INS = tuple(
    same_text(each).split()
    for each in (
        "tên tôi là", "tôi tên là", "tôi tên", "tôi là", "mình tên là", "mình tên", "con tên là",
        "con tên", "em tên là", "em tên", "tên là", "họ tên là", "họ và tên", "họ tên", "tên:",
        "dạ", "my name is", "i am", "name is",
        *(
            f"{form} {rest}"
            for form in ("bà", "ông", "bác", "cô", "chú", "tui", "ba", "ong", "bac", "co", "chu")
            for rest in ("tên là", "tên", "ten la", "ten")
        ),
        "ten toi la", "toi ten la", "toi ten", "toi la", "minh ten", "con ten", "ten la",
    )
)  # fmt: skip
_TAILS = frozenset(("nhé", "nhe", "ạ", "nha", "nghen"))
_MARKS = frozenset("'’‘`-.·")


# Answers that name nobody. "dung" and "sau" are not among them: Dũng and Sáu are people.
_NOBODY = tuple(
    tuple(each.split())
    for each in (
        "chưa biết, chưa biết tên, chưa có, chưa có tên, chưa rõ, chưa nhớ, chưa hỏi, chưa, chưa ai, "
        "chưa ai cho, chưa có ai, chưa có ai cho, chưa xin, chưa chọn, chưa bầu, không biết, ko biết, "
        "hông biết, hổng biết, không biết tên, không có, ko có, hông có, hổng có, không có ai, "
        "không ai, ko ai, không nhớ, ko nhớ, hông nhớ, hổng nhớ, không rõ, không, ko, hông, để sau, "
        "để sau đi, để tính sau, tính sau, để coi, để hỏi, để hỏi lại, hỏi lại sau, bỏ qua, qua, "
        "xong, xong rồi, rồi, ok, oke, okie, được, được rồi, đúng rồi, dạ, vâng, có, ừ, ừm, yes, no, "
        "gì, sao, hả, ai, ai cũng được, sao cũng được, chào, xin chào, alo, hi, hello, none, unknown, "
        "not yet, later, nobody, i don't know, don't know, "
        "khó khăn, khó khăn lắm, nghèo, nghèo lắm, hộ nghèo, hộ cận nghèo, cận nghèo, khuyết tật, neo đơn, "
        "bình thường, già rồi, già yếu, không biết chữ, làm ruộng, bán vé số, nội trợ, về hưu, hưu trí, "
        "buôn bán, ở nhà, ở xa, ở quê, ở riêng, ở chung, ở một mình, đang ngủ, đi vắng, bận rồi, "
        "đồng ý, không đồng ý, hông đồng ý, hổng đồng ý, ko đồng ý, chưa đồng ý, i agree"
    ).split(", ")
)
# By their number of words and the first of them: most names begin like none.
_NOBODY_BY_BEGINNING: defaultdict[tuple[int, str], list[tuple[str, ...]]] = defaultdict(list)
for _form in _NOBODY:
    _NOBODY_BY_BEGINNING[len(_form), fold(_form[0])].append(tuple(_form))
TITLES = ("ông", "bà", "cô", "chú", "anh", "chị", "bác", "dì", "dượng", "cậu", "mợ", "thím", "cụ",
          "má", "mẹ", "ba", "em", "mr", "mrs", "ms")  # fmt: skip


@dataclass(frozen=True)
class NameReading:
    """A name, or why there is none.

    Problems: "digits", "long", "emoji", "empty", "sentence", "link"; "script" for letters of another
    script, which no Vietnamese paper has; "nobody" for words that name no one ("chưa biết", "để
    sau", "xong").
    """

    name: str | None = None
    problem: str | None = None
    one_word: bool = False


def _title(word: str) -> str:
    pieces = re.split(r"(-)", word)
    return "".join(piece[:1].title() + piece[1:].lower() for piece in pieces)


def read_name(text: str) -> NameReading:
    """A person's full name in what was typed; the case is mended only when it was all one case."""
    line = single_line(text)
    if not line:
        return NameReading(problem="empty")
    if len(line) > MOST_READ:
        return NameReading(problem="long")
    if holds_link(line):
        return NameReading(problem="link")
    line = one_script(line)
    if any(is_emoji(letter) for letter in line):
        line = single_line("".join(" " if is_emoji(letter) else letter for letter in line))
        if not line:
            return NameReading(problem="emoji")
    line = strip_ends(line) if line.strip(' .,!?…;:"()~') else ""
    stripped = True
    while stripped:
        stripped = False
        words = line.split()
        typed = [same(word) for word in words]
        for lead in _LEAD_INS:
            if len(words) > len(lead) and typed[: len(lead)] == lead:
                line = " ".join(words[len(lead) :]).lstrip(":,- ")
                stripped = True
                break
    words = line.split()
    # "Lan nha con": con is the bot, but only after a courtesy; "Lê Thị Con" is a name.
    if len(words) > 2 and words[-1].lower() in ("con", "cháu", "em") and _is_tail(words[-2]):
        words.pop()
    # No name ends with its middle word: "Hồ Thị Nha".
    while len(words) > 1 and _is_tail(words[-1]) and not is_typed(words[-2].lower(), "thị"):
        words.pop()
    if _names_nobody(text) or _names_nobody(line):
        return NameReading(problem="nobody")
    if any(letter.isdigit() for word in words for letter in word):
        return NameReading(problem="digits")
    if not any(letter.isalpha() for word in words for letter in word):
        return NameReading(problem="empty")
    for word in words:
        if any(not _of_name(letter) for letter in word):
            return NameReading(problem="sentence")
    if not is_latin(line):
        return NameReading(problem="script")
    if len(words) > MOST_WORDS or len(" ".join(words)) > LONGEST:
        return NameReading(problem="long")
    if any(same(word) in _NOT_IN_NAMES for word in words[:-1]):
        return NameReading(problem="sentence")
    letters = "".join(letter for word in words for letter in word if letter.isalpha())
    if letters == letters.lower() or (letters == letters.upper() and len(letters) > 1):
        words = [_title(word) for word in words]
    return NameReading(" ".join(words), one_word=len(words) == 1)


_ALSO_NAMES = frozenset(("anh", "em", "chi", "ba"))
"""Titles that may begin a name when they are written as names are: "Anh Tuấn"."""
_MOST_CALLED = 2
"""Words by which somebody is called behind a title; three are a full name."""


def behind_title(name: str) -> str:
    """What somebody is called, without the form of address before it: "bà Năm" is Năm."""
    first, *rest = name.split()
    is_title = any(is_typed(first.lower(), each) for each in TITLES)
    may_be_name = first[:1].isupper() and fold(first) in _ALSO_NAMES
    return (
        " ".join(rest) if 0 < len(rest) <= _MOST_CALLED and is_title and not may_be_name else name
    )


_NOT_IN_NAMES = frozenset(map(same, ("không", "giấy")))
"""With their accents and before the last word: "xã không chịu" tells, "Lê Thị Không" is a name."""


def _names_nobody(text: str) -> bool:
    for typed in (strip_ends(text).lower().split(), answer_text(text).split()):
        # "dạ chưa biết" opens with a courtesy.
        for words in (typed, typed[1:] if typed and is_typed(typed[0], "dạ") else []):
            alike = _NOBODY_BY_BEGINNING.get((len(words), fold(words[0])), ()) if words else ()
            if any(all(map(is_typed, words, form)) for form in alike):
                return True
    return False


def display_name(text: str) -> str:
    """What an account calls itself, as organisers may read it; "" for a link or nothing at all."""
    name = single_line(text)[:LONGEST_DISPLAY]
    return "" if holds_link(name) or not any(map(str.isalnum, name)) else name


def file_name(text: str) -> str:
    """A file's name as people may read it: of one that holds a link only the ending is left."""
    name = single_line(text)
    stem, dot, ending = name.rpartition(".")
    return f"{dot}{ending}" if holds_link(stem or name) else name


_SEARCHED_Y = Pattern(r"(?<=[hklmst])y\b|(?<=qu)y\b")


def search_form(name: str) -> str:
    """A name in the form in which names are searched: folded, Lý as Lí and Quý as Quí."""
    return _SEARCHED_Y.sub("i", fold(single_line(name)))


def searched_names(text: str) -> tuple[str, ...]:
    """What a search for somebody looks for, in `search_form`: as typed, then without titles.

    "ông Tư nha con" is looked for as it stands first: somebody may be called "bà Tư".
    """
    text = text[:MOST_READ]
    words = strip_ends(text).split()
    while len(words) > 1 and fold(words[-1]) in ("nha", "nhe", "a", "do", "di", "con", "oi"):
        words.pop()
    found = [search_form(strip_ends(text)), search_form(" ".join(words))]
    while len(words) > 1 and any(is_typed(words[0].lower(), title) for title in TITLES):
        words = words[1:]
        found.append(search_form(" ".join(words)))
    return tuple(dict.fromkeys(each for each in found if each))


def find_people(text: str, people: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of `people` (key and name) whom a search means.

    The whole name is looked for first, then its words, then a part of one; accents that were
    typed count where they tell people apart ("Tư" isn't "Tú").
    """
    forms = [(person, search_form(person[1])) for person in people]
    for wanted in searched_names(text):
        if len(wanted) < 2:
            continue
        for found in (
            [person for person, form in forms if form == wanted],
            [person for person, form in forms if f" {wanted} " in f" {form} "],
            [person for person, form in forms if wanted in form],
        ):
            if found:
                return [person for person in found if _accents_fit(text, person[1])] or found
    return []


def _accents_fit(text: str, name: str) -> bool:
    """Whether no word of a name has other accents than those it was typed with."""
    known = name.lower().split()
    return all(
        any(is_typed(typed, word) for word in known)
        for typed in strip_ends(text).lower().split()
        if fold(typed) in [fold(word) for word in known]
    )


def _is_tail(word: str) -> bool:
    return word.lower() in _TAILS


def _of_name(letter: str) -> bool:
    return letter.isalpha() or letter in _MARKS or bool(unicodedata.combining(letter))


_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_QUALITY = frozenset("\u0302\u0306\u031b")


def _syllable_key(word: str) -> tuple[str, str]:
    """Letters in the order of the alphabet, then the tone, as characters that sort bytewise."""
    letters, tone = "", 0
    for letter in unicodedata.normalize("NFC", word.casefold()):
        apart = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in apart if mark in _TONES), tone)
        plain = unicodedata.normalize(
            "NFC", apart[0] + "".join(mark for mark in apart[1:] if mark in _QUALITY)
        )
        place = _ALPHABET.find(plain)
        if place < 0:
            place = _ALPHABET.find(fold(plain)[:1])
        if place >= 0:
            letters += chr(33 + place)
    return letters, str(tone)


def sort_key(full_name: str) -> str:
    """A text by which people sort as on a Vietnamese roster: given name, then the rest.

    All letters of the name come first, then all tones (none, huyền, hỏi, ngã, sắc, nặng); it
    compares alike in SQLite and in PostgreSQL's "C" collation.
    """
    words = full_name.split()
    keys = [_syllable_key(word) for word in [*words[-1:], *words[:-1]]]
    given = [keys[0]] if keys else []
    rest = keys[1:]
    parts = []
    for group in (given, rest):
        parts.append(" ".join(letters for letters, _ in group))
        parts.append("".join(tone for _, tone in group))
    return "\x01".join(parts)[:400]


_SURNAMES = frozenset(
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong lam mai trinh"
    " dao doan thai luong luu cao chau ha kieu mac quach tang thach tong trieu vuong tran danh".split()
)
"""The family names of most people, without accents."""
_LONGEST_FULL_NAME = 5
"""Words of a full name."""


_MIDDLE_NAMES = ("thi", "van")
_ASKED = Pattern(
    r"(?:sao|gi|nao)(?: (?:em|con|chau|z|v|vay|ha|a|ne|ta|ad|shop|anh|chi|co|chu|bac|ba|ong))*"
)


def is_full_name(text: str) -> bool:
    """Whether a whole text can only be somebody's full name: "Trần Văn Minh", not "lê hội là gì".

    "dang ky sao em" begins like a name and asks something.
    """
    words = fold(text).split()
    return (
        3 <= len(words) <= _LONGEST_FULL_NAME
        and words[0] in _SURNAMES
        and all(word.isalpha() for word in words)
        and not _asks_at_its_end(text)
    )


def _asks_at_its_end(text: str) -> bool:
    typed = single_line(text).lower().split()
    if fold(typed[1]) in _MIDDLE_NAMES:
        # Somebody may be called Sao.
        return False
    return any(
        _ASKED.fullmatch(fold(" ".join(typed[place:]))) is not None
        and any(is_typed(typed[place], word) for word in ("sao", "gì", "nào"))
        for place in range(2, len(typed))
    )

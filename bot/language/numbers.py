"""Numbers and sums of money as they are typed: digits, words, southern short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.language.keys import mend_keys, mend_words
from bot.language.patterns import Pattern
from bot.language.text import fold, is_typed, same, single_line, strip_ends, strip_tails

Unit = Literal["month", "year"]
"""What a number counts, where people may answer in another unit ("1 năm" for 12 months)."""

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SAME_UNITS = {same(word): value for word, value in _UNITS.items()}
_FOLD_UNITS = {fold(word): value for word, value in _UNITS.items()}


@dataclass(frozen=True)
class NumberReading:
    """A whole number, or several it may be, or the problem: "none" or "about".

    `is_about`: the number was said with "khoảng", so it is said back before it counts.
    """

    value: int | None = None
    options: tuple[int, ...] = ()
    problem: str | None = None
    is_about: bool = False


LONGEST = 200
"""Characters of an answer that may be a number: reading takes the square of them."""
_NONE = NumberReading(problem="none")
_ABOUT = NumberReading(problem="about")


def _is(typed: str, *forms: str) -> bool:
    """Whether a word is one of these, with its accents or with none at all."""
    return any(is_typed(typed, form) for form in forms)


def _unit(word: str) -> int | None:
    if word.isdecimal():
        return int(word) if len(word) == 1 else None
    value = _SAME_UNITS.get(same(word))
    if value is None and word == fold(word):
        value = _FOLD_UNITS.get(word)
    return value


def _below_hundred(words: list[str]) -> int | None:
    """A number under a hundred: "hai mươi mốt", "hăm lăm", "bảy lăm", "6 chục", "58"."""
    if not words or len(words) > 4:
        return None
    first, *rest = words
    if len(words) == 4 and _is(rest[0], "mươi", "chục") and _is(rest[1], "lẻ", "linh"):
        words = [first, rest[0], rest[2]]
        rest = words[1:]
    if not rest:
        if first.isdecimal() and len(first) <= 2:
            return int(first)
        return 10 if _is(first, "mười", "chục") else _unit(first)
    unit = _unit(rest[-1]) or 0
    if len(words) == 4:
        return None
    if len(words) == 3:
        tens = _unit(first)
        return tens * 10 + unit if tens and unit and _is(rest[0], "mươi", "chục") else None
    if _is(first, "chục") and _is(rest[0], "rưỡi"):
        return 15
    # "mười năm", "hai năm" with their accents are years.
    is_years = same(rest[0]) == same("năm")
    for forms, tens in ((("mười",), 10), (("hăm",), 20), (("băm",), 30)):
        if _is(first, *forms):
            return tens + unit if unit and not is_years else None
    tens = _unit(first) or 0
    if tens and _is(rest[0], "mươi", "mười", "chục"):
        return tens * 10
    if first.isdecimal() or rest[0].isdecimal() or is_years:
        return None
    return tens * 10 + unit if tens and unit else None


def _words(words: list[str]) -> int | None:
    """A number in words, in digits with words ("1 trăm 20"), or in plain digits."""
    if len(words) == 1 and words[0].isdecimal():
        return int(words[0])
    for forms, size in ((("ngàn", "nghìn"), 1000), (("trăm",), 100)):
        place = next((at for at, word in enumerate(words) if _is(word, *forms)), None)
        if place is None:
            continue
        count = _words(words[:place]) if place else 1
        rest = words[place + 1 :]
        if count is None:
            return None
        if not rest:
            return count * size
        if len(rest) == 1 and _is(rest[0], "rưỡi"):
            return count * size + size // 2
        if _is(rest[0], "lẻ", "linh", "không"):
            rest = rest[1:]
            if rest and _is(rest[0], "trăm"):
                rest = rest[1:]
            if rest and _is(rest[0], "lẻ", "linh"):
                rest = rest[1:]
        elif len(rest) == 1 and not rest[0].isdecimal() and (unit := _unit(rest[0])):
            # "trăm hai" is 120, "ngàn tư" 1400.
            return count * size + unit * size // 10
        below = _words(rest)
        return None if below is None or below >= size else count * size + below
    return _below_hundred(words)


_NOBODY = Pattern(
    r"(?:khong|ko|khg|hong|hok|hem|k|chua)(?: co)?(?: (?:ai|nguoi nao|mot ai|nguoi|gi|cai nao|dong nao))?"
    r"(?: (?:het|ca|dau|hoi|luon))*|co ai dau|nobody|no one|none|zero|nil"
)
_CLASSIFIERS = (
    r"(?:nguoi|thanh vien|hoi vien|cu|cu ong|cu ba|ong ba|ba con|bac|ho dan|ho|nha|gia dinh|cho|cho ngoi|"
    r"ghe|cai|cai ghe|thang|nam|phan tram|%|tuoi|phieu|dai bieu|dua|lan|buoi|ngay|suat|phan|khach|"
    r"la phieu|ban|people|persons?|members?|months?|years?|percent|seats?|households?|votes?)"
)
_ENDING = Pattern(rf"\s*{_CLASSIFIERS}(?: (?:co mat|tham du|di|du|dong y|den|toi|thoi|lan|a))*$")
_BEGINNING = Pattern(
    r"(?:co mat|tat ca|tong cong|ca thay|het thay|duoc|moi|dung|la|tong|so|co|thang|het)\s+(?=\S)"
)
_ABOUT_BEGINNING = Pattern(
    r"(?:khoang|chung|do chung|co chung|uoc chung|uoc|ang chung|tren duoi|xap xi|chac|hinh nhu"
    r"|about|around|roughly|~)\s*(?=\S)"
)
_MORE_OR_LESS = Pattern(
    r"(?:gan|hon|tren|duoi|ngoai|it nhat|toi da|vai|dam|may|nua|mot it|khong qua|over|under|nearly)\b"
    r"|.*\b(?:may|may nguoi|hon|tro len|tro xuong|vai)$"
)


_SIZES = Pattern(r"\b(?:muoi|chuc|tram|ngan|nghin|trieu|ti|ty|ruoi|hay|den|toi|phan|k|tr|gio|h)\b")


def _cut(words: list[str], start: int, end: int, folded: str) -> list[str]:
    """The typed words that a stretch of their folded line covers."""
    first = len(folded[:start].split())
    return words[first : first + len(folded[start:end].split())]


_ODD = Pattern(r"(?<=\w )(?:có|co) (?=(?:lẻ|le|linh) \w)")
_HALF_HUNDRED = Pattern(r"\b(?:nửa|nua) (?:trăm|tram)\b")


def read_number(text: str, *, unit: Unit | None = None) -> NumberReading:
    """The whole number in an answer to a question for one; `unit` says what it counts."""
    line = strip_tails(strip_ends(single_line(text))).lower()
    if len(line) > LONGEST:
        return _NONE
    # "năm chục có lẻ hai" is "năm chục lẻ hai", half a hundred is fifty.
    line = _ODD.sub("", _HALF_HUNDRED.sub("năm mươi", line))
    line = " ".join(mend_keys(word) for word in re.sub(r"(?<=\d)(?=[^\W\d])", " ", line).split())
    folded = fold(line)
    words = line.split()
    if len(folded.split()) != len(words):
        words = folded.split()
    if folded == "khong nam":
        # "không nắm": he doesn't have the figure; nobody answers "không năm".
        return _NONE
    if _NOBODY.fullmatch(folded):
        return _NONE if folded == "chua" else NumberReading(0)
    start, is_about = 0, False
    while True:
        about = _ABOUT_BEGINNING.match(folded, start)
        # "cỡ 60" and "tầm 60"; "co 60" is có, and "tam muoi" is eighty.
        typed = (
            words[len(folded[:start].split())] if len(folded[:start].split()) < len(words) else ""
        )
        if about is None and typed in ("cỡ", "tầm", "độ"):
            about = re.compile(r"\S+\s+").match(folded, start)
        if about is None and (plain := _BEGINNING.match(folded, start)):
            start = plain.end()
            continue
        if about is None:
            break
        start, is_about = about.end(), True
    rest = re.sub(r"(?:\s+(?:gi do|thoi|lan|roi|ha|luon|do|ne|vay|chan))+$", "", folded[start:])
    is_about = is_about or folded.endswith("gi do")
    found = _counted(_cut(words, start, start + len(rest), folded), rest, unit)
    return replace(found, is_about=True) if is_about and found.value is not None else found


def _counted(words: list[str], folded: str, unit: Unit | None) -> NumberReading:
    """A number with the word for what it counts, or with none."""
    if unit is not None and (found := _duration(words, folded, unit)):
        return found
    if _MORE_OR_LESS.match(folded) or (words and words[0] == "mươi"):
        return _ABOUT
    ending = _ENDING.search(folded)
    bare = folded[: ending.start()] if ending and ending.start() else folded
    span = re.fullmatch(r"(\d{1,4})\s?(?:-|den|toi|hay|hoac)\s?(\d{1,4})", bare)
    if span:
        return NumberReading(options=(int(span[1]), int(span[2])))
    if re.fullmatch(r"\d{1,3}([., ]\d{3})+", bare):
        return NumberReading(int(re.sub(r"\D", "", bare)), is_about="," in bare)
    if re.fullmatch(r"\d{1,9}", bare):
        return NumberReading(int(bare))
    if re.fullmatch(r"(?:\S+ )?chuc ruoi", bare) and bare != "chuc ruoi":
        tens = _below_hundred(words[:2])
        return NumberReading(tens + 5, is_about=True) if tens else _NONE
    years = re.fullmatch(r"(muoi|mot|hai|ba|bon|sau|bay|tam|chin) nam", folded)
    if years and unit is None:
        if any(word != fold(word) for word in words):
            return _NONE
        tens = 10 if years[1] == "muoi" else _FOLD_UNITS[years[1]]
        return NumberReading(options=(15, 10) if tens == 10 else (tens * 10 + 5, tens))
    for candidate in (words, words[: len(bare.split())]):
        value = _words(list(candidate))
        if value is None:
            continue
        return _or_one_of_two(list(candidate), value)
    # "58 bà", "3 hộ nghèo": whatever they are, their number is said back.
    counted = re.fullmatch(r"(\d{1,4})((?: [a-z]+){1,3})", folded)
    if counted and not _SIZES.search(counted[2]):
        return NumberReading(int(counted[1]), is_about=True)
    return _NONE


def _or_one_of_two(words: list[str], value: int) -> NumberReading:
    """ "hai ba người" are two or three, or else 23; "ba tư" is 34."""
    if len(words) == 2 and not _is(words[1], "mốt", "tư", "lăm", "nhăm"):
        one, other = _unit(words[0]), _unit(words[1])
        if one and other == one + 1:
            return NumberReading(options=(one, other, value))
    return NumberReading(value)


def _duration(words: list[str], folded: str, unit: Unit) -> NumberReading | None:
    """A time in months or years, said in the other unit or with half of one."""
    match = re.fullmatch(
        r"(?:(?P<years>.+?) ?nam|nam)(?P<half> ruoi)?(?: (?P<months>.+?) ?thang)?|"
        r"(?P<only>.+?) ?thang|(?P<nua>nua) (?:nam|nien)", folded
    )  # fmt: skip
    if match is None:
        return None
    if match["nua"] or match["years"] == "nua":
        return NumberReading(6) if unit == "month" else _ABOUT
    if match["only"]:
        months = _words(_cut(words, *match.span("only"), folded))
        if months is None:
            return None
        return _in_unit(months, unit)
    if match["years"] is None and not match["half"]:
        # "năm" alone is five, or a year.
        return None
    years = _words(_cut(words, *match.span("years"), folded)) if match["years"] else 1
    months = (
        _words(_cut(words, *match.span("months"), folded)) if match["months"] else 0
    )  # fmt: skip
    if years is None or months is None:
        return None
    total = _in_unit(years * 12 + months + (6 if match["half"] else 0), unit)
    # "hai nam" without accents: two years, or 25 months; "1 nam" and "mot nam" are a year.
    is_bare = all(word == fold(word) and not word.isdecimal() for word in words)
    compound = _words(words) if is_bare and words[0] != "mot" else None
    if compound is not None and unit == "month" and total.value is not None:
        return NumberReading(options=(total.value, compound))
    return total


def _in_unit(months: int, unit: Unit) -> NumberReading:
    if unit == "month":
        return NumberReading(months)
    return _ABOUT if months % 12 else NumberReading(months // 12)


_SCALES = {
    "k": 1_000, "ngan": 1_000, "nghin": 1_000, "tram": 100, "tr": 1_000_000,
    "trieu": 1_000_000, "m": 1_000_000, "ti": 1_000_000_000, "ty": 1_000_000_000,
    "thousand": 1_000, "million": 1_000_000,
}  # fmt: skip
_AMOUNT = Pattern(
    r"(?P<number>\d+(?:[.,]\d+)*)\s*(?P<scale>k|ngan|nghin|tram|trieu|tr|ti|ty|m|million|thousand)?"
    r"\s*(?P<rest>\d+|ruoi)?$"
)
_NOTHING = frozenset(
    ("khong thu", "khong thu phi", "mien phi", "khong ton tien", "khong co tien", "chua co tien",
     "khong dong nao", "khoi dong", "nothing", "free")
)  # fmt: skip
_RATE = Pattern(
    r"\s*(?:/|\b(?:mot|1|moi|hang|tren)\b)\s*(?:thang|nguoi|nam|lan|buoi|ky|quy|thanh vien|month)$"
)
_SLANG = Pattern(r"\b(?:chai|cu|xi|lit|vai|dam|may)\b")


def read_money(text: str) -> NumberReading:
    """A sum in đồng: "500k", "1tr5", "năm trăm ngàn", "nửa triệu", "khong" for nothing.

    "20" alone may be thousands or millions: both are options.
    """
    line = mend_words(strip_tails(strip_ends(single_line(text))).lower())
    if len(line) > LONGEST:
        return _NONE
    folded = fold(line)
    if _NOBODY.fullmatch(folded) or folded in _NOTHING:
        return _NONE if folded == "chua" else NumberReading(0)
    folded = _RATE.sub("", folded)
    words = line.split()[: len(folded.split())]
    # "1tr150k" is one million and 150 thousand.
    folded = re.sub(r"(?<=tr)(\d{3})k$", r"\1", folded)
    folded = re.sub(r"(?<=\d)(?: ?\.)?\s*d$|\s*\b(?:dong|vnd|d)(?: chan)?$", "", folded)
    words = words[: len(folded.split())]
    folded = re.sub(r"^(?:khoang|chung|tam|co|duoc|about)\s+(?=\d)", "", folded).strip()
    if words and fold(words[0]) in ("khoang", "chung", "about", "duoc"):
        folded, words = folded.removeprefix(f"{fold(words[0])} "), words[1:]
    if folded == "0":
        return NumberReading(0)
    if _SLANG.search(folded):
        return _ABOUT
    folded = (
        re.sub(r"(?<=\d) (?=\d{3}\b)", "", folded) if re.fullmatch(r"[\d ]+", folded) else folded
    )
    match = _AMOUNT.fullmatch(folded)
    if match:
        return _digits(match)
    return _money_words(words)


def _digits(match: re.Match[str]) -> NumberReading:
    number, scale, rest = match["number"], match["scale"], match["rest"]
    if scale is None:
        if rest is not None:
            return _ABOUT
        if re.fullmatch(r"\d{1,3}([.,]\d{3})+", number) or number.isdecimal():
            return _thousands_or_millions(int(re.sub(r"\D", "", number)))
        return _ABOUT
    unit = _SCALES[scale]
    if scale == "tram":
        value = int(float(number.replace(",", ".")) * 100)
        return NumberReading(options=(value * 1000, value))
    value = (
        round(float(number.replace(",", ".")) * unit)
        if number.count(".") + number.count(",") <= 1
        else int(re.sub(r"\D", "", number)) * unit
    )
    if rest == "ruoi":
        value += unit // 2
    elif rest is not None:
        value += int(rest) * unit // (10 ** len(rest))
    return NumberReading(value)


def _thousands_or_millions(number: int) -> NumberReading:
    """A sum without its scale: nobody pays 20 đồng."""
    if 0 < number < 1000:
        return NumberReading(options=(number * 1_000, number * 1_000_000))
    return NumberReading(number)


def _money_words(words: list[str]) -> NumberReading:
    total = 0
    current: list[str] = []
    seen = False
    last = 0
    for place, word in enumerate(words):
        scale = fold(word)
        if _is(word, "ngàn", "nghìn", "triệu", "tỉ", "tỷ"):
            unit = _SCALES[scale]
            if current:
                value = 0.5 if len(current) == 1 and _is(current[0], "nửa") else _words(current)
            else:
                value = 1
            if value is None:
                return _NONE
            total += int(value * unit)
            current, seen, last = [], True, unit
        elif seen and not current and place == len(words) - 1 and _is(word, "rưỡi"):
            return NumberReading(total + last // 2)
        else:
            current.append(word)
    if not seen:
        value = _words(words)
        if value is None:
            return _NONE
        if any(_is(word, "trăm") for word in words):
            return NumberReading(options=(value * 1000, value))
        return _thousands_or_millions(value)
    if current:
        value = _words(current)
        if value is None:
            return _NONE
        # "một triệu hai" is 1,200,000.
        total += value * (last // 10) if value < 10 else value * (last // 1000 or 1)
    return NumberReading(total)


def show_number(number: int) -> str:
    """1234567 as 1.234.567, as everybody here writes it."""
    return f"{number:,}".replace(",", ".")


_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUP_WORDS = ("", "nghìn", "triệu", "tỷ")


def _spell_group(number: int, *, whole: bool) -> list[str]:
    """Three digits in words; `whole` when hundreds are said even if there are none."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [_DIGIT_WORDS[hundreds], "trăm"] if hundreds or whole else []
    if tens == 0:
        if unit:
            words += (["linh"] if words else []) + [_DIGIT_WORDS[unit]]
        return words
    words += ["mười"] if tens == 1 else [_DIGIT_WORDS[tens], "mươi"]
    if unit == 5:
        words.append("lăm")
    elif unit == 1 and tens > 1:
        words.append("mốt")
    elif unit:
        words.append(_DIGIT_WORDS[unit])
    return words


def spell_number(number: int) -> str:
    """A whole number in words as on receipts: 2.500.000 is "hai triệu năm trăm nghìn".

    Raises ValueError below zero and from a thousand billions on.
    """
    if not 0 <= number < 1000 ** len(_GROUP_WORDS):
        raise ValueError(f"{number} has no words")
    if number == 0:
        return _DIGIT_WORDS[0]
    words: list[str] = []
    for place in range(len(_GROUP_WORDS) - 1, -1, -1):
        group = number // 1000**place % 1000
        if group:
            words += _spell_group(group, whole=bool(words))
            words += [_GROUP_WORDS[place]] if place else []
    return " ".join(words)

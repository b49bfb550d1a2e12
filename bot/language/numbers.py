"""Numbers and sums of money as they are typed: digits, words, southern short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.text import fold, same, single_line, strip_ends, strip_tails

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SAME_UNITS = {same(word): value for word, value in _UNITS.items()}
_FOLD_UNITS = {fold(word): value for word, value in _UNITS.items()}
_ABOUT = frozenset(("vai", "dam", "may", "muoi may"))


@dataclass(frozen=True)
class NumberReading:
    """A whole number, or several it may be, or the problem: "none" or "about"."""

    value: int | None = None
    options: tuple[int, ...] = ()
    problem: str | None = None


def _unit(word: str) -> int | None:
    value = _SAME_UNITS.get(same(word))
    if value is None and word == fold(word):
        value = _FOLD_UNITS.get(word)
    return value


def _below_hundred(words: list[str]) -> int | None:
    """A number under a hundred in words: "hai mươi mốt", "hăm lăm", "bảy lăm", "một chục"."""
    folded = [fold(word) for word in words]
    if not words:
        return None
    if len(words) == 1:
        if folded[0] in ("muoi", "chuc"):
            return 10
        return _unit(words[0])
    if folded == ["chuc", "ruoi"]:
        return 15
    if folded[0] == "muoi" and len(words) == 2:
        unit = _unit(words[1])
        return None if unit in (None, 0) else 10 + (unit or 0)
    if folded[0] in ("ham", "bam") and len(words) == 2:
        unit = _unit(words[1])
        return None if unit in (None, 0) else (20 if folded[0] == "ham" else 30) + (unit or 0)
    tens = _unit(words[0])
    if tens is None or tens == 0:
        return None
    if folded[1] in ("muoi", "chuc"):
        if len(words) == 2:
            return tens * 10
        unit = _unit(words[2]) if len(words) == 3 else None
        return None if unit in (None, 0) else tens * 10 + (unit or 0)
    if len(words) == 2:
        unit = _unit(words[1])
        # "bảy lăm" is 75; "hai năm" with its accents is two years.
        if unit in (None, 0) or same(words[1]) == same("năm"):
            return None
        return tens * 10 + (unit or 0)
    return None


def _words(words: list[str]) -> int | None:
    folded = [fold(word) for word in words]
    if "tram" in folded:
        place = folded.index("tram")
        hundreds = _below_hundred(words[:place]) if place else 1
        rest = words[place + 1 :]
        if hundreds is None:
            return None
        if not rest:
            return hundreds * 100
        if fold(rest[0]) in ("le", "linh", "khong"):
            unit = _unit(rest[1]) if len(rest) == 2 else None
            return None if unit is None else hundreds * 100 + unit
        if fold(rest[0]) == "ruoi" and len(rest) == 1:
            return hundreds * 100 + 50
        below = _below_hundred(rest)
        return None if below is None else hundreds * 100 + below
    return _below_hundred(words)


_CLASSIFIERS = re.compile(
    r"\s*(nguoi|thanh vien|cu|ong ba|ba con|ho|nha|cho|ghe|thang|nam|phan tram|%|tuoi|people|"
    r"members|months|years|percent|seats|phieu|dai bieu)$"
)


def read_number(text: str) -> NumberReading:
    """The whole number in an answer to a question for one."""
    line = strip_tails(strip_ends(single_line(text)))
    folded = fold(line)
    folded = re.sub(r"^(khoang|chung|tam|co|duoc|tat ca|tong cong|about)\s+", "", folded)
    bare = _CLASSIFIERS.sub("", folded)
    if re.fullmatch(r"\d{1,3}([. ]\d{3})+", bare):
        return NumberReading(int(re.sub(r"\D", "", bare)))
    if re.fullmatch(r"\d{1,9}", bare):
        return NumberReading(int(bare))
    words = line.split()
    if words and words[0].lower() == "mươi":
        return NumberReading(problem="about")
    if folded in ("muoi nam",):
        if fold(line) != line.lower():
            return NumberReading(problem="none")
        return NumberReading(options=(15, 10))
    if re.fullmatch(r"(mot|hai|ba|bon|sau|bay|tam|chin) nam", folded):
        if fold(line) != line.lower():
            return NumberReading(problem="none")
        tens = _FOLD_UNITS[folded.split()[0]]
        return NumberReading(options=(tens * 10 + 5, tens))
    for candidate in (words, words[: len(bare.split())], words[1:]):
        value = _words(list(candidate))
        if value is not None:
            return NumberReading(value)
    if folded.split() and folded.split()[0] in _ABOUT:
        return NumberReading(problem="about")
    return NumberReading(problem="none")


_SCALES = {
    "k": 1_000, "ngan": 1_000, "nghin": 1_000, "tram": 100, "tr": 1_000_000,
    "trieu": 1_000_000, "m": 1_000_000, "ti": 1_000_000_000, "ty": 1_000_000_000,
    "thousand": 1_000, "million": 1_000_000,
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)\s*(?P<scale>k|ngan|nghin|tram|trieu|tr|ti|ty|m|million|thousand)?"
    r"\s*(?P<rest>\d+|ruoi)?$"
)


def read_money(text: str) -> NumberReading:
    """A sum in đồng: "500k", "1tr5", "năm trăm ngàn", "nửa triệu", "khong" for nothing."""
    line = strip_tails(strip_ends(single_line(text)))
    folded = fold(line)
    folded = re.sub(r"\s*(dong|vnd|d)$", "", folded)
    folded = re.sub(r"^(khoang|chung|about)\s+", "", folded).strip()
    if folded in ("khong", "khong co", "khong thu", "0", "mien phi", "none", "nothing", "free"):
        return NumberReading(0)
    if re.search(r"\b(chai|cu|xi|vai|dam)\b", folded):
        return NumberReading(problem="about")
    match = _AMOUNT.fullmatch(folded)
    if match:
        return _digits(match)
    words = re.sub(r"\b(dong|vnd)$", "", line).split()
    return _money_words(words)


def _digits(match: re.Match[str]) -> NumberReading:
    number, scale, rest = match["number"], match["scale"], match["rest"]
    if scale is None:
        if rest is not None:
            return NumberReading(problem="about")
        if re.fullmatch(r"\d{1,3}([.,]\d{3})+", number) or number.isdigit():
            return NumberReading(int(re.sub(r"\D", "", number)))
        return NumberReading(problem="about")
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


def _money_words(words: list[str]) -> NumberReading:
    folded = [fold(word) for word in words]
    total = 0
    current: list[str] = []
    seen = False
    last = 0
    for place, word in enumerate(folded):
        if word in ("ngan", "nghin", "trieu", "ti", "ty"):
            unit = _SCALES[word]
            if current:
                value = 0.5 if [fold(each) for each in current] == ["nua"] else _words(current)
            else:
                value = 1
            if value is None:
                return NumberReading(problem="none")
            total += int(value * unit)
            current, seen, last = [], True, unit
        elif word == "ruoi" and seen and place == len(words) - 1:
            return NumberReading(total + last // 2)
        else:
            current.append(words[place])
    if not seen:
        value = _words(words)
        if value is None:
            return NumberReading(problem="none")
        return NumberReading(options=(value * 1000, value)) if value else NumberReading(0)
    if current:
        value = _words(current)
        if value is None:
            return NumberReading(problem="none")
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

"""Births as people tell them: a year, a date, an age, a year of the sixty-year cycle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.language.dates.reading import read_date
from bot.language.keys import mend_words
from bot.language.lunar import CAN, CHI, to_lunar
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import (
    fold,
    is_typed,
    plain_words,
    same,
    single_line,
    strip_ends,
    strip_tails,
)

OLDEST = 119
"""Years: nobody is taken to be older."""


@dataclass(frozen=True)
class BirthReading:
    """A year of birth, with the full date where it is surely known.

    `unknown`: the person doesn't remember. Problems: "future", "too_old", "year_needed",
    "about" (never a number), "no_such_day", "none".
    """

    year: int | None = None
    date: date | None = None
    estimated: bool = False
    options: tuple[int, ...] = ()
    problem: str | None = None
    unknown: bool = False


_UNKNOWN = ("khong nho", "khg nho", "ko nho", "khong biet", "ko biet", "khong ro", "hong nho",
            "hong biet", "quen roi", "quen mat", "hong ro", "ko ro", "chua biet", "don't know", "do not know", "not known")  # fmt: skip
_ABOUT = Pattern(r"\b(?:u\d0|ngoai \d|gan \d|tren \d|ngoai (?:sau|bay|tam)|gan (?:sau|bay|tam))")
# "khoảng 1952", "không nhớ rõ, chắc 1950": the year is estimated.
_ESTIMATE = Pattern(
    r"(?:(?:khong|ko|hong) (?:nho|biet|ro)(?: ro| chac)?,? |sinh |chac |vao )*"
    r"(?:khoang|chung|tam|co le|chac la|chac|hinh nhu|nghe noi|do|do chung|uoc chung|cung co|about)"
    r"(?: chung| vao)? (?=\S)"
)
_WHO = Pattern(
    r"^(?:(?:dạ|da|thưa)\s+)?(?:bà|ba|ông|ong|tôi|toi|tui|má|ma|mẹ|me|bác|bac|cô|co|chú|chu|con|mình|minh|em|anh|"
    r"chị|chi)\s+(?=s[ia]nh\b)",
    re.IGNORECASE,
)
_ANIMALS = {
    "chuot": 0, "trau": 1, "cop": 2, "ho": 2, "meo": 3, "rong": 4, "ran": 5, "ngua": 6, "de": 7,
    "khi": 8, "ga": 9, "cho": 10, "heo": 11, "lon": 11,
}  # fmt: skip


def is_animal(word: str) -> bool:
    """Whether a word names an animal of the twelve years: "mèo", "heo"."""
    return fold(word) in _ANIMALS


def _check(year: int, today: date, *, full: date | None = None) -> BirthReading:
    if year > today.year or (full is not None and full > today):
        return BirthReading(problem="future")
    if year < today.year - OLDEST:
        return BirthReading(problem="too_old")
    if full is not None and (full.month, full.day) == (1, 1):
        # Papers of the old often carry 01/01 where only the year was known.
        return BirthReading(year)
    return BirthReading(year, full)


LONGEST = 200
"""Characters of an answer that may be a birth."""
_EIGHTY = Pattern(r"tam muoi\b")


_YEAR_NAMED = re.compile(
    r"^sinh (?:(?:vào|vao|hồi|hoi) )?(?:năm|nam) (?=(?:một|mot|mốt|nghìn|ngàn|ngan) \w+ \w+ \w+$)",
    re.IGNORECASE,
)


def read_birth(text: str, today: date) -> BirthReading:
    """When somebody was born, by what was typed; `today` is the day in the club's zone."""
    line = mend_words(strip_tails(strip_ends(single_line(text))))
    if not line or len(line) > LONGEST:
        return BirthReading(problem="none")
    # "ba sanh nam 49", "tui sinh năm 1952": who it is needs no reading, "sanh" is southern.
    line = _WHO.sub("", line)
    line = re.sub(r"^sanh\b", "sinh", line, flags=re.IGNORECASE)
    # "sinh năm một chín bốn hai": what follows says the whole year.
    line = _YEAR_NAMED.sub("", line)
    folded = fold(line)
    estimate = _ESTIMATE.match(folded)
    if estimate and _EIGHTY.match(folded):
        # Without accents "tám mươi mốt" begins as "tầm mười một".
        estimate = None
    if estimate and len(folded) == len(line):
        found = _read(line[estimate.end() :], folded[estimate.end() :], today)
        if found.year is not None:
            return BirthReading(found.year, estimated=True)
        if found.problem != "none" or found.unknown:
            return found
    return _read(line, folded, today)


def _read(line: str, folded: str, today: date) -> BirthReading:
    if any(phrase in folded for phrase in _UNKNOWN):
        year = re.search(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)", folded)
        if year:
            return BirthReading(_check(int(year[1]), today).year, estimated=True)
        return BirthReading(unknown=True)
    if _ABOUT.search(folded):
        return BirthReading(problem="about")
    full = _full_date(line, folded, today)
    if full is not None:
        return full
    age = re.search(
        r"^(?:nam nay |toi |tui |ba |ong |duoc |da |cung )*(.+?)\s*tuoi\s*(ta|mu)?(?: roi)?$",
        folded,
    ) or re.search(r"^(?:nam nay (?:duoc )?|tuoi )(\d{2,3})()$", folded)
    if age and not folded.startswith(("tuoi ", "con ")):
        return _age(line, age, today)
    if age and age[1].isdecimal():
        return _age(line, age, today)
    year = re.search(r"(?<!\d)(\d{4})(?!\d)", folded)
    cycle = _cycle(line, folded, today)
    if cycle is not None and not (year and cycle.options):
        return cycle
    if year:
        several = sorted(set(map(int, _YEARS.findall(folded))))
        if len(several) == 2 and not _DENIES.search(folded):
            # "1948 mà giấy ghi 1950": which one counts is asked.
            return BirthReading(options=tuple(several), problem="which")
        return _check(int(year[1]), today)
    short = re.search(r"^(?:sinh nam|nam sinh|nam|sn|sinh)?\s*'?(\d{2})$", folded)
    if short:
        return _two_digits(int(short[1]), today)
    spoken = _spoken_year(line)
    if spoken is not None:
        return _two_digits(spoken, today) if spoken < 100 else _check(spoken, today)
    if re.search(r"\d{1,2}\s?[/.-]\s?\d{1,2}", folded):
        return BirthReading(problem="year_needed")
    return BirthReading(problem="none")


_YEARS = Pattern(r"(?<!\d)(19\d\d|200\d)(?!\d)")
_DENIES = Pattern(r"\b(?:khong|ko|hong|chu|lon|nham|sai|sua|not)\b")


def _spoken_year(line: str) -> int | None:
    """A year in words: "năm năm lăm", "một chín năm hai", "một ngàn chín trăm năm mươi hai"."""
    words = line.lower().split()
    digits = [read_number(word).value for word in words]
    if len(words) > 1 and all(each is not None and each < 100 for each in digits):
        joined = "".join(str(each) for each in digits)
        if re.fullmatch(r"(?:19|20)\d\d", joined):
            return int(joined)
    for rest in (words, words[1:]):
        if rest is not words and fold(words[0]) not in ("nam", "sinh", "sn"):
            break
        number = read_number(" ".join(rest)).value
        if number is not None and (20 < number < 100 or 1800 < number < 2100):
            return number
    return None


def _full_date(line: str, folded: str, today: date) -> BirthReading | None:
    if not re.search(
        r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|thang .*\d{4}|\d{4}-\d", folded
    ):
        return None
    short = re.search(r"(\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?)(\d{2})(?!\d)", line)
    if short:
        year = 2000 + int(short[2])
        century = year if year <= today.year - 18 else year - 100
        line = line[: short.start(2)] + str(century) + line[short.end(2) :]
    reading = read_date(line, today, past=True)
    if reading.value is None:
        if reading.problem == "none":
            return None
        return BirthReading(problem="no_such_day")
    return _check(reading.value.year, today, full=reading.value)


def _age(line: str, match: re.Match[str], today: date) -> BirthReading:
    words = line[match.start(1) : match.end(1)] if len(line) >= match.end(1) else match[1]
    number = read_number(words).value
    if number is None or not 0 < number <= OLDEST:
        return BirthReading(problem="none" if number is None else "too_old")
    if match[2]:
        return _check(to_lunar(today).year - number + 1, today)
    # By the birthday two years are possible; the likelier one today is the later.
    found = _check(today.year - number, today)
    return BirthReading(found.year, estimated=True, problem=found.problem)


def _two_digits(number: int, today: date) -> BirthReading:
    """52 → 1952; 12 may be 1912 or 2012."""
    years = [
        year for year in (1900 + number, 2000 + number) if today.year - OLDEST <= year <= today.year
    ]
    if len(years) == 1:
        return _check(years[0], today)
    if years:
        return BirthReading(options=tuple(years), problem="which")
    return BirthReading(problem="none")


_CAN_INDEX = {fold(name): place for place, name in enumerate(CAN)} | {"ki": 5, "qui": 9}
_CHI_INDEX = {fold(name): place for place, name in enumerate(CHI) if fold(name) != "ty"}


def _chi(word: str, can: int | None) -> int | None:
    folded = fold(word)
    if folded in ("ty", "ti"):
        if can is not None:
            # Tý stands with the odd stems (Giáp, Bính …), Tỵ with the even ones.
            return 0 if can % 2 == 0 else 5
        if same(word) in (same("tý"), same("tí")):
            return 0
        if same(word) in (same("tỵ"), same("tị")):
            return 5
        return None
    index = _CHI_INDEX.get(folded)
    return index if index is not None and is_typed(word.lower(), CHI[index].lower()) else None


def names_year(stem: str, branch: str, year: int) -> bool:
    """Whether two words are what a year of the moon is called: "Mậu" and "Tý" are 1948."""
    can = _CAN_INDEX.get(fold(stem))
    return can is not None and (year + 6) % 10 == can and (year + 8) % 12 == _chi(branch, can)


def _cycle(line: str, folded: str, today: date) -> BirthReading | None:
    words, plain = line.split(), folded.split()
    if "," in folded:
        plain = [word.strip(",") for word in plain]
    for place, word in enumerate(plain):
        if word in _CAN_INDEX and place + 1 < len(plain):
            can = _CAN_INDEX[word]
            chi = _chi(words[place + 1].strip(","), can)
            if chi is not None and can % 2 == chi % 2:
                # (year + 6) % 10 == can, (year + 8) % 12 == chi
                years = [
                    year
                    for year in range(today.year - OLDEST, today.year + 1)
                    if (year + 6) % 10 == can and (year + 8) % 12 == chi
                ]
                # Clubs are of the grown-up, mostly old: 1948 and not 2008.
                grown = [year for year in years if today.year - year >= 30]
                if grown:
                    return BirthReading(grown[-1])
                return BirthReading(options=tuple(years), problem="which")
    if "tuoi" in plain or "con" in plain or len(plain) == 1:
        for place, word in enumerate(plain):
            if word in ("tuoi", "con"):
                continue
            before = plain[place - 1] if place else ""
            is_animal_named = before == "tuoi" or "con" in plain
            animal = _ANIMALS.get(word) if is_animal_named else None
            # "con dâu tui biết" is no year of the rooster.
            is_sign = "tuoi" in plain or len(plain) == 1
            chi = _chi(words[place], None) if animal is None and is_sign else animal
            # "ty" without its accent is Tý or Tỵ.
            signs = (0, 5) if chi is None and is_sign and word in ("ty", "ti") else (chi,)
            years = [
                year for year in range(today.year - 95, today.year - 30) if (year + 8) % 12 in signs
            ]
            if years:
                return BirthReading(options=tuple(years), problem="which")
    return None


_OWN = r"(?:(?:da|thua|ba|ong|toi|tui|ma|me|bac|co|chu|con|minh|em|anh|chi|noi|ngoai)\s+)*"
_AGE = Pattern(
    rf"^{_OWN}(?:nam nay\s+)?(?:"
    rf"(?:cam\s+)?tuoi\s+(?:con\s+)?(?:{'|'.join((*_ANIMALS, *map(fold, CHI), *map(fold, CAN)))}|\d{{2,3}})(?:\s+\w+)?"
    r"|(?:duoc\s+)?(?:\d{2,3}|(?:\w+\s+){0,2}(?:muoi|chuc)(?:\s+\w+)?)\s*(?:tuoi|t)(?:\s+(?:roi|lan|ta|tay))*"
    r"|s[ia]nh\s+(?:nam\s+)?(?:\d{2}|\d{4}|(?:\w+\s+){0,3}\w+)"
    r"|(?:nam\s+)?1[89]\d\d)$"
)


def tells_age(text: str) -> bool:
    """Whether a whole text tells a year of birth or an age in so many words: "tui tuổi hợi"."""
    return bool(_AGE.fullmatch(fold(strip_tails(strip_ends(text)))))


_BARE = Pattern(
    r"(?:(?:da|thua|con|toi|tui|ba|ong|bac|co|chu|duoc|cung) )*(.+?)(?: (?:a|nha|con|do|roi|lan))*"
)
_TELLS_WHICH = Pattern(r"\b(?:tuoi|sinh|sanh|sn|xuan|born|old)\b|^nam ")
_AGES = range(60, 100)


def read_age_or_year(text: str) -> int | None:
    """A bare number that may be an age as well as a year: "78", "tam muoi mot"; None for any other."""
    folded = plain_words(text)
    found = None if _TELLS_WHICH.search(folded) else _BARE.fullmatch(folded)
    number = None if found is None else read_number(found[1]).value
    return number if number in _AGES else None

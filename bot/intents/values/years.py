"""A year of birth out of an answer: a year, a date, an age, a year of the sixty-year cycle."""

from __future__ import annotations

import re
from datetime import date

from bot.intents.message import Message, read_message, removed
from bot.intents.phrases import Phrases, written
from bot.intents.values.numbers import (
    english_number,
    first_number,
    last_number,
    leading_number,
    numeral_runs,
    windows,
)
from bot.intents.values.reading import LONGEST, NOTHING, ValueReading
from bot.intents.values.years_apart import year_beside_another
from bot.language.births import read_birth
from bot.language.lunar import to_lunar
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold

_YEAR = Pattern(r"(?<!\d)(1[89]\d\d|20[0-2]\d)(?!\d)")
_SHORT_YEAR = Phrases(r"(sinh|năm sinh|sinh năm|năm) '?(?P<year>\d\d)", r"'(?P<other>\d\d)")
_SPOKEN_YEAR = Pattern(written(r"(?:sinh năm|năm sinh|sinh)(?: là)? (?P<rest>.+)"))
_OF_THE_CYCLE = r"(?! (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý|con (?:chuột|trâu|cọp|hổ|mèo|rồng|rắn|ngựa|dê|khỉ|gà|chó|heo|lợn))(?!\w))"
"""Behind "tuổi" it names a year, so that what stands before is no age: "bốn bảy tuổi đinh hợi"."""
_AGE = Pattern(
    written(
        rf"(?P<age>(?:\S+ ){{0,3}}\S+) (?:tuổi|xuân|cái xuân){_OF_THE_CYCLE}(?P<lunar> (?:ta|mụ|âm))?(?!\w)"
    )
)
_LUNAR_AGE = Phrases(r"tuổi (ta|mụ|âm)", r"(tính|kể) (theo )?(ta|mụ|âm)")
_VAGUE = Phrases(
    r"(gần|hơn|ngoài|trên|chưa tới|cỡ|chừng|khoảng|mấy|đâu|hình như|chắc) (\S+ ){0,2}(tuổi|chục|mươi)",
    r"(năm|tám|bảy|chín|sáu) mươi mấy",
)


_OTHER_YEAR = Pattern(
    written(
        r"(?<!\d)1[89]\d\d(?!\d).*(?<!\w)(?:thì|còn) (?:\S+ ){1,3}?(?:là |thì |sinh )*((?:19)?\d\d)(?: (?:nha|nghen|ạ|đó|con|em|chị))*$"
    )
)


_APART = Pattern(
    written(r"(?:(?:lớn|nhỏ|già|trẻ|thua|kém)(?: hơn)?|hơn|thua)(?: \S+){1,4}? (?:tuổi|năm)(?!\w)"),
    re.IGNORECASE,
)
"""How far two are apart: "lớn hơn bà ba tuổi" is nobody's age."""
_BY_PAPERS = Pattern(
    written(
        r"(?<!\w)(?:giấy tờ|giấy|căn cước|chứng minh|sổ|hộ khẩu|khai sinh|thẻ)(?: \S+){0,3}? (?:ghi|đề|để|khai|là|có)(?: (?:là|sinh|năm|nó))* "
        r"(?P<year>(?:19)?\d\d|(?:một chín )?(?:hai|ba|bốn|năm|sáu)(?: mươi)? ?(?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mươi))(?!\w)"
    )
)
_LIKE_PAPERS = Phrases(
    r"(theo|y|như|lấy|ghi)( \S+){0,2} (giấy( tờ)?|căn cước|chứng minh|sổ|hộ khẩu|khai sinh|thẻ)"
)
_THIS_YEAR = Phrases(
    r"năm nay( \S+){0,3}? (?P<age>\d\d|(sáu|bảy|tám|chín) (mươi|chục)( (mốt|hai|ba|tư|bốn|lăm|năm|sáu|bảy|tám|chín))?)(?! (sáu|bảy|tám|chín|\d+))"
)


_NINETEEN = Pattern(
    r"\b(?:nineteen|born in|year is|in|^) ?'?(?P<rest>(?:thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?! years)",
    re.IGNORECASE,
)
_BEYOND = Phrases(
    r"(ngoài|trên|quá|ngót|hơn) (sáu|bảy|tám|chín|\d0) ?(mươi|chục)?( tuổi)?(?! (tuổi )?(một|mốt|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín))",
    r"(sáu|bảy|tám|chín) (mươi|chục) (ngoài|hơn|mấy|có dư|có lẻ|trở lên)|(bảy|tám|chín|sáu) mấy|\d0 (ngoài|mấy)",
)
"""An age that nobody knows to the year: "tám chục ngoài"."""
_BETWEEN = Phrases(
    r"năm nay( \S+){0,2}? (sáu|bảy|tám|chín) \S+( (hay|hoặc|với|tới))? (sáu|bảy|tám|chín) \S+ (gì|mấy|hổng|không|chừng)( \S+)*"
)
"""Two ages, of which neither is sure: "năm nay tám mốt tám hai gì đó"."""
_SHORT_AGE = Pattern(r"(?<!\d)(\d{2,3})\s?t(?!\w)", re.IGNORECASE)
_AGE_BY_SUN = Pattern(written(r"(?P<age>(?:\S+ ){0,3}\S+) tuổi (?:tây|dương|mỹ)(?!\w)"))


def read_year(message: Message, today: date) -> ValueReading:
    """A year of birth; an age counts from today, and an age of two digits alone is doubtful."""
    for read in _WAYS:
        found = read(message, today)
        if found is not None:
            return found
    return NOTHING


def _beside_another(message: Message, today: date) -> ValueReading | None:
    year = year_beside_another(message, lambda each: _year_of(read_year(each, today)))
    return None if year is None else ValueReading(str(year), is_sure=False)


_SOME_YEAR = Phrases(
    r"(19|một chín|mười chín|năm|sinh|khoảng|chừng)( (\d|một|hai|ba|bốn|tư|năm|sáu|bảy|tám)( mươi)?)? mấy( \S+){0,5}$"
)
"""A ten and no year: "19 bốn mấy quên rồi"."""


def _unknown(message: Message, _today: date) -> ValueReading | None:
    """An age that nobody knows to the year is none, unless a year is told as well."""
    if _SOME_YEAR.find(message.line):
        return NOTHING
    beyond = _BEYOND.find(message.line) and not _YEAR.search(message.text)
    return NOTHING if beyond or _BETWEEN.find(message.line) else None


def _age_by_sun(message: Message, today: date) -> ValueReading | None:
    found = _AGE_BY_SUN.search(message.line)
    age = last_number(found["age"].split()) if found else None
    if age is None or not 15 < age < 120:
        return None
    return ValueReading(str(today.year - age), not _doubts(message))


def _in_english(message: Message, _today: date) -> ValueReading | None:
    found = _NINETEEN.search(message.text)
    if found is None:
        return None
    said = english_number([each for each in re.split(r"[- ]", found["rest"].lower()) if each])
    if said is None or not 10 <= said < 100:
        return None
    return ValueReading(str(1900 + said), not _doubts(message))


def _himself(message: Message, today: date) -> ValueReading | None:
    """What is said beside how far two are apart."""
    rest = removed(_APART, message.text)
    if rest == message.text or not rest.strip(" ,."):
        return None
    return read_year(read_message(rest), today)._replace(is_sure=False)


def _in_figures(message: Message, _today: date) -> ValueReading | None:
    years = list(dict.fromkeys(_YEAR.findall(message.text[:LONGEST])))
    if not years:
        return None
    last = _OTHER_YEAR.search(message.line)
    if last and last[1] != years[0]:
        # "ba 1950 thì má 52": the last one is who is asked about.
        return ValueReading(last[1] if len(last[1]) == 4 else f"19{last[1]}", is_sure=False)
    return ValueReading(years[0], is_sure=len(years) == 1 and not _doubts(message))


def _in_full(message: Message, _today: date) -> ValueReading | None:
    year = _spoken_in_full(message)
    return None if year is None else ValueReading(str(year), not _GUESSED.find(message.line))


def _at_the_head(message: Message, today: date) -> ValueReading | None:
    """Two or three words before a pause; from 60 on they may be an age."""
    if len(message.parts) <= 1:
        return None
    head = message.words[slice(*message.parts[0])]
    alone = read_birth(" ".join(head), today).year if 1 < len(head) <= 3 else None
    return ValueReading(str(alone), is_sure=False) if alone and alone % 100 < 60 else None


def _by_age(message: Message, today: date) -> ValueReading | None:
    lunar = bool(_LUNAR_AGE.find(message.line))
    found = _AGE.search(message.line)
    age = last_number(found["age"].split()) if found else None
    short = _SHORT_AGE.search(message.text[:LONGEST])
    if age is None and short:
        age = int(short[1])
    if age is None and lunar:
        age = first_number(list(message.words))
    if age is None or not 15 < age < 120:
        return None
    year = to_lunar(today).year - age + 1 if lunar else today.year - age
    return ValueReading(str(year), is_sure=not _doubts(message) and "gan" not in message.plain)


def _by_age_this_year(message: Message, today: date) -> ValueReading | None:
    found = _THIS_YEAR.find(message.line)
    age = last_number(found["age"].split()) if found else None
    if age is None or not 59 < age < 110:
        return None
    return ValueReading(str(today.year - age), not _doubts(message))


def _spoken(message: Message, _today: date) -> ValueReading | None:
    found = _SPOKEN_YEAR.search(message.line)
    number = leading_number(found["rest"].split()) if found else None
    if number is None or not 20 <= number < 100:
        return None
    return ValueReading(str(1900 + number), not _doubts(message))


def _in_papers(message: Message, today: date) -> ValueReading | None:
    year = _told_by_papers(message, today)
    return None if year is None else ValueReading(str(year), is_sure=False)


def _at_the_end(message: Message, _today: date) -> ValueReading | None:
    number = _last_year(message)
    return None if number is None else ValueReading(str(1900 + number), is_sure=False)


def _in_two_digits(message: Message, today: date) -> ValueReading | None:
    found = _SHORT_YEAR.find(message.line)
    if found is None:
        return None
    year = int(found["year"] or found["other"])
    century = 1900 if year > today.year % 100 else 2000
    return ValueReading(str(century + year), not _doubts(message))


def _by_bare_age(message: Message, today: date) -> ValueReading | None:
    content = list(message.content) or list(message.words)
    numbers = [run for run in numeral_runs(content) if len(run) < 4]
    counted = [each for run in numbers if (each := first_number(run)) is not None]
    ages = [each for each in counted if 60 <= each < 110]
    number = english_number(content[-1:]) or next(iter(ages or counted), None)
    if number is None or not 60 <= number < 110 or "sinh" in message.plain:
        return None
    return ValueReading(str(today.year - number), is_sure=False)


def _in_some_words(message: Message, today: date) -> ValueReading | None:
    for words in windows(list(message.content) or list(message.words), 8):
        reading = read_birth(" ".join(words), today)
        if reading.year is not None:
            alone = len(words) >= len(message.content)
            return ValueReading(str(reading.year), is_sure=alone and not _or_an_age(words, today))
        if reading.options and len(words) <= 3:
            best = [year for year in reading.options if 1915 <= year <= today.year - 50]
            if reading.problem == "which" and len(best) == 1:
                return ValueReading(str(best[0]), is_sure=False)
    return None


def _bare(message: Message, _today: date) -> ValueReading | None:
    number = first_number(list(message.content))
    if number is None or not 20 < number < 100:
        return None
    return ValueReading(str(1900 + number), is_sure=number < 60)


_WAYS = (
    _beside_another,
    _unknown,
    _age_by_sun,
    _in_english,
    _himself,
    _in_figures,
    _in_full,
    _at_the_head,
    _by_age,
    _by_age_this_year,
    _spoken,
    _in_papers,
    _at_the_end,
    _in_two_digits,
    _by_bare_age,
    _in_some_words,
    _bare,
)
"""How a year may be told, the surest first; each says nothing where it isn't told so."""


def year_by_papers(message: Message, today: date) -> int | None:
    """The year in somebody's papers where it is to be written as they have it, whatever is true."""
    return _told_by_papers(message, today) if _LIKE_PAPERS.find(message.line) else None


def _told_by_papers(message: Message, today: date) -> int | None:
    """The year that papers are said to have; of two digits it is no age: "coi lại giấy là 65"."""
    papers = _BY_PAPERS.search(message.line)
    if papers is None:
        return None
    short = _TWO_DIGITS.fullmatch(papers["year"])
    return 1900 + int(short[0]) if short else read_birth(papers["year"], today).year


_TWO_DIGITS = Pattern(r"\d\d")


def _year_of(reading: ValueReading) -> int | None:
    return None if reading.value is None else int(reading.value)


_IN_FULL = Pattern(
    written(
        r"(?<!\w)một (?:(?:ngàn|nghìn) )?chín (?:trăm )?(?:lẻ )?(?P<rest>(?:hai|ba|bốn|năm|sáu|bảy|tám)(?: mươi)?(?: (?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín))?)(?!\w)"
    )
)
_BORN_IN = Pattern(
    written(
        r"(?<!\w)(?:sinh năm|đẻ năm|sinh|đẻ) (?P<rest>(?:ba|bốn|năm|sáu) (?:mươi (?:một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)|mốt|hai|ba|tư|bốn|năm|lăm|sáu|bảy|tám|chín|mươi))(?! tuổi"
        + _OF_THE_CYCLE
        + r")(?!\w)"
    )
)
"""Two words behind who was born: "đẻ năm năm sáu", "sanh nam bon tam"."""


_GUESSED = Phrases(r"hay là|hoặc|khoảng|chừng|hình như|không (chắc|rõ|nhớ)|gần")


def _spoken_in_full(message: Message) -> int | None:
    """A year in words that can be no age: "một ngàn chín trăm năm mươi", "một chín bốn sáu"."""
    for pattern in (_IN_FULL, _BORN_IN):
        found = pattern.search(message.line)
        number = read_number(found["rest"]).value if found else None
        if number is not None and 20 <= number < 90:
            return 1900 + number
    return None


_STORY = 8
"""Words from which on an answer tells a story, whose last year is the one that is meant."""
_IN_YEAR = frozenset(("nam", "sinh", "tui", "toi", "minh", "ba", "ma"))


def _last_year(message: Message) -> int | None:
    """The year at the end of a story: "đẻ năm bão lớn, ba tui nói là năm bốn bảy"."""
    words = list(message.content)
    if len(words) < _STORY:
        return None
    for size in (3, 2):
        number = read_number(" ".join(words[-size:])).value
        if number is not None and 20 <= number < 100 and fold(words[-size - 1]) in _IN_YEAR:
            return number
    return None


def _or_an_age(words: list[str], today: date) -> bool:
    """Whether "84" may be an age as well as a year."""
    number = read_number(" ".join(words)).value
    return number is not None and 60 <= number < 110


def _doubts(message: Message) -> bool:
    return bool(_VAGUE.find(message.line)) or (
        any(
            word in message.plain for word in ("hay", "hoac", "chac", "khoang", "cho", "gan", "dau")
        )
        and any(word in message.plain for word in ("hay", "khoang", "gan", "hoac"))
    )

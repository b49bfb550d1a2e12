"""Values out of an answer in people's words: a year, a day, an hour, a phone, a number, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.intents.message import Message, comparable, read_message
from bot.intents.phrases import Phrases, written
from bot.intents.scene import Asked, Scene
from bot.language.births import read_birth
from bot.language.dates import read_date, read_time
from bot.language.kinship import read_called
from bot.language.lunar import to_lunar
from bot.language.names import read_name
from bot.language.numbers import read_money, read_number
from bot.language.phones import read_phone
from bot.language.text import fold, has_vietnamese_letter, is_emoji, single_line


@dataclass(frozen=True)
class ValueReading:
    """What was read, None for nothing; not sure where it may be something else as well."""

    value: str | None = None
    is_sure: bool = True


NOTHING = ValueReading(None, is_sure=False)
LONGEST = 200
"""Characters of an answer in which a value is looked for."""


def read_value(message: Message, scene: Scene, today: date) -> ValueReading:
    """The value that an open question asks for, as its kind has it."""
    if scene.asked in _CORRECTED and (amended := _amended(message)):
        found = read_value(amended, scene, today)
        if found.value is not None:
            return found
    if scene.asked is Asked.YEAR:
        return read_year(message, today)
    if scene.asked is Asked.DATE:
        return read_day(message, today)
    if scene.asked is Asked.TIME:
        return read_hour(message)
    if scene.asked is Asked.PHONE:
        return read_own_phone(message.text)
    if scene.asked is Asked.NUMBER:
        return read_count(message)
    if scene.asked is Asked.MONEY:
        return read_sum(message)
    if scene.asked is Asked.SEX:
        return read_own_sex(message, scene)
    if scene.asked is Asked.CALLED:
        return read_own_called(message)
    if scene.asked is Asked.NAME:
        return read_full_name(message)
    if scene.asked in (Asked.ADDRESS, Asked.TEXT, Asked.LIST):
        return read_text(message)
    return NOTHING


_CORRECTED = (Asked.YEAR, Asked.DATE, Asked.TIME, Asked.PHONE, Asked.NUMBER, Asked.MONEY)
_INSTEAD = re.compile(
    r"(?:\bsửa lại|\bsua lai|\bà lộn|\ba lon|\bà không|\bý lộn|\by lon|\blộn,|\blon,|\bnhầm,|\bà quên|\.\.\.\s*à|"
    r"\bkhông phải .{1,30}? mà(?: là)?|\bhong phai .{1,30}? ma(?: la)?|\bnói chơi,?|\bactually|\bchốt(?: lại)?(?: là)?|\bvị chi|\bvi chi|\btổng cộng|\bla nua la|\bnua la|\bnữa là)\s+(?=\S)",
    re.IGNORECASE,
)


def _amended(message: Message) -> Message | None:
    """What stands after a correction within one answer: "10g sáng, sửa lại 9g30"."""
    found = list(_INSTEAD.finditer(message.text))
    if not found:
        return None
    rest = message.text[found[-1].end() :]
    return read_message(rest) if rest.strip() and not _INSTEAD.search(rest) else None


# Years

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20[0-2]\d)(?!\d)")
_SHORT_YEAR = Phrases(r"(sinh|năm sinh|sinh năm|năm) '?(?P<year>\d\d)", r"'(?P<other>\d\d)")
_SPOKEN_YEAR = re.compile(written(r"(?:sinh năm|năm sinh|sinh)(?: là)? (?P<rest>.+)"))
_AGE = re.compile(written(r"(?P<age>(?:\S+ ){0,3}\S+) (?:tuổi|xuân|cái xuân)(?P<lunar> (?:ta|mụ|âm))?(?!\w)"))
_LUNAR_AGE = Phrases(r"tuổi (ta|mụ|âm)", r"(tính|kể) (theo )?(ta|mụ|âm)")
_VAGUE = Phrases(r"(gần|hơn|ngoài|trên|chưa tới|cỡ|chừng|khoảng|mấy|đâu|hình như|chắc) (\S+ ){0,2}(tuổi|chục|mươi)", r"(năm|tám|bảy|chín|sáu) mươi mấy")


def read_year(message: Message, today: date) -> ValueReading:
    """A year of birth; an age counts from today, and an age of two digits alone is doubtful."""
    text = message.text[:LONGEST]
    years = list(dict.fromkeys(_YEAR.findall(text)))
    if years:
        return ValueReading(years[0], is_sure=len(years) == 1 and not _doubts(message))
    line = message.line
    lunar = bool(_LUNAR_AGE.find(line))
    found = _AGE.search(line)
    age = _last_number(found["age"].split()) if found else None
    short_age = re.search(r"(?<!\d)(\d{2,3})\s?t(?!\w)", text, re.IGNORECASE)
    if age is None and short_age:
        age = int(short_age[1])
    if age is None and lunar:
        age = _first_number(list(message.words))
    if age is not None and 15 < age < 120:
        year = to_lunar(today).year - age + 1 if lunar else today.year - age
        return ValueReading(str(year), is_sure=not _doubts(message) and "gan" not in message.plain)
    told = _SPOKEN_YEAR.search(line)
    if told and (number := _leading_number(told["rest"].split())) and 20 <= number < 100:
        return ValueReading(str(1900 + number), not _doubts(message))
    short = _SHORT_YEAR.find(line)
    if short:
        year = int(short["year"] or short["other"])
        return ValueReading(str(1900 + year if year > today.year % 100 else 2000 + year), not _doubts(message))
    content = list(message.content) or list(message.words)
    numbers = [run for run in _numeral_runs(content) if len(run) < 4]
    number = _english(content[-1:]) or (_first_number(numbers[0]) if numbers else None)
    if number is not None and 60 <= number < 110 and "sinh" not in message.plain:
        return ValueReading(str(today.year - number), is_sure=False)
    for words in _windows(content, 8):
        reading = read_birth(" ".join(words), today)
        if reading.year is not None:
            alone = len(words) >= len(message.content)
            return ValueReading(str(reading.year), is_sure=alone and not _or_an_age(words, today))
        if reading.options and len(words) <= 3:
            best = [year for year in reading.options if 1915 <= year <= today.year - 50]
            if reading.problem == "which" and len(best) == 1:
                return ValueReading(str(best[0]), is_sure=False)
    number = _first_number(list(message.content))
    if number is not None and 20 < number < 100:
        return ValueReading(str(1900 + number), is_sure=number < 60)
    return NOTHING


def _or_an_age(words: list[str], today: date) -> bool:
    """Whether "84" may be an age as well as a year."""
    number = read_number(" ".join(words)).value
    return number is not None and 60 <= number < 110


def _doubts(message: Message) -> bool:
    return bool(_VAGUE.find(message.line)) or any(
        word in message.plain for word in ("hay", "hoac", "chac", "khoang", "cho", "gan", "dau")
    ) and any(word in message.plain for word in ("hay", "khoang", "gan", "hoac"))


# Numbers

def _windows(words: list[str], longest: int) -> Iterator[list[str]]:
    """Stretches of words, the longest first."""
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            yield words[start : start + size]


_NUMERAL = re.compile(
    r"\d+|khong|mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|bat|tam|chin|muoi|moi|muoif|chuc|tram|ngan|nghin|trieu|tr|k|ham|bam|ruoi|ti|ty|le|linh|nua|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
_ENGLISH_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def _numeral_runs(words: list[str]) -> list[list[str]]:
    """Stretches of number words, longest first."""
    runs: list[list[str]] = []
    current: list[str] = []
    for word in [*words, ""]:
        if word and _NUMERAL.fullmatch(fold(word)):
            current.append(word)
        elif current:
            runs.append(current)
            current = []
    return sorted(runs, key=len, reverse=True)


def _last_number(words: list[str]) -> int | None:
    """The number that some words end in: "má năm nay tám mươi mốt"."""
    for start in range(len(words)):
        value = _english(words[start:]) or read_number(" ".join(words[start:])).value
        if value is not None:
            return value
    return None


def _leading_number(words: list[str]) -> int | None:
    """The number that some words begin with."""
    for end in range(min(len(words), 6), 0, -1):
        value = read_number(" ".join(words[:end])).value
        if value is not None:
            return value
    return None


def _first_number(words: list[str]) -> int | None:
    for run in _numeral_runs(words):
        for window in _windows(run, 6):
            reading = read_number(" ".join(window))
            if reading.value is not None:
                return reading.value
    return None


def _english(words: list[str]) -> int | None:
    known = [_ENGLISH_NUMBERS.get(word) for word in words]
    if not known or any(each is None for each in known):
        return None
    return sum(each for each in known if each is not None)


_SLASH = re.compile(r"\b(\d{1,4})\s?/\s?(\d{1,4})\b")


def read_count(message: Message) -> ValueReading:
    """A whole number among the words."""
    text = single_line(message.text)[:LONGEST]
    reading = read_number(text)
    if reading.value is not None:
        return ValueReading(str(reading.value), is_sure=not reading.is_about)
    if reading.problem == "about":
        return NOTHING
    content = list(message.content)
    english = [each for each in (_english([word]) for word in re.split(r"[\s-]+", text.lower())) if each]
    if english and message.is_english:
        return ValueReading(str(sum(english)), is_sure=len(english) < 3)
    digits = re.findall(r"(?<![\d/.,])\d{1,5}(?![\d/.,]*\d)", text)
    if len(digits) == 1:
        return ValueReading(digits[0])
    for run in _numeral_runs(content):
        for window in _windows(run, 6):
            found = read_number(" ".join(window))
            if found.value is not None:
                return ValueReading(str(found.value), is_sure=len(digits) < 2)
            if found.options and len(window) == len(run):
                return ValueReading(str(found.options[0]), is_sure=False)
    if digits:
        return ValueReading(digits[-1], is_sure=False)
    return NOTHING


_FREE = Phrases(r"(không|chưa|chẳng|đâu) (có )?(thu|tốn|đóng|mất)?( \S+)? ?(đồng|tiền|phí|xu|cắc|bạc|gì|nào)", r"miễn phí|free|nothing")
_SUM = re.compile(
    r"(?<![\d.,])(\d+(?:[.,]\d+)*\s*(?:k|ngan|ngàn|nghin|nghìn|tr|trieu|triệu|m|million|thousand|d|đ|dong|đồng)?\s*(?:\d{1,3}(?!\d)|ruoi|rưỡi)?)",
    re.IGNORECASE,
)


_SLANG = (
    (re.compile(r"\b(chai|củ|cu)\b", re.IGNORECASE), "triệu"),
    (re.compile(r"\b(xị|xi|lít|lit)\b", re.IGNORECASE), "trăm ngàn"),
)


def _slang_sum(text: str) -> str:
    """A sum with the market's words for a million and a hundred thousand written out."""
    if not re.search(r"\d|mot|một|hai|ba|bon|bốn|nam|năm|sau|sáu|bay|bảy|tam|tám|chin|chín|muoi|mười|nua|nửa", text, re.IGNORECASE):
        return text
    for slang, full in _SLANG:
        text = re.sub(rf"(?<=\w)\s*{slang.pattern}", f" {full}", text, flags=re.IGNORECASE)
    return re.sub(r"\bmillion( dong)?\b", "triệu", re.sub(r"\btwo\b", "2", re.sub(r"\bone\b", "1", text)))


def read_sum(message: Message) -> ValueReading:
    """A sum in đồng among the words."""
    text = _slang_sum(single_line(message.text)[:LONGEST])
    reading = read_money(text)
    if reading.value is not None:
        return ValueReading(str(reading.value))
    if reading.options:
        return ValueReading(str(reading.options[0]), is_sure=False)
    content = list(read_message(text).content) if text != message.text else list(message.content)
    for window in _windows(content, 6):
        if not any(_NUMERAL.fullmatch(fold(word)) for word in (window[0], window[-1])):
            continue
        if fold(window[0]) in ("k", "tr", "le", "linh", "ruoi"):
            continue
        found = read_money(" ".join(window))
        if found.value:
            return ValueReading(str(found.value), is_sure=True)
        if found.options and len(window) <= 2:
            return ValueReading(str(found.options[0]), is_sure=False)
    if _FREE.find(message.line):
        return ValueReading("0")
    return NOTHING


# Days and hours

_CHRISTMAS = re.compile(r"\b(?:đêm |lễ |le )?(?:noel|nô en|christmas(?: eve)?|giáng sinh|giang sinh)\b", re.IGNORECASE)


def read_day(message: Message, today: date) -> ValueReading:
    """A day as an ISO date; not sure where the words leave it open."""
    text = _CHRISTMAS.sub("24/12", message.text[:LONGEST])
    reading = read_date(text, today)
    if reading.value is None and reading.problem == "none":
        reading = read_date(message.line[:LONGEST], today)
    if reading.value is not None:
        return ValueReading(reading.value.isoformat())
    if reading.options and reading.problem != "no_such_day":
        return ValueReading(reading.options[0].isoformat(), is_sure=False)
    return NOTHING


def read_hour(message: Message) -> ValueReading:
    """An hour as HH:MM."""
    clock = re.fullmatch(r"\s*([01]\d|2[0-3])([0-5]\d)\s*", message.text)
    if clock:
        return ValueReading(f"{clock[1]}:{clock[2]}")
    text = re.sub(
        r"\bhalf past (\w+)",
        lambda found: f"{_ENGLISH_NUMBERS.get(found[1].lower(), found[1])}:30",
        message.text[:LONGEST],
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\bin the (morning|afternoon|evening)\b", lambda found: {"morning": "am"}.get(found[1], "pm"), text)
    text = re.sub(r"đúng ngọ|dung ngo|giờ ngọ|noon", "12 giờ trưa", text, flags=re.IGNORECASE)
    reading = read_time(text)
    if reading.value is None and message.line != message.text.lower():
        reading = read_time(message.line[:LONGEST])
    if reading.value is None:
        return NOTHING
    return ValueReading(reading.value.strftime("%H:%M"), is_sure=reading.sure)


_DAY_WORD = Phrases(
    r"\d{1,2} ?[/-] ?\d{1,2}|ngày|hôm|bữa|mai|mốt|thứ|chủ nhật|mùng|mồng|rằm|tháng|tuần|chiều nay|sáng nay|tối nay|"
    r"t[2-7]|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|december|january|dec|jan"
)


_EARLY = re.compile(
    r"\b(?:mùng|mung|mồng|mong) (?=(?:\w+)(?! (?:tháng|thang|tết|tet|âm|am|giêng|gieng|chạp|chap)\b))", re.IGNORECASE
)
_TET_TALK = re.compile(r"\b(?:tết|tet|tat nien|tất niên)\b", re.IGNORECASE)
_TET_DAY = re.compile(r"(?:mùng|mung|mồng|mong|trước|truoc|sau|\d) *(?:\w+ )?(?:tết|tet)\b", re.IGNORECASE)


def _plain_moment(text: str) -> str:
    """A sentence about a moment in the words that the reader of days knows.

    "mùng" is a day of the sun's month in a club's plans, unless the moon is named.
    """
    text = single_line(text)[:400]
    text = re.sub(r"(?<=\d)\s?am\b(?! lich)", " giờ sáng", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d)\s?pm\b", " giờ chiều", text, flags=re.IGNORECASE)
    text = re.sub(r"\bat (\d{1,2})(?! giờ|[:h\d])", r"at \1 giờ", text)
    text = re.sub(r"\bin the (morning|afternoon|evening)\b", lambda found: {"morning": "sáng"}.get(found[1], "chiều"), text)
    text = re.sub(r"(?<=\d)\.\s", ", ", text)
    text = re.sub(r"\b(\d{1,2}) (?:này|nay|tây|tay)\b", r"ngày \1", text)
    text = re.sub(r"\b(sáng|chiều|tối|trưa|sang|chieu) (\d{1,2})\b(?!\s*(?:giờ|gio|h|g|[/:]))", r"\1 ngày \2", text)
    text = re.sub(r"\b(tháng|thang) (chạp|chap) (tây|tay|dương|duong)", "tháng 12", text)
    text = re.sub(r"\bMai mốt\b", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\bngày (\S+) dương\b|\bmùng (\S+) dương\b", lambda found: f"ngày {found[1] or found[2]}", text)
    text = re.sub(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (\d{1,2})", r"\2", text)
    text = re.sub(r"\bWed (?=\d)", "", text)
    text = _EARLY.sub("ngày ", text)
    return text if _TET_DAY.search(text) else _TET_TALK.sub("", text)


def read_moment(text: str, now: datetime) -> str | None:
    """A moment in local time to the minute, or a day alone; None where no day is said."""
    line = _plain_moment(text)
    if not _DAY_WORD.find(read_message(line).line) and not re.search(r"\d{1,2}/\d{1,2}", line):
        return None
    day = read_date(line, now.date()).value
    if day is None:
        return None
    hour = read_time(line)
    if hour.value is None:
        return day.isoformat()
    return f"{day.isoformat()}T{hour.value:%H:%M}"


# Phones

_DIGIT_WORDS = {
    "khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5", "lam": "5", "sau": "6",
    "bay": "7", "tam": "8", "chin": "9", "linh": "0", "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
}  # fmt: skip
_GROUPED = re.compile(r"(?<![\d.,])(?:\+?84|0)[\d .\-()]{7,16}\d(?!\d)")


def local_phone(number: str) -> str:
    """A number of E.164 with its 0: "+84912345678" is "0912345678"."""
    return f"0{number[3:]}" if number.startswith("+84") else number


def phones_in(text: str) -> list[str]:
    """The phone numbers in a text, each with its 0."""
    found = [read_phone(each) for each in _GROUPED.findall(text)]
    numbers = [local_phone(each.number) for each in found if each.number]
    if not numbers and sum(letter.isdigit() for letter in text[:LONGEST]) >= 9:
        reading = read_phone(text[:LONGEST])
        if reading.number:
            numbers = [local_phone(reading.number)]
    if not numbers:
        spoken = _spoken_phone(text)
        numbers = [spoken] if spoken else []
    return list(dict.fromkeys(numbers))


def spoken_digits(text: str) -> list[str]:
    """Runs of digits that were typed in words or one by one."""
    runs: list[str] = []
    current = ""
    for word in [*read_message(text).plain, ""]:
        if word.isdecimal() and len(word) <= 4:
            current += word
        elif word in _DIGIT_WORDS:
            current += _DIGIT_WORDS[word]
        else:
            if len(current) > 3:
                runs.append(current)
            current = ""
    return runs


def _spoken_phone(text: str) -> str | None:
    for run in spoken_digits(text):
        for start in range(len(run)):
            if run[start] == "0" and len(run) - start in (10, 11):
                reading = read_phone(run[start:])
                if reading.number:
                    return local_phone(reading.number)
    return None


def read_own_phone(text: str) -> ValueReading:
    """The one phone number of an answer."""
    numbers = phones_in(text[:400])
    if numbers:
        return ValueReading(numbers[0], is_sure=len(numbers) == 1)
    reading = read_phone(text[:LONGEST])
    if reading.candidates:
        return ValueReading(local_phone(reading.candidates[0]), is_sure=False)
    return NOTHING


# Sex, how somebody is called, names

_FEMALE = Phrases(r"nữ|đàn bà|phụ nữ|con gái|gái|bà|cô|chị|dì|mẹ|má|vợ|thím|mợ|nội trợ|female|woman|girl|lady|mrs|she")
_MALE = Phrases(r"nam|đàn ông|con trai|trai|ông|chú|anh|cậu|cha|tía|bố|dượng|chồng|male|man|boy|mr|he")
_NOT_SEX = Phrases(r"(bà|cô|chị|ông|chú|anh) (ơi|nha|nghen|ạ)")


def read_own_sex(message: Message, scene: Scene) -> ValueReading:
    """The label for a woman or a man."""
    line = " ".join(message.content)
    female, male = _FEMALE.find(line), _MALE.find(line)
    if bool(female) == bool(male):
        strong = re.search(r"(?<!\w)(nữ|nu|đàn bà|dan ba|nam|đàn ông|dan ong|female|male)(?!\w)", line)
        if strong is None:
            return NOTHING
        female = strong if fold(strong[1]) in ("nu", "dan ba", "female") else None
    sex = "Nữ" if female else "Nam"
    for label in scene.choices:
        if fold(label) in (("nu", "female", "woman") if female else ("nam", "male", "man")):
            sex = label
    return ValueReading(sex)


_KIN_PHRASE = re.compile(
    written(
        r"(?<!\w)(?:ông|bà|cụ|cố|bác|cô|chú|dì|cậu|mợ|thím|dượng|anh|chị|má|mẹ|tía|ba|cha|bố|thầy|vợ|chồng|ngoại|nội|mệ|ôn|vú|u|bu|bầm|"
        r"grandma|grandpa|mom|mum|dad|auntie|aunt|uncle)(?!\w)"
        r"(?: (?:nội|ngoại|cố|xã|nhà|chồng|vợ|nuôi|ruột|sui|thông gia|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út|cả|già|tổ|hàng xóm)(?!\w))*"
    )
)
_NAMED_SO = re.compile(written(r"(?<!\w)(?:kêu|gọi|ghi)(?: \w+)?(?: (?:là|bằng))? (?=\S)|(?<!\w)(?:là|bằng) (?=\S)"))
_ORDER_OF_BIRTH = frozenset("hai ba tư năm sáu bảy tám chín mười út".split())


def read_own_called(message: Message) -> ValueReading:
    """What somebody is called in his family: the words of kinship, with the name behind them."""
    line = re.sub(r"[\"“”'()]", " ", single_line(message.text)[:LONGEST])
    line = " ".join(line.split())
    lowered = comparable(line)
    found = list(_KIN_PHRASE.finditer(lowered))
    if not found:
        reading = read_called(line[:80])
        called = reading.called or reading.options
        return ValueReading(called[0] if called else None, is_sure=len(reading.called) == 1)
    leads = list(_NAMED_SO.finditer(lowered))
    after = [each for each in found if leads and each.start() >= leads[-1].end()]
    first = (after or found)[0]
    start, end = first.span()
    following = line[end:].split()
    # A name behind it: "cậu Bảy", "bà Tư", "cô Lan".
    if following and line[end : end + 1] == " " and following[0][:1].isupper():
        end += 1 + len(following[0].rstrip(",.!?"))
    called = " ".join(
        word.capitalize() if at and word.lower() in _ORDER_OF_BIRTH else word
        for at, word in enumerate(line[start:end].split())
    )
    reading = read_called(called)
    if called.isascii() and len(reading.called) == 1:
        called = reading.called[0]
    for bare, full in (("ma", "má"), ("me", "mẹ")):
        called = full if called.lower() == bare else called
    return ValueReading(called, is_sure=fold(called) not in ("ba", "noi", "ngoai") and len(found) < 3)


_PARENTHESES = re.compile(r"\s*[(\[].*?[)\]]\s*")
_NAME_LEAD = re.compile(
    written(
        r"^(?:(?:dạ|thưa|à|ờ|ừ|thì|vâng|ghi|tên|họ|là|tôi|tui|em|con|cháu|mình|bác|bà|ông|cụ|cô|chú|dì|má|mẹ|ba|tía|cha|bố|ngoại|nội|anh|chị|thầy|của|kêu|gọi|đầy đủ|khai sinh|thật|trong giấy|giấy tờ|trên căn cước|viết|hỏi hoài|my|name|is|i'm|i|am|her|his|it's|full|mom's|dad's|grandma's|grandpa's|chỉ|bả|ổng|sinh|cúng cơm|gì|chi|clb|câu lạc bộ|lấy|đặt|nó|bạn|xã|nhà|chồng|vợ) )+"
    )
)
_NAME_END = re.compile(
    written(
        r" (?:nha|nhé|nghen|nghe|ạ|á|a|đó|nè|em|con|cháu|cưng|bạn|ơi|hen|hà|luôn|đi|sinh|sn|năm|tuổi|\d+|có|chứ|mà|viết|chữ|không|thật|ghi|đúng|rồi|giùm|dùm|thôi|please|cảm|và|với|o|tên)(?: .*)?$"
    )
)
_FAMILY = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh dao lam luong mai truong "
    "to ha thai vuong cao chau phung quach ta thach kim danh son ton tang lu luu trieu mac tong dam vi ninh "
    "khuat quan giang ung kieu diep bach tieu ong y ka au lieu chu hua nghiem thieu cu".split()
)


def read_full_name(message: Message) -> ValueReading:
    """A person's name in what was typed, the words around it off; one word alone is doubtful."""
    from bot.language.keys import mend_keys

    line = _PARENTHESES.sub(" ", single_line(message.text)[:LONGEST]).strip()
    line = "".join(" " if is_emoji(letter) else letter for letter in line)
    line = re.split(r"[;:!?\n]|,(?!\S)|\s[-–]\s|\.\s", line)
    pieces = [piece.strip(" .,\"'“”=)(") for piece in line if piece.strip(" .,\"'“”=)(")]
    best: tuple[float, str] | None = None
    for place, piece in enumerate(pieces):
        words = piece.split()
        if message.text.isascii() and not message.is_english:
            words = [mend_keys(word) if word.isalpha() else word for word in words]
        name = _name_of(words)
        if name is None:
            continue
        score = _likely_name(name) - place * 0.5
        if best is None or score > best[0]:
            best = (score, name)
    if best is None:
        return NOTHING
    name = best[1]
    return ValueReading(name, is_sure=len(name.split()) > 1 and best[0] > 0)


def _likely_name(name: str) -> float:
    words = name.split()
    score = 2.0 if fold(words[0]) in _FAMILY and len(words) > 1 else 0.0
    score += 1.0 if 2 <= len(words) <= 5 else -1.0
    return score + sum(word[:1].isupper() for word in words) / len(words)


def _name_of(words: list[str]) -> str | None:
    capitals = [bool(word[:1].isupper()) and not word.isdigit() for word in words]
    if any(capitals) and not all(capitals):
        runs = _runs_of(capitals)
        start, end = max(runs, key=lambda run: (run[1] - run[0], fold(words[run[0]]) in _FAMILY))
        if end - start > 1:
            return " ".join(words[start:end])
    line = " ".join(words)
    lowered = comparable(line)
    padded = f"{lowered} "
    for at, word in enumerate(words):
        # From the family name on, where more follows it.
        if fold(words[0]) in _FAMILY and len(words) < 6 and fold(words[0]) not in ("ba", "to", "ho"):
            break
        if fold(word) in _FAMILY and at + 1 < len(words) and at > 0 and _NAME_LEAD.match(comparable(" ".join(words[:at])) + " "):
            lead = _NAME_LEAD.match(comparable(" ".join(words[:at])) + " ")
            if lead and lead.end() >= len(" ".join(words[:at])):
                line = " ".join(words[at:])
                break
    else:
        lead = _NAME_LEAD.match(padded)
        if lead and lead.end() < len(padded) - 0:
            line = line[lead.end() :]
    tail = _NAME_END.search(comparable(line))
    if tail and tail.start() > 0 and not line[tail.start() + 1 : tail.start() + 2].isupper():
        line = line[: tail.start()]
    reading = read_name(line)
    return reading.name


def _runs_of(marks: list[bool]) -> list[tuple[int, int]]:
    runs, start = [], None
    for at, mark in enumerate([*marks, False]):
        if mark and start is None:
            start = at
        elif not mark and start is not None:
            runs.append((start, at))
            start = None
    return runs


_TEXT_LEAD = re.compile(r"^(?:dạ|da|thưa|thua|à|ờ)[ ,]+(?=\S)", re.IGNORECASE)
_TEXT_TAIL = re.compile(
    r"[\s,]+(?:nha|nhé|nghen|nghe|ạ|nhe|nhen|hen)?(?:[\s,]+(?:con|em|cháu|chau|cưng|bạn))?(?:[\s,]+(?:ơi|oi|ạ))?[.!]*$", re.IGNORECASE
)


def read_text(message: Message) -> ValueReading:
    """The words as they were typed, without the courtesies around them."""
    text = single_line(message.text)
    bare = _TEXT_LEAD.sub("", text)
    tail = _TEXT_TAIL.search(bare)
    if tail and tail[0].strip(" .,!"):
        bare = bare[: tail.start()]
    return ValueReading(bare or text or None, is_sure=bool(bare))


def is_accented(text: str) -> bool:
    """Whether a text has Vietnamese letters beyond ASCII."""
    return has_vietnamese_letter(text)

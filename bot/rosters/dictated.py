"""Lists that somebody spoke to a telephone: numbers in words, small letters, hardly a point or comma.

"bà lê thị hoa sinh năm một chín bốn tám tổ hai" becomes "bà Lê Thị Hoa, sinh năm 1948, tổ 2".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold
from bot.rosters.corrections import corrected
from bot.rosters.odd_numbers import with_digits
from bot.rosters.spoken_names import with_capitals

_UNITS = (
    ("không",), ("một", "mốt"), ("hai",), ("ba",), ("bốn", "tư"), ("năm", "lăm", "nhăm"),
    ("sáu",), ("bảy", "bẩy"), ("tám",), ("chín",),
)  # fmt: skip
_BIGGER = ("mười", "mươi", "chục", "trăm", "ngàn", "nghìn", "lẻ", "linh")
_DIGITS = {
    form: digit
    for digit, words in enumerate(_UNITS)
    for word in words
    for form in (word, fold(word))
}
_NUMBERS = frozenset((*_DIGITS, *_BIGGER, *map(fold, _BIGGER)))
_LONGEST = 100_000
_FEWEST = 2
"""So many births, phones and places in words make a text one that was spoken."""
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_FORM = r"(?:bà|ba|ông|ong|cụ|cu|cô|co|chú|chu|bác|bac|anh|chị|chi|dì|di)"
_ORDINAL = (
    rf"(?:người|nguoi) (?:thứ|thu) (?:nhất|nhat|nhì|nhi|(?:{_NUMBER})(?: (?:{_NUMBER}))*|\d+)"
)
_SIGN = Pattern(
    rf"\b(?:(?:sinh|sanh) (?:(?:năm|nam|ngày|ngay) (?:mùng |mồng )?|(?!năm\b|nam\b))(?:{_NUMBER})(?! ?\d)"
    rf"|(?:một|mot) (?:chín|chin) (?:{_NUMBER})|(?:không|khong) ba (?:không|khong|trăm|tram)|(?:{_NUMBER}) (?:tuổi|tuoi)|{_ORDINAL}"
    rf"|(?:số|so) (?!không|khong)(?:{_NUMBER})(?= {_FORM} (?!(?:{_NUMBER})\b)))\b",
    re.IGNORECASE,
)
_NEXT = Pattern(
    rf"[\s,.]{{0,3}}\b(?:{_ORDINAL}|(?:(?:người|bà|ông) )?thứ (?:{_NUMBER})(?: (?:{_NUMBER}))*|(?:người )?(?:tiếp theo|tiep theo|kế tiếp|ke tiep|kế đó|ke do|kế nữa|đầu tiên|dau tien|cuối cùng)"
    rf"|(?<!thị )(?<!văn )chấm(?: xuống dòng)?|xuống dòng|(?:số|so) (?!không|khong)(?:{_NUMBER})(?= {_FORM} (?!{_NUMBER}\b)))\b(?: (?:là|la)\b)?[\s,.]{{0,3}}",
    re.IGNORECASE,
)
_IN_ORDER = Pattern(
    rf"^\W*(?:(?:người |nguoi )?(?:thứ|thu|số|so) (?:nhất|nhat|nhì|nhi|(?:{_NUMBER})(?: (?:{_NUMBER}))*|\d+)|(?:{_NUMBER})(?= (?:là|la))"
    r"|(?:người )?(?:đầu tiên|tiếp theo|kế tiếp|kế đó|kế nữa|sau đó|cuối cùng|sau cùng|dau tien|tiep theo|ke tiep|cuoi cung))"
    rf"(?: (?:là|la))? (?={_FORM} [^\W\d_A-Z]+ )",
    re.MULTILINE,
)
"""How a line begins that was read aloud: "thứ nhất bà nguyễn thị ba"."""
_BLANKS = Pattern(r"[^\S\n]+")
_SOMEBODY = Pattern(
    rf" (?={_FORM} (?:[^\W\d_]{{1,7}} ){{2,5}}(?:(?:sinh|sanh)|một chín|mot chin)\b)", re.IGNORECASE
)
_LONGEST_LINE = 1000
_COMMA = Pattern(r" ?(?<!thị )(?<!văn )\b(?:phẩy|dấu phẩy)\b ?", re.IGNORECASE)
_ACCENT = Pattern(r" ?\bdấu (?:huyền|sắc|hỏi|ngã|nặng)\b", re.IGNORECASE)
_PARTS = Pattern(
    r"(?<![,\s])(?-i:(?<!\bnăm)(?<!\bnam))(?<!\bcó)(?<!\bco)(?<!xài)(?<!xai)(?<!\bsố)(?<!\bso)(?<!\bở)(?<!\so)(?<!\bnhà)(?<!\bnha)(?<!không)(?<!khong)(?<!chưa)(?<!chua)(?<!\bko)\s+(?=(?:sinh|sanh) (?:năm |nam |ngày |ngay )?\d"
    r"|(?:(?:nhà|nha) )?(?:ở |o )?(?:tổ|to|ấp|ap|hẻm|hem|khóm|khom) \d|(?:(?:số|so) )?(?:điện thoại|dien thoai|đt|dt)\b|(?:số|so) (?:điện thoại )?0"
    r"|(?:không|khong) (?:có |co |xài |xai )(?:số )?(?:điện thoại|dien thoai))",
    re.IGNORECASE,
)
_BEHIND_PLACE = Pattern(
    r"((?:tổ|to|ấp|ap|hẻm|hem|khóm|khom) \d{1,3})\s+(?=[^\W\d_])", re.IGNORECASE
)
_INSTEAD = r" ?,? ?\b(?:à|a|ủa|ua) (?:không|khong|nhầm|nham|lộn|lon),? (?:phải là |là )?"
_OTHER_YEAR = Pattern(
    rf"\b(?:19|20)\d\d{_INSTEAD}(?:năm )?(?=(?:19|20)\d\d)|\b(19|20)(\d\d) (?=\1\2\b)",
    re.IGNORECASE,
)
_WHOLE = r"[^\W\d_]+(?: (?!à\b|a\b)[^\W\d_]+){1,5}?"
_OTHER_NAME = Pattern(
    rf"\b({_FORM} )({_WHOLE}){_INSTEAD}(?:{_FORM} )?(?=[^\W\d_]+ [^\W\d_]+)", re.IGNORECASE
)
_BORN = ("sinh", "sanh", "sinh nam", "sanh nam", "a khong", "khong nam", "a lon", "a nham")
_PLACES = ("to", "ap", "hem", "khom", "pho")


def is_spoken(text: str) -> bool:
    """Whether enough lines of a text tell births, phones or places in words."""
    if len(text) > _LONGEST or "\t" in text:
        return False
    signs, lines = len(_SIGN.findall(text)), sum(bool(line.strip()) for line in text.split("\n"))
    most = max(signs, len(_IN_ORDER.findall(text)))
    return most >= _FEWEST and most * 2 >= lines


def written_out(text: str) -> str:
    """A text that was spoken as it would be typed, a line for each person; any other as it stands."""
    if not is_spoken(text):
        return text
    text = with_digits(_IN_ORDER.sub("", text))
    text = _BLANKS.sub(" ", text)
    text = _COMMA.sub(", ", _NEXT.sub("\n", text))
    return "\n".join(map(_line, _in_portions(text))).strip("\n")


def _in_portions(text: str) -> Iterator[str]:
    """The lines, those that nobody can look over at once parted before who is told of next."""
    for line in text.split("\n"):
        yield from _SOMEBODY.split(line) if len(line) > _LONGEST_LINE else (line,)


def _line(line: str) -> str:
    line = corrected(_OTHER_YEAR.sub("", _in_digits(_ACCENT.sub("", line))))
    line = with_capitals(_OTHER_NAME.sub(_corrected, line))
    line = _BEHIND_PLACE.sub(r"\1, ", _PARTS.sub(", ", line))
    return _HAMLET.sub(lambda found: f", {found[1]} {found[2].title()}", line)


_HAMLET = Pattern(
    r"[\s,]*(?<!\w)(?:(?:nhà )?ở )?(ấp|xóm|thôn|khóm|khu phố|làng|sóc|phum|buôn) (?!(?:số|này|mình|đó|nào|trưởng|phó|khác|bên|tui|em|con)\b)"
    r"([^\W\d_A-Z]+(?: [^\W\d_A-Z]+){0,2}?)(?=\s*(?:$|[,.;]|(?:số|điện thoại|không|đt|sđt|sinh|tổ|nha|nghe|ạ|hết)\b))"
)
"""A hamlet by its name, which a telephone writes small: "ấp bà côi"."""


def _corrected(found: re.Match[str]) -> str:
    """What is kept of a name that is put right behind itself; what says more than a name stays."""
    is_more = re.search(r"\b(?:sinh|sanh|số|tổ)\b", found[2], re.IGNORECASE)
    return found[0] if is_more else found[1]


def _in_digits(line: str) -> str:
    """A line with its births, phones and places in digits; other numbers stay words, as names may be."""
    tokens = line.split()
    written: list[str] = []
    at = 0
    while at < len(tokens):
        words = _run(tokens, at)
        before = fold(" ".join(written[-2:]))
        found = _day(tokens, at, before) or _age(tokens, at, words) or _number(words, before)
        if found is None:
            written.append(tokens[at])
            at += 1
            continue
        text, count = found
        last = tokens[at + count - 1]
        written.append(text + last[len(last.rstrip(".,;:")) :])
        at += count
    return " ".join(written)


def _run(tokens: list[str], at: int) -> list[str]:
    """The words of numbers from here on, to the first that ends with a point or a comma."""
    words: list[str] = []
    for token in tokens[at : at + 14]:
        word = token.rstrip(".,;:").lower()
        if word not in _NUMBERS:
            break
        words.append(word)
        if word != token.lower():
            break
    return words


def _number(words: list[str], before: str) -> tuple[str, int] | None:
    """What words of numbers are by the words before them, and how many of them it takes."""
    if (phone := _phone(words)) is not None:
        return phone
    last = before.split(" ")[-1]
    is_born = before in _BORN or last in ("sinh", "sanh")
    if words[:1] in (["năm"], ["nam"]) and last in ("sinh", "sanh"):
        # The word for years, or five: "sinh năm năm mươi", "sinh năm tám".
        if (year := _year(words[1:], is_born=True)) is not None:
            return f"năm {year[0]}", year[1] + 1
    if (year := _year(words, is_born=is_born)) is not None:
        return year
    if last in _PLACES and words:
        return _longest(words[:3], _small)
    return None


def _year(words: list[str], *, is_born: bool) -> tuple[str, int] | None:
    whole = _longest(words, _whole_year)
    return whole or (_longest(words, _short_year) if is_born else None)


def _age(tokens: list[str], at: int, words: list[str]) -> tuple[str, int] | None:
    """ "bảy mươi lăm" before "tuổi"."""
    is_age = [fold(token.rstrip(".,;:")) for token in tokens[at + len(words) :][:1]] == ["tuoi"]
    age = _below_hundred(words) if is_age else None
    return None if age is None else (str(age), len(words))


def _longest(words: list[str], read: Callable[[list[str]], int | None]) -> tuple[str, int] | None:
    for count in range(min(len(words), 9), 0, -1):
        if (value := read(words[:count])) is not None:
            return str(value), count
    return None


def _phone(words: list[str]) -> tuple[str, int] | None:
    """Ten digits that begin with a zero: "không ba trăm …" has two more of them in a word."""
    if not words or _DIGITS.get(words[0]) != 0:
        return None
    digits = ""
    for count, word in enumerate(words, 1):
        if word in ("trăm", "tram"):
            digits += "00"
        elif word in _DIGITS:
            digits += str(_DIGITS[word])
        else:
            return None
        if len(digits) == 10:
            return digits, count
    return None


def _whole_year(words: list[str]) -> int | None:
    """ "một chín bốn tám", "một chín sáu mươi", "một ngàn chín trăm bảy mươi mốt", "hai ngàn lẻ một"."""
    digits = [_DIGITS.get(word) for word in words]
    if len(words) < 3:
        return None
    if digits[:2] == [1, 9] or (words[0] in ("mười", "muoi") and digits[1] == 9):
        below = _below_hundred(words[2:])
        return None if below is None else 1900 + below
    if not {"ngàn", "nghìn", "ngan", "nghin"} & set(words):
        return None
    value = read_number(" ".join(words)).value
    return value if value is not None and 1900 <= value <= 2015 else None


def _short_year(words: list[str]) -> int | None:
    below = _below_hundred(words) if len(words) > 1 else None
    return None if below is None or below < 20 else 1900 + below


def _below_hundred(words: list[str]) -> int | None:
    digits = [_DIGITS.get(word) for word in words]
    if len(words) == 2 and None not in digits:
        return int(f"{digits[0]}{digits[1]}")
    if len(words) < 2 or not {"mươi", "mười", "muoi", "chục"} & set(words):
        return None
    value = read_number(" ".join(words)).value
    return value if value is not None and 10 <= value <= 99 else None


def _small(words: list[str]) -> int | None:
    """The number of a group, a hamlet, a lane: "mười hai", but not two digits one by one."""
    if len(words) == 1:
        return _DIGITS.get(words[0]) or (10 if words[0] in ("mười", "muoi") else None)
    return _below_hundred(words) if {"mươi", "mười", "muoi"} & set(words) else None


def _day(tokens: list[str], at: int, before: str) -> tuple[str, int] | None:
    """ "ngày hai tháng chín năm một chín bốn lăm" behind "sinh", as "2/9/1945"."""
    if fold(tokens[at]) != "ngay" or not before.endswith(("sinh", "sanh")):
        return None
    folded = [fold(token) for token in tokens[at : at + 9]]
    if "thang" not in folded:
        return None
    month_at = at + folded.index("thang")
    first = at + 2 if folded[1] in ("mung", "mong") else at + 1
    day = _of_calendar(_run(tokens[:month_at], first), 31)
    months = _run(tokens, month_at + 1)
    for count in range(min(len(months), 2), 0, -1):
        year_at = month_at + 1 + count
        month = _of_calendar(months[:count], 12)
        if day is None or month is None or fold("".join(tokens[year_at : year_at + 1])) != "nam":
            continue
        words = _run(tokens, year_at + 1)
        if year := _year(words, is_born=True):
            return f"{day}/{month}/{year[0]}", year_at + 1 + year[1] - at
    return None


def _of_calendar(words: list[str], most: int) -> int | None:
    if not words:
        return None
    value = _DIGITS.get(words[0]) if len(words) == 1 else read_number(" ".join(words)).value
    value = 10 if words in (["mười"], ["muoi"]) else value
    return value if value is not None and 1 <= value <= most else None

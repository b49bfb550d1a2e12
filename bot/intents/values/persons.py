"""Names, forms of address and a sex out of an answer."""

from __future__ import annotations

import re

from bot.intents.message import Message, comparable, read_message, removed
from bot.intents.phrases import Phrases, written
from bot.intents.scene import Scene
from bot.intents.values.reading import LONGEST, NOTHING, ValueReading
from bot.language.keys import mend_keys
from bot.language.kinship import read_called
from bot.language.names import read_name
from bot.language.patterns import Pattern
from bot.language.text import CAPITALS, fold, is_emoji, single_line, without_courtesy

_FEMALE = Phrases(
    r"nữ|đàn bà|phụ nữ|con gái|gái|bà|cô|chị|dì|mẹ|má|vợ|thím|mợ|nội trợ|đờn bà|giống cái|phái (yếu|đẹp)|female|woman|girl|lady|mrs|she"
)
_MALE = Phrases(
    r"nam|đàn ông|con trai|trai|ông|chú|anh|cậu|cha|tía|bố|dượng|chồng|đờn ông|đực( rựa)?|giống đực|phái mạnh|(có|mày) râu|râu ria|male|man|boy|mr|he"
)


_SEXES = Phrases(r"giống (cái|đực)|phái (yếu|đẹp|mạnh|nam|nữ)")


_OTHERWISE = Phrases(
    r"năm (nay|ngoái|kia|sau|tới|rồi|trước|một|hai|ba|bốn|sáu|bảy|tám|chín|mươi|mười|\d+)|(đang|mới|phải|bị|đi|tôi|hay|nằm) nằm( \S+)?|nằm (viện|nhà|liệt|một chỗ|bệnh|đây|hoài)|(dì|cô|chú|bác|bà|ông|anh|chị|út|má|ba) năm|thứ năm|(tháng|tuổi|mấy|bao nhiêu|mỗi|cả|hết|nhiều|lâu|trăm) năm"
)
"""Where "nam", typed without its accent, is a year, a bed or the name of the fifth."""


_WHICH_SEX = Phrases(
    r"(là )?nam (hay( là)?|với) nữ|nam nữ|nữ hay( là)? nam|(đàn )?ông hay( là)? (đàn )?bà|trai hay gái"
)
"""What is asked back, and no answer: "mạ mà con hỏi nam hay nữ"."""


def _without_question(message: Message) -> Message:
    rest = _WHICH_SEX.remove(message.line)
    return read_message(rest) if rest and rest != message.line else message


def read_own_sex(message: Message, scene: Scene) -> ValueReading:
    """The label for a woman or a man."""
    # "giống cái": its second word is a courtesy elsewhere.
    message = _without_question(message)
    whole = _SEXES.find(message.line)
    line = _OTHERWISE.remove(whole[0] if whole else " ".join(message.content))
    female, male = _FEMALE.find(line), _MALE.find(line)
    if bool(female) == bool(male):
        strong = re.search(
            r"(?<!\w)(nữ|nu|đàn bà|dan ba|nam|đàn ông|dan ong|female|male)(?!\w)", line
        )
        if strong is None:
            return NOTHING
        female = strong if fold(strong[1]) in ("nu", "dan ba", "female") else None
    sex = "Nữ" if female else "Nam"
    for label in scene.choices:
        if fold(label) in (("nu", "female", "woman") if female else ("nam", "male", "man")):
            sex = label
    return ValueReading(sex)


KIN_PHRASE = Pattern(
    written(
        r"(?<!\w)(?:(?:bà|ông|cô|thầy|anh|chị) (?:giáo|trùm|đội|đồ|hương|thủ|câu|từ|chánh|sư|mục sư|cố đạo)(?= [^\W\d_]+(?:[,.]|$))|ông (?:cậu|chú|bác|dượng)(?= |,|\.|$)|bà (?:cô|dì|mợ|thím|bác)(?= |,|\.|$)|ông|bà|cụ|cố|bác|cô|chú|dì|cậu|mợ|thím|dượng|anh|chị|má|mẹ|tía|ba|cha|bố|thầy|vợ|chồng|ngoại|nội|mệ|ôn|vú|u|bu|bầm|o|bá|già|mụ|đồng chí|"
        r"grandma|grandpa|mom|mum|dad|auntie|aunt|uncle|mrs|mr|miss|ms)(?!\w)"
        r"(?: (?:nội|ngoại|cố|xã|nhà|chồng|vợ|nuôi|ruột|sui|thông gia|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út|cả|già|tổ|hàng xóm)(?!\w))*"
    )
)
_NAMED_SO = Pattern(
    written(r"(?<!\w)(?:kêu|gọi|ghi)(?: \w+)?(?: (?:là|bằng))? (?=\S)|(?<!\w)(?:là|bằng) (?=\S)")
)
_WHO_SO = Pattern(written(r"(?<!\w)(?:ai|ai mà|đừng|khỏi|không|chớ|đứa nào) $"))
_SOUNDS_ODD = Pattern(
    written(
        r"(?:kêu|gọi) (?:là |bằng )?\w+(?: \w+){0,3} (?:mắc cười|buồn cười|nghe (?:già|kỳ|xa)|già (?:lắm|quá)|kỳ (?:lắm|cục)|ngại|ngượng|sượng|dị)(?!\w)"
    )
)
"""What is no way to call somebody, behind the one that is: "kêu cụ tui mắc cười"."""
_NICKNAME = Pattern(
    r"\b(?:[Kk]êu|[Gg]ọi|[Kk]eu|[Gg]oi)(?: (?:tui|tôi|tao|mình|toi|minh|bằng|bang|là|la))*"
    rf" ((?:Hai|Ba|Tư|Tu|Năm|Nam|Sáu|Sau|Bảy|Bay|Tám|Tam|Chín|Chin|Mười|Muoi|Út|Ut|Cả)(?: [{CAPITALS}][^\W\d]*){{1,2}})"
)
_ORDER_OF_BIRTH = frozenset("hai ba tư năm sáu bảy tám chín mười út".split())


_JUST = Pattern(r"^cu (?=(?:keu|goi|ghi|de) )", re.IGNORECASE)
"""cứ in front of a verb, typed bare: it is no "cụ"."""
_EVERYBODY_SAYS = Pattern(
    written(
        r"[\s,]+(?:là )?(?:ai|cả (?:xóm|ấp|làng|nhà)|hàng xóm|bà con|người ta|ở đây)(?: \w+){0,3}? (?:kêu|gọi|biết|quen)(?: \w+){0,2}$"
    )
)
_MOST_OF_A_NAME = 3
"""Words behind a form of address and its order: "ông Năm Lò Rèn"."""
_PARENTS = {"ba": "ba", "ma": "má", "me": "mẹ", "bo": "bố", "cha": "cha", "tia": "tía"}
_OF_WHOM = {"vo": "vợ", "chong": "chồng"}
_IN_LAW = Pattern(rf"({'|'.join(_PARENTS)}) ({'|'.join(_OF_WHOM)})")
"""Typed bare, "ba vo" is the wife's father and no bà."""


def read_own_called(message: Message) -> ValueReading:
    """What somebody is called in his family: the words of kinship, with the name behind them."""
    line = re.sub(r"[\"“”'()]", " ", single_line(message.text)[:LONGEST])
    line = _JUST.sub("cứ ", " ".join(line.split()))
    if line.isupper():
        # Where all is large no name is told by its first letter.
        line = line.lower()
    lowered = comparable(line)
    found = [
        each
        for each in KIN_PHRASE.finditer(lowered)
        if (word := each[0].split()[0]) not in _NAMED_ONLY
        or line[each.start() + len(word) + 1 :][:1].isupper()
    ]
    if (at_head := _named_at_head(line, found)) is not None:
        return at_head
    # "goi co Sau di": the last word only asks for it.
    if len(found) > 1 and found[-1][0] == "di" and found[-1].end() == len(lowered.rstrip(" .!,")):
        found.pop()
    nickname = _NICKNAME.search(line)
    if nickname and not any(each.end() <= nickname.start(1) <= each.end() + 1 for each in found):
        return ValueReading(nickname[1])
    if not found:
        so_called = _EVERYBODY_SAYS.search(lowered)
        reading = read_called((line[: so_called.start()] if so_called else line)[:80])
        likely = reading.called or reading.options
        return ValueReading(likely[0] if likely else None, is_sure=len(reading.called) == 1)
    # "kêu dì Út được rồi, ai kêu bằng cụ": what nobody is to say names nobody.
    denied = [
        found.span()
        for found in re.finditer(r"[^,.;]+", lowered)
        if any(_WHO_SO.search(found[0][: each.start()]) for each in _NAMED_SO.finditer(found[0]))
        or (_SOUNDS_ODD.search(found[0]) and found.start())
    ]
    leads = [
        each
        for each in _NAMED_SO.finditer(lowered)
        if not any(start <= each.start() < end for start, end in denied)
    ]
    found = [
        each for each in found if not any(start <= each.start() < end for start, end in denied)
    ] or found
    after = [each for each in found if leads and each.start() >= leads[-1].end()] or [
        each for each in found if leads and each.start() > leads[-1].start()
    ]
    first = (after or found)[0]
    start, end = first.span()
    following = line[end:].split()
    # A name behind it: "cậu Bảy", "bà Tư", "cô Lan".
    if following and line[end : end + 1] == " ":
        for each in following[:_MOST_OF_A_NAME]:
            name = each.rstrip(",.!?;:")
            if not name[:1].isupper() or not name.isalpha():
                break
            end += 1 + len(name)
            if name != each:
                break
        ordered = first[0].split()[-1] in _ORDER_OF_BIRTH
        if ordered and end == first.end() and (nickname := _NICKNAME_AT_END.match(lowered[end:])):
            end += nickname.end()
        if message.is_bare and end > start + len(first[0]) and " " in first[0]:
            # A name without accents stays as it was typed, and what stands before it too.
            return ValueReading(line[start:end])
    if lowered[start:end].endswith(" nha") and lowered[start:end].count(" ") > 1:
        # "thím Tư nha" is no "nhà".
        end -= len(" nha")
    called = " ".join(
        word.capitalize() if at and word.lower() in _ORDER_OF_BIRTH else word
        for at, word in enumerate(line[start:end].split())
    )
    if in_law := _IN_LAW.fullmatch(called.lower()):
        return ValueReading(f"{_PARENTS[in_law[1]]} {_OF_WHOM[in_law[2]]}")
    reading = read_called(called)
    if called.isascii() and len(reading.called) == 1:
        called = reading.called[0]
    if called.startswith("cố ") and lowered[start:].startswith("co "):
        # Bare, a younger aunt is likelier than a great-grandmother.
        called = f"cô {called[3:]}"
    for bare, full in (("ma", "má"), ("me", "mẹ")):
        called = full if called.lower() == bare else called
    return ValueReading(
        called, is_sure=fold(called) not in ("ba", "noi", "ngoai") and len(found) < 3
    )


_NICKNAME_AT_END = Pattern(
    r"(?: (?!"
    + written(
        r"(?:nha|nhé|nghen|nghe|ạ|á|đó|nè|em|con|cháu|đi|thôi|cho|cũng|là|được|mà|luôn|vậy|thế|hết|như|ở|nhà|của|tôi|tui|mình|chứ|chớ|rồi|giùm|dùm|cứ|thì|và|với|hoài|miết|riết|quen|à|hông|không|please|for|is)(?!\w)"
    )
    + r")[^\W\d_]+){1,2}$"
)
"""What neighbours call somebody by, in small letters at the end: "bà năm bánh khọt"."""
_NAMED_ONLY = frozenset(("o", "già", "gia", "bá", "mr", "ms"))
"""Words that are a form of address with a name behind them only: "o Gái"."""


def _named_at_head(line: str, found: list[re.Match[str]]) -> ValueReading | None:
    """A form of address with its name that an answer begins with, before what tells of it.

    "bầm Lan, người Phú Thọ nhà em gọi mẹ là bầm"; None where another with a name follows.
    """
    if not found or line[: found[0].start()].strip().lower() not in _BEFORE_IT:
        return None
    start, end = found[0].span()
    names = re.match(r"(?: [^\W\d_]+){0,3}(?=[,.;:!?(…])", line[end:])
    told = [] if names is None else [*line[start:end].split()[1:], *names[0].split()]
    if names is None or not told or not all(each[:1].isupper() for each in told):
        return None
    if any(line[each.end() + 1 : each.end() + 2].isupper() for each in found[1:]):
        return None
    return ValueReading(line[start : end + names.end()])


_BEFORE_IT = frozenset(
    ("", "dạ", "dạ,", "thì", "là", "gọi", "kêu", "cứ gọi", "cứ kêu", "gọi là", "kêu là")
)

_PARENTHESES = Pattern(r"\s*[(\[].*?[)\]]\s*")
_NAME_LEAD = Pattern(
    written(
        r"^(?:(?:dạ|thưa|à|ờ|ừ|thì|vâng|ghi|tên|họ|là|tôi|tui|em|e|con|cháu|mình|bác|bà|ông|cụ|cô|chú|dì|má|mẹ|ba|tía|cha|bố|ngoại|nội|anh|chị|thầy|của|kêu|gọi|đầy đủ|khai sinh|thật|trong giấy|trên giấy|giấy tờ|trên căn cước|viết|hỏi hoài|my|name|is|i'm|i|am|her|his|it's|full|mom's|dad's|grandma's|grandpa's|chỉ|bả|ổng|sinh|cúng cơm|gì|chi|clb|câu lạc bộ|lấy|đặt|nó|bạn|xã|nhà|chồng|vợ) )+"
    )
)
_NAME_END = Pattern(
    " năm sinh.*$|"
    + written(
        r" (?:nha|nhé|nghen|nghe|ạ|á|a|đó|nè|em|con|cháu|cưng|bạn|ơi|hen|hà|luôn|đi|sinh|sn|năm (?:nay|\d+|hai|ba|bốn|sáu)|tuổi|\d+|có|(?:ở|ấp|thôn|xóm|khóm|tổ|xã|phường|khu phố) (?=\S)|chứ|mà|viết|chữ|không|thật|ghi|đúng|rồi|giùm|dùm|thôi|please|cảm|và|với|o|tên)(?: .*)?$"
    )
)
FAMILY = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh dao lam luong mai truong "
    "to ha thai vuong cao chau phung quach ta thach kim danh son ton tang lu luu trieu mac tong dam vi ninh "
    "khuat quan giang ung kieu diep bach tieu ong y ka au lieu chu hua nghiem thieu cu".split()
)


_CLUB_NAME = Pattern(r"\b(?:câu lạc bộ|cau lac bo|clb)\b\s+\S.*$", re.IGNORECASE)
_SO_WRITTEN = Pattern(
    written(
        r"\s*,\s*(?:cứ )?(?:ghi|đặt|để|kêu|gọi|lấy|viết) (?:vậy|thế|y vậy|vầy).*$|\s+nghe (?:cho|nó|có vẻ) \w+.*$"
    ),
    re.IGNORECASE,
)
NAMED_CLUB = Pattern(
    written(r"^(?:cứ )?(?:đặt|lấy|ghi|để|kêu|gọi)(?: tên)?(?: là)? (?=(?:câu lạc bộ|clb) )"),
    re.IGNORECASE,
)
_IS_NAMED = Pattern(
    written(
        r"(?<!\w)(?:câu lạc bộ|clb|nó|tụi tôi|nhóm)(?: \w+){0,3}? (?:mang|lấy|đặt|có|chốt|chọn) (?:cái )?tên(?: là)?[: ]+(?=\S)"
    )
)
_STORY_BEHIND = Pattern(rf"[.;!?…](?!\s*\d).*$|[,:(–](?!\s*[{CAPITALS}\d]).*$|\s+-\s.*$")
"""What is told behind a club's name: "CLB Hoa Sen, cả tổ biểu quyết rồi"."""


def _without_story(name: str) -> str:
    kept = _STORY_BEHIND.sub("", name).strip(" .,!\"'”")
    return kept if _has_own_name(kept) else name.strip(" .,!")


def _has_own_name(name: str) -> bool:
    return bool(removed(_CLUB_WORD, name).strip())


_CLUB_WORD = Pattern(written(r"^(?:câu lạc bộ|clb)(?: liên thế hệ)?(?!\w)"))


_SURNAME_ALONE = Pattern(written(r"^(?:.*\b)?họ \w+$"), re.IGNORECASE)
_SPELLS_BY = frozenset("la trong nhu nghia chu cua nghia tuc cho".split())


def _without_spelling(line: str) -> str:
    """A name without how its last word is spelled: "lê văn lượm lượm là lượm lúa"."""
    words = line.split()
    for at in range(2, len(words) - 1):
        one, other = comparable(words[at - 1]), comparable(words[at])
        if one.strip(",") == other and fold(words[at + 1]) in _SPELLS_BY:
            return " ".join(words[:at]).rstrip(",")
    return line


def read_full_name(message: Message) -> ValueReading:
    """A person's name in what was typed, the words around it off; one word alone is doubtful."""
    line = _PARENTHESES.sub(" ", single_line(message.text)[:LONGEST]).strip()
    if named := _IS_NAMED.search(comparable(line)):
        # "câu lạc bộ mang tên: Ngọc Hà Ấm Áp"
        rest = read_full_name(read_message(line[named.end() :]))
        if rest.value is not None:
            return rest
    club = _CLUB_NAME.search(line)
    if club:
        return ValueReading(_without_story(without_courtesy(removed(_SO_WRITTEN, club[0]))))
    line = _without_spelling(line)
    line = "".join(" " if is_emoji(letter) else letter for letter in line)
    split = re.split(r"[;:!?\n]|,(?!\S)|\s[-–]\s|\.\s", line)
    pieces = [piece.strip(" .,\"'“”=)(") for piece in split if piece.strip(" .,\"'“”=)(")]
    best: tuple[float, str] | None = None
    for place, piece in enumerate(pieces):
        if place + 1 < len(pieces) and _ASKS_WHY.fullmatch(comparable(piece)):
            continue
        words = piece.split()
        if message.text.isascii() and not message.is_english:
            words = [mend_keys(word) if word.isalpha() else word for word in words]
        name = _name_of(words)
        if name is None:
            continue
        score = _likely_name(name) - place * 0.5
        if len(pieces) > 1 and _SURNAME_ALONE.match(comparable(piece)):
            # "tôi họ Lê, tên đầy đủ là Lê Quang Hiển"
            score -= 2
        if best is None or score > best[0]:
            best = (score, name)
    if best is None:
        return NOTHING
    name = _respelled(best[1], line)
    return ValueReading(name, is_sure=len(name.split()) > 1 and best[0] > 0)


_ASKS_WHY = Pattern(
    written(
        r"(?:.* )?(?:hỏi|khai|đòi|bắt)(?: tên)? (?:hoài|miết|chi|nữa|gì|lắm|làm gì)(?: (?:vậy|hoài|con|em|dữ|quá|z|hổng|không|biết))*"
    )
)
"""What grumbles before the name: "tên gì mà hỏi hoài, ghi bà Bảy thôi"."""


_SPELLED = Pattern(
    written(r"(?<!\w)(?:viết(?: đúng)? là|ghi(?: đúng)? là|sửa là|đúng là|phải là|là|chữ|thành) ")
    + r"(?P<word>[^\W\d_]+)"
)


_MISSPELLED = Pattern(
    written(
        r"(?:lộn|nhầm|sai|trật|lầm)(?: (?:thành|ra|là|chữ|tên))+ [^\W\d_]+|(?:chứ|chớ) (?:không|hông|đâu)(?: (?:phải|có))*(?: là)? [^\W\d_]+"
    )
)


def _respelled(name: str, line: str) -> str:
    """A name whose last word is spelled again: "Võ Văn Kiếm, à mà viết là Kiểm, dấu hỏi"."""
    *before, last = name.split()
    behind = line.partition(name)[2]
    told = _MISSPELLED.sub(lambda wrong: " " * len(wrong[0]), comparable(behind))
    for found in _SPELLED.finditer(told):
        word = behind[slice(*found.span("word"))]
        if fold(word) == fold(last) and word != last and not word.isascii():
            return " ".join((*before, word.capitalize()))
    return name


def _likely_name(name: str) -> float:
    words = name.split()
    score = 2.0 if fold(words[0]) in FAMILY and len(words) > 1 else 0.0
    score += 1.0 if 2 <= len(words) <= 5 else -1.0
    return score + sum(word[:1].isupper() for word in words) / len(words)


_MIDDLE = frozenset(("thi", "van"))
_HIS_PLACE = frozenset(("ấp", "thôn", "xóm", "khóm", "phường", "xã", "ở"))


def _before_his_place(words: list[str]) -> list[str]:
    """A name without the hamlet behind it: "Võ Thị Bảy ấp Tân Lập"."""
    for at in range(2, len(words) - 1):
        after = words[at + 1]
        if words[at] in _HIS_PLACE and (after[:1].isupper() or after.isdecimal()):
            return words[:at]
    return words


def _name_of(words: list[str]) -> str | None:
    words = _before_his_place(words)
    capitals = [bool(word[:1].isupper()) and not word.isdigit() for word in words]
    for at in range(1, len(words) - 1):
        # "Võ thị Bảy": what stands in the middle of so many names needs no capital.
        if fold(words[at]) in _MIDDLE and capitals[at - 1] and capitals[at + 1]:
            capitals[at] = True
            words[at] = words[at].capitalize()
    if any(capitals) and not all(capitals):
        runs = _runs_of(capitals)
        start, end = max(runs, key=lambda run: (run[1] - run[0], fold(words[run[0]]) in FAMILY))
        if end - start > 1:
            return " ".join(words[start:end])
    line = " ".join(words)
    lowered = comparable(line)
    padded = f"{lowered} "
    for at, word in enumerate(words):
        # From the family name on, where more follows it.
        if (
            fold(words[0]) in FAMILY
            and len(words) < 6
            and fold(words[0]) not in ("ba", "to", "ho")
            and comparable(words[0]) != "ông"
        ):
            break
        if (
            fold(word) in FAMILY
            and at + 1 < len(words)
            and at > 0
            and _NAME_LEAD.match(comparable(" ".join(words[:at])) + " ")
        ):
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

"""A message as it is read: mended, in words with and without accents, without its courtesies.

What was typed is kept for values; words are for comparing only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.intents import particles
from bot.intents.particles import Particle
from bot.language.fonts import mend_font
from bot.language.keys import carry_out_keys, mend_keys
from bot.language.patterns import Pattern
from bot.language.syllables import is_syllable
from bot.language.text import clean, fold, has_vietnamese_letter, is_emoji, same, squeeze

MOST_READ = 1500
"""Characters that are looked at: a longer text is a paste, and says what it is at its head."""

_KEYCAP = Pattern("([0-9])\ufe0f?\u20e3")
_CIRCLED = Pattern("[\u2460-\u2468\u2776-\u277e]")
_TOKEN = Pattern(r"[^\W_]+(?:['’][^\W_]+)?|[,.;:!?…\n()\"“”]+|[-/+%&=<>]", re.UNICODE)
_BREAK = Pattern(r"[,.;:!?…\n()\"“”]")

_TYPED_SHORT = {
    "chìu": "chiều", "wa": "quá", "wá": "quá", "qá": "quá", "qa": "quá", "dc": "được", "đc": "được", "đk": "được",
    "hok": "không", "hk": "không", "kh": "không", "khg": "không", "ko": "không", "kg": "không",
    "k": "không", "hem": "không", "khum": "không", "kô": "không", "hong": "không", "hông": "không",
    "hổng": "không", "hỏng": "không", "hôn": "không", "hôg": "không", "j": "gì", "z": "vậy",
    "zậy": "vậy", "dzậy": "vậy", "zay": "vậy", "dậy": "dậy", "dô": "vô", "zô": "vô", "zo": "vô",
    "ntn": "như thế nào", "r": "rồi", "òi": "rồi", "rùi": "rồi", "gòi": "rồi", "nhiu": "nhiêu",
    "bnhieu": "bao nhiêu", "bn": "bao nhiêu", "bik": "biết", "bít": "biết", "bit": "biết",
    "bt": "biết", "mún": "muốn", "ik": "đi", "lm": "làm", "ng": "người", "ngừi": "người",
    "cx": "cũng", "củng": "cũng", "vs": "với", "trc": "trước", "bh": "bây giờ", "bjo": "bây giờ",
    "hqua": "hôm qua", "tks": "cảm ơn", "thanks": "cảm ơn", "thank": "cảm ơn", "thks": "cảm ơn",
    "cám": "cảm", "sdt": "số điện thoại", "sđt": "số điện thoại", "sdđt": "số điện thoại", "đt": "điện thoại", "dt": "điện thoại", "clb": "câu lạc bộ",
    "nt": "nhắn tin", "tn": "tin nhắn", "ns": "nói", "lun": "luôn", "nhìu": "nhiều", "thui": "thôi",
    "típ": "tiếp", "mik": "mình", "mk": "mình", "gởi": "gửi", "gưi": "gửi", "bịnh": "bệnh",
    "hv": "hội viên", "ds": "danh sách", "xoá": "xóa", "sn": "sinh năm", "sanh": "sinh",
    "đg": "đang", "ck": "chồng", "vk": "vợ", "nhứt": "nhất", "thiệt": "thật", "dìa": "về",
    "ubnd": "ủy ban", "bcn": "ban chủ nhiệm", "cn": "chủ nhật", "dk": "đăng ký", "đki": "đăng ký",
    "ib": "nhắn tin", "mng": "mọi người", "mn": "mọi người", "bác": "bác", "xíu": "chút",
    "cccd": "căn cước", "cmnd": "chứng minh", "hsơ": "hồ sơ", "tv": "thành viên", "vp": "văn phòng",
    "rứa": "vậy", "răng": "sao", "mô": "đâu", "chi": "gì", "chừ": "giờ", "nớ": "đó", "ni": "này",
}  # fmt: skip
"""What is typed short, or as the south and the middle say it, and the word it stands for."""
_SHORT = {same(typed): tuple(full.split()) for typed, full in _TYPED_SHORT.items()}
_SHORT_FOLDED = frozenset(map(fold, _TYPED_SHORT))
# Words of a name or another word when they stand bare.
_NEVER_SHORT = frozenset(("chi", "rang", "mo", "bit", "hong"))

_ENGLISH = frozenset(
    (
        "the a an of to in is are was be been do does did can could may must should will would how "
        "what when where who why which my your our their his her him she he i you we they it and or "
        "for with from by on at if not need have has had get about there this that any many much "
        "long often please stop help yes no not me us mom mum dad grandma grandpa club meeting join "
        "thanks thank hello sure ok okay sorry call back delete data list go out one two three "
        "i'm it's don't can't she's he's hi wrong name number me again message messages"
    ).split()
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aeiouyăâêôơư"
_APART = {
    unicodedata.normalize("NFC", vowel + tone): (vowel, tone)
    for vowel in _VOWELS
    for tone in _TONES
}
"""A vowel with its tone, by the letter that both make."""
_TOGETHER = {parts: letter for letter, parts in _APART.items()}
_LETTERS = frozenset((*_APART, *_VOWELS, *"abcdefghijklmnopqrstuvwxyzđ"))


@lru_cache(maxsize=16384)
def canonical(word: str) -> str:
    """One spelling of a word, its tone on the last vowel: for comparing, composed throughout.

    "hoà" and "hòa" are one, "hoa" is another.
    """
    if word.isascii():
        return word.lower()
    toned = [at for at, letter in enumerate(word) if letter in _APART]
    if len(toned) <= 1 and _LETTERS.issuperset(word):
        return _toned_last(word, toned[0]) if toned else word
    typed = same(word)
    letters = typed.rstrip(_TONES)
    tone = typed[len(letters) :][:1]
    if not tone:
        return typed
    place = max(
        (at for at, letter in enumerate(letters) if fold(letter) in "aeiouy"),
        default=len(letters) - 1,
    )
    return unicodedata.normalize("NFC", letters[: place + 1] + tone) + letters[place + 1 :]


def _toned_last(word: str, at: int) -> str:
    """A lower word of Vietnamese letters with one tone, which is put on the last vowel."""
    vowel, tone = _APART[word[at]]
    letters = f"{word[:at]}{vowel}{word[at + 1 :]}"
    last = max(place for place, letter in enumerate(letters) if letter in _VOWELS)
    return f"{letters[:last]}{_TOGETHER[letters[last], tone]}{letters[last + 1 :]}"


_THANKS = Pattern(
    r"(?:^| )(?:con |em |toi |tui |bac |ba |ong |chi |anh |chau )?cam on(?: (?:con|em|chau|chu|co|bac|anh|chi|bot|ad|cung|nhieu|lam|nghen|nha|nhe|a|het|suc|qua|you|nhen|hen|truoc))*$"
)
"""Thanks at the end of something else."""


def comparable(line: str) -> str:
    """A line in lower case with each word canonical, letter for letter as long as it was."""
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in line)
    found = re.sub(r"[^\W\d_]+", lambda word: canonical(word[0]), lowered)
    return found if len(found) == len(line) else lowered


def removed(pattern: Pattern, text: str) -> str:
    """A text without what a pattern of canonical words finds in it."""
    line = comparable(text)
    kept, at = [], 0
    for found in pattern.finditer(line):
        kept.append(text[at : found.start()])
        at = found.end()
    return "".join((*kept, text[at:]))


@dataclass(frozen=True)
class Message:
    """What was typed, and its words.

    `words` are canonical, mended and with short forms written out; `plain` are the same without
    accents, `typed` as they stood; `parts` are where sentences and their pieces begin and end among the words.
    """

    text: str
    words: tuple[str, ...]
    plain: tuple[str, ...]
    parts: tuple[tuple[int, int], ...]
    typed: tuple[str, ...]
    signs: frozenset[str]
    is_english: bool

    def __hash__(self) -> int:
        """By the text alone, of which all else is made: messages are looked up all the time."""
        return hash(self.text)

    @cached_property
    def line(self) -> str:
        """The words, joined by single spaces."""
        return " ".join(self.words)

    @cached_property
    def folded(self) -> str:
        """The words without accents, joined by single spaces."""
        return " ".join(self.plain)

    @cached_property
    def is_bare(self) -> bool:
        """Whether nothing in it has an accent."""
        return self.words == self.plain

    @cached_property
    def asks(self) -> bool:
        """Whether it has a question mark."""
        return "?" in self.signs

    @cached_property
    def core(self) -> tuple[int, int]:
        """Where the words begin and end that are no courtesy; all of them where nothing else is."""
        start, end = 0, len(self.words)
        thanks = _THANKS.search(self.folded)
        if thanks and thanks.start():
            end -= len(thanks[0].split())
        while start < end and (length := particles.length_at(Particle.OPENING, self.words, start)):
            if start + length >= end:
                break
            start += length
        while end > start + 1:
            for length in (3, 2, 1):
                if end - length > start and particles.is_whole(
                    Particle.CLOSING, self.words[end - length : end]
                ):
                    end -= length
                    break
            else:
                break
        return start, end

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words of the core."""
        return self.words[slice(*self.core)]

    @cached_property
    def bare_content(self) -> str:
        """The core without accents."""
        return " ".join(self.plain[slice(*self.core)])


def _numbers(text: str) -> str:
    """Signs that stand for digits as digits: 2️⃣, ②."""
    text = _KEYCAP.sub(r" \1 ", text)
    return _CIRCLED.sub(lambda found: f" {unicodedata.normalize('NFKC', found[0])[:1]} ", text)


_LEAST_ENGLISH = 3
"""Words from which on a text with accents in it is English, as far as most of its words are."""
_ABROAD = frozenset(("dad", "busy"))
"""Words that aren't taken for keystrokes, though they could be: "dad" is no đa, "busy" no búy."""


def _is_english(tokens: list[str], text: str) -> bool:
    words = [each for each in tokens if each[0].isalpha()]
    if not words:
        return False
    english = sum(word in _ENGLISH for word in words)
    if has_vietnamese_letter(text):
        # "only bà ngoại can make it": names alone have their accents.
        bare = sum(not has_vietnamese_letter(word) for word in words)
        return english >= _LEAST_ENGLISH and english * 2 >= bare
    impossible = sum(not is_syllable(word) and len(word) > 2 for word in words)
    return english * 2 >= len(words) or (english > 0 and english + impossible > len(words) * 0.6)


def _mended(token: str) -> str:
    if token.isdigit() or not token.isascii() or token in _ABROAD:
        return token
    return mend_keys(token)


@lru_cache(maxsize=4096)
def _written_out(word: str) -> tuple[str, ...]:
    """A word of a short spelling written out, each word canonical."""
    short = None if word in _NEVER_SHORT else _SHORT.get(same(word))
    return tuple(map(canonical, short or (word,)))


def may_be_short(folded: str) -> bool:
    """Whether a word without its accents may be one of the short forms: most are not."""
    return not _SHORT_FOLDED.isdisjoint(folded.split(" "))


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase that is spelled well, as those of a message are compared."""
    return tuple(word for each in phrase.lower().split() for word in _written_out(each))


def _squeezed(word: str) -> str:
    """A word without drawn out letters; three of one stay in a short form: "cccd"."""
    return word if word in _SHORT_FOLDED else squeeze(word)


def _as_typed(token: str, low: str, mended: str) -> str:
    """A word as it was typed; keystrokes that were left in it are carried out."""
    if mended == low or mended.isascii():
        return token
    return mended.capitalize() if token[:1].isupper() else mended


_GRANDPARENTS = {"b": "bà", "ô": "ông"}
"""Letters for a grandparent before the side: "b ngoại". A bare "o ngoai" is outside."""
_LANE = "hem"
"""Before a number it is a lane, elsewhere a southern "không"."""
_SIDES = frozenset(("noi", "ngoai"))


@lru_cache(maxsize=512)
def read_message(raw: str) -> Message:
    """A message in its words."""
    text = carry_out_keys(clean(_numbers(mend_font(raw[: MOST_READ * 4]))))[:MOST_READ]
    signs = frozenset(each for each in text if each in "?!" or is_emoji(each))
    tokens = _TOKEN.findall(text)
    lowered = [_squeezed(each.lower()) for each in tokens]
    is_english = _is_english([each for each in lowered if each and each[0].isalnum()], text)
    words: list[str] = []
    typed: list[str] = []
    parts: list[tuple[int, int]] = []
    start = 0
    for place, (token, low) in enumerate(zip(tokens, lowered, strict=True)):
        if not token[0].isalnum():
            if _BREAK.search(token) and len(words) > start:
                parts.append((start, len(words)))
                start = len(words)
            continue
        word = low if is_english else _mended(low)
        if low in _GRANDPARENTS and fold("".join(lowered[place + 1 : place + 2])) in _SIDES:
            word = _GRANDPARENTS[low]
        if low == _LANE and lowered[place + 1 : place + 2] and lowered[place + 1][0].isdigit():
            word = "hẻm"
        for each in (canonical(word),) if is_english else _written_out(word):
            words.append(each)
            typed.append(_as_typed(token, low, word))
    if len(words) > start:
        parts.append((start, len(words)))
    return Message(
        text=text,
        words=tuple(words),
        plain=tuple(fold(word) for word in words),
        parts=tuple(parts),
        typed=tuple(typed),
        signs=signs,
        is_english=is_english,
    )

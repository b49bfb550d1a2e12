"""Text as people type it: one form on entrance, folding for comparison, cutting for sending.

Bring text to NFC as it enters (`clean`), keep what was typed for showing, and compare only
through `fold` (accents do not count) or `same` (accents count, the place of the tone does not).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

# The five tone marks, combining; the quality marks (hat, horn, breve) are not among them.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HAT, _HORN, _BREVE = "\u0302", "\u031b", "\u0306"

# đ has no decomposition; ð and ɖ look the same and come out of bad conversions.
_STROKED = str.maketrans("đðɖ", "ddd")

_VIETNAMESE_LETTERS = frozenset(
    unicodedata.normalize("NFC", base + tone)
    for base in ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
    for tone in ("", *_TONES)
    if base + tone not in "aeiouy"
) | {"đ"}


def nfc(s: str) -> str:
    """The text with composed letters (NFC): iPhones and macOS files send them apart."""
    return unicodedata.normalize("NFC", s)


def fold(s: str) -> str:
    """The text without accents, case, width and the stroke of đ; "Đường" becomes "duong".

    For comparing and searching only: đúng, dừng, đừng and dùng all become "dung".
    """
    if s.isascii():
        return s.lower()
    s = unicodedata.normalize("NFKC", s).casefold().translate(_STROKED)
    s = "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
    return unicodedata.normalize("NFKC", s)


@lru_cache(maxsize=8192)
def same(word: str) -> str:
    """A form of ONE word that is equal for hoà, hòa and HÒA, but not for hoa or hoá."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFD", word.casefold())
    letters = "".join(c for c in apart if c not in _TONES)
    return nfc(letters) + "".join(c for c in apart if c in _TONES)


def is_typed(typed: str, known: str) -> bool:
    """Whether a typed word is the known one, with its accents or with none at all.

    "đúng" and "dung" are "đúng"; "dừng" isn't.
    """
    return same(typed) == same(known) or (typed == fold(typed) and fold(known) == typed)


def same_text(s: str) -> str:
    """`same` word by word, the words joined by single spaces."""
    return " ".join(same(word) for word in clean(s).split())


# Zero-width space, byte order mark and letters without a shape (Hangul fillers) count as spaces:
# people paste them between words, and a name of them alone would stand on a roster unseen.
_BLANKS = re.compile(r"[^\S\n]+|[\u200b\ufeff\u2060-\u2064\u180e\u115f\u1160\u3164\uffa0\u2800]+")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls (PostgreSQL refuses NUL), lone surrogates, soft hyphen, direction marks.
_DROPPED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]"
)


def clean(s: str) -> str:
    """The text in NFC, trimmed, with runs of white space as one space; line ends stay.

    NBSP, U+200B, U+202F and U+FEFF count as white space; at most one empty line stays between
    paragraphs; controls and lone surrogates, which no database takes, are dropped.
    """
    s = _LINE_ENDS.sub("\n", _DROPPED.sub("", s))
    s = nfc(_BLANKS.sub(" ", s))
    s = re.sub(r" {2,}", " ", s)
    s = re.sub(r" ?\n ?", "\n", s)
    return re.sub(r"\n{3,}", "\n\n", s).strip()


def single_line(s: str) -> str:
    """`clean`, with line ends as spaces."""
    return " ".join(clean(s).split())


# ---------------------------------------------------------------------------------------------
# Answers

_END_PUNCTUATION = " .,!?…;:\"'()~“”‘’«»"

# Courtesies at the end of an answer: they carry no meaning of their own.
_TAILS = frozenset(
    same(word)
    for word in (
        *("ạ", "nha", "nhá", "nhé", "nghen", "nghe", "nhen", "hen", "hén", "nè", "đi", "à", "với"),
        *("giùm", "dùm", "con", "cháu", "em", "bác", "cô", "chú", "anh", "chị", "ơi", "bot"),
    )
)
# Typed without accents. Not "co" (có) and not "chu" (chứ, trang chủ).
_FOLDED_TAILS = frozenset(("a", "nhe", "di", "voi", "gium", "dum", "chau", "bac", "chi", "oi"))

_ANSWER_EMOJI = frozenset("👍✅👌👎❌")
_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")


def is_emoji(c: str) -> bool:
    """Whether a character is an emoji or one of the signs that glue emoji together."""
    return (
        (unicodedata.category(c) in ("So", "Sk", "Cs", "Co", "Cn") and not c.isascii())
        or c in "\u200d\ufe0f\u20e3"
        or "\U0001f3fb" <= c <= "\U0001f3ff"
    )


def strip_ends(s: str) -> str:
    """One line without punctuation at both ends; punctuation alone stays as its first sign.

    So "???" stays "?" and "-" stays "-", which mean help and skip.
    """
    line = single_line(s)
    return line.strip(_END_PUNCTUATION) or line[:1]


def strip_tails(s: str) -> str:
    """The answer without polite words at its end ("dạ có ạ" → "dạ có"); never empty."""
    words = s.split()
    while len(words) > 1:
        last = same(words[-1].strip(_END_PUNCTUATION))
        if last and last not in _TAILS and last not in _FOLDED_TAILS:
            break
        words.pop()
    return " ".join(words).rstrip(_END_PUNCTUATION) or s


_COURTESY = re.compile(
    r"((?<!\s)\s+(ạ|nhé|nghen)|(?<!\s)\s+(nha|nhé|nhe|nghe|nghen|ạ) con)[.!]*$", re.IGNORECASE
)


def without_courtesy(s: str) -> str:
    """An answer without the polite words to the bot at its end: "tổ 3 nha con" → "tổ 3"."""
    return _COURTESY.sub("", s)


def squeeze(s: str) -> str:
    """Runs of three or more of a letter as one: "okkkk" → "ok", "dạaaaa" → "dạ".

    Two stay: they may be real or Telex keys. Digits stay: 1000 is a number.
    """
    pieces: list[str] = []
    for _, group in groupby(s, key=lambda c: fold(c) if c.isalpha() else c):
        run = list(group)
        pieces.append(run[0] if len(run) > 2 and not run[0].isdigit() else "".join(run))
    return "".join(pieces)


def without_emoji(s: str) -> str:
    """The text without emoji; where nothing else is there, the emoji that can be an answer."""
    s = _SKIN_TONES.sub("", s)
    rest = single_line("".join(" " if is_emoji(c) else c for c in s))
    if rest:
        return rest
    return "".join(dict.fromkeys(c for c in s if c in _ANSWER_EMOJI))


def answer_text(s: str) -> str:
    """An answer in the form in which answers are compared, in lower case.

    White space, punctuation at both ends, polite tails, repeated letters and emoji are taken
    away: "Dạaaa có ạ! 🌹" → "dạ có". A 👍 alone stays.
    """
    return squeeze(strip_tails(strip_ends(without_emoji(s)))).lower()


# ---------------------------------------------------------------------------------------------
# Lengths and cutting


def utf16_length(s: str) -> int:
    """The length in UTF-16 units, in which the platforms count: 👵 is 2, NFC letters 1."""
    return len(s.encode("utf-16-le", "surrogatepass")) // 2


def _joins(before: str, after: str, flags_before: int) -> bool:
    """Whether two neighbouring characters belong to one sign on the screen."""
    if after == "\u200d" or before == "\u200d" or unicodedata.combining(after):
        return True
    if "\ufe00" <= after <= "\ufe0f" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if after == "\u20e3" or "\U000e0020" <= after <= "\U000e007f":
        return True
    is_flag = "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff"
    return is_flag and flags_before % 2 == 1


def _signs(s: str) -> list[str]:
    """The text in pieces that must not be cut: letter with marks, emoji sequence, flag."""
    signs: list[str] = []
    flags = 0
    for c in s:
        if signs and _joins(signs[-1][-1], c, flags):
            signs[-1] += c
        else:
            signs.append(c)
        flags = flags + 1 if "\U0001f1e6" <= c <= "\U0001f1ff" else 0
    return signs


# Tried in this order; a break in the first quarter of the room would leave a scrap of a message.
_BREAKS = (re.compile(r"\n{2,}"), re.compile(r"\n"), re.compile(r"(?<=[.!?…:;])\s+"))
_SPACE = re.compile(r"\s+")


def split_text(s: str, limit: int) -> list[str]:
    """The text in pieces of at most `limit` UTF-16 units, none of them empty.

    Cut at the end of a paragraph, else of a line or sentence, else at a space; a word longer
    than the limit is cut between signs, never within an emoji or a letter and its marks (unless
    one such sign is itself longer than the limit). White space at a cut is dropped.

    Raises ValueError for a limit below 2: one emoji would not fit.
    """
    if limit < 2:
        raise ValueError("a limit below 2 cannot hold one emoji")
    pieces: list[str] = []
    rest = s.strip()
    while utf16_length(rest) > limit:
        room = 0  # how many characters fit
        units = 0
        for sign in _signs(rest[: limit + 1]):
            units += utf16_length(sign)
            if units > limit:
                break
            room += len(sign)
        if not room:  # one sign longer than the limit
            units = 0
            for c in rest:
                units += utf16_length(c)
                if units > limit:
                    break
                room += 1
        end = _last_break(rest, room)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    if rest:
        pieces.append(rest)
    return pieces


def _last_break(s: str, room: int) -> int:
    """Where to cut the text so that at most `room` characters stand before the cut."""
    if s[room].isspace():
        window = s[: room + 1]
    else:
        window = s[:room]
    for pattern in _BREAKS:
        starts = [m.start() for m in pattern.finditer(window) if m.start() * 4 >= room]
        if starts:
            return starts[-1]
    starts = [m.start() for m in _SPACE.finditer(window) if m.start() > 0]
    return starts[-1] if starts else room


# ---------------------------------------------------------------------------------------------
# Letters and syllables


def is_vietnamese_letter(c: str) -> bool:
    """Whether a character is a letter of Vietnamese outside ASCII: ă â đ ê ô ơ ư, or toned."""
    return c.lower() in _VIETNAMESE_LETTERS


def has_vietnamese_letter(s: str) -> bool:
    """Whether any character is a letter of Vietnamese outside ASCII."""
    return not s.isascii() and any(is_vietnamese_letter(c) for c in nfc(s))


def capitalise(s: str) -> str:
    """The first letter in upper case, the rest untouched: "bà Lan" → "Bà Lan"."""
    for place, c in enumerate(s):
        if c.isalpha():
            return s[:place] + c.upper() + s[place + 1 :]
        if c.isdigit():
            return s
    return s


_RHYMES = frozenset(
    (
        "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu "
        "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot "
        "u ua uan uang uat uay uc ue uech uenh ueu ui um un ung uo uoc uoi uom uon uong uop uot "
        "uou up ut uu uy uya uych uyen uyet uyn uynh uyp uyt uyu"
    ).split()
)
_Y_RHYMES = frozenset(("y", "yem", "yen", "yeng", "yet", "yeu"))
_QU_RHYMES = frozenset(
    (
        "a ac ach ai am an ang anh ao ap at au ay ang e ec en eo et eu ech enh i in inh it ich "
        "o oc oi on ot y yen yet ynh yt yu ych"
    ).split()
)
# xoong and goòng only: elsewhere "oo" is the Telex key for ô ("khoong" is "không").
_LONG_O = frozenset(("xoong", "goong", "xooc"))
_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
# Spelling: these onsets are written before e, i and y only, those never before them.
_FRONT_ONSETS = frozenset(("k", "gh", "ngh"))
_BACK_ONSETS = frozenset(("c", "ng"))


def is_syllable(folded_word: str) -> bool:
    """Whether a folded word can be a Vietnamese syllable by its onset and rhyme.

    Lenient: it does not ask whether the syllable exists, only whether it could.
    """
    if folded_word in _LONG_O:
        return True
    for onset in _ONSETS:
        if not folded_word.startswith(onset):
            continue
        rhyme = folded_word[len(onset) :]
        if onset == "qu":
            if rhyme in _QU_RHYMES:
                return True
        elif not rhyme:
            if onset == "gi":
                return True
        elif onset in _FRONT_ONSETS:
            if rhyme[0] in "eiy" and (rhyme in _RHYMES or rhyme == "y"):
                return True
        elif onset in _BACK_ONSETS:
            if rhyme[0] not in "eiy" and rhyme in _RHYMES:
                return True
        elif rhyme in _RHYMES or (rhyme in _Y_RHYMES and (not onset or rhyme == "y")):
            return True
    return False


# ---------------------------------------------------------------------------------------------
# Keystrokes of Telex and VNI that no keyboard turned into letters

_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_VNI_TONES = {"2": "\u0300", "1": "\u0301", "4": "\u0303", "3": "\u0309", "5": "\u0323"}
_VOWELS = frozenset("aeiouy")
# A syllable that ends in one of these takes sắc or nặng only.
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=4096)
def mend_keys(word: str) -> str:
    """A word with its Telex or VNI keystrokes carried out, if that makes it a syllable.

    "dduwowngf" and "d9uong72" become "đường". A word that is a possible syllable as it stands,
    that has accents already, or that would not become one stays as it is. For comparing only:
    "to3" becomes "tỏ", though somebody may have meant "tổ 3".
    """
    if not word.isascii() or not word.isalnum() or word.isdigit() or len(word) > 14:
        return word
    if is_syllable(word.lower()):
        return word
    for carry_out in (_telex, _vni):
        letters, tone, undone = carry_out(word)
        if undone and letters:
            mended = _spell(letters, tone)
            if mended is not None:
                return mended
    return word


def mend_words(line: str) -> str:
    """A line with the Telex keystrokes of its words carried out; words with digits stay.

    For comparing only, like `mend_keys`.
    """
    return " ".join(mend_keys(word) if word.isalpha() else word for word in line.split())


def _telex(word: str) -> tuple[list[str], str, bool]:
    """Letters (each with its quality mark, decomposed), the tone, and whether a key was used."""
    letters: list[str] = []
    tone = ""
    undone = False
    for key in word:
        low = key.lower()
        seen_vowel = any(letter[0].lower() in _VOWELS for letter in letters)
        if low == "d" and letters and letters[0] in "dD" and (len(letters) == 1 or seen_vowel):
            letters[0] = "đ" if letters[0] == "d" else "Đ"
        elif low == "w":
            if not _horn_or_breve(letters):
                letters.append(("u" if key == "w" else "U") + _HORN)
        elif low in "aeo" and (place := _plain_vowel(letters, low)) is not None:
            letters[place] += _HAT
        elif low in _TELEX_TONES and seen_vowel:
            tone = _TELEX_TONES[low]
        elif low == "z" and seen_vowel:
            tone = ""
        else:
            letters.append(key)
            continue
        undone = True
    return letters, tone, undone


def _vni(word: str) -> tuple[list[str], str, bool]:
    letters: list[str] = []
    tone = ""
    undone = False
    for key in word:
        if not key.isdigit():
            letters.append(key)
            continue
        if key in _VNI_TONES:
            tone = _VNI_TONES[key]
        elif key == "0":
            tone = ""
        elif key == "9" and letters and letters[0] in "dD":
            letters[0] = "đ" if letters[0] == "d" else "Đ"
        elif key == "6":
            places = [i for i, letter in enumerate(letters) if letter.lower() in ("a", "e", "o")]
            if not places:
                return [], "", False
            letters[places[-1]] += _HAT
        elif key == "8":
            places = [i for i, letter in enumerate(letters) if letter.lower() == "a"]
            if not places:
                return [], "", False
            letters[places[-1]] += _BREVE
        elif key == "7" and _horn_or_breve(letters, breve=False):
            pass
        else:
            return [], "", False
        undone = True
    return letters, tone, undone


def _plain_vowel(letters: list[str], vowel: str) -> int | None:
    """Where the same vowel stands bare, with at most final consonants after it."""
    for place in range(len(letters) - 1, -1, -1):
        low = letters[place].lower()
        if low == vowel:
            return place
        if low[0] in _VOWELS:
            return None
    return None


def _horn_or_breve(letters: list[str], *, breve: bool = True) -> bool:
    """Give the vowels typed last a horn (u, o, uo) or a breve (a); False if none can take it."""
    places = [i for i, letter in enumerate(letters) if letter.lower()[0] in _VOWELS]
    start = 1 if len(letters) > 1 and letters[0].lower() == "q" else 0
    places = [i for i in places if i > start or not start]
    for place in reversed(places):
        letter = letters[place].lower()
        before = letters[place - 1].lower() if place - 1 in places else ""
        if letter == "a" and before != "u" and breve:
            letters[place] += _BREVE
            return True
        if letter == "o":
            letters[place] += _HORN
            # uơ stays only at the end of a syllable (thuở); before a final it is ươ.
            if before == "u":
                letters[place - 1] += _HORN
            return True
        if letter == "u":
            if before in ("u", "o"):  # ưu, and ươu with one key
                continue
            letters[place] += _HORN
            return True
    return False


def _spell(letters: list[str], tone: str) -> str | None:
    """The syllable of these letters and this tone, or None when there can be none."""
    plain = fold("".join(letters))
    if not is_syllable(plain):
        return None
    # Letters that belong to the onset bear no tone: the u of qu, the i of gi before a vowel.
    first = 0
    if plain.startswith("qu") or (
        plain.startswith("gi") and len(plain) > 2 and plain[2] in _VOWELS
    ):
        first = 2
    vowels = [i for i in range(first, len(letters)) if letters[i][0].lower() in _VOWELS]
    final = plain[vowels[-1] + 1 :]
    if final in _STOPS and tone not in ("", "\u0301", "\u0323"):
        return None
    lowered = [letter.lower() for letter in letters]
    if (
        not final
        and len(vowels) == 2
        and lowered[vowels[0]] == "u" + _HORN
        and lowered[vowels[1]] == "o" + _HORN
    ):
        letters[vowels[0]] = letters[vowels[0]][0]
    marked = [i for i in vowels if len(letters[i]) > 1]
    if marked:
        bearer = marked[-1]
    elif len(vowels) == 1:
        bearer = vowels[0]
    elif final or len(vowels) > 2:
        bearer = vowels[-1] if final else vowels[1]
    else:
        bearer = vowels[0]
    letters[bearer] += tone
    return nfc("".join(letters))

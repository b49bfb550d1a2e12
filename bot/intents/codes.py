"""Codes that belong here, and secrets that nobody should send: told apart by form and by words."""

from __future__ import annotations

import re

from bot.intents.message import Message
from bot.intents.phrases import Phrases
from bot.intents.understanding import Secret
from bot.intents.values.phones import phones_in, spoken_digits
from bot.language.keys import mend_keys
from bot.language.patterns import Pattern

_CLUB = Pattern(r"(?<![\d-])(\d{5}-\d{2})(?![\d-])")
_CODE_WORD = Phrases(
    r"mã( số| mời| tham gia| vô hội| câu lạc bộ| quản trị| cán bộ| giới thiệu)?", r"code|qr"
)
_TOKEN = Pattern(
    r"(?<![\w-])(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{6}(?:[A-Za-z0-9]{2})?(?![\w-])"
)
_SHORT = Pattern(r"(?<![\w-])(?=[A-Z0-9]*\d)(?=\d*[A-Z])(?:[A-Z0-9]{5}|[A-Z0-9]{9,12})(?![\w-])")
"""A code of another length, called one: whoever has it typed is told so, not asked what he means."""
_JOINED = Pattern(
    r"(?<![\w-])(?=[A-Za-z0-9 -]*\d)(?=[A-Za-z0-9 -]*[A-Z])[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,4}){1,7}(?![\w-])"
)
_AREA = Pattern(r"(?<![\w/])([A-ZĐ]{2,4}-[A-Z0-9]{4})(?!\w)")
"""Behind a stroke it is whose paper it is: "14/QĐ-UBND"."""
_DASHED = Pattern(
    r"(?<![\w-])(?=[\w-]{6})(?!(?:\w{3}-\w{3}|\w{4}-\w{4})(?![\w-]))(?=[A-ZĐ0-9-]*\d)(?=[A-ZĐ0-9-]*[A-ZĐ])([A-ZĐ0-9]{2,5}-[A-ZĐ0-9]{2,5})(?![\w-])"
)
"""Two unequal groups, as no invitation is written: looked up, and told of, just as it was typed."""


_CALLED_SO = Pattern(
    r"(?i)(?<!\w)(?:mã|ma|code)(?: [^\W\d]+){0,8}?(?: là| la|:)? (?P<code>[a-zđ]{2,5}-?\d{2,6}[a-z]?)(?![\w-])"
)
"""A code of a length that none here has, behind the word for one: "mã BR-17 nhé"."""
_GIVEN_OUT = Phrases(
    r"(đưa|cho|phát|gửi|cấp|ghi|gõ|nhập|bấm|gave|says)( \S+){0,3} (này|cái|tờ|giấy|vô|vào|đây|me|below)"
)
"""Somebody was given it on paper, or is told to type it."""


def find_code(message: Message) -> str | None:
    """A club's, an area's or an invitation's code in a message, in capitals without blanks."""
    text = message.text[:300]
    found = _CLUB.search(re.sub(r"(?<=\d{5}) (?:gạch|gach|trừ) (?=\d{2}\b)", "-", text))
    if found:
        return str(found[1])
    area = _AREA.search(text)
    if area:
        return str(area[1])
    has_word = bool(_CODE_WORD.find(message.line))
    dashed = _DASHED.search(text)
    if dashed and (has_word or len(message.words) <= 6 or _GIVEN_OUT.find(message.line)):
        return str(dashed[1])
    given = has_word or bool(_GIVEN_OUT.find(message.line))
    if given and (lacking := _SHORT.search(text)) and _is_code(lacking[0]):
        return str(lacking[0])
    for token in _TOKEN.findall(text):
        if _is_code(token) and (has_word or len(message.words) <= 6 or token.isupper()):
            return str(token).upper()
    for match in _JOINED.finditer(text.upper() if has_word else text):
        groups = re.split(r"[ -]", match[0])
        # "MA SO F5 VK 8E": the words before it go.
        for start in range(len(groups)):
            joined = "".join(groups[start:])
            if (
                len(joined) in (6, 8)
                and _is_code(joined)
                and not (start and groups[start].isalpha())
            ):
                return str(joined)
    for word in message.typed:
        if (
            word.isupper()
            and word.isalnum()
            and word.isascii()
            and len(word) in (6, 8)
            and (
                any(letter.isdigit() for letter in word)
                or (has_word and not message.text.isupper())
            )
        ):
            return word
    if given and (called := _CALLED_SO.search(text)) and not _SECRET_CODE.find(message.line):
        return called["code"].upper()
    short = [word for word in message.typed if len(word) <= 3 and word.isascii() and word.isalnum()]
    mixed = [word for word in short if not word.isalpha() and not word.isdecimal()]
    if len(mixed) >= 2 and len("".join(mixed)) in (6, 8):
        return "".join(mixed).upper()
    digits = re.findall(r"(?<!\d)\d{6}(?!\d)", text)
    if has_word and len(digits) == 1 and not _SECRET_CODE.find(message.line):
        return str(digits[0])
    if has_word or "chu" in message.plain:
        spelled = "".join(word for word in message.typed if len(word) == 1 and word.isascii())
        if len(spelled) in (6, 8) and any(letter.isdigit() for letter in spelled):
            return spelled.upper()
    return None


def _is_code(token: str) -> bool:
    """Whether letters and digits mix as in a code, and not as in a word of VNI keys or a name."""
    if sum(letter.isdigit() for letter in token) == 0:
        return False
    if token.islower() and not mend_keys(token).isascii():
        return False
    lowered = token.lower()
    if re.fullmatch(r"[a-z]+\d{1,2}", lowered) and token != token.upper():
        return False
    if re.fullmatch(r"\d+(k|tr|h|g|m|am|pm|giờ|gio|nguoi|ngan|trieu)", lowered):
        return False
    return not re.fullmatch(r"\d{1,2}(h|g)\d{0,2}", lowered)


_IDENTITY = Phrases(
    r"(số )?(căn cước|chứng minh|định danh|cc|cm|passport|hộ chiếu|bằng lái|bảo hiểm|bhyt|bhxh|sổ hộ khẩu|id card|identity)"
)
_IDENTITY_IN_SHORT = Pattern(r"\b(?:cccd|cmnd|cmt)\b", re.IGNORECASE)
_ACCOUNT = Phrases(
    r"(số )?(tài khoản|tk|stk|thẻ|atm|visa|account|card|momo)|agribank|vietcombank|vietinbank|bidv|sacombank|vcb|mb ?bank|techcombank|đông á|ngân hàng|acb|vpbank|tpbank|bank",
    r"(chuyển|đổ|gửi|trả|bắn|nhận)( (tiền|lương|lương hưu|khoản|lãi|hết|luôn))* (vào|vô|qua|tới)",
)
_SENT_CODE = Phrases(
    r"(mã|số)( \S+){0,2} (ngân hàng|nhà băng|zalo|facebook|bank)( \S+){0,4} (gửi|nhắn|báo)( \S+)? (về|qua|tới|vô)",
    r"(ngân hàng|nhà băng|zalo|facebook|bank)( \S+){0,2} (gửi|nhắn|báo)( \S+){0,3} (mã|mấy số|dãy số|\d{4,8})",
    r"(mật khẩu|mật mã|password|pass|mã pin|pin|otp|mã (đăng nhập|otp|xác nhận|xác thực|bảo mật))( \S+){0,2} (ngân hàng|nhà băng|bank|thẻ|tài khoản|tk|atm|momo|zalo|facebook|\S*bank)",
    r"(thẻ|atm|tài khoản|tk|ngân hàng)( \S+){0,4} (mật khẩu|mật mã|password|pass|mã pin|pin|otp)( \S+)? (là|\d{4,8})",
)
"""A number that a bank sent to a phone: what lets into an account, and no account."""
_SECRET_CODE = Phrases(
    r"otp|mật khẩu|mật mã|pass|password|pin|mã pin|mã (xác nhận|xác thực|otp|bảo mật|đăng nhập)|xác nhận mã|cvv|(verification|security|login|log in|access|confirmation) code|passcode"
)


_YEAR_BESIDE_PHONE = Pattern(
    r"(?<!\d)(?:19|20)\d{2}(?= 0[35789](?:[ .]?\d){8}(?!\d))|(?<!\d)0[35789](?:[ .]?\d){8}(?= (?:19|20)\d{2}(?!\d))"
)
""" "1960 0300000111" is a year and a phone, and no number of fourteen digits."""


_SHORTEST_CODE = 4
"""Digits of the shortest secret that is a number: a PIN."""


def find_secret(message: Message) -> Secret | None:
    """What kind of secret is typed out in a message; talk about secrets is none."""
    text = _YEAR_BESIDE_PHONE.sub(r"\g<0>,", message.text[:500])
    digits = re.findall(r"\d(?:[ .\-]?\d){3,18}", text)
    runs = [re.sub(r"\D", "", each) for each in digits]
    if len(message.words) > 8 and not runs:
        runs = spoken_digits(text)
    if _SHORT_FOR_IT.search(text):
        return Secret.CODE
    phones = set(phones_in(text)) if runs else set()
    longest = max((len(run) for run in runs if run not in phones), default=0)
    has_password = _has_password(message)
    if longest < _SHORTEST_CODE and not has_password:
        return None
    line = message.line
    identity = bool(_IDENTITY.find(line) or _IDENTITY_IN_SHORT.search(text))
    account = bool(_ACCOUNT.find(line))
    sent = bool(_SENT_CODE.find(line))
    code = sent or bool(_SECRET_CODE.find(line))
    if code and (sent or not account) and (_SHORTEST_CODE <= longest <= 8 or has_password):
        return Secret.CODE
    if identity and longest >= 8:
        return Secret.IDENTITY_NUMBER
    if account and longest >= 6:
        return Secret.ACCOUNT_NUMBER
    if longest == 12 and any(run.startswith("0") and len(run) == 12 for run in runs):
        return Secret.IDENTITY_NUMBER
    if longest >= 13 and not any(run.startswith("84") for run in runs):
        return Secret.ACCOUNT_NUMBER
    if identity and re.search(r"\b[A-Z]\d{7}\b", text):
        return Secret.IDENTITY_NUMBER
    return None


def names_secret(message: Message) -> bool:
    """Whether the words say what kind of number it is, whatever its digits look like."""
    return any(each.find(message.line) for each in (_IDENTITY, _ACCOUNT, _SECRET_CODE))


_TOLD_CODE = Phrases(
    r"mật khẩu|mật mã|password|mã pin|otp|mã (đăng nhập|xác nhận|xác thực|bảo mật)"
)


_SHORT_FOR_IT = Pattern(
    r"\b(?:mk|pass|pw|mkhau)\b(?: \S+){0,5}? (?:la|là|:|=) ?(?=\S*\d)", re.IGNORECASE
)
"""Short for mật khẩu, which elsewhere stands for mình: "mk cổng báo cáo là …"."""


def tells_code(message: Message) -> bool:
    """Whether a password or a code to log in is typed out and called so, whatever else is told."""
    if _SHORT_FOR_IT.search(message.text[:500]):
        return True
    return bool(_TOLD_CODE.find(message.line)) and find_secret(message) is Secret.CODE


_LONG_NUMBER = Pattern(r"\d(?:[ .\-]?\d){3,}")


def without_numbers(text: str) -> str:
    """A text that is passed on without the numbers that it gives away."""
    return _LONG_NUMBER.sub("…", text)


_PASSWORD = Pattern(r"(?=\S*\d)(?=\S*[A-Za-z])\S{4,}|\b\d{4,8}\b")


def _has_password(message: Message) -> bool:
    return bool(_PASSWORD.search(message.text))

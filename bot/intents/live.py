"""Questions that are answered from the club's own data, not from articles."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.intents.event_kinds import NAMED, NAMES, kind_named
from bot.intents.message import read_message
from bot.intents.phrases import Phrases
from bot.intents.wishes import says_own
from bot.language.names import read_name
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold


class Live(StrEnum):
    """What can be looked up for the one who asks."""

    NEXT_EVENT = "next_event"
    REGISTRATION = "registration"
    ARE_YOU_HUMAN = "are_you_human"
    MEMBERS = "members"
    FOUNDING = "founding"
    ANSWERED = "answered"


_WHEN = ("khi nao", "bao gio", "hom nao", "ngay nao", "bua nao", "may gio", "luc nao", "when",
         "ngay may", "o dau")  # fmt: skip
_CALENDAR = " lich "
_MEETING = (*NAMES, "buoi")
_STATUS = ("duyet chua", "duoc nhan chua", "dang ky cua toi", "dang ky toi dau", "da vo so chua",
           "da duoc nhan chua", "my registration", "am i registered", "xong chua")  # fmt: skip
_HUMAN = ("may hay nguoi", "nguoi hay may", "nguoi hay la may", "nguoi that khong", "la robot", "la may a", "are you a robot",
          "are you human", "are you a person", "phai nguoi khong")  # fmt: skip
_GENERAL = ("moi thang", "may lan", "bao lau", "bao nhieu", "lam gi", "gom", "the nao", "ra sao",
            "how", "what", "ai ")  # fmt: skip


def read_live(text: str) -> Live | None:
    """The live question in a text, None when it asks for general guidance."""
    folded = f" {fold(text)} "
    if any(phrase in folded for phrase in _HUMAN):
        return Live.ARE_YOU_HUMAN
    if any(phrase in folded for phrase in _STATUS) and len(folded.split()) <= 12:
        return Live.REGISTRATION
    general = any(f" {phrase.strip()} " in folded for phrase in _GENERAL)
    # "lịch họp của tôi" is of nobody else's club.
    when = any(f" {phrase} " in folded for phrase in _WHEN) or (
        _CALENDAR in folded and says_own(text)
    )
    meeting = any(f" {phrase} " in folded for phrase in _MEETING)
    if when and meeting and not general and len(folded.split()) <= 10:
        return Live.NEXT_EVENT
    return None


_MEMBERS_NOW = Pattern(
    r"(?=.*\b(?:clb|cau lac bo|hoi|nhom|club)\b)(?=.*\b(?:minh|roi|hien|hien nay|bay gio|our|now)\b)"
    r".*\b(?:(?:bao nhieu|may) (?:thanh vien|hoi vien|nguoi)|how many (?:members|people))\b"
)
_NO_COUNT = Pattern(
    r"\b(?:can|phai|toi thieu|it nhat|nen|moi|mot (?:clb|cau lac bo)|vay|muon|du|di|need|must|borrow)\b"
)
_FOUNDING_NOW = Pattern(
    r".*\b(?:thanh lap|lap)\b.*\b(?:(?:toi|den) (?:dau|buoc (?:nao|may))|xong chua|(?:ra )?sao roi)\b.*"
    r"|.*\bhow far\b.*\bfound.*"
)
_ANSWERED = Pattern(
    r".*\b(?:tra loi|bao|noi)\b.*\b(?:di hay khong|co di khong|sao roi|gi roi|the nao roi)\b.*"
    r"|.*\b(?:what did i (?:answer|say)|did i (?:answer|say))\b.*"
)
_OWN_WORDS = 14
"""A longer text tells something, and asks for more than a number."""


def read_own(text: str) -> Live | None:
    """What somebody asks of his own club or of his own answers; None for anything else."""
    folded = " ".join(re.findall(r"\w+", fold(text)))
    if len(folded.split()) > _OWN_WORDS:
        return None
    if _MEMBERS_NOW.match(folded) and not _NO_COUNT.search(folded):
        return Live.MEMBERS
    if _FOUNDING_NOW.fullmatch(folded):
        return Live.FOUNDING
    return Live.ANSWERED if _ANSWERED.fullmatch(folded) else None


_PEOPLE = r"(?:nguoi|thanh vien|hoi vien|ba con|ten|members?|people)"
_OURS = (
    r"(?:(?:da|thua|em|con|chau|oi|vay|gio|hien|nay|hien gio|toi gio|minh|hoi minh|nhom minh|clb|hoi|tong cong|"
    r"tat ca|co|duoc|ghi|ghi duoc|moi duoc|da co|can|cho|hoi|biet|danh sach|trong so|so) )*"
)
_HOW_MANY = Pattern(
    rf"{_OURS}(?:bao nhieu|may|nhieu) {_PEOPLE}(?: (?:roi|het|tat ca|vay|the|em|con|ha|a|trong so|ghi ten|vo|vo so))*"
    rf"|{_OURS}(?:du|da du|gan du) (?:{_PEOPLE} |50 |nam chuc |so )*(?:chua|roi)(?: (?:em|con|vay|ha|a))*"
    rf"|{_OURS}(?:con |da )?(?:thieu|can them|can) (?:bao nhieu|may)(?: {_PEOPLE})?(?: nua)?(?: (?:moi|la|thi) du)?.*"
    rf"|{_OURS}(?:con |can |thieu )+(?:khoang |chung |co )?(?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) {_PEOPLE}"
    r"(?: nua)?(?: (?:la|moi|thi))? du.*"
    r"|how many (?:members|people)(?: (?:do we|have we|are) .*)?"
)
_HOW_FAR = Pattern(
    r"(?:(?:da|thua|em|con|oi|vay|minh|clb|hoi|ho so|thu tuc|gio|hien|lam) )*(?:"
    r"(?:toi|den) (?:dau|buoc (?:nao|may)) roi|con may buoc(?: nua)?|(?:da )?(?:nop|duyet|cong nhan|ky) (?:don|ho so )?chua"
    r"|(?:da )?nop (?:don|ho so) chua|(?:bao gio|khi nao|chung nao) (?:thi |moi )?(?:duoc )?(?:cong nhan|xong|duyet)"
    r"|duoc cong nhan chua|(?:toi|den) dau)(?: (?:em|con|vay|ha|a|roi))*"
)


def read_of_organiser(text: str) -> Live | None:
    """What an organiser asks of his own club in words that name none: "đủ người chưa?"."""
    folded = " ".join(re.findall(r"\w+", fold(text)))
    if len(folded.split()) > _OWN_WORDS:
        return None
    if _HOW_FAR.fullmatch(folded):
        return Live.FOUNDING
    return Live.MEMBERS if _HOW_MANY.fullmatch(folded) else None


_WITHOUT_KIND = Pattern(
    r"\b(tap duong sinh|duong sinh|tap the duc|the duc|tap van nghe|van nghe|ca hat|hat ho|di bo"
    r"|tham quan|don ve sinh|exercise|singing)\b"
)


_ANSWERS = Phrases(
    r"(trả lời|hồi âm|hồi đáp|phản hồi|lên tiếng|nhắn lại|xác nhận|làm thinh|im (re|ru|lặng|hơi))",
    r"chưa (\S+ )?(nói|báo|bấm)( \S+){0,2} (đi|gì)|(answer|repl|respond|confirm)\w*",
)


def asks_who_answered(text: str) -> bool:
    """Whether it asks who hasn't answered, not whom a person has to tell."""
    return _ANSWERS.stand_in(read_message(text).line)


def asks_other_activity(text: str) -> bool:
    """Whether it asks when something is done that no event of the calendar is called."""
    folded = " ".join(re.findall(r"\w+", fold(text)))
    return _WITHOUT_KIND.search(folded) is not None and kind_named(text) is None


_NEXT_STEP = (
    "buoc tiep theo", "buoc ke tiep", "buoc sau", "lam gi nua", "lam gi tiep", "phai lam gi",
    "lam tiep", "ghi tiep", "tiep tuc", "lam buoc nay", "dang o buoc", "toi buoc nao", "next step",
    "go on", "continue",
)  # fmt: skip
_ALL_STEPS = ("cac buoc", "danh sach buoc", "xem buoc", "buoc khac", "con buoc nao", "all steps")
_ORGANISERS_WORDS = 8
"""A longer text tells or asks something, and is no wish to go on."""


def read_step_request(text: str) -> int | str | None:
    """What an organiser wants of the founding: "next", "all", a step's number, or None."""
    folded = " ".join(fold(text).replace("?", " ").split())
    if len(folded.split()) > _ORGANISERS_WORDS:
        return None
    number = re.search(r"\b(?:buoc|step)(?: so)? (\d{1,2})\b", folded)
    if number:
        return int(number.group(1))
    padded = f" {folded} "
    if any(f" {phrase} " in padded for phrase in _ALL_STEPS):
        return "all"
    if any(f" {phrase} " in padded for phrase in _NEXT_STEP):
        return "next"
    return None


_RENAMES = Pattern(
    r"(?:(?:cho|toi|tui|em|minh|muon|xin|can|con|giup|thoi) )*(?:doi|sua|chinh|dat)(?: lai)? (?:cai )?(?:ten )?(?:cua )?"
    r"(?:(?P<name>ten (?:clb|cau lac bo)|(?:clb|cau lac bo) ten|(?<=ten )(?:clb|cau lac bo))|(?P<hamlet>(?:ten )?(?:ap|khu pho|thon|to dan pho)))"
    r"(?: (?:lai|di|giup|gium|dum|nha|nhe|con|em|a|thanh|la|duoc|khong|ko|cua|minh|toi|tui))*"
)


def read_renaming(text: str) -> str | None:
    """What of a club an organiser wants to call otherwise: its "club_name", its "hamlet", or None."""
    found = _RENAMES.fullmatch(" ".join(re.findall(r"\w+", fold(text))))
    return None if found is None else "club_name" if found["name"] else "hamlet"


_THIS_STEP = Pattern(
    r"\b(?:buoc|viec|cho|phan|khuc|cai) nay\b.*\b(?:lam (?:cai )?gi|gi|sao|the nao|gap ai|ai|o dau|giay|mang|dem|hoi|bao lau)\b"
    r"|\b(?:what|who|how)\b.*\bthis step\b"
)


def asks_of_this_step(text: str) -> bool:
    """Whether it asks what is to be done at the step that is worked on: "bước này làm gì, gặp ai?"."""
    folded = " ".join(re.findall(r"\w+", fold(text)))
    return len(folded.split()) <= _OWN_WORDS and _THIS_STEP.search(folded) is not None


_FOR = r"(?: (?:cua|cho|de|ve|trong|o|in|phat|dan|doc|treo|cau lac bo|clb|ap|minh|ba con|dan|hop dan|cuoc hop|moi))*"
"""What may follow the name of something printed: for whom, and what for."""
_WHOM_COUNTED = r"(?:(?:nguoi|ba con|ho|ong ba) )?(?:nu|phu nu|ngheo|can ngheo|gia|cao tuoi|kho khan|khuyet tat|nguoi gia|nguoi ngheo|nguoi nu|nguoi cao tuoi|nguoi khuyet tat)"
"""Kinds of members that the report and the roster count."""
_ONE = r"(?:ba|ong|co|chu|bac|di|cau|mo|cu) (?!con\b|nao\b|nay\b|noi\b|ngoai\b)\w+(?: \w+){0,2}?"
"""Somebody by a form and a name."""
_COUNT = r"(?:\d+|(?:\w+ ){0,2}(?:chuc|tram|muoi)(?: \w+)?)"
"""A number of people, in digits or in words."""
_STAFF = (
    ("areas", r"(?:xem )?(?:tinh hinh |bao cao )?theo (?:tung |cac )?(?:dia ban|huyen|khu vuc|xa)|by area"),
    ("invitations", r"(?:thu lai|thu hoi|huy|rut)(?: lai)? (?:cai )?ma(?: moi)?(?: .*)?|(?:cac |nhung |danh sach )?ma (?:moi )?(?:\w+ )?(?:da )?(?:dua|cap|phat|gui)(?: .*)?"
                    r"|ma (?:moi )?nao (?:con|chua)(?: .*)?|codes (?:i )?gave"),
    ("ownname", r"(?:doi|sua|dat)(?: lai)? ten(?: hien thi| goi)?(?: cua)?(?: (?:toi|tui|em|minh))(?: .*)?|change my name"),
    ("report", r"(?:bao cao|tinh hinh|so lieu|thong ke)(?: excel| thang| cac| cua| cau lac bo| clb)*(?: (?:(?:toi|den) dau|ra sao|the nao|sao)(?: roi)?)?"
               r"|(?:co )?(?:bao nhieu|may) (?:clb|cau lac bo) (?:da )?(?:duoc |co )?(?:cong nhan|quyet dinh|thanh lap)(?: xong)?(?: chua| roi)?"
               r"|(?:clb|cau lac bo) nao (?:con |dang )?(?:cham|dung yen|im|ket|cho|chua co quyet dinh|chua xong|chua cong nhan)(?: .*)?"
               r"|(?:co )?(?:clb|cau lac bo|ho so) nao (?:\w+ )?(?:can|phai|chua|doi) (?:\w+ )?(?:xac nhan|doi chieu|duyet)(?: .*)?"
               r"|(?:xa|phuong|dac khu|thi tran) (?:\w+ ){1,4}(?:sao|ra sao|the nao|(?:toi|den) dau)(?: roi)?"
               r"|(?:dat|duoc) (?:bao nhieu|may) (?:phan tram|%)(?: (?:ke hoach|chi tieu|muc tieu))?"
               r"|(?:(?:hom nay|tuan nay) )?co (?:gi|viec gi) (?:moi|can (?:toi |em |minh )?lam)(?: khong)?|ai (?:dang )?(?:cho|doi) (?:toi|tui|em|minh|anh|chi)(?: (?:tra loi|duyet|xac nhan|doi chieu|lam gi))?(?: khong| hong| ko)?"
               r"|(?:cai )?ke hoach(?: \d+| tinh| cua tinh| de an| nam nay)* (?:(?:toi|den) dau|(?:da )?(?:dat|duoc) (?:bao nhieu|may|toi dau|chua).*)(?: roi)?"
               r"|(?:(?:hom nay|tuan nay|bua nay) )?co (?:gi|viec gi) (?:moi|la)(?: khong| hong| ko| hok)?"
               r"|(?:toan )?(?:huyen|tinh|dia ban)(?: minh)? (?:co )?(?:bao nhieu|may) (?:hoi vien|thanh vien|clb|cau lac bo)"
               r"|(?:co )?(?:bao nhieu|may) (?:hoi vien|thanh vien|clb|cau lac bo) (?:tren )?(?:toan|ca|trong) (?:huyen|tinh|dia ban)"
               r"|(?:co )?(?:bao nhieu|may) (?:clb|cau lac bo)(?: roi| tat ca| het)?"
               r"|(?:danh sach|cac) (?:clb|cau lac bo)|(?:clb|cau lac bo)|report|how many clubs"),
    ("counts", rf"(?:co )?(?:bao nhieu|may) {_WHOM_COUNTED}(?: (?:da |dang )?(?:vo|vao|tham gia|trong|o)(?: (?:clb|cau lac bo|het|roi|tat ca))*)?(?: .{{0,20}})?"
               rf"|(?:ti le|ty le|phan tram) {_WHOM_COUNTED}(?: (?:co |da )?(?:dat|du|duoc)(?: .{{0,20}})?| bao nhieu| the nao| ra sao)?"),
    ("invite", r"moi (?!.*\b(?:hop|phu|cung|chung)\b)(?:\w+ ){1,7}(?:ra )?(?:thanh lap|lap|mo)(?: mot| them)? (?:clb|cau lac bo)(?: .*)?|moi (?:them )?(?:nguoi )?(?:thanh lap|to chuc|lap)(?: .*)?|moi (?:them )?(?:\w+ ){1,4}thanh lap(?: .*)?|(?:tao|lay|xin) ma moi|invite.*"),
    ("coorganiser", r"moi .+ (?:cung lam|lam chung|lam cung|phu|dong to chuc).*|(?:de |nho |keu |ru |them )*(?:\w+ ){1,4}(?:lam chung|lam cung|cung lam|cung to chuc|phu)(?:(?: (?:voi|giup|cho))+ (?:toi|tui|minh|em|chau)| (?:toi|tui|minh))(?: (?:duoc|dc)(?: (?:khong|ko|hong|k))?)?|(?:moi )?(?:nguoi )?dong to chuc"),
    ("calls", r"(?:danh sach )?(?:goi dien|goi bao|can goi|phai goi|goi)(?: bao| dien)*(?: ai| cho ai)?"
              r"|danh sach (?:goi|can goi|phai goi)(?: dien)?(?: bao)?|goi cho ai|call list"),
    ("events", r"(?:dat|len|them|tao) (?:lich|buoi|ngay)(?: .+)?|lich(?: (?:" + NAMED + r"))?"
               r"|(?:doi|doi lai|doi ngay|doi gio|huy|bo|hoan|doi lai)(?: lich| buoi| ngay| gio)+(?: .+)?"
               r"|.*\bco ai di\b.*|bao nhieu nguoi (?:di|toi|tra loi)(?: .+)?|(?:(?:bua|buoi|hom|ky)(?: \w+){0,4} )?ai di(?: duoc)?(?: (?:" + NAMED + r"))?|events"),
    ("find", rf"(?:(?:cho (?:toi|tui|em) )?(?:so dien thoai|sdt|dien thoai|dia chi|nam sinh|tuoi)(?: cua)? {_ONE}|{_ONE} (?:so may|so dien thoai(?: (?:la )?(?:so )?may)?|dien thoai may|sinh nam may|sanh nam may|bao nhieu tuoi|may tuoi)(?: vay)?)|(?:tim|kiem|tim kiem) (?:thanh vien|hoi vien|nguoi|ten)(?: ten)?(?: .+)?|(?:tim|kiem) (?:ba|ong|co|chu|bac|di|cau|mo|cu) \w+(?: \w+){{0,4}}|find (?:member|somebody)(?: .+)?"),
    ("importback", r"(?:lay lai|bo|huy|hoan tac|rut|go)(?: lai)? (?:cai )?danh sach (?:vua|moi|hoi nay|luc nay|nay)(?: roi)?(?: (?:ghi|gui|nhap|them|dua|chep))*(?: vao)?(?: so)?|undo the (?:list|import)"),
    ("getlist", r"(?:(?:tai|xuat|lay|gui|in|cho (?:toi|tui|em|minh))(?: (?:ve|ra|toi|tui|em|minh))* )?(?:danh sach|so)(?: (?:thanh vien|hoi vien|ba con))?(?: (?:ra|bang|dang|thanh))*(?: (?:file|tep|excel))+"
                r"|(?:tai|xuat|in)(?: ve| ra)? (?:danh sach|so)(?: (?:thanh vien|hoi vien|ba con))?(?: (?:ve|ra)(?: (?:may|dien thoai|giay))?)?|(?:download|export) (?:the )?(?:list|roster)"),
    ("limit", rf"(?:dat |doi |sua )?(?:gioi han|toi da)(?: lai)?(?: so)? (?:nguoi|thanh vien|hoi vien|\d+|{_COUNT}(?= (?:nguoi|thanh vien|hoi vien)))(?: \w+){{0,4}}|chi nhan (?:toi da )?{_COUNT} (?:nguoi|thanh vien|hoi vien)(?: thoi| la du)?|nhan toi da {_COUNT} (?:nguoi|thanh vien|hoi vien)|(?:member )?limit"),
    ("secretary", r"(?:(?:viec|so sach|cong viec)(?: cua)? )?thu ky|(?:the )?secretary'?s? lists?"),
    ("celebrations", r"(?:danh sach |nam nay |co |(?:ai|nhung ai|cu nao) (?:duoc )?)*(?:mung tho|chuc tho|mung tho chuc tho|len tho)(?: (?:ai|co ai|nhung ai|cu nao|nam nay|nam toi|sang nam))*|longevity(?: ages)?"),
    ("birthdays", r"(?:danh sach |ngay |(?:thang|tuan|nam) nay )*(?:co )?(?:(?:ai|nhung ai|nguoi nao|ba con nao) (?:co )?)?(?:ngay )?sinh nhat(?: (?:co|la|cua|thi|ai|nhung ai|nguoi nao|ba con|thanh vien|cac cu|thang nay|tuan nay|nam nay|vay))*|birthdays"),
    ("silent", r"ai (?:lau|ca thang|may thang)(?: nay| roi)? (?:khong|chua|hong)(?: thay)? (?:tra loi|hoi am)|(?:lau|ca thang|may thang)(?: nay| roi)? ai (?:khong|chua|hong)(?: thay)? (?:tra loi|hoi am)|(?:danh sach )?lau (?:khong|chua) tra loi|who is silent"),
    ("unreachable", r"(?:danh sach )?(?:ai )?(?:khong|hong) (?:lien lac duoc|co (?:so )?dien thoai)|who can not be reached"),
    ("without_consent", r"danh sach (?:nguoi |ai )?chua co (?:loi )?dong y"),
    ("consents", r"ai (?:con )?chua (?:ky|dong y|ky dong y|cho y kien)(?: .*)?|(?:danh sach )?(?:nguoi )?chua (?:ky|dong y)|who has not (?:signed|agreed)"),
    ("requests", r"(?!.*\b(?:toi|tui|minh|em) (?:da )?gui\b)(?:(?:(?:cac|nhung|danh sach|may) )+yeu cau|(?:xem|coi|mo) (?:(?:cac|nhung) )*yeu cau|(?:co )?yeu cau nao|yeu cau(?= (?:so|ve|dang|con|chua|cua|sap|toi|qua)\b))"
                 r"(?: (?:so \d+|(?:dang|con) cho(?: (?:tra loi|giai quyet))?|chua (?:ai )?(?:tra loi|lam|xong|giai quyet)|(?:sap|da|toi|qua)+ ?(?:toi|qua|het)? ?han|(?:ve|cua) (?:thong tin|du lieu|thanh vien|hoi vien|ba con|moi nguoi)|khong|roi|thong tin))*"
                 r"|ai (?:dang )?(?:doi|xin|yeu cau|muon) (?:xem|sua|xoa|rut|ngung dung) (?:thong tin|du lieu|ten)(?: .*)?|(?:the )?(?:open |data |members'? )*requests"),
    ("signing", r"(?!.*\bchua\b)(?:(?:in|gui|lay|cho|lam|xuat)(?: ra)? )?(?:(?:to|tam|giay|mau|danh sach|phieu|bang) )+(?:\w+ ){0,4}?ky(?: ten)?(?: \w+){0,3}|(?:the )?signing sheet"),
    ("members", r"(?:danh sach |so )?(?:thanh vien|hoi vien)|danh sach(?: ba con| nguoi)?|(?:them|ghi them|nhap them) (?:nguoi|thanh vien|hoi vien|ba con)(?: moi| nua)?|ai (?:dang )?cho duyet|(?:duyet|chap nhan|tu choi|khong nhan|nhan don)(?: (?:don|cho))*(?: cua)? (?:ba|ong|co|chu|bac|di|cau|anh|chi|cu) (?!con\b)\w+(?: \w+){0,2}?(?: (?:vo|vao)(?: (?:clb|cau lac bo|so))?)?|nhan (?:ba|ong|co|chu|bac|di|cau|anh|chi|cu) (?!con\b)\w+(?: \w+){0,2}? (?:vo|vao)(?: (?:clb|cau lac bo|so))?|(?:co )?(?:bao nhieu|may) (?:nguoi )?(?:nu|nam|ngheo|kho khan|cao tuoi|(?:tu )?60 tuoi)(?: tro len| roi)?|nguoi (?:dang )?cho|members"),
    ("joincode", r"(?:lay |xin |coi )?ma (?:tham gia|qr)|join code"),
    ("clubanswers", r"(?:cac )?cau tra loi (?:rieng|cua (?:cau lac bo|clb))(?: cua (?:cau lac bo|clb))?|(?:the )?club'?s? (?:own )?answers"),
    ("standing", r"(?:sap nhap|gop|nhap)(?: \w+){0,2} (?:clb|cau lac bo)(?: .+)?|(?:cho )?(?:tam (?:nghi|dung|ngung)|dong(?: cua)?|giai the|ngung(?: hoat dong| han)?|mo lai|xin nghi)(?: \w+){0,2} (?:clb|cau lac bo)(?: .+)?"
                 r"|(?:cho )?(?:clb|cau lac bo)(?: \w+){0,6} (?:tam nghi|tam dung|tam ngung|ngung hoat dong|giai the|hoat dong lai)(?: .+)?"
                 r"|(?:close|pause|reopen|dissolve) (?:the |a |our )?club"),
    ("gaps", r"(?:nguoi dan|ba con|dan) (?:hay )?hoi gi(?: ma)?(?: (?:minh|em|con|may|bot))?(?: (?:chua|khong|hong) (?:co bai|tra loi duoc|ai tra loi|biet))?|(?:cac |nhung )?cau (?:hoi )?(?:nao )?(?:con )?(?:chua co bai|chua tra loi duoc|chua ai tra loi|chua biet tra loi)(?: nao)?|(?:unanswered|open) questions"),
    ("leaflet", rf"(?:in )?(?:(?:may|mot|it|cai|to) )*(?:to roi|to buom){_FOR}|(?:print )?(?:the )?(?:leaflets?|flyers?)"),
    ("poster", rf"(?:in )?(?:(?:may|mot|it|cai|to|tam) )*(?:ap phich|poster|to dan){_FOR}|(?:the )?posters?"),
    ("talking_points", rf"(?:cac )?(?:y|bai|noi dung) (?:de )?(?:noi chuyen|phat bieu|noi){_FOR}|(?:the )?talking points"),
    ("loudspeaker", rf"(?:bai|loi|ban|to) (?:de )?(?:doc |phat |noi )?(?:tren |qua )?loa{_FOR}|(?:the )?loudspeaker(?: script| text)?"),
    ("carers_handout", rf"tai lieu (?:tap huan )?(?:cho |ve )?(?:tinh nguyen vien|tnv|nguoi cham soc|cham soc)(?: cham soc)?(?: tai nha)?{_FOR}|(?:the )?carers?(?: training)? handout"),
    ("board_handout", rf"tai lieu tap huan(?: cho)?(?: ban chu nhiem| bcn)?{_FOR}|(?:the )?(?:board|training)(?: training)? handout"),
    ("materials", rf"tai lieu (?:tuyen truyen|truyen thong|phat tay|gioi thieu){_FOR}|(?:communication |the )?materials"),
)  # fmt: skip
_WISHED = r"(?:(?:cho|toi|tui|em|minh|muon|xin|can|xem|coi|lay|gui|mo|giup|da|con) )*"


def read_staff_request(text: str) -> str | None:
    """What somebody in charge wants to see or do, by the name of its action: "báo cáo", "dời lịch"."""
    folded = " ".join(re.findall(r"\w+", fold(text)))
    if len(folded.split()) > 14:
        return None
    for key, pattern in _STAFF:
        if re.fullmatch(
            rf"{_WISHED}(?:{pattern})(?: (?:di|a|nha|nhe|nghe|nghen|con|em|giup|gium|dum|roi|vay|ha|voi|luon|coi|(?:nam |de )?(?:o )?(?:dau|cho nao)))*",
            folded,
        ):
            return key
    return None


_TO_FIND = Pattern(
    r"\b(?:tìm kiếm|tim kiem|tìm|tim|kiếm|kiem|find)\s+"
    r"(?:(?:thành viên|thanh vien|hội viên|hoi vien|người|nguoi|member|somebody)\s*)?(?:tên|ten)?\s*(.*)",
    re.IGNORECASE,
)


def words_to_find(text: str) -> str | None:
    """Whom somebody in charge looks for, as he typed it; None where no name was said."""
    line = " ".join(text.split())
    found = _TO_FIND.search(line)
    if found is not None:
        return found.group(1).strip(" .!?") or None
    folded = fold(line)
    named = _ASKED_OF.search(folded)
    if named is None or len(folded) != len(line):
        return None
    return line[slice(*named.span("who" if named["who"] else "who2"))]


_ASKED_OF = Pattern(
    rf"(?:\b(?:so dien thoai|sdt|dien thoai|dia chi|nam sinh|tuoi)(?: cua)? (?P<who>{_ONE})\W*$)"
    rf"|^\W*(?P<who2>{_ONE}) (?:so may|so dien thoai|dien thoai may|sinh nam may|sanh nam may|bao nhieu tuoi|may tuoi)\b"
)


_TOLD_NAME = Pattern(r"\b(?:thành|thanh|là|la)\s+(?P<name>[^,.;]+)$", re.IGNORECASE)


def own_name_told(text: str) -> str | None:
    """The name that a wish to be called otherwise tells: "đổi tên tui thành Trần Minh"."""
    found = _TOLD_NAME.search(" ".join(text.split()))
    return None if found is None else read_name(found["name"]).name


_BEFORE_A_COUNT = Pattern(
    r"^.*?\b(?:giới hạn|gioi han|tối đa|toi da|nhận|nhan|là|la|lại|lai|số|so|người|nguoi|viên|vien|limit)\b\s*(?=[\w])",
    re.IGNORECASE,
)


def members_at_most(text: str) -> int | None:
    """How many a wish for a limit names: "giới hạn 70 người"; None where it names no number."""
    rest = " ".join(text.split())
    while rest:
        number = read_number(rest).value
        if number is not None:
            return number
        shorter = _BEFORE_A_COUNT.sub("", rest, count=1)
        if shorter == rest:
            return None
        rest = shorter
    return None


def sets_event(text: str) -> bool:
    """Whether a request of staff begins as one that sets an event."""
    folded = " ".join(re.findall(r"\w+", fold(text)))
    return re.match(rf"{_WISHED}(?:dat|len|them|tao|lich)\b", folded) is not None


_CANCELS = Pattern(r"(?:(?:thoi|da|u|ok|vay) )*(?:huy|huy bo|huy lich|huy buoi)(?: (?:di|luon|giup|gium|dum|nha|nhe|nghe|con|chau|em|a|bo|no))*|cancel(?: it)?")  # fmt: skip


def says_to_cancel(text: str) -> bool:
    """Whether a whole message wants something called off and doesn't say what: "hủy đi"."""
    return bool(_CANCELS.fullmatch(" ".join(re.findall(r"\w+", fold(text)))))


_JOINS = Pattern(
    r"(?:da )?(?:con oi |chau oi )?(?:(?:toi|tui|ba|ong|bac|co|chu|minh|em|anh|chi) )?"
    r"(?:muon|xin|dinh|cho (?:toi|tui|ba|ong)) (?:duoc )?(?:vo|vao|tham gia|gia nhap|ghi ten)"
    r"(?: (?:vo|vao))?(?: (?:cau lac bo|clb|hoi|nhom))?(?: (?:nay|voi|nha|a|con|di|duoc khong))*"
)


def wants_to_join(text: str) -> bool:
    """Whether a whole message says that somebody wants to join."""
    return bool(_JOINS.fullmatch(" ".join(re.findall(r"\w+", fold(text)))))


_NAMES_CLUB = Pattern(
    r"\b(?:clb|cau lac bo|sao roi|ra sao|the nao|toi dau|den dau|buoc|tinh hinh|phu trach|to chuc|nhac)\b"
)
_HAMLET = Pattern(r"^(?:ap|thon|xom|khom|khu pho|khu|to dan pho|tdp|lang|ban|buon|soc|to) ")
_SHORTEST_HAMLET = 4
"""Letters of a hamlet's name: a shorter one, or a number, stands in too many sentences."""


def names_club(text: str) -> bool:
    """Whether a text may ask about one club: "clb Hải Lạc tới đâu rồi"."""
    return len(text.split()) <= _OWN_WORDS and _NAMES_CLUB.search(fold(text)) is not None


def says_hamlet(text: str, hamlet: str) -> bool:
    """Whether a text names a hamlet, with or without the word for what it is."""
    name = _HAMLET.sub("", " ".join(re.findall(r"\w+", fold(hamlet))))
    said = " ".join(re.findall(r"\w+", fold(text)))
    return len(name) >= _SHORTEST_HAMLET and f" {name} " in f" {said} "

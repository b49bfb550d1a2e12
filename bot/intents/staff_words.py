"""What who works for clubs asks for in words of command: screens, papers, somebody's number."""

from __future__ import annotations

import re

from bot.intents.event_kinds import NAMED
from bot.language.names import read_name
from bot.language.numbers import read_number
from bot.language.patterns import Pattern
from bot.language.text import fold, plain_words

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
    ("find", rf"(?:(?:cho (?:toi|tui|em) )?(?:so dien thoai|sdt|so may|dien thoai|dia chi|nam sinh|tuoi)(?: cua)? {_ONE}|{_ONE} (?:so may|so dien thoai(?: (?:la )?(?:so )?may)?|dien thoai may|sinh nam may|sanh nam may|bao nhieu tuoi|may tuoi)(?: vay)?)|(?:tim|kiem|tim kiem) (?:thanh vien|hoi vien|nguoi|ten)(?: ten)?(?: .+)?|(?:tim|kiem) (?:ba|ong|co|chu|bac|di|cau|mo|cu) \w+(?: \w+){{0,4}}|find (?:member|somebody)(?: .+)?"),
    ("importback", r"(?:lay lai|bo|huy|hoan tac|rut|go)(?: lai)? (?:cai )?danh sach (?:vua|moi|hoi nay|luc nay|nay)(?: roi)?(?: (?:ghi|gui|nhap|them|dua|chep))*(?: vao)?(?: so)?|undo the (?:list|import)"),
    ("getlist", r"(?:(?:tai|xuat|lay|gui|in|cho (?:toi|tui|em|minh))(?: (?:ve|ra|toi|tui|em|minh))* )?(?:danh sach|so)(?: (?:thanh vien|hoi vien|ba con))?(?: (?:ra|bang|dang|thanh))*(?: (?:file|tep|excel))+"
                r"|(?:tai|xuat|in)(?: ve| ra)? (?:danh sach|so)(?: (?:thanh vien|hoi vien|ba con))?(?: (?:ve|ra)(?: (?:may|dien thoai|giay))?)?|(?:download|export) (?:the )?(?:list|roster)"),
    ("limit", rf"(?:dat |doi |sua )?(?:gioi han|toi da)(?: lai)?(?: so)? (?:nguoi|thanh vien|hoi vien|\d+|{_COUNT}(?= (?:nguoi|thanh vien|hoi vien)))(?: \w+){{0,4}}|chi nhan (?:toi da )?{_COUNT} (?:nguoi|thanh vien|hoi vien)(?: thoi| la du)?|nhan toi da {_COUNT} (?:nguoi|thanh vien|hoi vien)|(?:member )?limit"),
    ("secretary", r"(?:(?:viec|so sach|cong viec)(?: cua)? )?thu ky|(?:the )?secretary'?s? lists?"),
    ("celebrations", r"(?:danh sach |nam nay |co |(?:ai|nhung ai|cu nao) (?:duoc )?)*(?:mung tho|chuc tho|mung tho chuc tho|len tho)(?: (?:ai|co ai|nhung ai|cu nao|nam nay|nam toi|sang nam|khong|ko|hong))*|longevity(?: ages)?"),
    ("birthdays", r"(?:danh sach |ngay |(?:thang|tuan|nam) (?:nay|sau|toi) )*(?:co )?(?:(?:ai|nhung ai|nguoi nao|ba con nao) (?:co )?)?(?:ngay )?sinh nhat(?: (?:co|la|cua|thi|ai|nhung ai|nguoi nao|ba con|thanh vien|cac cu|thang nay|tuan nay|nam nay|thang toi|thang sau|vay|khong|ko|hong|hok))*|birthdays"),
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
    folded = plain_words(text)
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
    rf"(?:\b(?:so dien thoai|sdt|so may|dien thoai|dia chi|nam sinh|tuoi)(?: cua)? (?P<who>{_ONE})\W*$)"
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
    folded = plain_words(text)
    return re.match(rf"{_WISHED}(?:dat|len|them|tao|lich)\b", folded) is not None

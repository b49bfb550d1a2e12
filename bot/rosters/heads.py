"""What the head of a column says: read by its words, in either language, accents or none."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import fold, is_typed, single_line


class Column(StrEnum):
    """What a column of a list tells of people."""

    ORDINAL = "ordinal"
    SIGNATURE = "signature"
    FULL_NAME = "full_name"
    FAMILY = "family"
    MIDDLE = "middle"
    GIVEN = "given"
    NICKNAME = "nickname"
    BIRTH = "birth"
    DAY = "birth_day"
    MONTH = "birth_month"
    YEAR = "birth_year"
    AGE = "age"
    MALE = "male"
    FEMALE = "female"
    SEX = "sex"
    PHONE = "phone"
    ADDRESS = "address"
    CIRCUMSTANCES = "circumstances"
    POOR = "poor"
    NEAR_POOR = "near_poor"
    HARDSHIP = "hardship"
    DISABLED = "disabled"
    CONTACT_PERSON = "contact_person"
    CONTACT_PHONE = "contact_phone"
    NOTE = "note"
    STATUS = "status"
    CODE = "code"
    RELATION = "relation"
    """What somebody is to the head of the household."""
    WHOSE = "whose"
    """Whose the number beside it is."""
    MADE = "made"
    """The line of who exported it, in lists that came from here."""
    MEMBER = "member"
    """Who is a member is marked, in a list of all who live somewhere."""
    CONSENT = "consent"
    """Whether somebody agrees to be on the list."""
    SENT = "sent"
    """When a form was sent: what it tells of ages was right then."""
    DIED = "died"
    """The day on which somebody died."""
    OTHER = "other"
    """A head that is understood, of something that isn't kept."""


NAMES = frozenset((Column.FULL_NAME, Column.FAMILY, Column.MIDDLE, Column.GIVEN))
PASSED_OVER = frozenset(
    (Column.ORDINAL, Column.SIGNATURE, Column.MADE, Column.MEMBER, Column.OTHER)
)
"""Columns that say nothing of a person that is kept."""

_FOR_THEM = (
    "(?:khi )?can (?:bao tin|lien he|lien lac)(?: cho| voi)?|bao tin cho|"
    "nguoi (?:lien he|lien lac|than|bao tin|nha|cham soc|giam ho|bao ho|nuoi duong|nhan(?: thay| ho| giup)?|"
    "dien(?: giup| ho| thay)?|khai(?: giup| ho| thay)?|dang ky (?:giup|ho|thay)|dai dien|do dau)|than nhan"
)
"""Who speaks, receives or fills in for somebody: never the person on the line."""

_WANTS_IN = (
    r"(?:(?:ban|ong|ba|co|chu|bac|anh|chi|cu|minh|nguoi nay) )*(?:co )?(?:(?:muon|nguyen vong|nhu cau|dang ky|dong y|chiu|chac|se|xin|dinh) )+(?:tham gia|vao|vo|gia nhap|sinh hoat)(?: .{1,40})? (?:khong|hong|ko|chua)(?: a)?|"
    r"co (?:tham gia|vao|vo|gia nhap)(?: .{1,40})? (?:khong|hong|ko)(?: a)?|(?:tham gia|vao|vo|gia nhap)(?: .{1,40})? (?:khong|hong|ko)(?: a)?|"
    r"(?:do (?:you|they) |does (?:he|she) |he |she |are you |still )?(?:wants?|willing|wish(?:es)?|would like|agrees?|happy|ready|interested) (?:to join|in joining|to be (?:a )?member|to take part)(?: .{1,40})?|joining"
)
"""Whether somebody wants to join at all: "Bạn có muốn tham gia câu lạc bộ không?"."""

_UNITS = (
    "to|ap|thon|xom|khom|khu pho|khu dan cu|khu|kp|kdc|tdp|hem|ngo|ngach|kiet|duong(?: pho)?|buon|bon|lang|soc|phum|"
    "giao (?:ho|xu|khu|xom)|ho dao|xa|phuong|cum(?: dan cu)?|so nha|nha so"
)
_UNITS_ASKED = rf"(?:(?:ten|so|thuoc|o|nha o|dang o) )?(?:{_UNITS})(?: (?:hoac |hay |va )?(?:{_UNITS}|ban))*(?: (?:nao|may|so|so may))?"
"""What a place is a part of, alone or several: "Phum/Sóc", "Tên đường", "Thuộc ấp"."""
_WHERE_ASKED = (
    r"(?:(?:hien|nay|gio|bay|tai|dang|con|ong|ba|co|chu|bac|cu|anh|chi|minh|toi|tui|nguoi|nha|gia dinh|ho) )*"
    r"(?:o|song|ngu|cu ngu|sinh song)(?: o| tai)? (?:dau|noi nao|cho nao)(?: .{1,12})?|(?:hien |nay )?(?:dang |hien )(?:o|song|ngu)|noi (?:dang )?(?:song|ngu|sinh song)|song o"
)
"""The same as a question: "Hiện ông/bà đang ở đâu?"."""

_PHONES = "(?:so )?(?:dien thoai|sdt|dt|phone|tel|di dong|dtdd|may|zalo|lien lac|lien he)(?: di dong| zalo)?"

_NUMBER = "(?:so dien thoai|so dt|so may|dien thoai|sdt|dt|zalo|so|may|sim|thue bao)"
_WHOSE_ASKED = (
    rf"(?:{_NUMBER}(?: (?:nay|tren|do|lien lac|lien he))? )?(?:la )?(?:cua )?(?:ai|nguoi nao|ai vay)(?: (?:nghe|giu|cam|dung|xai))?(?: may)?|"
    rf"{_NUMBER}(?: (?:nay|tren|do))?(?: la)? cua|(?:ten )?chu (?:cua |so huu )*{_NUMBER}|ai (?:nghe|cam|giu|dung)(?: {_NUMBER})?|"
    rf"nguoi (?:giu|cam|nghe|dung|su dung|so huu|xai)(?: {_NUMBER})+|(?:ghi chu|chu thich)(?: (?:ve|cho|cua))? {_NUMBER}|{_NUMBER} ghi chu|"
    rf"(?:moi )?quan he (?:voi )?(?:chu |nguoi (?:giu|nghe) )?{_NUMBER}|"
    r"(?:phone|number) (?:owner|belongs to|notes?|of whom)|whose (?:phone|number)|owner of (?:phone|number)"
)
"""Whose a number is: "Số của ai", "Chủ SĐT", "Ghi chú SĐT"."""

# In this order: the first row that fits says what the head is. Folded, punctuation as blanks.
_RULES: tuple[tuple[Column, str], ...] = (
    (Column.ORDINAL, r"s ?t ?t|t ?t|so t ?t|so thu tu|thu tu|so|no|nr|#"),
    (Column.OTHER, r"(?:chu thich|ghi chu|giai thich|ky hieu|chu giai)(?: cac| ve)?(?: mau| mau sac| ky hieu)"),
    (Column.FULL_NAME, r"(?:ho )?(?:va )?ten (?:trong|theo|tren) (?:cccd|cmnd|can cuoc|giay to|khai sinh|ho khau|giay).*|ten (?:giay to|khai sinh|that|thiet)|"
                       r"nguoi (?:trong (?:nha|ho|gia dinh)|vay|muon|tham gia|tap|di kham)"),
    (Column.CODE, r"code|ma thanh vien|member code"),
    (Column.OTHER, r"(?:(?:member|membership|national|person|record|row|household|hh|health insurance|insurance|passport) )?(?:id|no|number|card no)(?: (?:no|number|card))?(?<!^no)|"
                   r"(?:date )?joined(?: (?:on|at|date))?|(?:join|joining|registration|enrolment|enrollment)(?: date)?(?<!^joining)|(?:date )?registered(?: (?:on|at))?|member since|"
                   r"occupation|profession|job|nationality|ethnicity|ethnic group|religion|marital status|education|bmi|blood (?:pressure|group|type)|weight|height|place of birth|birthplace|skills?|hobb(?:y|ies)|interests?"),
    (Column.MADE, r"nguon|origin"),
    (Column.SENT, r"dau thoi gian|timestamp|thoi gian (?:gui|nop|dien)|ngay gio (?:gui|dien)"),
    (Column.PHONE, r"lien (?:lac|he) qua.*"),
    (Column.WHOSE, _WHOSE_ASKED),
    # What kind each is in a telephone's book: "Phone 1 - Label".
    (Column.OTHER, r"(?:phone|address|e mail|email|website|event|relation|im|custom field) ?\d* (?:label|type)|phonetic.*|name suffix|file as|photo|labels?|organization.*"),
    (Column.ADDRESS, r"(?:home |work )?address \d+ (?:formatted|street|value)"),
    (Column.OTHER, r".*\b(?:can cuoc|cccd|cmnd|cmt|dinh danh|ma (?:hoi|thanh) vien|ma hv|ho chieu|bhyt|bao hiem|bhxh|so the|ma so|"
                   r"dan toc|ton giao|trinh do|hoc van|nghe nghiep|nghe|chuc vu|chuc danh|que quan|nguyen quan|"
                   r"noi sinh|suc khoe|benh|nhom mau|can nang|chieu cao|huyet ap|hon nhan|so tien|"
                   r"hoi phi|dong phi|dong gop|qua|email|e mail|facebook|ngay cap|noi cap)\b.*"),
    (Column.OTHER, r"(?:tinh trang|hien trang) (?:dan|nha|von|vay|khoan|ga|heo|bo|vit|vat nuoi|con giong|suc khoe).*"),
    (Column.DIED, r"(?:ngay|nam|thoi gian)(?: thang nam)? (?:mat|chet|qua doi|tu tran)"),
    (Column.STATUS, r"ly do.*|.*\b(?:giam|ra khoi hoi)\b.*|(?:da |xin )?(?:chuyen(?: di| noi khac| sinh hoat| khau)?|"
                    r"mat|chet|qua doi|tu tran|nghi(?: sinh hoat)?|ra hoi|roi)"),
    (Column.OTHER, r".*\b(?:nam|ngay|thang|tuoi|thoi gian|thoi diem|ngay thang|ngay thang nam) "
                   r"(?:vao|tham gia|gia nhap|ket nap|chet|mat|cap|dang|doan|ket hon|nhap hoi|hoi|lap|ky)\b.*"),
    # What soldiers and members of parties are asked for besides: no home, and no birth.
    (Column.OTHER, r"(?!.*\b(?:ho|ten)\b).*\b(?:nhap ngu|xuat ngu|phuc vien|chuyen nganh|cap bac|quan ham|huan chuong|huy chuong|khen thuong|tham nien|"
                   r"chien truong|nhap hoi|ket nap|tuoi (?:quan|dang|hoi|doan|nghe|linh))\b.*|(?:ngay|nam|thang)(?: thang)?(?: nam)? (?:vao|vo)|(?:(?:ngay|nam|thang)(?: thang)?(?: nam)? )?(?:vao|vo) (?:hoi|dang|doan|clb|to|nhom)(?: ngay| nam)?"),
    (Column.SIGNATURE, r"ky|ky ten.*|chu ky.*|ky nhan.*|ky va ghi.*|diem chi|xac nhan.*|signatures?|signed|thumb ?print|fingerprint|ky xac nhan.*"),
    (Column.FULL_NAME, r"ho (?:va )?ten (?:va |/ )?(?:so )?(?:dien thoai|sdt|dt|(?:ngay )?(?:nam|thang nam|ngay) sinh|ns|sn|tuoi)"),
    (Column.OTHER, rf".*\b(?:{_FOR_THEM})\b.*\bquan he\b.*"),
    (Column.FULL_NAME, r"(?:ho (?:va )?ten |ten )(?:cac )?(?:chu ho va|(?:nhung |cac )?(?:nguoi|thanh vien|nhan khau) trong (?:ho|gia dinh|nha)).*"),
    (Column.OTHER, r".*\b(?:dong y|cho phep)\b.*\b(?:nhan tin|nhac|zalo|chup|hinh|anh|goi dien)\b.*"),
    (Column.CONSENT, _WANTS_IN),
    (Column.CONSENT, r".*\bdong y\b.*\b(?:luu|thong tin|du lieu|tham gia|ghi ten|vao|vo)\b.*|(?:y kien )?dong y|(?:su )?dong thuan|"
                     r"consent(?:ed)?(?: given)?|(?:has )?agree[sd]?(?: to join)?"),
    (Column.PHONE, rf"(?:{_PHONES})(?: lien (?:lac|he))? (?:cua |chung |cua ca |ca )*(?:ho(?: gia dinh| dan)?|gia dinh|nha)|"
                   rf"(?:{_PHONES})(?: lien (?:lac|he))? (?:cua )?nguoi (?:tham gia|cao tuoi|gia|dang ky|tap|vay|muon|trong danh sach|duoc .*)(?: .*)?"),
    (Column.CONTACT_PHONE, r".*\b(?:dien thoai|d thoai|sdt|so dt|dt|di dong|so may|so lien lac|phone)\b.*"
                           r"\b(?:nguoi|con|chau|than|ho|chu ho|bao tin|contact)\b.*"),
    (Column.CONTACT_PHONE, rf".*\b(?:{_FOR_THEM}|chu ho|ho gia dinh)\b.*\b(?:dien thoai|d thoai|sdt|so dt|dt|di dong|so may|phone)\b.*"),
    (Column.CONTACT_PERSON, rf".*\b(?:{_FOR_THEM}|con chau lien he|contact person|contact(?! (?:no|nos|number|numbers|tel|phone|mobile)\b)|next of kin|guardian|carer|caregiver)\b.*"),
    (Column.CONTACT_PHONE, r"(?:emergency|next of kin|guardian|carer|caregiver|relative|family|son|daughter|child(?:ren)?)(?: s)?(?: contact)? (?:phone|mobile|cell|tel|telephone|number|no)(?: (?:no|number))?"),
    (Column.CONTACT_PHONE, r"so (?:cua )?(?:con|chau|con chau|nguoi than)(?: (?:gai|trai|dau|re))?"),
    (Column.CONTACT_PERSON, r"(?:con|chau|con chau|nguoi than) (?:de )?(?:lien lac|lien he|bao tin|goi)|(?:lien lac|lien he|goi) (?:con|chau|con chau)"),
    (Column.RELATION, r"relation(?:ship)?(?: to (?:the )?(?:head|household head|hh head).*)?|(?:moi )?quan he(?: (?:voi|trong|cua)? ?(?:chu )?(?:ho|gia dinh|nha))?"),
    (Column.PHONE, r".*\b(?:dien thoai|d thoai|dthoai|sdt|s d t|so dt|so d t|dtdd|di dong|so may|zalo|phone|mobile|cell|cellphone|whatsapp|viber|telephone|tel|contact (?:no|nos|numbers?)|"
                   r"so lien lac|so lien he|lien lac|goi so|so goi)\b.*|may|d ?t|dt \d.*|dt (?:lien|di|nha|ban|rieng|ca nhan).*|lien he"),
    (Column.NICKNAME, r"(?:ten )?(?:xom|lang|ba con|hang xom|o nha)? ?(?:keu|hay goi|quen goi)(?: la)?|.*\b(?:ten (?:thuong )?goi|thuong goi|bi danh|ten khac|biet danh|ten o nha|goi la|nickname|preferred name|known as|alias|also called)\b.*"),
    (Column.FULL_NAME, r"(?:ho (?:va )?)?ten (?:cua )?(?:hai |cac )?(?:vo chong|chong vo|ong ba|(?:chong|ong) va (?:vo|ba)|vo va chong|ong,? (?:ho )?ten ba|chong,? (?:ho )?ten vo)"),
    (Column.OTHER, r".*\b(?:chu ho|ten (?:vo|chong|cha|me|con|bo)|ho ten (?:vo|chong|cha|me|con|bo))\b.*"),
    (Column.FAMILY, r"ho|ho (?:va |, )?(?:ten )?(?:dem|lot|chu lot|chu dem)|ho (?:va )?(?:chu )?lot|ho (?:va )?chu dem|"
                    r"(?:family|last) names?|surnames?|ho va ten (?:ho|ho dem|ho lot|ho va dem|ho va lot|ho chu lot|ho va chu lot)|"
                    r"ho ten (?:ho|ho dem|ho lot|ho va dem)"),
    (Column.MIDDLE, r"(?:chu |ten )?(?:dem|lot)|middle names?"),
    (Column.GIVEN, r"ten|(?:first|given) names?|forenames?|ho va ten ten|ho ten ten"),
    (Column.MALE, r"nam|(?:nam sinh|ngay sinh|nam sinh tuoi|ngay thang nam sinh|gioi tinh|gioi|phai|tuoi|sinh nam)(?: la)? nam(?: gioi)?|male|nam gioi|la nam|(?:p|phai|gioi|gt|danh dau|tich|dau) (?:la )?nam(?: gioi)?|nam (?:danh(?: dau)?|tich|dau|ghi) x"),
    (Column.FEMALE, r"nu|(?:nam sinh|ngay sinh|nam sinh tuoi|ngay thang nam sinh|gioi tinh|gioi|phai|tuoi|sinh nam)(?: la)? nu(?: gioi)?|female|nu gioi|(?:la )?(?:nu|phu nu)|(?:p|phai|gioi|gt|hv|hoi vien|danh dau|tich|dau) (?:la )?nu(?: gioi)?|nu (?:danh(?: dau)?|tich|dau|ghi) x"),
    (Column.SEX, r".*\b(?:gioi tinh|gioi|phai|g tinh|gioi t|gtinh|gender|sex|danh xung|xung ho|salutation|title|(?:name )?prefix|honorific(?: prefix)?|kinh xung)\b.*|g ?t|m f|f m|nam nu|nu nam|(?:.* )?nam (?:hay|hoac) (?:la )?nu|nam hoac nu|nam,? ?nu"),
    (Column.DAY, r"(?:(?:ngay thang nam sinh|ngay sinh|nam sinh|sinh) )?(?:ngay|ng)"),
    (Column.MONTH, r"(?:ngay thang nam sinh|ngay sinh|nam sinh|sinh) (?:thang|th)|th|thang(?: sinh)?"),
    (Column.BIRTH, r".*\b(?:nam sinh|ngay sinh|sinh nam|sinh ngay|thang nam sinh|ngay thang nam|"
                   r"year of birth|date of birth|birth|birthday|birthdate|dob|d o b|yob|born|ntns|nt ns|ntn sinh|n sinh)\b.*|"
                   r"ns|sn|sinh|nam|ng sinh|(?:ngay )?duong lich|ngay duong|tuoi gi|tuoi con(?: gi| giap)?|con giap|cam tinh|(?:tuoi )?can chi|tuoi am(?: lich)?"),
    (Column.FULL_NAME, r".*\b(?:ho va ten|ho ten|ho & ten|ho va chu ten|full name|ten (?:thanh|hoi) vien|ten nguoi|"
                       r"ho(?: va)?(?: ten| chu)? (?:dem|lot)(?: va)? ten|ten nct|ten cu|(?:toi )?ten(?: toi)? la|ten viet|ten tieng viet|quy danh|danh tinh|ten day du)\b.*|name|thanh vien|hoi vien|"
                       r"nguoi cao tuoi|nct|ten day du|ho ?, ?ten|hvt|names?|(?:names? of )?(?:the )?(?:club )?(?:members?|participants?|person|people|elders?|older persons?|beneficiar(?:y|ies))(?: names?)?|ho va ten.*|ten ho|ten tuoi"),
    (Column.AGE, r"tuoi.*|may tuoi.*|(?:duoc )?bao nhieu tuoi.*|so tuoi.*|do tuoi.*|ages?(?: in years)?(?: \d{4})?|.*\btuoi (?:nay|nam|tinh)\b.*|.*\btuoi"),
    (Column.POOR, r"ho ngheo|ngheo|poor(?: household| hh)?"),
    (Column.NEAR_POOR, r"(?:ho )?can ngheo|near poor(?: household)?"),
    (Column.DISABLED, r"(?:nguoi )?khuyet tat|tan tat|disabled|disability|with (?:a )?disabilit(?:y|ies)"),
    (Column.HARDSHIP, r"kho khan|ho kho khan"),
    (Column.CIRCUMSTANCES, r".*\b(?:hoan canh|dien(?! tich)|doi tuong|loai ho|ho ngheo|gia canh|circumstances)\b.*"),
    (Column.STATUS, r"(?:is )?(?:still )?(?:a )?(?:(?:still|current) member|active|enabled|deleted|removed|deceased|dead|moved|archived)(?: (?:at|on|date))?|(?:left|moved)(?: (?:at|on|date))|"
                    r"(?:con|dang)(?: (?:sinh hoat|hoat dong|tham gia))|ngay (?:xoa|roi(?: nhom| hoi| clb)?|ra (?:hoi|nhom|clb))|da (?:xoa|roi (?:nhom|hoi|clb))"),
    (Column.STATUS, r".*\b(?:trang thai|tinh trang|hien trang|bien dong|status|con song|da mat)\b.*"),
    (Column.NOTE, r"(?:viec|noi dung|su viec|dien bien)(?: gi| tham(?: hoi)?)?|.*\b(?:ghi chu|g chu|ghi them|chu thich|luu y|y kien|notes?|remarks?|comments?)\b.*|gc|ghi(?: lai| gi)?|dien giai|noi ro|can ghi"),
    (Column.ADDRESS, r".*\b(?:dia chi|cho o|noi o|noi cu tru|cu tru|thuong tru|tam tru|ho khau|hktt|noi thuong tru|address|"
                     r"village|hamlet|ward|commune|so nha|to dan pho|khu pho|khu dan cu|dia ban|thon|xom|khom|chi hoi(?! truong)|to dan cu|cu ngu)\b.*|"
                     r"nha|nha o|o|(?:dang |hien )?(?:song |o )tai|(?:o |nha o |nha )?to may.*|.*\bo (?:to|ap|xom) (?:may|nao|so may)|ngu(?: tai)?|(?:ap|xom|khu) nao.*|(?:nha )?o dau|cho o dau|(?:thuoc |sinh hoat )?(?:to|tdp)(?: nhan dan| nd| lien gia| dan cu| dan pho)?(?: tu quan| tq| ndtq| nd| dc| dp| doan ket| hoi| sh| sinh hoat)?(?: so)?|ap|kp|dc|d c|khu|xa|phuong|duong|to ap|ap to|to so|to hoi|xa phuong|phuong xa|tdp|hem|doi|(?:so nha )?(?:ngo|ngach|kiet)(?: ngach)?|ban|buon|bon|lang|soc|phum|giao (?:ho|khu|xom)|group (?:no|number)|khu vuc|cum|nha so"),
    (Column.ADDRESS, rf"{_UNITS_ASKED}|{_WHERE_ASKED}|add|addr|street(?: name)?|house (?:no|number)|group|sub ?group|district|province|city|place|lives (?:in|at)|where (?:he |she |they )?lives?|residence|neighbou?rhood|quarter"),
)  # fmt: skip
_COMPILED = tuple((key, Pattern(rule)) for key, rule in _RULES)
_ANY = Pattern("|".join(f"(?:{rule})" for _, rule in _RULES))
"""Most cells are no head: that is asked at once."""
_LONGEST = 80
_LONGEST_TYPED = 4 * _LONGEST
"""With the white space that a head may have in it."""
_WHOSE = Pattern(r" (?:cua )?(?:tnv|hv|nct|hoi vien|tinh nguyen vien|nguoi cao tuoi|ong ba|cu)$")
_OF_SOMEBODY = Pattern(
    r"\d{1,3} ?(?:tuoi|t)|(?:khong|ko|k|kg|khg|hong|chua) (?:co |xai |dung |biet )?(?:so )?(?:dien thoai|sdt|so dt|dt|so|zalo|may)"
)
"""What stands below heads and has their words: "88 tuổi", "không có điện thoại"."""
_MOST_WORDS = 6
_BESIDE = Pattern(r"[(\[{].*?(?:[)\]}]|$)")
_HAN = Pattern(r"[\u3400-\u9fff]+")
_SIGNS = Pattern(r"[^\w#&,]+|[,_]")


@lru_cache(maxsize=1024)
def plain_head(text: str) -> str:
    """A head as it is compared: "Năm sinh (dương lịch)*" → "nam sinh"."""
    line = single_line(text)
    if _HAN.search(line) and (bare := _HAN.sub(" ", line).strip()):
        # "性別 Phái": the same in two languages.
        line = bare
    bare = _BESIDE.sub(" ", line)
    return " ".join(_SIGNS.sub(" ", fold(bare if bare.strip(" *:.") else line)).split())


@lru_cache(maxsize=1024)
def column_of_head(text: str) -> Column | None:
    """What a head says its column tells; None where its words are unknown."""
    # A page of words isn't made one line to see that it is no head.
    line = single_line(text) if len(text) <= _LONGEST_TYPED else ""
    if not line or len(line) > _LONGEST:
        return None
    head = plain_head(line)
    if line.startswith("(") and ("ky" in head.split() or "ghi" in head.split()):
        # "(Ký, ghi rõ họ tên)" stands below a list.
        return None
    if _OF_SOMEBODY.fullmatch(head):
        return None
    head = _HIS_OWN.sub("", head)
    if not _ANY.fullmatch(head):
        # "NS TNV" is the birth of "Tình nguyện viên".
        head = _WHOSE.sub("", head)
    if not _ANY.fullmatch(head):
        return None
    key = _key_of(head)
    if key is Column.OTHER and (bare := _BY_PAPERS.sub("", head)) not in ("", head):
        # "Ngày sinh theo CCCD" is what it begins with.
        told = _key_of(bare) if _ANY.fullmatch(bare) else None
        key = told if told in _IN_PAPERS else key
    if key is Column.PHONE and _OF_KIN.search(fold(line)):
        # "ĐT (con)".
        return Column.CONTACT_PHONE
    return _by_accents(line, head, key)


_OF_KIN = Pattern(
    r"\((?:so |cua |ghi )*(?:con|chau|vo|chong|hang xom|than nhan|nguoi (?:nha|than|lien he|cham soc|bao tin))\b[^()]{0,20}\)"
)
_BY_PAPERS = Pattern(
    r" (?:(?:ghi|dung|giong|nhu|y) )*(?:theo|trong|tren|tai|nhu|giong|dung) (?:the |so |giay |to )*"
    r"(?:cccd|cmnd|cmt|can cuoc|bhyt|bao hiem|ho chieu|dinh danh)\b.*"
)
"""By which papers something is asked for."""
_IN_PAPERS = frozenset((Column.FULL_NAME, Column.BIRTH, Column.SEX, Column.ADDRESS))


def _key_of(head: str) -> Column:
    return next(key for key, rule in _COMPILED if rule.fullmatch(head))


def _by_accents(line: str, head: str, key: Column) -> Column | None:
    """ "Năm" is a year and "Nam" a man, "Họ" a head and "Hồ" somebody: folded they are alike."""
    if head == "ho" and not is_typed(line.lower().strip(" *:."), "họ"):
        return None
    if head == "ban" and not is_typed(line.lower().strip(" *:."), "bản"):
        # "Ban" is a board.
        return None
    if head == "o" and not is_typed(line.lower().strip(" *:."), "ở"):
        return None
    if head == "ngu" and not is_typed(line.lower().strip(" *:."), "ngụ"):
        # "Nhập ngũ" over two lines.
        return None
    if head == "nam" and is_typed(line.lower().strip(" *:."), "năm") and not line.isascii():
        return Column.BIRTH
    if head.startswith(("nam sinh nam", "ngay sinh nam", "ngay thang nam sinh nam")):
        last = line.lower().split()[-1].strip(" *:.()")
        return Column.YEAR if last == "năm" else key
    return key


def is_sub_head(text: str) -> bool:
    """Whether words can stand in a second line of heads: "Nam", "Ngày", "Tên", "(1)"; no sentence can."""
    if len(text.split()) > _MOST_WORDS:
        return False
    return column_of_head(text) is not None or is_numbering(text) or fold(text) in _OF_WHOM


_UNIT = Pattern(
    r"\W*(?:[mc]m ?hg|mmol ?/ ?l|mg ?/ ?d?l|g ?/ ?d?l|k?g|kgs|ky|[cm]?m|met|l(?:an)? ?/ ?(?:p|phut)|nhip(?: ?/ ?(?:p|phut))?|bpm|"
    r"%|[°º]? ?c|lit|ml|dong|vnd|nghin(?: dong)?|ngan(?: dong)?|ngd|trieu(?: dong)?|trd|m2|ha|buoi|lan|gio|phut|kg ?/ ?m2?)\W*"
)


def is_unit(text: str) -> bool:
    """Whether it says in what a column is measured: "mmHg", "(kg)", "l/p", "1000đ"."""
    return bool(_UNIT.fullmatch(fold(text)))


_HIS_OWN = Pattern(r" (?:cua )?(?:ban than|chinh chu)$")
_OF_WHOM = frozenset(
    ("ban than", "nguoi than", "cua minh", "cua con", "gia dinh", "nguoi nha", "chinh chu")
)
"""Below "Điện thoại": whose number it is."""


def is_numbering(text: str) -> bool:
    """Whether it numbers or letters a column: "(1)", "3", "A", "5=3+4", "-1" as a spreadsheet reads it."""
    return bool(re.fullmatch(r"[(\[-]?\s*(?:\d{1,2}|[A-Z])\s*[)\]]?(?:\s*=.*)?", text.strip()))


def sexes_of_head(head: str) -> dict[str, str]:
    """What marks stand for by the head over them: {"n": "nu"} for "GT (N = nữ)", "SEX (2=F)"."""
    by_sign = re.findall(
        r"\b(\w{1,2})\s*(?:[:=\-–]|\bla\b)+\s*(nam|nu|male|female|m|f)\b", fold(head)
    )
    by_blank = re.findall(r"\b(\d)\s*(nam|nu)\b", fold(head))
    behind = re.findall(
        r"\b(nam|nu|male|female|m|f)\s*(?:[:=]|\b(?:la|ghi|danh(?: dau)?|dau|tich|viet)\b)+\s*(\w{1,2})\b",
        fold(head),
    )
    told = {mark: sex for sex, mark in behind} if not by_sign else {}
    said = told | dict(by_blank) | dict(by_sign)
    return {mark: "nam" if sex in ("nam", "m", "male") else "nu" for mark, sex in said.items()}

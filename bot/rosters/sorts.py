"""Headings that sort people by what they are, and not by where they live: "Nhóm 60 - 69 tuổi", "Tổ nữ"."""

from __future__ import annotations

from functools import lru_cache

from bot.language.patterns import Pattern
from bot.language.text import fold, single_line

_TEAM = r"(?:nhom|to|doi|cum|chi hoi|phan hoi|chi|ho|clb|khoi|lop|hang|dien|muc|phan)"
_CLASS = r"(?:(?:nhom|khoi|lop|hang|dien|muc|phan)(?: (?:thu )?(?:\d{1,2}|[ivx]+)\s*[:.,–-])?)"
"""What counts such groups: "Nhóm 1: 60-69 tuổi"; "Tổ 1: nữ" says where they live as well."""
_NOT_CLASS = r"(?:to|doi|cum|chi hoi|phan hoi|khu|khu pho|khom|xom|ap|thon)"
_AGE = r"(?:[4-9]\d|1[01]\d)"
_RANGE = rf"(?:tu |khoang )?(?:du )?{_AGE}\s*(?:t|tuoi)?\s*(?:[-–—~]|den|toi)\s*(?:duoi )?{_AGE}"
_BOUND = rf"(?:tu|tren|duoi|hon|du|ngoai)(?: du)? {_AGE}|{_AGE} ?\+|u ?{_AGE}"
_ON = r"(?: (?:tro (?:len|xuong|di)|ca nam lan nu))?"
_BY_AGE = Pattern(
    rf"(?:{_CLASS}:? )?(?:(?:{_RANGE}|{_BOUND})(?:\s*(?:t|tuoi))?|{_AGE}\s*(?:t|tuoi)){_ON}"
    rf"|(?:{_NOT_CLASS} )?(?:{_RANGE}|{_BOUND}|{_AGE})\s*(?:t|tuoi){_ON}"
    rf"|(?:(?:{_CLASS}|{_NOT_CLASS}):? )?(?:(?:do|lua|co) )?tuoi:? (?:{_RANGE}|{_BOUND}|{_AGE}){_ON}"
)
"""Ages, in whatever words: "Độ tuổi 70-79", "Cụm từ 80 tuổi trở lên", "Nhóm U70"."""
_BY_BIRTH = Pattern(rf"(?:(?:{_CLASS}|to|doi):? )?(?:(?:nhung )?(?:nguoi )?sinh|nam sinh) .*\d\d.*")
_BY_SEX = Pattern(
    r"(?:nhom|doi|chi hoi|phan hoi) (?:(?:hoi|thanh) vien |cac )?(?:nam(?: gioi)?|ong|cu ong)|"
    rf"{_TEAM} (?:(?:hoi|thanh) vien |cac )?(?:nu(?: gioi)?|phu nu|ba|cu ba)"
)
_BY_STATE = Pattern(
    rf"(?:{_CLASS}|{_TEAM}):? (?:(?:nhung |cac )?(?:nguoi|hoi vien|thanh vien|ho|cu|ba con)\b )*"
    r"(?:(?:da |dang |con |chua |khong |hay |it |di |rat |bi |duoc |thuong |huong )*(?:"
    r"(?:can )?ngheo|kho khan|khuyet tat|tan tat|neo don|don than|co don|song mot minh|benh|om|yeu|khoe(?: manh)?|suc khoe|gia yeu|cao tuoi|"
    r"chuyen can|deu|vang|nghi|tich cuc|nong cot|no|thieu|dong|nop|vay|tra|tro cap|luong(?: huu)?|huu tri|bhyt|bao hiem|chinh sach|co cong|"
    r"moi (?:vao|vo|ket nap|tham gia)|du (?:tien|quy)|loai [abc123])\b|(?:it|hay|chua|khong) (?:di|den|hop|tham gia|sinh hoat)\b).*"
)
_NO_ACCENTS = Pattern(r"[a-z0-9 .:,–+-]*")
_MEANT = Pattern(
    r"nghèo|khó khăn|tật|neo đơn|đơn thân|cô đơn|một mình|bệnh|ốm|yếu|khỏe|khoẻ|cao tuổi|chuyên cần|đều|vắng|nghỉ|tích cực|nòng cốt|nợ|thiếu|"
    r"đóng|nộp|vay|trả|trợ cấp|lương|hưu trí|bhyt|bảo hiểm|chính sách|có công|mới (?:vào|vô|kết|tham)|đủ|loại|ít|hay|chưa|không|nữ|phụ nữ|bà|nam|ông"
)
"""The same words with their accents: "Tổ Yên" is a name, "nhóm yếu" is none."""


@lru_cache(maxsize=8192)
def sorts_people(text: str) -> bool:
    """Whether words head people of one age, sex, state or diligence: it is nobody's home."""
    line = single_line(text).strip(" :.-*")
    folded = fold(line)
    if _BY_AGE.fullmatch(folded) or _BY_BIRTH.fullmatch(folded):
        return True
    is_meant = bool(_NO_ACCENTS.fullmatch(line.lower()) or _MEANT.search(line.lower()))
    return is_meant and bool(_BY_SEX.fullmatch(folded) or _BY_STATE.fullmatch(folded))


def without_sort(line: str) -> str:
    """The place that a heading names before whom it is of: "Tổ 3 - người cao tuổi", "Nhóm 1: 60-69 tuổi"."""
    found = _BETWEEN.search(line)
    if found is None:
        return line
    behind = line[found.end() :].strip()
    return line[: found.start()].strip() if sorts_people(behind) or _is_sort(behind) else line


_BETWEEN = Pattern(r"\s*[:,]\s+|\s+[-–—]\s+|\s*:\s*")


def _is_sort(words: str) -> bool:
    """Whether words would sort people behind "nhóm": "người cao tuổi", "nữ"."""
    return sorts_people(f"nhóm {words}")

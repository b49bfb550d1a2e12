"""The likeliest accents of names that were typed without any: a proposal, never what is kept unasked.

Counted over some three thousand names of southern lists; where a man and a woman are called
differently, the middle name tells which.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.text import fold


def _readings(words: str) -> Mapping[str, str]:
    """By the word without its accents; of two the first stands."""
    found = dict[str, str]()
    for word in words.split():
        found.setdefault(fold(word), word)
    return found


_FAMILY = _readings(
    "nguyễn trần lê phạm hoàng huỳnh võ vũ đặng bùi hồ ngô ơng lý đinh đoàn trịnh đào lương "
    "trương châu phùng quách tăng thái vương thạch kiều hứa tôn phan lâm hà cao tô từ mai đỗ tạ "
    "la mạc sơn kim danh tống lưu khưu trang diệp liêu lữ bạch viên giang kha nghiêm"
)
_MIDDLE = _readings(
    "thị văn anh bá bạch bảo bảy bé bích cẩm chí công đăng đình đức duy hải hoàng hồng hữu kim lệ "
    "minh mười mỹ ngọc phú phước phương quang quốc tấn thanh thành thảo thu thúy trọng trung tường "
    "tuyết út xuân thiện thế lan hương khắc gia như quý thái vĩnh viết nhật diệu ánh tiến mạnh thúc sĩ tài"
)
_LAST = _readings(
    "an ánh ba bảy bé bền bích bình bông bổn bưởi bửu cẩm cang cảnh chánh châu chi chiến chín chính "
    "chót chung chuyên cúc cưng cường cứu danh đại đẹp điểm điệp diễm diệu định dung đông đủ được em "
    "én gái gấm giàu giang hà hai hạnh hảo hằng hậu hiệp hiếu hoài hợi hồng huệ huy ích kế khải "
    "khang khánh khen khéo khôi khuê khuyên kiên kiệt kim lạc lài lâm lan lành lập lến lệ liên liễu "
    "loan lộc lợi long lụa kiều quý nhỏ như  lực lựu lý mai mận mạnh mật mây mến mẹo miền minh mơ mười mừng mỹ "
    "na nết nga ngân ngãi nghĩa nghiệp ngọ ngọc ngọt nguyên nguyệt nhạn nhanh nhơn nhung nhựt nở nụ "
    "nuôi oanh ơn phấn phát phi phong phú phúc phước phượng quang quế quới quyên quỳnh rạng "
    "rành rớt sang sáu sen soan sơn sương sửu tài tấn tèo thảo thắm thắng thân thêm thiện thiệt "
    "thìn thịnh thọ thoa thơm thuận tiến tiếng toàn tòng tốt trang trâm trí trinh trọng trúc trung "
    "tuấn tùng tươi tường tuyền tuyết tỵ uyên ửng út vàng vinh vui vượng xinh xoàn xuân xuyến yến "
    "tám thu tư tú khá mười linh nhi vy thơ hân duyên trà my ly lượm chắc sâm sáng tý tính tín vững vĩ khoa phùng ký kỷ mão mót mùi dần rô thường thưởng viễn khỏe kiệm sa sanh thâu sử nhài khoát đượm khương "
    "đào đạt đức điền thạch nhiều nhường năng xê bốn tám năm lắm hiền hòa hương tâm ơng đậm"
)
_WOMANS = _readings("dung hoa hường thanh thủy vân năm tư nhàn")
_MANS = _readings("dũng hòa thành nhân nam tư thủy lượng hiển vân đức")


def with_accents(name: str) -> str | None:
    """A full name as it is most likely written; None where any of its words isn't known.

    >>> with_accents("Nguyen Thi Sau")
    'Nguyễn Thị Sáu'
    """
    words = fold(name).split()
    if len(words) < 2:
        return None
    family = _FAMILY.get(words[0])
    between = [_MIDDLE.get(word) for word in words[1:-1]]
    own = _WOMANS if "thị" in between else _MANS if "văn" in between else {}
    last = own.get(words[-1]) or _LAST.get(words[-1])
    readings = [family, *between, last]
    if None in readings:
        return None
    found = " ".join(each.title() for each in readings if each)
    return found if found != name else None


_USUAL = frozenset((*_FAMILY.values(), *_MIDDLE.values(), *_LAST.values()))


def is_usual(word: str) -> bool:
    """Whether names are written so, with these accents."""
    return word.lower() in _USUAL

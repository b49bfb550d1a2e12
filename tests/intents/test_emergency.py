"""Words of danger as they are typed in a hurry, and harmless words that look like them."""

from __future__ import annotations

import unicodedata

import pytest

from bot.intents.emergency import Emergency, find_emergency

DANGERS = {
    Emergency.ILLNESS: (
        "bà ngoại khó thở, kho tho qua, cô khó thở, co kho tho qua, ba te nga roi con oi, te nga, "
        "ba bi te, bà té, má té trong phòng tắm, té, moi te cau thang, đau ngực quá, dau nguc, "
        "cứu, cuu, cứu tôi với, cuu toi voi, cứu bà với, cuu ba voi, cứuuuu, cuuuuu toiii, "
        "cấp cứu, cap cuu, CẤP CỨU!!!, goi xe cap cuu, gọi 115, 115, tai bien, ba bi tai bien roi, "
        "đột quỵ, đột quị, dot quy roi, ong dot quy, bi ngat roi, bà xỉu rồi, tê nửa người, "
        "tự tử, muon tu tu, muốn tự tử, tôi định tự tử, muon chet, khong muon song nua, "
        "uong thuoc sau, dang hop thi ba te xiu, bij te1, ddau nguwcj, "
        "tai biến năm ngoái giờ lại bị nữa, chest pain, my mother has fallen, "
        "gọi bà không tỉnh, kêu hoài không dậy, ông nằm bất động, ong guc xuong roi, má tím tái, "
        "somebody collapsed at the meeting"
    ),
    Emergency.FIRE: "cháy, cháy nhà rồi, chay nha, chay nha roi, nha bi chay, xi ga, 114, "
    "mùi ga nồng nặc cả bếp, mui ga nong nac, bình ga xì xì hoài, mùi gas nồng lắm, bình gas bị xì",
    Emergency.VIOLENCE: (
        "bị đánh, bi danh, nó đánh tôi, no danh toi, chong danh toi, đánh tôi, 113, 111, "
        "đe dọa giết tôi"
    ),
    Emergency.FALL_OR_NUMBNESS: "te, tê, te quá con ơi, te qua, ba te, te con oi",
    Emergency.UNCLEAR: (
        "tu tu, nga, Nga, ngã, danh toi, xe cap cuu, tê tay, te chan, bị tê, bi roi, roi xuong, "
        "dấu hiệu đột quỵ, đau muốn chết, khi nào gọi cấp cứu, "
        "goi ba khong tinh, bà không dậy được, khong con tho, mui ga nong qua"
    ),
}


@pytest.mark.parametrize(
    ("typed", "danger"),
    [(typed, danger) for danger, forms in DANGERS.items() for typed in forms.split(", ")],
)
def test_danger_comes_first(typed: str, danger: Emergency) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper(), f" {typed}!! "):
        assert find_emergency(form) is danger


@pytest.mark.parametrize(
    "typed",
    [
        "từ từ", "tu tu nha con", "tu tu roi lam", "tập huấn sơ cấp cứu", "tap huan so cap cuu",
        "hỏi mượn xe cấp cứu của trạm", "co kho tho moi vao duoc", "có kho thợ mới vào được",
        "dot quy che", "đợt quy chế", "dot quy che moi", "Nguyễn Thị Nga", "chị Nga", "cô Nga",
        "không dậy được sớm", "con khong con thoi gian", "bầu cử năm bất đồng",
        "hội cựu chiến binh", "hoi cuu chien binh", "hoi cuu toi du", "ăn chay", "an chay", "chay",
        "chạy bộ", "bánh tét", "bán cháy hàng", "con bo bi tieu chay cho uong gi", "bi ia chay nha hong co thuoc", "hang ban chay nha con", "mùi gà nướng", "mui ga nuong", "nắp hố ga hư", "ro ga con", "phòng cháy chữa cháy", "phong te nga",
        "ăn gì cho khỏi bị xỉu", "uong sao cho khoi bi xiu", "mang giày gì để đỡ bị té", "vịn tay kẻo té xuống",
        "tập huấn phòng té ngã", "chuyên đề đột quỵ", "sau tai biến", "họp tại biển",
        "hop tai bien long hai", "tai bien ban", "bị đánh giá thấp", "bi danh sach thieu ten",
        "mệt muốn chết", "nong muon chet", "tai biến năm 2019", "từng bị đột quỵ",
        "ông bị tai biến mấy năm nay", "te nan xa hoi", "moi te nan", "danh ba dien thoai",
        "nhà ở ngã ba", "chú ngã ba sông", "xíu nữa", "bi ngat dien", "con muon tu tu lam",
        "cứu trợ lũ lụt", "nghiên cứu với nhau", "gọi 115 mất tiền không", "goi 113 co ton tien khong",
        "xin lại giấy tờ bị cháy", "cháy nhà mất hết giấy tờ, làm lại ở đâu",
        "lam the bao hiem y te mat bao lau", "kinh te qua kho khan", "thuc te roi",
        "toi bi tai bien yeu nua nguoi muon tham gia co duoc khong", "0912115114", "tư vấn", "tu van", "không", "", "👵",
    ],
)  # fmt: skip
def test_no_danger(typed: str) -> None:
    for form in (typed, unicodedata.normalize("NFD", typed), typed.upper()):
        assert find_emergency(form) is None


@pytest.mark.parametrize("typed", ["111", "113", "114", "115", "１１５"])
def test_where_a_number_is_asked_these_are_numbers(typed: str) -> None:
    assert find_emergency(typed) is not None
    assert find_emergency(typed, number_asked=True) is None
    assert find_emergency("gọi 115", number_asked=True) is Emergency.ILLNESS


@pytest.mark.parametrize("typed", ["Nga", "nga", "te", "Tê", "cuu", "tu tu", "tê tay", "bà Tê"])
def test_where_a_name_is_asked_a_word_that_may_be_one_is_one(typed: str) -> None:
    assert find_emergency(typed, name_asked=True) is None


@pytest.mark.parametrize("typed", ["cứu", "cháy", "115", "cuu toi voi", "bà té ngã", "kho tho qua"])
def test_danger_is_heard_where_a_name_is_asked(typed: str) -> None:
    found = find_emergency(typed, name_asked=True)
    assert found is not None
    assert not found.is_asked


STORY = "buổi đầu câu lạc bộ sinh hoạt vui lắm, có nhiều người tới, ai cũng khỏe. " * 8


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("cứu với, có người té bất tỉnh", Emergency.ILLNESS),
        ("cuu voi co nguoi te bat tinh", Emergency.ILLNESS),
        ("rồi bà bị bất tỉnh", Emergency.UNCLEAR),
        ("năm ngoái bà bị tai biến", None),
        ("tập huấn phòng tránh đột quỵ", None),
        ("ghi tên cho má tôi", None),
    ],
)
def test_a_long_text_is_a_story_unless_it_calls_for_help(
    said: str, meant: Emergency | None
) -> None:
    assert find_emergency(f"{STORY} {said} {STORY}") is meant
    asked = None if meant is Emergency.UNCLEAR else meant
    assert find_emergency(f"{STORY} {said} {STORY}", name_asked=True) is asked

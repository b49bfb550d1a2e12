"""What an intent is about: persons, stored data, events and moments, codes, forms of address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.domain.events import USUAL
from bot.intents.accused import OFFICE_IN_SHORT, about_of
from bot.intents.address_form import form_of
from bot.intents.admitting import called_of, persons_of, relation_of, without_neighbour
from bot.intents.attending import Lean, read_attendance
from bot.intents.event_kinds import kind_spoken_of
from bot.intents.hints import Hints
from bot.intents.message import Message, read_message, removed
from bot.intents.moving import hour_named, moved_to
from bot.intents.phrases import Phrases, written
from bot.intents.scene import Scene
from bot.intents.understanding import (
    About,
    Accused,
    Addressed,
    Admitted,
    Attending,
    Danger,
    Endangered,
    Entities,
    Going,
    Inquired,
    Intent,
    Invited,
    Owned,
    Phoned,
    Revealed,
    Scheduled,
    Secret,
    Spoken,
    Stated,
    Wanted,
    Way,
)
from bot.intents.values.moments import read_moment
from bot.intents.whom import person_of
from bot.intents.whose_kin import kin_of_another
from bot.language.patterns import Pattern

Part = str | None
"""What the likeliest class of an intent says beside it."""


# Stored data

_FIELDS: tuple[tuple[str, Phrases], ...] = (
    ("sharing", Phrases(r"(chia sẻ|cho|gửi|đưa|báo|nộp|lộ|share|sharing|with|to|xem|coi|biết)( \S+){0,4} (xã|ủy ban|phường|commune|office|người khác|bên ngoài|ai khác|cho ai|ai)|chia sẻ|sharing|share|đăng (hình|ảnh)|hình|ảnh|fanpage|xã (coi|xem|biết|thấy)")),
    ("circumstances", Phrases(r"hoàn cảnh|(hộ )?(cận )?nghèo|khuyết tật|tàn tật|tật|khó khăn|neo đơn|thương binh|góa|(sống|ở) (có )?một mình|điếc|mù|liệt|cụt( chân| tay)?|cắt chân|cut chan|bệnh tình|bệnh|illness|circumstances|poor|disab\w+|widow\w*")),
    ("phone", Phrases(r"số (điện thoại|máy|phone|di động|liên lạc|zalo|mới|cũ)|điện thoại|phone|(?<!house )number|số(?! nhà| huyết áp| \d{1,3}\b)", r"0\d{3} ?\d+")),
    ("year", Phrases(r"năm sinh|ngày sinh|sinh năm|sinh ngày|sinh|tuổi|born|birth|birthday|age|year|[12][09]\d\d|(ghi|trật|sai|lộn) (\S+ )?năm")),
    ("address", Phrases(r"địa chỉ|chỗ ở|nhà ở|nơi ở|(?<!giấy )(tổ|ấp|khu phố|thôn|xóm|đường|hẻm|xã|phường) \S+|address|street|nhà|số nhà|(ở|nhà|sang|không phải) (\S+ ){0,2}số \d{1,3}|đ c")),
    ("sex", Phrases(r"giới tính|(là|ghi|thành) (nam|nữ|đàn ông|đàn bà)|nam hay nữ|nữ|đàn bà|đàn ông|sex|gender|male|female")),
    ("reminders", Phrases(r"nhắc|nhắn|tin nhắn|reminders?")),
    ("registration", Phrases(r"đơn|đăng ký|ghi danh|registration")),
    ("called", Phrases(r"gọi là|kêu là|cách gọi|tên gọi|(gọi|kêu) (tôi|tui|em|bác|má|ba|mẹ) (bằng|là)|cách ghi|called")),
    ("name", Phrases(r"họ (của|là|tên|đệm)|họ tên|họ và tên|tên họ|(sai|lại|nhầm|lộn) họ|tên|chữ lót|chữ \S+|viết hoa|dấu|surname|name|spell\w*|spelt|chính tả")),
)  # fmt: skip


def what_of(message: Message, intent: Intent) -> str | None:
    """Which of the stored data is meant, the surest word first."""
    line = message.line
    order = [field for field, _ in _FIELDS]
    if intent is not Intent.WITHDRAW_CONSENT:
        order.remove("sharing")
        order.append("sharing")
    fields = dict(_FIELDS)
    found = {field: fields[field].find(line) for field in order}
    hits = [field for field in order if found[field]]
    if not hits:
        return None
    if intent is Intent.WITHDRAW_CONSENT and _STRONG["sharing"].find(line):
        return (
            "sharing"
            if not _STRONG["circumstances"].find(line) or "sharing" in hits[:1]
            else hits[0]
        )
    strong = [field for field in hits if _STRONG.get(field) and _STRONG[field].find(line)]
    return (strong or hits)[0]


_STRONG: dict[str, Phrases] = {
    "name": Phrases(r"họ (của|là)|họ tên|họ và tên|tên|name|chữ lót|chính tả"),
    "year": Phrases(r"năm sinh|ngày sinh|sinh năm|tuổi|sinh|born|birth"),
    "phone": Phrases(r"số điện thoại|điện thoại|số máy|phone|số (liên lạc|zalo|di động)"),
    "address": Phrases(r"địa chỉ|đ c|số nhà|chỗ ở|address|dọn|chuyển (nhà|qua|về)"),
    "sex": Phrases(r"giới tính|nam hay nữ|(là|ghi) (nam|nữ)|sex|gender|đàn (ông|bà)"),
    "circumstances": Phrases(r"hoàn cảnh|nghèo|khuyết tật|tật|circumstances"),
    "sharing": Phrases(
        r"chia sẻ|sharing|share|(cho|gửi|đưa|chuyển)( \S+){0,5} (xã|ủy ban|trạm|hội|tỉnh|ai|người ta|bên)|xã( \S+)? (coi|xem)|sees?|không cho (coi|xem)"
    ),
}


# Events

_ACTIVITY = Phrases(
    r"văn nghệ|dưỡng sinh|tập|hát|múa|ra mắt|tham quan|thăm|liên hoan|tất niên|dọn|đi chơi|trao quà|cooking|visit|party|trip|singing"
)


def kind_of(message: Message, scene: Scene, *, by_reminder: bool = True) -> str | None:
    """Which kind of event a message speaks of, else the one that a reminder is about."""
    spoken = kind_spoken_of(message)
    if spoken is not None:
        return spoken
    if not by_reminder and not _ACTIVITY.find(message.line):
        return USUAL.key
    if by_reminder and len({each.event for each in scene.reminder}) == 1:
        return scene.reminder[0].event
    return None


def _scheduled(message: Message, scene: Scene) -> Scheduled:
    moment = read_moment(message.text, scene.now) if scene.now else None
    return Scheduled(kind_of(message, scene, by_reminder=False), moment)


# Others

_BY_CALL = Phrases(
    r"(gọi|điện|alo|a lô|phone|hotline|call|ring)( \S+)?|(cho|xin|lấy|có|biết|là)?( \S+)? ?số( máy| điện thoại| điện| nào| mấy)?( của| nhà)? (cô|chú|anh|chị|ông|bà|bác|ban|người|hội|cán bộ|chủ nhiệm|trạm|văn phòng|phụ trách|hỗ trợ|đường|tổng|liên|thư ký|tổ)( \S+)?|tổng đài|số điện thoại|số mấy"
)


def _by(message: Message, part: Part) -> str | None:
    """Whether a person is to call or to write."""
    without = _NO_CALL.remove(message.line)
    if _BY_CALL.find(without):
        return "call"
    return part if without == message.line else "chat"


def declines_call(text: str) -> bool:
    """Whether somebody who wishes a person is not to be called: "bà điếc, đừng gọi"."""
    return _NO_CALL.find(read_message(text).line) is not None


_NO_CALL = Phrases(
    r"(đừng|khỏi|không|chưa|miễn|chẳng|đâu có)( (có|cần|muốn|phải|thể))* (gọi|nghe|alo)( (điện|máy|điện thoại|được))*( (tui|tôi|bà|ông|bác|cô|chú|em|con))?( đâu| được)*",
)
"""A call that is declined: "không nghe điện thoại, cho người thật nhắn với tôi"."""


_ASKED_ABOUT: tuple[tuple[str, Phrases], ...] = (
    ("when", Phrases(r"^(?!.*(mang|đem|cầm|xách|chuẩn bị|nhịn)( \S+){0,4} (gì|không|chưa)).*(mấy giờ|giờ nào|ngày mấy|thứ mấy|bao giờ|hôm nào|bữa nào|ngày nào)( \S+)* nhịn")),
    ("bring", Phrases(r"(mang|đem|cầm|xách|chuẩn bị|mặc|bring|wear)( \S+){0,3} (gì|theo|không|giấy|sổ|ghế|tiền|đồ|quần áo|áo|thẻ)|nhịn (ăn|đói)|fast\w*|bring|nhịn")),
    ("who", Phrases(r"(bác sĩ|y tá|y sĩ|trạm|bệnh viện|bv|đoàn|bên|cô|thầy|anh|chị)( \S+){0,3} hay( là)? (bác sĩ|y tá|y sĩ|trạm|bệnh viện|bv|đoàn|bên|cô|thầy|anh|chị)( \S+){0,3} (xuống|về|tới|qua|dạy|khám|đo|nói|chủ trì|phụ trách|lo|lên|đứng lớp)")),
    ("who", Phrases(r"(bác sĩ|y tá|y sĩ|giảng viên|cán bộ|thầy|cô|chú|anh|chị|người|đoàn|bên|trạm) nào( \S+)? (xuống|về|tới|qua|dạy|khám|đo|nói|chủ trì|phụ trách|lo|làm|đứng lớp|lên|vô|dẫn)|ai( \S+)? (dạy|khám|xuống|chủ trì|đứng lớp|đo|hướng dẫn|nói chuyện|điều khiển|giảng|trình bày)|(có|còn) (bác sĩ|y tá|y sĩ|giảng viên|cán bộ|lãnh đạo)( \S+){0,4} (xuống|về|tới|đo|dạy|nói|dự)( \S+){0,6} (không|hay (là )?(tụi|mình|tui|bà con))|có (chị|anh|cô|thầy|ông|bà|ai|người|cán bộ)( \S+){0,3} (xuống|về dự|tới dự|lên dạy|về dạy)( \S+){0,2} không|do ai|who('s| is| will| are)?( \S+)? (run\w*|lead\w*|teach\w*|com\w*|speak\w*|host\w*|examin\w*)")),
    ("where", Phrases(r"(chỗ|địa điểm|nơi) (họp|khám|học|tập|sinh hoạt|đo)( \S+){0,5} (đổi|dời|nào|đâu|hay|cũ)|(vẫn|còn) (ở|tại)( \S+){0,4} (không|hay|hả)|(is|are|be|held|still) (\S+ ){0,6}?(in|at) the (?!morning|afternoon|evening|end|same time)\S+|(ở|tại|bên|ngoài|trong) (\S+ ){1,4}(hay|hay là) (ở |tại |bên |ngoài |trong )?(đình|chùa|trường|trạm|ủy ban|nhà|sân|hội trường|trụ sở)")),
    ("where", Phrases(r"(ở|tại) (đâu|chỗ nào|nơi nào)|chỗ nào|nơi nào|địa điểm|chỗ (cũ|mới)|where|which (place|building|room)")),
    ("when", Phrases(r"(khi|lúc|hôm|bữa|ngày|giờ|hồi|chừng|buổi) nào|bao giờ|mấy giờ|ngày mấy|thứ mấy|mùng mấy|sáng hay chiều|(tuần|tháng|thứ|ngày|bữa|hôm|mùng) \S+ hay( là)? (tuần|tháng|thứ|ngày|bữa|hôm|mùng|qua) \S+|(\d{1,2}/\d{1,2}|\d{1,2} giờ|\d{1,2}h) hay (là )?\d|when|what (time|day)")),
)  # fmt: skip


def _inquired(message: Message, scene: Scene, part: Part) -> Inquired:
    asks = next((name for name, phrases in _ASKED_ABOUT if phrases.find(message.line)), part)
    begins = _BEGINS_WITH_MEETING.match(message.line)
    kind = USUAL.key if begins and kind_spoken_of(message) else kind_of(message, scene)
    return Inquired(kind, asks)


_BEGINS_WITH_MEETING = Pattern(
    written(
        r"(?:(?:dạ|thưa|cho|hỏi|tui|tôi|em|con|chị|anh|bác|cô|chú|cái) )*(?:(?:buổi|bữa|cuộc|kỳ) )?họp (?:tháng|này|ngày|tới|thường|định|kỳ|chi hội|sáng|chiều|có|nghe|thứ|chủ nhật)(?!\w)"
    )
)
"""A question about the meeting, whatever else is spoken of in it: "bữa họp này có xách sổ khám theo không"."""


_CODE = Phrases(r"(mã|otp|code|mật khẩu|mat ma|mật mã)( \S+){0,3} \d{4,8}")
_ACCOUNT = Phrases(r"tài khoản|stk|số thẻ|account|card")


_LANGUAGES = (
    ("en", Phrases(r"(tiếng )?anh (ngữ|văn)|tiếng anh|english")),
    ("vi", Phrases(r"tiếng việt|việt ngữ|vietnamese")),
)


_NOT_IN_IT = Phrases(
    r"(không|hong|đâu|khỏi|đừng|chẳng|hết|thôi)( (có|cần|muốn|xài|dùng|biết|hiểu|nói|đọc|rành|thích|nghe|được)){0,4} (tiếng (anh|việt)|english|vietnamese)",
    r"(no|not|don't|cannot|can't)( \S+){0,3} (english|vietnamese)",
)


def _language_of(message: Message) -> str | None:
    """The language that a message wants; None where it names none or both.

    "không cần tiếng Anh, chuyển lại tiếng Việt" names both and wants the second; who only says
    which one he doesn't read wants the other.
    """
    wanted = _languages_in(_NOT_IN_IT.remove(message.line))
    if len(wanted) == 1:
        return wanted[0]
    unwanted = set(_languages_in(message.line)) - set(wanted)
    if not wanted and len(unwanted) == 1:
        return next(language for language, _ in _LANGUAGES if language not in unwanted)
    return None


def _languages_in(line: str) -> list[str]:
    return [language for language, phrases in _LANGUAGES if phrases.find(line)]


def _secret(part: Part, hints: Hints, message: Message) -> Secret | None:
    if _CODE.find(message.line) and not _ACCOUNT.find(message.line):
        return Secret.CODE
    return hints.secret or (Secret(part) if part else None)


def _no_entities(
    _message: Message, _scene: Scene, _hints: Hints, _part: Part, _lean: Lean
) -> Entities:
    return Entities()


_FOR_HIM = Phrases(
    r"(tôi|tui|em|con|cháu|mình) (là |đây là |nè )?(con|cháu|vợ|chồng|em|dâu|rể|người nhà)( (trai|gái|dâu|rể|nội|ngoại|út|cả))*( (của|ổng|bả|ông|bà|chú|bác|cô|dì|cụ|nè|đây))?",
    r"(ba|má|mẹ|tía|cha|bố|nội|ngoại|chồng|vợ|ông|bà|chú|bác|cô|dì) (tôi|tui|em|con|cháu|mình|nội|ngoại)( \S+)? là",
)


def _is_told_by_another(message: Message, scene: Scene) -> bool:
    """Whether somebody else writes of whom the phone belongs to: "ba tui là ông Sáu mất rồi"."""
    own = scene.own
    return (
        own is not None
        and len(own.split()) > 1
        and bool(Phrases(re.escape(own.lower())).find(message.line))
        and bool(_FOR_HIM.find(message.line))
    )


def _about(near: str | None) -> Callable[[Message, Scene, Hints, Part, Lean], Entities]:
    def read(message: Message, scene: Scene, _hints: Hints, _part: Part, _lean: Lean) -> Entities:
        found = person_of(message, scene, near)
        if near == "death" and (kin := kin_of_another(message, scene)):
            return About(kin)
        if near == "death" and found in (scene.own, None):
            # Nobody tells of his own death, but his child may on his phone.
            return About(scene.own if _is_told_by_another(message, scene) else None)
        return About(found)

    return read


def _moved_away(message: Message, scene: Scene, *_more: Hints | Part | Lean) -> Entities:
    return About(
        person_of(read_message(removed(_TO_WHOM, message.text) or message.text), scene, "moved")
    )


_TO_WHOM = Pattern(
    written(
        r"(?<!\w)(?:với|cùng|theo|nhà|bên) (?:(?:vợ chồng|gia đình) )?(?:thằng |đứa |nhỏ )?(?:con|cháu|em|anh|chị|vợ|chồng|út)(?: (?:gái|trai|dâu|rể|út|cả|nội|ngoại|ruột|lớn|nhỏ|đầu|tui|tôi|mình|em))*(?!\w)"
    ),
    re.IGNORECASE,
)
"""With whom somebody lives from then on, who doesn't move: "tôi về ở với con gái"."""


def _phoned(message: Message, scene: Scene, hints: Hints, _part: Part, _lean: Lean) -> Entities:
    phone = hints.phones[-1] if hints.phones else None
    return Phoned(person_of(message, scene), phone)


_NEW_NAME = Phrases(
    r"tên( (của|tui|tôi|bà|ông|bác|cô|chú|em|anh|chị|mình|dì))* (là|phải là|đúng là|ghi là)"
)


_HOME = Pattern(r"\bdia chi\b", re.IGNORECASE)


def _owned(intent: Intent) -> Callable[[Message, Scene, Hints, Part, Lean], Entities]:
    def read(message: Message, scene: Scene, _hints: Hints, _part: Part, _lean: Lean) -> Entities:
        officer = OFFICE_IN_SHORT.search(message.text)
        # Bare, "dia chi ba Suu" is bà Sửu's address and no chị Ba Sửu.
        around = read_message(_HOME.sub("chỗ ở", message.text)) if message.is_bare else message
        person = officer[0] if officer else person_of(around, scene)
        what = what_of(message, intent)
        if what == "name" and scene.own and _NEW_NAME.find(message.line):
            # "tên cô là Nguyễn Thị Sáu Nhỏ": the name is what it is to be, and nobody else's.
            others = {each.called for each in scene.people if not each.is_self}
            person = person if person in others else scene.own
        return Owned(person, what)

    return read


def _admitted(message: Message, scene: Scene, hints: Hints, _part: Part, _lean: Lean) -> Entities:
    called = called_of(message)
    person = persons_of(message) or (called and without_neighbour(called))
    return Admitted(person, relation_of(message, called), hints.code)


def _moment_of(message: Message, scene: Scene, _hints: Hints, _part: Part, _lean: Lean) -> Entities:
    return _scheduled(message, scene)


def _moved(message: Message, scene: Scene, _hints: Hints, _part: Part, _lean: Lean) -> Entities:
    message = read_message(removed(_NOT_ON, message.text) or message.text)
    found = _scheduled(message, scene)
    moment = moved_to(message, scene.now) if scene.now else None
    return Scheduled(found.kind, moment or found.when or hour_named(message))


_NOT_ON = Pattern(
    written(
        r"(?<!\w)thay vì (?:(?:họp|khám|học|làm) )?(?:vào |vô )?(?:thứ|chủ|ngày|mùng|\d)(?: ?[^\s,]+){1,3}?(?=,| (?:thì|sẽ|là|mình|chuyển|dời|đổi|qua|sang))"
    )
)
"""The day that it was: "thay vì thứ bảy này thì họp thứ bảy tuần sau"."""


def _of_series(message: Message, scene: Scene, _hints: Hints, _part: Part, _lean: Lean) -> Entities:
    found = _scheduled(message, scene)
    # The day of a series is no date: of its new rule only an hour can be told in one word.
    return Scheduled(found.kind, hour_named(message) or found.when)


_MEMBERS = Phrases(
    r"bà con|hội viên|thành viên|người dân|dân|mọi người|hàng xóm|bạn bè|bạn già|người mới|lối xóm|nhóm xóm|trong xóm|cả xóm|mấy (bà|ông|cụ|bác|chú|cô|người|anh|chị)( bạn)?( già)?|các (bà|ông|cụ|bác|cô|chú)",
    r"(mã|tờ|hình|ô|tem|cái) (\S+ ){0,3}(vuông|quét|qr)|quét( mã)?|qr|in (ra|bự|giùm|tờ|cái|tem|mã)|dán|treo|poster|tờ rơi|trang điện tử",
    r"ghi (tên|danh)|đăng ký|gia nhập|kết nạp( người mới)?|tham gia|vô (hội|câu lạc bộ|clb)|vào (hội|câu lạc bộ|clb)",
    r"(mã|link|đường dẫn) (của )?(hội|câu lạc bộ|clb|tham gia)|join( code| link)?|sign ?up|members?|neighbou?rs?|friends?",
)  # fmt: skip
_HELPERS = Phrases(
    r"quản (lý|trị)|điều hành|phụ trách|đồng (tổ chức|quản|phụ)\S*|(cùng|chung) (tổ chức|quản lý|phụ trách|làm|coi|lo)|(làm|coi|lo|quản lý|vô|vào) (chung|cùng|chung với \S+)|người cùng làm|kiêm nhiệm",
    r"thư ký|thủ quỹ|phó( chủ nhiệm)?|pcn|bcn|ban chủ nhiệm|chủ nhiệm|ủy viên|uỷ viên|tổ trưởng|nhóm phó|phó nhóm|ad|admin|cán bộ|kế toán",
    r"cùng (vô |vào )?(coi|lo|quản)( \S+){0,2}|phụ quản( \S+)?|needs? access|another organi[sz]er|phụ (tôi|chị|anh|em|cô|chú|bác|mình|giúp|một tay|bot|gõ|ghi|nhập|coi|việc)|(phụ|giúp|gõ|làm|nhập|ghi|coi) (\S+ ){0,2}(thay|giùm|giúp) (tôi|chị|anh|cô|chú|bác|em)|thay (tôi|chị|anh|cô|chú|bác) (làm|coi|quản|lo)|giao (việc |quyền )?(cho )?\S+ (coi|quản|lo)|cấp quyền|thêm quyền|phân quyền|bàn giao|nhập (liệu|sổ)|coi sổ|ghi sổ|giữ sổ",
    r"co ?-?organi[sz]ers?|co ?manage\w*|deputy|treasurer|secretary|second organi[sz]er|help (me )?(run|manage)|manage(r|rs)?|colleague",
)  # fmt: skip


def _invited(message: Message, _scene: Scene, _hints: Hints, _part: Part, _lean: Lean) -> Entities:
    """Whom a code is for; a code that opens a club's data is never read out of a doubt."""
    members, helpers = _MEMBERS.find(message.line), _HELPERS.find(message.line)
    if bool(members) == bool(helpers):
        return Invited()
    return Invited("members" if members else "helpers")


READERS: Mapping[Intent, Callable[[Message, Scene, Hints, Part, Lean], Entities]] = {
    Intent.ATTEND: lambda m, s, h, p, lean: Attending(read_attendance(m, s, lean).people),
    Intent.NAVIGATE: lambda m, s, h, p, lean: Going(Way(p) if p else None),
    Intent.DANGER: lambda m, s, h, p, lean: Endangered(Danger(p) if p else None),
    Intent.SECRET: lambda m, s, h, p, lean: Revealed(_secret(p, h, m)),
    Intent.DEATH: _about("death"),
    Intent.DEATH_UNDONE: _about("alive"),
    Intent.UNWELL: _about("ill"),
    Intent.MOVED_AWAY: _moved_away,
    Intent.WRONG_NUMBER: lambda m, s, h, p, lean: Phoned(person_of(m, s)),
    Intent.NEW_PHONE: _phoned,
    Intent.HUMAN: lambda m, s, h, p, lean: Wanted(_by(m, p)),
    Intent.COMPLAINT: lambda m, s, h, p, lean: Accused(about_of(m)),
    Intent.SEE_DATA: _owned(Intent.SEE_DATA),
    Intent.CORRECT_DATA: _owned(Intent.CORRECT_DATA),
    Intent.EXPORT_DATA: _owned(Intent.EXPORT_DATA),
    Intent.DELETE_DATA: _owned(Intent.DELETE_DATA),
    Intent.WITHDRAW_CONSENT: _owned(Intent.WITHDRAW_CONSENT),
    Intent.LONELY: _about(None),
    Intent.CANNOT_READ: _about(None),
    Intent.CALL_LIST: lambda m, s, h, p, lean: Inquired(kind_spoken_of(m)),
    Intent.LEAVE_CLUB: _about("leave"),
    Intent.MUTE: _about("mute"),
    Intent.UNMUTE: _about("unmute"),
    Intent.JOIN: lambda m, s, h, p, lean: Admitted(code=h.code),
    Intent.REGISTER: _admitted,
    Intent.CODE: lambda m, s, h, p, lean: Admitted(code=h.code),
    Intent.INVITE: _invited,
    Intent.EVENT_QUESTION: lambda m, s, h, p, lean: _inquired(m, s, p),
    Intent.SET_EVENT: _moment_of,
    Intent.MOVE_EVENT: _moved,
    Intent.CANCEL_EVENT: _moment_of,
    Intent.END_SERIES: _moment_of,
    Intent.CHANGE_SERIES: _of_series,
    Intent.MY_STATE: lambda m, s, h, p, lean: Stated(person_of(m, s), p),
    Intent.ADDRESS_FORM: lambda m, s, h, p, lean: Addressed(form_of(m)),
    Intent.LANGUAGE: lambda m, s, h, p, lean: Spoken(_language_of(m) or p),
}
"""How the entities of each intent are read; an intent that isn't here has none."""


def entities_of(
    intent: Intent, message: Message, scene: Scene, hints: Hints, part: Part, lean: Lean
) -> Entities:
    """What an intent is about in a message."""
    return READERS.get(intent, _no_entities)(message, scene, hints, part, lean)

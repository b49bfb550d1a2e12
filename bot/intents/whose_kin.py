"""Somebody who is told of by whose kin he is: "ông nhà bà Tư", "mẹ anh Quyền"."""

from __future__ import annotations

from bot.intents.kin import people_in
from bot.intents.message import Message
from bot.intents.phrases import Phrases, written
from bot.intents.scene import Scene
from bot.language.patterns import Pattern
from bot.language.text import fold

_KIN_OF = Pattern(
    r"(?<!\w)(?P<kin>"
    + written(
        r"(?:ông|bà|cụ|con|cháu|thằng|nhỏ|bé|mẹ|má|ba|cha|bố|tía|chồng|vợ|anh|chị|em)(?: (?:thân (?:sinh|phụ|mẫu)|nhà|xã|già|ruột|chồng|vợ|gái|trai|út|lớn|nội|ngoại|rể|dâu))*"
    )
    + r")(?: (?:của|cua))? $"
)
_IS_KIN = Phrases(
    r"(ông|bà|cụ) (thân (sinh|phụ|mẫu)|nhà|xã|già)( .*)?|(mẹ|má|ba|cha|bố|tía|chồng|vợ|con|cháu|em|anh|chị) ?(chồng|vợ|gái|trai|út|lớn|rể|dâu|ruột|nội|ngoại)?( của)?"
)


_TELLS_NEWS = Phrases(r"(báo|báo tin|nhắn|gọi|điện|kêu|cho hay|nói là|kể)")


def kin_of_another(message: Message, scene: Scene) -> str | None:
    """Somebody who is told of by whose he is: "ông nhà bà Tư mất", where bà Tư lives."""
    known = {fold(each.called) for each in scene.people}
    for named in people_in(message):
        if not named.has_name or fold(named.text) in known:
            continue
        start, end = next(each for each in message.parts if each[0] <= named.start < each[1])
        if _TELLS_NEWS.find(" ".join(message.words[named.end : min(end, named.end + 6)])):
            continue
        found = _KIN_OF.search(" ".join(message.words[start : named.start]) + " ")
        if message.is_bare and found and len(found["kin"].split()) < 2:
            # Bare, a word for kin is another word as often as not: "ba bo ba di".
            continue
        if found and _IS_KIN.whole(found["kin"]):
            first = named.start - len(found[0].split())
            return " ".join(message.typed[first : named.end])
    return None

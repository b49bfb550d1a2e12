"""People on the test server who register, each answering what is asked, and what they saw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, product

from tests.fakes.telegram import Platform, Shown

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi")
MIDDLE = ("Thị", "Ngọc", "Kim", "Thanh", "Minh", "Bích", "Hồng", "Xuân")
GIVEN = ("An", "Bình", "Cúc", "Dung", "Hạnh", "Hoa", "Lan", "Mai", "Nga", "Sáu", "Tâm", "Yến")


@dataclass
class Applicant:
    """Somebody who registers, in the middle of it.

    `asked` are the questions in their order: words by which each is known, and what is answered.
    """

    platform: Platform
    chat: int
    name: str
    year: int
    phone: str
    join_code: str
    place: int = 0
    updates: int = 0
    at_a_loss: bool = False
    """Whether what the bot asked does not follow from what was answered."""
    silence: int = 0
    """Crashes since the bot last said something."""
    read: set[str] = field(default_factory=set)
    """What was read already: whoever reads it again knows it, and answered it."""

    def begin(self) -> None:
        self.platform.add_person(self.chat, self.name)
        self.platform.start(self.chat, self.join_code)
        self.updates += 1

    def _questions(self) -> list[tuple[str, Callable[[], int]]]:
        def press(label: str) -> Callable[[], int]:
            return lambda: self.platform.press(self.chat, label)

        def say(text: str) -> Callable[[], int]:
            return lambda: self.platform.say(self.chat, text)

        return [
            ("ghi tên cho ai", press("Ghi tên cho tôi")),
            ("đồng ý cho ghi tên vào sổ", press("Đồng ý")),
            ("đồng ý cho con nhắc", press("Đồng ý")),
            ("họ và tên", say(self.name)),
            ("sinh năm nào", say(str(self.year))),
            ("là nữ hay nam", press("Nữ")),
            ("ở đâu", say("tổ 3, ấp Hải Lạc")),
            ("số điện thoại của", say(self.phone)),
            ("hỏi thêm về hoàn cảnh", press("Không đồng ý")),
            ("danh sách thành viên", press("Đồng ý")),
            ("đúng hết chưa", press("Đúng hết rồi")),
            ("đã gửi đơn", lambda: 0),
        ]

    @property
    def done(self) -> bool:
        return self.place == len(self._questions())

    def listen(self, shown: Shown) -> None:
        """Read a message, and answer it if it is the next question."""
        questions = self._questions()
        text = shown.text
        if text in self.read:
            return
        self.read.add(text)
        found = [
            place for place, (words, _) in enumerate(questions)
            if words in text and "con thưa chuyện" not in text and "con đọc lại" not in text
        ]  # fmt: skip
        if not found:
            self.at_a_loss |= not ("con thưa chuyện" in text or "con đọc lại" in text)
            return
        (place,) = found
        # Asked again: what was answered is gone; two further on: it was taken twice.
        if place != self.place:
            self.at_a_loss = True
            return
        self.place += 1
        if questions[place][1]():
            self.updates += 1

    def ask_again(self) -> None:
        """The answer of the bot never came: so the person writes once more."""
        if self.place == len(self._questions()) - 1:
            # Only the thanks were lost, nothing is asked any more: the export tells.
            self.place += 1
            return
        if self.place == 0:
            self.platform.start(self.chat, self.join_code)
        elif self.place == 1:
            # The question is known by the press that was answered with it.
            self.platform.press(self.chat, "Ghi tên cho tôi")
        else:
            self.platform.say(self.chat, "nhắc lại")
        self.updates += 1


class Crowd:
    """Applicants, so many of them at once, and no more than `most`."""

    def __init__(
        self, platform: Platform, join_code: str, at_once: int, most: int = 100_000
    ) -> None:
        self._platform = platform
        self._join_code = join_code
        self._at_once = at_once
        self._most = most
        self._names: Iterator[str] = (
            " ".join(parts) for parts in product(FAMILY, MIDDLE, MIDDLE, GIVEN)
            if parts[1] != parts[2]
        )  # fmt: skip
        self._seen = 0
        self.all: dict[int, Applicant] = {}

    @property
    def under_way(self) -> list[Applicant]:
        """Who is to be answered soon: not those whose answer perhaps was lost with a process."""
        return [each for each in self.all.values() if not each.done and each.silence < 2]

    def crashed(self) -> None:
        """A process died."""
        for each in self.all.values():
            each.silence += 1

    def listen(self) -> None:
        """Everybody reads what came."""
        while self._seen < len(self._platform.shown):
            shown = self._platform.shown[self._seen]
            self._seen += 1
            if shown.chat in self.all:
                self.all[shown.chat].silence = 0
                self.all[shown.chat].listen(shown)

    def join(self) -> None:
        """As many begin as there is room for."""
        while len(self.under_way) < self._at_once and len(self.all) < self._most:
            number = len(self.all)
            applicant = Applicant(
                self._platform,
                chat=10_000 + number,
                name=next(self._names),
                year=1930 + number % 40,
                phone=f"0912{number:06d}",
                join_code=self._join_code,
            )
            self.all[applicant.chat] = applicant
            applicant.begin()

    @property
    def updates(self) -> int:
        return sum(each.updates for each in self.all.values())


def repeated(shown: list[Shown], chats: set[int]) -> dict[tuple[int, str], list[int]]:
    """Messages that stand more than once in one of these chats: where in the ledger."""
    places: dict[tuple[int, str], list[int]] = {}
    for place, each in enumerate(shown):
        if each.chat in chats:
            places.setdefault((each.chat, each.text), []).append(place)
    return {key: found for key, found in places.items() if len(found) > 1}


def a_crash(places: list[list[int]], crashes: list[int], most: int) -> Counter[int]:
    """How many messages each crash repeated, each counted under one that lies between its two times.

    `crashes` says how many messages the ledger held at each. With two workers a message that the
    other one had on its way at a crash may be repeated by the next crash alone: so a crash is given
    no more than `most` while a later one may have been it. A repetition without a crash in between
    counts under -1.
    """
    found: Counter[int] = Counter()
    begins: dict[int, list[int]] = {}
    for each in places:
        for first, again in pairwise(each):
            between = [number for number, held in enumerate(crashes) if first < held <= again]
            if between:
                begins.setdefault(between[0], []).append(between[-1])
            else:
                found[-1] += 1
    waiting: list[int] = []
    for number in range(len(crashes)):
        waiting = sorted([*waiting, *begins.get(number, ())])
        last = sum(each == number for each in waiting)
        taken = max(last, min(most, len(waiting)))
        found[number] += taken
        waiting = waiting[taken:]
    return +found

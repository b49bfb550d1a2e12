"""What is said of who comes: that he does, doesn't, that it is open, with the reason people add."""

from __future__ import annotations

from bot.intents import particles
from bot.intents.attendance.forms import (
    ACKNOWLEDGED,
    ASKS_BACK,
    BEFORE,
    BUSY,
    CAN,
    COMMA,
    ILL,
    KIN,
    MYSELF,
    NO_WHOLE,
    NOT_IN_A_REASON,
    REASONS,
    REFUSING,
    STOP,
    STRONGLY,
    SURELY_NOT,
    UNLIKELY,
    UNSURE,
    WEATHER,
    YES_WHOLE,
    Line,
    forms,
    verbs_of,
)
from bot.intents.attendance.people import Subjects
from bot.intents.particles import Particle

_WILLING = forms("thể, có thể, sẽ, cần, muốn, ham, thèm, dám, thích, có ham, có muốn")
_WHAT_FOR = forms("chi, chi nữa, chi cho mệt, làm chi")
_UNWILLING = forms("ngại, ngán, lười, sợ, tiếc, phiền")
FREE_WORDS = 9
"""Words a reason may have ("vì bận đám cưới cháu gái")."""


class Predicates:
    """What is said in a line, from each place on; `kind` is that of the event that is asked about.

    `come` are the verbs with which it was asked.
    """

    def __init__(
        self, line: Line, subjects: Subjects, kind: str | None, come: tuple[str, ...] = ()
    ) -> None:
        self.line = line
        self.subjects = subjects
        self.verbs = verbs_of(kind, come)

    def at(self, at: int) -> list[tuple[int, str, bool]]:
        """(end, what is said, whether it says to come or not in so many words)."""
        found: list[tuple[int, str, bool]] = []
        befores = {at} | self.line.any(at, BEFORE)
        for start in befores:
            for verb in self.line.any(start, self.verbs):
                found.append((verb, "yes", True))
                found += [(end, "yes", True) for end in self.line.any(verb, forms(CAN))]
                # "bà đi họp chi"; bare it may be "chị".
                found += [(end, "no", True) for end in self.line.any(verb, _WHAT_FOR)]
        negated = {at} | self.line.any(at, forms("will, can, am, is, are"))
        negations = particles.forms_of(Particle.NEGATION)
        refused = {end for start in befores for end in self.line.any(start, REFUSING)}
        for negation in {end for start in negated for end in self.line.any(start, negations)}:
            refused |= {negation} | self.line.any(negation, _WILLING)
            # "không ngại đi họp đâu"
            for start in self.line.any(negation, _UNWILLING):
                verbs = self.line.any(start, self.verbs)
                ends = verbs | {end for verb in verbs for end in self.line.any(verb, forms("đâu"))}
                found += [(end, "yes", True) for end in ends]
        for start in refused:
            for verb in self.line.any(start, self.verbs):
                ends = {verb} | self.line.any(
                    verb, forms(f"{CAN}, nữa, được nữa, nổi, đâu, được đâu")
                )
                found += [(end, "no", True) for end in ends]
        # "cũng không", "cũng bận"
        for start in befores:
            weak = start == at
            found += [(end, "yes", not weak) for end in self.line.any(start, YES_WHOLE)]
            for end in self.line.any(start, NO_WHOLE):
                found.append((end, "no", end - start > 1))
            for end in self.line.any(start, ILL):
                found += [(stop, "no", False) for stop in {end} | self.line.any(end, STRONGLY)]
        found += [(end, "ok", False) for end in self.line.any(at, ACKNOWLEDGED)]
        found += [(end, "stop", False) for end in self.line.any(at, STOP)]
        for end in self.line.any(at, UNSURE):
            found.append((end, "unsure", False))
        found += [(end, "unlikely", False) for end in self.line.any(at, UNLIKELY)]
        found += [(end, "no", True) for end in self.line.any(at, SURELY_NOT)]
        found += self._asking_back(at)
        reasons: list[tuple[int, str, bool]] = []
        for end, says, goes in found:
            if says in ("no", "unsure", "unlikely"):
                reasons += [(stop, says, goes) for stop in self._reason(end)]
        for end in self.line.any(at, BUSY):
            # "bận đám cưới", "mắc giữ cháu"
            reasons += [(stop, "no", False) for stop in self._free(end)]
        return found + reasons

    def _asking_back(self, at: int) -> list[tuple[int, str, bool]]:
        """ "để con hỏi má", "để tôi coi lại"."""
        found: list[tuple[int, str, bool]] = []
        starts = self.line.any(at, ASKS_BACK)
        for end in self.line.any(at, forms("để")):
            for named in self.line.any(end, MYSELF):
                starts |= self.line.any(
                    named, forms("hỏi, hỏi lại, hỏi thử, hỏi coi, hỏi ý, về hỏi, về hỏi lại")
                )
                found += [
                    (stop, "unsure", False)
                    for stop in self.line.any(
                        named,
                        forms("coi, coi đã, coi lại, coi sao, xem, xem đã, xem lại, xem sao, tính, "
                               "tính lại, tính đã, báo sau, báo lại"),
                    )
                ]  # fmt: skip
        for end in starts:
            found.append((end, "unsure", False))
            for kin in self.line.any(end, tuple((word,) for word in KIN)):
                found.append((kin, "unsure", False))
                stops = self.line.any(kin, forms("đã, coi, lại, lại đã, cái đã, ngoại, nội, xem"))
                found += [(stop, "unsure", False) for stop in stops]
            for subject, _, _ in self.subjects.lists(end):
                stops = {subject} | self.line.any(
                    subject, forms("đã, coi, lại, lại đã, cái đã, xem")
                )
                found += [(stop, "unsure", False) for stop in stops]
        return found

    def _reason(self, at: int) -> set[int]:
        ends: set[int] = set()
        for end in self.line.any(self.line.comma(at), REASONS):
            ends |= self._free(end)
        for end in {at, *self.line.any(at, forms("con ơi, con"))}:
            ends |= self.line.any(end, WEATHER)
        return ends

    def _free(self, at: int) -> set[int]:
        """Any few words up to a comma or the end, but none that tells of a death."""
        ends: set[int] = set()
        for end in range(at + 1, min(at + FREE_WORDS, len(self.line.words)) + 1):
            if self.line.words[end - 1] == COMMA:
                break
            if any(self.line.any(start, NOT_IN_A_REASON) for start in range(at, end)):
                break
            if end == len(self.line.words) or self.line.words[end] == COMMA:
                ends.add(end)
        return ends

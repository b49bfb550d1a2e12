"""What was said, in lines: the entries of a list, and the review."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversations.engine.course import Course
from bot.conversations.engine.session import BEGINNING, REVIEW, Answers
from bot.conversations.engine.table import Step
from bot.language.text import fold
from bot.speech.translation import say

LONGEST_LIST = 900
"""Characters of a list in the review; the list itself shows all of it."""


@dataclass(frozen=True)
class Line:
    """What was said to one question."""

    step: Step
    text: str

    @property
    def name(self) -> str:
        """What the question is about."""
        return self.text.partition(":")[0]


def item_label(course: Course, step: Step, entry: Answers) -> str:
    """The short name of an entry."""
    if step.item_label:
        return step.item_label(course.turn, entry)
    first = step.items[0]
    words = course.flow.words(first, step)
    return course.turn.text(first.kind.show(course.turn, words, entry.get(first.key)))


def item_line(course: Course, step: Step, entry: Answers) -> str:
    """All that was said of an entry."""
    if step.item_line:
        return step.item_line(course.turn, entry)
    return item_label(course, step, entry)


def entries_named(course: Course, step: Step, wanted: str) -> list[Answers]:
    """The entries of a list whose name holds these folded words."""
    return [
        entry
        for entry in course.entries(step)
        if wanted and wanted in fold(item_label(course, step, entry))
    ]


def review_lines(course: Course) -> list[Line]:
    """What was said, a line a question."""
    turn, lines = course.turn, []
    for step in course.open_steps:
        if not step.shown_in_review:
            continue
        value = course.answers.get(step.key)
        if step.is_list:
            entries = [item_line(course, step, entry) for entry in value or []]
            shown = _shortened(course, entries)
        elif value is None:
            shown = turn.text(say("engine.none"))
        else:
            shown = turn.text(course.about(step).shown(turn, value))
            remark = step.remark(turn, course.answers) if step.remark else None
            if remark is not None:
                shown = f"{shown} {turn.text(remark)}"
        between = ":" if shown.startswith("\n") else ": "
        name = turn.text(say(f"{course.flow.words(step)}.name"))
        lines.append(Line(step, f"{name}{between}{shown}"))
    return lines


def _shortened(course: Course, lines: list[str]) -> str:
    """A list's entries, each on a line, as many as a review holds."""
    if not lines:
        return course.turn.text(say("engine.none"))
    shown: list[str] = []
    for line in lines:
        if shown and sum(map(len, shown)) + len(line) > LONGEST_LIST:
            more = len(lines) - len(shown)
            shown.append(course.turn.text(say("engine.list.more", count=more)))
            break
        shown.append(f"- {line}")
    return "\n".join(["", *shown])


def reads_over(course: Course) -> bool:
    """Whether the review has more to show than the one answer that was just given."""
    shown = [each for each in course.open_steps if each.shown_in_review]
    just_said = not course.flow.review_one and course.session.at not in (BEGINNING, REVIEW)
    return not (just_said and len(shown) == 1 and not shown[0].is_list)

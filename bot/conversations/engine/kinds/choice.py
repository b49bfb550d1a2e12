"""One of several, and several of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.conversations.engine.choices import Command, Drop, spell
from bot.conversations.engine.kinds.base import (
    Kind,
    Pairs,
    Problem,
    Read,
    Sure,
    Unread,
    Value,
    split_rows,
)
from bot.conversations.engine.session import Answers
from bot.conversations.engine.surroundings import Here, Turn
from bot.intents.button_labels import only_label
from bot.intents.words import read_yes_no
from bot.language.address import SEXES, read_sex
from bot.language.text import fold, same_text, single_line
from bot.speech.translation import Inside, Phrase, say


@dataclass(frozen=True)
class ChoiceKind(Kind[str]):
    """One of several. Labels are messages `<step>.<option>`, or come from `options_of`."""

    options: tuple[str, ...] = ()
    options_of: Callable[[Here, Answers], Pairs] | None = None
    shared: str | None = None
    """The beginning of the labels' keys where several steps share them."""
    by_label_alone: bool = False
    """Whether only its labels and numbers answer: what is chosen reaches many people at once."""

    def _pairs(self, turn: Turn, words: str, scope: Answers) -> Pairs:
        if self.options_of:
            return self.options_of(turn, scope)
        stem = self.shared or words
        return [(each, turn.text(say(f"{stem}.{each}"))) for each in self.options]

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        return split_rows(self._pairs(turn, words, scope))

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[str]:
        pairs = self._pairs(turn, words, scope)
        for compare in (same_text, fold):
            typed = compare(single_line(text))
            hits = [value for value, label in pairs if compare(label) == typed]
            if len(hits) == 1:
                return Sure(hits[0])
        hit = only_label(text, [label for _, label in pairs])
        if hit is not None:
            return Sure(pairs[hit][0])
        answer = read_yes_no(text)
        values = {value for value, _ in pairs}
        if answer in ("yes", "no") and answer in values:
            return Sure(answer)
        if values == SEXES and (sex := read_sex(text)):
            return Sure(sex)
        return Unread()

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[str]:
        known = {each for each, _ in self._pairs(turn, words, scope)}
        return Sure(value) if value in known else Unread()

    def show(self, turn: Turn, words: str, value: str) -> object:
        return self.show_in(turn, words, value, {})

    def show_in(self, turn: Turn, words: str, value: str, scope: Answers) -> object:
        if self.options_of:
            labels = dict(self.options_of(turn, scope))
            return labels.get(value, str(value))
        return say(f"{self.shared or words}.{value}")

    def offers(self, value: str) -> bool:
        return True

    def fits(self, value: object) -> bool:
        return isinstance(value, str) and (self.options_of is not None or value in self.options)

    def check(self, place: str) -> None:
        if not self.options and self.options_of is None:
            raise ValueError(f"{place}: a choice without options")
        if len(set(self.options)) != len(self.options):
            raise ValueError(f"{place}: an option is there twice")

    def message_keys(self, words: str) -> Iterable[str]:
        return [f"{self.shared or words}.{each}" for each in self.options]


@dataclass(frozen=True)
class SeveralKind(Kind[list[str]]):
    """Several of a list, in the order of preference: "1, 3" or names at once, or by pressing.

    Presses are collected one after another until "Xong"; what is typed is the whole answer.
    """

    options: tuple[str, ...] = ()
    shared: str | None = None
    alone: tuple[str, ...] = ()
    """Options that exclude all others ("none", "undisclosed")."""

    def _label(self, words: str, option: str) -> Phrase:
        return say(f"{self.shared or words}.{option}")

    def _pairs(self, turn: Turn, words: str) -> Pairs:
        return [(each, turn.text(self._label(words, each))) for each in self.options]

    def rows(self, turn: Turn, words: str, scope: Answers) -> list[Pairs]:
        return split_rows(self._pairs(turn, words))

    def read(self, turn: Turn, words: str, scope: Answers, text: str) -> Read[list[str]]:
        pairs = self._pairs(turn, words)
        typed = single_line(text)
        tokens = [token for token in typed.replace(",", " ").replace(";", " ").split() if token]
        if tokens and all(token.isdecimal() for token in tokens):
            numbers = [int(token) for token in tokens]
            if all(1 <= number <= len(pairs) for number in numbers):
                picked = list(dict.fromkeys(pairs[number - 1][0] for number in numbers))
                return self._picked(picked)
            return Problem(say("kinds.several.range", highest=len(pairs)))
        found: list[tuple[int, str]] = []
        folded = fold(typed)
        for value, label in sorted(pairs, key=lambda pair: -len(pair[1])):
            at = f" {folded} ".replace(",", " ").replace(";", " ").find(f" {fold(label)} ")
            if at >= 0:
                found.append((at, value))
                folded = folded.replace(fold(label), "#" * len(fold(label)))
        if found:
            return self._picked([value for _, value in sorted(found)])
        # "nghèo" is "Hộ nghèo" more nearly than "Hộ cận nghèo".
        said = f" {folded.strip(' .,!')}"
        ends = sorted(
            (len(label.split()), value) for value, label in pairs if fold(label).endswith(said)
        )
        if ends and (len(ends) == 1 or ends[0][0] < ends[1][0]):
            return Value([ends[0][1]])
        return Unread()

    def hint(self, turn: Turn) -> Phrase | None:
        pressed = turn.capabilities.buttons
        return say("kinds.several.press") if pressed else say("kinds.several.type")

    def collects(self, option: str) -> bool:
        """Whether an option is one of several that presses collect."""
        return option in self.options and option not in self.alone

    def picking(self, turn: Turn, words: str, picked: tuple[str, ...]) -> list[Pairs]:
        """The choices while presses are collected: what is picked can be taken back."""
        pairs = []
        for each in filter(self.collects, self.options):
            label = self._label(words, each)
            if each in picked:
                taken = turn.text(say("kinds.several.taken", label=label))
                pairs.append((spell(Drop(each)), taken))
            else:
                pairs.append((each, turn.text(label)))
        done = (spell(Command.PICKED), turn.text(say("kinds.several.done")))
        return [*split_rows(pairs), [done]]

    def _picked(self, picked: list[str]) -> Read[list[str]]:
        if len(picked) > 1 and any(each in self.alone for each in picked):
            return Problem(say("kinds.several.alone"))
        return Sure(picked) if len(picked) == 1 else Value(picked)

    def pressed(self, turn: Turn, words: str, scope: Answers, value: str) -> Read[list[str]]:
        return Sure([value]) if value in self.options else Unread()

    def show(self, turn: Turn, words: str, value: list[str]) -> object:
        first, *more = (self._label(words, each) for each in value)
        return turn.speaker.join((first, *map(Inside, more)))

    def fits(self, value: object) -> bool:
        return isinstance(value, list) and all(each in self.options for each in value)

    def message_keys(self, words: str) -> Iterable[str]:
        return [f"{self.shared or words}.{each}" for each in self.options]

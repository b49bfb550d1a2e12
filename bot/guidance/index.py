"""BM25 over folded syllables, their pairs and accented syllables, in memory.

k1 and b as measured for Vietnamese questions; sample questions are part of a text. What a question
holds is repaired first: keys undone, a lost space split, one slip mended.
"""

from __future__ import annotations

import itertools
import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.guidance.words import (
    GENERIC_FORMS,
    form_of,
    is_little,
    meant_by,
    weight_of,
    with_everyday,
    words_of,
    written_out,
)
from bot.intents.lanes import Entries, is_wide, ready, weighted_sums
from bot.language.keys import mend_keys
from bot.language.syllables import is_syllable
from bot.language.text import has_vietnamese_letter, same

K1, B = 1.2, 0.75
TENTHS = 10
"""Counts are kept in tenths."""
MEANT = 0.6
"""What a group of words alike counts for, beside a word."""
ASIDE = 0.3
"""What a word aside counts for, beside one of the text itself."""
TELLING = 3
"""Neighbouring pairs from which on a question of little words alone may be ours."""
Weighted = Sequence[tuple[str, float]]
"""Tokens, each with how much it counts."""


@dataclass(frozen=True)
class Text:
    """Something to be found: its key, its words, questions that it answers, and words aside.

    Words aside tell what a text belongs to: they find it, but less than its own.
    """

    slug: str
    body: str
    samples: tuple[str, ...] = ()
    aside: str = ""


def tokens_of(text: str, language: str) -> tuple[list[str], list[str], list[str]]:
    """A text's folded words, the pairs of them, and its words with their accents."""
    words = written_out(words_of(with_everyday(text, language)), language)
    folded = [form_of(word, language) for word in words]
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(folded)]
    return [*folded, *meant_by(folded, language)], pairs, [same(word) for word in words]


@dataclass(frozen=True)
class Query:
    """A question as it is searched for: its words, repaired, and the tokens made of them."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    is_accented: bool
    single: Weighted
    pairs: Weighted
    marked: Weighted
    meant: tuple[str, ...] = ()
    """The groups of words alike that it has some of."""

    @property
    def tokens(self) -> Weighted:
        """Words and pairs, accents aside."""
        return [*self.single, *self.pairs]

    @property
    def length(self) -> float:
        """What sums over a question's words are divided by: long ones have more to say."""
        return math.sqrt(1 + len(self.folded))


@dataclass(frozen=True)
class Trust:
    """What tells whether a question is about these texts at all."""

    norm: float
    """The best score, in units that mean the same among few texts and among many."""
    known: float
    """Share of the question's content that any text has, by rarity."""
    pairs: float
    """Share of the question's neighbouring words that stand beside each other in some text."""
    is_ours: bool
    """A content word in common besides those that every text has, or none but these asked of."""


class Field:
    """BM25 of one kind of token: by token the texts that have it, and how often."""

    def __init__(
        self,
        tokens: Sequence[str],
        starts: array[int],
        places: array[int],
        counts: array[int],
        lengths: array[float],
    ) -> None:
        """`counts` in tenths; the texts of a token lie between its start and the next."""
        self.tokens, self.starts, self.places, self.counts = tokens, starts, places, counts
        self.lengths = lengths
        self.average = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        # In tenths, as the counts are.
        self._share = [TENTHS * K1 * (1 - B + B * each / self.average) for each in lengths]
        self._worth: dict[str, int | Entries] = {}

    @cached_property
    def rows(self) -> dict[str, int]:
        """Where a token stands among all; made when it is asked first, not at a start."""
        return {token: row for row, token in enumerate(self.tokens)}

    @classmethod
    def of(cls, documents: Sequence[Mapping[str, float]]) -> Field:
        """The field of some texts, each by its tokens and how often they occur."""
        found: dict[str, list[tuple[int, float]]] = {}
        for place, tokens in enumerate(documents):
            for token, count in tokens.items():
                found.setdefault(token, []).append((place, count))
        starts, places, counts = array("I", [0]), array("H"), array("H")
        for postings in found.values():
            for place, count in postings:
                places.append(place)
                counts.append(round(count * TENTHS))
            starts.append(len(places))
        lengths = array("f", [sum(tokens.values()) for tokens in documents])
        return cls(list(found), starts, places, counts, lengths)

    def frequency(self, token: str) -> int:
        """How many texts have a token."""
        row = self.rows.get(token)
        return 0 if row is None else self.starts[row + 1] - self.starts[row]

    def counts_of(self, row: int) -> Sequence[int]:
        """How often the texts of a token have it, in tenths."""
        return self.counts[self.starts[row] : self.starts[row + 1]]

    def places_of(self, row: int) -> Sequence[int]:
        """The texts that have a token."""
        return self.places[self.starts[row] : self.starts[row + 1]]

    def tenths(self, token: str) -> int:
        """How often a token occurs in all texts together, in tenths."""
        row = self.rows.get(token)
        return 0 if row is None else sum(self.counts_of(row))

    def idf(self, token: str) -> float:
        """How rare a token is."""
        number = self.frequency(token)
        return math.log(1 + (len(self.lengths) - number + 0.5) / (number + 0.5))

    def _worth_of(self, token: str) -> int | Entries:
        value, share, row = self.idf(token) * (K1 + 1), self._share, self.rows[token]
        places = self.places_of(row)
        values = (
            value * seen / (seen + share[place])
            for place, seen in zip(places, self.counts_of(row), strict=True)
        )
        return ready(places, values, len(share))

    def make_ready(self) -> None:
        """Make what the common tokens are worth, which is otherwise made when they are met first."""
        common = [
            (token, 1.0)
            for row, token in enumerate(self.tokens)
            if is_wide(self.starts[row + 1] - self.starts[row], len(self.lengths))
        ]
        for _ in self.worth(common):
            pass

    def worth(self, tokens: Weighted) -> Iterator[tuple[int | Entries, float]]:
        """What each of these tokens is worth to the texts, and how much it counts."""
        known = self._worth
        for token, weight in tokens:
            if token in known:
                yield known[token], weight
            elif token in self.rows:
                worth = known[token] = self._worth_of(token)
                yield worth, weight


class Index:
    """One language's texts, ready to be asked."""

    def __init__(
        self,
        keys: Sequence[str],
        fields: Sequence[Field],
        language: str,
        *,
        by_accents: bool = False,
    ) -> None:
        """`fields` are those of the folded syllables, of their pairs, and of accented ones.

        `by_accents`: whether a word tells little is seen by its accents, where it was typed with
        them, else by those that it has in these texts. Where there are samples they say more.
        """
        self.language = language
        self._by_accents = by_accents and language == "vi"
        self.keys = list(keys)
        self.folded, self.pairs, self.accented = self.fields = tuple(fields)
        self._alike: dict[tuple[int, str], list[str]] | None = None
        self._repaired = lru_cache(maxsize=4096)(self._repair)

    @classmethod
    def of(cls, texts: Iterable[Text], language: str, *, by_accents: bool = False) -> Index:
        """The index of some texts."""
        keys: list[str] = []
        kinds: list[list[Mapping[str, float]]] = [[], [], []]
        for text in texts:
            keys.append(text.slug)
            totals: list[dict[str, float]] = [{}, {}, {}]
            for piece, count in (
                *((each, 1.0) for each in (text.body, *text.samples)),
                (text.aside, ASIDE),
            ):
                for total, tokens in zip(totals, tokens_of(piece, language), strict=True):
                    for token in tokens:
                        total[token] = total.get(token, 0.0) + count
            for kind, total in zip(kinds, totals, strict=True):
                kind.append(total)
        return cls(keys, [Field.of(kind) for kind in kinds], language, by_accents=by_accents)

    @cached_property
    def _telling(self) -> frozenset[str]:
        """Folded words that tell much in most places where these texts have them."""
        balance: dict[str, int] = {}
        field = self.accented
        for row, token in enumerate(field.tokens):
            form, count = form_of(token, self.language), sum(field.counts_of(row))
            is_no_telling = token == form or is_little(token)
            balance[form] = balance.get(form, 0) + (-count if is_no_telling else count)
        return frozenset(form for form, more in balance.items() if more > 0)

    def _weight_of(self, word: str, form: str, *, is_accented: bool) -> float:
        weight = weight_of(form, self.language)
        if weight == 1.0 or not self._by_accents:
            return weight
        tells = not is_little(word) if is_accented else form in self._telling
        return 1.0 if tells else weight

    def _repair(self, word: str) -> tuple[str, ...]:
        """A token that can't be a syllable: keys undone, a lost space split, one slip mended."""
        folded = form_of(word, self.language)
        known = self.folded.rows
        if folded in known or folded.isdigit() or len(folded) < 3:
            return (word,)
        if meant_by((folded,), self.language):
            return (word,)
        if self.language == "vi":
            if is_syllable(folded):
                return (word,)
            mended = mend_keys(word)
            if mended != word:
                return (mended,)
            for cut in range(2, len(folded) - 1):
                one, other = folded[:cut], folded[cut:]
                if one in known and other in known and is_syllable(one) and is_syllable(other):
                    return (one, other)
        if len(folded) <= 3:
            return (word,)
        # One slip leaves the first half of a word as it was, or the last.
        half = (len(folded) - 2) // 2
        first, last = folded[:half], folded[-half:]
        near = [
            token
            for beginning, end in self._about_as_long(folded)
            for token in (
                *(each for each in beginning if each.startswith(first)),
                *(each for each in end if each.endswith(last)),
            )
            if _one_slip(folded, token)
        ]
        if not near:
            return (word,)
        return (max(near, key=lambda token: (self.folded.frequency(token), token)),)

    def _about_as_long(self, word: str) -> Iterator[tuple[list[str], list[str]]]:
        """By their length tokens about as long as a word: with its first letter, and with its last."""
        if self._alike is None:
            self._alike = {}
            for token in self.folded.tokens:
                for letter in (f"{token[:1]}…", f"…{token[-1:]}"):
                    self._alike.setdefault((len(token), letter), []).append(token)
        for size in range(max(4, len(word) - 1), len(word) + 2):
            yield (
                self._alike.get((size, f"{word[0]}…"), []),
                self._alike.get((size, f"…{word[-1]}"), []),
            )

    def query(self, question: str) -> Query:
        """A question ready to be searched for."""
        typed = written_out(words_of(with_everyday(question, self.language)), self.language)
        words = [piece for word in typed for piece in self._repaired(word)]
        accented = has_vietnamese_letter(" ".join(words))
        folded = [form_of(word, self.language) for word in words]
        weights = {
            form: self._weight_of(word, form, is_accented=accented)
            for word, form in zip(words, folded, strict=True)
        }
        meant = meant_by(folded, self.language)
        return Query(
            tuple(words),
            tuple(folded),
            accented,
            [*weights.items(), *((each, MEANT) for each in meant)],
            [
                (f"{one} {other}", (weights[one] + weights[other]) / 2)
                for one, other in dict.fromkeys(itertools.pairwise(folded))
            ],
            [
                (same(word), weights[form])
                for word, form in dict(zip(words, folded, strict=True)).items()
            ]
            if accented
            else [],
            tuple(meant),
        )

    def scores(self, query: Query) -> list[float]:
        """How well each text fits a question."""
        asked = zip(self.fields, (query.single, query.pairs, query.marked), strict=True)
        rows = itertools.chain.from_iterable(field.worth(tokens) for field, tokens in asked)
        return weighted_sums(rows, len(self.keys))

    def trust(self, query: Query, top: float) -> Trust:
        """What tells whether a question is about these texts, `top` being its best score."""
        content = [
            (word, form)
            for word, form in dict(zip(query.words, query.folded, strict=True)).items()
            if weight_of(form, self.language) == 1.0
        ]
        # In units of the rarest word, so that it means the same among few texts and among many.
        rarest = math.log(1 + (max(len(self.keys), 1) - 0.5) / 1.5)
        norm = math.log(1 + top / rarest) - 0.5 * math.log(1 + len(content))
        total = known = 0.0
        ours = False
        for word, form in content:
            there = form in self.folded.rows
            if not there:
                alike = meant_by((form,), self.language)
                there, form = bool(alike), alike[0] if alike else form
            value = self.folded.idf(form)
            total += value
            if there and query.is_accented and word != form:
                there = same(word) in self.accented.rows
            if there:
                known += value
                ours = ours or form not in GENERIC_FORMS[self.language]
        # Who speaks of nothing but a club and its people asks about ours.
        ours = ours or (bool(content) and known == total)
        neighbours = list(itertools.pairwise(query.folded))
        met = sum(f"{one} {other}" in self.pairs.rows for one, other in neighbours)
        # Words that tell little each tell something in a row: "ai tới nhà giúp".
        ours = ours or (not content and met == len(neighbours) >= TELLING)
        return Trust(
            norm,
            known / total if total else 0.0,
            met / len(neighbours) if neighbours else 0.0,
            ours,
        )


def _one_slip(typed: str, known: str) -> bool:
    if abs(len(typed) - len(known)) > 1:
        return False
    if len(typed) == len(known):
        wrong = [at for at in range(len(typed)) if typed[at] != known[at]]
        if len(wrong) == 1:
            return True
        return (
            len(wrong) == 2
            and typed[wrong[0]] == known[wrong[1]]
            and typed[wrong[1]] == known[wrong[0]]
        )
    longer, shorter = (typed, known) if len(typed) > len(known) else (known, typed)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))

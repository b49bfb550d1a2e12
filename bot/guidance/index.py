"""BM25 over folded syllables, their pairs and accented syllables, in memory.

k1 and b as measured for Vietnamese questions; sample questions are part of a text. Half of a
text's score is how well it fits as a whole, half how alike its three nearest samples are: that
finds the right one of two articles which share their words. To it comes how much likelier the
question's words are in this text's samples than in those of the others.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.keys import mend_keys
from bot.language.syllables import is_syllable
from bot.language.text import fold, has_vietnamese_letter, nfc, same

K1, B = 1.2, 0.75
WEIGHTS = {"folded": 1.0, "pair": 1.0, "accented": 1.0}
ODDS_WEIGHT = 0.15
SMOOTHING = 0.5
"""Pieces of a group in which a token that it lacks is thought to occur."""
FUNCTION_WEIGHT = 0.4
PIECE_FUNCTION_WEIGHT = 0.3
"""Of words such as "có" and "gì": what they tell of an article, and less of its sections."""
LEAST_FIT = 0.6
"""Rarity that a piece must share with a question, beyond the lead, to be shown with it."""
NEAREST = 3
"""Samples of a text that count."""
ALIKE = 0.3
"""So near to samples a question is ours though it has function words only."""

_FUNCTION = {
    "vi": frozenset(
        (
            "toi tui minh con em chau bac co chu ong ba anh chi ho la thi ma va hay hoac voi cua cho "
            "o tai trong tren duoi khi neu vi do nen de duoc bi co khong hong hong ko k chua da dang "
            "se rat qua lam cung nua roi nay kia do day gi nao sao ai dau bao nhieu may a da vang oi "
            "nhe nha nghe hen thi nhung cac mot nguoi cai viec thoi cho hoi xin muon phai can nhu the "
            "den di ra vao len xuong lai moi con toan tung theo tu bang cach luc ngay biet giup "
            "gium dum bua luon ben no ta hoai ha keu chac thiet ne hom coi"
        ).split()
    ),
    "en": frozenset(
        (
            "the a an of to in is are was be been do does did can could may might must should will "
            "would how what when where who why which my your our their his her its i you we they it "
            "and or for with from by on at if not no need have has had get got about there this that "
            "these those any some many much as so but me us them he she please tell want"
        ).split()
    ),
}
GENERIC = frozenset(("cau", "lac", "bo", "clb", "nguoi", "cao", "tuoi", "club", "clubs", "older",
                     "people", "elderly", "person"))  # fmt: skip
"""Words that every article has: they alone make no question ours."""

_EVERYDAY = {
    "vi": {
        "vô": "vào", "xài": "dùng", "má": "mẹ", "tía": "cha", "bịnh": "bệnh", "coi": "xem",
        "lãnh": "nhận", "ghi danh": "đăng ký", "ghi tên": "đăng ký", "hội viên": "thành viên",
        "nội quy": "quy chế", "điều lệ": "quy chế", "giấy tờ": "hồ sơ", "đơn từ": "hồ sơ",
        "lãnh đạo": "ban chủ nhiệm", "khai trương": "ra mắt", "người già": "người cao tuổi",
        "mạnh thường quân": "tài trợ", "té": "ngã", "bữa họp": "sinh hoạt", "đi họp": "sinh hoạt",
        "clb": "câu lạc bộ", "bcn": "ban chủ nhiệm", "ubnd": "ủy ban nhân dân",
    },
    "en": {"sign up": "register", "committee": "board", "rules": "rules charter"},
}  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True)
class Text:
    """Something to be found: its slug and all its words."""

    slug: str
    body: str
    samples: tuple[str, ...] = ()


def words_of(text: str) -> list[str]:
    """The words of a text in NFC and lower case."""
    return _TOKEN.findall(nfc(text).lower())


def stem(word: str) -> str:
    """An English word without its endings: "meetings", "meeting" and "meet" are one."""
    word = fold(word)
    if len(word) > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    if len(word) > 3 and word.endswith("e"):
        return word[:-1]
    doubled = len(word) > 4 and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word


_FORM: dict[str, Callable[[str], str]] = {"vi": fold, "en": stem}
"""What a word is compared by."""
_GENERIC = {language: frozenset(map(form, GENERIC)) for language, form in _FORM.items()}
_FUNCTION_FORMS = {
    language: frozenset(map(form, _FUNCTION[language])) for language, form in _FORM.items()
}


@lru_cache(maxsize=4096)
def _features(text: str, language: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    words = words_of(text)
    folded = [_FORM[language](word) for word in words]
    return (
        Counter(folded),
        Counter(f"{one} {other}" for one, other in itertools.pairwise(folded)),
        Counter(same(word) for word in words),
    )


class _Field:
    """BM25 of one kind of token."""

    def __init__(self, documents: Mapping[str, Counter[str]]) -> None:
        self.documents = documents
        self.lengths = {slug: sum(counts.values()) for slug, counts in documents.items()}
        self.average = (sum(self.lengths.values()) / len(documents)) if documents else 1.0
        self.frequency: Counter[str] = Counter()
        for counts in documents.values():
            self.frequency.update(counts.keys())

    def idf(self, token: str) -> float:
        """How rare a token is."""
        number = self.frequency[token]
        return math.log(1 + (len(self.documents) - number + 0.5) / (number + 0.5))

    def score(self, slug: str, tokens: Iterable[tuple[str, float]]) -> float:
        """How well a document fits weighted tokens."""
        counts, length = self.documents[slug], self.lengths[slug]
        total = 0.0
        for token, weight in tokens:
            seen = counts.get(token)
            if seen:
                part = seen * (K1 + 1) / (seen + K1 * (1 - B + B * length / self.average))
                total += weight * self.idf(token) * part
        return total


class _Groups:
    """In how many pieces of each group a token occurs: naive Bayes, one group against the rest."""

    def __init__(self, pieces: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for group, tokens in pieces:
            self._counts[group].update(set(tokens))
        self._everywhere: Counter[str] = Counter()
        for counts in self._counts.values():
            self._everywhere.update(counts)
        unseen, size = SMOOTHING * len(self._everywhere), self._everywhere.total()
        self._sizes = {
            group: (counts.total() + unseen, size - counts.total() + unseen)
            for group, counts in self._counts.items()
        }
        self._known: dict[str, dict[str, float]] = {}

    def _odds_of(self, token: str) -> dict[str, float]:
        values = {}
        for group, (size, rest) in self._sizes.items():
            here = self._counts[group][token]
            there = self._everywhere[token] - here
            values[group] = math.log((here + SMOOTHING) / size * rest / (there + SMOOTHING))
        return values

    def odds(self, tokens: Iterable[tuple[str, float]]) -> dict[str, float]:
        """How much likelier weighted tokens are in each group than elsewhere, as logarithms."""
        total = dict.fromkeys(self._sizes, 0.0)
        for token, weight in tokens:
            if token not in self._everywhere:
                continue
            if token not in self._known:
                self._known[token] = self._odds_of(token)
            for group, value in self._known[token].items():
                total[group] += weight * value
        return total


@dataclass(frozen=True)
class Signals:
    """What the index says about a question: scores best first, and signals of trust."""

    ranking: tuple[tuple[str, float], ...]
    norm: float
    known: float
    pairs: float
    """Share of the question's neighbouring words that stand beside each other in some text."""
    near: float
    """How alike the best article's nearest samples are, 0-1."""
    odds: float
    """How much likelier the question's words are in samples than in foreign questions."""
    margin: float
    ours: bool
    """A content word in common besides those that every article has."""
    sample_of: str | None
    """The text one of whose samples is this very question, accents aside."""

    @property
    def ours_features(self) -> list[float]:
        """What tells whether the question is ours."""
        return [self.norm, self.known, self.pairs, self.near, self.odds]

    @property
    def right_features(self) -> list[float]:
        """What tells whether the best article is the right one."""
        return [*self.ours_features, self.margin]


class Index:
    """One language's texts, ready to be asked."""

    def __init__(
        self,
        texts: Iterable[Text],
        language: str,
        *,
        foreign: Collection[str] = (),
        without: Collection[str] = (),
    ) -> None:
        """`foreign` are questions that no text answers; samples in `without` are left out."""
        self.language = language
        self._form = _FORM[language]
        self._function = _FUNCTION_FORMS[language]
        fields: list[dict[str, Counter[str]]] = [{}, {}, {}]
        bodies: list[tuple[str, str]] = []
        kept: list[tuple[str, str]] = []
        for text in texts:
            samples = [sample for sample in text.samples if sample not in without]
            bodies.append((text.slug, text.body))
            kept.extend((text.slug, sample) for sample in samples)
            totals: list[Counter[str]] = [Counter(), Counter(), Counter()]
            for piece in (text.body, *samples):
                features = _features(self._everyday(piece), language)
                for total, counts in zip(totals, features, strict=True):
                    total.update(counts)
            for field, total in zip(fields, totals, strict=True):
                field[text.slug] = total
        self._folded, self._pairs, self._accented = (_Field(field) for field in fields)
        self.slugs = list(fields[0])
        # Samples by token: who has it, and how much of that sample's length it makes up.
        self._samples: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        self._sample_slugs = [slug for slug, _ in kept]
        self._slug_of = {fold(" ".join(words_of(sample))): slug for slug, sample in kept}
        for number, (_, sample) in enumerate(kept):
            vector = self._vector([self._form(word) for word in words_of(self._everyday(sample))])
            for token, value in vector.items():
                self._samples[token].append((number, value))
        self._by_slug = _Groups((slug, self._tokens(piece)) for slug, piece in [*bodies, *kept])
        asked = [
            *(("ours", sample) for _, sample in kept),
            *(("foreign", each) for each in foreign),
        ]
        self._ours = _Groups((group, self._tokens(each)) for group, each in asked if foreign)

    def _tokens(self, text: str) -> list[str]:
        """A text's folded words and pairs of them."""
        folded = [self._form(word) for word in words_of(self._everyday(text))]
        return [*folded, *(f"{one} {other}" for one, other in itertools.pairwise(folded))]

    def _weight(self, token: str) -> float:
        return FUNCTION_WEIGHT if token in self._function else 1.0

    def _vector(self, folded: list[str]) -> dict[str, float]:
        """A text's tokens and pairs with their rarity, of length 1."""
        values = {token: self._folded.idf(token) * self._weight(token) for token in set(folded)}
        for one, other in set(itertools.pairwise(folded)):
            pair = f"{one} {other}"
            weight = (self._weight(one) + self._weight(other)) / 2
            values[pair] = WEIGHTS["pair"] * self._pairs.idf(pair) * weight
        length = math.sqrt(sum(value * value for value in values.values())) or 1.0
        return {token: value / length for token, value in values.items()}

    def _nearest(self, folded: list[str]) -> dict[str, float]:
        """How alike each text's three nearest samples are to a question."""
        alike: defaultdict[int, float] = defaultdict(float)
        for token, value in self._vector(folded).items():
            for number, part in self._samples.get(token, ()):
                alike[number] += value * part
        by_slug: defaultdict[str, list[float]] = defaultdict(list)
        for number, value in alike.items():
            by_slug[self._sample_slugs[number]].append(value)
        return {
            slug: sum(sorted(values, reverse=True)[:NEAREST]) / NEAREST
            for slug, values in by_slug.items()
        }

    def _everyday(self, text: str) -> str:
        """Everyday words beside the articles' own, so that either finds the other."""
        words = nfc(text).lower()
        accented = has_vietnamese_letter(words)
        padded = f" {words} " if accented else f" {fold(words)} "
        added = [
            proper
            for plain, proper in _EVERYDAY[self.language].items()
            if f" {plain if accented else fold(plain)} " in padded
        ]
        return f"{text} {' '.join(added)}" if added else text

    def _repair(self, word: str) -> list[str]:
        """A token that can't be a syllable: keys undone, a lost space split, one slip mended."""
        folded = self._form(word)
        known = self._folded.frequency
        if folded in known or folded.isdigit() or len(folded) < 3:
            return [word]
        if self.language == "vi":
            if is_syllable(folded):
                return [word]
            mended = mend_keys(word)
            if mended != word:
                return [mended]
            for cut in range(2, len(folded) - 1):
                one, other = folded[:cut], folded[cut:]
                if is_syllable(one) and is_syllable(other) and one in known and other in known:
                    return [one, other]
        near = [token for token in known if len(token) > 3 and _one_slip(folded, token)]
        return [max(near, key=lambda token: known[token])] if len(folded) > 3 and near else [word]

    def ask(self, question: str) -> Signals:
        """Rank the texts for a question."""
        words = [
            piece for word in words_of(self._everyday(question)) for piece in self._repair(word)
        ]
        accented = has_vietnamese_letter(" ".join(words))
        folded = [self._form(word) for word in words]

        single = [(token, self._weight(token)) for token in dict.fromkeys(folded)]
        pairs = [
            (f"{one} {other}", (self._weight(one) + self._weight(other)) / 2)
            for one, other in dict.fromkeys(itertools.pairwise(folded))
        ]
        marked = (
            [(same(word), self._weight(self._form(word))) for word in dict.fromkeys(words)]
            if accented
            else []
        )
        scores = {
            slug: WEIGHTS["folded"] * self._folded.score(slug, single)
            + WEIGHTS["pair"] * self._pairs.score(slug, pairs)
            + WEIGHTS["accented"] * self._accented.score(slug, marked)
            for slug in self.slugs
        }
        near = self._nearest(folded)
        top = max(scores.values(), default=0.0)
        # Long questions have more words to speak for a text; the root keeps them comparable.
        tokens, length = [*single, *pairs], math.sqrt(1 + len(folded))
        if self._sample_slugs:
            odds = self._by_slug.odds(tokens)
            blended = {
                slug: (score / top + near.get(slug, 0.0)) / 2 + ODDS_WEIGHT * odds[slug] / length
                for slug, score in scores.items()
                if score
            }
        else:
            blended = {slug: score / top for slug, score in scores.items() if score}
        ranking = tuple(sorted(blended.items(), key=lambda pair: (-pair[1], pair[0])))
        content = [
            (word, token)
            for word, token in dict(zip(words, folded, strict=True)).items()
            if token not in self._function
        ]
        neighbours = list(itertools.pairwise(folded))
        met = sum(f"{one} {other}" in self._pairs.frequency for one, other in neighbours)
        norm, known, ours = self._trust(top, content, accented)
        first = ranking[0] if ranking else ("", 0.0)
        second = ranking[1][1] if len(ranking) > 1 else 0.0
        nearness = near.get(first[0], 0.0)
        return Signals(
            ranking,
            norm,
            known,
            met / len(neighbours) if neighbours else 0.0,
            nearness,
            self._ours.odds(tokens).get("ours", 0.0) / length,
            first[1] - second,
            ours or nearness >= ALIKE,
            self._slug_of.get(fold(" ".join(words_of(question)))),
        )

    def best_piece(self, question: str, lead: str, pieces: Sequence[tuple[str, str]]) -> int | None:
        """Which of the (heading, text) pieces after a lead fits a question; None for none.

        What counts is what tells the pieces from each other and from the lead; what the heading
        says counts twice. A piece that adds nothing to the lead isn't needed.
        """
        asked = {token: self._weight_of(token) for token in self._tokens(question)}
        named = [set(self._tokens(heading)) for heading, _ in pieces]
        texts = [set(self._tokens(f"{heading}\n{text}")) for heading, text in pieces]
        known = set(self._tokens(lead))
        values = {}
        for token, weight in asked.items():
            number = sum(token in each for each in (known, *texts))
            values[token] = weight * math.log(1 + (len(texts) + 1.5 - number) / (number + 0.5))

        def worth(place: int, without: set[str]) -> float:
            return sum(
                value * (2 if token in named[place] else 1)
                for token, value in values.items()
                if token in texts[place] and (token in named[place] or token not in without)
            )

        best = max(range(len(texts)), key=lambda place: worth(place, set()), default=None)
        return best if best is not None and worth(best, known) > LEAST_FIT else None

    def _weight_of(self, token: str) -> float:
        """The weight of a word or of a pair, generic ones aside."""
        words = token.split()
        if len(words) == 1 and token in _GENERIC[self.language]:
            return 0.0
        weights = [PIECE_FUNCTION_WEIGHT if word in self._function else 1.0 for word in words]
        return sum(weights) / len(words)

    def _trust(
        self,
        top: float,
        content: list[tuple[str, str]],
        accented: bool,
    ) -> tuple[float, float, bool]:
        # In units of the rarest word, so that it means the same among few texts and among many.
        rarest = math.log(1 + (max(len(self.slugs), 1) - 0.5) / 1.5)
        norm = math.log(1 + top / rarest) - 0.5 * math.log(1 + len(content))
        total = known = 0.0
        ours = False
        for word, token in content:
            value = self._folded.idf(token)
            total += value
            there = token in self._folded.frequency
            if there and accented and word != token:
                there = same(word) in self._accented.frequency
            if there:
                known += value
                ours = ours or token not in _GENERIC[self.language]
        share = known / total if total else 0.0
        return norm, share, ours


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

"""What an article may say: questions that stand alone, figures that were looked up, true buttons."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.catalogue import read_catalogue
from bot.domain.events import KINDS
from bot.domain.events.rules import EVENING, QUIET_FROM, QUIET_UNTIL
from bot.facts import PLACEHOLDER, SPOKEN, load_facts, put_in
from bot.guidance.articles import FOLDER, Article, load_articles
from bot.guidance.evaluation import answer_as_json
from bot.guidance.words import FUNCTION_FORMS, GENERIC_FORMS, form_of, words_of
from bot.intents.arbiter import understand
from bot.intents.attendance import Attendee, read_attendance
from bot.intents.live import Live, read_live
from bot.intents.scene import Scene
from bot.intents.understanding import Intent
from bot.intents.wishes import read_wish
from bot.intents.words import meanings_of
from bot.language.address import asks_for_form
from bot.language.births import read_birth
from bot.language.text import fold
from bot.settings import Settings
from bot.speech.translation import Speaker, Written

SLUGS = (
    "what-is-a-club activity-areas benefits who-can-join how-to-join register-for-a-relative "
    "leaving-the-club rights-and-duties founding-steps founding-conditions survey "
    "founding-committee choosing-members board club-rules founding-dossier recognition-decision "
    "launch-ceremony monthly-meeting meeting-place health-checks health-talks exercise culture "
    "home-care mutual-help income-and-loans late-repayment club-fund bookkeeping rights-advocacy "
    "social-pension health-insurance longevity-gifts elderly-card-and-priority young-members "
    "women-and-poor-households training-for-boards volunteer-training replication monitoring "
    "reports mobilising-resources who-supports communication province-plan national-programme "
    "two-level-government personal-data scams-and-safety emergency using-the-bot"
).split()
"""People link to them: none is dropped, merged or renamed."""
BOTH = pytest.mark.parametrize("slug", SLUGS)
ARTICLES = load_articles()
LEAST_SAMPLES = {"vi": 12, "en": 5}
SPEAKERS = {"vi": Speaker("vi", "bác", "con"), "en": Speaker("en", "you", "I")}
ASKS = {
    "vi": re.compile(
        r"\b(gì|nào|sao|ai|đâu|bao nhiêu|bao lâu|bao giờ|mấy|không|chưa|hay|hả|phải)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(what|who|whom|whose|which|when|where|why|how|do|does|did|is|are|am|can|could|may|must"
        r"|should|will|would|has|have|was|were|need)\b",
        re.IGNORECASE,
    ),
}
OFFICIAL = {"vi": ("trợ lý", "như trên", "nêu trên", "ubnd xã"), "en": ("as above",)}
CALLS = {"111", "112", "113", "114", "115"}
PRESSED = re.compile(r'(?:bấm|nút|press|tap|button) "([^"]+)"', re.IGNORECASE)
TYPED = re.compile(r'(?:gõ|nhắn|type) "([^"]+)"', re.IGNORECASE)


def articles(language: str) -> Iterator[Article]:
    """The articles of a language."""
    return (article for (each, _), article in ARTICLES.items() if each == language)


def read(language: str, text: str) -> str:
    """A text as somebody reads it."""
    return SPEAKERS[language].text(Written(text))


def plain(text: str) -> str:
    """Words alone, without accents and case."""
    return " ".join(re.findall(r"[^\W_]+", fold(text)))


def parts(article: Article) -> Iterator[tuple[str, str]]:
    """What is read of an article, each part by its name."""
    yield "the lead", article.lead
    yield from ((section.heading, section.text) for section in article.sections)


def test_every_slug_is_there_in_both_languages() -> None:
    for language in ("vi", "en"):
        assert set(SLUGS) <= {slug for each, slug in ARTICLES if each == language}


@BOTH
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_article_answers_its_title_in_short(slug: str, language: str) -> None:
    article = ARTICLES[language, slug]
    lead = read(language, article.lead)
    assert 0 < len(lead) <= 300
    assert len(re.split(r"(?<=[.!?])\s", lead)[0]) <= 160
    assert article.lead_sources
    assert 8 <= len(article.sections) <= 14


@BOTH
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_section_is_a_question_that_stands_alone(slug: str, language: str) -> None:
    for section in ARTICLES[language, slug].sections:
        heading, text = read(language, section.heading), read(language, section.text)
        assert heading.endswith("?"), heading
        assert len(heading) <= 80, heading
        assert ASKS[language].search(heading), heading
        assert 0 < len(text) <= 300, (heading, len(text))
        assert section.sources, heading
        assert len(section.samples) >= LEAST_SAMPLES[language], heading
        for word in OFFICIAL[language]:
            assert word not in text.lower(), (heading, word)
        assert text.lower().count("chưa rõ") <= 1, heading


@BOTH
def test_both_languages_are_built_alike(slug: str) -> None:
    vi, en = ARTICLES["vi", slug], ARTICLES["en", slug]
    assert len(vi.sources) == len(en.sources)
    assert sorted(vi.lead_sources) == sorted(en.lead_sources)
    assert len(vi.sections) == len(en.sections)
    for one, other in zip(vi.sections, en.sections, strict=True):
        assert sorted(one.sources) == sorted(other.sources), one.heading


@BOTH
def test_every_source_carries_something(slug: str) -> None:
    for language in ("vi", "en"):
        article = ARTICLES[language, slug]
        used = {*article.lead_sources, *(n for each in article.sections for n in each.sources)}
        assert used == set(range(1, len(article.sources) + 1))


def written(language: str, slug: str) -> list[str]:
    """The lines that are read, as they were written: with the names of facts."""
    body = (FOLDER / language / f"{slug}.md").read_text(encoding="utf-8").split("\n+++\n", 1)[1]
    return [line for line in body.split("\n") if not line.startswith(("? ", "@"))]


@BOTH
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_figure_is_a_fact(slug: str, language: str) -> None:
    for line in written(language, slug):
        bare = re.sub(r"^\s*\d+[.)] ", "", PLACEHOLDER.sub("", line))
        assert not re.search(r"\d", bare), line


@BOTH
def test_both_languages_state_the_same_facts(slug: str) -> None:
    def stated(language: str) -> list[set[str]]:
        found: list[set[str]] = [set()]
        for line in written(language, slug):
            if line.startswith("## "):
                found.append(set())
            found[-1] |= set(PLACEHOLDER.findall(line)) - SPOKEN
        return found

    assert stated("vi") == stated("en")


def test_a_sum_says_from_when_it_holds() -> None:
    facts = load_facts()
    for language in ("vi", "en"):
        for slug in SLUGS:
            for part in "\n".join(written(language, slug)).split("\n## "):
                said = put_in(part, language, facts)
                for name in set(PLACEHOLDER.findall(part)) - SPOKEN:
                    fact = facts[name.partition(".")[0]]
                    if "." not in name and fact.since and re.search(r"đồng|tuổi", fact.words["vi"]):
                        assert str(fact.since.year) in said, (slug, name)


def test_every_fact_is_sourced() -> None:
    for fact in load_facts().values():
        assert fact.source.strip(), fact.name
        assert fact.look_again is None or fact.look_again > fact.checked, fact.name


def test_a_sample_stands_in_one_place_only() -> None:
    places = defaultdict(set)
    for article in ARTICLES.values():
        for place, section in enumerate(article.sections):
            for sample in section.samples:
                places[plain(sample)].add((article.language, article.slug, place))
            assert len(set(map(plain, section.samples))) == len(section.samples), section.heading
    assert {sample: each for sample, each in places.items() if len(each) > 1} == {}


def test_no_sentence_of_twelve_words_stands_in_two_articles() -> None:
    found = defaultdict(set)
    for article in ARTICLES.values():
        for _, text in parts(article):
            for sentence in re.split(r"(?<=[.!?:;])\s+|\n", read(article.language, text)):
                words = plain(sentence).split()
                for at in range(len(words) - 11):
                    found[article.language, " ".join(words[at : at + 12])].add(article.slug)
    assert {run: slugs for run, slugs in found.items() if len(slugs) > 1} == {}


def test_the_words_are_the_souths_and_no_office_english() -> None:
    elsewhere = re.compile(
        r"(?<!\w)(?:ốm|nghìn|bẩy|thầy u|bố mẹ|quý khách|bạn|email|online|link|chatbot)(?!\w)",
        re.IGNORECASE,
    )
    for article in articles("vi"):
        for name, text in parts(article):
            text = re.sub(
                r"câu lạc bộ bạn|bạn (?:bè|già|học|của)|kết bạn|bầu bạn|làm bạn", "", text
            )
            assert not elsewhere.search(text), (article.slug, name, elsewhere.search(text))


def test_english_speaks_of_no_reader_by_name() -> None:
    for article in articles("en"):
        assert not re.search(r"\{(?:self|address)\}", article.text), article.slug


def test_numbers_to_call_are_all_in_the_article_on_danger() -> None:
    for language in ("vi", "en"):
        called = set(re.findall(r"\b11[1-5]\b", ARTICLES[language, "emergency"].text))
        assert called >= CALLS - {"111"}


GRANDPARENTS = [Attendee(1, "bà ngoại"), Attendee(2, "ông ngoại")]


def understood(language: str, words: str) -> bool:
    """Whether a command that an article names is one."""
    if len(meanings_of(words)) == 1 or read_wish(words) is not None or asks_for_form(words):
        return True
    if read_live(words) is not None or read_attendance(words, GRANDPARENTS).answers:
        return True
    meaning = understand(words, Scene(lang=language))
    return meaning.intent not in (Intent.UNCLEAR, Intent.QUESTION, Intent.SMALL_TALK)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_buttons_and_commands_exist(language: str) -> None:
    labels = {fold(text) for text in read_catalogue(language).values()}
    wrong = []
    for article in articles(language):
        for name, text in parts(article):
            wrong += [
                (article.slug, name, each)
                for each in PRESSED.findall(text)
                if fold(each) not in labels
            ]
            wrong += [
                (article.slug, name, each)
                for each in TYPED.findall(text)
                if fold(each) not in labels and not understood(language, each)
            ]
    assert wrong == []


def test_examples_are_understood() -> None:
    for sentence, called in (
        ("bà đi, ông không", ("bà ngoại", "ông ngoại")),
        ("grandma yes, grandpa no", ("grandma", "grandpa")),
    ):
        people = [Attendee(number, words) for number, words in enumerate(called, 1)]
        assert read_attendance(sentence, people).answers == {1: "yes", 2: "no"}
    assert read_live("khi nào họp") is Live.NEXT_EVENT
    assert read_birth("khoảng 1952", date(2026, 12, 1)).year == 1952


def test_reminders_come_when_the_article_says() -> None:
    text = ARTICLES["vi", "using-the-bot"].text
    sentence = next(line for line in text.split(";") if "nhắc trước" in line).lower()
    named = [kind for kind in KINDS.values() if any(name in sentence for name in kind.names)]
    assert named
    for kind in named:
        called = next(name for name in kind.names if name in sentence)
        days = re.search(r"(\d+) ngày", sentence[sentence.index(called) :])
        assert days is not None
        assert int(days[1]) == max(each.days_before for each in kind.offsets), kind.key
    assert (EVENING.hour, QUIET_FROM.hour, QUIET_UNTIL.hour) == (17, 21, 7)


def test_data_are_kept_as_long_as_the_article_says() -> None:
    names = ("conversations_days", "after_leaving_days", "proof_days", "backups")
    kept = [Settings.model_fields[f"keep_{name}"].default for name in names]
    assert kept == [30, 365, 3 * 365, 7]
    text = ARTICLES["vi", "personal-data"].text
    for words in ("30 ngày", "7 ngày"):
        assert words in text


def test_what_is_read_at_once_is_not_too_long() -> None:
    for article in ARTICLES.values():
        for section in article.sections:
            assert len(f"{section.heading}\n{section.text}") <= 600


@pytest.mark.parametrize(
    ("typed", "slug", "words"),
    [
        ("tiền vay hội có lấy lời không", "income-and-loans", "lời"),
        ("gọi 115 tốn tiền không", "emergency", "không tốn"),
        ("trợ cấp hưu trí xã hội cho người 76 tuổi được bao nhiêu", "social-pension", "đồng"),
        ("who pays for the health check", "health-checks", "free"),
    ],
)
def test_what_is_shown_answers(typed: str, slug: str, words: str) -> None:
    found = answer_as_json(typed, "vi")
    assert found["article"] == slug
    assert words in found["answer"].lower()
    assert found["sources"]
    assert len(found["sources"]) <= len(ARTICLES["vi", slug].sources)


FILES = sorted(Path(FOLDER).glob("*/*.md"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_file_holds_samples_at_its_head(path: Path) -> None:
    assert "samples =" not in path.read_text(encoding="utf-8").split("\n+++\n", 1)[0]


def content(language: str, text: str) -> set[str]:
    """The words of a text that say something, without accents."""
    forms = {form_of(word, language) for word in words_of(read(language, text))}
    return forms - FUNCTION_FORMS[language] - GENERIC_FORMS[language]


@BOTH
@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_article_states_three_things_that_no_other_leads_with(slug: str, language: str) -> None:
    """Sentences that name a fact or a thing to do, most of whose words stand in no other's lead."""
    leads = [content(language, each.lead) for each in articles(language) if each.slug != slug]
    own = 0
    for section in ARTICLES[language, slug].sections:
        for sentence in re.split(r"(?<=[.!?])\s+", section.text):
            said = content(language, sentence)
            shared = max((len(said & lead) / len(said) for lead in leads), default=0) if said else 1
            own += len(said) >= 5 and shared < 0.5
    assert own >= 3


def yes_or_no(text: str) -> int:
    """1 for a text that begins with a yes, -1 for a no, 0 for neither."""
    first = re.sub(r"^dạ,? ", "", text.lower()).split()[0].strip(",.:;")
    return {"được": 1, "có": 1, "phải": 1, "không": -1, "yes": 1, "no": -1}.get(first, 0)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_articles_answer_a_question_with_yes_and_no(language: str) -> None:
    """Two sections that are asked the same, by most of the words of their questions."""
    asked = [
        (article.slug, section, content(language, section.heading))
        for article in articles(language)
        for section in article.sections
    ]
    opposed = [
        (slug, section.heading, other_slug, other.heading)
        for (slug, section, words), (other_slug, other, others) in itertools.combinations(asked, 2)
        if slug != other_slug
        if yes_or_no(section.text) * yes_or_no(other.text) < 0
        if len(words & others) >= max(2, 0.6 * max(len(words), len(others)))
    ]
    assert opposed == []

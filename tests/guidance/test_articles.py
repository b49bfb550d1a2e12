"""What an article may say: acts, numbers and sums that were looked up, buttons that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.catalogue import read_catalogue
from bot.domain.events import RULES
from bot.domain.events.rules import EVENING, QUIET_FROM, QUIET_UNTIL
from bot.guidance.articles import Article, load_articles
from bot.guidance.evaluation import answer_as_json, read_questions
from bot.guidance.index import stem
from bot.guidance.retriever import Outcome, answer_question, best_section
from bot.intents.attendance import Attendee, read_attendance
from bot.intents.live import Live, read_live
from bot.intents.wishes import read_wish
from bot.intents.words import meanings_of
from bot.language.address import asks_for_form
from bot.language.births import read_birth
from bot.language.text import fold
from bot.settings import Settings

QUESTIONS = Path(__file__).parent / "questions.jsonl"
ARTICLES = load_articles()
SLUGS = sorted({slug for _, slug in ARTICLES})
BOTH = pytest.mark.parametrize("slug", SLUGS)

ACT = re.compile(r"\d+/(?:\d{4}/)?(?:NQ-CP|[NQ][ĐD]-(?:CP|TTg|UBND)|QH\d+|TT-[A-Z]+|SYT-CNTT)")
ACTS = {
    "39/2009/QH12", "91/2025/QH15", "72/2025/QH15", "202/2025/QH15",
    "30/2020/NĐ-CP", "126/2024/NĐ-CP", "165/2026/NĐ-CP", "188/2025/NĐ-CP", "356/2025/NĐ-CP",
    "1336/QĐ-TTg", "1648/QĐ-TTg", "2023/QĐ-TTg", "222/QĐ-UBND", "307/QĐ-UBND",
    "35/2011/TT-BYT", "96/2018/TT-BTC", "7188/SYT-CNTT",
}  # fmt: skip
"""Acts that were looked up. A new one is added together with where it was read."""

SUM = re.compile(
    r"(\d[\d.,]*(?:-[\d.,]+)?(?: triệu| million)?) (?:đồng|dong)|(\d+ (?:triệu|million))"
)
SUMS = {"2000-5000", "5 m", "10 m", "20 m", "25 m", "50 m"}
"""In đồng: the fee of an old guide, loans and funds of clubs that were reported."""

PERCENT = re.compile(r"([\d,.]+(?:-\d+)?) %")
PERCENTS = {"20", "1.66", "60-70", "30-40", "70"}
"""Interest by the Civil Code; shares of members by 1336/QĐ-TTg."""

CALL = re.compile(r"\b(?:1[89]00(?: \d+)+|11\d)\b")
CALLS = {"111", "112", "113", "114", "115", "1900 96 96 80", "1800 1768"}

QUOTED = re.compile('"([^"]+)"')
EXAMPLES = {
    "bà đi, ông không", "grandma yes, grandpa no", "khoảng 1952", "about 1952", "gọi tôi là cô",
    "khi nào họp", "when is the next meeting", "goi toi la bac", "bà mất rồi",
}  # fmt: skip
"""Quoted, but neither a button nor a command."""
SHOWN = {"Chưa rõ", "Unknown", "chưa đối chiếu", "thành viên không nêu tên"}
"""Words that stand in lists and on papers."""

OUR_OWN = ("dự án này", "This project's own")


def texts(language: str) -> Iterator[tuple[Article, str]]:
    """The articles of a language, each with what is read of it."""
    for (each, _), article in ARTICLES.items():
        if each == language:
            yield article, article.text


def plain_number(text: str) -> str:
    """A number as both languages write it alike: 1,66 and 1.66, 2.000 and 2,000."""
    text = re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", text)
    return text.replace(",", ".")


@BOTH
def test_a_source_says_where_it_was_read(slug: str) -> None:
    for language in ("vi", "en"):
        for source in ARTICLES[language, slug].sources:
            assert (
                re.search(r"\w\.\w{2,}", source)
                or re.search(r"(?:Luật|Bộ luật|Law|Code)\b", source)
                or ACT.search(source)
                or any(each in source for each in OUR_OWN)
                or "Báo Hà Tĩnh" in source
            ), source


@BOTH
def test_both_languages_name_the_same_sources(slug: str) -> None:
    vi, en = (ARTICLES[language, slug].sources for language in ("vi", "en"))
    assert len(vi) == len(en)
    for one, other in zip(vi, en, strict=True):
        for pattern in (ACT, re.compile(r"[\w.-]+\.(?:vn|org|com)\b")):
            assert {fold(each) for each in pattern.findall(one)} == {
                fold(each) for each in pattern.findall(other)
            }, one


@pytest.mark.parametrize("language", ["vi", "en"])
def test_only_acts_that_were_looked_up_are_named(language: str) -> None:
    known = {fold(each) for each in ACTS}
    for article, text in texts(language):
        named = {fold(each) for each in ACT.findall(text)}
        sourced = {fold(each) for each in ACT.findall(" ".join(article.sources))}
        assert named | sourced <= known, article.slug
        assert named <= sourced, (article.slug, "is named, but not among the sources")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_only_sums_and_shares_that_were_looked_up_are_named(language: str) -> None:
    for article, text in texts(language):
        sums = {plain_number(one or other).strip(".") for one, other in SUM.findall(text)}
        sums = {re.sub(r" (?:triệu|million)", " m", each) for each in sums}
        assert sums <= SUMS, article.slug
        assert {plain_number(each) for each in PERCENT.findall(text)} <= PERCENTS, article.slug


@pytest.mark.parametrize("language", ["vi", "en"])
def test_only_known_numbers_to_call_are_given(language: str) -> None:
    for article, text in texts(language):
        assert set(CALL.findall(text)) <= CALLS, article.slug
    assert set(CALL.findall(ARTICLES[language, "emergency"].text)) == CALLS


MONTHS = {"January": 1, "July": 7, "August": 8}


def numbers(text: str) -> list[str]:
    """The numbers of a text in any order, days written alike."""
    text = re.sub(
        r"(\d+) (January|July|August) (\d{4})",
        lambda found: f"{found[1]}/{MONTHS[found[2]]}/{found[3]}",
        text,
    )
    return sorted(re.findall(r"\d+(?:[./]\d+)*", plain_number(text)))


@BOTH
def test_both_languages_say_the_same_in_numbers(slug: str) -> None:
    vi, en = ARTICLES["vi", slug], ARTICLES["en", slug]
    assert len(vi.sections) == len(en.sections)
    assert numbers(vi.lead) == numbers(en.lead)
    for one, other in zip(vi.sections, en.sections, strict=True):
        assert numbers(one.text) == numbers(other.text), one.heading


def test_the_words_are_the_souths_and_no_office_english() -> None:
    elsewhere = re.compile(
        r"(?<!\w)(?:ốm|nghìn|bẩy|thầy u|bố mẹ|quý khách|bạn|email|online|link|app|chatbot|bot)(?!\w)",
        re.IGNORECASE,
    )
    for article, text in texts("vi"):
        text = text.replace("câu lạc bộ bạn", "")
        assert not elsewhere.search(text), (article.slug, elsewhere.search(text))


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("board", "2 năm"),
        ("board", "hơn một nửa"),
        ("board", "hai người, khác nhà"),
        ("founding-committee", "3 tới 9 người"),
        ("founding-committee", "trưởng ban"),
        ("club-rules", "vắng ba lần"),
        ("founding-dossier", "sáu giấy"),
        ("founding-dossier", "nộp một bộ"),
        ("launch-ceremony", "một tới hai tiếng"),
        ("launch-ceremony", "câu lạc bộ bạn"),
        ("monthly-meeting", "một tiếng rưỡi"),
        ("recognition-decision", "ngày có hiệu lực"),
        ("who-can-join", "trẻ em"),
    ],
)
def test_what_is_only_proposed_is_said_to_be(slug: str, words: str) -> None:
    article = ARTICLES["vi", slug]
    (found,) = {
        each for each in (article.lead, *(one.text for one in article.sections)) if words in each
    }
    assert re.search(r"gợi ý|tùy quy chế|hỏi UBND xã", found, re.IGNORECASE)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_buttons_and_commands_exist(language: str) -> None:
    labels = {fold(text) for text in read_catalogue(language).values()}
    for article, text in texts(language):
        for quoted in QUOTED.findall(text):
            assert (
                quoted in EXAMPLES | SHOWN
                or fold(quoted) in labels
                or len(meanings_of(quoted)) == 1
                or read_wish(quoted) is not None
            ), (article.slug, quoted)


def test_examples_are_understood() -> None:
    for sentence, called in (
        ("bà đi, ông không", ("bà ngoại", "ông ngoại")),
        ("grandma yes, grandpa no", ("grandma", "grandpa")),
    ):
        people = [Attendee(number, words) for number, words in enumerate(called, 1)]
        assert read_attendance(sentence, people).answers == {1: "yes", 2: "no"}
    assert read_attendance("bà mất rồi", [Attendee(1, "bà ngoại")]).deceased
    assert asks_for_form("gọi tôi là cô")
    assert asks_for_form("goi toi la bac")
    assert read_live("khi nào họp") is Live.NEXT_EVENT
    assert read_birth("khoảng 1952", date(2026, 12, 1)).year == 1952


def test_reminders_come_when_the_article_says() -> None:
    text = ARTICLES["vi", "using-the-bot"].text
    days = {kind: max(each.days_before for each in rule.offsets) for kind, rule in RULES.items()}
    assert days == {"meeting": 3, "health_check": 7, "training": 7}
    assert "Buổi sinh hoạt nhắc trước 3 ngày, khám sức khỏe và tập huấn trước 7 ngày" in text
    assert (EVENING.hour, QUIET_FROM.hour, QUIET_UNTIL.hour) == (17, 21, 7)
    assert "lúc 5 giờ chiều hôm trước. Từ 9 giờ tối tới 7 giờ sáng không nhắc" in text


def test_data_are_kept_as_long_as_the_article_says() -> None:
    names = ("conversations_days", "after_leaving_days", "proof_days", "backups")
    kept = [Settings.model_fields[f"keep_{name}"].default for name in names]
    assert kept == [30, 365, 3 * 365, 7]
    section = best_section("vi", "personal-data", "giữ bao lâu")
    assert section is not None
    for words in ("một năm sau khi thôi", "30 ngày", "ba năm sau khi xóa", "khoảng 7 ngày"):
        assert words in section.text


def test_a_page_is_not_too_long() -> None:
    for article in ARTICLES.values():
        for section in article.sections:
            page = f"{article.title}\n\n{article.lead}\n\n{section.heading}\n{section.text}"
            assert len(page) <= 1200, (article.slug, section.heading)


@pytest.mark.parametrize(
    "typed",
    [
        "lương hưu xã hội được bao nhiêu tiền",
        "tien tro cap nguoi gia 80 tuoi moi thang bao nhieu",
        "trợ cấp xã hội cho người khuyết tật được mấy triệu",
        "tiền mai táng được lãnh bao nhiêu",
        "mừng thọ chín chục tuổi được bao nhiêu tiền",
        "how much pension do I get",
    ],
)
def test_sums_that_no_article_knows_are_not_answered(typed: str) -> None:
    assert answer_question(typed).outcome is not Outcome.ANSWER


@pytest.mark.parametrize(
    ("typed", "slug", "words"),
    [
        ("má tui bị lẫn, tui ký giùm được hông", "register-for-a-relative", "người giám hộ"),
        ("di kham co phai nhin doi khong con", "health-checks", "chỉ khi trạm y tế dặn"),
        ("bac si co toi kham tan nha khong", "health-checks", "cô đơn mà bệnh nặng"),
        ("đóng tiền hằng tháng bao nhiêu vậy con", "club-rules", "2.000-5.000 đồng"),
        ("tiền lời cho vay bao nhiêu là đúng luật", "club-rules", "20 % một năm"),
        ("lập câu lạc bộ mất mấy tháng", "founding-steps", "8 tới 12 tuần"),
        ("huyện có phải ký không", "founding-dossier", "không còn cấp huyện"),
        ("ban chủ nhiệm có lương hông", "board", "Chưa tìm thấy tài liệu nào"),
        ("cháu tui 15 tuổi đi chung được không", "who-can-join", "từ 18 tuổi"),
        ("xoa ten toi di", "personal-data", "thông tin của tôi"),
        ("gọi 115 tốn tiền không", "emergency", "đừng lo tiền"),
        ("who pays for the health check", "health-checks", "free check"),
    ],
)
def test_what_is_shown_answers(typed: str, slug: str, words: str) -> None:
    found = answer_as_json(typed, "vi")
    assert found["article"] == slug
    assert words in found["answer"]


def test_samples_are_no_copies_of_the_questions_kept_apart() -> None:
    """Not even with a word or two changed."""
    for language in ("vi", "en"):
        form = stem if language == "en" else fold
        kept = [
            {form(word) for word in re.findall(r"\w+", each.text)}
            for each in read_questions(QUESTIONS)
            if each.language == language
        ]
        for article, _ in texts(language):
            for sample in article.samples:
                words = {form(word) for word in re.findall(r"\w+", sample)}
                alike = max(len(words & each) / len(words | each) for each in kept)
                assert alike < 0.75, (article.slug, sample)

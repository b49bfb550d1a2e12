"""Communication materials: short enough, true to the articles, and no figure of their own."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from PIL import Image

from bot.documents import materials
from bot.documents.handed_out import square, write_material
from bot.documents.materials import (
    MATERIALS,
    Details,
    check_materials,
    fill_material,
    syllables,
)
from bot.documents.picture import HEIGHT, WIDTH, draw_material
from bot.documents.texts import SLOT, PaperTextError
from bot.guidance.articles import load_articles
from tests.documents.test_papers import W, paragraphs

NOW = datetime(2026, 12, 5, 8, tzinfo=UTC)
LINK = "https://t.me/hailac_bot?start=ABC234"
USUAL = Details(
    "CLB Hải Lạc", "nhà văn hóa, tổ 1", "ngày 15 hằng tháng", "8 giờ sáng",
    "Nguyễn Văn Tư, 0918 204 615", "ABC234", LINK, "@hailac_bot", "@hailac",
)  # fmt: skip
LONG = Details(
    "CLB Liên thế hệ tự giúp nhau khu phố Thống Nhất Một",
    "nhà văn hóa khu phố Thống Nhất Một, tổ 12",
    "thứ Bảy đầu tháng",
    "8 giờ 30 sáng",
    "Nguyễn Thị Ngọc Lan, 0918 204 615",
    "ABC234",
    telegram="@cau_lac_bo_thong_nhat_bot",
    zalo="@caulacbothongnhat",
)
VERY_LONG = replace(LONG, club=f"{LONG.club} xã Phước Hải", place=f"{LONG.place}, {LONG.place}")
EVERY = [(code, language) for language in ("vi", "en") for code in MATERIALS]


def written(code: str, language: str, details: Details) -> Any:
    """The material as a .docx that was opened again."""
    filled = fill_material(MATERIALS[code], language, details)
    return docx.Document(io.BytesIO(write_material(filled, title="Tờ", author="CLB", now=NOW)))


def said(code: str, language: str = "vi", details: Details = USUAL) -> str:
    return "\n".join(paragraphs(written(code, language, details)))


def test_every_text_names_slots_facts_and_sections_that_there_are() -> None:
    check_materials()


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_no_figure_is_the_texts_own(code: str, language: str) -> None:
    text = (materials.FOLDER / language / f"{code}.md").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("|"):
            # The widths of a table's columns stand in its head.
            line = re.sub(r" \d+ (?=\|)", " ", line)
        bare = re.sub(r"^(\d+\. |@room \d+)", "", SLOT.sub("", line))
        assert not re.search(r"\d", bare), line


@pytest.mark.parametrize(("code", "language"), EVERY)
@pytest.mark.parametrize("details", [Details(), USUAL, LONG])
def test_a_material_opens_and_has_no_open_place(code: str, language: str, details: Details) -> None:
    text = said(code, language, details)
    assert not re.search(r"[{}\[\]]|^@", text, re.MULTILINE)
    for value in (details.club, details.contact) if code != "loudspeaker" else ():
        if value is not None and not code.endswith("handout"):
            assert str(value) in text, code
    assert ("…" in text) == (details != USUAL or code.endswith("handout")) or code in (
        "loudspeaker",
        "talking_points",
        "leaflet",
        "poster",
    )


def test_the_poster_shows_the_code_in_two_groups_and_a_square_that_opens_the_bot() -> None:
    poster = written("poster", "vi", USUAL)
    code = next(
        run for paragraph in poster.tables[-1].rows[0].cells[1].paragraphs for run in paragraph.runs
    )
    assert code.text == "ABC 234"
    assert code.font.size.pt >= 48
    assert len(poster.inline_shapes) == 1
    assert poster.inline_shapes[0].width.mm >= 70


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("details", [Details(), USUAL, LONG], ids=["blank", "usual", "long"])
def test_the_poster_is_a_picture_that_one_page_holds(language: str, details: Details) -> None:
    filled = fill_material(MATERIALS["poster"], language, details)
    drawn = draw_material(filled)
    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        shades = picture.convert("L")
        # White margins all around, and something on either half.
        assert shades.crop((0, HEIGHT - 60, WIDTH, HEIGHT)).getextrema() == (255, 255)
        assert shades.crop((0, 0, 60, HEIGHT)).getextrema() == (255, 255)
        assert shades.crop((WIDTH - 60, 0, WIDTH, HEIGHT)).getextrema() == (255, 255)
        assert shades.crop((0, HEIGHT // 2, WIDTH, HEIGHT)).getextrema()[0] == 0
    assert draw_material(filled) == drawn


def test_the_poster_says_three_ways_in() -> None:
    lines = said("poster").splitlines()
    assert lines[-3:] == ["Telegram: @hailac_bot", "Zalo: @hailac", "Hay hỏi ban chủ nhiệm"]
    dotted = said("poster", details=Details()).splitlines()
    assert [line.partition(":")[0] for line in dotted[-3:-1]] == ["Telegram", "Zalo"]
    assert all("…" in line for line in dotted[-3:-1])


def test_a_long_name_makes_the_letters_smaller_so_that_one_page_holds_them() -> None:
    longest = replace(VERY_LONG, place=", ".join([LONG.place or ""] * 7))
    for code, most, long in (("poster", 25, VERY_LONG), ("loudspeaker", 17, longest)):
        sizes = [fill_material(MATERIALS[code], "vi", each).size for each in (USUAL, LONG, long)]
        assert sizes[0] == most > sizes[2] >= most * 0.75
        assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("code", ["poster", "leaflet"])
def test_without_a_link_nothing_is_to_be_scanned(code: str) -> None:
    text = said(code, "vi", LONG)
    assert "hình vuông" not in text
    assert "ABC 234" in text
    assert not written(code, "vi", LONG).inline_shapes


def test_a_square_is_a_picture_that_says_its_link() -> None:
    import segno

    content = square(LINK)
    assert content.startswith(b"\x89PNG")
    # As large as what a reader of this version and level expects, with four quiet modules around.
    modules = segno.make(LINK, error="m", micro=False).symbol_size(scale=12, border=4)[0]
    assert int.from_bytes(content[16:20], "big") == modules


@pytest.mark.parametrize("details", [Details(), USUAL, LONG, VERY_LONG])
def test_the_loudspeaker_takes_two_minutes(details: Details) -> None:
    filled = fill_material(MATERIALS["loudspeaker"], "vi", details)
    assert 280 <= syllables(filled.parts) <= 320


def test_what_can_be_spared_is_left_out_only_where_it_takes_too_long() -> None:
    spared = "rủ hàng xóm cùng đi"
    assert spared in said("loudspeaker", "vi", USUAL)
    assert spared not in said("loudspeaker", "vi", VERY_LONG)
    assert "bày ông bà xài điện thoại" in said("loudspeaker", "vi", USUAL)


def test_what_is_read_out_has_no_figures_and_no_short_forms() -> None:
    filled = fill_material(MATERIALS["loudspeaker"], "vi", LONG)
    text = "\n".join(line for part in filled.parts for line in part.lines)
    assert not re.search(r"\d|CLB|…", text)
    assert "chừng năm mươi tới bảy mươi người" in text
    assert "không chín một tám, hai không bốn, sáu một năm" in text
    assert "từ mười tám tuổi" in text


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    ("code", "slug", "days"), [("board_handout", "board", 5), ("carers_handout", "home-care", 3)]
)
def test_a_handout_has_its_days_and_the_articles_own_words(
    code: str, slug: str, days: int, language: str
) -> None:
    filled = fill_material(MATERIALS[code], language, Details())
    headings = [part.lines[0] for part in filled.parts if part.kind == "subject"]
    pattern = r"Ngày thứ" if language == "vi" else r"\w+ day:"
    assert sum(bool(re.match(pattern, heading)) for heading in headings) == days
    texts = {section.heading: section.text for section in load_articles()[language, slug].sections}
    taken = {part.head: part.lines[0] for part in filled.parts if part.kind == "section"}
    assert any(taken.get(heading) == text for heading, text in texts.items())


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", ["board_handout", "carers_handout", "talking_points"])
def test_an_exercise_and_the_room_for_it_stay_on_one_page(code: str, language: str) -> None:
    document = written(code, language, USUAL)
    rooms = [
        cell
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        if cell.paragraphs[-1].text.count("…") > 20
        and row._tr.trPr.find(f"{W}cantSplit") is not None
    ]
    parts = fill_material(MATERIALS[code], language, USUAL).parts
    asked = [
        heading.lines[0]
        for heading, second, third in zip(parts, parts[1:], (*parts[2:], None), strict=False)
        if heading.kind == "subject"
        and (
            second.kind == "room" or (third and (second.kind, third.kind) == ("paragraph", "room"))
        )
    ]
    assert asked
    assert [cell.paragraphs[0].text for cell in rooms] == asked
    assert all(len(cell.paragraphs) >= 5 for cell in rooms)
    assert not any(paragraph.text.count("…") > 20 for paragraph in document.paragraphs)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_page_of_a_handout_stays_empty(language: str) -> None:
    """A table at a page's end is followed by the heading that begins the next one, by no line."""
    body = written("carers_handout", language, USUAL).element.body
    breaks = [each.getparent().getparent() for each in body.iter(f"{W}pageBreakBefore")]
    assert len(breaks) == 2
    assert [each.getprevious().tag for each in breaks] == [f"{W}tbl", f"{W}tbl"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_is_printed_speaks_of_the_bot_as_of_somebody_else(language: str) -> None:
    for code in MATERIALS:
        for part in fill_material(MATERIALS[code], language, Details()).parts:
            if part.kind == "section":
                words = f"{part.head} {part.lines[0]}"
                assert not re.search(r"(?<!\w)con (?:không|chưa|hiểu|có tài)", words), words


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{nobody-knows}", "unknown slot nobody-knows"),
        ("[if nothing] Chào", "unknown slot nothing"),
        ("@read no-article\nHỏi gì?", "no article is called no-article"),
        ("@read board\nHỏi gì?", "board doesn't ask Hỏi gì?"),
        ("@room many", "@room needs a number"),
        ("@wide", "unknown block @wide"),
    ],
)
def test_a_text_that_fits_nothing_is_refused(
    text: str, fault: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("vi", "en"):
        (tmp_path / language).mkdir()
        for code in MATERIALS:
            (tmp_path / language / f"{code}.md").write_text(f"# Tên\n\n{text}\n", encoding="utf-8")
    monkeypatch.setattr(materials, "FOLDER", tmp_path)
    materials._blocks.cache_clear()
    try:
        with pytest.raises(PaperTextError, match=re.escape(fault)):
            check_materials()
    finally:
        materials._blocks.cache_clear()


def test_the_same_material_is_the_same_bytes() -> None:
    filled = fill_material(MATERIALS["poster"], "vi", USUAL)
    first = write_material(filled, title="Tờ", author="CLB", now=NOW)
    assert first == write_material(filled, title="Tờ", author="CLB", now=NOW)
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None

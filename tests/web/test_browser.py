"""The chat page in a real browser, served by a real process."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.settings import Settings
from tests.browsing import (
    DESK,
    SMALL,
    Browser,
    browser,
    findings,
    fits,
    needs_browser,
    press,
    type_in,
)
from tests.web.test_lists import CSV

__all__ = ["browser"]

pytestmark = needs_browser
ROOT = Path(__file__).parent.parent.parent
QUESTION = "câu lạc bộ là gì"
OFFLINE = "Mất kết nối"


class Server:
    """`bot run` as a process of its own."""

    def __init__(self, settings: Settings) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.settings = settings
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> list[str]:
        """The lines that are printed until the page is there."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        environment |= {
            "BOT_DATABASE_URL": self.settings.database_url,
            "BOT_WEB_PORT": str(self.port),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        printed = [self.process.stdout.readline()]
        transport = httpx.HTTPTransport(retries=20)
        with httpx.Client(transport=transport) as client:
            assert client.get(f"{self.address}/").status_code == 200
        os.set_blocking(self.process.stdout.fileno(), False)
        printed += [line for line in self.process.stdout.readlines() if line]
        return printed

    def stop(self) -> int:
        """How it ended after SIGTERM."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=10)


@pytest.fixture
def server(settings: Settings) -> Iterator[Server]:
    found = Server(settings)
    yield found
    if found.process is not None and found.process.poll() is None:
        found.process.kill()


def opened(server: Server, browser: Browser, *args: Any, **more: Any) -> Any:
    """The page of somebody new, greeted."""
    server.start()
    page = browser.page(*args, **more)
    page.goto(f"{server.address}/")
    page.locator(".choices").wait_for()
    return page


def top_of(page: Any, message: Any) -> float:
    """How far below the upper edge of the chat a message begins."""
    return float(message.bounding_box()["y"] - page.locator(".scroll").bounding_box()["y"])


def is_whole(page: Any, message: Any) -> bool:
    """Whether all of a message is on the screen."""
    box, room = message.bounding_box(), page.locator(".scroll").bounding_box()
    return bool(room["y"] <= box["y"] and box["y"] + box["height"] <= room["y"] + room["height"])


def test_a_founding_begins_in_the_browser_and_survives(server: Server, browser: Browser) -> None:
    links = re.findall(r"http\S+\?start=\w+", "".join(server.start()))
    assert len(links) == 2
    page = browser.page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{server.address}/")
    page.get_by_text("cửa sổ lệnh vừa in ra hai đường dẫn").wait_for()
    page.get_by_text("muốn làm gì").wait_for()
    page.goto(links[1])
    page.get_by_text("mở được hồ sơ thành lập").wait_for()
    for label, asked in (
        ("Thành lập câu lạc bộ", "câu lạc bộ ở khu vực nào"),
        ("Huyện Đất Đỏ", "ở xã, phường nào"),
        ("Xã Phước Hải", "ở ấp, khu phố nào"),
    ):
        press(page, label)
        page.get_by_text(asked).wait_for()
    type_in(page, "ấp Hải Lạc")
    page.get_by_text("câu lạc bộ tên gì").wait_for()
    assert server.stop() == 0
    page.get_by_text(OFFLINE).wait_for()
    server.start()
    page.get_by_text(OFFLINE).wait_for(state="hidden")
    page.goto(f"{server.address}/")
    page.get_by_text("câu lạc bộ tên gì").wait_for()
    assert page.get_by_text("ấp Hải Lạc", exact=True).is_visible()
    press(page, "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    page.get_by_text("Như vậy đúng hết chưa ạ?").wait_for()
    press(page, "Đúng hết rồi")
    page.get_by_text("bước tiếp theo là 2/18").wait_for()
    assert all(address.startswith(server.address) for address in requested)
    assert server.stop() == 0


def test_it_stops_in_time_with_a_page_open(server: Server) -> None:
    server.start()
    with httpx.Client(base_url=server.address) as client:
        client.get("/")
        with client.stream("GET", "/chat/stream", timeout=5) as stream:
            assert stream.status_code == 200
            assert server.stop() == 0


@pytest.mark.parametrize(("size", "letters"), [(SMALL, "100"), (SMALL, "200"), (DESK, "200")])
def test_what_is_new_begins_at_the_top_also_after_a_reload(
    server: Server, browser: Browser, size: tuple[int, int], letters: str
) -> None:
    page = opened(server, browser, size, letters=letters)
    type_in(page, QUESTION)
    answer = page.locator(".messages > .bot").last
    assert not is_whole(page, answer)
    assert 0 <= top_of(page, answer) < 30
    more = page.get_by_role("button", name="Còn nữa")
    more.wait_for()
    while more.is_visible():
        before = page.locator(".scroll").evaluate("each => each.scrollTop")
        more.click()
        assert page.locator(".scroll").evaluate("each => each.scrollTop") > before
    page.reload()
    answer = page.locator(".messages > .bot").last
    answer.wait_for()
    more.wait_for()
    assert 0 <= top_of(page, answer) < 30
    type_in(page, "cảm ơn con")
    assert top_of(page, page.locator(".messages > .bot").last) >= 0
    assert fits(page)


def test_whoever_reads_what_was_said_before_is_not_carried_away(
    server: Server, browser: Browser
) -> None:
    page = opened(server, browser, SMALL)
    type_in(page, QUESTION)
    type_in(page, "cảm ơn con")
    scroll = page.locator(".scroll")
    scroll.hover()
    page.mouse.wheel(0, -5000)
    page.get_by_role("button", name="Còn nữa").wait_for()
    assert scroll.evaluate("each => each.scrollTop") == 0
    # The same person writes in another window: the answer stands in both.
    page.request.post(f"{server.address}/chat/messages", data={"id": "other", "text": QUESTION})
    new = page.get_by_role("button", name="Có tin mới")
    new.wait_for()
    assert scroll.evaluate("each => each.scrollTop") == 0
    new.click()
    assert 0 <= top_of(page, page.locator(".messages > .bot").last) < 30


@pytest.mark.parametrize(("size", "letters"), [(SMALL, "100"), (SMALL, "200"), (DESK, "100")])
def test_nobody_is_kept_out(
    server: Server, browser: Browser, size: tuple[int, int], letters: str
) -> None:
    page = opened(server, browser, size, letters=letters)
    assert findings(page) == []
    type_in(page, QUESTION)
    press(page, "Đọc tiếp")
    page.locator(".messages > .bot").nth(2).wait_for()
    type_in(page, "má tôi té xỉu rồi")
    assert page.get_by_role("link", name="115").last.get_attribute("href") == "tel:115"
    assert findings(page) == []
    assert fits(page)


def test_letters_are_made_larger_and_stay_so(server: Server, browser: Browser) -> None:
    page = opened(server, browser, SMALL)
    words = page.locator(".messages > .bot p").first
    size = "each => parseFloat(getComputedStyle(each).fontSize)"
    before = words.evaluate(size)
    larger = page.get_by_role("button", name="Chữ lớn hơn")
    for _ in range(3):
        larger.click()
    assert words.evaluate(size) == 2 * before
    assert larger.get_attribute("aria-disabled") == "true"
    page.reload()
    words.wait_for()
    assert words.evaluate(size) == 2 * before
    page.get_by_role("button", name="Chữ nhỏ lại").click()
    assert before < words.evaluate(size) < 2 * before


A_VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
speechSynthesis.getVoices = () => [{ lang: "en-US" }, { lang: "vi-VN" }];
speechSynthesis.speak = (said) => window.spoken.push(said);
"""


def test_the_browsers_voice_reads_aloud_where_it_has_one(server: Server, browser: Browser) -> None:
    page = opened(server, browser, SMALL, script=A_VOICE)
    button = page.locator(".listen").last
    button.click()
    assert button.inner_text() == "Thôi đọc"
    spoken = page.evaluate("window.spoken.map((each) => [each.lang, each.text])")
    assert {language for language, _ in spoken} == {"vi-VN"}
    assert spoken[0][1].startswith("Dạ,")
    assert spoken[-1][1] == "Hỏi một câu."
    page.evaluate("window.spoken.at(-1).dispatchEvent(new Event('end'))")
    assert button.inner_text() == "Nghe đọc"
    silent = browser.page(SMALL)
    silent.goto(f"{server.address}/")
    silent.locator(".choices").wait_for()
    assert not silent.locator(".listen").last.is_visible()


def test_what_did_not_go_out_is_sent_again(server: Server, browser: Browser) -> None:
    page = opened(server, browser)
    page.route("**/chat/messages", lambda route: route.fulfill(status=429))
    page.locator(".text").fill(QUESTION)
    page.locator(".send").click()
    page.get_by_text("Tin này chưa gửi được.").wait_for()
    assert findings(page) == []
    page.unroute("**/chat/messages")
    page.get_by_role("button", name="Gửi lại").click()
    page.locator(".messages > .bot").nth(1).wait_for()
    assert not page.get_by_text("chưa gửi được").is_visible()
    assert not page.get_by_text(OFFLINE).is_visible()


@pytest.mark.parametrize(("size", "letters"), [(SMALL, "100"), (SMALL, "200"), (DESK, "100")])
def test_a_list_that_waits_is_shown_as_tables(
    server: Server, browser: Browser, tmp_path: Path, size: tuple[int, int], letters: str
) -> None:
    links = re.findall(r"http\S+\?start=\w+", "".join(server.start()))
    page = browser.page(size, letters=letters)
    page.goto(links[1])
    page.get_by_text("mở được hồ sơ thành lập").wait_for()
    press(page, "Thành lập câu lạc bộ")
    press(page, "Huyện Đất Đỏ")
    press(page, "Xã Phước Hải")
    page.get_by_text("ở ấp, khu phố nào").wait_for()
    type_in(page, "ấp Hải Lạc")
    press(page, "CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    press(page, "Đúng hết rồi")
    page.get_by_text("bước tiếp theo là 2/18").wait_for()
    roster = tmp_path / "danh sách.csv"
    roster.write_text(CSV, encoding="utf-8")
    page.locator(".file input").set_input_files(roster)
    press(page, "Chưa")
    people = page.get_by_role("table", name="Người trong danh sách: 1")
    people.wait_for()
    assert people.get_by_role("rowheader").all_inner_texts() == ["Nguyễn Thị Sáu"]
    assert page.get_by_role("table", name="Không lấy").get_by_role("row").count() == 2
    assert findings(page) == []
    assert fits(page)
    press(page, "Ghi vào sổ")
    page.get_by_text("đã ghi 1 tên").wait_for()
    page.reload()
    page.get_by_text("đã ghi 1 tên").wait_for()
    people.wait_for(state="detached")


def test_the_officers_page_keeps_nobody_out(server: Server, browser: Browser) -> None:
    links = re.findall(r"http\S+\?start=\w+", "".join(server.start()))
    asker = browser.page()
    asker.goto(f"{server.address}/")
    asker.locator(".choices").wait_for()
    type_in(asker, "trăng mọc mấy giờ ở sao Hỏa vậy con")
    page = browser.page(SMALL)
    page.goto(links[0])
    press(page, "Câu hỏi chưa có bài")
    link = page.get_by_role("link", name="/office/gaps/")
    link.wait_for()
    page.goto(link.get_attribute("href"))
    page.get_by_role("rowheader", name="trăng mọc").wait_for()
    assert findings(page) == []
    assert fits(page)
    page.goto(f"{server.address}/office/gaps/x")
    page.get_by_text("không còn mở được").wait_for()
    assert findings(page) == []

"""The demonstration's page in a real browser: two columns, the clock, and a phone's width."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.browsing import SMALL, Browser, browser, findings, fits, needs_browser

__all__ = ["browser"]

pytestmark = needs_browser


@pytest.fixture
def address(demo: Path) -> Iterator[str]:
    """`run --demo` as a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--demo"],
        cwd=demo.parent.parent,
        env={**kept, "BOT_WEB_PORT": str(port)},
        stdout=subprocess.DEVNULL,
    )
    with httpx.Client(transport=httpx.HTTPTransport(retries=9)) as client:
        client.get(f"http://127.0.0.1:{port}/")
    yield f"http://127.0.0.1:{port}"
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 0


def chosen(page: Any) -> list[str]:
    """Who is shown on the left and on the right."""
    found: list[str] = page.locator("select").evaluate_all("all => all.map((each) => each.value)")
    return found


def test_two_columns_and_a_clock(address: str, browser: Browser) -> None:
    page = browser.page((1280, 900))
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(f"{address}/")
    page.locator("h1").filter(has_text="không có thật").wait_for()
    page.get_by_text("Bây giờ là").wait_for()
    right = page.locator("#right .messages > li")
    right.filter(has_text="Cả 2 người đi được").last.wait_for()
    assert "Cả 2 người đi được" in right.last.inner_text()
    page.get_by_role("button", name="Một ngày sau").click()
    page.locator("#now").filter(has_text="02/12/2026").wait_for()
    right.filter(has_text="thứ Bảy, 05/12/2026").last.wait_for()
    assert "05/12/2026" in right.last.inner_text()
    page.locator("#right .choices:not(.old) button").first.click()
    noted = "Dạ, em ghi rồi: bà ngoại và ông ngoại đi được buổi 8 giờ sáng thứ Bảy, 05/12/2026"
    right.filter(has_text=noted).wait_for()
    # Somebody new on the left; a reload shows the same two.
    page.locator("#left select").select_option("")
    left = page.locator("#left .messages")
    left.get_by_text("Tham gia câu lạc bộ").wait_for()
    before = chosen(page)
    assert before[0].startswith("guest-")
    page.reload()
    left.get_by_text("Tham gia câu lạc bộ").wait_for()
    right.filter(has_text=noted).wait_for()
    assert chosen(page) == before
    assert all(each.startswith(address) for each in requested)
    assert findings(page) == []


@pytest.mark.parametrize("letters", ["100", "200"])
def test_at_a_phones_width_there_are_tabs(address: str, browser: Browser, letters: str) -> None:
    page = browser.page(SMALL, letters=letters)
    page.goto(f"{address}/")
    page.locator("#left .choices").last.wait_for()
    assert not page.locator("#right").is_visible()
    assert findings(page) == []
    page.get_by_role("tab", name="Huỳnh Mỹ Hạnh").click()
    page.get_by_text("Cả 2 người đi được").last.wait_for()
    assert not page.locator("#left").is_visible()
    assert findings(page) == []
    assert fits(page)
    # Whoever is shown has room to be read and answered.
    assert page.locator("#right .scroll").bounding_box()["height"] >= 200

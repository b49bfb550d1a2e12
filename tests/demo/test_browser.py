"""The demonstration's page in a real browser: two columns, the clock, and a phone's width."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.web.test_browser import Browser, browser, pytestmark

__all__ = ["browser", "pytestmark"]


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


def within(browser: Browser, place: str, script: str) -> object:
    """What a script says about one column."""
    return browser.run(
        f"const [place, done] = arguments; const column = document.getElementById(place); {script}",
        place,
    )


LAST = "done([...column.querySelectorAll('.log li')].at(-1).innerText);"


def size(browser: Browser, width: int, height: int) -> None:
    """Make the window as wide as a desk's or a phone's."""
    browser._post(f"{browser._session}/window/rect", {"width": width, "height": height})


def test_two_columns_and_a_clock(address: str, browser: Browser) -> None:
    size(browser, 1280, 900)
    browser.open(f"{address}/")
    browser.wait_for("không có thật")
    browser.wait_for("Bây giờ là")
    browser.wait_for("Cả 2 người đi được")
    assert "Cả 2 người đi được" in str(within(browser, "right", LAST))
    browser.press("Một ngày sau")
    browser.wait_for("02/12/2026")
    browser.wait_for("thứ Bảy, 05/12/2026")
    assert "05/12/2026" in str(within(browser, "right", LAST))
    within(
        browser,
        "right",
        "[...column.querySelectorAll('.choices:not(.old) button')][0].click(); done();",
    )
    noted = "Dạ, con ghi bà ngoại và ông ngoại đi được, buổi 8 giờ sáng thứ Bảy, 05/12/2026"
    browser.wait_for(noted)
    # Somebody new on the left; a reload shows the same two.
    within(
        browser,
        "left",
        "const select = column.querySelector('select'); select.value = '';"
        "select.dispatchEvent(new Event('change')); done();",
    )
    browser.wait_for("Tham gia câu lạc bộ")
    people = "done([...document.querySelectorAll('select')].map((each) => each.value));"
    chosen = within(browser, "left", people)
    assert str(chosen[0]).startswith("guest-")  # type: ignore[index]
    browser.open(str(browser.run("arguments[0](location.href);")))
    browser.wait_for("Tham gia câu lạc bộ")
    browser.wait_for(noted)
    assert within(browser, "left", people) == chosen
    loaded = browser.run(
        "arguments[0](performance.getEntriesByType('resource').map((each) => each.name));"
    )
    assert all(name.startswith(address) for name in loaded)
    unnamed = browser.run(
        "arguments[0]([...document.querySelectorAll('select, textarea, button, input')]"
        ".filter((each) => !(each.ariaLabel || each.textContent || each.labels?.length)).length);"
    )
    assert unnamed == 0


def test_at_a_phones_width_there_are_tabs(address: str, browser: Browser) -> None:
    size(browser, 500, 900)
    browser.open(f"{address}/")
    browser.wait_for("Đi được")
    shown = (
        "done([...document.querySelectorAll('.column')].map((each) => each.offsetParent !== null));"
    )
    assert within(browser, "left", shown) == [True, False]
    browser.press("Huỳnh Mỹ Hạnh")
    browser.wait_for("Cả 2 người đi được")
    assert within(browser, "left", shown) == [False, True]
    wide = "done(document.documentElement.scrollWidth <= window.innerWidth);"
    assert within(browser, "left", wide) is True

"""What tests with a browser share: Chromium, its sizes, and a look at accessibility."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

needs_browser = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium here"),
]
SMALL, DESK = (360, 640), (1280, 800)


class Browser:
    """Chromium, one person's window a page; nothing may fail in a script of ours."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium
        self.faults: list[str] = []

    def page(self, size: tuple[int, int] = DESK, *, letters: str = "100", script: str = "") -> Any:
        """A window of somebody new, in which letters have this size."""
        width, height = size
        context = self._chromium.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN"
        )
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.add_init_script(
            f"localStorage.setItem('letters', localStorage.letters ?? '{letters}');"
        )
        page.add_init_script(script)
        return page


@pytest.fixture
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="make test-long installs it")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        found = Browser(chromium)
        yield found
        chromium.close()
    assert found.faults == []


def findings(page: Any) -> list[str]:
    """What axe-core finds in a page as it stands; empty when everybody can use it."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response
    assert found["passes"]
    return [
        f"{each['impact']} {each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in found["violations"]
    ]


def fits(page: Any) -> bool:
    """Whether nothing is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def type_in(page: Any, text: str, within: str = "") -> None:
    """Write and send; the bot's answer is there after it."""
    answers = page.locator(f"{within} .messages > .bot")
    before = answers.count()
    page.locator(f"{within} .text").fill(text)
    page.locator(f"{within} .send").click()
    answers.nth(before).wait_for()


def press(page: Any, label: str, within: str = "") -> None:
    """Press the latest button with a label."""
    page.locator(f"{within} .choices").get_by_role("button", name=label, exact=True).last.click()

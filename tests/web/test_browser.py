"""The chat page in a real browser, served by a real process."""

from __future__ import annotations

import os
import re
import shutil
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

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        shutil.which("chromium") is None or shutil.which("chromedriver") is None,
        reason="no chromium and chromedriver here",
    ),
]
ROOT = Path(__file__).parent.parent.parent


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


class Browser:
    """Chromium, driven over the WebDriver protocol."""

    def __init__(self, profile: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._driver = subprocess.Popen(
            ["chromedriver", f"--port={port}", "--log-level=OFF"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        transport = httpx.HTTPTransport(retries=20)
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{port}", transport=transport, timeout=60
        )
        arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
        ]  # fmt: skip
        options = {"goog:chromeOptions": {"args": arguments, "binary": shutil.which("chromium")}}
        answer = self._post("/session", {"capabilities": {"alwaysMatch": options}})
        self._session = f"/session/{answer['sessionId']}"

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        answer = self._client.post(path, json=body).json()["value"]
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer

    def open(self, address: str) -> None:
        self._post(f"{self._session}/url", {"url": address})

    def run(self, script: str, *args: Any) -> Any:
        return self._post(f"{self._session}/execute/async", {"script": script, "args": list(args)})

    def wait_for(self, words: str) -> str:
        """The page's text, once it holds these words."""
        text = self.run(
            """
            const [words, done] = arguments;
            const look = () => document.body.innerText.includes(words);
            if (look()) { done(document.body.innerText); return; }
            const watch = new MutationObserver(() => {
              if (look()) { watch.disconnect(); done(document.body.innerText); }
            });
            watch.observe(document.body, {childList: true, subtree: true, characterData: true,
                                          attributes: true});
            setTimeout(() => done(document.body.innerText), 8000);
            """,
            words,
        )
        assert words in text, text
        return str(text)

    def press(self, label: str) -> None:
        self.run(
            """
            const [label, done] = arguments;
            const all = [...document.querySelectorAll("button")];
            all.filter((each) => each.textContent === label).at(-1).click();
            done();
            """,
            label,
        )

    def type(self, text: str) -> None:
        self.run(
            """
            const [text, done] = arguments;
            document.getElementById("text").value = text;
            document.getElementById("form").requestSubmit();
            done();
            """,
            text,
        )

    def close(self) -> None:
        self._client.delete(self._session)
        self._driver.terminate()
        self._driver.wait(timeout=10)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    found = Browser(tmp_path / "profile")
    yield found
    found.close()


def test_a_founding_begins_in_the_browser_and_survives(server: Server, browser: Browser) -> None:
    links = re.findall(r"http\S+\?start=\w+", "".join(server.start()))
    assert len(links) == 2
    browser.open(f"{server.address}/")
    browser.wait_for("cửa sổ lệnh vừa in ra hai đường dẫn")
    browser.wait_for("muốn làm gì")
    browser.open(links[1])
    browser.wait_for("mở được hồ sơ thành lập")
    browser.press("Thành lập câu lạc bộ")
    browser.wait_for("câu lạc bộ ở khu vực nào")
    browser.press("Huyện Đất Đỏ")
    browser.wait_for("ở xã, phường nào")
    browser.press("Xã Phước Hải")
    browser.wait_for("ở ấp, khu phố nào")
    browser.type("ấp Hải Lạc")
    browser.wait_for("câu lạc bộ tên gì")
    assert server.stop() == 0
    server.start()
    browser.open(f"{server.address}/")
    text = browser.wait_for("câu lạc bộ tên gì")
    assert "ấp Hải Lạc" in text
    browser.press("CLB Liên thế hệ tự giúp nhau ấp Hải Lạc")
    browser.wait_for("Như vậy đúng hết chưa ạ?")
    browser.press("Đúng hết rồi")
    browser.wait_for("bước tiếp theo là 2/18")
    loaded = browser.run(
        "arguments[0](performance.getEntriesByType('resource').map((each) => each.name));"
    )
    assert all(name.startswith(server.address) for name in loaded)
    assert server.stop() == 0


def test_it_stops_in_time_with_a_page_open(server: Server) -> None:
    server.start()
    with httpx.Client(base_url=server.address) as client:
        client.get("/")
        with client.stream("GET", "/chat/stream", timeout=5) as stream:
            assert stream.status_code == 200
            assert server.stop() == 0

"""A list that waits to be written, as tables on the page: for its organiser alone, while it waits."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.command_line import run
from tests.conftest import Talk
from tests.web.test_rights import fetched, history, on_the_page

CSV = """Họ và tên,Năm sinh,Giới tính,Số điện thoại,Địa chỉ,Chức danh
Nguyễn Thị Sáu,1948,nữ,0912345678,tổ 3,
Trần Văn Bửu,37/73,nam,,tổ 4,
Lê Thị Chín,1950,nữ,,tổ 5,đã mất
"""


@pytest.fixture
def sent(talk: Talk) -> Talk:
    """tu sent a list of three: one clear, one doubtful, one of somebody who died."""
    talk.club()
    path = talk.settings.database_url.removeprefix("sqlite+aiosqlite:///")
    roster = f"{path}.csv"
    with open(roster, "w", encoding="utf-8") as file:
        file.write(CSV)
    talk.play([{"from": "tu", "file": roster}])
    talk.press("tu", "Chưa")
    return talk


def address(talk: Talk, who: str) -> str:
    """Where the page fetches the tables."""
    found = [each["tables"] for each in history(talk, who) if each.get("tables")]
    assert len(found) == 1
    return str(found[0])


def asked_for(talk: Talk, who: str, path: str) -> httpx.Response:
    async def fetch(client: httpx.AsyncClient) -> httpx.Response:
        return await client.get(path)

    found: httpx.Response = fetched(talk, who, fetch)
    return found


def test_an_organiser_sees_people_what_is_unclear_what_is_left_out_and_columns(sent: Talk) -> None:
    on_the_page(sent, "tu")
    answer = asked_for(sent, "tu", address(sent, "tu"))
    assert answer.status_code == 200
    tables: list[dict[str, Any]] = answer.json()["tables"]
    people, unclear, left, columns = tables
    assert people["heads"][:3] == ["Dòng", "Họ và tên", "Năm sinh"]
    assert people["rows"] == [
        ["2", "Nguyễn Thị Sáu", "1948", "Nữ", "0912 345 678", "tổ 3", "thêm mới"]
    ]
    assert unclear["rows"][0][:2] == ["3", "Trần Văn Bửu"]
    assert "Lê Thị Chín" in left["rows"][0][1]
    assert ["Họ và tên", "Họ và tên"] in [row[1:] for row in columns["rows"]]
    assert all(len(row) == len(table["heads"]) for table in tables for row in table["rows"])


def test_nobody_else_sees_it(sent: Talk) -> None:
    sent.text("la", "chào")
    on_the_page(sent, "tu", "la")
    path = address(sent, "tu")
    assert asked_for(sent, "la", path).status_code == 404
    assert asked_for(sent, "nobody", path).status_code == 404
    number = sent.sql("select max(id) from club")[0][0]
    assert asked_for(sent, "tu", path.replace(str(number), str(number + 1))).status_code == 404
    assert asked_for(sent, "tu", path.replace(str(number), "9" * 20)).status_code == 404
    assert asked_for(sent, "tu", path).status_code == 200


def test_it_is_gone_once_it_is_written(sent: Talk) -> None:
    sent.press("tu", "Ghi vào sổ")
    on_the_page(sent, "tu")
    assert asked_for(sent, "tu", address(sent, "tu")).status_code == 404


def test_a_role_that_was_taken_away_shows_it_no_more(sent: Talk) -> None:
    ((number,),) = sent.sql("select id from account where external_id = 'tu'")
    on_the_page(sent, "tu")
    path = address(sent, "tu")
    assert run("revoke", "--account", str(number), url=sent.settings.database_url).returncode == 0
    assert asked_for(sent, "tu", path).status_code == 404

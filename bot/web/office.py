"""The officers' pages: read only, opened by a pass that the bot gives, and nothing by default."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from html import escape
from pathlib import Path
from string import Template

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from bot.delivery.telling import speaker_for
from bot.handlers.answers.gaps import SHOWN_BACK, near_title
from bot.handlers.passes import Page, visitor
from bot.settings import Settings
from bot.speech.forms import stranger_speaker
from bot.speech.translation import Phrase, Speaker, say
from bot.storage.database import Database
from bot.storage.records import NotedQuestion
from bot.storage.unit_of_work import UnitOfWork
from bot.web.chat import STATIC
from bot.web.guards import HEADERS

_FILES = ("chat.css", "office.css")
PERIODS = (7, 30, 90)
"""Days back that a page can show; what was asked is kept no longer than the last."""
_PRIVATE = {**HEADERS, "X-Robots-Tag": "noindex"}
_PAGE = Template((STATIC / "office.html").read_text(encoding="utf-8"))


class OfficePages:
    """What officers read in a browser."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database

    async def gaps(self, request: Request) -> Response:
        """What was asked and not answered, for whoever writes articles; 403 without a good pass."""
        given = str(request.path_params["given"])
        days = request.query_params.get("days", "")
        back = timedelta(days=int(days)) if days in map(str, PERIODS) else SHOWN_BACK

        def work(uow: UnitOfWork) -> tuple[str, int]:
            found = visitor(uow, Page.GAPS, given)
            if found is None:
                speaker = stranger_speaker(self._settings.locale)
                return _page(speaker, "", f"<p>{_say(speaker, say('office.no_pass'))}</p>"), 403
            if found.account is None:
                speaker = stranger_speaker(self._settings.locale)
            else:
                speaker = speaker_for(uow, found.account, self._settings.zone)
            noted = uow.conversations.noted_questions(uow.now - back)
            return _page(speaker, _periods(speaker, back.days), _table(speaker, noted)), 200

        content, status = await self._database.read(work)
        return HTMLResponse(content, status, headers=_PRIVATE)

    async def style(self, request: Request) -> Response:
        """How the pages look."""
        name = request.path_params["name"]
        if name not in _FILES:
            raise HTTPException(404)
        return FileResponse(Path(STATIC / name), headers=HEADERS)

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route(f"/office/{Page.GAPS}/{{given}}", self.gaps),
            Route("/office/style/{name}", self.style),
        ]


def _say(speaker: Speaker, words: Phrase) -> str:
    """Words as they stand in a page."""
    return escape(speaker.text(words))


def _page(speaker: Speaker, links: str, content: str) -> str:
    return _PAGE.substitute(
        language=speaker.language,
        title=_say(speaker, say("office.gaps.title")),
        links=links,
        content=content,
    )


def _periods(speaker: Speaker, chosen: int) -> str:
    links = []
    for days in PERIODS:
        current = ' aria-current="page"' if days == chosen else ""
        words = _say(speaker, say("office.days", days=days))
        links.append(f'<li><a href="?days={days}"{current}>{words}</a></li>')
    return (
        f'<nav aria-label="{_say(speaker, say("office.period"))}"><ul>{"".join(links)}</ul></nav>'
    )


def _table(speaker: Speaker, noted: Iterable[NotedQuestion]) -> str:
    rows = "".join(
        f'<tr><td class="number">{each.number}</td><th scope="row" lang="{escape(each.language)}">'
        f"{escape(each.text)}</th><td>{_say(speaker, say(f'gaps.why.{each.outcome}'))}</td>"
        f"<td>{escape(near_title(each) or '–')}</td></tr>"
        for each in noted
    )
    if not rows:
        return f"<p>{_say(speaker, say('office.gaps.none'))}</p>"
    heads = "".join(
        f'<th scope="col">{_say(speaker, head)}</th>'
        for head in (
            say("office.gaps.number"),
            say("office.gaps.question"),
            say("office.gaps.why"),
            say("office.gaps.near"),
        )
    )
    caption = _say(speaker, say("office.gaps.about"))
    return (
        f'<p id="about">{caption}</p><div class="wide" tabindex="0" role="region"'
        ' aria-labelledby="about"><table aria-labelledby="about">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
        "</table></div>"
    )

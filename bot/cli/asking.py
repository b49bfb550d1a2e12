"""For who writes articles and samples: what is answered, what was asked in vain, what is meant."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.running import (
    WORK_FAILED,
    Language,
    fail,
    in_unit,
    print_line,
    read_settings,
    run,
    tell,
)

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.storage.unit_of_work import UnitOfWork


def ask_command(
    question: Annotated[str, typer.Argument(help="What is asked.")],
    lang: Annotated[Language, typer.Option(help="The language of the answer.")] = "vi",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Answer a question from the guidance materials."""
    from bot.guidance.evaluation import answer_as_json
    from bot.guidance.retriever import Outcome

    async def work(read_settings: Settings) -> str:
        found = answer_as_json(question, lang)
        if as_json:
            return json.dumps(found, ensure_ascii=False)
        if found["outcome"] == Outcome.ANSWER:
            lines = [found["title"], "", found["answer"], "", *found["sources"]]
            return "\n".join([*lines, f"({found['score']:.2f})"])
        return f"{found['outcome']} ({found['score']:.2f}): {', '.join(found['others'])}"

    tell([run(work)])


def evaluate_command(
    questions: Annotated[Path, typer.Option(help="JSON lines with id, q, lang, gold.")],
    articles: Annotated[Path | None, typer.Option(help="Other texts: slug, title, text.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Answer many questions and measure."""
    from bot.guidance.evaluation import evaluate

    async def work(read_settings: Settings) -> list[str]:
        try:
            return list(evaluate(questions, articles, as_json=as_json))
        except OSError as error:
            raise LookupError(f"{error.filename}: {error.strerror}") from None
        except ValueError as error:
            raise LookupError(str(error)) from None

    tell(run(work))


def gaps_command(
    days: Annotated[int, typer.Option(min=1, help="How many days back.")] = 90,
    link: Annotated[
        bool, typer.Option("--link", help="Print a link to the page, good for an hour.")
    ] = False,
) -> None:
    """Questions that no article answered, counted, for whoever writes articles."""
    from bot.handlers.answers.gaps import as_lines, page_link

    def listed(_settings: Settings, uow: UnitOfWork) -> list[str]:
        return as_lines(uow, timedelta(days=days))

    def linked(settings: Settings, uow: UnitOfWork) -> list[str]:
        return [page_link(uow, settings.base_url, None)]

    async def look(settings: Settings) -> list[str]:
        if link and settings.web == "off":
            fail("BOT_WEB is off: there is no page.")
        return await in_unit(settings, linked if link else listed, reads=not link)

    tell(run(look))


def understand_command(
    inputs: Annotated[
        Path | None,
        typer.Option(help="JSON lines with id, text, scene, gold; else standard input."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what messages are taken for, and measure where they are labelled."""
    from bot.clock import SystemClock
    from bot.intents.evaluation import read_file, report
    from bot.intents.samples import read_lines

    now = SystemClock().now().astimezone(read_settings().zone)
    try:
        if inputs is None:
            lines = list(read_lines(iter(sys.stdin), "standard input", now=now))
        else:
            lines = read_file(inputs, now=now)
        for line in report(lines, as_json=as_json):
            print_line(line)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    except ValueError as error:
        fail(str(error))
    except BrokenPipeError:
        raise typer.Exit(WORK_FAILED) from None

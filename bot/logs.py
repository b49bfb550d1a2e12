"""Logs: for operators, without personal data and without tokens."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Any

import structlog


class _WithoutTraceback(logging.Filter):
    """Takes tracebacks off: a statement's values, or an address with a token, may stand in them."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, with the kind of its error alone."""
        if record.exc_info and record.exc_info[0] is not None:
            record.msg = f"{record.exc_info[0].__name__}"
            record.args = ()
            record.exc_info = None
        record.exc_text = None
        return True


_QUIET = ("httpx", "httpcore", "apscheduler", "uvicorn", "sqlalchemy", "alembic")
"""Libraries that log addresses with tokens in them, or every statement."""
_SILENT = ("telegram",)
"""Libraries that log what the platform answered even for errors; the errors reach us anyway."""


def set_up_logs(level: str = "INFO", form: str = "text") -> None:
    """Write logs to standard error, as text for people or as JSON for machines."""
    number = logging.getLevelNamesMapping()[level]
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_WithoutTraceback())
    # The name alone unless it is an error's kind: libraries put words of their own into messages.
    logging.basicConfig(level=number, handlers=[handler], format="%(levelname)s %(name)s")
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def where(error: BaseException) -> dict[str, str]:
    """What may be logged of an error: its kind and the place, never a value."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    return {"error": type(error).__name__, "at": place}

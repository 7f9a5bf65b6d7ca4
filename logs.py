"""Logs: one JSON line an event, with ids and never with what people wrote."""

import contextlib
import logging
import sys

import structlog


class Lines(structlog.PrintLogger):
    """Writes lines while they can be written: on a full disk, what is done must not fail because it cannot be told."""

    def msg(self, message: str) -> None:
        with contextlib.suppress(OSError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def configure_logs(level: int = logging.INFO) -> None:
    """Write JSON lines to standard error; call once, where the process begins."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # Looked up for every logger, never kept: standard output belongs to what commands answer.
        logger_factory=lambda *_names: Lines(sys.stderr),
    )

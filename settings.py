"""Every setting, read once from the environment (and .env), checked at start, frozen."""

import os
import re
import secrets
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from channels import Channel, SettingsError, read_channels

__all__ = ["Channel", "Keep", "Settings", "SettingsError", "exit_with", "load", "load_or_exit"]

ROOT = Path(__file__).parent


@dataclass(frozen=True)
class Keep:
    """For how many days what is kept: what people wrote, conversations, texts that were sent, who looked at what."""

    messages: int = 460
    dialogues: int = 90
    notices: int = 30
    access_log: int = 365


@dataclass(frozen=True)
class Settings:
    channels: tuple[Channel, ...]
    line_api_base: str
    line_data_api_base: str
    database_url: str = field(repr=False)
    port: int
    public_url: str
    data_dir: Path
    secret_key: str = field(repr=False)
    demo: bool
    threads: int
    burst_seconds: float
    work_in_web: bool = True
    metrics_token: str = field(default="", repr=False)
    keep: Keep = field(default_factory=Keep)

    def channel(self, name: str) -> Channel:
        """Return the channel called `name`; KeyError where none is configured."""
        for channel in self.channels:
            if channel.name == name:
                return channel
        raise KeyError(name)

    def require_line(self) -> None:
        """Raise SettingsError unless the bot can talk to LINE (demo mode brings its own stand-in)."""
        if not self.channels and not self.demo:
            raise SettingsError(
                "LINE_CHANNEL_SECRET", "the channel secret of the LINE console, 32 hexadecimal digits"
            )


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings from `environ`, by default the process's own with .env beneath it.

    Raises SettingsError with one line that names the setting.
    """
    given = _with_dotenv() if environ is None else dict(environ)
    data_dir = Path(given.get("DATA_DIR") or ROOT / "data")
    demo = given.get("DEMO", "") not in ("", "0")
    channels = read_channels(given)
    if demo and channels:
        raise SettingsError(
            "DEMO",
            "must be empty where LINE_CHANNEL_SECRET is set: the simulator is never served beside real people",
        )
    api_base = _url(given, "LINE_API_BASE", "https://api.line.me")
    return Settings(
        channels=channels,
        line_api_base=api_base,
        line_data_api_base=_url(given, "LINE_DATA_API_BASE", "https://api-data.line.me"),
        database_url=_database_url(given.get("DATABASE_URL") or f"sqlite:///{data_dir / 'tamngan.db'}"),
        port=_whole_number(given, "PORT", 8000),
        public_url=_url(given, "PUBLIC_URL", f"http://localhost:{given.get('PORT') or 8000}"),
        data_dir=data_dir,
        secret_key=given.get("SECRET_KEY") or _kept_secret(data_dir),
        demo=demo,
        threads=_whole_number(given, "THREADS", 8),
        burst_seconds=_seconds(given, "BURST_SECONDS", 3.5),
        metrics_token=_token(given, "METRICS_TOKEN"),
        work_in_web=_work_in_web(given),
        keep=Keep(
            messages=_days(given, "KEEP_MESSAGES_DAYS", Keep.messages, least=30),
            dialogues=_days(given, "KEEP_DIALOGUES_DAYS", Keep.dialogues, least=30),
            notices=_days(given, "KEEP_NOTICES_DAYS", Keep.notices, least=7),
            access_log=_days(given, "KEEP_ACCESS_LOG_DAYS", Keep.access_log, least=90),
        ),
    )


def load_or_exit(serving: bool = False) -> Settings:
    """Read the settings where a process begins, which ends with one line on a bad one; `serving` needs LINE as well."""
    try:
        settings = load()
        if serving:
            settings.require_line()
    except SettingsError as error:
        exit_with(error)
    return settings


def exit_with(error: SettingsError) -> NoReturn:
    """End the process with one line on standard error."""
    print(f"tamngan: {error}", file=sys.stderr)
    raise SystemExit(2)


def _with_dotenv() -> dict[str, str]:
    from dotenv import dotenv_values

    below = {name: value for name, value in dotenv_values(ROOT / ".env").items() if value is not None}
    return {**below, **os.environ}


def _url(given: Mapping[str, str], name: str, default: str) -> str:
    value = (given.get(name) or default).rstrip("/")
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        raise SettingsError(name, "an address such as https://tamngan.example.go.th")
    return value


def _database_url(value: str) -> str:
    if not re.match(r"(sqlite:///|postgresql\+psycopg://)", value):
        raise SettingsError(
            "DATABASE_URL", "sqlite:///data/tamngan.db or postgresql+psycopg://user@host/name"
        )
    return value


def _whole_number(given: Mapping[str, str], name: str, default: int) -> int:
    value = given.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or not 0 < int(value) < 65536:
        raise SettingsError(name, f"a whole number such as {default}")
    return int(value)


def _days(given: Mapping[str, str], name: str, default: int, least: int) -> int:
    value = given.get(name) or str(default)
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= 36500:
        raise SettingsError(name, f"whole days, at least {least}, such as {default}")
    return int(value)


def _seconds(given: Mapping[str, str], name: str, default: float) -> float:
    try:
        value = float(given.get(name) or default)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 30:
        raise SettingsError(name, "seconds between 0 and 30, such as 4")
    return value


def _work_in_web(given: Mapping[str, str]) -> bool:
    """Return whether the web process runs tasks itself; only with PostgreSQL may others do it alone."""
    value = given.get("WORK_IN_WEB") or "1"
    has_queue = given.get("DATABASE_URL", "").startswith("postgresql")
    if value not in ("0", "1") or (value == "0" and not has_queue):
        raise SettingsError(
            "WORK_IN_WEB", "1, or 0 where DATABASE_URL is PostgreSQL and `worker` processes run"
        )
    return value == "1"


def _token(given: Mapping[str, str], name: str) -> str:
    value = given.get(name, "")
    if value and not re.fullmatch(r"[\x21-\x7e]{16,}", value):
        raise SettingsError(name, "one word of at least 16 characters")
    return value


def _kept_secret(data_dir: Path) -> str:
    """Return the secret kept under `data_dir`, made there once and readable by its owner only."""
    path = data_dir / "secret_key"
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise SettingsError("DATA_DIR", f"a folder that can be written, not {data_dir}") from error
    with os.fdopen(descriptor, "w", encoding="ascii") as kept:
        secret = secrets.token_urlsafe(48)
        kept.write(secret)
    return secret

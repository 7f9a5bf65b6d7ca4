"""Each setting that can be changed by chat: how it is called, shown, read and kept. Values travel as short texts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from handlers.numbers import number_in
from handlers.office.said import rest_after
from i18n import _
from models.case_settings import choose_finding_limits, choose_ladder, finding_limits_of, ladder_steps_of
from models.province import Province
from models.setting import choose_quiet_hours, quiet_hours_of
from models.working_days import choose_shift, shift_of
from rules.calendar import Shift
from rules.findings_limits import FindingLimits
from rules.ladder import LadderSteps
from rules.quiet_hours import QuietHours
from thai import writing
from thai.weekdays import read_weekday

_HOURS = re.compile(r"(\d{1,2})[.:](\d{2})\D+?(\d{1,2})[.:](\d{2})")
_A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Setting:
    """One setting: how it is called, written, read from words (None: not understood), and set from what was read."""

    name: str
    word: Callable[[], str]
    example: Callable[[], str]
    shown: Callable[[Province], str]
    usual: Callable[[], str]
    read: Callable[[str], str | None]
    show: Callable[[str], str]
    choose: Callable[[Province, str], None]


def _hours(value: str) -> QuietHours:
    begin, end = value.split("-")
    return QuietHours(time.fromisoformat(begin), time.fromisoformat(end))


def _show_hours(quiet: QuietHours) -> str:
    hours = f"{quiet.begin:%H:%M}–{quiet.end:%H:%M}"
    return _("{hours} and days off").format(hours=hours)


def _read_hours(words: str) -> str | None:
    found = _HOURS.search(words)
    if not found:
        return None
    numbers = [int(each) for each in found.groups()]
    try:
        quiet = QuietHours(time(numbers[0], numbers[1]), time(numbers[2], numbers[3]))
    except ValueError:
        return None
    return f"{quiet.begin:%H:%M}-{quiet.end:%H:%M}" if quiet.is_sound() else None


def _shift_words() -> dict[str, str]:
    return {
        Shift.NEXT: _("the next working day"),
        Shift.PREVIOUS: _("the working day before"),
        Shift.NONE: _("not moved"),
    }


def _read_shift(words: str) -> str | None:
    for shift, typed in (
        (Shift.NEXT, lambda: _("moved on")),
        (Shift.PREVIOUS, lambda: _("moved forward")),
        (Shift.NONE, lambda: _("not moved")),
    ):
        if rest_after(words, typed) is not None:
            return str(shift)
    return None


def _steps(steps: LadderSteps) -> str:
    return f"{steps.officer} {steps.head} {steps.office}"


def _show_steps(value: str) -> str:
    officer, head, office = value.split()
    words = _("officer {officer}, head {head}, provincial office {office} working days")
    return words.format(officer=officer, head=head, office=office)


def _read_steps(words: str) -> str | None:
    numbers = re.findall(r"\d+", words)
    fits = len(numbers) == 3 and all(1 <= (number_in(each) or 0) <= 60 for each in numbers)
    return " ".join(numbers) if fits else None


def _choose_steps(province: Province, value: str) -> None:
    officer, head, office = map(int, value.split())
    choose_ladder(province, officer=officer, head=head, office=office)


def _read_days(words: str) -> str | None:
    found = re.search(r"\d+", words)
    return found[0] if found and len(found[0]) < 4 and 5 <= int(found[0]) <= 120 else None


def _show_days(value: str) -> str:
    return _("{count} working days").format(count=value)


def _read_weekday(words: str) -> str | None:
    day = read_weekday(words)
    return str(day) if day is not None and day <= 4 else None


def _weekday(number: int) -> str:
    return writing.weekday(_A_MONDAY.replace(day=1 + number))


SETTINGS = (
    Setting(
        "quiet_hours",
        lambda: _("quiet hours"),
        lambda: _("settings quiet hours 18:00-08:00"),
        lambda province: _show_hours(quiet_hours_of(province)),
        lambda: _show_hours(QuietHours()),
        _read_hours,
        lambda value: _show_hours(_hours(value)),
        lambda province, value: choose_quiet_hours(province, _hours(value)),
    ),
    Setting(
        "shift",
        lambda: _("on a day off"),
        lambda: _("settings on a day off moved on / moved forward / not moved"),
        lambda province: _shift_words()[shift_of(province)],
        lambda: _shift_words()[Shift.NEXT],
        _read_shift,
        lambda value: _shift_words()[Shift(value)],
        lambda province, value: choose_shift(province, Shift(value)),
    ),
    Setting(
        "summary_weekday",
        lambda: _("summary day"),
        lambda: _("settings summary day Monday"),
        lambda province: _weekday(ladder_steps_of(province).summary_weekday),
        lambda: _weekday(LadderSteps().summary_weekday),
        _read_weekday,
        lambda value: _weekday(int(value)),
        lambda province, value: choose_ladder(province, summary_weekday=int(value)),
    ),
    Setting(
        "ladder",
        lambda: _("follow-up steps"),
        lambda: _("settings follow-up steps 3 3 5"),
        lambda province: _show_steps(_steps(ladder_steps_of(province))),
        lambda: _show_steps(_steps(LadderSteps())),
        _read_steps,
        _show_steps,
        _choose_steps,
    ),
    Setting(
        "standstill",
        lambda: _("standing still after"),
        lambda: _("settings standing still after 15"),
        lambda province: _show_days(str(finding_limits_of(province).stall.working_days)),
        lambda: _show_days(str(FindingLimits().stall.working_days)),
        _read_days,
        _show_days,
        lambda province, value: choose_finding_limits(province, working_days=int(value)),
    ),
)

"""The rich menu of each role: which command lies where; its picture is drawn from the same plan.

Everything on a menu is a typed command, because a PC shows no rich menu.
"""

import pathlib
from dataclasses import dataclass
from typing import Any

from cards import commands
from cards.card import Choice
from cards.order_words import all_orders
from i18n import _, language
from rules.role import Role

WIDTH, HEIGHT = 2500, 1686
PICTURES = pathlib.Path(__file__).parent / "pictures"


@dataclass(frozen=True)
class Area:
    """One tappable part of the picture, in pixels. `icon` names its drawing."""

    x: int
    y: int
    width: int
    height: int
    icon: str
    choice: Choice
    caption: str = ""
    is_main: bool = False


def areas(role: Role) -> list[Area]:
    """Return two large areas over four small ones, the most wanted first."""
    main, second, *small = _wanted(role)
    top, left = HEIGHT // 2, WIDTH * 3 // 5
    placed = [
        Area(0, 0, left, top, *main, _caption(main[0]), is_main=True),
        Area(left, 0, WIDTH - left, top, *second, _caption(second[0])),
    ]
    across = WIDTH // len(small)
    return placed + [
        Area(at * across, top, across, HEIGHT - top, icon, choice) for at, (icon, choice) in enumerate(small)
    ]


def rich_menu(role: Role) -> dict[str, Any]:
    """Return the body of LINE's "create rich menu" for `role`, in the language now spoken."""
    return {
        "size": {"width": WIDTH, "height": HEIGHT},
        "selected": True,
        "name": f"tamngan {role} {language()}",
        "chatBarText": _("Menu"),
        "areas": [
            {
                "bounds": {"x": each.x, "y": each.y, "width": each.width, "height": each.height},
                "action": each.choice.action(),
            }
            for each in areas(role)
        ],
    }


def picture(role: Role) -> pathlib.Path:
    """Return the PNG for `role` in the language now spoken."""
    return PICTURES / f"rich-menu-{role}-{language()}.png"


def _caption(icon: str) -> str:
    """Return what a large area is for, as the help card says it."""
    return {
        "pen": _("Report the activities still owed"),
        "same": _("Nothing changed since last month"),
        "list": _("Which reports are still owed"),
        "pause": _("What stands still, and why"),
        "chart": _("How the work stands"),
        "page": _("This week in one card"),
    }[icon]


def _wanted(role: Role) -> list[tuple[str, Choice]]:
    report, unchanged = ("pen", commands.report()), ("same", commands.no_change())
    owed, stalled = ("list", commands.owed()), ("pause", commands.stalled())
    status, summary = ("chart", commands.status()), ("page", commands.summary())
    orders = ("list", all_orders())
    money, history = ("coin", commands.disbursed()), ("clock", commands.history())
    help_me, me = ("question", commands.help_me()), ("person", commands.who_am_i())
    return {
        Role.OFFICER: [report, unchanged, owed, status, history, help_me],
        Role.HEAD: [owed, status, report, stalled, history, help_me],
        Role.EXECUTIVE: [summary, stalled, status, orders, money, help_me],
        Role.ADMIN: [owed, summary, status, stalled, money, help_me],
        Role.INSPECTOR: [status, stalled, owed, money, me, help_me],
    }[role]

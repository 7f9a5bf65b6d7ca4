"""Posts and who holds them: of one agency, of the province, or of one activity; what is amiss stands out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cards.card import Card, Choice
from cards.leave import days_words
from cards.look.colours import LATE_INK, Kind
from cards.look.list_card import list_card
from cards.look.pieces import Piece, rows, small, words
from cards.plain import shorten
from i18n import _, ngettext
from rules.role import Role
from thai import writing


@dataclass(frozen=True)
class HolderView:
    """One who holds a post. `away` are the days of a leave that is on, `acting` who acts meanwhile."""

    name: str
    since: date
    phone: str = ""
    is_unreachable: bool = False
    away: tuple[date, date] | None = None
    acting: str = ""


@dataclass(frozen=True)
class PostView:
    """A post; `holders` empty: nobody holds it. `waiting` is from when on a successor is awaited with a code."""

    role: Role
    title: str
    agency: str
    holders: tuple[HolderView, ...]
    numbers: tuple[int, ...] = ()
    waiting: date | None = None

    @property
    def name(self) -> str:
        called = self.title or writing.role_name(self.role)
        agency = "" if self.agency in called else self.agency  # heads' titles often hold it
        return f"{called} · {agency}" if agency else called


def holders_card(title: str, posts: Sequence[PostView], choices: Sequence[Choice]) -> Card:
    """Return the posts in the order given; `title` is the agency, the activity or the province."""
    vacant = sum(not each.holders for each in posts)
    count = ngettext("{count} post", "{count} posts", len(posts)).format(count=len(posts))
    amiss = _("{count} without a holder").format(count=vacant) if vacant else _("all with a holder")
    return list_card(
        kind=Kind.LATE if vacant else Kind.VIEW,
        title=shorten(title, 120),
        subtitle=f"{count} · {amiss}",
        alt=shorten(f"{title}: {count}, {amiss}", 150),
        pieces=[_post(each) for each in posts],
        lines=[line for each in posts for line in _lines(each)],
        choices=choices,
    )


def _post(post: PostView) -> Piece:
    numbers = _numbers(post)
    alarm = {"size": "xs", "weight": "bold", "color": LATE_INK}
    return rows(
        words(shorten(post.name, 120), weight="bold", maxLines=3),
        *[_holder(each) for each in post.holders],
        words(_("Nobody holds this post"), **alarm) if not post.holders else None,
        words(_waiting(post), **alarm) if post.waiting else None,
        small(numbers) if numbers else None,
        spacing="xs",
    )


def _holder(holder: HolderView) -> Piece:
    alarm = _alarm(holder)
    return rows(
        words(_named(holder), maxLines=2),
        words(alarm, size="xs", weight="bold", color=LATE_INK, maxLines=3) if alarm else None,
        spacing="none",
    )


def _named(holder: HolderView) -> str:
    since = _("since {date}").format(date=writing.short_date(holder.since))
    return " · ".join(part for part in (shorten(holder.name, 60), shorten(holder.phone, 40), since) if part)


def _alarm(holder: HolderView) -> str:
    parts = [_("Not on LINE: please phone") if holder.is_unreachable else ""]
    if holder.away:
        acting = holder.acting or _("nobody")
        parts.append(_("On leave {days}, acting: {name}").format(days=days_words(*holder.away), name=acting))
    return " · ".join(part for part in parts if part)


def _waiting(post: PostView) -> str:
    day = writing.short_date(post.waiting) if post.waiting else ""
    return _("A successor is awaited from {date}").format(date=day)


def _numbers(post: PostView) -> str:
    if not post.numbers:
        return ""
    shown = ", ".join(map(str, post.numbers[:20])) + (" …" if len(post.numbers) > 20 else "")
    return _("activities {numbers}").format(numbers=shown)


def _lines(post: PostView) -> list[str]:
    people = [" · ".join(part for part in (_named(each), _alarm(each)) if part) for each in post.holders] or [
        _("Nobody holds this post")
    ]
    more = [_waiting(post)] if post.waiting else []
    numbers = _numbers(post)
    return [post.name, *[f"  {line}" for line in [*people, *more, *([numbers] if numbers else [])]]]

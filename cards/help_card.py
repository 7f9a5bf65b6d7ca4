"""What one can type, by role; the rich menu's picture says the same."""

from cards import commands
from cards.card import Card, Choice
from cards.look.colours import WASH, Kind
from cards.look.frame import bubble, carousel
from cards.look.pieces import Piece, columns, rows, small, words
from cards.order_words import agenda, all_orders, charts, pending
from cards.plain import twin
from i18n import _
from rules.role import Role
from thai import writing

Line = tuple[Choice, str]


def help_card(role: Role) -> Card:
    """Return the commands that help `role`, most wanted first."""
    lines = _reporting() + _asking() if role in (Role.OFFICER, Role.HEAD) else _asking() + _province()
    lines += _posts(role)
    lines += _deciding() if role is Role.EXECUTIVE else [(all_orders(), _("Orders, and what became of them"))]
    lines += [(commands.who_am_i(), _("My role, agency and activities")), _language(), _plain_text()]
    title = _("What you can type")
    example = _("13 45% disbursed 1.2 million, rain")
    tip = _("Reports can also be one line, such as: {example}").format(example=example)
    reports = role in (Role.OFFICER, Role.HEAD)
    office = _office() if role is Role.ADMIN else []
    pages = [_page(title, lines, role, tip if reports else "")]
    if office:
        pages.append(_page(_("What the office can type"), office, role))
    return Card(
        alt=_("You can type: {words}").format(words=", ".join(choice.text for choice, _what in lines[:5])),
        text=twin(
            [
                title,
                *[f"• {choice.text} – {what}" for choice, what in [*lines, *office]],
                tip if reports else None,
            ]
        ),
        contents=carousel(pages),
    )


def _page(title: str, lines: list[Line], role: Role, tip: str = "") -> Piece:
    return bubble(
        Kind.VIEW,
        title,
        *[_row(choice, what) for choice, what in lines],
        small(tip, margin="lg") if tip else None,
        kicker=writing.role_name(role),
        subtitle=_("Tap a line, or type it"),
    )


def _reporting() -> list[Line]:
    return [
        (commands.report(), _("Report the activities still owed")),
        (commands.report(13), _("Report activity 13")),
        (commands.no_change(), _("Nothing changed since last month")),
        (Choice(_("Form"), _("form")), _("All my activities in one workbook")),
        (commands.undo(), _("Take back the last report")),
    ]


def _asking() -> list[Line]:
    return [
        (commands.status(), _("How the work stands")),
        (commands.status(13), _("One activity: a number or part of its name")),
        (commands.owed(), _("Which reports are still owed")),
        (commands.history(13), _("Every report of activity 13, with who and when")),
    ]


def _province() -> list[Line]:
    return [
        (commands.summary(), _("This week in one card")),
        (commands.stalled(), _("What stands still, and why")),
        (commands.disbursed(), _("Money against the quarter's target")),
        (commands.agency("…"), _("One agency: people, activities, money")),
    ]


def _posts(role: Role) -> list[Line]:
    lines = [(Choice(_("Leave"), _("leave")), _("I am away, and who acts meanwhile"))]
    if role in (Role.OFFICER, Role.HEAD, Role.ADMIN):
        lines += [(Choice(_("Hand over"), _("hand over")), _("Give a post or activities to a successor"))]
    if role is not Role.OFFICER:
        lines += [(Choice(_("Who answers for what"), _("holders")), _("Posts, holders, who is away"))]
    if role in (Role.HEAD, Role.ADMIN):
        example = _("assign 13 to …")
        lines += [(Choice(example, example), _("Give an activity to somebody"))]
    return lines


def _office() -> list[Line]:
    own_words = f"{_('announce')} …"
    return [
        (Choice(_("Invite"), _("invite")), _("Make a join code for a new member")),
        (
            Choice(_("send reminders"), _("send reminders")),
            _("Remind who still owes; the cost is shown first"),
        ),
        (Choice(own_words, own_words), _("Write to the agencies and see who has read it")),
        (
            Choice(_("Out of reach"), _("who is out of reach")),
            _("Whom the bot does not reach, and whom to phone"),
        ),
        (Choice(_("Quota"), _("quota")), _("LINE messages used, left and needed this month")),
        (Choice(_("Calendar"), _("calendar")), _("What falls due next; days off of our own")),
        (Choice(_("Settings"), _("settings")), _("Quiet hours, summary day, follow-up steps")),
        (
            Choice(_("summary in this group"), _("summary in this group")),
            _("The weekly summary in a group chat"),
        ),
    ]


def _deciding() -> list[Line]:
    return [
        (pending(), _("What needs a decision of yours")),
        (Choice(_("Order"), _("give order {no}").format(no=13)), _("Give an order about activity 13")),
        (all_orders(), _("Orders, and what became of them")),
        (agenda(), _("What the next meeting is about")),
        (charts(), _("Money, movement and age as pictures")),
    ]


def _language() -> Line:
    return Choice(_("Language"), _("language")), _("Thai or English")


def _plain_text() -> Line:
    return Choice(_("Plain text"), _("plain text")), _("Text instead of cards, for a PC")


def _row(choice: Choice, what: str) -> Piece:
    typed = rows(
        words(choice.text, weight="bold", maxLines=2),
        flex=4,
        backgroundColor=WASH,
        cornerRadius="6px",
        paddingAll="6px",
        justifyContent="center",
    )
    # An ellipsis stands for words of one's own: nothing to tap.
    tap = {} if "…" in choice.text else {"action": choice.action()}
    return columns(
        typed, words(what, size="xs", flex=6, gravity="center"), alignItems="center", spacing="md", **tap
    )

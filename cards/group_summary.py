"""สรุปในกลุ่ม: what the weekly summary costs in a group, before it is switched on."""

from collections.abc import Sequence

from cards.card import Card, Choice, say
from cards.look.colours import AMBER, Kind
from cards.look.frame import bubble, buttons
from cards.look.pieces import fact, note
from cards.plain import twin
from i18n import _, ngettext


def cost_of_group(members: int, times: int, left: int | None, alone: int, *choices: Choice) -> Card:
    """Return the estimate: `members` a time, `times` a month, `left` of this month; `alone` get it by themselves."""
    title = _("Weekly summary in this group?")
    month = ngettext("about {count} message", "about {count} messages", members * times).format(
        count=members * times
    )
    facts = [
        (_("Members"), str(members)),
        (_("Each time"), ngettext("{count} message", "{count} messages", members).format(count=members)),
        (_("In a month"), month),
        (
            _("To each alone"),
            ngettext("{count} message a time", "{count} messages a time", alone).format(count=alone),
        ),
    ]
    if left is not None:
        facts.append((_("Left this month"), str(left)))
    why = _("LINE counts a message in a group once for each member. Those who get it alone go on getting it.")
    return Card(
        alt=f"{title} {month}",
        text=twin([title, *[": ".join(each) for each in facts], why], choices),
        contents=bubble(
            Kind.ASK,
            title,
            *[fact(*each) for each in facts],
            note(why, AMBER),
            foot=buttons(Kind.ASK, *choices),
        ),
    )


def groups_with_summary(members: Sequence[int]) -> Card:
    """Return how many groups get the summary, and how one more does."""
    how = _("To send it to a group too, type there: {word}").format(word=_("tn summary in this group"))
    if not members:
        return say(f"{_('No group gets the weekly summary.')}\n{how}")
    count = ngettext(
        "{count} group gets the weekly summary", "{count} groups get the weekly summary", len(members)
    )
    cost = ngettext("{count} message each time", "{count} messages each time", sum(members))
    stop = _("To stop it, type there: {word}").format(word=_("tn no summary in this group"))
    return say(f"{count.format(count=len(members))}: {cost.format(count=sum(members))}\n{how}\n{stop}")

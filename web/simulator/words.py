"""The words the page's scripts put on the screen."""

from i18n import _


def words() -> dict[str, str]:
    """Return {key: words} in the language now spoken."""
    return {
        "read": _("Read"),
        "failed": _("Did not reach the bot"),
        "unsent_by_me": _("You unsent a message"),
        "unsend": _("Unsend"),
        "again": _("Deliver again (as LINE sometimes does)"),
        "back": _("Back"),
        "forward": _("Forward"),
        "copy": _("Copy"),
        "block": _("Block"),
        "unblock": _("Unblock"),
        "add_friend": _("Add friend"),
        "blocked": _("You blocked this account. It cannot reach you."),
        "stranger": _("Not a friend yet"),
        "menu": _("Show the menu"),
        "nothing_sent": _("Nothing sent yet"),
        "free": _("free"),
        "of_quota": _("{used} of {limit} this month"),
        "no_duty_ran": _("No duty was due."),
        "advancing": _("Moving the clock…"),
        "offline": _("The server does not answer. Is it still running?"),
        "empty": _("No messages yet. Type “help” or tap the menu."),
        "new_phone": _("Name on the new phone"),
        "new_group": _("Name of the new group"),
        "open_map": _("Location"),
        "photo": _("Photo"),
        "sticker": _("Sticker"),
        "push": _("push"),
        "cannot_show": _("Shown on a phone only: {kind}"),
        "mention": _("Mention the bot"),
    }

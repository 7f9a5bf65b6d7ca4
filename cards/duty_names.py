"""The duties of the clock in plain words."""

from i18n import _


def duty_name(name: str) -> str:
    """Return what people call a duty; its own name where there are no words for it."""
    return {
        "remind-officers": _("Remind officers"),
        "chase-late": _("Chase late reports"),
        "weekly-escalation": _("Weekly summary"),
        "group-summary": _("Summary in a group"),
        "follow-up": _("Urgent follow-up"),
        "follow-orders": _("Orders to follow"),
        "ask-treasury": _("Asking about treasury figures"),
        "due-papers": _("Papers that are due"),
        "vacant-posts": _("Posts without a holder"),
        "forget": _("Forgetting what is old"),
    }.get(name, name)

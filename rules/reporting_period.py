"""Which month a message reports on; handlers call it before anything is shown or stored."""

from datetime import date

from rules.fiscal_year import period_of


def period_reported(
    as_of: date | None, sent_on: date, last_period: date | None, late_on: date, asked: date
) -> date:
    """Return the month that figures belong to.

    A date in the message decides. Without one it is the month that is `asked` for now: until its late day (`late_on`)
    also where it was reported before, as a revision; after it, news belong to the running month.
    """
    if as_of is not None:
        return period_of(as_of)
    is_reported = last_period is not None and last_period >= asked
    return period_of(sent_on) if is_reported and sent_on >= late_on else asked

"""Every clock line of the house. Times are Asia/Bangkok; docs/rules.md gives the sources."""

from jobs import (
    ask_treasury,
    chase_late,
    due_papers,
    follow_orders,
    follow_up,
    group_summary,
    remind_officers,
    retention,
    vacant_posts,
    weekly_escalation,
)
from jobs.duty import Duty, next_morning
from rules.urgency import Urgency

SCHEDULE = (
    # Agencies report results on the 1st (Loei 2564, section 3(3)).
    Duty(
        name="remind-officers",
        cron="30 8 1 * *",
        run=remind_officers.remind_officers,
        worthless_after=remind_officers.worth_until,
        urgency=Urgency.REMINDER,
        kinds=("reminder", "without-officer"),
    ),
    # On the 10th, those who still owe (Lampang 2560, section 6.2-3(2.1)).
    Duty(
        name="chase-late",
        cron="30 8 10 * *",
        run=chase_late.chase_late,
        worthless_after=chase_late.worth_until,
        urgency=Urgency.CHASE,
        kinds=("chase", "chase-head"),
    ),
    # Each working morning the cases, before the governor's summary (Lampang 2560, section 6.1-3(9)).
    Duty(
        name="follow-up",
        cron="0 8 * * mon-fri",
        run=follow_up.follow_up,
        worthless_after=next_morning,
        urgency=Urgency.ESCALATION,
        kinds=("follow-up",),
    ),
    # A few days before the 1st, so that somebody can be found in time (our choice).
    Duty(
        name="vacant-posts",
        cron="30 8 25 * *",
        run=vacant_posts.vacant_posts,
        worthless_after=vacant_posts.worth_until,
        urgency=Urgency.CHASE,
        kinds=(vacant_posts.KIND,),
    ),
    # Each working morning the orders past their due day (our choice of steps: rules/order).
    Duty(
        name="follow-orders",
        cron="0 8 * * mon-fri",
        run=follow_orders.follow_orders,
        worthless_after=next_morning,
        urgency=Urgency.CHASE,
        kinds=(follow_orders.KIND,),
    ),
    # Rounds of reporting to the centre (Loei 2564, page 1); the days are the office's own table.
    Duty(
        name="due-papers",
        cron="30 8 * * mon-fri",
        run=due_papers.due_papers,
        worthless_after=next_morning,
        urgency=Urgency.REMINDER,
        kinds=(due_papers.KIND,),
    ),
    # Each working morning, where the treasury says otherwise, the officer is asked first (domain: GFMIS at T8).
    Duty(
        name="ask-treasury",
        cron="10 8 * * mon-fri",
        run=ask_treasury.ask_treasury,
        worthless_after=next_morning,
        urgency=Urgency.REMINDER,
        kinds=(ask_treasury.KIND,),
    ),
    # Each week the governor is told what stands still (Lampang 2560, section 6.1-3(3) and (9)).
    Duty(
        name="weekly-escalation",
        cron="30 8 * * mon",
        run=weekly_escalation.weekly_escalation,
        worthless_after=weekly_escalation.worth_until,
        urgency=Urgency.ESCALATION,
        kinds=("weekly",),
    ),
    # The same week for groups, only where the office asked for it (our choice: LINE counts every member).
    Duty(
        name="group-summary",
        cron="30 8 * * mon",
        run=group_summary.group_summary,
        worthless_after=weekly_escalation.worth_until,
        urgency=Urgency.ESCALATION,
        kinds=(group_summary.KIND,),
    ),
    # Nothing of people is kept for longer than it is of use (PDPA 2562, section 37(3)); it writes to nobody.
    Duty(
        name="forget",
        cron="0 6 2 * *",
        run=retention.forget_what_is_old,
        worthless_after=retention.worth_until,
        urgency=Urgency.REMINDER,
        kinds=(),
    ),
)
# Those of which anybody hears.
TELLING = tuple(duty for duty in SCHEDULE if duty.kinds)


def duty_named(name: str) -> Duty | None:
    """Return the duty called `name`, or None."""
    return next((duty for duty in SCHEDULE if duty.name == name), None)

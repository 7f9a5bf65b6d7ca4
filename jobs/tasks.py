"""What the engine may be asked to do; a process that only takes webhooks in loads none of it."""

from engine.house import House
from engine.work import Tasks
from handlers.lane import handle_lane
from jobs.deliver import deliver
from jobs.draw_chart import draw_chart
from jobs.erase import erase_person
from jobs.fetch_evidence import fetch_evidence, forget_evidence
from jobs.group_summary import ask_in_group
from jobs.loading import show_loading
from jobs.publish_menus import show_menu
from jobs.push import push_waiting
from jobs.quota import refresh_quota
from jobs.replies import Replies


def tasks_of(house: House, replies: Replies) -> Tasks:
    """Return each task by the name that it is asked for."""
    return {
        "handle": lambda key: handle_lane(house, key, replies.send),
        "deliver": lambda key: deliver(house, key),
        "push": lambda key: push_waiting(house, key),
        "fetch": lambda key: fetch_evidence(house, key),
        "forget": lambda key: forget_evidence(house, key),
        "erase": lambda key: erase_person(house, key),
        "menu": lambda key: show_menu(house, key),
        "draw": lambda key: draw_chart(house, key),
        "loading": lambda key: show_loading(house, key),
        "group-size": lambda key: ask_in_group(house, key),
        "quota": lambda key: refresh_quota(house, key),
    }

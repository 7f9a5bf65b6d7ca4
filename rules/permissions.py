"""Who may do what: one table, asked by every handler, job and page.

A scope says how far a role reaches inside its own province; nobody reaches into another one.
"""

from enum import IntEnum, StrEnum

from rules.role import Role


class Scope(IntEnum):
    """How far a role reaches, narrow to wide: nothing, own activities, the agency, the whole province."""

    NONE = 0
    OWN = 1
    AGENCY = 2
    PROVINCE = 3


class Action(StrEnum):
    """Everything a person can do with the bot."""

    JOIN = "join"
    HELP = "help"
    SET_LANGUAGE = "set_language"
    WHOAMI = "whoami"
    MY_DATA = "my_data"
    REPORT = "report"
    NO_CHANGE = "no_change"
    CORRECT = "correct"
    RETRACT = "retract"
    DECLARE_LEFT_OVER = "declare_left_over"
    SEE_OWN = "see_own"
    SEE_ACTIVITY = "see_activity"
    SEE_HISTORY = "see_history"
    SEE_AGENCY = "see_agency"
    SEE_OVERDUE = "see_overdue"
    SEE_STALLED = "see_stalled"
    SEE_DISBURSED = "see_disbursed"
    SEE_PROVINCE = "see_province"
    SEE_SUMMARY = "see_summary"
    INVITE = "invite"
    IMPORT_PLAN = "import_plan"
    SEND_REMINDERS = "send_reminders"
    SEE_QUOTA = "see_quota"
    EDIT_CALENDAR = "edit_calendar"
    EDIT_TARGETS = "edit_targets"
    CHANGE_BUDGET = "change_budget"
    CANCEL_ACTIVITY = "cancel_activity"
    WRITE_PAPERS = "write_papers"
    ANNOUNCE = "announce"
    EDIT_SETTINGS = "edit_settings"
    SEE_OUT_OF_REACH = "see_out_of_reach"
    TELL_GROUP = "tell_group"
    GIVE_ORDER = "give_order"
    ANSWER_ORDER = "answer_order"
    SEE_ORDERS = "see_orders"
    TAKE_LEAVE = "take_leave"
    RECORD_LEAVE = "record_leave"
    HAND_OVER = "hand_over"
    ASSIGN = "assign"
    SEE_HOLDERS = "see_holders"
    SEE_CASES = "see_cases"
    ACT_ON_CASE = "act_on_case"


_NONE, _OWN, _AGENCY, _PROVINCE = Scope
_COLUMNS = (Role.OFFICER, Role.HEAD, Role.EXECUTIVE, Role.ADMIN, Role.INSPECTOR)
# fmt: off
_TABLE: dict[Action, tuple[Scope, Scope, Scope, Scope, Scope]] = {
    #                          officer  head     executive  admin      inspector
    Action.JOIN:              (_OWN,    _OWN,    _OWN,      _OWN,      _OWN),
    Action.HELP:              (_OWN,    _OWN,    _OWN,      _OWN,      _OWN),
    Action.SET_LANGUAGE:      (_OWN,    _OWN,    _OWN,      _OWN,      _OWN),
    Action.WHOAMI:            (_OWN,    _OWN,    _OWN,      _OWN,      _OWN),
    Action.MY_DATA:           (_OWN,    _OWN,    _OWN,      _OWN,      _OWN),
    Action.REPORT:            (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.NO_CHANGE:         (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.CORRECT:           (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.RETRACT:           (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.DECLARE_LEFT_OVER: (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.SEE_OWN:           (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.SEE_ACTIVITY:      (_AGENCY, _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_HISTORY:       (_AGENCY, _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_AGENCY:        (_AGENCY, _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_OVERDUE:       (_OWN,    _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_STALLED:       (_AGENCY, _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_DISBURSED:     (_AGENCY, _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_PROVINCE:      (_NONE,   _NONE,   _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_SUMMARY:       (_NONE,   _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.INVITE:            (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.IMPORT_PLAN:       (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.SEND_REMINDERS:    (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.SEE_QUOTA:         (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.EDIT_CALENDAR:     (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.EDIT_TARGETS:      (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.CHANGE_BUDGET:     (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.CANCEL_ACTIVITY:   (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.WRITE_PAPERS:      (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.ANNOUNCE:          (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.EDIT_SETTINGS:     (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.SEE_OUT_OF_REACH:  (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.TELL_GROUP:        (_NONE,   _NONE,   _NONE,     _PROVINCE, _NONE),
    Action.GIVE_ORDER:        (_NONE,   _NONE,   _PROVINCE, _NONE,     _NONE),
    Action.ANSWER_ORDER:      (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.SEE_ORDERS:        (_OWN,    _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.TAKE_LEAVE:        (_OWN,    _OWN,    _OWN,      _OWN,      _OWN),
    Action.RECORD_LEAVE:      (_NONE,   _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.HAND_OVER:         (_OWN,    _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.ASSIGN:            (_NONE,   _AGENCY, _NONE,     _PROVINCE, _NONE),
    Action.SEE_HOLDERS:       (_AGENCY, _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.SEE_CASES:         (_OWN,    _AGENCY, _PROVINCE, _PROVINCE, _PROVINCE),
    Action.ACT_ON_CASE:       (_OWN,    _AGENCY, _PROVINCE, _PROVINCE, _NONE),
}
# fmt: on
_STRANGERS = frozenset({Action.JOIN, Action.HELP, Action.SET_LANGUAGE})


def may(role: Role | None, action: Action) -> Scope:
    """Return how far `role` may do `action`; None is somebody who has not joined."""
    if role is None:
        return Scope.OWN if action in _STRANGERS else Scope.NONE
    return _TABLE[action][_COLUMNS.index(role)]


def allows(scope: Scope, *, is_own: bool, is_same_agency: bool) -> bool:
    """Return whether `scope` reaches one thing of the same province: an activity, a report, a person.

    is_own: assigned to the person who asks; is_same_agency: belongs to that person's agency.
    """
    if scope is Scope.PROVINCE:
        return True
    return (scope is Scope.AGENCY and is_same_agency) or (scope >= Scope.OWN and is_own)

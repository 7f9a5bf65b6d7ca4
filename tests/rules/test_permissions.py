"""The table of who may do what, read as people would state it."""

import pytest

from rules.permissions import Action, Scope, allows, may
from rules.role import Role

OFFICES_OWN = (Action.SEE_QUOTA, Action.SEE_OUT_OF_REACH)
READING = [action for action in Action if action.name.startswith("SEE_") and action not in OFFICES_OWN]
REPORTING = (Action.REPORT, Action.NO_CHANGE, Action.CORRECT, Action.RETRACT, Action.DECLARE_LEFT_OVER)
OFFICE_WORK = (
    Action.INVITE,
    Action.IMPORT_PLAN,
    Action.SEND_REMINDERS,
    Action.SEE_QUOTA,
    Action.EDIT_CALENDAR,
    Action.EDIT_TARGETS,
    Action.CHANGE_BUDGET,
    Action.CANCEL_ACTIVITY,
    Action.WRITE_PAPERS,
    Action.ANNOUNCE,
    Action.EDIT_SETTINGS,
    Action.SEE_OUT_OF_REACH,
    Action.TELL_GROUP,
)
EVERYBODYS = (
    Action.JOIN,
    Action.HELP,
    Action.SET_LANGUAGE,
    Action.WHOAMI,
    Action.MY_DATA,
    Action.TAKE_LEAVE,
)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_every_action_is_settled_for_every_role(role, action):
    assert isinstance(may(role, action), Scope)


@pytest.mark.parametrize("action", REPORTING)
def test_officers_report_their_own_heads_their_agencys_and_executives_nothing(action):
    assert [may(role, action) for role in Role] == [
        Scope.OWN,
        Scope.AGENCY,
        Scope.NONE,
        Scope.PROVINCE,
        Scope.NONE,
    ]


@pytest.mark.parametrize("action", OFFICE_WORK)
def test_the_office_is_run_by_admins_alone(action):
    assert [role for role in Role if may(role, action) is not Scope.NONE] == [Role.ADMIN]


@pytest.mark.parametrize("action", READING)
def test_agencies_never_look_beyond_themselves(action):
    assert may(Role.OFFICER, action) <= Scope.AGENCY
    assert may(Role.HEAD, action) <= Scope.AGENCY


@pytest.mark.parametrize(
    ("role", "own"), [(Role.EXECUTIVE, {Action.GIVE_ORDER, Action.ACT_ON_CASE}), (Role.INSPECTOR, set())]
)
def test_executives_read_the_province_and_order_and_inspectors_change_nothing(role, own):
    changing = [action for action in Action if may(role, action) is not Scope.NONE and action not in READING]
    assert set(changing) == set(EVERYBODYS) | own
    assert {may(role, action) for action in READING if action is not Action.SEE_OWN} == {Scope.PROVINCE}


@pytest.mark.parametrize("action", EVERYBODYS)
def test_everybody_sees_to_themselves(action):
    assert {may(role, action) for role in Role} == {Scope.OWN}


def test_a_stranger_may_join_ask_for_help_and_choose_a_language():
    allowed = {action for action in Action if may(None, action) is not Scope.NONE}
    assert allowed == {Action.JOIN, Action.HELP, Action.SET_LANGUAGE}


@pytest.mark.parametrize(
    ("who", "is_own", "is_same_agency", "sees", "reports"),
    [
        ("สมชาย and his own road", True, True, True, True),
        ("สมชาย and a colleague's road", False, True, True, False),
        ("ประสิทธิ์ of another agency", False, False, False, False),
    ],
)
def test_what_an_officer_reaches(who, is_own, is_same_agency, sees, reports):
    place = {"is_own": is_own, "is_same_agency": is_same_agency}
    assert allows(may(Role.OFFICER, Action.SEE_ACTIVITY), **place) is sees, who
    assert allows(may(Role.OFFICER, Action.REPORT), **place) is reports, who


def test_an_activity_lent_to_an_officer_of_another_agency_is_still_theirs():
    assert allows(Scope.AGENCY, is_own=True, is_same_agency=False)


def test_nothing_reaches_nowhere_and_the_province_everywhere():
    assert not allows(Scope.NONE, is_own=True, is_same_agency=True)
    assert allows(Scope.PROVINCE, is_own=False, is_same_agency=False)


def test_a_post_is_handed_over_by_its_officer_the_head_or_the_office_and_assigned_by_the_last_two():
    assert [may(role, Action.HAND_OVER) for role in Role] == [
        Scope.OWN,
        Scope.AGENCY,
        Scope.NONE,
        Scope.PROVINCE,
        Scope.NONE,
    ]
    for action in (Action.ASSIGN, Action.RECORD_LEAVE):
        assert {role: may(role, action) for role in Role if may(role, action) is not Scope.NONE} == {
            Role.HEAD: Scope.AGENCY,
            Role.ADMIN: Scope.PROVINCE,
        }

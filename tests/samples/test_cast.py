"""The invented cast fills the office that the real plan names."""

import re

from rules.role import Role
from samples.cast import cast, officer_of
from samples.plan_rows import plan_rows

PEOPLE = {member.name: member for member in cast()}


def test_somchai_reports_three_roads_and_malee_is_his_head():
    assert PEOPLE["สมชาย"].activity_nos == (13, 14, 15)
    assert PEOPLE["มาลี"].role is Role.HEAD
    assert PEOPLE["มาลี"].agency == PEOPLE["สมชาย"].agency == "แขวงทางหลวงชนบทเพชรบุรี"


def test_prasit_belongs_to_another_agency():
    assert PEOPLE["ประสิทธิ์"].activity_nos == (20, 21)
    assert PEOPLE["ประสิทธิ์"].agency != PEOPLE["สมชาย"].agency


def test_the_province_is_there():
    assert PEOPLE["อนงค์"].role is Role.ADMIN
    assert PEOPLE["ท่านผู้ว่าฯ"].role is Role.EXECUTIVE
    roles = [member.role for member in cast()]
    assert (roles.count(Role.ADMIN), roles.count(Role.EXECUTIVE), roles.count(Role.INSPECTOR)) == (2, 2, 1)


def test_every_agency_has_one_officer_and_one_head_and_every_activity_its_officer():
    for role in (Role.OFFICER, Role.HEAD):
        agencies = [member.agency for member in cast() if member.role is role]
        assert sorted(agencies) == sorted({activity.agency for activity in plan_rows()})
    assert [officer_of(activity.no).agency for activity in plan_rows()] == [a.agency for a in plan_rows()]


def test_nobody_can_be_mistaken_for_somebody_else():
    keys, names, ids = zip(*((m.key, m.name, m.line_user_id) for m in cast()), strict=True)
    assert len(set(keys)) == len(set(names)) == len(set(ids)) == len(cast())
    assert all(re.fullmatch("U[0-9a-f]{32}", user_id) for user_id in ids)

"""The part of the province that an executive's post is about, from the invitation on."""

from datetime import UTC, date, datetime

import pytest

from models.agency import Agency
from models.invite import invite_to_post
from models.plan import activities
from models.post import Post, posts_held
from models.post_area import overseen
from rules.role import Role
from thai.districts import bare_district, names_district

NOW = datetime(2021, 5, 3, 1, 30, tzinfo=UTC)


def numbers(session, office, posts):
    found = activities(session, office.province.id, 2564)
    return [activity.no for activity in overseen(session, posts, found)]


def invited(session, office, **area):
    _code, row = invite_to_post(
        session, office.province.id, Role.EXECUTIVE, None, now=NOW, year_be=2564, **area
    )
    return session.get_one(Post, row.post_id)


def test_the_governor_oversees_all_a_deputy_some_agencies_and_a_chief_a_district(house, office):
    with house.db.write() as session:
        office.province = session.merge(office.province)
        session.merge(office.activities[14]).place = "ตำบลท่ายาง อ.ท่ายาง"
        works = session.get_one(Agency, office.activities[20].agency_id)
        deputy = invited(session, office, oversees=[works])
        chief = invited(session, office, districts=["อำเภอท่ายาง"])
        governor = posts_held(session, office.people["ท่านผู้ว่าฯ"].id, date(2021, 5, 3))
        assert numbers(session, office, governor) == [13, 14, 15, 20, 21]
        assert numbers(session, office, [deputy]) == [20, 21]
        assert numbers(session, office, [chief]) == [14]
        assert numbers(session, office, [deputy, chief]) == [14, 20, 21]
        assert numbers(session, office, [deputy, *governor]) == [13, 14, 15, 20, 21]


def test_another_area_is_another_post_and_the_same_one_the_same(house, office):
    with house.db.write() as session:
        first, second = (invited(session, office, districts=[name]) for name in ("ท่ายาง", "บ้านลาด"))
        assert first.id != second.id != invited(session, office).id
        assert invited(session, office, districts=["อ.ท่ายาง"]).id == first.id


@pytest.mark.parametrize("place", ["ตำบลท่าคอย อำเภอท่ายาง จังหวัดเพชรบุรี", "หมู่ 3 อ. ท่ายาง", "ท่าน้ำ อำเภอ ท่ายาง"])
def test_a_district_is_known_however_it_is_written(place):
    assert names_district(place, "ท่ายาง") and not names_district(place, "บ้านลาด")


def test_a_place_that_only_holds_the_name_is_no_district():
    assert not names_district("ตำบลท่ายาง", "ท่ายาง") and bare_district(" อ. ท่ายาง ") == "ท่ายาง"

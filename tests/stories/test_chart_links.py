"""Charts over HTTP: only by a signed address, only for a time, and only what was kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot import create_app
from documents.charts.s_curve import SCurve
from handlers.chart_links import LINK, LIVES, chart_address, charts_folder
from handlers.links import seal

CURVE = SCurve("เพชรบุรี", 2564, date(2021, 5, 17), ((date(2020, 10, 1), 0.0), (date(2021, 5, 17), 28.84)))


@pytest.fixture
def public(house):
    house.settings = replace(house.settings, public_url="https://tamngan.example.go.th")
    return house


def path(house, kind="s_curve"):
    with house.db.write() as session:
        address = chart_address(house, session, kind, CURVE, house.clock.now())
    return address.removeprefix("https://tamngan.example.go.th")


def test_the_address_shows_the_picture_and_nothing_else_may_run_there(public):
    answer = create_app(house=public).test_client().get(path(public))
    assert answer.status_code == 200 and answer.mimetype == "image/png" and answer.data.startswith(b"\x89PNG")
    assert (
        answer.headers["X-Content-Type-Options"] == "nosniff" and "noindex" in answer.headers["X-Robots-Tag"]
    )


def test_the_same_chart_has_one_address_on_one_day_and_is_kept_once(public, clock):
    first = path(public)
    clock.set(clock.now() + timedelta(hours=1))
    assert path(public) == first and path(public, "sparkline") != first
    create_app(house=public).test_client().get(first)
    assert len(list(charts_folder(public.settings).glob("*.png"))) == 1


def test_it_is_drawn_before_anybody_opens_it(public):
    path(public)
    assert public.work.drain() and len(list(charts_folder(public.settings).glob("*.png"))) == 1


def test_executives_and_the_office_ask_for_all_of_them(public, office, phones):
    for name in ("ท่านผู้ว่าฯ", "อนงค์"):
        phones[name].says("กราฟ")
        assert [message["type"] for message in phones[name].last] == ["image"] * 3
    assert "เฉพาะผู้บริหาร" in phones["สมชาย"].says("กราฟ")


def test_forged_foreign_and_old_addresses_show_nothing(public, clock):
    client, address = create_app(house=public).test_client(), path(public)
    tomorrow = clock.now() + timedelta(days=1)
    forged = seal("another key", LINK, tomorrow, "0" * 32)
    unknown = seal(public.settings.secret_key, LINK, tomorrow, "0" * 32)
    outside = seal(public.settings.secret_key, LINK, tomorrow, "../tamngan")
    assert client.get(f"/charts/{forged}.png").status_code == 404
    assert client.get("/charts/anything.png").status_code == 404
    assert client.get(f"/charts/{unknown}.png").status_code == 410
    assert client.get(f"/charts/{outside}.png").status_code == 410
    clock.set(clock.now() + LIVES)
    assert client.get(address).status_code == 410


def test_without_https_line_could_not_fetch_it_so_there_is_none(house):
    with house.db.write() as session:
        assert chart_address(house, session, "s_curve", CURVE, house.clock.now()) is None
    assert not charts_folder(house.settings).exists()

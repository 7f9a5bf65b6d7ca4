"""Pages: every answer carries the headers; links expire, are one person's, and die when they are taken back."""

import re
from datetime import timedelta

import pytest

from bot import create_app
from models.evidence import Evidence, Kept
from tests.office import APRIL, MARCH, reported
from tests.pictures import as_jpeg, scene

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def app(house):
    return create_app(house=house)


@pytest.fixture
def browser(app):
    return app.test_client()


def links_in(answer):
    return re.findall(r"https?://[^/\s]+(/[\w./~-]+)", answer)


@pytest.fixture
def links(house, office, phones):
    """A link of each kind, with the phone for which it was made."""
    with house.db.write() as session:
        reported(session, office, 13, MARCH)
        report = reported(session, office, 13, APRIL)
    phones.line.send_image(phones["สมชาย"].user_id, as_jpeg(scene(1)))
    phones["สมชาย"].reads()
    with house.db.write() as session:
        piece = session.query(Evidence).one()
        piece.report_id, piece.activity_id = report.id, report.activity_id
        assert piece.state is Kept.STORED
    found = [(phones["มาลี"], link) for link in links_in(phones["มาลี"].says("ประวัติ 13"))]
    found += [(phones["สมชาย"], link) for link in links_in(phones["สมชาย"].says("ขอแบบฟอร์ม"))]
    anong = phones["อนงค์"]
    anong.says("เอกสาร สรุปผลการดำเนินงาน 30 เม.ย. 64")
    uris = re.findall(r'https?://[^/]+(/papers/[^?"\']+)', str(anong.last))
    found += [(anong, uri) for uri in uris]
    assert {link.split("/")[1] for _phone, link in found} == {"photos", "form", "papers"}
    return found


def filled(rule):
    """Return an address that the rule matches, with nonsense for what it asks."""
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: "1" if found[1] == "int" else "nonsense", rule.rule)


def test_every_route_answers_with_the_headers(app, browser):
    routes = [rule for rule in app.url_map.iter_rules() if "GET" in rule.methods]
    assert len(routes) >= 9
    for rule in [*map(filled, routes), "/nowhere", "/../etc/passwd"]:
        headers = browser.get(rule).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy, rule
        assert "frame-ancestors 'none'" in policy or "image/png" in headers["Content-Type"], rule
        for name, value in HEADERS.items():
            assert headers[name] == value, (rule, name)
        assert "Set-Cookie" not in headers, rule


def test_good_links_are_private_and_never_kept_by_caches(browser, links):
    for _phone, link in links:
        answer = browser.get(link)
        assert answer.status_code == 200, link
        assert answer.headers["Cache-Control"] == "private, no-store", link
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], link


def test_links_that_were_cancelled_are_dead_and_new_ones_live(browser, links, phones):
    for phone in dict.fromkeys(phone.name for phone, _link in links):
        assert "ใช้ไม่ได้แล้ว" in phones[phone].says("ยกเลิกลิงก์")
    assert {browser.get(link).status_code for _phone, link in links} == {410}
    (fresh,) = links_in(phones["มาลี"].says("ประวัติ 13"))
    assert browser.get(fresh).status_code == 200


def test_links_of_one_who_left_are_dead(browser, links, phones):
    for phone in dict.fromkeys(phone.name for phone, _link in links):
        phones[phone].says("ลบข้อมูลของฉัน")
        phones[phone].taps("ลบข้อมูลและออก")
    assert {browser.get(link).status_code for _phone, link in links} <= {404, 410}


def test_cancelling_touches_nobody_elses_links(browser, links, phones):
    phones["สมชาย"].says("ยกเลิกลิงก์")
    assert all(browser.get(link).status_code == 200 for phone, link in links if phone.name != "สมชาย")


def test_a_changed_link_opens_nothing(browser, links):
    for _phone, link in links:
        room, token, *rest = link.strip("/").split("/")
        for forged in (
            token[:-2] + "xx",
            token[:3] + ("A" if token[3] != "A" else "B") + token[4:],
            token * 2,
        ):
            assert browser.get("/".join(["", room, forged, *rest])).status_code == 404, link


def test_photo_links_die_after_a_day(browser, links, clock):
    clock.set(clock.now() + timedelta(days=1))
    photos = [link for _phone, link in links if link.startswith("/photos/")]
    assert photos and all(browser.get(link).status_code == 410 for link in photos)


def test_who_looked_at_what_is_written_down(app, browser, links, phones):
    for _phone, link in links:
        browser.get(link)
    phones["มาลี"].says("สถานะ 13")
    phones["สมชาย"].says("สถานะ 13")  # his own: nothing to write down
    said = app.test_cli_runner().invoke(args=["access-log"]).stdout
    seen = [line.split("  ")[1:] for line in said.splitlines()]
    names = {who.split(" ", 1)[1] for who, _what in seen}
    assert names == {"อนงค์"}  # what มาลี looked at is her own agency's
    assert any(what.startswith("paper ") for _who, what in seen)
    only = app.test_cli_runner().invoke(args=["access-log", "--activity", "20", "--json"]).stdout
    assert only == ""


def test_the_governor_looking_at_an_activity_is_written_down(app, phones, office):
    phones["ท่านผู้ว่าฯ"].says("สถานะ 13")
    phones["ท่านผู้ว่าฯ"].says("ประวัติ 13")
    said = app.test_cli_runner().invoke(args=["access-log", "--activity", "13"]).stdout
    assert [line.split("  ")[2] for line in said.splitlines()] == ["activity 13", "history 13"]

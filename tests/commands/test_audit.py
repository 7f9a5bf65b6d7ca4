"""audit verify, as an operator types it."""

from sqlalchemy import text

from models.audit import note


def test_a_whole_trail_is_told_with_its_last_line(terminal, own_house, clock):
    with own_house.db.write() as session:
        note(session, clock.now(), "joined")
    said = terminal("audit", "verify")
    assert said.exit_code == 0
    assert said.stdout.startswith("1 lines, unbroken. Last line: 1:")
    assert terminal("audit", "verify", "--known", said.stdout.split()[-1]).exit_code == 0


def test_a_broken_trail_names_the_line_and_ends_with_status_1(terminal, own_house, clock):
    with own_house.db.write() as session:
        for what in ("joined", "reported", "left"):
            note(session, clock.now(), what)
    with own_house.db.write() as session:
        if own_house.db.is_sqlite:
            session.execute(text("DROP TRIGGER audit_refuses_update"))
        else:
            session.execute(text("SET session_replication_role = replica"))
        session.execute(text("UPDATE audit SET what = 'retracted' WHERE id = 2"))
        if not own_house.db.is_sqlite:
            session.execute(text("SET session_replication_role = origin"))
    said = terminal("audit", "verify")
    assert said.exit_code == 1
    assert said.stdout.startswith("BROKEN at line 2:")


def test_what_is_no_line_is_refused(terminal):
    said = terminal("audit", "verify", "--known", "17")
    assert said.exit_code == 2 and "--known" in said.stderr

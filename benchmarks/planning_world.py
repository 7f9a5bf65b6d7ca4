"""Agencies, officers, activities and reports by the hundred thousand, made inside PostgreSQL for benchmarks.planning."""

import csv
from dataclasses import dataclass
from datetime import datetime

import psycopg

from engine.clock import BANGKOK
from samples.plan_rows import PLAN_CSV

# 1 October 2021 is a Friday: the reports of September 2564 fall due, and the duties of 8 o'clock are over.
DUE_AT = datetime(2021, 10, 1, 8, 30, tzinfo=BANGKOK)
OPENED_AT = datetime(2021, 10, 1, 8, 15, tzinfo=BANGKOK)
OFFICERS_PER_AGENCY = 50_000 / 7_849

# Officer o works in agency 1 + (o-1) * agencies / officers and answers by name for an equal part of its activities;
# every twentieth activity is completed and paid out. Whoever is away (one in fifty) has a colleague who acts.
FILL = """
INSERT INTO provinces (name, channel, chosen, made_at)
    SELECT 'จังหวัด ' || p, 'default', '{}', %(opened_at)s FROM generate_series(1, %(provinces)s) p;
INSERT INTO agencies (province_id, name, aliases)
    SELECT 1 + (a - 1) * %(provinces)s / %(agencies)s, 'องค์การบริหารส่วนตำบลบ้านที่ ' || a, '[]'
    FROM generate_series(1, %(agencies)s) a;
INSERT INTO projects (province_id, year_be, name, is_reserve)
    SELECT id, 2564, 'โครงการพัฒนาคุณภาพชีวิต', false FROM provinces ORDER BY id;
INSERT INTO people (province_id, channel, line_user_id, name, language, prefers_text, first_seen_at, joined_at)
    SELECT g.province_id, 'default', 'U' || md5(o::text), 'เจ้าหน้าที่คนที่ ' || o, 'th', o %% 20 = 0, %(opened_at)s,
        %(opened_at)s
    FROM generate_series(1, %(officers)s) o
    JOIN agencies g ON g.id = 1 + (o - 1)::bigint * %(agencies)s / %(officers)s ORDER BY o;
INSERT INTO posts (province_id, agency_id, role)
    SELECT p.province_id, 1 + (p.id - 1) * %(agencies)s / %(officers)s, 'officer' FROM people p ORDER BY p.id;
INSERT INTO holdings (post_id, person_id, from_on) SELECT id, id, '2020-10-01' FROM people ORDER BY id;
INSERT INTO activities (province_id, year_be, project_id, agency_id, no, name, budget_satang, expense_class, made_at)
    SELECT p.province_id, 2564, p.province_id, p.agency_id,
        row_number() OVER (PARTITION BY p.province_id ORDER BY i),
        (%(names)s::text[])[1 + i %% %(kinds)s] || ' หมู่ที่ ' || 1 + i %% 17, (1 + i %% 977) * 1234500,
        'investment', '2020-10-01'
    FROM generate_series(1, %(activities)s) i
    JOIN posts p ON p.id = 1 + (i - 1)::bigint * %(officers)s / %(activities)s ORDER BY i;
INSERT INTO responsibilities (post_id, activity_id)
    SELECT 1 + (id - 1) * %(officers)s / %(activities)s, id FROM activities ORDER BY id;
INSERT INTO reports (province_id, activity_id, period, revision, kind, receipt_no, as_of, sent_at, reporter_id,
        message_ids, status, progress_percent, disbursed_satang, causes)
    SELECT a.province_id, a.id, month, 1, 'report', '64-' || a.id, month + 27, month + interval '1 month',
        1 + (a.id - 1) * %(officers)s / %(activities)s, '[]',
        CASE WHEN a.id %% 20 = 0 THEN 'COMPLETED' ELSE 'IN_PROGRESS' END,
        CASE WHEN a.id %% 20 = 0 THEN 10000 ELSE a.id %% 90 * 100 + 25 * (a.id %% 4) END,
        CASE WHEN a.id %% 20 = 0 THEN a.budget_satang ELSE a.budget_satang * (a.id %% 90) / 100 END, '[]'
    FROM generate_series(1, %(months)s) m
    CROSS JOIN LATERAL (SELECT date '2021-09-01' - make_interval(months => m)) AS t(moment)
    CROSS JOIN LATERAL (SELECT t.moment::date) AS d(month) CROSS JOIN activities a ORDER BY month, a.id;
INSERT INTO standings (activity_id, report_id, period, as_of, reported_at, reporter_id, last_moved_on, status,
        progress_percent, disbursed_satang, causes)
    SELECT activity_id, id, period, as_of, sent_at, reporter_id, as_of, status, progress_percent, disbursed_satang,
        causes
    FROM reports WHERE period = '2021-08-01' ORDER BY activity_id;
INSERT INTO absences (province_id, person_id, acting_id, from_on, to_on, made_at)
    SELECT p.province_id, p.id, n.id, '2021-09-27', '2021-10-08', %(opened_at)s
    FROM people p JOIN people n ON n.id = p.id + 1 AND n.province_id = p.province_id WHERE p.id %% 50 = 0;
"""


@dataclass(frozen=True)
class World:
    """How much there is; `months` is how many months of reports lie behind the one that falls due."""

    officers: int
    activities: int
    provinces: int = 76
    months: int = 1

    def made_in(self, url: str) -> None:
        """Fill the migrated database at a SQLAlchemy URL."""
        with PLAN_CSV.open(encoding="utf-8", newline="") as source:
            names = [row["activity"] for row in csv.DictReader(source)]
        values = {
            "officers": self.officers,
            "activities": self.activities,
            "agencies": max(self.provinces, round(self.officers / OFFICERS_PER_AGENCY)),
            "provinces": self.provinces,
            "months": self.months,
            "names": names,
            "kinds": len(names),
            "opened_at": OPENED_AT,
        }
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            with psycopg.ClientCursor(connection) as cursor:
                for statement in FILL.split(";\n"):
                    if statement.strip():
                        cursor.execute(statement, values)
            connection.execute("VACUUM ANALYZE")
            connection.execute("CHECKPOINT")  # writing the world out would be counted as planning

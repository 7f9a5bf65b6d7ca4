"""First version."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("webhook_event_id", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("lane", sa.String(length=160), nullable=False),
        sa.Column("timestamp_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("webhook_event_id", name=op.f("uq_inbox_webhook_event_id")),
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index("ix_inbox_lane_state", ["lane", "state", "timestamp_ms", "id"], unique=False)
        batch_op.create_index("ix_inbox_state_lane", ["state", "lane"], unique=False)

    op.create_table(
        "menus",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("rich_menu_id", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_menus")),
        sa.UniqueConstraint("channel", "role", "language", name=op.f("uq_menus_channel_role_language")),
    )
    op.create_table(
        "provinces",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("chosen", JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provinces")),
        sa.UniqueConstraint("name", name=op.f("uq_provinces_name")),
    )
    op.create_table(
        "quotas",
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_come", JSON, nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_quotas")),
    )
    op.create_table(
        "agencies",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("short_name", sa.String(length=100), nullable=True),
        sa.Column("aliases", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_agencies_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agencies")),
        sa.UniqueConstraint("province_id", "name", name=op.f("uq_agencies_province_id_name")),
    )
    op.create_table(
        "disbursement_targets",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("expense_class", sa.String(length=20), nullable=False),
        sa.Column("measure", sa.String(length=20), nullable=False),
        sa.Column("quarter", sa.Integer(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_disbursement_targets_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disbursement_targets")),
        sa.UniqueConstraint(
            "province_id",
            "year_be",
            "expense_class",
            "measure",
            "quarter",
            name=op.f("uq_disbursement_targets_province_id_year_be_expense_class_measure_quarter"),
        ),
    )
    op.create_table(
        "fires",
        sa.Column("id", ID, nullable=False),
        sa.Column("duty", sa.String(length=50), nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counts", JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_fires_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fires")),
        sa.UniqueConstraint("duty", "province_id", "due_at", name=op.f("uq_fires_duty_province_id_due_at")),
    )
    op.create_table(
        "holiday_overrides",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_holiday_overrides_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday_overrides")),
        sa.UniqueConstraint("province_id", "on", name=op.f("uq_holiday_overrides_province_id_on")),
    )
    op.create_table(
        "people",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=True),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("line_user_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=50), nullable=True),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("prefers_text", sa.Boolean(), nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unreachable_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_people_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("channel", "line_user_id", name=op.f("uq_people_channel_line_user_id")),
    )
    op.create_table(
        "projects",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("strategic_issue", sa.Text(), nullable=True),
        sa.Column("funding_source", sa.String(length=100), nullable=True),
        sa.Column("is_reserve", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_projects_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
        sa.UniqueConstraint(
            "province_id", "year_be", "name", name=op.f("uq_projects_province_id_year_be_name")
        ),
    )
    op.create_table(
        "activities",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("project_id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("main_activity", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("budget_satang", sa.BigInteger(), nullable=False),
        sa.Column("expense_class", sa.String(length=20), nullable=True),
        sa.Column("planned_start", sa.Date(), nullable=True),
        sa.Column("planned_end", sa.Date(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["agencies.id"], name=op.f("fk_activities_agency_id_agencies")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_activities_project_id_projects")
        ),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_activities_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
        sa.UniqueConstraint(
            "province_id", "year_be", "no", name=op.f("uq_activities_province_id_year_be_no")
        ),
    )
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activities_agency_id"), ["agency_id"], unique=False)

    op.create_table(
        "audit",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("province_id", ID, nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("what", sa.String(length=50), nullable=False),
        sa.Column("about", JSON, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_audit_person_id_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_audit_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "dialogues",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", JSON, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_dialogues_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogues")),
        sa.UniqueConstraint("token", name=op.f("uq_dialogues_token")),
    )
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogues_person_id"), ["person_id"], unique=False)

    op.create_table(
        "notices",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("messages", JSON, nullable=False),
        sa.Column("reply_token", sa.String(length=64), nullable=True),
        sa.Column("reply_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply_only", sa.Boolean(), nullable=False),
        sa.Column("reply_tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retry_key", sa.String(length=36), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("worthless_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_pushed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("how", sa.String(length=10), nullable=True),
        sa.Column("request_id", sa.String(length=64), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_notices_person_id_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_notices_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint(
            "channel", "recipient", "kind", "key", name=op.f("uq_notices_channel_recipient_kind_key")
        ),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notices_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_notices_province_id_state", ["province_id", "state"], unique=False)
        batch_op.create_index("ix_notices_state_urgency", ["state", "urgency", "id"], unique=False)

    op.create_table(
        "posts",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["agency_id"], ["agencies.id"], name=op.f("fk_posts_agency_id_agencies")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_posts_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posts")),
    )
    op.create_table(
        "wrong_guesses",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_wrong_guesses_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_guesses")),
    )
    with op.batch_alter_table("wrong_guesses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wrong_guesses_person_id"), ["person_id"], unique=False)

    op.create_table(
        "holdings",
        sa.Column("id", ID, nullable=False),
        sa.Column("post_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_holdings_person_id_people")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_holdings_post_id_posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holdings")),
    )
    with op.batch_alter_table("holdings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_holdings_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_holdings_post_id"), ["post_id"], unique=False)

    op.create_table(
        "join_codes",
        sa.Column("id", ID, nullable=False),
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("post_id", ID, nullable=False),
        sa.Column("holder_name", sa.String(length=200), nullable=True),
        sa.Column("made_by", ID, nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_by", ID, nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_join_codes_made_by_people")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_join_codes_post_id_posts")),
        sa.ForeignKeyConstraint(["used_by"], ["people.id"], name=op.f("fk_join_codes_used_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_join_codes")),
        sa.UniqueConstraint("code_sha256", name=op.f("uq_join_codes_code_sha256")),
    )
    op.create_table(
        "reports",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("retracts_id", ID, nullable=True),
        sa.Column("receipt_no", sa.String(length=20), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reporter_id", ID, nullable=True),
        sa.Column("event_id", ID, nullable=True),
        sa.Column("status", sa.String(32), nullable=True),
        sa.Column("progress_percent", sa.Integer(), nullable=True),
        sa.Column("disbursed_satang", sa.BigInteger(), nullable=True),
        sa.Column("committed_satang", sa.BigInteger(), nullable=True),
        sa.Column("left_over_satang", sa.BigInteger(), nullable=True),
        sa.Column("causes", JSON, nullable=False),
        sa.Column("problem_text", sa.Text(), nullable=True),
        sa.Column("message_ids", JSON, nullable=False),
        sa.Column("source_unsent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_reports_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["inbox.id"], name=op.f("fk_reports_event_id_inbox")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_reports_province_id_provinces")
        ),
        sa.ForeignKeyConstraint(["reporter_id"], ["people.id"], name=op.f("fk_reports_reporter_id_people")),
        sa.ForeignKeyConstraint(["retracts_id"], ["reports.id"], name=op.f("fk_reports_retracts_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint(
            "activity_id", "period", "revision", name=op.f("uq_reports_activity_id_period_revision")
        ),
    )
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reports_receipt_no"), ["receipt_no"], unique=False)

    op.create_table(
        "responsibilities",
        sa.Column("id", ID, nullable=False),
        sa.Column("post_id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_responsibilities_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_responsibilities_post_id_posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_responsibilities")),
        sa.UniqueConstraint("post_id", "activity_id", name=op.f("uq_responsibilities_post_id_activity_id")),
    )
    with op.batch_alter_table("responsibilities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_responsibilities_activity_id"), ["activity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_responsibilities_post_id"), ["post_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("report_id", ID, nullable=True),
        sa.Column("activity_id", ID, nullable=True),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("message_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("look", sa.String(length=16), nullable=True),
        sa.Column("content_type", sa.String(length=100), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("like_id", ID, nullable=True),
        sa.Column("doubt", sa.String(32), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_evidence_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["like_id"], ["evidence.id"], name=op.f("fk_evidence_like_id_evidence")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_evidence_person_id_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_evidence_province_id_provinces")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_evidence_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("message_id", name=op.f("uq_evidence_message_id")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_activity_id"), ["activity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_report_id"), ["report_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_state"), ["state"], unique=False)

    op.create_table(
        "standings",
        sa.Column("activity_id", ID, autoincrement=False, nullable=False),
        sa.Column("report_id", ID, nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reporter_id", ID, nullable=True),
        sa.Column("status", sa.String(32), nullable=True),
        sa.Column("progress_percent", sa.Integer(), nullable=True),
        sa.Column("disbursed_satang", sa.BigInteger(), nullable=True),
        sa.Column("committed_satang", sa.BigInteger(), nullable=True),
        sa.Column("left_over_satang", sa.BigInteger(), nullable=True),
        sa.Column("causes", JSON, nullable=False),
        sa.Column("problem_text", sa.Text(), nullable=True),
        sa.Column("last_moved_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_standings_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_standings_report_id_reports")),
        sa.ForeignKeyConstraint(["reporter_id"], ["people.id"], name=op.f("fk_standings_reporter_id_people")),
        sa.PrimaryKeyConstraint("activity_id", name=op.f("pk_standings")),
    )


def downgrade() -> None:
    op.drop_table("standings")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_state"))
        batch_op.drop_index(batch_op.f("ix_evidence_sha256"))
        batch_op.drop_index(batch_op.f("ix_evidence_report_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_person_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_activity_id"))

    op.drop_table("evidence")
    with op.batch_alter_table("responsibilities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_responsibilities_post_id"))
        batch_op.drop_index(batch_op.f("ix_responsibilities_activity_id"))

    op.drop_table("responsibilities")
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reports_receipt_no"))

    op.drop_table("reports")
    op.drop_table("join_codes")
    with op.batch_alter_table("holdings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_holdings_post_id"))
        batch_op.drop_index(batch_op.f("ix_holdings_person_id"))

    op.drop_table("holdings")
    with op.batch_alter_table("wrong_guesses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wrong_guesses_person_id"))

    op.drop_table("wrong_guesses")
    op.drop_table("posts")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_index("ix_notices_state_urgency")
        batch_op.drop_index("ix_notices_province_id_state")
        batch_op.drop_index(batch_op.f("ix_notices_person_id"))

    op.drop_table("notices")
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dialogues_person_id"))

    op.drop_table("dialogues")
    op.drop_table("audit")
    with op.batch_alter_table("activities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activities_agency_id"))

    op.drop_table("activities")
    op.drop_table("projects")
    op.drop_table("people")
    op.drop_table("holiday_overrides")
    op.drop_table("fires")
    op.drop_table("disbursement_targets")
    op.drop_table("agencies")
    op.drop_table("quotas")
    op.drop_table("provinces")
    op.drop_table("menus")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index("ix_inbox_state_lane")
        batch_op.drop_index("ix_inbox_lane_state")

    op.drop_table("inbox")

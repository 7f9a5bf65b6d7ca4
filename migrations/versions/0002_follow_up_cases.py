"""Cases of urgent follow-up and their history."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "cases",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("stood_since", sa.Date(), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("level_since", sa.Date(), nullable=False),
        sa.Column("reasons", JSON, nullable=False),
        sa.Column("actors", JSON, nullable=False),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("warned_on", sa.Date(), nullable=True),
        sa.Column("acknowledged_until", sa.Date(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("snooze_reason", sa.Text(), nullable=True),
        sa.Column("snoozed_by", ID, nullable=True),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("promise_text", sa.Text(), nullable=True),
        sa.Column("promised_by", ID, nullable=True),
        sa.Column("broken_on", sa.Date(), nullable=True),
        sa.Column("agenda_on", sa.Date(), nullable=True),
        sa.Column("letter_no", sa.String(length=100), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closing", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_cases_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["promised_by"], ["people.id"], name=op.f("fk_cases_promised_by_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_cases_province_id_provinces")
        ),
        sa.ForeignKeyConstraint(["snoozed_by"], ["people.id"], name=op.f("fk_cases_snoozed_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_activity_id"), ["activity_id"], unique=False)
        batch_op.create_index("ix_cases_province_id_closed_at", ["province_id", "closed_at"], unique=False)
        batch_op.create_index(
            "uq_cases_one_open",
            ["activity_id"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "case_steps",
        sa.Column("id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("report_id", ID, nullable=True),
        sa.Column("order_id", ID, nullable=True),
        sa.Column("notice_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_steps_case_id_cases")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_case_steps_person_id_people")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_case_steps_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_steps")),
    )
    with op.batch_alter_table("case_steps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_steps_case_id"), ["case_id"], unique=False)


def downgrade() -> None:
    op.drop_table("case_steps")
    op.drop_table("cases")

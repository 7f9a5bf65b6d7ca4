"""One planned push a person and day, announcements, groups that get the summary, troubles of the bot."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.add_column(sa.Column("carried_by", ID, nullable=True))
        batch_op.add_column(sa.Column("carries", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("cost", sa.Integer(), server_default="1", nullable=False))
        batch_op.create_index(batch_op.f("ix_notices_carried_by"), ["carried_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_notices_carried_by_notices"), "notices", ["carried_by"], ["id"]
        )

    with op.batch_alter_table("quotas", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_known", sa.Boolean(), server_default=sa.true(), nullable=False))

    op.create_table(
        "push_days",
        sa.Column("id", ID, nullable=False),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("notice_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_push_days_notice_id_notices")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_days")),
        sa.UniqueConstraint("channel", "recipient", "on", name=op.f("uq_push_days_channel_recipient_on")),
    )
    with op.batch_alter_table("push_days", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_push_days_notice_id"), ["notice_id"], unique=False)

    op.create_table(
        "broadcasts",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("audience", sa.String(32), nullable=False),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_broadcasts_made_by_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_broadcasts_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sa.UniqueConstraint("province_id", "no", name=op.f("uq_broadcasts_province_id_no")),
    )
    op.create_table(
        "hearers",
        sa.Column("id", ID, nullable=False),
        sa.Column("broadcast_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("told_times", sa.Integer(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_hearers_broadcast_id_broadcasts")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hearers_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hearers")),
        sa.UniqueConstraint("broadcast_id", "person_id", name=op.f("uq_hearers_broadcast_id_person_id")),
    )
    with op.batch_alter_table("hearers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hearers_person_id"), ["person_id"], unique=False)

    op.create_table(
        "group_chats",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("channel", sa.String(length=50), nullable=False),
        sa.Column("group_id", sa.String(length=64), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_group_chats_asked_by_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_group_chats_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_chats")),
        sa.UniqueConstraint("channel", "group_id", name=op.f("uq_group_chats_channel_group_id")),
    )
    op.create_table(
        "troubles",
        sa.Column("what", sa.String(length=100), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_troubles")),
    )


def downgrade() -> None:
    for table in ("troubles", "group_chats", "hearers", "broadcasts"):
        op.drop_table(table)
    op.drop_table("push_days")
    with op.batch_alter_table("quotas", schema=None) as batch_op:
        batch_op.drop_column("is_known")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_notices_carried_by_notices"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_notices_carried_by"))
        batch_op.drop_column("cost")
        batch_op.drop_column("carries")
        batch_op.drop_column("carried_by")

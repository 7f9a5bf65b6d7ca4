"""Leave, acting holders and hand-overs of posts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0004"
down_revision = "0003"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "absences",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("acting_id", ID, nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=False),
        sa.Column("made_by", ID, nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["acting_id"], ["people.id"], name=op.f("fk_absences_acting_id_people")),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_absences_made_by_people")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_absences_person_id_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_absences_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(op.f("ix_absences_acting_id"), "absences", ["acting_id"])
    op.create_index(op.f("ix_absences_person_id"), "absences", ["person_id"])

    op.create_table(
        "releases",
        sa.Column("id", ID, nullable=False),
        sa.Column("post_id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["activity_id"], ["activities.id"], name=op.f("fk_releases_activity_id_activities")
        ),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_releases_post_id_posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
    )
    op.create_index(op.f("ix_releases_activity_id"), "releases", ["activity_id"])
    op.create_index(op.f("ix_releases_post_id"), "releases", ["post_id"])

    op.create_table(
        "hand_overs",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("post_id", ID, nullable=False),
        sa.Column("to_post_id", ID, nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("activity_ids", JSON, nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("code_id", ID, nullable=True),
        sa.Column("made_by", ID, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("successor_id", ID, nullable=True),
        sa.Column("taken_on", sa.Date(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["code_id"], ["join_codes.id"], name=op.f("fk_hand_overs_code_id_join_codes")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_hand_overs_made_by_people")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hand_overs_person_id_people")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_hand_overs_post_id_posts")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_hand_overs_province_id_provinces")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["people.id"], name=op.f("fk_hand_overs_successor_id_people")
        ),
        sa.ForeignKeyConstraint(["to_post_id"], ["posts.id"], name=op.f("fk_hand_overs_to_post_id_posts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_overs")),
    )
    op.create_index(op.f("ix_hand_overs_code_id"), "hand_overs", ["code_id"])
    op.create_index(op.f("ix_hand_overs_person_id"), "hand_overs", ["person_id"])
    op.create_index(op.f("ix_hand_overs_post_id"), "hand_overs", ["post_id"])


def downgrade() -> None:
    op.drop_table("hand_overs")
    op.drop_table("releases")
    op.drop_table("absences")

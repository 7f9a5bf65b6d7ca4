"""One planned push a person and day."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.add_column(sa.Column("carried_by", ID, nullable=True))
        batch_op.add_column(sa.Column("carries", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_index(batch_op.f("ix_notices_carried_by"), ["carried_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_notices_carried_by_notices"), "notices", ["carried_by"], ["id"]
        )

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


def downgrade() -> None:
    op.drop_table("push_days")
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_notices_carried_by_notices"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_notices_carried_by"))
        batch_op.drop_column("carries")
        batch_op.drop_column("carried_by")

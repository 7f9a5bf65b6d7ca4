"""Orders of executives, the answers to them, and the area that an executive's post is about."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _orders()
    _answers()
    _areas()


def downgrade() -> None:
    for table in ("post_areas", "order_answers", "orders"):
        op.drop_table(table)


def _orders() -> None:
    op.create_table(
        "orders",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("assignee", sa.String(32), nullable=False),
        sa.Column("given_by", ID, nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("state_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("risen", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(length=120), nullable=True),
        _belongs("orders", "activity_id", "activities"),
        _belongs("orders", "case_id", "cases"),
        _belongs("orders", "given_by", "people"),
        _belongs("orders", "province_id", "provinces"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("slot", name=op.f("uq_orders_slot")),
    )
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index("ix_orders_activity_id", ["activity_id"], unique=False)
        batch_op.create_index("ix_orders_province_id_state", ["province_id", "state"], unique=False)


def _answers() -> None:
    op.create_table(
        "order_answers",
        sa.Column("id", ID, nullable=False),
        sa.Column("order_id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("evidence_ids", JSON, nullable=False),
        _belongs("order_answers", "order_id", "orders"),
        _belongs("order_answers", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_answers")),
    )
    with op.batch_alter_table("order_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_order_answers_order_id"), ["order_id"], unique=False)


def _areas() -> None:
    op.create_table(
        "post_areas",
        sa.Column("id", ID, nullable=False),
        sa.Column("post_id", ID, nullable=False),
        sa.Column("agency_id", ID, nullable=True),
        sa.Column("district", sa.String(length=100), nullable=True),
        _belongs("post_areas", "agency_id", "agencies"),
        _belongs("post_areas", "post_id", "posts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_areas")),
    )
    with op.batch_alter_table("post_areas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_post_areas_post_id"), ["post_id"], unique=False)


def _belongs(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))

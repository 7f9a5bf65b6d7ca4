"""Treasury figures, remembered column mappings and changes of the plan."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "column_mappings",
    "plan_changes",
    "import_findings",
    "treasury_snapshots",
    "treasury_lines",
    "treasury_matches",
    "treasury_gaps",
)


def upgrade() -> None:
    _create_column_mappings()
    _create_plan_changes()
    _create_import_findings()
    _create_treasury_snapshots()
    _create_treasury_lines()
    _create_treasury_matches()
    _create_treasury_gaps()


def _create_column_mappings() -> None:
    op.create_table(
        "column_mappings",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", ID, nullable=True),
        _belongs_to("column_mappings", "province_id", "provinces"),
        _belongs_to("column_mappings", "set_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mappings")),
        sa.UniqueConstraint(
            "province_id", "kind", "heading", name=op.f("uq_column_mappings_province_id_kind_heading")
        ),
    )


def _create_plan_changes() -> None:
    op.create_table(
        "plan_changes",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("amount_satang", sa.BigInteger(), nullable=False),
        sa.Column("before_satang", sa.BigInteger(), nullable=False),
        sa.Column("after_satang", sa.BigInteger(), nullable=False),
        sa.Column("authority", sa.String(length=200), nullable=True),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("other_no", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", ID, nullable=True),
        _belongs_to("plan_changes", "province_id", "provinces"),
        _belongs_to("plan_changes", "activity_id", "activities"),
        _belongs_to("plan_changes", "recorded_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_changes")),
    )
    op.create_index(op.f("ix_plan_changes_activity_id"), "plan_changes", ["activity_id"])


def _create_import_findings() -> None:
    op.create_table(
        "import_findings",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("sheet", sa.String(length=100), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("printed", sa.BigInteger(), nullable=False),
        sa.Column("computed", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("details", JSON, nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        _belongs_to("import_findings", "province_id", "provinces"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_findings")),
    )


def _create_treasury_snapshots() -> None:
    op.create_table(
        "treasury_snapshots",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", ID, nullable=True),
        _belongs_to("treasury_snapshots", "province_id", "provinces"),
        _belongs_to("treasury_snapshots", "imported_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treasury_snapshots")),
    )
    op.create_index(op.f("ix_treasury_snapshots_province_id"), "treasury_snapshots", ["province_id"])


def _create_treasury_lines() -> None:
    op.create_table(
        "treasury_lines",
        sa.Column("id", ID, nullable=False),
        sa.Column("snapshot_id", ID, nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("agency", sa.String(length=300), nullable=True),
        sa.Column("budget_satang", sa.BigInteger(), nullable=True),
        sa.Column("committed_satang", sa.BigInteger(), nullable=True),
        sa.Column("disbursed_satang", sa.BigInteger(), nullable=False),
        sa.Column("remaining_satang", sa.BigInteger(), nullable=True),
        sa.Column("activity_id", ID, nullable=True),
        sa.Column("matched_by", sa.String(32), nullable=True),
        _belongs_to("treasury_lines", "snapshot_id", "treasury_snapshots"),
        _belongs_to("treasury_lines", "activity_id", "activities"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treasury_lines")),
    )
    op.create_index(op.f("ix_treasury_lines_snapshot_id"), "treasury_lines", ["snapshot_id"])
    op.create_index(op.f("ix_treasury_lines_activity_id"), "treasury_lines", ["activity_id"])


def _create_treasury_matches() -> None:
    op.create_table(
        "treasury_matches",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("line_key", sa.String(length=300), nullable=False),
        sa.Column("activity_id", ID, nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said_by", ID, nullable=True),
        _belongs_to("treasury_matches", "province_id", "provinces"),
        _belongs_to("treasury_matches", "activity_id", "activities"),
        _belongs_to("treasury_matches", "said_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treasury_matches")),
        sa.UniqueConstraint(
            "province_id",
            "year_be",
            "line_key",
            name=op.f("uq_treasury_matches_province_id_year_be_line_key"),
        ),
    )


def _create_treasury_gaps() -> None:
    op.create_table(
        "treasury_gaps",
        sa.Column("id", ID, nullable=False),
        sa.Column("activity_id", ID, nullable=False),
        sa.Column("gap_satang", sa.BigInteger(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", ID, nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        _belongs_to("treasury_gaps", "activity_id", "activities"),
        _belongs_to("treasury_gaps", "answered_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treasury_gaps")),
    )
    op.create_index(op.f("ix_treasury_gaps_activity_id"), "treasury_gaps", ["activity_id"])


def _belongs_to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)

"""Documents that were written, and the office's templates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0006"
down_revision = "0005"

JSON = sa.JSON().with_variant(JSONB(), "postgresql")
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "paper_templates",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_paper_templates")),
    )
    _create_choices()
    _create_papers()
    _create_rounds()
    _create_texts()


def _create_choices() -> None:
    op.create_table(
        "paper_template_choices",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.String(length=300), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        _belongs_to("paper_template_choices", "province_id", "provinces"),
        _belongs_to("paper_template_choices", "sha256", "paper_templates", "sha256"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_template_choices")),
        sa.UniqueConstraint(
            "province_id", "form", "year_be", name=op.f("uq_paper_template_choices_province_id_form_year_be")
        ),
    )


def _create_papers() -> None:
    op.create_table(
        "papers",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("asked", JSON, nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("data_version", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.Text(), nullable=False),
        sa.Column("inputs_sha256", sa.String(length=64), nullable=False),
        sa.Column("template_sha256", sa.String(length=64), nullable=False),
        sa.Column("cells", JSON, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", ID, nullable=True),
        _belongs_to("papers", "province_id", "provinces"),
        _belongs_to("papers", "template_sha256", "paper_templates", "sha256"),
        _belongs_to("papers", "made_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sa.UniqueConstraint("code", name=op.f("uq_papers_code")),
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_papers_province_id"), ["province_id"], unique=False)


def _create_rounds() -> None:
    op.create_table(
        "paper_rounds",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        _belongs_to("paper_rounds", "province_id", "provinces"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_rounds")),
        sa.UniqueConstraint(
            "province_id", "year_be", "no", name=op.f("uq_paper_rounds_province_id_year_be_no")
        ),
    )


def _create_texts() -> None:
    op.create_table(
        "paper_texts",
        sa.Column("id", ID, nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("year_be", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("set_by", ID, nullable=True),
        _belongs_to("paper_texts", "province_id", "provinces"),
        _belongs_to("paper_texts", "set_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_texts")),
        sa.UniqueConstraint(
            "province_id",
            "year_be",
            "form",
            "part",
            "section",
            name=op.f("uq_paper_texts_province_id_year_be_form_part_section"),
        ),
    )


def _belongs_to(table: str, column: str, other: str, other_column: str = "id") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{other}")
    return sa.ForeignKeyConstraint([column], [f"{other}.{other_column}"], name=name)


def downgrade() -> None:
    for table in ("paper_texts", "paper_rounds", "papers", "paper_template_choices", "paper_templates"):
        op.drop_table(table)

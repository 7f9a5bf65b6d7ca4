"""The chained audit trail, the record of who looked at what, and links that can be taken back."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REFUSED = "the audit trail is append-only"


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("link_generation", sa.Integer(), server_default="0", nullable=False))
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.add_column(sa.Column("link", sa.String(length=64), nullable=True))
    op.create_table(
        "audit_end",
        sa.Column("id", ID, nullable=False),
        sa.Column("entry_id", ID, nullable=False),
        sa.Column("link", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_end")),
    )
    _chain_what_is_there()
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.alter_column("link", existing_type=sa.String(length=64), nullable=False)
    _refuse_changes()
    _create_access_log()


def _create_access_log() -> None:
    op.create_table(
        "access_log",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("province_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("about_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_access_log_person_id_people")),
        sa.ForeignKeyConstraint(
            ["province_id"], ["provinces.id"], name=op.f("fk_access_log_province_id_provinces")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_access_log")),
    )
    with op.batch_alter_table("access_log", schema=None) as batch_op:
        batch_op.create_index("ix_access_log_province_id_at", ["province_id", "at"], unique=False)


def _chain_what_is_there() -> None:
    """Give the lines of an older version their links."""
    audit = sa.table(
        "audit",
        sa.column("id", sa.BigInteger()),
        sa.column("at", sa.DateTime(timezone=True)),
        sa.column("province_id", sa.BigInteger()),
        sa.column("person_id", sa.BigInteger()),
        sa.column("what", sa.String()),
        sa.column("about", sa.JSON()),
        sa.column("link", sa.String()),
    )
    end = sa.table("audit_end", sa.column("id"), sa.column("entry_id"), sa.column("link"))
    database, last_id, link = op.get_bind(), 0, "0" * 64
    for row in database.execute(sa.select(audit).order_by(audit.c.id)).all():
        last_id, link = row.id, _link(link, row)
        database.execute(audit.update().where(audit.c.id == row.id).values(link=link))
    if last_id:
        database.execute(end.insert().values(id=1, entry_id=last_id, link=link))


def _link(before: str, row: Any) -> str:
    at: datetime = row.at.replace(tzinfo=UTC) if row.at.tzinfo is None else row.at.astimezone(UTC)
    moment = at.isoformat(timespec="microseconds")
    said = [before, row.id, moment, row.province_id, row.person_id, row.what, row.about]
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_refuses_{change.lower()} BEFORE {change} ON audit "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()"
    )


def downgrade() -> None:
    op.drop_table("access_log")
    if op.get_bind().dialect.name == "sqlite":
        for change in ("update", "delete"):
            op.execute(f"DROP TRIGGER audit_refuses_{change}")
    else:
        op.execute("DROP TRIGGER audit_refuses ON audit")
        op.execute("DROP FUNCTION audit_refuses()")
    op.drop_table("audit_end")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_column("link")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("link_generation")

"""What the duties of a whole country ask and write: indexes for their questions, and notices that cost less to keep.

Messages are kept and given out whole, so PostgreSQL need not take them apart; lz4 packs them in a third of the time
where the server has it.
"""

from alembic import op

revision = "0010"
down_revision = "0009"

PACK = """
    DO $$ BEGIN
        ALTER TABLE notices ALTER COLUMN messages SET COMPRESSION lz4;
    EXCEPTION WHEN feature_not_supported OR syntax_error THEN NULL;
    END $$
"""


def upgrade() -> None:
    op.create_index(op.f("ix_posts_province_id_role"), "posts", ["province_id", "role"])
    op.create_index(op.f("ix_absences_to_on"), "absences", ["to_on"])
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE notices ALTER COLUMN messages TYPE json USING messages::json")
        op.execute(PACK)


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TABLE notices ALTER COLUMN messages TYPE jsonb USING messages::jsonb")
    op.drop_index(op.f("ix_absences_to_on"), table_name="absences")
    op.drop_index(op.f("ix_posts_province_id_role"), table_name="posts")

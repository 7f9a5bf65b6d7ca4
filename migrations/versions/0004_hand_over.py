"""Leave, acting holders and hand-overs of posts."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    pass

"""Orders of executives and the answers to them."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    pass

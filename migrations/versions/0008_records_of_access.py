"""The chained audit trail and the record of who looked at what."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    pass

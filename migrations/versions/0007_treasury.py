"""Treasury figures, remembered column mappings and changes of the plan."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    pass

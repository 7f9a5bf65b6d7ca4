"""Documents that were written, and the office's templates."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    pass

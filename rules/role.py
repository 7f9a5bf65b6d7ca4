"""Who people are to the office."""

from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"
    HEAD = "head"
    EXECUTIVE = "executive"
    ADMIN = "admin"
    INSPECTOR = "inspector"


# Who holds several posts is answered as the one that sees most.
HIGHEST_FIRST = (Role.ADMIN, Role.EXECUTIVE, Role.INSPECTOR, Role.HEAD, Role.OFFICER)

"""Who people are to the office."""

from enum import StrEnum


class Role(StrEnum):
    OFFICER = "officer"
    HEAD = "head"
    EXECUTIVE = "executive"
    ADMIN = "admin"
    INSPECTOR = "inspector"

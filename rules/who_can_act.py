"""Who can move what stands still: read from the causes that officers give; cases are sent there first."""

from enum import StrEnum


class Actor(StrEnum):
    """Who owns an obstacle."""

    OFFICER = "officer"
    HEAD = "head"
    PROCUREMENT = "procurement"
    PROVINCE = "province"
    LAND_OWNER = "land_owner"
    CENTRAL_AGENCY = "central_agency"

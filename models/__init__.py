"""What is remembered: one table family per file, with its queries and its verbs."""

from models import (
    agency,
    audit,
    dialogue,
    evidence,
    fire,
    holiday,
    inbox,
    join_code,
    menu,
    notice,
    person,
    plan,
    post,
    province,
    report,
    standing,
    target,
)
from models.base import Base

__all__ = [
    "Base",
    "agency",
    "audit",
    "dialogue",
    "evidence",
    "fire",
    "holiday",
    "inbox",
    "join_code",
    "menu",
    "notice",
    "person",
    "plan",
    "post",
    "province",
    "report",
    "standing",
    "target",
]

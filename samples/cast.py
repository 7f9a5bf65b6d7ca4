"""The invented people of the demo: given names only, one officer and one head for each agency of the plan.

Nobody here exists. สมชาย, มาลี, อนงค์, ท่านผู้ว่าฯ and ประสิทธิ์ are the cast of the tests as well.
"""

import hashlib
from dataclasses import dataclass

from rules.role import Role
from samples.plan_rows import activities_of

PROVINCE = "เพชรบุรี"
YEAR_BE = 2564
OFFICE = "สำนักงานจังหวัดเพชรบุรี"


@dataclass(frozen=True)
class CastMember:
    """A person of the demo; `activity_nos` is what an officer answers for, blank for everyone else."""

    key: str
    name: str
    role: Role
    agency: str | None
    post_title: str
    activity_nos: tuple[int, ...] = ()

    @property
    def line_user_id(self) -> str:
        """Return "U" and 32 hexadecimal digits, always the same for one key."""
        return "U" + hashlib.sha256(f"tamngan demo {self.key}".encode()).hexdigest()[:32]


# agency: key and name of its officer, post; key and name of its head, post
_AGENCIES = {
    "แขวงทางหลวงชนบทเพชรบุรี": (
        ("somchai", "สมชาย", "นายช่างโยธาชำนาญงาน"),
        ("malee", "มาลี", "ผู้อำนวยการแขวงทางหลวงชนบทเพชรบุรี"),
    ),
    "สำนักงานโยธาธิการและผังเมืองจังหวัดเพชรบุรี": (
        ("prasit", "ประสิทธิ์", "วิศวกรโยธาปฏิบัติการ"),
        ("wichai", "วิชัย", "โยธาธิการและผังเมืองจังหวัดเพชรบุรี"),
    ),
    "แขวงทางหลวงเพชรบุรี": (
        ("thongdee", "ทองดี", "นายช่างโยธาอาวุโส"),
        ("kamol", "กมล", "ผู้อำนวยการแขวงทางหลวงเพชรบุรี"),
    ),
    OFFICE: (
        ("duangjai", "ดวงใจ", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
        ("surachai", "สุรชัย", "หัวหน้าสำนักงานจังหวัดเพชรบุรี"),
    ),
    "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดเพชรบุรี": (
        ("bunma", "บุญมา", "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
        ("chalerm", "เฉลิม", "หัวหน้าสำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดเพชรบุรี"),
    ),
    "สำนักงานอุตสาหกรรมจังหวัดเพชรบุรี": (
        ("wanna", "วรรณา", "นักวิชาการอุตสาหกรรมปฏิบัติการ"),
        ("prasert", "ประเสริฐ", "อุตสาหกรรมจังหวัดเพชรบุรี"),
    ),
    "สำนักงานพาณิชย์จังหวัดเพชรบุรี": (
        ("siriporn", "ศิริพร", "นักวิชาการพาณิชย์ปฏิบัติการ"),
        ("narong", "ณรงค์", "พาณิชย์จังหวัดเพชรบุรี"),
    ),
    "สำนักงานการท่องเที่ยวและกีฬาจังหวัดเพชรบุรี": (
        ("kanya", "กัญญา", "นักพัฒนาการท่องเที่ยวปฏิบัติการ"),
        ("wirat", "วิรัตน์", "ท่องเที่ยวและกีฬาจังหวัดเพชรบุรี"),
    ),
    "สำนักงานวัฒนธรรมจังหวัดเพชรบุรี": (
        ("nipa", "นิภา", "นักวิชาการวัฒนธรรมชำนาญการ"),
        ("somsak", "สมศักดิ์", "วัฒนธรรมจังหวัดเพชรบุรี"),
    ),
    "ที่ทำการปกครองจังหวัดเพชรบุรี": (
        ("arun", "อรุณ", "เจ้าพนักงานปกครองปฏิบัติการ"),
        ("manop", "มานพ", "ปลัดจังหวัดเพชรบุรี"),
    ),
    "สำนักงานพัฒนาชุมชนจังหวัดเพชรบุรี": (
        ("lamyai", "ลำไย", "นักวิชาการพัฒนาชุมชนชำนาญการ"),
        ("sutin", "สุทิน", "พัฒนาการจังหวัดเพชรบุรี"),
    ),
    "สำนักงานทรัพยากรทางทะเลและชายฝั่งที่ 3": (
        ("chonlathee", "ชลธี", "นักวิชาการประมงปฏิบัติการ"),
        ("wanchai", "วันชัย", "ผู้อำนวยการสำนักงานทรัพยากรทางทะเลและชายฝั่งที่ 3"),
    ),
    "สำนักงานสาธารณสุขจังหวัดเพชรบุรี": (
        ("jintana", "จินตนา", "นักวิชาการสาธารณสุขชำนาญการ"),
        ("preecha", "ปรีชา", "นายแพทย์สาธารณสุขจังหวัดเพชรบุรี"),
    ),
    "กอ.รมน.จังหวัดเพชรบุรี": (
        ("decha", "เดชา", "เจ้าหน้าที่แผนงานและงบประมาณ"),
        ("pitak", "พิทักษ์", "รองผู้อำนวยการ กอ.รมน.จังหวัดเพชรบุรี"),
    ),
}

_PROVINCE = (
    CastMember("anong", "อนงค์", Role.ADMIN, OFFICE, "นักวิเคราะห์นโยบายและแผนชำนาญการ"),
    CastMember("patcha", "พัชรา", Role.ADMIN, OFFICE, "นักวิเคราะห์นโยบายและแผนปฏิบัติการ"),
    CastMember("governor", "ท่านผู้ว่าฯ", Role.EXECUTIVE, None, "ผู้ว่าราชการจังหวัดเพชรบุรี"),
    CastMember("deputy", "ท่านรองผู้ว่าฯ", Role.EXECUTIVE, None, "รองผู้ว่าราชการจังหวัดเพชรบุรี"),
    CastMember("inspector", "ท่านผู้ตรวจราชการ", Role.INSPECTOR, None, "ผู้ตรวจราชการกระทรวงมหาดไทย"),
)


def cast() -> tuple[CastMember, ...]:
    """Return everyone: the five who show the demo first, then the other agencies."""
    officers = [member for agency, pair in _AGENCIES.items() for member in _of_agency(agency, *pair)]
    return (*officers[:2], *_PROVINCE, *officers[2:])


def officer_of(activity_no: int) -> CastMember:
    """Return the officer who answers for an activity of the plan."""
    return next(member for member in cast() if activity_no in member.activity_nos)


def _of_agency(
    agency: str, officer: tuple[str, str, str], head: tuple[str, str, str]
) -> tuple[CastMember, CastMember]:
    key, name, title = officer
    head_key, head_name, head_title = head
    numbers = activities_of(agency)
    return (
        CastMember(key, name, Role.OFFICER, agency, title, numbers),
        CastMember(head_key, head_name, Role.HEAD, agency, head_title),
    )

"""What the bot asked last, from its code or from its own words."""

from enum import Enum, auto


class Prompt(Enum):
    NONE = auto()
    ACTIVITY = auto()
    STATUS = auto()
    DISBURSED = auto()
    PROGRESS = auto()
    CAUSE = auto()
    PHOTOS = auto()
    CONFIRM = auto()
    MODE = auto()
    CHANGE = auto()


_KEYWORDS = (
    (Prompt.MODE, ("CUMULATIVE_OR", "ASK_MODE", "สะสมหรือ", "ยอดสะสมหรือ", "เดือนนี้หรือ", "หรือเพิ่ม")),
    (Prompt.CONFIRM, ("CONFIRM", "ยืนยัน", "ถูกต้องไหม", "ถูกต้องหรือไม่", "บันทึกไหม")),
    (Prompt.ACTIVITY, ("ASK_ACTIVITY", "WHICH_ACTIVITY", "กิจกรรมไหน", "กิจกรรมใด", "อันไหน")),
    (Prompt.STATUS, ("ASK_STATUS", "STATUS_MISSING", "สถานะ", "ถึงขั้นไหน")),
    (Prompt.CAUSE, ("ASK_CAUSE", "REASON", "สาเหตุ", "เพราะอะไร", "ปัญหาอะไร", "ติดปัญหา")),
    (Prompt.CHANGE, ("WHAT_TO_CHANGE", "แก้อะไร", "แก้ไขอะไร")),
    (Prompt.PROGRESS, ("ASK_PROGRESS", "PROGRESS_MISSING", "คืบหน้า", "ผลงาน", "ก้าวหน้า", "ร้อยละเท่า")),
    (Prompt.DISBURSED, ("ASK_DISBURSED", "AMOUNT", "EXCEEDS", "DECREASED", "เบิก", "ยอด", "จำนวนเงิน")),
    (Prompt.PHOTOS, ("PHOTO", "ภาพ", "รูป")),
)  # fmt: skip


def read_prompt(asked: str | None) -> Prompt:
    """Return what `asked` wants to know, NONE where nothing was asked or it is not recognised."""
    if not asked or asked == "PROGRESS_OR_DISBURSED":
        return Prompt.NONE
    return next((prompt for prompt, words in _KEYWORDS if any(word in asked for word in words)), Prompt.NONE)

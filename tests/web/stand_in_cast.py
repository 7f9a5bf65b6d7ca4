"""Who the stand-in's tests speak of: สมชาย and มาลี, their group, and what the bot tells them."""

SOMCHAI = "U" + "5a" * 16
MALI = "U" + "3a" * 16
GROUP = "C" + "9c" * 16


def text(words: str = "ถึงกำหนดรายงาน") -> dict[str, str]:
    return {"type": "text", "text": words}

"""Runs wrk against a webhook with bodies that LINE could have sent, each signed and none sent twice."""

import json
import re
import subprocess
import uuid
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from line.signature import sign

CONNECTIONS = 16
PEOPLE = 2000
TEXTS = ("13 45% เบิกแล้ว 1.2 ล้าน ฝนตก", "สถานะ 13", "งานที่ 14 เสร็จแล้ว 80%", "ช่วยเหลือ")
LUA = """
local lines, at = {}, 0
for line in io.lines("BODIES") do lines[#lines + 1] = line end
request = function()
  at = at % #lines + 1
  local cut = lines[at]:find("\\t", 1, true)
  return wrk.format("POST", "/callback", {["Content-Type"] = "application/json",
    ["X-Line-Signature"] = lines[at]:sub(1, cut - 1)}, lines[at]:sub(cut + 1))
end
done = function(summary, latency, requests)
  io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""
_numbers = count()


@dataclass(frozen=True)
class Measured:
    """One run: requests a second, waits in milliseconds, and how many were not answered with 2xx."""

    per_second: float
    p50: float
    p99: float
    failed: int


def signed_bodies(how_many: int, secret: str) -> list[tuple[bytes, str]]:
    """Return webhook bodies of text messages by two thousand people, with their signatures."""
    bodies = [_body(next(_numbers)) for _ in range(how_many)]
    return [(body, sign(secret, body)) for body in bodies]


def _body(number: int) -> bytes:
    event = {
        "type": "message",
        "message": {
            "type": "text",
            "id": str(10**17 + number),
            "quoteToken": "q" * 64,
            "text": TEXTS[number % len(TEXTS)],
        },
        "webhookEventId": uuid.uuid4().hex[:26].upper(),
        "deliveryContext": {"isRedelivery": False},
        "timestamp": 1_780_000_000_000 + number,
        "source": {"type": "user", "userId": f"U{number % PEOPLE:032x}"},
        "replyToken": uuid.uuid4().hex,
        "mode": "active",
    }
    return json.dumps({"destination": "U" + "0" * 32, "events": [event]}, ensure_ascii=False).encode()


def saturate(port: int, bodies: list[tuple[bytes, str]], seconds: int, folder: Path) -> Measured:
    """Send as fast as sixteen connections can."""
    (folder / "bodies").write_bytes(b"".join(mark.encode() + b"\t" + body + b"\n" for body, mark in bodies))
    script = folder / "bodies.lua"
    script.write_text(LUA.replace("BODIES", str(folder / "bodies")), encoding="utf-8")
    found = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script, f"http://127.0.0.1:{port}"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    result = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", found.stdout)
    if result is None:
        raise SystemExit(f"wrk said: {found.stdout[-300:]}{found.stderr[-300:]}")
    requests, micros, failed, p50, p99 = map(int, result.groups())
    return Measured(requests / (micros / 1e6), p50 / 1000, p99 / 1000, failed)

"""Questions to LINE about an official account itself, for the operator: who it is, where its webhooks go, what is left.

Nothing here reaches a person or counts against the quota.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import urllib3

from line.credentials import NoToken
from line.tokens import Tokens, authorised

# LINE itself waits up to ten seconds for the webhook that it tests.
TIMEOUT = urllib3.Timeout(connect=5, read=20)


@dataclass(frozen=True)
class Said:
    """LINE's answer. `status` 0: none came, and `fault` says why. `at` is LINE's clock, to the second."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)
    at: datetime | None = None
    fault: str = ""

    @property
    def is_well(self) -> bool:
        return self.status == 200


class Inspection:
    """Asks about one official account."""

    def __init__(self, tokens: Tokens, api_base: str) -> None:
        self._api = api_base
        self._tokens = tokens
        self._pool = urllib3.PoolManager(timeout=TIMEOUT, retries=False)

    def account(self) -> Said:
        """Ask whose token this is."""
        return self._ask("GET", "/v2/bot/info")

    def webhook(self) -> Said:
        """Ask for `endpoint` and `active`; 404 where no address was ever set."""
        return self._ask("GET", "/v2/bot/channel/webhook/endpoint")

    def test_webhook(self, address: str) -> Said:
        """Let LINE post a body without events to `address`: `success`, `statusCode`, `reason` and `detail`."""
        return self._ask("POST", "/v2/bot/channel/webhook/test", {"endpoint": address})

    def quota(self) -> Said:
        """Ask for this month's limit: `type` none or limited, with `value`."""
        return self._ask("GET", "/v2/bot/message/quota")

    def consumption(self) -> Said:
        """Ask for `totalUsage`, how much of it is used."""
        return self._ask("GET", "/v2/bot/message/quota/consumption")

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Said:
        sent = None if body is None else json.dumps(body).encode()
        kind = {"Content-Type": "application/json"} if sent else {}

        def ask(bearer: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
            return self._pool.request(method, self._api + path, body=sent, headers={**kind, **bearer})

        try:
            response = authorised(self._tokens, ask)
        except NoToken as error:
            return Said(0, fault=str(error))
        except urllib3.exceptions.HTTPError as error:
            return Said(0, fault=type(error).__name__)
        return Said(response.status, _object(response.data), _date(response.headers.get("Date")))


def _object(data: bytes) -> dict[str, Any]:
    """Return a JSON object, or an empty one for anything else."""
    try:
        found = json.loads(data)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _date(header: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(header or "")
    except ValueError:
        return None
    return found if found.tzinfo else None

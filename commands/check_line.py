"""What doctor asks of LINE, for each official account: token, clock, webhook address and quota."""

from collections.abc import Iterator
from datetime import datetime

from commands.check_token import check_token
from commands.finding import Finding, State, bad, ok, warn
from engine.house import House
from line.inspection import Inspection, Said
from settings import Channel

# LINE's Date header counts whole seconds and its answer was under way: less than this says nothing.
SLOW_CLOCK_SECONDS, WRONG_CLOCK_SECONDS = 10, 60
LITTLE_QUOTA_PERCENT = 20
CONSOLE = "in the LINE Developers console, Messaging API"


def check_line(house: House, channel: Channel, is_test: bool) -> Iterator[Finding]:
    """Ask LINE about one account; `is_test` lets LINE call the webhook."""
    token = check_token(house, channel)
    yield token
    if token.state is not State.OK:
        return
    inspection = Inspection(house.gateways[channel.name].tokens, house.settings.line_api_base)
    name = f"LINE {channel.name}"
    account = inspection.account()
    if not account.is_well:
        yield _no_account(name, account, channel)
        return
    yield ok(name, f"the access token is that of {account.body.get('basicId', '?')}")
    yield from _clock(account.at, house.clock.now())
    yield from _webhook(f"{name} webhook", inspection, f"{house.settings.public_url}/callback", is_test)
    yield _quota(f"{name} quota", inspection)


def _no_account(name: str, said: Said, channel: Channel) -> Finding:
    if said.status in (401, 403):
        mend = (
            "try again in a minute: LINE itself has just given it"
            if channel.is_renewed
            else f"issue a new one {CONSOLE}, and set it; or set LINE_CHANNEL_ID in its place"
        )
        return bad(name, f"LINE refuses the access token ({said.status})", mend)
    if said.status:
        return bad(name, f"LINE answers {said.status}", "try again later; see LINE's status page")
    return bad(
        name, f"LINE cannot be reached ({said.fault})", "let this machine reach LINE_API_BASE over HTTPS"
    )


def _clock(line_at: datetime | None, now: datetime) -> Iterator[Finding]:
    """Compare the clocks: reply tokens live for a minute, so a clock that is minutes off turns free answers into pushes."""
    if line_at is None:
        yield warn("clock", "LINE's answer bears no date", "compare this machine's clock with another one")
        return
    ahead = (now - line_at).total_seconds()
    if abs(ahead) < SLOW_CLOCK_SECONDS:
        yield ok("clock", "agrees with LINE's")
        return
    found = f"{abs(ahead):,.0f} seconds {'ahead of' if ahead > 0 else 'behind'} LINE's"
    make = bad if abs(ahead) >= WRONG_CLOCK_SECONDS else warn
    yield make("clock", found, "let this machine keep its time by NTP: `timedatectl set-ntp true`")


def _webhook(name: str, inspection: Inspection, ours: str, is_test: bool) -> Iterator[Finding]:
    said = inspection.webhook()
    if said.status == 404 or (said.is_well and not said.body.get("endpoint")):
        yield bad(name, "LINE has no webhook address", f"set the webhook URL to {ours} {CONSOLE}")
    elif not said.is_well:
        yield warn(name, f"LINE does not tell ({said.status or said.fault})", "try again later")
    elif said.body["endpoint"] != ours:
        found = f"LINE sends to {said.body['endpoint']}"
        yield bad(name, found, f"set the webhook URL to {ours} {CONSOLE}, or correct PUBLIC_URL")
    elif said.body.get("active") is not True:
        yield bad(name, "it is switched off", f"switch on “Use webhook” {CONSOLE}")
    else:
        yield ok(name, ours)
    if is_test:
        yield _tested(f"{name} test", inspection.test_webhook(ours), ours)


def _tested(name: str, said: Said, ours: str) -> Finding:
    if not said.is_well:
        return warn(name, f"LINE did not try ({said.status or said.fault})", "try again in a minute")
    if said.body.get("success") is True:
        return ok(name, "LINE reached the bot")
    found = f"LINE did not get through: {said.body.get('reason', '?')} ({said.body.get('statusCode', '?')})"
    return bad(name, found, f"see that the bot runs, and that {ours} reaches it with a valid certificate")


def _quota(name: str, inspection: Inspection) -> Finding:
    limit, consumption = inspection.quota(), inspection.consumption()
    most, used = limit.body.get("value"), consumption.body.get("totalUsage")
    if limit.is_well and limit.body.get("type") == "none":
        return ok(name, "no monthly limit")
    if type(most) is not int or type(used) is not int:
        return warn(name, "LINE does not tell", "try again later; see the account's plan in LINE's manager")
    left = max(0, most - used)
    found = f"{used:,} of {most:,} messages used this month, {left:,} left"
    to_do = "raise the account's plan with LINE: until the month ends only answers are free"
    if left == 0:
        return bad(name, found, to_do)
    return warn(name, found, to_do) if left * 100 < most * LITTLE_QUOTA_PERCENT else ok(name, found)

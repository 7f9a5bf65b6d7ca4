"""The library the bot sends with understands the stand-in: answers, errors, content and people."""

import uuid

import pytest
from linebot.v3.messaging import (
    ApiClient,
    ApiException,
    Configuration,
    MessagingApi,
    MessagingApiBlob,
    PushMessageRequest,
    ReplyMessageRequest,
    TextMessage,
)
from linebot.v3.webhooks import CallbackRequest, ImageMessageContent, TextMessageContent

from tests.web.stand_in_cast import SOMCHAI


@pytest.fixture
def client(line):
    with ApiClient(Configuration(host=line.base_url, access_token=line.access_token)) as client:
        yield client


@pytest.fixture
def api(client):
    return MessagingApi(client)


def words(text="รับทราบ"):
    return [TextMessage(text=text)]


def test_sends_and_reads_back(line, api):
    pushed = api.push_message(
        PushMessageRequest(to=SOMCHAI, messages=words()), x_line_retry_key=str(uuid.uuid4())
    )
    token = line.say(SOMCHAI, "รายงาน")["replyToken"]
    replied = api.reply_message(ReplyMessageRequest(reply_token=token, messages=words()))
    ids = [entry["id"] for entry in line.conversation(SOMCHAI) if entry["from"] == "bot"]
    assert [pushed.sent_messages[0].id, replied.sent_messages[0].id] == ids
    assert api.get_profile(SOMCHAI).display_name == "สมชาย"
    assert api.get_message_quota_consumption().total_usage == 1
    assert api.get_bot_info().user_id == line.bot_user_id


def test_repeated_key_and_spent_token_are_errors_the_library_knows(line, api):
    key = str(uuid.uuid4())
    request = PushMessageRequest(to=SOMCHAI, messages=words())
    first = api.push_message_with_http_info(request, x_line_retry_key=key)
    with pytest.raises(ApiException) as again:
        api.push_message(request, x_line_retry_key=key)
    assert again.value.status == 409
    assert again.value.headers["x-line-accepted-request-id"] == first.headers["x-line-request-id"]
    with pytest.raises(ApiException, match="Invalid reply token"):
        api.reply_message(ReplyMessageRequest(reply_token="spent", messages=words()))


def test_content_is_fetched(line, client):
    message_id = line.send_image(SOMCHAI, b"\xff\xd8photo")["message"]["id"]
    assert bytes(MessagingApiBlob(client).get_message_content(message_id)) == b"\xff\xd8photo"


def test_webhooks_are_what_the_library_expects(line, webhook):
    line.say(SOMCHAI, "รายงาน")
    line.send_image(SOMCHAI, b"\xff\xd8photo")
    line.tap(SOMCHAI, "confirm")
    line.send_sticker(SOMCHAI)
    line.unfollow(SOMCHAI)
    line.follow(SOMCHAI)
    events = [CallbackRequest.from_dict(body).events[0] for body in webhook.heard]
    assert [event.type for event in events] == [
        "message",
        "message",
        "postback",
        "message",
        "unfollow",
        "follow",
    ]
    assert isinstance(events[0].message, TextMessageContent)
    assert isinstance(events[1].message, ImageMessageContent)
    assert events[5].follow.is_unblocked

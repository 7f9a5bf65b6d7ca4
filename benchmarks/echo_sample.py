"""LINE's own Flask echo sample, as its documentation shows it: what other bots' webhooks are compared with.

Without ECHO_REPLY_TO its one call to LINE, the reply, is left out (E0: it parses and builds only); with it the reply goes
there over HTTP (E1). Source: line/line-bot-sdk-python, README, "Synopsis"; the answer of a handler is not stored.
"""

import os

from flask import Flask, abort, request
from linebot.v3 import WebhookHandler
from linebot.v3.exceptions import InvalidSignatureError
from linebot.v3.messaging import ApiClient, Configuration, MessagingApi, ReplyMessageRequest, TextMessage
from linebot.v3.webhooks import MessageEvent, TextMessageContent

app = Flask(__name__)
REPLY_TO = os.environ.get("ECHO_REPLY_TO", "")
configuration = Configuration(access_token="token", **({"host": REPLY_TO} if REPLY_TO else {}))
handler = WebhookHandler(os.environ.get("LINE_CHANNEL_SECRET", "0" * 32))


@app.route("/callback", methods=["POST"])
def callback() -> str:
    """Answer a webhook."""
    signature = request.headers["X-Line-Signature"]
    body = request.get_data(as_text=True)
    try:
        handler.handle(body, signature)
    except InvalidSignatureError:
        abort(400)
    return "OK"


@handler.add(MessageEvent, message=TextMessageContent)  # type: ignore[untyped-decorator]
def handle_message(event: MessageEvent) -> None:
    """Say again what was said."""
    answer = ReplyMessageRequest(
        reply_token=event.reply_token, messages=[TextMessage(text=event.message.text)]
    )
    if not REPLY_TO:
        return
    with ApiClient(configuration) as api_client:
        MessagingApi(api_client).reply_message_with_http_info(answer)

"""One message over a gateway's wire."""

import asyncio
import json
import uuid


def push(gateway, to, messages, key=None):
    """Push, and return what LINE answered; by default under a key of its own."""

    async def once():
        async with gateway.pushes() as wire:
            return await wire.push(to, json.dumps(messages).encode(), key or str(uuid.uuid4()))

    return asyncio.run(once())


def reply(gateway, token, messages):
    """Reply, and return what LINE answered."""

    async def once():
        async with gateway.replies() as wire:
            return await wire.reply(token, json.dumps(messages).encode())

    return asyncio.run(once())

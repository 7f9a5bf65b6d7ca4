"""A person's message → an answer: one file per conversation. Handlers return cards; one gateway sends."""

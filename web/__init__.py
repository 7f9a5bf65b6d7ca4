"""Windows onto the bot: the chat simulator, the stand-in for LINE, and the pages people open in a browser."""

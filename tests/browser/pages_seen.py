"""What goes wrong on a page while a test looks at it."""

from playwright.sync_api import ConsoleMessage, Page


class Seen:
    """Collects script errors, refused resources and breaches of the content policy."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("console", self._console)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.faults.append(f"console: {message.text}")

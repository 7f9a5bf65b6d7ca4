"""Everything that the three ways in (webhook, clock, commands) share, wired once by bot.py."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.clock import Clock
from engine.database import Database
from engine.work import Work
from settings import Settings

if TYPE_CHECKING:
    from line.gateway import Gateway


@dataclass
class House:
    settings: Settings
    db: Database
    clock: Clock
    gateways: dict[str, "Gateway"]
    work: Work
    # Who answers conversations about the schedule (handlers/office/clerk.py): jobs stand above them, so bot.py wires it.
    clerk: Any = None
    # The clock of this process (jobs/ticker.py), where it has one.
    ticker: Any = None

    @property
    def files(self) -> Path:
        """Where photos, imports and exports are kept."""
        return self.settings.data_dir / "files"

    @property
    def shared(self) -> Path:
        """Where the copies of photos are kept that others see; they can be made again, so no backup holds them."""
        return self.settings.data_dir / "shared"

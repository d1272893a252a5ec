"""What the window is given: once when it is made, and anew for every database that is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sbdesk.gui.changes import ChangeBus
from sbdesk.gui.context import GrantYear
from sbdesk.gui.messages import Messages
from sbdesk.gui.settings import Settings
from sbdesk.gui.shell.appearance import Appearance
from sbdesk.gui.shell.command_palette import Search
from sbdesk.gui.task_threads import ThreadTasks

if TYPE_CHECKING:
    from sbdesk.services.catalogue import Services


@dataclass(frozen=True)
class Desk:
    """An open database as the window needs it; ``search`` finds cases for Ctrl+K."""

    services: Services
    changes: ChangeBus
    year: GrantYear
    user: str
    file_name: str
    file_path: str = ""
    practice: bool = False
    search: Search | None = None


@dataclass(frozen=True)
class Surroundings:
    """What the window is given once and keeps while databases come and go."""

    settings: Settings
    messages: Messages
    tasks: ThreadTasks
    appearance: Appearance

"""Everything that Ctrl+K can go to or do where the officer is now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sbdesk.gui.shell.command_palette import Command

if TYPE_CHECKING:
    from sbdesk.gui.shell.main_window import MainWindow


def all_commands(window: MainWindow) -> list[Command]:
    """Pages first, then the acts of the page shown, then those of the window; only what can be done."""
    commands = [
        Command(feature.label, partial(window.navigate, feature.key), feature.shortcut, feature.icon)
        for feature in window.features()
        if not feature.under
    ]
    known = {command.label for command in commands}
    page = window.page()
    for act in (*(page.actions() if page is not None else ()), *window.menus.acts.values()):
        label = act.text().replace("&", "")
        if act.isEnabled() and label not in known:
            known.add(label)
            commands.append(Command(label, act.trigger, act.shortcut().toString()))
    return commands

"""Puts Hjälp at the foot of the list."""

from __future__ import annotations

from sbdesk.gui.features.help.page import HelpPage, Ticks
from sbdesk.gui.shell.feature import Feature


def help_feature(ticks: Ticks | None = None) -> Feature:
    """``ticks`` reads which of the six first steps are done; without it no ticks are shown."""
    return Feature(
        key="help",
        label="Hjälp",
        icon="help",
        order=110,
        make_page=lambda context: HelpPage(context, ticks),
        foot=True,
    )

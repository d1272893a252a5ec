"""The list of pages: each noun adds its line here, and no noun knows another."""

from __future__ import annotations

from sbdesk.gui.features.help.feature import help_feature
from sbdesk.gui.shell.feature import Feature

FEATURES: tuple[Feature, ...] = (help_feature(),)
"""What the window shows. ``Feature.order``: 10 Översikt … 90 Dokument, 100 and up at the foot."""

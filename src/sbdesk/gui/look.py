"""The colours and sizes that every widget draws with, in one place so that a theme switch is one call."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum

from sbdesk import paths

BASE_POINT_SIZE = 10.5
SCALES = (100, 110, 125, 150, 175, 200)
"""The text sizes offered, per cent."""


class Theme(StrEnum):
    """What the officer chose: ``SYSTEM`` follows the desktop, ``HIGH_CONTRAST`` uses its own colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Density(StrEnum):
    """How tall the rows of a table are."""

    NORMAL = "normal"
    COMPACT = "compact"


class Tone(StrEnum):
    """What a line, status or message is about; the values are also the names of its icon and colours."""

    STOP = "stop"
    DEVIATION = "deviation"
    NOTE = "note"
    OK = "ok"
    WAITING = "waiting"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Roles:
    """The colours by what they are for, as ``#RRGGBB``; read from ``resources/palette/*.toml``."""

    window: str
    base: str
    header: str
    text: str
    muted: str
    disabled: str
    field_border: str
    rule: str
    primary_text: str
    primary_fill: str
    primary_hover: str
    hover: str
    selected_text: str
    selected_fill: str
    focus: str
    focus_selected: str
    link: str
    ok_text: str
    ok_tint: str
    stop_text: str
    stop_tint: str
    deviation_text: str
    deviation_tint: str
    note_text: str
    note_tint: str
    waiting_text: str
    waiting_tint: str
    chart_1: str
    chart_2: str
    chart_3: str
    practice_text: str
    practice_fill: str
    practice_stripe: str

    def tone_text(self, tone: Tone) -> str:
        """The colour of a level's word and icon."""
        return self.muted if tone is Tone.MUTED else str(getattr(self, f"{tone.value}_text"))

    def tone_tint(self, tone: Tone) -> str:
        """The surface that a level's word stands on."""
        return self.header if tone is Tone.MUTED else str(getattr(self, f"{tone.value}_tint"))


@dataclass(frozen=True, slots=True)
class Look:
    """The theme in force: colours, text size in per cent and row height."""

    name: str
    roles: Roles
    text_scale: int = 100
    density: Density = Density.NORMAL

    def px(self, pixels: float) -> int:
        """A length designed at 100 % as it is drawn now."""
        return round(pixels * self.text_scale / 100)

    @property
    def point_size(self) -> float:
        """The base text size in points."""
        return BASE_POINT_SIZE * self.text_scale / 100

    @property
    def row_height(self) -> int:
        """The height of a table row in pixels."""
        return self.px(32 if self.density is Density.NORMAL else 26)

    @property
    def icon_size(self) -> int:
        """The side of an icon beside text, in pixels."""
        return self.px(18)


def read_roles(name: str) -> Roles:
    """The colours of ``light`` or ``dark``; TypeError when the file lacks a role or has one too many."""
    with (paths.resources() / "palette" / f"{name}.toml").open("rb") as file:
        return Roles(**tomllib.load(file))


def role_names() -> tuple[str, ...]:
    """Every role, in the order of the file."""
    return tuple(field.name for field in fields(Roles))

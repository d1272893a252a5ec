"""The rules that Fusion's palette cannot express: visible borders, the primary button, focus rings."""

from __future__ import annotations

import re
from dataclasses import asdict
from string import Template

from sbdesk import paths
from sbdesk.gui.look import Look, Tone

_LENGTH = re.compile(r"\b(\d+)dp\b")
_TEXT = re.compile(r"\b(\d+(?:\.\d+)?)em\b")
_PICTURE = re.compile(r"picture\((\w+)\)")
SMALLEST_POINTS = 9.0


def style_sheet(look: Look) -> str:
    """One sheet for the whole application; lengths follow the text size. KeyError for an unknown colour."""
    folder = paths.resources()
    theme = "dark" if look.name == "dark" else "light"
    sheet = (folder / "palette" / "style.qss").read_text(encoding="utf-8")
    sheet = Template(sheet).substitute(asdict(look.roles))
    sheet = _LENGTH.sub(lambda found: f"{look.px(int(found[1]))}px", sheet)
    sheet = _TEXT.sub(lambda found: f"{max(SMALLEST_POINTS, look.point_size * float(found[1])):.2f}pt", sheet)
    pictures = (folder / "icons" / "style").as_posix()
    sheet = _PICTURE.sub(lambda found: f"url({pictures}/{found[1]}-{theme}.svg)", sheet)
    return sheet + _tones(look)


def _tones(look: Look) -> str:
    lines = []
    for tone in Tone:
        text, tint = look.roles.tone_text(tone), look.roles.tone_tint(tone)
        frame = f'QFrame[tinted="{tone.value}"]'
        lines.append(f'QLabel[tone="{tone.value}"] {{ color: {text}; }}')
        lines.append(
            f"{frame} {{ background: {tint}; border: 1px solid {text}; border-radius: {look.px(5)}px; }}"
        )
        lines.append(f'{frame} QLabel[strong="true"] {{ color: {text}; font-weight: bold; }}')
    return "\n".join(lines)

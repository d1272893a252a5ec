"""The colours can be read: contrast is computed from what the widgets are really given."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sbdesk.gui import application, palette
from sbdesk.gui.look import SCALES, Density, Look, Roles, Theme, Tone, read_roles
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.shell.appearance import Appearance
from sbdesk.gui.style_sheet import style_sheet

THEMES = ("light", "dark")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_pairs(c: Roles) -> list[tuple[str, str]]:
    pairs = [
        (c.text, c.base), (c.text, c.window), (c.text, c.header), (c.text, c.hover),
        (c.muted, c.base), (c.muted, c.window), (c.muted, c.header), (c.disabled, c.window),
        (c.primary_text, c.primary_fill), (c.primary_text, c.primary_hover),
        (c.selected_text, c.selected_fill), (c.link, c.base), (c.link, c.window), (c.link, c.header),
        (c.practice_text, c.practice_fill),
    ]  # fmt: skip
    for tone in Tone:
        pairs += [(c.tone_text(tone), ground) for ground in (c.tone_tint(tone), c.base, c.window)]
        pairs.append((c.text, c.tone_tint(tone)))
    return pairs


def shape_pairs(c: Roles) -> list[tuple[str, str]]:
    grounds = (c.base, c.window)
    shapes = [(shape, ground) for shape in (c.field_border, c.focus, c.primary_fill) for ground in grounds]
    shapes += [(chart, c.base) for chart in (c.chart_1, c.chart_2, c.chart_3)]
    shapes += [(chart, c.window) for chart in (c.chart_1, c.chart_2, c.chart_3)]
    return [*shapes, (c.selected_fill, c.base), (c.focus_selected, c.selected_fill)]


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read(name: str) -> None:
    weak = {pair: contrast(*pair) for pair in text_pairs(read_roles(name)) if contrast(*pair) < 4.5}
    assert not weak


@pytest.mark.parametrize("name", THEMES)
def test_every_border_icon_and_ring_can_be_seen(name: str) -> None:
    weak = {pair: contrast(*pair) for pair in shape_pairs(read_roles(name)) if contrast(*pair) < 3.0}
    assert not weak


def test_the_contrast_formula_is_the_published_one() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#1F5FA8", "#FFFFFF") == pytest.approx(6.4, abs=0.05)


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    return application.make_application()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_qt_draws_with_the_roles(app: QApplication, qtbot: QtBot, theme: Theme) -> None:
    look = palette.apply(app, theme)
    field, heading = QLineEdit(), QLabel("Rubrik")
    qtbot.addWidget(field)
    qtbot.addWidget(heading)
    field.ensurePolished()
    drawn = app.palette()
    assert app.property("sbdeskFusion")
    assert drawn.color(QPalette.ColorRole.Window).name().upper() == look.roles.window
    assert drawn.color(QPalette.ColorRole.Highlight).name().upper() == look.roles.selected_fill
    assert drawn.color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight).name().upper() == (
        look.roles.selected_fill
    ), "a table that has lost focus keeps its selection readable"
    assert field.palette().color(QPalette.ColorRole.Text).name().upper() == look.roles.text
    assert palette.current() is look


def test_text_size_scales_font_rows_and_icons(app: QApplication, qtbot: QtBot) -> None:
    palette.apply(app, Theme.LIGHT, 100)
    small = palette.current()
    palette.apply(app, Theme.LIGHT, 200)
    large = palette.current()
    widget = QWidget()
    qtbot.addWidget(widget)
    assert app.font().pointSizeF() == pytest.approx(21.0)
    assert (large.row_height, large.icon_size) == (2 * small.row_height, 2 * small.icon_size)
    assert palette.apply(app, Theme.LIGHT, 500).text_scale == 200
    assert palette.apply(app, Theme.LIGHT, 100, Density.COMPACT).row_height == 26


def test_system_and_high_contrast_follow_the_desktop(app: QApplication) -> None:
    assert palette.apply(app, Theme.SYSTEM).name in THEMES
    own = palette.apply(app, Theme.HIGH_CONTRAST)
    system = app.style().standardPalette()
    assert own.roles.text == system.color(QPalette.ColorRole.WindowText).name().upper()
    assert own.roles.selected_fill == system.color(QPalette.ColorRole.Highlight).name().upper()


def test_the_fonts_hold_every_sign_that_is_written(app: QApplication) -> None:
    families = app.font().families()
    assert families[:2] == ["Noto Sans", "Noto Sans Math"]


def test_no_text_is_smaller_than_nine_points() -> None:
    sheet = style_sheet(Look("light", read_roles("light"), 100))
    sizes = [float(part.split("pt")[0]) for part in sheet.split("font-size: ")[1:]]
    assert sizes
    assert min(sizes) >= 9.0
    assert "dp" not in sheet.replace("dprop", "")
    assert "$" not in sheet


def test_choices_are_remembered(app: QApplication) -> None:
    settings = MemorySettings()
    appearance = Appearance(app, settings)
    appearance.set_theme(Theme.DARK)
    appearance.set_density(Density.COMPACT)
    appearance.larger()
    again = Appearance(app, settings)
    assert (again.theme, again.density, again.text_scale) == (Theme.DARK, Density.COMPACT, 110)
    assert palette.current().name == "dark"


def test_text_size_stops_at_its_ends(app: QApplication) -> None:
    appearance = Appearance(app, MemorySettings())
    for _ in range(10):
        appearance.larger()
    assert appearance.text_scale == SCALES[-1]
    for _ in range(10):
        appearance.smaller()
    assert appearance.text_scale == SCALES[0]


def test_a_broken_choice_gives_the_usual_look(app: QApplication) -> None:
    settings = MemorySettings()
    settings.put("look/theme", "lila")
    settings.put("look/text", "1000")
    appearance = Appearance(app, settings)
    assert (appearance.theme, appearance.text_scale) == (Theme.SYSTEM, 100)

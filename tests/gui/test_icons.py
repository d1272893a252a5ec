"""Icons exist, follow the theme, and are told apart by shape."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from sbdesk.gui import application, icons, palette
from sbdesk.gui.look import Theme, Tone


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


def ink(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 100
    }


@pytest.mark.parametrize("name", [name for name in icons.names() if not name.startswith("app")])
def test_every_icon_draws_something(name: str) -> None:
    assert len(ink(icons.pixmap(name, "#000000", 24).toImage())) > 10


def test_a_missing_icon_raises() -> None:
    with pytest.raises(icons.MissingIconError):
        icons.icon("einhorn")
    with pytest.raises(icons.MissingIconError):
        icons.place(QAction(), "einhorn")


def test_levels_differ_in_shape_and_not_only_in_colour() -> None:
    shapes = {tone: frozenset(ink(icons.pixmap(tone.value, "#000000", 24).toImage())) for tone in Tone}
    assert len(set(shapes.values())) == len(Tone)
    assert all(not icons.tone_icon(tone).isNull() for tone in Tone)


def test_the_program_has_a_picture_in_small_and_large() -> None:
    sizes = {size.width() for size in icons.app_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def test_placed_icons_follow_theme_and_text_size(qtbot: QtBot) -> None:
    button, tool, mark, act = QPushButton("Sök"), QToolButton(), QLabel(), QAction()
    for widget in (button, tool, mark):
        qtbot.addWidget(widget)
    for target in (button, tool, mark, act):
        icons.place(target, "search")
    before = mark.pixmap().toImage()
    palette.apply(application.make_application(), Theme.DARK, 200)
    after = mark.pixmap().toImage()
    assert after.width() == 2 * before.width()
    assert tool.iconSize().width() == 36
    assert button.iconSize().width() > button.iconSize().height(), "air between picture and word"
    colour = palette.current().roles.text.lower()
    image = act.icon().pixmap(24, 24).toImage()
    assert {
        image.pixelColor(*place).name() for place in ink(image) if image.pixelColor(*place).alpha() > 250
    } == {colour}


def test_an_icon_can_be_replaced_and_its_widget_may_die(qtbot: QtBot) -> None:
    mark = QLabel()
    icons.place(mark, "stop", "stop_text")
    first = mark.pixmap().toImage()
    icons.place(mark, "ok", "ok_text")
    assert mark.pixmap().toImage() != first
    mark.deleteLater()
    qtbot.waitUntil(lambda: mark_is_gone(mark), timeout=2000)
    palette.apply(application.make_application(), Theme.DARK)


def mark_is_gone(mark: QLabel) -> bool:
    import shiboken6

    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    return not shiboken6.isValid(mark)

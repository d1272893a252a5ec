"""Sums, bars, files, progress and the places of list and detail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.gui_parts import Heard

from sbdesk.domain.errors import Cancelled
from sbdesk.gui import application, palette
from sbdesk.gui.look import Theme, Tone
from sbdesk.gui.settings import MemorySettings
from sbdesk.gui.shown import (
    Bar,
    Total,
)
from sbdesk.gui.tasks import Step
from sbdesk.gui.widgets.drop_zone import DropZone
from sbdesk.gui.widgets.flow import FlowLayout
from sbdesk.gui.widgets.labels import empty, label
from sbdesk.gui.widgets.master_detail import MasterDetail
from sbdesk.gui.widgets.progress_bar import WorkBar
from sbdesk.gui.widgets.scroll import scrolled
from sbdesk.gui.widgets.stacked_bars import StackedBars
from sbdesk.gui.widgets.totals_strip import TotalsStrip


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    palette.apply(application.make_application(), Theme.LIGHT)


def shown(qtbot: QtBot, widget: QWidget, width: int = 900, height: int = 400) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()


def texts(widget: QWidget) -> list[str]:
    QApplication.processEvents()  # a layout shows what is new when Qt has time
    return [
        found.text() for found in widget.findChildren(QLabel) if found.text() and found.isVisibleTo(widget)
    ]


def button(widget: QWidget, text: str) -> QPushButton:
    return next(found for found in widget.findChildren(QPushButton) if found.text() == text)


def nothing() -> None:
    pytest.fail("must not be called")


def test_totals_wrap_and_explain_themselves(qtbot: QtBot) -> None:
    strip = TotalsStrip()
    qtbot.addWidget(strip)
    totals = [
        Total(f"Summa {number}", "7 871 744,00", Tone.STOP if number else None, "a − b")
        for number in range(6)
    ]
    strip.show_totals(totals)
    first = strip.findChildren(QLabel)
    strip.show_totals(totals)
    assert strip.findChildren(QLabel) == first, "the same sums are not drawn anew"
    assert strip.totals() == tuple(totals)
    assert strip.heightForWidth(300) > strip.heightForWidth(2000)
    assert strip.accessibleDescription().startswith("Summa 0 7 871 744,00, Summa 1")
    strip.show_totals(totals[:1])
    assert strip.heightForWidth(300) == strip.heightForWidth(2000)


def test_the_flow_layout_gives_and_takes(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, margin=4)
    assert flow.sizeHint() == QSize(8, 8)
    flow.addWidget(label("a"))
    assert flow.count() == 1
    assert flow.itemAt(0) is not None
    assert flow.itemAt(1) is None
    assert flow.takeAt(5) is None
    assert flow.expandingDirections() == Qt.Orientation(0)
    holder.resize(200, 50)
    holder.show()
    assert flow.itemAt(0).geometry().x() == 4


def test_emptying_takes_inner_layouts_too(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    outer, inner = QVBoxLayout(holder), QVBoxLayout()
    outer.addLayout(inner)
    inner.addWidget(label("a"))
    outer.addStretch(1)
    empty(outer)
    assert outer.count() == 0


def test_the_work_bar_shows_how_far_and_cancels(qtbot: QtBot) -> None:
    bar, told = WorkBar(), Heard()
    shown(qtbot, bar)
    bar.cancelled.connect(lambda: told("cancelled"))
    bar.hide()
    bar.cancel()
    progress = bar.start()
    progress.show(Step(41_200, 100_000, "Läser rad 41 200 av 100 000"))
    assert bar.isVisible()
    assert "Läser rad 41 200 av 100 000" in texts(bar)
    button(bar, "Avbryt").click()
    with pytest.raises(Cancelled):
        progress.raise_if_cancelled()
    assert told.told == ["cancelled"]
    progress.show(None)
    assert bar.isHidden()


def test_the_drop_zone_takes_files_and_nothing_else(qtbot: QtBot) -> None:
    zone, chosen = DropZone("Släpp fil här"), Heard()
    shown(qtbot, zone)
    zone.chosen.connect(chosen)
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier

    def data(*urls: str) -> QMimeData:
        made = QMimeData()
        made.setUrls([QUrl(url) for url in urls])
        return made

    good, bad = data("file:///a/huvudbok.xlsx", "file:///a/b.xlsx"), data("https://example.se/x.xlsx")
    for mime, wanted in ((good, True), (bad, False)):
        enter = QDragEnterEvent(zone.rect().center(), actions, mime, buttons, none)
        enter.ignore()
        zone.dragEnterEvent(enter)
        assert enter.isAccepted() is wanted
        zone.dropEvent(QDropEvent(QPointF(5, 5), actions, mime, buttons, none))
    assert [name.replace("\\", "/")[-17:] for name in chosen.told] == ["/a/huvudbok.xlsx"[-17:]]
    zone.button.click()
    dialog = zone.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    zone.set_text("huvudbok.xlsx · 48 kB")
    assert "huvudbok.xlsx · 48 kB" in texts(zone)
    assert not zone.grab().isNull()


def test_bars_have_numbers_patterns_and_a_table(qtbot: QtBot) -> None:
    bars = StackedBars("Belopp per statsbidrag", ("utbetalt", "beslutat", "inte beslutat"), MemorySettings())
    shown(qtbot, bars)
    bars.show_bars(
        [
            Bar(
                "CSD", 1_600_000_000, (400_000_000, 600_000_000, 600_000_000), full_name="Sällsynta diagnoser"
            ),
            Bar("NKR", 0, (0, 0, 0), note="Inte fördelat: 29 kr"),
        ]
    )
    picture = bars.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name().upper() for x in range(900) for y in range(0, picture.height())
    }
    roles = palette.current().roles
    assert {roles.chart_1, roles.chart_2, roles.chart_3} <= colours
    described = bars.picture.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ")
    assert described.startswith("Sällsynta diagnoser: utbetalt 4 000 000 kr")
    assert described.endswith("Inte fördelat: 29 kr")
    assert bars.picture.accessibleName() == "Stapeldiagram belopp per statsbidrag, tabell med Ctrl+T"
    bars.picture.setFocus()
    assert bars.toggle()
    row = [bars.table.rows.index(0, column).data().replace("\N{NO-BREAK SPACE}", " ") for column in range(5)]
    assert row == ["Sällsynta diagnoser", "16 000 000", "4 000 000", "6 000 000", "6 000 000"]
    assert not bars.toggle()


def test_list_and_detail_change_places_in_a_narrow_window(qtbot: QtBot) -> None:
    settings, told = MemorySettings(), Heard()
    master, detail = QPushButton("lista"), QPushButton("detalj")
    both = MasterDetail(master, detail, settings, "cases")
    both.detail_shown.connect(told)
    shown(qtbot, both, 1200)
    assert master.isVisible()
    assert detail.isVisible()
    assert both.back.isHidden()
    both.resize(800, 400)
    assert (master.isVisible(), detail.isVisible()) == (True, False)
    both.show_detail()
    assert (master.isVisible(), detail.isVisible(), both.back.isVisible()) == (False, True, True)
    both.back.click()
    assert (master.isVisible(), detail.isVisible()) == (True, False)
    both.resize(1200, 400)
    both.show_detail(whole_width=True)
    assert not master.isVisible()
    both.show_list()
    both.splitter.splitterMoved.emit(500, 1)
    assert len(settings.get("splitter/cases").split()) == 2
    again = MasterDetail(QWidget(), QWidget(), settings, "cases")
    qtbot.addWidget(again)
    assert told.told == [True, False, True, False]


def test_a_form_that_is_too_tall_scrolls(qtbot: QtBot) -> None:
    tall = QWidget()
    tall.setMinimumHeight(2000)
    area = scrolled(tall)
    shown(qtbot, area, 300, 200)
    assert area.verticalScrollBar().maximum() > 0
